//! What is kept and where, whether the browser may clear it, and when to be reminded of a backup.

use yew::platform::spawn_local;
use yew::prelude::*;

use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::{Book, Storage, reminder};

#[derive(Properties, PartialEq)]
pub struct KeptProps {
    pub state: Handle,
}

#[component]
pub fn Kept(props: &KeptProps) -> Html {
    let state = &props.state;
    // `None` until the browser has answered; then whether it promised, where it knows of such a promise.
    let promise = use_state(|| None::<Option<bool>>);
    {
        let promise = promise.clone();
        use_effect_with((), move |()| {
            spawn_local(async move { promise.set(Some(browser::is_persisted().await)) });
        });
    }
    let place = match &state.storage {
        Storage::Opening | Storage::Held => "Your notes are being opened.",
        Storage::MemoryOnly(_) => {
            "Your notes are on this page alone and go when you close it. Save a backup before you do."
        }
        Storage::ReadOnly => {
            "Your notes are in this browser, kept by a newer Refrain than this one. They are shown and not changed. Reload \
             the page to get the newer one."
        }
        Storage::Kept { .. } => {
            "Your notes are in this browser, on this device, and nowhere else. Nothing is sent anywhere. Another browser, or a \
             private window, does not have them."
        }
    };
    let is_kept = matches!(state.storage, Storage::Kept { .. });
    html! {
        <section aria-labelledby="h-kept">
            <h2 id="h-kept">{ "What is kept where" }</h2>
            <p class="none">{ place }</p>
            if is_kept {
                <p class="none" role="status">{ promised(*promise) }</p>
                if *promise == Some(Some(false)) {
                    <p class="acts"><button class="act" onclick={ask(&promise)}>{ "Ask the browser not to clear them" }</button></p>
                }
                { remind(state) }
            }
            { earlier(&state.storage) }
        </section>
    }
}

fn earlier(storage: &Storage) -> Html {
    let (title, told, link) = match storage {
        // Nothing of this visit is kept; what an earlier one left may still be there.
        Storage::MemoryOnly(_) => (
            "Kept before",
            "Did this browser keep notes for you on another day? ",
            "See what can still be read of them",
        ),
        _ => (
            "Earlier versions",
            "The last 20 saves are kept, and one from each day of the month before. ",
            "Go back to one, or save a copy of everything",
        ),
    };
    html! {
        <>
            <h2>{ title }</h2>
            <p class="none">{ told }<a href="recover.html">{ link }</a></p>
        </>
    }
}

fn promised(promise: Option<Option<bool>>) -> &'static str {
    match promise {
        None => "",
        Some(Some(true)) => "The browser has promised not to clear them by itself.",
        Some(Some(false)) => {
            "The browser may clear them by itself, when it runs out of room or you stay away for weeks. A backup is the \
             way to be safe."
        }
        Some(None) => "The browser does not say whether it may clear them by itself. A backup is the way to be safe.",
    }
}

fn ask(promise: &UseStateHandle<Option<Option<bool>>>) -> Callback<MouseEvent> {
    let promise = promise.clone();
    Callback::from(move |_| {
        let promise = promise.clone();
        browser::focus_in_place("main");
        spawn_local(async move { promise.set(Some(browser::persist().await)) });
    })
}

fn remind(state: &Handle) -> Html {
    let settings = state.mine.papers().settings();
    let choice = reminder::CHOICES.into_iter().map(|(days, name)| {
        html! { <option value={days.to_string()} selected={days == settings.remind_after}>{ name }</option> }
    });
    let onchange = {
        let state = state.clone();
        move |event: Event| {
            if let Ok(days) = browser::value_of(&event).parse() {
                state.dispatch(reminder::choose(&state.mine.papers().settings(), days));
            }
        }
    };
    html! {
        <p class="field">
            <label for="remind-after">{ "Remind me when the last backup is old" }</label>
            <select id="remind-after" {onchange}>{ for choice }</select>
        </p>
    }
}

/// Stands above the screens when it is time for a backup.
pub fn reminder(state: &Handle) -> Html {
    let settings = state.mine.papers().settings();
    // Ids sort in the order of making.
    let first = state.mine.in_time_order().iter().map(|interview| interview.id.as_str()).min();
    let first = first.and_then(browser::made_at).and_then(browser::day_of);
    let Some(today) = browser::today().filter(|today| reminder::is_due(&settings, first, *today)) else {
        return Html::default();
    };
    let put_off = {
        let state = state.clone();
        move |_| {
            browser::focus_in_place("main");
            state.dispatch(reminder::put_off(&state.mine.papers().settings(), today));
        }
    };
    html! {
        <div class="banners"><p>
            { match settings.last_backup {
                Some(day) => format!("Your last backup is from {}. ", day.in_words(Some(today))),
                None => "You have no backup yet: all of this is in this browser alone. ".to_owned(),
            } }
            <a href={href(Book::Mine, Screen::Data)}>{ "Save one" }</a>
            { " " }
            <button class="act" onclick={put_off}>{ "Later" }</button>
        </p></div>
    }
}
