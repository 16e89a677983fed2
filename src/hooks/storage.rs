//! Reads the store once, then writes every change as soon as it is made, and takes over what other tabs write.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::Handle;
use crate::browser;
use crate::state::{Action, Save, Storage};
use crate::store::{self, Contents, Store, Tabs};

#[hook]
pub fn use_storage(state: &Handle) {
    let store = use_mut_ref(|| None::<Rc<dyn Store>>);
    let tabs = {
        let dispatch = state.dispatcher();
        // Opened before the store is read, so that nothing written in between is missed.
        use_memo((), move |()| {
            Tabs::open(move |save| dispatch.dispatch(save.map_or(Action::Missed, Action::WrittenElsewhere)))
        })
    };

    {
        let (store, dispatch) = (Rc::clone(&store), state.dispatcher());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let told = dispatch.clone();
                let tell = Rc::new(move |storage| told.dispatch(Action::StorageChanged(storage)));
                let (opened, contents, storage) = store::open(tell).await;
                *store.borrow_mut() = Some(opened);
                let Contents { records, last_save, .. } = contents;
                dispatch.dispatch(Action::Opened { records, storage, last_save });
            });
        });
    }

    let due = state.storage.is_open() && state.saving.is_due();
    let is_kept = matches!(state.storage, Storage::Kept { .. });
    let (changes, dispatch) = (state.saving.pending.clone(), state.dispatcher());
    use_effect_with(due, move |due| {
        let opened = store.borrow().clone();
        if let (true, Some(store)) = (*due, opened) {
            dispatch.dispatch(Action::WriteStarted(changes.len()));
            spawn_local(async move {
                let outcome = store.write(&changes, &|count| dispatch.dispatch(Action::Writing(count))).await;
                if let (Ok(saved), true, Some(tabs)) = (&outcome, is_kept, &*tabs) {
                    let writes = changes.into_iter().map(|change| (change.key, change.after)).collect();
                    tabs.tell(&Save { number: saved.number, writes });
                }
                // Asked once, when there is something to lose. What it said is shown with the user's data.
                if matches!(&outcome, Ok(saved) if is_kept && saved.number == 1) {
                    spawn_local(async {
                        browser::persist().await;
                    });
                }
                dispatch.dispatch(match outcome {
                    Ok(saved) => Action::Written(saved),
                    Err(why) => Action::WriteFailed(why),
                });
            });
        }
    });
}
