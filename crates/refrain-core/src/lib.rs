//! Text in, points and pitch out: the analysis engine of Refrain.
//!
//! Total by design: odd text gives fewer points, never an error. No browser, no clock, no randomness, no I/O.
#![forbid(unsafe_code)]

mod report;

pub use report::{Doubt, Mention, Note, PitchLine, Point, Report, Span, Why};
