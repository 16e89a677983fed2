//! What comes into the page: text pasted in blocks.

mod blocks;
mod heading;

pub use blocks::{Block, split};
pub use heading::Heading;
