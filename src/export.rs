//! What leaves the page: a pitch in a shape for its purpose, as text, Markdown, HTML or JSON Resume.
//!
//! One way leads out: [`Source`] takes the lines with their names replaced, [`shape()`] makes a [`Document`] of them, and the writers turn
//! that into text. So what the user sees before it leaves is what leaves. Pure.

mod bullet;
#[cfg(test)]
mod examples;
mod file;
mod json_resume;
mod sentences;
mod shape;
mod source;
mod write;

pub use file::{Format, file_name};
pub use json_resume::json_resume;
pub use shape::{Block, Document, Shape, shape};
pub use source::{Passage, Source, passages};
pub use write::{fragment, markdown, page, plain};
