//! The form for a new answer. It comes with the first load, so that an answer can be kept before anything else is there.

use yew::prelude::*;

use super::form::Form;
use crate::browser;
use crate::hooks::Handle;
use crate::state::{Action, Interview};

/// The screen until its list is here. It has the whole screen's shape, so that somebody writing keeps the field when the list comes.
pub fn add_alone(state: &Handle) -> Html {
    html! { <>{ Html::default() }<>{ add(state, false, Html::default()) }<section /></></> }
}

/// The top of the screen: its title and the form. What is written in it survives a look at another screen. `is_list` where the list was
/// asked for: then an empty form leaves it room. `foot` stands below its buttons.
pub fn add(state: &Handle, is_list: bool, foot: Html) -> Html {
    html! { <>{ title() }{ new_answer(state, is_list, foot) }</> }
}

/// The screen is known by its form; its title is for those who do not see it.
pub fn title() -> Html {
    html! { <h1 id="title" tabindex="-1" class="vh">{ "Interviews" }</h1> }
}

fn new_answer(state: &Handle, is_list: bool, foot: Html) -> Html {
    let dispatch = state.dispatcher();
    let on_keep = {
        let dispatch = dispatch.clone();
        Callback::from(move |interview: Interview| {
            dispatch.dispatch(Action::Discard(interview.id.clone()));
            dispatch.dispatch(Action::Keep(Interview { id: browser::new_id(0), ..interview }));
            browser::focus("answer");
        })
    };
    // An answer is most often written down on the day it was given.
    let start = || Interview { date: browser::today(), ..Interview::default() };
    html! {
        <Form
            id="answer"
            question="So what did you like about my background?"
            keep_label="Keep this answer"
            draft={state.new_answer().cloned().unwrap_or_else(start)}
            {dispatch}
            {on_keep}
            is_folded={is_list && state.new_answer().is_none()}
            {foot}
        />
    }
}
