//! Praise that everybody hears, apart from the points, and what makes it one's own.

use yew::prelude::*;

/// `items` are the points that are clichés.
pub fn cliches(items: Vec<Html>) -> Html {
    if items.is_empty() {
        return html! {};
    }
    html! {
        <section class="apart" aria-labelledby="h-cliches">
            <div class="bar">
                <h2 id="h-cliches" tabindex="-1">{ "Everyone hears this" }</h2>
                <p class="sub">{ "True, perhaps, but it will not be remembered. What happened that made them say it?" }</p>
            </div>
            <ol class="themes">{ for items }</ol>
        </section>
    }
}
