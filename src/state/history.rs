//! Undo and redo, over everything that changes data.

use std::rc::Rc;

use super::record::{Key, Record};

/// How many steps back are kept.
const DEPTH: usize = 200;

/// One record before and after. `None` stands for "not there".
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub key: Key,
    pub before: Option<Record>,
    pub after: Option<Record>,
}

/// What one act of the user changed, undone as one.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What was done, as a sentence without a full stop: "Deleted the interview with Bram Teasel".
    pub what: String,
    pub changes: Vec<Change>,
}

/// Steps done and steps undone, latest last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct History {
    past: Vec<Rc<Step>>,
    future: Vec<Rc<Step>>,
}

impl History {
    /// Notes a new step. What had been undone can no longer be redone.
    pub fn push(&mut self, step: Step) {
        self.future.clear();
        self.past.push(Rc::new(step));
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
    }

    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The step to take back.
    pub fn undo(&mut self) -> Option<Rc<Step>> {
        let step = self.past.pop()?;
        self.future.push(Rc::clone(&step));
        Some(step)
    }

    /// The step to do again.
    pub fn redo(&mut self) -> Option<Rc<Step>> {
        let step = self.future.pop()?;
        self.past.push(Rc::clone(&step));
        Some(step)
    }
}
