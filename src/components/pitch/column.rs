//! The pitch beside the points: its length, its lines with the points behind them, and the ways out of it.

use std::cell::RefCell;
use std::rc::Rc;

use refrain_core::{Pitch as Composed, Report};
use yew::prelude::*;

use super::copy::Copy;
use super::length::length;
use super::line::{field_of, spoken, unsaid};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::pitch::{add, composed, move_line, name_of};
use crate::state::{Action, Book, Version};

/// The line that is being written and is none yet.
const NEW: &str = "new";
/// What a dragged line is called while it is on its way.
const DRAGGED: &str = "application/x-refrain-line";

/// What every part of the column needs to know.
pub struct Column<'a> {
    pub state: &'a Handle,
    pub book: Book,
    pub version: &'a Version,
    pub report: &'a Rc<Report>,
    /// How many interviews there are.
    pub all: usize,
    /// The place that a dragged line is over.
    over: &'a UseStateHandle<Option<usize>>,
    /// The id of the button to give the focus back to once the pitch has been composed anew.
    back: &'a Rc<RefCell<Option<String>>>,
}

#[derive(Properties, PartialEq)]
pub struct PitchProps {
    pub state: Handle,
    pub book: Book,
    /// The analysis has come to an end.
    pub is_done: bool,
}

#[component]
pub fn Pitch(props: &PitchProps) -> Html {
    let over = use_state_eq(|| None::<usize>);
    let back = use_mut_ref(|| None::<String>);
    let PitchProps { state, book, is_done } = props;
    use_focus_back(&back, state, *book);
    let Some(notebook) = state.book(*book) else { return html! {} };
    let (papers, report) = (notebook.papers(), &notebook.analysis.report);
    let version = papers.version();
    let nothing = Composed::default();
    let pitch = composed(report, &version).unwrap_or(&nothing);
    let column = Column {
        state,
        book: *book,
        version: &version,
        report,
        all: notebook.analysis.interviews.len(),
        over: &over,
        back: &back,
    };
    let text = pitch.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let is_mine = *book == Book::Mine;
    let is_empty = pitch.lines.is_empty() && pitch.left_out.is_empty();
    html! {
        <aside class="pitch" id="pitch" tabindex="-1" aria-labelledby="h-pitch">
            <div class="bar">
                <h2 id="h-pitch">{ "Pitch" }</h2>
                if is_mine && !is_empty {
                    <a class="sub" href={href(*book, Screen::Versions)} aria-label={format!("Versions: {}", name_of(&version))}>{ name_of(&version).to_owned() }</a>
                }
            </div>
            if is_empty && *is_done {
                <p class="none">{ "It writes itself from the points that come back, in their words and your voice." }</p>
            }
            if !is_empty { { length(state, *book, papers, &version, pitch) } }
            <ol class="lines">{ for pitch.lines.iter().enumerate().map(|(at, line)| spoken(&column, pitch, at, line)) }</ol>
            if is_mine { { own_line(&column) } }
            if !pitch.left_out.is_empty() {
                <>
                    <h3 class="cut">{ format!("Left out at {} s", version.seconds) }</h3>
                    <ol class="lines out">{ for pitch.left_out.iter().map(|line| unsaid(&column, line)) }</ol>
                </>
            }
            if !is_empty {
                <p class="mini">
                    <button class="act" onclick={|_: MouseEvent| browser::focus("pitch")}>{ "Pitch" }</button>
                    <span class="meta num">{ format!("{} of {} s", pitch.seconds, version.seconds) }</span>
                </p>
            }
            <Copy {text}>
                if !pitch.lines.is_empty() { <a class="btn" href={href(*book, Screen::Practice)}>{ "Practise" }</a> }
                if is_mine && !is_empty && state.text(&field_of(NEW)).is_none() {
                    <button class="act" onclick={start_line(state)}>{ "Add my own line" }</button>
                }
            </Copy>
        </aside>
    }
}

impl Column<'_> {
    /// Dispatches an act whose button is gone afterwards, and the focus with it.
    pub fn act(&self, action: Action) -> Callback<MouseEvent> {
        let dispatch = self.state.dispatcher();
        Callback::from(move |_| {
            browser::focus_in_place("pitch");
            dispatch.dispatch(action.clone());
        })
    }

    /// Dispatches an act whose button, which has this id, has the focus afterwards, wherever it stands then.
    pub fn act_again(&self, action: Action, id: String) -> Callback<MouseEvent> {
        let (dispatch, back) = (self.state.dispatcher(), Rc::clone(self.back));
        Callback::from(move |_| {
            *back.borrow_mut() = Some(id.clone());
            dispatch.dispatch(action.clone());
        })
    }

    pub fn drag(&self, at: usize) -> Callback<DragEvent> {
        Callback::from(move |event: DragEvent| browser::carry(&event, DRAGGED, &at.to_string()))
    }

    pub fn is_over(&self, at: usize) -> bool {
        **self.over == Some(at)
    }

    pub fn drag_over(&self, at: usize) -> Callback<DragEvent> {
        let over = self.over.clone();
        Callback::from(move |event: DragEvent| {
            if browser::carries(&event, DRAGGED) {
                event.prevent_default();
                over.set(Some(at));
            }
        })
    }

    pub fn drag_end(&self) -> Callback<DragEvent> {
        let over = self.over.clone();
        Callback::from(move |_| over.set(None))
    }

    pub fn drop_at(&self, pitch: &Composed, at: usize) -> Callback<DragEvent> {
        let (dispatch, over) = (self.state.dispatcher(), self.over.clone());
        let (version, report, pitch) = (self.version.clone(), Rc::clone(self.report), pitch.clone());
        Callback::from(move |event: DragEvent| {
            over.set(None);
            if let Some(from) = browser::carried(&event, DRAGGED).and_then(|from| from.parse().ok()) {
                event.prevent_default();
                dispatch.dispatch(move_line(&version, &report, &pitch, from, at));
            }
        })
    }
}

/// A line that moves takes its buttons along, and the browser forgets the focus.
#[hook]
fn use_focus_back(back: &Rc<RefCell<Option<String>>>, state: &Handle, book: Book) {
    let report = state.book(book).map(|notebook| Rc::as_ptr(&notebook.analysis.report) as usize);
    let back = Rc::clone(back);
    use_effect_with(report, move |_| {
        if let Some(id) = back.borrow_mut().take() {
            browser::focus(&id);
        }
    });
}

/// A field for one text, kept with Enter or its button, given up with Escape. What is being written is in the state; the element with the
/// id `after` has the focus afterwards.
pub fn writing(
    state: &Handle,
    field: &str,
    name: &str,
    after: &'static str,
    keep: impl Fn(&str) -> Action + Clone + 'static,
) -> Html {
    let text = state.text(field).unwrap_or_default().to_owned();
    let done = {
        let (dispatch, field) = (state.dispatcher(), field.to_owned());
        move || {
            browser::focus_in_place(after);
            dispatch.dispatch(Action::Write { field: field.clone(), text: None });
        }
    };
    let keep = {
        let (dispatch, text, done) = (state.dispatcher(), text.clone(), done.clone());
        move || {
            let act = keep(&text);
            done();
            dispatch.dispatch(act);
        }
    };
    let oninput = {
        let (dispatch, field) = (state.dispatcher(), field.to_owned());
        Callback::from(move |event: InputEvent| {
            let text = Some(browser::value_of(&event));
            dispatch.dispatch(Action::Write { field: field.clone(), text });
        })
    };
    let onkeydown = {
        let (keep, done) = (keep.clone(), done.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if event.is_composing() => {}
            "Enter" if !event.shift_key() => {
                event.prevent_default();
                keep();
            }
            "Escape" => done(),
            _ => {}
        })
    };
    html! {
        <div class="writing">
            <textarea id={field.to_owned()} class="said" dir="auto" rows="3" aria-label={name.to_owned()} value={text} {oninput} {onkeydown} />
            <p class="acts">
                <button class="act" onclick={move |_| keep()}>{ "Keep" }</button>
                <button class="act" onclick={move |_| done()}>{ "Cancel" }</button>
            </p>
        </div>
    }
}

/// Opens the field for a line of the user's own.
fn start_line(state: &Handle) -> Callback<MouseEvent> {
    let dispatch = state.dispatcher();
    Callback::from(move |_| {
        dispatch.dispatch(Action::Write { field: field_of(NEW), text: Some(String::new()) });
        browser::focus_soon(&field_of(NEW));
    })
}

fn own_line(column: &Column<'_>) -> Html {
    let field = field_of(NEW);
    if column.state.text(&field).is_none() {
        return html! {};
    }
    let version = column.version.clone();
    writing(column.state, &field, "My own line", "pitch", move |text| add(&version, browser::new_id(0), text))
}
