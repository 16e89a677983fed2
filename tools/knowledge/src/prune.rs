//! Takes out phrases of senses that the catalogue uses for other things: "templates" are under financial modelling, but people mostly mean
//! emails by them.
//!
//! A phrase that means its sense stands in wordings whose concept has the sense by other phrases too. One that stands often where the sense is
//! rarer than anywhere else misleads more than it tells.

use std::collections::{BTreeMap, BTreeSet};

use refrain_core::{phrase_keys, stands_at};

use crate::lexicon::Lexicon;

/// Fewer wordings with a phrase tell nothing about it.
const SEEN: usize = 5;
/// How much rarer than in all wordings the sense must be around a phrase.
const RARER: f64 = 0.8;
/// So many more wordings with the usual share of the sense are taken for granted.
const DOUBT: f64 = 2.0;

/// One phrase of one sense, by their positions.
type Place = (usize, usize);

/// The senses without the phrases that mislead.
pub(crate) fn misleading_out(lexicon: &mut Lexicon) {
    let phrases: Vec<Vec<Vec<String>>> =
        lexicon.senses.values().map(|words| words.iter().map(|w| phrase_keys(w)).collect()).collect();
    let mut by_first: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for (sense, words) in phrases.iter().enumerate() {
        for (word, keys) in words.iter().enumerate() {
            if let Some(first) = keys.first() {
                by_first.entry(first).or_default().push((sense, word));
            }
        }
    }
    // For each concept, for each wording, the phrases that stand in it.
    let found: Vec<Vec<BTreeSet<Place>>> = lexicon
        .concepts
        .iter()
        .chain(&lexicon.cliches)
        .map(|concept| concept.wordings.iter().map(|wording| in_wording(wording, &phrases, &by_first)).collect())
        .collect();
    let all = found.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    let mut usual = vec![0.0; phrases.len()];
    for places in found.iter().flatten() {
        for sense in places.iter().map(|&(sense, _)| sense).collect::<BTreeSet<_>>() {
            usual[sense] += 1.0 / all;
        }
    }
    // For each phrase, in how many wordings it stands, and the shares of their concepts' other wordings that have its sense, added up.
    let mut around: BTreeMap<Place, (usize, f64)> = BTreeMap::new();
    for wordings in &found {
        for (at, places) in wordings.iter().enumerate() {
            for &place in places {
                let has = |other: &BTreeSet<Place>| other.iter().any(|&p| p.0 == place.0 && p != place);
                let others = wordings.iter().enumerate().filter(|&(o, other)| o != at && has(other)).count();
                let (seen, sum) = around.entry(place).or_default();
                *seen += 1;
                *sum += others as f64 / (wordings.len() - 1).max(1) as f64;
            }
        }
    }
    let misleads = |place: Place| {
        around.get(&place).is_some_and(|&(seen, sum)| {
            let usual = usual[place.0];
            seen >= SEEN && (sum + DOUBT * usual) / (seen as f64 + DOUBT) < RARER * usual
        })
    };
    for (sense, words) in lexicon.senses.values_mut().enumerate() {
        let mut word = 0;
        words.retain(|_| {
            word += 1;
            !misleads((sense, word - 1))
        });
    }
}

fn in_wording(wording: &str, phrases: &[Vec<Vec<String>>], by_first: &BTreeMap<&str, Vec<Place>>) -> BTreeSet<Place> {
    let keys = phrase_keys(wording);
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    let mut out = BTreeSet::new();
    for (at, key) in keys.iter().enumerate() {
        let begun = by_first.get(key).into_iter().flatten();
        out.extend(begun.filter(|&&(sense, word)| stands_at(&phrases[sense][word], &keys[at..])));
    }
    out
}
