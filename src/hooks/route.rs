//! Where the user is, by the address.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::browser;
use crate::route::Route;

#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(|| Route::read(&browser::hash()));
    {
        let route = route.clone();
        use_effect_with((), move |()| {
            let listener = browser::window().map(|window| {
                EventListener::new(&window, "hashchange", move |_| route.set(Route::read(&browser::hash())))
            });
            move || drop(listener)
        });
    }
    (*route).clone()
}
