//! The ways out of a plan: copied, printed or saved, with the names of the people who said it or without.

use std::rc::Rc;

use yew::prelude::*;

use super::super::copying::{Copying, copy_text};
use crate::browser;
use crate::hooks::Handle;
use crate::state::fit::as_text;
use crate::state::redact::{Redaction, parties};
use crate::state::{Action, Notebook, Plan};
use crate::text::fold;

/// The field that says whether people are named; it is written in while they are.
const NAMED: &str = "f-named";

/// Whom the plan may name where it leaves the page.
pub fn names(state: &Handle, notebook: &Notebook) -> Redaction {
    let all = parties(notebook.analysis.interviews.iter().map(Rc::as_ref));
    let is_named = state.text(NAMED).is_some();
    let shown: Vec<String> = all.iter().filter(|_| is_named).map(|party| party.key.clone()).collect();
    Redaction::new(&all, &shown)
}

pub fn send(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>, names: &Redaction) -> Html {
    let is_named = state.text(NAMED).is_some();
    let text = |is_markdown: bool| as_text(plan, &notebook.analysis, notebook.papers().stories(), names, is_markdown);
    let save = |ending: &'static str, kind: &'static str, text: String| {
        let name = format!("refrain-plan{}.{ending}", slug(&plan.role));
        Callback::from(move |_: MouseEvent| {
            // A browser that refuses says so itself.
            let _ = browser::save(&name, kind, &text);
        })
    };
    let turn = {
        let dispatch = state.dispatcher();
        move |_: Event| {
            let text = (!is_named).then(|| NAMED.to_owned());
            dispatch.dispatch(Action::Write { field: NAMED.to_owned(), text });
        }
    };
    let print = |_: MouseEvent| {
        if let Some(window) = browser::window() {
            // Where a browser cannot print, its own menu cannot either.
            let _ = window.print();
        }
    };
    html! {
        <section class="f-send" aria-label="Send it">
            <Copying buttons={vec![copy_text("Copy plan", &text(false))]} text={text(false)} what="plan">
                <button class="btn" onclick={print}>{ "Print" }</button>
                <button class="act" onclick={save("md", "text/markdown;charset=utf-8", text(true))}>{ "Save as Markdown" }</button>
                <button class="act" onclick={save("txt", "text/plain;charset=utf-8", text(false))}>{ "Save as text" }</button>
            </Copying>
            <label class="f-check sub"><input type="checkbox" checked={is_named} onchange={turn} />{ "Name the people who said it, where it leaves this page" }</label>
        </section>
    }
}

/// Letters and figures that every system takes, with "-" before each word.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(6);
    words.fold(String::new(), |name, word| format!("{name}-{word}"))
}
