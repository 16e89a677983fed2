//! How long the pitch may be, how long it is, and how fast its user speaks.

use refrain_core::Pitch;
use yew::prelude::*;

use crate::browser;
use crate::hooks::Handle;
use crate::state::pitch::{LENGTHS, WORDS_A_MINUTE, set_length, set_pace};
use crate::state::{Action, Book, Papers, Version};

/// A pace that was typed and cannot be kept, and the field in which it was.
const PACE: &str = "pace";

/// The choice of lengths, and the time that the pitch takes. In the sample there is nothing to choose.
pub fn length(state: &Handle, book: Book, papers: &Papers, version: &Version, pitch: &Pitch) -> Html {
    let dispatch = state.dispatcher();
    let choose = |seconds: u32| {
        let (dispatch, version) = (dispatch.clone(), version.clone());
        Callback::from(move |_: Event| dispatch.dispatch(set_length(&version, seconds)))
    };
    let aloud = format!("{} s aloud, {} words", pitch.seconds, pitch.words);
    let pace = papers.settings().words_a_minute;
    if book == Book::Sample {
        return html! { <p class="meta num len">{ format!("{aloud} at {pace} a minute") }</p> };
    }
    let set = {
        let (dispatch, papers) = (dispatch.clone(), papers.clone());
        Callback::from(move |event: Event| {
            let typed = browser::value_of(&event);
            let act = set_pace(&papers, &typed);
            dispatch.dispatch(Action::Write { field: PACE.to_owned(), text: act.is_none().then_some(typed) });
            if let Some(act) = act {
                dispatch.dispatch(act);
            }
        })
    };
    let unusable = state.text(PACE);
    html! {
        <div class="len">
            <fieldset class="seg">
                <legend class="vh">{ "Length" }</legend>
                { for LENGTHS.iter().map(|&seconds| html! {
                    <label key={seconds}>
                        <input type="radio" name="length" checked={version.seconds == seconds} onchange={choose(seconds)} />
                        { format!("{seconds} s") }
                    </label>
                }) }
            </fieldset>
            <p class="meta num">
                <span role="status">{ aloud }</span>
                { " at " }
                <label>
                    <input
                        id={PACE}
                        class="pace"
                        type="number"
                        inputmode="numeric"
                        min={WORDS_A_MINUTE.start().to_string()}
                        max={WORDS_A_MINUTE.end().to_string()}
                        step="5"
                        aria-label="Words that you speak in a minute"
                        aria-describedby="pace-range"
                        aria-invalid={unusable.map(|_| "true")}
                        value={unusable.map_or_else(|| pace.to_string(), str::to_owned)}
                        onchange={set}
                    />
                    { " a minute" }
                </label>
            </p>
            <p id="pace-range" class="meta" data-trouble={unusable.map(|_| "")} aria-live="polite">
                if unusable.is_some() {
                    { format!("Between {} and {} words a minute", WORDS_A_MINUTE.start(), WORDS_A_MINUTE.end()) }
                }
            </p>
        </div>
    }
}
