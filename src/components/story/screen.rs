//! The story screen: points, clichés and doubts on the left, the pitch on the right.

use std::rc::Rc;

use refrain_core::Point;
use yew::prelude::*;

use super::super::more::{AT_ONCE, use_shown};
use super::super::pitch::Pitch;
use super::cliches::cliches;
use super::doubts::doubts;
use super::drag::use_drag;
use super::find::{MOST_WITHOUT, find, holds};
use super::folds::{hidden, not_counted, obsolete};
use super::kept_focus::use_kept_focus;
use super::lost::lost;
use super::page::{Desk, use_page};
use super::point::PointItem;
use super::same_point::same_point;
use super::way::way;
use crate::hooks::Handle;
use crate::state::{AnalysisStatus, Book, Notebook};
use crate::text::{counted, number, upper_first};

/// The lists of points, by their elements' ids.
const RECURRING: &str = "recurring";
const ONCE: &str = "once";
pub const EMPTY: &str = "empty";

/// What an address says that leads to no point.
const GONE: &str = "That point is not here any more.";

/// Opens the point with the id `open`, else the strongest.
pub fn story(state: &Handle, book: Book, notebook: &Notebook, open: Option<&str>) -> Html {
    let open = open.map(str::to_owned);
    html! { <Story state={state.clone()} {book} notebook={notebook.clone()} {open} /> }
}

#[derive(Properties, PartialEq)]
struct StoryProps {
    state: Handle,
    book: Book,
    notebook: Notebook,
    open: Option<String>,
}

#[component]
fn Story(props: &StoryProps) -> Html {
    let StoryProps { state, book, notebook, open } = props;
    let dispatch = state.dispatcher();
    // The report stands with the interviews that it is about, until the next one is there.
    let page = use_page(notebook);
    let drag = use_drag(&page, &dispatch);
    let (onfocusin, onmousedown) = use_kept_focus(&page);
    let words = use_state(String::new);
    let shown = use_shown(AT_ONCE);

    let (status, papers) = (&notebook.analysis.status, notebook.papers());
    let is_done = matches!(status, AnalysisStatus::UpToDate | AnalysisStatus::WordsOnly);
    let is_mine = *book == Book::Mine;
    let answers = page.places.interviews().len();
    let has_many = page.shown().count() > MOST_WITHOUT;
    let is_finding = has_many && !words.trim().is_empty();
    let found: Vec<(usize, &Point)> = page.shown().filter(|(_, point)| !is_finding || holds(point, &words)).collect();

    // What is strongest at first stays open, whatever the user makes of the order.
    let strongest = use_mut_ref(|| None::<String>);
    if is_done && strongest.borrow().is_none() {
        *strongest.borrow_mut() =
            page.shown().find(|(_, point)| !point.cliche && point.interviews > 1).map(|(_, point)| point.id.clone());
    }
    let item = |at: usize, point: &Point| {
        let is_open = open.as_ref().or(strongest.borrow().as_ref()) == Some(&point.id);
        let desk = is_mine.then(|| {
            let stories = &page.beside(at).stories;
            let ids: Vec<&str> = stories.iter().map(|story| story.id.as_str()).chain([point.id.as_str()]).collect();
            Desk::with(&dispatch, &state.texts, &ids)
        });
        html! { <PointItem key={point.id.clone()} page={Rc::clone(&page)} {at} {is_open} is_target={drag.target == Some(at)} {desk} /> }
    };
    let (empty, points): (Vec<_>, Vec<_>) = found.iter().copied().partition(|(_, point)| point.cliche);
    let (recurring, once): (Vec<_>, Vec<_>) =
        points.into_iter().partition(|(_, point)| point.interviews > 1 || point.pinned || is_finding);
    // The one that is named in the address is drawn wherever it stands.
    let items = |list: &str, points: &[(usize, &Point)]| -> Vec<Html> {
        let is_drawn = |place: usize, point: &Point| place < shown.of(list) || open.as_ref() == Some(&point.id);
        let drawn = points.iter().enumerate().filter(|(place, (_, point))| is_drawn(*place, point));
        drawn.map(|(_, (at, point))| item(*at, point)).collect()
    };
    let came_back = page.shown().filter(|(_, point)| !point.cliche && point.interviews > 1).count();
    let is_once = |id: &String| page.find(id).is_some_and(|point| point.interviews == 1 && !point.cliche);
    let desk = is_mine.then(|| Desk::with(&dispatch, &state.texts, &["reply-"]));
    let is_gone = is_done && open.as_ref().is_some_and(|id| page.find(id).is_none());
    let news = if is_gone && drag.words.is_empty() { GONE.to_owned() } else { drag.words };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "What they keep saying" }</h1>
                <p>{ if is_done || came_back > 0 { summary(came_back, answers) } else { String::new() } }</p>
                { progress(status) }
            </header>
            { way(*book, notebook) }
            <div class="spread">
                <div
                    {onfocusin}
                    {onmousedown}
                    ondragstart={drag.ondragstart}
                    ondragover={drag.ondragover}
                    ondragend={drag.ondragend}
                    ondrop={drag.ondrop}
                >
                    <section aria-labelledby="h-points">
                        <div class="bar">
                            <h2 id="h-points" tabindex="-1">{ "Points, strongest first" }</h2>
                            <p class="sub" role="status">{ news }</p>
                        </div>
                        if has_many { { find(&words, found.len()) } }
                        if is_mine { { same_point(&page, papers, &dispatch) } }
                        if came_back == 0 && is_done {
                            <p class="none">{ "A point stands here as soon as a second interviewer makes it, in whatever words." }</p>
                        }
                        <ol id={RECURRING} class="themes">{ for items(RECURRING, &recurring) }</ol>
                        { shown.more(RECURRING, recurring.len(), "points") }
                        if !once.is_empty() {
                            <details class="once" open={open.as_ref().is_some_and(is_once)}>
                                <summary><span class="act">{ format!("{} heard once so far", upper_first(&counted(once.len(), "point", "points"))) }</span></summary>
                                <ol id={ONCE} class="themes">{ for items(ONCE, &once) }</ol>
                                { shown.more(ONCE, once.len(), "points heard once") }
                            </details>
                        }
                    </section>
                    { cliches(items(EMPTY, &empty), empty.len(), &shown) }
                    { doubts(&page, papers, desk.as_ref(), &shown) }
                    if is_mine {
                        <div class="apart">
                            { lost(&page, papers, &state.texts, &dispatch, &shown) }
                            { hidden(&page, &dispatch, &shown) }
                            { not_counted(&page, papers, &dispatch, &shown) }
                            { obsolete(&page, &notebook.analysis.decided, papers, &dispatch, &shown) }
                        </div>
                    }
                </div>
                <Pitch state={state.clone()} {is_done} book={*book} />
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
