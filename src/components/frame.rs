//! What stands around every screen: name, navigation, status and the last notice.

use yew::prelude::*;

use crate::browser;
use crate::hooks::{Dispatch, Handle};
use crate::route::{Route, Screen, href};
use crate::state::{Action, Book, State, Storage};
use crate::text::upper_first;

/// The whole page around `content`. `banners` are what the user has to know before anything else.
pub fn frame(state: &Handle, route: &Route, has_story: bool, banners: Html, content: Html) -> Html {
    let book = route.book;
    let in_interviews = matches!(route.screen, Screen::Interviews { .. } | Screen::Add | Screen::Paste);
    let in_story =
        matches!(route.screen, Screen::Story { .. } | Screen::Versions) || has_story && route.screen == Screen::Home;
    let link = |screen: Screen, text: &str, current: bool| {
        html! { <a href={href(book, screen)} aria-current={current.then_some("page")}>{ text }</a> }
    };
    let at = |screen: Screen, text: &str| {
        let current = screen == route.screen;
        link(screen, text, current)
    };
    let interviews = link(Screen::Interviews { edit: None }, "Interviews", in_interviews);
    let story = link(Screen::Story { point: None }, "Story", in_story);
    let grid = at(Screen::Grid, "Grid");
    let compare = at(Screen::Compare, "My version");
    let practice = at(Screen::Practice, "Practise");
    // What nobody needs in the first minutes.
    let mut others = Vec::new();
    if has_story {
        let in_people = matches!(route.screen, Screen::People { .. } | Screen::Before { .. } | Screen::After { .. });
        others.push(link(Screen::People { id: None }, "People", in_people));
        others.push(at(Screen::Share, "Share"));
    }
    if book == Book::Mine {
        if has_story {
            let (in_fit, in_advice) =
                (matches!(route.screen, Screen::Fit { .. }), matches!(route.screen, Screen::Advice { .. }));
            others.push(link(Screen::Fit { id: None }, "The fit", in_fit));
            others.push(link(Screen::Advice { id: None }, "Ask for advice", in_advice));
            others.push(at(Screen::Embed, "On your site"));
        }
        others.push(at(Screen::Data, "Your data"));
    }
    let more = |links: Vec<Html>| {
        html! {
            // Another address has another menu, which is closed.
            <details key={route.href()} class="more">
                <summary>{ "More" }</summary>
                <div>{ for links }</div>
            </details>
        }
    };
    // Where there is room the style sheet shows the first two beside the others, and not here.
    let menu = [vec![grid.clone(), compare.clone()], others].concat();
    let skip = |event: MouseEvent| {
        // The address belongs to the screens, so the link moves the focus by itself.
        event.prevent_default();
        browser::focus("main");
    };
    html! {
        <>
            <a class="skip" href="#main" onclick={skip}>{ "Skip to the content" }</a>
            <header class="top">
                <div class="wrap">
                    <a class="brand" href={href(Book::Mine, Screen::Home)}>
                        <svg class="marks" width="17" height="15" viewBox="0 0 17 15" aria-hidden="true">
                            <path class="on" d="M1 14.5L5.4.5M6.4 14.5L10.8.5M11.8 14.5L16.2.5" />
                        </svg>
                        { "Refrain" }
                    </a>
                    <nav class="nav" aria-label="Screens">
                        { interviews.clone() }{ story.clone() }{ grid }{ compare }{ practice.clone() }
                        { more(menu.clone()) }
                    </nav>
                    <div class="right">
                        { status(state, book) }
                        <Look />
                        if book == Book::Mine {
                            <a
                                class="btn small"
                                href={href(Book::Mine, Screen::Add)}
                                onclick={|_| browser::focus("answer")}
                                accesskey="n"
                            >
                                { "Add an answer" }
                                if state.mine.papers().settings().is_key_on { <kbd aria-hidden="true">{ "N" }</kbd> }
                            </a>
                        }
                    </div>
                </div>
            </header>
            <div class="wrap banners" role="status">{ behind(state) }{ banners }</div>
            <main id="main" class="wrap" tabindex="-1">{ content }</main>
            { notice_bar(state, book) }
            <nav class="tabs" aria-label="Screens">{ interviews }{ story }{ practice }{ more(menu) }</nav>
        </>
    }
}

/// What is true about the user's notes, in a few words. Trouble is told aloud by the banners.
fn status(state: &State, book: Book) -> Html {
    let (trouble, text) = match (&state.storage, book) {
        (_, Book::Sample) => return html! { <span class="status">{ "A sample" }</span> },
        (Storage::Opening | Storage::Held, _) => (false, "Opening…"),
        (Storage::MemoryOnly(_), _) => (true, "Not saved"),
        _ if state.saving.failed.is_some() => (true, "Not saved"),
        (Storage::ReadOnly, _) => (true, "Read only"),
        _ if !state.saving.is_done() => (false, "Saving…"),
        _ => (false, "Saved"),
    };
    html! {
        <a class="status" data-trouble={trouble.then_some("")} href={href(Book::Mine, Screen::Data)}>
            { text }
            <span class="vh">{ ": your data" }</span>
        </a>
    }
}

/// What is in the way of keeping, until the code is here that says what to do about it.
pub fn trouble(state: &State) -> Html {
    match (&state.storage, &state.saving.failed) {
        (Storage::MemoryOnly(why), _) | (_, Some(why)) => told(&upper_first(why)),
        _ => Html::default(),
    }
}

/// That there is more than is shown.
fn behind(state: &State) -> Html {
    match state.is_behind {
        true => told("Another tab has saved something that cannot be shown here. Reload the page to see it."),
        false => Html::default(),
    }
}

fn told(trouble: &str) -> Html {
    html! { <p class="trouble">{ trouble.to_owned() }</p> }
}

/// The last thing done, with the way back. Stands in the page before it has anything to say, so that it is heard.
fn notice_bar(state: &Handle, book: Book) -> Html {
    // It is about the user's own notes.
    let notice = state.notice.as_ref().filter(|_| book == Book::Mine);
    let button = |text: &str, action: Action| {
        html! { <button class="act" onclick={act(&state.dispatcher(), action)}>{ text }</button> }
    };
    html! {
        <div class="notice">
            <p role="status">{ notice.map_or("", String::as_str) }</p>
            if notice.is_some() {
                <p class="acts">
                    if state.history.can_undo() { { button("Undo", Action::Undo) } }
                    if state.history.can_redo() { { button("Redo", Action::Redo) } }
                    { button("Close", Action::DismissNotice) }
                </p>
            }
        </div>
    }
}

/// Dispatches an action by a button that may be gone afterwards, and the focus with it.
pub fn act(dispatch: &Dispatch, action: Action) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| {
        browser::focus_in_place("main");
        dispatch.dispatch(action.clone());
    })
}

/// Turns between light and dark. Says what pressing it gives.
#[component]
pub fn Look() -> Html {
    let dark = use_state(browser::is_dark);
    let turn = {
        let dark = dark.clone();
        move |_| {
            // The system may have changed since the button was drawn.
            let is_dark = !browser::is_dark();
            browser::set_dark(is_dark);
            dark.set(is_dark);
        }
    };
    html! { <button class="act look" onclick={turn}>{ if *dark { "Light" } else { "Dark" } }</button> }
}
