//! The list of interviews, below the form for a new one.

use yew::prelude::*;

use super::form::Form;
use super::row::{Found, Row, edit_row};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{Action, Book, Interview, Notebook};
use crate::text::{counted, upper_first};

/// `edit` is the id of the interview being changed.
pub fn interviews(state: &Handle, book: Book, notebook: &Notebook, edit: Option<&str>) -> Html {
    let is_mine = book == Book::Mine;
    // An address may name an interview that has been deleted since.
    let edit = edit.filter(|id| notebook.get(id).is_some());
    let report = &notebook.analysis.report;
    html! {
        <>
            <h1 id="title" tabindex="-1" class="vh">{ "Interviews" }</h1>
            if is_mine && edit.is_none() { { new_answer(state) } }
            <section aria-labelledby="h-list">
                <div class="find">
                    <h2 id="h-list" tabindex="-1">{ if notebook.is_empty() { "No interviews yet".to_owned() } else { upper_first(&counted(notebook.len(), "interview", "interviews")) } }</h2>
                    if is_mine { <a class="act" href={href(Book::Mine, Screen::Paste)}>{ "Paste notes" }</a> }
                </div>
                if notebook.is_empty() {
                    <p class="none">{ "The answers you keep stand here, newest first." }</p>
                }
                <ol class="list">
                    { for notebook.in_time_order().iter().rev().cloned().map(|interview| {
                        let key = interview.id.clone();
                        if edit == Some(interview.id.as_str()) {
                            edit_row(state, &interview)
                        } else {
                            let found = Found::new(report, &interview.id);
                            html! { <Row key={key} {interview} {found} {book} dispatch={state.dispatcher()} /> }
                        }
                    }) }
                </ol>
            </section>
        </>
    }
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
        />
    }
}
