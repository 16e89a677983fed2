//! Takes keyboard and screen reader along to a new screen.

use refrain_core::Point;
use yew::prelude::*;

use crate::browser;
use crate::route::{Route, Screen};

/// The first screen is left as the browser opened it, unless its address names something on it.
#[hook]
pub fn use_focus(route: &Route, points: &[Point]) {
    let is_first = use_mut_ref(|| true);
    // An address may name a point before the analysis that finds it is there.
    let is_there = match &route.screen {
        Screen::Story { point: Some(id) } => points.iter().any(|point| point.id == *id),
        _ => true,
    };
    use_effect_with((route.clone(), is_there), move |(route, is_there)| {
        let is_first = is_first.replace(false);
        match &route.screen {
            Screen::Story { point: Some(id) } => {
                if *is_there {
                    let id = format!("point-{id}");
                    browser::scroll_to(&id);
                    browser::focus(&id);
                }
            }
            Screen::Add => browser::focus("answer"),
            Screen::Interviews { edit: Some(id) } => browser::focus(&format!("answer-{id}")),
            _ if is_first => {}
            _ => browser::focus("title"),
        }
    });
}
