//! Prints the pitch of a file of notes, as `analyze` reads it, for 15, 30, 60 and 120 seconds.
//!
//! `cargo run -q --release -p refrain-core --example pitch -- FILE.json`

use std::process::ExitCode;

use refrain_core::{Brief, Engine, Knowledge, Note, PitchPlan};
use serde::Deserialize;

#[derive(Deserialize)]
struct Input {
    notes: Vec<Note>,
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let path = std::env::args().nth(1).ok_or("Name a file of notes: pitch FILE.json")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("Could not read {path}: {error}."))?;
    let input: Input =
        serde_json::from_str(&text).map_err(|error| format!("{path} is not a file of notes: {error}."))?;
    let knowledge =
        Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).map_err(|error| error.to_string())?;
    let plan =
        |seconds: u32| PitchPlan { id: format!("{seconds} s"), seconds, words_a_minute: 130, ..PitchPlan::default() };
    let brief = Brief { plans: [15, 30, 60, 120].map(plan).to_vec(), ..Brief::default() };
    let report = Engine::new(knowledge).analyze(&input.notes, &brief);
    for pitch in &report.pitches {
        let said: Vec<&str> = pitch.lines.iter().map(|line| line.text.as_str()).collect();
        println!("{} ({} words, {} s): {}", pitch.plan, pitch.words, pitch.seconds, said.join(" "));
    }
    for line in &report.pitch {
        println!("  > {}{}", line.text, if line.unsure { " (?)" } else { "" });
    }
    Ok(())
}
