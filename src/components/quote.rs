//! An interviewer's words, with the words that make a point marked.

use refrain_core::Span;
use yew::prelude::*;

use crate::browser;
use crate::state::{Date, Interview, Stage};
use crate::text::{listed, pieces};

/// A passage of an answer, verbatim, with the words in `marked` marked. Those stand in order and do not overlap.
pub fn quote(answer: &str, context: Span, marked: &[Span]) -> Html {
    let piece = |(text, marked)| {
        if marked {
            html! { <mark>{ text }</mark> }
        } else {
            Html::from(text)
        }
    };
    html! { <p class="said" dir="auto">{ for pieces(answer, context, marked).into_iter().map(piece) }</p> }
}

/// **Name**, role, company. Stage, date.
pub fn by(interview: &Interview) -> Html {
    by_on(interview, browser::today())
}

/// The same as it reads on a day; where none is given the date has its year in any case.
pub fn by_on(interview: &Interview, today: Option<Date>) -> Html {
    let name = if interview.name().is_empty() { "Somebody" } else { interview.name() };
    let place = listed(&[interview.role(), &interview.company]);
    let date = interview.date.map(|date| date.in_words(today)).unwrap_or_default();
    let when = listed(&[interview.stage.map_or("", Stage::name), &date]);
    html! {
        <span class="by">
            <b>{ name.to_owned() }</b>
            if !place.is_empty() { { format!(", {place}") } }
            if !when.is_empty() { { format!(". {when}") } }
        </span>
    }
}
