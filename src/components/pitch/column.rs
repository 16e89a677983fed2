//! The pitch beside the points: its length, its lines with the points behind them, and the ways out of it.

use std::cell::RefCell;
use std::rc::Rc;

use refrain_core::{Pitch as Composed, Report};
use yew::prelude::*;

use super::super::blending::Blending;
use super::super::copying::{Content, CopyButton, Copying};
use super::super::share::{leaving, names_in, rich};
use super::length::length;
use super::line::{edit_id, field_of, spoken, unsaid};
use crate::browser;
use crate::export::{Document, Shape, shape};
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::pitch::{add, composed, in_order, move_line, name_of};
use crate::state::{Action, Book, Notebook, Version};

/// The line that is being written and is none yet.
const NEW: &str = "new";
/// The id of the button that opens its field.
const START: &str = "own-line";
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
    /// The id of the line that a dragged one is over.
    over: &'a UseStateHandle<Option<String>>,
    /// The id of the line whose tools are shown where there is no pointer that could hover.
    open: &'a UseStateHandle<Option<String>>,
    /// The id of what gets the focus if it is lost before the pitch has been composed anew.
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
    let over = use_state_eq(|| None::<String>);
    let open = use_state_eq(|| None::<String>);
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
        open: &open,
        back: &back,
    };
    let lines = in_order(&version, pitch);
    let text = pitch.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let buttons = if text.is_empty() { Vec::new() } else { vec![copy_button(state, *book)] };
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
            <ol class="lines">{ for (0..lines.len()).map(|at| spoken(&column, pitch, &lines, at)) }</ol>
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
            <Copying {buttons} {text}>
                if !pitch.lines.is_empty() { <a class="btn" href={href(*book, Screen::Practice)}>{ "Practise" }</a> }
                <span class="acts">
                    if !pitch.lines.is_empty() { <a class="act" href={href(*book, Screen::Share)}>{ "Share" }</a> }
                    if is_mine && !is_empty && state.text(&field_of(NEW)).is_none() {
                        <button id={START} class="act" onclick={start_line(state)}>{ "Add my own line" }</button>
                    }
                    if is_mine && !is_empty { <a class="act" href={href(*book, Screen::Fit { id: None })}>{ "Plan for one role" }</a> }
                </span>
            </Copying>
        </aside>
    }
}

impl Column<'_> {
    /// Dispatches an act. If its button goes with it, the `button` of the line gets the focus.
    pub fn act(&self, action: Action, button: &str, line: &str) -> Callback<MouseEvent> {
        let (dispatch, back, open) = (self.state.dispatcher(), Rc::clone(self.back), self.open.clone());
        let (id, line) = (format!("{button}-{line}"), line.to_owned());
        Callback::from(move |_| {
            *back.borrow_mut() = Some(id.clone());
            open.set(Some(line.clone()));
            dispatch.dispatch(action.clone());
        })
    }

    /// Shows the tools of a line where there is no pointer that could hover, and goes to them.
    pub fn show_tools(&self, line: &str) -> Callback<MouseEvent> {
        let (open, line) = (self.open.clone(), line.to_owned());
        Callback::from(move |_| {
            open.set(Some(line.clone()));
            browser::focus_soon(&edit_id(&line));
        })
    }

    pub fn is_open(&self, line: &str) -> bool {
        self.open.as_deref() == Some(line)
    }

    /// The field of a line that is written.
    pub fn editor(
        &self,
        field: &str,
        name: &str,
        after: &str,
        keep: impl Fn(&str) -> Option<Action> + Clone + 'static,
    ) -> Html {
        let (back, id) = (Rc::clone(self.back), after.to_owned());
        let keep = move |text: &str| {
            let act = keep(text)?;
            *back.borrow_mut() = Some(id.clone());
            Some(act)
        };
        writing(self.state, field, name, after, keep)
    }

    pub fn drag(&self, line: &str) -> Callback<DragEvent> {
        let line = line.to_owned();
        Callback::from(move |event: DragEvent| browser::carry(&event, DRAGGED, &line))
    }

    pub fn is_over(&self, line: &str) -> bool {
        self.over.as_deref() == Some(line)
    }

    pub fn drag_over(&self, line: &str) -> Callback<DragEvent> {
        let (over, line) = (self.over.clone(), line.to_owned());
        Callback::from(move |event: DragEvent| {
            if browser::carries(&event, DRAGGED) {
                event.prevent_default();
                over.set(Some(line.clone()));
            }
        })
    }

    pub fn drag_end(&self) -> Callback<DragEvent> {
        let over = self.over.clone();
        Callback::from(move |_| over.set(None))
    }

    pub fn drop_onto(&self, pitch: &Composed, line: &str) -> Callback<DragEvent> {
        let (dispatch, over) = (self.state.dispatcher(), self.over.clone());
        let (version, report, pitch) = (self.version.clone(), Rc::clone(self.report), pitch.clone());
        let line = line.to_owned();
        Callback::from(move |event: DragEvent| {
            over.set(None);
            if let Some(moved) = browser::carried(&event, DRAGGED) {
                event.prevent_default();
                dispatch.dispatch(move_line(&version, &report, &pitch, &moved, &line));
            }
        })
    }
}

/// A line that moves takes its buttons along, and one that goes takes them away: the browser forgets the focus, at once or when the pitch
/// has been composed anew.
#[hook]
fn use_focus_back(back: &Rc<RefCell<Option<String>>>, state: &Handle, book: Book) {
    let of_book = state.book(book);
    let revision = of_book.map(Notebook::revision);
    let report = of_book.map(|notebook| Rc::as_ptr(&notebook.analysis.report) as usize);
    let before = use_mut_ref(|| report);
    let back = Rc::clone(back);
    use_effect_with((revision, report), move |&(_, report)| {
        let is_composed = before.replace(report) != report;
        let Some(id) = back.borrow().clone() else { return };
        if browser::is_focus_lost() {
            browser::focus(&id);
        }
        if is_composed {
            if browser::is_focus_lost() {
                browser::focus_in_place("pitch");
            }
            *back.borrow_mut() = None;
        }
    });
}

/// A field for one text, kept with Enter or its button, given up with Escape. What is being written is in the state; the element with the
/// id `after` has the focus afterwards. `keep` gives nothing where nothing changes.
fn writing(
    state: &Handle,
    field: &str,
    name: &str,
    after: &str,
    keep: impl Fn(&str) -> Option<Action> + Clone + 'static,
) -> Html {
    let text = state.text(field).unwrap_or_default().to_owned();
    let done = {
        let (dispatch, field, after) = (state.dispatcher(), field.to_owned(), after.to_owned());
        move || {
            dispatch.dispatch(Action::Write { field: field.clone(), text: None });
            browser::focus_soon(&after);
        }
    };
    let keep = {
        let (state, field, done) = (state.clone(), field.to_owned(), done.clone());
        move || {
            let act = keep(state.text(&field).unwrap_or_default());
            done();
            if let Some(act) = act {
                state.dispatch(act);
            }
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
            <textarea id={field.to_owned()} class="said" dir="auto" rows="3" aria-label={name.to_owned()} value={text.clone()} {oninput} {onkeydown} />
            <Blending {text} />
            <p class="acts">
                <button class="act" onclick={move |_| keep()}>{ "Keep" }</button>
                <button class="act" onclick={move |_| done()}>{ "Cancel" }</button>
            </p>
        </div>
    }
}

/// What is copied here is what the screen for sharing shows, without quotes.
fn copy_button(state: &Handle, book: Book) -> CopyButton {
    let state = state.clone();
    let content = Callback::from(move |()| {
        let Some(notebook) = state.book(book) else { return rich(&Document::default()) };
        let papers = notebook.papers();
        let settings = papers.settings();
        let names = names_in(notebook.in_time_order(), &settings.shown);
        let leaving = leaving(notebook, &papers.version(), &settings, &[], &names);
        let content = rich(&shape(&leaving.source, Shape::Pitch));
        let is_named = |&at: &usize| names.parties.get(at).is_some_and(|party| !settings.shown.contains(&party.key));
        match leaving.source.named.iter().any(is_named) {
            true => Content {
                done: "Copied, with roles in the place of names. Under Share you can tick names.".to_owned(),
                ..content
            },
            false => content,
        }
    });
    CopyButton { name: "Copy pitch", is_main: true, content }
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
    column.editor(&field, "My own line", START, move |text| add(&version, browser::new_id(0), text))
}
