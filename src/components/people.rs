//! People: everybody one has met, one person, the card for before a call and the minute after it.

use yew::prelude::*;

use crate::hooks::Handle;
use crate::state::{Book, Notebook};

pub fn people(_state: &Handle, _book: Book, _notebook: &Notebook, _id: Option<&str>) -> Html {
    heading("People")
}

pub fn before(_state: &Handle, _notebook: &Notebook, _interview: &str) -> Html {
    heading("Before the call")
}

pub fn after(_state: &Handle, _notebook: &Notebook, _interview: &str) -> Html {
    heading("After the call")
}

fn heading(text: &'static str) -> Html {
    html! { <header class="title"><h1 id="title" tabindex="-1">{ text }</h1></header> }
}
