//! The page's side of the worker that analyses.
//!
//! Of each notebook one question is under way until its first answer; a newer one waits, and replaces an older one that
//! waits. A worker that breaks is started again once for each question and asked again; when that breaks too, the failure
//! is told. All of this is a file of its own, fetched with the first question: a visit that begins without notes has none.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use gloo_events::EventListener;
use refrain_core::{Blend, Report};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::browser;
use crate::protocol::{Asked, Depth, Request, Response};
use crate::state::{Book, Notebook};

/// Which interviews a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    pub book: Book,
    pub revision: u64,
}

/// What became of a question.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Report { report: Box<Report>, depth: Depth },
    Failed(String),
}

/// Asks the worker.
pub struct Analyst {
    answer: Box<dyn Fn(About, Outcome)>,
    told: Box<dyn Fn(String, Vec<Blend>)>,
    worker: RefCell<Option<Running>>,
    /// At most one for each notebook.
    asked: RefCell<Vec<Question>>,
    /// At most one for each notebook.
    waiting: RefCell<Vec<(About, Asked)>>,
    /// Texts to be looked through, not sent yet.
    texts: RefCell<Vec<String>>,
    last_id: Cell<u32>,
}

struct Question {
    about: About,
    id: u32,
    asked: Asked,
    is_sent: bool,
    /// It has its first answer, and may get a better one.
    is_answered: bool,
    is_second_try: bool,
}

/// Dropping it ends the worker, and with it the memory that it took.
struct Running {
    worker: Worker,
    ready: bool,
    _listeners: [EventListener; 2],
}

impl Running {
    fn post(&self, request: &Request) -> bool {
        let message = request.serialize(&serde_wasm_bindgen::Serializer::new()).map_err(JsValue::from);
        message.and_then(|message| self.worker.post_message(&message)).is_ok()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

#[wasm_split(analyst, fallible)]
fn take(analyst: Rc<Analyst>, about: About, notebook: Notebook) -> Result<(), SplitLoaderError> {
    analyst.take(about, Asked { notes: notebook.notes(), brief: notebook.brief() });
    Ok(())
}

#[wasm_split(analyst, fallible)]
fn take_text(analyst: Rc<Analyst>, text: String) -> Result<(), SplitLoaderError> {
    analyst.texts.borrow_mut().push(text);
    analyst.send();
    Ok(())
}

impl Analyst {
    /// `told` gets what was found in a text; see [`Analyst::heed`].
    pub fn new(answer: impl Fn(About, Outcome) + 'static, told: impl Fn(String, Vec<Blend>) + 'static) -> Rc<Self> {
        Rc::new(Self {
            answer: Box::new(answer),
            told: Box::new(told),
            worker: RefCell::default(),
            asked: RefCell::default(),
            waiting: RefCell::default(),
            texts: RefCell::default(),
            last_id: Cell::default(),
        })
    }

    /// Asks for an analysis of a notebook; the outcome arrives with `about`.
    pub fn ask(self: &Rc<Self>, about: About, notebook: Notebook) {
        let analyst = Rc::clone(self);
        spawn_local(async move {
            if take(Rc::clone(&analyst), about, notebook).await.is_err() {
                (analyst.answer)(about, Outcome::Failed("a part of Refrain could not be fetched".to_owned()));
            }
        });
    }

    /// Has a text of the user's own looked through. It is advice: where the worker fails, none is given, and the analysis, which fails too, says so.
    pub fn heed(self: &Rc<Self>, text: String) {
        let analyst = Rc::clone(self);
        spawn_local(async move {
            let _ = take_text(analyst, text).await;
        });
    }

    fn take(self: &Rc<Self>, about: About, what: Asked) {
        let is_busy =
            self.asked.borrow().iter().any(|question| question.about.book == about.book && !question.is_answered);
        if is_busy {
            let mut waiting = self.waiting.borrow_mut();
            waiting.retain(|(other, _)| other.book != about.book);
            waiting.push((about, what));
            return;
        }
        let id = self.last_id.get().wrapping_add(1);
        self.last_id.set(id);
        {
            let mut asked = self.asked.borrow_mut();
            asked.retain(|question| question.about.book != about.book);
            asked.push(Question { about, id, asked: what, is_sent: false, is_answered: false, is_second_try: false });
        }
        self.send();
    }

    /// Sends what has not been sent, once the worker is up.
    fn send(self: &Rc<Self>) {
        if self.worker.borrow().is_none() {
            match start(self) {
                Ok(running) => *self.worker.borrow_mut() = Some(running),
                Err(why) => return self.break_off(why),
            }
        }
        let mut is_sent = true;
        if let Some(running) = self.worker.borrow().as_ref().filter(|running| running.ready) {
            for question in self.asked.borrow_mut().iter_mut().filter(|question| !question.is_sent) {
                let request = Request::Analyse { id: question.id, asked: question.asked.clone() };
                is_sent &= running.post(&request);
                question.is_sent = true;
            }
            for text in self.texts.borrow_mut().drain(..) {
                is_sent &= running.post(&Request::Heed { text });
            }
        }
        if !is_sent {
            self.break_off("the notes could not be handed over");
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
                let about = self.asked.borrow_mut().iter_mut().find(|question| question.id == id).map(|question| {
                    question.is_answered = true;
                    question.about
                });
                if let Some(about) = about {
                    if depth != Depth::First {
                        self.asked.borrow_mut().retain(|question| question.id != id);
                    }
                    (self.answer)(about, Outcome::Report { report, depth });
                    self.next(about.book);
                }
            }
            Ok(Response::Heeded { text, found }) => (self.told)(text, found),
            Err(_) => self.break_off("its answer could not be read"),
        }
    }

    /// The worker cannot go on. Dealt with after the current event, as that drops the listener that is running.
    fn break_off(self: &Rc<Self>, why: &'static str) {
        let analyst = Rc::clone(self);
        spawn_local(async move {
            analyst.worker.borrow_mut().take();
            let questions = std::mem::take(&mut *analyst.asked.borrow_mut());
            let (failed, again): (Vec<_>, Vec<_>) = questions.into_iter().partition(|question| question.is_second_try);
            let is_again = !again.is_empty();
            let again = again.into_iter().map(|question| Question { is_sent: false, is_second_try: true, ..question });
            analyst.asked.borrow_mut().extend(again);
            for question in failed {
                (analyst.answer)(question.about, Outcome::Failed(why.to_owned()));
                analyst.next(question.about.book);
            }
            if is_again {
                analyst.send();
            }
        });
    }

    /// Asks what waited for an answer about the same notebook.
    fn next(self: &Rc<Self>, book: Book) {
        let waiting = {
            let mut waiting = self.waiting.borrow_mut();
            waiting.iter().position(|(about, _)| about.book == book).map(|place| waiting.remove(place))
        };
        if let Some((about, what)) = waiting {
            self.take(about, what);
        }
    }
}

fn start(analyst: &Rc<Analyst>) -> Result<Running, &'static str> {
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
