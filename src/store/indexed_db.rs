//! IndexedDB: one database, in it the interviews and the papers beside them, one record each.

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, ObjectStore, ObjectStoreParams, TransactionMode,
    TransactionResult,
};
use js_sys::{Array, Reflect};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};

use super::{Contents, Later, Store};
use crate::state::{
    Advice, Call, Contact, Decided, Interview, Key, Kind, Narrative, Plan, Practice, Questions, Record, Reply,
    Settings, Story, Version, Write,
};

const DATABASE: &str = "refrain";
/// Counts the shapes that the database has had. A newer one than this is never written to.
///
/// 1 held interviews; 2 holds papers too.
const VERSION: u32 = 2;
const INTERVIEWS: &str = "interviews";
/// Records of every other kind. Each says in the field [`KIND`] what it is; one of an unknown kind is left as it is.
const PAPERS: &str = "papers";
const KIND: &str = "kind";

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
        let there = database.store_names();
        for name in [INTERVIEWS, PAPERS] {
            if !there.iter().any(|other| other == name) {
                let mut params = ObjectStoreParams::new();
                params.key_path(Some(KeyPath::new_single("id")));
                let _ = database.create_object_store(name, params);
            }
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
            let (interviews, papers) = self.values().await.map_err(|error| why_not_opened(&error))?;
            let mut contents = Contents::default();
            let interviews = interviews.into_iter().map(read::<Interview>);
            for record in interviews.chain(papers.into_iter().map(paper)) {
                match record {
                    Some(record) => contents.records.push(record),
                    None => contents.unreadable += 1,
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
    /// Interviews and papers, as they were at one moment.
    async fn values(&self) -> Result<(Vec<JsValue>, Vec<JsValue>), Error> {
        let transaction = self.database.transaction(&[INTERVIEWS, PAPERS], TransactionMode::ReadOnly)?;
        let interviews = transaction.object_store(INTERVIEWS)?.get_all(None, None)?;
        let papers = transaction.object_store(PAPERS)?.get_all(None, None)?;
        Ok((interviews.await?, papers.await?))
    }

    async fn commit(&self, writes: &[Write]) -> Result<TransactionResult, Error> {
        let transaction = self.database.transaction(&[INTERVIEWS, PAPERS], TransactionMode::ReadWrite)?;
        let (interviews, papers) = (transaction.object_store(INTERVIEWS)?, transaction.object_store(PAPERS)?);
        if let Err(error) = queue(&interviews, &papers, writes) {
            // Without this the browser would commit what was queued before the failure.
            transaction.abort()?;
            return Err(error);
        }
        // Committed is said only when the browser says so, not when the requests were taken.
        transaction.await
    }
}

fn queue(interviews: &ObjectStore, papers: &ObjectStore, writes: &[Write]) -> Result<(), Error> {
    for (key, record) in writes {
        let store = if key.kind == Kind::Interview { interviews } else { papers };
        match record {
            Some(record) => {
                let value = value(record).map_err(|error| Error::UnexpectedJsType("a record", error))?;
                store.put(&value, None)?;
            }
            None => {
                // `papers` has one name for everything in it, and ids of different kinds never meet.
                store.delete(JsValue::from_str(&key.id))?;
            }
        }
    }
    Ok(())
}

/// Writes as another tab can read them: for each its kind, its id and, unless it is deleted, the record.
pub(super) fn message(writes: &[Write]) -> Option<JsValue> {
    let all = Array::new();
    for (key, record) in writes {
        let record = record.as_ref().map_or(Ok(JsValue::UNDEFINED), value).ok()?;
        all.push(&Array::of3(&key.kind.name().into(), &key.id.as_str().into(), &record));
    }
    Some(all.into())
}

/// What [`message`] made. `None` if it is from another version of Refrain.
pub(super) fn heard(message: &JsValue) -> Option<Vec<Write>> {
    let read_one = |one: JsValue| {
        let one: Array = one.dyn_into().ok()?;
        let (kind, id, value) = (Kind::from_name(&one.get(0).as_string()?)?, one.get(1).as_string()?, one.get(2));
        let record = match kind {
            _ if value.is_undefined() => None,
            Kind::Interview => Some(read::<Interview>(value)?),
            _ => Some(paper(value)?),
        };
        Some((Key { kind, id }, record))
    };
    message.dyn_ref::<Array>()?.iter().map(read_one).collect()
}

/// The record as the browser keeps it.
fn value(record: &Record) -> Result<JsValue, JsValue> {
    let to = &serde_wasm_bindgen::Serializer::new();
    let value = match record {
        Record::Interview(record) => return Ok(record.serialize(to)?),
        Record::Decided(record) => record.serialize(to)?,
        Record::Story(record) => record.serialize(to)?,
        Record::Version(record) => record.serialize(to)?,
        Record::Practice(record) => record.serialize(to)?,
        Record::Reply(record) => record.serialize(to)?,
        Record::Contact(record) => record.serialize(to)?,
        Record::Call(record) => record.serialize(to)?,
        Record::Questions(record) => record.serialize(to)?,
        Record::Plan(record) => record.serialize(to)?,
        Record::Advice(record) => record.serialize(to)?,
        Record::Narrative(record) => record.serialize(to)?,
        Record::Settings(record) => record.serialize(to)?,
    };
    Reflect::set(&value, &JsValue::from_str(KIND), &JsValue::from_str(record.kind().name()))?;
    Ok(value)
}

/// What [`value`] made of a paper. `None` if it is damaged, or of a kind that only a newer Refrain knows.
fn paper(value: JsValue) -> Option<Record> {
    let kind = Reflect::get(&value, &JsValue::from_str(KIND)).ok()?.as_string()?;
    match Kind::from_name(&kind)? {
        Kind::Interview => None,
        Kind::Decided => read::<Decided>(value),
        Kind::Story => read::<Story>(value),
        Kind::Version => read::<Version>(value),
        Kind::Practice => read::<Practice>(value),
        Kind::Reply => read::<Reply>(value),
        Kind::Contact => read::<Contact>(value),
        Kind::Call => read::<Call>(value),
        Kind::Questions => read::<Questions>(value),
        Kind::Plan => read::<Plan>(value),
        Kind::Advice => read::<Advice>(value),
        Kind::Narrative => read::<Narrative>(value),
        Kind::Settings => read::<Settings>(value),
    }
}

fn read<T: DeserializeOwned + Into<Record>>(value: JsValue) -> Option<Record> {
    serde_wasm_bindgen::from_value::<T>(value).ok().map(Into::into)
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
    Reflect::get(&exception, &JsValue::from_str("name")).ok()?.as_string()
}
