//! Points and interviews, and how the story settles.

use yew::prelude::*;

use crate::hooks::Handle;
use crate::state::{Book, Notebook};

pub fn grid(_state: &Handle, _book: Book, _notebook: &Notebook) -> Html {
    html! {
        <header class="title"><h1 id="title" tabindex="-1">{ "The grid" }</h1></header>
    }
}
