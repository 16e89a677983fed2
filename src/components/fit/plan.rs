//! One plan: its needs with what meets them, the first 90 days, and the ways out.

use std::rc::Rc;

use yew::prelude::*;

use super::super::blending::Blending;
use super::super::people::{Fields, act};
use super::needs::{need, own, struck};
use super::send::PlanOut;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::fit::{MONTHS, answered, delete, keep, name};
use crate::state::{AnalysisStatus, Book, Notebook, Plan};
use crate::text::{listed, upper_first};

/// The ids of the fields for the months, and of the form's other fields.
const MONTH: [&str; 3] = ["month-1", "month-2", "month-3"];

pub fn plan(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>) -> Html {
    let report = &notebook.analysis.report;
    let answered = answered(plan, report);
    let met = answered.iter().filter(|answered| !answered.met_by.is_empty()).count();
    let is_done = matches!(notebook.analysis.status, AnalysisStatus::UpToDate | AnalysisStatus::WordsOnly);
    let date = plan.made.map(|date| date.in_words(browser::today())).unwrap_or_default();
    let count = match answered.len() {
        0 => String::new(),
        all => format!("{met} of {} met", if all == 1 { "1 need".to_owned() } else { format!("{all} needs") }),
    };
    let title = if plan.role.is_empty() { "Plan for a role" } else { &plan.role };
    html! {
        <article class="f-plan" key={plan.id.clone()}>
            <header class="title">
                <p class="sub f-up"><a href={href(Book::Mine, Screen::Fit { id: None })}>{ "The fit" }</a></p>
                <h1 id="title" tabindex="-1" dir="auto">{ title.to_owned() }</h1>
                <p class="num">{ listed(&[&plan.company, &date, &count]) }</p>
                <p class="sub" role="status">{ if is_done { "" } else { "Looking for what meets them…" } }</p>
            </header>
            <section aria-labelledby="h-needs">
                <div class="bar"><h2 id="h-needs" tabindex="-1">{ "What they need, and what of mine meets it" }</h2></div>
                if answered.is_empty() {
                    <p class="none">{ "Write down what they need, and what people said of you is set beside it." }</p>
                }
                <ol class="f-needs">{ for answered.iter().map(|answered| need(state, notebook, plan, answered)) }</ol>
                { struck(state, plan) }
            </section>
            <section aria-labelledby="h-days">
                <div class="bar"><h2 id="h-days" tabindex="-1">{ "The first 90 days" }</h2></div>
                { days(state, plan) }
            </section>
            { edit(state, plan) }
            <PlanOut state={state.clone()} plan={Rc::clone(plan)} />
        </article>
    }
}

/// What I would do in the first months: told, or the form to write it.
fn days(state: &Handle, plan: &Rc<Plan>) -> Html {
    let fields = Fields::new(state, format!("f-days-{}", plan.id));
    let is_empty = plan.months.iter().all(String::is_empty);
    if MONTH.iter().any(|name| fields.draft(name).is_some()) {
        return days_form(&fields, plan);
    }
    let opener = fields.id("open");
    let open = {
        let (fields, first) = (fields.clone(), plan.months[0].clone());
        move |_: MouseEvent| {
            fields.write(MONTH[0], &first);
            browser::focus_soon(&fields.id(MONTH[0]));
        }
    };
    html! {
        <>
            if is_empty {
                <p class="none">{ "Three lines are enough. They show that you have already begun to think as one of them." }</p>
            } else {
                <dl class="f-days">
                    { for MONTHS.iter().zip(&plan.months).filter(|(_, text)| !text.is_empty()).map(|((name, _), text)| html! {
                        <div><dt>{ *name }</dt><dd>{ own(text) }</dd></div>
                    }) }
                </dl>
            }
            <p class="acts"><button id={opener} class="act" onclick={open}>{ if is_empty { "Write them" } else { "Edit the first 90 days" } }</button></p>
        </>
    }
}

fn days_form(fields: &Fields, plan: &Rc<Plan>) -> Html {
    let text = months(fields, plan).join("\n\n");
    let leave = leave(fields);
    let kept = {
        let (fields, plan, leave) = (fields.clone(), Rc::clone(plan), leave.clone());
        move || {
            let changed = Plan { months: months(&fields, &plan), ..(*plan).clone() };
            if let Some(act) = keep(&changed, None, browser::new_id) {
                fields.dispatch(act);
            }
            leave();
        }
    };
    let content = html! {
        <>
            { for MONTHS.iter().zip(MONTH).zip(&plan.months).map(|(((label, prompt), name), kept)| fields.area(name, label, kept, prompt)) }
            <Blending {text} />
            <p class="acts"><button class="btn small main">{ "Keep the first 90 days" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    fields.form("ruled", kept, leave, content)
}

/// Closes a form, and goes back to what opened it.
fn leave(fields: &Fields) -> impl Fn() + Clone + 'static {
    let fields = fields.clone();
    move || {
        fields.forget();
        browser::focus_soon(&fields.id("open"));
    }
}

/// The first three months as they stand in the fields.
fn months(fields: &Fields, plan: &Plan) -> [String; 3] {
    std::array::from_fn(|at| fields.text(MONTH[at], &plan.months[at]))
}

/// Changing the role and what is asked for, and deleting the plan.
fn edit(state: &Handle, plan: &Rc<Plan>) -> Html {
    let fields = Fields::new(state, format!("f-edit-{}", plan.id));
    if fields.draft("asks").is_some() {
        return edit_form(&fields, plan);
    }
    let open = {
        let (fields, asks) = (fields.clone(), plan.asks.clone());
        move |_: MouseEvent| {
            fields.write("asks", &asks);
            browser::focus_soon(&fields.id("role"));
        }
    };
    let remove = {
        let (state, plan) = (state.clone(), Rc::clone(plan));
        move || {
            browser::go_to(&href(Book::Mine, Screen::Fit { id: None }));
            state.dispatch(delete(&plan));
        }
    };
    html! {
        <p class="acts f-foot">
            <button id={fields.id("open")} class="act" onclick={open}>{ "Change the role or what they need" }</button>
            { act("Delete this plan", remove) }
        </p>
    }
}

/// Role and needs as they stand in the fields.
pub fn written(fields: &Fields, plan: &Plan) -> Plan {
    Plan {
        role: fields.text("role", &plan.role),
        company: fields.text("company", &plan.company),
        asks: fields.text("asks", &plan.asks),
        ..plan.clone()
    }
}

fn edit_form(fields: &Fields, plan: &Rc<Plan>) -> Html {
    let leave = leave(fields);
    let kept = {
        let (fields, plan, leave) = (fields.clone(), Rc::clone(plan), leave.clone());
        move || match keep(&written(&fields, &plan), None, browser::new_id) {
            Some(act) => {
                fields.dispatch(act);
                leave();
            }
            None => browser::focus(&fields.id("role")),
        }
    };
    let content = html! {
        <>
            <div class="f-two">{ fields.line("role", "Role", &plan.role, "text") }{ fields.line("company", "Company", &plan.company, "text") }</div>
            { fields.area("asks", "What they need", &plan.asks, "One need on each line. What you set right stays with every line that stays as it is.") }
            <p class="acts"><button class="btn small main">{ "Keep changes" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    html! {
        <section class="f-foot" aria-label={upper_first(&format!("Change {}", name(plan)))}>
            { fields.form("ruled f-form", kept, leave, content) }
        </section>
    }
}
