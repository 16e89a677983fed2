//! Reads tables that no program would write, and reads back tables of interviews that nobody had.
//!
//! `cargo xtask fuzz table --minutes 10`, or `cargo +nightly fuzz run table`.
#![cfg_attr(fuzzing, no_main)]

#[cfg(not(fuzzing))]
#[path = "../src/mutate.rs"]
mod mutate;

use refrain::trial;

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::notes(&String::from_utf8_lossy(bytes));
    trial::interviews_as_table(bytes);
}

#[cfg(fuzzing)]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| check(bytes));

#[cfg(not(fuzzing))]
fn main() -> std::process::ExitCode {
    mutate::run(check, make)
}

/// A table with some answers in it.
#[cfg(not(fuzzing))]
fn make(answers: &[String], random: &mut mutate::Random) -> String {
    let delimiter = [",", ";", "\t"][random.below(3)];
    let mut text = ["who", "company", "stage", "date", "answer"].join(delimiter);
    for row in 0..random.below(8) {
        let answer = answers[random.below(answers.len())].replace('"', "\"\"");
        let day = format!("{:02}/03/2026", row + 1);
        text.push('\n');
        text.push_str(&["Bram Teasel", "Larkspur Homes", "panel", &day, &format!("\"{answer}\"")].join(delimiter));
    }
    text
}
