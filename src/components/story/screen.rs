//! The story screen: points, clichés and doubts on the left, the pitch on the right.

use std::rc::Rc;

use refrain_core::{Point, Report};
use yew::prelude::*;

use super::super::words::{counted, upper_first};
use super::cliches::Cliches;
use super::doubts::Doubts;
use super::pitch::Pitch;
use super::point::PointItem;
use crate::browser;
use crate::hooks::{Handle, use_title};
use crate::state::{AnalysisStatus, Book, Interview, Notebook};

#[derive(Properties, PartialEq)]
pub struct StoryProps {
    pub state: Handle,
    pub book: Book,
    /// The id of the point to open.
    #[prop_or_default]
    pub open: Option<String>,
}

#[component]
pub fn Story(props: &StoryProps) -> Html {
    use_title("Story");
    let nothing = Notebook::default();
    let notebook = props.state.book(props.book).unwrap_or(&nothing);
    let report = &notebook.analysis.report;
    let interviews: Rc<[Rc<Interview>]> = notebook.in_time_order().into();
    use_opening(props.open.as_deref(), report);

    let specific = || report.points.iter().filter(|point| !point.cliche);
    let recurring: Vec<&Point> = specific().filter(|point| point.interviews > 1).collect();
    let once: Vec<&Point> = specific().filter(|point| point.interviews == 1).collect();
    let item = |at: usize, point: &Point| {
        let is_open = props.open.as_ref().map_or(at == 0 && point.interviews > 1, |open| *open == point.id);
        html! {
            <PointItem key={point.id.clone()} point={point.clone()} interviews={Rc::clone(&interviews)} {is_open} />
        }
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "What they keep saying" }</h1>
                <p>{ summary(recurring.len(), notebook.len()) }</p>
                <Progress status={notebook.analysis.status.clone()} />
            </header>
            <div class="spread">
                <div>
                    <section aria-labelledby="h-points">
                        <div class="bar"><h2 id="h-points">{ "Points, strongest first" }</h2></div>
                        if recurring.is_empty() && notebook.analysis.status == AnalysisStatus::UpToDate {
                            <p class="none">{ "A point stands here as soon as a second interviewer makes it, in whatever words." }</p>
                        }
                        <ol class="themes">{ for recurring.into_iter().enumerate().map(|(at, point)| item(at, point)) }</ol>
                        if !once.is_empty() {
                            <details class="once" open={props.open.as_ref().is_some_and(|open| once.iter().any(|point| point.id == *open))}>
                                <summary><span class="act">{ format!("{} heard once so far", counted(once.len(), "point", "points")) }</span></summary>
                                <ol class="themes">{ for once.iter().enumerate().map(|(at, point)| item(at, point)) }</ol>
                            </details>
                        }
                    </section>
                    <Cliches report={Rc::clone(report)} interviews={Rc::clone(&interviews)} />
                    <Doubts report={Rc::clone(report)} interviews={Rc::clone(&interviews)} />
                </div>
                <Pitch report={Rc::clone(report)} all={notebook.len()} book={props.book} />
            </div>
        </>
    }
}

fn summary(points: usize, answers: usize) -> String {
    let answers = counted(answers, "answer", "answers");
    match points {
        0 => format!("No point has come back yet across {answers}."),
        1 => format!(
            "One point came back across {answers}. Each stroke is one interview, however often that person said it."
        ),
        _ => format!(
            "{} points came back across {answers}. Each stroke is one interview, however often that person said it.",
            upper_first(&super::super::words::number(points)),
        ),
    }
}

/// Shows an address's point once the report that holds it is there.
#[hook]
fn use_opening(open: Option<&str>, report: &Report) {
    let there = open.is_some_and(|open| report.points.iter().any(|point| point.id == open));
    let id = open.map(|open| format!("point-{open}"));
    use_effect_with((id, there), |(id, there)| {
        if let (Some(id), true) = (id, there) {
            browser::scroll_to(id);
            browser::focus(id);
        }
    });
}

#[derive(Properties, PartialEq)]
struct ProgressProps {
    status: AnalysisStatus,
}

/// Stands in the page before it has anything to say, so that a screen reader hears it.
#[component]
fn Progress(props: &ProgressProps) -> Html {
    let text = match &props.status {
        AnalysisStatus::UpToDate => String::new(),
        AnalysisStatus::Working => "Listening for points that come back…".to_owned(),
        AnalysisStatus::Failed(why) => {
            format!("The points could not be worked out: {why}. Your notes are safe. Reload the page to try again.")
        }
    };
    let class = classes!("sub", matches!(props.status, AnalysisStatus::Failed(_)).then_some("trouble"));
    html! { <p {class} role="status">{ text }</p> }
}
