//! The user's stories for a point: the kept ones, and the form to write one.

use std::rc::Rc;

use refrain_core::Point;
use yew::prelude::*;

use super::super::blending::Blending;
use super::page::{Desk, focus_opener, keys, once, opener, verb};
use super::point::PointItemProps;
use super::prompts::prompts;
use super::tools::Tool;
use crate::browser;
use crate::state::stories::{self, Part};
use crate::state::{Action, Story};

/// "Your story" in the notes of a point; for a cliché what makes it one's own.
pub fn moment(props: &PointItemProps, desk: &Desk, point: &Point, tool: &UseStateHandle<Tool>) -> Html {
    let kept = &props.page.beside(props.at).stories;
    let is_writing_new =
        **tool == Tool::Story(String::new()) || stories::draft(&desk.texts, &point.id, &Story::default()).is_some();
    let write = if point.cliche { "Write the moment" } else { "Write the story" };
    let stories = html! {
        <>
            { for kept.iter().map(|story| {
                let is_open = **tool == Tool::Story(story.id.clone()) || stories::draft(&desk.texts, &story.id, story).is_some();
                if is_open { story_form(desk, point, story, tool) } else { kept_story(desk, point, story, tool) }
            }) }
            if is_writing_new {
                { story_form(desk, point, &Rc::default(), tool) }
            } else if kept.is_empty() {
                { opener(&point.id, write, &point.label, open(point, "", tool)) }
            }
        </>
    };
    let id = format!("story-of-{}", point.id);
    if point.cliche {
        html! {
            <div {id} tabindex="-1">
                if kept.is_empty() {
                    <ul class="sub prompts">{ for prompts(point).iter().map(|prompt| html! { <li key={*prompt}>{ *prompt }</li> }) }</ul>
                }
                { stories }
            </div>
        }
    } else {
        html! { <div><dt>{ "Your story" }</dt><dd {id} tabindex="-1">{ stories }</dd></div> }
    }
}

/// A story as it was kept, each part under its question.
pub fn told(story: &Story) -> Html {
    let part = |part: Part| {
        let text = part.of(story);
        (!text.is_empty()).then(|| {
            html! {
                <>
                    <span class="lab">{ part.name() }</span>
                    <span class="said mine" dir="auto">{ text.to_owned() }</span>
                </>
            }
        })
    };
    html! { <p class="told">{ for Part::ALL.into_iter().filter_map(part) }</p> }
}

fn kept_story(desk: &Desk, point: &Point, story: &Rc<Story>, tool: &UseStateHandle<Tool>) -> Html {
    let delete = {
        let (dispatch, story, id) = (desk.dispatch.clone(), Rc::clone(story), format!("story-of-{}", point.id));
        once(move || {
            browser::focus(&id);
            dispatch.dispatch(stories::delete(&story));
        })
    };
    html! {
        <div key={story.id.clone()}>
            { told(story) }
            <p class="acts">
                { opener(&story.id, "Edit story", &point.label, open(point, &story.id, tool)) }
                { verb("Delete story", &point.label, delete) }
            </p>
        </div>
    }
}

fn open(point: &Point, story: &str, tool: &UseStateHandle<Tool>) -> Callback<MouseEvent> {
    let (tool, story) = (tool.clone(), story.to_owned());
    let first = Part::Happened.field(if story.is_empty() { &point.id } else { &story });
    once(move || {
        tool.set(Tool::Story(story.clone()));
        browser::focus_soon(&first);
    })
}

fn story_form(desk: &Desk, point: &Point, story: &Rc<Story>, tool: &UseStateHandle<Tool>) -> Html {
    let id = if story.id.is_empty() { &point.id } else { &story.id };
    let leave = {
        let (tool, place) = (tool.clone(), format!("story-of-{}", point.id));
        move || {
            browser::focus(&place);
            tool.set(Tool::None);
        }
    };
    let point = point.clone();
    form(desk, id, story, move |story| stories::keep(story, &point, browser::new_id), leave)
}

/// The fields of a story, known by `id`. `leave` is called when it was kept or given up; then the focus goes back to the
/// opener of the same `id`.
pub fn form(
    desk: &Desk,
    id: &str,
    story: &Story,
    keep: impl Fn(Story) -> Action + 'static,
    leave: impl Fn() + Clone + 'static,
) -> Html {
    let written = stories::draft(&desk.texts, id, story).unwrap_or_else(|| story.clone());
    let leave = {
        let (desk, id) = (desk.clone(), id.to_owned());
        move || {
            leave();
            desk.forget(Part::ALL.map(|part| part.field(&id)));
        }
    };
    let keep = {
        let (dispatch, story, leave) = (desk.dispatch.clone(), story.clone(), leave.clone());
        let fields = Part::ALL.map(|part| part.field(id));
        let id = id.to_owned();
        Rc::new(move || {
            let text = |field: &String| Some((field.clone(), browser::value(field)?));
            let texts: Vec<_> = fields.iter().filter_map(text).collect();
            dispatch.dispatch(keep(stories::draft(&texts, &id, &story).unwrap_or_else(|| story.clone())));
            leave();
        })
    };
    let give_up = {
        let id = id.to_owned();
        move || {
            leave();
            focus_opener(&id);
        }
    };
    let onkeydown = {
        let keep = Rc::clone(&keep);
        keys(move || keep(), give_up.clone())
    };
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        keep();
    };
    html! {
        <form class="ruled" key={id.to_owned()} {onsubmit} {onkeydown}>
            { for Part::ALL.into_iter().map(|part| {
                let field = part.field(id);
                let hint = format!("{field}-hint");
                let text = part.of(&written);
                html! {
                    <div key={part.name()}>
                        <label for={field.clone()}>{ part.name() }</label>
                        <textarea
                            id={field.clone()}
                            dir="auto"
                            rows="2"
                            aria-describedby={hint.clone()}
                            value={text.to_owned()}
                            oninput={desk.write(field.clone())}
                        />
                        <p class="meta" id={hint}>{ part.prompt(text).unwrap_or_default() }</p>
                    </div>
                }
            }) }
            <Blending text={Part::ALL.map(|part| part.of(&written)).join("\n\n")} />
            <p class="acts">
                <button class="btn small main">{ "Keep story" }</button>
                <button class="act" type="button" onclick={once(give_up)}>{ "Cancel" }</button>
            </p>
        </form>
    }
}
