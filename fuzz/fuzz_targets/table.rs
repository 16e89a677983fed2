//! Reads tables that no program would write, and reads back tables of interviews that nobody had.
//!
//! `cargo xtask fuzz table --minutes 10`, or `cargo +nightly fuzz run table`.
#![cfg_attr(fuzzing, no_main)]

use refrain::trial;
use refrain_fuzz::{Random, target};

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::notes(&String::from_utf8_lossy(bytes));
    trial::interviews_as_table(bytes);
}

target!(check, make);

/// A table with some answers in it.
fn make(answers: &[String], random: &mut Random) -> String {
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
