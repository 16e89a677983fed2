//! What they keep saying, and the pitch made of it.

mod cliches;
mod doubts;
mod pitch;
mod point;
mod screen;

pub use screen::Story;

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::state::Interview;

/// For each interview in time order: is it among `notes`?
fn slots<'a>(interviews: &[Rc<Interview>], notes: impl Iterator<Item = &'a str>) -> Vec<bool> {
    let notes: BTreeSet<&str> = notes.collect();
    interviews.iter().map(|interview| notes.contains(interview.id.as_str())).collect()
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
