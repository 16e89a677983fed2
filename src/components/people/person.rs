//! One person: what one knows of them, what was given and asked, and the conversations one had.

use std::rc::Rc;

use yew::prelude::*;

use super::super::advice;
use super::fields::{Fields, act};
use super::follow_ups::item;
use super::giving::giving;
use super::way_back;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::calls::{self, Next};
use crate::state::people::{self, About, Person};
use crate::state::{Book, Date, FollowUp, Interview, Notebook, Stage, Status};
use crate::text::{fold, listed};

pub fn person(state: &Handle, book: Book, notebook: &Notebook, person: &Person) -> Html {
    let is_mine = book == Book::Mine;
    let today = browser::today();
    html! {
        <>
            <header class="title">
                { way_back(book, None) }
                <h1 id="title" tabindex="-1">{ person.name().to_owned() }</h1>
                <p>{ person.place() }</p>
                if is_mine { { asking(state, person) } }
            </header>
            <div class="spread p-person" key={person.contact.id.clone()}>
                <div>
                    if is_mine { { about(state, person) } }
                    { conversations(state, book, notebook, person, today) }
                    if is_mine { { same(state, notebook, person) } }
                </div>
                if is_mine { <aside aria-labelledby="h-giving">{ giving(state, person, today) }</aside> }
            </div>
        </>
    }
}

/// Asking them for advice, and what was asked.
fn asking(state: &Handle, person: &Person) -> Html {
    let begin = {
        let (state, name, company) = (state.clone(), person.name().to_owned(), person.company().to_owned());
        move || advice::ask(&state, &name, &company)
    };
    let requests = advice::requests_to(state.mine.papers().advice(), person.name());
    html! {
        <p class="acts">
            { act("Ask them for advice", begin) }
            { for requests.map(|request| html! {
                <a key={request.id.clone()} class="act" href={advice::address(Some(request.id.clone()))}>
                    { format!("Your request. {}", advice::when(request)) }
                </a>
            }) }
        </p>
    }
}

/// What one knows of them, in the user's words.
fn about(state: &Handle, person: &Person) -> Html {
    const NAMES: [&str; 3] = ["met", "ground", "looks"];
    let contact = &person.contact;
    let fields = Fields::new(state, format!("about-{}", contact.id));
    let is_written = NAMES.iter().any(|name| fields.draft(name).is_some());
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("h-about");
        }
    };
    let keep = {
        let (fields, person, leave) = (fields.clone(), person.clone(), leave.clone());
        move || {
            let text = |(about, name): (About, &str)| (about, fields.text(name, about.of(&person.contact)));
            let texts: Vec<(About, String)> = About::ALL.into_iter().zip(NAMES).map(text).collect();
            fields.dispatch(people::write(&person, &texts));
            leave();
        }
    };
    let champion = {
        let (dispatch, person) = (state.dispatcher(), person.clone());
        move |_: Event| dispatch.dispatch(people::set_champion(&person, !person.contact.champion))
    };
    let content = html! {
        <>
            { for About::ALL.into_iter().zip(NAMES).map(|(about, name)| fields.area(name, about.name(), about.of(contact), about.prompt())) }
            if is_written {
                <p class="acts"><button class="btn small main">{ "Keep" }</button>{ act("Cancel", leave.clone()) }</p>
            }
        </>
    };
    html! {
        <section aria-labelledby="h-about">
            <h2 id="h-about" tabindex="-1">{ "What you know of them" }</h2>
            <label class="p-champion">
                <input type="checkbox" checked={contact.champion} onchange={champion} />
                { "A champion: they would speak for me" }
            </label>
            { fields.form("ruled", keep, || {}, content) }
        </section>
    }
}

fn conversations(state: &Handle, book: Book, notebook: &Notebook, person: &Person, today: Option<Date>) -> Html {
    let coming = today.map_or_else(Vec::new, |today| calls::coming(notebook, today));
    let one = |interview: &Rc<Interview>| {
        let call = notebook.papers().call(&interview.id);
        let stage = interview.stage.map_or("", Stage::name);
        let date = interview.date.map(|date| date.in_words(today)).unwrap_or_default();
        let is_coming = coming.contains(interview);
        let next = |follow_up: &FollowUp| Next {
            interview: interview.clone(),
            call: call.clone(),
            follow_up: follow_up.clone(),
        };
        let open =
            call.follow_ups.iter().filter(|follow_up| follow_up.status == Status::Open && follow_up.due.is_some());
        html! {
            <li key={interview.id.clone()}>
                <p class="sub num">{ listed(&[&date, stage]) }</p>
                if interview.is_answered() { <p class="said" dir="auto">{ interview.answer.clone() }</p> }
                if !call.remembered.is_empty() {
                    <p class="lab">{ "What they will remember" }</p>
                    <p class="said mine" dir="auto">{ call.remembered.clone() }</p>
                }
                { for call.questions.iter().filter(|question| !question.answer.is_empty()).map(|question| html! {
                    <>
                        <p class="lab" dir="auto">{ question.ask.clone() }</p>
                        <p class="said" dir="auto">{ question.answer.clone() }</p>
                    </>
                }) }
                if book == Book::Mine {
                    <ul>{ for open.map(|follow_up| item(state, &next(follow_up), today, Some("h-calls"), false)) }</ul>
                    <p class="acts">
                        if is_coming { { link("Prepare", Screen::Before { interview: interview.id.clone() }, interview) } }
                        { link("After the call", Screen::After { interview: interview.id.clone() }, interview) }
                    </p>
                }
            </li>
        }
    };
    html! {
        <section aria-labelledby="h-calls">
            <h2 id="h-calls" tabindex="-1">{ "Conversations" }</h2>
            if person.interviews.is_empty() { <p class="none">{ "The interviews with them are not here any more." }</p> }
            <ol class="p-calls">{ for person.interviews.iter().rev().map(one) }</ol>
        </section>
    }
}

fn link(text: &'static str, to: Screen, interview: &Interview) -> Html {
    html! { <a class="act" href={href(Book::Mine, to)} aria-label={format!("{text}: {}", interview.title())}>{ text }</a> }
}

/// Two entries may be one person.
fn same(state: &Handle, notebook: &Notebook, person: &Person) -> Html {
    let mut others = people::everybody(notebook);
    others.retain(|other| other.contact.id != person.contact.id);
    let has_more = person.contact.known_as.len() > 1;
    if others.is_empty() && !has_more {
        return html! {};
    }
    // Who bears the same name is the likeliest; of the rest nobody is.
    let is_namesake = |other: &Person| fold(other.name()) == fold(person.name());
    others.sort_by_key(|other| (!is_namesake(other), fold(other.name())));
    let fields = Fields::new(state, format!("same-{}", person.contact.id));
    let chosen =
        fields.text("who", others.first().filter(|other| is_namesake(other)).map_or("", |other| &other.contact.id));
    let merge = {
        let (fields, person, others, chosen) = (fields.clone(), person.clone(), others.clone(), chosen.clone());
        move || match others.iter().find(|other| other.contact.id == chosen) {
            Some(other) => {
                fields.dispatch(people::merge(&person, other));
                fields.forget();
                browser::focus_soon("title");
            }
            None => browser::focus(&fields.id("who")),
        }
    };
    let apart = {
        let (dispatch, person) = (state.dispatcher(), person.clone());
        move || {
            dispatch.dispatch(people::take_apart(&person));
            browser::focus_soon("title");
        }
    };
    let known = person.contact.known_as.iter().map(|known| listed(&[&known.name, &known.company]));
    let content = html! {
        <>
            <label class="field">
                <span>{ "Is also" }</span>
                <select id={fields.id("who")} oninput={fields.on_input("who")}>
                    <option value="" selected={chosen.is_empty()}>{ "Choose a person" }</option>
                    { for others.iter().map(|other| html! {
                        <option key={other.contact.id.clone()} value={other.contact.id.clone()} selected={other.contact.id == chosen}>
                            { listed(&[other.name(), other.company()]) }
                        </option>
                    }) }
                </select>
            </label>
            <button class="btn small">{ "Put together" }</button>
        </>
    };
    html! {
        <details class="p-same">
            <summary><span class="act">{ "The same person twice?" }</span></summary>
            if has_more {
                <p class="sub">{ format!("Known as: {}. ", known.collect::<Vec<_>>().join("; ")) }{ act("Take apart again", apart) }</p>
            }
            if !others.is_empty() {
                { fields.form("p-beside", merge, || {}, content) }
                <p class="meta">{ "All that was written about either stays." }</p>
            }
        </details>
    }
}
