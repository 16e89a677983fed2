//! The engine as its users hold it: what it knows, and one question answered after the other.

use crate::answer::{self, Memory};
use crate::blend;
use crate::brief::Brief;
use crate::lexicon::Knowledge;
use crate::report::{Blend, Note, Report};

/// Finds the points that recur over the notes, the doubts, and a pitch.
///
/// Never fails: odd text gives fewer points. The same notes give the same report everywhere, and the order of the notes does not
/// change which mentions make a point.
pub fn analyze(notes: &[Note], knowledge: &Knowledge) -> Report {
    answer::report(notes, &Brief::default(), knowledge, &mut Memory::default())
}

/// Answers one question after the other. What the last answer took is remembered by its content, so a question that differs in one note
/// costs little more than that note; the report is the same as without memory.
#[derive(Debug)]
pub struct Engine {
    knowledge: Knowledge,
    memory: Memory,
}

impl Engine {
    #[must_use]
    pub fn new(knowledge: Knowledge) -> Self {
        Self { knowledge, memory: Memory::default() }
    }

    /// What [`analyze`] finds, and what the user's decisions and texts make of it.
    pub fn analyze(&mut self, notes: &[Note], brief: &Brief) -> Report {
        answer::report(notes, brief, &self.knowledge, &mut self.memory)
    }

    /// The phrases of the user's own text that everybody uses, in its order. It stands beside no notes and is taken for English.
    #[must_use]
    pub fn blends(&self, text: &str) -> Vec<Blend> {
        blend::blends(text, &self.knowledge)
    }
}
