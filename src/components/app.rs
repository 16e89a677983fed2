//! The root: state, effects, and which screen to show.

use yew::prelude::*;

use super::first_run::FirstRun;
use super::frame::Frame;
use super::interviews::{Interviews, Paste};
use super::story::Story;
use crate::browser;
use crate::hooks::{Dispatch, use_analysis, use_route, use_sample, use_shortcuts, use_storage, use_title};
use crate::route::{Route, Screen, href};
use crate::state::{Book, Notebook, Sample, State, Storage};

#[component]
pub fn App() -> Html {
    let state = use_reducer(State::default);
    let route = use_route();
    use_storage(&state);
    use_analysis(&state);
    use_sample(&state, route.book);
    use_shortcuts(&state);
    use_focus(&route);

    let book = route.book;
    let is_empty = state.book(book).is_none_or(Notebook::is_empty);
    let screen = match (&state.sample, route.screen.clone()) {
        (_, Screen::NotFound) => html! { <NotFound /> },
        (Sample::Failed(why), _) if book == Book::Sample => {
            html! { <Sentence text={format!("{why} Reload the page to try again.")} /> }
        }
        (Sample::NotLoaded, _) if book == Book::Sample => html! { <Sentence text="Fetching the sample…" /> },
        _ if book == Book::Mine && state.storage == Storage::Opening => {
            html! { <Sentence text="Opening your notes…" /> }
        }
        (_, Screen::Paste) => html! { <Paste state={state.clone()} /> },
        (_, Screen::Interviews { edit }) => html! { <Interviews state={state.clone()} {book} {edit} /> },
        (_, Screen::Add) => html! { <Interviews state={state.clone()} {book} /> },
        (_, Screen::Home | Screen::Story { .. }) if is_empty => html! { <FirstRun /> },
        (_, Screen::Home) => html! { <Story state={state.clone()} {book} /> },
        (_, Screen::Story { point }) => html! { <Story state={state.clone()} {book} open={point} /> },
    };
    html! {
        <ContextProvider<Dispatch> context={state.dispatcher()}>
            <Frame state={state.clone()} {route}>{ screen }</Frame>
        </ContextProvider<Dispatch>>
    }
}

/// Takes keyboard and screen reader along to a new screen. The first one is left as the browser opened it.
#[hook]
fn use_focus(route: &Route) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(route.clone(), move |route| {
        if !is_first.replace(false) {
            match &route.screen {
                Screen::Add => browser::focus("answer"),
                Screen::Interviews { edit: Some(id) } => browser::focus(&format!("answer-{id}")),
                Screen::Story { point: Some(id) } => browser::focus(&format!("point-{id}")),
                _ => browser::focus("title"),
            }
        } else if route.screen == Screen::Add {
            browser::focus("answer");
        }
    });
}

#[derive(Properties, PartialEq)]
struct SentenceProps {
    text: AttrValue,
}

/// A screen that has only one thing to say.
#[component]
fn Sentence(props: &SentenceProps) -> Html {
    html! { <p class="alone" role="status">{ &props.text }</p> }
}

#[component]
fn NotFound() -> Html {
    use_title("Not found");
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
