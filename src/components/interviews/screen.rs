//! The list of interviews, below the form for a new one.

use std::rc::Rc;

use yew::prelude::*;

use super::add::{add, title};
use super::chances::chances;
use super::find::{Find, address};
use super::list::List;
use super::row::edit_row;
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Route, Screen, href};
use crate::state::{Book, Interview, Notebook, Search, askings, calls};
use crate::text::{counted, figures, listed, upper_first};

pub fn interviews(state: &Handle, route: &Route, notebook: &Notebook) -> Html {
    let book = route.book;
    let is_mine = book == Book::Mine;
    // An address may name an interview that has been deleted since.
    let edit = match &route.screen {
        Screen::Interviews { edit: Some(id) } => notebook.get(id),
        _ => None,
    };
    let is_gone = edit.is_none() && matches!(&route.screen, Screen::Interviews { edit: Some(_) });
    let is_half_changed = |draft: &&Interview| notebook.get(&draft.id).is_some_and(|interview| **interview != **draft);
    let half_changed: Vec<String> =
        state.drafts.iter().filter(|_| is_mine).filter(is_half_changed).map(|draft| draft.id.clone()).collect();
    let coming = browser::today().map_or_else(Vec::new, |today| calls::coming(notebook, today));
    let search = Rc::new(route.search.clone());
    let all = notebook.in_time_order();
    let mut found = search.find(all);
    if let Some(edit) = edit
        && !found.contains(edit)
    {
        found.insert(0, Rc::clone(edit));
    }
    html! {
        <>
            { if is_mine && edit.is_none() { add(state, route.screen != Screen::Add && !all.is_empty(), key_switch(state)) } else { title() } }
            <section aria-labelledby="h-list">
                { chances(state, book, notebook) }
                if is_mine { { due(notebook, coming.len()) } }
                <div class="find">
                    <h2 id="h-list" tabindex="-1">{ if all.is_empty() { "No interviews yet".to_owned() } else { upper_first(&counted(all.len(), "interview", "interviews")) } }</h2>
                    <p class="sub num" role="status">{ if is_gone { "This interview is not here any more.".to_owned() } else { shown(&search, found.len(), all.len()) } }</p>
                    if !all.is_empty() { <Find interviews={all.to_vec()} {book} search={Rc::clone(&search)} /> }
                    if is_mine { <a class="act" href={href(Book::Mine, Screen::Paste)}>{ "Paste notes" }</a> }
                </div>
                if all.is_empty() {
                    <p class="none">{ "The answers you keep stand here, newest first." }</p>
                } else if found.is_empty() {
                    <p class="none">
                        { "No interview fits all of this. " }
                        { clear(book, &search) }
                    </p>
                }
                <List
                    interviews={found}
                    report={Rc::clone(&notebook.analysis.report)}
                    {book}
                    search={Rc::clone(&search)}
                    dispatch={state.dispatcher()}
                    {half_changed}
                    coming={coming.iter().map(|interview| interview.id.clone()).collect::<Vec<_>>()}
                    editing={edit.map(|interview| (interview.id.clone(), edit_row(state, interview, &search)))}
                />
            </section>
        </>
    }
}

/// That something is to be done for somebody, in one quiet line.
fn due(notebook: &Notebook, coming: usize) -> Html {
    let Some(today) = browser::today() else { return html! {} };
    let due = calls::open(notebook).iter().filter(|next| next.follow_up.is_due(today)).count();
    let part = |count: usize, one: &str, many: &str| if count == 0 { String::new() } else { counted(count, one, many) };
    let parts =
        [part(due, "follow-up is due", "follow-ups are due"), part(coming, "call is coming up", "calls are coming up")];
    let told = listed(&[&parts[0], &parts[1]]);
    html! {
        if !told.is_empty() {
            <p class="sub p-due"><a href={href(Book::Mine, Screen::People { id: None })}>{ upper_first(&told) }</a></p>
        }
    }
}

/// Stands in the page before it has anything to say, so that it is heard.
fn shown(search: &Search, found: usize, all: usize) -> String {
    if search.is_narrow() { format!("{} of {} shown", figures(found), figures(all)) } else { String::new() }
}

fn clear(book: Book, search: &Search) -> Html {
    let to = address(book, search.cleared());
    let onclick = move |_: MouseEvent| {
        browser::focus("find");
        browser::go_to(&to);
    };
    html! { <button class="act" {onclick}>{ "Show all of them" }</button> }
}

/// Single keys are off until somebody wants them: voices and trembling hands press letters by chance.
fn key_switch(state: &Handle) -> Html {
    let settings = state.mine.papers().settings();
    let is_on = settings.is_key_on;
    let dispatch = state.dispatcher();
    let onclick = move |_: MouseEvent| dispatch.dispatch(askings::switch_key(&settings, !is_on));
    html! {
        <p class="meta keys">
            { if is_on { "The key N brings you here from any screen. " } else { "One key can bring you here from any screen. " } }
            <button class="act" type="button" {onclick}>{ if is_on { "Switch the key N off" } else { "Switch the key N on" } }</button>
        </p>
    }
}
