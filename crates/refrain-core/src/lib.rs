//! Text in, points and pitch out: the analysis engine of Refrain.
//!
//! Total by design: odd text gives fewer points, never an error. No browser, no clock, no randomness, no I/O.
//!
//! ```
//! use refrain_core::{Knowledge, Note, analyze};
//!
//! let note = |id: &str, text: &str| Note { id: id.into(), text: text.into(), ..Note::default() };
//! let report = analyze(&[note("a", "You calm angry customers."), note("b", "Calms down angry customers")], &Knowledge::plain());
//! assert_eq!(report.points[0].interviews, 2);
//! ```
#![forbid(unsafe_code)]

mod answer;
mod aside;
mod blend;
mod brief;
mod clause;
mod compare;
mod decide;
mod direction;
mod engine;
mod find;
mod first_person;
mod fit;
mod frame;
mod group;
mod hear;
mod label;
mod language;
mod lexicon;
mod line;
mod manner;
mod memo;
mod normal;
mod number;
mod pattern;
mod pitch;
mod points;
mod rank;
mod reading;
mod report;
mod similarity;
mod span;
mod specific;
#[cfg(test)]
mod stages;
mod suggest;
mod verb;
mod voice;

pub use brief::{Anchor, Brief, Decision, PitchPlan, PlannedLine, PointAnchor, Role, Story};
pub use engine::{Engine, analyze};
pub use first_person::{Candidate, FirstPerson, first_person};
pub use frame::manner_features;
pub use lexicon::{KNOWLEDGE_VERSION, Knowledge, KnowledgeError, fnv1a, phrase_keys, stands_at};
pub use rank::Before;
pub use report::{
    Blend, Claim, Comparison, Doubt, DropReason, Dropped, Echo, Fit, Language, Mention, Met, Needed, Note, Obsolete,
    ObsoleteReason, Pitch, PitchLine, Point, Report, Reworded, Span, SpokenLine, Suggestion, Why,
};
