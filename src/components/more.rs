//! Long lists, a part at a time: the first items, and more of them whenever somebody asks.
//!
//! A list that grows with the interviews is drawn through [`Shown`], so that thousands keep nobody waiting who looks at a few. Where it has no
//! more items than are drawn at first, nothing of this is to be seen.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser;
use crate::text::figures;

/// Items of a list that are drawn at first, and again each time that more are asked for: more than sixty interviews bring, and quickly drawn.
pub const AT_ONCE: usize = 150;
/// The same for quotes, as a screen has many lists of them.
pub const QUOTES_AT_ONCE: usize = 60;

/// How much is shown of the lists of one component, each known by the id of its element.
#[derive(Clone, PartialEq)]
pub struct Shown {
    at_once: usize,
    /// Of lists of which more was asked for.
    counts: UseStateHandle<Vec<(String, usize)>>,
}

/// Each list begins with `at_once` items.
#[hook]
pub fn use_shown(at_once: usize) -> Shown {
    Shown { at_once, counts: use_state_eq(Vec::new) }
}

impl Shown {
    /// How many items of the list with this id are to be drawn.
    pub fn of(&self, list: &str) -> usize {
        self.counts.iter().find(|(other, _)| other == list).map_or(self.at_once, |(_, count)| *count)
    }

    /// Stands below the list with this id: how many of all its items are shown, which is printed too, and the way to more, which leads the
    /// focus to the first new one. Nothing where the list is short. `what` the items are is for whoever hears the button alone.
    pub fn more(&self, list: &str, all: usize, what: &str) -> Html {
        if all <= self.at_once {
            return Html::default();
        }
        let shown = self.of(list).min(all);
        let onclick = {
            let (counts, next, list) = (self.counts.clone(), shown + self.at_once, list.to_owned());
            Callback::from(move |_: MouseEvent| {
                let others = counts.iter().filter(|(other, _)| *other != list).cloned();
                counts.set(others.chain([(list.clone(), next)]).collect());
                let list = list.clone();
                browser::focus_when_there(move || item(&list, shown));
            })
        };
        html! {
            <div class="more-of">
                <p class="sub num" role="status">{ format!("{} of {} shown", figures(shown), figures(all)) }</p>
                if shown < all {
                    <button class="act" type="button" aria-label={format!("Show more: {what}")} {onclick}>{ "Show more" }</button>
                }
            </div>
        }
    }
}

/// The item at a place of a list, or what opens it; it may hold no other thing that takes the focus.
fn item(list: &str, at: usize) -> Option<HtmlElement> {
    let item = browser::element(list)?.children().item(u32::try_from(at).ok()?)?;
    let item = item.query_selector("summary").ok()?.unwrap_or(item).dyn_into::<HtmlElement>().ok()?;
    if item.tag_name() != "SUMMARY" {
        item.set_tab_index(-1);
    }
    Some(item)
}
