//! One point: its strokes and label, and opened, the quotes it came from.

use std::collections::BTreeSet;
use std::rc::Rc;

use refrain_core::{Point, Span};
use yew::prelude::*;

use super::super::marks::{Kind, Marks, OneMark, of_interviews};
use super::super::quote::{Quote, by};
use super::super::words::{counted, upper_first};
use super::slots;
use crate::state::{Date, Interview};

#[derive(Properties, PartialEq)]
pub struct PointItemProps {
    pub point: Point,
    /// In time order.
    pub interviews: Rc<[Rc<Interview>]>,
    pub is_open: bool,
}

#[component]
pub fn PointItem(props: &PointItemProps) -> Html {
    let point = &props.point;
    let slots = slots(&props.interviews, point.mentions.iter().map(|mention| mention.note.as_str()));
    let quotes = quotes(point, &props.interviews);
    let mut counted_already = BTreeSet::new();
    html! {
        <li class="theme">
            <details open={props.is_open}>
                <summary id={format!("point-{}", point.id)}>
                    <span class="m">
                        <Marks slots={slots} kind={Kind::Point} />
                        <span class="meta num" aria-hidden="true">{ of_interviews(point.interviews, props.interviews.len()) }</span>
                    </span>
                    <span class="t">
                        <span class="said label">{ format!("“{}”", point.label) }</span>
                        <span class="sub">{ about(point, &props.interviews) }</span>
                    </span>
                </summary>
                <div class="open">
                    <ol class="quotes">
                        { for quotes.into_iter().map(|quote| {
                            let is_first = counted_already.insert(quote.interview.id.clone());
                            html! {
                                <li key={format!("{}-{}", quote.interview.id, quote.context.start)}>
                                    if is_first { <OneMark /> }
                                    <Quote answer={quote.interview.answer.clone()} context={quote.context} marked={quote.marked} />
                                    if is_first {
                                        { by(quote.interview) }
                                    } else {
                                        <p class="by">
                                            <b>{ quote.interview.name().to_owned() }</b>
                                            { ", same interview, so it counts once" }
                                        </p>
                                    }
                                </li>
                            }
                        }) }
                    </ol>
                    if let Some(why) = why(point) {
                        <dl class="notes"><div><dt>{ "Why together" }</dt><dd>{ why }</dd></div></dl>
                    }
                </div>
            </details>
        </li>
    }
}

/// A passage of one answer with everything in it that makes the point.
struct Passage<'a> {
    interview: &'a Interview,
    context: Span,
    marked: Vec<Span>,
}

/// Mentions in the same sentence are one quote.
fn quotes<'a>(point: &Point, interviews: &'a [Rc<Interview>]) -> Vec<Passage<'a>> {
    let mut quotes: Vec<Passage<'a>> = Vec::new();
    for mention in &point.mentions {
        let Some(interview) = interviews.iter().find(|interview| interview.id == mention.note) else { continue };
        match quotes.last_mut() {
            Some(last) if last.interview.id == mention.note && last.context == mention.context => {
                last.marked.push(mention.span);
            }
            _ => quotes.push(Passage { interview, context: mention.context, marked: vec![mention.span] }),
        }
    }
    quotes
}

/// "Six people at four companies. Last heard 22 April."
fn about(point: &Point, interviews: &[Rc<Interview>]) -> String {
    let mut about = upper_first(&counted(point.people, "person", "people"));
    if point.companies > 0 {
        about.push_str(&format!(" at {}", counted(point.companies, "company", "companies")));
    }
    about.push('.');
    let last = interviews
        .iter()
        .filter(|interview| point.mentions.iter().any(|mention| mention.note == interview.id))
        .filter_map(|interview| interview.date)
        .max();
    if let Some(date) = last {
        about.push_str(&format!(" Last heard {}.", Date::day_and_month(date)));
    }
    about
}

fn why(point: &Point) -> Option<String> {
    let shared: Vec<String> = point.why.shared.iter().map(|words| format!("“{words}”")).collect();
    let mut why = String::new();
    if point.mentions.len() > 1 {
        if let Some(concept) = &point.why.concept {
            why = format!("All of them are about the same thing: {}.", super::lower_first(concept));
        }
        if !shared.is_empty() {
            why = format!("{why} Words that come back: {}.", shared.join(", ")).trim().to_owned();
        }
    }
    (!why.is_empty()).then_some(why)
}

#[cfg(test)]
mod tests {
    use refrain_core::{Mention, Why};

    use super::*;

    fn interview(id: &str, date: Option<&str>) -> Rc<Interview> {
        Rc::new(Interview { id: id.into(), date: date.and_then(Date::from_iso), ..Interview::default() })
    }

    fn mention(note: &str, start: usize, context: usize) -> Mention {
        Mention {
            note: note.into(),
            span: Span { start, end: start + 3 },
            context: Span { start: context, end: context + 20 },
            text: "you".into(),
        }
    }

    fn point(mentions: Vec<Mention>) -> Point {
        Point {
            id: "p".into(),
            label: "calm".into(),
            interviews: 2,
            people: 2,
            companies: 1,
            cliche: false,
            mentions,
            why: Why::default(),
        }
    }

    #[test]
    fn mentions_in_one_sentence_are_one_quote() {
        let interviews = [interview("a", None), interview("b", None)];
        let point = point(vec![mention("a", 1, 0), mention("a", 8, 0), mention("a", 25, 21), mention("b", 2, 0)]);
        let quotes = quotes(&point, &interviews);
        let shape: Vec<_> = quotes.iter().map(|quote| (quote.interview.id.as_str(), quote.marked.len())).collect();
        assert_eq!(shape, [("a", 2), ("a", 1), ("b", 1)]);
    }

    #[test]
    fn tells_how_many_people_and_when_last() {
        let interviews = [interview("a", Some("2026-03-04")), interview("b", Some("2026-02-01")), interview("c", None)];
        let point = point(vec![mention("a", 1, 0), mention("b", 1, 0), mention("c", 1, 0)]);
        assert_eq!(about(&point, &interviews), "Two people at one company. Last heard 4 March.");
    }
}
