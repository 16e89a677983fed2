//! Tells of phrases that everybody uses in what the user writes, with the way out. Advice: it stops nobody, and each phrase can be kept.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use refrain_core::Blend;
use yew::prelude::*;

use super::story::{once, prompts_for, verb};
use crate::browser;
use crate::hooks::Handle;
use crate::state::blending::{forget, keep, kept, open};
use crate::state::{Action, Papers};
use crate::text::listed;

/// How long after the last letter the text is looked through, in milliseconds: nobody wants to hear of a word while writing the next.
const PAUSE: u32 = 700;

#[derive(Properties, PartialEq)]
pub struct BlendingProps {
    /// What is being written; of several fields all of it.
    pub text: String,
}

/// Stands below the field, in the reach of a provider of the state.
#[component]
pub fn Blending(props: &BlendingProps) -> Html {
    let state = use_context::<Handle>();
    let answer = use_mut_ref(|| None::<Rc<[Blend]>>);
    let id = use_memo((), |()| browser::new_id(0));
    {
        let dispatch = state.as_ref().map(Handle::dispatcher);
        use_effect_with(props.text.clone(), move |text| {
            let text: Rc<str> = text.as_str().into();
            let asking = dispatch.filter(|_| !text.trim().is_empty());
            let timeout = asking.map(|dispatch| Timeout::new(PAUSE, move || dispatch.dispatch(Action::Heed(text))));
            move || drop(timeout)
        });
    }
    let Some(state) = state else { return html! {} };
    if let Some((_, found)) = state.blends.iter().find(|(text, _)| **text == *props.text) {
        *answer.borrow_mut() = Some(Rc::clone(found));
    }
    // Until the answer to the latest letters is here, what is left of the one before stays.
    let found: Vec<Blend> = answer
        .borrow()
        .iter()
        .flat_map(|all| all.iter())
        .filter(|blend| props.text.contains(&blend.text))
        .cloned()
        .collect();
    let settings = state.mine.papers().settings();
    let told = open(&found, &settings);
    let phrases: Vec<String> = told.iter().map(|blend| format!("“{}”", blend.text)).collect();
    let phrases = listed(&phrases.iter().map(String::as_str).collect::<Vec<_>>());
    let status = if phrases.is_empty() {
        String::new()
    } else {
        format!("Everybody says {phrases}. A number, a name or a moment makes it yours.")
    };
    let act = |make: fn(&Papers, &str) -> Action, phrase: &str| {
        let (state, phrase, id) = (state.clone(), phrase.to_owned(), Rc::clone(&id));
        once(move || {
            browser::focus_in_place(&id);
            state.dispatch(make(state.mine.papers(), &phrase));
        })
    };
    html! {
        <div class="b-blend" id={(*id).clone()} tabindex="-1">
            <p class="meta" role="status">{ status }</p>
            <ul>
                { for told.iter().map(|blend| html! {
                    <li key={blend.text.clone()} class="meta">
                        <b>{ format!("“{}”", blend.text) }</b>
                        { " " }
                        { prompts_for(&blend.concept).first().copied().unwrap_or_default() }
                        { " " }
                        { verb("Keep it", &blend.text, act(keep, &blend.text)) }
                    </li>
                }) }
                { for kept(&found, &settings).iter().map(|blend| html! {
                    <li key={format!("kept {}", blend.text)} class="meta">
                        { format!("You keep “{}”. ", blend.text) }
                        { verb("Tell me again", &blend.text, act(forget, &blend.text)) }
                    </li>
                }) }
            </ul>
        </div>
    }
}
