//! All plans, and the form for a new one.

use std::rc::Rc;

use yew::prelude::*;

use super::super::people::{Fields, act};
use super::plan::written;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::fit::{answered, found, keep, name};
use crate::state::{Action, Book, Plan};
use crate::text::{counted, upper_first};

/// As many plans can be looked through.
const MOST_WITHOUT_SEARCH: usize = 5;
/// The id of the button that opens the form.
const OPENER: &str = "open-f-plan-new";
/// What the ids of the form's fields begin with.
const FORM: &str = "f-plan-new";

#[derive(Properties, PartialEq)]
pub struct PlansProps {
    pub state: Handle,
}

#[component]
pub fn Plans(props: &PlansProps) -> Html {
    let words = use_state_eq(String::new);
    let state = &props.state;
    let plans = state.mine.papers().plans();
    let fields = Fields::new(state, FORM.to_owned());
    let is_writing = plans.is_empty() || ["role", "company", "asks"].iter().any(|name| fields.draft(name).is_some());
    let open = {
        let fields = fields.clone();
        move |_: MouseEvent| {
            fields.write("role", "");
            browser::focus_soon(&fields.id("role"));
        }
    };
    let shown = found(plans, &words);
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "The fit" }</h1>
                <p>{ "Not a fit: the fit. Half a page for one role, with what they need beside what people already say of you." }</p>
            </header>
            if is_writing {
                { form(&fields, plans.is_empty()) }
            } else {
                <p class="acts"><button id={OPENER} class="btn" onclick={open}>{ "Plan for another role" }</button></p>
            }
            if plans.len() > MOST_WITHOUT_SEARCH { { search(&words, shown.len()) } }
            <ul class="f-plans">{ for shown.iter().map(|plan| item(state, plan)) }</ul>
        </>
    }
}

fn item(state: &Handle, plan: &Rc<Plan>) -> Html {
    let answered = answered(plan, &state.mine.analysis.report);
    let met = answered.iter().filter(|answered| !answered.met_by.is_empty()).count();
    let date = plan.made.map(|date| date.in_words(browser::today())).unwrap_or_default();
    html! {
        <li key={plan.id.clone()}>
            <a href={href(Book::Mine, Screen::Fit { id: Some(plan.id.clone()) })}>{ upper_first(&name(plan)) }</a>
            <span class="meta num">{ format!("{met} of {} needs met. {date}", answered.len()) }</span>
        </li>
    }
}

fn search(words: &UseStateHandle<String>, found: usize) -> Html {
    let oninput = {
        let words = words.clone();
        move |event: InputEvent| words.set(browser::value_of(&event))
    };
    html! {
        <div class="beside">
            <label class="field"><span>{ "Find a plan" }</span><input type="search" value={(**words).clone()} {oninput} /></label>
            <p class="sub" role="status">
                if !words.trim().is_empty() { { format!("{}.", upper_first(&counted(found, "plan", "plans"))) } }
            </p>
        </div>
    }
}

fn form(fields: &Fields, is_first: bool) -> Html {
    let give_up = {
        let fields = fields.clone();
        move || {
            if !is_first {
                fields.forget();
                browser::focus_soon(OPENER);
            }
        }
    };
    let make = {
        let fields = fields.clone();
        move || match keep(&written(&fields, &Plan::default()), browser::today(), browser::new_id) {
            Some(act) => {
                let id = match &act {
                    Action::Change { changes, .. } => changes.first().map(|(key, _)| key.id.clone()),
                    _ => None,
                };
                fields.dispatch(act);
                fields.forget();
                browser::go_to(&href(Book::Mine, Screen::Fit { id }));
            }
            None => browser::focus(&fields.id("role")),
        }
    };
    let content = html! {
        <>
            <div class="f-two">
                { fields.line("role", "Role", "", "text") }
                { fields.line("company", "Company", "", "text") }
            </div>
            { fields.area("asks", "What they need", "", "Paste the advert, or write one need on each line. You can strike what does not matter.") }
            <p class="acts">
                <button class="btn main">{ "Make the plan" }</button>
                if !is_first { { act("Cancel", give_up.clone()) } }
                <kbd class="sub">{ "Ctrl/⌘ Enter" }</kbd>
            </p>
        </>
    };
    fields.form("ruled f-form", make, give_up, content)
}
