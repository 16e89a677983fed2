//! What a clause is doing: praise, a doubt, a neutral fact, or nothing; and which of its words are only the wrapping.

use std::ops::Range;

use crate::clause::{Clause, Sentence, is_stop_word};
use crate::lexicon::Frames;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stance {
    Praise,
    /// With the range of bytes that made it one.
    Doubt(Range<usize>),
    Neutral,
    Empty,
}

/// The stance of each clause. Doubt reaches over the rest of its sentence, up to a "but".
pub(crate) fn stances(clauses: &[Clause], sentences: &[Sentence], frames: &Frames) -> Vec<Stance> {
    let mut out: Vec<Stance> = clauses.iter().map(|clause| stance(clause, frames)).collect();
    for index in 0..sentences.len() {
        let first = clauses.partition_point(|c| c.sentence < index);
        let last = clauses.partition_point(|c| c.sentence <= index);
        spread(&clauses[first..last], &mut out[first..last]);
    }
    out
}

fn stance(clause: &Clause, frames: &Frames) -> Stance {
    let tokens = &clause.tokens;
    if frames.empty.find(tokens).is_some() {
        return Stance::Empty;
    }
    if let Some(found) = frames.doubt.find(tokens) {
        return Stance::Doubt(tokens[found.start].start..tokens[found.end - 1].end);
    }
    if frames.neutral.find(tokens).is_some() && !speaks_of_candidate(clause) {
        return Stance::Neutral;
    }
    Stance::Praise
}

fn speaks_of_candidate(clause: &Clause) -> bool {
    clause.tokens.iter().any(|t| matches!(t.word.as_str(), "you" | "your" | "you're" | "you've" | "yours"))
}

/// A doubt colours what follows it in the sentence, and the whole of a short sentence, but never reaches over a "but".
fn spread(clauses: &[Clause], stances: &mut [Stance]) {
    const SHORT: usize = 14;
    let words: usize = clauses.iter().map(|c| c.tokens.len()).sum();
    let mut active: Option<Stance> = None;
    for (clause, stance) in clauses.iter().zip(stances.iter_mut()) {
        if clause.tokens.first().is_some_and(|t| matches!(t.word.as_str(), "but" | "though" | "although" | "however")) {
            active = None;
        }
        match stance {
            Stance::Doubt(_) | Stance::Neutral => active = Some(stance.clone()),
            Stance::Praise => {
                if let Some(active) = &active {
                    *stance = active.clone();
                }
            }
            Stance::Empty => {}
        }
    }
    if words <= SHORT
        && !clauses.iter().any(|c| c.tokens.first().is_some_and(|t| t.word == "but"))
        && let Some(doubt) = stances.iter().find(|s| matches!(s, Stance::Doubt(_))).cloned()
    {
        for stance in stances.iter_mut().filter(|s| matches!(s, Stance::Praise)) {
            *stance = doubt.clone();
        }
    }
}

/// The tokens of a clause that are the point itself: lead-ins stripped, and words that say nothing at the end.
pub(crate) fn core(clause: &Clause, frames: &Frames) -> Range<usize> {
    let mut start = 0;
    while let Some(found) = frames.lead.at_start(&clause.tokens[start..]) {
        let next = start + found.end;
        if clause.tokens[next..].iter().all(|t| is_stop_word(&t.word)) {
            break;
        }
        start = next;
    }
    start..clause.tokens.len()
}
