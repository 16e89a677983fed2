//! Sends the worker what is no message any more. What can be read of it is answered.
//!
//! `cargo xtask fuzz message --minutes 10`, or `cargo +nightly fuzz run message`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(not(fuzzing))]
#[path = "../src/mutate.rs"]
mod mutate;

#[cfg(not(fuzzing))]
use refrain::protocol::{Asked, Request};
use refrain::trial;

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::message(&String::from_utf8_lossy(bytes));
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check(bytes));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    mutate::run(check, make)
}

/// A request with some answers.
#[cfg(not(fuzzing))]
fn make(answers: &[String], random: &mut mutate::Random) -> String {
    let note = |at: usize, random: &mut mutate::Random| refrain_core::Note {
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
