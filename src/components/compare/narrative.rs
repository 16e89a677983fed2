//! The field for the user's own version.

use yew::prelude::*;

use super::super::blending::Blending;
use super::super::story::{focus_opener, keys, once};
use crate::browser;
use crate::hooks::Handle;
use crate::state::{Action, narrative};

/// The id of the field, and of what is being written in it.
pub const FIELD: &str = "narrative";

/// `is_again`: there is a version already, and this changes it.
pub fn editor(state: &Handle, name: &str, is_again: bool) -> Html {
    let kept = state.mine.papers().narrative();
    let draft = state.text(FIELD);
    let text = draft.unwrap_or(&kept.text).to_owned();
    let write = |text: Option<String>| Action::Write { field: FIELD.to_owned(), text };
    let oninput = {
        let dispatch = state.dispatcher();
        Callback::from(move |event: InputEvent| dispatch.dispatch(write(Some(browser::value_of(&event)))))
    };
    let keep = {
        let state = state.clone();
        move || {
            let kept = state.mine.papers().narrative();
            let text = state.text(FIELD).unwrap_or(&kept.text);
            if text.trim().is_empty() && !is_again {
                browser::focus(FIELD);
                return;
            }
            state.dispatch(narrative::keep(state.mine.papers(), text, browser::today()));
            state.dispatch(write(None));
            browser::focus_soon("title");
        }
    };
    let give_up = {
        let dispatch = state.dispatcher();
        move || {
            // The first version has no opener to go back to, and nothing that was written is thrown away by a key.
            if is_again {
                dispatch.dispatch(write(None));
                focus_opener(FIELD);
            }
        }
    };
    let onkeydown = keys(keep.clone(), give_up.clone());
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        keep();
    });
    html! {
        <form class="version" {onsubmit} {onkeydown}>
            <label class="field">
                <span>{ name.to_owned() }</span>
                <textarea id={FIELD} dir="auto" rows="8" placeholder="I …" aria-describedby="narrative-hint" value={text.clone()} {oninput} />
            </label>
            <p class="meta" id="narrative-hint">{ "One point a sentence works best. Nobody reads this but you." }</p>
            <Blending {text} />
            <p class="send">
                <button class="btn main">{ if is_again { "Keep changes" } else { "Keep my version" } }</button>
                if is_again && draft.is_some() { <button class="act" type="button" onclick={once(give_up)}>{ "Cancel" }</button> }
                <kbd class="sub">{ "Ctrl/⌘ Enter" }</kbd>
            </p>
        </form>
    }
}
