//! A backup being read and checked, some records at a time, so that a large file leaves the page free between.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::problem::words;
use super::{FORMAT, Problem, VERSION};
use crate::state::{Kind, MOST_INTERVIEWS, Record};
use crate::text::figures;

/// A larger file is not read: the page would stand still while it is taken apart.
pub const LARGEST: usize = 64_000_000;
/// More records are not read: nobody has made so many by hand, and the page could not hold them.
const MOST: usize = 100_000;
/// Mistakes that are told. Whoever has mended these tries again.
const MOST_PROBLEMS: usize = 50;
/// Fields that are named among those not understood.
const MOST_UNKNOWN: usize = 20;
const LONGEST_ID: usize = 100;

/// What a file holds, all of it checked.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Backup {
    /// When it was made, as it says.
    pub made: String,
    pub records: Vec<Record>,
    /// Fields that this Refrain does not know, as `interviews[].mood`. They are left out.
    pub unknown: Vec<String>,
}

/// The work, as far as it is done.
#[derive(Debug)]
pub struct Reading {
    text: Rc<str>,
    backup: Backup,
    waiting: Vec<Part>,
    next: usize,
    /// Where each id was met. All papers are kept under one name each, so two kinds of them may not share one.
    seen: HashMap<(bool, String), String>,
    problems: Vec<Problem>,
}

/// One record in the text.
#[derive(Debug)]
struct Part {
    kind: Kind,
    /// Its place in its list; `None` where there is only one.
    index: Option<usize>,
    at: Range<usize>,
}

impl Reading {
    /// Takes the file apart without looking into the records yet.
    ///
    /// # Errors
    ///
    /// Why nothing of it can be read.
    pub fn begin(text: &Rc<str>) -> Result<Self, Problem> {
        if text.len() > LARGEST {
            return Err(Problem::whole("the file has more than 64 MB, which is more than Refrain reads".to_owned()));
        }
        let envelope = envelope(text)?;
        if envelope.parts.len() > MOST {
            return Err(Problem::whole(format!(
                "the file holds {} entries, and Refrain reads up to 100,000",
                figures(envelope.parts.len())
            )));
        }
        let interviews = envelope.parts.iter().filter(|(kind, ..)| *kind == Kind::Interview).count();
        if interviews > MOST_INTERVIEWS {
            return Err(Problem::whole(format!(
                "the file holds {} interviews, and Refrain holds up to {}; open one that has fewer",
                figures(interviews),
                figures(MOST_INTERVIEWS)
            )));
        }
        let part = |(kind, index, raw): (Kind, Option<usize>, &RawValue)| {
            let start = raw.get().as_ptr() as usize - text.as_ptr() as usize;
            Part { kind, index, at: start..start + raw.get().len() }
        };
        Ok(Self {
            text: Rc::clone(text),
            backup: Backup { made: envelope.made, unknown: envelope.unknown, records: Vec::new() },
            waiting: envelope.parts.into_iter().map(part).collect(),
            next: 0,
            seen: HashMap::new(),
            problems: Vec::new(),
        })
    }

    /// Reads some more records; `false` when all are read.
    pub fn go_on(&mut self, count: usize) -> bool {
        for _ in 0..count {
            let Some(part) = self.waiting.get(self.next) else { return false };
            self.next += 1;
            let path = part
                .index
                .map_or_else(|| part.kind.plural().to_owned(), |index| format!("{}[{index}]", part.kind.plural()));
            let start = part.at.start;
            let read = read(part.kind, &self.text[part.at.clone()], &mut self.backup.unknown);
            match read.map_err(|(field, line, what)| (join(&path, &field), line, what)) {
                Ok(record) => match self.check_id(&record, &path) {
                    Some(what) => self.note(format!("{path}.id"), start, 1, what),
                    None => self.backup.records.push(record),
                },
                Err((path, line, what)) => self.note(path, start, line, what),
            }
            if self.problems.len() >= MOST_PROBLEMS {
                self.next = self.waiting.len();
            }
        }
        self.next < self.waiting.len()
    }

    /// How much is read, of a hundred.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.next * 100).checked_div(self.waiting.len()).unwrap_or(100)
    }

    /// What was read, once all is.
    ///
    /// # Errors
    ///
    /// Every mistake that was found, in the order of the file; at most fifty.
    pub fn finish(self) -> Result<Backup, Vec<Problem>> {
        if self.problems.is_empty() { Ok(self.backup) } else { Err(self.problems) }
    }

    /// `line` counts within the record, which begins at `start`.
    fn note(&mut self, path: String, start: usize, line: usize, what: String) {
        let line = self.text.as_bytes()[..start].iter().filter(|byte| **byte == b'\n').count() + line.max(1);
        self.problems.push(Problem { path, line, what });
    }

    /// What is wrong with the record's id. Ids stand in addresses and name the record in the store.
    fn check_id(&mut self, record: &Record, path: &str) -> Option<String> {
        let (kind, id) = (record.kind(), record.id());
        if let Some(only) = kind.only_id() {
            return (id != only).then(|| format!("expected \"{only}\""));
        }
        let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        // The version of the pitch that there is before the user names one has the empty id.
        let may_be_empty = kind == Kind::Version;
        if id.is_empty() && !may_be_empty || id.len() > LONGEST_ID || !id.bytes().all(is_sign) {
            return Some("expected letters from a to z, digits and the signs - _ . ~, a hundred at most".to_owned());
        }
        if Kind::ALL.iter().any(|kind| kind.only_id() == Some(id)) {
            return Some(format!("\"{id}\" is the name of something else"));
        }
        let before = self.seen.insert((kind == Kind::Interview, id.to_owned()), path.to_owned());
        before.map(|before| format!("the same id stands at {before} already"))
    }
}

/// The record, or the field that is wrong, its line within `json`, and what is wrong with it.
fn read(kind: Kind, json: &str, unknown: &mut Vec<String>) -> Result<Record, (String, usize, String)> {
    let mut json = serde_json::Deserializer::from_str(json);
    let mut track = serde_path_to_error::Track::new();
    let mut ignored = |path: serde_ignored::Path<'_>| {
        if unknown.len() < MOST_UNKNOWN {
            let field = general(&path.to_string());
            let field = if kind.only_id().is_some() { field } else { format!("[].{field}") };
            let field = join(kind.plural(), &field);
            if !unknown.contains(&field) {
                unknown.push(field);
            }
        }
    };
    let from =
        serde_ignored::Deserializer::new(serde_path_to_error::Deserializer::new(&mut json, &mut track), &mut ignored);
    Record::deserialize(kind, from).map_err(|error| {
        let path = track.path().to_string();
        (if path == "." { String::new() } else { path }, error.line(), words(&error))
    })
}

/// `lines.3.mood` as `lines[].mood`: what is unknown in one record is so in all.
fn general(path: &str) -> String {
    let mut text = String::new();
    for part in path.split('.').filter(|part| *part != "?") {
        let is_index = part.bytes().all(|byte| byte.is_ascii_digit());
        text.push_str(if is_index {
            "[]"
        } else if text.is_empty() {
            ""
        } else {
            "."
        });
        if !is_index {
            text.extend(part.chars().take(LONGEST_ID));
        }
    }
    text
}

fn join(path: &str, field: &str) -> String {
    let between = if field.is_empty() || field.starts_with('[') { "" } else { "." };
    format!("{path}{between}{field}")
}

/// The outermost object, its records not yet looked into.
#[derive(Default)]
struct Envelope<'a> {
    format: Option<String>,
    version: Option<u64>,
    made: String,
    parts: Vec<(Kind, Option<usize>, &'a RawValue)>,
    unknown: Vec<String>,
}

fn envelope(text: &str) -> Result<Envelope<'_>, Problem> {
    let mut json = serde_json::Deserializer::from_str(text);
    let mut track = serde_path_to_error::Track::new();
    let read = Envelope::deserialize(serde_path_to_error::Deserializer::new(&mut json, &mut track))
        .and_then(|envelope| json.end().map(|()| envelope));
    let problem = |error: serde_json::Error| {
        let (line, column) = (error.line(), error.column());
        match error.classify() {
            Category::Data => {
                let path = track.path().to_string();
                Problem { path: if path == "." { String::new() } else { path }, line, what: words(&error) }
            }
            Category::Eof => Problem::whole(format!(
                "the file ends too early, at line {line}, column {column}: a part of it is missing"
            )),
            _ => Problem::whole(format!("line {line}, column {column}: {}", words(&error))),
        }
    };
    let envelope = read.map_err(problem)?;
    if envelope.format.as_deref() != Some(FORMAT) {
        return Err(Problem {
            path: "format".to_owned(),
            line: 0,
            what: format!("expected \"{FORMAT}\": this is no backup of Refrain"),
        });
    }
    match envelope.version {
        Some(1..=VERSION) => Ok(envelope),
        Some(newer) if newer > VERSION => Err(Problem {
            path: "version".to_owned(),
            line: 0,
            what: format!(
                "{newer} is newer than this Refrain, which reads {VERSION}. Reload the page to get the newest and try again"
            ),
        }),
        _ => Err(Problem {
            path: "version".to_owned(),
            line: 0,
            what: format!("expected a whole number from 1 to {VERSION}"),
        }),
    }
}

impl<'de> Deserialize<'de> for Envelope<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(EnvelopeVisitor)
    }
}

struct EnvelopeVisitor;

impl<'de> Visitor<'de> for EnvelopeVisitor {
    type Value = Envelope<'de>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut envelope = Envelope::default();
        let mut kinds = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            let kind = Kind::ALL.into_iter().find(|kind| kind.plural() == key);
            if kind.is_some_and(|kind| kinds.contains(&kind)) {
                return Err(A::Error::custom(format!("there is more than one field `{key}`")));
            }
            kinds.extend(kind);
            match (key.as_str(), kind) {
                // A newer file may look otherwise from here on.
                _ if envelope.version.is_some_and(|version| version > VERSION) => {
                    map.next_value::<IgnoredAny>()?;
                }
                ("format", _) => envelope.format = Some(map.next_value()?),
                ("version", _) => envelope.version = Some(map.next_value()?),
                ("made", _) => envelope.made = map.next_value()?,
                (_, Some(kind)) if kind.only_id().is_some() => envelope.parts.push((kind, None, map.next_value()?)),
                (_, Some(kind)) => {
                    let records = map.next_value::<Vec<&RawValue>>()?.into_iter().enumerate();
                    envelope.parts.extend(records.map(|(index, raw)| (kind, Some(index), raw)));
                }
                _ => {
                    if envelope.unknown.len() < MOST_UNKNOWN {
                        envelope.unknown.push(general(&key));
                    }
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(envelope)
    }
}
