//! How long the pitch may be, how long it is, and how fast its user speaks.

use refrain_core::Pitch;
use yew::prelude::*;

use crate::browser;
use crate::hooks::Handle;
use crate::state::pitch::{LENGTHS, WORDS_A_MINUTE, set_length, set_pace};
use crate::state::{Book, Papers, Version};

/// The choice of lengths, and the time that the pitch takes. In the sample there is nothing to choose.
pub fn length(state: &Handle, book: Book, papers: &Papers, version: &Version, pitch: &Pitch) -> Html {
    let dispatch = state.dispatcher();
    let choose = |seconds: u32| {
        let (dispatch, version) = (dispatch.clone(), version.clone());
        Callback::from(move |_: Event| dispatch.dispatch(set_length(&version, seconds)))
    };
    let aloud = format!("{} s aloud, {} words at ", pitch.seconds, pitch.words);
    let pace = papers.settings().words_a_minute;
    if book == Book::Sample {
        return html! { <p class="meta num len">{ format!("{aloud}{pace} a minute") }</p> };
    }
    let set = {
        let (dispatch, papers) = (dispatch.clone(), papers.clone());
        Callback::from(move |event: Event| {
            // What is no number leaves the pace as it is, and the field says so by showing it again.
            match browser::value_of(&event).parse() {
                Ok(pace) => dispatch.dispatch(set_pace(&papers, pace)),
                Err(_) => browser::set_value(&event, &papers.settings().words_a_minute.to_string()),
            }
        })
    };
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
                <label>
                    <input
                        class="pace"
                        type="number"
                        inputmode="numeric"
                        min={WORDS_A_MINUTE.start().to_string()}
                        max={WORDS_A_MINUTE.end().to_string()}
                        step="5"
                        aria-label="Words that you speak in a minute"
                        value={pace.to_string()}
                        onchange={set}
                    />
                    { " a minute" }
                </label>
            </p>
        </div>
    }
}
