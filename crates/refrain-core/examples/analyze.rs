//! Prints the analysis of a file of notes as JSON.
//!
//! `cargo run -q --release -p refrain-core --example analyze -- FILE.json [--plain]`
//!
//! Beside `notes` the file may hold a `brief`: the user's decisions and texts. `--plain` leaves the catalogue and its table out. A file that is not such JSON is told on standard error, with exit code 2.

use std::process::ExitCode;

use refrain_core::{Brief, Engine, Knowledge, Mention, Note, Point, Report};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Input {
    notes: Vec<Note>,
    #[serde(default)]
    brief: Brief,
}

fn main() -> ExitCode {
    match run() {
        Ok(output) => {
            println!("{output}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<Value, String> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let plain = arguments.iter().any(|a| a == "--plain");
    arguments.retain(|a| a != "--plain");
    let [path] = arguments.as_slice() else {
        return Err("Name one file of notes: analyze FILE.json [--plain]".to_owned());
    };
    let text = std::fs::read_to_string(path).map_err(|error| format!("Could not read {path}: {error}."))?;
    let input: Input = serde_json::from_str(&text)
        .map_err(|error| format!("{path} is not a file of notes: {error}. It should look like {{\"notes\":[{{\"id\":…,\"who\":…,\"stage\":…,\"company\":…,\"text\":…}}]}}."))?;
    let knowledge = if plain {
        Knowledge::plain()
    } else {
        Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).map_err(|error| error.to_string())?
    };
    Ok(shown(&Engine::new(knowledge).analyze(&input.notes, &input.brief)))
}

fn shown(report: &Report) -> Value {
    json!({
        "themes": report.points.iter().map(theme).collect::<Vec<_>>(),
        "doubts": report.doubts.iter().map(|doubt| mention(&doubt.mention)).collect::<Vec<_>>(),
        "pitch": report.pitch.iter().map(|line| &line.text).collect::<Vec<_>>(),
    })
}

fn theme(point: &Point) -> Value {
    json!({
        "label": point.label,
        "interviews": point.interviews,
        "cliche": point.cliche,
        "mentions": point.mentions.iter().map(mention).collect::<Vec<_>>(),
    })
}

fn mention(mention: &Mention) -> Value {
    json!({ "note": mention.note, "start": mention.span.start, "end": mention.span.end, "text": mention.text })
}
