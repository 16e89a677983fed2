//! The screens that no first visit begins with. What is reached from here alone is compiled into a file of its own, which the page
//! fetches when it is idle (see `later.rs`). The story is among them as it waits for the engine anyway, which takes longer to come.
//!
//! A new screen is one line in [`screen()`].

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::advice::advice;
use super::banners::banners;
use super::compare::compare;
use super::data::{Data, reminder};
use super::embed::Embed;
use super::fit::fit;
use super::grid::grid;
use super::interviews::{Paste, interviews};
use super::people::{after, before, people};
use super::pitch::Versions;
use super::practice::practice;
use super::share::Share;
use super::story::story;
use crate::hooks::Handle;
use crate::route::{Route, Screen};
use crate::state::{Book, Notebook};

/// What the file draws.
#[derive(Clone, Copy)]
pub struct Workshop {
    /// The screen of an address.
    pub screen: fn(&Handle, &Route, &Notebook) -> Html,
    pub banners: fn(&Handle, Book) -> Html,
}

/// Whether a screen is one of these. Without interviews the first steps stand in the place of the story.
pub fn is_later(screen: &Screen, is_empty: bool) -> bool {
    match screen {
        Screen::NotFound => false,
        Screen::Home | Screen::Story { .. } => !is_empty,
        _ => true,
    }
}

/// Fetches the file once and gives the way in. Where that failed, the next call tries again.
#[wasm_split(workshop, fallible)]
pub fn open() -> Result<Workshop, SplitLoaderError> {
    Ok(Workshop { screen: draw, banners })
}

fn draw(state: &Handle, route: &Route, notebook: &Notebook) -> Html {
    // Where a backup is saved nobody has to be reminded of it.
    let is_asked = route.book == Book::Mine && route.screen != Screen::Data;
    let reminder = if is_asked { reminder(state) } else { Html::default() };
    let screen = screen(state, route, notebook);
    let screen = match &route.screen {
        // Of the shape that `add_alone` has, so that somebody writing keeps the field when this comes.
        Screen::Interviews { .. } | Screen::Add => screen,
        // For what stands deep in forms and needs more of the state than these are given.
        _ => html! { <ContextProvider<Handle> context={state.clone()}>{ screen }</ContextProvider<Handle>> },
    };
    html! { <>{ reminder }{ screen }</> }
}

fn screen(state: &Handle, route: &Route, notebook: &Notebook) -> Html {
    match &route.screen {
        Screen::Interviews { .. } | Screen::Add => interviews(state, route, notebook),
        Screen::Paste => html! { <Paste state={state.clone()} /> },
        Screen::Grid => grid(state, route.book, notebook),
        Screen::Compare => compare(state, route.book, notebook),
        Screen::Versions => html! { <Versions state={state.clone()} /> },
        Screen::Embed => html! { <Embed state={state.clone()} /> },
        Screen::Share => html! { <Share state={state.clone()} book={route.book} /> },
        Screen::Data => html! { <Data state={state.clone()} /> },
        Screen::People { id } => people(state, route.book, notebook, id.as_deref()),
        Screen::Fit { id } => fit(state, notebook, id.as_deref()),
        Screen::Advice { id } => advice(state, notebook, id.as_deref()),
        Screen::Before { interview } => before(state, notebook, interview),
        Screen::After { interview } => after(state, notebook, interview),
        Screen::Practice => practice(state, route.book, notebook),
        Screen::Home => story(state, route.book, notebook, None),
        Screen::Story { point } => story(state, route.book, notebook, point.as_deref()),
        // Of which `is_later` says no.
        Screen::NotFound => Html::default(),
    }
}
