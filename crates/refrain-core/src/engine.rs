//! The engine as its users hold it: what it knows, and one question answered after the other.

use crate::answer;
use crate::brief::Brief;
use crate::lexicon::Knowledge;
use crate::report::{Note, Report};

/// Finds the points that recur over the notes, the doubts, and a pitch.
///
/// Never fails: odd text gives fewer points. The same notes give the same report everywhere, and the order of the notes does not
/// change which mentions make a point.
pub fn analyze(notes: &[Note], knowledge: &Knowledge) -> Report {
    answer::report(notes, &Brief::default(), knowledge)
}

/// Answers one question after the other.
#[derive(Debug)]
pub struct Engine {
    knowledge: Knowledge,
}

impl Engine {
    #[must_use]
    pub fn new(knowledge: Knowledge) -> Self {
        Self { knowledge }
    }

    /// What [`analyze`] finds, and what the user's decisions and texts make of it.
    pub fn analyze(&mut self, notes: &[Note], brief: &Brief) -> Report {
        answer::report(notes, brief, &self.knowledge)
    }
}
