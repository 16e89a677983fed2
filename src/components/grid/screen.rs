//! The grid's screen: the table, what was said at the place looked at, and how the story settles.

use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use refrain_core::Report;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::super::more::AT_ONCE;
use super::chart::chart;
use super::keys::{id, place, step};
use super::passage::passage;
use super::save::Save;
use super::table::{View, stroke, table};
use crate::browser;
use crate::hooks::Handle;
use crate::state::{Book, Extent, Grid, GridStep, Group, Interview, Notebook, Place, Settling};
use crate::text::figures;

/// How long the pointer has to rest on a stroke, in milliseconds: on its way to the quote it crosses others.
const REST: u32 = 100;

/// As many of the latest interviews are shown, and as many more each time that earlier ones are asked for: a thousand columns
/// at once keep the browser busy for seconds.
const COLUMNS: usize = 120;

pub fn grid(_state: &Handle, book: Book, notebook: &Notebook) -> Html {
    let analysis = &notebook.analysis;
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Who made which point" }</h1>
                <p>{ "Read along a row for how often a point came back, down a column for what one person said." }</p>
                { super::super::story::progress(&analysis.status) }
            </header>
            <Sheet report={Rc::clone(&analysis.report)} interviews={Rc::clone(&analysis.interviews)} {book} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    report: Rc<Report>,
    /// Those that the report is about, in time order.
    interviews: Rc<[Rc<Interview>]>,
    book: Book,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let grid = use_memo((Rc::clone(&props.report), Rc::clone(&props.interviews)), |(report, interviews)| {
        Grid::new(report, interviews)
    });
    let settling = use_memo(Rc::clone(&grid), |grid| Settling::new(grid));
    let once_open = use_state_eq(|| None::<bool>);
    let columns = use_state_eq(|| COLUMNS);
    let rows = use_state_eq(|| AT_ONCE);
    let current = use_state_eq(|| Place { row: 1, column: 0 });
    let shown = use_state_eq(|| None::<Place>);
    let resting = use_mut_ref(|| None::<Timeout>);
    use_escape(&shown);

    if grid.rows.is_empty() {
        return html! {
            <p class="none">{ "A row stands here for each point as soon as somebody has said what they liked." }</p>
        };
    }
    // As long as nothing has come back, what was heard once is all that there is to see.
    let is_once_open = once_open.unwrap_or_else(|| grid.group(Group::Recurring).next().is_none());
    let extent = Extent { is_once_open, earlier: grid.columns.len().saturating_sub(*columns), rows: *rows };
    let is_there = |place: &Place| grid.holds(*place, extent);
    // The grid may have changed since.
    let current_place =
        Some(*current).filter(is_there).or_else(|| grid.go(*current, GridStep::First, extent)).unwrap_or(*current);
    let shown_place = shown.filter(is_there);

    let look_at = {
        let (current, shown) = (current.clone(), shown.clone());
        move |event: &Event| {
            if let Some(place) = place(event) {
                current.set(place);
                shown.set(Some(place));
            }
        }
    };
    let onfocusin = {
        let look_at = look_at.clone();
        move |event: FocusEvent| look_at(&event)
    };
    // Not every browser gives the focus to a button that is clicked.
    let onclick = move |event: MouseEvent| look_at(&event);
    let onmouseover = {
        let (shown, resting) = (shown.clone(), Rc::clone(&resting));
        move |event: MouseEvent| {
            *resting.borrow_mut() = place(&event).map(|place| {
                let shown = shown.clone();
                Timeout::new(REST, move || shown.set(Some(place)))
            });
        }
    };
    let onmouseleave = move |_: MouseEvent| *resting.borrow_mut() = None;
    let onkeydown = {
        let grid = Rc::clone(&grid);
        move |event: KeyboardEvent| {
            let from = place(&event);
            if let Some((from, step)) = from.zip(step(&event)) {
                event.prevent_default();
                if let Some(to) = grid.go(from, step, extent) {
                    browser::focus(&id(to));
                }
            }
        }
    };
    let close = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| {
            // The button goes with what it closes. Going back to the place shows it again, so that comes first.
            browser::focus_in_place(&id(current_place));
            shown.set(None);
        })
    };
    let toggle_once = {
        let once_open = once_open.clone();
        Callback::from(move |_: MouseEvent| once_open.set(Some(!is_once_open)))
    };
    let show_earlier = Callback::from(move |_: MouseEvent| {
        // The last time the button goes.
        browser::focus_in_place("earlier");
        columns.set(*columns + COLUMNS);
    });
    let largest =
        Group::ALL.map(|group| if group == Group::Once && !is_once_open { 0 } else { grid.group(group).count() });
    let largest = largest.into_iter().max().unwrap_or_default();
    let show_rows = {
        let rows = rows.clone();
        Callback::from(move |_: MouseEvent| {
            browser::focus_in_place("rows");
            rows.set(*rows + AT_ONCE);
        })
    };
    let view = View { book: props.book, extent, current: current_place, shown: shown_place };
    html! {
        <div class="sheet">
            <div class="scroll" role="region" aria-label="Points by interview" {onfocusin} {onclick} {onmouseover} {onmouseleave} {onkeydown}>
                { earlier(extent.earlier, grid.columns.len(), &show_earlier) }
                { table(&grid, view, &toggle_once) }
                { further(*rows, largest, &show_rows) }
            </div>
            <aside class="settles" aria-label="Beside the grid">
                { passage(&grid, props.book, shown_place, &close) }
                <figure class="settle">
                    <h2>{ "How it settles" }</h2>
                    <p class="sub">{ settling.reading() }</p>
                    { chart(&settling, &grid.columns) }
                    <figcaption class="key meta">
                        <span>
                            <svg class="marks" width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
                                <path class="new" d="M1 15.5h2.8L8.6.5H5.8Z" />
                            </svg>
                            { "first heard" }
                        </span>
                        <span>{ stroke(Group::Recurring) }{ "heard again" }</span>
                        if grid.columns.len() > settling.latest().len() { <span>{ format!("in the latest {}", settling.latest().len()) }</span> }
                    </figcaption>
                </figure>
                <Save {grid} {settling} {is_once_open} />
            </aside>
        </div>
    }
}

/// How many rows of a group are shown where one has very many, and the way to more.
fn further(shown: usize, largest: usize, show: &Callback<MouseEvent>) -> Html {
    if largest <= AT_ONCE {
        return html! {};
    }
    let told = match shown < largest {
        true => format!("The first {shown} rows of each group. The longest has {}.", figures(largest)),
        false => "All rows.".to_owned(),
    };
    html! {
        <p class="earlier sub">
            <span id="rows" tabindex="-1">{ told }</span>
            if shown < largest { <button class="act" onclick={show}>{ "Show more rows" }</button> }
        </p>
    }
}

/// How many of very many interviews are shown, and the way to more.
fn earlier(hidden: usize, all: usize, show: &Callback<MouseEvent>) -> Html {
    if all <= COLUMNS {
        return html! {};
    }
    let told = match hidden {
        0 => format!("All {all} interviews."),
        _ => format!("The latest {} of {all} interviews. Counts are over all.", all - hidden),
    };
    html! {
        <p class="earlier sub">
            <span id="earlier" tabindex="-1">{ told }</span>
            if hidden > 0 { <button class="act" onclick={show}>{ "Show earlier ones" }</button> }
        </p>
    }
}

/// Escape takes the quote away, wherever focus and pointer are.
#[hook]
fn use_escape(shown: &UseStateHandle<Option<Place>>) {
    let shown = shown.clone();
    use_effect_with(shown.is_some(), move |&is_shown| {
        let listener = browser::document().filter(|_| is_shown).map(|document| {
            EventListener::new(&document, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    shown.set(None);
                }
            })
        });
        move || drop(listener)
    });
}
