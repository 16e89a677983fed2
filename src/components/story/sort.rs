//! Choosing some quotes of a point: to make them a point of their own, to move them to another, to call them doubts.

use std::rc::Rc;

use refrain_core::{Mention, Point};
use yew::prelude::*;

use super::page::{Desk, keys, once};
use super::point::PointItemProps;
use super::quotes::{Passage, passages};
use super::tools::{Tool, cancel, choice, close, form, give_up, others};
use crate::browser;
use crate::state::{Action, decide};

/// The boxes beside the quotes, by position. They are outside the form, and have its keys.
pub fn ticks(
    props: &PointItemProps,
    desk: &Desk,
    point: &Point,
    tool: &UseStateHandle<Tool>,
    (ticked, to): (&[bool], &str),
) -> impl Fn(usize) -> Html {
    let (tool, ticked, id) = (tool.clone(), ticked.to_vec(), point.id.clone());
    let onkeydown = keys(put(props, desk, point, &tool, to), give_up(point, &tool));
    move |at| {
        let onchange = {
            let tool = tool.clone();
            move |_: Event| {
                if let Tool::Sort { ticked, to } = &*tool {
                    let turned = ticked.iter().enumerate().map(|(other, is)| *is != (other == at)).collect();
                    tool.set(Tool::Sort { ticked: turned, to: to.clone() });
                }
            }
        };
        let id = if at == 0 { format!("tick-{id}") } else { format!("tick-{id}-{at}") };
        let (checked, onkeydown) = (ticked.get(at) == Some(&true), onkeydown.clone());
        html! {
            <input {id} class="tick" type="checkbox" aria-label={format!("Choose quote {}", at + 1)} {checked} {onchange} {onkeydown} />
        }
    }
}

pub fn sort_form(
    props: &PointItemProps,
    desk: &Desk,
    point: &Point,
    tool: &UseStateHandle<Tool>,
    (ticked, to): (&[bool], &str),
) -> Html {
    let count = ticked.iter().filter(|is| **is).count();
    let (to, put) = (target(props, to), put(props, desk, point, tool, to));
    let split = decide(props, desk, point, tool, |point, chosen| Some(decide::split(point, chosen, browser::new_id)));
    let decided = props.page.beside(props.at).decided.clone();
    let doubt =
        decide(props, desk, point, tool, move |_, chosen| Some(decide::doubt(chosen, &decided, browser::new_id)));
    let choose = {
        let (tool, ticked) = (tool.clone(), ticked.to_vec());
        Callback::from(move |to| tool.set(Tool::Sort { ticked: ticked.clone(), to }))
    };
    let is_none = count == 0;
    let content = html! {
        <>
            <p class="sub" role="status">
                { match count {
                    0 => "Tick the quotes that do not belong here.",
                    1 => "One quote chosen.",
                    _ if count == ticked.len() => "All quotes chosen.",
                    _ => "Some quotes chosen.",
                } }
            </p>
            <p class="acts">
                <button class="act" type="button" disabled={is_none || count == ticked.len()} onclick={once(split)}>{ "Make these a point of their own" }</button>
                <button class="act" type="button" disabled={is_none} onclick={once(doubt)}>{ "This is a doubt" }</button>
            </p>
            if !to.is_empty() {
                <div class="beside">
                    { choice("Or move them to", &format!("to-{}", point.id), props, to, choose) }
                    <button class="btn small" disabled={is_none}>{ "Move" }</button>
                </div>
            }
            <p class="acts">{ cancel(point, tool) }</p>
        </>
    };
    form("work", point, tool, put, content)
}

/// The id of the point to move quotes to: the one that was chosen, else the first.
fn target<'a>(props: &'a PointItemProps, to: &'a str) -> &'a str {
    if to.is_empty() { others(props).next().map_or("", |other| &other.id) } else { to }
}

/// Moves the chosen quotes.
fn put(
    props: &PointItemProps,
    desk: &Desk,
    point: &Point,
    tool: &UseStateHandle<Tool>,
    to: &str,
) -> impl Fn() + Clone + use<> {
    let (page, to) = (props.page.clone(), target(props, to).to_owned());
    decide(props, desk, point, tool, move |_, chosen| Some(decide::put_with(chosen, page.find(&to)?, browser::new_id)))
}

/// Does with the chosen quotes what `make` says, and closes the form; nothing while none is chosen.
fn decide<M: Fn(&Point, &[Mention]) -> Option<Action>>(
    props: &PointItemProps,
    desk: &Desk,
    point: &Point,
    tool: &UseStateHandle<Tool>,
    make: M,
) -> impl Fn() + Clone + use<M> {
    let (page, at, dispatch, tool) = (props.page.clone(), props.at, desk.dispatch.clone(), tool.clone());
    let (close, make) = (close(point, &tool), Rc::new(make));
    move || {
        let Some(point) = page.point(at) else { return };
        let chosen = chosen(&passages(point, &page.places), &tool);
        if let Some(action) = make(point, &chosen).filter(|_| !chosen.is_empty()) {
            close();
            dispatch.dispatch(action);
        }
    }
}

/// The mentions in the ticked quotes.
fn chosen(passages: &[Passage<'_>], tool: &Tool) -> Vec<Mention> {
    let Tool::Sort { ticked, .. } = tool else { return Vec::new() };
    passages.iter().zip(ticked).filter(|(_, is)| **is).flat_map(|(passage, _)| passage.mentions).cloned().collect()
}
