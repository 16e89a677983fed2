//! Refrain's page: everything that knows a browser. See ARCHITECTURE.md for the way through it.

mod analyst;
mod backup;
mod browser;
mod calendar;
mod card;
mod components;
mod export;
mod hooks;
mod import;
pub mod protocol;
mod route;
mod state;
mod store;
mod text;
pub mod trial;

/// Starts the page in the element with the id `app`, in place of the shell that stands there.
pub fn run() {
    if let Some(root) = browser::element("app") {
        yew::Renderer::<components::App>::with_root(root.into()).render();
    }
}
