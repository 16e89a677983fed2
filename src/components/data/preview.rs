//! What opening a backup would change, and the choice how.

use yew::prelude::*;

use crate::backup::{Backup, Counts, Mode, Plan};
use crate::browser;
use crate::state::{Date, Kind, MOST_INTERVIEWS, Notebook, Record};
use crate::text::{counted, figures, too_many, upper_first};

/// Interviews that are named among those that would change or go.
const NAMED: usize = 20;

#[expect(clippy::too_many_arguments, reason = "they are what the section shows and does")]
pub fn preview(
    file: &str,
    backup: &Backup,
    mode: Mode,
    plan: &Plan,
    mine: &Notebook,
    choose: &Callback<Mode>,
    take: &Callback<String>,
    put_away: &Callback<MouseEvent>,
) -> Html {
    let total = plan.total();
    let from = from(backup);
    let interviews =
        plan.counts.iter().find(|(kind, _)| *kind == Kind::Interview).map(|(_, counts)| *counts).unwrap_or_default();
    let after = mine.in_time_order().len() + interviews.added - interviews.removed;
    let too_many = too_many(after, MOST_INTERVIEWS).filter(|_| interviews.added > 0);
    let has_own = !mine.records().is_empty();
    let take = {
        let (take, what) = (take.clone(), what_was_done(mode, total, &from));
        move |_: MouseEvent| take.emit(what.clone())
    };
    html! {
        <div class="restore">
            <h3 tabindex="-1">{ format!("{file}{}", made_on(backup)) }</h3>
            if has_own { { modes(mode, choose) } }
            <p role="status" class="none">{ summary(total, backup.records.len()) }</p>
            if let Some(why) = &too_many { <p role="status" class="none" data-trouble="">{ why }</p> }
            { table(&plan.counts) }
            { named(plan, mine) }
            if !backup.unknown.is_empty() {
                <p class="sub">
                    { "Not known to this Refrain, and left out: " }
                    { backup.unknown.join(", ") }
                    { "." }
                </p>
            }
            <p class="acts">
                <button class="btn main" disabled={plan.changes.is_empty() || too_many.is_some()} onclick={take}>{ button(mode, total) }</button>
                <button class="act" onclick={put_away}>{ "Cancel" }</button>
            </p>
        </div>
    }
}

fn made_on(backup: &Backup) -> String {
    day(backup).map_or_else(String::new, |day| format!(", made on {}", day.in_words(browser::today())))
}

fn day(backup: &Backup) -> Option<Date> {
    Date::from_iso(backup.made.get(..10)?)
}

fn from(backup: &Backup) -> String {
    day(backup)
        .map_or_else(|| "the backup".to_owned(), |day| format!("the backup of {}", day.in_words(browser::today())))
}

fn modes(mode: Mode, choose: &Callback<Mode>) -> Html {
    let option = |of: Mode, name: &str, what: &str| {
        let choose = choose.clone();
        html! {
            <label class="restore-way">
                <input type="radio" name="restore" checked={mode == of} onchange={move |_: Event| choose.emit(of)} />
                <span><b>{ name }</b>{ what }</span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend class="lab">{ "What to do with what you have here" }</legend>
            { option(Mode::Add, "Add what is missing", "Yours stays wherever the two differ.") }
            { option(Mode::Update, "Add and renew", "The backup’s takes the place of yours wherever the two differ.") }
            { option(Mode::Replace, "Replace everything", "Afterwards you have what is in the backup and nothing else.") }
        </fieldset>
    }
}

fn summary(total: Counts, all: usize) -> String {
    let Counts { added, changed, kept, removed, .. } = total;
    if all == 0 && removed == 0 {
        return "This backup is empty.".to_owned();
    }
    if added + changed + kept + removed == 0 {
        return "You have all of this already, so nothing would change.".to_owned();
    }
    let entries = |count: usize| counted(count, "entry", "entries");
    let parts = [
        (added, format!("{} would be added", entries(added))),
        (changed, format!("{} of yours would be renewed", entries(changed))),
        (
            kept,
            format!(
                "{} and would stay as you have {}",
                counted(kept, "entry differs", "entries differ"),
                if kept == 1 { "it" } else { "them" }
            ),
        ),
        (removed, format!("{} of yours would be removed", entries(removed))),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text).collect();
    format!("{}.", upper_first(&parts.join(", ")))
}

fn button(mode: Mode, total: Counts) -> String {
    let changes = total.added + total.changed;
    match mode {
        Mode::Replace => "Replace everything".to_owned(),
        _ if changes == 0 => "Add".to_owned(),
        _ if total.added == 0 => format!("Renew {}", counted(changes, "entry", "entries")),
        Mode::Add => format!("Add {}", counted(changes, "entry", "entries")),
        Mode::Update => format!("Add and renew {}", counted(changes, "entry", "entries")),
    }
}

/// For the notice, and for undoing.
fn what_was_done(mode: Mode, total: Counts, from: &str) -> String {
    let entries = |count: usize| counted(count, "entry", "entries");
    match (mode, total.added, total.changed) {
        (Mode::Replace, ..) => format!("Replaced everything with {from}"),
        (_, added, 0) => format!("Added {} from {from}", entries(added)),
        (_, 0, changed) => format!("Renewed {} from {from}", entries(changed)),
        (_, added, changed) => format!("Added {} and renewed {} from {from}", entries(added), entries(changed)),
    }
}

/// Kind by kind, in columns of which none is empty throughout.
fn table(counts: &[(Kind, Counts)]) -> Html {
    type Column = (&'static str, fn(&Counts) -> usize);
    let columns: [Column; 5] = [
        ("Added", |counts| counts.added),
        ("Renewed", |counts| counts.changed),
        ("Removed", |counts| counts.removed),
        ("Yours stays", |counts| counts.kept),
        ("The same", |counts| counts.same),
    ];
    let is_used = |(_, of): &&Column| counts.iter().any(|(_, counts)| of(counts) > 0);
    let columns: Vec<&Column> = columns.iter().filter(is_used).collect();
    if counts.is_empty() {
        return Html::default();
    }
    html! {
        <table class="num">
            <thead><tr><td></td>{ for columns.iter().map(|(name, _)| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>
                { for counts.iter().map(|(kind, counts)| html! {
                    <tr>
                        <th scope="row">{ words(*kind) }</th>
                        { for columns.iter().map(|(_, of)| html! {
                            <td>{ if of(counts) > 0 { figures(of(counts)) } else { "–".to_owned() } }</td>
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

const fn words(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "Interviews",
        Kind::Decided => "Decisions about points",
        Kind::Story => "Evidence",
        Kind::Version => "Versions of the pitch",
        Kind::Practice => "Practices",
        Kind::Reply => "Replies to doubts",
        Kind::Contact => "People",
        Kind::Call => "Before and after a conversation",
        Kind::Questions => "Questions to ask",
        Kind::Plan => "Plans for a role",
        Kind::Advice => "Requests for advice",
        Kind::Narrative => "Your own version",
        Kind::Settings => "Settings",
    }
}

/// Which interviews would change or go.
fn named(plan: &Plan, mine: &Notebook) -> Html {
    let there = |change: &&(_, Option<Record>)| matches!(mine.record(&change.0), Some(Record::Interview(_)));
    let list = |what: &str, is_gone: bool| {
        let all = || plan.changes.iter().filter(move |(_, after)| after.is_none() == is_gone).filter(there);
        let titles = all().take(NAMED).filter_map(|(key, _)| mine.get(&key.id)).map(|interview| interview.title());
        let titles: Vec<Html> = titles.map(|title| html! { <li class="sub">{ upper_first(&title) }</li> }).collect();
        if titles.is_empty() {
            return Html::default();
        }
        let count = all().count();
        html! {
            <details>
                <summary><span class="act">{ format!("{} {what}", upper_first(&counted(count, "interview", "interviews"))) }</span></summary>
                <ul>{ for titles }if count > NAMED { <li class="sub">{ format!("And {} more.", figures(count - NAMED)) }</li> }</ul>
            </details>
        }
    };
    html! { <>{ list("would be renewed", false) }{ list("would be removed", true) }</> }
}
