//! IndexedDB: one database, in it the interviews and the papers beside them, one record each.

use std::rc::Rc;

use idb::{
    Database, DatabaseEvent, Error, Factory, KeyPath, KeyRange, ObjectStore, ObjectStoreParams, Transaction,
    TransactionMode,
};
use js_sys::{Array, Object, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::papers::{fetched, here};
use super::{Contents, Later, Store, Tell, earlier};
use crate::browser;
use crate::state::{Change, Interview, Key, Kind, Record, Save, Saved, Storage, is_overwritten, joined};

const DATABASE: &str = "refrain";
/// Counts the shapes that the database has had. A newer one than this is read and never written to.
///
/// 1 held interviews; 2 held papers too; 3 keeps what each save replaced. Records are the same in all of them: one of an
/// older shape stays as it is until it is changed, and then its old shape is kept as an earlier version.
const VERSION: u32 = 3;
const INTERVIEWS: &str = "interviews";
/// Records of every other kind. Each says in the field [`KIND`] what it is; one of an unknown kind is left as it is.
const PAPERS: &str = "papers";
const KIND: &str = "kind";
/// One entry a save, in the order of the saves: its number, when it was, how much was there before, how long its
/// entry in [`BEFORE`] is. Small, so that all of them can be read at once.
pub(super) const SAVES: &str = "saves";
/// By the number of the save: the records that it replaced, as they were.
pub(super) const BEFORE: &str = "before";
/// Records that a save replaced without having known them, because another tab had just changed them.
pub(super) const OVERWRITTEN: &str = "overwritten";
const NUMBER: &str = "number";
/// As many records are read or written before the page looks what its user does.
const SLICE: usize = 250;
/// After how many slices it is told how far a save is.
const TOLD_EVERY: usize = 8;
/// After how many saves the earlier versions are tidied.
const TIDIED_EVERY: u32 = 16;

pub(super) struct IndexedDb {
    database: Rc<Database>,
    is_read_only: bool,
}

impl IndexedDb {
    /// Opens the database, making it where there is none.
    pub(super) async fn open(tell: Tell) -> Result<Self, String> {
        match connect(Some(VERSION), Rc::clone(&tell)).await {
            Ok(database) => Ok(Self { database: Rc::new(database), is_read_only: false }),
            Err(error) if error_name(&error).as_deref() == Some("VersionError") => {
                let database = connect(None, tell).await.map_err(|error| why_not_opened(&error))?;
                Ok(Self { database: Rc::new(database), is_read_only: true })
            }
            Err(error) => Err(why_not_opened(&error)),
        }
    }

    pub(super) fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Interviews, papers and the numbers of the saves, as they were at one moment.
    async fn values(&self) -> Result<[Vec<JsValue>; 3], Error> {
        // What else a newer Refrain keeps there is its own matter.
        let stores = [INTERVIEWS, PAPERS, SAVES];
        let stores = if self.is_read_only { &stores[..2] } else { &stores };
        let transaction = self.database.transaction(stores, TransactionMode::ReadOnly)?;
        let interviews = all(&transaction.object_store(INTERVIEWS)?).await?;
        let papers = all(&transaction.object_store(PAPERS)?).await?;
        let saves = match self.is_read_only {
            true => Vec::new(),
            false => transaction.object_store(SAVES)?.get_all_keys(None, None)?.await?,
        };
        Ok([interviews, papers, saves])
    }

    async fn commit(&self, changes: &[Change], tell: &dyn Fn(usize)) -> Result<Option<Saved>, Error> {
        let stores = [INTERVIEWS, PAPERS, SAVES, BEFORE, OVERWRITTEN];
        let transaction = self.database.transaction(&stores, TransactionMode::ReadWrite)?;
        match queue(&transaction, changes, tell).await {
            // Committed is said only when the browser says so, not when the requests were taken.
            Ok(saved) => Ok(transaction.await?.is_committed().then_some(saved)),
            Err(error) => {
                // Without this the browser would commit what was queued before the failure. Where the browser has ended
                // the transaction already, there is nothing to end.
                let _ = transaction.abort();
                Err(error)
            }
        }
    }
}

impl Store for IndexedDb {
    fn read(&self) -> Later<'_, Contents> {
        Box::pin(async {
            let [interviews, papers, saves] = self.values().await.map_err(|error| why_not_opened(&error))?;
            if !papers.is_empty() {
                fetched().await.map_err(|why| {
                    format!("Your notes are safe, but {why}, so they cannot be shown. Check your connection and reload the page.")
                })?;
            }
            let last_save = saves.last().and_then(number);
            let mut contents = Contents { last_save: last_save.unwrap_or_default(), ..Contents::default() };
            let mut unreadable = Vec::new();
            for (store, values) in [(INTERVIEWS, interviews), (PAPERS, papers)] {
                for value in values {
                    let id = Reflect::get(&value, &JsValue::from_str("id")).ok().and_then(|id| id.as_string());
                    match if store == INTERVIEWS { record(Kind::Interview, value) } else { paper(value) } {
                        Some(record) => contents.records.push(record),
                        None => unreadable.push(format!("{store}/{}", id.unwrap_or_default())),
                    }
                }
            }
            contents.unreadable = unreadable.len();
            set_aside(&unreadable);
            Ok(contents)
        })
    }

    fn write<'a>(&'a self, changes: &[Change], tell: &'a dyn Fn(usize)) -> Later<'a, Saved> {
        let changes = joined(changes);
        Box::pin(async move {
            if self.is_read_only {
                return Err("a newer Refrain keeps the notes here, and this one must not change them".into());
            }
            // A transaction would not wait for it.
            if changes.iter().any(|change| change.key.kind != Kind::Interview) {
                fetched().await?;
            }
            match self.commit(&changes, tell).await {
                Ok(Some(saved)) => {
                    if saved.number.is_multiple_of(TIDIED_EVERY) {
                        earlier::tidy_soon(&self.database);
                    }
                    Ok(saved)
                }
                Ok(None) => Err("the browser stopped the save; its storage may be full".into()),
                Err(error) => Err(why_not_written(&error)),
            }
        })
    }
}

/// Names the records that cannot be read to the recovery page, which shows them. They stay where they are.
fn set_aside(unreadable: &[String]) {
    const NAME: &str = "refrain.unreadable";
    if unreadable.is_empty() {
        browser::forget(NAME);
    } else {
        // Where it is not kept, that page goes by what it finds wrong itself.
        let _ = browser::store(NAME, &unreadable.join("\n"));
    }
}

async fn connect(version: Option<u32>, tell: Tell) -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, version)?;
    {
        let tell = Rc::clone(&tell);
        request.on_blocked(move |_| tell(Storage::Held));
    }
    request.on_upgrade_needed(|event| {
        // A failure here aborts the upgrade, and so reaches the caller as the failure to open.
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        let kept_by = [(INTERVIEWS, "id"), (PAPERS, "id"), (SAVES, NUMBER), (BEFORE, NUMBER), (OVERWRITTEN, NUMBER)];
        for (name, key) in kept_by {
            if !there.iter().any(|other| other == name) {
                let mut params = ObjectStoreParams::new();
                params.key_path(Some(KeyPath::new_single(key)));
                params.auto_increment([SAVES, OVERWRITTEN].contains(&name));
                let _ = database.create_object_store(name, params);
            }
        }
    });
    let mut database = request.await?;
    // Another tab waits until this one lets go: a newer Refrain, or the recovery page, which removes everything.
    database.on_version_change(move |event| {
        let is_removed = Reflect::get(&event, &"newVersion".into()).is_ok_and(|version| version.is_null());
        if let Ok(database) = event.database() {
            database.close();
        }
        tell(match is_removed {
            true => Storage::MemoryOnly(
                "Everything kept here was removed in another tab. Reload this page to begin anew.".to_owned(),
            ),
            false => Storage::ReadOnly,
        });
    });
    Ok(database)
}

/// Everything in a store, a slice at a time: the page answers between.
async fn all(store: &ObjectStore) -> Result<Vec<JsValue>, Error> {
    let (mut all, mut rest) = (Vec::new(), None);
    loop {
        let slice = store.get_all(rest, Some(SLICE as u32))?.await?;
        let id = slice.get(SLICE - 1).and_then(|last| Reflect::get(last, &JsValue::from_str("id")).ok());
        all.extend(slice);
        let Some(id) = id else { return Ok(all) };
        rest = Some(KeyRange::lower_bound(&id, Some(true))?.into());
    }
}

/// Hands all of it to the transaction: the changes, what was there before them, and what of it this tab did not know.
///
/// It goes a slice at a time, and the page answers between. The first request of a slice is made when the last of the one before is answered, so
/// that the browser never finds the transaction without one, and all of it stays one transaction.
async fn queue(transaction: &Transaction, changes: &[Change], tell: &dyn Fn(usize)) -> Result<Saved, Error> {
    let (interviews, papers) = (transaction.object_store(INTERVIEWS)?, transaction.object_store(PAPERS)?);
    let store = |key: &Key| if key.kind == Kind::Interview { &interviews } else { &papers };
    let count = interviews.count(None)?.await?;

    let (before, mut length_before, mut saved) = (Array::new(), 0, Saved::default());
    for (at, slice) in changes.chunks(SLICE).enumerate() {
        if at > 0 && at.is_multiple_of(TOLD_EVERY) {
            tell(at * SLICE);
        }
        let mut asked = Vec::new();
        for change in slice {
            let id = JsValue::from_str(&change.key.id);
            asked.push((store(&change.key).get(id.clone())?, id));
        }
        for (change, (stored, id)) in slice.iter().zip(asked) {
            let stored = stored.await?;
            let kind = JsValue::from_str(change.key.kind.name());
            if let Some(stored) = &stored {
                let record = record(change.key.kind, stored.clone());
                // What cannot be read is kept as well: nobody knows what it was.
                if record.is_none() || is_overwritten(record.as_ref(), change) {
                    let entry = object(&[("at", &now()), (KIND, &kind), ("record", stored)])?;
                    transaction.object_store(OVERWRITTEN)?.add(&entry, None)?;
                    saved.overwritten.extend(record);
                }
            }
            let replaced = Array::of3(&kind, &id, &stored.unwrap_or_default());
            length_before += length(&replaced);
            before.push(&replaced);
            match &change.after {
                Some(record) => {
                    let value = value(record).map_err(|error| Error::UnexpectedJsType("a record", error))?;
                    store(&change.key).put(&value, None)?;
                }
                // `papers` has one name for everything in it, and ids of different kinds never meet.
                None => drop(store(&change.key).delete(id)?),
            }
        }
    }

    let day = browser::today().map(|day| day.to_string()).unwrap_or_default();
    let entry =
        [("at", &now()), ("day", &day.into()), ("interviews", &count.into()), ("length", &length_before.into())];
    let added = transaction.object_store(SAVES)?.add(&object(&entry)?, None)?.await?;
    saved.number = number(&added).unwrap_or_default();
    transaction.object_store(BEFORE)?.put(&object(&[(NUMBER, &added), ("records", &before)])?, None)?;
    Ok(saved)
}

/// An object of the browser with these fields.
pub(super) fn object(fields: &[(&str, &JsValue)]) -> Result<JsValue, Error> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &JsValue::from_str(name), value)
            .map_err(|error| Error::UnexpectedJsType("an object", error))?;
    }
    Ok(object.into())
}

/// The number that a save is kept under.
pub(super) fn number(value: &JsValue) -> Option<u32> {
    value.as_f64().map(|number| number as u32)
}

/// About how many bytes something takes in the store.
pub(super) fn length(value: &JsValue) -> u32 {
    js_sys::JSON::stringify(value).map_or(0, |text| text.length())
}

fn now() -> JsValue {
    js_sys::Date::now().into()
}

/// A save as another tab can read it: its number, and for each record its kind, its id and, unless it is deleted, itself.
pub(super) fn message(save: &Save) -> Option<JsValue> {
    let all = Array::new();
    for (key, record) in &save.writes {
        let record = record.as_ref().map_or(Ok(JsValue::UNDEFINED), value).ok()?;
        all.push(&Array::of3(&key.kind.name().into(), &key.id.as_str().into(), &record));
    }
    Some(Array::of2(&save.number.into(), &all).into())
}

/// What [`message`] made. `None` if it is from another version of Refrain.
pub(super) async fn heard(message: JsValue) -> Option<Save> {
    if is_about_papers(&message) {
        fetched().await.ok()?;
    }
    let read_one = |one: JsValue| {
        let one: Array = one.dyn_into().ok()?;
        let (kind, id, value) = (Kind::from_name(&one.get(0).as_string()?)?, one.get(1).as_string()?, one.get(2));
        let record = if value.is_undefined() { None } else { Some(record(kind, value)?) };
        Some((Key { kind, id }, record))
    };
    let message = message.dyn_ref::<Array>()?;
    let writes: Array = message.get(1).dyn_into().ok()?;
    Some(Save { number: number(&message.get(0))?, writes: writes.iter().map(read_one).collect::<Option<_>>()? })
}

fn is_about_papers(message: &JsValue) -> bool {
    let writes = message.dyn_ref::<Array>().and_then(|message| message.get(1).dyn_into::<Array>().ok());
    let is_paper = |one: JsValue| {
        let kind = one.dyn_ref::<Array>().and_then(|one| one.get(0).as_string());
        kind.is_some_and(|kind| kind != Kind::Interview.name())
    };
    writes.is_some_and(|writes| writes.iter().any(is_paper))
}

/// The record as the browser keeps it. A paper says of what kind it is; the code for papers has to be here.
fn value(record: &Record) -> Result<JsValue, JsValue> {
    if let Record::Interview(interview) = record {
        return Ok(interview.serialize(&serde_wasm_bindgen::Serializer::new())?);
    }
    let code = here().ok_or(JsValue::UNDEFINED)?;
    let value = (code.write)(record)?;
    Reflect::set(&value, &JsValue::from_str(KIND), &JsValue::from_str(record.kind().name()))?;
    Ok(value)
}

/// What [`value`] made of a record. `None` if it is damaged.
fn record(kind: Kind, value: JsValue) -> Option<Record> {
    match kind {
        Kind::Interview => Some(Interview::deserialize(serde_wasm_bindgen::Deserializer::from(value)).ok()?.into()),
        _ => (here()?.read)(kind, value),
    }
}

/// The same of a paper. `None` if it is damaged, or of a kind that only a newer Refrain knows.
fn paper(value: JsValue) -> Option<Record> {
    let kind = Reflect::get(&value, &JsValue::from_str(KIND)).ok()?.as_string()?;
    record(Kind::from_name(&kind).filter(|kind| *kind != Kind::Interview)?, value)
}

fn why_not_opened(error: &Error) -> String {
    match error_name(error).as_deref() {
        Some("SecurityError" | "InvalidStateError" | "NotAllowedError") | None => {
            "This browser blocks storage for this page.".to_owned()
        }
        Some(name) => format!("The notes kept in this browser could not be opened ({name})."),
    }
}

fn why_not_written(error: &Error) -> String {
    match error_name(error).as_deref() {
        Some("QuotaExceededError") => "the browser’s storage is full".to_owned(),
        Some("InvalidStateError") => "another tab took the storage over; save a copy and reload this page".to_owned(),
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
        | Error::AddFailed(value)
        | Error::UpdateFailed(value) => value.clone(),
        _ => return None,
    };
    Reflect::get(&exception, &JsValue::from_str("name")).ok()?.as_string()
}
