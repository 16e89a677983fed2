//! The pitch: one whole first-person sentence for each point that recurs, made only of words that people said.

use std::collections::HashSet;

use crate::first_person::{Candidate, FirstPerson, first_person};
use crate::normal::{Token, tokens};
use crate::report::{PitchLine, Point};
use crate::verb;

/// Lines for the points that recur, in their order. Clichés and single remarks stay out, and so does a point of which no wording makes a
/// sentence: it is better left to the user than said badly.
pub(crate) fn pitch(points: &[Point], candidate: &Candidate) -> Vec<PitchLine> {
    points.iter().filter(|p| !p.cliche && p.interviews > 1).filter_map(|point| line(point, candidate)).collect()
}

/// The wording that makes the best sentence; the label where two are as good.
fn line(point: &Point, candidate: &Candidate) -> Option<PitchLine> {
    let wordings = std::iter::once(&point.label).chain(point.mentions.iter().map(|m| &m.text));
    // Of wordings that are the same to the letter, the first speaks for all.
    let mut seen = HashSet::new();
    let best = wordings
        .filter(|text| seen.insert(text.as_str()))
        .map(|text| first_person(text, Some(candidate)))
        .filter_map(|rendered| Some((fitness(&rendered)?, rendered)))
        .reduce(|best, next| if next.0 > best.0 { next } else { best });
    let (_, rendered) = best?;
    let stop = if rendered.text.ends_with(['.', '!', '?']) { "" } else { "." };
    Some(PitchLine { text: format!("{}{stop}", rendered.text), point: point.id.clone(), unsure: !rendered.sure })
}

/// How well a rendering can be said aloud; nothing if it is no sentence about oneself.
fn fitness(rendered: &FirstPerson) -> Option<i32> {
    const SHORTEST: usize = 3;
    const LONGEST: usize = 22;
    const USUAL: usize = 9;
    let words = tokens(&rendered.text);
    let (first, last) = (words.first()?, words.last()?);
    let subject = matches!(first.word.as_str(), "i" | "i'm" | "i've" | "i'd" | "i'll" | "my");
    let whole = if first.word == "my" { words.iter().skip(2).any(is_verb) } else { words.len() > 2 };
    let cut_off = verb::is_preposition(&last.word)
        || matches!(last.word.as_str(), "and" | "or" | "the" | "a" | "that" | "what" | "which" | "also" | "just");
    // "You should lead with …" is advice.
    let advice = words.iter().take(3).any(|t| t.word == "should");
    if !subject || advice || !whole || cut_off || !(SHORTEST..=LONGEST).contains(&words.len()) {
        return None;
    }
    let about_speaker = words.iter().any(|t| matches!(t.word.as_str(), "you" | "your" | "you're" | "you've"));
    let figure = words.iter().any(Token::is_number);
    let hesitant = words.iter().any(|t| matches!(t.word.as_str(), "um" | "uh" | "er" | "hmm" | "know" | "mean"));
    let score = 20 * i32::from(rendered.sure) + 5 * i32::from(figure)
        - 15 * i32::from(about_speaker)
        - 12 * i32::from(hesitant);
    Some(score - i32::try_from(words.len().abs_diff(USUAL)).unwrap_or(i32::MAX))
}

fn is_verb(token: &Token) -> bool {
    verb::is_auxiliary(&token.word) || verb::is_past(&token.word) || verb::is_third_person(&token.word)
}
