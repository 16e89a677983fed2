//! Fits the model of manner: what the words of a clause and what stands around it say about its being praise, a doubt or a fact.
//!
//! Two logistic regressions with a penalty on squared weights (no praise or praise; of what is no praise, doubt or fact), minimised with
//! AdaGrad over all examples at once, so that the same notes give the same weights. The weakest features are left out and the rest fitted again.

use std::collections::BTreeMap;
use std::ops::Range;

use refrain_core::{Knowledge, manner_features};

use crate::lexicon::{Candidate, Doing, Lexicon, Part};

/// A clause as the model sees it.
struct Example {
    features: Vec<usize>,
    doing: Doing,
    /// How much it counts.
    weight: f32,
    /// Whether it is known which of doubt and fact it is.
    parted: bool,
}

/// Notes are what the model will read; remarks by themselves say less about how people note, those about candidates and the wordings of the
/// catalogue still less.
const OF_A_NOTE: f32 = 1.5;
const BY_ITSELF: f32 = 0.5;
const OF_A_CANDIDATE: f32 = 0.2;
const OF_THE_CATALOGUE: f32 = 0.1;
/// Of the catalogue one wording in so many is read.
const EVERY: usize = 4;

/// The features that say most, at most so many, by their hashes and in their order; each with its weights for no praise and for doubt.
pub(crate) fn fit(lexicon: &Lexicon, reading: &Knowledge, most: usize) -> Vec<(u64, [f32; 2])> {
    let (hashes, mut examples) = examples(lexicon, reading);
    let all = weights(&examples, hashes.len());
    let mut order: Vec<usize> = (0..hashes.len()).collect();
    let said = |feature: &usize| all[*feature][0].abs().max(all[*feature][1].abs() / 2.0);
    order.sort_by(|a, b| said(b).total_cmp(&said(a)).then(a.cmp(b)));
    order.truncate(most);
    order.sort_unstable();
    for example in &mut examples {
        example.features = example.features.iter().filter_map(|feature| order.binary_search(feature).ok()).collect();
    }
    let kept = weights(&examples, order.len());
    order.iter().map(|&feature| hashes[feature]).zip(kept).collect()
}

/// The features that stand in two clauses or more, in the order of their hashes, and the clauses by their positions.
fn examples(lexicon: &Lexicon, reading: &Knowledge) -> (Vec<u64>, Vec<Example>) {
    const SEEN: usize = 2;
    let mut clauses: Vec<(Vec<u64>, Doing, f32, bool)> = Vec::new();
    for note in &lexicon.notes {
        let weight = if note.len() > 1 { OF_A_NOTE } else { BY_ITSELF };
        let (text, parts) = joined(note);
        for (bytes, features) in manner_features(&text, reading) {
            if let Some(doing) = doing(&bytes, &parts) {
                clauses.push((features, doing, weight, true));
            }
        }
    }
    for remark in &lexicon.remarks {
        let features = manner_features(remark, reading).into_iter().map(|(_, features)| features);
        clauses.extend(features.map(|features| (features, Doing::Fact, BY_ITSELF, false)));
    }
    for wording in lexicon.cliches.iter().chain(&lexicon.concepts).flat_map(|c| &c.wordings).step_by(EVERY) {
        let features = manner_features(wording, reading).into_iter().map(|(_, features)| features);
        clauses.extend(features.map(|features| (features, Doing::Praise, OF_THE_CATALOGUE, true)));
    }
    for text in terse(lexicon) {
        let features = manner_features(&text, reading).into_iter().map(|(_, features)| features);
        clauses.extend(features.map(|features| (features, Doing::Praise, OF_A_CANDIDATE, true)));
    }
    let mut seen: BTreeMap<u64, usize> = BTreeMap::new();
    for feature in clauses.iter().flat_map(|(features, ..)| features) {
        *seen.entry(*feature).or_default() += 1;
    }
    let hashes: Vec<u64> = seen.into_iter().filter(|&(_, count)| count >= SEEN).map(|(hash, _)| hash).collect();
    let examples = clauses
        .into_iter()
        .map(|(features, doing, weight, parted)| {
            let features = features.iter().filter_map(|feature| hashes.binary_search(feature).ok()).collect();
            Example { features, doing, weight, parted }
        })
        .collect();
    (hashes, examples)
}

/// What is said about the candidates, in the forms of terse notes, which the others have too few of: in turn as bullets, as sentences, and each by
/// itself.
fn terse(lexicon: &Lexicon) -> Vec<String> {
    const TOGETHER: usize = 3;
    let remarks: Vec<&String> = lexicon.candidates.iter().flat_map(Candidate::remarks).flatten().collect();
    let mut out = Vec::new();
    for (turn, few) in remarks.chunks(TOGETHER).enumerate() {
        match turn % 3 {
            0 => out.push(few.iter().map(|remark| format!("- {remark}\n")).collect()),
            1 => out.push(few.iter().map(|remark| format!("{}. ", remark.trim_end_matches('.'))).collect()),
            _ => out.extend(few.iter().copied().cloned()),
        }
    }
    out
}

/// The text of a note, and where in it each part stands.
fn joined(note: &[Part]) -> (String, Vec<(Range<usize>, Doing)>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    for (doing, part) in note {
        if !text.is_empty() {
            text.push(' ');
        }
        parts.push((text.len()..text.len() + part.len(), *doing));
        text += part;
    }
    (text, parts)
}

/// What the part is doing in which most of a clause stands; nothing if it reaches too far over two.
fn doing(clause: &Range<usize>, parts: &[(Range<usize>, Doing)]) -> Option<Doing> {
    const MOSTLY: f32 = 0.7;
    let shared = |part: &Range<usize>| part.end.min(clause.end).saturating_sub(part.start.max(clause.start));
    let (part, doing) = parts.iter().max_by_key(|(part, _)| shared(part))?;
    (shared(part) as f32 >= MOSTLY * clause.len() as f32).then_some(*doing)
}

/// For each feature what it says for no praise, and for doubt where there is none.
fn weights(examples: &[Example], features: usize) -> Vec<[f32; 2]> {
    let no_praise: Vec<(&Example, bool)> = examples.iter().map(|e| (e, e.doing != Doing::Praise)).collect();
    let doubt: Vec<(&Example, bool)> = examples
        .iter()
        .filter(|e| e.parted && e.doing != Doing::Praise)
        .map(|e| (e, e.doing == Doing::Doubt))
        .collect();
    let (no_praise, doubt) = (regression(&no_praise, features), regression(&doubt, features));
    no_praise.into_iter().zip(doubt).map(|(a, b)| [a, b]).collect()
}

/// What each feature adds to the logarithm of the odds of the second of each pair.
fn regression(examples: &[(&Example, bool)], features: usize) -> Vec<f32> {
    const STEPS: usize = 300;
    const RATE: f32 = 0.3;
    const PENALTY: f32 = 5.0;
    let mut weights = vec![0.0f32; features];
    let mut moments = vec![1e-6f32; features];
    for _ in 0..STEPS {
        let mut slopes: Vec<f32> = weights.iter().map(|w| w * PENALTY).collect();
        for (example, is) in examples {
            let sum: f32 = example.features.iter().map(|&feature| weights[feature]).sum();
            let likely = 1.0 / (1.0 + (-sum).exp());
            let slope = example.weight * (likely - f32::from(u8::from(*is)));
            for &feature in &example.features {
                slopes[feature] += slope;
            }
        }
        for ((weight, moment), slope) in weights.iter_mut().zip(&mut moments).zip(slopes) {
            *moment += slope * slope;
            *weight -= RATE * slope / moment.sqrt();
        }
    }
    weights
}
