//! One interview to fill in. The answer comes first and is all that is required.

use yew::prelude::*;

use crate::browser;
use crate::hooks::Dispatch;
use crate::state::{Action, Asking, Field, Interview, Stage};

#[derive(Properties, PartialEq)]
pub struct FormProps {
    /// The id of the answer field. The other ids are made from it.
    pub id: AttrValue,
    pub question: AttrValue,
    pub keep_label: AttrValue,
    /// What is written so far.
    pub draft: Interview,
    pub dispatch: Dispatch,
    pub on_keep: Callback<Interview>,
    #[prop_or_default]
    pub on_cancel: Option<Callback<()>>,
    /// On a phone, only the answer's field is shown until somebody goes there.
    #[prop_or_default]
    pub is_folded: bool,
    /// What stands below the buttons.
    #[prop_or_default]
    pub foot: Html,
}

/// Why the form cannot be kept as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    NoAnswer,
    /// Nothing tells whom the interview without an answer was with.
    Nobody,
    Year,
    /// The field for the date has a part of one, which the browser does not tell.
    HalfDate,
}

impl Problem {
    fn of(draft: &Interview) -> Option<Self> {
        if draft.asking == Asking::Answered && draft.answer.trim().is_empty() {
            Some(Self::NoAnswer)
        } else if [&draft.answer, &draft.who, &draft.company].iter().all(|field| field.trim().is_empty()) {
            Some(Self::Nobody)
        } else {
            draft.date.filter(|date| !date.is_plausible()).map(|_| Self::Year)
        }
    }
}

#[component]
pub fn Form(props: &FormProps) -> Html {
    let problem = use_state_eq(|| None::<Problem>);
    // Once open it stays so: what folds up while somebody taps below it moves away from the finger.
    let is_open = use_state_eq(|| false);
    let onfocusin = {
        let is_open = is_open.clone();
        move |_: FocusEvent| is_open.set(true)
    };
    // What is written, as of the last letter: on a busy machine the key that keeps it may come before the letter is drawn.
    let latest = use_mut_ref(|| (props.draft.clone(), props.draft.clone()));
    {
        let (drawn, latest) = &mut *latest.borrow_mut();
        if *drawn != props.draft {
            drawn.clone_from(&props.draft);
            latest.clone_from(&props.draft);
        }
    }
    let date_id = format!("{}-date", props.id);
    let hint = format!("{}-hint", props.id);

    let who_id = format!("{}-who", props.id);
    let keep = {
        let (problem, on_keep, latest) = (problem.clone(), props.on_keep.clone(), latest.clone());
        let (id, who_id, date_id) = (props.id.clone(), who_id.clone(), date_id.clone());
        move || {
            let is_half = browser::element(&date_id).is_some_and(|field| field.matches(":invalid").unwrap_or_default());
            let draft = latest.borrow().1.clone();
            let found = Problem::of(&draft).or(is_half.then_some(Problem::HalfDate));
            problem.set(found);
            match found {
                None => on_keep.emit(draft),
                Some(Problem::NoAnswer) => browser::focus(&id),
                Some(Problem::Nobody) => browser::focus(&who_id),
                Some(Problem::Year | Problem::HalfDate) => browser::focus(&date_id),
            }
        }
    };
    let onsubmit = {
        let keep = keep.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            keep();
        }
    };
    let onkeydown = {
        let on_cancel = props.on_cancel.clone();
        move |event: KeyboardEvent| match (event.key().as_str(), &on_cancel) {
            // While characters are being composed these keys belong to the input method.
            _ if event.is_composing() => {}
            ("Enter", _) if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                keep();
            }
            ("Escape", Some(on_cancel)) => on_cancel.emit(()),
            _ => {}
        }
    };
    let write = |field: Field| {
        let (problem, latest, dispatch) = (problem.clone(), latest.clone(), props.dispatch.clone());
        Callback::from(move |event: InputEvent| {
            problem.set(None);
            let value = browser::value_of(&event);
            let start = latest.borrow().1.clone();
            latest.borrow_mut().1.set(field, value.clone());
            dispatch.dispatch(Action::Draft { start, field, value });
        })
    };
    // The second click of a double click would meet the empty form.
    let once = |event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    };
    let draft = &props.draft;
    html! {
        // What is wrong is said below the answer, however the form is sent.
        <form class="ask" data-folded={(props.is_folded && !*is_open).then_some("")} novalidate=true {onsubmit} {onkeydown} {onfocusin}>
            <div class="words">
                <label class="said question" for={props.id.clone()}>{ &props.question }</label>
                <textarea
                    id={props.id.clone()}
                    class="said"
                    dir="auto"
                    rows="5"
                    placeholder={if draft.asking == Asking::Answered { "Their words, as they said them" } else { "What there is to remember, if anything" }}
                    aria-describedby={hint.clone()}
                    aria-invalid={(*problem == Some(Problem::NoAnswer)).then_some("true")}
                    value={draft.answer.clone()}
                    oninput={write(Field::Answer)}
                />
                <p class="meta" data-trouble={problem.map(|_| "")} id={hint.clone()} aria-live="polite">
                    { match *problem {
                        None => "Fragments are fine; one point a sentence works best.",
                        Some(Problem::NoAnswer) => "Write what they said first; everything else can wait. If there was no answer, say so under “Did you ask?”.",
                        Some(Problem::Nobody) => "Say who it was or where, so that you know it again.",
                        Some(Problem::Year) => "Check the year of the date, or leave the date empty.",
                        Some(Problem::HalfDate) => "Finish the date or empty it.",
                    } }
                </p>
            </div>
            <div class="facts">
                <label class="field">
                    <span>{ "Who said it" }</span>
                    <input
                        id={who_id}
                        list="people"
                        autocomplete="off"
                        placeholder="Name, role"
                        aria-describedby={hint.clone()}
                        aria-invalid={(*problem == Some(Problem::Nobody)).then_some("true")}
                        value={draft.who.clone()}
                        oninput={write(Field::Who)}
                    />
                </label>
                <label class="field">
                    <span>{ "Company" }</span>
                    <input list="companies" autocomplete="off" value={draft.company.clone()} oninput={write(Field::Company)} />
                </label>
                <label class="field">
                    <span>{ "Stage" }</span>
                    <select oninput={write(Field::Stage)}>
                        <option value="" selected={draft.stage.is_none()}>{ "Not said" }</option>
                        { for Stage::ALL.iter().map(|stage| html! {
                            <option key={stage.name()} value={stage.name()} selected={draft.stage == Some(*stage)}>{ stage.name() }</option>
                        }) }
                    </select>
                </label>
                <label class="field">
                    <span>{ "Date" }</span>
                    <input
                        id={date_id}
                        type="date"
                        aria-describedby={hint}
                        aria-invalid={matches!(*problem, Some(Problem::Year | Problem::HalfDate)).then_some("true")}
                        value={draft.date.map(|date| date.to_string()).unwrap_or_default()}
                        oninput={write(Field::Date)}
                    />
                </label>
                <fieldset class="asked">
                    <legend class="lab">{ "Did you ask?" }</legend>
                    <div class="seg">
                        { for Asking::ALL.iter().map(|asking| html! {
                            <label key={asking.name()}>
                                <input
                                    type="radio"
                                    name={format!("{}-asking", props.id)}
                                    value={asking.name()}
                                    checked={draft.asking == *asking}
                                    oninput={write(Field::Asking)}
                                />
                                { asking.name() }
                            </label>
                        }) }
                    </div>
                </fieldset>
                <p class="save">
                    <button class="btn main" onclick={once}>{ &props.keep_label }</button>
                    if let Some(on_cancel) = props.on_cancel.clone() {
                        <button class="act" type="button" onclick={move |_| on_cancel.emit(())}>{ "Cancel" }</button>
                    }
                    <kbd class="sub">{ "Ctrl/⌘ Enter" }</kbd>
                </p>
                { props.foot.clone() }
            </div>
        </form>
    }
}
