//! Records as the text of a backup.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{FORMAT, VERSION};
use crate::state::{Kind, Record};

/// The backup of these records. `made`: the moment, as ISO 8601.
///
/// # Errors
///
/// Why it cannot be written, as part of a sentence. No record known today does that.
pub fn write(records: &[Record], made: &str) -> Result<String, String> {
    let mut text = serde_json::to_string_pretty(&File { records, made }).map_err(|error| error.to_string())?;
    text.push('\n');
    Ok(text)
}

struct File<'a> {
    records: &'a [Record],
    made: &'a str,
}

impl Serialize for File<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut file = to.serialize_map(None)?;
        file.serialize_entry("format", FORMAT)?;
        file.serialize_entry("version", &VERSION)?;
        file.serialize_entry("made", self.made)?;
        for kind in Kind::ALL {
            let of_kind: Vec<&Record> = self.records.iter().filter(|record| record.kind() == kind).collect();
            match (kind.only_id(), of_kind.first()) {
                (Some(_), Some(only)) => file.serialize_entry(kind.plural(), only)?,
                (Some(_), None) => {}
                (None, _) => file.serialize_entry(kind.plural(), &of_kind)?,
            }
        }
        file.end()
    }
}
