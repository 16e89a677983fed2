//! The list of interviews, below the form for a new one.

use std::rc::Rc;

use yew::prelude::*;

use super::chances::chances;
use super::find::{Find, address};
use super::form::Form;
use super::list::List;
use super::row::edit_row;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Route, Screen, href};
use crate::state::{Action, Book, Interview, Notebook, Search, askings};
use crate::text::{counted, upper_first};

pub fn interviews(state: &Handle, route: &Route, notebook: &Notebook) -> Html {
    let book = route.book;
    let is_mine = book == Book::Mine;
    // An address may name an interview that has been deleted since.
    let edit = match &route.screen {
        Screen::Interviews { edit: Some(id) } => notebook.get(id),
        _ => None,
    };
    let search = Rc::new(route.search.clone());
    let all = notebook.in_time_order();
    let mut found = search.find(all);
    if let Some(edit) = edit
        && !found.contains(edit)
    {
        found.insert(0, Rc::clone(edit));
    }
    html! {
        <>
            <h1 id="title" tabindex="-1" class="vh">{ "Interviews" }</h1>
            if is_mine && edit.is_none() { { new_answer(state) } }
            <section aria-labelledby="h-list">
                { chances(state, book, notebook) }
                <div class="find">
                    <h2 id="h-list" tabindex="-1">{ if all.is_empty() { "No interviews yet".to_owned() } else { upper_first(&counted(all.len(), "interview", "interviews")) } }</h2>
                    <p class="sub num" role="status">{ shown(&search, found.len(), all.len()) }</p>
                    if !all.is_empty() { <Find interviews={all.to_vec()} {book} search={Rc::clone(&search)} /> }
                    if is_mine { <a class="act" href={href(Book::Mine, Screen::Paste)}>{ "Paste notes" }</a> }
                </div>
                if all.is_empty() {
                    <p class="none">{ "The answers you keep stand here, newest first." }</p>
                } else if found.is_empty() {
                    <p class="none">
                        { "No interview fits all of this. " }
                        { clear(book, &search) }
                    </p>
                }
                <List
                    interviews={found}
                    report={Rc::clone(&notebook.analysis.report)}
                    {book}
                    search={Rc::clone(&search)}
                    dispatch={state.dispatcher()}
                    editing={edit.map(|interview| (interview.id.clone(), edit_row(state, interview, &search)))}
                />
            </section>
        </>
    }
}

/// Stands in the page before it has anything to say, so that it is heard.
fn shown(search: &Search, found: usize, all: usize) -> String {
    if search.is_narrow() { format!("{found} of {all} shown") } else { String::new() }
}

fn clear(book: Book, search: &Search) -> Html {
    let to = address(book, search.cleared());
    let onclick = move |_: MouseEvent| {
        browser::focus("find");
        browser::go_to(&to);
    };
    html! { <button class="act" {onclick}>{ "Show all of them" }</button> }
}

/// The form for a new answer. What is written in it survives a look at another screen.
fn new_answer(state: &Handle) -> Html {
    let dispatch = state.dispatcher();
    let on_keep = {
        let dispatch = dispatch.clone();
        Callback::from(move |interview: Interview| {
            dispatch.dispatch(Action::Discard(interview.id.clone()));
            dispatch.dispatch(Action::Keep(Interview { id: browser::new_id(0), ..interview }));
            browser::focus("answer");
        })
    };
    // An answer is most often written down on the day it was given.
    let start = || Interview { date: browser::today(), ..Interview::default() };
    html! {
        <Form
            id="answer"
            question="So what did you like about my background?"
            keep_label="Keep this answer"
            draft={state.draft("").cloned().unwrap_or_else(start)}
            {dispatch}
            {on_keep}
            foot={key_switch(state)}
        />
    }
}

/// Single keys are off until somebody wants them: voices and trembling hands press letters by chance.
fn key_switch(state: &Handle) -> Html {
    let settings = state.mine.papers().settings();
    let is_on = settings.is_key_on;
    let dispatch = state.dispatcher();
    let onclick = move |_: MouseEvent| dispatch.dispatch(askings::switch_key(&settings, !is_on));
    html! {
        <p class="meta keys">
            { if is_on { "The key N brings you here from any screen. " } else { "One key can bring you here from any screen. " } }
            <button class="act" type="button" {onclick}>{ if is_on { "Switch the key N off" } else { "Switch the key N on" } }</button>
        </p>
    }
}
