//! The pitch: the column beside the points, where its lines are shaped, and the screen of its versions.

mod column;
mod length;
mod line;
mod versions;

pub use column::Pitch;
pub use length::length;
pub use versions::Versions;
