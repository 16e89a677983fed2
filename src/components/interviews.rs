//! The interviews: capture, list, change, delete, paste.

mod add;
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

pub use add::add_alone;
pub use paste::Paste;
pub use screen::interviews;
