//! Keeps what is being written through a reload or a crash.
//!
//! Local storage, as it is written at once: a page that is being left has no time to wait for a database. Each draft has a record of
//! its own, and a tab touches only those that it changed, so two tabs do not take each other's drafts away.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use serde::Serialize;
use wasm_bindgen::JsValue;
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

#[hook]
pub fn use_drafts(state: &Handle) {
    // What local storage holds, as far as this tab had to do with it.
    let kept = use_mut_ref(Drafts::new);
    let last = use_mut_ref(|| Rc::new(Drafts::new()));
    let now = Rc::new(drafts(state));
    {
        let (kept, dispatch) = (Rc::clone(&kept), state.dispatcher());
        use_effect_with((), move |()| {
            let found = browser::stored(PREFIX);
            if !found.is_empty() {
                dispatch.dispatch(Action::DraftsFound(found.iter().filter_map(action).collect()));
            }
            *kept.borrow_mut() = found;
        });
    }
    let dispatch = state.dispatcher();
    let is_saved = state.saving.is_done();
    use_effect_with((now, is_saved), move |(now, is_saved)| {
        let last = last.replace(Rc::clone(now));
        if !is_saved {
            hold(&mut kept.borrow_mut(), &last, now);
        }
        let write = {
            let (now, is_saved) = (Rc::clone(now), *is_saved);
            move || {
                if *kept.borrow() != *now {
                    let is_kept = write(&mut kept.borrow_mut(), &now, is_saved);
                    dispatch.dispatch(Action::DraftsKept(is_kept));
                }
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

/// All that is being written.
fn drafts(state: &State) -> Drafts {
    let interviews = state.drafts.iter().filter_map(|draft| Some((format!("{INTERVIEW}{}", draft.id), json(draft)?)));
    let texts = state.texts.iter().map(|(field, text)| (format!("{TEXT}{field}"), text.clone()));
    let is_typed = (1..=MOST_PASTED).contains(&state.pasted.len());
    let pasted = is_typed.then(|| (PASTED.to_owned(), state.pasted.to_string()));
    interviews.chain(texts).chain(pasted).collect()
}

/// Writes what changed. Whether all of it is kept now.
///
/// What was given up or handed over is forgotten only when all is saved: until then it may be the only place that has it.
fn write(kept: &mut Drafts, now: &Drafts, is_saved: bool) -> bool {
    let (still, gone): (Drafts, Drafts) =
        kept.drain(..).partition(|(name, _)| now.iter().any(|(other, _)| other == name));
    let changed = now.iter().filter(|draft| !still.contains(draft));
    let is_kept = changed.fold(true, |all, (name, text)| browser::store(&format!("{PREFIX}{name}"), text) && all);
    kept.clone_from(now);
    if is_saved {
        for (name, _) in gone {
            browser::forget(&format!("{PREFIX}{name}"));
        }
    } else {
        kept.extend(gone);
    }
    is_kept
}

/// Writes at once what was handed over before it was due: until it is saved this may be the only place that has it.
fn hold(kept: &mut Drafts, last: &Drafts, now: &Drafts) {
    for (name, text) in last.iter().filter(|(name, _)| !now.iter().any(|(other, _)| other == name)) {
        if browser::store(&format!("{PREFIX}{name}"), text) {
            kept.retain(|(other, _)| other != name);
            kept.push((name.clone(), text.clone()));
        }
    }
}

/// What brings a draft back. One that cannot be read is of another version, and stays where it is.
fn action((name, text): &(String, String)) -> Option<Action> {
    if name == PASTED {
        Some(Action::Paste(text.as_str().into()))
    } else if let Some(field) = name.strip_prefix(TEXT) {
        Some(Action::Write { field: field.to_owned(), text: Some(text.clone()) })
    } else {
        name.strip_prefix(INTERVIEW)?;
        let draft = js_sys::JSON::parse(text).ok().and_then(|value| serde_wasm_bindgen::from_value(value).ok());
        draft.map(Action::DraftFound)
    }
}

fn json(draft: &Interview) -> Option<String> {
    let value: JsValue = draft.serialize(&serde_wasm_bindgen::Serializer::new()).ok()?;
    js_sys::JSON::stringify(&value).ok()?.as_string()
}
