//! The named versions of the pitch, and two of them side by side.

use std::rc::Rc;

use refrain_core::{Pitch, Report, SpokenLine};
use yew::prelude::*;

use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::pitch::{BadName, composed, delete, keep_as, name_of, rename, show};
use crate::state::{Action, Book, Papers, Version};

/// The most letters that a name can have.
const LONGEST: &str = "80";

/// The field whose name cannot be kept, and why.
type Problem = UseStateHandle<Option<(String, BadName)>>;

#[derive(Properties, PartialEq)]
pub struct VersionsProps {
    pub state: Handle,
}

#[component]
pub fn Versions(props: &VersionsProps) -> Html {
    let state = &props.state;
    let problem = use_state_eq(|| None::<(String, BadName)>);
    let (papers, report) = (state.mine.papers(), &state.mine.analysis.report);
    let versions = papers.versions();
    let shown = papers.version();
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Versions of my pitch" }</h1>
                <p>{ "Keep one for each kind of role. New answers reach all of them; your own wording stays as you left it." }</p>
            </header>
            <ul class="versions">
                { for versions.iter().map(|version| item(state, &problem, version, version.id == shown.id)) }
            </ul>
            { keep_form(state, &problem, &shown) }
            if versions.len() > 1 { <Comparing versions={versions} report={Rc::clone(report)} /> }
            <p class="send"><a class="btn" href={href(Book::Mine, Screen::Story { point: None })}>{ "Back to the pitch" }</a></p>
        </>
    }
}

fn item(state: &Handle, problem: &Problem, version: &Version, is_shown: bool) -> Html {
    let (papers, report) = (state.mine.papers(), &state.mine.analysis.report);
    let field = format!("version-{}", version.id);
    let opener = format!("rename-{}", version.id);
    let name = name_of(version).to_owned();
    let act = |action: Action| {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| {
            browser::focus_in_place("title");
            dispatch.dispatch(action.clone());
        })
    };
    let start = {
        let (dispatch, field, name) = (state.dispatcher(), field.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(name.clone()) });
            browser::focus_soon(&field);
        })
    };
    let length = composed(report, version)
        .map(|pitch| format!("{} s aloud, {} words, up to {} s", pitch.seconds, pitch.words, version.seconds));
    html! {
        <li key={version.id.clone()}>
            if state.text(&field).is_some() {
                { {
                    let version = version.clone();
                    let keep = move |papers: &Papers, text: &str| rename(papers, &version, text);
                    name_form(state, problem, &field, format!("New name for “{name}”"), Some(&opener), keep)
                } }
            } else {
                <p><b>{ name.clone() }</b>{ " " }<span class="meta num">{ length.unwrap_or_default() }</span></p>
                <p class="acts">
                    if is_shown {
                        <span class="meta">{ "The one on the story screen" }</span>
                    } else {
                        <button class="act" onclick={act(show(papers, &version.id))} aria-label={format!("Show {name}")}>{ "Show" }</button>
                    }
                    <button id={opener} class="act" onclick={start} aria-label={format!("Rename {name}")}>{ "Rename" }</button>
                    if !version.id.is_empty() {
                        <button class="act" onclick={act(delete(papers, version))} aria-label={format!("Delete {name}")}>{ "Delete" }</button>
                    }
                </p>
            }
        </li>
    }
}

/// Keeps the shown pitch under a new name.
fn keep_form(state: &Handle, problem: &Problem, shown: &Version) -> Html {
    let label = format!("Keep “{}” as it is now under another name", name_of(shown));
    let keep = |papers: &Papers, text: &str| keep_as(papers, browser::new_id(0), text);
    name_form(state, problem, "version-new", label, None, keep)
}

/// A field for a name, which is in the state while it is written. `opener` is the id of what opened the field and gets the focus when it
/// is gone; without one it always stands there.
fn name_form(
    state: &Handle,
    problem: &Problem,
    field: &str,
    label: String,
    opener: Option<&str>,
    keep: impl Fn(&Papers, &str) -> Result<Action, BadName> + 'static,
) -> Html {
    let text = state.text(field).unwrap_or_default().to_owned();
    let trouble = problem.as_ref().filter(|(other, _)| other == field).map(|&(_, why)| why);
    let hint = format!("{field}-hint");
    let done = {
        let (dispatch, problem) = (state.dispatcher(), problem.clone());
        let (field, opener) = (field.to_owned(), opener.map(str::to_owned));
        move || {
            problem.set(None);
            dispatch.dispatch(Action::Write { field: field.clone(), text: None });
            if let Some(opener) = &opener {
                browser::focus_soon(opener);
            }
        }
    };
    let oninput = {
        let (dispatch, problem, field) = (state.dispatcher(), problem.clone(), field.to_owned());
        Callback::from(move |event: InputEvent| {
            problem.set(None);
            dispatch.dispatch(Action::Write { field: field.clone(), text: Some(browser::value_of(&event)) });
        })
    };
    let onsubmit = {
        let (state, problem, field, done) = (state.clone(), problem.clone(), field.to_owned(), done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match keep(state.mine.papers(), state.text(&field).unwrap_or_default()) {
                Ok(act) => {
                    done();
                    state.dispatch(act);
                }
                Err(why) => {
                    problem.set(Some((field.clone(), why)));
                    browser::focus(&field);
                }
            }
        })
    };
    let onkeydown = {
        let (done, can_go) = (done.clone(), opener.is_some());
        Callback::from(move |event: KeyboardEvent| {
            if can_go && event.key() == "Escape" && !event.is_composing() {
                done();
            }
        })
    };
    html! {
        <form class="keep" novalidate={true} {onsubmit}>
            <div class="field">
                <label for={field.to_owned()}>{ label }</label>
                <input
                    id={field.to_owned()}
                    required={true}
                    maxlength={LONGEST}
                    placeholder="For product roles"
                    autocomplete="off"
                    aria-describedby={hint.clone()}
                    aria-invalid={trouble.map(|_| "true")}
                    value={text}
                    {oninput}
                    {onkeydown}
                />
            </div>
            if opener.is_some() {
                <button class="act">{ "Keep" }</button>
                <button class="act" type="button" onclick={move |_| done()}>{ "Cancel" }</button>
            } else {
                <button class="btn">{ "Keep as a version" }</button>
            }
            <p id={hint} class="meta" data-trouble={trouble.map(|_| "")} aria-live="polite">
                { match trouble {
                    None => "",
                    Some(BadName::Empty) => "Give it a name",
                    Some(BadName::Taken) => "There is one called that already",
                } }
            </p>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct ComparingProps {
    versions: Vec<Rc<Version>>,
    report: Rc<Report>,
}

/// Two versions side by side, with what sets them apart.
#[component]
fn Comparing(props: &ComparingProps) -> Html {
    let first = use_state_eq(|| 0usize);
    let second = use_state_eq(|| 1usize);
    let nothing = Pitch::default();
    let pitch =
        |at: usize| props.versions.get(at).and_then(|version| composed(&props.report, version)).unwrap_or(&nothing);
    let pair = [(&first, &second, "Compare"), (&second, &first, "With")];
    html! {
        <section class="apart" aria-labelledby="h-two">
            <div class="bar"><h2 id="h-two">{ "Two side by side" }</h2></div>
            <div class="two">
                { for pair.into_iter().map(|(chosen, other, name)| {
                    let onchange = {
                        let chosen = chosen.clone();
                        Callback::from(move |event: Event| {
                            if let Ok(at) = browser::value_of(&event).parse() {
                                chosen.set(at);
                            }
                        })
                    };
                    html! {
                        <div>
                            <label class="field">
                                <span>{ name }</span>
                                <select {onchange}>
                                    { for props.versions.iter().enumerate().map(|(at, version)| html! {
                                        <option value={at.to_string()} selected={at == **chosen}>{ name_of(version).to_owned() }</option>
                                    }) }
                                </select>
                            </label>
                            <ol class="lines">
                                { for pitch(**chosen).lines.iter().map(|line| html! {
                                    <li>
                                        <p class="said" dir="auto">{ &line.text }</p>
                                        <p class="src meta">{ difference(line, pitch(**other)) }</p>
                                    </li>
                                }) }
                            </ol>
                        </div>
                    }
                }) }
            </div>
        </section>
    }
}

/// What the other version makes of the same line.
fn difference(line: &SpokenLine, other: &Pitch) -> &'static str {
    let same = |there: &&SpokenLine| line.point.is_some() && there.point == line.point || there.text == line.text;
    match other.lines.iter().find(same) {
        None => "Only here",
        Some(there) if there.text != line.text => "Worded differently",
        Some(_) => "In both",
    }
}
