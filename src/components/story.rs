//! What they keep saying, and the pitch made of it.

mod cliches;
mod doubts;
mod point;
mod screen;

pub use screen::{progress, story};

use std::rc::Rc;

use refrain_core::Mention;

use crate::state::Interview;

/// For each interview in time order: is there a mention in it?
fn slots(interviews: &[Rc<Interview>], mentions: &[Mention]) -> Vec<bool> {
    interviews.iter().map(|interview| mentions.iter().any(|mention| mention.note == interview.id)).collect()
}
