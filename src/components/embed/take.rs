//! What is copied into the other site, in the four forms that sites take.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::super::copying::BEFORE_CHANGE;
use super::chosen::change;
use super::snippet::{Look, Mode, address, frame, script};
use crate::browser;
use crate::card::{Card, markup};
use crate::hooks::Handle;

#[derive(Properties, PartialEq)]
pub struct TakeProps {
    pub state: Handle,
    pub look: Look,
    pub form: Form,
    /// The address of Refrain's folder.
    pub base: String,
    pub card: Card,
    /// What stands behind `#` in the card's address.
    pub link: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Frame,
    Script,
    Link,
    Markup,
}

impl Form {
    pub const ALL: [Self; 4] = [Self::Frame, Self::Script, Self::Link, Self::Markup];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Frame => "Frame",
            Self::Script => "Script",
            Self::Link => "Link",
            Self::Markup => "Plain HTML",
        }
    }

    const fn hint(self) -> &'static str {
        match self {
            Self::Frame => "Works nearly everywhere. It keeps the height that you give it.",
            Self::Script => {
                "Grows with what is in it, and follows the colours of your page. For sites that let you add scripts."
            }
            Self::Link => "For places that take neither frames nor scripts.",
            Self::Markup => {
                "The card as ordinary text of your page, without a frame or a script, for editors that strip both."
            }
        }
    }
}

#[component]
pub fn Take(props: &TakeProps) -> Html {
    let TakeProps { state, look, form, base, card, link } = props;
    // Whether it could be copied, and what it was.
    let copied = use_state_eq(|| None::<(bool, String)>);
    // There is no text that could stand for the whole of Refrain.
    let form_now = if look.mode == Mode::Widget && *form == Form::Markup { Form::Frame } else { *form };
    let title =
        if look.mode == Mode::Card { card.title.as_str() } else { "Refrain: what interviewers liked about you" };
    let text = match form_now {
        Form::Frame => frame(look, base, link, title),
        Form::Script => script(look, base, link, title),
        Form::Link => address(look, base, link),
        Form::Markup => markup(card),
    };
    let copy = {
        let (copied, text) = (copied.clone(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, text) = (copied.clone(), text.clone());
            spawn_local(async move {
                let is_done = browser::copy(&text, None).await != browser::Copied::Nothing;
                if !is_done {
                    browser::select_text("embed-text");
                }
                copied.set(Some((is_done, text)));
            });
        })
    };
    let told = match copied.as_ref() {
        None => "",
        Some((true, then)) if *then != text => BEFORE_CHANGE,
        Some((true, _)) => "Copied.",
        Some((false, then)) if *then != text => "",
        Some((false, _)) => "This browser blocked copying. The text above is selected: copy it with Ctrl+C or ⌘C.",
    };
    let forms = Form::ALL.into_iter().filter(|form| look.mode == Mode::Card || *form != Form::Markup);
    html! {
        <section class="take" aria-labelledby="h-take">
            <h2 id="h-take">{ "Paste this into your page" }</h2>
            <fieldset class="seg">
                <legend class="vh">{ "Form" }</legend>
                { for forms.map(|each| {
                    let state = state.clone();
                    let onchange = move |_: Event| change(&state, |choices| choices.form = each);
                    html! {
                        <label key={each.name()}>
                            <input type="radio" name="form" checked={form_now == each} {onchange} />
                            { each.name() }
                        </label>
                    }
                }) }
            </fieldset>
            <p class="sub">{ form_now.hint() }</p>
            <textarea id="embed-text" readonly={true} rows="6" spellcheck="false" aria-label="What to paste" value={text} />
            <p class="acts">
                <button class="btn main" onclick={copy}>{ "Copy" }</button>
            </p>
            <p class="sub" role="status">{ told }</p>
        </section>
    }
}
