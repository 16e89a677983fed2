//! Before the call: the card to read beforehand or to print, and the fields that it is made of.

use yew::prelude::*;

use super::super::blending::Blending;
use super::fields::{Fields, act};
use super::follow_ups::who;
use super::{gone, way_back};
use crate::browser;
use crate::hooks::Handle;
use crate::route::{Screen, href};
use crate::state::calls;
use crate::state::people::{self, About, Person};
use crate::state::{Book, Call, Interview, Notebook, Question, Stage};
use crate::text::{counted, listed};

/// How many points fit into a conversation beside everything else.
const POINTS: usize = 3;

/// What makes somebody glad of a conversation.
const TIPS: [&str; 5] = [
    "Listen more than you talk.",
    "Let it flow: where they change the subject, go with them.",
    "Leave a pause before you answer, and after they do.",
    "Ask about what they just said before you ask the next thing.",
    "Mean it. Whoever only plays a part is noticed.",
];

pub fn before(state: &Handle, notebook: &Notebook, id: &str) -> Html {
    let Some(interview) = notebook.get(id) else {
        return gone(Book::Mine, "This interview is not here any more");
    };
    let call = notebook.papers().call(id);
    let person = people::of(notebook, interview);
    let fields = Fields::new(state, format!("before-{id}"));
    let written = Written::of(&fields, &call, person.as_ref());
    html! {
        <>
            <header class="title">
                { way_back(Book::Mine, person.as_ref()) }
                <h1 id="title" tabindex="-1">{ "Before the call" }</h1>
                <p>{ "One page to read beforehand, so that in the call you need only listen." }</p>
            </header>
            <div class="p-before">
                <div class="p-work">
                    { form(&fields, interview, &call, person.as_ref(), &written) }
                    { questions(state, notebook, &call) }
                </div>
                { card(notebook, interview, &written, &calls::chosen(&call, notebook.papers())) }
            </div>
        </>
    }
}

/// The words of the card as they stand in the fields.
struct Written {
    ground: String,
    bring_up: String,
    line: String,
}

impl Written {
    fn of(fields: &Fields, call: &Call, person: Option<&Person>) -> Self {
        let ground = person.map_or("", |person| person.contact.common_ground.as_str());
        Self {
            ground: fields.text("ground", ground),
            bring_up: fields.text("up", &call.bring_up),
            line: fields.text("line", &call.line),
        }
    }
}

fn form(fields: &Fields, interview: &Interview, call: &Call, person: Option<&Person>, written: &Written) -> Html {
    let is_begun = ["ground", "up", "line"].iter().any(|name| fields.draft(name).is_some());
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("h-card");
        }
    };
    let keep = {
        let (fields, interview, call) = (fields.clone(), interview.clone(), call.clone());
        let (person, leave) = (person.cloned(), leave.clone());
        move || {
            let written = Written::of(&fields, &call, person.as_ref());
            let ground = person.as_ref().map(|person| (person, written.ground.as_str()));
            fields.dispatch(calls::prepare(&call, &interview, ground, &written.bring_up, &written.line));
            leave();
        }
    };
    let up = if written.ground.trim().is_empty() {
        "Casually, and as a question.".to_owned()
    } else {
        format!(
            "Casually, and as a question about “{}”. Begin with “How did you come to …”, “What do you like best about …” or “Do you still …”.",
            written.ground.trim()
        )
    };
    let content = html! {
        <>
            if person.is_some() {
                { fields.area("ground", About::CommonGround.name(), &written.ground, About::CommonGround.prompt()) }
            } else {
                <p class="meta">{ "Give the interview a name, and what you share with them can stand here too." }</p>
            }
            { fields.area("up", "How to bring it up", &written.bring_up, &up) }
            { fields.area("line", "One line to be remembered by", &written.line, "One thing nobody else will say. Short enough to repeat.") }
            <Blending text={written.line.clone()} />
            if is_begun {
                <p class="acts"><button class="btn small main">{ "Keep the card" }</button>{ act("Cancel", leave.clone()) }</p>
            }
        </>
    };
    fields.form("ruled", keep, || {}, content)
}

/// The list to choose from, and the way to change it.
fn questions(state: &Handle, notebook: &Notebook, call: &Call) -> Html {
    let papers = notebook.papers();
    let chosen = calls::chosen(call, papers);
    let fields = Fields::new(state, "questions".to_owned());
    let list = calls::questions(papers);
    // What was chosen and is not on the list any more can still be taken out.
    let more = chosen.iter().map(|question| &question.ask).filter(|ask| !list.contains(ask));
    let tick = |ask: &String| {
        let is_chosen = chosen.iter().any(|question| question.ask == *ask);
        let is_answered = chosen.iter().any(|question| question.ask == *ask && !question.answer.is_empty());
        let (state, call, ask_again) = (state.clone(), call.clone(), ask.clone());
        let onchange = move |_: Event| {
            state.dispatch(calls::choose(&call, state.mine.papers(), &ask_again, !is_chosen));
        };
        html! {
            <li key={ask.clone()}>
                <label><input type="checkbox" checked={is_chosen} disabled={is_answered} {onchange} /><span dir="auto">{ ask.clone() }</span></label>
            </li>
        }
    };
    let open = {
        let (fields, list) = (fields.clone(), list.join("\n"));
        move || {
            fields.write("list", &list);
            browser::focus_soon(&fields.id("list"));
        }
    };
    html! {
        <fieldset class="p-questions">
            <legend id="h-questions" tabindex="-1">{ "Questions to have ready" }</legend>
            <p class="meta">{ "Two or three are enough. They let the other side sell the company to you." }</p>
            <ul>{ for list.iter().chain(more).map(tick) }</ul>
            if fields.draft("list").is_some() {
                { edit(&fields) }
            } else {
                <p class="acts">{ act("Change the list", open) }</p>
            }
        </fieldset>
    }
}

fn edit(fields: &Fields) -> Html {
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("h-questions");
        }
    };
    let keep = {
        let (fields, leave) = (fields.clone(), leave.clone());
        move || {
            fields.dispatch(calls::keep_questions(&fields.text("list", "")));
            leave();
        }
    };
    let content = html! {
        <>
            { fields.area("list", "Your questions, one on each line", "", "Empty, it becomes ours again.") }
            <p class="acts"><button class="btn small main">{ "Keep the list" }</button>{ act("Cancel", leave.clone()) }</p>
        </>
    };
    fields.form("ruled", keep, leave, content)
}

/// What is printed.
fn card(notebook: &Notebook, interview: &Interview, written: &Written, questions: &[Question]) -> Html {
    let stage = interview.stage.map_or("", Stage::name);
    let date = interview.date.map(|date| date.in_words(browser::today())).unwrap_or_default();
    let points = notebook.analysis.report.points.iter().filter(|point| !point.cliche && !point.hidden).take(POINTS);
    let points: Vec<Html> = points
        .map(|point| {
            html! {
                <li><span class="said" dir="auto">{ point.label.clone() }</span>{ " " }<span class="meta num">{ counted(point.interviews, "interview", "interviews") }</span></li>
            }
        })
        .collect();
    let print = |_: MouseEvent| {
        if let Some(window) = browser::window() {
            // Where a browser cannot print, its own menu cannot either.
            let _ = window.print();
        }
    };
    let part = |title: &'static str, text: &str| {
        html! { if !text.trim().is_empty() { <dt>{ title }</dt><dd class="said mine" dir="auto">{ text.to_owned() }</dd> } }
    };
    html! {
        <article class="p-card" aria-labelledby="h-card">
            <h2 id="h-card" tabindex="-1">{ who(interview) }</h2>
            <p class="sub num">{ listed(&[interview.role(), stage, &date]) }</p>
            <p class="said p-ask">{ "So what did you like about my background?" }</p>
            <dl>
                { part("What we share", &written.ground) }
                { part("Bring it up", &written.bring_up) }
                if !questions.is_empty() {
                    <dt>{ "Ask them" }</dt>
                    <dd><ul>{ for questions.iter().map(|question| html! { <li class="said" dir="auto">{ question.ask.clone() }</li> }) }</ul></dd>
                }
                { part("To be remembered by", &written.line) }
                if !points.is_empty() {
                    <dt>{ "Work in" }</dt>
                    <dd><ol>{ for points }</ol></dd>
                }
            </dl>
            <details>
                <summary><span class="act">{ "While you listen" }</span></summary>
                <ul class="sub">{ for TIPS.iter().map(|tip| html! { <li>{ *tip }</li> }) }</ul>
            </details>
            <p class="acts">
                <button class="btn small" onclick={print}>{ "Print the card" }</button>
                <a class="act" href={href(Book::Mine, Screen::After { interview: interview.id.clone() })}>{ "After the call" }</a>
            </p>
        </article>
    }
}
