//! The three columns.

use std::rc::Rc;

use refrain_core::{Claim, Echo, Point, Report};
use yew::prelude::*;

use super::super::marks::{of_interviews, short_marks};
use super::super::story::{Desk, form, opener, told, verb};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::narrative::{let_go, take_back, unproven};
use crate::state::pitch::{adopt, composed};
use crate::state::stories::{Part, claim_id, delete, draft, keep_for_claim, of_claim};
use crate::state::{Action, Book, Notebook, Story};

pub fn columns(state: &Handle, book: Book, notebook: &Notebook, report: &Rc<Report>) -> Html {
    let papers = notebook.papers();
    let narrative = papers.narrative();
    let comparison = &report.comparison;
    let unproven = unproven(comparison, &narrative);
    let find = |id: &String| report.points.iter().find(|point| point.id == *id);
    let nothing = |text: &str, is_empty: bool| {
        if is_empty {
            html! { <p class="none">{ text.to_owned() }</p> }
        } else {
            html! {}
        }
    };
    html! {
        <div class="three">
            <section aria-labelledby="h-both">
                <h2 id="h-both" tabindex="-1">{ "We both say" }</h2>
                <p class="meta">{ "Keep the idea; theirs is often the better wording." }</p>
                { nothing("Nothing yet. It fills as answers come in.", comparison.both.is_empty()) }
                <ul>{ for comparison.both.iter().map(|echo| both(state, book, notebook, echo, echo.points.first().and_then(find))) }</ul>
            </section>
            <section aria-labelledby="h-they">
                <h2 id="h-they" tabindex="-1">{ "Only they say" }</h2>
                <p class="meta">{ "Strengths that you never mention." }</p>
                { nothing("Nothing: you mention all that comes back.", comparison.only_they.is_empty()) }
                <ul>
                    { for comparison.only_they.iter().filter_map(find).map(|point| html! {
                        <li key={point.id.clone()}>{ theirs(book, point, &point.label) }{ into_pitch(state, book, notebook, point, ("h-they", "Add to the pitch")) }</li>
                    }) }
                </ul>
            </section>
            <section aria-labelledby="h-me">
                <h2 id="h-me" tabindex="-1">{ "Only I say" }</h2>
                <p class="meta">{ "Nobody has echoed it. What happened that would prove it?" }</p>
                { nothing("Nothing: somebody says all of it.", comparison.only_i.is_empty()) }
                <ul>{ for unproven.into_iter().map(|claim| mine(state, book, claim)) }</ul>
                if book == Book::Mine && !narrative.let_go.is_empty() {
                    <details>
                        <summary><span class="act">{ format!("{} let go", narrative.let_go.len()) }</span></summary>
                        <ul>
                            { for narrative.let_go.iter().map(|claim| html! {
                                <li key={claim.clone()}>
                                    <p class="said mine">{ claim }</p>
                                    <p class="acts"><button class="act" onclick={act(state, "h-me", take_back(papers, claim))}>{ "Take it back" }</button></p>
                                </li>
                            }) }
                        </ul>
                    </details>
                }
            </section>
        </div>
    }
}

fn both(state: &Handle, book: Book, notebook: &Notebook, echo: &Echo, point: Option<&Point>) -> Html {
    let Some(point) = point else { return html! {} };
    html! {
        <li key={echo.claim.span.start}>
            <p class="said mine" dir="auto">{ &echo.claim.text }</p>
            { theirs(book, point, &echo.mention.text) }
            { into_pitch(state, book, notebook, point, ("h-both", "Use their words")) }
        </li>
    }
}

/// Their words, and the way to all the quotes.
fn theirs(book: Book, point: &Point, words: &str) -> Html {
    let target = href(book, Screen::Story { point: Some(point.id.clone()) });
    html! { <p class="said" dir="auto"><a class="quiet" href={target}>{ format!("“{words}”") }</a></p> }
}

/// How many made the point, and whether the pitch says it; else the way into it.
fn into_pitch(
    state: &Handle,
    book: Book,
    notebook: &Notebook,
    point: &Point,
    (heading, name): (&'static str, &str),
) -> Html {
    let version = notebook.papers().version();
    let report = &notebook.analysis.report;
    let line = composed(report, &version)
        .and_then(|pitch| pitch.lines.iter().find(|line| line.point.as_ref() == Some(&point.id)));
    let said = match line {
        Some(line) if line.edited => Some("In the pitch, in your wording"),
        Some(_) => Some("In the pitch"),
        None => None,
    };
    let can_adopt = book == Book::Mine && line.is_none_or(|line| line.edited);
    html! {
        <p class="row">
            { short_marks(point.interviews) }
            <span class="vh">{ of_interviews(point.interviews, notebook.analysis.interviews.len()) }</span>
            if let Some(said) = said { <span class="meta">{ said }</span> }
            if can_adopt {
                <button class="act" onclick={act(state, heading, adopt(&version, report, point))} aria-label={format!("{name}: {}", point.label)}>{ name.to_owned() }</button>
            }
        </p>
    }
}

/// A claim that nobody echoes, and the user's story that proves it.
fn mine(state: &Handle, book: Book, claim: &Claim) -> Html {
    let papers = state.mine.papers();
    let new = claim_id(claim);
    let kept: Vec<&Rc<Story>> = of_claim(papers, &claim.text).collect();
    let form_for = |id: &str, story: &Story| {
        let (desk, text) = (Desk::with(&state.dispatcher(), &state.texts, &[id]), claim.text.clone());
        let keep = move |story| keep_for_claim(story, &text, browser::new_id);
        form(&desk, id, story, keep, || browser::focus_in_place("h-me"))
    };
    let is_written = |id: &str, story: &Story| draft(&state.texts, id, story).is_some();
    let write = |text: &'static str, id: &str, start: &str| {
        let (dispatch, field, start) = (state.dispatcher(), Part::Happened.field(id), start.to_owned());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(start.clone()) });
            browser::focus_soon(&field);
        });
        opener(id, text, &claim.text, onclick)
    };
    html! {
        <li key={claim.span.start}>
            <p class="said mine" dir="auto">{ &claim.text }</p>
            { for kept.iter().map(|story| html! {
                if is_written(&story.id, story) {
                    { form_for(&story.id, story) }
                } else {
                    { told(story) }
                    if book == Book::Mine {
                        <p class="acts">
                            { write("Edit story", &story.id, &story.happened) }
                            { verb("Delete story", &claim.text, act(state, "h-me", delete(story))) }
                        </p>
                    }
                }
            }) }
            if book == Book::Mine && is_written(&new, &Story::default()) {
                { form_for(&new, &Story::default()) }
            } else if book == Book::Mine && kept.is_empty() {
                <p class="acts">
                    { write("Write the story", &new, "") }
                    { verb("Let it go", &claim.text, act(state, "h-me", let_go(papers, claim))) }
                </p>
            }
        </li>
    }
}

/// Dispatches an act whose button may be gone afterwards: the focus goes to the heading of its column.
fn act(state: &Handle, heading: &'static str, action: Action) -> Callback<MouseEvent> {
    let dispatch = state.dispatcher();
    Callback::from(move |_| {
        browser::focus_in_place(heading);
        dispatch.dispatch(action.clone());
    })
}
