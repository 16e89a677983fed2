//! What will be added, what is left out and why. Nothing is added before the user has seen it here.

use yew::prelude::*;

use super::super::quote::by_on;
use super::paste::Choices;
use crate::browser;
use crate::import::{Entry, Reading, Skipped};
use crate::route::{Screen, href};
use crate::state::{Asking, Book, MOST_INTERVIEWS};
use crate::text::{counted, figures, number, too_many, upper_first};

/// Lines left out that are listed; more would help nobody.
const MOST_SKIPPED: usize = 200;
/// Entries that "Show more" adds.
const MORE: usize = 200;

/// `percent`: how much is read, while it is being read. `held`: how many interviews there are already. `is_current`: the reading is of the text as it stands.
#[expect(clippy::too_many_arguments, reason = "they are what the section shows and does")]
pub fn preview(
    reading: Option<&Reading>,
    percent: Option<usize>,
    is_current: bool,
    file: &str,
    held: usize,
    choices: &Choices,
    change: &Callback<Choices>,
    stop: &Callback<MouseEvent>,
) -> Html {
    let (entries, skipped) = reading.map_or((&[][..], &[][..]), |reading| (&reading.entries, &reading.skipped));
    let is_added = |entry: &&Entry| entry.is_known == choices.turned.contains(&entry.key);
    let count = if is_current { entries.iter().filter(is_added).count() } else { 0 };
    let too_many = too_many(held + count, MOST_INTERVIEWS).filter(|_| count > 0);
    let left = entries.len().saturating_sub(choices.drawn);
    let more = {
        let (change, choices) = (change.clone(), choices.clone());
        move |_: MouseEvent| {
            browser::focus_in_place("h-preview");
            change.emit(Choices { drawn: choices.drawn + MORE, ..choices.clone() });
        }
    };
    html! {
        <section class="preview" aria-labelledby="h-preview">
            <div class="bar">
                <h2 id="h-preview" tabindex="-1">{ "What will be added" }</h2>
                <p class="sub" role="status" data-trouble={reading.is_some_and(|reading| reading.failed.is_some()).then_some("")}>
                    { reading.filter(|_| percent.is_none()).map_or_else(String::new, |reading| summary(reading, file)) }
                </p>
            </div>
            if let Some(percent) = percent {
                <p class="acts">
                    <label class="sub">{ "Reading " }<progress max="100" value={percent.to_string()} /></label>
                    <button class="act" type="button" onclick={stop}>{ "Stop" }</button>
                </p>
            }
            if !skipped.is_empty() { { left_out(skipped) } }
            <ol>{ for entries.iter().take(choices.drawn).map(|entry| item(entry, choices, change)) }</ol>
            if left > 0 {
                <p class="acts">
                    <span class="sub">{ format!("{} more will be added unless you leave them out.", figures(left)) }</span>
                    <button class="act" type="button" onclick={more}>{ "Show more" }</button>
                </p>
            }
            <p class="sub" role="status" data-trouble={too_many.is_some().then_some("")}>{ too_many.clone().unwrap_or_default() }</p>
            <p class="send">
                <button class="btn main" disabled={count == 0 || too_many.is_some()}>
                    { if count == 0 { "Add interviews".to_owned() } else { format!("Add {}", counted(count, "interview", "interviews")) } }
                </button>
                <a class="act" href={href(Book::Mine, Screen::Interviews { edit: None })}>{ "Cancel" }</a>
            </p>
        </section>
    }
}

fn summary(reading: &Reading, file: &str) -> String {
    if let Some(why) = &reading.failed {
        return format!("{}, {why}. Nothing was taken from it.", if file.is_empty() { "Your notes" } else { file });
    }
    let known = reading.entries.iter().filter(|entry| entry.is_known).count();
    let all = upper_first(&counted(reading.entries.len(), "interview", "interviews"));
    match (reading.entries.len(), known) {
        (0, _) if reading.text().trim().is_empty() => "Here you see how your notes will be split.".to_owned(),
        (0, _) => "There is no answer in this text yet.".to_owned(),
        (_, 0) => format!("{all} found."),
        _ => format!("{all} found; {} you have already.", number(known)),
    }
}

fn left_out(skipped: &[Skipped]) -> Html {
    html! {
        <details class="left-out">
            <summary><span class="act">{ format!("{} left out", upper_first(&counted(skipped.len(), "line is", "lines are"))) }</span></summary>
            <ul>
                { for skipped.iter().take(MOST_SKIPPED).map(|skipped| html! {
                    <li class="sub">{ format!("Line {}: {}.", skipped.line, skipped.why) }</li>
                }) }
                if skipped.len() > MOST_SKIPPED { <li class="sub">{ format!("And {} more.", skipped.len() - MOST_SKIPPED) }</li> }
            </ul>
        </details>
    }
}

fn item(entry: &Entry, choices: &Choices, change: &Callback<Choices>) -> Html {
    let turn = |of: fn(&mut Choices) -> &mut Vec<u64>| {
        let (change, choices, key) = (change.clone(), choices.clone(), entry.key);
        move || {
            let mut changed = choices.clone();
            let chosen = of(&mut changed);
            match chosen.iter().position(|other| *other == key) {
                Some(place) => {
                    chosen.swap_remove(place);
                }
                None => chosen.push(key),
            }
            change.emit(changed);
        }
    };
    let (turn_added, turn_plain) = (turn(|choices| &mut choices.turned), turn(|choices| &mut choices.plain));
    let interview = &entry.interview;
    html! {
        <li key={entry.key.to_string()}>
            <label class="pick">
                <input
                    type="checkbox"
                    checked={entry.is_known == choices.turned.contains(&entry.key)}
                    onchange={move |_: Event| turn_added()}
                />
                { by_on(interview, None) }
            </label>
            <p class="said" dir="auto">{ &interview.answer }</p>
            { for entry.notes.iter().map(|note| html! { <p class="meta note">{ note }</p> }) }
            <p class="acts">
                <span class="meta num">{ format!("Line {}", entry.line) }</span>
                if interview.asking != Asking::Answered { <span class="meta">{ interview.asking.name() }</span> }
                if entry.is_known { <span class="meta">{ "You have this already." }</span> }
                if let Some(is_read) = entry.heading {
                    <button class="act" type="button" onclick={move |_: MouseEvent| turn_plain()}>
                        { if is_read { "First line is part of the answer" } else { "First line says who it was" } }
                    </button>
                }
            </p>
        </li>
    }
}
