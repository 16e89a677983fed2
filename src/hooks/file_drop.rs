//! Takes files that are dropped anywhere on the page.

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, FileList};
use yew::prelude::*;

use crate::browser;

/// Whether files are being held over the page. Text that is dragged goes where it always goes.
#[hook]
pub fn use_file_drop(on_drop: Callback<FileList>) -> bool {
    let is_over = use_state_eq(|| false);
    {
        let is_over = is_over.clone();
        use_effect_with(on_drop, move |on_drop| {
            let listeners: Vec<EventListener> = browser::document()
                .into_iter()
                .flat_map(|document| {
                    ["dragover", "dragleave", "drop"].map(|name| {
                        let (is_over, on_drop) = (is_over.clone(), on_drop.clone());
                        let options = EventListenerOptions::enable_prevent_default();
                        EventListener::new_with_options(&document, name, options, move |event| {
                            let Some(event) = event.dyn_ref::<DragEvent>() else { return };
                            if !browser::carries(event, "Files") {
                                return;
                            }
                            // Without this the browser would leave the page and show the file.
                            event.prevent_default();
                            is_over.set(event.type_() == "dragover");
                            let data = event.data_transfer().filter(|_| event.type_() == "drop");
                            if let Some(files) = data.and_then(|data| data.files()) {
                                on_drop.emit(files);
                            }
                        })
                    })
                })
                .collect();
            move || drop(listeners)
        });
    }
    *is_over
}
