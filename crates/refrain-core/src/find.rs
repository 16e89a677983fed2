//! Finds what the user spoke of again. An anchor names a note and words in it, which outlive every new analysis.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::slice;

use rustc_hash::FxHashMap;

use crate::brief::{Anchor, Brief, Decision, PointAnchor};
use crate::frame::core;
use crate::lexicon::Knowledge;
use crate::normal::{Token, tokens};
use crate::points::{Ranked, Remarks};
use crate::reading::Reading;
use crate::report::{Note, Reworded};

/// A clause: the positions of its note, and of it among the note's clauses.
pub(crate) type Place = (usize, usize);

/// All clauses, to look anchors up in.
pub(crate) struct Clauses<'n> {
    readings: &'n [&'n Reading],
    knowledge: &'n Knowledge,
    /// By their ids.
    notes: FxHashMap<&'n str, Vec<usize>>,
}

impl<'n> Clauses<'n> {
    pub(crate) fn new(notes: &'n [Note], readings: &'n [&'n Reading], knowledge: &'n Knowledge) -> Self {
        let mut by_id: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (index, note) in notes.iter().enumerate() {
            by_id.entry(&note.id).or_default().push(index);
        }
        Self { readings, knowledge, notes: by_id }
    }

    /// The clauses that a brief speaks of.
    pub(crate) fn spoken_of(&self, brief: &Brief) -> BTreeSet<Place> {
        anchors(brief).flat_map(|anchor| self.find(anchor)).collect()
    }

    /// The clauses that hold the words of the anchor; where they were cut otherwise, all that hold some of them. Of several places with these
    /// words the one whose clauses say least besides; of equals all, because the same words said twice are the same to the user.
    ///
    /// Where the words are gone, a clause that still has nearly all of them: a mended typo is no new remark.
    pub(crate) fn find(&self, anchor: &Anchor) -> BTreeSet<Place> {
        let words = tokens(&anchor.words);
        let notes = || self.notes.get(anchor.note.as_str()).into_iter().flatten();
        let runs: Vec<(usize, usize, Vec<usize>)> = notes()
            .flat_map(|&note| {
                runs(&words, self.readings[note], self.knowledge).into_iter().map(move |(size, run)| (size, note, run))
            })
            .collect();
        if let Some(least) = runs.iter().map(|(size, ..)| *size).min() {
            let best = runs.into_iter().filter(|(size, ..)| *size == least);
            return best.flat_map(|(_, note, run)| run.into_iter().map(move |clause| (note, clause))).collect();
        }
        let clauses =
            notes().flat_map(|&note| (0..self.readings[note].clauses.len()).map(move |clause| (note, clause)));
        let near: Vec<(f32, Place)> = clauses
            .map(|(note, clause)| (in_common(&words, &self.readings[note].clauses[clause].tokens), (note, clause)))
            .filter(|&(share, _)| share >= NEARLY_ALL)
            .collect();
        let most = near.iter().map(|&(share, _)| share).fold(0.0, f32::max);
        near.into_iter().filter(|&(share, _)| share == most).map(|(_, place)| place).collect()
    }
}

/// Where the points stand, to look anchors up in.
pub(crate) struct Places<'a> {
    clauses: &'a Clauses<'a>,
    remarks: &'a Remarks<'a>,
    /// For each clause its remark and the point that holds it, both by their positions.
    points: FxHashMap<Place, (usize, usize)>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(points: &[Ranked], remarks: &'a Remarks<'a>, clauses: &'a Clauses<'a>) -> Self {
        let held = points.iter().enumerate().flat_map(|(at, point)| point.remarks.iter().map(move |&r| (r, at)));
        let place = |remark: usize| (remarks.remarks[remark].note, remarks.remarks[remark].clause);
        Self { clauses, remarks, points: held.map(|(remark, at)| (place(remark), (remark, at))).collect() }
    }

    /// The position of the point that now holds most of the mentions; of several, the one that stands first.
    pub(crate) fn resolve(&self, anchor: &PointAnchor) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for mention in anchor {
            let held: BTreeSet<usize> = self.found(mention).map(|(_, point)| point).collect();
            for point in held {
                *counts.entry(point).or_default() += 1;
            }
        }
        counts.into_iter().min_by_key(|&(at, count)| (Reverse(count), at)).map(|(at, _)| at)
    }

    /// What the brief speaks of in words that are no longer those of a mention, each once.
    pub(crate) fn reworded(&self, brief: &Brief) -> Vec<Reworded> {
        let spoken_of: BTreeSet<&Anchor> = anchors(brief).collect();
        let now = |anchor: &Anchor| self.found(anchor).map(|(r, _)| self.remarks.mention(r).anchor()).collect();
        let all = spoken_of.into_iter().map(|anchor| Reworded { anchor: anchor.clone(), now: now(anchor) });
        all.filter(|found: &Reworded| !found.now.is_empty() && !found.now.contains(&found.anchor)).collect()
    }

    /// The remarks behind an anchor that stand in points, and their points.
    fn found(&self, anchor: &Anchor) -> impl Iterator<Item = (usize, usize)> {
        self.clauses.find(anchor).into_iter().filter_map(|place| self.points.get(&place).copied())
    }
}

/// Everything that a brief speaks of.
fn anchors(brief: &Brief) -> impl Iterator<Item = &Anchor> {
    let decided = brief.decisions.iter().flat_map(|decision| -> [&[Anchor]; 2] {
        match decision {
            Decision::Merge { these, those } | Decision::Apart { these, those } => [these, those],
            Decision::Move { mention, to } => [slice::from_ref(mention), to],
            Decision::Rename { point, .. }
            | Decision::Hide { point }
            | Decision::Pin { point }
            | Decision::NotCliche { point } => [point, &[]],
            Decision::Doubt { mention } | Decision::Strength { mention } => [slice::from_ref(mention), &[]],
        }
    });
    let told = brief.stories.iter().map(|story| story.point.as_slice());
    let planned = brief.plans.iter().flat_map(|plan| &plan.lines).map(|line| line.point.as_slice());
    let named = brief.roles.iter().flat_map(|role| &role.points).map(Vec::as_slice);
    decided.chain(told).chain(planned).chain(named).flatten()
}

/// One word of four may differ.
const NEARLY_ALL: f32 = 0.75;

/// Where the words stand one after the other in a text: the clauses there, and how many words these have, lead-ins left out.
fn runs(words: &[Token], reading: &Reading, knowledge: &Knowledge) -> Vec<(usize, Vec<usize>)> {
    let clauses = reading.clauses.iter().enumerate();
    let all: Vec<(usize, usize, &Token)> = clauses
        .flat_map(|(number, clause)| clause.tokens.iter().enumerate().map(move |(at, t)| (number, at, t)))
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    all.windows(words.len())
        .filter(|window| window.iter().zip(words).all(|((.., token), word)| token.word == word.word))
        .filter_map(|window| {
            let (&(first, at, _), &(last, ..)) = (window.first()?, window.last()?);
            let lead = reading.clauses.get(first).map_or(0, |clause| core(clause, &knowledge.frames).start);
            let size: usize =
                (first..=last).filter_map(|number| reading.clauses.get(number)).map(|c| c.tokens.len()).sum();
            Some((size - if at >= lead { lead } else { 0 }, (first..=last).collect()))
        })
        .collect()
}

/// How many of the words of content two clauses have in common, 0 to 1 (Dice's coefficient).
fn in_common(a: &[Token], b: &[Token]) -> f32 {
    fn words(tokens: &[Token]) -> BTreeSet<&str> {
        tokens.iter().filter(|t| !t.word.is_stop()).map(|t| t.word.as_str()).collect()
    }
    let (a, b) = (words(a), words(b));
    let both = a.intersection(&b).count();
    if both == 0 { 0.0 } else { 2.0 * both as f32 / (a.len() + b.len()) as f32 }
}
