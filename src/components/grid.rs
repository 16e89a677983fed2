//! Points and interviews, and how the story settles.

mod chart;
mod keys;
mod passage;
mod picture;
mod save;
mod screen;
mod table;

pub use screen::grid;
