//! What the engine knows about words: frames, aliases, weights, and the catalogue of competencies with their wordings.
//!
//! Compiled by `tools/knowledge` from `lexicon/*.toml` into one compact file. The layout, all numbers little-endian:
//! `RFRN`, version (u16), FNV-1a hash of the rest (u64), then sections of tag (4 bytes), length (u32) and content.

use std::collections::HashMap;
use std::fmt;

use crate::pattern::Patterns;

/// The version of the layout that this engine reads.
pub const KNOWLEDGE_VERSION: u16 = 1;

/// Everything the engine has been told about how people talk.
#[derive(Debug, Clone)]
pub struct Knowledge {
    pub(crate) frames: Frames,
    /// A stem's number, by which the other tables are read.
    pub(crate) stems: HashMap<String, u32>,
    /// How much a stem says, 0 to 1: rare ones say more.
    pub(crate) weights: Vec<f32>,
    pub(crate) aliases: HashMap<String, String>,
    pub(crate) concepts: Vec<Concept>,
    pub(crate) wordings: Vec<Wording>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Frames {
    pub(crate) lead: Patterns,
    pub(crate) doubt: Patterns,
    pub(crate) neutral: Patterns,
    pub(crate) empty: Patterns,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Concept {
    pub(crate) name: String,
    pub(crate) cliche: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wording {
    pub(crate) concept: u16,
    pub(crate) stems: Vec<u32>,
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
        Self::from_bytes(include_bytes!("../data/plain.bin")).unwrap_or_else(|_| Self::empty())
    }

    /// Reads a compiled knowledge file, such as the shipped `data/knowledge.bin`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KnowledgeError> {
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
        let mut knowledge = Self::empty();
        while !reader.bytes.is_empty() {
            knowledge.section(&mut reader).ok_or(KnowledgeError::Damaged)?;
        }
        Ok(knowledge)
    }

    fn empty() -> Self {
        Self {
            frames: Frames::default(),
            stems: HashMap::new(),
            weights: Vec::new(),
            aliases: HashMap::new(),
            concepts: Vec::new(),
            wordings: Vec::new(),
        }
    }

    fn section(&mut self, reader: &mut Reader<'_>) -> Option<()> {
        let tag = reader.take(4)?;
        let length = reader.u32()? as usize;
        let mut content = Reader { bytes: reader.take(length)? };
        match tag {
            b"FRAM" => self.read_frames(&mut content),
            b"STEM" => self.read_stems(&mut content),
            b"ALIA" => self.read_aliases(&mut content),
            b"CONC" => self.read_concepts(&mut content),
            b"WORD" => self.read_wordings(&mut content),
            _ => None,
        }
    }

    fn read_frames(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for _ in 0..count {
            let kind = content.u8()?;
            let pattern = content.text()?;
            match kind {
                0 => self.frames.lead.add(pattern),
                1 => self.frames.doubt.add(pattern),
                2 => self.frames.neutral.add(pattern),
                3 => self.frames.empty.add(pattern),
                _ => return None,
            }
        }
        Some(())
    }

    /// Stems in order, each as the length shared with the one before, the rest of its text, and its weight in 255ths.
    fn read_stems(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        let mut stem = String::new();
        for id in 0..count {
            let shared = content.u8()? as usize;
            let rest = content.text()?;
            if !stem.is_char_boundary(shared) {
                return None;
            }
            stem.truncate(shared);
            stem.push_str(rest);
            self.weights.push(f32::from(content.u8()?) / 255.0);
            self.stems.insert(stem.clone(), id);
        }
        Some(())
    }

    fn read_aliases(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for _ in 0..count {
            let from = content.text()?.to_owned();
            self.aliases.insert(from, content.text()?.to_owned());
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

    fn read_wordings(&mut self, content: &mut Reader<'_>) -> Option<()> {
        let count = content.u32()?;
        for _ in 0..count {
            let concept = content.u16()?;
            let words = content.u8()?;
            let stems = (0..words).map(|_| content.u16().map(u32::from)).collect::<Option<Vec<_>>>()?;
            let known =
                usize::from(concept) < self.concepts.len() && stems.iter().all(|&s| (s as usize) < self.weights.len());
            if !known {
                return None;
            }
            self.wordings.push(Wording { concept, stems });
        }
        Some(())
    }
}

/// The checksum in a knowledge file's head: 64-bit FNV-1a.
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
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
