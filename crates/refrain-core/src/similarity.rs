//! How alike two clauses are: shared stems weighed by rarity, and nearness to the same concept of the catalogue.

use std::collections::BTreeMap;

use crate::clause::is_stop_word;
use crate::lexicon::Knowledge;
use crate::normal::{Token, tokens};

/// What is compared of a clause.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Features {
    /// Stems and their weights, of length 1 together.
    pub(crate) stems: BTreeMap<String, f32>,
}

/// The weight of a stem that the knowledge does not have: it is rare.
const UNKNOWN: f32 = 0.9;
/// Numbers are shared by accident.
const FIGURE: f32 = 0.15;

pub(crate) fn features(tokens: &[Token], knowledge: &Knowledge) -> Features {
    let mut stems = BTreeMap::new();
    for token in tokens {
        for stem in meaning(token, knowledge) {
            let weight = if stem.starts_with('#') { FIGURE } else { weight(&stem, knowledge) };
            stems.insert(stem, weight);
        }
    }
    let length = stems.values().map(|w| w * w).sum::<f32>().sqrt();
    if length > 0.0 {
        for weight in stems.values_mut() {
            *weight /= length;
        }
    }
    Features { stems }
}

/// The stems that a word stands for: none for a stop word, those of the long form for a short form.
fn meaning(token: &Token, knowledge: &Knowledge) -> Vec<String> {
    if let Some(long) = knowledge.aliases.get(&token.word) {
        return tokens(long).into_iter().map(|t| t.stem).collect();
    }
    if is_stop_word(&token.word) { Vec::new() } else { vec![token.stem.clone()] }
}

fn weight(stem: &str, knowledge: &Knowledge) -> f32 {
    knowledge.stems.get(stem).and_then(|&id| knowledge.weights.get(id as usize)).copied().unwrap_or(UNKNOWN)
}

/// From 0 to 1.
pub(crate) fn similarity(a: &Features, b: &Features) -> f32 {
    a.stems.iter().filter_map(|(stem, w)| b.stems.get(stem).map(|v| w * v)).sum()
}

/// How close a clause comes to the nearest cliché, 0 to 1, and which.
pub(crate) fn nearest_cliche(features: &Features, knowledge: &Knowledge) -> Option<(f32, u16)> {
    let mut best: Option<(f32, u16)> = None;
    let ids: BTreeMap<u32, f32> =
        features.stems.iter().filter_map(|(stem, &w)| knowledge.stems.get(stem).map(|&id| (id, w))).collect();
    for wording in &knowledge.wordings {
        if !knowledge.concepts.get(usize::from(wording.concept)).is_some_and(|c| c.cliche) {
            continue;
        }
        let weights: Vec<f32> = wording.stems.iter().map(|&id| knowledge.weights[id as usize]).collect();
        let length = weights.iter().map(|w| w * w).sum::<f32>().sqrt();
        if length == 0.0 {
            continue;
        }
        let dot: f32 = wording.stems.iter().zip(&weights).filter_map(|(id, w)| ids.get(id).map(|v| v * w)).sum();
        let score = dot / length;
        if best.is_none_or(|(top, _)| score > top) {
            best = Some((score, wording.concept));
        }
    }
    best
}
