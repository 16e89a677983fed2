//! The interviews found, one row each. A thousand are drawn a hundred at a time, so that the page answers between.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use refrain_core::Report;
use yew::prelude::*;

use super::found::found;
use super::row::Row;
use crate::hooks::Dispatch;
use crate::state::{Book, Interview, Search};

const BATCH: usize = 100;

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub interviews: Vec<Rc<Interview>>,
    pub report: Rc<Report>,
    pub book: Book,
    pub search: Rc<Search>,
    pub dispatch: Dispatch,
    /// The id of the interview being changed, and what stands in its place.
    pub editing: Option<(String, Html)>,
}

#[component]
pub fn List(props: &ListProps) -> Html {
    let drawn = use_state_eq(|| BATCH);
    let all = props.interviews.len();
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, all), move |&(count, all)| {
            let timeout = (count < all).then(|| Timeout::new(0, move || drawn.set(count + BATCH)));
            move || drop(timeout)
        });
    }
    let edit = props.editing.as_ref().map_or("", |(id, _)| id);
    let edited = props.interviews.iter().position(|interview| interview.id == edit).map_or(0, |place| place + 1);
    let shown = &props.interviews[..all.min(edited.max(*drawn))];
    let ids: Vec<&str> = shown.iter().map(|interview| interview.id.as_str()).collect();
    let found = found(&props.report, &ids);
    html! {
        <ol class="list">
            { for shown.iter().zip(found).map(|(interview, found)| match &props.editing {
                Some((id, row)) if *id == interview.id => row.clone(),
                _ => html! {
                    <Row
                        key={interview.id.clone()}
                        interview={Rc::clone(interview)}
                        {found}
                        book={props.book}
                        search={Rc::clone(&props.search)}
                        dispatch={props.dispatch.clone()}
                    />
                },
            }) }
        </ol>
    }
}
