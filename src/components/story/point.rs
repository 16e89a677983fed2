//! One point: its strokes and label, and opened, the quotes it came from, the story for it, and what can be done with it.

use std::rc::Rc;

use refrain_core::Point;
use yew::prelude::*;

use super::super::marks::{Kind, margin};
use super::super::more::{QUOTES_AT_ONCE, use_shown};
use super::page::{Desk, Page};
use super::quotes::{passages, quotes};
use super::tools::{Tool, moment, rename_form, ticks, tools};
use super::why::reasons;
use crate::browser;
use crate::state::{Date, Interview};
use crate::text::{counted, upper_first};

#[derive(Properties, PartialEq)]
pub struct PointItemProps {
    pub page: Rc<Page>,
    /// Among the points of the report.
    pub at: usize,
    pub is_open: bool,
    /// Another point is held over it, to be merged into it.
    pub is_target: bool,
    /// `None` in the sample.
    pub desk: Option<Desk>,
}

#[component]
pub fn PointItem(props: &PointItemProps) -> Html {
    let tool = use_state_eq(|| Tool::None);
    let shown = use_shown(QUOTES_AT_ONCE);
    let PointItemProps { page, at, desk, .. } = props;
    let Some(point) = page.point(*at) else { return html! {} };
    let kind = if point.cliche { Kind::Cliche } else { Kind::Point };
    let label = if point.renamed { point.label.clone() } else { format!("“{}”", point.label) };
    let passages = passages(point, &page.places);
    let made_in = page.places.among(&point.mentions);
    let all = page.places.interviews();
    let is_renaming = matches!(*tool, Tool::Rename(_));
    html! {
        <li class="theme" data-at={at.to_string()} data-target={props.is_target.then_some("")} data-renaming={is_renaming.then_some("")}>
            <details open={props.is_open}>
                <summary id={format!("point-{}", point.id)} draggable={desk.is_some().then_some("true")}>
                    { margin(&made_in, all.len(), kind) }
                    <span class="t">
                        <span class="said label" data-renamed={point.renamed.then_some("")} data-small={point.cliche.then_some("")}>{ label }</span>
                        if !point.cliche { <span class="sub">{ about(point, props, &made_in) }</span> }
                    </span>
                </summary>
                <div class="open">
                    if let Some(desk) = desk { { rename_form(props, desk, point, &tool) } }
                    { match (&*tool, desk) {
                        (Tool::Sort { ticked, to }, Some(desk)) => quotes(point, &passages, &shown, Some(&ticks(props, desk, point, &tool, (ticked, to)))),
                        _ => quotes(point, &passages, &shown, None),
                    } }
                    <dl class="notes">
                        { reasons(point) }
                        if let Some(desk) = desk.as_ref().filter(|_| !point.cliche) { { moment(props, desk, point, &tool) } }
                    </dl>
                    if let Some(desk) = desk { { tools(props, desk, point, &passages, &tool) } }
                </div>
            </details>
            if let Some(desk) = desk.as_ref().filter(|_| point.cliche) {
                <div class="yours">{ moment(props, desk, point, &tool) }</div>
            }
        </li>
    }
}

/// "Pinned. Six people at four companies. Last heard 22 April. Story written."
fn about(point: &Point, props: &PointItemProps, made_in: &[usize]) -> String {
    let mut about = Vec::new();
    if point.pinned {
        about.push("Pinned.".to_owned());
    }
    if point.renamed {
        about.push("Your wording.".to_owned());
    }
    let interviews = made_in.iter().filter_map(|at| props.page.places.interviews().get(*at));
    about.extend(heard(point, interviews, browser::today()));
    if props.desk.is_some() {
        let is_empty = props.page.beside(props.at).stories.is_empty();
        about.push(if is_empty { "No story yet." } else { "Story written." }.to_owned());
    }
    about.join(" ")
}

/// `interviews` are those that made the point. Says nothing of people where somebody has no name.
fn heard<'a>(
    point: &Point,
    interviews: impl Iterator<Item = &'a Rc<Interview>> + Clone,
    today: Option<Date>,
) -> Vec<String> {
    let companies = counted(point.companies, "company", "companies");
    let people = upper_first(&counted(point.people, "person", "people"));
    let is_named = interviews.clone().all(|interview| !interview.who.is_empty());
    let mut words = match (is_named, point.companies) {
        (true, 0) => vec![format!("{people}.")],
        (true, _) => vec![format!("{people} at {companies}.")],
        (false, 0) => Vec::new(),
        (false, _) => vec![format!("Heard at {companies}.")],
    };
    words.extend(
        interviews
            .filter_map(|interview| interview.date)
            .max()
            .map(|date| format!("Last heard {}.", date.in_words(today))),
    );
    words
}

#[cfg(test)]
mod tests {
    use super::super::examples::{interview, mention, point};
    use super::*;

    #[test]
    fn tells_how_many_people_and_when_last() {
        let interviews = [interview("a", Some("2026-03-04")), interview("b", Some("2026-02-01")), interview("c", None)];
        let point = point(vec![mention("a", 1, 0), mention("b", 1, 0), mention("c", 1, 0)]);
        assert_eq!(
            heard(&point, interviews[..2].iter(), Date::from_iso("2026-12-01")),
            ["Two people at one company.", "Last heard 4 March."]
        );
        let nameless = [Rc::new(Interview { who: String::new(), ..(*interviews[0]).clone() })];
        assert_eq!(
            heard(&point, nameless.iter(), Date::from_iso("2027-01-01")),
            ["Heard at one company.", "Last heard 4 March 2026."]
        );
    }
}
