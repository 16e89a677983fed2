//! Doubts somebody voiced, to be ready for, with the user's answers. They never enter the pitch.

use std::rc::Rc;

use refrain_core::Doubt;
use yew::prelude::*;

use super::super::marks::{Kind, margin};
use super::super::quote::by;
use super::page::{Desk, Page, once, verb};
use super::slots;
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Decided, Papers, Reply, decide, stories};

/// `desk` is what the user's own doubts have, with all texts that are being written.
pub fn doubts(page: &Page, papers: &Papers, desk: Option<&Desk>) -> Html {
    let doubts = &page.report.doubts;
    if doubts.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-doubts">
            <div class="bar">
                <h2 id="h-doubts" tabindex="-1">{ "Be ready for this" }</h2>
                <p class="sub">{ "Doubts somebody voiced. They never enter the pitch." }</p>
            </div>
            <ol class="themes">
                { for doubts.iter().map(|doubt| {
                    let mention = &doubt.mention;
                    let interview = page.interviews.iter().find(|interview| interview.id == mention.note);
                    html! {
                        <li class="theme" key={format!("{}-{}", mention.note, mention.span.start)}>
                            { margin(&slots(&page.interviews, std::slice::from_ref(mention)), Kind::Doubt) }
                            <div class="t">
                                <span class="said" dir="auto">{ &mention.text }</span>
                                if let Some(interview) = interview { { by(interview) } }
                                if let Some(desk) = desk { { ready(doubt, papers, desk) } }
                            </div>
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}

/// The user's answer, or the way to one.
fn ready(doubt: &Doubt, papers: &Papers, desk: &Desk) -> Html {
    let kept = stories::reply_to(&doubt.mention, papers);
    let field = stories::reply_field(&doubt.mention);
    if let Some(text) = desk.text(&field) {
        return reply_form(doubt, kept, desk, text);
    }
    let about = decide::title(&doubt.mention.text);
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
            <p class="acts" id={format!("{field}-acts")} tabindex="-1">
                { verb(write, &about, open) }
                { verb("This is a strength", &about, strength(doubt, papers.decided(), &desk.dispatch)) }
            </p>
        </>
    }
}

fn strength(doubt: &Doubt, decided: &[Rc<Decided>], dispatch: &Dispatch) -> Callback<MouseEvent> {
    let (mention, decided, dispatch) = (doubt.mention.clone(), decided.to_vec(), dispatch.clone());
    once(move || {
        browser::focus("h-doubts");
        dispatch.dispatch(decide::strength(&mention, &decided, browser::new_id));
    })
}

fn reply_form(doubt: &Doubt, kept: Option<&Rc<Reply>>, desk: &Desk, text: &str) -> Html {
    let field = stories::reply_field(&doubt.mention);
    let leave = {
        let (desk, field) = (desk.clone(), field.clone());
        move || {
            desk.forget([field.clone()]);
            browser::focus_soon(&format!("{field}-acts"));
        }
    };
    let onsubmit = {
        let (mention, kept, dispatch) = (doubt.mention.clone(), kept.cloned(), desk.dispatch.clone());
        let (text, leave) = (text.to_owned(), leave.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            dispatch.dispatch(stories::answer(&mention, &text, kept.as_deref(), browser::new_id));
            leave();
        }
    };
    html! {
        <form class="ruled" {onsubmit}>
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
