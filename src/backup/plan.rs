//! What opening a backup would change, before it does.

use std::collections::HashMap;

use super::Backup;
use crate::state::{Date, Key, Kind, Record, Settings};

/// How a backup and what is there come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// What is missing is added; where both have something, what is there stays.
    #[default]
    Add,
    /// What is missing is added; where both have something, the file's takes its place.
    Update,
    /// Afterwards there is what is in the file and nothing else.
    Replace,
}

/// What becomes of the entries of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub added: usize,
    pub changed: usize,
    /// The same in both.
    pub same: usize,
    /// Different in both, and left as they are.
    pub kept: usize,
    pub removed: usize,
}

/// What would be done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plan {
    /// For each kind that the file or the notebook has any of.
    pub counts: Vec<(Kind, Counts)>,
    /// What each record becomes, for one act.
    pub changes: Vec<(Key, Option<Record>)>,
}

impl Plan {
    /// `mine`: everything that is there.
    #[must_use]
    pub fn new(backup: &Backup, mine: &[Record], mode: Mode) -> Self {
        let there: HashMap<(&'static str, &str), &Record> =
            mine.iter().map(|record| ((record.kind().name(), record.id()), record)).collect();
        let mut all = Kind::ALL.map(|kind| (kind, Counts::default()));
        let mut count = |kind: Kind, add: fn(&mut Counts) -> &mut usize| {
            if let Some((_, counts)) = all.iter_mut().find(|(other, _)| *other == kind) {
                *add(counts) += 1;
            }
        };
        let mut changes = Vec::new();
        for record in &backup.records {
            let (kind, before) = (record.kind(), there.get(&(record.kind().name(), record.id())));
            let record = match before {
                Some(before) => with_later_backup(record, before),
                None => record.clone(),
            };
            match before {
                None => count(kind, |counts| &mut counts.added),
                Some(before) if **before == record => {
                    count(kind, |counts| &mut counts.same);
                    continue;
                }
                Some(_) if mode == Mode::Add => {
                    count(kind, |counts| &mut counts.kept);
                    continue;
                }
                Some(_) => count(kind, |counts| &mut counts.changed),
            }
            changes.push((record.key(), Some(record)));
        }
        if mode == Mode::Replace {
            let stays: HashMap<(&'static str, &str), ()> =
                backup.records.iter().map(|record| ((record.kind().name(), record.id()), ())).collect();
            for record in mine.iter().filter(|record| !stays.contains_key(&(record.kind().name(), record.id()))) {
                count(record.kind(), |counts| &mut counts.removed);
                changes.push((record.key(), None));
            }
        }
        // In the order of making, each finds its place at the end of what is there, and ten thousand take no longer than one by one.
        changes.sort_by(|(one, _), (other, _)| one.id.cmp(&other.id));
        let counts = all.into_iter().filter(|(_, counts)| *counts != Counts::default()).collect();
        Self { counts, changes }
    }

    #[must_use]
    pub fn total(&self) -> Counts {
        let mut total = Counts::default();
        for (_, counts) in &self.counts {
            total.added += counts.added;
            total.changed += counts.changed;
            total.same += counts.same;
            total.kept += counts.kept;
            total.removed += counts.removed;
        }
        total
    }
}

/// The later of two days on which a backup was saved is the true one, whichever of the settings are taken.
fn with_later_backup(record: &Record, before: &Record) -> Record {
    match (record, before) {
        (Record::Settings(theirs), Record::Settings(mine)) => {
            let last_backup: Option<Date> = theirs.last_backup.max(mine.last_backup);
            Settings { last_backup, ..Settings::clone(theirs) }.into()
        }
        _ => record.clone(),
    }
}
