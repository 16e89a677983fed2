//! The root: state, effects, and which screen to show.

use std::rc::Rc;

use yew::prelude::*;

use super::first_run::first_run;
use super::frame::frame;
use super::interviews::add_alone;
use super::later::{sentence, use_later};
use super::workshop::is_later;
use crate::hooks::{
    use_analysis, use_drafts, use_focus, use_notice_end, use_route, use_sample, use_shortcuts, use_storage, use_title,
};
use crate::route::{Route, Screen, href};
use crate::state::{Book, Notebook, Sample, State, Storage};
use crate::text::upper_first;

#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let route = use_route();
    use_storage(&state);
    use_drafts(&state);
    use_analysis(&state);
    use_sample(&state, route.book);
    use_shortcuts(&state, route.book);
    use_title(title(&route, &state));
    let is_ready = match route.book {
        Book::Mine => state.storage.is_open(),
        Book::Sample => state.book(Book::Sample).is_some(),
    };
    let is_empty = state.book(route.book).is_none_or(Notebook::is_empty);
    let is_later = is_ready && is_later(&route.screen, is_empty);
    let later = use_later(is_ready, is_later);
    let points = state.book(route.book).map(|notebook| Rc::clone(&notebook.analysis.report));
    let is_shown = is_ready && (!is_later || later.is_here() || route.screen == Screen::Add);
    use_focus(&route, is_shown, points.as_deref().map_or(&[], |report| &report.points));
    use_notice_end(&state, &route);

    let book = route.book;
    let content = match (state.book(book), &route.screen) {
        (_, Screen::NotFound) => not_found(),
        (None, _) => sentence(match &state.sample {
            Sample::Failed(why) => why,
            _ => "Fetching the sample…",
        }),
        (Some(_), _) if !is_ready => sentence(match state.storage {
            Storage::Held => {
                "Refrain is open in another tab in an older version. Close that tab, and your notes open here."
            }
            _ => "Opening your notes…",
        }),
        // An answer can be kept before the list is here.
        (Some(_), Screen::Add) if !later.is_here() => add_alone(&state),
        (Some(notebook), _) if is_later => later.screen(&state, &route, notebook),
        (Some(_), _) => first_run(),
    };
    frame(&state, &route, !is_empty, later.banners(&state, book), content)
}

/// What the tab, the bookmark and the screen reader call the screen: what is open there, where one thing is, and the screen.
fn title(route: &Route, state: &State) -> String {
    let notebook = state.book(route.book);
    let open = match &route.screen {
        Screen::Story { point: Some(id) } => notebook.and_then(|notebook| {
            let point = notebook.analysis.report.points.iter().find(|point| point.id == *id)?;
            Some(point.label.clone())
        }),
        Screen::Interviews { edit: Some(id) } => {
            notebook.and_then(|notebook| Some(upper_first(&notebook.get(id)?.title())))
        }
        _ => None,
    };
    let screen = screen_title(route);
    open.map_or_else(|| screen.to_owned(), |open| format!("{open}: {screen}"))
}

fn screen_title(route: &Route) -> &'static str {
    match (&route.screen, route.book) {
        (Screen::Home, _) => "Refrain",
        (Screen::Interviews { .. }, _) => "Interviews: Refrain",
        (Screen::Add, _) => "Add an answer: Refrain",
        (Screen::Paste, _) => "Paste notes: Refrain",
        (Screen::Story { .. }, Book::Mine) => "Story: Refrain",
        (Screen::Story { .. }, Book::Sample) => "A sample story: Refrain",
        (Screen::Grid, _) => "Grid: Refrain",
        (Screen::Compare, _) => "My version and theirs: Refrain",
        (Screen::Versions, _) => "Versions: Refrain",
        (Screen::Share, _) => "Share: Refrain",
        (Screen::People { .. }, _) => "People: Refrain",
        (Screen::Fit { .. }, _) => "The fit: Refrain",
        (Screen::Advice { .. }, _) => "Ask for advice: Refrain",
        (Screen::Before { .. }, _) => "Before the call: Refrain",
        (Screen::After { .. }, _) => "After the call: Refrain",
        (Screen::Embed, _) => "On your site: Refrain",
        (Screen::Data, _) => "Your data: Refrain",
        (Screen::Practice, _) => "Practise: Refrain",
        (Screen::NotFound, _) => "Not found: Refrain",
    }
}

fn not_found() -> Html {
    html! {
        <div class="title">
            <h1 id="title" tabindex="-1">{ "There is nothing at this address" }</h1>
            <p>
                { "The link may be damaged, or belong to something deleted since. " }
                <a href={href(Book::Mine, Screen::Home)}>{ "Go to the start" }</a>
            </p>
        </div>
    }
}
