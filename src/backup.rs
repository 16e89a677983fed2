//! The backup file: everything that is kept, as one JSON document that people can read. Described in docs/file-format.md and, for
//! programs, in docs/backup.schema.json. Beside it the interviews as a table for other programs. Pure: records in, text out, and back.

mod plan;
mod problem;
mod reading;
mod table;
#[cfg(test)]
mod tests;
mod write;

pub use plan::{Counts, Mode, Plan};
pub use problem::Problem;
pub use reading::{Backup, LARGEST, Reading};
pub use table::table;
pub use write::write;

/// What the field `format` says.
const FORMAT: &str = "refrain-backup";

/// Counts the shapes that the file has had. A file with a higher number is not read.
const VERSION: u64 = 1;
