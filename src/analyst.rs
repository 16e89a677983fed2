//! The page's side of the worker that analyses.
//!
//! One request is under way at a time. A newer one waits and replaces an older one that waits. A worker that breaks is
//! started again once and asked again; when that breaks too, the failure is told.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use refrain_core::{Note, Report};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::browser;
use crate::protocol::{Depth, Request, Response};

/// What became of a request.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Report { report: Report, depth: Depth },
    Failed(String),
}

/// Asks the worker. `K` tells the caller which question an outcome belongs to.
pub struct Analyst<K> {
    answer: Box<dyn Fn(K, Outcome)>,
    worker: RefCell<Option<Running>>,
    under_way: RefCell<Option<Asked<K>>>,
    waiting: RefCell<Option<(K, Vec<Note>)>>,
    last_id: Cell<u32>,
}

struct Asked<K> {
    key: K,
    id: u32,
    notes: Vec<Note>,
    tried_again: bool,
}

/// Dropping it ends the worker, and with it the memory that it took.
struct Running {
    worker: Worker,
    ready: bool,
    _listeners: [EventListener; 2],
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

impl<K: Clone + 'static> Analyst<K> {
    pub fn new(answer: impl Fn(K, Outcome) + 'static) -> Rc<Self> {
        Rc::new(Self {
            answer: Box::new(answer),
            worker: RefCell::default(),
            under_way: RefCell::default(),
            waiting: RefCell::default(),
            last_id: Cell::default(),
        })
    }

    /// Asks for an analysis of `notes`; the outcome arrives with `key`.
    pub fn ask(self: &Rc<Self>, key: K, notes: Vec<Note>) {
        if self.under_way.borrow().is_some() {
            *self.waiting.borrow_mut() = Some((key, notes));
        } else {
            let id = self.last_id.get().wrapping_add(1);
            self.last_id.set(id);
            *self.under_way.borrow_mut() = Some(Asked { key, id, notes, tried_again: false });
            self.send();
        }
    }

    /// Sends what is under way, once the worker is up.
    fn send(self: &Rc<Self>) {
        if self.worker.borrow().is_none() {
            match start(self) {
                Ok(running) => *self.worker.borrow_mut() = Some(running),
                Err(why) => return self.broke(&why),
            }
        }
        let request =
            self.under_way.borrow().as_ref().map(|asked| Request::Analyse { id: asked.id, notes: asked.notes.clone() });
        let sent = match (&*self.worker.borrow(), request) {
            (Some(running), Some(request)) if running.ready => request
                .serialize(&serde_wasm_bindgen::Serializer::new())
                .map_err(JsValue::from)
                .and_then(|message| running.worker.post_message(&message)),
            _ => Ok(()),
        };
        if sent.is_err() {
            self.broke("the notes could not be handed over");
        }
    }

    fn heard(self: &Rc<Self>, message: JsValue) {
        match serde_wasm_bindgen::from_value(message) {
            Ok(Response::Ready) => {
                if let Some(running) = &mut *self.worker.borrow_mut() {
                    running.ready = true;
                }
                self.send();
            }
            Ok(Response::Analysed { id, report, depth }) => {
                let key =
                    self.under_way.borrow().as_ref().filter(|asked| asked.id == id).map(|asked| asked.key.clone());
                if let Some(key) = key {
                    (self.answer)(key, Outcome::Report { report, depth });
                    if depth != Depth::First {
                        self.next();
                    }
                }
            }
            Err(_) => self.break_off("its answer could not be read"),
        }
    }

    /// Deals with a broken worker after the current event: dealing with it drops the listener that is running.
    fn break_off(self: &Rc<Self>, why: &'static str) {
        let analyst = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move { analyst.broke(why) });
    }

    /// The worker cannot go on. It is started again once for each request.
    fn broke(self: &Rc<Self>, why: &str) {
        self.worker.borrow_mut().take();
        let again = match &mut *self.under_way.borrow_mut() {
            Some(asked) if !asked.tried_again => {
                asked.tried_again = true;
                true
            }
            _ => false,
        };
        if again {
            return self.send();
        }
        let key = self.under_way.borrow().as_ref().map(|asked| asked.key.clone());
        if let Some(key) = key {
            (self.answer)(key, Outcome::Failed(why.to_owned()));
            self.next();
        }
    }

    fn next(self: &Rc<Self>) {
        self.under_way.borrow_mut().take();
        let waiting = self.waiting.borrow_mut().take();
        if let Some((key, notes)) = waiting {
            self.ask(key, notes);
        }
    }
}

fn start<K: Clone + 'static>(analyst: &Rc<Analyst<K>>) -> Result<Running, String> {
    // The build moves the worker into a folder named by its content, and writes that name here.
    let folder = browser::meta("refrain-engine").ok_or("the page does not say where its engine is")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&format!("{folder}worker_loader.js"), &options)
        .map_err(|_| "this browser does not start its engine")?;

    let analyst: Weak<_> = Rc::downgrade(analyst);
    let on_message = {
        let analyst = analyst.clone();
        EventListener::new(&worker, "message", move |event| {
            if let (Some(analyst), Some(event)) = (analyst.upgrade(), event.dyn_ref::<MessageEvent>()) {
                analyst.heard(event.data());
            }
        })
    };
    let on_error = EventListener::new(&worker, "error", move |_| {
        if let Some(analyst) = analyst.upgrade() {
            analyst.break_off("it stopped");
        }
    });
    Ok(Running { worker, ready: false, _listeners: [on_message, on_error] })
}
