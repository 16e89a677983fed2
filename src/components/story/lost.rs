//! What the user wrote for points and doubts that are gone. It is never lost: it can be copied, given to another point, or deleted.

use std::rc::Rc;

use yew::prelude::*;

use super::super::more::Shown;
use super::folds::{act, fold};
use super::page::{Page, verb};
use super::story_form::told;
use crate::browser;
use crate::hooks::Dispatch;
use crate::state::stories::{self, Part};
use crate::state::{Action, Papers, Story, decide};

/// `texts` are all that are being written.
pub fn lost(page: &Rc<Page>, papers: &Papers, texts: &[(String, String)], dispatch: &Dispatch, shown: &Shown) -> Html {
    let kept = page.lost.iter().map(|story| (None, (**story).clone()));
    let drafts = stories::lost_drafts(texts, &page.report.points, papers.stories());
    let replies = stories::lost_replies(&page.report.doubts, papers);
    let all = page.lost.len() + drafts.len() + replies.len();
    let drafts = drafts.into_iter().map(|(id, story)| (Some(id), story));
    let stories = kept.chain(drafts).map(|(draft, story)| lost_story(page, draft.as_deref(), &story, dispatch));
    let replies = replies.into_iter().map(|reply| {
        let delete = {
            let reply = Rc::clone(&reply);
            act(dispatch, "h-lost", move || Some(stories::delete_reply(&reply)))
        };
        html! {
            <li key={reply.id.clone()}>
                <p class="sub">{ format!("Your answer to {}", decide::title(&reply.doubt.words)) }</p>
                <p class="said mine" dir="auto">{ &reply.text }</p>
                <p class="acts">{ verb("Delete", &decide::title(&reply.text), delete) }</p>
            </li>
        }
    });
    fold(("lost", "what was written"), all, stories.chain(replies), shown, |count| {
        format!("Stories without a point: {count}")
    })
}

/// `draft` is the id of the fields in which it is being written, where it was never kept.
fn lost_story(page: &Rc<Page>, draft: Option<&str>, story: &Story, dispatch: &Dispatch) -> Html {
    let key = draft.unwrap_or(&story.id).to_owned();
    let field = format!("place-{key}");
    let forget = {
        let (dispatch, draft) = (dispatch.clone(), draft.map(str::to_owned));
        move || {
            for field in draft.iter().flat_map(|id| Part::ALL.map(|part| part.field(id))) {
                dispatch.dispatch(Action::Write { field, text: None });
            }
        }
    };
    let attach = {
        let (page, story, field, forget) = (Rc::clone(page), story.clone(), field.clone(), forget.clone());
        act(dispatch, "h-lost", move || {
            let point = page.find(&browser::value(&field)?)?;
            forget();
            Some(stories::attach(&story, point, browser::new_id))
        })
    };
    let delete = {
        let (story, is_kept) = (story.clone(), draft.is_none());
        act(dispatch, "h-lost", move || {
            forget();
            is_kept.then(|| stories::delete(&story))
        })
    };
    let about = story.point.first().map_or(String::new(), |anchor| decide::title(&anchor.words));
    html! {
        <li {key}>
            if !about.is_empty() { <p class="sub">{ format!("Written for {about}") }</p> }
            if draft.is_some() { <p class="sub">{ "Not kept yet" }</p> }
            { told(story) }
            <div class="beside">
                <label class="field">
                    <span>{ "Give it to" }</span>
                    <select id={field}>
                        { for page.shown().map(|(_, point)| html! {
                            <option key={point.id.clone()} value={point.id.clone()}>{ decide::title(&point.label) }</option>
                        }) }
                    </select>
                </label>
                <button class="btn small" onclick={attach}>{ "Give" }</button>
            </div>
            <p class="acts">{ verb("Delete", "this story", delete) }</p>
        </li>
    }
}
