//! Writes the compact form.

use std::collections::{BTreeMap, BTreeSet};

use refrain_core::{KNOWLEDGE_VERSION, Knowledge, fnv1a, phrase_keys};

use crate::general::General;
use crate::lexicon::{self, Concept, Lexicon};
use crate::manner::fit as fit_manner;
use crate::train::{Candidate, DIMENSIONS, Example, fit, unit_of};

/// What the engine carries: frames, aliases, empty praise, the weights of common stems, and the most telling features of manner.
pub(crate) fn plain(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    const FEW: usize = 1000;
    let mut sections = plain_tables(lexicon)?;
    sections.push((b"MANN", manner(lexicon, FEW)?));
    file(&sections)
}

/// All that the engine carries but manner.
pub(crate) fn plain_tables(lexicon: &Lexicon) -> Result<Vec<Section>, String> {
    const COMMON: usize = 25;
    let reading = reader(lexicon, false)?;
    let cliches: Vec<&Concept> = lexicon.cliches.iter().collect();
    let frequencies = frequencies(all_wordings(lexicon), &reading);
    let used = self::frequencies(cliches.iter().flat_map(|c| &c.wordings), &reading).0;
    let kept = weighed(&frequencies, |stem, count| count >= COMMON || used.contains_key(stem));
    Ok(vec![
        (b"FRAM", frames(lexicon)?),
        (b"SIGN", sign_table(&kept)?),
        (b"ALIA", aliases(lexicon)?),
        (b"CONC", concept_table(&cliches)?),
        (b"WORD", wordings(&lexicon.cliches, &numbers(&kept), &reading)?),
    ])
}

/// A section of a knowledge file: its tag and its content.
pub(crate) type Section = (&'static [u8; 4], Vec<u8>);

/// Everything: the tables, and what is fitted: manner, and the vectors.
pub(crate) fn full(lexicon: &Lexicon, general: &General) -> Result<Vec<u8>, String> {
    /// Features of manner that earn their bytes (ADR 0020).
    const MOST: usize = 30000;
    let (signs, mut sections) = tables(lexicon)?;
    let concepts: Vec<&Concept> = lexicon.cliches.iter().chain(&lexicon.concepts).collect();
    sections.push((b"MANN", manner(lexicon, MOST)?));
    let [vectors, centres] = vectors(&concepts, &lexicon.candidates, &signs, &reader(lexicon, true)?, general)?;
    sections.extend([(b"VECT", vectors), (b"CENT", centres)]);
    file(&sections)
}

/// The signs, in order, and all sections of the full file but those that are fitted.
pub(crate) fn tables(lexicon: &Lexicon) -> Result<(Vec<String>, Vec<Section>), String> {
    let reading = reader(lexicon, true)?;
    let concepts: Vec<&Concept> = lexicon.cliches.iter().chain(&lexicon.concepts).collect();
    let frequencies = frequencies(all_wordings(lexicon), &reading);
    let kept = weighed(&frequencies, |_, _| true);
    let sections: Vec<Section> = vec![
        (b"SIGN", sign_table(&kept)?),
        (b"SENS", senses(lexicon)?),
        (b"CONC", concept_table(&concepts)?),
        (b"WORD", wordings(&lexicon.cliches, &numbers(&kept), &reading)?),
    ];
    Ok((frequencies.0.keys().cloned().collect(), sections))
}

/// Knowledge enough to read wordings as the engine will read clauses.
fn reader(lexicon: &Lexicon, with_senses: bool) -> Result<Knowledge, String> {
    let mut sections: Vec<Section> = vec![(b"ALIA", aliases(lexicon)?)];
    if with_senses {
        sections.push((b"SENS", senses(lexicon)?));
    }
    Knowledge::from_bytes(&file(&sections)?).map_err(|error| error.to_string())
}

fn file(sections: &[Section]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    for (tag, content) in sections {
        out.extend(*tag);
        out.extend(count(content.len())?);
        out.extend(content);
    }
    let mut file = b"RFRN".to_vec();
    file.extend(KNOWLEDGE_VERSION.to_le_bytes());
    file.extend(fnv1a(&out).to_le_bytes());
    file.extend(out);
    Ok(file)
}

/// The signs to ship, in order, with their weights.
fn weighed(
    (frequencies, total): &(BTreeMap<String, usize>, usize),
    keep: impl Fn(&str, usize) -> bool,
) -> Vec<(&str, u8)> {
    frequencies
        .iter()
        .filter(|(sign, count)| keep(sign, **count))
        .map(|(sign, &count)| (sign.as_str(), weight(count, *total)))
        .collect()
}

fn numbers<'f>(kept: &[(&'f str, u8)]) -> BTreeMap<&'f str, usize> {
    kept.iter().enumerate().map(|(number, (sign, _))| (*sign, number)).collect()
}

/// The wordings of the catalogue, and the remarks about the candidates.
fn all_wordings(lexicon: &Lexicon) -> impl Iterator<Item = &String> {
    let remarks = lexicon.candidates.iter().flat_map(lexicon::Candidate::remarks).flatten();
    lexicon.cliches.iter().chain(&lexicon.concepts).flat_map(|c| &c.wordings).chain(remarks)
}

/// In how many texts each sign stands, and how many texts these are.
fn frequencies<'t>(texts: impl Iterator<Item = &'t String>, reading: &Knowledge) -> (BTreeMap<String, usize>, usize) {
    let mut out = BTreeMap::new();
    let mut total = 0;
    for text in texts {
        let mut own = reading.signs_of(text);
        own.sort_unstable();
        own.dedup();
        for sign in own {
            *out.entry(sign).or_insert(0) += 1;
        }
        total += 1;
    }
    (out, total)
}

/// Inverse document frequency, 255 for a sign that stands in one wording only.
fn weight(count: usize, total: usize) -> u8 {
    let most = (total as f64).ln();
    ((total as f64 / count as f64).ln() / most * 255.0).round().clamp(1.0, 255.0) as u8
}

fn frames(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    let kinds = [
        &lexicon.frames.lead,
        &lexicon.frames.doubt,
        &lexicon.frames.neutral,
        &lexicon.frames.empty,
        &lexicon.frames.job,
        &lexicon.frames.safe,
        &lexicon.frames.cliche,
        &lexicon.frames.tail,
    ];
    let mut out = count(kinds.iter().map(|k| k.len()).sum())?;
    for (kind, patterns) in (0u8..).zip(kinds) {
        for pattern in patterns {
            out.push(kind);
            text(&mut out, pattern)?;
        }
    }
    Ok(out)
}

fn sign_table(kept: &[(&str, u8)]) -> Result<Vec<u8>, String> {
    let mut out = count(kept.len())?;
    let mut last = "";
    for &(sign, weight) in kept {
        let mut shared = sign.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count().min(255);
        while !sign.is_char_boundary(shared) {
            shared -= 1;
        }
        out.push(u8::try_from(shared).map_err(|_| format!("The stem {sign:?} is too long."))?);
        text(&mut out, &sign[shared..])?;
        out.push(weight);
        last = sign;
    }
    Ok(out)
}

/// A checksum of what is learned from, by which a test finds out that it has changed: fitting again takes a while.
pub(crate) fn learned_from(lexicon: &Lexicon) -> u64 {
    let mut all = format!("{:?} {:?}\n", lexicon.frames, lexicon.aliases);
    for (doing, part) in lexicon.notes.iter().flatten() {
        all += &format!("{doing:?} {part}\n");
    }
    for text in lexicon.remarks.iter().chain(all_wordings(lexicon)) {
        all += &format!("{text}\n");
    }
    fnv1a(all.as_bytes())
}

/// The features of manner that say most, by their hashes, each with its two weights in 32nds.
fn manner(lexicon: &Lexicon, most: usize) -> Result<Vec<u8>, String> {
    const UNIT: f32 = 32.0;
    let reading = Knowledge::from_bytes(&file(&[(b"FRAM", frames(lexicon)?), (b"ALIA", aliases(lexicon)?)])?)
        .map_err(|error| error.to_string())?;
    let fitted = fit_manner(lexicon, &reading, most);
    let mut out = learned_from(lexicon).to_le_bytes().to_vec();
    out.extend(count(fitted.len())?);
    for (feature, weights) in fitted {
        out.extend(u32::try_from(feature).map_err(|_| "A feature's hash is too long.".to_owned())?.to_le_bytes());
        out.extend(weights.map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8 as u8));
    }
    Ok(out)
}

fn senses(lexicon: &Lexicon) -> Result<Vec<u8>, String> {
    let mut phrases: Vec<(String, &str)> = lexicon
        .senses
        .iter()
        .flat_map(|(sense, words)| words.iter().map(move |w| (phrase_keys(w).join(" "), sense.as_str())))
        .filter(|(stems, _)| !stems.is_empty())
        .collect();
    phrases.sort_unstable();
    phrases.dedup();
    let mut out = count(phrases.len())?;
    for (stems, sense) in phrases {
        text(&mut out, &stems)?;
        text(&mut out, sense)?;
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

/// The wordings of empty praise, whose concepts are the first: of the others only the middle is shipped.
fn wordings(empty_praise: &[Concept], ids: &BTreeMap<&str, usize>, reading: &Knowledge) -> Result<Vec<u8>, String> {
    let mut out = count(empty_praise.iter().map(|c| c.wordings.len()).sum())?;
    for (index, concept) in empty_praise.iter().enumerate() {
        let index = u16::try_from(index).map_err(|_| "There are more than 65,535 concepts.".to_owned())?;
        for wording in &concept.wordings {
            let mut own: Vec<u16> = numbered(wording, ids, reading).filter_map(|id| u16::try_from(id).ok()).collect();
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

fn numbered<'i>(
    wording: &str,
    ids: &'i BTreeMap<&str, usize>,
    reading: &Knowledge,
) -> impl Iterator<Item = usize> + 'i {
    reading.signs_of(wording).into_iter().filter_map(|sign| ids.get(sign.as_str()).copied())
}

/// The fitted table: a row for each sign, and one for each concept, the middle of its wordings.
fn vectors(
    concepts: &[&Concept],
    candidates: &[lexicon::Candidate],
    signs: &[String],
    reading: &Knowledge,
    general: &General,
) -> Result<[Vec<u8>; 2], String> {
    // Near misses are trained on too, and may have stems that no wording has: they are fitted, but not shipped.
    let mut stems: Vec<String> = signs.to_vec();
    let near: BTreeSet<String> = concepts.iter().flat_map(|c| &c.near).flat_map(|n| reading.signs_of(n)).collect();
    let shipped: BTreeSet<&str> = signs.iter().map(String::as_str).collect();
    stems.extend(near.into_iter().filter(|sign| !shipped.contains(sign.as_str())));
    let ids: BTreeMap<&str, usize> = stems.iter().enumerate().map(|(i, s)| (s.as_str(), i)).collect();
    let read = |texts: &[String]| -> Vec<Vec<usize>> {
        texts.iter().map(|t| numbered(t, &ids, reading).collect::<Vec<_>>()).filter(|t| !t.is_empty()).collect()
    };
    let examples: Vec<Example> =
        concepts.iter().map(|c| Example { wordings: read(&c.wordings), near: read(&c.near) }).collect();
    let candidates: Vec<Candidate> = candidates.iter().map(|c| c.remarks().map(read).collect()).collect();
    let width = u16::try_from(DIMENSIONS).map_err(|_| "The table is too wide.".to_owned())?;
    let rows = fit(&stems, &examples, &candidates, general)?;
    let mut of_signs = width.to_le_bytes().to_vec();
    for row in rows.iter().take(signs.len()) {
        write_row(row, LEVELS, &mut of_signs);
    }
    let mut of_concepts = Vec::new();
    for example in &examples {
        write_row(&middle(&example.wordings, &rows), LEVELS_OF_MIDDLES, &mut of_concepts);
    }
    Ok([of_signs, of_concepts])
}

/// The sum of the wordings' directions.
fn middle(wordings: &[Vec<usize>], rows: &[Vec<f32>]) -> Vec<f32> {
    let mut middle = vec![0.0; DIMENSIONS];
    for wording in wordings {
        for (m, v) in middle.iter_mut().zip(unit_of(wording, rows)) {
            *m += v;
        }
    }
    middle
}

/// How many steps there are on each side of 0. Seven values take two thirds of the bytes of fifteen once they are compressed (ADR 0007).
const LEVELS: f32 = 3.0;
/// There are few of them.
const LEVELS_OF_MIDDLES: f32 = 7.0;

/// A scale and 4-bit values.
fn write_row(row: &[f32], levels: f32, out: &mut Vec<u8>) {
    let scale = scale(row, levels);
    out.extend(scale.to_bits().to_le_bytes());
    let nibble = |v: f32| ((v / scale).round().clamp(-levels, levels) + 8.0) as u8;
    out.extend(row.chunks_exact(2).map(|pair| nibble(pair[0]) | nibble(pair[1]) << 4));
}

/// The width of a step. Values beyond so many times the usual size are cut off, and the last 16 bits, which nothing would miss, are left 0.
fn scale(row: &[f32], levels: f32) -> f32 {
    const LARGEST: f32 = 2.2;
    let top = row.iter().fold(0.0f32, |top, v| top.max(v.abs()));
    let usual = (row.iter().map(|v| v * v).sum::<f32>() / row.len().max(1) as f32).sqrt();
    let step = top.min(LARGEST * usual).max(1e-9) / levels;
    f32::from_bits((step.to_bits() + 0x8000) & 0xffff_0000)
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
