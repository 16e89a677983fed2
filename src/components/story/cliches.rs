//! Praise that everybody hears, apart from the points, and what makes it one's own.

use yew::prelude::*;

use super::super::more::Shown;
use super::screen::EMPTY;

/// `items` are the points that are clichés and are shown, of `all`.
pub fn cliches(items: Vec<Html>, all: usize, shown: &Shown) -> Html {
    if items.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-cliches">
            <div class="bar">
                <h2 id="h-cliches" tabindex="-1">{ "Everyone hears this" }</h2>
                <p class="sub">{ "True, perhaps, but it will not be remembered. What happened that made them say it?" }</p>
            </div>
            <ol id={EMPTY} class="themes">{ for items }</ol>
            { shown.more(EMPTY, all, "what everyone hears") }
        </section>
    }
}
