//! Guards what was reached on the annotated personas: a change may raise these figures, not lower them.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

mod scorer;

use refrain_core::{Knowledge, analyze, first_person};

fn knowledge() -> Knowledge {
    Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap()
}

#[test]
fn points_of_the_gold_personas() {
    let knowledge = knowledge();
    let scores: Vec<_> = scorer::personas("gold").unwrap().iter().map(|(_, p)| scorer::score(p, &knowledge)).collect();
    let all = scorer::total(&scores);
    assert!(all.f1 >= 0.83 && all.precision >= 0.91, "{all:?}");
    assert!(all.cliches_fine + 1 >= all.cliches, "{all:?}");
    assert!(all.top3 == all.top3_of && all.noise_recurring <= 3 && all.singles_above <= 1, "{all:?}");
}

#[test]
fn points_of_our_own_personas() {
    let knowledge = knowledge();
    let scores: Vec<_> = scorer::personas("own").unwrap().iter().map(|(_, p)| scorer::score(p, &knowledge)).collect();
    let all = scorer::total(&scores);
    assert!(all.f1 >= 0.66 && all.precision >= 0.77, "{all:?}");
    assert!(all.cliches_fine + 1 >= all.cliches, "{all:?}");
    assert!(all.noise_recurring <= 2 && all.singles_above <= 3, "{all:?}");
}

#[test]
fn points_of_the_later_personas() {
    let knowledge = knowledge();
    for (folder, least) in [("later", 0.92), ("later-held", 0.91)] {
        let personas = scorer::personas(folder).unwrap();
        let all = scorer::total(&personas.iter().map(|(_, p)| scorer::score(p, &knowledge)).collect::<Vec<_>>());
        assert!(all.f1 >= least && all.precision >= 0.92, "{folder}: {all:?}");
        assert_eq!((all.noise_recurring, all.cliches_fine), (0, all.cliches), "{folder}: {all:?}");
    }
}

/// Written without a look at what the engine knows, about as hard as the gold personas.
#[test]
fn points_of_the_blind_personas() {
    let knowledge = knowledge();
    for folder in ["blind", "blind-held"] {
        let personas = scorer::personas(folder).unwrap();
        let all = scorer::total(&personas.iter().map(|(_, p)| scorer::score(p, &knowledge)).collect::<Vec<_>>());
        assert!(all.f1 >= 0.63 && all.precision >= 0.76, "{folder}: {all:?}");
        assert!(all.noise_recurring <= 5 && all.cliches_fine + 2 >= all.cliches, "{folder}: {all:?}");
    }
}

#[test]
fn every_point_that_recurs_says_why_it_is_one() {
    let knowledge = knowledge();
    for (name, persona) in ["gold", "own", "later"].into_iter().flat_map(|folder| scorer::personas(folder).unwrap()) {
        let points = analyze(&persona.notes, &knowledge).points;
        for point in points.iter().filter(|point| point.interviews > 1) {
            let why = &point.why;
            assert!(
                why.concept.is_some() || !why.shared.is_empty() || !why.empty.is_empty(),
                "{name}: {}",
                point.label
            );
        }
    }
}

#[test]
fn doubts_facts_and_praise_by_themselves() {
    let knowledge = knowledge();
    for (name, most) in [
        ("looked-at", [2, 3, 2]),
        ("held-back", [7, 1, 1]),
        ("noted-looked-at", [1, 1, 4]),
        ("noted-held-back", [3, 2, 1]),
    ] {
        hold(name, &scorer::stances(name, &knowledge).unwrap(), most);
    }
}

#[test]
fn doubts_facts_and_praise_within_notes() {
    let knowledge = knowledge();
    for (name, most) in [("whole-looked-at", [15, 16, 7]), ("whole-held-back", [16, 15, 5])] {
        hold(name, &scorer::stances_in_notes(name, &knowledge).unwrap(), most);
    }
}

/// At most so many doubts and facts are taken for praise, and so many praises lost.
fn hold(name: &str, read: &scorer::Stances, most: [usize; 3]) {
    let wrong = [read.doubts[1], read.facts[1], read.praise[1]];
    assert!(wrong.iter().zip(most).all(|(wrong, most)| *wrong <= most), "{name}: {read}, {:#?}", read.wrong);
}

#[test]
fn first_person_lines() {
    let wrong: Vec<String> = scorer::first_person_lines()
        .unwrap()
        .iter()
        .map(|line| (line, first_person(&line.text, line.candidate.as_ref()).text))
        .filter(|(line, rendering)| !line.accepts(rendering))
        .map(|(line, rendering)| format!("{:?} became {rendering:?}", line.text))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
