//! Keys that work on every screen: N to add an answer, Ctrl or ⌘ with Z to undo, with Shift to do again.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::route::{Screen, href};
use crate::state::{Action, Book};

#[hook]
pub fn use_shortcuts(state: &Handle) {
    let dispatch = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.default_prevented() || is_writing(event) {
                    return;
                }
                let command = event.ctrl_key() || event.meta_key();
                match event.key().as_str() {
                    "z" | "Z" if command && event.shift_key() => dispatch.dispatch(Action::Redo),
                    "y" if command => dispatch.dispatch(Action::Redo),
                    "z" if command => dispatch.dispatch(Action::Undo),
                    "n" if !command && !event.alt_key() => browser::go_to(&href(Book::Mine, Screen::Add)),
                    _ => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// In a field the keys belong to the text; its own undo must not undo anything else.
fn is_writing(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}
