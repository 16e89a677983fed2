//! Reads the store once, then writes every change as soon as it is made, and takes over what other tabs write.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Handle;
use crate::state::{Action, Storage};
use crate::store::{self, Store, Tabs};

#[hook]
pub fn use_storage(state: &Handle) {
    let store = use_mut_ref(|| None::<Rc<dyn Store>>);
    let tabs = {
        let dispatch = state.dispatcher();
        // Opened before the store is read, so that nothing written in between is missed.
        use_memo((), move |()| Tabs::open(move |writes| dispatch.dispatch(Action::WrittenElsewhere(writes))))
    };

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
    let is_kept = matches!(state.storage, Storage::Kept { .. });
    let (writes, dispatch) = (state.saving.pending.clone(), state.dispatcher());
    use_effect_with(due, move |due| {
        let opened = store.borrow().clone();
        if let (true, Some(store)) = (*due, opened) {
            dispatch.dispatch(Action::WriteStarted(writes.len()));
            spawn_local(async move {
                let outcome = store.write(writes.clone()).await;
                if let (Ok(()), true, Some(tabs)) = (&outcome, is_kept, &*tabs) {
                    tabs.tell(&writes);
                }
                dispatch.dispatch(match outcome {
                    Ok(()) => Action::Written,
                    Err(why) => Action::WriteFailed(why),
                });
            });
        }
    });
}
