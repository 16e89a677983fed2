//! The screens. No analysis and no storage of notes in here: components show state and dispatch actions.

mod advice;
mod app;
mod banners;
mod blending;
mod compare;
mod copying;
mod data;
mod embed;
mod first_run;
mod fit;
mod frame;
mod grid;
mod interviews;
mod later;
mod marks;
mod more;
mod people;
mod pitch;
mod practice;
mod quote;
mod share;
mod story;
mod workshop;

pub use app::App;
