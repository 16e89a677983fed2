//! Fetches the workshop after the first paint, and shows its screens, or what keeps them away.

use std::mem::discriminant;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::frame::trouble;
use super::workshop::{Workshop, open};
use crate::browser;
use crate::hooks::Handle;
use crate::route::Route;
use crate::state::{Book, Notebook};

/// The workshop, here or not.
pub struct Later(UseStateHandle<Fetch>);

#[derive(Clone, Copy)]
enum Fetch {
    Coming,
    Here(Workshop),
    Failed,
}

/// `is_wanted`: one of its screens is to be shown now. Else it is fetched as soon as `is_ready`, the first screen, is there
/// and the browser is idle. So it is here by the time it is wanted, and a failure stays unsaid until then.
#[hook]
pub fn use_later(is_ready: bool, is_wanted: bool) -> Later {
    let fetch = use_state(|| Fetch::Coming);
    {
        let fetch = fetch.clone();
        use_effect_with((discriminant(&*fetch), is_ready, is_wanted), move |_| match (*fetch, is_wanted) {
            (Fetch::Coming, true) => get(fetch, Fetch::Failed),
            (Fetch::Coming, false) if is_ready => browser::when_idle(move || get(fetch, Fetch::Coming)),
            (Fetch::Failed, false) => fetch.set(Fetch::Coming),
            _ => {}
        });
    }
    Later(fetch)
}

fn get(fetch: UseStateHandle<Fetch>, on_failure: Fetch) {
    spawn_local(async move {
        let has_styles = browser::later_styles().await;
        let workshop = open().await;
        fetch.set(workshop.ok().filter(|_| has_styles).map_or(on_failure, Fetch::Here));
    });
}

impl Later {
    pub fn is_here(&self) -> bool {
        matches!(*self.0, Fetch::Here(_))
    }

    /// What the user has to know before anything else.
    pub fn banners(&self, state: &Handle, book: Book) -> Html {
        match *self.0 {
            Fetch::Here(workshop) => (workshop.banners)(state, book),
            _ => trouble(state),
        }
    }

    /// The screen of this address.
    pub fn screen(&self, state: &Handle, route: &Route, notebook: &Notebook) -> Html {
        match *self.0 {
            Fetch::Here(workshop) => (workshop.screen)(state, route, notebook),
            Fetch::Coming => sentence("Opening…"),
            Fetch::Failed => {
                let fetch = self.0.clone();
                html! {
                    <div class="alone" role="alert">
                        <h1 id="title" tabindex="-1">{ "This screen could not be fetched" }</h1>
                        <p>
                            { "Check your connection and try again. If that does not help, reload the page: Refrain may \
                               have been renewed since you opened it. What you kept is safe." }
                        </p>
                        <button class="btn" onclick={move |_| fetch.set(Fetch::Coming)}>{ "Try again" }</button>
                    </div>
                }
            }
        }
    }
}

/// A screen that has only one thing to say.
pub fn sentence(text: &str) -> Html {
    html! {
        <>
            <h1 class="vh">{ "Refrain" }</h1>
            <p class="alone" role="status">{ text.to_owned() }</p>
        </>
    }
}
