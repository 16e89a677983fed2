//! What is looked for in the list: words, stage, company, person, and the order. It stands in the address.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser;
use crate::route::{Route, Screen};
use crate::state::search::different;
use crate::state::{Book, Interview, Order, Search, Stage};

/// Values offered to choose from; the search finds the others. Of ten thousand the browser would make a slow menu.
const MOST_OFFERED: usize = 300;

#[derive(Properties, PartialEq)]
pub struct FindProps {
    /// All of them, in time order.
    pub interviews: Vec<Rc<Interview>>,
    pub book: Book,
    pub search: Rc<Search>,
}

#[component]
pub fn Find(props: &FindProps) -> Html {
    let search = &props.search;
    let (companies, people) = (different(&props.interviews, company), different(&props.interviews, Interview::name));
    let stages: Vec<&str> = Stage::ALL.into_iter().map(Stage::name).collect();
    let orders: Vec<&str> = Order::ALL.into_iter().map(Order::name).collect();
    let stage = search.stage.map_or("", Stage::name);
    let choose = |label: &'static str,
                  any: &'static str,
                  values: &[&str],
                  chosen: &str,
                  set: fn(&mut Search, String)| {
        let (book, search) = (props.book, Rc::clone(search));
        let onchange = move |event: Event| {
            let mut changed = (*search).clone();
            set(&mut changed, browser::value_of(&event));
            browser::go_to(&address(book, changed));
        };
        html! {
            <label class="field">
                <span class="vh">{ label }</span>
                <select {onchange}>
                    if !any.is_empty() { <option value="" selected={chosen.is_empty()}>{ any }</option> }
                    // An address may name what is there no more.
                    if !chosen.is_empty() && !values.contains(&chosen) { <option selected=true>{ chosen.to_owned() }</option> }
                    { for values.iter().map(|value| html! { <option selected={*value == chosen}>{ (*value).to_owned() }</option> }) }
                    if values.len() == MOST_OFFERED { <option disabled=true>{ "Search for the others" }</option> }
                </select>
            </label>
        }
    };
    let (typed, write) = use_typed(&search.words);
    let oninput = {
        let (book, search) = (props.book, Rc::clone(search));
        move |event: InputEvent| {
            let words = browser::value_of(&event);
            write.emit(words.clone());
            // The way back leads to the list before this search, not through each of its letters.
            browser::replace(&address(book, Search { words, ..(*search).clone() }));
        }
    };
    html! {
        <search class="by-what">
            <label class="field">
                <span class="vh">{ "Search" }</span>
                <input id="find" type="search" placeholder="Search words, people, companies" value={typed} {oninput} />
            </label>
            { choose("Stage", "Every stage", &stages, stage, |search, value| search.stage = Stage::from_words(&value)) }
            { choose("Company", "Every company", &as_strs(&companies), &search.company, |search, value| search.company = value) }
            { choose("Person", "Everybody", &as_strs(&people), &search.person, |search, value| search.person = value) }
            { choose("Order", "", &orders, search.order.name(), |search, value| search.order = Order::from_name(&value)) }
            // What a form offers while somebody writes, in the user's own list only.
            if props.book == Book::Mine {
                { known("people", &different(&props.interviews, |interview| &interview.who)) }
                { known("companies", &companies) }
            }
        </search>
    }
}

/// What stands in the field, and the way to change it. The address follows what is typed, and later than it: what it gives back of that must
/// not overwrite newer letters. All else that it says, by the way back or a link, stands in the field.
#[hook]
fn use_typed(words: &str) -> (String, Callback<String>) {
    let typed = use_state_eq(|| words.to_owned());
    let on_the_way = use_mut_ref(Vec::<String>::new);
    {
        let (typed, on_the_way) = (typed.clone(), Rc::clone(&on_the_way));
        use_effect_with(words.to_owned(), move |words| {
            let own = on_the_way.borrow().iter().position(|own| own == words);
            match own {
                Some(at) => drop(on_the_way.borrow_mut().drain(..=at)),
                None => typed.set(words.clone()),
            }
        });
    }
    let text = (*typed).clone();
    let write = Callback::from(move |words: String| {
        on_the_way.borrow_mut().push(words.clone());
        typed.set(words);
    });
    (text, write)
}

fn known(id: &'static str, values: &[String]) -> Html {
    html! { <datalist {id}>{ for values.iter().take(MOST_OFFERED).map(|value| html! { <option value={value.clone()} /> }) }</datalist> }
}

/// The address of the list with this search.
pub fn address(book: Book, search: Search) -> String {
    Route { book, screen: Screen::Interviews { edit: None }, search }.href()
}

fn company(interview: &Interview) -> &str {
    &interview.company
}

fn as_strs(values: &[String]) -> Vec<&str> {
    values.iter().take(MOST_OFFERED).map(String::as_str).collect()
}
