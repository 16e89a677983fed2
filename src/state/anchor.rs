//! Finds again what the user spoke of: mentions by their words, points by their mentions. The engine goes by the same rules.

use refrain_core::{Anchor, Mention, Point};

/// The position of the point that now holds most of what is spoken of; the higher ranked one of equals.
#[must_use]
pub fn meant(about: &[Anchor], points: &[Point]) -> Option<usize> {
    let mut held = vec![0_usize; points.len()];
    for anchor in about {
        let place = |fits: fn(&Anchor, &Mention) -> bool| {
            points.iter().position(|point| point.mentions.iter().any(|mention| fits(anchor, mention)))
        };
        if let Some(held) = place(is_of).or_else(|| place(is_nearly)).and_then(|at| held.get_mut(at)) {
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

/// The sentence was cut elsewhere or mended since: one holds the other's words, or three of four words are still there.
fn is_nearly(anchor: &Anchor, mention: &Mention) -> bool {
    let holds = |whole: &str, part: &str| !part.is_empty() && whole.contains(part);
    if anchor.note != mention.note {
        return false;
    }
    let (words, text) = (bare(&anchor.words), bare(&mention.text));
    let (spoken, found): (Vec<&str>, Vec<&str>) = (words.split(' ').collect(), text.split(' ').collect());
    let common = spoken.iter().filter(|word| found.contains(word)).count();
    holds(&words, &text) || holds(&text, &words) || common * 4 >= spoken.len().max(found.len()) * 3
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
    use super::super::examples::{mention, point};
    use super::*;

    fn spoken(note: &str, words: &str) -> Anchor {
        Anchor { note: note.into(), words: words.into() }
    }

    #[test]
    fn the_point_that_holds_most_is_meant() {
        let points =
            [point("p", &[mention("a", "you stay calm")]), point("q", &[mention("b", "calm"), mention("c", "cool")])];
        let about = [spoken("a", "you stay calm"), spoken("b", "calm"), spoken("c", "cool"), spoken("d", "gone")];
        assert_eq!(meant(&about, &points), Some(1));
        assert_eq!(meant(&about[..2], &points), Some(0), "the higher ranked of equals");
        assert_eq!(meant(&about[3..], &points), None);
        assert_eq!(meant(&[], &points), None);
    }

    #[test]
    fn case_space_and_punctuation_make_no_difference() {
        let said = mention("a", "You stay calm");
        assert!(is_of(&spoken("a", " “you  stay calm.” "), &said));
        assert!(!is_of(&spoken("b", "You stay calm"), &said));
        assert!(!is_of(&spoken("a", "You stay"), &said));
    }

    #[test]
    fn an_edited_sentence_is_found_by_what_is_left_of_it() {
        let points = [point("p", &[mention("a", "calm")]), point("q", &[mention("a", "You fix the cause for good")])];
        assert_eq!(meant(&[spoken("a", "you fix the causes for good")], &points), Some(1));
        assert_eq!(meant(&[spoken("a", "fix the cause")], &points), Some(1));
        assert_eq!(meant(&[spoken("a", "you are never on time")], &points), None);
    }
}
