//! How papers are written to the browser's store and read from it.
//!
//! Each kind of paper brings code of its own for this, some 1.5 KB compressed, and no first visit has any. So this code is fetched with
//! the later screens, as soon as a paper is there to be read or written. Interviews do not wait for it.

use std::cell::Cell;

use serde::Serialize;
use wasm_bindgen::JsValue;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::state::{Kind, Record};

/// Both ways between a paper and the browser's own object.
#[derive(Clone, Copy)]
pub(super) struct PaperCode {
    /// `None` if it is damaged.
    pub read: fn(Kind, JsValue) -> Option<Record>,
    pub write: fn(&Record) -> Result<JsValue, JsValue>,
}

thread_local! {
    static HERE: Cell<Option<PaperCode>> = const { Cell::new(None) };
}

/// The code, if it has been fetched.
pub(super) fn here() -> Option<PaperCode> {
    HERE.get()
}

/// Fetches the code once. Where that failed, the next call tries again.
///
/// # Errors
///
/// Says that a part of the page is missing, as part of a sentence for the user.
pub(super) async fn fetched() -> Result<PaperCode, String> {
    if let Some(code) = here() {
        return Ok(code);
    }
    let code = fetch().await.map_err(|_| "a part of Refrain could not be fetched".to_owned())?;
    HERE.set(Some(code));
    Ok(code)
}

#[wasm_split(workshop, fallible)]
fn fetch() -> Result<PaperCode, SplitLoaderError> {
    Ok(PaperCode { read, write })
}

fn read(kind: Kind, value: JsValue) -> Option<Record> {
    Record::deserialize(kind, serde_wasm_bindgen::Deserializer::from(value)).ok()
}

fn write(record: &Record) -> Result<JsValue, JsValue> {
    Ok(record.serialize(&serde_wasm_bindgen::Serializer::new())?)
}
