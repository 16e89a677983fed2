//! Many interviews at once, from text that is pasted or a file that is dropped or chosen: the source on the left, what
//! will be added on the right.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{File, FileList, HtmlInputElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::preview::preview;
use super::read_as::read_as;
use crate::browser;
use crate::hooks::{Handle, use_file_drop, use_reading};
use crate::import::{self, Format, Plan, Unreadable};
use crate::route::{Screen, href};
use crate::state::{Action, Book, Interview};

#[derive(Properties, PartialEq)]
pub struct PasteProps {
    pub state: Handle,
}

/// Where the state keeps the name of the file that the text comes from.
const FILE: &str = "import-file";
/// And what was written before it was replaced by the text of a file.
const BEFORE: &str = "import-before";
/// The text of a longer file is not shown in the field, which would take the browser long.
const LONG: usize = 50_000;
/// Entries drawn at once.
const BATCH: usize = 100;

/// What the user decided about the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// Turned against what would be done by itself: left out, or added although it is there already.
    pub turned: Vec<u64>,
    /// The first line belongs to the answer.
    pub plain: Vec<u64>,
    /// How to read it, for a text with this first line.
    pub plan: Option<(String, Plan)>,
    /// Entries drawn.
    pub drawn: usize,
}

impl Default for Choices {
    fn default() -> Self {
        Self { turned: Vec::new(), plain: Vec::new(), plan: None, drawn: BATCH }
    }
}

/// Something about a file that the user has to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Trouble {
    text: String,
    /// The file's name and bytes, where they may be older Windows text.
    bytes: Option<(String, Rc<[u8]>)>,
}

#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let choices = use_state(Choices::default);
    let trouble = use_state_eq(Trouble::default);
    let dispatch = props.state.dispatcher();
    let text = &props.state.pasted;
    let file = props.state.text(FILE).unwrap_or_default();

    let before = props.state.text(BEFORE);

    // Nothing that somebody wrote goes for good: what a text takes the place of is kept aside.
    let put = {
        let (dispatch, choices, trouble) = (dispatch.clone(), choices.clone(), trouble.clone());
        move |name: Option<String>, text: Rc<str>, before: Option<String>| {
            dispatch.dispatch(Action::Paste(text));
            dispatch.dispatch(Action::Write { field: FILE.to_owned(), text: name });
            dispatch.dispatch(Action::Write { field: BEFORE.to_owned(), text: before });
            choices.set(Choices::default());
            trouble.set(Trouble::default());
        }
    };
    let written_now = (file.is_empty() && !text.trim().is_empty()).then(|| text.to_string());
    let take = use_callback((written_now.clone(), before.map(str::to_owned)), {
        let put = put.clone();
        move |(name, text): (String, Rc<str>), (written, before)| {
            put(Some(name), text, written.clone().or_else(|| before.clone()));
        }
    });
    let take_files = use_callback(take.clone(), {
        let trouble = trouble.clone();
        move |files: FileList, take| {
            let (take, trouble) = (take.clone(), trouble.clone());
            // The list is the field's own, which empties it.
            let (first, count) = (files.get(0), files.length());
            spawn_local(async move {
                match (first, count) {
                    (Some(file), 1) => match read(&file).await {
                        Ok(text) => take.emit((file.name(), text.into())),
                        Err(why) => trouble.set(why),
                    },
                    (Some(_), _) => trouble
                        .set(Trouble { text: "One file at a time, please. Nothing was read.".to_owned(), bytes: None }),
                    _ => {}
                }
            });
        }
    });
    let is_over = use_file_drop(take_files.clone());

    let first_line = text.lines().next().unwrap_or_default();
    let plan = match &choices.plan {
        Some((line, plan)) if line == first_line => plan.clone(),
        _ => Plan::guess(file, text),
    };
    let (reading, percent) = use_reading(text, &plan, &choices.plain, &props.state.mine);
    // What was read of an older text may be shown for a moment, and not be added.
    let is_current = percent.is_none() && reading.as_ref().is_some_and(|reading| reading.text() == text);

    let put_away = {
        let (put, trouble) = (put.clone(), trouble.clone());
        let before: Rc<str> = before.unwrap_or_default().into();
        move |told: &'static str| {
            put(None, Rc::clone(&before), written_now.clone());
            trouble.set(Trouble { text: told.to_owned(), bytes: None });
            browser::focus_soon("title");
        }
    };
    let back = {
        let put_away = put_away.clone();
        move |_: MouseEvent| {
            put_away("");
            browser::focus_soon("notes");
        }
    };
    let stop = {
        let put_away = put_away.clone();
        Callback::from(move |_: MouseEvent| put_away("Stopped. Nothing was added."))
    };
    let onsubmit = {
        let (reading, choices, dispatch) = (reading.clone(), choices.clone(), dispatch.clone());
        let before = before.map(str::to_owned);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(reading) = reading.as_ref().filter(|_| is_current) else { return };
            let added = reading.entries.iter().filter(|entry| entry.is_known == choices.turned.contains(&entry.key));
            let new = |(position, entry): (usize, &import::Entry)| Interview {
                id: browser::new_id(position),
                ..entry.interview.clone()
            };
            let interviews: Vec<Interview> = added.enumerate().map(new).collect();
            if !interviews.is_empty() {
                dispatch.dispatch(Action::Import(interviews));
                dispatch.dispatch(Action::Write { field: FILE.to_owned(), text: None });
                if let Some(before) = &before {
                    dispatch.dispatch(Action::Paste(before.as_str().into()));
                    dispatch.dispatch(Action::Write { field: BEFORE.to_owned(), text: None });
                }
                browser::go_to(&href(Book::Mine, Screen::Story { point: None }));
            }
        })
    };
    let change = {
        let choices = choices.clone();
        Callback::from(move |changed: Choices| choices.set(changed))
    };
    let change_plan = {
        let (choices, first_line) = (choices.clone(), first_line.to_owned());
        Callback::from(move |plan: Plan| {
            choices.set(Choices { plan: Some((first_line.clone(), plan)), ..(*choices).clone() });
        })
    };
    html! {
        <>
            <header class="title">
                <h1 id="title" tabindex="-1">{ "Paste notes" }</h1>
                <p>
                    { "One block of text for each interview, with an empty line between. A first line may say who it was, like this:" }
                    <q class="said">{ "Bram Teasel, recruiter, Larkspur Freight, 4 March 2026" }</q>
                </p>
                <p>{ "Or take them from a file: text, Markdown, or a table as CSV, also the recommendations you received on a professional network." }</p>
            </header>
            <form class="paste" data-over={is_over.then_some("")} {onsubmit}>
                <div class="words">
                    <p class="from">
                        <label class="btn small">
                            <input type="file" class="vh" accept=".txt,.text,.md,.markdown,.csv,.tsv,text/plain,text/markdown,text/csv" onchange={chosen(take_files)} />
                            { "Choose a file" }
                        </label>
                        <span class="sub">{ if is_over { "Let go, and it is read here." } else { "or drop one anywhere on this page; it does not leave this browser" } }</span>
                    </p>
                    <div role="status">{ tell(&trouble, &take) }</div>
                    if before.is_some() {
                        <p class="sub">
                            if !file.is_empty() { { format!("{file} stands in place of what you had written. ") } }
                            <button class="act" type="button" onclick={back}>{ "Back to what you had" }</button>
                        </p>
                    }
                    if !file.is_empty() && text.len() > LONG {
                        <p class="sub">
                            { file.to_owned() }
                            { " is too long to be shown here as a whole. " }
                            <button class="act" type="button" onclick={move |_: MouseEvent| put_away("")}>{ "Put it away" }</button>
                        </p>
                    } else {
                        <label class="lab" for="notes">{ if file.is_empty() { "Your notes".to_owned() } else { format!("Your notes, from {file}") } }</label>
                        <textarea id="notes" class="said" rows="14" dir="auto" value={text.to_string()} oninput={written(&props.state)} />
                        if plan.format == Format::Blocks {
                            <p class="meta">{ "Where an answer itself has empty lines, put a line of three dashes between the interviews, or # before each first line." }</p>
                        }
                    }
                    if !text.trim().is_empty() { { read_as(&plan, text, &change_plan) } }
                </div>
                { preview(reading.as_deref(), percent, is_current, file, props.state.mine.in_time_order().len(), &choices, &change, &stop) }
            </form>
        </>
    }
}

fn written(state: &Handle) -> Callback<InputEvent> {
    let dispatch = state.dispatcher();
    Callback::from(move |event: InputEvent| dispatch.dispatch(Action::Paste(browser::value_of(&event).into())))
}

fn chosen(take: Callback<FileList>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some((field, files)) = field.and_then(|field| field.files().map(|files| (field, files))) {
            take.emit(files);
            // Chosen again, as when it was mended, the same file is news only to an empty field.
            field.set_value("");
        }
    })
}

async fn read(file: &File) -> Result<String, Trouble> {
    let name = file.name();
    let trouble = |text: String| Trouble { text, bytes: None };
    if file.size() > import::LARGEST as f64 {
        return Err(trouble(Unreadable::TooLarge.words(&name)));
    }
    let Some(bytes) = browser::read_file(file).await else {
        return Err(trouble(format!("{name} could not be read. Has it been moved? Choose it again.")));
    };
    let text = import::text(&bytes).map_err(|why| Trouble {
        text: why.words(&name),
        bytes: matches!(why, Unreadable::OtherEncoding { .. }).then(|| (name.clone(), bytes.into())),
    })?;
    if text.trim().is_empty() {
        return Err(trouble(format!("{name} is empty. Nothing was read.")));
    }
    Ok(text)
}

/// What is wrong with a file, and the way out where there is one.
fn tell(trouble: &Trouble, take: &Callback<(String, Rc<str>)>) -> Html {
    if trouble.text.is_empty() {
        return Html::default();
    }
    let as_windows = trouble.bytes.clone().map(|(name, bytes)| {
        let take = take.clone();
        let onclick = move |_: MouseEvent| {
            if let Some(text) = browser::windows_text(&bytes) {
                take.emit((name.clone(), text.into()));
                browser::focus_soon("notes");
            }
        };
        html! { <button class="act" type="button" {onclick}>{ "Read it as older Windows text" }</button> }
    });
    html! { <p class="sub" data-trouble="">{ &trouble.text }{ " " }{ as_windows.unwrap_or_default() }</p> }
}
