//! What may be shown: names of people and companies, and quotes. Nothing is, until it is ticked.

use yew::prelude::*;

use super::super::more::Shown;
use super::Leaving;
use crate::export::passages;
use crate::state::pitch::{composed, in_order};
use crate::state::redact::Party;
use crate::state::sharing::{quote, show};
use crate::state::{Notebook, Places, Settings, Version};
use crate::text::{counted, upper_first};

/// Told what was done, and the settings as they become.
pub type Tick = Callback<(String, Settings)>;

/// The people and companies that what leaves would name: `named` are their places among all.
pub fn names(parties: &[Party], named: &[usize], settings: &Settings, tick: &Tick) -> Html {
    let named: Vec<&Party> = named.iter().filter_map(|&at| parties.get(at)).collect();
    let item = |party: &&Party| {
        let is_shown = settings.shown.contains(&party.key);
        let changed = show(settings, party, !is_shown);
        let what = match is_shown {
            true => format!("{} is no longer named in what leaves", party.name),
            false => format!("{} may be named in what leaves", party.name),
        };
        let tick = tick.clone();
        let onchange = move |_: Event| tick.emit((what.clone(), changed.clone()));
        html! {
            <label class="share-tick" key={party.key.clone()}>
                <input type="checkbox" checked={is_shown} {onchange} />
                <span>{ party.name.clone() }<span class="meta">{ format!(", else “{}”", party.role) }</span></span>
            </label>
        }
    };
    html! {
        <fieldset>
            <legend class="lab">{ "Names that may be shown" }</legend>
            { for named.iter().map(item) }
            if named.is_empty() { <p class="sub">{ "Nobody from your interviews is named in it." }</p> }
            <p class="meta">{ "Only names that stand in your interviews’ own fields are known here. Read it through once before it goes out." }</p>
        </fieldset>
    }
}

/// The sentences behind the lines that leave.
pub fn quotes(
    notebook: &Notebook,
    version: &Version,
    leaving: &Leaving,
    settings: &Settings,
    tick: &Tick,
    shown: &Shown,
) -> Html {
    let analysis = &notebook.analysis;
    let places = Places::new(&analysis.interviews);
    let Some(pitch) = composed(&analysis.report, version) else { return html! {} };
    let lines = in_order(version, pitch);
    let group = |(at, line): (usize, &&refrain_core::SpokenLine)| {
        let passages = passages(line, &analysis.report, |note| places.get(note).map(|interview| &**interview));
        if passages.is_empty() {
            return html! {};
        }
        let list = format!("quotes-{}", line.id);
        let ticked = passages.iter().filter(|passage| settings.quoted.contains(&passage.anchor)).count();
        let item = |passage: &crate::export::Passage<'_>| {
            let is_quoted = settings.quoted.contains(&passage.anchor);
            let changed = quote(settings, &passage.anchor, !is_quoted);
            let what = if is_quoted { "The quote stays here" } else { "The quote goes out with the pitch" };
            let tick = tick.clone();
            let onchange = move |_: Event| tick.emit((what.to_owned(), changed.clone()));
            let name = passage.interview.name();
            html! {
                <label class="share-tick" key={format!("{}-{}", passage.anchor.note, passage.anchor.words)}>
                    <input type="checkbox" checked={is_quoted} {onchange} />
                    <span class="said" dir="auto">
                        { passage.anchor.words.clone() }
                        <span class="meta">{ format!(" {}", if name.is_empty() { "Somebody" } else { name }) }</span>
                    </span>
                </label>
            }
        };
        let text =
            leaving.source.lines.get(at).map(|line| if line.plain.is_empty() { &line.story } else { &line.plain });
        let count = match ticked {
            0 => counted(passages.len(), "quote", "quotes"),
            _ => format!("{ticked} of {} ticked", passages.len()),
        };
        html! {
            <details key={line.id.clone()}>
                <summary><span class="said">{ text.cloned().unwrap_or_default() }</span>{ " " }<span class="act">{ upper_first(&count) }</span></summary>
                <div id={list.clone()}>{ for passages.iter().take(shown.of(&list)).map(item) }</div>
                { shown.more(&list, passages.len(), "quotes") }
            </details>
        }
    };
    html! {
        <fieldset class="share-quotes">
            <legend class="lab">{ "Quotes to go with it" }</legend>
            { for lines.iter().enumerate().map(group) }
        </fieldset>
    }
}
