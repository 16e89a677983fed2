//! What they keep saying: points with their quotes and stories, clichés, doubts, and everything the user can set right.

mod cliches;
mod doubts;
mod drag;
#[cfg(test)]
mod examples;
mod find;
mod folds;
mod kept_focus;
mod lost;
mod page;
mod point;
mod prompts;
mod quotes;
mod same_point;
mod screen;
mod sort;
mod story_form;
mod tools;
mod way;
mod why;

pub use page::{Desk, focus_opener, keys, once, opener, verb};
pub use prompts::prompts_for;
pub use screen::{progress, story};
pub use story_form::{form, told};
