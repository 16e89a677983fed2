//! Everybody one has met, and above them what is to be done next.

use yew::prelude::*;

use super::coming::coming_form;
use super::follow_ups::{ToCalendar, item, who};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::calls::{self, Next};
use crate::state::people::{self, Person};
use crate::state::{Book, Date, Interview, Notebook};
use crate::text::{counted, figures, listed, number, upper_first};

/// People shown at once: more than anybody remembers, and quickly drawn.
const MOST: usize = 300;
/// Follow-ups that are due and shown at once: as many as somebody does in a sitting, and the people stay in sight.
const AT_ONCE: usize = 8;

#[derive(Properties, PartialEq)]
pub struct ListProps {
    pub state: Handle,
    pub book: Book,
    pub notebook: Notebook,
}

/// A component, as what is looked for is nobody else's.
#[component]
pub fn List(props: &ListProps) -> Html {
    let ListProps { state, book, notebook } = props;
    let words = use_state_eq(String::new);
    let everybody = people::everybody(notebook);
    let all = everybody.len();
    let found = people::search(everybody, notebook.papers(), &words);
    let open = calls::open(notebook);
    let today = browser::today();
    let oninput = {
        let words = words.clone();
        move |event: InputEvent| words.set(browser::value_of(&event))
    };
    let is_narrow = !words.trim().is_empty();
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "People" }</h1>
                <p>{ "Somebody who liked you once can open the next door. Here are the people you met, what you share, and what you have given each other." }</p>
                if *book == Book::Mine {
                    <p class="acts">
                        <a class="act" href={href(Book::Mine, Screen::Advice { id: None })}>{ "Ask somebody for advice" }</a>
                        <a class="act" href={href(Book::Mine, Screen::Fit { id: None })}>{ "Plan for one role" }</a>
                    </p>
                }
            </header>
            if *book == Book::Mine { { next(state, notebook, &open, today) } }
            <section aria-labelledby="h-people">
                <div class="find">
                    <h2 id="h-people" tabindex="-1">{ if all == 0 { "Nobody yet".to_owned() } else { upper_first(&counted(all, "person", "people")) } }</h2>
                    <p class="sub num" role="status">{ if is_narrow { format!("{} of {} shown", figures(found.len()), figures(all)) } else { String::new() } }</p>
                    if all > 0 {
                        <search class="by-what">
                            <label class="field">
                                <span class="vh">{ "Search people" }</span>
                                <input type="search" placeholder="Search people and notes" value={(*words).clone()} {oninput} />
                            </label>
                        </search>
                    }
                </div>
                if all == 0 {
                    <p class="none">{ "Everyone you name in an interview is added here, so that a good conversation does not end with the call." }</p>
                } else if found.is_empty() {
                    <p class="none">{ "Nobody fits all of this." }</p>
                }
                <ol class="p-list">{ for found.iter().take(MOST).map(|person| row(*book, &open, person, today)) }</ol>
                if *book == Book::Mine && !is_narrow { { unnamed(notebook) } }
                if found.len() > MOST {
                    <p class="none">{ format!("{} more. Searching finds them too.", figures(found.len() - MOST)) }</p>
                }
            </section>
        </>
    }
}

fn row(book: Book, open: &[Next], person: &Person, today: Option<Date>) -> Html {
    let contact = &person.contact;
    let is_theirs = |next: &&Next| person.interviews.iter().any(|interview| interview.id == next.interview.id);
    let is_due = |next: &&Next| today.is_some_and(|today| next.follow_up.is_due(today));
    let due = open.iter().filter(is_due).filter(is_theirs).count();
    let text = [&contact.looks_for, &contact.common_ground, &contact.how_met].into_iter().find(|text| !text.is_empty());
    html! {
        <li key={contact.id.clone()}>
            <p class="p-who">
                <a href={href(book, Screen::People { id: Some(contact.id.clone()) })}>{ person.name().to_owned() }</a>
                <span class="sub">{ person.place() }</span>
            </p>
            <p class="said mine" dir="auto">{ text.cloned().unwrap_or_default() }</p>
            <p class="p-facts sub num">
                if let Some(date) = person.last_met() { <span>{ date.in_few_words(today) }</span> }
                if contact.champion { <span class="p-k">{ "Champion" }</span> }
                <span>{ balance(person) }</span>
                if due > 0 { <span class="p-k">{ counted(due, "follow-up is due", "follow-ups are due") }</span> }
            </p>
        </li>
    }
}

/// Of whom nothing can stand here, as nobody knows who it was.
fn unnamed(notebook: &Notebook) -> Html {
    let (all, them) = match notebook.in_time_order().iter().filter(|interview| interview.name().is_empty()).count() {
        0 => return html! {},
        1 => ("One interview has".to_owned(), "it"),
        all => (format!("{} interviews have", upper_first(&number(all))), "them"),
    };
    html! {
        <p class="none">
            { format!("{all} no name. ") }
            <a href={href(Book::Mine, Screen::Interviews { edit: None })}>{ format!("Give {them} one") }</a>
            { ", and whoever you talked with stands here too." }
        </p>
    }
}

/// "gave 2, asked 1"; nothing where nothing was noted.
fn balance(person: &Person) -> String {
    let part = |count: usize, what: &str| if count == 0 { String::new() } else { format!("{what} {count}") };
    let (given, asked) = person.balance();
    listed(&[&part(given, "gave"), &part(asked, "asked")])
}

/// What is to be prepared, looked back on and followed up.
fn next(state: &Handle, notebook: &Notebook, open: &[Next], today: Option<Date>) -> Html {
    let Some(day) = today else { return html! {} };
    let (coming, back) = (calls::coming(notebook, day), calls::to_look_back_on(notebook, day));
    let (due, later): (Vec<_>, Vec<_>) = open.iter().cloned().partition(|next| next.follow_up.is_due(day));
    let one = |next: &Next| item(state, next, today, Some("h-next"), true);
    let is_quiet = coming.is_empty() && back.is_empty() && open.is_empty();
    let call = |interview: &Interview, text: &'static str, to: Screen| {
        html! {
            <li class="p-next">
                <p>
                    <b>{ who(interview) }</b>
                    <span class="sub num">{ interview.date.map(|date| if date == day { "Today".to_owned() } else { date.in_words(today) }).unwrap_or_default() }</span>
                </p>
                <p class="acts"><a class="act" href={href(Book::Mine, to)} aria-label={format!("{text}: {}", interview.title())}>{ text }</a></p>
            </li>
        }
    };
    html! {
        <section class="p-todo" aria-labelledby="h-next">
            <div class="bar">
                <h2 id="h-next" tabindex="-1">{ "Next" }</h2>
                if !open.is_empty() { <ToCalendar text="All to the calendar" about="every open follow-up" follow_ups={open.to_vec()} /> }
            </div>
            if is_quiet { <p class="none">{ "Nothing is due. A short note within a day is what most people are remembered by." }</p> }
            <ul>
                { for coming.iter().map(|interview| call(interview, "Prepare", Screen::Before { interview: interview.id.clone() })) }
                { for back.iter().map(|interview| call(interview, "How did it go?", Screen::After { interview: interview.id.clone() })) }
                { for due.iter().take(AT_ONCE).map(one) }
            </ul>
            if due.len() > AT_ONCE {
                <details>
                    <summary><span class="act">{ format!("{} more are due", figures(due.len() - AT_ONCE)) }</span></summary>
                    <ul>{ for due.iter().skip(AT_ONCE).map(one) }</ul>
                </details>
            }
            if !later.is_empty() {
                <details>
                    <summary><span class="act">{ format!("{} later", figures(later.len())) }</span></summary>
                    <ul>{ for later.iter().map(one) }</ul>
                </details>
            }
            { coming_form(state) }
        </section>
    }
}
