//! Fetches the sample when somebody asks to see it.

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::import;
use crate::state::{Action, Book, Interview, Sample};

/// Stands beside the page. It is plain text in the form in which interviews can be pasted.
const FILE: &str = "sample.txt";

#[hook]
pub fn use_sample(state: &Handle, book: Book) {
    let wanted = book == Book::Sample && !matches!(state.sample, Sample::Ready(_));
    let dispatch = state.dispatcher();
    // Where it could not be fetched, the next visit tries again.
    use_effect_with(wanted, move |&wanted| {
        if wanted {
            spawn_local(async move {
                dispatch.dispatch(match browser::fetch_text(FILE).await {
                    Some(text) => Action::SampleLoaded(read(&text)),
                    None => Action::SampleFailed("The sample could not be fetched.".to_owned()),
                });
            });
        }
    });
}

fn read(text: &str) -> Vec<Interview> {
    let interview = |(position, block): (usize, import::Block)| block.into_interview(format!("s-{position:03}"));
    import::split(text).into_iter().enumerate().map(interview).collect()
}
