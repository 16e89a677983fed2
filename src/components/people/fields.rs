//! Fields whose words survive a look at another screen, and become part of a record when their form is kept.

use yew::prelude::*;

use super::super::story::{keys, once};
use crate::browser;
use crate::hooks::Handle;
use crate::state::Action;

/// The fields of one form. Their ids, by which their words are known, begin the same.
#[derive(Clone)]
pub struct Fields {
    state: Handle,
    form: String,
}

impl Fields {
    pub fn new(state: &Handle, form: String) -> Self {
        Self { state: state.clone(), form }
    }

    pub fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.form)
    }

    /// What is being written, if anything is.
    pub fn draft(&self, name: &str) -> Option<&str> {
        self.state.text(&self.id(name))
    }

    /// What stands in a field: what is being written, else what is kept.
    pub fn text(&self, name: &str, kept: &str) -> String {
        self.draft(name).unwrap_or(kept).to_owned()
    }

    /// Writes in a field.
    pub fn write(&self, name: &str, text: &str) {
        self.state.dispatch(Action::Write { field: self.id(name), text: Some(text.to_owned()) });
    }

    pub fn dispatch(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// For a field that was typed in or chosen from.
    pub fn on_input(&self, name: &'static str) -> Callback<InputEvent> {
        let fields = self.clone();
        Callback::from(move |event: InputEvent| fields.write(name, &browser::value_of(&event)))
    }

    /// The form was kept or given up.
    pub fn forget(&self) {
        let start = self.id("");
        for (field, _) in self.state.texts.iter().filter(|(field, _)| field.starts_with(&start)) {
            self.state.dispatch(Action::Write { field: field.clone(), text: None });
        }
    }

    /// Room for some sentences.
    pub fn area(&self, name: &'static str, label: &str, kept: &str, hint: &str) -> Html {
        let id = self.id(name);
        let hint_id = self.id(&format!("{name}-hint"));
        html! {
            <div>
                <label for={id.clone()}>{ label.to_owned() }</label>
                <textarea {id} dir="auto" rows="2" aria-describedby={hint_id.clone()} value={self.text(name, kept)} oninput={self.on_input(name)} />
                <p class="meta" id={hint_id}>{ hint.to_owned() }</p>
            </div>
        }
    }

    /// Room for some words.
    pub fn line(&self, name: &'static str, label: &str, kept: &str, kind: &'static str) -> Html {
        html! {
            <label class="field">
                <span>{ label.to_owned() }</span>
                <input id={self.id(name)} type={kind} dir="auto" autocomplete="off" value={self.text(name, kept)} oninput={self.on_input(name)} />
            </label>
        }
    }

    /// One of a few. `values` are the names on the buttons.
    pub fn choice(&self, name: &'static str, label: &str, values: &[&'static str], kept: &str) -> Html {
        let chosen = self.text(name, kept);
        html! {
            <fieldset>
                <legend class="lab">{ label.to_owned() }</legend>
                <div class="seg">
                    { for values.iter().map(|value| html! {
                        <label key={*value}>
                            <input type="radio" name={self.id(name)} value={*value} checked={chosen == *value} oninput={self.on_input(name)} />
                            { *value }
                        </label>
                    }) }
                </div>
            </fieldset>
        }
    }

    /// The form around its fields. Kept by its button or Ctrl Enter, given up by Escape.
    pub fn form(
        &self,
        class: &'static str,
        keep: impl Fn() + Clone + 'static,
        give_up: impl Fn() + Clone + 'static,
        content: Html,
    ) -> Html {
        let onkeydown = keys(keep.clone(), give_up);
        let onsubmit = move |event: SubmitEvent| {
            event.prevent_default();
            keep();
        };
        html! { <form {class} {onsubmit} {onkeydown}>{ content }</form> }
    }
}

/// A button for what a form offers besides keeping it.
pub fn act(text: &'static str, then: impl Fn() + 'static) -> Html {
    html! { <button class="act" type="button" onclick={once(then)}>{ text }</button> }
}
