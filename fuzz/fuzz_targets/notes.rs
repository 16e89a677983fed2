//! Takes pasted text apart, whatever it is.
//!
//! `cargo xtask fuzz notes --minutes 10`, or `cargo +nightly fuzz run notes`.
#![cfg_attr(fuzzing, no_main)]

use refrain::trial;
use refrain_fuzz::{Random, target};

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::notes(&String::from_utf8_lossy(bytes));
}

target!(check, make);

/// Some answers in blocks, with headings or without, or as Markdown.
fn make(answers: &[String], random: &mut Random) -> String {
    let mut text = String::new();
    for _ in 0..random.below(8) {
        let heading = [
            "",
            "Bram Teasel, recruiter, Larkspur Homes, 4 March 2026\n",
            "# Ottoline Quill\n",
            "- ",
            "HR, 2026-03-04\n",
        ];
        text.push_str(heading[random.below(heading.len())]);
        text.push_str(&answers[random.below(answers.len())]);
        text.push_str(["\n", "\n\n", "\r\n\r\n", "\n---\n"][random.below(4)]);
    }
    text
}
