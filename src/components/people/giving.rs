//! What was given to a person and what was asked of them.

use yew::prelude::*;

use super::super::story::{once, verb};
use super::fields::{Fields, act};
use crate::browser;
use crate::hooks::Handle;
use crate::state::people::{self, Person};
use crate::state::{Date, Favour, Value};
use crate::text::counted;

const GAVE: &str = "I gave";
const ASKED: &str = "I asked";

pub fn giving(state: &Handle, person: &Person, today: Option<Date>) -> Html {
    let favours = &person.contact.favours;
    let remove = |at: usize, favour: &Favour| {
        let (dispatch, person) = (state.dispatcher(), person.clone());
        let onclick = once(move || {
            dispatch.dispatch(people::remove_favour(&person, at));
            browser::focus_soon("h-giving");
        });
        verb("Remove", &told(favour), onclick)
    };
    html! {
        <>
            <h2 id="h-giving" tabindex="-1">{ "Giving and asking" }</h2>
            <p class="sub">{ balance(person) }</p>
            <ol class="p-favours">
                { for favours.iter().enumerate().rev().map(|(at, favour)| html! {
                    <li key={at}>
                        <p><b>{ told(favour) }</b>{ " " }<span class="sub num">{ favour.date.map(|date| date.in_few_words(today)).unwrap_or_default() }</span></p>
                        if !favour.note.is_empty() { <p class="said mine" dir="auto">{ favour.note.clone() }</p> }
                        <p class="acts">{ remove(at, favour) }</p>
                    </li>
                }) }
            </ol>
            { form(state, person, today) }
        </>
    }
}

/// How often one gave and asked, as a sentence.
fn balance(person: &Person) -> String {
    match person.balance() {
        (0, 0) => {
            "Whoever gives first can ask later. Note here what you did for them, and what they did for you.".to_owned()
        }
        (given, asked) => {
            format!("You gave {} and asked {}.", counted(given, "time", "times"), counted(asked, "time", "times"))
        }
    }
}

fn told(favour: &Favour) -> String {
    format!("{}: {}", if favour.asked { "Asked" } else { "Gave" }, favour.what.name())
}

fn form(state: &Handle, person: &Person, today: Option<Date>) -> Html {
    let fields = Fields::new(state, format!("favour-{}", person.contact.id));
    let is_asked = fields.text("side", GAVE) == ASKED;
    let what = fields.text("what", Value::Advice.name());
    let date = today.map_or_else(String::new, |today| today.to_string());
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("h-giving");
        }
    };
    let keep = {
        let (fields, person, date, leave) = (fields.clone(), person.clone(), date.clone(), leave.clone());
        move || {
            let favour = Favour {
                what: Value::from_name(&fields.text("what", Value::Advice.name())),
                asked: fields.text("side", GAVE) == ASKED,
                date: Date::from_iso(&fields.text("date", &date)).filter(|date| date.is_plausible()),
                note: fields.text("note", ""),
            };
            fields.dispatch(people::add_favour(&person, favour));
            leave();
        }
    };
    let is_begun = ["side", "what", "note", "date"].iter().any(|name| fields.draft(name).is_some());
    let content = html! {
        <>
            { fields.choice("side", "Which way", &[GAVE, ASKED], GAVE) }
            <div aria-live="polite">
                if is_asked && person.balance().0 == 0 { { first_give(person) } }
            </div>
            <div class="p-beside">
                <label class="field">
                    <span>{ "What" }</span>
                    <select oninput={fields.on_input("what")}>
                        { for Value::ALL.iter().map(|value| html! { <option key={value.name()} selected={value.name() == what}>{ value.name() }</option> }) }
                    </select>
                </label>
                { fields.line("date", "Day", &date, "date") }
            </div>
            { fields.area("note", "A few words", "", "") }
            <p class="acts">
                <button class="btn small">{ "Note it" }</button>
                if is_begun { { act("Cancel", leave.clone()) } }
            </p>
        </>
    };
    fields.form("ruled", keep, leave, content)
}

/// Before asking somebody to whom nothing was given.
fn first_give(person: &Person) -> Html {
    let looks_for = &person.contact.looks_for;
    let first = if looks_for.is_empty() {
        "Ask what they are looking for, and send the first person who fits.".to_owned()
    } else {
        format!("They look for “{looks_for}”: whom do you know?")
    };
    let ground = &person.contact.common_ground;
    let second = if ground.is_empty() {
        "Send an article about something you two talked about.".to_owned()
    } else {
        format!("Send something about what you share: {ground}")
    };
    html! {
        <div class="p-first">
            <p>{ format!("You have not given {} anything yet, and asking is easier after giving. You could:", person.name()) }</p>
            <ul>
                <li>{ first }</li>
                <li>{ second }</li>
                <li>{ "Lend an ear: ask how the thing they told you about went." }</li>
            </ul>
        </div>
    }
}
