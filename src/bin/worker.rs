//! The worker's entry point: analyses what the page sends, so that the page never waits.

// Not from the page's library: whatever is linked from there brings the page's split-off parts along.
#[path = "../protocol.rs"]
mod protocol;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use protocol::{Asked, Depth, Request, Response};
use refrain_core::{Engine, Knowledge};
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The catalogue; it stands beside the worker.
const KNOWLEDGE: &str = "knowledge.bin";

/// The worker's side of the conversation.
struct Desk {
    scope: DedicatedWorkerGlobalScope,
    engine: Engine,
    depth: Depth,
    /// Requests to be answered better once the catalogue has arrived.
    unfinished: Vec<(u32, Asked)>,
    /// Texts to be looked through once it has.
    heeded: Vec<String>,
}

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let desk = Rc::new(RefCell::new(Desk {
        scope: scope.clone(),
        engine: Engine::new(Knowledge::plain()),
        depth: Depth::First,
        unfinished: Vec::new(),
        heeded: Vec::new(),
    }));

    let heard = Rc::clone(&desk);
    EventListener::new(&scope, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            hear(&mut heard.borrow_mut(), event);
        }
    })
    .forget();
    post(&scope, &Response::Ready);

    spawn_local(async move {
        let knowledge = fetch_knowledge(&scope).await;
        let desk = &mut *desk.borrow_mut();
        desk.depth = if knowledge.is_some() { Depth::Full } else { Depth::WordsOnly };
        if let Some(knowledge) = knowledge {
            desk.engine = Engine::new(knowledge);
        }
        for (id, asked) in std::mem::take(&mut desk.unfinished) {
            answer(desk, id, &asked);
        }
        for text in std::mem::take(&mut desk.heeded) {
            heed(desk, text);
        }
    });
}

fn hear(desk: &mut Desk, event: &MessageEvent) {
    // Page and worker are built together; a message that cannot be read is not from our page.
    match serde_wasm_bindgen::from_value(event.data()) {
        Ok(Request::Analyse { id, asked }) => {
            answer(desk, id, &asked);
            if desk.depth == Depth::First {
                desk.unfinished.push((id, asked));
            }
        }
        Ok(Request::Heed { text }) if desk.depth == Depth::First => desk.heeded.push(text),
        Ok(Request::Heed { text }) => heed(desk, text),
        Err(_) => {}
    }
}

fn heed(desk: &Desk, text: String) {
    let found = desk.engine.blends(&text);
    post(&desk.scope, &Response::Heeded { text, found });
}

fn answer(desk: &mut Desk, id: u32, asked: &Asked) {
    let report = Box::new(desk.engine.analyze(&asked.notes, &asked.brief));
    post(&desk.scope, &Response::Analysed { id, report, depth: desk.depth });
}

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    let sent = response
        .serialize(&serde_wasm_bindgen::Serializer::new())
        .map_err(Into::into)
        .and_then(|message| scope.post_message(&message));
    if let Err(error) = sent {
        // The page hears of it as the worker's failure, and says so.
        wasm_bindgen::throw_val(error);
    }
}

/// `None` where the catalogue cannot be fetched or read: the engine then goes by the words alone, and the page says so.
async fn fetch_knowledge(scope: &DedicatedWorkerGlobalScope) -> Option<Knowledge> {
    let response = JsFuture::from(scope.fetch_with_str(KNOWLEDGE)).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Knowledge::from_bytes(&js_sys::Uint8Array::new(&bytes).to_vec()).ok()
}
