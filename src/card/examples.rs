//! A card for tests, of an invented person.

use super::{Card, Count, Line, Quote};

pub fn card() -> Card {
    let slots = [true, false, true, false, true, true, false, true, false, true];
    let counted = |slots: &[bool]| {
        Some(Count { said: slots.iter().filter(|said| **said).count(), all: slots.len(), slots: slots.to_vec() })
    };
    let quote =
        |by: &str, pieces: &[&str]| Quote { by: by.into(), pieces: pieces.iter().copied().map(Into::into).collect() };
    Card {
        title: "What interviewers keep telling me".into(),
        sub: "Ten interviews, March and April 2025. One stroke for each that made the point.".into(),
        end: "Ten answers to one question: what did you like about my background?".into(),
        lines: vec![
            Line {
                text: "I explain the hard part so anyone can follow.".into(),
                count: counted(&slots),
                quotes: vec![quote(
                    "A hiring manager",
                    &["You put the forecast into ", "words my drivers would use", ", <b>really</b>."],
                )],
            },
            Line {
                text: "I stay calm when the plan falls apart & say “so be it”.".into(),
                count: counted(&slots[..5]),
                quotes: vec![quote("", &["", "You stayed level", " the whole time."])],
            },
            Line {
                text: "I go and stand where the work is done.".into(),
                count: Some(Count { said: 40, all: 200, slots: Vec::new() }),
                quotes: Vec::new(),
            },
            Line { text: "Ich bleibe dran, bis es läuft.".into(), count: None, quotes: Vec::new() },
        ],
    }
}
