//! One interview to fill in. The answer comes first and is all that is required.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::browser;
use crate::state::{Date, Interview, Stage};

#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The id of the answer field. The other ids are made from it.
    pub id: AttrValue,
    pub question: AttrValue,
    pub keep_label: AttrValue,
    /// What is written so far.
    pub draft: Interview,
    pub on_change: Callback<Interview>,
    pub on_keep: Callback<Interview>,
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
}

#[component]
pub fn Form(props: &FormProps) -> Html {
    let missing = use_state_eq(|| false);

    let keep = {
        let (missing, on_keep, draft, id) =
            (missing.clone(), props.on_keep.clone(), props.draft.clone(), props.id.clone());
        Callback::from(move |()| {
            let is_missing = draft.answer.trim().is_empty();
            missing.set(is_missing);
            if is_missing {
                browser::focus(&id);
            } else {
                on_keep.emit(draft.clone());
            }
        })
    };
    let onsubmit = {
        let keep = keep.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            keep.emit(());
        })
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        Callback::from(move |event: KeyboardEvent| match (event.key().as_str(), &on_cancel) {
            ("Enter", _) if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                keep.emit(());
            }
            ("Escape", Some(on_cancel)) => on_cancel.emit(()),
            _ => {}
        })
    };
    let change = |set: fn(&mut Interview, String)| {
        let (draft, on_change) = (props.draft.clone(), props.on_change.clone());
        Callback::from(move |event: InputEvent| {
            let mut draft = draft.clone();
            set(&mut draft, value_of(&event));
            on_change.emit(draft);
        })
    };
    let draft = &props.draft;
    let hint = format!("{}-hint", props.id);
    html! {
        <form class="ask" {onsubmit} {onkeydown}>
            <div class="words">
                <label class="said question" for={props.id.clone()}>{ &props.question }</label>
                <textarea
                    id={props.id.clone()}
                    class="said"
                    rows="5"
                    placeholder="Their words, as they said them"
                    aria-describedby={hint.clone()}
                    aria-invalid={missing.then_some("true")}
                    value={draft.answer.clone()}
                    oninput={change(|draft, value| draft.answer = value)}
                />
                <p class="meta" id={hint} aria-live="polite">
                    { if *missing { "Write what they said first; everything else can wait." } else { "Fragments are fine; one point a sentence works best." } }
                </p>
            </div>
            <div class="facts">
                <label class="field">
                    <span>{ "Who said it" }</span>
                    <input value={draft.who.clone()} autocomplete="off" placeholder="Name, role" oninput={change(|draft, value| draft.who = value)} />
                </label>
                <label class="field">
                    <span>{ "Company" }</span>
                    <input value={draft.company.clone()} autocomplete="off" oninput={change(|draft, value| draft.company = value)} />
                </label>
                <label class="field">
                    <span>{ "Stage" }</span>
                    <select oninput={change(|draft, value| draft.stage = Stage::from_words(&value))}>
                        <option value="" selected={draft.stage.is_none()}>{ "Not said" }</option>
                        { for Stage::ALL.iter().map(|stage| html! {
                            <option key={stage.name()} value={stage.name()} selected={draft.stage == Some(*stage)}>{ stage.name() }</option>
                        }) }
                    </select>
                </label>
                <label class="field">
                    <span>{ "Date" }</span>
                    <input
                        type="date"
                        value={draft.date.map(|date| date.to_string()).unwrap_or_default()}
                        oninput={change(|draft, value| draft.date = Date::from_iso(&value))}
                    />
                </label>
                <p class="save">
                    <button class="btn main">{ &props.keep_label }</button>
                    if let Some(on_cancel) = props.on_cancel.clone() {
                        <button class="act" type="button" onclick={move |_| on_cancel.emit(())}>{ "Cancel" }</button>
                    }
                    <kbd class="sub">{ "Ctrl Enter" }</kbd>
                </p>
            </div>
        </form>
    }
}

fn value_of(event: &InputEvent) -> String {
    let Some(target) = event.target() else { return String::new() };
    if let Some(field) = target.dyn_ref::<HtmlTextAreaElement>() {
        field.value()
    } else if let Some(field) = target.dyn_ref::<HtmlSelectElement>() {
        field.value()
    } else {
        target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value).unwrap_or_default()
    }
}
