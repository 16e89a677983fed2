//! Has the interviews analysed again whenever they changed.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use refrain_core::Blend;
use yew::prelude::*;

use super::Handle;
use crate::analyst::{About, Analyst, Outcome};
use crate::protocol::Depth;
use crate::state::{Action, AnalysisStatus, Book, Notebook};

/// How long to wait for another change before asking, in milliseconds.
const PAUSE: u32 = 120;

#[hook]
pub fn use_analysis(state: &Handle) {
    let analyst = {
        let dispatch = state.dispatcher();
        use_memo((), move |()| {
            let tell = dispatch.clone();
            let answer = move |About { book, revision }, outcome| {
                dispatch.dispatch(match outcome {
                    Outcome::Report { report, depth } => {
                        let status = match depth {
                            Depth::First => AnalysisStatus::Working,
                            Depth::Full => AnalysisStatus::UpToDate,
                            Depth::WordsOnly => AnalysisStatus::WordsOnly,
                        };
                        Action::Analysed { book, revision, report: Rc::new(*report), status }
                    }
                    Outcome::Failed(why) => Action::AnalysisFailed { book, revision, why },
                });
            };
            let told = move |text: String, found: Vec<Blend>| {
                tell.dispatch(Action::Heeded { text: text.into(), found: found.into() });
            };
            Analyst::new(answer, told)
        })
    };
    use_asking(&analyst, state, Book::Mine);
    use_asking(&analyst, state, Book::Sample);
    use_effect_with(state.heeded.clone(), move |text| {
        if let Some(text) = text {
            analyst.heed(text.to_string());
        }
    });
}

#[hook]
fn use_asking(analyst: &Rc<Analyst>, state: &Handle, book: Book) {
    let revision = state.book(book).map_or(0, Notebook::revision);
    let (analyst, state) = (Rc::clone(analyst), state.clone());
    use_effect_with(revision, move |&revision| {
        // Changes come in bursts. Revision 0 is a notebook that never held anything.
        let timeout = (revision > 0).then(|| {
            Timeout::new(PAUSE, move || {
                if let Some(notebook) = state.book(book) {
                    analyst.ask(About { book, revision }, notebook.clone());
                }
            })
        });
        move || drop(timeout)
    });
}
