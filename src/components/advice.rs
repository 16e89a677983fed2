//! Asking for advice, not for a job: the requests, and the form that builds one from five short answers.

use std::rc::Rc;

use yew::prelude::*;

use super::blending::Blending;
use super::copying::{Copying, copy_text};
use super::people::{Fields, act};
use super::story::{once, verb};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::advice::{Part, as_text, delete, found, keep, name, set_sent};
use crate::state::{Action, Advice, Book, Field, Interview, Notebook, Stage};
use crate::text::{counted, fold, upper_first};

/// As many requests can be looked through.
const MOST_WITHOUT_SEARCH: usize = 5;
/// What stands in the field for the box that says that the article is true.
const TRUE: &str = "yes";
const UNTRUE: &str = "no";

/// The parts with the names of their fields.
const PARTS: [(&str, Part); 6] = [
    ("drew-me", Part::DrewMe),
    ("who-i-am", Part::WhoIAm),
    ("to-learn", Part::ToLearn),
    ("how-little", Part::HowLittle),
    ("in-return", Part::InReturn),
    ("article", Part::Article),
];

/// All requests, or the one with this id.
pub fn advice(state: &Handle, notebook: &Notebook, id: Option<&str>) -> Html {
    let Some(id) = id else { return html! { <Requests state={state.clone()} /> } };
    match notebook.papers().advice().iter().find(|advice| advice.id == id) {
        Some(advice) => request(state, advice),
        None => html! {
            <div class="title">
                <h1 id="title" tabindex="-1">{ "This request is not here any more" }</h1>
                <p><a href={address(None)}>{ "See all requests" }</a></p>
            </div>
        },
    }
}

/// What stands in the ids of the form for a new request.
const NEW: &str = "f-request-new";

/// Begins a request to somebody. One to somebody else that is half written stays as it is.
pub fn ask(state: &Handle, to: &str, company: &str) {
    let fields = Fields::new(state, NEW.to_owned());
    let is_begun = PARTS.iter().any(|(name, _)| fields.draft(name).is_some_and(|text| !text.is_empty()));
    if !is_begun {
        fields.write("to", to);
        fields.write("company", company);
    }
    browser::go_to(&address(None));
}

/// The requests to somebody of this name.
pub fn requests_to<'a>(all: &'a [Rc<Advice>], to: &str) -> impl Iterator<Item = &'a Rc<Advice>> {
    let to = fold(to);
    all.iter().filter(move |advice| fold(&advice.to) == to)
}

pub fn address(id: Option<String>) -> String {
    href(Book::Mine, Screen::Advice { id })
}

#[derive(Properties, PartialEq)]
struct RequestsProps {
    state: Handle,
}

#[component]
fn Requests(props: &RequestsProps) -> Html {
    let words = use_state_eq(String::new);
    let state = &props.state;
    let all = state.mine.papers().advice();
    let shown = found(all, &words);
    let oninput = {
        let words = words.clone();
        move |event: InputEvent| words.set(browser::value_of(&event))
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Ask for advice" }</h1>
                <p>{ "Not for a job. Few people refuse twenty minutes to somebody who really wants to know, and what they like about you counts like any other answer." }</p>
            </header>
            <div class="f-pair">
                { form(state, None) }
                <section aria-labelledby="h-requests">
                    <div class="bar"><h2 id="h-requests" tabindex="-1">{ "Requests" }</h2></div>
                    if all.is_empty() {
                        <p class="none">{ "What you write stands here, to be copied and sent, and to note when you talked." }</p>
                    }
                    if all.len() > MOST_WITHOUT_SEARCH {
                        <div class="beside">
                            <label class="field"><span>{ "Find a request" }</span><input type="search" value={(*words).clone()} {oninput} /></label>
                            <p class="sub" role="status">
                                if !words.trim().is_empty() { { format!("{}.", upper_first(&counted(shown.len(), "request", "requests"))) } }
                            </p>
                        </div>
                    }
                    <ul class="f-plans">
                        { for shown.iter().map(|advice| html! {
                            <li key={advice.id.clone()}>
                                <a href={address(Some(advice.id.clone()))}>{ upper_first(&name(advice)) }</a>
                                <span class="meta num">{ when(advice) }</span>
                            </li>
                        }) }
                    </ul>
                </section>
            </div>
        </>
    }
}

/// "Sent 4 March."
pub fn when(advice: &Advice) -> String {
    let (word, date) = if advice.sent.is_some() { ("Sent", advice.sent) } else { ("Written", advice.made) };
    date.map(|date| format!("{word} {}.", date.in_words(browser::today()))).unwrap_or_default()
}

/// One request, as it reads.
fn request(state: &Handle, advice: &Rc<Advice>) -> Html {
    let text = as_text(advice);
    let set = |sent: bool| {
        let (state, advice) = (state.clone(), Rc::clone(advice));
        once(move || {
            browser::focus_in_place("title");
            state.dispatch(set_sent(&advice, browser::today().filter(|_| sent)));
        })
    };
    let remove = {
        let (state, advice) = (state.clone(), Rc::clone(advice));
        move || {
            browser::go_to(&address(None));
            state.dispatch(delete(&advice));
        }
    };
    html! {
        <article key={advice.id.clone()}>
            <header class="title">
                <p class="sub f-up"><a href={address(None)}>{ "Ask for advice" }</a></p>
                <h1 id="title" tabindex="-1" dir="auto">{ upper_first(&name(advice)) }</h1>
                <p class="num">{ when(advice) }</p>
            </header>
            <div class="f-pair">
                <section aria-labelledby="h-text">
                    <div class="bar"><h2 id="h-text" tabindex="-1">{ "As they will read it" }</h2></div>
                    { for text.split("\n\n").map(|part| html! { <p class="said mine f-part" dir="auto">{ part.to_owned() }</p> }) }
                    <Copying buttons={vec![copy_text("Copy request", &text)]} text={text.clone()} what="request">
                        if advice.sent.is_some() {
                            { verb("We talked", &name(advice), talked(state, advice)) }
                            <button class="act" onclick={set(false)}>{ "Not sent after all" }</button>
                        } else {
                            <button class="btn" onclick={set(true)}>{ "I sent it" }</button>
                        }
                    </Copying>
                    <p class="acts f-foot">{ act("Delete this request", remove) }</p>
                </section>
                { form(state, Some(advice)) }
            </div>
        </article>
    }
}

/// Begins the answer that the conversation brought.
fn talked(state: &Handle, advice: &Rc<Advice>) -> Callback<MouseEvent> {
    let (dispatch, advice) = (state.dispatcher(), Rc::clone(advice));
    once(move || {
        let stage = Stage::Informational.name();
        for (field, value) in
            [(Field::Who, advice.to.as_str()), (Field::Company, &advice.company), (Field::Stage, stage)]
        {
            dispatch.dispatch(Action::Draft { start: Interview::default(), field, value: value.to_owned() });
        }
        browser::go_to(&href(Book::Mine, Screen::Add));
    })
}

/// The form for a new request, or to change this one.
fn form(state: &Handle, before: Option<&Rc<Advice>>) -> Html {
    let kept = before.map_or_else(Advice::default, |advice| (**advice).clone());
    let id = before.map_or_else(|| NEW.to_owned(), |advice| format!("f-request-{}", advice.id));
    let fields = Fields::new(state, id);
    let draft = written(&fields, &kept);
    let is_begun = draft != kept;
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("title");
        }
    };
    // A new request has no opener to go back to, and nothing that was written is thrown away by a key.
    let give_up = {
        let (leave, is_new) = (leave.clone(), before.is_none());
        move || {
            if !is_new {
                leave();
            }
        }
    };
    let keep = {
        let (fields, kept, leave) = (fields.clone(), kept.clone(), leave.clone());
        move || match keep(&written(&fields, &kept), browser::today(), browser::new_id) {
            Some(act) => {
                let id = match &act {
                    Action::Change { changes, .. } => changes.first().map(|(key, _)| key.id.clone()),
                    _ => None,
                };
                fields.dispatch(act);
                leave();
                browser::go_to(&address(id));
            }
            None => browser::focus(&fields.id("to")),
        }
    };
    let turn = {
        let (fields, is_writing) = (fields.clone(), draft.is_writing);
        move |_: Event| fields.write("is-writing", if is_writing { UNTRUE } else { TRUE })
    };
    let text = as_text(&draft);
    let part = |at: usize| {
        let (name, part) = PARTS[at];
        fields.area(name, part.name(), part.of(&kept), part.prompt())
    };
    let content = html! {
        <>
            <div class="f-two">
                { fields.line("to", "To whom", &kept.to, "text") }
                { fields.line("company", "Company", &kept.company, "text") }
            </div>
            { for (0..3).map(part) }
            <label class="f-check sub">
                <input type="checkbox" checked={draft.is_writing} onchange={turn} />
                { "It is true that I am writing an article that they will be in" }
            </label>
            if draft.is_writing { { part(5) } }
            { for (3..5).map(part) }
            <Blending {text} />
            <p class="acts">
                <button class="btn main">{ if before.is_some() { "Keep changes" } else { "Keep the request" } }</button>
                if is_begun { { act("Cancel", leave) } }
                <kbd class="sub">{ "Ctrl/⌘ Enter" }</kbd>
            </p>
        </>
    };
    fields.form("ruled f-form", keep, give_up, content)
}

/// The request as it stands in the fields.
fn written(fields: &Fields, kept: &Advice) -> Advice {
    let mut written = Advice {
        to: fields.text("to", &kept.to),
        company: fields.text("company", &kept.company),
        is_writing: fields.draft("is-writing").map_or(kept.is_writing, |text| text == TRUE),
        ..kept.clone()
    };
    for (name, part) in PARTS {
        part.set(&mut written, fields.text(name, part.of(kept)));
    }
    written
}
