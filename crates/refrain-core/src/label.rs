//! The clearest wording of a point: verbatim, short, whole, and close to all the others.

use crate::normal::Token;
use crate::report::Language;

/// The position of the remark that should name the point. Takes for each remark how near it is to all of them, and its [`unclearness`].
pub(crate) fn clearest(remarks: impl Iterator<Item = (f32, f32)>) -> usize {
    let mut best: Option<(usize, f32)> = None;
    for (at, (near, unclearness)) in remarks.enumerate() {
        let score = near - unclearness;
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((at, score));
        }
    }
    best.map_or(0, |(at, _)| at)
}

/// What a wording lacks for naming a point, on the scale of likeness.
pub(crate) fn unclearness(words: &[Token]) -> f32 {
    const USUAL_WORDS: usize = 6;
    const PER_WORD: f32 = 0.02;
    // One telling word names a topic, and what breaks off names nothing.
    const FEW: f32 = 0.1;
    const CUT_OFF: f32 = 0.2;
    // "I finally understood it" tells of whoever speaks, and others said it of the candidate.
    const OF_SPEAKER: f32 = 0.1;
    let of_speaker = words.first().is_some_and(|t| matches!(t.word.as_str(), "i" | "we" | "my" | "our"));
    let telling = words.iter().filter(|t| !t.word.is_stop()).count();
    let cut_off = words.last().is_some_and(|t| {
        matches!(
            t.word.as_str(),
            "who" | "that" | "which" | "what" | "and" | "or" | "the" | "a" | "an" | "to" | "of" | "with" | "for"
        )
    });
    PER_WORD * words.len().abs_diff(USUAL_WORDS) as f32
        + if telling < 2 { FEW } else { 0.0 }
        + if cut_off { CUT_OFF } else { 0.0 }
        + if of_speaker { OF_SPEAKER } else { 0.0 }
}

/// A wording without the "also" by which somebody joined it to what they had said before: "You also stay calm" names "You stay calm". Takes
/// the wording's words too, the first of which begins it.
pub(crate) fn unlinked(wording: &str, words: &[Token], language: Language) -> String {
    const FAR: usize = 3;
    let also = words.iter().take(FAR).position(|t| t.word == "also").filter(|_| language == Language::English);
    let neighbours = also.and_then(|at| Some((at, words.get(at)?, words.get(at + 1)?)));
    let from = words.first().map_or(0, |first| first.start);
    match neighbours {
        Some((0, _, next)) => wording[next.start - from..].to_owned(),
        Some((_, also, next)) => format!("{}{}", &wording[..also.start - from], &wording[next.start - from..]),
        None => wording.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::tokens;

    #[test]
    fn what_joins_a_wording_to_others_goes() {
        let check = |wording: &str, expected: &str| {
            assert_eq!(unlinked(wording, &tokens(wording), Language::English), expected);
        };
        check("You also stay calm under pressure", "You stay calm under pressure");
        check("also: calm", "calm");
        check("You're also good with numbers", "You're good with numbers");
        check("You see what others also see", "You see what others also see");
        check("Also", "Also");
        assert_eq!(unlinked("also fleißig", &tokens("also fleißig"), Language::Other), "also fleißig");
    }
}
