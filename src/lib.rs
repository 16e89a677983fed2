//! Refrain's page: everything that knows a browser.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <h1>{ "Refrain" }</h1> }
}

/// Starts the page in the element with the id `app`.
pub fn run() {
    yew::Renderer::<App>::new().render();
}
