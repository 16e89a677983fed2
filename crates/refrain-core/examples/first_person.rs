//! Prints each line of a file of feedback in the first person.
//!
//! `cargo run -q --release -p refrain-core --example first_person -- FILE.jsonl`, each line
//! `{"in": …, "candidate": {"name": …, "pronouns": …} or null}`.

use std::process::ExitCode;

use refrain_core::{Candidate, first_person};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "in")]
    text: String,
    #[serde(default)]
    candidate: Option<Named>,
}

#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    name: String,
    #[serde(default)]
    pronouns: String,
}

fn main() -> ExitCode {
    match run() {
        Ok(lines) => {
            for line in lines {
                println!("{line}");
            }
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Vec<String>, String> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [path] = arguments.as_slice() else {
        return Err("Name one file of feedback: first_person FILE.jsonl".to_owned());
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("Could not read {path}: {error}."))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, line)| {
            let line: Line = serde_json::from_str(line)
                .map_err(|error| format!("Line {} of {path} cannot be understood: {error}. It should look like {{\"in\":…,\"candidate\":…}}.", number + 1))?;
            let candidate = line.candidate.map(|c| Candidate { name: c.name, pronouns: c.pronouns });
            Ok(first_person(&line.text, candidate.as_ref()).text.replace(['\n', '\r'], " "))
        })
        .collect()
}
