//! What a visitor's browser fetches, weighed as a host sends it: compressed with brotli.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::tools::node;
use crate::{Outcome, command, place, stamp};

/// Bytes that may be fetched before the page can be used: 130 KB, a bit over a second on a slow phone connection.
const FIRST_LOAD: u64 = 130_000;
/// Bytes of later screens, which the page fetches when it is idle.
const LATER: u64 = 400_000;
/// Bytes of data that the engine may fetch after that.
const ENGINE_DATA: u64 = 700_000;

/// Bytes of the script that other sites load to embed Refrain or a card.
const EMBED: u64 = 4_000;
/// Bytes that a card needs: all that is fetched for it.
const CARD: u64 = 60_000;

/// What is loaded inside other sites alone. The page names the last two and fetches them only in a frame.
const EMBED_FILES: &[&str] = &["embed.js", "embed.d.ts", "frame.css"];
const CARD_FILES: &[&str] = &["card.html", "card.js", "card.css", "frame.js", "tokens.css", "base.css", "icon.svg"];
/// What the names of the recovery page's files begin with: index.html names them, and fetches none before they are asked for.
const RECOVERY: &str = "recover.";

/// A built page, its files in groups by when they are fetched, each with its weight in bytes.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    first_load: Vec<(String, u64)>,
    later: Vec<(String, u64)>,
    engine_code: Vec<(String, u64)>,
    engine_data: Vec<(String, u64)>,
    embed: Vec<(String, u64)>,
    card: Vec<(String, u64)>,
    on_demand: Vec<(String, u64)>,
}

/// Weighs what is in dist/.
pub(crate) fn weigh() -> Outcome<Weights> {
    let dist = place::dist();
    let mut files = Vec::new();
    list(&dist, &dist, &mut files)?;
    let first = first_load(&dist, &files)?;
    let weights = brotli(&dist, &files)?;
    let mut all = Weights::default();
    for (file, weight) in files.into_iter().zip(weights) {
        let group = if EMBED_FILES.contains(&file.as_str()) {
            &mut all.embed
        } else if CARD_FILES.contains(&file.as_str()) {
            &mut all.card
        } else if first.contains(&file) {
            &mut all.first_load
        } else if !file.starts_with("engine-") {
            // Of code, only what was split off the page.
            if file.ends_with(".wasm") { &mut all.later } else { &mut all.on_demand }
        } else if file.ends_with(stamp::LATER_STYLES) {
            &mut all.later
        } else if file.ends_with(".js") || file.ends_with(".wasm") {
            &mut all.engine_code
        } else {
            &mut all.engine_data
        };
        group.push((file, weight));
    }
    Ok(all)
}

impl Weights {
    pub(crate) fn print(&self) {
        print_group("First load, in brotli", &self.first_load);
        print_group("Fetched after first paint: later screens", &self.later);
        print_group("Fetched after first paint: the engine", &self.engine_code);
        print_group("Fetched after first paint: the engine's data", &self.engine_data);
        print_group("Fetched by other sites, to embed", &self.embed);
        print_group("Fetched for a card", &self.card);
        print_group("Fetched when asked for", &self.on_demand);
    }

    /// Fails if a group weighs more than it may.
    pub(crate) fn check(&self) -> Outcome {
        within("The first load", total(&self.first_load), FIRST_LOAD)?;
        within("The code of later screens", total(&self.later), LATER)?;
        within("The engine's data", total(&self.engine_data), ENGINE_DATA)?;
        let script: Vec<_> = self.embed.iter().filter(|(file, _)| file == EMBED_FILES[0]).cloned().collect();
        within("The script for other sites", total(&script), EMBED)?;
        within("A card", total(&self.card), CARD)
    }
}

fn within(what: &str, weight: u64, limit: u64) -> Outcome {
    if weight > limit {
        return Err(format!(
            "{what} weighs {weight} bytes, {} more than it may. Make it lighter, or fetch less of it.",
            weight - limit
        ));
    }
    println!("{what} weighs {} of the {} it may.", kilobytes(weight), kilobytes(limit));
    Ok(())
}

fn print_group(heading: &str, files: &[(String, u64)]) {
    if files.is_empty() {
        return;
    }
    println!("{heading}: {}", kilobytes(total(files)));
    for (file, weight) in files {
        println!("  {:>9}  {file}", kilobytes(*weight));
    }
}

fn total(files: &[(String, u64)]) -> u64 {
    files.iter().map(|(_, weight)| weight).sum()
}

/// A kilobyte is a thousand bytes.
fn kilobytes(bytes: u64) -> String {
    format!("{:.1} KB", bytes as f64 / 1000.0)
}

/// The files that index.html names, and those that its style sheets name: a browser fetches them before it paints.
fn first_load(dist: &Path, files: &[String]) -> Outcome<BTreeSet<String>> {
    let index = "index.html";
    let mut first = BTreeSet::from([index.to_owned()]);
    let mut unread = vec![index.to_owned()];
    while let Some(file) = unread.pop() {
        let path = dist.join(&file);
        let text = fs::read_to_string(&path)
            .map_err(|error| format!("{} cannot be read: {error}. Run `cargo xtask build` first.", path.display()))?;
        for named in files.iter().filter(|named| !named.starts_with(RECOVERY) && text.contains(named.as_str())) {
            if first.insert(named.clone()) && named.ends_with(".css") {
                unread.push(named.clone());
            }
        }
    }
    Ok(first)
}

fn list(root: &Path, folder: &Path, files: &mut Vec<String>) -> Outcome {
    let unreadable = |error| format!("{} cannot be read: {error}. Run `cargo xtask build` first.", folder.display());
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            list(root, &path, files)?;
        } else if let Ok(name) = path.strip_prefix(root) {
            files.push(name.to_string_lossy().replace('\\', "/"));
        }
    }
    Ok(())
}

/// The weight of each file. Node carries a brotli, so that no crate has to be compiled for it.
fn brotli(dist: &Path, files: &[String]) -> Outcome<Vec<u64>> {
    const WEIGH: &str = "
        const { readFileSync } = require('node:fs');
        const { brotliCompressSync } = require('node:zlib');
        for (const file of process.argv.slice(1)) console.log(brotliCompressSync(readFileSync(file)).length);";
    node::check()?;
    let mut node = command::command("node");
    node.args(["-e", WEIGH, "--"]).args(files).current_dir(dist);
    let printed = command::output(&mut node).ok_or("The files in dist/ could not be weighed with Node.")?;
    let weights: Vec<u64> = printed.lines().filter_map(|line| line.parse().ok()).collect();
    match weights.len() == files.len() {
        true => Ok(weights),
        false => Err("Node did not weigh every file in dist/. Run `cargo xtask build` again.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weights(first_load: u64, later: u64, engine_data: u64) -> Weights {
        let file = |weight| vec![("file".to_owned(), weight)];
        Weights {
            first_load: file(first_load),
            later: file(later),
            engine_data: file(engine_data),
            ..Weights::default()
        }
    }

    #[test]
    fn a_page_at_the_limit_passes_and_one_byte_more_does_not() {
        assert_eq!(weights(FIRST_LOAD, LATER, ENGINE_DATA).check(), Ok(()));
        assert!(weights(FIRST_LOAD + 1, 0, 0).check().is_err_and(|problem| problem.contains("130001 bytes, 1 more")));
        assert!(weights(0, LATER + 1, 0).check().is_err_and(|problem| problem.contains("later screens weighs")));
        assert!(weights(0, 0, ENGINE_DATA + 1).check().is_err_and(|problem| problem.contains("The engine's data")));
        let embed = |weight| Weights { embed: vec![("embed.js".into(), weight)], ..Weights::default() };
        assert_eq!(embed(EMBED).check(), Ok(()));
        assert!(embed(EMBED + 1).check().is_err_and(|problem| problem.contains("The script for other sites")));
        let card = Weights { card: vec![("card.js".into(), CARD + 1)], ..Weights::default() };
        assert!(card.check().is_err_and(|problem| problem.contains("A card weighs")));
    }
}
