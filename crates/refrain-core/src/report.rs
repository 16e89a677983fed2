//! What goes into the engine and what comes out of it.

use crate::brief::{Anchor, PointAnchor};

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
    /// The clearest verbatim wording in the group, without an "also" that joined it to what was said before; or the user's own name for it,
    /// of which the pitch says nothing: then `renamed` is set.
    pub label: String,
    /// Recurrence: the number of distinct interviews.
    pub interviews: usize,
    /// The number of different people who said it, as far as the notes tell them apart.
    pub people: usize,
    /// The number of different companies, empty names left out.
    pub companies: usize,
    /// Empty praise that everybody hears, with nothing specific in any of its mentions, and the user has not said otherwise.
    pub cliche: bool,
    /// The label is the user's own.
    pub renamed: bool,
    /// The user wants it first.
    pub pinned: bool,
    /// The user does not want to see it. Hidden points stand last and are in no pitch.
    pub hidden: bool,
    /// In the order of the notes given, then of the text.
    pub mentions: Vec<Mention>,
    pub why: Why,
}

/// Why these mentions are one point.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Why {
    /// What the point is about: where `named`, the catalogue's name for it ("Explains technical things plainly"). Where several mentions share
    /// no word, else what they mean by different words ("calm, pressure"), or the catalogue's name that comes nearest.
    pub concept: Option<String>,
    /// The mentions together clearly name `concept`.
    pub named: bool,
    /// Words as they stand in the text that several of the mentions share, most shared first.
    pub shared: Vec<String>,
    /// Numbers, tools and named things, as they stand in the text, each once. With any, the point is specific.
    pub specific: Vec<String>,
    /// Why it is empty praise: the words that made it so, as they stand in the text, each once. Empty for all other points.
    pub empty: Vec<String>,
    /// The user brought some of its mentions here.
    pub by_hand: bool,
    /// The newest date of its interviews, as in [`Note::date`].
    pub newest: Option<String>,
}

/// A remark to prepare for; never part of a point or of the pitch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Doubt {
    pub mention: Mention,
    /// The words that made it a doubt: "wasn't sure"; the whole clause where its manner did. Empty where the user called it one.
    pub cue: String,
}

/// One sentence of the pitch, made of what people said, whatever the user calls the point.
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

/// A clause that became neither a point nor a doubt, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Dropped {
    pub mention: Mention,
    pub reason: DropReason,
    /// The words that decided it: "we are hiring". Empty where no certain words did: for little words, and for a fact where the manner of the
    /// whole clause is not that of praise.
    pub cue: String,
}

/// Why a clause says nothing about the candidate's strengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub enum DropReason {
    /// About the job, the company or the speaker.
    Fact,
    /// "Nothing specific".
    Empty,
    /// Only little words.
    NoContent,
    /// Heard once, and worded like no praise; it makes a point as soon as another interview says it too.
    NoEcho,
}

/// Two points that may be one: a plain yes or no settles it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Suggestion {
    /// The `id`s of the points, the higher ranked first.
    pub points: [String; 2],
    /// The two mentions, one of each, that are most alike.
    pub mentions: [Mention; 2],
}

/// A decision of the user that changes nothing any more, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Obsolete {
    /// The position among [`Brief::decisions`](crate::Brief::decisions).
    pub decision: usize,
    pub reason: ObsoleteReason,
}

/// Why a decision of the user changes nothing any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub enum ObsoleteReason {
    /// None of the words that it speaks of stand in the notes any more.
    WordsGone,
    /// The words are there, but make no point now.
    NoPoint,
}

/// Something of which the brief speaks in words that are not those of a mention, because the sentence was mended or is cut elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Reworded {
    pub anchor: Anchor,
    /// The mentions of points that are meant.
    pub now: Vec<Anchor>,
}

/// The user's own version beside theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Comparison {
    /// What both say, in the order of the narrative.
    pub both: Vec<Echo>,
    /// `id`s of recurring points that the narrative does not mention, in rank order.
    pub only_they: Vec<String>,
    /// What nobody echoed, in the order of the narrative.
    pub only_i: Vec<Claim>,
}

/// One thing that the user says of themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Claim {
    /// In the narrative.
    pub span: Span,
    /// Exactly that slice.
    pub text: String,
}

/// A claim that others make too.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Echo {
    pub claim: Claim,
    /// `id`s of the points that say the same, the nearest first.
    pub points: Vec<String>,
    /// Of the first of them, the words that come nearest to the claim.
    pub mention: Mention,
}

/// What meets the needs of a role.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Fit {
    /// The `id` of the [`Role`](crate::Role).
    pub role: String,
    /// In the order of its needs.
    pub needs: Vec<Needed>,
}

/// A need of a role, and what meets it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Needed {
    pub need: String,
    /// The nearest first; none where nobody said anything like it.
    pub met: Vec<Met>,
}

/// A point that meets a need.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Met {
    /// The `id` of the point.
    pub point: String,
    /// Of its mentions the one that comes nearest to the need.
    pub mention: Mention,
}

/// One pitch, composed for its plan: what recurs, and the user's stories; from a minute on also specific remarks that came up once, where
/// time is left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Pitch {
    /// The `id` of the [`PitchPlan`](crate::PitchPlan).
    pub plan: String,
    /// In the order of speaking; joined by spaces they are the whole pitch.
    pub lines: Vec<SpokenLine>,
    /// What did not fit, or was left out by the user, in rank order.
    pub left_out: Vec<SpokenLine>,
    /// How long `lines` take at the plan's words a minute, in seconds.
    pub seconds: u32,
    pub words: usize,
}

/// One line of a composed pitch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct SpokenLine {
    /// The planned line's `id`, or the point's where the user touched nothing.
    pub id: String,
    /// As it is to be said: one or more whole sentences, in the first person.
    pub text: String,
    /// The `id` of the point behind it; `None` for the user's own line.
    pub point: Option<String>,
    /// The user's wording.
    pub edited: bool,
    pub pinned: bool,
    /// The user left it out; otherwise it only did not fit.
    pub excluded: bool,
    /// What the engine would say now, where its point has changed since the user wrote the line.
    pub offered: Option<String>,
    /// No rule was sure of the rewriting: the user's eye is wanted.
    pub unsure: bool,
    /// It tells the user's story.
    pub story: bool,
    /// Words to speak from, in the line's own wording, for talking points.
    pub keywords: Vec<String>,
}

/// A phrase that everybody uses.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Blend {
    pub span: Span,
    /// Exactly that slice.
    pub text: String,
    /// The catalogue's name for what it says: "Hard worker".
    pub concept: String,
}

/// The language of the notes, as far as the engine needs to know it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub enum Language {
    #[default]
    English,
    /// Compared by the words alone: what the engine knows of meaning is English.
    Other,
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
    /// In the order of the notes, then of the text.
    pub dropped: Vec<Dropped>,
    /// The likeliest first.
    pub suggestions: Vec<Suggestion>,
    /// In the order of the decisions.
    pub obsolete: Vec<Obsolete>,
    /// Where the words have changed of which the brief speaks, in no particular order.
    pub reworded: Vec<Reworded>,
    /// Empty where there is no narrative.
    pub comparison: Comparison,
    /// One for each plan, in their order.
    pub pitches: Vec<Pitch>,
    /// One for each role, in their order.
    pub fits: Vec<Fit>,
    pub language: Language,
}

impl Mention {
    /// To speak of this mention later, whatever changes around it.
    #[must_use]
    pub fn anchor(&self) -> Anchor {
        Anchor { note: self.note.clone(), words: self.text.clone() }
    }

    /// Both stand in one sentence of one answer, so that one quote shows them.
    #[must_use]
    pub fn is_beside(&self, other: &Self) -> bool {
        self.note == other.note && self.context == other.context
    }
}

impl Point {
    /// To speak of this point later, whatever changes around it.
    #[must_use]
    pub fn anchor(&self) -> PointAnchor {
        self.mentions.iter().map(Mention::anchor).collect()
    }
}
