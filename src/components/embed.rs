//! The builder of what other sites show: chosen, seen as it will be seen, and copied.

mod chosen;
mod look;
mod public;
mod screen;
mod snippet;
mod take;

pub use screen::Embed;
