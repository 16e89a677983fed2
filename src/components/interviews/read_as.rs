//! How the text is read: as what, and for a table what its columns are.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::import::{Column, Dates, Delimiter, Format, Plan, Table};

pub fn read_as(plan: &Plan, text: &str, change: &Callback<Plan>) -> Html {
    let format = {
        let (change, text) = (change.clone(), text.to_owned());
        move |at: usize| change.emit(Plan::new(Format::ALL[at], &text))
    };
    html! {
        <div class="read-as">
            { choose("Read it as", &Format::ALL.map(Format::name), place(&Format::ALL, &plan.format), format) }
            if plan.format == Format::Table { { table(plan, text, change) } }
        </div>
    }
}

fn table(plan: &Plan, text: &str, change: &Callback<Plan>) -> Html {
    let now = &plan.table;
    let set = |table: Table| Plan { format: Format::Table, table };
    let delimiter = {
        let (change, text) = (change.clone(), text.to_owned());
        move |at: usize| change.emit(set(Table::guess_with(&text, Delimiter::ALL[at])))
    };
    let dates = {
        let (change, now) = (change.clone(), now.clone());
        move |at: usize| change.emit(set(Table { dates: Dates::ALL[at], ..now.clone() }))
    };
    let headings = {
        let (change, now) = (change.clone(), now.clone());
        move |event: Event| {
            if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                change.emit(set(Table { has_headings: field.checked(), ..now.clone() }));
            }
        }
    };
    let column = |at: usize| {
        let (change, now) = (change.clone(), now.clone());
        move |chosen: usize| {
            let mut table = now.clone();
            table.columns[at] = Column::ALL[chosen];
            change.emit(set(table));
        }
    };
    html! {
        <>
            { choose("Between fields", &Delimiter::ALL.map(Delimiter::name), place(&Delimiter::ALL, &now.delimiter), delimiter) }
            { choose("Dates look like", &Dates::ALL.map(Dates::name), place(&Dates::ALL, &now.dates), dates) }
            <label class="pick">
                <input type="checkbox" checked={now.has_headings} onchange={headings} />
                { "The first row names the columns" }
            </label>
            if plan.is_of_network(text) {
                <p class="meta">{ "These are recommendations that you received: answers to the same question." }</p>
            }
            <fieldset class="columns">
                <legend class="lab">{ "What is in each column" }</legend>
                { for now.labels(text).into_iter().enumerate().map(|(at, label)| {
                    choose(&label, &Column::ALL.map(Column::name), place(&Column::ALL, &now.columns[at]), column(at))
                }) }
            </fieldset>
        </>
    }
}

fn choose(label: &str, names: &[&'static str], chosen: usize, then: impl Fn(usize) + 'static) -> Html {
    let onchange = move |event: Event| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            then(usize::try_from(field.selected_index()).unwrap_or_default());
        }
    };
    html! {
        <label class="field">
            <span>{ label.to_owned() }</span>
            <select {onchange}>
                { for names.iter().enumerate().map(|(at, name)| html! { <option selected={at == chosen}>{ *name }</option> }) }
            </select>
        </label>
    }
}

fn place<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or_default()
}
