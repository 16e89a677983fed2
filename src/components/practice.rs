//! The pitch, said aloud against a clock.

use yew::prelude::*;

use crate::hooks::Handle;
use crate::state::{Book, Notebook};

pub fn practice(_state: &Handle, _book: Book, _notebook: &Notebook) -> Html {
    html! {
        <header class="title"><h1 id="title" tabindex="-1">{ "Practise" }</h1></header>
    }
}
