//! Finds what the user spoke of again: anchors name mentions by their words, which outlive every new analysis.

use std::collections::HashMap;

use crate::brief::{Anchor, PointAnchor};
use crate::report::Point;

/// Where the mentions of all points stand, by note and words.
#[derive(Debug)]
pub(crate) struct Places {
    /// The positions of the points, in order.
    points: HashMap<Anchor, Vec<usize>>,
}

impl Places {
    pub(crate) fn of(points: &[Point]) -> Self {
        let mut places: HashMap<Anchor, Vec<usize>> = HashMap::new();
        for (at, point) in points.iter().enumerate() {
            for mention in &point.mentions {
                let holders = places.entry(normal(&mention.note, &mention.text)).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
        Self { points: places }
    }

    /// The position of the point that now holds most of the mentions; of several, the one that stands first.
    pub(crate) fn resolve(&self, anchor: &PointAnchor) -> Option<usize> {
        let mut counts: Vec<(usize, usize)> = Vec::new();
        let places = anchor.iter().filter_map(|a| self.points.get(&normal(&a.note, &a.words)));
        for &at in places.flatten() {
            match counts.iter_mut().find(|(point, _)| *point == at) {
                Some((_, count)) => *count += 1,
                None => counts.push((at, 1)),
            }
        }
        counts.into_iter().min_by_key(|&(at, count)| (std::cmp::Reverse(count), at)).map(|(at, _)| at)
    }
}

/// The same for all writings of one anchor: see [`Anchor`].
pub(crate) fn normal(note: &str, words: &str) -> Anchor {
    let outer = words.trim_matches(|c: char| !c.is_alphanumeric());
    let words = outer.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    Anchor { note: note.to_owned(), words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Mention, Span, Why};

    fn point(mentions: &[(&str, &str)]) -> Point {
        let span = Span { start: 0, end: 0 };
        let mention =
            |&(note, text): &(&str, &str)| Mention { note: note.into(), span, context: span, text: text.into() };
        Point {
            id: String::new(),
            label: String::new(),
            interviews: mentions.len(),
            people: 0,
            companies: 0,
            cliche: false,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: mentions.iter().map(mention).collect(),
            why: Why::default(),
        }
    }

    fn anchor(mentions: &[(&str, &str)]) -> PointAnchor {
        mentions.iter().map(|&(note, words)| Anchor { note: note.into(), words: words.into() }).collect()
    }

    #[test]
    fn most_mentions_win_and_the_first_of_equals() {
        let points = [point(&[("a", "calm"), ("b", "Stays calm")]), point(&[("c", "cool"), ("a", "quick")])];
        let places = Places::of(&points);
        assert_eq!(places.resolve(&anchor(&[("c", "cool"), ("a", "calm"), ("a", "quick")])), Some(1));
        assert_eq!(places.resolve(&anchor(&[("c", "cool"), ("a", "calm")])), Some(0));
        assert_eq!(places.resolve(&anchor(&[("c", "calm")])), None);
    }

    #[test]
    fn case_space_and_outer_punctuation_make_no_difference() {
        let places = Places::of(&[point(&[("b", "Stays  calm")])]);
        assert_eq!(places.resolve(&anchor(&[("b", "“stays calm”.")])), Some(0));
    }
}
