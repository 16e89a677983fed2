//! The pitch, said aloud against a clock.

mod awake;
mod speech;
mod stage;
mod times;
mod voice;

use yew::prelude::*;

use self::stage::Stage;
use self::times::times;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::practice::Speech;
use crate::state::{AnalysisStatus, Book, Notebook};

pub fn practice(state: &Handle, book: Book, notebook: &Notebook) -> Html {
    let (papers, analysis) = (notebook.papers(), &notebook.analysis);
    let version = papers.version();
    let speech = Speech::new(&analysis.report, &version, papers.settings().words_a_minute);
    if speech.lines.is_empty() {
        return html! {
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Practise" }</h1>
                { super::story::progress(&analysis.status) }
                if analysis.status != AnalysisStatus::Working {
                    <p>
                        { "Here you say your pitch aloud against a clock, as soon as there is one. " }
                        <a href={href(book, Screen::Story { point: None })}>{ "See how it comes about" }</a>
                    </p>
                }
            </header>
        };
    }
    html! {
        <>
            <Stage {speech} version={version.clone()} {book} dispatch={state.dispatcher()} />
            if book == Book::Mine {
                { times(papers.practices(), &version, &state.dispatcher()) }
            }
        </>
    }
}
