//! The pitch, each line tied to the point that it came from, ready to be copied.

use std::rc::Rc;

use refrain_core::{PitchLine, Report};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::super::marks::{of_interviews, short_marks};
use crate::browser;
use crate::route::{Screen, href};
use crate::state::Book;

/// Words that most people speak in a minute.
const WORDS_A_MINUTE: usize = 140;

#[derive(Properties, PartialEq)]
pub struct PitchProps {
    pub report: Rc<Report>,
    /// How many interviews there are.
    pub all: usize,
    /// The analysis has come to an end.
    pub is_done: bool,
    pub book: Book,
}

/// What pressing "Copy pitch" came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Copied {
    Not,
    Done,
    Blocked,
}

#[component]
pub fn Pitch(props: &PitchProps) -> Html {
    let copied = use_state_eq(|| Copied::Not);
    let lines = about_a_minute(&props.report.pitch);
    let text = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    let words = text.split_whitespace().count();
    {
        // The message belongs to the pitch as it was when it was copied.
        let copied = copied.clone();
        use_effect_with(text.clone(), move |_| copied.set(Copied::Not));
    }
    {
        let copied = *copied;
        use_effect_with(copied, |copied| {
            if *copied == Copied::Blocked {
                browser::select_text("pitch-text");
            }
        });
    }
    let copy = {
        let (copied, text) = (copied.clone(), text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            copied.set(Copied::Not);
            spawn_local(async move {
                copied.set(if browser::copy(&text).await { Copied::Done } else { Copied::Blocked });
            });
        })
    };
    html! {
        <aside class="pitch" aria-labelledby="h-pitch">
            <div class="bar">
                <h2 id="h-pitch">{ "Pitch" }</h2>
                if !lines.is_empty() {
                    <span class="sub num">{ format!("{} s aloud", words * 60 / WORDS_A_MINUTE) }</span>
                }
            </div>
            if lines.is_empty() && props.is_done {
                <p class="none">{ "It writes itself from the points that come back, in their words and your voice." }</p>
            }
            <ol class="lines">
                { for lines.iter().map(|line| html! {
                    <li key={line.point.clone()}>
                        <p class="said">{ &line.text }</p>
                        { source(line, props) }
                    </li>
                }) }
            </ol>
            if !lines.is_empty() {
                <p class="send"><button class="btn main" onclick={copy}>{ "Copy pitch" }</button></p>
            }
            <p class="sub" role="status">
                { match *copied {
                    Copied::Not => "",
                    Copied::Done => "Copied.",
                    Copied::Blocked => "This browser blocked copying. The text below is selected: copy it with Ctrl+C or ⌘C.",
                } }
            </p>
            if *copied == Copied::Blocked {
                <label class="field">
                    <span>{ "Your pitch as text" }</span>
                    <textarea id="pitch-text" readonly={true} rows="6" value={text} />
                </label>
            }
        </aside>
    }
}

/// Where a line comes from: the strokes of its point, and the way there.
fn source(line: &PitchLine, props: &PitchProps) -> Html {
    let Some(point) = props.report.points.iter().find(|point| point.id == line.point) else { return html! {} };
    let target = href(props.book, Screen::Story { point: Some(point.id.clone()) });
    html! {
        <p class="src">
            { short_marks(point.interviews) }
            <a class="meta num" href={target} aria-label={format!("{}: see the quotes", of_interviews(point.interviews, props.all))}>
                { format!("{} of {}", point.interviews, props.all) }
            </a>
            if line.unsure { <span class="meta">{ "Reads oddly? It is close to their words." }</span> }
        </p>
    }
}

/// The first lines, as far as a minute goes, and always one.
fn about_a_minute(lines: &[PitchLine]) -> &[PitchLine] {
    let mut words = 0;
    let fit = lines
        .iter()
        .take_while(|line| {
            words += line.text.split_whitespace().count();
            words <= WORDS_A_MINUTE
        })
        .count();
    lines.get(..fit.max(1)).unwrap_or(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(words: &[usize]) -> Vec<PitchLine> {
        let line = |words: &usize| PitchLine { text: "word ".repeat(*words), point: "p".into(), unsure: false };
        words.iter().map(line).collect()
    }

    #[test]
    fn stops_where_a_minute_is_over() {
        assert_eq!(about_a_minute(&lines(&[70, 70, 1])).len(), 2);
        assert_eq!(about_a_minute(&lines(&[200, 1])).len(), 1);
        assert_eq!(about_a_minute(&[]).len(), 0);
    }
}
