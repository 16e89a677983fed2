//! The way from the points to what the user says of themselves.

use yew::prelude::*;

use crate::route::{Screen, href};
use crate::state::narrative::unproven;
use crate::state::{Book, Notebook};

/// One line: how the user's own version and theirs compare, or where to write it.
pub fn way(book: Book, notebook: &Notebook) -> Html {
    let narrative = notebook.papers().narrative();
    let comparison = &notebook.analysis.report.comparison;
    let target = href(book, Screen::Compare);
    if narrative.text.is_empty() {
        let write = "Write what you say of yourself, and see which of it they say too";
        return if book == Book::Mine {
            html! { <p class="way"><a href={target}>{ write }</a></p> }
        } else {
            html! {}
        };
    }
    let counts = [
        (comparison.both.len(), "we both say"),
        (comparison.only_they.len(), "only they say"),
        (unproven(comparison, &narrative).len(), "only I say"),
    ];
    html! {
        <p class="way">
            <a href={target}>
                <b>{ "My version and theirs" }</b>
                // Nothing is compared before the engine has answered.
                if counts.iter().any(|(count, _)| *count > 0) {
                    { for counts.iter().map(|(count, what)| html! { <span key={*what}><b class="num">{ count }</b>{ format!(" {what}") }</span> }) }
                }
            </a>
        </p>
    }
}
