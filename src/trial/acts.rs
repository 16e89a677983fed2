//! Whatever the user does, in whatever order, can be undone to the beginning and done again to the end.

use super::dice::Dice;
use crate::backup::{Backup, Mode, Plan};
use crate::state::{Action, Key, Kind, Notebook, Record, State, Storage, reduce};

/// As many acts as can be undone.
const MOST: usize = 200;

/// The bytes are what is there at first and what is done then: adding, changing, deleting, importing, opening backups, undoing between.
/// Returns how many steps were there to undo.
pub fn acts(start: &[u8], bytes: &[u8]) -> usize {
    let records = Notebook::new(Dice::new(start).records()).records();
    let opened = Action::Opened { records, storage: Storage::Kept { unreadable: 0 }, last_save: 0 };
    let start = reduce(&State::default(), opened);
    let mut state = start.clone();
    let mut dice = Dice::new(bytes);
    for _ in 0..MOST {
        if dice.is_empty() {
            break;
        }
        state = reduce(&state, act(&mut dice, &state.mine));
    }
    let end = state.mine.records();
    let mut steps = 0;
    while state.history.can_undo() {
        state = reduce(&state, Action::Undo);
        steps += 1;
    }
    assert_eq!(state.mine.records(), start.mine.records(), "undone to the beginning");
    for _ in 0..steps {
        state = reduce(&state, Action::Redo);
    }
    assert_eq!(state.mine.records(), end, "done again to the end");
    steps
}

fn act(dice: &mut Dice<'_>, mine: &Notebook) -> Action {
    let interview = |dice: &mut Dice<'_>| {
        let key = Key { kind: Kind::Interview, id: format!("interview-{}", dice.below(12)) };
        match dice.record(key) {
            Record::Interview(interview) => (*interview).clone(),
            _ => Default::default(),
        }
    };
    match dice.below(8) {
        0 => Action::Keep(interview(dice)),
        1 => Action::Import((0..dice.below(4)).map(|_| interview(dice)).collect()),
        2 => Action::Delete(format!("interview-{}", dice.below(12))),
        3 => Action::Undo,
        4 => Action::Redo,
        5 => {
            let records = (0..dice.below(6)).map(|_| {
                let key = dice.key();
                dice.record(key)
            });
            let backup = Backup { records: Notebook::new(records.collect::<Vec<_>>()).records(), ..Backup::default() };
            let mode = [Mode::Add, Mode::Update, Mode::Replace][dice.below(3)];
            Action::Change { what: "Opened".to_owned(), changes: Plan::new(&backup, &mine.records(), mode).changes }
        }
        _ => {
            let change = |_| {
                let key = dice.key();
                let record = (dice.below(3) > 0).then(|| dice.record(key.clone()));
                (key, record)
            };
            Action::Change { what: "Changed".to_owned(), changes: (0..3).map(change).collect() }
        }
    }
}
