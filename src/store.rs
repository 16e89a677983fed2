//! Where the user's interviews and papers are kept: IndexedDB, or memory where the browser allows nothing else.

mod indexed_db;
mod memory;
mod tabs;

pub use memory::MemoryStore;
pub use tabs::Tabs;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::state::{Record, Storage, Write};

/// Answers of a store arrive later. A failure says why, as part of a sentence for the user.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, String>> + 'a>>;

/// Keeps records.
pub trait Store {
    fn read(&self) -> Later<'_, Contents>;

    /// All of the writes, in their order, or none. Done only when they are safe.
    fn write(&self, writes: Vec<Write>) -> Later<'_, ()>;
}

/// What a store holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    pub records: Vec<Record>,
    /// Records that could not be read. They are left as they are.
    pub unreadable: usize,
}

/// Opens the best store that this browser allows, and reads it.
pub async fn open() -> (Rc<dyn Store>, Contents, Storage) {
    match open_indexed_db().await {
        Ok((store, contents)) => {
            let storage = Storage::Kept { unreadable: contents.unreadable };
            (store, contents, storage)
        }
        Err(why) => (Rc::new(MemoryStore::default()), Contents::default(), Storage::MemoryOnly(why)),
    }
}

async fn open_indexed_db() -> Result<(Rc<dyn Store>, Contents), String> {
    let store = indexed_db::open().await?;
    let contents = store.read().await?;
    Ok((Rc::new(store), contents))
}
