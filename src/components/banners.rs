//! What the user has to know before anything else on the page, and what to do about it. It comes with the later screens, as the saving of a
//! file does that most of it offers; the frame says the least of it until then.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::data::save_now;
use super::frame::act;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{Action, Book, Record, State, Storage};
use crate::text::{counted, figures, upper_first};

pub fn banners(state: &Handle, book: Book) -> Html {
    let dispatch = &state.dispatcher();
    let mut banners = Vec::new();
    if book == Book::Sample {
        banners.push(html! {
            <p key="sample">
                { "You are looking at a sample. Everybody in it is invented, and your own notes are not touched. " }
                <a href={href(Book::Mine, Screen::Home)}>{ "Back to my own" }</a>
            </p>
        });
    }
    match &state.storage {
        Storage::MemoryOnly(why) => banners.push(html! {
            <p key="memory" class="trouble">
                <b>{ "Nothing you write here will be kept. " }</b>
                { if browser::is_embedded() { "This browser lets Refrain keep nothing inside another site." } else { why } }
                { " You can work as usual, but " }
                { "save what you need before you close the page. " }
                { download(state) }
            </p>
        }),
        Storage::ReadOnly => banners.push(html! {
            <p key="newer" class="trouble">
                <b>{ "A newer Refrain keeps the notes here. " }</b>
                { "They are shown as far as this older one can read them, and nothing is written. Reload the page to get the newer one." }
            </p>
        }),
        Storage::Kept { unreadable } if *unreadable > 0 => {
            let what = upper_first(&counted(*unreadable, "entry", "entries"));
            banners.push(html! {
                <p key="unreadable" class="trouble">
                    <b>{ what }{ " kept here could not be read. " }</b>
                    { "Nothing was changed or deleted; what could be read is shown. " }
                <a href="recover.html">{ "See what it is, and save a copy" }</a>
                </p>
            });
        }
        Storage::Kept { .. } if book == Book::Mine && browser::is_embedded() => banners.push(html! {
            <p key="where">
                { "What you write here stays in this browser, and only Refrain inside this site can read it. " }
                <a href="./" target="_blank" rel="noopener">{ "Opened by itself" }</a>
                { ", Refrain keeps other notes." }
            </p>
        }),
        _ => {}
    }
    let all = state.saving.in_flight.len();
    if state.saving.under_way > 0 && all > 0 {
        banners.push(html! {
            // Not told aloud number by number.
            <p key="saving" class="num" aria-live="off">
                { format!("Saving {} of {}. Keep this page open: all of it is kept, or none.", figures(state.saving.under_way), figures(all)) }
            </p>
        });
    }
    if state.drafts_at_risk {
        banners.push(html! {
            <p key="drafts" class="trouble">
                { "What you are writing is not kept until you keep it: this browser has no room for drafts, or does not allow them." }
            </p>
        });
    }
    if let Some(theirs) = state.saving.overwritten.first() {
        let what = match theirs {
            Record::Interview(interview) => interview.title(),
            other => format!("the same {}", other.kind().name()),
        };
        banners.push(html! {
            <p key="overwritten" class="trouble">
                <b>{ "Another tab had just changed " }{ what }{ " too. " }</b>
                { "The change made here came later and is shown; the other is kept. " }
                <button class="act" onclick={act(dispatch, Action::SettleOverwritten(true))}>{ "Use the other" }</button>
                { " " }
                <button class="act" onclick={act(dispatch, Action::SettleOverwritten(false))}>{ "Leave it so" }</button>
            </p>
        });
    }
    if let Some(why) = &state.saving.failed {
        banners.push(html! {
            <p key="failed" class="trouble">
                <b>{ "Your last change is not saved: " }</b>
                { why }
                { ". It stays on this page as long as you do not close it. " }
                <button class="act" onclick={act(dispatch, Action::TryWriteAgain)}>{ "Try again" }</button>
                { " " }
                { download(state) }
            </p>
        });
    }
    banners.into_iter().collect()
}

/// Saves what is on the page as a file, at once.
fn download(state: &State) -> Html {
    let mine = state.mine.clone();
    let onclick = move |_| {
        let mine = mine.clone();
        spawn_local(async move {
            if !save_now(mine).await.unwrap_or_default() {
                // There one is told what is in the way.
                browser::go_to(&href(Book::Mine, Screen::Data));
            }
        });
    };
    html! { <button class="act" {onclick}>{ "Download my data" }</button> }
}
