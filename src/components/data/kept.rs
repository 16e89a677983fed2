//! What is kept, and where.

use yew::prelude::*;

use crate::hooks::Handle;
use crate::state::Storage;

pub fn kept(state: &Handle) -> Html {
    let place = match &state.storage {
        Storage::Opening => "Your notes are being opened.",
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
    html! {
        <section aria-labelledby="h-kept">
            <h2 id="h-kept">{ "What is kept where" }</h2>
            <p class="none">{ place }</p>
        </section>
    }
}
