//! The quotes that a point came from, in context, with who, where and when.

use refrain_core::{Mention, Point, Span};
use yew::prelude::*;

use super::super::marks::one_mark;
use super::super::more::Shown;
use super::super::quote::{by, quote};
use crate::state::{Interview, Places};
use crate::text::listed;

/// As many quotes are shown at once; the rest stand behind a line with the names.
const SHOWN: usize = 5;

/// A passage of one answer with everything in it that makes the point.
pub struct Passage<'a> {
    pub interview: &'a Interview,
    context: Span,
    pub mentions: &'a [Mention],
    /// Quotes of one interview stand together; only the first of them counts.
    counts: bool,
}

/// Mentions in the same sentence are one quote.
pub fn passages<'a>(point: &'a Point, places: &'a Places) -> Vec<Passage<'a>> {
    let mut passages: Vec<Passage<'a>> = Vec::new();
    for mentions in point.mentions.chunk_by(Mention::is_beside) {
        let [first, ..] = mentions else { continue };
        let Some(interview) = places.get(&first.note) else { continue };
        let counts = passages.last().is_none_or(|last| last.interview.id != first.note);
        passages.push(Passage { interview, context: first.context, mentions, counts });
    }
    passages
}

/// `tick` gives the box to stand beside the quote at a position, where quotes are being chosen; then none of them are folded away.
pub fn quotes(point: &Point, passages: &[Passage<'_>], shown: &Shown, tick: Option<&dyn Fn(usize) -> Html>) -> Html {
    // A line that hides a single quote would take its place and show nothing.
    let is_one_list = tick.is_some() || passages.len() <= SHOWN + 1;
    let (first, rest) = passages.split_at(if is_one_list { passages.len() } else { SHOWN });
    let item = |at: usize, passage: &Passage<'_>| {
        let marked: Vec<Span> = passage.mentions.iter().map(|mention| mention.span).collect();
        html! {
            <li key={format!("{}-{}", passage.interview.id, passage.context.start)}>
                if let Some(tick) = tick { { tick(at) } } else if passage.counts { { one_mark() } }
                { quote(&passage.interview.answer, passage.context, &marked) }
                if passage.counts {
                    { by(passage.interview) }
                } else {
                    <p class="by">
                        <b>{ passage.interview.name().to_owned() }</b>
                        { ", same interview, so it counts once" }
                    </p>
                }
            </li>
        }
    };
    let list = |id: String, from: usize, passages: &[Passage<'_>]| {
        html! {
            <>
                <ol id={id.clone()} class="quotes">
                    { for passages.iter().take(shown.of(&id)).zip(from..).map(|(passage, at)| item(at, passage)) }
                </ol>
                { shown.more(&id, passages.len(), "quotes") }
            </>
        }
    };
    html! {
        <>
            { list(format!("quotes-{}", point.id), 0, first) }
            if !rest.is_empty() {
                <details class="rest">
                    <summary><span class="act">{ more(rest) }</span></summary>
                    { list(format!("rest-{}", point.id), SHOWN, rest) }
                </details>
            }
        </>
    }
}

/// "2 more: Hana Sokol, Peter Lang"
fn more(rest: &[Passage<'_>]) -> String {
    const NAMES: usize = 3;
    let mut names: Vec<&str> = Vec::new();
    for passage in rest.iter().filter(|passage| passage.counts) {
        let name = passage.interview.name();
        // Somebody who was met twice is named once.
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
        if names.len() > NAMES {
            break;
        }
    }
    let others = if names.len() > NAMES { "and others" } else { "" };
    names.truncate(NAMES);
    names.push(others);
    match listed(&names) {
        names if names.is_empty() => format!("{} more", rest.len()),
        names => format!("{} more: {names}", rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::super::examples::{interview, mention, point};
    use super::*;

    fn places(interviews: &[Rc<Interview>]) -> Places {
        Places::new(&interviews.into())
    }

    #[test]
    fn mentions_in_one_sentence_are_one_quote() {
        let places = places(&["a", "b"].map(|id| interview(id, None)));
        let point = point(vec![mention("a", 1, 0), mention("a", 8, 0), mention("a", 25, 21), mention("b", 2, 0)]);
        let passages = passages(&point, &places);
        let shape: Vec<_> = passages
            .iter()
            .map(|passage| (passage.interview.id.as_str(), passage.mentions.len(), passage.counts))
            .collect();
        assert_eq!(shape, [("a", 2, true), ("a", 1, false), ("b", 1, true)]);
    }

    #[test]
    fn the_line_for_the_rest_names_people() {
        let all = places(&["a", "b", "c", "d"].map(|id| interview(id, None)));
        let point = point(["a", "b", "b", "c", "d"].iter().zip(0..).map(|(id, at)| mention(id, at, at)).collect());
        let passages = passages(&point, &all);
        assert_eq!(more(&passages), "5 more: a, b, c, and others");
        assert_eq!(more(&passages[3..]), "2 more: c, d");
        let hana = |id| Rc::new(Interview { who: "Hana Sokol, lead".into(), ..(*interview(id, None)).clone() });
        let twice = places(&["a", "b", "c"].map(hana));
        let point = super::super::examples::point(["a", "b", "c"].map(|id| mention(id, 0, 0)).into());
        assert_eq!(more(&super::passages(&point, &twice)), "3 more: Hana Sokol");
    }
}
