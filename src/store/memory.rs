//! A store that lasts as long as the page.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Contents, Later, Store};
use crate::state::{Interview, Write};

/// For browsers that block storage, and for tests.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<Vec<Rc<Interview>>>,
}

impl Store for MemoryStore {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async {
            let interviews = self.records.borrow().iter().map(|interview| (**interview).clone()).collect();
            Ok(Contents { interviews, unreadable: 0 })
        })
    }

    fn write(&self, writes: Vec<Write>) -> Later<'_, ()> {
        Box::pin(async {
            let mut records = self.records.borrow_mut();
            for (id, interview) in writes {
                records.retain(|record| record.id != id);
                records.extend(interview);
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
            |answer: &str| Some(Rc::new(Interview { id: "a".into(), answer: answer.into(), ..Interview::default() }));
        now(store.write(vec![("a".into(), interview("one")), ("a".into(), interview("two"))]));
        assert_eq!(now(store.read()).interviews[0].answer, "two");
        now(store.write(vec![("a".into(), None)]));
        assert_eq!(now(store.read()), Contents::default());
    }
}
