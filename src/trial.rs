//! What must hold for any input at all: records, files, tables, notes and messages that nobody would write. Each function panics where a
//! promise is broken. The property tests beside it try some inputs each time; `fuzz/` tries as many as one has time for.

mod acts;
mod dice;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use refrain_core::{Blend, Engine, Knowledge};
use serde_json::Value;

use crate::backup::{Backup, Mode, Plan, Reading, table, write};
use crate::import;
use crate::protocol::{Depth, Request, Response};
use crate::state::{Interview, Kind, Notebook, Record};
use dice::Dice;

pub use acts::acts;

/// What is kept is the same after it was written to a file and read back, and a second reading adds nothing. The bytes are the records.
pub fn records(bytes: &[u8]) {
    let mine = Notebook::new(Dice::new(bytes).records());
    let records = mine.records();
    let text = write(&records, "2026-03-14T09:26:53Z").unwrap_or_default();
    let backup = read(&text).unwrap_or_else(|why| refuse(&why));
    assert_eq!(backup.records, records, "what was read is not what was written");
    assert!(backup.unknown.is_empty(), "a field of our own is not known: {:?}", backup.unknown);
    for mode in [Mode::Add, Mode::Update, Mode::Replace] {
        let mut other = Notebook::default();
        other.set_all(Plan::new(&backup, &[], mode).changes);
        assert_eq!(other.records(), records, "{mode:?} into an empty notebook");
        let again = Plan::new(&backup, &other.records(), mode);
        assert!(again.changes.is_empty(), "{mode:?} twice changes {:?}", again.changes);
    }
}

/// Two sets of records come together as each way of opening a backup promises, and once is as good as twice.
pub fn merging(mine: &[u8], theirs: &[u8]) {
    let mine = Notebook::new(Dice::new(mine).records()).records();
    let theirs = Backup { records: Notebook::new(Dice::new(theirs).records()).records(), ..Backup::default() };
    for mode in [Mode::Add, Mode::Update, Mode::Replace] {
        let plan = Plan::new(&theirs, &mine, mode);
        let total = plan.total();
        assert_eq!(plan.changes.len(), total.added + total.changed + total.removed);
        assert_eq!(theirs.records.len(), total.added + total.changed + total.same + total.kept);
        let mut merged = Notebook::new(mine.iter().cloned());
        merged.set_all(plan.changes);
        let merged = merged.records();
        assert!(Plan::new(&theirs, &merged, mode).changes.is_empty(), "{mode:?} twice is more than once");
        let holds = |all: &[Record], one: &Record| all.iter().any(|other| other.key() == one.key());
        let is_settings = |record: &Record| record.kind() == Kind::Settings;
        match mode {
            Mode::Add => assert!(mine.iter().all(|record| merged.contains(record)), "something of mine changed"),
            Mode::Update => assert!(mine.iter().all(|record| holds(&merged, record)), "something of mine is gone"),
            Mode::Replace => assert_eq!(merged.len(), theirs.records.len()),
        }
        if mode != Mode::Add {
            assert!(theirs.records.iter().all(|record| is_settings(record) || merged.contains(record)));
        }
        assert!(theirs.records.iter().all(|record| holds(&merged, record)), "something of theirs is missing");
    }
}

/// Any text is either refused with a reason, or read as something that is written and read back the same.
pub fn backup_file(text: &str) {
    match read(text) {
        Err(why) => assert!(!why.is_empty(), "refused without a reason"),
        Ok(backup) => {
            // Counted by a reader that knows nothing of records.
            if let Ok(all) = serde_json::from_str::<Value>(text) {
                let entries = |kind: &Kind| all.get(kind.plural()).map_or(0, |of| of.as_array().map_or(1, Vec::len));
                assert_eq!(
                    backup.records.len(),
                    Kind::ALL.iter().map(entries).sum::<usize>(),
                    "an entry was passed over"
                );
            }
            let written = write(&Notebook::new(backup.records.iter().cloned()).records(), &backup.made);
            let again = read(&written.unwrap_or_default()).unwrap_or_else(|why| refuse(&why));
            assert_eq!(again.records.len(), backup.records.len());
            assert!(backup.records.iter().all(|record| again.records.contains(record)));
        }
    }
}

/// Interviews come back from their table, and nothing in it is a formula. The bytes are the interviews.
pub fn interviews_as_table(bytes: &[u8]) {
    let readable = |interview: Interview| {
        // What a table cannot hold: carriage returns, white space around a field, years before anybody alive was asked, and interviews
        // without any words.
        let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        let interview = Interview {
            id: String::new(),
            who: plain(&interview.who),
            company: plain(&interview.company),
            answer: plain(&interview.answer),
            date: interview.date.filter(|date| date.is_plausible()),
            ..interview
        };
        interview.is_answered().then_some(interview)
    };
    let interviews: Vec<Rc<Interview>> =
        Dice::new(bytes).interviews().into_iter().filter_map(readable).map(Rc::new).collect();
    let text = table(&interviews);
    let text = text.trim_start_matches('\u{feff}');
    for cell in import::cells(text) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{cell:?} could be a formula");
    }
    let mut reading = import::Reading::new(text.into(), import::Plan::guess("table.csv", text), Vec::new(), &[]);
    while reading.go_on(7) {}
    assert_eq!(reading.failed, None);
    let read: Vec<&Interview> = reading.entries.iter().map(|entry| &entry.interview).collect();
    let written: Vec<&Interview> = interviews.iter().map(Rc::as_ref).collect();
    assert_eq!(read, written, "{text}");
}

/// Any text is taken apart to its end, whatever it is taken for, and nothing comes out that was not in it.
pub fn notes(text: &str) {
    use import::{Format, Plan, Reading};
    let guessed = Plan::guess("", text);
    let others = Format::ALL.map(|format| Plan::new(format, text));
    for plan in [guessed].into_iter().chain(others) {
        let format = plan.format;
        let mut reading = Reading::new(text.into(), plan, Vec::new(), &[]);
        let mut slices = 0;
        while reading.go_on(3) {
            slices += 1;
            assert!(slices <= text.len() + 2, "{format:?} does not end");
            assert!(reading.percent() <= 100);
        }
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).count();
        let found: usize = reading.entries.iter().map(|entry| letters(&entry.interview.answer)).sum();
        assert!(found <= letters(text), "{format:?} made words up");
        // Every sign that ends a line somewhere; a carriage return and a line feed together count twice, which is enough here.
        let lines = text.matches(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']).count() + 1;
        assert!(reading.entries.iter().all(|entry| (1..=lines).contains(&entry.line)), "{format:?} names no line");
    }
}

/// A message to the worker that can be read at all is answered, and the answer comes back as it was sent.
pub fn message(json: &str, knowledge: &Knowledge) {
    let mut engine = Engine::new(knowledge.clone());
    let response = match serde_json::from_str(json) {
        Ok(Request::Analyse { id, asked }) => {
            let report = Box::new(engine.analyze(&asked.notes, &asked.brief));
            Response::Analysed { id, report, depth: Depth::Full }
        }
        Ok(Request::Heed { text }) => {
            let found = engine.blends(&text);
            for Blend { span, text: words, .. } in &found {
                let there: String = text.chars().skip(span.start).take(span.end - span.start).collect();
                assert_eq!(&there, words, "what was found is not in the text");
            }
            Response::Heeded { text, found }
        }
        Err(_) => return,
    };
    let sent = serde_json::to_string(&response).unwrap_or_default();
    let heard = serde_json::from_str::<Response>(&sent);
    assert!(heard.is_ok_and(|heard| heard == response), "the answer does not arrive as it was sent");
}

/// A backup as text, for others to damage.
#[must_use]
pub fn example(bytes: &[u8]) -> String {
    write(&Notebook::new(Dice::new(bytes).records()).records(), "2026-03-14T09:26:53Z").unwrap_or_default()
}

/// How many entries a backup holds.
///
/// # Errors
///
/// What is wrong with it.
pub fn opened(text: &str) -> Result<usize, String> {
    read(text).map(|backup| backup.records.len())
}

fn read(text: &str) -> Result<Backup, String> {
    let mut reading = Reading::begin(&Rc::from(text)).map_err(|problem| problem.to_string())?;
    while reading.go_on(3) {}
    reading.finish().map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
}

/// Our own file is not read: there is nothing to go on with.
fn refuse(why: &str) -> Backup {
    assert!(why.is_empty(), "our own file is refused: {why}");
    Backup::default()
}
