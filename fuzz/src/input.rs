//! Bytes, read as notes and a brief. Any bytes are some input.
//!
//! Parts stand between bytes 1. The first letter of a part says what it is, the second chooses a note or a number where one is needed, and
//! the rest is its text.

use refrain_core::{Anchor, Brief, Decision, Note, PitchPlan, PlannedLine, PointAnchor, Story};

pub const BORDER: char = '\u{1}';

#[derive(Debug, Default)]
pub struct Input {
    pub notes: Vec<Note>,
    pub brief: Brief,
}

impl Input {
    pub fn of(bytes: &[u8]) -> Self {
        let mut input = Self::default();
        for part in String::from_utf8_lossy(bytes).split(BORDER) {
            let mut letters = part.chars();
            let (kind, number) = (letters.next().unwrap_or('n'), letters.next().map_or(0, u32::from));
            input.add(kind, number, letters.as_str());
        }
        input
    }

    fn add(&mut self, kind: char, number: u32, text: &str) {
        let point = || -> PointAnchor { text.split('|').map(|words| anchor(number, words)).collect() };
        let one = || anchor(number, text);
        let decisions = &mut self.brief.decisions;
        match kind {
            'm' => {
                let (these, those) = text.split_once('/').unwrap_or((text, ""));
                decisions.push(Decision::Merge {
                    these: vec![one()],
                    those: vec![anchor(number + 1, those), anchor(number, these)],
                });
            }
            'a' => decisions.push(Decision::Apart { these: point(), those: vec![anchor(number + 1, text)] }),
            'v' => decisions.push(Decision::Move { mention: one(), to: vec![anchor(number / 2, text)] }),
            'r' => decisions.push(Decision::Rename { point: point(), label: text.to_owned() }),
            'h' => decisions.push(Decision::Hide { point: point() }),
            'p' => decisions.push(Decision::Pin { point: point() }),
            'd' => decisions.push(Decision::Doubt { mention: one() }),
            's' => decisions.push(Decision::Strength { mention: one() }),
            'c' => decisions.push(Decision::NotCliche { point: point() }),
            'w' => self.brief.narrative.push_str(text),
            't' => self.brief.stories.push(Story {
                point: point(),
                happened: text.to_owned(),
                did: text.to_owned(),
                result: text.to_owned(),
            }),
            'l' => self.brief.plans.push(PitchPlan {
                id: number.to_string(),
                seconds: number * 7 % 200,
                words_a_minute: number * 13 % 400,
                lines: vec![PlannedLine {
                    point: point(),
                    text: (number % 2 == 0).then(|| text.to_owned()),
                    pinned: number % 3 == 0,
                    ..PlannedLine::default()
                }],
            }),
            _ => self.notes.push(Note {
                // Few, so that some notes share one.
                id: (number % 16).to_string(),
                who: format!("interviewer {}", number % 5),
                company: format!("company {}", number % 3),
                date: Some(format!("2026-01-{:02}", number % 28 + 1)),
                text: text.to_owned(),
                ..Note::default()
            }),
        }
    }
}

fn anchor(note: u32, words: &str) -> Anchor {
    Anchor { note: (note % 16).to_string(), words: words.to_owned() }
}
