//! Keeps the focus on a point while the list around it changes: it may be merged, moved, hidden, or begin with another quote.

use std::rc::Rc;

use refrain_core::PointAnchor;
use yew::prelude::*;

use super::page::{Page, place_of};
use crate::browser;
use crate::state::meant;

/// Gives what has to be told when the focus or the pointer comes to a part of the list.
#[hook]
pub fn use_kept_focus(page: &Rc<Page>) -> (Callback<FocusEvent>, Callback<MouseEvent>) {
    let last = use_mut_ref(|| None::<(usize, PointAnchor)>);
    {
        let last = Rc::clone(&last);
        use_effect_with(Rc::clone(page), move |page| {
            // Focusing comes back here, so nothing may be borrowed meanwhile.
            let last = last.borrow().clone();
            if let Some((at, about)) = last.filter(|_| browser::is_focus_lost()) {
                let is_shown = |at: &usize| page.point(*at).is_some_and(|point| !point.hidden);
                let same = meant(&about, &page.report).filter(is_shown);
                // Where it is gone, the next one has come into its place.
                let next = || page.shown().map(|(at, _)| at).find(|next| *next >= at);
                if let Some(point) = same.or_else(next).and_then(|at| page.point(at)) {
                    let id = format!("point-{}", point.id);
                    if same.is_some() {
                        browser::open_around(&id);
                    }
                    browser::focus(&id);
                }
                // It may stand among those that are not drawn yet.
                if browser::is_focus_lost() {
                    browser::focus("h-points");
                }
            }
        });
    }
    let onfocusin = {
        let (last, page) = (Rc::clone(&last), Rc::clone(page));
        Callback::from(move |event: FocusEvent| {
            let place = place_of(&event).and_then(|at| Some((at, page.point(at)?.anchor())));
            *last.borrow_mut() = place;
        })
    };
    // Whoever presses beside all points lets go of the last one.
    let onmousedown = Callback::from(move |event: MouseEvent| {
        if place_of(&event).is_none() {
            *last.borrow_mut() = None;
        }
    });
    (onfocusin, onmousedown)
}
