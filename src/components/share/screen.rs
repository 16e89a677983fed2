//! The screen: choices, preview, ways out.

use std::rc::Rc;

use yew::prelude::*;

use super::super::copying::PITCH;
use super::super::more::{QUOTES_AT_ONCE, use_shown};
use super::super::pitch::length;
use super::super::story::progress;
use super::out::Out;
use super::sheet::sheet;
use super::ticks::{names, quotes};
use super::{leaving, use_names};
use crate::browser;
use crate::export::{Format, Shape, shape};
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::pitch::{composed, name_of, show};
use crate::state::sharing::set;
use crate::state::{AnalysisStatus, Book, Notebook, Settings};

/// Where the chosen shape is kept, as the look is.
const SHAPE: &str = "refrain.shape";

#[derive(Properties, PartialEq)]
pub struct ShareProps {
    pub state: Handle,
    pub book: Book,
}

#[component]
pub fn Share(props: &ShareProps) -> Html {
    let ShareProps { state, book } = props;
    let chosen = use_state_eq(|| {
        let kept = browser::stored(SHAPE).into_iter().next();
        kept.map(|(_, slug)| Shape::from_slug(&slug)).unwrap_or_default()
    });
    // Nothing of the sample is kept, so what is ticked there is forgotten with the screen.
    let in_sample = use_state_eq(|| None::<Settings>);
    let shown = use_shown(QUOTES_AT_ONCE);
    let notebook = state.book(*book);
    let kept = notebook.map(|notebook| notebook.papers().settings()).unwrap_or_default();
    let settings = in_sample.as_ref().map_or(kept, |settings| Rc::new(settings.clone()));
    let could_be_named = use_names(notebook.map_or(&[], Notebook::in_time_order), &settings.shown);
    let Some(notebook) = notebook else { return html! {} };
    let (papers, analysis) = (notebook.papers(), &notebook.analysis);
    let version = papers.version();
    let pitch = composed(&analysis.report, &version).filter(|pitch| !pitch.lines.is_empty());
    let Some(pitch) = pitch else {
        return html! {
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Share" }</h1>
                { progress(&analysis.status) }
                if analysis.status != AnalysisStatus::Working {
                    <p>
                        { "From here your pitch goes into a résumé, a profile or an e-mail, as soon as there is one. " }
                        <a href={href(*book, Screen::Story { point: None })}>{ "See how it comes about" }</a>
                    </p>
                }
            </header>
        };
    };
    let leaving = leaving(notebook, &version, &settings, &settings.quoted, &could_be_named);
    let document = shape(&leaving.source, *chosen);
    let tick = {
        let (dispatch, in_sample, book) = (state.dispatcher(), in_sample.clone(), *book);
        Callback::from(move |(what, settings): (String, Settings)| match book {
            Book::Mine => dispatch.dispatch(set(&what, settings)),
            Book::Sample => in_sample.set(Some(settings)),
        })
    };
    let is_english = analysis.report.language == refrain_core::Language::English;
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Share" }</h1>
                <p>{ "Nothing leaves this page unless you copy or save it, and then only what you see here." }</p>
                { progress(&analysis.status) }
            </header>
            <div class="share">
                <div class="share-choose">
                    if *book == Book::Mine { { versions(state) } }
                    { length(state, *book, papers, &version, pitch) }
                    { shapes(&chosen) }
                    if *book == Book::Mine {
                        <p class="acts"><a class="act" href={href(*book, Screen::Embed)}>{ "Put it on your site" }</a></p>
                    }
                </div>
                <section class="share-out" aria-labelledby="h-leaves">
                    <h2 id="h-leaves">{ "This is what leaves" }</h2>
                    { sheet(&document) }
                    <Out title={leaving.title.clone()} kind={chosen.slug()} what={PITCH} formats={&Format::ALL[..]} {document} {is_english} />
                </section>
                <div class="share-may">
                    { names(&could_be_named.parties, &leaving.source.named, &settings, &tick) }
                    { quotes(notebook, &version, &leaving, &settings, &tick, &shown) }
                </div>
            </div>
        </>
    }
}

/// Which version goes out: the one that the story screen shows too.
fn versions(state: &Handle) -> Html {
    let papers = state.mine.papers();
    let (all, shown) = (papers.versions(), papers.version());
    if all.len() < 2 {
        return html! {};
    }
    let onchange = {
        let (dispatch, papers) = (state.dispatcher(), papers.clone());
        Callback::from(move |event: Event| dispatch.dispatch(show(&papers, &browser::value_of(&event))))
    };
    html! {
        <label class="field">
            <span>{ "Version" }</span>
            <select {onchange}>
                { for all.iter().map(|version| html! {
                    <option value={version.id.clone()} selected={version.id == shown.id}>{ name_of(version).to_owned() }</option>
                }) }
            </select>
        </label>
    }
}

fn shapes(chosen: &UseStateHandle<Shape>) -> Html {
    let option = |shape: Shape| {
        let chosen = chosen.clone();
        let is_chosen = *chosen == shape;
        let onchange = move |_: Event| {
            chosen.set(shape);
            // Where it is not kept, the next visit begins with the pitch as it is.
            let _ = browser::store(SHAPE, shape.slug());
        };
        html! {
            <label class="share-tick">
                <input type="radio" name="shape" checked={is_chosen} {onchange} />
                <span>{ shape.name() }</span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend class="lab">{ "Shape" }</legend>
            { for Shape::ALL.map(option) }
        </fieldset>
    }
}
