//! One interview in the list.

use std::rc::Rc;

use refrain_core::Report;
use yew::prelude::*;

use super::form::Form;
use crate::browser;
use crate::hooks::{Dispatch, Handle};
use crate::route::{Screen, href};
use crate::state::{Action, Book, Date, Interview, Stage};
use crate::text::listed;

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub interview: Rc<Interview>,
    pub found: Found,
    /// The sample can be read and not changed.
    pub book: Book,
    pub dispatch: Dispatch,
}

/// What the engine found in one answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    points: usize,
    cliches: usize,
    doubts: usize,
}

impl Found {
    pub fn new(report: &Report, note: &str) -> Self {
        let in_points = |cliche: bool| {
            report
                .points
                .iter()
                .filter(|point| point.cliche == cliche && point.mentions.iter().any(|mention| mention.note == note))
                .count()
        };
        Self {
            points: in_points(false),
            cliches: in_points(true),
            doubts: report.doubts.iter().filter(|doubt| doubt.mention.note == note).count(),
        }
    }

    /// "3 points, 1 doubt"
    fn words(self) -> String {
        let part = |count: usize, one: &str| match count {
            0 => String::new(),
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        listed(&[&part(self.points, "point"), &part(self.cliches, "cliché"), &part(self.doubts, "doubt")])
    }
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let interview = &props.interview;
    let edit = href(Book::Mine, Screen::Interviews { edit: Some(interview.id.clone()) });
    let name = if interview.name().is_empty() { "Somebody" } else { interview.name() }.to_owned();
    let delete = {
        let (id, dispatch) = (interview.id.clone(), props.dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            // The second click of a double click would meet the next row.
            if event.detail() <= 1 {
                dispatch.dispatch(Action::Delete(id.clone()));
                browser::focus_in_place("h-list");
            }
        })
    };
    let found = props.found.words();
    html! {
        <li>
            <p class="when num">{ interview.date.map(Date::short).unwrap_or_default() }</p>
            <p class="who">
                if props.book == Book::Mine {
                    <a href={edit.clone()} id={format!("edit-{}", interview.id)}>{ name.clone() }</a>
                } else {
                    <b>{ name.clone() }</b>
                }
                <span>{ listed(&[interview.role(), &interview.company]) }</span>
            </p>
            <div class="what"><p class="said" dir="auto">{ &interview.answer }</p></div>
            <div class="st">
                <span>{ interview.stage.map_or("", Stage::name) }</span>
                <span>{ found }</span>
                if props.book == Book::Mine {
                    <span class="acts">
                        <a class="act" href={edit} aria-label={format!("Edit {}", interview.title())}>{ "Edit" }</a>
                        <button class="act" onclick={delete} aria-label={format!("Delete {}", interview.title())}>{ "Delete" }</button>
                    </span>
                }
            </div>
        </li>
    }
}

/// The same interview, being changed.
pub fn edit_row(state: &Handle, interview: &Interview) -> Html {
    let (id, dispatch) = (interview.id.clone(), state.dispatcher());
    let back = || browser::go_to(&href(Book::Mine, Screen::Interviews { edit: None }));
    let on_cancel = {
        let dispatch = dispatch.clone();
        Callback::from(move |()| {
            dispatch.dispatch(Action::Discard(id.clone()));
            back();
        })
    };
    let on_keep = {
        let dispatch = dispatch.clone();
        Callback::from(move |interview: Interview| {
            dispatch.dispatch(Action::Keep(interview));
            back();
        })
    };
    html! {
        <li class="editing" key={interview.id.clone()}>
            <Form
                id={format!("answer-{}", interview.id)}
                question="What did they like?"
                keep_label="Keep changes"
                draft={state.draft(&interview.id).unwrap_or(interview).clone()}
                {dispatch}
                {on_keep}
                {on_cancel}
            />
        </li>
    }
}
