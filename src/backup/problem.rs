//! What is wrong with a backup: where, and what was expected there.

use std::fmt;

/// One mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which field, as `interviews[3].date`, counted from 0 as programs do; empty where the file as a whole is meant.
    pub path: String,
    /// The first line is 1; 0 where the whole file is meant.
    pub line: usize,
    /// "expected a day as YYYY-MM-DD, found "12/2024x"".
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.path.as_str(), self.line) {
            ("", _) => f.write_str(&self.what),
            (path, 0) => write!(f, "{path}: {}", self.what),
            (path, line) => write!(f, "{path}: {} (line {line})", self.what),
        }
    }
}

impl Problem {
    /// The file as a whole cannot be read.
    pub(super) fn whole(what: String) -> Self {
        Self { path: String::new(), line: 0, what }
    }
}

/// Longer messages are cut: they quote what stands in the file.
const LONGEST: usize = 200;

/// What the reader of JSON says, in words for people. Where it says it stands elsewhere.
pub(super) fn words(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    let told = match message.split_once(": ").zip(message.split_once(", expected ")) {
        Some((("invalid type" | "invalid value", rest), (_, expected))) => {
            let found = rest.split_once(", expected ").map_or(rest, |(found, _)| found);
            format!("expected {}, found {}", plain(expected), plain(found))
        }
        _ => match message.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected ")) {
            Some((found, expected)) => format!("expected {expected}, found {found}"),
            None => message.replace("duplicate field", "there is more than one field"),
        },
    };
    cut(&told.replace('`', "\""))
}

/// What Rust calls things, as JSON calls them.
fn plain(name: &str) -> String {
    let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
    match (first, rest) {
        ("string", text) => text.to_owned(),
        ("integer" | "floating", text) => format!("the number {}", text.trim_start_matches("point ").trim_matches('`')),
        ("boolean", text) => text.trim_matches('`').to_owned(),
        ("null" | "unit", _) => "nothing (null)".to_owned(),
        ("sequence", _) | ("a", "sequence") => "a list".to_owned(),
        ("map" | "struct" | "enum", _) | ("a", "map") => "an object in braces".to_owned(),
        ("u8" | "u16" | "u32" | "u64" | "usize", _) => "a whole number that is not negative or too large".to_owned(),
        ("a", "boolean") => "true or false".to_owned(),
        ("a", "string") => "a text in quotation marks".to_owned(),
        _ => name.to_owned(),
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
