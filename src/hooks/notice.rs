//! A notice is about what was just done: it goes when the user goes on to another screen.

use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::route::Route;
use crate::state::Action;

#[hook]
pub fn use_notice_end(state: &Handle, route: &Route) {
    // The act itself may lead to another screen, and has then changed the address already: the notice is told there.
    let told_at = use_mut_ref(|| None::<(String, Route)>);
    let (notice, dispatch) = (state.notice.clone(), state.dispatcher());
    use_effect_with((notice, route.clone()), move |(notice, route)| {
        let mut told_at = told_at.borrow_mut();
        match (notice, &*told_at) {
            (None, _) => *told_at = None,
            (Some(text), Some((told, place))) if text == told => {
                if !place.is_beside(route) {
                    dispatch.dispatch(Action::DismissNotice);
                }
            }
            (Some(text), _) => *told_at = Some((text.clone(), Route::read(&browser::hash()))),
        }
    });
}
