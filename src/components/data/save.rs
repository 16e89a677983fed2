//! Everything as one file, and the interviews as a table.

use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::screen::Told;
use crate::backup;
use crate::browser::{self, Saved};
use crate::hooks::Handle;
use crate::state::{Action, Date, Notebook, Record, Settings};
use crate::text::{counted, upper_first};

pub fn save(state: &Handle, told: &Told) -> Html {
    let (records, interviews) = (state.mine.records().len(), state.mine.in_time_order().len());
    let last = state.mine.papers().settings().last_backup;
    let has_some = !state.mine.is_empty() || records > 1;
    html! {
        <section aria-labelledby="h-save">
            <h2 id="h-save">{ "Save a backup" }</h2>
            <p class="none">
                { "One file with everything in it, which you can read yourself, keep where you like, and open in Refrain on any device. " }
                { last_words(last, has_some) }
            </p>
            <p class="acts">
                <button class="btn main" onclick={save_backup(state, told)}>{ "Save a backup" }</button>
                if interviews > 0 {
                    <button class="act" onclick={save_table(state, told)}>
                        { format!("Save {} as a table (CSV)", counted(interviews, "interview", "interviews")) }
                    </button>
                }
            </p>
        </section>
    }
}

fn last_words(last: Option<Date>, has_some: bool) -> String {
    match last {
        Some(day) => format!("You last saved one on {}.", day.in_words(browser::today())),
        None if has_some => "You have not saved one yet.".to_owned(),
        None => String::new(),
    }
}

fn save_backup(state: &Handle, told: &Told) -> Callback<MouseEvent> {
    let (state, told) = (state.clone(), told.clone());
    Callback::from(move |_| {
        let (dispatch, told) = (state.dispatcher(), told.clone());
        let Some(today) = browser::today() else { return };
        let text = {
            let state = state.clone();
            move || backup::write(&with_day(&state.mine, today), &browser::now())
        };
        spawn_local(async move {
            let name = format!("refrain-backup-{today}.json");
            match browser::save_as(&name, "Refrain backup", "application/json", text).await {
                Saved::Yes => {
                    dispatch.dispatch(Action::BackedUp(today));
                    told.set(String::new());
                }
                Saved::Cancelled => told.set("No backup was saved.".to_owned()),
                Saved::Failed(why) => told.set(format!("No backup was saved: {why}.")),
            }
        });
    })
}

/// Saves all that is on the page among the downloads, at once: for notes that the browser does not take. Whether it could.
#[wasm_split(workshop, fallible)]
pub fn save_now(mine: Notebook) -> Result<bool, SplitLoaderError> {
    let text = backup::write(&mine.records(), &browser::now());
    let day = browser::today().map(|day| format!("-{day}")).unwrap_or_default();
    Ok(text.is_ok_and(|text| browser::save(&format!("refrain-backup{day}.json"), "application/json", &text)))
}

/// Everything, with this backup already noted, so that opening it again right away changes nothing.
fn with_day(mine: &Notebook, today: Date) -> Vec<Record> {
    let mut records = mine.records();
    records.retain(|record| !matches!(record, Record::Settings(_)));
    records.push(Settings { last_backup: Some(today), ..Settings::clone(&mine.papers().settings()) }.into());
    records
}

fn save_table(state: &Handle, told: &Told) -> Callback<MouseEvent> {
    let (state, told) = (state.clone(), told.clone());
    Callback::from(move |_| {
        let told = told.clone();
        let name = browser::today().map_or_else(String::new, |today| format!("-{today}"));
        let name = format!("refrain-interviews{name}.csv");
        let interviews = state.mine.in_time_order().to_vec();
        spawn_local(async move {
            let count = upper_first(&counted(interviews.len(), "interview", "interviews"));
            let text = move || Ok(backup::table(&interviews));
            told.set(match browser::save_as(&name, "Table", "text/csv", text).await {
                Saved::Yes => format!("{count} saved as a table."),
                Saved::Cancelled => "No table was saved.".to_owned(),
                Saved::Failed(why) => format!("No table was saved: {why}."),
            });
        });
    })
}
