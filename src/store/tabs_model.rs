//! Random interleavings of tabs, held against a simple reference model: no edit is lost, and all tabs end up showing what
//! the store holds.
//!
//! The reference model knows nothing of how tabs and store work. It notes each edit, and which edit stood on the screen
//! when it was made: that one is replaced knowingly. Every other edit must be in the store at the end, or among what the
//! store kept beside it.

use proptest::prelude::*;

use super::memory::tests::now;
use super::{Contents, MemoryStore, Store};
use crate::state::{Action, Field, Interview, Key, Kind, Record, Save, State, Storage, Write, reduce};

const TABS: usize = 3;
const IDS: [&str; 2] = ["a", "b"];

/// What can happen next. Numbers choose among what is there, whatever it is.
#[derive(Debug, Clone)]
enum Event {
    Edit {
        tab: usize,
        id: usize,
    },
    /// Writes in the form, and keeps it some events later.
    Draft {
        tab: usize,
        id: usize,
    },
    KeepDraft {
        tab: usize,
    },
    Delete {
        tab: usize,
        id: usize,
    },
    Undo {
        tab: usize,
    },
    /// Hands over what waits.
    Start {
        tab: usize,
    },
    /// The store takes, or refuses, what was handed over.
    Commit {
        tab: usize,
        fails: bool,
    },
    /// The tab hears that its save was taken.
    Answer {
        tab: usize,
    },
    /// The tab hears of another's save: one of those on their way to it.
    Hear {
        tab: usize,
        which: usize,
    },
    /// The tab is closed and opened again.
    Reopen {
        tab: usize,
    },
}

fn event() -> impl Strategy<Value = Event> {
    let (tab, id) = (0..TABS, 0..IDS.len());
    prop_oneof![
        4 => (tab.clone(), id.clone()).prop_map(|(tab, id)| Event::Edit { tab, id }),
        2 => (tab.clone(), id.clone()).prop_map(|(tab, id)| Event::Draft { tab, id }),
        2 => tab.clone().prop_map(|tab| Event::KeepDraft { tab }),
        1 => (tab.clone(), id).prop_map(|(tab, id)| Event::Delete { tab, id }),
        1 => tab.clone().prop_map(|tab| Event::Undo { tab }),
        6 => tab.clone().prop_map(|tab| Event::Start { tab }),
        6 => (tab.clone(), prop::bool::weighted(0.1)).prop_map(|(tab, fails)| Event::Commit { tab, fails }),
        6 => tab.clone().prop_map(|tab| Event::Answer { tab }),
        8 => (tab.clone(), any::<usize>()).prop_map(|(tab, which)| Event::Hear { tab, which }),
        1 => tab.prop_map(|tab| Event::Reopen { tab }),
    ]
}

#[derive(Default)]
struct Tab {
    state: State,
    /// Taken by the store, not yet heard of by the tab.
    answer: Option<Action>,
    /// Messages on their way. They may overtake each other.
    inbox: Vec<Save>,
    /// By id: what stood on the screen when the draft was begun.
    drafts: Vec<(usize, Option<String>)>,
}

/// One edit: the record, what it said, and what it replaced knowingly.
struct Edit {
    id: &'static str,
    text: Option<String>,
    replaced: Option<String>,
}

#[derive(Default)]
struct World {
    tabs: Vec<Tab>,
    store: MemoryStore,
    kept_beside: Vec<Record>,
    edits: Vec<Edit>,
    texts: u32,
}

fn key(id: &str) -> Key {
    Key { kind: Kind::Interview, id: id.to_owned() }
}

fn text(record: &Record) -> String {
    match record {
        Record::Interview(interview) => interview.answer.clone(),
        _ => String::new(),
    }
}

impl World {
    fn new() -> Self {
        let mut world = Self { tabs: (0..TABS).map(|_| Tab::default()).collect(), ..Self::default() };
        (0..TABS).for_each(|tab| world.open(tab));
        world
    }

    fn open(&mut self, tab: usize) {
        let Contents { records, unreadable, last_save } = now(self.store.read());
        let opened = Action::Opened { records, storage: Storage::Kept { unreadable }, last_save };
        self.tabs[tab].state = reduce(&State::default(), opened);
    }

    fn act(&mut self, tab: usize, action: Action) {
        self.tabs[tab].state = reduce(&self.tabs[tab].state, action);
    }

    /// The user of a tab knows what they did to a record while its form was open.
    fn acted(&mut self, tab: usize, id: &'static str) {
        let shown = self.shown(tab, id);
        for (_, begun_from) in self.tabs[tab].drafts.iter_mut().filter(|(draft, _)| IDS[*draft] == id) {
            begun_from.clone_from(&shown);
        }
    }

    fn shown(&self, tab: usize, id: &str) -> Option<String> {
        self.tabs[tab].state.mine.get(id).map(|interview| interview.answer.clone())
    }

    fn new_text(&mut self) -> String {
        self.texts += 1;
        format!("text {}", self.texts)
    }

    fn keep(&mut self, tab: usize, id: &'static str, replaced: Option<String>) {
        let text = self.new_text();
        self.act(tab, Action::Keep(Interview { id: id.to_owned(), answer: text.clone(), ..Interview::default() }));
        self.edits.push(Edit { id, text: Some(text), replaced });
    }

    fn happen(&mut self, event: &Event) {
        match *event {
            Event::Edit { tab, id } => {
                // The form of a draft is the way to edit what has one.
                if !self.tabs[tab].drafts.iter().any(|(draft, _)| *draft == id) {
                    let replaced = self.shown(tab, IDS[id]);
                    self.keep(tab, IDS[id], replaced);
                }
            }
            Event::Draft { tab, id } => {
                if let Some(start) = self.tabs[tab].state.mine.get(IDS[id]).cloned()
                    && !self.tabs[tab].drafts.iter().any(|(draft, _)| *draft == id)
                {
                    self.tabs[tab].drafts.push((id, Some(start.answer.clone())));
                    let start = Interview::clone(&start);
                    self.act(tab, Action::Draft { start, field: Field::Who, value: "Bram Teasel".to_owned() });
                }
            }
            Event::KeepDraft { tab } => {
                // The draft of what is gone becomes a new answer, which replaces nothing.
                if let Some((id, replaced)) = self.tabs[tab].drafts.pop()
                    && self.tabs[tab].state.draft(IDS[id]).is_some()
                {
                    self.keep(tab, IDS[id], replaced);
                }
            }
            Event::Delete { tab, id } => {
                let replaced = self.shown(tab, IDS[id]);
                if replaced.is_some() {
                    self.act(tab, Action::Delete(IDS[id].to_owned()));
                    self.edits.push(Edit { id: IDS[id], text: None, replaced });
                    self.acted(tab, IDS[id]);
                }
            }
            Event::Undo { tab } => {
                let before = IDS.map(|id| self.shown(tab, id));
                self.act(tab, Action::Undo);
                for (id, replaced) in IDS.into_iter().zip(before) {
                    let text = self.shown(tab, id);
                    if text != replaced {
                        self.edits.push(Edit { id, text, replaced });
                        self.acted(tab, id);
                    }
                }
            }
            Event::Start { tab } => {
                if self.tabs[tab].state.saving.is_due() && self.tabs[tab].answer.is_none() {
                    let count = self.tabs[tab].state.saving.pending.len();
                    self.act(tab, Action::WriteStarted(count));
                }
            }
            Event::Commit { tab, fails } => self.commit(tab, fails),
            Event::Answer { tab } => {
                if let Some(answer) = self.tabs[tab].answer.take() {
                    self.act(tab, answer);
                }
            }
            Event::Hear { tab, which } => {
                if !self.tabs[tab].inbox.is_empty() {
                    let which = which % self.tabs[tab].inbox.len();
                    let save = self.tabs[tab].inbox.remove(which);
                    self.act(tab, Action::WrittenElsewhere(save));
                }
            }
            Event::Reopen { tab } => {
                // What is not yet taken goes with the page; that the page says so is another test's matter.
                if self.tabs[tab].state.saving.is_done() && self.tabs[tab].drafts.is_empty() {
                    self.open(tab);
                }
            }
        }
    }

    fn commit(&mut self, tab: usize, fails: bool) {
        if self.tabs[tab].state.saving.in_flight.is_empty() || self.tabs[tab].answer.is_some() {
            return;
        }
        if fails {
            self.tabs[tab].answer = Some(Action::WriteFailed("the storage is full".to_owned()));
            return;
        }
        let changes = self.tabs[tab].state.saving.in_flight.clone();
        let saved = now(self.store.write(&changes, &|_| ()));
        let number = saved.number;
        self.kept_beside.extend(saved.overwritten.iter().cloned());
        self.tabs[tab].answer = Some(Action::Written(saved));
        let writes: Vec<Write> = changes.iter().map(|change| (change.key.clone(), change.after.clone())).collect();
        for (other, there) in self.tabs.iter_mut().enumerate() {
            if other != tab {
                there.inbox.push(Save { number, writes: writes.clone() });
            }
        }
    }

    /// Whatever is under way arrives.
    fn settle(&mut self) {
        for tab in 0..TABS {
            while !self.tabs[tab].drafts.is_empty() {
                self.happen(&Event::KeepDraft { tab });
            }
        }
        for _ in 0..8 {
            for tab in 0..TABS {
                self.act(tab, Action::TryWriteAgain);
                self.happen(&Event::Start { tab });
                self.commit(tab, false);
                self.happen(&Event::Answer { tab });
                while !self.tabs[tab].inbox.is_empty() {
                    // The latest first, which is the worst that can happen.
                    self.happen(&Event::Hear { tab, which: self.tabs[tab].inbox.len() - 1 });
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_interleaving_of_tabs_loses_an_edit(events in prop::collection::vec(event(), 1..60)) {
        let mut world = World::new();
        for event in &events {
            world.happen(event);
        }
        world.settle();

        let stored = now(world.store.read()).records;
        for tab in 0..TABS {
            prop_assert!(world.tabs[tab].state.saving.is_done());
            for id in IDS {
                let stored = stored.iter().find(|record| record.key() == key(id)).map(text);
                prop_assert_eq!(world.shown(tab, id), stored, "tab {} shows what the store holds of {}", tab, id);
            }
        }
        for edit in &world.edits {
            let Some(said) = &edit.text else { continue };
            let is = |record: &&Record| record.id() == edit.id && text(record) == *said;
            let is_there = stored.iter().chain(&world.kept_beside).any(|record| is(&record));
            let count = |is: &dyn Fn(&Edit) -> bool| world.edits.iter().filter(|other| other.id == edit.id && is(other)).count();
            let made = count(&|other| other.text.as_ref() == Some(said));
            let replaced = count(&|other| other.replaced.as_ref() == Some(said));
            prop_assert!(is_there || replaced >= made, "{} is lost", said);
        }
    }
}
