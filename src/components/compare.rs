//! My version and theirs: what both say, what only they say, what only I say.

mod columns;
mod narrative;

use std::rc::Rc;

use yew::prelude::*;

use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{AnalysisStatus, Book, Notebook};
use crate::text::counted;

use columns::columns;
use narrative::{FIELD, editor};

pub fn compare(state: &Handle, book: Book, notebook: &Notebook) -> Html {
    let narrative = notebook.papers().narrative();
    let is_written = !narrative.text.is_empty();
    let is_mine = book == Book::Mine;
    if !is_written {
        return html! {
            <>
                { title("Write yours first, before you read theirs. Then see which of it other people say too.") }
                if is_mine { { editor(state, "What do you say when somebody asks what you are good at?", false) } }
            </>
        };
    }
    let answers = notebook.analysis.interviews.len();
    let before = notebook
        .in_time_order()
        .iter()
        .filter_map(|interview| interview.date)
        .filter(|date| narrative.written.is_some_and(|written| *date < written))
        .count();
    let when = match (narrative.written, before) {
        (None, _) => String::new(),
        (Some(date), 0) => format!("You wrote yours on {}, before the first answer.", date.day_and_month()),
        (Some(date), _) => {
            format!("You wrote yours on {}, after {}.", date.day_and_month(), counted(before, "answer", "answers"))
        }
    };
    let is_done = matches!(notebook.analysis.status, AnalysisStatus::UpToDate | AnalysisStatus::WordsOnly);
    let is_open = state.text(FIELD).is_some();
    html! {
        <>
            { title(&when) }
            <details class="own" open={is_open}>
                <summary><span class="act">{ "Read my version" }</span></summary>
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
    }
}

fn title(sentence: &str) -> Html {
    html! {
        <header class="title">
            <h1 id="title" tabindex="-1">{ "My version and theirs" }</h1>
            <p>{ sentence.to_owned() }</p>
        </header>
    }
}
