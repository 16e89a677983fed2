//! Other tabs of this browser that show the same store: each tells the others what it has written.

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{BroadcastChannel, MessageEvent};

use super::indexed_db::{heard, message};
use crate::state::Save;

const CHANNEL: &str = "refrain";

/// The way to the other tabs. Dropping it ends the listening.
pub struct Tabs {
    channel: BroadcastChannel,
    _listener: EventListener,
}

impl Tabs {
    /// `hear` gets what another tab has written, `None` where it cannot be read. Where the browser knows no such channel there is no way at
    /// all: then each tab goes by what was there when it was opened.
    pub fn open(hear: impl Fn(Option<Save>) + 'static) -> Option<Self> {
        let channel = BroadcastChannel::new(CHANNEL).ok()?;
        let hear = Rc::new(hear);
        let listener = EventListener::new(&channel, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let (message, hear) = (event.data(), Rc::clone(&hear));
            spawn_local(async move {
                hear(heard(message).await);
            });
        });
        Some(Self { channel, _listener: listener })
    }

    /// To be called once the save is safe.
    pub fn tell(&self, save: &Save) {
        if let Some(message) = message(save) {
            // Refused only by a closed channel, and ours closes with the page.
            let _ = self.channel.post_message(&message);
        }
    }
}
