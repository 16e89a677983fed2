//! The screens. No storage and no analysis in here: components show state and dispatch actions.

mod app;
mod first_run;
mod frame;
mod interviews;
mod marks;
mod quote;
mod story;
mod words;

pub use app::App;
