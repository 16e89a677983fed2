//! A person's interviews and what the engine made of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use refrain_core::{Note, Report};

use super::Interview;

/// Interviews, and the analysis of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Notebook {
    interviews: BTreeMap<String, Rc<Interview>>,
    /// Counts the changes, so that a report can be matched with the interviews it is about.
    revision: u64,
    pub analysis: Analysis,
}

/// The last report, and whether it is up to date.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    pub status: AnalysisStatus,
    pub report: Rc<Report>,
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
        self.interviews.get(id)
    }

    /// Sets or, with `None`, removes one interview. Returns what was there.
    pub fn set(&mut self, id: &str, interview: Option<Rc<Interview>>) -> Option<Rc<Interview>> {
        let before = match interview {
            Some(interview) => self.interviews.insert(id.to_owned(), interview),
            None => self.interviews.remove(id),
        };
        self.revision += 1;
        self.analysis.status = AnalysisStatus::Working;
        before
    }

    /// Oldest first. Interviews without a date stand where they were made, after the dated ones.
    #[must_use]
    pub fn in_time_order(&self) -> Vec<Rc<Interview>> {
        let mut all: Vec<_> = self.interviews.values().cloned().collect();
        all.sort_by(|a, b| (a.date.is_none(), a.date, &a.id).cmp(&(b.date.is_none(), b.date, &b.id)));
        all
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
        self.in_time_order().iter().map(note).collect()
    }
}
