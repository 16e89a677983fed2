//! Doubts somebody voiced, to be ready for, with the user's answers. They never enter the pitch.

use std::rc::Rc;

use refrain_core::Mention;
use yew::prelude::*;

use super::super::marks::{Kind, margin};
use super::super::more::Shown;
use super::super::quote::by;
use super::page::{Desk, Page, focus_opener, keys, once, opener, verb};
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Decided, Papers, Reply, decide, stories};

/// `desk` is what the user's own doubts have, with all texts that are being written.
pub fn doubts(page: &Page, papers: &Papers, desk: Option<&Desk>, shown: &Shown) -> Html {
    const LIST: &str = "doubts";
    if page.doubts.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-doubts">
            <div class="bar">
                <h2 id="h-doubts" tabindex="-1">{ "Be ready for this" }</h2>
                <p class="sub">{ "Doubts somebody voiced. They never enter the pitch." }</p>
            </div>
            <ol id={LIST} class="themes">
                { for page.doubts.iter().take(shown.of(LIST)).filter_map(|mentions| doubt(page, mentions, papers, desk, shown)) }
            </ol>
            { shown.more(LIST, page.doubts.len(), "doubts") }
        </section>
    }
}

/// A doubt, as the first of `mentions` words it.
fn doubt(page: &Page, mentions: &[Mention], papers: &Papers, desk: Option<&Desk>, shown: &Shown) -> Option<Html> {
    let first = mentions.first()?;
    let (voices, all) = (page.places.among(mentions), page.places.interviews());
    let key = stories::reply_field(first);
    let list = format!("voices-{key}");
    Some(html! {
        <li class="theme" {key}>
            { margin(&voices, all.len(), Kind::Doubt) }
            <div class="t">
                <span class="said" dir="auto">{ &first.text }</span>
                <span id={list.clone()} class="voices">
                    { for voices.iter().take(shown.of(&list)).filter_map(|at| all.get(*at)).map(|interview| by(interview)) }
                </span>
                { shown.more(&list, voices.len(), "who said it") }
                if let Some(desk) = desk { { ready(first, mentions, papers, desk) } }
            </div>
        </li>
    })
}

/// The user's answer, or the way to one.
fn ready(doubt: &Mention, mentions: &[Mention], papers: &Papers, desk: &Desk) -> Html {
    let kept = stories::reply_to(doubt, papers);
    let field = stories::reply_field(doubt);
    if let Some(text) = desk.text(&field) {
        return reply_form(doubt, kept, desk, text);
    }
    let about = decide::title(&doubt.text);
    let open = {
        let (dispatch, field) = (desk.dispatch.clone(), field.clone());
        let text = kept.map_or_else(String::new, |kept| kept.text.clone());
        once(move || {
            dispatch.dispatch(crate::state::Action::Write { field: field.clone(), text: Some(text.clone()) });
            browser::focus_soon(&field);
        })
    };
    let write = if kept.is_some() { "Edit your answer" } else { "Prepare an answer" };
    html! {
        <>
            if let Some(kept) = kept {
                <p class="told"><span class="lab">{ "Your answer" }</span><span class="said mine" dir="auto">{ &kept.text }</span></p>
            }
            <p class="acts">
                { opener(&field, write, &about, open) }
                { verb("This is a strength", &about, strength(mentions, papers.decided(), &desk.dispatch)) }
            </p>
        </>
    }
}

fn strength(mentions: &[Mention], decided: &[Rc<Decided>], dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (mentions, decided, dispatch) = (mentions.to_vec(), decided.to_vec(), dispatch.clone());
    once(move || {
        browser::focus("h-doubts");
        dispatch.dispatch(decide::strength(&mentions, &decided, browser::new_id));
    })
}

fn reply_form(doubt: &Mention, kept: Option<&Rc<Reply>>, desk: &Desk, text: &str) -> Html {
    let field = stories::reply_field(doubt);
    let leave = {
        let (desk, field) = (desk.clone(), field.clone());
        move || {
            desk.forget([field.clone()]);
            focus_opener(&field);
        }
    };
    let keep = {
        let (doubt, kept, dispatch) = (doubt.clone(), kept.cloned(), desk.dispatch.clone());
        let (field, leave) = (field.clone(), leave.clone());
        move || {
            let text = browser::value(&field).unwrap_or_default();
            dispatch.dispatch(stories::answer(&doubt, &text, kept.as_deref(), browser::new_id));
            leave();
        }
    };
    let onkeydown = keys(keep.clone(), leave.clone());
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        keep();
    };
    html! {
        <form class="ruled" {onsubmit} {onkeydown}>
            <div>
                <label for={field.clone()}>{ "What I will say" }</label>
                <textarea id={field.clone()} dir="auto" rows="2" value={text.to_owned()} oninput={desk.write(field.clone())} />
            </div>
            <p class="acts">
                <button class="btn small main">{ "Keep answer" }</button>
                <button class="act" type="button" onclick={once(leave)}>{ "Cancel" }</button>
            </p>
        </form>
    }
}
