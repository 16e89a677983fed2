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
    features_of(tokens).iter().filter_map(|f| knowledge.manner.get(f)).sum()
}

/// The words of a remark, its pairs of neighbours, and its length; for the tool that fits the model.
pub fn manner_features(text: &str) -> Vec<String> {
    features_of(&tokens(text))
}

/// A word of manner rather than of content.
fn is_little(word: &str) -> bool {
    word == "#" || is_stop_word(word)
}

fn features_of(tokens: &[Token]) -> Vec<String> {
    const STEP: usize = 3;
    const LONGEST: usize = 4;
    let words: Vec<&str> = tokens.iter().map(|t| if t.is_number() { "#" } else { t.word.as_str() }).collect();
    // Words of content alone would teach the model topics: "customers" are praise's business as much as a complaint's.
    let mut out: Vec<String> = words.iter().filter(|w| is_little(w)).map(|w| (*w).to_owned()).collect();
    let bounded: Vec<&str> = std::iter::once("<").chain(words).chain(std::iter::once(">")).collect();
    let telling = bounded.windows(2).filter(|pair| pair.iter().any(|w| is_little(w)));
    out.extend(telling.map(|pair| pair.join(" ")));
    out.push(format!("length {}", (bounded.len() / STEP).min(LONGEST)));
    out.sort_unstable();
    out.dedup();
    out
}
