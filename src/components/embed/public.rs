//! What of the pitch becomes public, each part with a box to tick.

use yew::prelude::*;

use super::super::more::Shown;
use super::chosen::{Choices, TITLE, change, write_title};
use crate::card::{Choice, Offer, OfferedQuote};
use crate::hooks::Handle;
use crate::state::redact::Party;
use crate::text::{counted, upper_first};

/// Quotes of a line that are seen at once.
const QUOTES: usize = 4;

pub struct Public<'a> {
    pub state: &'a Handle,
    pub choices: &'a Choices,
    pub offers: &'a [Offer],
    /// Everybody and every company in the notes.
    pub named: &'a [Party],
    /// How much of the lists is shown.
    pub list: &'a Shown,
}

/// How many quotes of a line are offered: what is seen at once, and what is shown of the list of the others.
pub fn offered(list: &Shown, line: &str) -> usize {
    QUOTES + list.of(&list_of(line))
}

/// The id of the list of the other quotes of a line.
fn list_of(line: &str) -> String {
    format!("quotes-{line}")
}

pub fn public(public: &Public<'_>) -> Html {
    const NAMES: &str = "names";
    let Public { state, choices, offers, named, list } = *public;
    let choice = &choices.public;
    let oninput = {
        let state = state.clone();
        move |event: InputEvent| write_title(&state, &event)
    };
    let turn = |turn: fn(&mut Choice)| {
        let state = state.clone();
        Callback::from(move |_: Event| change(&state, |choices| turn(&mut choices.public)))
    };
    let turn_key = |key: &str| {
        let (state, key) = (state.clone(), key.to_owned());
        Callback::from(move |_: Event| change(&state, |choices| choices.public.turn(&key)))
    };
    html! {
        <>
            <label class="field">
                <span>{ "Title" }</span>
                <input id={TITLE} maxlength="120" autocomplete="off" value={choice.title.clone()} {oninput} />
            </label>
            <fieldset class="public">
                <legend class="lab">{ "What is shown" }</legend>
                <ol>
                    { for offers.iter().map(|offer| html! {
                        <li key={offer.key.clone()}>
                            { tick(offer.is_shown, turn_key(&offer.key), html! { <span class="said" dir="auto">{ &offer.text }</span> }) }
                            if offer.is_shown && !offer.quotes.is_empty() {
                                { quotes(offer, list, &turn_key) }
                            }
                        </li>
                    }) }
                </ol>
                { tick(choice.is_counted, turn(|choice| choice.is_counted = !choice.is_counted), "In how many interviews, and when".into()) }
                { tick(choice.is_signed, turn(|choice| choice.is_signed = !choice.is_signed), "Who said it, as “A hiring manager”".into()) }
            </fieldset>
            if !named.is_empty() {
                <fieldset class="public">
                    <legend class="lab">{ "Names stay out unless you tick them. Ask first: they spoke to you, not to your readers." }</legend>
                    <div id={NAMES} class="names">{ for named.iter().take(list.of(NAMES)).map(|party| name(public, party)) }</div>
                    { list.more(NAMES, named.len(), "names") }
                </fieldset>
            }
        </>
    }
}

/// The quotes that can stand under a line: as many as one looks through at once, the others folded away.
fn quotes(offer: &Offer, shown: &Shown, turn: &impl Fn(&str) -> Callback<Event>) -> Html {
    let quote = |offered: &OfferedQuote| {
        let words = format!("“{}”", offered.quote.pieces.concat());
        let words = html! { <span class="overheard" dir="auto">{ words }</span> };
        html! { <li key={offered.key.clone()}>{ tick(offered.is_shown, turn(&offered.key), words) }</li> }
    };
    let (first, others) = offer.quotes.split_at(offer.quotes.len().min(QUOTES));
    let ticked = others.iter().filter(|offered| offered.is_shown).count();
    let all = offer.all - first.len();
    let summary = match ticked {
        0 => counted(all, "more quote", "more quotes"),
        _ => format!("{ticked} of {all} more ticked"),
    };
    let list = list_of(&offer.key);
    html! {
        <>
            <ol>{ for first.iter().map(quote) }</ol>
            if !others.is_empty() {
                <details class="others">
                    <summary><span class="act">{ upper_first(&summary) }</span></summary>
                    <ol id={list.clone()}>{ for others.iter().map(quote) }</ol>
                    { shown.more(&list, all, "quotes") }
                </details>
            }
        </>
    }
}

fn name(public: &Public<'_>, party: &Party) -> Html {
    let turn = {
        let (state, key) = (public.state.clone(), party.key.clone());
        Callback::from(move |_: Event| {
            change(&state, |choices| match choices.shown.iter().position(|other| *other == key) {
                Some(at) => drop(choices.shown.remove(at)),
                None => choices.shown.push(key.clone()),
            });
        })
    };
    tick(public.choices.shown.contains(&party.key), turn, html! { { &party.name } })
}

fn tick(is_on: bool, onchange: Callback<Event>, content: Html) -> Html {
    html! { <label class="tickable"><input type="checkbox" checked={is_on} {onchange} /><span>{ content }</span></label> }
}
