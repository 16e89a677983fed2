//! Keeps the screen from going dark while somebody speaks, where the browser can.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser;

/// What holds the screen awake, while it is wanted.
#[derive(Default)]
struct Held {
    is_wanted: bool,
    locks: Vec<JsValue>,
}

#[hook]
pub fn use_awake(is_wanted: bool) {
    use_effect_with(is_wanted, |&is_wanted| {
        let held = Rc::new(RefCell::new(Held { is_wanted, locks: Vec::new() }));
        let listener = browser::document().filter(|_| is_wanted).map(|document| {
            hold(Rc::clone(&held));
            // The browser lets go by itself when the page is hidden.
            let held = Rc::clone(&held);
            EventListener::new(&document, "visibilitychange", move |_| hold(Rc::clone(&held)))
        });
        move || {
            drop(listener);
            let mut held = held.borrow_mut();
            held.is_wanted = false;
            held.locks.drain(..).for_each(|lock| release(&lock));
        }
    });
}

fn hold(held: Rc<RefCell<Held>>) {
    spawn_local(async move {
        if let Some(lock) = lock().await {
            let mut held = held.borrow_mut();
            if held.is_wanted {
                held.locks.push(lock);
            } else {
                release(&lock);
            }
        }
    });
}

/// The typed interface is not stable in web-sys. A screen that goes dark is no error: whoever speaks sees it.
async fn lock() -> Option<JsValue> {
    let navigator = browser::window()?.navigator();
    let locks = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = request.call1(&locks, &"screen".into()).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

fn release(lock: &JsValue) {
    if let Ok(Ok(release)) = Reflect::get(lock, &"release".into()).map(JsCast::dyn_into::<Function>) {
        let _ = release.call0(lock);
    }
}
