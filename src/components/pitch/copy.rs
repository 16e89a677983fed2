//! Copying the pitch or another text, and telling what really came of it.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser;

#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// What is copied.
    pub text: String,
    /// What it is called: "pitch".
    #[prop_or("pitch")]
    pub what: &'static str,
    /// What stands beside the button.
    pub children: Html,
}

/// What pressing the button came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Done,
    Blocked,
}

#[component]
pub fn Copy(props: &CopyProps) -> Html {
    let copied = use_state_eq(|| Copied::Not);
    {
        // The message belongs to the pitch as it was when it was copied.
        let copied = copied.clone();
        use_effect_with(props.text.clone(), move |_| copied.set(Copied::Not));
    }
    {
        let copied = *copied;
        use_effect_with(copied, |copied| {
            if *copied == Copied::Blocked {
                browser::select_text("pitch-text");
            }
        });
    }
    let copy = {
        let (copied, text) = (copied.clone(), props.text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            copied.set(Copied::Not);
            spawn_local(async move {
                let is_done = browser::copy(&text).await;
                if is_done {
                    browser::tell_copied();
                }
                copied.set(if is_done { Copied::Done } else { Copied::Blocked });
            });
        })
    };
    html! {
        <>
            <p class="send">
                if !props.text.is_empty() { <button class="btn main" onclick={copy}>{ format!("Copy {}", props.what) }</button> }
                { props.children.clone() }
            </p>
            <p class="sub" role="status">
                { match *copied {
                    Copied::Not => "",
                    Copied::Done => "Copied.",
                    Copied::Blocked => "This browser blocked copying. The text below is selected: copy it with Ctrl+C or ⌘C.",
                } }
            </p>
            if *copied == Copied::Blocked {
                <label class="field">
                    <span>{ format!("Your {} as text", props.what) }</span>
                    <textarea id="pitch-text" readonly={true} rows="6" value={props.text.clone()} />
                </label>
            }
        </>
    }
}
