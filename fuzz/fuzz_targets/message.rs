//! Sends the worker what is no message any more. What can be read of it is answered.
//!
//! `cargo xtask fuzz message --minutes 10`, or `cargo +nightly fuzz run message`.
#![cfg_attr(fuzzing, no_main)]

use std::sync::LazyLock;

use refrain::protocol::{Asked, Request};
use refrain::trial;
use refrain_core::Knowledge;
use refrain_fuzz::{Random, target};

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    Knowledge::from_bytes(include_bytes!("../../crates/refrain-core/data/knowledge.bin"))
        .unwrap_or_else(|e| panic!("{e}"))
});

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::message(&String::from_utf8_lossy(bytes), &KNOWLEDGE);
}

target!(check, make);

/// A request with some answers, or with a text of the user's own.
fn make(answers: &[String], random: &mut Random) -> String {
    if random.below(2) == 0 {
        let texts: Vec<&str> = (0..random.below(5)).map(|_| answers[random.below(answers.len())].as_str()).collect();
        return serde_json::to_string(&Request::Heed { text: texts.join("\n\n") }).unwrap_or_default();
    }
    let note = |at: usize, random: &mut Random| refrain_core::Note {
        id: at.to_string(),
        who: format!("interviewer {}", at % 3),
        text: answers[random.below(answers.len())].clone(),
        ..refrain_core::Note::default()
    };
    let notes = (0..random.below(5)).map(|at| note(at, random)).collect();
    let words = refrain_core::Anchor { note: "0".to_owned(), words: "calm".to_owned() };
    let brief = refrain_core::Brief {
        decisions: vec![refrain_core::Decision::Pin { point: vec![words] }],
        narrative: answers[random.below(answers.len())].clone(),
        ..refrain_core::Brief::default()
    };
    let request = Request::Analyse { id: 1, asked: Asked { notes, brief } };
    serde_json::to_string(&request).unwrap_or_default()
}
