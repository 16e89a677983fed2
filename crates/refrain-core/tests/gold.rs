//! Guards what was reached on the annotated personas: a change may raise these figures, not lower them.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

mod scorer;

use refrain_core::{Knowledge, first_person};

fn knowledge() -> Knowledge {
    Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap()
}

#[test]
fn points_of_the_gold_personas() {
    let knowledge = knowledge();
    let scores: Vec<_> = scorer::personas("gold").unwrap().iter().map(|(_, p)| scorer::score(p, &knowledge)).collect();
    let all = scorer::total(&scores);
    assert!(all.f1 >= 0.78 && all.precision >= 0.895, "{all:?}");
    assert_eq!(all.cliches_fine, all.cliches, "{all:?}");
    assert!(all.top3 >= 24 && all.noise_recurring <= 3 && all.singles_above == 0, "{all:?}");
}

#[test]
fn points_of_our_own_personas() {
    let knowledge = knowledge();
    let scores: Vec<_> = scorer::personas("own").unwrap().iter().map(|(_, p)| scorer::score(p, &knowledge)).collect();
    let all = scorer::total(&scores);
    assert!(all.f1 >= 0.68 && all.precision >= 0.78, "{all:?}");
    assert_eq!((all.noise_recurring, all.cliches_fine), (0, all.cliches), "{all:?}");
    assert!(all.singles_above <= 5, "{all:?}");
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
