//! What all parts of the story screen show: one report, with what the user wrote and decided beside it.

use std::rc::Rc;

use refrain_core::{Mention, Point, Report};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use crate::browser;
use crate::hooks::Dispatch;
use crate::state::stories::{Beside, beside, same_doubts};
use crate::state::{Action, Notebook, Places, Story};

/// One report and what lies beside it. Made anew when any of it changes, so it is compared by its place alone.
pub struct Page {
    pub report: Rc<Report>,
    /// The interviews that it is about.
    pub places: Places,
    /// Doubts in the same words together.
    pub doubts: Vec<Vec<Mention>>,
    /// For each point.
    beside: Vec<Beside>,
    /// Stories whose points are gone.
    pub lost: Vec<Rc<Story>>,
}

impl PartialEq for Page {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Page {
    pub fn point(&self, at: usize) -> Option<&Point> {
        self.report.points.get(at)
    }

    pub fn find(&self, id: &str) -> Option<&Point> {
        self.report.points.iter().find(|point| point.id == id)
    }

    pub fn beside(&self, at: usize) -> &Beside {
        const NOTHING: &Beside = &Beside { stories: Vec::new(), decided: Vec::new() };
        self.beside.get(at).unwrap_or(NOTHING)
    }

    /// Points that are shown in one of the lists, with their positions.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Point)> {
        self.report.points.iter().enumerate().filter(|(_, point)| !point.hidden)
    }
}

#[hook]
pub fn use_page(notebook: &Notebook) -> Rc<Page> {
    let (analysis, papers) = (&notebook.analysis, notebook.papers());
    let depends_on = (
        Rc::clone(&analysis.report),
        Rc::clone(&analysis.interviews),
        papers.stories().to_vec(),
        papers.decided().to_vec(),
    );
    use_memo(depends_on, |(report, interviews, stories, decided)| {
        let (beside, lost) = beside(report, stories, decided);
        let (places, doubts) = (Places::new(interviews), same_doubts(&report.doubts));
        Page { report: Rc::clone(report), places, doubts, beside, lost }
    })
}

/// What the user's own points have and the sample's lack: they can be worked on.
#[derive(Clone, PartialEq)]
pub struct Desk {
    pub dispatch: Dispatch,
    /// What is being written and is not kept yet, of one point or doubt.
    pub texts: Vec<(String, String)>,
}

impl Desk {
    /// With the fields whose ids hold one of `parts`.
    pub fn with(dispatch: &Dispatch, texts: &[(String, String)], parts: &[&str]) -> Self {
        let is_part = |(field, _): &&(String, String)| parts.iter().any(|part| field.contains(part));
        Self { dispatch: dispatch.clone(), texts: texts.iter().filter(is_part).cloned().collect() }
    }

    pub fn text(&self, field: &str) -> Option<&str> {
        self.texts.iter().find(|(other, _)| other == field).map(|(_, text)| text.as_str())
    }

    /// Notes what is being written in a field.
    pub fn write(&self, field: String) -> Callback<InputEvent> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(browser::value_of(&event)) });
        })
    }

    /// Forgets what is being written in these fields.
    pub fn forget(&self, fields: impl IntoIterator<Item = String>) {
        for field in fields {
            self.dispatch.dispatch(Action::Write { field, text: None });
        }
    }
}

/// A button that is a verb; `about` is what it acts on, for whoever hears the button alone.
pub fn verb(text: &'static str, about: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button class="act" type="button" aria-label={format!("{text}: {about}")} {onclick}>{ text }</button> }
}

/// A verb that opens the form known by `form`.
pub fn opener(form: &str, text: &'static str, about: &str, onclick: Callback<MouseEvent>) -> Html {
    let id = format!("open-{form}");
    html! { <button {id} class="act" type="button" aria-label={format!("{text}: {about}")} {onclick}>{ text }</button> }
}

/// Focuses what opened a form, once it is there again.
pub fn focus_opener(form: &str) {
    browser::focus_soon(&format!("open-{form}"));
}

/// The keys of every form: Ctrl or ⌘ with Enter keeps, Escape gives up.
pub fn keys(keep: impl Fn() + 'static, give_up: impl Fn() + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        // While characters are being composed these keys belong to the input method.
        _ if event.is_composing() => {}
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            keep();
        }
        "Escape" => give_up(),
        _ => {}
    })
}

/// Once for a double click: the second click would meet what comes in the place of the first.
pub fn once(then: impl Fn() + 'static) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() <= 1 {
            then();
        }
    })
}

/// The position of the point that an event is in.
pub fn place_of(event: &Event) -> Option<usize> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest("[data-at]").ok()??.get_attribute("data-at")?.parse().ok()
}
