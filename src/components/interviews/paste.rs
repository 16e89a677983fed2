//! Many interviews at once: text pasted on the left, how it was split on the right.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::super::quote::by;
use crate::browser;
use crate::hooks::Handle;
use crate::import::{self, Block};
use crate::route::{Screen, href};
use crate::state::{Action, Book, Interview, Notebook};
use crate::text::{counted, number, upper_first};

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub state: Handle,
}

/// What the user decided, by the block as it was read. So a decision stays with its block while the text changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Choices {
    /// Turned against what would be done by itself: left out, or added although it is there already.
    turned: Vec<Block>,
    /// The heading line belongs to the answer.
    no_heading: Vec<Block>,
}

/// A block with what is decided about it.
struct Found {
    /// As it was read.
    original: Block,
    /// As it will be added.
    block: Block,
    known: bool,
    added: bool,
}

#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let choices = use_state(Choices::default);
    let text = props.state.pasted.as_str();
    let found = Rc::new(find(text, &choices, &props.state.mine));
    let count = found.iter().filter(|found| found.added).count();

    let oninput = {
        let dispatch = props.state.dispatcher();
        move |event: InputEvent| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
                dispatch.dispatch(Action::Paste(field.value()));
            }
        }
    };
    let onsubmit = {
        let (found, dispatch) = (Rc::clone(&found), props.state.dispatcher());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let interviews: Vec<Interview> = found
                .iter()
                .filter(|found| found.added)
                .enumerate()
                .map(|(position, found)| found.block.clone().into_interview(browser::new_id(position)))
                .collect();
            if !interviews.is_empty() {
                dispatch.dispatch(Action::Import(interviews));
                browser::go_to(&href(Book::Mine, Screen::Story { point: None }));
            }
        })
    };
    let turn = |block: &Block, of: fn(&mut Choices) -> &mut Vec<Block>| {
        let (choices, block) = (choices.clone(), block.clone());
        Callback::from(move |()| {
            let mut changed = (*choices).clone();
            let chosen = of(&mut changed);
            match chosen.iter().position(|other| *other == block) {
                Some(place) => {
                    chosen.swap_remove(place);
                }
                None => chosen.push(block.clone()),
            }
            choices.set(changed);
        })
    };

    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Paste notes" }</h1>
                <p>
                    { "One block of text for each interview, with an empty line between. A first line may say who it was, like this:" }
                    <q class="said">{ "Bram Teasel, recruiter, Larkspur Freight, 4 March 2026" }</q>
                </p>
            </header>
            <form class="paste" {onsubmit}>
                <div class="words">
                    <label class="lab" for="notes">{ "Your notes" }</label>
                    <textarea id="notes" class="said" rows="16" dir="auto" value={text.to_owned()} {oninput} />
                    <p class="meta">{ "Where an answer itself has empty lines, put a line of three dashes between the interviews, or # before each first line." }</p>
                </div>
                <section class="preview" aria-labelledby="h-preview">
                    <div class="bar">
                        <h2 id="h-preview">{ "What will be added" }</h2>
                        <p class="sub" role="status">{ summary(&found, text) }</p>
                    </div>
                    <ol>
                        { for found.iter().enumerate().map(|(at, found)| html! {
                            <Preview
                                key={at}
                                interview={found.block.clone().into_interview(String::new())}
                                has_heading={found.original.heading.is_some()}
                                heading_read={found.block.heading.is_some()}
                                known={found.known}
                                added={found.added}
                                on_turn={turn(&found.original, |choices| &mut choices.turned)}
                                on_heading={turn(&found.original, |choices| &mut choices.no_heading)}
                            />
                        }) }
                    </ol>
                    <p class="send">
                        <button class="btn main" disabled={count == 0}>
                            { if count == 0 { "Add interviews".to_owned() } else { format!("Add {}", counted(count, "interview", "interviews")) } }
                        </button>
                        <a class="act" href={href(Book::Mine, Screen::Interviews { edit: None })}>{ "Cancel" }</a>
                    </p>
                </section>
            </form>
        </>
    }
}

fn find(text: &str, choices: &Choices, mine: &Notebook) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for original in import::split(text) {
        let block =
            if choices.no_heading.contains(&original) { original.with_heading_as_answer() } else { original.clone() };
        let interview = block.clone().into_interview(String::new());
        let known = mine.in_time_order().iter().any(|other| other.is_the_same_as(&interview))
            || found.iter().any(|earlier| earlier.block == block);
        let added = known == choices.turned.contains(&original);
        found.push(Found { original, block, known, added });
    }
    found
}

fn summary(found: &[Found], text: &str) -> String {
    let known = found.iter().filter(|found| found.known).count();
    match (found.len(), known) {
        (0, _) if text.trim().is_empty() => "It shows here how your notes were split.".to_owned(),
        (0, _) => "There is no answer in this text yet.".to_owned(),
        (all, 0) => format!("{} found.", upper_first(&counted(all, "interview", "interviews"))),
        (all, known) => format!(
            "{} found; {} you have already.",
            upper_first(&counted(all, "interview", "interviews")),
            number(known),
        ),
    }
}

#[derive(Properties, PartialEq)]
struct PreviewProps {
    interview: Interview,
    /// The first line looks like a heading.
    has_heading: bool,
    /// And is read as one.
    heading_read: bool,
    known: bool,
    added: bool,
    on_turn: Callback<()>,
    on_heading: Callback<()>,
}

#[component]
fn Preview(props: &PreviewProps) -> Html {
    let interview = &props.interview;
    let turn = props.on_turn.reform(|_: Event| ());
    let heading = props.on_heading.reform(|_: MouseEvent| ());
    html! {
        <li>
            <label class="pick">
                <input type="checkbox" checked={props.added} onchange={turn} />
                { by(interview) }
            </label>
            <p class="said" dir="auto">{ &interview.answer }</p>
            <p class="acts">
                if props.known { <span class="meta">{ "You have this already." }</span> }
                if props.has_heading {
                    <button class="act" type="button" onclick={heading}>
                        { if props.heading_read { "First line is part of the answer" } else { "First line says who it was" } }
                    </button>
                }
            </p>
        </li>
    }
}
