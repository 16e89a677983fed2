//! The shapes of a pitch, each for its purpose, all from the same lines.
//!
//! No shape says anything that is not in the lines. The few words between them are fixed, and stand only where they are true.

use super::Source;
use super::bullet::without_me;
use super::sentences::sentences;
use super::source::{Line, Quote};
use crate::state::practice::minutes;
use crate::text::{lower_first, number};

/// What a pitch is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shape {
    /// As it is composed.
    #[default]
    Pitch,
    /// To speak from, with times and pauses.
    Spoken,
    /// The "about" text of a profile.
    About,
    /// Three bullets for a résumé.
    Bullets,
    /// A paragraph for an e-mail.
    Email,
    /// The answer to "tell me about yourself".
    Answer,
}

/// A pitch in its shape, or a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// Where it has one wherever it goes. A pitch has none: it is to be put under something.
    pub title: Option<String>,
    pub blocks: Vec<Block>,
    /// What people said, to be shown with it.
    pub quotes: Vec<Quote>,
}

/// A part of a document that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    Item(String),
    /// Sentences said with a breath between them and a pause after the last; when they are due ("0:12").
    Spoken {
        due: String,
        sentences: Vec<String>,
    },
    /// About the text, not part of it.
    Note(String),
    /// Above a part of it.
    Heading(String),
    /// Something with its own name, and what there is to say to it.
    Topic {
        name: String,
        quote: Option<Quote>,
        texts: Vec<String>,
    },
}

impl Shape {
    pub const ALL: [Self; 6] = [Self::Pitch, Self::Spoken, Self::About, Self::Bullets, Self::Email, Self::Answer];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pitch => "Pitch",
            Self::Spoken => "To say aloud, with pauses",
            Self::About => "About text for a profile",
            Self::Bullets => "Three résumé bullets",
            Self::Email => "Paragraph for an e-mail",
            Self::Answer => "“Tell me about yourself”",
        }
    }

    /// In file names, and where the choice is kept.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Pitch => "pitch",
            Self::Spoken => "spoken",
            Self::About => "about",
            Self::Bullets => "bullets",
            Self::Email => "email",
            Self::Answer => "answer",
        }
    }

    /// The pitch itself for a name of which nothing is known.
    #[must_use]
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|shape| shape.slug() == slug).unwrap_or_default()
    }
}

/// The source in a shape. Without lines there is nothing in it.
#[must_use]
pub fn shape(source: &Source, shape: Shape) -> Document {
    let lines = &source.lines;
    let blocks = match shape {
        _ if lines.is_empty() => return Document::default(),
        Shape::Pitch => vec![Block::Paragraph(joined(lines.iter().map(whole)))],
        Shape::Spoken => spoken(lines, source.words_a_minute),
        Shape::About => about(lines),
        Shape::Bullets => bullets(lines),
        Shape::Email => vec![Block::Paragraph(email(lines))],
        Shape::Answer => answer(lines),
    };
    Document { blocks, quotes: source.quotes.clone(), ..Document::default() }
}

fn spoken(lines: &[Line], words_a_minute: u32) -> Vec<Block> {
    let pace = u64::from(words_a_minute.max(1));
    let mut words = 0;
    let mut blocks: Vec<Block> = lines
        .iter()
        .map(|line| {
            let text = whole(line);
            let due = minutes(words * 60 / pace);
            words += text.split_whitespace().count() as u64;
            Block::Spoken { due, sentences: sentences(&text).into_iter().map(str::to_owned).collect() }
        })
        .collect();
    let ends = minutes((words * 60).div_ceil(pace));
    blocks.push(Block::Note(format!("{ends} at {words_a_minute} words a minute. / is a breath, // a pause.")));
    blocks
}

/// Plain sentences together, stories each with its line, and at the end how often all of it was said, if that can be told.
fn about(lines: &[Line]) -> Vec<Block> {
    const TOGETHER: usize = 3;
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let text = joined([line.plain.clone(), line.story.clone()]);
        match paragraphs.last_mut().filter(|last| is_open && line.story.is_empty() && last.len() < TOGETHER) {
            Some(last) => last.push(text),
            None => paragraphs.push(vec![text]),
        }
        is_open = line.story.is_empty();
    }
    let least = lines.iter().map(|line| line.interviews).min().unwrap_or(0);
    if least > 1 {
        let what = if lines.len() == 1 { "This came up in" } else { "Each of these came up in at least" };
        paragraphs.push(vec![format!("{what} {} interviews.", number(least))]);
    }
    paragraphs.into_iter().map(|texts| Block::Paragraph(joined(texts))).collect()
}

/// Three lines without the first person; where there are not as many of them, other lines as they are.
fn bullets(lines: &[Line]) -> Vec<Block> {
    const BULLETS: usize = 3;
    let turned: Vec<Option<String>> = lines.iter().map(|line| without_me(&line.plain)).collect();
    let mut room = BULLETS.saturating_sub(turned.iter().flatten().count());
    let items = lines.iter().zip(turned).filter_map(|(line, turned)| {
        turned.or_else(|| {
            room = room.checked_sub(1)?;
            Some(joined([line.plain.clone(), if line.plain.is_empty() { line.story.clone() } else { String::new() }]))
        })
    });
    items.take(BULLETS).map(Block::Item).collect()
}

/// What several people said as one sentence that tells so, then what else there is.
fn email(lines: &[Line]) -> String {
    const TOLD: usize = 3;
    const OTHERS: usize = 2;
    let told: Vec<(usize, String)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, clause(line)?))).take(TOLD).collect();
    let is_told = |at: usize| told.iter().any(|(other, _)| *other == at);
    let others = lines.iter().enumerate().filter(|(at, line)| !is_told(*at) && clause(line).is_none());
    let others = others.map(|(_, line)| if line.plain.is_empty() { line.story.clone() } else { line.plain.clone() });
    let clauses: Vec<&str> = told.iter().map(|(_, clause)| clause.as_str()).collect();
    let list = match clauses.as_slice() {
        [] => return joined(others.take(TOLD)),
        [one] => (*one).to_owned(),
        [first, second] => format!("{first}; and {second}"),
        [first @ .., last] => format!("{}; and {last}", first.join("; ")),
    };
    let things = if clauses.len() == 1 { "thing" } else { "things" };
    let lead = format!(
        "When I ask interviewers what they like about my background, they come back to {} {things}: {list}.",
        number(clauses.len())
    );
    joined(std::iter::once(lead).chain(others.take(OTHERS)))
}

/// A line of which more than one interview is the source, as a part of a sentence. `None` where its first word may be a name.
fn clause(line: &Line) -> Option<String> {
    let text = line.plain.strip_suffix('.')?;
    if line.interviews < 2 || sentences(text).len() != 1 {
        return None;
    }
    match text.split([' ', '\'', '’']).next()? {
        "I" => Some(text.to_owned()),
        "My" | "Nobody" | "People" | "Everyone" | "Everybody" | "The" => Some(lower_first(text)),
        _ => None,
    }
}

/// It begins with the strongest line, without a word in front of it, and gives the word back.
fn answer(lines: &[Line]) -> Vec<Block> {
    let mut paragraphs: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| joined([if at == 0 { line.plain.clone() } else { line.framed.clone() }, line.story.clone()]))
        .collect();
    let of = if lines.len() == 1 {
        "Would you like to hear more about it?"
    } else {
        "Which of these would you like to hear more about?"
    };
    paragraphs.push(of.to_owned());
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

fn whole(line: &Line) -> String {
    joined([line.framed.clone(), line.story.clone()])
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::examples::Example;
    use super::super::{json_resume, markdown, page, plain};
    use super::*;
    use crate::text::fold;

    /// All of our own words that any shape may have.
    const OURS: &str = "when i ask interviewers what they like about my background come back to one two three thing things and \
                        this each of these came up in at least interviews which would you like to hear more about it \
                        words a minute is breath pause";

    fn check(wanted: Shape, expected: &str) {
        let source = Source { quotes: Vec::new(), ..Example::new(60).source(&[]) };
        assert_eq!(plain(&shape(&source, wanted)), expected);
    }

    #[test]
    fn the_pitch_is_what_the_engine_composed_but_for_the_names() {
        check(
            Shape::Pitch,
            "What people keep telling me is that I explain hard things so that anyone can follow. For example, the Monday \
             forecast was a sheet of forty columns. I rewrote it as five sentences with an interviewer. People at a company \
             read it now. In three interviews I was told that I stay calm under pressure. I cut missed visits from 31 to 4. \
             I cook for a recruiter.",
        );
    }

    #[test]
    fn spoken_with_times_breaths_and_pauses() {
        check(
            Shape::Spoken,
            "0:00 What people keep telling me is that I explain hard things so that anyone can follow. / For example, the \
             Monday forecast was a sheet of forty columns. / I rewrote it as five sentences with an interviewer. / People \
             at a company read it now. //\n\n0:21 In three interviews I was told that I stay calm under pressure. \
             //\n\n0:27 I cut missed visits from 31 to 4. //\n\n0:31 I cook for a recruiter. //\n\n0:34 at 120 words a \
             minute. / is a breath, // a pause.",
        );
    }

    #[test]
    fn about_in_paragraphs() {
        check(
            Shape::About,
            "I explain hard things so that anyone can follow. For example, the Monday forecast was a sheet of forty \
             columns. I rewrote it as five sentences with an interviewer. People at a company read it now.\n\nI stay calm \
             under pressure. I cut missed visits from 31 to 4. I cook for a recruiter.",
        );
    }

    #[test]
    fn three_bullets() {
        check(
            Shape::Bullets,
            "• Explain hard things so that anyone can follow\n• Stay calm under pressure\n• Cut missed visits from 31 to 4",
        );
    }

    #[test]
    fn one_paragraph_for_an_email() {
        check(
            Shape::Email,
            "When I ask interviewers what they like about my background, they come back to three things: I explain hard \
             things so that anyone can follow; I stay calm under pressure; and I cut missed visits from 31 to 4. I cook for \
             a recruiter.",
        );
    }

    #[test]
    fn an_answer_that_gives_the_word_back() {
        check(
            Shape::Answer,
            "I explain hard things so that anyone can follow. For example, the Monday forecast was a sheet of forty \
             columns. I rewrote it as five sentences with an interviewer. People at a company read it now.\n\nIn three \
             interviews I was told that I stay calm under pressure.\n\nI cut missed visits from 31 to 4.\n\nI cook for a \
             recruiter.\n\nWhich of these would you like to hear more about?",
        );
    }

    #[test]
    fn how_often_all_of_it_was_said_stands_only_where_it_was() {
        let line = |plain: &str, interviews| Line { plain: plain.into(), interviews, ..Line::default() };
        let told = |lines: Vec<Line>| plain(&shape(&Source { lines, ..Source::default() }, Shape::About));
        let (plan, cook) = ("I plan.", "I cook.");
        assert_eq!(
            told(vec![line(plan, 4), line(cook, 2)]),
            "I plan. I cook.\n\nEach of these came up in at least two interviews."
        );
        assert_eq!(told(vec![line(plan, 4)]), "I plan.\n\nThis came up in four interviews.");
        for other in [0, 1] {
            assert_eq!(told(vec![line(plan, 4), line(cook, other)]), "I plan. I cook.");
        }
        let email = |lines: Vec<Line>| plain(&shape(&Source { lines, ..Source::default() }, Shape::Email));
        assert_eq!(email(vec![line(plan, 1), line(cook, 0)]), "I plan. I cook.", "nobody came back to it");
        assert_eq!(
            email(vec![line("My plan holds.", 2), line("Dana asks.", 3), line(cook, 2)]),
            "When I ask interviewers what they like about my background, they come back to two things: my plan holds; and I cook. Dana asks."
        );
    }

    #[test]
    fn no_shape_has_a_word_that_is_not_in_the_lines_or_ours() {
        let words = |text: &str| -> Vec<String> {
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(fold).collect()
        };
        let ours = words(OURS);
        for (seconds, wanted) in [15, 30, 60, 120].into_iter().flat_map(|s| Shape::ALL.map(|wanted| (s, wanted))) {
            let source = Example::new(seconds).source(&[]);
            let theirs: Vec<String> =
                source.lines.iter().flat_map(|line| words(&joined([whole(line), line.plain.clone()]))).collect();
            let document = Document { quotes: Vec::new(), ..shape(&source, wanted) };
            assert!(!document.blocks.is_empty());
            for word in words(&plain(&document)) {
                let is_time = word.bytes().all(|byte| byte.is_ascii_digit()) && wanted == Shape::Spoken;
                assert!(
                    is_time || ours.contains(&word) || theirs.contains(&word),
                    "{word} in {wanted:?} of {seconds} s"
                );
            }
        }
    }

    #[test]
    fn no_name_is_in_anything_that_leaves_unless_it_may_be_shown() {
        const NAMES: [&str; 12] = [
            "dana", "quill", "bram", "teasel", "marigold", "fenn", "isolde", "marrow", "tobias", "wren", "cuthbert",
            "pyke",
        ];
        const COMPANIES: [&str; 4] = ["pebble", "finch", "larkspur", "nettlebed"];
        for wanted in Shape::ALL {
            let document = shape(&Example::new(120).source(&[]), wanted);
            assert!(document.quotes.len() > 5);
            let all = [
                plain(&document),
                markdown(&document, Some("My pitch")),
                page(&document, "My pitch", true),
                json_resume(&document).unwrap(),
            ];
            for (text, name) in
                all.iter().flat_map(|text| NAMES.iter().chain(&COMPANIES).map(move |name| (fold(text), name)))
            {
                assert!(!text.contains(name), "{name} in {text}");
            }
            let shown = plain(&shape(&Example::new(120).source(&["Dana Quill", "Larkspur Homes"]), wanted));
            assert!(
                shown.contains("Dana Quill, recruiter") && shown.contains("an interviewer at Larkspur Homes"),
                "{shown}"
            );
            assert!(!shown.contains("Bram") && !shown.contains("Pebble"), "{shown}");
        }
    }

    #[test]
    fn without_lines_nothing_leaves() {
        for wanted in Shape::ALL {
            assert_eq!(shape(&Source::default(), wanted), Document::default());
            assert_eq!(Shape::from_slug(wanted.slug()), wanted);
        }
    }
}
