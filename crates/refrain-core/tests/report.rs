//! What a user sees of an analysis, through one `check`.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use insta::assert_snapshot;
use refrain_core::{DropReason, Knowledge, KnowledgeError, Note, analyze};

/// The report as text: points with their counts and quotes, doubts with their cues, the pitch.
fn check(texts: &[&str]) -> String {
    let notes: Vec<Note> = texts
        .iter()
        .enumerate()
        .map(|(i, text)| Note {
            id: format!("{}", i + 1),
            company: format!("c{i}"),
            text: (*text).into(),
            ..Note::default()
        })
        .collect();
    let knowledge = Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap();
    let report = analyze(&notes, &knowledge);
    let mut out = String::new();
    for point in &report.points {
        let marks = if point.cliche { " (cliché)" } else { "" };
        out += &format!("{} × {}{marks}\n", point.interviews, point.label);
        for mention in &point.mentions {
            out += &format!("    {}: {}\n", mention.note, mention.text);
        }
    }
    for doubt in &report.doubts {
        out += &format!("doubt {}: {} [{}]\n", doubt.mention.note, doubt.mention.text, doubt.cue);
    }
    for line in &report.pitch {
        out += &format!("> {}\n", line.text);
    }
    for dropped in report.dropped.iter().filter(|dropped| dropped.reason == DropReason::NoEcho) {
        out += &format!("heard once, {}: {}\n", dropped.mention.note, dropped.mention.text);
    }
    out
}

#[test]
fn same_point_in_other_words() {
    assert_snapshot!(check(&[
        "You stay calm when everything is on fire. Great team player!",
        "- unflappable under pressure\n- not sure about your Excel",
        "“You never raise your voice, you keep your head.” The role reports to finance.",
    ]));
}

#[test]
fn what_is_worded_like_a_fact_needs_an_echo() {
    let alone = ["You stay calm.", "You stay calm with us. Paint shop back on schedule."];
    let echoed = [alone[0], alone[1], "You brought the paint shop back on schedule."];
    assert_snapshot!([check(&alone), check(&echoed)].join("with an echo\n"));
}

#[test]
fn no_comment_is_no_point() {
    assert_snapshot!(check(&["No comment.", "Nothing specific.", "couldn't say more, sorry"]));
}

#[test]
fn curly_apostrophes_are_apostrophes() {
    assert_snapshot!(check(&["You’re calm under pressure", "You're calm under pressure"]));
}

#[test]
fn odd_text_is_no_error() {
    assert_snapshot!(check(&["", "   \n\n", "🙌🙌", "日本語のメモ", "a", "....!!!???", "((((", "\u{0}\u{202e}x"]));
}

#[test]
fn damaged_knowledge_says_so() {
    let mut bytes = include_bytes!("../data/knowledge.bin").to_vec();
    assert_eq!(Knowledge::from_bytes(b"PNG").unwrap_err(), KnowledgeError::Unrecognised);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    assert_eq!(Knowledge::from_bytes(&bytes).unwrap_err(), KnowledgeError::Damaged);
    bytes[4] = 99;
    assert_eq!(Knowledge::from_bytes(&bytes).unwrap_err(), KnowledgeError::Version { found: 99 });
}

#[test]
fn two_notes_with_one_id_are_one_interview() {
    let note = |id: &str, text: &str| Note { id: id.into(), text: text.into(), ..Note::default() };
    let notes = [
        note("a", "You calm angry customers."),
        note("a", "Calms down angry customers"),
        note("b", "So calm with angry customers."),
    ];
    let count = |notes: &[Note]| {
        let points = analyze(notes, &Knowledge::plain()).points;
        points.iter().map(|p| (p.interviews, p.mentions.len())).collect::<Vec<_>>()
    };
    assert_eq!(count(&notes[..2]), [(1, 2)]);
    assert_eq!(count(&notes), [(2, 3)]);
}

#[test]
fn families_who_ring_back_trust_their_nurse() {
    let notes =
        ["Families ring you back, that says it all.", "Relatives trust you.", "You read a spreadsheet like a novel."];
    let notes: Vec<Note> = (0..)
        .zip(notes)
        .map(|(id, text): (usize, _)| Note { id: format!("{id}"), text: text.into(), ..Note::default() })
        .collect();
    let knowledge = Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap();
    let first = &analyze(&notes, &knowledge).points[0];
    assert_eq!((first.interviews, first.mentions[0].text.as_str()), (2, "Families ring you back, that says it all"));
}
