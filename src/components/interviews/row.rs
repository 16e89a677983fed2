//! One interview in the list.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::form::Form;
use super::found::Found;
use crate::browser;
use crate::hooks::{Dispatch, Handle};
use crate::route::{Route, Screen, href};
use crate::state::{Action, Asking, Book, Date, Interview, Search, Stage};
use crate::text::listed;

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub interview: Rc<Interview>,
    pub found: Found,
    /// The sample can be read and not changed.
    pub book: Book,
    /// What the list was searched for, and will be again after a change.
    pub search: Rc<Search>,
    pub dispatch: Dispatch,
    /// It was begun to be changed.
    pub is_half_changed: bool,
    pub is_coming: bool,
    pub today: Option<Date>,
}

#[component]
pub fn Row(props: &RowProps) -> Html {
    let interview = &props.interview;
    let edit = address(Some(interview.id.clone()), &props.search);
    let name = if interview.name().is_empty() { "Somebody" } else { interview.name() }.to_owned();
    let delete = {
        let (id, dispatch) = (interview.id.clone(), props.dispatch.clone());
        Callback::from(move |event: MouseEvent| {
            // The second click of a double click would meet the next row.
            if event.detail() <= 1 {
                let place = beside(&event).unwrap_or_else(|| "h-list".to_owned());
                dispatch.dispatch(Action::Delete(id.clone()));
                browser::focus_soon(&place);
            }
        })
    };
    let discard = {
        let (id, dispatch) = (interview.id.clone(), props.dispatch.clone());
        move |_: MouseEvent| {
            dispatch.dispatch(Action::Discard(id.clone()));
            browser::focus_in_place(&format!("edit-{id}"));
        }
    };
    let found = props.found.words();
    let is_coming = props.is_coming;
    let id = interview.id.clone();
    let (prepare, call) = match is_coming {
        true => ("Prepare", Screen::Before { interview: id }),
        false => ("After", Screen::After { interview: id }),
    };
    let go_on = if props.is_half_changed { "Go on editing" } else { "Edit" };
    html! {
        <li>
            <p class="when num">{ interview.date.map(|date| date.in_few_words(props.today)).unwrap_or_default() }</p>
            <p class="who">
                if props.book == Book::Mine {
                    <a href={edit.clone()} id={format!("edit-{}", interview.id)}>{ name.clone() }</a>
                } else {
                    <b>{ name.clone() }</b>
                }
                <span>{ listed(&[interview.role(), &interview.company]) }</span>
            </p>
            <div class="what">{ what(interview, is_coming) }</div>
            <div class="st">
                <span>{ interview.stage.map_or("", Stage::name) }</span>
                <span class="k">{ match interview.asking {
                    Asking::Answered => "",
                    _ if is_coming => "",
                    Asking::NoAnswer => "Asked, no answer",
                    Asking::NotAsked => "Not asked",
                } }</span>
                <span>{ found }</span>
                if props.is_half_changed { <span class="k">{ "Half changed" }</span> }
                if props.book == Book::Mine {
                    <span class="acts">
                        <a class="act" href={href(Book::Mine, call)} aria-label={format!("{prepare}{}{}", if is_coming { ": " } else { " the call: " }, interview.title())}>{ prepare }</a>
                        <a class="act" href={edit} aria-label={format!("{go_on} {}", interview.title())}>{ go_on }</a>
                        if props.is_half_changed {
                            <button class="act" onclick={discard} aria-label={format!("Discard the changes to {}", interview.title())}>{ "Discard changes" }</button>
                        }
                        <button class="act" onclick={delete} aria-label={format!("Delete {}", interview.title())}>{ "Delete" }</button>
                    </span>
                }
            </div>
        </li>
    }
}

/// The id of the link to the row after, else before, the one whose button was pressed.
fn beside(event: &MouseEvent) -> Option<String> {
    let row = event.target()?.dyn_into::<Element>().ok()?.closest("li").ok()??;
    let link = |row: Option<Element>| row?.query_selector(".who a").ok()?;
    Some(link(row.next_element_sibling()).or_else(|| link(row.previous_element_sibling()))?.id())
}

/// Their words, or what there is to remember where the question was not answered.
fn what(interview: &Interview, is_coming: bool) -> Html {
    let class = if interview.asking == Asking::Answered { "said" } else { "none" };
    let text = match (interview.answer.as_str(), interview.asking) {
        _ if is_coming => "Still to come.",
        ("", Asking::NotAsked) => "You did not ask.",
        ("", _) => "No answer yet.",
        (answer, _) => answer,
    };
    html! { <p {class} dir="auto">{ text.to_owned() }</p> }
}

fn address(edit: Option<String>, search: &Search) -> String {
    Route { book: Book::Mine, screen: Screen::Interviews { edit }, search: search.clone() }.href()
}

/// The same interview, being changed.
pub fn edit_row(state: &Handle, interview: &Interview, search: &Search) -> Html {
    let dispatch = state.dispatcher();
    let list = address(None, search);
    let back = move || browser::go_to(&list);
    // What was written stays with the row, where it can be gone on with or discarded.
    let unchanged = state.draft(&interview.id).filter(|draft| *draft == interview).map(|draft| draft.id.clone());
    let on_cancel = {
        let (dispatch, back) = (dispatch.clone(), back.clone());
        Callback::from(move |()| {
            if let Some(id) = &unchanged {
                dispatch.dispatch(Action::Discard(id.clone()));
            }
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
