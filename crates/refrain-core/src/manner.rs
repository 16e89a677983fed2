//! How a remark is worded, whatever its topic: "was a bit", "they may", "would have to" are the manner of doubts and of facts about the
//! job, not of praise. A naive Bayes model over words and word pairs, fitted to `lexicon/remarks.toml` against the catalogue's wordings; it
//! catches remarks for which no frame was written.

use crate::clause::is_stop_word;
use crate::lexicon::Knowledge;
use crate::normal::{Token, tokens};

/// From here on a remark is no praise. Of the catalogue's own wordings few lie above (ADR 0004).
pub(crate) const NO_PRAISE: f32 = 4.0;
/// From here on a remark is praise that may be none.
pub(crate) const DOUBTFUL: f32 = 1.5;

/// The logarithm of how much more a remark is worded like those that are no praise than like praise.
pub(crate) fn manner(tokens: &[Token], knowledge: &Knowledge) -> f32 {
    let mut known: Vec<(&str, f32)> = Vec::new();
    each_feature(tokens, |feature| {
        known.extend(knowledge.manner.get_key_value(feature).map(|(name, weight)| (name.as_str(), *weight)));
    });
    // Each once, and in an order of their own, so that the sum is the same whatever the order of the words.
    known.sort_unstable_by_key(|&(name, _)| name);
    known.dedup_by_key(|&mut (name, _)| name);
    known.into_iter().map(|(_, weight)| weight).sum()
}

/// The words of a remark, its pairs of neighbours, and its length; for the tool that fits the model.
pub fn manner_features(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    each_feature(&tokens(text), |feature| out.push(feature.to_owned()));
    out.sort_unstable();
    out.dedup();
    out
}

/// A word of manner rather than of content.
fn is_little(word: &str) -> bool {
    word == "#" || is_stop_word(word)
}

fn each_feature(tokens: &[Token], mut tell: impl FnMut(&str)) {
    const STEP: usize = 3;
    const LONGEST: usize = 4;
    let words = || tokens.iter().map(|t| if t.is_number() { "#" } else { t.word.as_str() });
    // Words of content alone would teach the model topics: "customers" are praise's business as much as a complaint's.
    words().filter(|w| is_little(w)).for_each(&mut tell);
    let mut pair = String::new();
    let (mut last, mut last_is_little) = ("<", false);
    for word in words().chain(std::iter::once(">")) {
        let little = is_little(word);
        if little || last_is_little {
            pair.clear();
            pair.extend([last, " ", word]);
            tell(&pair);
        }
        (last, last_is_little) = (word, little);
    }
    tell(&format!("length {}", ((tokens.len() + 2) / STEP).min(LONGEST)));
}
