//! Copying, and telling what really came of it: the one way in which text goes to the clipboard.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser::{self, Copied};

/// What is copied where nothing else is said.
pub const PITCH: &str = "pitch";

/// What is told where what was copied has changed since.
pub const BEFORE_CHANGE: &str = "Copied before the last change.";

/// What one button copies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Content {
    pub text: String,
    /// The same text with its form, if it is to be copied with it.
    pub html: Option<String>,
    /// What is told when it was copied: "Copied as Markdown."
    pub done: String,
}

/// A button for copying. The text is made when it is pressed.
#[derive(Clone, PartialEq)]
pub struct CopyButton {
    pub name: &'static str,
    /// It is what most people come for.
    pub is_main: bool,
    pub content: Callback<(), Content>,
}

/// The button for a text that has no form to speak of.
pub fn copy_text(name: &'static str, text: &str) -> CopyButton {
    let text = text.to_owned();
    let content = Callback::from(move |()| Content { text: text.clone(), html: None, done: "Copied.".to_owned() });
    CopyButton { name, is_main: true, content }
}

#[derive(Properties, PartialEq)]
pub struct CopyingProps {
    pub buttons: Vec<CopyButton>,
    /// What is told belongs to the text as it was when it was copied: when this has changed since, that is told instead.
    pub text: String,
    /// What it is called: "pitch".
    #[prop_or(PITCH)]
    pub what: &'static str,
    /// What stands beside the buttons.
    #[prop_or_default]
    pub children: Html,
}

#[component]
pub fn Copying(props: &CopyingProps) -> Html {
    // What came of it, what was copied, and what `text` was then.
    let copied = use_state_eq(|| None::<(Copied, Content, String)>);
    let is_current = copied.as_ref().is_some_and(|(_, _, text)| *text == props.text);
    let is_by_hand = |(how, ..): &&(Copied, Content, String)| is_current && *how == Copied::Nothing;
    let by_hand = copied.as_ref().filter(is_by_hand).map(|(_, content, _)| content.text.clone());
    use_effect_with(by_hand.clone(), |by_hand| {
        if by_hand.is_some() {
            browser::select_text("copy-by-hand");
        }
    });
    let button = |button: &CopyButton| {
        let (copied, content, is_pitch) = (copied.clone(), button.content.clone(), props.what == PITCH);
        let text = props.text.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let (copied, content, text) = (copied.clone(), content.emit(()), text.clone());
            copied.set(None);
            spawn_local(async move {
                let how = browser::copy(&content.text, content.html.as_deref()).await;
                if is_pitch && how != Copied::Nothing {
                    browser::tell_copied();
                }
                copied.set(Some((how, content, text)));
            });
        });
        html! { <button class={if button.is_main { "btn main" } else { "btn" }} {onclick}>{ button.name }</button> }
    };
    let told = match copied.as_ref() {
        None => "",
        Some((Copied::Nothing, ..)) if !is_current => "",
        Some(_) if !is_current => BEFORE_CHANGE,
        Some((Copied::Whole, content, _)) => content.done.as_str(),
        Some((Copied::TextOnly, ..)) => "Copied as plain text. This browser takes nothing else.",
        Some((Copied::Nothing, ..)) => {
            "This browser blocked copying. The text below is selected: copy it with Ctrl+C or ⌘C."
        }
    };
    html! {
        <>
            <p class="send">
                { for props.buttons.iter().map(button) }
                { props.children.clone() }
            </p>
            <p class="sub" role="status">{ told.to_owned() }</p>
            if let Some(text) = by_hand {
                <label class="field">
                    <span>{ format!("Your {} as text", props.what) }</span>
                    <textarea id="copy-by-hand" readonly={true} rows="6" value={text} />
                </label>
            }
        </>
    }
}
