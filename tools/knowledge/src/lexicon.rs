//! Reads the lexicon files that people edit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Debug)]
pub(crate) struct Lexicon {
    pub(crate) frames: Frames,
    pub(crate) aliases: BTreeMap<String, String>,
    /// Remarks that are no praise.
    pub(crate) remarks: Vec<String>,
    /// Words and phrases of each sense.
    pub(crate) senses: BTreeMap<String, Vec<String>>,
    pub(crate) cliches: Vec<Concept>,
    pub(crate) concepts: Vec<Concept>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Frames {
    pub(crate) lead: Vec<String>,
    pub(crate) tail: Vec<String>,
    pub(crate) doubt: Vec<String>,
    pub(crate) safe: Vec<String>,
    pub(crate) neutral: Vec<String>,
    pub(crate) cliche: Vec<String>,
    pub(crate) job: Vec<String>,
    pub(crate) empty: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Concept {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) field: String,
    pub(crate) wordings: Vec<String>,
    #[serde(default)]
    pub(crate) near: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Aliases {
    alias: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Remarks {
    remark: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    concept: Vec<Concept>,
}

/// The files of the catalogue, in the order in which their concepts are numbered.
const CATALOGUE: [&str; 4] = ["business.toml", "character.toml", "service.toml", "technology.toml"];

pub(crate) fn read(folder: &Path) -> Result<Lexicon, String> {
    let mut concepts = Vec::new();
    for name in CATALOGUE {
        concepts.extend(file::<Catalogue>(folder, name)?.concept);
    }
    Ok(Lexicon {
        frames: file(folder, "frames.toml")?,
        aliases: file::<Aliases>(folder, "aliases.toml")?.alias,
        remarks: file::<Remarks>(folder, "remarks.toml")?.remark,
        senses: senses(folder)?,
        cliches: file::<Catalogue>(folder, "cliches.toml")?.concept,
        concepts,
    })
}

/// The senses of both files together. Sections are for the readers only; within one file a sense may stand in one of them alone.
fn senses(folder: &Path) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in ["senses.toml", "idioms.toml"] {
        let sections: BTreeMap<String, BTreeMap<String, String>> = file(folder, name)?;
        let mut here = BTreeSet::new();
        for (sense, words) in sections.into_values().flatten() {
            let words = words.split(',').map(|w| w.trim().to_owned()).filter(|w| !w.is_empty());
            out.entry(sense.clone()).or_default().extend(words);
            if let Some(sense) = here.replace(sense) {
                return Err(format!("{name} has the sense {sense:?} in two sections. Bring them together."));
            }
        }
    }
    Ok(out)
}

fn file<T: DeserializeOwned>(folder: &Path, name: &str) -> Result<T, String> {
    let path = folder.join(name);
    let text =
        std::fs::read_to_string(&path).map_err(|error| format!("Could not read {}: {error}.", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("{} cannot be understood:\n{error}", path.display()))
}
