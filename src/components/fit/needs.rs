//! One need: what meets it with its quote and story, or that nothing does, and how to set that right.

use std::rc::Rc;

use yew::prelude::*;

use super::super::blending::Blending;
use super::super::marks::{of_interviews, short_marks};
use super::super::people::{Fields, act};
use super::super::quote::by;
use super::super::story::{once, opener, verb};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::fit::{
    Answered, MetBy, bring_back, choices, choose, key, leave_out, left_out, sentences_of, stories_for, strike, write,
};
use crate::state::{Action, Book, Notebook, Plan};
use crate::text::{counted, upper_first};

/// The longest label in the list of points.
const LABEL: usize = 80;

pub fn need(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>, answered: &Answered<'_>) -> Html {
    let Answered { need, met_by, own: mine } = answered;
    let fields = Fields::new(state, format!("f-need-{}-{}", plan.id, key(need)));
    let report = &notebook.analysis.report;
    let is_choosing = fields.draft("point").is_some();
    let is_writing = fields.draft("own").is_some();
    let start = |field: &'static str, text: String| {
        let fields = fields.clone();
        once(move || {
            fields.write(field, &text);
            browser::focus_soon(&fields.id(field));
        })
    };
    let all = choices(report, answered);
    let first = all.first().map(|point| point.id.clone());
    html! {
        <li key={need.clone()}>
            <h3 dir="auto">{ need.clone() }</h3>
            <div class="f-met">
                if met_by.is_empty() {
                    <p class="none">
                        { if mine.is_empty() { "Nobody has said anything like this. Ask how much of it the role is, or prepare a moment that shows it." } else { "Nobody has said anything like this." } }
                    </p>
                } else {
                    <ul>{ for met_by.iter().enumerate().map(|(at, met)| item(state, notebook, plan, need, met, at == 0)) }</ul>
                }
                if is_writing {
                    { write_form(&fields, plan, need, mine) }
                } else if !mine.is_empty() {
                    { own(mine) }
                }
                if is_choosing { { choose_form(state, &fields, notebook, plan, need, &all) } }
                <p class="acts">
                    if !is_writing {
                        { opener(&fields.id("own"), if mine.is_empty() { if met_by.is_empty() { "Write what you will say" } else { "Add my own words" } } else { "Edit my words" }, need, start("own", (*mine).to_owned())) }
                    }
                    if let Some(first) = first.filter(|_| !is_choosing) { { opener(&fields.id("point"), "Name a point", need, start("point", first)) } }
                    { verb("Leave out", need, settle(state, leave_out(plan, need))) }
                </p>
            </div>
        </li>
    }
}

/// The user's own words.
pub fn own(text: &str) -> Html {
    html! { <p class="said mine" dir="auto">{ text.to_owned() }</p> }
}

/// What the user left out, to be brought back.
pub fn struck(state: &Handle, plan: &Rc<Plan>) -> Html {
    let all = left_out(plan);
    if all.is_empty() {
        return html! {};
    }
    html! {
        <details class="f-struck">
            <summary><span class="act">{ format!("{} left out", upper_first(&counted(all.len(), "need", "needs"))) }</span></summary>
            <ul>
                { for all.iter().map(|need| html! {
                    <li key={need.clone()}><span dir="auto">{ need.clone() }</span>{ " " }{ verb("Bring back", need, settle(state, bring_back(plan, need))) }</li>
                }) }
            </ul>
        </details>
    }
}

/// The first is told with its quote and story; others by their quotes alone.
fn item(state: &Handle, notebook: &Notebook, plan: &Rc<Plan>, need: &str, met: &MetBy<'_>, is_first: bool) -> Html {
    let MetBy { point, mention, .. } = met;
    let analysis = &notebook.analysis;
    let interview = analysis.interviews.iter().find(|interview| interview.id == mention.note);
    let target = href(Book::Mine, Screen::Story { point: Some(point.id.clone()) });
    let story = stories_for(point, &analysis.report, notebook.papers().stories()).next().filter(|_| is_first);
    html! {
        <li key={point.id.clone()} data-more={(!is_first).then_some("")}>
            <p class="said" dir="auto"><a class="quiet" href={target}>{ format!("“{}”", mention.text) }</a></p>
            if let Some(interview) = interview.filter(|_| is_first) { { by(interview) } }
            if let Some(story) = story { { own(&sentences_of(story)) } }
            <p class="row">
                { short_marks(point.interviews) }
                <span class="meta num">{ of_interviews(point.interviews, analysis.interviews.len()) }</span>
                { verb("Not this", &mention.text, settle(state, strike(plan, need, point, &analysis.report))) }
            </p>
        </li>
    }
}

fn choose_form(
    state: &Handle,
    fields: &Fields,
    notebook: &Notebook,
    plan: &Rc<Plan>,
    need: &str,
    all: &[&refrain_core::Point],
) -> Html {
    let chosen = fields.text("point", "");
    let leave = leave(fields, "point");
    let keep = {
        let (state, plan, need, leave) = (state.clone(), Rc::clone(plan), need.to_owned(), leave.clone());
        let (report, chosen) = (Rc::clone(&notebook.analysis.report), chosen.clone());
        move || {
            if let Some(point) = report.points.iter().find(|point| point.id == chosen) {
                state.dispatch(choose(&plan, &need, point, &report));
            }
            leave();
        }
    };
    let content = html! {
        <>
            <label class="field">
                <span>{ "What people say that meets it" }</span>
                <select id={fields.id("point")} oninput={fields.on_input("point")}>
                    { for all.iter().map(|point| html! {
                        <option key={point.id.clone()} value={point.id.clone()} selected={point.id == chosen}>{ point.label.chars().take(LABEL).collect::<String>() }</option>
                    }) }
                </select>
            </label>
            <button class="btn">{ "Set it here" }</button>
            { act("Cancel", leave.clone()) }
        </>
    };
    fields.form("beside", keep, leave, content)
}

fn write_form(fields: &Fields, plan: &Rc<Plan>, need: &str, own: &str) -> Html {
    let text = fields.text("own", own);
    let leave = leave(fields, "own");
    let keep = {
        let (fields, plan, need, own, leave) =
            (fields.clone(), Rc::clone(plan), need.to_owned(), own.to_owned(), leave.clone());
        move || {
            fields.dispatch(write(&plan, &need, &fields.text("own", &own)));
            leave();
        }
    };
    let content = html! {
        <>
            { fields.area("own", "In my own words", own, "What you will show or ask, or how you would learn it.") }
            <Blending {text} />
            <p class="acts"><button class="btn small main">{ "Keep" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    fields.form("ruled", keep, leave, content)
}

/// Closes a form of one field, and goes back to what opened it.
fn leave(fields: &Fields, field: &'static str) -> impl Fn() + Clone + 'static {
    let fields = fields.clone();
    move || {
        fields.dispatch(Action::Write { field: fields.id(field), text: None });
        browser::focus_soon(&format!("open-{}", fields.id(field)));
    }
}

/// An act whose button goes with it.
fn settle(state: &Handle, action: Action) -> Callback<MouseEvent> {
    let dispatch = state.dispatcher();
    once(move || {
        browser::focus_in_place("h-needs");
        dispatch.dispatch(action.clone());
    })
}
