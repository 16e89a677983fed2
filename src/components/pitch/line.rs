//! One line of the pitch: its words, the point behind it, and what can be done to it.

use refrain_core::{Pitch, Point, SpokenLine};
use yew::prelude::*;

use super::super::marks::{of_interviews, short_marks};
use super::column::Column;
use crate::browser;
use crate::route::{Screen, href};
use crate::state::pitch::{Way, bring_back, keep_mine, leave_out, move_line, pin, remove, reword, use_offer};
use crate::state::{Action, Book};

/// The id of the field in which a line is written, and of the text being written in it.
#[must_use]
pub fn field_of(line: &str) -> String {
    format!("line-{line}")
}

/// A line that is said, at place `at`.
pub fn spoken(column: &Column<'_>, pitch: &Pitch, at: usize, line: &SpokenLine) -> Html {
    let (version, report) = (column.version, column.report);
    let is_mine = column.book == Book::Mine;
    let field = field_of(&line.id);
    let is_written = column.state.text(&field).is_some();
    let go = |way: Way| {
        let to = match way {
            Way::Earlier => at.saturating_sub(1),
            Way::Later => at + 1,
        };
        let possible = to != at && to < pitch.lines.len();
        let text = match way {
            Way::Earlier => "Up",
            Way::Later => "Down",
        };
        let act = move_line(version, report, pitch, at, to);
        let id = format!("{text}-{}", line.id);
        html! {
            <button id={id.clone()} class="act" disabled={!possible} onclick={column.act_again(act, id)} aria-label={format!("{text}: line {}", at + 1)}>
                { text }
            </button>
        }
    };
    let pin_id = format!("pin-{}", line.id);
    let edit = {
        let (dispatch, field, text) = (column.state.dispatcher(), field.clone(), line.text.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(text.clone()) });
            browser::focus_soon(&field);
        })
    };
    html! {
        <li
            key={line.id.clone()}
            data-over={column.is_over(at).then_some("")}
            ondragover={column.drag_over(at)}
            ondragleave={column.drag_end()}
            ondrop={column.drop_at(pitch, at)}
        >
            if is_written {
                { editor(column, line, &field, at) }
            } else {
                <p class="said" dir="auto">{ &line.text }</p>
            }
            <p class="src meta">
                { source(column, line) }
                if is_mine && !is_written {
                    <span class="tools">
                        <span class="grip" aria-hidden="true" draggable="true" ondragstart={column.drag(at)}>{ "⠿" }</span>
                        <button class="act" onclick={edit} aria-label={format!("Edit: line {}", at + 1)}>{ "Edit" }</button>
                        { go(Way::Earlier) }
                        { go(Way::Later) }
                        <button id={pin_id.clone()} class="act" aria-pressed={line.pinned.to_string()} onclick={column.act_again(pin(version, report, line), pin_id)} aria-label={format!("Pin: line {}", at + 1)}>
                            { "Pin" }
                        </button>
                        if line.point.is_some() {
                            <button class="act" onclick={column.act(leave_out(version, report, line))} aria-label={format!("Leave out: line {}", at + 1)}>{ "Leave out" }</button>
                        } else {
                            <button class="act" onclick={column.act(remove(version, line))} aria-label={format!("Remove: line {}", at + 1)}>{ "Remove" }</button>
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
                            <button class="act" onclick={column.act(use_offer(version, report, line))}>{ "Use theirs" }</button>
                            <button class="act" onclick={column.act(keep_mine(version, report, line))}>{ "Keep mine" }</button>
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
                    <button class="act" onclick={column.act(bring_back(column.version, column.report, line))} aria-label={format!("Say it: {}", line.text)}>
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
            if line.edited && line.point.is_some() {
                <span>{ "My wording" }</span>
                if column.book == Book::Mine && line.offered.is_none() {
                    <button class="act inl" onclick={column.act(use_offer(column.version, column.report, line))}>{ "Use theirs" }</button>
                }
            }
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
    super::column::writing(column.state, field, &format!("Line {}", at + 1), "pitch", act)
}
