//! Feeds the engine what nobody would write, and checks what must hold all the same.
//!
//! `cargo +nightly fuzz run analyze` lets libFuzzer choose the inputs. `cargo xtask fuzz analyze --minutes 10` does without either: it
//! changes the hand-labelled answers at random, the same way each time.
#![cfg_attr(fuzzing, no_main)]

#[path = "../src/input.rs"]
mod input;
use std::sync::LazyLock;

use input::Input;
use refrain_core::{Engine, Knowledge, Mention, Report};
use refrain_fuzz::{Random, target};

static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| {
    Knowledge::from_bytes(include_bytes!("../../crates/refrain-core/data/knowledge.bin"))
        .unwrap_or_else(|e| panic!("{e}"))
});

/// Panics where the engine breaks a promise.
fn check(bytes: &[u8]) {
    let Input { notes, brief } = Input::of(bytes);
    let report = Engine::new(KNOWLEDGE.clone()).analyze(&notes, &brief);
    for mention in mentions(&report) {
        let texts: Vec<&str> = notes.iter().filter(|n| n.id == mention.note).map(|n| n.text.as_str()).collect();
        let exact = texts.iter().any(|text| {
            let slice: String =
                text.chars().skip(mention.span.start).take(mention.span.end - mention.span.start).collect();
            slice == mention.text && mention.context.end <= text.chars().count()
        });
        assert!(exact, "{mention:?} is not in its note");
        assert!(mention.context.start <= mention.span.start && mention.span.end <= mention.context.end, "{mention:?}");
    }
    // Asked before about other notes, it answers the same.
    let mut engine = Engine::new(KNOWLEDGE.clone());
    for end in [notes.len() / 2, notes.len().saturating_sub(1), notes.len()] {
        let answer = engine.analyze(&notes[..end], &brief);
        assert!(end < notes.len() || answer == report, "Another answer with memory than without");
    }
}

fn mentions(report: &Report) -> impl Iterator<Item = &Mention> {
    let points = report.points.iter().flat_map(|p| &p.mentions);
    let doubts = report.doubts.iter().map(|d| &d.mention);
    let dropped = report.dropped.iter().map(|d| &d.mention);
    points.chain(doubts).chain(dropped).chain(report.suggestions.iter().flat_map(|s| &s.mentions))
}

target!(check, make);

/// A few answers with a decision or two.
fn make(answers: &[String], random: &mut Random) -> String {
    let mut text = String::new();
    for note in 0..random.below(12) {
        text.push(input::BORDER);
        text.push('n');
        text.push(char::from(b'0' + (note % 16) as u8));
        text.push_str(&answers[random.below(answers.len())]);
    }
    for _ in 0..random.below(5) {
        let answer = &answers[random.below(answers.len())];
        let words: Vec<&str> = answer.split(' ').collect();
        let from = random.below(words.len());
        let to = (from + 1 + random.below(6)).min(words.len());
        text.push(input::BORDER);
        text.push(char::from(b"mavrhpdscwtl"[random.below(12)]));
        text.push(char::from(b'0' + random.below(16) as u8));
        text.push_str(&words[from..to].join(" "));
    }
    text
}
