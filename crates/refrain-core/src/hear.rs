//! What all answers say together: remarks to compare, doubts to prepare for, and what says neither.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::decide::Verdict;
use crate::find::Place;
use crate::frame::Stance;
use crate::lexicon::Knowledge;
use crate::points::mention;
use crate::reading::{Reading, Remark};
use crate::report::{Doubt, DropReason, Dropped, Note};

/// A remark in its place.
#[derive(Debug)]
pub(crate) struct Said<'n> {
    /// Among all notes.
    pub(crate) note: usize,
    /// Among the clauses of the note.
    pub(crate) clause: usize,
    /// The index of the first note with the same id: notes of one id are one interview.
    pub(crate) interview: usize,
    /// The words that make the point.
    pub(crate) text: &'n str,
    pub(crate) remark: Cow<'n, Remark>,
}

/// Each list in the order of the notes, then of the text.
#[derive(Debug, Default)]
pub(crate) struct Heard<'n> {
    pub(crate) remarks: Vec<Said<'n>>,
    pub(crate) doubts: Vec<Doubt>,
    pub(crate) dropped: Vec<Dropped>,
}

/// Where the user has judged a clause, that holds.
pub(crate) fn hear<'n>(
    notes: &'n [Note],
    readings: &[&'n Reading],
    verdicts: &BTreeMap<Place, Verdict>,
    knowledge: &Knowledge,
) -> Heard<'n> {
    let mut out = Heard::default();
    let mut interviews: FxHashMap<&str, usize> = FxHashMap::default();
    for (index, (note, reading)) in notes.iter().zip(readings).enumerate() {
        let interview = *interviews.entry(&note.id).or_insert(index);
        // The clause and the first byte of the doubt that goes on if the next clause of its sentence is one too.
        let mut open: Option<(usize, usize)> = None;
        for (number, (clause, stance)) in reading.clauses.iter().zip(&reading.stances).enumerate() {
            let words = clause.start..clause.end;
            let mention_of = |bytes: Range<usize>| mention(note, &bytes, reading.place(&bytes, clause.sentence));
            let cue_of = |cue: &Range<usize>| note.text[cue.clone()].to_owned();
            let said = |remark: Cow<'n, Remark>| Said {
                note: index,
                clause: number,
                interview,
                text: &note.text[remark.bytes.clone()],
                remark,
            };
            let before = open.take();
            match (verdicts.get(&(index, number)), stance, &reading.remarks[number]) {
                (Some(Verdict::Doubt), ..) => {
                    out.doubts.push(Doubt { mention: mention_of(words), cue: String::new() });
                }
                (Some(Verdict::Strength), _, known) => {
                    let remark = known.clone().unwrap_or_else(|| reading.remark(clause, &note.text, knowledge));
                    out.remarks.push(said(Cow::Owned(Remark {
                        doubtful: false,
                        needs_echo: false,
                        cliche: None,
                        ..remark
                    })));
                }
                (None, Stance::Praise, Some(remark)) => out.remarks.push(said(Cow::Borrowed(remark))),
                (None, Stance::Doubt(cue), _) => {
                    let same = |last: usize| reading.clauses[last].sentence == clause.sentence;
                    let begun = before.filter(|&(last, _)| same(last)).map(|(_, start)| start);
                    match (begun, out.doubts.last_mut()) {
                        (Some(start), Some(last)) => last.mention = mention_of(start..clause.end),
                        _ => out
                            .doubts
                            .push(Doubt { cue: cue_of(cue.as_ref().unwrap_or(&words)), mention: mention_of(words) }),
                    }
                    open = Some((number, begun.unwrap_or(clause.start)));
                }
                (None, stance, _) => {
                    let (reason, cue) = match stance {
                        Stance::Neutral(cue) => (DropReason::Fact, cue.as_ref().map(cue_of)),
                        Stance::Empty(cue) => (DropReason::Empty, Some(cue_of(cue))),
                        Stance::Praise | Stance::Doubt(_) => (DropReason::NoContent, None),
                    };
                    out.dropped.push(Dropped { mention: mention_of(words), reason, cue: cue.unwrap_or_default() });
                }
            }
        }
    }
    out
}
