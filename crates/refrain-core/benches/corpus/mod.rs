//! Interviews in any number, made from the hand-labelled answers; the same ones every time.

#![allow(dead_code, reason = "each of its users takes a part")]

use std::path::Path;

use refrain_core::Note;
use serde::Deserialize;

#[derive(Deserialize)]
struct Persona {
    notes: Vec<Note>,
}

/// How the interviews of a corpus differ from the answers that they are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wordings {
    /// Not at all: beyond the number of answers they repeat, as a user's would not.
    Repeated,
    /// A quarter of the longer words is exchanged for others, so that hardly any two remarks are worded alike.
    Varied,
}

/// The answers of all personas, in a fixed order.
pub fn answers() -> Result<Vec<Note>, String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut notes = Vec::new();
    for folder in ["gold", "own"] {
        let folder = fixtures.join(folder);
        let entries = std::fs::read_dir(&folder).map_err(|e| format!("Could not read {}: {e}.", folder.display()))?;
        let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == "json")) {
            let unreadable = |e: &dyn std::fmt::Display| format!("Could not read {}: {e}.", path.display());
            let text = std::fs::read_to_string(&path).map_err(|e| unreadable(&e))?;
            notes.extend(serde_json::from_str::<Persona>(&text).map_err(|e| unreadable(&e))?.notes);
        }
    }
    Ok(notes)
}

/// How many words an interview has.
const WORDS: usize = 60;

/// So many interviews of [`WORDS`] words, each under its own id.
pub fn interviews(count: usize, wordings: Wordings, answers: &[Note]) -> Vec<Note> {
    let words: Vec<&str> = answers.iter().flat_map(|note| note.text.split_whitespace()).filter(is_longer).collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    (0..count)
        .zip(answers.iter().cycle())
        .map(|(number, answer)| {
            let text = from(number, answers);
            let mut note = Note { id: format!("interview {number}"), text, ..answer.clone() };
            if wordings == Wordings::Varied {
                note.text = varied(&note.text, &words, &mut random);
            }
            note
        })
        .collect()
}

/// An answer, and of those after it as much as is missing.
fn from(number: usize, answers: &[Note]) -> String {
    let lines = answers.iter().cycle().skip(number % answers.len().max(1)).flat_map(|answer| answer.text.lines());
    let mut text = String::new();
    let mut missing = WORDS;
    for line in lines {
        let words: Vec<&str> = line.split_whitespace().take(missing).collect();
        text += &words.join(" ");
        missing -= words.len();
        if missing == 0 {
            break;
        }
        text.push('\n');
    }
    text
}

fn varied(text: &str, words: &[&str], random: &mut Random) -> String {
    let exchanged = |word: &str| {
        let (bare, space) = word.split_at(word.trim_end().len());
        let other = is_longer(&bare) && random.below(4) == 0;
        if other { format!("{}{space}", words[random.below(words.len())]) } else { word.to_owned() }
    };
    text.split_inclusive(char::is_whitespace).map(exchanged).collect()
}

fn is_longer(word: &&str) -> bool {
    word.len() > 4 && word.chars().all(char::is_alphabetic)
}

/// Xorshift: enough to choose words, and the same everywhere.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit.max(1) as u64).unwrap_or_default()
    }
}
