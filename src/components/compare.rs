//! The user's own narrative beside what others say.

use yew::prelude::*;

use crate::hooks::Handle;
use crate::state::{Book, Notebook};

pub fn compare(_state: &Handle, _book: Book, _notebook: &Notebook) -> Html {
    html! {
        <header class="title"><h1 id="title" tabindex="-1">{ "My version and theirs" }</h1></header>
    }
}
