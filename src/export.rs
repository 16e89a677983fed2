//! What leaves the page: a pitch in a shape for its purpose, or the plan for a role, as text, Markdown, HTML or JSON Resume.
//!
//! One way leads out: [`Source`] takes the lines with their names replaced, [`shape()`] makes a [`Document`] of them as [`plan()`] does of a
//! plan, and the writers turn that into text. So what the user sees before it leaves is what leaves. Pure.

mod bullet;
#[cfg(test)]
mod examples;
mod file;
mod json_resume;
mod plan;
mod sentences;
mod shape;
mod source;
mod write;

pub use file::{Format, file_name};
pub use json_resume::json_resume;
pub use plan::plan;
pub use shape::{Block, Document, Shape, shape};
pub use source::{Passage, Quote, Source, passages};
pub use write::{fragment, markdown, page, plain};
