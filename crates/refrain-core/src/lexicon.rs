//! What the engine knows about words: frames, aliases, weights, and the catalogue of competencies with their wordings.
//!
//! Compiled by `tools/knowledge` from `lexicon/*.toml` into one compact file. The layout, all numbers little-endian:
//! `RFRN`, version (u16), FNV-1a hash of the rest (u64), then sections of tag (4 bytes), length (u32) and content.

use std::borrow::Cow;
use std::fmt;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::clause::is_stop_word;
use crate::direction::{COLUMNS, Direction};
use crate::manner::{Manner, Weights};
use crate::normal::{Token, tokens};
use crate::pattern::Patterns;
use crate::report::Language;

/// The version of the layout that this engine reads.
pub const KNOWLEDGE_VERSION: u16 = 3;

/// Everything the engine has been told about how people talk.
#[derive(Debug, Clone)]
pub struct Knowledge {
    /// The language that it is about. Of any other nothing is known, and only words are compared.
    pub(crate) language: Language,
    pub(crate) frames: Frames,
    /// The number of a sign, by which the other tables are read. A sign is a stem, or a sense such as `@calm`.
    pub(crate) signs: FxHashMap<String, u32>,
    /// How much a sign says, 0 to 1: rare ones say more.
    pub(crate) weights: Vec<f32>,
    /// The long form of each short form, by the hash of the short one.
    aliases: FxHashMap<u64, String>,
    /// What each feature of a remark's wording says about its being no praise.
    pub(crate) manner: Weights,
    /// Phrases that carry a sense, by the hashes of their first key and of their second, if they have one.
    senses: FxHashMap<(u64, Option<u64>), Vec<Phrase>>,
    /// The names of the senses, for people, by the [`fnv1a`] of their signs.
    pub(crate) sense_names: FxHashMap<u64, String>,
    pub(crate) concepts: Vec<Concept>,
    /// The wordings of empty praise.
    pub(crate) empty_praise: Vec<Wording>,
    /// For each sign the positions of those that have it, in order.
    pub(crate) empty_with: FxHashMap<u32, Vec<usize>>,
    /// A row of `width` for each sign, its weight already in it; empty without a table.
    vectors: Vec<f32>,
    pub(crate) width: usize,
    /// For each concept the middle of its wordings.
    pub(crate) centres: Vec<Direction>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    /// The hashes of its keys behind the first two.
    rest: Vec<u64>,
    /// Of several words, not counting common ones.
    is_telling: bool,
    sense: String,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Frames {
    pub(crate) lead: Patterns,
    pub(crate) tail: Patterns,
    pub(crate) doubt: Patterns,
    /// Praise that looks like a doubt.
    pub(crate) safe: Patterns,
    pub(crate) neutral: Patterns,
    /// The bare forms of empty praise.
    pub(crate) cliche: Patterns,
    /// Neutral too, unless the clause speaks of the candidate.
    pub(crate) job: Patterns,
    pub(crate) empty: Patterns,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concept {
    pub(crate) name: String,
    pub(crate) cliche: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Wording {
    pub(crate) concept: u16,
    /// 1 through the length of its signs' weights, as a vector: multiplying is quicker than dividing.
    pub(crate) inverse: f32,
}

/// Why a knowledge file could not be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnowledgeError {
    /// It does not begin as such a file does.
    Unrecognised,
    /// It was made for another version of the engine.
    Version { found: u16 },
    /// Its content does not match its checksum, or ends too early.
    Damaged,
}

impl fmt::Display for KnowledgeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unrecognised => f.write_str("This is not a Refrain knowledge file."),
            Self::Version { found } => write!(
                f,
                "The knowledge file is of version {found}, but this engine reads version {KNOWLEDGE_VERSION}. Reload the page or rebuild the file."
            ),
            Self::Damaged => f.write_str("The knowledge file is damaged or incomplete. Fetch it again."),
        }
    }
}

impl std::error::Error for KnowledgeError {}

impl Knowledge {
    /// What is compiled into the engine: frames, aliases and empty praise, enough to answer before the rest arrives.
    pub fn plain() -> Self {
        Self::read(include_bytes!("../data/plain.bin"), Self::empty()).unwrap_or_else(|_| Self::empty())
    }

    /// Reads a compiled knowledge file, such as the shipped `data/knowledge.bin`. Frames and aliases stay those of [`Knowledge::plain`]: they
    /// belong to the engine's rules. So does manner, where the file has none of its own.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KnowledgeError> {
        let plain = Self::plain();
        Self::read(bytes, Self { frames: plain.frames, aliases: plain.aliases, manner: plain.manner, ..Self::empty() })
    }

    /// Nothing, for texts that are not English.
    pub(crate) fn of_no_language() -> Self {
        Self { language: Language::Other, ..Self::empty() }
    }

    /// Adds the sections of a file to what is known.
    fn read(bytes: &[u8], mut knowledge: Self) -> Result<Self, KnowledgeError> {
        let mut reader = Reader { bytes };
        if reader.take(4) != Some(b"RFRN".as_slice()) {
            return Err(KnowledgeError::Unrecognised);
        }
        let version = reader.u16().ok_or(KnowledgeError::Damaged)?;
        if version != KNOWLEDGE_VERSION {
            return Err(KnowledgeError::Version { found: version });
        }
        let checksum = reader.u64().ok_or(KnowledgeError::Damaged)?;
        if checksum != fnv1a(reader.bytes) {
            return Err(KnowledgeError::Damaged);
        }
        while !reader.bytes.is_empty() {
            knowledge.section(&mut reader).ok_or(KnowledgeError::Damaged)?;
        }
        Ok(knowledge)
    }

    /// What of a text is compared: the stems that carry meaning, in order, then the senses of its words and phrases, each as often as it is
    /// hinted at, a few times at most.
    ///
    /// Public for the tool that compiles knowledge, which must see wordings as the engine sees clauses.
    pub fn signs_of(&self, text: &str) -> Vec<String> {
        self.signs_of_tokens(&tokens(text)).into_iter().map(Cow::into_owned).collect()
    }

    pub(crate) fn signs_of_tokens<'a>(&'a self, tokens: &'a [Token]) -> Vec<Cow<'a, str>> {
        let mut out: Vec<Cow<'a, str>> = Vec::with_capacity(tokens.len());
        for token in tokens {
            self.add_meaning(token, &mut out);
        }
        let stems = out.len();
        for sense in self.senses_of(tokens) {
            if out[stems..].iter().filter(|known| *known == sense).count() < MOST_OF_ONE_SENSE {
                out.push(Cow::Borrowed(sense));
            }
        }
        out
    }

    /// Adds the stems that a word stands for: none for a stop word, those of the long form for a short form.
    fn add_meaning<'a>(&self, token: &'a Token, out: &mut Vec<Cow<'a, str>>) {
        if let Some(long) = self.aliases.get(&token.word.key()) {
            out.extend(tokens(long).into_iter().map(|t| Cow::Owned(t.stem.to_string())));
        } else if !token.word.is_stop() {
            out.push(Cow::Borrowed(token.stem.as_str()));
        }
    }

    fn senses_of(&self, tokens: &[Token]) -> Vec<&str> {
        let keys: Vec<u64> = tokens.iter().filter_map(phrase_key).map(|(_, hash)| hash).collect();
        let mut out = Vec::new();
        for (at, &first) in keys.iter().enumerate() {
            let words = self.senses.get(&(first, None)).into_iter().flatten().map(|phrase| (phrase, at + 1));
            // The first of the keys in reach that is the second of a phrase.
            let near = &keys[at + 1..keys.len().min(at + 1 + REACH)];
            let seconds = (0..near.len()).filter(|&skipped| !near[..skipped].contains(&near[skipped]));
            let turns = seconds.flat_map(|skipped| {
                let begun = self.senses.get(&(first, Some(near[skipped]))).into_iter().flatten();
                begun.map(move |phrase| (phrase, at + 2 + skipped))
            });
            for (phrase, next) in words.chain(turns) {
                if goes_on(&phrase.rest, &keys[next..]) {
                    let hints = if phrase.is_telling { HINTS_OF_A_PHRASE } else { 1 };
                    out.extend(std::iter::repeat_n(phrase.sense.as_str(), hints));
                }
            }
        }
        out
    }

    /// The row of a sign in the fitted table.
    pub(crate) fn vector(&self, sign: u32) -> Option<&[f32]> {
        let start = sign as usize * self.width;
        self.vectors.get(start..start + self.width).filter(|row| !row.is_empty())
    }

    fn empty() -> Self {
        Self {
            language: Language::English,
            frames: Frames::default(),
            signs: FxHashMap::default(),
            weights: Vec::new(),
            aliases: FxHashMap::default(),
            manner: Weights::default(),
            senses: FxHashMap::default(),
            sense_names: FxHashMap::default(),
            concepts: Vec::new(),
            empty_praise: Vec::new(),
            empty_with: FxHashMap::default(),
            vectors: Vec::new(),
            width: 0,
            centres: Vec::new(),
        }
    }

    fn section(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let tag = reader.take(4)?;
        let length = reader.u32()? as usize;
        let mut content = Reader { bytes: reader.take(length)? };
        match tag {
            b"FRAM" => self.read_frames(&mut content),
            b"SIGN" => self.read_signs(&mut content),
            b"ALIA" => self.read_aliases(&mut content),
            b"MANN" => self.read_manner(&mut content),
            b"SENS" => self.read_senses(&mut content),
            b"CONC" => self.read_concepts(&mut content),
            b"WORD" => self.read_wordings(&mut content),
            b"VECT" => self.read_vectors(&mut content),
            b"CENT" => self.read_centres(&mut content),
            _ => None,
        }
    }

    /// Like aliases and manner they take the place of those that were known before: the tool that builds the files must not learn from what it
    /// carries itself.
    fn read_frames(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        self.frames = Frames::default();
        for _ in 0..count {
            let kind = content.u8()?;
            let pattern = content.text()?;
            match kind {
                0 => self.frames.lead.add(pattern),
                1 => self.frames.doubt.add(pattern),
                2 => self.frames.neutral.add(pattern),
                3 => self.frames.empty.add(pattern),
                4 => self.frames.job.add(pattern),
                5 => self.frames.safe.add(pattern),
                6 => self.frames.cliche.add(pattern),
                7 => self.frames.tail.add(pattern),
                _ => return None,
            }
        }
        Some(())
    }

    /// Signs in order, each as the length shared with the one before, the rest of its text, and its weight in 255ths.
    fn read_signs(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        let mut sign = String::new();
        for id in 0..count {
            let shared = content.u8()? as usize;
            let rest = content.text()?;
            if !sign.is_char_boundary(shared) {
                return None;
            }
            sign.truncate(shared);
            sign.push_str(rest);
            self.weights.push(f32::from(content.u8()?) / 255.0);
            self.signs.insert(sign.clone(), id);
        }
        Some(())
    }

    fn read_aliases(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        self.aliases.clear();
        for _ in 0..count {
            let from = fnv1a(content.text()?.as_bytes());
            self.aliases.insert(from, content.text()?.to_owned());
        }
        Some(())
    }

    /// A checksum of what it was learned from (u64), then the features of a remark's wording by their hashes, each with two signed weights in
    /// 32nds. A later section replaces an earlier one.
    fn read_manner(&mut self, content: &mut Reader<'_>) -> Option<()> {
        content.u64()?;
        let count = content.u32()?;
        self.manner.clear();
        for _ in 0..count {
            let feature = content.u32()?;
            let mut weight = || Some(f32::from(content.u8()? as i8) / 32.0);
            self.manner.insert(feature.into(), Manner { no_praise: weight()?, doubt: weight()? });
        }
        Some(())
    }

    /// Phrases as stems with spaces between, each with its sense.
    fn read_senses(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for _ in 0..count {
            let keys = content.text()?;
            let name = content.text()?;
            let sense = format!("@{name}");
            self.sense_names.entry(fnv1a(sense.as_bytes())).or_insert_with(|| name.replace('_', " "));
            let is_telling = keys.split(' ').filter(|key| *key != NOT.0 && !is_stop_word(key)).count() > 1;
            let mut hashes = keys.split(' ').map(|key| fnv1a(key.as_bytes()));
            let begin = (hashes.next()?, hashes.next());
            self.senses.entry(begin).or_default().push(Phrase { rest: hashes.collect(), is_telling, sense });
        }
        Some(())
    }

    /// The width, then a [`row`](Self::read_row) for each sign.
    fn read_vectors(&mut self, content: &mut Reader<'_>) -> Option<()> {
        self.width = Some(usize::from(content.u16()?)).filter(|&width| width <= COLUMNS)?;
        let mut vectors = Vec::with_capacity(self.weights.len() * self.width);
        for _ in 0..self.weights.len() {
            self.read_row(content, &mut vectors)?;
        }
        self.vectors = vectors;
        content.bytes.is_empty().then_some(())
    }

    /// A [`row`](Self::read_row) for each concept.
    fn read_centres(&mut self, content: &mut Reader<'_>) -> Option<()> {
        for _ in 0..self.concepts.len() {
            let mut row = Vec::with_capacity(self.width);
            self.read_row(content, &mut row)?;
            self.centres.push(Direction::of(&row));
        }
        content.bytes.is_empty().then_some(())
    }

    /// A scale (a float), and 4-bit values, low nibble first, value − 8.
    fn read_row(&self, content: &mut Reader<'_>, row: &mut Vec<f32>) -> Option<()> {
        let scale = f32::from_bits(content.u32()?);
        if !scale.is_finite() {
            return None;
        }
        for &pair in content.take(self.width / 2)? {
            row.push((f32::from(pair & 15) - 8.0) * scale);
            row.push((f32::from(pair >> 4) - 8.0) * scale);
        }
        Some(())
    }

    fn read_concepts(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for _ in 0..count {
            let cliche = content.u8()? != 0;
            self.concepts.push(Concept { name: content.text()?.to_owned(), cliche });
        }
        Some(())
    }

    /// Wordings of empty praise, each as the number of its concept, how many signs it has, and their numbers.
    fn read_wordings(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for number in 0..count as usize {
            let concept = content.u16()?;
            let words = content.u8()?;
            let mut squares = 0.0;
            for _ in 0..words {
                let sign = u32::from(content.u16()?);
                squares += self.weights.get(sign as usize)?.powi(2);
                self.empty_with.entry(sign).or_default().push(number);
            }
            if usize::from(concept) >= self.concepts.len() {
                return None;
            }
            self.empty_praise.push(Wording { concept, inverse: 1.0 / squares.sqrt().max(1e-9) });
        }
        Some(())
    }
}

/// A whole turn of phrase says more than a word of several meanings.
const HINTS_OF_A_PHRASE: usize = 3;
/// More hints at one sense say no more.
const MOST_OF_ONE_SENSE: usize = 5;

/// Whether a phrase of [`phrase_keys`] stands at the beginning of such keys; one more may stand between two of its own. For the tool that
/// compiles them.
pub fn stands_at(phrase: &[String], stems: &[&str]) -> bool {
    match (phrase.split_first(), stems.split_first()) {
        (Some((first, rest)), Some((stem, after))) => first == stem && goes_on(rest, after),
        (wanted, _) => wanted.is_none(),
    }
}

/// So many keys are looked at for the next of a phrase: one more may stand in front of each.
const REACH: usize = 2;

/// Whether these keys follow each other; see [`REACH`].
fn goes_on<W: PartialEq<K>, K>(wanted: &[W], keys: &[K]) -> bool {
    let mut rest = keys.iter();
    wanted.iter().all(|wanted| rest.by_ref().take(REACH).any(|key| wanted == key))
}

/// What stands for every "don't" and "never" in a phrase, and its hash.
const NOT: (&str, u64) = ("not.", fnv1a(b"not."));

/// A word as phrases of the senses know it: by its stem, common words by themselves ("canned" is not "can"), every "don't" and "never" as
/// "not". Articles, pronouns and the like are none: "raise voice" finds "raised your voice", "let finish" finds "let them finish". With its hash.
fn phrase_key(token: &Token) -> Option<(&str, u64)> {
    const SKIPPED: [&str; 59] = [
        "a", "an", "the", "my", "your", "his", "her", "our", "their", "its", "some", "that", "this", "these", "those",
        "i", "you", "he", "she", "they", "we", "it", "me", "him", "them", "us", "i'm", "i've", "i'd", "you're",
        "you've", "you'd", "he's", "he'd", "she's", "she'd", "they're", "they've", "they'd", "we've", "we're", "it's",
        "that's", "really", "very", "so", "just", "quite", "actually", "even", "also", "all", "every", "is", "was",
        "are", "were", "has", "have",
    ];
    const DENIALS: [&str; 22] = [
        "not", "never", "no", "don't", "doesn't", "didn't", "won't", "wouldn't", "can't", "cannot", "couldn't",
        "isn't", "wasn't", "aren't", "weren't", "hasn't", "haven't", "hadn't", "nobody", "without", "nothing", "zero",
    ];
    // Asked of every word: one hash is quicker than eighty comparisons.
    static COMMON: LazyLock<FxHashMap<u64, Option<(&str, u64)>>> = LazyLock::new(|| {
        let skipped = SKIPPED.into_iter().map(|word| (word, None));
        let all = skipped.chain(DENIALS.into_iter().map(|word| (word, Some(NOT))));
        all.map(|(word, key)| (fnv1a(word.as_bytes()), key)).collect()
    });
    if let Some(key) = COMMON.get(&token.word.key()) {
        *key
    } else if token.word.is_stop() || token.stem.is_stop() {
        Some((&token.word, token.word.key()))
    } else {
        Some((&token.stem, token.stem.key()))
    }
}

/// A phrase of the senses, as [`Knowledge`] looks for it; for the tool that compiles them.
pub fn phrase_keys(phrase: &str) -> Vec<String> {
    tokens(phrase).iter().filter_map(phrase_key).map(|(key, _)| key.to_owned()).collect()
}

/// The checksum in a knowledge file's head: 64-bit FNV-1a.
pub const fn fnv1a(bytes: &[u8]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (head, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(head)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    fn u8(&mut self) -> Option<u8> {
        self.array().map(u8::from_le_bytes)
    }

    fn u16(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    fn u32(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }

    fn u64(&mut self) -> Option<u64> {
        self.array().map(u64::from_le_bytes)
    }

    /// A text of at most 65,535 bytes.
    fn text(&mut self) -> Option<&'a str> {
        let length = self.u16()?;
        std::str::from_utf8(self.take(usize::from(length))?).ok()
    }
}
