//! The interviews: capture, list, change, delete, paste.

mod chances;
mod find;
mod form;
mod found;
mod list;
mod paste;
mod preview;
mod read_as;
mod row;
mod screen;

pub use paste::Paste;
pub use screen::interviews;
