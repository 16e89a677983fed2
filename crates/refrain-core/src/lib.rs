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

mod anchor;
mod answer;
mod brief;
mod clause;
mod engine;
mod first_person;
mod frame;
mod group;
mod label;
mod lexicon;
mod manner;
mod memo;
mod normal;
mod pattern;
mod pitch;
mod rank;
mod reading;
mod report;
mod rows;
mod similarity;
mod span;
mod verb;

pub use brief::{Anchor, Brief, Decision, PitchPlan, PlannedLine, PointAnchor, Story};
pub use engine::{Engine, analyze};
pub use first_person::{Candidate, FirstPerson, first_person};
pub use lexicon::{KNOWLEDGE_VERSION, Knowledge, KnowledgeError, fnv1a, phrase_stems};
pub use manner::manner_features;
pub use report::{
    Claim, Comparison, Doubt, DropReason, Dropped, Echo, Language, Mention, Note, Obsolete, ObsoleteReason, Pitch,
    PitchLine, Point, Report, Span, SpokenLine, Suggestion, Why,
};
