//! The speaking view: clock, lines, and what starts and stops them.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::super::frame::Look;
use super::awake::use_awake;
use super::speech::{Mode, line_id, speech};
use super::voice::Voice;
use crate::browser;
use crate::hooks::Dispatch;
use crate::route::{Screen, href};
use crate::state::practice::{Clock, Speech, keep, minutes};
use crate::state::{Book, Version};

/// How often what the clock shows is drawn anew, in milliseconds. What it counts does not depend on it.
const DRAWN_EVERY: u32 = 200;

#[derive(Properties, PartialEq)]
pub struct StageProps {
    pub speech: Speech,
    pub version: Rc<Version>,
    pub book: Book,
    pub dispatch: Dispatch,
}

/// What happens on the stage.
#[derive(Clone, Copy)]
enum Act {
    /// Start, pause, go on.
    Press,
    Again,
    Done,
    /// To the line before or after.
    Line(isize),
    Uncover(usize),
    Show(Mode),
    /// Time has passed.
    Tick,
}

/// Where the speaker is.
#[derive(Clone, PartialEq, Default)]
struct Going {
    clock: Clock,
    /// As last read.
    now: u64,
    /// By how much the line being said is before its time, in milliseconds.
    ahead: i64,
    mode: Mode,
    /// Lines looked at in recall, by position.
    uncovered: Vec<usize>,
}

impl Going {
    fn passed(&self) -> u64 {
        self.clock.passed(self.now)
    }

    fn line(&self, speech: &Speech) -> usize {
        speech.line_at(self.passed().saturating_add_signed(self.ahead))
    }

    fn after(&self, act: Act, speech: &Speech) -> Self {
        let mut next = Self { now: browser::milliseconds(), ..self.clone() };
        let restarted =
            Self { clock: Clock::Ready.pressed(next.now), now: next.now, mode: next.mode, ..Self::default() };
        match act {
            Act::Press if matches!(next.clock, Clock::Done { .. }) => next = restarted,
            Act::Press => next.clock = next.clock.pressed(next.now),
            Act::Again => next = restarted,
            Act::Done => next.clock = Clock::Done { passed: next.passed() },
            Act::Line(by) => {
                let to = next.line(speech).saturating_add_signed(by).min(speech.lines.len().saturating_sub(1));
                let starts = speech.lines.get(to).map_or(0, |line| line.starts);
                next.ahead = starts.cast_signed() - next.passed().cast_signed();
            }
            Act::Uncover(line) => next.uncovered.push(line),
            Act::Show(mode) => {
                next.mode = mode;
                next.uncovered.clear();
            }
            Act::Tick => {}
        }
        next
    }
}

#[component]
pub fn Stage(props: &StageProps) -> Html {
    let StageProps { speech: to_say, version, book, dispatch } = props;
    let going = use_state_eq(Going::default);
    // Events may come faster than the page is drawn, so they go by what is true now.
    let latest = use_mut_ref(Going::default);
    let act = {
        let (going, latest) = (going.clone(), Rc::clone(&latest));
        let (to_say, version, dispatch, book) = (to_say.clone(), Rc::clone(version), dispatch.clone(), *book);
        Callback::from(move |act: Act| {
            let next = latest.borrow().after(act, &to_say);
            latest.replace(next.clone());
            if matches!(act, Act::Done) {
                // Its button is gone now.
                browser::focus_in_place("go");
                if book == Book::Mine {
                    dispatch.dispatch(keep(browser::new_id(0), browser::today(), next.passed(), &to_say, &version));
                }
            }
            going.set(next);
        })
    };
    use_ticks(going.clock.is_running(), &act);
    use_awake(going.clock.is_running());
    let (unheard, is_leaving) = (use_mut_ref(|| false), use_state_eq(|| false));
    // Asked once: whoever then goes on leaving means it. True while the user still has to say.
    let holds = {
        let (unheard, is_leaving) = (Rc::clone(&unheard), is_leaving.clone());
        Callback::from(move |(): ()| {
            let is_lost = std::mem::take(&mut *unheard.borrow_mut());
            if is_lost {
                is_leaving.set(true);
                browser::focus_soon("stay");
            }
            is_lost
        })
    };
    use_keys(&act, *book, &latest, to_say.clone(), &holds);
    let (passed, line) = (going.passed(), going.line(to_say));
    {
        let is_off = going.clock == Clock::Ready;
        use_effect_with((line, is_off), |(line, is_off)| {
            if !is_off {
                browser::bring_into_view(&line_id(*line));
            }
        });
    }

    let leave = move |event: MouseEvent| {
        if holds.emit(()) {
            event.prevent_default();
        }
    };
    let stay = {
        let is_leaving = is_leaving.clone();
        move |_: MouseEvent| {
            browser::focus_in_place("go");
            is_leaving.set(false);
        }
    };
    let is_unheard = {
        let is_leaving = is_leaving.clone();
        Callback::from(move |is_unheard: bool| {
            unheard.replace(is_unheard);
            is_leaving.set(false);
        })
    };
    let on = |what: Act| act.reform(move |_: MouseEvent| what);
    let is_under_way = matches!(going.clock, Clock::Running { .. } | Clock::Paused { .. });
    let name = if version.name.is_empty() { "Your pitch" } else { &version.name };
    let back = href(*book, Screen::Story { point: None });
    html! {
        <div class="stage">
            <div class="head">
                <h1 id="title" tabindex="-1"><span class="vh">{ "Practise: " }</span>{ name.to_owned() }</h1>
                <p class="clock num" role="timer">
                    <b>{ minutes(passed / 1000) }</b>
                    <span class="sub">{ to_say.pace(passed, going.ahead) }</span>
                </p>
                <p class="acts"><Look /><a class="act" href={back.clone()} onclick={leave}>{ "Close" }</a></p>
            </div>
            { speech(to_say, line, going.mode, &going.uncovered, &act.reform(Act::Uncover)) }
            <div class="deck">
                { track(to_say, passed.saturating_add_signed(going.ahead)) }
                <div class="leaving" role="status">
                    if *is_leaving {
                        <p>{ "You have not listened to your recording, and it goes when you leave." }</p>
                        <button id="stay" class="btn" onclick={stay}>{ "Stay" }</button>
                        <a class="act" href={back}>{ "Leave without it" }</a>
                    }
                </div>
                <div class="row">
                    <p class="run">
                        <button id="go" class="btn main" onclick={on(Act::Press)}>
                            { match going.clock {
                                Clock::Ready => "Start",
                                Clock::Running { .. } => "Pause",
                                Clock::Paused { .. } => "Go on",
                                Clock::Done { .. } => "Again",
                            } }
                        </button>
                        if is_under_way {
                            <button class="btn" onclick={on(Act::Again)}>{ "Start again" }</button>
                            <button class="btn" onclick={on(Act::Done)}>{ "Done" }</button>
                        }
                    </p>
                    { modes(going.mode, &act.reform(Act::Show)) }
                    <Voice is_over={matches!(going.clock, Clock::Done { .. })} unheard={is_unheard} />
                </div>
                <p class="meta keys">
                    { "Space starts and pauses. Arrow keys change the line. Escape leaves." }
                    if going.mode == Mode::Recall { { " Enter uncovers the line." } }
                </p>
            </div>
        </div>
    }
}

fn modes(mode: Mode, show: &Callback<Mode>) -> Html {
    // Who chose by pointer goes on by starting. A click that comes of an arrow key has no count.
    let onclick = |event: MouseEvent| {
        if event.detail() > 0 {
            browser::focus_in_place("go");
        }
    };
    html! {
        <fieldset class="seg" {onclick}>
            <legend class="vh">{ "Show" }</legend>
            { for Mode::ALL.into_iter().map(|other| html! {
                <label>
                    <input type="radio" name="mode" checked={other == mode} onchange={show.reform(move |_: Event| other)} />
                    { other.name() }
                </label>
            }) }
        </fieldset>
    }
}

/// A bar for each line, as long as it takes, filled as far as it is said.
fn track(speech: &Speech, at: u64) -> Html {
    let whole = speech.ends();
    let gap = whole / 300;
    html! {
        <svg class="track" viewBox={format!("0 0 {whole} 1")} preserveAspectRatio="none" aria-hidden="true">
            { for speech.lines.iter().map(|line| {
                let end = if line.ends == whole { whole } else { line.ends.saturating_sub(gap).max(line.starts) };
                let bar = |class: &'static str, end: u64| html! {
                    <rect {class} x={line.starts.to_string()} width={(end - line.starts).to_string()} height="1" />
                };
                html! { <>{ bar("", end) }{ bar("done", at.clamp(line.starts, end)) }</> }
            }) }
        </svg>
    }
}

#[hook]
fn use_ticks(is_running: bool, act: &Callback<Act>) {
    let act = act.clone();
    use_effect_with(is_running, move |&is_running| {
        let ticks = is_running.then(|| Interval::new(DRAWN_EVERY, move || act.emit(Act::Tick)));
        move || drop(ticks)
    });
}

/// Keys of the whole screen. A focused control keeps those that it knows itself. `holds` says whether the user first has to
/// say that leaving is meant.
#[hook]
fn use_keys(act: &Callback<Act>, book: Book, going: &Rc<RefCell<Going>>, speech: Speech, holds: &Callback<(), bool>) {
    let (act, going, holds) = (act.clone(), Rc::clone(going), holds.clone());
    use_effect_with((speech, book), move |(speech, book)| {
        let (speech, back) = (speech.clone(), href(*book, Screen::Story { point: None }));
        let listener = browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
                    return;
                }
                let control = event
                    .target()
                    .and_then(|target| target.dyn_into::<Element>().ok())
                    .map(|element| element.tag_name());
                let control = control.as_deref();
                let is_pressed_itself = matches!(control, Some("A" | "BUTTON" | "AUDIO"));
                // The only inputs here are the modes: arrows change them, the space bar is of no use to them.
                let has_arrows = matches!(control, Some("INPUT" | "AUDIO"));
                match event.key().as_str() {
                    "Escape" if holds.emit(()) => {}
                    "Escape" => browser::go_to(&back),
                    " " if !is_pressed_itself => act.emit(Act::Press),
                    "ArrowUp" | "ArrowLeft" if !has_arrows => act.emit(Act::Line(-1)),
                    "ArrowDown" | "ArrowRight" if !has_arrows => act.emit(Act::Line(1)),
                    "Enter" if !is_pressed_itself => {
                        let line = going.borrow().line(&speech);
                        act.emit(Act::Uncover(line));
                    }
                    _ => return,
                }
                event.prevent_default();
            })
        });
        move || drop(listener)
    });
}
