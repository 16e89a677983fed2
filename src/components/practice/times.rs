//! The times that the pitch was said, the latest first.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::hooks::Dispatch;
use crate::state::practice::{delete, how_long, minutes};
use crate::state::{Practice, Version};

pub fn times(practices: &[Rc<Practice>], version: &Version, dispatch: &Dispatch) -> Html {
    html! {
        <section class="times" aria-labelledby="h-times">
            <h2 id="h-times" tabindex="-1">{ "Times you said it" }</h2>
            <p class="sub">{ how_long(practices, &version.name) }</p>
            <ol>{ for practices.iter().rev().map(|practice| time(practice, dispatch)) }</ol>
        </section>
    }
}

fn time(practice: &Rc<Practice>, dispatch: &Dispatch) -> Html {
    let day = practice.date.map(|date| date.in_words(browser::today())).unwrap_or_default();
    let length = minutes(u64::from(practice.seconds));
    let name = if practice.version.is_empty() { "Your pitch" } else { &practice.version };
    let onclick = {
        let (practice, dispatch) = (Rc::clone(practice), dispatch.clone());
        move |event: MouseEvent| {
            // The second click of a double click would meet the next one.
            if event.detail() <= 1 {
                dispatch.dispatch(delete(&practice));
                browser::focus_in_place("h-times");
            }
        }
    };
    html! {
        <li key={practice.id.clone()}>
            <span>{ day.clone() }</span>
            <b class="num">{ length.clone() }</b>
            <span>{ name.to_owned() }</span>
            <span class="num">{ format!("{} words", practice.words) }</span>
            <button class="act" {onclick} aria-label={format!("Delete the time of {length}, {day}")}>{ "Delete" }</button>
        </li>
    }
}
