//! The story screen: points, clichés and doubts on the left, the pitch on the right.

use std::rc::Rc;

use refrain_core::Point;
use yew::prelude::*;

use super::super::pitch::Pitch;
use super::cliches::cliches;
use super::doubts::doubts;
use super::point::PointItem;
use crate::hooks::Handle;
use crate::state::{Analysis, AnalysisStatus, Book, Notebook};
use crate::text::{counted, number, upper_first};

/// Opens the point with the id `open`, else the strongest.
pub fn story(state: &Handle, book: Book, notebook: &Notebook, open: Option<&str>) -> Html {
    // The report stands with the interviews that it is about, until the next one is there.
    let Analysis { status, report, interviews } = &notebook.analysis;
    let is_done = matches!(status, AnalysisStatus::UpToDate | AnalysisStatus::WordsOnly);

    let specific = || report.points.iter().filter(|point| !point.cliche);
    let recurring: Vec<&Point> = specific().filter(|point| point.interviews > 1).collect();
    let once: Vec<&Point> = specific().filter(|point| point.interviews == 1).collect();
    let item = |at: usize, point: &Point| {
        let is_open = open.map_or(at == 0 && point.interviews > 1, |open| open == point.id);
        html! {
            <PointItem key={point.id.clone()} point={point.clone()} interviews={Rc::clone(interviews)} {is_open} />
        }
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "What they keep saying" }</h1>
                <p>{ if is_done || !recurring.is_empty() { summary(recurring.len(), interviews.len()) } else { String::new() } }</p>
                { progress(status) }
            </header>
            <div class="spread">
                <div>
                    <section aria-labelledby="h-points">
                        <div class="bar"><h2 id="h-points">{ "Points, strongest first" }</h2></div>
                        if recurring.is_empty() && is_done {
                            <p class="none">{ "A point stands here as soon as a second interviewer makes it, in whatever words." }</p>
                        }
                        <ol class="themes">{ for recurring.into_iter().enumerate().map(|(at, point)| item(at, point)) }</ol>
                        if !once.is_empty() {
                            <details class="once" open={open.is_some_and(|open| once.iter().any(|point| point.id == open))}>
                                <summary><span class="act">{ format!("{} heard once so far", upper_first(&counted(once.len(), "point", "points"))) }</span></summary>
                                <ol class="themes">{ for once.iter().enumerate().map(|(at, point)| item(at, point)) }</ol>
                            </details>
                        }
                    </section>
                    { cliches(report, interviews) }
                    { doubts(report, interviews) }
                </div>
                <Pitch state={state.clone()} {is_done} {book} />
            </div>
        </>
    }
}

fn summary(points: usize, answers: usize) -> String {
    let answers = counted(answers, "answer", "answers");
    match points {
        0 => format!("{} so far. No point has come back yet.", upper_first(&answers)),
        1 => format!(
            "One point came back across {answers}. Each stroke is one interview, however often that person said it."
        ),
        _ => format!(
            "{} points came back across {answers}. Each stroke is one interview, however often that person said it.",
            upper_first(&number(points)),
        ),
    }
}

/// Stands in the page before it has anything to say, so that a screen reader hears it.
pub fn progress(status: &AnalysisStatus) -> Html {
    let text = match status {
        AnalysisStatus::UpToDate => String::new(),
        AnalysisStatus::Working => "Listening for points that come back…".to_owned(),
        AnalysisStatus::WordsOnly => {
            "The catalogue of wordings could not be fetched, so only answers that share words are \
             brought together. Reload the page to try again."
                .to_owned()
        }
        AnalysisStatus::Failed(why) => {
            format!("The points could not be worked out: {why}. Your notes are safe. Reload the page to try again.")
        }
    };
    let trouble = matches!(status, AnalysisStatus::Failed(_) | AnalysisStatus::WordsOnly);
    html! { <p class="sub" data-trouble={trouble.then_some("")} role="status">{ text }</p> }
}
