//! What stands around every screen: name, navigation, status, banners and the last notice.

use yew::prelude::*;

use super::words::counted;
use crate::browser;
use crate::hooks::{Handle, use_dispatch};
use crate::route::{Route, Screen, href};
use crate::state::{Action, Book, Notebook, Storage};

#[derive(Properties, PartialEq)]
pub struct FrameProps {
    pub state: Handle,
    pub route: Route,
    pub children: Html,
}

#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let book = props.route.book;
    let is_empty = props.state.book(book).is_none_or(Notebook::is_empty);
    let in_interviews = matches!(props.route.screen, Screen::Interviews { .. } | Screen::Add | Screen::Paste);
    let in_story = matches!(props.route.screen, Screen::Story { .. } | Screen::Home) && !is_empty;
    let links = html! {
        <>
            <a href={href(book, Screen::Interviews { edit: None })} aria-current={in_interviews.then_some("page")}>{ "Interviews" }</a>
            <a href={href(book, Screen::Story { point: None })} aria-current={in_story.then_some("page")}>{ "Story" }</a>
        </>
    };
    let skip = Callback::from(|event: MouseEvent| {
        // The address belongs to the screens, so the link moves the focus by itself.
        event.prevent_default();
        browser::focus("main");
    });
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
                    <nav class="nav" aria-label="Screens">{ links.clone() }</nav>
                    <div class="right">
                        <span class="status" role="status">{ status(&props.state, book) }</span>
                        <Look />
                        if book == Book::Mine {
                            <a class="btn small" href={href(Book::Mine, Screen::Add)} onclick={|_| browser::focus("answer")} aria-keyshortcuts="n">
                                { "Add an answer" }
                                <kbd class="only" aria-hidden="true">{ "N" }</kbd>
                            </a>
                        }
                    </div>
                </div>
            </header>
            <Banners state={props.state.clone()} {book} />
            <main id="main" class="wrap" tabindex="-1">{ props.children.clone() }</main>
            <NoticeBar state={props.state.clone()} />
            <nav class="tabs" aria-label="Screens">{ links }</nav>
        </>
    }
}

/// What is true about the user's notes, in a few words.
fn status(state: &Handle, book: Book) -> &'static str {
    match (&state.storage, book) {
        (_, Book::Sample) => "A sample",
        (Storage::Opening, _) => "Opening your notes…",
        (Storage::MemoryOnly(_), _) => "Not kept",
        (Storage::Kept { .. }, _) if state.saving.failed.is_some() => "Not saved",
        (Storage::Kept { .. }, _) if !state.saving.is_done() => "Saving…",
        (Storage::Kept { .. }, _) => "Kept in this browser only",
    }
}

#[derive(Properties, PartialEq)]
struct BannersProps {
    state: Handle,
    book: Book,
}

/// What the user has to know before anything else on the page.
#[component]
fn Banners(props: &BannersProps) -> Html {
    let dispatch = use_dispatch();
    let try_again = Callback::from(move |_| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::TryWriteAgain);
        }
    });
    let mut banners = Vec::new();
    if props.book == Book::Sample {
        banners.push(html! {
            <p key="sample">
                { "You are looking at a sample. Everybody in it is invented, and your own notes are not touched. " }
                <a href={href(Book::Mine, Screen::Home)}>{ "Back to my own" }</a>
            </p>
        });
    }
    match &props.state.storage {
        Storage::MemoryOnly(why) => banners.push(html! {
            <p key="memory" class="trouble">
                <b>{ "Nothing you write here will be kept. " }</b>
                { why }
                { " You can work as usual, but copy what you need before you close the page." }
            </p>
        }),
        Storage::Kept { unreadable } if *unreadable > 0 => banners.push(html! {
            <p key="unreadable" class="trouble">
                <b>{ format!("{} kept here could not be read. ", super::words::upper_first(&counted(*unreadable, "interview", "interviews"))) }</b>
                { "Nothing was changed or deleted; what could be read is shown." }
            </p>
        }),
        _ => {}
    }
    if let Some(why) = &props.state.saving.failed {
        banners.push(html! {
            <p key="failed" class="trouble">
                <b>{ "Your last change is not saved: " }</b>
                { why }
                { ". It stays on this page as long as you do not close it. " }
                <button class="act" onclick={try_again}>{ "Try again" }</button>
            </p>
        });
    }
    html! { <div class="wrap banners" role="status">{ for banners }</div> }
}

#[derive(Properties, PartialEq)]
struct NoticeBarProps {
    state: Handle,
}

/// The last thing done, with the way back. Stands in the page before it has anything to say, so that it is heard.
#[component]
fn NoticeBar(props: &NoticeBarProps) -> Html {
    let dispatch = use_dispatch();
    let on = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(action.clone());
            }
        })
    };
    let notice = props.state.notice.as_ref();
    html! {
        <div class={classes!("notice", notice.is_none().then_some("empty"))}>
            <p role="status">{ notice.map_or("", |notice| notice.text.as_str()).to_owned() }</p>
            if let Some(notice) = notice {
                <p class="acts">
                    if notice.undoable {
                        <button class="act" onclick={on(Action::Undo)} aria-keyshortcuts="Control+Z">{ "Undo" }</button>
                    }
                    <button class="act" onclick={on(Action::DismissNotice)}>{ "Close" }</button>
                </p>
            }
        </div>
    }
}

/// Turns between light and dark. Says what pressing it gives.
#[component]
fn Look() -> Html {
    let dark = use_state(browser::is_dark);
    let turn = {
        let dark = dark.clone();
        Callback::from(move |_| {
            browser::set_dark(!*dark);
            dark.set(!*dark);
        })
    };
    html! { <button class="act look" onclick={turn}>{ if *dark { "Light" } else { "Dark" } }</button> }
}
