//! The fit: half a page for one role, what they need beside what of mine meets it.

mod needs;
mod plan;
mod send;
mod start;

use yew::prelude::*;

use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{Book, Notebook};

/// All plans, or the one with this id.
pub fn fit(state: &Handle, notebook: &Notebook, id: Option<&str>) -> Html {
    let Some(id) = id else { return html! { <start::Plans state={state.clone()} /> } };
    match notebook.papers().plans().iter().find(|plan| plan.id == id) {
        Some(plan) => plan::plan(state, notebook, plan),
        None => html! {
            <div class="title">
                <h1 id="title" tabindex="-1">{ "This plan is not here any more" }</h1>
                <p><a href={href(Book::Mine, Screen::Fit { id: None })}>{ "See all plans" }</a></p>
            </div>
        },
    }
}
