//! What must hold for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use refrain_core::{
    Anchor, Brief, Candidate, Decision, DropReason, Engine, Knowledge, Note, Report, analyze, first_person,
};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap());

fn note(id: usize, text: &str) -> Note {
    Note {
        id: format!("n{id}"),
        who: "recruiter".into(),
        company: format!("company {id}"),
        text: text.into(),
        ..Note::default()
    }
}

/// Sentences as people say them, and anything at all.
fn text() -> impl Strategy<Value = String> {
    let said = prop::sample::select(vec![
        "You calm angry customers.",
        "calming customers who shout",
        "- low staff turnover\n- nobody leaves you",
        "They liked that you explain hard things simply, and I’m not sure about Excel.",
        "“Great energy!” 🙌 cut costs by 20%",
        "he writes short, clear specs; can't say more",
        "We are hiring in spring — the budget is tight.",
    ]);
    prop::collection::vec(prop_oneof![3 => said.prop_map(str::to_owned), 1 => any::<String>()], 0..5)
        .prop_map(|parts| parts.join(" "))
}

fn notes() -> impl Strategy<Value = Vec<Note>> {
    prop::collection::vec(text(), 0..6)
        .prop_map(|texts| texts.iter().enumerate().map(|(id, text)| note(id, text)).collect())
}

/// What a user does to the interviews between two analyses; which one is told by a number that may be too high.
#[derive(Debug, Clone)]
enum Edit {
    Add(String),
    Change(usize, String),
    Remove(usize),
    /// To the front, so that all others have another position.
    Move(usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = prop_oneof![
        2 => text().prop_map(Edit::Add),
        2 => (0..6usize, text()).prop_map(|(at, text)| Edit::Change(at, text)),
        1 => (0..6usize).prop_map(Edit::Remove),
        1 => (0..6usize).prop_map(Edit::Move),
    ];
    prop::collection::vec(edit, 1..6)
}

fn edited(mut notes: Vec<Note>, edit: Edit, new_id: usize) -> Vec<Note> {
    let there = |at: usize| (!notes.is_empty()).then(|| at % notes.len());
    match edit {
        Edit::Add(text) => notes.push(note(new_id, &text)),
        Edit::Change(at, text) => {
            if let Some(at) = there(at) {
                notes[at].text = text;
            }
        }
        Edit::Remove(at) => {
            if let Some(at) = there(at) {
                notes.remove(at);
            }
        }
        Edit::Move(at) => {
            if let Some(at) = there(at) {
                notes[..=at].rotate_right(1);
            }
        }
    }
    notes
}

/// Decisions about words that may or may not be there.
fn brief() -> impl Strategy<Value = Brief> {
    let words = prop::sample::select(vec!["calm angry customers", "low staff turnover", "Great energy", "gone"]);
    let anchor = (0..4usize, words).prop_map(|(id, words)| Anchor { note: format!("n{id}"), words: words.into() });
    let decision = (anchor.clone(), anchor, 0..9usize).prop_map(|(this, that, kind)| match kind {
        0 => Decision::Merge { these: vec![this], those: vec![that] },
        1 => Decision::Apart { these: vec![this], those: vec![that] },
        2 => Decision::Move { mention: this, to: vec![that] },
        3 => Decision::Rename { point: vec![this], label: that.words },
        4 => Decision::Hide { point: vec![this] },
        5 => Decision::Pin { point: vec![this, that] },
        6 => Decision::Doubt { mention: this },
        7 => Decision::Strength { mention: this },
        _ => Decision::NotCliche { point: vec![this] },
    });
    (prop::collection::vec(decision, 0..4), text()).prop_map(|(decisions, narrative)| Brief {
        decisions,
        narrative,
        ..Brief::default()
    })
}

/// The points as sets of places.
fn grouping(report: &Report) -> BTreeSet<BTreeSet<(String, usize, usize)>> {
    let places = |p: &refrain_core::Point| {
        p.mentions.iter().map(|m| (m.note.clone(), m.span.start, m.span.end)).collect::<BTreeSet<_>>()
    };
    report.points.iter().map(places).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn spans_are_exact_and_in_bounds(notes in notes()) {
        let report = analyze(&notes, &KNOWLEDGE);
        let mentions = report.points.iter().flat_map(|p| &p.mentions).chain(report.doubts.iter().map(|d| &d.mention));
        let mentions = mentions.chain(report.dropped.iter().map(|d| &d.mention));
        for mention in mentions {
            let text = &notes.iter().find(|n| n.id == mention.note).unwrap().text;
            let slice: String = text.chars().skip(mention.span.start).take(mention.span.end - mention.span.start).collect();
            prop_assert_eq!(&slice, &mention.text);
            prop_assert!(mention.context.start <= mention.span.start && mention.span.end <= mention.context.end);
            prop_assert!(mention.context.end <= text.chars().count());
        }
    }

    #[test]
    fn counts_are_distinct_interviews(notes in notes()) {
        for point in analyze(&notes, &KNOWLEDGE).points {
            let interviews: BTreeSet<&str> = point.mentions.iter().map(|m| m.note.as_str()).collect();
            prop_assert_eq!(point.interviews, interviews.len());
        }
    }

    #[test]
    fn the_order_of_interviews_changes_no_point(notes in notes()) {
        let forward = grouping(&analyze(&notes, &KNOWLEDGE));
        let turned: Vec<Note> = notes.into_iter().rev().collect();
        prop_assert_eq!(forward, grouping(&analyze(&turned, &KNOWLEDGE)));
    }

    #[test]
    fn repeating_an_answer_changes_no_count(notes in notes()) {
        let counts = |notes: &[Note]| {
            let mut counts: Vec<usize> = analyze(notes, &KNOWLEDGE).points.iter().map(|p| p.interviews).collect();
            counts.sort_unstable();
            counts
        };
        let mut repeated = notes.clone();
        for note in &mut repeated {
            note.text = format!("{}\n{}", note.text, note.text);
        }
        prop_assert_eq!(counts(&notes), counts(&repeated));
    }

    #[test]
    fn repeating_a_sentence_changes_no_count(notes in notes(), which in 0..6usize, sentence in 0..4usize) {
        let counts = |notes: &[Note]| {
            let mut counts: Vec<usize> = analyze(notes, &KNOWLEDGE).points.iter().map(|p| p.interviews).collect();
            counts.sort_unstable();
            counts
        };
        let mut repeated = notes.clone();
        if let Some(note) = repeated.get_mut(which) {
            let lines: Vec<&str> = note.text.lines().collect();
            let again = lines.get(sentence % lines.len().max(1)).map(|line| format!("{}\n{line}", note.text));
            note.text = again.unwrap_or_default();
        }
        prop_assert_eq!(counts(&notes), counts(&repeated));
    }

    #[test]
    fn an_engine_that_remembers_answers_like_one_that_does_not(notes in notes(), brief in brief(), edits in edits()) {
        let mut engine = Engine::new(KNOWLEDGE.clone());
        let mut notes = notes;
        engine.analyze(&notes, &brief);
        for (number, edit) in edits.into_iter().enumerate() {
            notes = edited(notes, edit, 10 + number);
            prop_assert_eq!(engine.analyze(&notes, &brief), Engine::new(KNOWLEDGE.clone()).analyze(&notes, &brief));
        }
    }

    #[test]
    fn any_text_has_an_analysis(text in any::<String>(), other in "\\PC*", decided in any::<String>()) {
        let mention = Anchor { note: "n0".into(), words: decided.clone() };
        let brief = Brief {
            decisions: vec![Decision::Strength { mention: mention.clone() }, Decision::Rename { point: vec![mention], label: decided }],
            narrative: other.clone(),
            ..Brief::default()
        };
        Engine::new(KNOWLEDGE.clone()).analyze(&[note(0, &text), note(1, &other), note(2, &text)], &brief);
    }

    #[test]
    fn whatever_is_left_out_says_why(notes in notes()) {
        let report = analyze(&notes, &KNOWLEDGE);
        let said = |note: &str, words: &str| notes.iter().any(|n| n.id == note && n.text.contains(words));
        for doubt in &report.doubts {
            prop_assert!(!doubt.cue.is_empty() && said(&doubt.mention.note, &doubt.cue), "{:?}", doubt);
        }
        for dropped in &report.dropped {
            prop_assert!(said(&dropped.mention.note, &dropped.cue), "{:?}", dropped);
            prop_assert!(dropped.reason != DropReason::Empty || !dropped.cue.is_empty(), "{:?}", dropped);
        }
        for point in &report.points {
            prop_assert_eq!(point.cliche, !point.why.empty.is_empty(), "{:?}", point);
        }
    }

    #[test]
    fn doubts_and_points_share_no_words(notes in notes()) {
        let report = analyze(&notes, &KNOWLEDGE);
        for doubt in &report.doubts {
            for mention in report.points.iter().flat_map(|p| &p.mentions).filter(|m| m.note == doubt.mention.note) {
                let apart = mention.span.end <= doubt.mention.span.start || doubt.mention.span.end <= mention.span.start;
                prop_assert!(apart, "{:?} and {:?}", mention, doubt);
            }
        }
    }

    #[test]
    fn any_text_has_a_first_person(text in any::<String>(), name in any::<String>(), pronouns in "she|he|they|") {
        first_person(&text, None);
        first_person(&text, Some(&Candidate { name, pronouns }));
    }

    #[test]
    fn any_bytes_are_knowledge_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Knowledge::from_bytes(&bytes).is_err());
    }
}
