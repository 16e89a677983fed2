//! What goes into the engine and what comes out of it.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// One interview's answer, as the engine reads it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Note {
    /// Notes with the same id are one interview.
    pub id: String,
    pub who: String,
    pub stage: String,
    pub company: String,
    /// ISO 8601 calendar date (`2026-03-14`), if known.
    #[cfg_attr(feature = "serde", serde(default))]
    pub date: Option<String>,
    pub text: String,
}

/// A half-open range in a note's text, in Unicode scalar values (not bytes, not UTF-16 units).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// A clause in its place: which note, and exactly which words of it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Mention {
    pub note: String,
    /// The words that make the point.
    pub span: Span,
    /// The sentence around them, to quote in context. Contains `span`.
    pub context: Span,
    /// Exactly the slice `span` of the note's text.
    pub text: String,
}

/// Mentions that mean the same.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Point {
    /// Stable for the same mentions: made from the first mention's place.
    pub id: String,
    /// The clearest verbatim wording in the group.
    pub label: String,
    /// Recurrence: the number of distinct interviews.
    pub interviews: usize,
    /// The number of different people who said it, as far as the notes tell them apart.
    pub people: usize,
    /// The number of different companies, empty names left out.
    pub companies: usize,
    /// Empty praise that everybody hears, with nothing specific in it.
    pub cliche: bool,
    /// In the order of the notes given, then of the text.
    pub mentions: Vec<Mention>,
    pub why: Why,
}

/// Why these mentions are one point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Why {
    /// The catalogue's name for the point, where one was recognised: "Explains technical things plainly".
    pub concept: Option<String>,
    /// Words as they stand in the text that several of the mentions share, most shared first.
    pub shared: Vec<String>,
    /// Holds a number, a tool or a named thing.
    pub specific: bool,
}

/// A remark to prepare for; never part of a point or of the pitch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Doubt {
    pub mention: Mention,
    /// The words that made it a doubt: "wasn't sure".
    pub cue: String,
}

/// One sentence of the pitch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct PitchLine {
    /// In the first person, a whole sentence.
    pub text: String,
    /// The `id` of the point behind it.
    pub point: String,
    /// No rule was sure of the rewriting: the user's eye is wanted.
    pub unsure: bool,
}

/// The result of one analysis.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Report {
    /// In rank order; clichés sink below everything specific.
    pub points: Vec<Point>,
    /// In the order of the notes, then of the text.
    pub doubts: Vec<Doubt>,
    /// In the order of the points, clichés left out.
    pub pitch: Vec<PitchLine>,
}
