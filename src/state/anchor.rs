//! Finds again what the user spoke of: mentions by their words, points by their mentions.
//!
//! What was kept since the last analysis speaks of the report's own mentions, so exact words find it. Where older words were mended or cut
//! elsewhere since, the engine tells what is meant: that rule is its own.

use refrain_core::{Anchor, Mention, Report};

/// The position of the point that now holds most of what is spoken of; the higher ranked one of equals.
#[must_use]
pub fn meant(about: &[Anchor], report: &Report) -> Option<usize> {
    let mut held = vec![0_usize; report.points.len()];
    for anchor in about {
        let place =
            |anchor: &Anchor| report.points.iter().position(|point| point.mentions.iter().any(|m| is_of(anchor, m)));
        let now = || report.reworded.iter().find(|reworded| reworded.anchor == *anchor)?.now.iter().find_map(place);
        if let Some(held) = place(anchor).or_else(now).and_then(|at| held.get_mut(at)) {
            *held += 1;
        }
    }
    let most = held.iter().copied().max().filter(|most| *most > 0)?;
    held.iter().position(|count| *count == most)
}

/// The anchor speaks of exactly this mention.
#[must_use]
pub fn is_of(anchor: &Anchor, mention: &Mention) -> bool {
    anchor.note == mention.note && bare(&anchor.words) == bare(&mention.text)
}

/// Without what makes no difference: upper and lower case, white space, punctuation at the ends. The case of ASCII's
/// letters is enough, as anchors are made of the very words in the notes, and spares the page Unicode's tables.
fn bare(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_mark = |c: char| c.is_ascii_punctuation() || matches!(c, '“' | '”' | '‘' | '’' | '…' | '–' | '—');
    words.trim_matches(is_mark).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use refrain_core::{Point, Reworded};

    use super::super::examples::{mention, point};
    use super::*;

    fn spoken(note: &str, words: &str) -> Anchor {
        Anchor { note: note.into(), words: words.into() }
    }

    fn of(points: &[Point]) -> Report {
        Report { points: points.to_vec(), ..Report::default() }
    }

    #[test]
    fn the_point_that_holds_most_is_meant() {
        let report = of(&[
            point("p", &[mention("a", "you stay calm")]),
            point("q", &[mention("b", "calm"), mention("c", "cool")]),
        ]);
        let about = [spoken("a", "you stay calm"), spoken("b", "calm"), spoken("c", "cool"), spoken("d", "gone")];
        assert_eq!(meant(&about, &report), Some(1));
        assert_eq!(meant(&about[..2], &report), Some(0), "the higher ranked of equals");
        assert_eq!(meant(&about[3..], &report), None);
        assert_eq!(meant(&[], &report), None);
    }

    #[test]
    fn case_space_and_punctuation_make_no_difference() {
        let said = mention("a", "You stay calm");
        assert!(is_of(&spoken("a", " “you  stay calm.” "), &said));
        assert!(!is_of(&spoken("b", "You stay calm"), &said));
        assert!(!is_of(&spoken("a", "You stay"), &said));
    }

    #[test]
    fn a_mended_sentence_is_found_where_the_engine_found_it() {
        let points = [point("p", &[mention("a", "calm")]), point("q", &[mention("a", "You fix the cause for good")])];
        let before = spoken("a", "you fix the causes for good");
        let reworded = Reworded {
            anchor: before.clone(),
            now: vec![spoken("a", "gone"), spoken("a", "You fix the cause for good")],
        };
        let report = Report { reworded: vec![reworded], ..of(&points) };
        assert_eq!(meant(&[before], &report), Some(1));
        assert_eq!(meant(&[spoken("a", "fix the cause")], &report), None, "the engine said nothing of it");
    }
}
