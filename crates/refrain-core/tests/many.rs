//! What must hold where there are too many interviews to compare every remark with every other.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::collections::BTreeSet;

use corpus::{Wordings, answers, interviews};
use refrain_core::{Brief, Engine, Knowledge, Note, Report, analyze};

fn knowledge() -> Knowledge {
    Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap()
}

/// Some 1,200 wordings.
fn many() -> Vec<Note> {
    interviews(190, Wordings::Varied, &answers().unwrap())
}

fn grouping(report: &Report) -> BTreeSet<BTreeSet<(&str, usize)>> {
    report.points.iter().map(|p| p.mentions.iter().map(|m| (m.note.as_str(), m.span.start)).collect()).collect()
}

#[test]
fn the_order_of_interviews_changes_no_point() {
    let (notes, knowledge) = (many(), knowledge());
    let turned: Vec<Note> = notes.iter().rev().cloned().collect();
    assert_eq!(grouping(&analyze(&notes, &knowledge)), grouping(&analyze(&turned, &knowledge)));
}

#[test]
fn an_edit_gives_what_a_new_engine_gives() {
    let (mut notes, knowledge) = (many(), knowledge());
    let mut engine = Engine::new(knowledge.clone());
    engine.analyze(&notes, &Brief::default());
    notes[95].text = "You calm angry customers, and you explain hard things simply.".into();
    notes.remove(7);
    assert_eq!(engine.analyze(&notes, &Brief::default()), analyze(&notes, &knowledge));
}
