//! A store that lasts as long as the page.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Contents, Later, Store};
use crate::state::{Interview, Write};

/// For browsers that block storage, and for tests.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<String, Rc<Interview>>>,
}

impl Store for MemoryStore {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async {
            let interviews = self.records.borrow().values().map(|interview| (**interview).clone()).collect();
            Ok(Contents { interviews, unreadable: 0 })
        })
    }

    fn write(&self, writes: Vec<Write>) -> Later<'_, ()> {
        Box::pin(async {
            let mut records = self.records.borrow_mut();
            for (id, interview) in writes {
                match interview {
                    Some(interview) => records.insert(id, interview),
                    None => records.remove(&id),
                };
            }
            Ok(())
        })
    }
}
