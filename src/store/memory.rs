//! A store that lasts as long as the page.

use std::cell::{Cell, RefCell};

use super::{Contents, Later, Store};
use crate::state::{Change, Record, Saved, is_overwritten, joined};

/// For browsers that block storage, and for tests. It keeps no earlier versions: they would go with the page as well.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<Vec<Record>>,
    saves: Cell<u32>,
}

impl Store for MemoryStore {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async {
            let records = self.records.borrow().clone();
            Ok(Contents { records, unreadable: 0, last_save: self.saves.get() })
        })
    }

    fn write<'a>(&'a self, changes: &[Change], _tell: &'a dyn Fn(usize)) -> Later<'a, Saved> {
        let changes = joined(changes);
        Box::pin(async move {
            let mut records = self.records.borrow_mut();
            let number = self.saves.get() + 1;
            self.saves.set(number);
            let mut overwritten = Vec::new();
            for change in changes {
                let place = records.iter().position(|other| other.key() == change.key);
                let stored = place.map(|place| records.swap_remove(place));
                if is_overwritten(stored.as_ref(), &change) {
                    overwritten.extend(stored);
                }
                records.extend(change.after);
            }
            Ok(Saved { number, overwritten })
        })
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;
    use crate::state::Interview;

    /// Memory never lets anybody wait.
    pub(in crate::store) fn now<T>(later: Later<'_, T>) -> T {
        match pin!(later).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => done.unwrap(),
            Poll::Pending => panic!("memory made us wait"),
        }
    }

    #[test]
    fn gives_back_what_was_written_last() {
        let store = MemoryStore::default();
        let interview =
            |answer: &str| Record::from(Interview { id: "a".into(), answer: answer.into(), ..Interview::default() });
        let change = |before: Option<&str>, after: Option<&str>| Change {
            key: interview("").key(),
            before: before.map(interview),
            after: after.map(interview),
        };
        let write = |changes: Vec<Change>| now(store.write(&changes, &|_| ())).overwritten;
        assert_eq!(write(vec![change(None, Some("one")), change(Some("one"), Some("two"))]), []);
        assert_eq!(now(store.read()).records, [interview("two")]);
        assert_eq!(write(vec![change(Some("one"), Some("three"))]), [interview("two")]);
        assert_eq!(write(vec![change(Some("two"), Some("three"))]), [], "both wrote the same");
        assert_eq!(write(vec![change(Some("three"), None)]), []);
        assert_eq!(now(store.read()), Contents { last_save: 4, ..Contents::default() });
    }
}
