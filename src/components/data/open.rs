//! A backup opened: chosen or dropped, read in slices, shown before anything changes, then taken over in one act.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

use super::preview::preview;
use crate::backup::{Backup, LARGEST, Mode, Plan, Problem, Reading};
use crate::browser;
use crate::hooks::{Handle, use_file_drop};
use crate::import;
use crate::state::{Action, Notebook};

/// Records between two looks at the clock.
const STEP: usize = 20;

/// How far it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Opened {
    Nothing,
    /// Of a hundred.
    Reading(usize),
    /// Why not, as a sentence, and every mistake.
    Bad(String, Rc<[Problem]>),
    Ready {
        file: String,
        backup: Rc<Backup>,
        mode: Mode,
    },
}

#[derive(Properties, PartialEq)]
pub struct OpenProps {
    pub state: Handle,
}

#[component]
pub fn Open(props: &OpenProps) -> Html {
    let opened = use_state_eq(|| Opened::Nothing);
    // Each file that is chosen, and leaving the screen, ends what was being read before.
    let turn = use_mut_ref(|| Rc::new(Cell::new(true)));
    use_effect_with((), {
        let turn = Rc::clone(&turn);
        move |()| move || turn.borrow().set(false)
    });
    let begin = {
        let (opened, turn) = (opened.clone(), Rc::clone(&turn));
        Callback::from(move |files: FileList| {
            let is_wanted = Rc::new(Cell::new(true));
            turn.replace(Rc::clone(&is_wanted)).set(false);
            let opened = opened.clone();
            match (files.get(0), files.length()) {
                (Some(file), 1) => spawn_local(async move {
                    opened.set(Opened::Reading(0));
                    let end = read(&file, &opened, &is_wanted).await;
                    if is_wanted.get() {
                        opened.set(end);
                    }
                }),
                (Some(_), _) => {
                    opened.set(Opened::Bad("One file at a time, please. Nothing was read.".to_owned(), Rc::from([])));
                }
                _ => {}
            }
        })
    };
    let is_over = use_file_drop(begin.clone());
    let put_away = {
        let (opened, turn) = (opened.clone(), Rc::clone(&turn));
        Callback::from(move |_: MouseEvent| {
            turn.borrow().set(false);
            opened.set(Opened::Nothing);
            browser::focus_soon("h-open");
        })
    };
    let choose = {
        let opened = opened.clone();
        Callback::from(move |mode: Mode| {
            if let Opened::Ready { file, backup, .. } = &*opened {
                opened.set(Opened::Ready { file: file.clone(), backup: Rc::clone(backup), mode });
            }
        })
    };
    let plan = use_memo(((*opened).clone(), Shown(props.state.mine.clone())), |(opened, Shown(mine))| match opened {
        Opened::Ready { backup, mode, .. } => Some(Plan::new(backup, &mine.records(), *mode)),
        _ => None,
    });
    let take = {
        let (opened, plan, dispatch) = (opened.clone(), Rc::clone(&plan), props.state.dispatcher());
        Callback::from(move |what: String| {
            if let Some(plan) = &*plan {
                browser::focus_in_place("title");
                dispatch.dispatch(Action::Change { what, changes: plan.changes.clone() });
                opened.set(Opened::Nothing);
            }
        })
    };
    html! {
        <section aria-labelledby="h-open" data-over={is_over.then_some("")}>
            <h2 id="h-open" tabindex="-1">{ "Open a backup" }</h2>
            <p class="none">{ "You see what it would change before anything does." }</p>
            <p class="acts">
                <label class="btn">
                    <input type="file" class="vh" accept=".json,application/json" onchange={chosen(begin)} />
                    { "Choose a backup" }
                </label>
                <span class="sub">{ if is_over { "Let go, and it is read here." } else { "or drop one anywhere on this page" } }</span>
            </p>
            <div role="status">{ trouble(&opened) }</div>
            if let Opened::Bad(_, problems) = &*opened { { mistakes(problems) } }
            if let Opened::Reading(percent) = &*opened {
                <p class="acts">
                    <label class="sub">{ "Reading " }<progress max="100" value={percent.to_string()} /></label>
                    <button class="act" onclick={put_away.clone()}>{ "Stop" }</button>
                </p>
            }
            if let (Opened::Ready { file, backup, mode }, Some(plan)) = (&*opened, &*plan) {
                { preview(file, backup, *mode, plan, &props.state.mine, &choose, &take, &put_away) }
            }
        </section>
    }
}

/// The notebook, the same as long as nothing in it changed.
struct Shown(Notebook);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_as(&other.0)
    }
}

fn chosen(begin: Callback<FileList>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some((field, files)) = field.and_then(|field| field.files().map(|files| (field, files))) {
            begin.emit(files);
            // Chosen again, as when it was mended, the same file is news only to an empty field.
            field.set_value("");
        }
    })
}

async fn read(file: &File, opened: &UseStateHandle<Opened>, is_wanted: &Cell<bool>) -> Opened {
    let name = file.name();
    let bad = |why: String| Opened::Bad(why, Rc::from([]));
    if file.size() > LARGEST as f64 {
        return bad(format!("{name} has more than 64 MB, which is more than Refrain reads. Nothing was changed."));
    }
    let Some(bytes) = browser::read_file(file).await else {
        return bad(format!("{name} could not be read. Has it been moved? Choose it again."));
    };
    let text: Rc<str> = match import::decoded(bytes) {
        Ok(text) => text.into(),
        Err(_) => {
            return bad(format!("{name} is no text in UTF-8, so it is no backup of Refrain. Nothing was changed."));
        }
    };
    sleep(Duration::ZERO).await;
    let mut reading = match Reading::begin(&text) {
        Ok(reading) => reading,
        Err(problem) => return faulty(&name, vec![problem]),
    };
    while is_wanted.get() && slice(&mut reading) {
        opened.set(Opened::Reading(reading.percent()));
        sleep(Duration::ZERO).await;
    }
    match reading.finish() {
        Ok(backup) => Opened::Ready { file: name, backup: Rc::new(backup), mode: Mode::default() },
        Err(problems) => faulty(&name, problems),
    }
}

fn faulty(name: &str, problems: Vec<Problem>) -> Opened {
    Opened::Bad(format!("{name} cannot be opened. Nothing was changed. What is wrong in it:"), problems.into())
}

/// Reads for the length of a slice; `false` when all is read.
fn slice(reading: &mut Reading) -> bool {
    browser::for_a_slice(|| reading.go_on(STEP))
}

fn trouble(opened: &Opened) -> Html {
    match opened {
        Opened::Bad(why, problems) => {
            let first = problems.first().map(|problem| format!(" {problem}."));
            html! { <p class="sub" data-trouble="">{ why }{ first.filter(|_| problems.len() == 1).unwrap_or_default() }</p> }
        }
        _ => Html::default(),
    }
}

fn mistakes(problems: &[Problem]) -> Html {
    if problems.len() < 2 {
        return Html::default();
    }
    html! { <ol class="mistakes">{ for problems.iter().map(|problem| html! { <li class="sub">{ problem.to_string() }</li> }) }</ol> }
}
