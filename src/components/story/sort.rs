//! Choosing some quotes of a point: to make them a point of their own, to move them to another, to call them doubts.

use refrain_core::{Mention, Point};
use yew::prelude::*;

use super::page::{Desk, once};
use super::point::PointItemProps;
use super::quotes::{Passage, passages};
use super::tools::{Tool, cancel, choice, close, form, others};
use crate::browser;
use crate::state::{Action, decide};

/// Makes an action of a point and the mentions chosen from it.
type Make = Box<dyn Fn(&Point, &[Mention]) -> Option<Action>>;

/// The box beside a quote.
pub fn tick(point: &Point, tool: &UseStateHandle<Tool>, ticked: &[bool], at: usize) -> Html {
    let onchange = {
        let tool = tool.clone();
        move |_: Event| {
            if let Tool::Sort { ticked, to } = &*tool {
                let turned = ticked.iter().enumerate().map(|(other, is)| *is != (other == at)).collect();
                tool.set(Tool::Sort { ticked: turned, to: to.clone() });
            }
        }
    };
    let id = if at == 0 { format!("tick-{}", point.id) } else { format!("tick-{}-{at}", point.id) };
    html! {
        <input {id} class="tick" type="checkbox" aria-label={format!("Choose quote {}", at + 1)} checked={ticked.get(at) == Some(&true)} {onchange} />
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
    let to = if to.is_empty() { others(props).next().map_or("", |other| &other.id) } else { to };
    let decide = |make: Make| {
        let (page, at, dispatch, tool) = (props.page.clone(), props.at, desk.dispatch.clone(), tool.clone());
        let close = close(point, &tool);
        move || {
            let Some(point) = page.point(at) else { return };
            let chosen = chosen(point, &passages(point, &page.interviews), &tool);
            let action = make(point, &chosen).filter(|_| !chosen.is_empty());
            close();
            if let Some(action) = action {
                dispatch.dispatch(action);
            }
        }
    };
    let split = decide(Box::new(|point, chosen| Some(decide::split(point, chosen, browser::new_id))));
    let decided = props.page.beside(props.at).decided.clone();
    let doubt = decide(Box::new(move |_, chosen| Some(decide::doubt(chosen, &decided, browser::new_id))));
    let put = {
        let (page, to) = (props.page.clone(), to.to_owned());
        decide(Box::new(move |_, chosen| Some(decide::put_with(chosen, page.find(&to)?, browser::new_id))))
    };
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

/// The mentions in the ticked quotes.
fn chosen(point: &Point, passages: &[Passage<'_>], tool: &Tool) -> Vec<Mention> {
    let Tool::Sort { ticked, .. } = tool else { return Vec::new() };
    let is_chosen = |mention: &&Mention| {
        passages
            .iter()
            .zip(ticked)
            .any(|(passage, is)| *is && passage.mentions.iter().any(|other| std::ptr::eq(*other, *mention)))
    };
    point.mentions.iter().filter(is_chosen).cloned().collect()
}
