//! Reads the store once, then writes every change as soon as it is made.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Handle;
use crate::state::{Action, Storage};
use crate::store::{self, Store};

#[hook]
pub fn use_storage(state: &Handle) {
    let store = use_mut_ref(|| None::<Rc<dyn Store>>);

    {
        let (store, dispatch) = (Rc::clone(&store), state.dispatcher());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let (opened, contents, storage) = store::open().await;
                *store.borrow_mut() = Some(opened);
                dispatch.dispatch(Action::Opened { records: contents.records, storage });
            });
        });
    }

    let due = state.storage != Storage::Opening && state.saving.is_due();
    let (writes, dispatch) = (state.saving.pending.clone(), state.dispatcher());
    use_effect_with(due, move |due| {
        let opened = store.borrow().clone();
        if let (true, Some(store)) = (*due, opened) {
            dispatch.dispatch(Action::WriteStarted(writes.len()));
            spawn_local(async move {
                dispatch.dispatch(match store.write(writes).await {
                    Ok(()) => Action::Written,
                    Err(why) => Action::WriteFailed(why),
                });
            });
        }
    });
}
