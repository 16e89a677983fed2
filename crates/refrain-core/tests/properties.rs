//! What must hold for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use refrain_core::{Candidate, Knowledge, Note, Report, analyze, first_person};

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
