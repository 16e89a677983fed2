//! Where the user's interviews and papers are kept: IndexedDB, or memory where the browser allows nothing else.

mod earlier;
mod indexed_db;
mod memory;
mod papers;
mod tabs;
#[cfg(test)]
mod tabs_model;

use indexed_db::IndexedDb;
pub use memory::MemoryStore;
pub use tabs::Tabs;

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use crate::state::{Change, Record, Saved, Storage};

/// Answers of a store arrive later. A failure says why, as part of a sentence for the user.
pub type Later<'a, T> = Pin<Box<dyn Future<Output = Result<T, String>> + 'a>>;

/// Keeps records.
pub trait Store {
    fn read(&self) -> Later<'_, Contents>;

    /// All of the changes, in their order, or none. Done only when they are safe. Of many, `tell` hears now and then how many are on their way.
    ///
    /// What is replaced stays beside it as an earlier version. A change that did not know of another tab's is made
    /// nevertheless, and the answer tells what it replaced.
    fn write<'a>(&'a self, changes: &[Change], tell: &'a dyn Fn(usize)) -> Later<'a, Saved>;
}

/// What a store holds.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    pub records: Vec<Record>,
    /// Records that could not be read. They are left as they are.
    pub unreadable: usize,
    /// The number of the last save.
    pub last_save: u32,
}

/// Says what is true of the store from now on.
pub type Tell = Rc<dyn Fn(Storage)>;

/// Opens the best store that this browser allows, and reads it. `tell` is called where that has to wait, and when another tab takes the
/// store away later on.
pub async fn open(tell: Tell) -> (Rc<dyn Store>, Contents, Storage) {
    match open_indexed_db(tell).await {
        Ok((store, contents)) => {
            let storage = match store.is_read_only() {
                true => Storage::ReadOnly,
                false => Storage::Kept { unreadable: contents.unreadable },
            };
            (Rc::new(store), contents, storage)
        }
        Err(why) => (Rc::new(MemoryStore::default()), Contents::default(), Storage::MemoryOnly(why)),
    }
}

async fn open_indexed_db(tell: Tell) -> Result<(IndexedDb, Contents), String> {
    let store = IndexedDb::open(tell).await?;
    let contents = store.read().await?;
    Ok((store, contents))
}
