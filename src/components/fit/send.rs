//! The plan on its way out: what leaves is shown, with roles in the place of names that were not ticked, and is what is printed.

use std::rc::Rc;

use refrain_core::Language;
use yew::prelude::*;

use super::super::share::{Out, names, sheet, use_names};
use crate::export::{self, Format};
use crate::hooks::Handle;
use crate::state::redact::{Party, parties};
use crate::state::sharing::set;
use crate::state::{Interview, Plan, Settings};

#[derive(Properties, PartialEq)]
pub struct PlanOutProps {
    pub state: Handle,
    pub plan: Rc<Plan>,
}

#[component]
pub fn PlanOut(props: &PlanOutProps) -> Html {
    let PlanOutProps { state, plan } = props;
    let (papers, analysis) = (state.mine.papers(), &state.mine.analysis);
    let settings = papers.settings();
    // Whoever gets the plan knows for which company it is.
    let theirs = Interview { company: plan.company.clone(), ..Interview::default() };
    let company = parties([&theirs]);
    let is_theirs = |party: &Party| company.iter().any(|other| other.key == party.key);
    let shown: Vec<String> = settings.shown.iter().chain(company.iter().map(|party| &party.key)).cloned().collect();
    let mut interviews = state.mine.in_time_order().to_vec();
    interviews.push(Rc::new(theirs));
    let all = use_names(&interviews, &shown);
    let (document, mut named) = export::plan(plan, analysis, papers.stories(), &all.redaction);
    named.retain(|&at| all.parties.get(at).is_some_and(|party| !is_theirs(party)));
    let tick = {
        let dispatch = state.dispatcher();
        Callback::from(move |(what, settings): (String, Settings)| dispatch.dispatch(set(&what, settings)))
    };
    let title = document.title.clone().unwrap_or_default();
    let is_english = analysis.report.language == Language::English;
    html! {
        <section class="share f-send" aria-labelledby="h-leaves">
            <div class="share-may">{ names(&all.parties, &named, &settings, &tick) }</div>
            <div class="share-out">
                <h2 id="h-leaves">{ "This is what leaves" }</h2>
                { sheet(&document) }
                <Out {title} kind="plan" what="plan" formats={&Format::OF_TEXT[..]} {document} {is_english} />
            </div>
        </section>
    }
}
