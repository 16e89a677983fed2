//! A store that lasts as long as the page.

use std::cell::RefCell;

use super::{Contents, Later, Store};
use crate::state::{Record, Write};

/// For browsers that block storage, and for tests.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<Vec<Record>>,
}

impl Store for MemoryStore {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async { Ok(Contents { records: self.records.borrow().clone(), unreadable: 0 }) })
    }

    fn write(&self, writes: Vec<Write>) -> Later<'_, ()> {
        Box::pin(async {
            let mut records = self.records.borrow_mut();
            for (key, record) in writes {
                records.retain(|other| other.key() != key);
                records.extend(record);
            }
            Ok(())
        })
    }
}

#[cfg(test)]
mod tests {
    use std::future::Future;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;
    use crate::state::Interview;

    /// Memory never lets anybody wait.
    fn now<T>(later: Later<'_, T>) -> T {
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
        let write = |answer: &str| (interview(answer).key(), Some(interview(answer)));
        now(store.write(vec![write("one"), write("two")]));
        assert_eq!(now(store.read()).records, [interview("two")]);
        now(store.write(vec![(interview("").key(), None)]));
        assert_eq!(now(store.read()), Contents::default());
    }
}
