//! IndexedDB: one database, one record an interview.

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStore, ObjectStoreParams, TransactionMode,
    TransactionResult,
};
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::{Contents, Later, Store};
use crate::state::Write;

const DATABASE: &str = "refrain";
/// Counts the shapes that the database has had. A newer one than this is never written to.
const VERSION: u32 = 1;
const INTERVIEWS: &str = "interviews";

pub(super) struct IndexedDb {
    database: Database,
}

/// Opens the database, making it where there is none.
pub(super) async fn open() -> Result<IndexedDb, String> {
    let mut request = Factory::new()
        .and_then(|factory| factory.open(DATABASE, Some(VERSION)))
        .map_err(|_| "This browser blocks storage for this page.".to_owned())?;
    request.on_upgrade_needed(|event| {
        // A failure here aborts the upgrade, and so reaches the caller as the failure to open.
        let Ok(database) = event.database() else { return };
        if !database.store_names().iter().any(|name| name == INTERVIEWS) {
            let mut params = ObjectStoreParams::new();
            params.key_path(Some(KeyPath::new_single("id")));
            let _ = database.create_object_store(INTERVIEWS, params);
        }
    });
    let mut database = request.await.map_err(|error| why_not_opened(&error))?;
    // Another tab with a newer version may need the database closed; this tab then says that it can no longer save.
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    Ok(IndexedDb { database })
}

impl Store for IndexedDb {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async {
            let records = self.records().await.map_err(|error| why_not_opened(&error))?;
            let mut contents = Contents::default();
            for record in records {
                match serde_wasm_bindgen::from_value(record) {
                    Ok(interview) => contents.interviews.push(interview),
                    Err(_) => contents.unreadable += 1,
                }
            }
            Ok(contents)
        })
    }

    fn write(&self, writes: Vec<Write>) -> Later<'_, ()> {
        Box::pin(async move {
            match self.commit(&writes).await {
                Ok(TransactionResult::Committed) => Ok(()),
                Ok(TransactionResult::Aborted) => Err("the browser stopped the save; its storage may be full".into()),
                Err(error) => Err(why_not_written(&error)),
            }
        })
    }
}

impl IndexedDb {
    async fn records(&self) -> Result<Vec<JsValue>, Error> {
        let transaction = self.database.transaction(&[INTERVIEWS], TransactionMode::ReadOnly)?;
        transaction.object_store(INTERVIEWS)?.get_all(None, None)?.await
    }

    async fn commit(&self, writes: &[Write]) -> Result<TransactionResult, Error> {
        let transaction = self.database.transaction(&[INTERVIEWS], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(INTERVIEWS)?;
        if let Err(error) = queue(&store, writes) {
            // Without this the browser would commit what was queued before the failure.
            transaction.abort()?;
            return Err(error);
        }
        // Committed is said only when the browser says so, not when the requests were taken.
        transaction.await
    }
}

fn queue(store: &ObjectStore, writes: &[Write]) -> Result<(), Error> {
    for (id, interview) in writes {
        match interview {
            Some(interview) => {
                let record = interview
                    .serialize(&serde_wasm_bindgen::Serializer::new())
                    .map_err(|error| Error::UnexpectedJsType("an interview", error.into()))?;
                store.put(&record, None)?;
            }
            None => {
                store.delete(JsValue::from_str(id))?;
            }
        }
    }
    Ok(())
}

fn why_not_opened(error: &Error) -> String {
    match error_name(error).as_deref() {
        Some("VersionError") => {
            "The notes kept here were written by a newer Refrain. Reload the page to get it.".to_owned()
        }
        Some("SecurityError" | "InvalidStateError" | "NotAllowedError") => {
            "This browser blocks storage for this page.".to_owned()
        }
        name => format!("The notes kept in this browser could not be opened ({}).", name.unwrap_or("unknown error")),
    }
}

fn why_not_written(error: &Error) -> String {
    match error_name(error).as_deref() {
        Some("QuotaExceededError") => "the browser’s storage is full".to_owned(),
        Some("InvalidStateError") => {
            "Refrain is open in another tab in a newer version; reload this page there and here".to_owned()
        }
        name => format!("the browser refused ({})", name.unwrap_or("unknown error")),
    }
}

/// The browser's own name for what went wrong.
fn error_name(error: &Error) -> Option<String> {
    let exception = match error {
        Error::DomException(exception) => exception.clone().into(),
        Error::IndexedDbOpenFailed(value)
        | Error::TransactionOpenFailed(value)
        | Error::GetAllFailed(value)
        | Error::UpdateFailed(value) => value.clone(),
        _ => return None,
    };
    js_sys::Reflect::get(&exception, &JsValue::from_str("name")).ok()?.as_string()
}
