//! Compiles `crates/refrain-core/lexicon/*.toml` into `data/plain.bin`, which the engine carries, and `data/knowledge.bin`, which
//! it is given. The same lexicon gives the same bytes. The layout is described at `refrain-core/src/lexicon.rs`.

mod general;
mod lexicon;
mod manner;
mod prune;
mod train;
mod write;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/refrain-core");
    match run(&core) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Fitting the table takes two minutes; `plain` as an argument leaves it, for work on frames and clichés.
fn run(core: &Path) -> Result<(), String> {
    let mut lexicon = lexicon::read(&core.join("lexicon"))?;
    prune::misleading_out(&mut lexicon);
    keep(core, "plain.bin", &write::plain(&lexicon)?)?;
    if std::env::args().nth(1).as_deref() != Some("plain") {
        let general = general::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))?;
        keep(core, "knowledge.bin", &write::full(&lexicon, &general)?)?;
    }
    Ok(())
}

fn keep(core: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = core.join("data").join(name);
    std::fs::write(&path, bytes).map_err(|error| format!("Could not write {}: {error}.", path.display()))?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use refrain_core::{Knowledge, phrase_keys};

    use super::*;
    use crate::lexicon::{Concept, Lexicon};

    fn core() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/refrain-core")
    }

    fn lexicon() -> Lexicon {
        lexicon::read(&core().join("lexicon")).unwrap()
    }

    fn concepts(lexicon: &Lexicon) -> Vec<&Concept> {
        lexicon.cliches.iter().chain(&lexicon.concepts).collect()
    }

    /// A wording without case and punctuation.
    fn folded(wording: &str) -> String {
        wording
            .to_lowercase()
            .chars()
            .filter(|c| c.is_alphanumeric() || *c == ' ')
            .collect::<String>()
            .trim()
            .to_owned()
    }

    #[test]
    fn shipped_files_match_the_lexicon() {
        let mut lexicon = lexicon();
        prune::misleading_out(&mut lexicon);
        let advice = "run `cargo run --release -p knowledge` and commit crates/refrain-core/data";
        // What is fitted, last in the files, takes minutes to fit again: a checksum of what it was learned from is compared instead.
        let (_, tables) = write::tables(&lexicon).unwrap();
        for (name, tables) in [("plain.bin", write::plain_tables(&lexicon).unwrap()), ("knowledge.bin", tables)] {
            let shipped = std::fs::read(core().join("data").join(name)).unwrap();
            let mut at = 14;
            for (tag, content) in &tables {
                let same = shipped[at..at + 4] == **tag && shipped[at + 8..at + 8 + content.len()] == content[..];
                assert!(same, "{name}: {advice}");
                at += 8 + content.len();
            }
            let learned = write::learned_from(&lexicon).to_le_bytes();
            assert!(shipped[at..at + 4] == *b"MANN" && shipped[at + 8..at + 16] == learned, "{name}: {advice}");
        }
        let shipped = std::fs::read(core().join("data/knowledge.bin")).unwrap();
        assert!(Knowledge::from_bytes(&shipped).is_ok());
    }

    #[test]
    fn ids_and_wordings_stand_once() {
        let lexicon = lexicon();
        let mut ids = BTreeSet::new();
        let mut wordings: BTreeMap<String, &str> = BTreeMap::new();
        for concept in concepts(&lexicon) {
            assert!(ids.insert(&concept.id), "the id {:?} stands twice", concept.id);
            assert_eq!(concept.field == "cliche", concept.id.starts_with("cliche-"), "{:?}", concept.id);
            for wording in &concept.wordings {
                if let Some(other) = wordings.insert(folded(wording), &concept.id) {
                    panic!("{wording:?} stands in {other:?} and in {:?}", concept.id);
                }
            }
        }
    }

    #[test]
    fn every_entry_says_something() {
        let lexicon = lexicon();
        for concept in concepts(&lexicon) {
            assert!(concept.wordings.len() >= 10, "{:?} has few wordings", concept.id);
            for text in concept.wordings.iter().chain(&concept.near) {
                assert!(!folded(text).is_empty(), "{:?} has an empty entry", concept.id);
            }
        }
        for (sense, words) in &lexicon.senses {
            let mut seen = BTreeSet::new();
            for word in words {
                assert!(!phrase_keys(word).is_empty(), "{word:?} under {sense:?} can never be found");
                assert!(seen.insert(word), "{word:?} stands twice under {sense:?}");
            }
        }
    }

    #[test]
    fn no_concept_swallows_another() {
        let lexicon = lexicon();
        let knowledge = Knowledge::plain();
        let profile = |concept: &Concept| {
            let mut counts: BTreeMap<String, f64> = BTreeMap::new();
            for sign in concept.wordings.iter().flat_map(|w| knowledge.signs_of(w)) {
                *counts.entry(sign).or_default() += 1.0;
            }
            let length = counts.values().map(|n| n * n).sum::<f64>().sqrt();
            counts.into_iter().map(|(sign, n)| (sign, n / length)).collect::<BTreeMap<_, _>>()
        };
        let all: Vec<(&Concept, BTreeMap<String, f64>)> =
            concepts(&lexicon).into_iter().map(|c| (c, profile(c))).collect();
        for (i, (a, x)) in all.iter().enumerate() {
            for (b, y) in &all[i + 1..] {
                let shared: f64 = x.iter().filter_map(|(sign, n)| y.get(sign).map(|m| n * m)).sum();
                assert!(
                    shared < 0.9,
                    "{:?} and {:?} use the same words ({shared:.2}): bring them together",
                    a.id,
                    b.id
                );
            }
        }
    }
}
