//! What comes into the page from elsewhere: text in blocks, Markdown, tables. Pure: bytes and text in, interviews out, and
//! what was left out and why.

mod blocks;
mod bytes;
mod columns;
mod dates;
mod heading;
mod markdown;
mod plan;
mod reading;
mod shield;
mod table;

pub use blocks::{Block, Skipped, split};
pub use bytes::{LARGEST, Unreadable, decoded, text};
pub use columns::{Column, Table};
pub use dates::Dates;
pub use heading::Heading;
pub use plan::{Format, Plan};
pub use reading::{Entry, Reading};
pub use shield::shielded;
pub use table::{Delimiter, cells};
