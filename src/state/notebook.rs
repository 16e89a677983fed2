//! A person's interviews and what the engine made of them.

use std::rc::Rc;

use refrain_core::{Note, Report};

use super::{Date, Interview};

/// Interviews, and the analysis of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Notebook {
    /// In time order.
    interviews: Vec<Rc<Interview>>,
    /// Counts the changes, so that a report can be matched with the interviews it is about.
    revision: u64,
    pub analysis: Analysis,
}

/// The last report, and whether it is up to date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Analysis {
    pub status: AnalysisStatus,
    pub report: Rc<Report>,
    /// The interviews that the report is about, in time order. Shown with it, counts and quotes are always true.
    pub interviews: Rc<[Rc<Interview>]>,
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
    pub fn new(interviews: impl IntoIterator<Item = Interview>) -> Self {
        let mut notebook = Self::default();
        for interview in interviews {
            notebook.set(&interview.id.clone(), Some(Rc::new(interview)));
        }
        notebook
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.interviews.is_empty()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.interviews.len()
    }

    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rc<Interview>> {
        self.interviews.iter().find(|interview| interview.id == id)
    }

    /// Sets or, with `None`, removes one interview.
    pub fn set(&mut self, id: &str, interview: Option<Rc<Interview>>) {
        self.interviews.retain(|interview| interview.id != id);
        if let Some(interview) = interview {
            let place = self.interviews.partition_point(|other| in_time(other) < in_time(&interview));
            self.interviews.insert(place, interview);
        }
        self.revision += 1;
        self.analysis.status = AnalysisStatus::Working;
    }

    /// Oldest first. Interviews without a date stand after the dated ones, in the order of making.
    #[must_use]
    pub fn in_time_order(&self) -> &[Rc<Interview>] {
        &self.interviews
    }

    /// Takes a report about the interviews as they are.
    pub fn set_report(&mut self, report: Rc<Report>, status: AnalysisStatus) {
        self.analysis = Analysis { status, report, interviews: self.interviews.as_slice().into() };
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
        self.interviews.iter().map(note).collect()
    }
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
        let mut notebook = Notebook::new([
            interview("a", ""),
            interview("b", "2026-03-04"),
            interview("c", "2026-03-04"),
            interview("d", "2026-01-01"),
            interview("e", ""),
        ]);
        assert_eq!(order(&notebook), "d b c a e");
        notebook.set("a", Some(Rc::new(interview("a", "2026-02-01"))));
        notebook.set("c", None);
        assert_eq!(order(&notebook), "d a b e");
    }
}
