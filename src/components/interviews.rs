//! The interviews: capture, list, change, delete, paste.

mod form;
mod paste;
mod row;
mod screen;

pub use paste::Paste;
pub use screen::interviews;
