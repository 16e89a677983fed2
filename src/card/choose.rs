//! What of the notes becomes public: the lines of the pitch, how often each was heard, and whose words stand under it.

use std::rc::Rc;

use refrain_core::{Mention, Point, Span, SpokenLine};

use super::{Card, Count, Line, Quote};
use crate::state::redact::Redaction;
use crate::state::{Date, Interview, Places};
use crate::text::{counted, pieces, unquoted, upper_first};

/// With more interviews than this a row of strokes says less than its number.
const MOST_SLOTS: usize = 60;

/// What the user wants to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub title: String,
    /// In how many interviews each point was made, and when they were.
    pub is_counted: bool,
    /// Whose words they are: a role, and where that is allowed a name.
    pub is_signed: bool,
    /// The keys of lines and quotes that are not as they are offered: a line is offered as shown, of its quotes only the one whose words name
    /// the point.
    pub turned: Vec<String>,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            title: "What interviewers keep telling me".to_owned(),
            is_counted: true,
            is_signed: true,
            turned: Vec::new(),
        }
    }
}

impl Choice {
    /// Shows what is not shown, and the other way round.
    pub fn turn(&mut self, key: &str) {
        match self.turned.iter().position(|turned| turned == key) {
            Some(at) => drop(self.turned.swap_remove(at)),
            None => self.turned.push(key.to_owned()),
        }
    }
}

/// A line that can be shown, with the quotes that can stand under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub key: String,
    pub text: String,
    pub is_shown: bool,
    pub count: Option<Count>,
    pub quotes: Vec<OfferedQuote>,
    /// How many quotes there are, offered or not.
    pub all: usize,
}

/// The words of one interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedQuote {
    pub key: String,
    pub is_shown: bool,
    pub quote: Quote,
}

/// All that can be shown, with names taken out as `redaction` has it. `places` are the answered interviews; `most` says how many of its
/// quotes a line offers, beside those that are shown.
#[must_use]
pub fn offers(
    lines: &[&SpokenLine],
    points: &[Point],
    places: &Places,
    choice: &Choice,
    redaction: &Redaction,
    most: impl Fn(&str) -> usize,
) -> Vec<Offer> {
    let is_shown = |key: &str, offered: bool| offered != choice.turned.iter().any(|turned| turned == key);
    let offer = |line: &&SpokenLine| {
        let point = line.point.as_ref().and_then(|id| points.iter().find(|point| point.id == *id));
        let mut quotes: Vec<OfferedQuote> = Vec::new();
        let firsts = point.map_or_else(Vec::new, |point| first_of_each(point, places));
        let names_point = |mention: &Mention| point.is_some_and(|point| mention.text.contains(&point.label));
        let (all, most) = (firsts.len(), most(&line.id));
        let offered = firsts.iter().position(|(_, mention)| names_point(mention)).unwrap_or(0);
        for (at, (interview, mention)) in firsts.into_iter().enumerate() {
            let key = format!("{}/{}", line.id, mention.note);
            let is_shown = is_shown(&key, at == offered);
            if is_shown || at < most {
                quotes.push(OfferedQuote { key, is_shown, quote: quote(interview, mention, point, choice, redaction) });
            }
        }
        Offer {
            is_shown: is_shown(&line.id, true),
            text: redaction.text(&line.text),
            count: point.map(|point| count(point, places)),
            key: line.id.clone(),
            quotes,
            all,
        }
    };
    lines.iter().map(offer).collect()
}

/// The card made of what is shown.
#[must_use]
pub fn choose(offers: Vec<Offer>, interviews: &[Rc<Interview>], choice: &Choice, redaction: &Redaction) -> Card {
    let line = |offer: Offer| Line {
        text: offer.text,
        count: offer.count.filter(|_| choice.is_counted),
        quotes: offer.quotes.into_iter().filter(|offered| offered.is_shown).map(|offered| offered.quote).collect(),
    };
    let lines: Vec<Line> = offers.into_iter().filter(|offer| offer.is_shown).map(line).collect();
    let question = "what did you like about my background?";
    let all = interviews.len();
    let strokes = lines.iter().any(|line| line.count.as_ref().is_some_and(|count| !count.slots.is_empty()));
    let (sub, end) = if choice.is_counted {
        let mut sub = upper_first(&counted(all, "interview", "interviews"));
        sub.push_str(&months(interviews.iter().filter_map(|interview| interview.date)));
        sub.push_str(if strokes { ". One stroke for each that made the point." } else { "." });
        (sub, format!("{} to one question: {question}", upper_first(&counted(all, "answer", "answers"))))
    } else {
        (String::new(), format!("Answers to one question: {question}"))
    };
    Card { title: redaction.text(&choice.title), sub, end, lines }
}

/// ", March 2025 to May 2026", of those whose date is known.
fn months(dates: impl Iterator<Item = Date> + Clone) -> String {
    let Some((first, last)) = dates.clone().min().zip(dates.max()) else { return String::new() };
    format!(", {}", first.months_to(last))
}

/// The first mention of each interview.
fn first_of_each<'a>(point: &'a Point, places: &'a Places) -> Vec<(&'a Interview, &'a Mention)> {
    let mut firsts: Vec<(&Interview, &Mention)> = Vec::new();
    for mention in &point.mentions {
        if let Some(interview) = places.get(&mention.note)
            && firsts.last().is_none_or(|(last, _)| last.id != interview.id)
        {
            firsts.push((interview, mention));
        }
    }
    firsts
}

fn count(point: &Point, places: &Places) -> Count {
    let (made_in, all) = (places.among(&point.mentions), places.interviews().len());
    let slots = if all > MOST_SLOTS { Vec::new() } else { (0..all).map(|at| made_in.contains(&at)).collect() };
    Count { said: made_in.len(), all, slots }
}

/// The sentence around a mention, with every mention of the point in it marked.
fn quote(
    interview: &Interview,
    mention: &Mention,
    point: Option<&Point>,
    choice: &Choice,
    redaction: &Redaction,
) -> Quote {
    let in_it = |other: &&Mention| other.note == mention.note && other.context == mention.context;
    let marked: Vec<Span> =
        point.into_iter().flat_map(|point| point.mentions.iter().filter(in_it)).map(|mention| mention.span).collect();
    let mut alternating: Vec<String> = Vec::new();
    for (piece, is_marked) in pieces(&interview.answer, bare(&interview.answer, mention.context), &marked) {
        if is_marked != (alternating.len() % 2 == 1) {
            alternating.push(String::new());
        }
        alternating.push(piece);
    }
    let whole = redaction.text(&alternating.concat());
    let mut redacted: Vec<String> = alternating.iter().map(|piece| redaction.text(piece)).collect();
    // A name that is cut by the mark would not be known by its pieces.
    if redacted.concat() != whole {
        redacted = vec![String::new(), whole];
    }
    let by = if choice.is_signed { upper_first(&redaction.who(interview)) } else { String::new() };
    Quote { by, pieces: redacted }
}

/// The passage without the quotation marks around it: the card sets its own.
fn bare(answer: &str, passage: Span) -> Span {
    let text: String = answer.chars().skip(passage.start).take(passage.end.saturating_sub(passage.start)).collect();
    let bare = unquoted(&text);
    let start = passage.start + text.find(bare).map_or(0, |at| text[..at].chars().count());
    Span { start, end: start + bare.chars().count() }
}

#[cfg(test)]
mod tests {
    use refrain_core::Why;

    use super::*;
    use crate::state::redact::parties;

    fn interviews() -> Vec<Rc<Interview>> {
        let interview = |id: &str, who: &str, company: &str, date: &str, answer: &str| {
            Rc::new(Interview {
                id: id.into(),
                who: who.into(),
                company: company.into(),
                date: Date::from_iso(date),
                answer: answer.into(),
                ..Interview::default()
            })
        };
        vec![
            interview(
                "a",
                "Ottoline Quill, recruiter",
                "Pebble & Finch",
                "2025-03-02",
                "Hm. You stay calm at Pebble & Finch. Yes.",
            ),
            interview(
                "b",
                "Bram Teasel, hiring manager",
                "Thistledown Mills",
                "2025-04-20",
                "You stay calm, Ottoline said.",
            ),
            interview("c", "", "", "", "Nothing of the kind."),
        ]
    }

    fn points() -> Vec<Point> {
        let mention = |note: &str, (start, end): (usize, usize), context: (usize, usize)| Mention {
            note: note.into(),
            span: Span { start, end },
            context: Span { start: context.0, end: context.1 },
            text: "You stay calm".into(),
        };
        vec![Point {
            id: "p".into(),
            label: "You stay calm".into(),
            interviews: 2,
            people: 2,
            companies: 2,
            cliche: false,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: vec![mention("a", (4, 26), (4, 36)), mention("b", (0, 13), (0, 29))],
            why: Why::default(),
        }]
    }

    fn lines() -> Vec<SpokenLine> {
        let line = |id: &str, text: &str, point: Option<&str>| SpokenLine {
            id: id.into(),
            text: text.into(),
            point: point.map(Into::into),
            ..SpokenLine::default()
        };
        vec![line("p", "I stay calm, as Bram Teasel says.", Some("p")), line("own", "I grew up on a boat.", None)]
    }

    fn card(choice: &Choice, shown: &[&str]) -> Card {
        let (interviews, lines) = (interviews(), lines());
        let parties = parties(interviews.iter().map(|interview| &**interview));
        let shown: Vec<String> = parties
            .iter()
            .filter(|party| shown.contains(&party.name.as_str()))
            .map(|party| party.key.clone())
            .collect();
        let redaction = Redaction::new(&parties, &shown);
        let places = Places::new(&interviews.as_slice().into());
        let offers = offers(&lines.iter().collect::<Vec<_>>(), &points(), &places, choice, &redaction, |_| usize::MAX);
        choose(offers, &interviews, choice, &redaction)
    }

    #[test]
    fn what_is_offered_shows_counts_and_one_quote_and_names_nobody() {
        let card = card(&Choice::default(), &[]);
        assert_eq!(card.sub, "Three interviews, March to April 2025. One stroke for each that made the point.");
        assert_eq!(card.end, "Three answers to one question: what did you like about my background?");
        assert_eq!(card.lines.len(), 2);
        assert_eq!(card.lines[0].text, "I stay calm, as a hiring manager says.");
        assert_eq!(card.lines[0].count.as_ref().map(Count::in_words).as_deref(), Some("2 of 3 interviews"));
        assert_eq!(card.lines[0].quotes.len(), 1);
        assert_eq!(card.lines[0].quotes[0].by, "A recruiter");
        assert_eq!(card.lines[1].count, None);
        let all = format!("{card:?}");
        for name in ["Ottoline", "Quill", "Bram", "Teasel", "Pebble", "Finch", "Thistledown"] {
            assert!(!all.contains(name), "{name} is in {all}");
        }
    }

    #[test]
    fn the_mark_stays_on_its_words_unless_a_name_is_cut_by_it() {
        let mut choice = Choice::default();
        choice.turn("p/b");
        let quotes = card(&choice, &[]).lines[0].quotes.clone();
        // The mark ends within "Pebble & Finch".
        assert_eq!(quotes[0].pieces, ["", "You stay calm at a company."]);
        assert_eq!(quotes[1].pieces, ["", "You stay calm", ", a recruiter said."]);
    }

    #[test]
    fn words_get_one_pair_of_quotation_marks() {
        let span = |start, end| Span { start, end };
        assert_eq!(bare("Hm. “You stay calm.” Yes.", span(4, 20)), span(5, 19));
        // The other mark stands in another sentence.
        assert_eq!(bare("“You stay calm. Yes.”", span(0, 15)), span(1, 15));
        assert_eq!(bare("They said “calm”", span(0, 16)), span(0, 16));
    }

    #[test]
    fn the_quote_that_is_offered_is_the_one_that_names_the_point() {
        let (interviews, lines, mut points) = (interviews(), lines(), points());
        points[0].mentions[0].text = "calm".into();
        let redaction = Redaction::new(&[], &[]);
        let (places, lines) = (Places::new(&interviews.as_slice().into()), lines.iter().collect::<Vec<_>>());
        let shown = |most: usize| -> Vec<bool> {
            let offers = offers(&lines, &points, &places, &Choice::default(), &redaction, |_| most);
            assert_eq!(offers[0].all, 2);
            offers[0].quotes.iter().map(|quote| quote.is_shown).collect()
        };
        assert_eq!(shown(2), [false, true]);
        assert_eq!(shown(0), [true], "what is shown is there however few are offered");
    }

    #[test]
    fn a_name_that_is_ticked_is_shown() {
        let card = card(&Choice::default(), &["Ottoline Quill"]);
        assert!(card.lines[0].quotes[0].by.starts_with("Ottoline Quill, recruiter"), "{:?}", card.lines[0].quotes);
    }

    #[test]
    fn lines_quotes_counts_and_roles_can_be_left_out() {
        let mut choice = Choice { is_counted: false, is_signed: false, ..Choice::default() };
        choice.turn("own");
        choice.turn("p/a");
        let card = card(&choice, &[]);
        assert_eq!((card.lines.len(), card.lines[0].quotes.len()), (1, 0));
        assert_eq!((card.sub.as_str(), card.lines[0].count.as_ref()), ("", None));
        choice.turn("p/a");
        assert_eq!(choice.turned, ["own"]);
    }
}
