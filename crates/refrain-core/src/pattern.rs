//! Small word patterns, the language of `lexicon/frames.toml`, and how they are found in a clause.

use rustc_hash::FxHashMap;

use crate::lexicon::fnv1a;
use crate::normal::Token;

/// Where a pattern was found, in tokens of the clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Patterns of one kind, indexed by the words with which they can begin.
#[derive(Debug, Clone, Default)]
pub(crate) struct Patterns {
    patterns: Vec<Pattern>,
    /// For each word the patterns that can begin with it, and how many of their slots are behind one then.
    by_first_word: FxHashMap<u64, Vec<(usize, usize)>>,
    /// A bit for each key of these, by its lowest bits: most words begin no pattern, and this tells so quickest. Empty without patterns.
    first_words: Vec<u64>,
    /// Patterns that can begin with any word.
    anywhere: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Pattern {
    at_start: bool,
    at_end: bool,
    slots: Vec<Slot>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Slot {
    Word {
        /// By their hashes.
        any_of: Vec<u64>,
        optional: bool,
    },
    Number,
    /// Up to [`GAP`] words of any kind.
    Gap,
}

const GAP: usize = 6;

/// Some ten times as many as patterns of one kind begin with.
const BITS: usize = 4096;

impl Patterns {
    pub(crate) fn add(&mut self, source: &str) {
        let pattern = parse(source);
        let index = self.patterns.len();
        let mut open = true;
        for (behind, slot) in (1..).zip(&pattern.slots) {
            match slot {
                Slot::Word { any_of, optional } => {
                    for &word in any_of {
                        self.first_words.resize(BITS / 64, 0);
                        self.first_words[word as usize % BITS / 64] |= 1 << (word % 64);
                        self.by_first_word.entry(word).or_default().push((index, behind));
                    }
                    open = *optional;
                }
                Slot::Number | Slot::Gap => self.anywhere.push(index),
            }
            if !open || matches!(slot, Slot::Number | Slot::Gap) {
                break;
            }
        }
        self.patterns.push(pattern);
    }

    /// The longest match that begins with the first token.
    pub(crate) fn at_start(&self, tokens: &[Token]) -> Option<Found> {
        self.longest_at(tokens, 0)
    }

    /// The first match, the longest of those that begin there.
    pub(crate) fn find(&self, tokens: &[Token]) -> Option<Found> {
        (0..tokens.len()).find_map(|at| self.longest_at(tokens, at))
    }

    fn longest_at(&self, tokens: &[Token], at: usize) -> Option<Found> {
        let word = tokens.get(at)?.word.key();
        let may_begin =
            self.first_words.get(word as usize % BITS / 64).is_some_and(|bits| bits >> (word % 64) & 1 == 1);
        if !may_begin && self.anywhere.is_empty() {
            return None;
        }
        let begun = self.by_first_word.get(&word).into_iter().flatten();
        // The word that a pattern begins with is known to fit.
        let begun = begun.map(|&(index, behind)| (index, behind, at + 1));
        begun
            .chain(self.anywhere.iter().map(|&index| (index, 0, at)))
            .filter_map(|(index, behind, next)| Some((self.patterns.get(index)?, behind, next)))
            .filter(|(pattern, ..)| !pattern.at_start || at == 0)
            .filter_map(|(pattern, behind, next)| match_slots(&pattern.slots[behind..], tokens, next, pattern.at_end))
            .filter(|&end| end > at)
            .max()
            .map(|end| Found { start: at, end })
    }
}

fn parse(source: &str) -> Pattern {
    let mut pattern = Pattern { at_start: false, at_end: false, slots: Vec::new() };
    for part in source.split_whitespace() {
        match part {
            "^" => pattern.at_start = true,
            "$" => pattern.at_end = true,
            "*" => pattern.slots.push(Slot::Gap),
            "#" => pattern.slots.push(Slot::Number),
            _ => {
                let (words, optional) = part.strip_suffix('?').map_or((part, false), |words| (words, true));
                let any_of = words.split('|').map(|word| fnv1a(word.as_bytes())).collect();
                pattern.slots.push(Slot::Word { any_of, optional });
            }
        }
    }
    pattern
}

/// The end of the longest way to match `slots` from token `at`.
fn match_slots(slots: &[Slot], tokens: &[Token], at: usize, to_end: bool) -> Option<usize> {
    let Some((slot, rest)) = slots.split_first() else {
        return (!to_end || at == tokens.len()).then_some(at);
    };
    match slot {
        Slot::Word { any_of, optional } => {
            let here = tokens.get(at).is_some_and(|t| any_of.contains(&t.word.key()));
            let taken = here.then(|| match_slots(rest, tokens, at + 1, to_end)).flatten();
            let skipped = optional.then(|| match_slots(rest, tokens, at, to_end)).flatten();
            taken.max(skipped)
        }
        Slot::Number => {
            tokens.get(at).filter(|t| t.is_number()).and_then(|_| match_slots(rest, tokens, at + 1, to_end))
        }
        Slot::Gap => {
            (at..=(at + GAP).min(tokens.len())).filter_map(|next| match_slots(rest, tokens, next, to_end)).max()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::tokens;

    fn found<'t>(pattern: &str, text: &'t str) -> Option<&'t str> {
        let mut patterns = Patterns::default();
        patterns.add(pattern);
        let words = tokens(text);
        patterns.find(&words).map(|f| &text[words[f.start].start..words[f.end - 1].end])
    }

    #[test]
    fn alternatives_and_options() {
        assert_eq!(found("not|wasn't so? sure", "She wasn’t so sure about it"), Some("wasn’t so sure"));
        assert_eq!(found("not|wasn't so? sure", "not sure"), Some("not sure"));
        assert_eq!(found("not|wasn't so? sure", "surely not"), None);
    }

    #[test]
    fn gaps_and_numbers() {
        assert_eq!(
            found("left * after #", "you left the last place after 11 months"),
            Some("left the last place after 11")
        );
    }

    #[test]
    fn borders() {
        assert_eq!(found("^ no", "no degree"), Some("no"));
        assert_eq!(found("^ no", "has no degree"), None);
        assert_eq!(found("no $", "payroll = no"), Some("no"));
    }
}
