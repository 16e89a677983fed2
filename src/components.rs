//! The screens. No analysis and no storage of notes in here: components show state and dispatch actions.

mod app;
mod first_run;
mod frame;
mod interviews;
mod marks;
mod quote;
mod story;

pub use app::App;
