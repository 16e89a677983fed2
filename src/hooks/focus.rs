//! Takes keyboard and screen reader along to a new screen.

use refrain_core::Point;
use yew::prelude::*;

use crate::browser;
use crate::route::{Route, Screen};

/// `is_ready`: the screen's content is there, not only a word that it is on its way. The first screen is left as the
/// browser opened it, unless its address names something on it.
#[hook]
pub fn use_focus(route: &Route, is_ready: bool, points: &[Point]) {
    let before = use_mut_ref(|| None::<Route>);
    // An address may name a point before the analysis that finds it is there.
    let is_there = is_ready
        && match &route.screen {
            Screen::Story { point: Some(id) } => points.iter().any(|point| point.id == *id),
            _ => true,
        };
    use_effect_with((route.clone(), is_there), move |(route, is_there)| {
        if !is_there {
            return;
        }
        let before = before.replace(Some(route.clone()));
        // Searching the list leaves the focus in the field that is searched by.
        if before.as_ref().is_some_and(|before| before.is_beside(route) && before.search != route.search) {
            return;
        }
        match (&route.screen, before.map(|before| before.screen)) {
            (Screen::Story { point: Some(id) }, _) => {
                let id = format!("point-{id}");
                browser::open_around(&id);
                browser::scroll_to(&id);
                browser::focus(&id);
            }
            (Screen::Add, _) => browser::focus("answer"),
            (Screen::Interviews { edit: Some(id) }, _) => browser::focus(&format!("answer-{id}")),
            (Screen::Interviews { edit: None }, Some(Screen::Interviews { edit: Some(id) })) => {
                let row = format!("edit-{id}");
                // Changed, it may not be among those that are looked for.
                browser::focus(if browser::element(&row).is_some() { &row } else { "h-list" });
            }
            (_, None) => {}
            _ => browser::focus("title"),
        }
    });
}
