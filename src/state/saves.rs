//! Saves of several tabs in the one order that the store gave them, whatever order the tabs hear of them in.
//!
//! Every save has a number, which the store counts up. A tab hears of another's save by a message that may come late:
//! after a save of its own that the store took later, or before the answer to one that it took earlier. So what a message
//! brings is shown only where nothing with a higher number is known of the same record.

use super::history::Change;
use super::record::{Key, Record};

/// One record to be written, and what it becomes, `None` for a deleted one.
pub type Write = (Key, Option<Record>);

/// What one transaction wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Save {
    /// Higher than that of every earlier save, of any tab.
    pub number: u32,
    pub writes: Vec<Write>,
}

/// What became of this tab's own save.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saved {
    pub number: u32,
    /// Records as other tabs had changed them meanwhile. The save replaced them, and the store keeps them beside it.
    pub overwritten: Vec<Record>,
}

/// What this tab knows of the order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Order {
    /// The last save that was in the store when it was read.
    read: u32,
    /// Numbers and records of the latest saves, this tab's and others'.
    seen: Vec<(u32, Vec<Key>)>,
    /// Other tabs' saves of records that are on their way into the store: only its answer tells which of both is the later.
    held: Vec<Save>,
}

/// How many saves are remembered. A message never comes as late as that.
const SEEN: usize = 64;

impl Order {
    /// The store was read when this was its last save.
    pub fn opened(&mut self, number: u32) {
        self.read = number;
    }

    /// Whether a later save of this record is known.
    #[must_use]
    pub fn is_overtaken(&self, key: &Key, number: u32) -> bool {
        self.seen.iter().any(|(other, keys)| *other > number && keys.contains(key))
    }

    /// Another tab has saved. Gives back what of it is to be shown now.
    pub fn heard(&mut self, save: Save, in_flight: &[Change]) -> Vec<Write> {
        let Save { number, writes } = save;
        if number <= self.read {
            return Vec::new();
        }
        let (held, shown): (Vec<Write>, Vec<Write>) =
            writes.into_iter().partition(|(key, _)| in_flight.iter().any(|change| change.key == *key));
        let shown: Vec<Write> = shown.into_iter().filter(|(key, _)| !self.is_overtaken(key, number)).collect();
        self.note(number, shown.iter().map(|(key, _)| key.clone()).collect());
        if !held.is_empty() {
            self.held.push(Save { number, writes: held });
        }
        shown
    }

    /// This tab's own save has been taken. Gives back what others have written over it since.
    pub fn saved(&mut self, number: u32, in_flight: &[Change]) -> Vec<Write> {
        self.note(number, in_flight.iter().map(|change| change.key.clone()).collect());
        let mut held = std::mem::take(&mut self.held);
        held.sort_by_key(|save| save.number);
        held.into_iter().flat_map(|save| self.heard(save, &[])).collect()
    }

    /// This tab's save has failed, and is to be tried again after what others wrote.
    pub fn failed(&mut self) {
        self.held.clear();
    }

    fn note(&mut self, number: u32, keys: Vec<Key>) {
        self.seen.push((number, keys));
        if self.seen.len() > SEEN {
            self.seen.remove(0);
        }
    }
}

/// One change for each record: from what it was before the first to what it is after the last.
#[must_use]
pub fn joined(changes: &[Change]) -> Vec<Change> {
    let place = |change: &Change| (change.key.kind, change.key.id.clone());
    let mut changes = changes.to_vec();
    changes.sort_by_cached_key(place);
    changes.dedup_by(|later, earlier| {
        let is_same = later.key == earlier.key;
        if is_same {
            earlier.after = later.after.take();
        }
        is_same
    });
    changes
}

/// Whether what is in the store was changed by somebody who did not know of this change, nor it of them.
#[must_use]
pub fn is_overwritten(stored: Option<&Record>, change: &Change) -> bool {
    stored.is_some() && stored != change.before.as_ref() && stored != change.after.as_ref()
}
