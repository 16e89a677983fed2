//! One point: its strokes and label, and opened, the quotes it came from.

use std::rc::Rc;

use refrain_core::{Point, Span};
use yew::prelude::*;

use super::super::marks::{Kind, margin, one_mark};
use super::super::quote::{by, quote};
use super::slots;
use crate::state::Interview;
use crate::text::{counted, lower_first, upper_first};

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
    let passages = passages(point, &props.interviews);
    let mut last_counted = "";
    html! {
        <li class="theme">
            <details open={props.is_open}>
                <summary id={format!("point-{}", point.id)}>
                    { margin(&slots(&props.interviews, &point.mentions), Kind::Point) }
                    <span class="t">
                        <span class="said label">{ format!("“{}”", point.label) }</span>
                        <span class="sub">{ about(point, &props.interviews) }</span>
                    </span>
                </summary>
                <div class="open">
                    <ol class="quotes">
                        { for passages.iter().map(|passage| {
                            // Quotes of one interview stand together.
                            let is_first = std::mem::replace(&mut last_counted, &passage.interview.id) != passage.interview.id;
                            html! {
                                <li key={format!("{}-{}", passage.interview.id, passage.context.start)}>
                                    if is_first { { one_mark() } }
                                    { quote(&passage.interview.answer, passage.context, &passage.marked) }
                                    if is_first {
                                        { by(passage.interview) }
                                    } else {
                                        <p class="by">
                                            <b>{ passage.interview.name().to_owned() }</b>
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
fn passages<'a>(point: &Point, interviews: &'a [Rc<Interview>]) -> Vec<Passage<'a>> {
    let mut passages: Vec<Passage<'a>> = Vec::new();
    for mention in &point.mentions {
        let Some(interview) = interviews.iter().find(|interview| interview.id == mention.note) else { continue };
        match passages.last_mut() {
            Some(last) if last.interview.id == mention.note && last.context == mention.context => {
                last.marked.push(mention.span);
            }
            _ => passages.push(Passage { interview, context: mention.context, marked: vec![mention.span] }),
        }
    }
    passages
}

/// "Six people at four companies. Last heard 22 April." Says nothing of people where somebody has no name.
fn about(point: &Point, interviews: &[Rc<Interview>]) -> String {
    let heard =
        || interviews.iter().filter(|interview| point.mentions.iter().any(|mention| mention.note == interview.id));
    let companies = counted(point.companies, "company", "companies");
    let people = upper_first(&counted(point.people, "person", "people"));
    let is_named = heard().all(|interview| !interview.who.is_empty());
    let mut about = match (is_named, point.companies) {
        (true, 0) => format!("{people}."),
        (true, _) => format!("{people} at {companies}."),
        (false, 0) => String::new(),
        (false, _) => format!("Heard at {companies}."),
    };
    if let Some(date) = heard().filter_map(|interview| interview.date).max() {
        about.push_str(&format!(" Last heard {}.", date.day_and_month()));
    }
    about
}

fn why(point: &Point) -> Option<String> {
    let shared: Vec<String> = point.why.shared.iter().map(|words| format!("“{words}”")).collect();
    let mut why = String::new();
    if point.mentions.len() > 1 {
        if let Some(concept) = &point.why.concept {
            why = format!("All of them are about the same thing: {}.", lower_first(concept));
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
    use crate::state::Date;

    fn interview(id: &str, date: Option<&str>) -> Rc<Interview> {
        Rc::new(Interview {
            id: id.into(),
            who: id.into(),
            date: date.and_then(Date::from_iso),
            ..Interview::default()
        })
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
            renamed: false,
            pinned: false,
            hidden: false,
            mentions,
            why: Why::default(),
        }
    }

    #[test]
    fn mentions_in_one_sentence_are_one_quote() {
        let interviews = [interview("a", None), interview("b", None)];
        let point = point(vec![mention("a", 1, 0), mention("a", 8, 0), mention("a", 25, 21), mention("b", 2, 0)]);
        let passages = passages(&point, &interviews);
        let shape: Vec<_> =
            passages.iter().map(|passage| (passage.interview.id.as_str(), passage.marked.len())).collect();
        assert_eq!(shape, [("a", 2), ("a", 1), ("b", 1)]);
    }

    #[test]
    fn tells_how_many_people_and_when_last() {
        let interviews = [interview("a", Some("2026-03-04")), interview("b", Some("2026-02-01")), interview("c", None)];
        let point = point(vec![mention("a", 1, 0), mention("b", 1, 0), mention("c", 1, 0)]);
        assert_eq!(about(&point, &interviews), "Two people at one company. Last heard 4 March.");
        let nameless = [Rc::new(Interview { who: String::new(), ..(*interviews[0]).clone() })];
        assert_eq!(about(&point, &nameless), "Heard at one company. Last heard 4 March.");
    }
}
