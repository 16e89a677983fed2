//! The ways out of a plan: copied, printed or saved, with names or without.

use std::rc::Rc;

use yew::prelude::*;

use super::super::copying::{Copying, copy_text};
use crate::browser;
use crate::hooks::Handle;
use crate::state::fit::as_text;
use crate::state::redact::{Redaction, parties};
use crate::state::{Notebook, Plan};
use crate::text::fold;

pub fn send(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>) -> Html {
    html! { <Send state={state.clone()} notebook={notebook.clone()} plan={Rc::clone(plan)} /> }
}

#[derive(Properties, PartialEq)]
struct SendProps {
    state: Handle,
    notebook: Notebook,
    plan: Rc<Plan>,
}

#[component]
fn Send(props: &SendProps) -> Html {
    let SendProps { notebook, plan, .. } = props;
    let is_named = use_state_eq(|| false);
    let analysis = &notebook.analysis;
    let all = parties(analysis.interviews.iter().map(Rc::as_ref));
    let shown: Vec<String> = all.iter().filter(|_| *is_named).map(|party| party.key.clone()).collect();
    let names = Redaction::new(&all, &shown);
    let text = |is_markdown: bool| as_text(plan, analysis, notebook.papers().stories(), &names, is_markdown);
    let save = |ending: &'static str, kind: &'static str, text: String| {
        let name = format!("refrain-plan{}.{ending}", slug(&plan.role));
        Callback::from(move |_: MouseEvent| {
            // A browser that refuses says so itself.
            let _ = browser::save(&name, kind, &text);
        })
    };
    let turn = {
        let is_named = is_named.clone();
        move |_: Event| is_named.set(!*is_named)
    };
    let print = |_: MouseEvent| {
        if let Some(window) = browser::window() {
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
            <label class="f-check sub"><input type="checkbox" checked={*is_named} onchange={turn} />{ "Name the people who said it, where it is copied or saved" }</label>
        </section>
    }
}

/// Letters and figures that every system takes, with "-" before each word.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).take(6);
    words.fold(String::new(), |name, word| format!("{name}-{word}"))
}
