//! Scores the engine on the personas in `tests/fixtures` and prints a table.
//!
//! `cargo run -q --release -p refrain-core --example eval [-- --plain]`
//!
//! Definitions. A gold mention *lands* in a theme of the engine when one of the theme's mentions covers at least one of its content words.
//! *Recall*: of the pairs of gold mentions of one theme in different interviews, those that land together. *Precision*: of the pairs of gold
//! mentions that land together, those of one theme (pairs of one theme inside one interview are left out). *F1* is the harmonic mean; totals are
//! means over personas. *Top 3*: how many of the three most recurring gold themes stand among the first five themes. *Doubts*: remarks
//! that are no praise, but stand in a theme of two or more interviews. *Clichés*: empty praise that is marked or not among the first five.
//! *Singles*: pairs of a gold theme of one interview that ranks above a recurring one. *Same*: of the first five suggestions, those whose two
//! points hold mostly one gold theme.

#[path = "../tests/scorer/mod.rs"]
mod scorer;

use std::process::ExitCode;

use refrain_core::{Knowledge, first_person};
use scorer::{Persona, Score, score, total};

/// Personas at whose errors nobody looked while the engine was made.
const HELD_BACK: [&str; 2] = ["mechanical-designer", "paralegal-compliance"];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let plain = std::env::args().any(|a| a == "--plain");
    let knowledge = if plain {
        Knowledge::plain()
    } else {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/knowledge.bin");
        let bytes = std::fs::read(path).map_err(|error| format!("Could not read {path}: {error}."))?;
        Knowledge::from_bytes(&bytes).map_err(|error| error.to_string())?
    };
    println!(
        "{:<28} {:>6} {:>6} {:>6}  {:>5}  {:>7}  {:>8}  {:>7}  {:>5}",
        "", "recall", "prec.", "F1", "top 3", "doubts", "clichés", "singles", "same"
    );
    let gold = scorer::personas("gold")?;
    let (held, tuned): (Vec<_>, Vec<_>) = gold.into_iter().partition(|(name, _)| HELD_BACK.contains(&name.as_str()));
    for (title, personas) in [
        ("gold, tuned on", tuned),
        ("gold, held back", held),
        ("own, looked at", scorer::personas("own")?),
        ("own, held back", scorer::personas("held")?),
        ("later, known since", scorer::personas("later")?),
        ("later, second half", scorer::personas("later-held")?),
        ("wide, known since", scorer::personas("wide")?),
        ("wide, held back", scorer::personas("wide-held")?),
        ("blind, looked at", scorer::personas("blind")?),
        ("blind, held back", scorer::personas("blind-held")?),
    ] {
        let scores: Vec<(String, Score)> = personas
            .iter()
            .map(|(name, persona): &(String, Persona)| (name.clone(), score(persona, &knowledge)))
            .collect();
        for (name, score) in &scores {
            print_row(&format!("  {name}"), score);
        }
        print_row(title, &total(&scores.iter().map(|(_, s)| s.clone()).collect::<Vec<_>>()));
    }
    for name in ["looked-at", "held-back", "noted-looked-at", "noted-held-back"] {
        println!("remarks, {name}: {}", scorer::stances(name, &knowledge)?);
    }
    for name in ["whole-looked-at", "whole-held-back"] {
        println!("remarks, {name}: {}", scorer::stances_in_notes(name, &knowledge)?);
    }
    let lines = scorer::first_person_lines()?;
    let right = lines.iter().filter(|l| l.accepts(&first_person(&l.text, l.candidate.as_ref()).text)).count();
    println!("first person: {right} of {}", lines.len());
    Ok(())
}

fn print_row(name: &str, s: &Score) {
    println!(
        "{name:<28} {:>6.3} {:>6.3} {:>6.3}  {:>2}/{:<2}  {:>3}/{:<3}  {:>3}/{:<3}  {:>7}  {:>2}/{:<2}",
        s.recall,
        s.precision,
        s.f1,
        s.top3,
        s.top3_of,
        s.noise_recurring,
        s.noise,
        s.cliches_fine,
        s.cliches,
        s.singles_above,
        s.same,
        s.same_of
    );
}
