//! What can be done with a point: a row of verbs under its quotes, and the form of the one that was chosen.

use refrain_core::Point;
use yew::prelude::*;

use super::page::{Desk, Page, focus_opener, keys, once, verb};
use super::point::PointItemProps;
use super::quotes::Passage;
use super::sort::sort_form;
use crate::browser;
use crate::state::{Action, decide};

pub use super::sort::ticks;
pub use super::story_form::moment;

/// What is open on a point.
#[derive(Debug, Clone, PartialEq)]
pub enum Tool {
    None,
    /// With the name as typed so far.
    Rename(String),
    /// With the id of the point to merge it with.
    Merge(String),
    /// Which of its quotes are ticked, and the id of the point to move them to.
    Sort {
        ticked: Vec<bool>,
        to: String,
    },
    /// The id of the story, the empty one for a new story.
    Story(String),
}

pub fn tools(
    props: &PointItemProps,
    desk: &Desk,
    point: &Point,
    passages: &[Passage<'_>],
    tool: &UseStateHandle<Tool>,
) -> Html {
    let label = &point.label;
    let open = |text: &'static str, is_open: bool, form: &str, next: Tool| {
        let (tool, form) = (tool.clone(), format!("{form}-{}", point.id));
        let id = format!("open-{form}");
        let onclick = once(move || {
            tool.set(if is_open { Tool::None } else { next.clone() });
            browser::focus_soon(&form);
        });
        html! {
            <button {id} class="act" type="button" aria-label={format!("{text}: {label}")} aria-expanded={is_open.to_string()} {onclick}>{ text }</button>
        }
    };
    let act =
        |text: &'static str, make: fn(&Page, usize) -> Option<Action>| verb(text, label, act(props, desk, tool, make));
    let first = others(props).next().map(|other| other.id.clone());
    let sort = Tool::Sort { ticked: vec![false; passages.len()], to: String::new() };
    html! {
        <>
            <div class="acts foot">
                { open("Rename", matches!(**tool, Tool::Rename(_)), "name", Tool::Rename(label.clone())) }
                if let Some(first) = first { { open("Merge", matches!(**tool, Tool::Merge(_)), "merge", Tool::Merge(first)) } }
                { open("Sort quotes", matches!(**tool, Tool::Sort { .. }), "tick", sort) }
                if point.pinned {
                    { act("Unpin", |page, at| Some(decide::unpin(page.point(at)?, &page.beside(at).decided, browser::new_id))) }
                } else {
                    { act("Pin", |page, at| Some(decide::pin(page.point(at)?, browser::new_id))) }
                }
                { act("Hide", |page, at| Some(decide::hide(page.point(at)?, browser::new_id))) }
                if point.cliche {
                    { act("Not a cliché", |page, at| Some(decide::not_cliche(page.point(at)?, browser::new_id))) }
                }
            </div>
            { match &**tool {
                Tool::Merge(with) => merge_form(props, desk, point, tool, with),
                Tool::Sort { ticked, to } => sort_form(props, desk, point, tool, (ticked, to)),
                Tool::None | Tool::Rename(_) | Tool::Story(_) => html! {},
            } }
        </>
    }
}

/// Stands in the place of the label while it is being written.
pub fn rename_form(props: &PointItemProps, desk: &Desk, point: &Point, tool: &UseStateHandle<Tool>) -> Html {
    let Tool::Rename(name) = &**tool else { return html! {} };
    let oninput = {
        let tool = tool.clone();
        move |event: InputEvent| tool.set(Tool::Rename(browser::value_of(&event)))
    };
    let keep = |name: fn(&UseStateHandle<Tool>) -> String| {
        let (page, at, dispatch) = (props.page.clone(), props.at, desk.dispatch.clone());
        let (tool, close) = (tool.clone(), close(point, tool));
        move || {
            let name = name(&tool);
            close();
            if let Some(point) = page.point(at) {
                dispatch.dispatch(decide::rename(point, &name, &page.beside(at).decided, browser::new_id));
            }
        }
    };
    let content = html! {
        <>
            <input
                id={format!("name-{}", point.id)}
                class="said label"
                dir="auto"
                aria-label="Your name for this point"
                value={name.clone()}
                {oninput}
            />
            <p class="acts">
                <button class="btn small main">{ "Keep name" }</button>
                { cancel(point, tool) }
                if point.renamed { { verb("Use their words", &point.label, once(keep(|_| String::new()))) } }
            </p>
        </>
    };
    form("rename", point, tool, keep(written), content)
}

/// The name as it stands in the field.
fn written(tool: &UseStateHandle<Tool>) -> String {
    if let Tool::Rename(name) = &**tool { name.clone() } else { String::new() }
}

fn merge_form(props: &PointItemProps, desk: &Desk, point: &Point, tool: &UseStateHandle<Tool>, with: &str) -> Html {
    let merge = {
        let (page, at, dispatch, with) = (props.page.clone(), props.at, desk.dispatch.clone(), with.to_owned());
        let close = close(point, tool);
        move || {
            close();
            if let (Some(point), Some(into)) = (page.point(at), page.find(&with)) {
                dispatch.dispatch(decide::merge(point, into, browser::new_id));
            }
        }
    };
    let choose = {
        let tool = tool.clone();
        Callback::from(move |id| tool.set(Tool::Merge(id)))
    };
    let content = html! {
        <>
            { choice("Which point says the same?", &format!("merge-{}", point.id), props, with, choose) }
            <p class="acts"><button class="btn small main">{ "Merge" }</button>{ cancel(point, tool) }</p>
        </>
    };
    form("work", point, tool, merge, content)
}

/// The form of a tool.
pub fn form(
    class: &'static str,
    point: &Point,
    tool: &UseStateHandle<Tool>,
    done: impl Fn() + Clone + 'static,
    content: Html,
) -> Html {
    let onkeydown = keys(done.clone(), give_up(point, tool));
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        done();
    };
    html! { <form {class} {onsubmit} {onkeydown}>{ content }</form> }
}

/// A field to choose another point in.
pub fn choice(
    label: &'static str,
    id: &str,
    props: &PointItemProps,
    chosen: &str,
    on_choice: Callback<String>,
) -> Html {
    let onchange = move |event: Event| on_choice.emit(browser::value_of(&event));
    html! {
        <label class="field">
            <span>{ label }</span>
            <select id={id.to_owned()} {onchange}>
                { for others(props).map(|other| html! {
                    <option key={other.id.clone()} value={other.id.clone()} selected={other.id == chosen}>
                        { format!("{} ({})", decide::title(&other.label), other.interviews) }
                    </option>
                }) }
            </select>
        </label>
    }
}

pub fn cancel(point: &Point, tool: &UseStateHandle<Tool>) -> Html {
    html! { <button class="act" type="button" onclick={once(give_up(point, tool))}>{ "Cancel" }</button> }
}

/// Closes the tool and does nothing. The focus goes back to what opened it.
pub fn give_up(point: &Point, tool: &UseStateHandle<Tool>) -> impl Fn() + use<> {
    let (tool, id) = (tool.clone(), point.id.clone());
    move || {
        let form = match *tool {
            Tool::Rename(_) => "name",
            Tool::Merge(_) => "merge",
            Tool::Sort { .. } => "tick",
            Tool::None | Tool::Story(_) => return,
        };
        focus_opener(&format!("{form}-{id}"));
        tool.set(Tool::None);
    }
}

/// Closes the tool when it did its work. The focus goes to the point itself, as its form is gone.
pub fn close(point: &Point, tool: &UseStateHandle<Tool>) -> impl Fn() + Clone + use<> {
    let (tool, id) = (tool.clone(), format!("point-{}", point.id));
    move || {
        browser::focus(&id);
        tool.set(Tool::None);
    }
}

/// The other points, in their order.
pub fn others(props: &PointItemProps) -> impl Iterator<Item = &Point> {
    let at = props.at;
    props.page.shown().filter(move |(other, _)| *other != at).map(|(_, point)| point)
}

fn act(
    props: &PointItemProps,
    desk: &Desk,
    tool: &UseStateHandle<Tool>,
    make: fn(&Page, usize) -> Option<Action>,
) -> Callback<MouseEvent> {
    let (page, at, dispatch, tool) = (props.page.clone(), props.at, desk.dispatch.clone(), tool.clone());
    once(move || {
        tool.set(Tool::None);
        if let Some(action) = make(&page, at) {
            dispatch.dispatch(action);
        }
    })
}
