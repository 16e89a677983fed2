//! Keeps what is being written through a reload or a crash.
//!
//! Local storage, as it is written at once: a page that is being left has no time to wait for a database. Each draft has a record of
//! its own, named after the tab that writes it, so two tabs never write over each other's. A tab that is opened takes over what it finds,
//! as nobody else may be left to; should the other tab write on, it is that tab's again.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::Array;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::state::{Action, Interview, State};

/// How long after the last letter they are written, in milliseconds.
const PAUSE: u32 = 400;
/// What all their names begin with.
const PREFIX: &str = "refrain.draft.";
/// Longer notes, in bytes, come from a file, which is still there; and local storage holds no more than some five million.
const MOST_PASTED: usize = 500_000;
const PASTED: &str = "pasted";
const INTERVIEW: &str = "interview.";
const TEXT: &str = "text.";

/// Name and content of each.
type Drafts = Vec<(String, String)>;

/// What local storage holds, as far as this tab answers for it.
#[derive(Default)]
struct Shelf {
    /// What this tab's own records are called before the names of the drafts.
    own: String,
    /// By the names of the records, the latest last.
    records: Drafts,
}

#[hook]
pub fn use_drafts(state: &Handle) {
    let shelf = use_mut_ref(Shelf::default);
    let last = use_mut_ref(|| (Rc::new(Drafts::new()), true));
    let now = Rc::new(drafts(state));
    {
        let (shelf, last, dispatch) = (Rc::clone(&shelf), Rc::clone(&last), state.dispatcher());
        use_effect_with((), move |()| {
            let found = shelf.borrow_mut().take_over();
            if !found.is_empty() {
                dispatch.dispatch(Action::DraftsFound(found));
            }
            // Told of what other tabs write, never of this one's.
            let listener = browser::window().map(|window| {
                EventListener::new(&window, "storage", move |event| {
                    let record = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                    let draft = record.and_then(|record| shelf.borrow_mut().give_back(&record));
                    // What was written here since is this tab's own.
                    if let Some((name, _)) = draft.filter(|draft| last.borrow().0.contains(draft)) {
                        dispatch.dispatch(removal(&name));
                    }
                })
            });
            move || drop(listener)
        });
    }
    let is_saved = state.saving.is_done();
    let state = state.clone();
    use_effect_with((now, is_saved), move |(now, is_saved)| {
        let (last, was_saved) = last.replace((Rc::clone(now), *is_saved));
        let is_gone = |name: &str| !has(now, name);
        if *is_saved {
            // Another tab that opens now is not to find what is kept already.
            shelf.borrow_mut().forget(|name| is_gone(name) && (!was_saved || has(&last, name)));
        } else {
            shelf.borrow_mut().keep_gone(&last, now);
        }
        let drawn = Rc::clone(now);
        let write = move || {
            // Read anew: the last letters may have had no time to be drawn.
            let now = drafts(&state);
            let mut shelf = shelf.borrow_mut();
            if !state.saving.is_done() {
                shelf.keep_gone(&drawn, &now);
            }
            if state.drafts_at_risk || now.iter().any(|draft| !shelf.holds(draft)) {
                let is_kept = shelf.keep(now.iter());
                state.dispatch(Action::DraftsKept(is_kept));
            }
        };
        let leaving = browser::window().map(|window| {
            let write = write.clone();
            EventListener::new(&window, "pagehide", move |_| write())
        });
        // A phone may never come back from the background, and tells no more than this.
        let hiding = browser::document().map(|document| {
            let write = write.clone();
            EventListener::new(&document, "visibilitychange", move |_| write())
        });
        let timeout = Timeout::new(PAUSE, write);
        move || drop((leaving, hiding, timeout))
    });
}

impl Shelf {
    /// Answers for every draft that is there from now on, and gives what brings them back. Of several with one name, the one that this
    /// very tab had before a reload, else the latest; the others stay for another visit. So does what cannot be read, which is of another
    /// version.
    fn take_over(&mut self) -> Vec<Action> {
        self.own = format!("{}/", browser::new_id(0));
        let before = browser::rename_tab(&self.own).unwrap_or_default();
        let mut found = browser::stored(PREFIX);
        let mut actions = Vec::new();
        // Names of tabs are in the order of their making.
        let rank = |(_, (record, _)): &(usize, &(String, String))| (record.starts_with(&before), record.clone());
        while let Some((at, _)) = found.iter().enumerate().max_by_key(rank) {
            let (record, text) = found.swap_remove(at);
            let name = name_of(&record);
            if !self.records.iter().any(|(other, _)| name_of(other) == name)
                && let Some(action) = action(name, &text)
            {
                actions.push(action);
                self.records.push((record, text));
            }
        }
        actions
    }

    fn holds(&self, (name, text): &(String, String)) -> bool {
        let latest = self.records.iter().rfind(|(record, _)| name_of(record) == name);
        latest.is_some_and(|(_, other)| other == text)
    }

    /// Writes what is not there yet. Whether all of it is kept now.
    fn keep<'a>(&mut self, drafts: impl Iterator<Item = &'a (String, String)>) -> bool {
        let mut is_kept = true;
        for draft in drafts {
            if !self.holds(draft) {
                let (name, text) = draft;
                let record = format!("{}{name}", self.own);
                if browser::store(&format!("{PREFIX}{record}"), text) {
                    self.records.retain(|(other, _)| *other != record);
                    self.records.push((record, text.clone()));
                } else {
                    is_kept = false;
                }
            }
        }
        is_kept
    }

    /// Writes what was handed over or given up before it was due: until all is saved this may be the only place that has it.
    fn keep_gone(&mut self, before: &Drafts, now: &Drafts) {
        self.keep(before.iter().filter(|(name, _)| !has(now, name)));
    }

    /// Removes what is not wanted any more.
    fn forget(&mut self, is_unwanted: impl Fn(&str) -> bool) {
        self.records.retain(|(record, _)| {
            let is_unwanted = is_unwanted(name_of(record));
            if is_unwanted {
                browser::forget(&format!("{PREFIX}{record}"));
            }
            !is_unwanted
        });
    }

    /// Another tab has written or removed this record. Gives the draft that it was, if it had been taken over.
    fn give_back(&mut self, record: &str) -> Option<(String, String)> {
        let record = record.strip_prefix(PREFIX).filter(|record| !record.starts_with(&self.own))?;
        let at = self.records.iter().position(|(other, _)| other == record)?;
        let (record, text) = self.records.remove(at);
        Some((name_of(&record).to_owned(), text))
    }
}

/// The name of a draft in that of its record. Older versions named no tab.
fn name_of(record: &str) -> &str {
    record.split_once('/').map_or(record, |(_, name)| name)
}

fn has(drafts: &Drafts, name: &str) -> bool {
    drafts.iter().any(|(other, _)| other == name)
}

/// All that is being written.
fn drafts(state: &State) -> Drafts {
    let interviews = state
        .drafts
        .iter()
        .filter_map(|draft| Some((format!("{INTERVIEW}{}", draft.id), json(draft, state.begun_from(&draft.id))?)));
    let texts = state.texts.iter().map(|(field, text)| (format!("{TEXT}{field}"), text.clone()));
    let is_typed = (1..=MOST_PASTED).contains(&state.pasted.len());
    let pasted = is_typed.then(|| (PASTED.to_owned(), state.pasted.to_string()));
    interviews.chain(texts).chain(pasted).collect()
}

/// What brings a draft back. `None` where it cannot be read.
fn action(name: &str, text: &str) -> Option<Action> {
    if name == PASTED {
        Some(Action::Paste(text.into()))
    } else if let Some(field) = name.strip_prefix(TEXT) {
        Some(Action::Write { field: field.to_owned(), text: Some(text.to_owned()) })
    } else {
        name.strip_prefix(INTERVIEW)?;
        let value = js_sys::JSON::parse(text).ok()?;
        let read = |value| serde_wasm_bindgen::from_value::<Interview>(value).ok();
        // Older versions kept the draft alone.
        let (draft, begun_from) = match value.dyn_ref::<Array>() {
            Some(pair) => (read(pair.get(0)), read(pair.get(1))),
            None => (read(value), None),
        };
        draft.map(|draft| Action::DraftFound { draft, begun_from })
    }
}

/// What takes a draft away.
fn removal(name: &str) -> Action {
    if let Some(id) = name.strip_prefix(INTERVIEW) {
        Action::Discard(id.to_owned())
    } else if let Some(field) = name.strip_prefix(TEXT) {
        Action::Write { field: field.to_owned(), text: None }
    } else {
        Action::Paste("".into())
    }
}

/// A draft, and what it was begun from.
fn json(draft: &Interview, begun_from: Option<&Interview>) -> Option<String> {
    let value = |interview: &Interview| interview.serialize(&serde_wasm_bindgen::Serializer::new()).ok();
    let begun_from = begun_from.and_then(value).unwrap_or(JsValue::NULL);
    js_sys::JSON::stringify(&Array::of2(&value(draft)?, &begun_from)).ok()?.as_string()
}
