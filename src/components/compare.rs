//! My version and theirs: what both say, what only they say, what only I say.

mod columns;
mod narrative;

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{AnalysisStatus, Book, Narrative, Notebook};
use crate::text::counted;

use columns::columns;
use narrative::{FIELD, editor};

pub fn compare(state: &Handle, book: Book, notebook: &Notebook) -> Html {
    let narrative = notebook.papers().narrative();
    let is_written = !narrative.text.is_empty();
    let is_mine = book == Book::Mine;
    // One heading for both, so that it holds the focus when one takes the place of the other.
    let (sentence, rest) = if is_written {
        both(state, book, notebook, &narrative)
    } else {
        let ask = "What do you say when somebody asks what you are good at?";
        (
            "Write yours first, before you read theirs. Then see which of it other people say too.".to_owned(),
            html! { if is_mine { { editor(state, ask, false) } } },
        )
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "My version and theirs" }</h1>
                <p>{ sentence }</p>
            </header>
            { rest }
        </>
    }
}

/// When the user's own version was written, and what it and theirs have in common.
fn both(state: &Handle, book: Book, notebook: &Notebook, narrative: &Narrative) -> (String, Html) {
    let answers = notebook.analysis.interviews.len();
    let before = notebook
        .in_time_order()
        .iter()
        .filter_map(|interview| interview.date)
        .filter(|date| narrative.written.is_some_and(|written| *date < written))
        .count();
    let when = match (narrative.written, before) {
        (None, _) => String::new(),
        (Some(date), 0) => format!("You wrote yours on {}, before the first answer.", date.in_words(browser::today())),
        (Some(date), _) => {
            format!(
                "You wrote yours on {}, after {}.",
                date.in_words(browser::today()),
                counted(before, "answer", "answers")
            )
        }
    };
    let is_done = matches!(notebook.analysis.status, AnalysisStatus::UpToDate | AnalysisStatus::WordsOnly);
    let is_open = state.text(FIELD).is_some();
    let is_mine = book == Book::Mine;
    let rest = html! {
        <>
            <details class="own" open={is_open}>
                <summary id={format!("open-{FIELD}")}><span class="act">{ "Read my version" }</span></summary>
                if is_mine { { editor(state, "My version", true) } } else { <p class="said mine">{ &narrative.text }</p> }
            </details>
            <p class="sub" role="status">{ if is_done { "" } else { "Comparing…" } }</p>
            if answers == 0 {
                <p class="none">
                    { "Nobody has answered yet. " }
                    if is_mine { <a href={href(book, Screen::Add)}>{ "Add the first answer" }</a> }
                </p>
            } else {
                { columns(state, book, notebook, &Rc::clone(&notebook.analysis.report)) }
            }
        </>
    };
    (when, rest)
}
