//! People: everybody one has met, one person, the card for before a call and the minute after it.

mod after;
mod before;
mod coming;
mod fields;
mod follow_ups;
mod giving;
mod list;
mod person;

pub use after::after;
pub use before::before;
pub use fields::{Fields, act};

use yew::prelude::*;

use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::people::{self, Person};
use crate::state::{Book, Notebook};

/// Everybody, or the person with this id.
pub fn people(state: &Handle, book: Book, notebook: &Notebook, id: Option<&str>) -> Html {
    match id {
        None => html! { <list::List state={state.clone()} {book} notebook={notebook.clone()} /> },
        Some(id) => match people::find(people::everybody(notebook), id) {
            Some(person) => person::person(state, book, notebook, &person),
            None => gone(book, "This person is not here any more"),
        },
    }
}

/// Where one came from: everybody, and the person whom a conversation was with.
fn way_back(book: Book, person: Option<&Person>) -> Html {
    let link = |id: Option<String>, text: &str| html! { <a href={href(book, Screen::People { id })}>{ text }</a> };
    html! {
        <p class="sub p-back-to">
            { link(None, "People") }
            if let Some(person) = person { { link(Some(person.contact.id.clone()), person.name()) } }
        </p>
    }
}

/// In the place of what an address names and nobody has.
fn gone(book: Book, what: &'static str) -> Html {
    html! {
        <div class="title">
            <h1 id="title" tabindex="-1">{ what }</h1>
            <p><a href={href(book, Screen::People { id: None })}>{ "See everybody" }</a></p>
        </div>
    }
}
