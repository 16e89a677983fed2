//! A person's interviews and papers, and what the engine made of them.

use std::cmp::Ordering;
use std::rc::Rc;

use refrain_core::{Brief, Note, Report};

use super::record::{Key, Kind, Record};
use super::{Date, Decided, Interview, Papers, Write};

/// As many interviews as a file or pasted notes may bring it to: three a day for eighteen years. Every screen answers with so many
/// (docs/adr/0008-backup-file.md has the figures). What is there already is never refused.
pub const MOST_INTERVIEWS: usize = 20_000;

/// Interviews, and the analysis of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Notebook {
    /// In time order.
    interviews: Vec<Rc<Interview>>,
    papers: Papers,
    /// Counts the changes that the engine hears of, so that a report can be matched with what it is about.
    revision: u64,
    pub analysis: Analysis,
}

/// The last report, and whether it is up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Analysis {
    pub status: AnalysisStatus,
    pub report: Rc<Report>,
    /// The answered interviews, which the report is about, in time order. Shown with it, counts and quotes are always true.
    pub interviews: Rc<[Rc<Interview>]>,
    /// The decisions that the report heard of: it speaks of them by their positions.
    pub decided: Rc<[Rc<Decided>]>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum AnalysisStatus {
    /// Nothing to analyse yet, or the report is about the interviews as they are.
    #[default]
    UpToDate,
    Working,
    /// Up to date, but without the catalogue: only wordings that share words were brought together.
    WordsOnly,
    Failed(String),
}

impl Notebook {
    #[must_use]
    pub fn new(records: impl IntoIterator<Item = Record>) -> Self {
        let mut notebook = Self::default();
        notebook.set_all(records.into_iter().map(|record| (record.key(), Some(record))).collect());
        notebook
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.interviews.is_empty()
    }

    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rc<Interview>> {
        self.interviews.iter().find(|interview| interview.id == id)
    }

    #[must_use]
    pub fn papers(&self) -> &Papers {
        &self.papers
    }

    #[must_use]
    pub fn record(&self, key: &Key) -> Option<Record> {
        match key.kind {
            Kind::Interview => self.get(&key.id).cloned().map(Record::Interview),
            _ => self.papers.get(key),
        }
    }

    /// What is there under each key. As with setting, ten thousand take no longer than sorting them.
    #[must_use]
    pub fn records_at(&self, keys: &[Key]) -> Vec<Option<Record>> {
        let mut by_id = self.interviews.clone();
        sort(&mut by_id, |one, other| one.id.cmp(&other.id));
        let interview = |id: &str| {
            let place = by_id.binary_search_by(|interview| interview.id.as_str().cmp(id)).ok()?;
            by_id.get(place).cloned().map(Record::Interview)
        };
        keys.iter()
            .map(|key| if key.kind == Kind::Interview { interview(&key.id) } else { self.papers.get(key) })
            .collect()
    }

    /// Everything in it, kind by kind.
    #[must_use]
    pub fn records(&self) -> Vec<Record> {
        let mut records: Vec<Record> = self.interviews.iter().cloned().map(Record::Interview).collect();
        for kind in Kind::ALL {
            records.extend(self.papers.all(kind));
        }
        records
    }

    /// The same records, whatever is made of them. Told by looking at each, not into it, so a change back is a change.
    #[must_use]
    pub fn is_as(&self, other: &Self) -> bool {
        self.revision == other.revision && self.papers == other.papers
    }

    /// Sets or, with `None`, removes records, the later of two with one key. Ten thousand take no longer than sorting them.
    pub fn set_all(&mut self, changes: Vec<Write>) {
        let mut interviews: Vec<(String, Option<Rc<Interview>>)> = Vec::new();
        let mut is_heard_of = false;
        for (key, record) in changes {
            is_heard_of |= !matches!(
                key.kind,
                Kind::Practice | Kind::Reply | Kind::Contact | Kind::Call | Kind::Questions | Kind::Advice
            );
            match record {
                Some(Record::Interview(interview)) => interviews.push((key.id, Some(interview))),
                None if key.kind == Kind::Interview => interviews.push((key.id, None)),
                record => self.papers.set(&key, record),
            }
        }
        if !interviews.is_empty() {
            // Sorting keeps the order of equals, so that of two the later one, now in front, stays.
            interviews.reverse();
            interviews.sort_by(|(id, _), (other, _)| id.cmp(other));
            interviews.dedup_by(|(earlier, _), (kept, _)| earlier == kept);
            self.interviews.retain(|old| interviews.binary_search_by(|(id, _)| id.cmp(&old.id)).is_err());
            self.interviews.extend(interviews.into_iter().filter_map(|(_, interview)| interview));
            sort(&mut self.interviews, |one, other| in_time(one).cmp(&in_time(other)));
        }
        if is_heard_of {
            self.revision += 1;
            self.analysis.status = AnalysisStatus::Working;
        }
    }

    /// Oldest first. Interviews without a date stand after the dated ones, in the order of making.
    #[must_use]
    pub fn in_time_order(&self) -> &[Rc<Interview>] {
        &self.interviews
    }

    /// Takes a report about the interviews as they are.
    pub fn set_report(&mut self, report: Rc<Report>, status: AnalysisStatus) {
        let interviews = self.answered().cloned().collect();
        self.analysis = Analysis { status, report, interviews, decided: self.papers.decided().into() };
    }

    /// Those with words to analyse, oldest first.
    pub fn answered(&self) -> impl Iterator<Item = &Rc<Interview>> {
        self.interviews.iter().filter(|interview| interview.is_answered())
    }

    /// What the engine reads, oldest first.
    #[must_use]
    pub fn notes(&self) -> Vec<Note> {
        let note = |interview: &Rc<Interview>| Note {
            id: interview.id.clone(),
            who: interview.who.clone(),
            stage: interview.stage.map_or("", super::Stage::name).to_owned(),
            company: interview.company.clone(),
            date: interview.date.map(Into::into),
            text: interview.answer.clone(),
        };
        self.answered().map(note).collect()
    }

    /// What the engine hears besides.
    #[must_use]
    pub fn brief(&self) -> Brief {
        self.papers.brief()
    }
}

/// One function for every order: each kind of sorting weighs some kilobytes.
fn sort(interviews: &mut [Rc<Interview>], by: fn(&Interview, &Interview) -> Ordering) {
    interviews.sort_by(|one, other| by(one, other));
}

/// What interviews are ordered by.
fn in_time(interview: &Interview) -> (bool, Option<Date>, &str) {
    (interview.date.is_none(), interview.date, &interview.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interviews_stand_in_time_order_and_those_without_a_date_last() {
        let interview =
            |id: &str, date: &str| Interview { id: id.into(), date: Date::from_iso(date), ..Interview::default() };
        let order = |notebook: &Notebook| {
            notebook.in_time_order().iter().map(|interview| interview.id.clone()).collect::<Vec<_>>().join(" ")
        };
        let mut notebook = Notebook::new(
            [
                interview("a", ""),
                interview("b", "2026-03-04"),
                interview("c", "2026-03-04"),
                interview("d", "2026-01-01"),
                interview("e", ""),
            ]
            .map(Record::from),
        );
        assert_eq!(order(&notebook), "d b c a e");
        let moved = Record::from(interview("a", "2026-02-01"));
        notebook.set_all(vec![(moved.key(), Some(moved))]);
        notebook.set_all(vec![(Key { kind: Kind::Interview, id: "c".into() }, None)]);
        assert_eq!(order(&notebook), "d a b e");
    }
}
