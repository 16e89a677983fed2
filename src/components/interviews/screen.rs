//! The list of interviews, below the form for a new one.

use yew::prelude::*;

use super::super::words::{counted, upper_first};
use super::form::Form;
use super::row::{EditRow, Found, Row};
use crate::browser;
use crate::hooks::{Handle, use_dispatch, use_title};
use crate::route::{Screen, href};
use crate::state::{Action, Book, Interview, Notebook};

#[derive(Properties, PartialEq)]
pub struct InterviewsProps {
    pub state: Handle,
    pub book: Book,
    /// The interview being changed.
    #[prop_or_default]
    pub edit: Option<String>,
}

#[component]
pub fn Interviews(props: &InterviewsProps) -> Html {
    use_title("Interviews");
    let is_mine = props.book == Book::Mine;
    let nothing = Notebook::default();
    let notebook = props.state.book(props.book).unwrap_or(&nothing);
    let mut interviews = notebook.in_time_order();
    interviews.reverse();
    let report = &notebook.analysis.report;
    html! {
        <>
            <h1 id="title" tabindex="-1" class="vh">{ "Interviews" }</h1>
            if is_mine { <NewAnswer draft={props.state.draft.clone()} /> }
            <section aria-labelledby="h-list">
                <div class="find">
                    <h2 id="h-list">{ upper_first(&counted(notebook.len(), "interview", "interviews")) }</h2>
                    if is_mine { <a class="act" href={href(Book::Mine, Screen::Paste)}>{ "Paste notes" }</a> }
                </div>
                if notebook.is_empty() {
                    <p class="none">{ "The answers you keep stand here, newest first." }</p>
                }
                <ol class="list">
                    { for interviews.into_iter().map(|interview| {
                        let key = interview.id.clone();
                        if props.edit.as_ref() == Some(&interview.id) {
                            html! { <EditRow key={key} {interview} /> }
                        } else {
                            let found = Found::new(report, &interview.id);
                            html! { <Row key={key} {interview} {found} book={props.book} /> }
                        }
                    }) }
                </ol>
            </section>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct NewAnswerProps {
    draft: Interview,
}

/// The form for a new answer. What is written in it survives a look at another screen.
#[component]
fn NewAnswer(props: &NewAnswerProps) -> Html {
    let dispatch = use_dispatch();
    let on_change = {
        let dispatch = dispatch.clone();
        Callback::from(move |draft| {
            if let Some(dispatch) = &dispatch {
                dispatch.dispatch(Action::Draft(draft));
            }
        })
    };
    let on_keep = Callback::from(move |interview: Interview| {
        if let Some(dispatch) = &dispatch {
            dispatch.dispatch(Action::Keep(Interview { id: browser::new_id(0), ..interview }));
            dispatch.dispatch(Action::Draft(Interview::default()));
            browser::focus("answer");
        }
    });
    // An answer is most often written down on the day it was given.
    let draft = if props.draft == Interview::default() {
        Interview { date: browser::today(), ..Interview::default() }
    } else {
        props.draft.clone()
    };
    html! {
        <Form
            id="answer"
            question="So what did you like about my background?"
            keep_label="Keep this answer"
            {draft}
            {on_change}
            {on_keep}
        />
    }
}
