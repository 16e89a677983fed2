//! Writes the compact form.

use std::collections::BTreeMap;

use refrain_core::{KNOWLEDGE_VERSION, fnv1a, stems};

use crate::lexicon::{Concept, Lexicon};

/// What the engine carries: frames, aliases, empty praise, and the weights of common stems.
pub(crate) fn plain(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    const COMMON: usize = 25;
    compile(lexicon, &lexicon.cliches.iter().collect::<Vec<_>>(), COMMON)
}

/// Everything.
pub(crate) fn full(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    compile(lexicon, &lexicon.cliches.iter().chain(&lexicon.concepts).collect::<Vec<_>>(), 0)
}

/// Stems that stand in fewer than `rare` wordings are left out, unless a wording of `concepts` has them.
fn compile(lexicon: &Lexicon, concepts: &[&Concept], rare: usize) -> Result<Vec<u8>, String> {
    let frequencies = frequencies(lexicon);
    let total = lexicon.cliches.iter().chain(&lexicon.concepts).map(|c| c.wordings.len()).sum::<usize>();
    let used = frequencies_of(concepts.iter().copied());
    let kept: Vec<(&String, u8)> = frequencies
        .iter()
        .filter(|(stem, count)| **count >= rare || used.contains_key(*stem))
        .map(|(stem, &count)| (stem, weight(count, total)))
        .collect();
    let ids: BTreeMap<&str, usize> = kept.iter().enumerate().map(|(id, (stem, _))| (stem.as_str(), id)).collect();

    let mut out = Vec::new();
    section(&mut out, b"FRAM", frames(lexicon)?)?;
    section(&mut out, b"STEM", stem_table(&kept)?)?;
    section(&mut out, b"ALIA", aliases(lexicon)?)?;
    section(&mut out, b"CONC", concept_table(concepts)?)?;
    section(&mut out, b"WORD", wordings(concepts, &ids)?)?;

    let mut file = b"RFRN".to_vec();
    file.extend(KNOWLEDGE_VERSION.to_le_bytes());
    file.extend(fnv1a(&out).to_le_bytes());
    file.extend(out);
    Ok(file)
}

fn frequencies(lexicon: &Lexicon) -> BTreeMap<String, usize> {
    frequencies_of(lexicon.cliches.iter().chain(&lexicon.concepts))
}

/// In how many wordings each stem stands.
fn frequencies_of<'c>(concepts: impl Iterator<Item = &'c Concept>) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for concept in concepts {
        for wording in &concept.wordings {
            let mut own = stems(wording);
            own.sort_unstable();
            own.dedup();
            for stem in own {
                *out.entry(stem).or_insert(0) += 1;
            }
        }
    }
    out
}

/// Inverse document frequency, 255 for a stem that stands in one wording only.
fn weight(count: usize, total: usize) -> u8 {
    let most = (total as f64).ln();
    ((total as f64 / count as f64).ln() / most * 255.0).round().clamp(1.0, 255.0) as u8
}

fn frames(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    let kinds = [&lexicon.frames.lead, &lexicon.frames.doubt, &lexicon.frames.neutral, &lexicon.frames.empty];
    let mut out = count(kinds.iter().map(|k| k.len()).sum())?;
    for (kind, patterns) in (0u8..).zip(kinds) {
        for pattern in patterns {
            out.push(kind);
            text(&mut out, pattern)?;
        }
    }
    Ok(out)
}

fn stem_table(kept: &[(&String, u8)]) -> Result<Vec<u8>, String> {
    let mut out = count(kept.len())?;
    let mut last = "";
    for (stem, weight) in kept {
        let mut shared = stem.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count().min(255);
        while !stem.is_char_boundary(shared) {
            shared -= 1;
        }
        out.push(u8::try_from(shared).map_err(|_| format!("The stem {stem:?} is too long."))?);
        text(&mut out, &stem[shared..])?;
        out.push(*weight);
        last = stem;
    }
    Ok(out)
}

fn aliases(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    let mut out = count(lexicon.aliases.len())?;
    for (short, long) in &lexicon.aliases {
        text(&mut out, short)?;
        text(&mut out, long)?;
    }
    Ok(out)
}

fn concept_table(concepts: &[&Concept]) -> Result<Vec<u8>, String> {
    let mut out = count(concepts.len())?;
    for concept in concepts {
        out.push(u8::from(concept.field == "cliche"));
        text(&mut out, &concept.name)?;
    }
    Ok(out)
}

fn wordings(concepts: &[&Concept], ids: &BTreeMap<&str, usize>) -> Result<Vec<u8>, String> {
    let mut out = count(concepts.iter().map(|c| c.wordings.len()).sum())?;
    for (index, concept) in concepts.iter().enumerate() {
        let index = u16::try_from(index).map_err(|_| "There are more than 65,535 concepts.".to_owned())?;
        for wording in &concept.wordings {
            let mut own: Vec<u16> = stems(wording)
                .iter()
                .filter_map(|s| ids.get(s.as_str()))
                .filter_map(|&id| u16::try_from(id).ok())
                .collect();
            own.sort_unstable();
            own.dedup();
            out.extend(index.to_le_bytes());
            out.push(
                u8::try_from(own.len())
                    .map_err(|_| format!("A wording of {:?} is too long: {wording:?}.", concept.id))?,
            );
            for id in own {
                out.extend(id.to_le_bytes());
            }
        }
    }
    Ok(out)
}

fn section(out: &mut Vec<u8>, tag: &[u8; 4], content: Vec<u8>) -> Result<(), String> {
    out.extend(tag);
    out.extend(count(content.len())?);
    out.extend(content);
    Ok(())
}

fn count(number: usize) -> Result<Vec<u8>, String> {
    u32::try_from(number).map(|n| n.to_le_bytes().to_vec()).map_err(|_| "The lexicon is too large.".to_owned())
}

fn text(out: &mut Vec<u8>, text: &str) -> Result<(), String> {
    let length = u16::try_from(text.len()).map_err(|_| format!("Too long for the knowledge file: {text:?}."))?;
    out.extend(length.to_le_bytes());
    out.extend(text.as_bytes());
    Ok(())
}
