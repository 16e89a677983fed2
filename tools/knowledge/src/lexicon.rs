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
    /// Whole notes, part by part.
    pub(crate) notes: Vec<Vec<Part>>,
    /// What is said about the strengths of invented candidates.
    pub(crate) candidates: Vec<Candidate>,
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

/// What a part of a note is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Doing {
    Praise,
    Doubt,
    /// Or nothing at all.
    Fact,
}

/// A part of a note, and what it is doing.
pub(crate) type Part = (Doing, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Notes {
    notes: Vec<Vec<String>>,
}

/// A candidate's strengths, each as its name and the remarks about it; see [`Candidate::remarks`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Candidate {
    #[serde(rename = "is")]
    _is: String,
    strengths: Vec<Vec<String>>,
}

impl Candidate {
    /// The remarks about each strength, without its name.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = &[String]> {
        self.strengths.iter().map(|strength| strength.get(1..).unwrap_or_default())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Candidates {
    candidate: Vec<Candidate>,
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
        notes: notes(folder)?,
        candidates: candidates(folder)?,
        senses: senses(folder)?,
        cliches: file::<Catalogue>(folder, "cliches.toml")?.concept,
        concepts,
    })
}

fn notes(folder: &Path) -> Result<Vec<Vec<Part>>, String> {
    let mut out = Vec::new();
    for name in all_in(folder, "notes")? {
        for note in file::<Notes>(folder, &name)?.notes {
            out.push(note.iter().map(|part| read_part(part, &name)).collect::<Result<_, _>>()?);
        }
    }
    Ok(out)
}

fn candidates(folder: &Path) -> Result<Vec<Candidate>, String> {
    let mut out = Vec::new();
    for name in all_in(folder, "candidates")? {
        out.extend(file::<Candidates>(folder, &name)?.candidate);
    }
    Ok(out)
}

/// The files in a folder of the lexicon, in the order of their names, which is that in which they are learned from.
fn all_in(folder: &Path, within: &str) -> Result<Vec<String>, String> {
    let path = folder.join(within);
    let unread = |error: std::io::Error| format!("Could not read {}: {error}.", path.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(&path).map_err(unread)? {
        names.push(format!("{within}/{}", entry.map_err(unread)?.file_name().to_string_lossy()));
    }
    names.retain(|name| name.ends_with(".toml"));
    names.sort_unstable();
    Ok(names)
}

fn read_part(part: &str, name: &str) -> Result<Part, String> {
    let (sign, text) = part.split_once(' ').unwrap_or((part, ""));
    let doing = match sign {
        "+" => Doing::Praise,
        "-" => Doing::Doubt,
        "=" => Doing::Fact,
        _ => return Err(format!("{name}: {part:?} must begin with +, - or = and a space.")),
    };
    Ok((doing, text.to_owned()))
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
