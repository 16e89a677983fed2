//! The form for a conversation that is still to come.

use yew::prelude::*;

use super::super::story::once;
use super::fields::{Fields, act};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{Book, Date, Interview, Stage, calls};

const OPENER: &str = "open-coming";

/// The button, and once it is pressed the form. Keeping it leads to the card.
pub fn coming_form(state: &Handle) -> Html {
    let fields = Fields::new(state, "coming".to_owned());
    if fields.draft("who").is_none() {
        let open = once(move || {
            fields.write("who", "");
            browser::focus_soon(&fields.id("who"));
        });
        return html! { <p class="acts"><button id={OPENER} class="act" onclick={open}>{ "Prepare for a call" }</button></p> };
    }
    let stage = fields.text("stage", "");
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon(OPENER);
        }
    };
    let keep = {
        let fields = fields.clone();
        move || {
            let (who, company) = (fields.text("who", ""), fields.text("company", ""));
            let date = Date::from_iso(&fields.text("date", "")).filter(|date| date.is_plausible());
            if who.trim().is_empty() && company.trim().is_empty() {
                browser::focus(&fields.id("who"));
            } else if date.is_none() {
                browser::focus(&fields.id("date"));
            } else {
                let interview = Interview {
                    id: browser::new_id(0),
                    who,
                    company,
                    stage: Stage::from_words(&fields.text("stage", "")),
                    date,
                    ..Interview::default()
                };
                let card = Screen::Before { interview: interview.id.clone() };
                fields.dispatch(calls::expect(interview));
                fields.forget();
                browser::go_to(&href(Book::Mine, card));
            }
        }
    };
    let content = html! {
        <>
            { fields.line("who", "With whom", "", "text") }
            { fields.line("company", "Company", "", "text") }
            <label class="field">
                <span>{ "Stage" }</span>
                <select oninput={fields.on_input("stage")}>
                    <option value="" selected={stage.is_empty()}>{ "Not said" }</option>
                    { for Stage::ALL.iter().map(|each| html! { <option key={each.name()} selected={each.name() == stage}>{ each.name() }</option> }) }
                </select>
            </label>
            { fields.line("date", "Day", "", "date") }
            <p class="meta">{ "A name or a company, and the day." }</p>
            <p class="acts"><button class="btn main">{ "Make the card" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    fields.form("p-coming", keep, leave, content)
}
