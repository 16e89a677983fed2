//! Remarks that came up once and are worded like no praise: they are compared with all others, but make no point alone.

use rustc_hash::FxHashMap;

use crate::brief::Brief;
use crate::find::Clauses;
use crate::points::{Ranked, Remarks};
use crate::report::{DropReason, Dropped};

/// Takes the points out that need an echo and have none, and puts their remarks among what is not counted, in the order of the notes and of the
/// text. What the user spoke of stays.
pub(crate) fn set_aside(
    points: &mut Vec<Ranked>,
    dropped: &mut Vec<Dropped>,
    remarks: &Remarks<'_>,
    clauses: &Clauses<'_>,
    brief: &Brief,
) {
    let needs_echo = |ranked: &Ranked| {
        let mut said = ranked.remarks.iter().map(|&at| &remarks.remarks[at].remark);
        ranked.point.interviews == 1 && said.all(|remark| remark.needs_echo && remark.cliche.is_none())
    };
    if !points.iter().any(needs_echo) {
        return;
    }
    let spoken_of = clauses.spoken_of(brief);
    let is_spoken_of = |&at: &usize| spoken_of.contains(&(remarks.remarks[at].note, remarks.remarks[at].clause));
    let alone = |ranked: &mut Ranked| needs_echo(ranked) && !ranked.remarks.iter().any(is_spoken_of);
    for ranked in points.extract_if(.., alone) {
        let mentions = ranked.point.mentions.into_iter();
        dropped.extend(mentions.map(|mention| Dropped { mention, reason: DropReason::NoEcho, cue: String::new() }));
    }
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    for (place, note) in remarks.notes.iter().enumerate() {
        places.entry(&note.id).or_insert(place);
    }
    dropped.sort_by_key(|dropped| (places.get(dropped.mention.note.as_str()), dropped.mention.span.start));
}
