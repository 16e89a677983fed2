//! The interviews found, one row each. Ten thousand are drawn a hundred at a time, so that the page answers between, and
//! after the first thousand only when they are asked for.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use refrain_core::Report;
use yew::prelude::*;

use super::found::{Found, found};
use super::row::Row;
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Book, Date, Interview, Search};
use crate::text::figures;

/// Rows drawn between two looks at what the user does.
const BATCH: usize = 100;
/// Rows drawn without being asked for, and again each time they are.
const MORE: usize = 1000;

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub interviews: Vec<Rc<Interview>>,
    pub report: Rc<Report>,
    pub book: Book,
    pub search: Rc<Search>,
    pub dispatch: Dispatch,
    /// The ids of those that were begun to be changed.
    pub half_changed: Vec<String>,
    /// The ids of those that are still to come.
    pub coming: Vec<String>,
    /// The id of the interview being changed, and what stands in its place.
    pub editing: Option<(String, Html)>,
}

#[component]
pub fn List(props: &ListProps) -> Html {
    let drawn = use_state_eq(|| BATCH);
    let wanted = use_state_eq(|| MORE);
    let all = props.interviews.len();
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, all.min(*wanted)), move |&(count, wanted)| {
            let timeout = (count < wanted).then(|| Timeout::new(0, move || drawn.set(count + BATCH)));
            move || drop(timeout)
        });
    }
    let edit = props.editing.as_ref().map_or("", |(id, _)| id);
    let edited = props.interviews.iter().position(|interview| interview.id == edit);
    // One further down is changed above the others: drawing all before it would take long.
    let above = props.editing.as_ref().filter(|_| edited.is_none_or(|place| place >= *wanted));
    let needed = edited.filter(|_| above.is_none()).map_or(0, |place| place + 1);
    let shown = &props.interviews[..all.min(*wanted).min(needed.max(*drawn))];
    let ids: Vec<&str> = shown.iter().map(|interview| interview.id.as_str()).collect();
    let found = found(&props.report, &ids);
    let today = browser::today();
    let left = all.saturating_sub(*wanted);
    let more = {
        let (wanted, last) = (wanted.clone(), shown.last().map(|interview| format!("edit-{}", interview.id)));
        move |_: MouseEvent| {
            // The button goes or moves away; the new rows come after this one.
            if let Some(last) = &last {
                browser::focus_in_place(last);
            }
            wanted.set(*wanted + MORE);
        }
    };
    html! {
        <>
            <ol class="list">
                { for above.map(|(_, row)| row.clone()) }
                { for shown.chunks(BATCH).zip(found.chunks(BATCH)).enumerate().map(|(at, (interviews, found))| {
                    let is_here = |id: &str| interviews.iter().any(|interview| interview.id == id);
                    html! {
                        <Batch
                            key={at}
                            interviews={interviews.to_vec()}
                            found={found.to_vec()}
                            book={props.book}
                            search={Rc::clone(&props.search)}
                            dispatch={props.dispatch.clone()}
                            half_changed={props.half_changed.iter().filter(|id| is_here(id)).cloned().collect::<Vec<_>>()}
                            coming={props.coming.iter().filter(|id| is_here(id)).cloned().collect::<Vec<_>>()}
                            editing={props.editing.clone().filter(|(id, _)| above.is_none() && is_here(id))}
                            {today}
                        />
                    }
                }) }
            </ol>
            if left > 0 {
                <p class="acts">
                    <span class="sub num">{ format!("{} more. Searching finds them too.", figures(left)) }</span>
                    <button class="act" onclick={more}>{ "Show more" }</button>
                </p>
            }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct BatchProps {
    interviews: Vec<Rc<Interview>>,
    found: Vec<Found>,
    book: Book,
    search: Rc<Search>,
    dispatch: Dispatch,
    half_changed: Vec<String>,
    coming: Vec<String>,
    editing: Option<(String, Html)>,
    today: Option<Date>,
}

/// Some rows that are drawn together. Where none of them changed they are left alone when others come.
#[component]
fn Batch(props: &BatchProps) -> Html {
    let row = |(interview, found): (&Rc<Interview>, &Found)| match &props.editing {
        Some((id, row)) if *id == interview.id => row.clone(),
        _ => html! {
            <Row
                key={interview.id.clone()}
                interview={Rc::clone(interview)}
                found={*found}
                book={props.book}
                search={Rc::clone(&props.search)}
                dispatch={props.dispatch.clone()}
                is_half_changed={props.half_changed.contains(&interview.id)}
                is_coming={props.coming.contains(&interview.id)}
                today={props.today}
            />
        },
    };
    props.interviews.iter().zip(&props.found).map(row).collect()
}
