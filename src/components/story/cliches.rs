//! Praise that everybody hears, apart from the points.

use std::rc::Rc;

use refrain_core::Report;
use yew::prelude::*;

use super::super::marks::{Kind, margin};
use super::slots;
use crate::state::Interview;

pub fn cliches(report: &Report, interviews: &[Rc<Interview>]) -> Html {
    let cliches: Vec<_> = report.points.iter().filter(|point| point.cliche).collect();
    if cliches.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-cliches">
            <div class="bar">
                <h2 id="h-cliches">{ "Everyone hears this" }</h2>
                <p class="sub">{ "True, perhaps, but it will not be remembered. What happened that made them say it?" }</p>
            </div>
            <ol class="themes">
                { for cliches.into_iter().map(|point| html! {
                    <li class="theme" key={point.id.clone()}>
                        { margin(&slots(interviews, &point.mentions), Kind::Cliche) }
                        <span class="t"><span class="said label small">{ format!("“{}”", point.label) }</span></span>
                    </li>
                }) }
            </ol>
        </section>
    }
}
