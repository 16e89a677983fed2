//! Keys that work on every screen: Ctrl or ⌘ with Z to undo, with Shift to do again; N alone for a new answer, where the
//! user switched it on. (It is off at first, as a dictated letter would set it off; the link to add an answer has an access
//! key, which every browser and screen reader knows.)

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::route::{Screen, href};
use crate::state::{Action, Book};

#[hook]
pub fn use_shortcuts(state: &Handle, book: Book) {
    let dispatch = state.dispatcher();
    // While the sample is looked at, nothing may change the user's own notes out of sight.
    let is_key_on = state.mine.papers().settings().is_key_on;
    use_effect_with((book, is_key_on), move |&(book, is_key_on)| {
        let listener = browser::document().filter(|_| book == Book::Mine).map(|document| {
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
                    "n" | "N" if is_key_on && !command && !event.alt_key() => {
                        browser::go_to(&href(Book::Mine, Screen::Add));
                        // Where the form is there already, the address may not change.
                        browser::focus("answer");
                    }
                    _ => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}

/// What takes no letters. In any other field the keys belong to the text; its own undo must not undo anything else.
const BUTTONS: &str = "input:is([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])";

fn is_writing(event: &KeyboardEvent) -> bool {
    event.target().and_then(|target| target.dyn_into::<Element>().ok()).is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            && !element.matches(BUTTONS).unwrap_or_default()
    })
}
