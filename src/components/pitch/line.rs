//! One line of the pitch: its words, the point behind it, and what can be done to it.

use refrain_core::{Pitch, Point, SpokenLine};
use yew::prelude::*;

use super::super::marks::{of_interviews, short_marks};
use super::column::Column;
use crate::browser;
use crate::route::{Screen, href};
use crate::state::pitch::{bring_back, keep_mine, leave_out, move_line, pin, remove, reword, use_offer};
use crate::state::{Action, Book};

/// What the ids of a line's buttons begin with.
const EDIT: &str = "edit";
const PIN: &str = "pin";

/// The id of the field in which a line is written, and of the text being written in it.
#[must_use]
pub fn field_of(line: &str) -> String {
    format!("line-{line}")
}

/// The id of the button that opens the field of a line.
#[must_use]
pub fn edit_id(line: &str) -> String {
    format!("{EDIT}-{line}")
}

/// A line that is said, at place `at` of `lines`.
pub fn spoken(column: &Column<'_>, pitch: &Pitch, lines: &[&SpokenLine], at: usize) -> Html {
    let line = lines[at];
    let (version, report) = (column.version, column.report);
    let is_mine = column.book == Book::Mine;
    let field = field_of(&line.id);
    let is_written = column.state.text(&field).is_some();
    let before = at.checked_sub(1).and_then(|at| lines.get(at));
    let after = lines.get(at + 1);
    let go = |text: &str, onto: Option<&&SpokenLine>| {
        let act = move_line(version, report, pitch, &line.id, onto.map_or("", |onto| &onto.id));
        html! {
            <button id={format!("{text}-{}", line.id)} class="act" disabled={onto.is_none()} onclick={column.act(act, text, &line.id)} aria-label={format!("{text}: line {}", at + 1)}>
                { text.to_owned() }
            </button>
        }
    };
    let edit = {
        let (dispatch, field, text) = (column.state.dispatcher(), field.clone(), line.text.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(text.clone()) });
            browser::focus_soon(&field);
        })
    };
    // Where this line is gone, its neighbour has the focus.
    let neighbour = after.or(before).map_or("", |other| &other.id);
    html! {
        <li
            key={line.id.clone()}
            data-over={column.is_over(&line.id).then_some("")}
            data-open={column.is_open(&line.id).then_some("")}
            ondragover={column.drag_over(&line.id)}
            ondragleave={column.drag_end()}
            ondrop={column.drop_onto(pitch, &line.id)}
        >
            if is_written {
                { editor(column, line, &field, at) }
            } else {
                <p class="said" dir="auto">{ &line.text }</p>
            }
            <p class="src meta">
                { source(column, line) }
                if is_mine && !is_written {
                    <button class="act change" onclick={column.show_tools(&line.id)} aria-label={format!("Change: line {}", at + 1)}>{ "Change" }</button>
                    <span class="tools">
                        <span class="grip" aria-hidden="true" draggable="true" ondragstart={column.drag(&line.id)}>{ "⠿" }</span>
                        if line.edited && line.point.is_some() && line.offered.is_none() {
                            <button class="act" onclick={column.act(use_offer(version, report, line), EDIT, &line.id)}>{ "Use theirs" }</button>
                        }
                        <button id={edit_id(&line.id)} class="act" onclick={edit} aria-label={format!("Edit: line {}", at + 1)}>{ "Edit" }</button>
                        { go("Up", before) }
                        { go("Down", after) }
                        <button id={format!("{PIN}-{}", line.id)} class="act" aria-pressed={line.pinned.to_string()} onclick={column.act(pin(version, report, line), PIN, &line.id)} aria-label={format!("Pin: line {}", at + 1)}>
                            { "Pin" }
                        </button>
                        if line.point.is_some() {
                            <button class="act" onclick={column.act(leave_out(version, report, line), EDIT, neighbour)} aria-label={format!("Leave out: line {}", at + 1)}>{ "Leave out" }</button>
                        } else {
                            <button class="act" onclick={column.act(remove(version, line), EDIT, neighbour)} aria-label={format!("Remove: line {}", at + 1)}>{ "Remove" }</button>
                        }
                    </span>
                }
            </p>
            if let Some(offered) = &line.offered {
                <p class="offer meta">
                    { "The point has changed since you wrote this. Now it would say: " }
                    <q class="said">{ offered }</q>
                    if is_mine {
                        <span class="acts">
                            <button class="act" onclick={column.act(use_offer(version, report, line), EDIT, &line.id)}>{ "Use theirs" }</button>
                            <button class="act" onclick={column.act(keep_mine(version, report, line), EDIT, &line.id)}>{ "Keep mine" }</button>
                        </span>
                    }
                </p>
            }
        </li>
    }
}

/// A line that is not said: it did not fit, or was left out.
pub fn unsaid(column: &Column<'_>, line: &SpokenLine) -> Html {
    html! {
        <li key={line.id.clone()}>
            <p class="said" dir="auto">{ &line.text }</p>
            <p class="src meta">
                { source(column, line) }
                if line.excluded { <span>{ "Left out by you" }</span> }
                if column.book == Book::Mine {
                    <button class="act" onclick={column.act(bring_back(column.version, column.report, line), EDIT, &line.id)} aria-label={format!("Say it: {}", line.text)}>
                        { "Say it" }
                    </button>
                }
            </p>
        </li>
    }
}

/// Where a line comes from: the strokes of its point, and the way there.
fn source(column: &Column<'_>, line: &SpokenLine) -> Html {
    let notes = html! {
        <>
            if line.edited && line.point.is_some() { <span>{ "My wording" }</span> }
            if line.pinned && line.point.is_some() { <span>{ "Pinned" }</span> }
            if line.story { <span>{ "With my story" }</span> }
            if line.unsure { <span>{ "Reads oddly? It is close to their words." }</span> }
        </>
    };
    let point = column.report.points.iter().find(|point| Some(&point.id) == line.point.as_ref());
    let Some(Point { id, interviews, .. }) = point else {
        return html! { <>{ if line.point.is_none() { html! { <span>{ "My own line" }</span> } } else { notes } }</> };
    };
    let target = href(column.book, Screen::Story { point: Some(id.clone()) });
    html! {
        <>
            { short_marks(*interviews) }
            <a class="meta num" href={target} aria-label={format!("{}: see the quotes", of_interviews(*interviews, column.all))}>
                { format!("{interviews} of {}", column.all) }
            </a>
            { notes }
        </>
    }
}

/// The field in which a line is written.
fn editor(column: &Column<'_>, line: &SpokenLine, field: &str, at: usize) -> Html {
    let act = {
        let (version, report, line) = (column.version.clone(), column.report.clone(), line.clone());
        move |text: &str| reword(&version, &report, &line, text)
    };
    column.editor(field, &format!("Line {}", at + 1), &edit_id(&line.id), act)
}
