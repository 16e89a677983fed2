//! The plan on its way out: what leaves is shown, with roles in the place of names that were not ticked, and is what is printed.

use std::rc::Rc;

use refrain_core::Language;
use yew::prelude::*;

use super::super::share::{Out, names, sheet};
use crate::export::{self, Format};
use crate::hooks::Handle;
use crate::state::redact::{Party, Redaction, parties};
use crate::state::sharing::set;
use crate::state::{Interview, Notebook, Plan, Settings};

pub fn send(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>) -> Html {
    let (papers, analysis) = (notebook.papers(), &notebook.analysis);
    let settings = papers.settings();
    // Whoever gets the plan knows for which company it is.
    let theirs = Interview { company: plan.company.clone(), ..Interview::default() };
    let all = parties(analysis.interviews.iter().map(Rc::as_ref).chain([&theirs]));
    let theirs = parties([&theirs]);
    let is_theirs = |party: &Party| theirs.iter().any(|other| other.key == party.key);
    let shown: Vec<String> = settings.shown.iter().chain(theirs.iter().map(|party| &party.key)).cloned().collect();
    let (document, mut named) = export::plan(plan, analysis, papers.stories(), &Redaction::new(&all, &shown));
    named.retain(|&at| all.get(at).is_some_and(|party| !is_theirs(party)));
    let tick = {
        let dispatch = state.dispatcher();
        Callback::from(move |(what, settings): (String, Settings)| dispatch.dispatch(set(&what, settings)))
    };
    let title = document.title.clone().unwrap_or_default();
    let is_english = analysis.report.language == Language::English;
    html! {
        <section class="share f-send" aria-labelledby="h-leaves">
            <div class="share-may">{ names(&all, &named, &settings, &tick) }</div>
            <div class="share-out">
                <h2 id="h-leaves">{ "This is what leaves" }</h2>
                { sheet(&document) }
                <Out {title} kind="plan" what="plan" formats={&Format::OF_TEXT[..]} {document} {is_english} />
            </div>
        </section>
    }
}
