//! Ways about the grid from the keyboard, and which place of it an event is about.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::state::{GridStep, Place};

/// Where the arrow and other keys lead.
pub fn step(event: &KeyboardEvent) -> Option<GridStep> {
    if event.alt_key() || event.shift_key() {
        return None;
    }
    let whole = event.ctrl_key() || event.meta_key();
    Some(match event.key().as_str() {
        "Home" if whole => GridStep::First,
        "End" if whole => GridStep::Last,
        _ if whole => return None,
        "ArrowLeft" => GridStep::Left,
        "ArrowRight" => GridStep::Right,
        "ArrowUp" => GridStep::Up,
        "ArrowDown" => GridStep::Down,
        "Home" => GridStep::RowStart,
        "End" => GridStep::RowEnd,
        _ => return None,
    })
}

/// The id of what stands at a place.
pub fn id(place: Place) -> String {
    format!("at-{}-{}", place.row, place.column)
}

/// The place in which an event happened, if something stands there.
pub fn place(event: &Event) -> Option<Place> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest("[id^='at-']").ok()??;
    let (row, column) =
        element.id().strip_prefix("at-")?.split_once('-').map(|(row, column)| (row.parse(), column.parse()))?;
    Some(Place { row: row.ok()?, column: column.ok()? })
}
