//! The first thing a new user sees: the question, and what becomes of the answers.

use refrain_core::Span;
use yew::prelude::*;

use super::marks::{one_mark, short_marks};
use super::quote::quote;
use crate::route::{Screen, href};
use crate::state::Book;

/// Three wordings of one point: the answer, the words to mark (Unicode scalars), who said it.
const SHOWN: [(&str, Span, &str); 3] = [
    ("You make the rota sound simple, even to me.", Span { start: 4, end: 30 }, "Recruiter, first call"),
    ("Finally somebody who says it in plain English.", Span { start: 8, end: 45 }, "Hiring manager, second round"),
    ("My whole team followed every word of it.", Span { start: 0, end: 39 }, "Head of service, panel"),
];

pub fn first_run() -> Html {
    html! {
        <div class="start">
            <section class="teach">
                <h1 id="title" tabindex="-1" class="said">{ "So what did you like about my background?" }</h1>
                <p class="one-line">
                    { "Ask it of everyone who interviews you and keep their answers here: what comes back, in whatever words, becomes your pitch." }
                </p>
                <p class="go">
                    <a class="btn main" href={href(Book::Mine, Screen::Add)}>{ "Add your first answer" }</a>
                    <a class="btn" href={href(Book::Mine, Screen::Paste)}>{ "Paste notes" }</a>
                    <a class="act" href={href(Book::Sample, Screen::Story { point: None })}>{ "Look at a sample" }</a>
                </p>
                <p class="sub">{ "No account and no server: everything stays in this browser." }</p>
            </section>
            <figure class="shown">
                <figcaption class="meta">{ "Three people, three wordings, one point" }</figcaption>
                <ol>
                    { for SHOWN.iter().map(|(answer, marked, who)| html! {
                        <li key={*who}>
                            { one_mark() }
                            { quote(answer, Span { start: 0, end: answer.chars().count() }, &[*marked]) }
                            <p class="by">{ *who }</p>
                        </li>
                    }) }
                </ol>
                <div class="sum">
                    <p class="meta">{ short_marks(SHOWN.len()) }<span>{ "so you can say" }</span></p>
                    <p class="said say">{ "I say it in plain English." }</p>
                </div>
            </figure>
        </div>
    }
}
