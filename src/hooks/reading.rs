//! Reads a text into interviews in slices between frames, and starts anew when the text or the plan changes.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

use crate::browser;
use crate::import::{Plan, Reading};
use crate::state::{Interview, Notebook};

/// Interviews between two looks at the clock.
const STEP: usize = 50;

/// What was read last, and how much of the present text is read, of a hundred; `None` when all is.
#[hook]
pub fn use_reading(
    text: &Rc<str>,
    plan: &Plan,
    plain: &[u64],
    mine: &Notebook,
) -> (Option<Rc<Reading>>, Option<usize>) {
    let result = use_state(|| None::<Rc<Reading>>);
    let percent = use_state_eq(|| None::<usize>);
    {
        let (result, percent) = (result.clone(), percent.clone());
        let interviews: Vec<Rc<Interview>> = mine.in_time_order().to_vec();
        let given = (Rc::clone(text), plan.clone(), plain.to_vec(), mine.revision());
        use_effect_with(given, move |(text, plan, plain, _)| {
            let mut reading = Reading::new(Rc::clone(text), plan.clone(), plain.clone(), &interviews);
            let is_wanted = Rc::new(Cell::new(true));
            let stop = Rc::clone(&is_wanted);
            // A short text is there at once.
            if slice(&mut reading) {
                spawn_local(async move {
                    while is_wanted.get() {
                        percent.set(Some(reading.percent()));
                        sleep(Duration::ZERO).await;
                        if is_wanted.get() && !slice(&mut reading) {
                            percent.set(None);
                            result.set(Some(Rc::new(reading)));
                            return;
                        }
                    }
                });
            } else {
                percent.set(None);
                result.set(Some(Rc::new(reading)));
            }
            move || stop.set(false)
        });
    }
    ((*result).clone(), *percent)
}

/// Reads for the length of a slice; `false` when all is read.
fn slice(reading: &mut Reading) -> bool {
    browser::for_a_slice(|| reading.go_on(STEP))
}
