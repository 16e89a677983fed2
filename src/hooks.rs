//! The effects that listen to state and answer with actions, and the other things that components share.

mod analysis;
mod drafts;
mod file_drop;
mod focus;
mod notice;
mod reading;
mod route;
mod sample;
mod shortcuts;
mod storage;
mod title;

pub use analysis::use_analysis;
pub use drafts::use_drafts;
pub use file_drop::use_file_drop;
pub use focus::use_focus;
pub use notice::use_notice_end;
pub use reading::use_reading;
pub use route::use_route;
pub use sample::use_sample;
pub use shortcuts::use_shortcuts;
pub use storage::use_storage;
pub use title::use_title;

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, State, reduce};

/// The state, and the way to change it.
pub type Handle = UseReducerHandle<State>;

/// The way to change the state, for what need not read it.
pub type Dispatch = UseReducerDispatcher<State>;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(reduce(&self, action))
    }
}
