//! What is out of sight, each kind behind one line: hidden points, words that were not counted, decisions that no longer apply.

use std::rc::Rc;

use refrain_core::{Anchor, Decision, DropReason, Dropped, ObsoleteReason};
use yew::prelude::*;

use super::super::more::Shown;
use super::super::quote::{by, quote};
use super::page::{Page, once, verb};
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Action, Decided, Papers, decide};
use crate::text::{counted, upper_first};

pub fn hidden(page: &Rc<Page>, dispatch: &Dispatch, shown: &Shown) -> Html {
    let hidden = || page.report.points.iter().enumerate().filter(|(_, point)| point.hidden);
    let items = hidden().map(|(at, point)| {
        let show = {
            let page = Rc::clone(page);
            act(dispatch, "h-points", move || {
                Some(decide::show(page.point(at)?, &page.beside(at).decided, browser::new_id))
            })
        };
        html! {
            <li key={point.id.clone()}>
                <p class="said">{ &point.label }</p>
                <p class="acts">{ verb("Show again", &point.label, show) }</p>
            </li>
        }
    });
    fold(("hidden", "hidden points"), hidden().count(), items, shown, |count| {
        format!("{} hidden", counted(count, "point", "points"))
    })
}

pub fn not_counted(page: &Rc<Page>, papers: &Papers, dispatch: &Dispatch, shown: &Shown) -> Html {
    let items = page.report.dropped.iter().filter_map(|dropped| {
        let mention = &dropped.mention;
        let interview = page.places.get(&mention.note)?;
        let strength = {
            let (mention, decided) = (mention.clone(), papers.decided().to_vec());
            act(dispatch, "h-not-counted", move || {
                Some(decide::strength(std::slice::from_ref(&mention), &decided, browser::new_id))
            })
        };
        Some(html! {
            <li key={format!("{}-{}", mention.note, mention.span.start)}>
                { quote(&interview.answer, mention.span, &[]) }
                { by(interview) }
                <p class="sub">{ reason(dropped) }</p>
                <p class="acts">{ verb("This is a strength", &decide::title(&mention.text), strength) }</p>
            </li>
        })
    });
    fold(("not-counted", "remarks that were not counted"), page.report.dropped.len(), items, shown, |count| {
        format!("Not counted: {}", counted(count, "remark", "remarks"))
    })
}

/// `decided` are the decisions that the report heard of.
pub fn obsolete(page: &Page, decided: &[Rc<Decided>], papers: &Papers, dispatch: &Dispatch, shown: &Shown) -> Html {
    let there = || {
        page.report.obsolete.iter().filter_map(|obsolete| {
            let decided = decided.get(obsolete.decision)?;
            // It is removed at once, and the next report comes a moment later.
            papers.decided().iter().find(|other| other.id == decided.id)?;
            Some((obsolete, decided))
        })
    };
    let items = there().map(|(obsolete, decided)| {
        let words = words(&decided.decision);
        let why = match obsolete.reason {
            ObsoleteReason::WordsGone => "The words it was about are gone.",
            ObsoleteReason::NoPoint => "The words it was about make no point now.",
        };
        let remove = {
            let decided = Rc::clone(decided);
            act(dispatch, "h-obsolete", move || Some(decide::remove(&decided)))
        };
        html! {
            <li key={decided.id.clone()}>
                <p>{ &words }</p>
                <p class="sub">{ why }</p>
                <p class="acts">{ verb("Remove", &words, remove) }</p>
            </li>
        }
    });
    fold(("obsolete", "decisions that no longer apply"), there().count(), items, shown, |count| {
        if count == 1 {
            "one decision no longer applies".to_owned()
        } else {
            format!("{} no longer apply", counted(count, "decision", "decisions"))
        }
    })
}

/// A line that opens to a list of `all` items; nothing where there are none. `what` they are is for the way to more.
pub fn fold(
    (id, what): (&'static str, &str),
    all: usize,
    items: impl Iterator<Item = Html>,
    shown: &Shown,
    line: impl Fn(usize) -> String,
) -> Html {
    if all == 0 {
        return html! {};
    }
    html! {
        <details class="once" key={id}>
            <summary id={format!("h-{id}")}><span class="act">{ upper_first(&line(all)) }</span></summary>
            <ul {id} class="folded">{ for items.take(shown.of(id)) }</ul>
            { shown.more(id, all, what) }
        </details>
    }
}

/// A button whose line may be gone afterwards: the focus goes to `place`, and from there to the points if that is gone too.
pub fn act(
    dispatch: &Dispatch,
    place: &'static str,
    make: impl Fn() -> Option<Action> + 'static,
) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    once(move || {
        browser::focus_in_place(place);
        if let Some(action) = make() {
            dispatch.dispatch(action);
        }
    })
}

fn reason(dropped: &Dropped) -> String {
    let why = match dropped.reason {
        DropReason::Fact => "About the job or the company, not about you",
        DropReason::Empty => "Says nothing one could repeat",
        DropReason::NoContent => "Only small words",
        DropReason::NoEcho => "Heard once, and worded like a fact. It counts as soon as somebody else says it too",
    };
    match dropped.cue.as_str() {
        "" => format!("{why}."),
        cue => format!("{why}: “{cue}”."),
    }
}

/// A decision as the user would tell of it.
fn words(decision: &Decision) -> String {
    let spoken = |about: &[Anchor]| decide::title(about.first().map_or("", |anchor| &anchor.words));
    let one = |about: &Anchor| decide::title(&about.words);
    match decision {
        Decision::Merge { these, those } => format!("{} and {} are one point.", spoken(these), spoken(those)),
        Decision::Apart { these, those } => format!("{} and {} are not the same.", spoken(these), spoken(those)),
        Decision::Move { mention, to } => format!("{} belongs with {}.", one(mention), spoken(to)),
        Decision::Rename { point, label } => format!("{} is called {}.", spoken(point), decide::title(label)),
        Decision::Hide { point } => format!("{} is hidden.", spoken(point)),
        Decision::Pin { point } => format!("{} is pinned.", spoken(point)),
        Decision::Doubt { mention } => format!("{} is a doubt.", one(mention)),
        Decision::Strength { mention } => format!("{} is a strength.", one(mention)),
        Decision::NotCliche { point } => format!("{} is not a cliché.", spoken(point)),
    }
}
