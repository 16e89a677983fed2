//! Follow-ups: what to do after a conversation, how far it is, and the way into a calendar.

use yew::prelude::*;

use super::super::story::{once, opener, verb};
use super::fields::{Fields, act};
use crate::browser;
use crate::calendar;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::calls::{self, Next};
use crate::state::{Action, Book, Date, Interview, Status};
use crate::text::listed;

/// One follow-up, with whom it is for where `is_named`. `home` is the id of what gets the focus when the follow-up is gone; the
/// follow-up itself where it is `None`.
pub fn item(state: &Handle, next: &Next, today: Option<Date>, home: Option<&str>, is_named: bool) -> Html {
    let (follow_up, what) = (&next.follow_up, next.follow_up.what);
    let id = format!("next-{}-{}", next.interview.id, what.slug());
    let home = home.unwrap_or(&id).to_owned();
    let about = format!("{}, {}", what.name(), next.interview.title());
    let fields = Fields::new(state, format!("plan-{}-{}", next.interview.id, what.slug()));
    let is_open = fields.draft("note").is_some();
    let button = |text: &'static str, action: Action| {
        let (dispatch, home) = (state.dispatcher(), home.clone());
        let onclick = once(move || {
            dispatch.dispatch(action.clone());
            browser::focus_soon(&home);
        });
        verb(text, &about, onclick)
    };
    let settle = |text: &'static str, status: Status| button(text, calls::settle(&next.call, what, status, today));
    let is_mine = follow_up.status == Status::Open;
    html! {
        <li key={id.clone()} {id} class="p-next" tabindex="-1" data-status={word(follow_up.status)}>
            <p>
                <b>{ what.name() }</b>
                if is_named {
                    <a href={href(Book::Mine, Screen::After { interview: next.interview.id.clone() })}>{ who(&next.interview) }</a>
                }
                <span class="sub num" data-due={follow_up.due.zip(today).filter(|(due, today)| is_mine && due <= today).map(|_| "")}>{ when(next, today) }</span>
            </p>
            if !follow_up.note.is_empty() && !is_open { <p class="said mine" dir="auto">{ follow_up.note.clone() }</p> }
            if is_open {
                { plan(&fields, next) }
            } else {
                <p class="acts">
                    if follow_up.is_waiting() {
                        { button(what.happened(), calls::trigger(&state.mine, &next.call, what, today)) }
                        { settle("Not applicable", Status::NotApplicable) }
                    } else if is_mine {
                        { settle("Done", Status::Done) }
                        { settle("Not applicable", Status::NotApplicable) }
                    } else {
                        { settle("Open again", Status::Open) }
                    }
                    { opener(&fields.id("note"), if follow_up.note.is_empty() { "Write a note" } else { "Change" }, &about, open(&fields, next)) }
                    if is_mine && follow_up.due.is_some() { <ToCalendar text="To the calendar" about={about.clone()} follow_ups={vec![next.clone()]} /> }
                </p>
            }
        </li>
    }
}

#[derive(Properties, PartialEq)]
pub struct ToCalendarProps {
    pub text: &'static str,
    /// What is saved, for those who hear the button's name by itself.
    pub about: String,
    pub follow_ups: Vec<Next>,
}

/// Saves follow-ups as a file for the calendar, and tells what a calendar cannot know by itself: a file can move entries, but calendars
/// differ in whether one may take them out again, so those are left to the user.
#[component]
pub fn ToCalendar(props: &ToCalendarProps) -> Html {
    let told = use_state_eq(String::new);
    let save = {
        let (told, follow_ups) = (told.clone(), props.follow_ups.clone());
        once(move || {
            let name = match follow_ups.as_slice() {
                [one] => format!("refrain-{}.ics", one.follow_up.what.slug()),
                _ => "refrain-follow-ups.ics".to_owned(),
            };
            let made = calendar::Made { utc: browser::now(), minutes: (js_sys::Date::now() / 60_000.0) as u32 };
            told.set(match browser::save(&name, calendar::KIND, &calendar::file(&follow_ups, &made)) {
                true => format!("{name} is with your downloads. A later file moves these entries; what is done here you delete there."),
                false => "This browser does not let the page save files.".to_owned(),
            });
        })
    };
    html! {
        <>
            { verb(props.text, &props.about, save) }
            <span class="sub p-told" role="status">{ (*told).clone() }</span>
        </>
    }
}

/// "Bram Teasel, Larkspur Homes"
pub fn who(interview: &Interview) -> String {
    match listed(&[interview.name(), &interview.company]) {
        nobody if nobody.is_empty() => "Somebody".to_owned(),
        who => who,
    }
}

fn word(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Done => "done",
        Status::NotApplicable => "aside",
    }
}

/// How far it is, and since when or until when.
fn when(next: &Next, today: Option<Date>) -> String {
    let follow_up = &next.follow_up;
    let on = |date: Option<Date>| date.map_or_else(String::new, |date| format!(" on {}", date.in_words(today)));
    match (follow_up.status, follow_up.due) {
        (Status::Done, _) => format!("Done{}", on(follow_up.settled)),
        (Status::NotApplicable, _) => "Not applicable".to_owned(),
        (Status::Open, Some(due)) if Some(due) == today => "Due today".to_owned(),
        (Status::Open, Some(due)) => format!("Due{}", on(Some(due))),
        (Status::Open, None) => follow_up.what.trigger().unwrap_or("No day yet").to_owned(),
    }
}

fn open(fields: &Fields, next: &Next) -> Callback<MouseEvent> {
    let (fields, note) = (fields.clone(), next.follow_up.note.clone());
    let due = next.follow_up.due.map_or_else(String::new, |due| due.to_string());
    once(move || {
        fields.write("note", &note);
        fields.write("due", &due);
        browser::focus_soon(&fields.id("note"));
    })
}

/// The form for its day and the note.
fn plan(fields: &Fields, next: &Next) -> Html {
    let what = next.follow_up.what;
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon(&format!("open-{}", fields.id("note")));
        }
    };
    let keep = {
        let (fields, call, leave) = (fields.clone(), next.call.clone(), leave.clone());
        move || {
            let due = Date::from_iso(&fields.text("due", ""));
            fields.dispatch(calls::plan(&call, what, due, &fields.text("note", "")));
            leave();
        }
    };
    let content = html! {
        <>
            { fields.area("note", "In your own words", "", what.prompt()) }
            { fields.line("due", "Day", "", "date") }
            <p class="acts"><button class="btn small main">{ "Keep note" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    fields.form("ruled", keep, leave, content)
}
