//! What a pitch is made of, with the names taken out before anything else is done with it.

use std::rc::Rc;

use refrain_core::{Anchor, Point, Report, SpokenLine};

use crate::state::Interview;
use crate::state::redact::Redaction;

/// The lines of a pitch and the quotes that go with them, as they may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// In the order of speaking.
    pub lines: Vec<Line>,
    pub quotes: Vec<Quote>,
    pub words_a_minute: u32,
    /// Whom lines and quotes would name: their places among the parties of the redaction, each once and in order.
    pub named: Vec<usize>,
}

/// One line, in the parts of which shapes are made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// As it is said in the pitch: "What people keep telling me is that I stay calm." Empty where there is only a story.
    pub framed: String,
    /// As a sentence that stands by itself: "I stay calm."
    pub plain: String,
    /// What the user tells behind it, whole sentences.
    pub story: String,
    /// How many interviews made its point; none for words of the user's own, which nobody else said so.
    pub interviews: usize,
}

/// What somebody said, word for word but for the names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    pub text: String,
    /// "a recruiter"
    pub who: String,
}

/// A passage of an answer that stands behind a line, as it is in the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'i> {
    pub interview: &'i Interview,
    /// Its words in that interview, by which it is found again.
    pub anchor: Anchor,
}

impl Source {
    /// `quoted` are the passages that the user wants to show; those that are behind none of the lines are left out.
    #[must_use]
    pub fn new(
        lines: &[&SpokenLine],
        report: &Report,
        interviews: &[Rc<Interview>],
        quoted: &[Anchor],
        redaction: &Redaction,
        words_a_minute: u32,
    ) -> Self {
        let mut source = Self { words_a_minute, ..Self::default() };
        let mut seen: Vec<Anchor> = Vec::new();
        for line in lines {
            source.named.extend(redaction.named(&line.text));
            source.lines.push(parts(line, report, redaction));
            let quoted_in = |note: &str| quoted.iter().any(|anchor| anchor.note == note);
            // Few are quoted of thousands, so that nobody is looked for in vain.
            let find = |note: &str| match quoted_in(note) {
                true => interviews.iter().find(|interview| interview.id == note),
                false => None,
            };
            for passage in passages(line, report, |note| find(note).map(Rc::as_ref)) {
                // One sentence can be behind two lines.
                if !quoted.contains(&passage.anchor) || seen.contains(&passage.anchor) {
                    continue;
                }
                let Interview { who, company, .. } = passage.interview;
                for text in [&passage.anchor.words, who, company] {
                    source.named.extend(redaction.named(text));
                }
                let text = on_one_line(&redaction.text(&passage.anchor.words));
                source.quotes.push(Quote { text, who: redaction.who(passage.interview) });
                seen.push(passage.anchor);
            }
        }
        source.named.sort_unstable();
        source.named.dedup();
        source
    }
}

/// The sentences behind a line, each once, in the order of the notes; of those interviews that `find` gives for their ids.
#[must_use]
pub fn passages<'i>(
    line: &SpokenLine,
    report: &Report,
    find: impl Fn(&str) -> Option<&'i Interview>,
) -> Vec<Passage<'i>> {
    let Some(point) = point_of(line, report) else { return Vec::new() };
    let mut passages: Vec<Passage<'i>> = Vec::new();
    for mention in &point.mentions {
        let Some(interview) = find(&mention.note) else { continue };
        let length = mention.context.end.saturating_sub(mention.context.start);
        let words = interview.answer.chars().skip(mention.context.start).take(length).collect();
        let anchor = Anchor { note: mention.note.clone(), words };
        // The mentions of one interview stand together.
        let beside = passages.iter().rev().take_while(|passage| passage.anchor.note == anchor.note);
        if beside.clone().all(|passage| passage.anchor != anchor) {
            passages.push(Passage { interview, anchor });
        }
    }
    passages
}

fn point_of<'r>(line: &SpokenLine, report: &'r Report) -> Option<&'r Point> {
    report.points.iter().find(|point| Some(&point.id) == line.point.as_ref())
}

fn parts(line: &SpokenLine, report: &Report, redaction: &Redaction) -> Line {
    let text = on_one_line(&line.text);
    let engines = point_of(line, report).filter(|_| !line.edited);
    let clean = |text: &str| redaction.text(text);
    let Some(point) = engines else {
        return Line { framed: clean(&text), plain: clean(&text), ..Line::default() };
    };
    let plain = report.pitch.iter().find(|plain| plain.point == point.id).map(|plain| on_one_line(&plain.text));
    let (framed, story) = match &plain {
        Some(plain) => without_story(&text, plain),
        None if line.story => ("", text.as_str()),
        None => (text.as_str(), ""),
    };
    let plain = plain.as_deref().unwrap_or(framed);
    Line { framed: clean(framed), plain: clean(plain), story: clean(story), interviews: point.interviews }
}

/// The line as it is said, and the story behind it. In the frame around it the line has all of its words but perhaps the first.
fn without_story<'t>(text: &'t str, plain: &str) -> (&'t str, &'t str) {
    let core = plain.trim_end_matches(['.', '。']);
    let core =
        core.strip_prefix("People mention ").unwrap_or_else(|| core.split_once(' ').map_or(core, |(_, rest)| rest));
    match text.find(core) {
        Some(at) => {
            let end = at + core.len();
            let stop = text[end..].find(' ').map_or(text.len(), |stop| end + stop);
            (&text[..stop], text[stop..].trim_start())
        }
        None => (text, ""),
    }
}

/// Line breaks in notes mean nothing, and indented text would mean something in Markdown.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
