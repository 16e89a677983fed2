//! Doubts somebody voiced, to be ready for. They never enter the pitch.

use std::rc::Rc;

use refrain_core::Report;
use yew::prelude::*;

use super::super::marks::{Kind, margin};
use super::super::quote::by;
use super::slots;
use crate::state::Interview;

pub fn doubts(report: &Report, interviews: &[Rc<Interview>]) -> Html {
    if report.doubts.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-doubts">
            <div class="bar">
                <h2 id="h-doubts">{ "Be ready for this" }</h2>
                <p class="sub">{ "Doubts somebody voiced. They never enter the pitch." }</p>
            </div>
            <ol class="themes">
                { for report.doubts.iter().map(|doubt| {
                    let mention = &doubt.mention;
                    let interview = interviews.iter().find(|interview| interview.id == mention.note);
                    html! {
                        <li class="theme" key={format!("{}-{}", mention.note, mention.span.start)}>
                            { margin(&slots(interviews, std::slice::from_ref(mention)), Kind::Doubt) }
                            <span class="t">
                                <span class="said" dir="auto">{ &mention.text }</span>
                                if let Some(interview) = interview { { by(interview) } }
                            </span>
                        </li>
                    }
                }) }
            </ol>
        </section>
    }
}
