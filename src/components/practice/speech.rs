//! The lines to be said: every word, only what to speak from, or nothing until it is asked for.

use yew::prelude::*;

use super::super::marks::short_marks;
use crate::browser;
use crate::state::practice::{DueLine, Speech, minutes};

/// How much of each line is shown.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    EveryWord,
    TalkingPoints,
    /// A line is covered until it is said or asked for.
    Recall,
}

impl Mode {
    pub const ALL: [Self; 3] = [Self::EveryWord, Self::TalkingPoints, Self::Recall];

    pub const fn name(self) -> &'static str {
        match self {
            Self::EveryWord => "Every word",
            Self::TalkingPoints => "Talking points",
            Self::Recall => "Recall",
        }
    }
}

/// The id of a line's place on the screen.
pub fn line_id(line: usize) -> String {
    format!("line-{line}")
}

/// `now` is the line being said.
pub fn speech(speech: &Speech, now: usize, mode: Mode, uncovered: &[usize], uncover: &Callback<usize>) -> Html {
    let item = |(at, line): (usize, &DueLine)| {
        let place = if at == now {
            "now"
        } else if at < now {
            "said"
        } else {
            "next"
        };
        let words = match mode {
            Mode::TalkingPoints => html! { <p class="said">{ &line.keywords }</p> },
            Mode::Recall if at >= now && !uncovered.contains(&at) => covered(at, uncover),
            Mode::EveryWord | Mode::Recall => html! { <p class="said">{ &line.text }</p> },
        };
        html! {
            <li key={at} id={line_id(at)} tabindex="-1" data-place={place} aria-current={(at == now).then_some("step")}>
                <span class="at num meta">{ minutes(line.starts / 1000) }</span>
                { words }
                <span class="ev">{ short_marks(line.interviews) }</span>
            </li>
        }
    };
    html! {
        <ol class="speech" data-points={(mode == Mode::TalkingPoints).then_some("")}>
            { for speech.lines.iter().enumerate().map(item) }
        </ol>
    }
}

fn covered(at: usize, uncover: &Callback<usize>) -> Html {
    let onclick = uncover.reform(move |_: MouseEvent| {
        // The button goes with its click.
        browser::focus_in_place(&line_id(at));
        at
    });
    html! { <button class="covered" {onclick} aria-label={format!("Uncover line {}", at + 1)}></button> }
}
