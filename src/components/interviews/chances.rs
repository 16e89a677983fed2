//! Askings made, answers captured, and chances still open, with the numbers that these come from.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser;
use crate::hooks::{Dispatch, Handle};
use crate::state::{Action, Askings, Book, Notebook, Settings, askings};
use crate::text::{counted, figures, number, upper_first};

/// The button that opens the fields, where the focus goes back to.
const CHANGE: &str = "change-numbers";
/// The fields. What is written in them is in the state under these names; they are open while there is something.
const RECRUITERS: &str = "recruiters";
const EACH: &str = "askings-each";

pub fn chances(state: &Handle, book: Book, notebook: &Notebook) -> Html {
    let settings = notebook.papers().settings();
    let askings = Askings::count(notebook.in_time_order().iter().map(Rc::as_ref), &settings);
    let count = |count: usize, one: &'static str, many: &'static str| {
        html! { <><b class="num">{ figures(count) }</b>{ if count == 1 { one } else { many } }</> }
    };
    let fields = state.text(RECRUITERS).zip(state.text(EACH)).filter(|_| book == Book::Mine);
    html! {
        <div class="chances">
            <p>
                { count(askings.answered, " answer from ", " answers from ") }
                { count(askings.made, " asking; ", " askings; ") }
                { count(askings.open(), " chance open", " chances open") }
            </p>
            { match fields {
                Some((recruiters, each)) => numbers(&state.dispatcher(), &settings, recruiters, each),
                None => plan(&state.dispatcher(), book, askings, &settings),
            } }
        </div>
    }
}

/// The two fields.
fn numbers(dispatch: &Dispatch, settings: &Rc<Settings>, recruiters: &str, each: &str) -> Html {
    let numbers = askings::read(recruiters).zip(askings::read(each));
    let onsubmit = {
        let (settings, dispatch) = (Rc::clone(settings), dispatch.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let written = |field| askings::read(&browser::value(field)?);
            match written(RECRUITERS).zip(written(EACH)) {
                Some((recruiters, each)) => {
                    dispatch.dispatch(askings::plan(&settings, recruiters, each));
                    close(&dispatch);
                }
                None => browser::focus(RECRUITERS),
            }
        }
    };
    let cancel = {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| close(&dispatch)
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                close(&dispatch);
            }
        }
    };
    let field = |id: &'static str, label: &'static str, value: &str| {
        let dispatch = dispatch.clone();
        let oninput = move |event: InputEvent| dispatch.dispatch(write(id, Some(browser::value_of(&event))));
        html! {
            <label class="field">
                <span>{ label }</span>
                <input
                    {id}
                    inputmode="numeric"
                    autocomplete="off"
                    value={value.to_owned()}
                    aria-describedby="numbers-hint"
                    aria-invalid={askings::read(value).is_none().then_some("true")}
                    {oninput}
                    onfocus={|event: FocusEvent| select(&event)}
                />
            </label>
        }
    };
    html! {
        <form class="numbers" {onsubmit} {onkeydown}>
            { field(RECRUITERS, "Recruiters", recruiters) }
            { field(EACH, "Askings each", each) }
            <p class="acts">
                <button class="btn">{ "Keep numbers" }</button>
                <button class="act" type="button" onclick={cancel}>{ "Cancel" }</button>
            </p>
            <p class="meta" id="numbers-hint" data-trouble={numbers.is_none().then_some("")} aria-live="polite">
                { match numbers {
                    Some(_) => "One recruiter usually brings five: the recruiter, three phone screens and a follow-up.",
                    None => "Both are whole numbers from 1 to 99.",
                } }
            </p>
        </form>
    }
}

/// The numbers in words, the way to change them, and what to do where no chance is open.
fn plan(dispatch: &Dispatch, book: Book, askings: Askings, settings: &Rc<Settings>) -> Html {
    let each = settings.askings_each;
    let open = {
        let (recruiters, dispatch) = (settings.recruiters.to_string(), dispatch.clone());
        move |_: MouseEvent| {
            dispatch.dispatch(write(RECRUITERS, Some(recruiters.clone())));
            dispatch.dispatch(write(EACH, Some(each.to_string())));
            browser::focus_soon(RECRUITERS);
        }
    };
    let recruiters = upper_first(&of(settings.recruiters, "recruiter", "recruiters"));
    html! {
        <>
            <p class="sub">
                { format!("{recruiters}, about {} each: {}. ", of(each, "asking", "askings"), number(askings.planned)) }
                if book == Book::Mine { <button id={CHANGE} class="act" onclick={open}>{ "Change these numbers" }</button> }
            </p>
            if let Some(more) = askings.suggested(settings).filter(|_| book == Book::Mine) {
                { suggestion(dispatch, askings, settings, more) }
            }
        </>
    }
}

fn suggestion(dispatch: &Dispatch, askings: Askings, settings: &Rc<Settings>, recruiters: u32) -> Html {
    let each = settings.askings_each;
    let taken = match askings.made.saturating_sub(askings.planned) {
        0 => "Every chance is taken.".to_owned(),
        more => format!("That is {} more than you counted on.", number(more)),
    };
    let new = ((recruiters * each) as usize).saturating_sub(askings.made);
    let onclick = {
        let (settings, dispatch) = (Rc::clone(settings), dispatch.clone());
        move |_: MouseEvent| {
            browser::focus_in_place(CHANGE);
            dispatch.dispatch(askings::plan(&settings, recruiters, each));
        }
    };
    html! {
        <p class="sub further">
            { format!("{taken} With {} you would have {}. ", of(recruiters, "recruiter", "recruiters"), counted(new, "chance", "chances")) }
            <button class="act" {onclick}>{ format!("Count on {}", number(recruiters as usize)) }</button>
        </p>
    }
}

/// A number is changed by writing another over it.
fn select(event: &FocusEvent) {
    if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

fn close(dispatch: &Dispatch) {
    dispatch.dispatch(write(RECRUITERS, None));
    dispatch.dispatch(write(EACH, None));
    browser::focus_soon(CHANGE);
}

fn write(field: &str, text: Option<String>) -> Action {
    Action::Write { field: field.to_owned(), text }
}

fn of(count: u32, one: &str, many: &str) -> String {
    counted(count as usize, one, many)
}
