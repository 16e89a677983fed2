//! The quotes that a point came from, in context, with who, where and when.

use std::collections::VecDeque;
use std::rc::Rc;

use refrain_core::{Mention, Point, Span};
use yew::prelude::*;

use super::super::marks::one_mark;
use super::super::quote::{by, quote};
use crate::state::Interview;
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
pub fn passages<'a>(point: &'a Point, interviews: &'a [Rc<Interview>]) -> Vec<Passage<'a>> {
    let mut passages: Vec<Passage<'a>> = Vec::new();
    for mentions in point.mentions.chunk_by(Mention::is_beside) {
        let [first, ..] = mentions else { continue };
        let Some(interview) = interviews.iter().find(|interview| interview.id == first.note) else { continue };
        let counts = passages.last().is_none_or(|last| last.interview.id != first.note);
        passages.push(Passage { interview, context: first.context, mentions, counts });
    }
    passages
}

/// `tick` gives the box to stand beside the quote at a position, where quotes are being chosen; then all of them are shown.
pub fn quotes(passages: &[Passage<'_>], tick: Option<&dyn Fn(usize) -> Html>) -> Html {
    let mut items: VecDeque<Html> = passages
        .iter()
        .enumerate()
        .map(|(at, passage)| {
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
        })
        .collect();
    // A line that hides a single quote would take its place and show nothing.
    let shown = if tick.is_some() || items.len() <= SHOWN + 1 { items.len() } else { SHOWN };
    let rest = items.split_off(shown);
    html! {
        <>
            <ol class="quotes">{ for items }</ol>
            if !rest.is_empty() {
                <details class="rest">
                    <summary><span class="act">{ more(passages.get(shown..).unwrap_or_default()) }</span></summary>
                    <ol class="quotes">{ for rest }</ol>
                </details>
            }
        </>
    }
}

/// "2 more: Hana Sokol, Peter Lang"
fn more(rest: &[Passage<'_>]) -> String {
    const NAMES: usize = 3;
    let mut names: Vec<&str> =
        rest.iter().filter(|passage| passage.counts).map(|passage| passage.interview.name()).collect();
    names.retain(|name| !name.is_empty());
    // Somebody who was met twice is named once.
    let all = names.clone();
    let mut at = 0..all.len();
    names.retain(|name| at.next().is_none_or(|at| !all[..at].contains(name)));
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
    use super::super::examples::{interview, mention, point};
    use super::*;

    #[test]
    fn mentions_in_one_sentence_are_one_quote() {
        let interviews = [interview("a", None), interview("b", None)];
        let point = point(vec![mention("a", 1, 0), mention("a", 8, 0), mention("a", 25, 21), mention("b", 2, 0)]);
        let passages = passages(&point, &interviews);
        let shape: Vec<_> = passages
            .iter()
            .map(|passage| (passage.interview.id.as_str(), passage.mentions.len(), passage.counts))
            .collect();
        assert_eq!(shape, [("a", 2, true), ("a", 1, false), ("b", 1, true)]);
    }

    #[test]
    fn the_line_for_the_rest_names_people() {
        let interviews: Vec<_> = ["a", "b", "c", "d"].map(|id| interview(id, None)).into();
        let point = point(["a", "b", "b", "c", "d"].iter().zip(0..).map(|(id, at)| mention(id, at, at)).collect());
        let passages = passages(&point, &interviews);
        assert_eq!(more(&passages), "5 more: a, b, c, and others");
        assert_eq!(more(&passages[3..]), "2 more: c, d");
        let twice: Vec<_> = ["a", "b", "c"]
            .map(|id| Rc::new(Interview { who: "Hana Sokol, lead".into(), ..(*interview(id, None)).clone() }))
            .into();
        let point = super::super::examples::point(["a", "b", "c"].map(|id| mention(id, 0, 0)).into());
        assert_eq!(more(&super::passages(&point, &twice)), "3 more: Hana Sokol");
    }
}
