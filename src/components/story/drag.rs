//! Dragging one point onto another to merge them. The verb "Merge" does the same without a pointer.

use std::rc::Rc;

use yew::prelude::*;

use super::page::{Page, place_of};
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::decide;

/// What a dragged point carries, so that nothing else can be dropped on one.
const CARRIED: &str = "text/refrain-point";

/// A drag as it stands, and how the list has to listen.
pub struct Drag {
    /// The point under the pointer, to be merged into.
    pub target: Option<usize>,
    /// What letting go would do.
    pub words: String,
    pub ondragstart: Callback<DragEvent>,
    pub ondragover: Callback<DragEvent>,
    pub ondragend: Callback<DragEvent>,
    pub ondrop: Callback<DragEvent>,
}

#[hook]
pub fn use_drag(page: &Rc<Page>, dispatch: &Dispatch) -> Drag {
    // The point that is dragged, and the one it is over.
    let drag = use_state_eq(|| None::<(usize, Option<usize>)>);
    let label = |at: usize| page.point(at).map_or(String::new(), |point| decide::title(&point.label));
    let words = match *drag {
        None => String::new(),
        Some((from, None)) => format!("Drop {} on the point that says the same.", label(from)),
        Some((from, Some(onto))) => format!("Drop to merge {} into {}.", label(from), label(onto)),
    };
    let ondragstart = {
        let (drag, page) = (drag.clone(), Rc::clone(page));
        Callback::from(move |event: DragEvent| {
            if let Some((at, point)) = place_of(&event).and_then(|at| Some((at, page.point(at)?))) {
                browser::carry(&event, CARRIED, &point.id);
                drag.set(Some((at, None)));
            }
        })
    };
    let ondragover = {
        let drag = drag.clone();
        Callback::from(move |event: DragEvent| {
            if let Some((from, _)) = *drag {
                let onto = place_of(&event).filter(|onto| *onto != from);
                if onto.is_some() {
                    event.prevent_default();
                }
                drag.set(Some((from, onto)));
            }
        })
    };
    let ondragend = {
        let drag = drag.clone();
        Callback::from(move |_: DragEvent| drag.set(None))
    };
    let ondrop = {
        let (drag, page, dispatch) = (drag.clone(), Rc::clone(page), dispatch.clone());
        Callback::from(move |event: DragEvent| {
            if let Some((from, onto)) = drag.and_then(|(from, _)| Some((from, place_of(&event)?)))
                && from != onto
                && let (Some(point), Some(into)) = (page.point(from), page.point(onto))
            {
                event.prevent_default();
                browser::focus(&format!("point-{}", into.id));
                dispatch.dispatch(decide::merge(point, into, browser::new_id));
            }
            drag.set(None);
        })
    };
    Drag { target: drag.and_then(|(_, onto)| onto), words, ondragstart, ondragover, ondragend, ondrop }
}
