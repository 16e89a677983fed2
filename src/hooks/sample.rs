//! Fetches the sample when somebody asks to see it.

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::import::{self, Block};
use crate::state::{Action, Book, Date, Narrative, Record, Sample};

/// Stands beside the page. It is plain text in the form in which interviews can be pasted.
const FILE: &str = "sample.txt";

/// What the invented person said of herself before the first answer.
const NARRATIVE: &str = "I work well under pressure. I explain things clearly. I am a strategic thinker. \
                         I am passionate about good care.";

#[hook]
pub fn use_sample(state: &Handle, book: Book) {
    let wanted = book == Book::Sample && !matches!(state.sample, Sample::Ready(_));
    let dispatch = state.dispatcher();
    // Where it could not be fetched, the next visit tries again.
    use_effect_with(wanted, move |&wanted| {
        if wanted {
            spawn_local(async move {
                let records = match browser::fetch_text(FILE).await {
                    Some(text) => read(text).await.ok(),
                    None => None,
                };
                dispatch.dispatch(match records {
                    Some(records) => Action::SampleLoaded(records),
                    None => Action::SampleFailed("The sample could not be fetched. Go back and try again.".to_owned()),
                });
            });
        }
    });
}

#[wasm_split(workshop, fallible)]
fn read(text: String) -> Result<Vec<Record>, SplitLoaderError> {
    let interview = |(position, block): (usize, Block)| block.into_interview(format!("s-{position:03}")).into();
    let narrative = Narrative {
        id: Narrative::ID.to_owned(),
        text: NARRATIVE.to_owned(),
        written: Date::new(2026, 3, 1),
        ..Narrative::default()
    };
    Ok(import::split(&text).into_iter().enumerate().map(interview).chain([narrative.into()]).collect())
}
