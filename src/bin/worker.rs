//! The worker's entry point: analyses what the page sends, so that the page never waits.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use refrain::protocol::{Depth, Request, Response};
use refrain_core::{Knowledge, Note, analyze};
use serde::Serialize;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The catalogue; it stands beside the worker.
const KNOWLEDGE: &str = "knowledge.bin";

/// What the worker knows so far.
struct Engine {
    scope: DedicatedWorkerGlobalScope,
    knowledge: Knowledge,
    depth: Depth,
    /// Requests to be answered better once the catalogue has arrived.
    unfinished: Vec<(u32, Vec<Note>)>,
}

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let engine = Rc::new(RefCell::new(Engine {
        scope: scope.clone(),
        knowledge: Knowledge::plain(),
        depth: Depth::First,
        unfinished: Vec::new(),
    }));

    let heard = Rc::clone(&engine);
    EventListener::new(&scope, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            hear(&mut heard.borrow_mut(), event);
        }
    })
    .forget();
    post(&scope, &Response::Ready);

    spawn_local(async move {
        let knowledge = fetch_knowledge(&scope).await;
        let mut engine = engine.borrow_mut();
        engine.depth = if knowledge.is_some() { Depth::Full } else { Depth::WordsOnly };
        if let Some(knowledge) = knowledge {
            engine.knowledge = knowledge;
        }
        for (id, notes) in std::mem::take(&mut engine.unfinished) {
            answer(&engine, id, &notes);
        }
    });
}

fn hear(engine: &mut Engine, event: &MessageEvent) {
    // Page and worker are built together; a message that cannot be read is not from our page.
    if let Ok(Request::Analyse { id, notes }) = serde_wasm_bindgen::from_value(event.data()) {
        answer(engine, id, &notes);
        if engine.depth == Depth::First {
            engine.unfinished.push((id, notes));
        }
    }
}

fn answer(engine: &Engine, id: u32, notes: &[Note]) {
    let report = analyze(notes, &engine.knowledge);
    post(&engine.scope, &Response::Analysed { id, report, depth: engine.depth });
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
