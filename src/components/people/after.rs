//! After the call: one minute to write down what would be gone tomorrow, and the follow-ups.

use yew::prelude::*;

use super::fields::{Fields, act};
use super::follow_ups::{ToCalendar, item, who};
use super::{gone, way_back};
use crate::browser;
use crate::hooks::Handle;
use crate::state::calls::{self, Back, Next};
use crate::state::{Asking, Book, Date, Glad, Interview, Notebook, Question, Status, people};
use crate::text::listed;

const ASKED: &str = "Asked, no answer";
const NOT_ASKED: &str = "Didn’t ask";
/// As many fields for answers as there are names for them.
const ANSWERS: [&str; 8] = ["q0", "q1", "q2", "q3", "q4", "q5", "q6", "q7"];

pub fn after(state: &Handle, notebook: &Notebook, id: &str) -> Html {
    let Some(interview) = notebook.get(id) else {
        return gone(Book::Mine, "This interview is not here any more");
    };
    let call = notebook.papers().call(id);
    let today = browser::today();
    let date = interview.date.map(|date| date.in_words(today)).unwrap_or_default();
    let next: Vec<Next> = call
        .follow_ups
        .iter()
        .map(|follow_up| Next { interview: interview.clone(), call: call.clone(), follow_up: follow_up.clone() })
        .collect();
    let dated: Vec<Next> = next
        .iter()
        .filter(|next| next.follow_up.status == Status::Open && next.follow_up.due.is_some())
        .cloned()
        .collect();
    html! {
        <>
            <header class="title">
                { way_back(Book::Mine, people::of(notebook, interview).as_ref()) }
                <h1 id="title" tabindex="-1">{ "After the call" }</h1>
                <p class="num">{ listed(&[&who(interview), &date]) }</p>
            </header>
            <div class="spread p-after" key={id.to_owned()}>
                { form(state, notebook, interview, today) }
                <section aria-labelledby="h-follow">
                    <div class="bar">
                        <h2 id="h-follow" tabindex="-1">{ "What follows" }</h2>
                        if dated.len() > 1 { <ToCalendar text="These to the calendar" about={interview.title()} follow_ups={dated} /> }
                    </div>
                    if next.is_empty() {
                        <p class="none">{ "Four small courtesies begin here once you have looked back: each has its moment, and few people send any." }</p>
                    } else {
                        <ul>{ for next.iter().map(|next| item(state, next, today, None, false)) }</ul>
                    }
                </section>
            </div>
        </>
    }
}

fn form(state: &Handle, notebook: &Notebook, interview: &Interview, today: Option<Date>) -> Html {
    let papers = notebook.papers();
    let call = papers.call(&interview.id);
    let questions: Vec<(&'static str, Question)> = ANSWERS.into_iter().zip(calls::chosen(&call, papers)).collect();
    let fields = Fields::new(state, format!("after-{}", interview.id));
    let answer = fields.text("answer", &interview.answer);
    let asked = if interview.asking == Asking::NotAsked { NOT_ASKED } else { ASKED };
    let leave = {
        let fields = fields.clone();
        move || {
            fields.forget();
            browser::focus_soon("h-follow");
        }
    };
    let glad = call.glad.map_or("", Glad::name);
    let keep = {
        let (fields, state, interview, call) = (fields.clone(), state.clone(), interview.clone(), call.clone());
        let (questions, leave, answer) = (questions.clone(), leave.clone(), answer.clone());
        move || {
            let back = Back {
                answer: answer.clone(),
                asked: fields.text("asked", asked) == ASKED,
                remembered: fields.text("remembered", &call.remembered),
                answers: questions.iter().map(|(name, question)| fields.text(name, &question.answer)).collect(),
                glad: Glad::from_name(&fields.text("glad", glad)),
            };
            fields.dispatch(calls::look_back(&interview, &call, state.mine.papers(), &back, today));
            leave();
        }
    };
    let is_begun = state.texts.iter().any(|(field, _)| field.starts_with(&fields.id("")));
    let content = html! {
        <>
            { fields.area("answer", "So what did you like about my background?", &interview.answer, "Their answer, as they said it.") }
            if answer.trim().is_empty() { { fields.choice("asked", "No answer?", &[ASKED, NOT_ASKED], asked) } }
            { fields.area("remembered", "What will they remember of you in a week?", &call.remembered, "One line. If you cannot think of one, say it in your thanks.") }
            { for questions.iter().map(|(name, question)| fields.area(name, &question.ask, &question.answer, "")) }
            { fields.choice("glad", "Were they glad to have met you?", &Glad::ALL.map(Glad::name), glad) }
            <p class="acts">
                <button class="btn main">{ "Keep this" }</button>
                if is_begun { { act("Cancel", leave.clone()) } }
                <kbd class="sub">{ "Ctrl/⌘ Enter" }</kbd>
            </p>
        </>
    };
    html! { <div>{ fields.form("ruled p-back", keep, || {}, content) }</div> }
}
