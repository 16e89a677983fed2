//! What was said at the place of the grid that the user looks at: the quote, who said it, where and when.

use yew::prelude::*;

use super::super::quote::{by, quote};
use super::table::stroke;
use crate::route::{Screen, href};
use crate::state::{Book, Grid, Place};
use crate::text::{counted, upper_first};

/// `close` takes it away again. It stands in the page before it has anything to say, so that a screen reader hears it.
pub fn passage(grid: &Grid, book: Book, shown: Option<Place>, close: &Callback<MouseEvent>) -> Html {
    let content = shown.and_then(|place| at_cell(grid, book, place).or_else(|| at_interview(grid, place)));
    html! {
        <div class="said-there" data-shown={content.is_some().then_some("")}>
            <div aria-live="polite">
                if let Some(content) = &content {
                    { content.clone() }
                } else {
                    <p class="sub">{ "Choose a stroke to read what was said. " }<span class="keys">{ "Arrow keys lead from one to the next." }</span></p>
                }
            </div>
            if content.is_some() {
                <button class="act" onclick={close}>{ "Close" }</button>
            }
        </div>
    }
}

fn at_cell(grid: &Grid, book: Book, place: Place) -> Option<Html> {
    let (row, interview, passages) = grid.passages(place)?;
    Some(html! {
        <figure>
            <p class="meta label">{ row.label.clone() }</p>
            { for passages.iter().map(|passage| html! {
                <div class="hang">
                    { stroke(row.group) }
                    { quote(&interview.answer, passage.context, &passage.marked) }
                </div>
            }) }
            <figcaption>
                { by(interview) }
                if let Some(point) = &row.point {
                    <a class="meta" href={href(book, Screen::Story { point: Some(point.clone()) })}>{ "Open the point" }</a>
                }
            </figcaption>
        </figure>
    })
}

/// At the head of a column: whose it is.
fn at_interview(grid: &Grid, place: Place) -> Option<Html> {
    let column = place.column.checked_sub(1).filter(|_| place.row == 0)?;
    let interview = grid.columns.get(column)?;
    let made = grid.rows.iter().filter(|row| row.point.is_some() && !row.at(column).is_empty());
    Some(html! {
        <>
            <p>{ by(interview) }</p>
            <p class="sub">{ format!("{} made.", upper_first(&counted(made.count(), "point", "points"))) }</p>
        </>
    })
}
