//! What the user decided and wrote, besides the notes: it wins over the engine's own opinion.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// Everything that the user adds to the notes. The default adds nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(default))]
pub struct Brief {
    /// In the order in which they were made; where two contradict each other the later one holds.
    pub decisions: Vec<Decision>,
    /// The user's own version, in the user's own words.
    pub narrative: String,
    pub stories: Vec<Story>,
    pub plans: Vec<PitchPlan>,
    /// Roles whose needs are to be met with points.
    pub roles: Vec<Role>,
}

/// A mention by its words, so that it is found again whatever else changes: in the note with this id, these words.
///
/// Upper and lower case, white space and punctuation make no difference. Where no clause is just these words, the clauses that hold them or
/// are held by them are meant; where the words are gone, a clause that still has nearly all of them. The same words twice in one interview are
/// treated alike.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Anchor {
    pub note: String,
    pub words: String,
}

/// A point, by mentions that it had when it was spoken of. The point meant is the one that now holds most of them.
pub type PointAnchor = Vec<Anchor>;

/// Something that the user knows better than the engine.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Decision {
    /// Two points are one. Empty praise together with anything else is empty no more; what is hidden and joined to something shown is shown.
    Merge { these: PointAnchor, those: PointAnchor },
    /// `these` are not the same point as `those`: where both stand in one point, `these` leave it together, to the point that holds others of
    /// them, or else to one of their own. What neither side names, because it was said later, goes with the side that it is more like.
    Apart { these: PointAnchor, those: PointAnchor },
    /// A mention belongs to another point.
    Move { mention: Anchor, to: PointAnchor },
    /// The user's own name for a point; an empty one gives it its own words back. The pitch goes on in the words that people said.
    Rename { point: PointAnchor, label: String },
    /// Not to be shown among the points, nor said in the pitch.
    Hide { point: PointAnchor },
    /// Before all points that are not pinned. Points that are pinned keep the order among themselves that they would have without.
    Pin { point: PointAnchor },
    /// This is a doubt, not a strength.
    Doubt { mention: Anchor },
    /// This is a strength, not a doubt, a fact, empty praise or nothing.
    Strength { mention: Anchor },
    /// Not empty praise.
    NotCliche { point: PointAnchor },
}

/// The user's evidence for a point. Every field may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(default))]
pub struct Story {
    pub point: PointAnchor,
    pub happened: String,
    pub did: String,
    pub result: String,
}

/// A role that somebody wants to fill.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(default))]
pub struct Role {
    pub id: String,
    /// What is asked for, one need each, in the employer's or the user's words.
    pub needs: Vec<String>,
    /// Points that the user named for a need, or struck: so that they are found again where their words were mended.
    pub points: Vec<PointAnchor>,
}

/// How long one pitch may take, and what the user changed in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(default))]
pub struct PitchPlan {
    pub id: String,
    pub seconds: u32,
    /// How fast the user speaks.
    pub words_a_minute: u32,
    /// Lines that the user touched. Lines without a place of their own (`at`) stand where their points rank, lines of the user's own after them.
    pub lines: Vec<PlannedLine>,
}

/// A line that the user edited, moved, pinned, left out or wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize), serde(default))]
pub struct PlannedLine {
    pub id: String,
    /// The point behind it; empty for a line of the user's own.
    pub point: PointAnchor,
    /// The user's wording, if it is not the engine's.
    pub text: Option<String>,
    /// What the engine offered when the user wrote `text`: when it offers something else now, the line says so.
    pub offered: String,
    /// The place that the user gave it among the lines of the pitch, from 0; the others keep their order around it.
    pub at: Option<u32>,
    /// Said whatever the length.
    pub pinned: bool,
    pub left_out: bool,
}
