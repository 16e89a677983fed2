//! "Same point?": pairs of points that may be one, asked one at a time, the likeliest first, when the user cares to look.

use std::rc::Rc;

use refrain_core::Mention;
use yew::prelude::*;

use super::super::quote::{by, quote};
use super::page::{Page, once};
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Papers, decide};

pub fn same_point(page: &Rc<Page>, papers: &Papers, dispatch: &Dispatch) -> Html {
    let (points, decided) = (&page.report.points, papers.decided());
    let open = decide::unanswered(&page.report.suggestions, points, decided);
    let Some(first) = open.first() else { return html! {} };
    let is_last = open.len() == 1;
    let answer = |is_same: bool| {
        let (page, dispatch, first) = (Rc::clone(page), dispatch.clone(), (*first).clone());
        // The second click of a double click would answer the next pair unread.
        once(move || {
            if is_last {
                browser::focus("h-points");
            }
            if let Some(action) = decide::answer(&first, &page.report.points, is_same, browser::new_id) {
                dispatch.dispatch(action);
            }
        })
    };
    let said = |mention: &Mention| {
        let interview = page.places.get(&mention.note)?;
        let point = points.iter().find(|point| point.mentions.contains(mention))?;
        Some(html! {
            <li>
                { quote(&interview.answer, mention.context, &[mention.span]) }
                { by(interview) }
                if point.label != mention.text { <span class="meta">{ format!("With {}", decide::title(&point.label)) }</span> }
            </li>
        })
    };
    html! {
        <details class="same">
            <summary><span class="q" aria-hidden="true">{ "?" }</span><span class="act">{ format!("Same point? {} to look at", open.len()) }</span></summary>
            <p class="sub">{ "Do these two say the same of you?" }</p>
            <ul class="pair">{ for first.mentions.iter().filter_map(said) }</ul>
            <p class="acts">
                <button class="btn small" onclick={answer(true)}>{ "Yes, one point" }</button>
                <button class="btn small" onclick={answer(false)}>{ "No, keep them apart" }</button>
            </p>
        </details>
    }
}
