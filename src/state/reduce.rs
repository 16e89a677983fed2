//! The one place where state changes.

use std::rc::Rc;

use super::search::company_of;
use super::{
    ADRIFT, Action, AnalysisStatus, Call, Change, Field, Interview, Key, Kind, Notebook, Record, Sample, Settings,
    State, Step, Write,
};
use crate::text::{counted, lower_first};

/// As many texts are looked through at a time: one for each form on a screen, and a few that are left again.
const MOST_HEEDED: usize = 8;

/// The state after `action`.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    match action {
        Action::Opened { records, storage, last_save } => {
            // Whatever was written while the store was still being opened, here or in another tab, stays.
            next.saving.order.opened(last_save);
            let (pending, order) = (&next.saving.pending, &next.saving.order);
            let records = records.into_iter().map(|record| (record.key(), Some(record)));
            let is_news =
                |key: &Key| !order.is_overtaken(key, last_save) && !pending.iter().any(|change| change.key == *key);
            next.mine.set_all(records.filter(|(key, _)| is_news(key)).collect());
            next.storage = storage;
            let ids = next.drafts.iter().map(|draft| draft.id.clone());
            let gone: Vec<String> = ids.filter(|id| !id.is_empty() && next.mine.get(id).is_none()).collect();
            set_adrift(&mut next, &gone);
        }

        Action::Keep(interview) => {
            let interview = interview.trimmed();
            let verb = if next.mine.get(&interview.id).is_some() { "Changed" } else { "Added" };
            let what = format!("{verb} {}", interview.title());
            let is_draft = next.draft(&interview.id).is_some();
            let begun_from = stop_drafting(&mut next, &interview.id);
            let place = next.saving.pending.len();
            put(&mut next, what, vec![interview.into()]);
            // What another tab made of it meanwhile was not in the form. The store finds out by this, and keeps it.
            if let (true, Some(write)) = (is_draft, next.saving.pending.get_mut(place)) {
                write.before = begun_from.map(Record::Interview);
            }
        }
        Action::Import(interviews) => {
            let what = format!("Added {}", counted(interviews.len(), "interview", "interviews"));
            put(&mut next, what, interviews.into_iter().map(|interview| interview.trimmed().into()).collect());
            next.pasted = "".into();
        }
        Action::Delete(id) => {
            if let Some(interview) = next.mine.get(&id) {
                let what = format!("Deleted {}", interview.title());
                // What belongs to an interview goes, and comes back, with it.
                let call = Key { kind: Kind::Call, id: Call::id_of(&id) };
                change(&mut next, what, vec![(Key { kind: Kind::Interview, id }, None), (call, None)]);
            }
        }
        Action::Change { what, changes } => change(&mut next, what, changes),
        Action::BackedUp(day) => {
            let settings = Settings { last_backup: Some(day), ..Settings::clone(&next.mine.papers().settings()) };
            let after = Record::from(settings);
            let key = after.key();
            let note = changes(&next, vec![(key, Some(after))]);
            apply(&mut next, note);
            next.notice = Some("Saved a backup.".to_owned());
        }
        Action::Undo => {
            if let Some(step) = next.history.undo() {
                let back =
                    step.changes.iter().rev().map(|change| (change.key.clone(), change.before.clone())).collect();
                let back = changes(&next, back);
                apply(&mut next, back);
                next.notice = Some(format!("Undone: {}.", lower_first(&step.what)));
            }
        }
        Action::Redo => {
            if let Some(step) = next.history.redo() {
                let again = step.changes.iter().map(|change| (change.key.clone(), change.after.clone())).collect();
                let again = changes(&next, again);
                apply(&mut next, again);
                next.notice = Some(format!("{} again.", step.what));
            }
        }
        Action::Draft { start, field, value } => {
            let place = next.drafts.iter().position(|draft| draft.id == start.id).unwrap_or_else(|| {
                next.begun.extend(next.mine.get(&start.id).cloned());
                next.drafts.push(start);
                next.drafts.len() - 1
            });
            if let Some(draft) = next.drafts.get_mut(place) {
                let interviews = next.mine.in_time_order();
                // A known person brings their company, as long as no other was written.
                if field == Field::Who
                    && let Some(company) = company_of(interviews, &value)
                    && (draft.company.is_empty() || company_of(interviews, &draft.who) == Some(draft.company.as_str()))
                {
                    draft.company = company.to_owned();
                }
                draft.set(field, value);
            }
        }
        Action::Discard(id) => drop(stop_drafting(&mut next, &id)),
        Action::Paste(text) => next.pasted = text,
        Action::DraftsFound(found) => next = found.into_iter().fold(next, |state, action| reduce(&state, action)),
        // Whoever is faster than the storage has begun anew.
        Action::DraftFound { draft, begun_from } => {
            if next.draft(&draft.id).is_none() {
                next.begun.extend(begun_from.map(Rc::new));
                next.drafts.push(draft);
            }
        }
        Action::DraftsKept(is_kept) => next.drafts_at_risk = !is_kept,
        Action::Write { field, text } => {
            next.texts.retain(|(other, _)| *other != field);
            next.texts.extend(text.map(|text| (field, text)));
        }
        Action::DismissNotice => next.notice = None,

        Action::WriteStarted(count) => {
            let count = count.min(next.saving.pending.len());
            next.saving.in_flight = next.saving.pending.drain(..count).collect();
            next.saving.under_way = 0;
        }
        Action::Writing(count) => next.saving.under_way = count,
        Action::Written(saved) => {
            let written = std::mem::take(&mut next.saving.in_flight);
            next.saving.failed = None;
            next.saving.overwritten.extend(saved.overwritten);
            let later = next.saving.order.saved(saved.number, &written);
            follow(&mut next, later);
        }
        Action::WrittenElsewhere(save) => {
            let theirs = next.saving.order.heard(save, &next.saving.in_flight);
            follow(&mut next, theirs);
        }
        Action::Missed => next.is_behind = true,
        Action::StorageChanged(storage) => next.storage = storage,
        Action::SettleOverwritten(is_wanted) => {
            if !next.saving.overwritten.is_empty() {
                let theirs = next.saving.overwritten.remove(0);
                if is_wanted {
                    put(&mut next, "Took what the other tab had kept".to_owned(), vec![theirs]);
                }
            }
        }
        Action::WriteFailed(why) => {
            // What was on its way waits again, before what has been changed since.
            let newer = std::mem::take(&mut next.saving.pending);
            next.saving.pending = std::mem::take(&mut next.saving.in_flight).to_vec();
            next.saving.pending.extend(newer);
            next.saving.failed = Some(why);
            next.saving.order.failed();
        }
        Action::TryWriteAgain => next.saving.failed = None,

        Action::SampleLoaded(records) => next.sample = Sample::Ready(Notebook::new(records).into()),
        Action::SampleFailed(why) => next.sample = Sample::Failed(why),

        Action::Heed(text) => next.heeded = Some(text),
        Action::Heeded { text, found } => {
            next.blends.retain(|(other, _)| *other != text);
            next.blends.push((text, found));
            let first = next.blends.len().saturating_sub(MOST_HEEDED);
            next.blends.drain(..first);
        }

        Action::Analysed { book, revision, report, status } => {
            if let Some(notebook) = next.book_mut(book)
                && notebook.revision() == revision
            {
                notebook.set_report(report, status);
            }
        }
        Action::AnalysisFailed { book, revision, why } => {
            if let Some(notebook) = next.book_mut(book)
                && notebook.revision() == revision
            {
                notebook.analysis.status = AnalysisStatus::Failed(why);
            }
        }
    }
    next
}

/// A new step that adds or replaces records. Like what it calls it takes no other list, so that the first load holds it once.
fn put(state: &mut State, what: String, records: Vec<Record>) {
    change(state, what, records.into_iter().map(|record| (record.key(), Some(record))).collect());
}

/// Makes a new step: changes the records, notes how to go back, tells what was done.
fn change(state: &mut State, what: String, records: Vec<Write>) {
    let changes = changes(state, records);
    if changes.is_empty() {
        return;
    }
    apply(state, changes.clone());
    state.notice = Some(format!("{what}."));
    state.history.push(Step { what, changes });
}

/// What is to be changed, beside what is there.
fn changes(state: &State, records: Vec<Write>) -> Vec<Change> {
    let (keys, after): (Vec<Key>, Vec<_>) = records.into_iter().unzip();
    let before = state.mine.records_at(&keys);
    let changes = keys.into_iter().zip(before).zip(after).map(|((key, before), after)| Change { key, before, after });
    changes.filter(|change| change.before != change.after).collect()
}

/// Changes the records and marks them to be written.
fn apply(state: &mut State, changes: Vec<Change>) {
    // What is changed here by other means is replaced knowingly by whoever goes on writing, and nothing that comes later.
    for Change { key, after, .. } in &changes {
        state.begun.retain(|interview| interview.id != key.id);
        if let Some(Record::Interview(after)) = after
            && state.draft(&key.id).is_some()
        {
            state.begun.push(Rc::clone(after));
        }
    }
    state.mine.set_all(changes.iter().map(|change| (change.key.clone(), change.after.clone())).collect());
    state.saving.pending.extend(changes);
    state.saving.failed = None;
}

/// Takes over what another tab has written, but for what this one is about to write after it.
fn follow(state: &mut State, mut theirs: Vec<Write>) {
    theirs.retain(|(key, _)| !state.saving.pending.iter().any(|change| change.key == *key));
    let is_gone = |(key, record): &&Write| key.kind == Kind::Interview && record.is_none();
    let gone: Vec<String> = theirs.iter().filter(is_gone).map(|(key, _)| key.id.clone()).collect();
    if set_adrift(state, &gone) {
        state.notice = Some(
            "Another tab deleted the interview you were changing. What you wrote waits in the form for a new answer."
                .to_owned(),
        );
    }
    state.mine.set_all(theirs);
}

/// The form of a draft goes with its interview, so what is written in it moves to the one that is always there. Whether any does.
fn set_adrift(state: &mut State, gone: &[String]) -> bool {
    let mut is_any = false;
    state.begun.retain(|interview| !gone.contains(&interview.id));
    for draft in state.drafts.iter_mut().filter(|draft| gone.contains(&draft.id)) {
        if !draft.id.starts_with(ADRIFT) {
            draft.id.insert(0, ADRIFT);
            is_any = true;
        }
    }
    is_any
}

/// Forgets a draft. Gives back what it was begun from.
fn stop_drafting(state: &mut State, id: &str) -> Option<Rc<Interview>> {
    state.drafts.retain(|draft| draft.id != id);
    let place = state.begun.iter().position(|interview| interview.id == id)?;
    Some(state.begun.remove(place))
}

#[cfg(test)]
mod tests {
    use refrain_core::Report;

    use super::super::{Book, Save, Saved, Storage};
    use super::*;

    fn interview(id: &str, answer: &str) -> Interview {
        Interview { id: id.into(), who: "Bram Teasel".into(), answer: answer.into(), ..Interview::default() }
    }

    fn opened(interviews: Vec<Interview>) -> Action {
        Action::Opened {
            records: interviews.into_iter().map(Record::from).collect(),
            storage: Storage::Kept { unreadable: 0 },
            last_save: 0,
        }
    }

    fn run(actions: impl IntoIterator<Item = Action>) -> State {
        let opened = reduce(&State::default(), opened(Vec::new()));
        actions.into_iter().fold(opened, |state, action| reduce(&state, action))
    }

    fn saved(number: u32) -> Action {
        Action::Written(Saved { number, ..Saved::default() })
    }

    fn elsewhere(number: u32, writes: Vec<Write>) -> Action {
        Action::WrittenElsewhere(Save { number, writes })
    }

    fn key(id: &str) -> Key {
        Key { kind: Kind::Interview, id: id.into() }
    }

    fn answer_of(record: Option<&Record>) -> &str {
        match record {
            Some(Record::Interview(interview)) => &interview.answer,
            _ => panic!("no interview"),
        }
    }

    fn answers(state: &State) -> Vec<String> {
        state.mine.in_time_order().iter().map(|interview| interview.answer.clone()).collect()
    }

    #[test]
    fn adding_editing_and_deleting_is_told_and_waits_to_be_written() {
        let state = run([Action::Keep(interview("a", "  you stay calm \n"))]);
        assert_eq!(answers(&state), ["you stay calm"]);
        assert_eq!(state.notice.as_ref().unwrap(), "Added the interview with Bram Teasel.");
        assert!(state.saving.is_due());

        let state = reduce(&state, Action::Keep(interview("a", "you stay very calm")));
        assert_eq!(state.notice.as_ref().unwrap(), "Changed the interview with Bram Teasel.");

        let state = reduce(&state, Action::Delete("a".into()));
        assert!(state.mine.is_empty());
        let last = state.saving.pending.last().unwrap();
        assert_eq!((&last.key, &last.after), (&key("a"), &None));
    }

    #[test]
    fn every_step_can_be_undone_and_done_again() {
        let steps = [
            Action::Keep(interview("a", "one")),
            Action::Import(vec![interview("b", "two"), interview("c", "three")]),
            Action::Keep(interview("b", "two, changed")),
            Action::Delete("a".into()),
        ];
        let mut seen = vec![run([])];
        for step in steps {
            seen.push(reduce(seen.last().unwrap(), step));
        }
        let mut state = seen.last().unwrap().clone();
        for earlier in seen.iter().rev().skip(1) {
            state = reduce(&state, Action::Undo);
            assert_eq!(answers(&state), answers(earlier));
        }
        assert_eq!(answers(&reduce(&state, Action::Undo)), answers(&state), "nothing is left to undo");
        for later in &seen[1..] {
            state = reduce(&state, Action::Redo);
            assert_eq!(answers(&state), answers(later));
        }
    }

    #[test]
    fn a_new_step_after_undo_forgets_what_was_undone() {
        let state =
            run([Action::Keep(interview("a", "one")), Action::Undo, Action::Keep(interview("b", "two")), Action::Redo]);
        assert_eq!(answers(&state), ["two"]);
    }

    #[test]
    fn drafts_of_several_interviews_live_side_by_side_until_kept_or_discarded() {
        let draft =
            |id: &str, field, value: &str| Action::Draft { start: interview(id, "start"), field, value: value.into() };
        let state = run([
            draft("", Field::Answer, "new"),
            draft("", Field::Company, "Larkspur"),
            draft("a", Field::Answer, "changed"),
        ]);
        let new = state.draft("").unwrap();
        assert_eq!((new.answer.as_str(), new.company.as_str(), new.who.as_str()), ("new", "Larkspur", "Bram Teasel"));
        let kept = reduce(&state, Action::Keep(state.draft("a").unwrap().clone()));
        assert_eq!(kept.draft("a"), None);
        assert!(kept.draft("").is_some());
        assert_eq!(reduce(&kept, Action::Discard(String::new())).draft(""), None);
    }

    #[test]
    fn a_known_person_brings_their_company_and_a_written_one_stays() {
        let known = |id: &str, who: &str, company: &str| {
            Action::Keep(Interview { who: who.into(), company: company.into(), ..interview(id, "calm") })
        };
        let write = |field, value: &str| Action::Draft { start: Interview::default(), field, value: value.into() };
        let company = |actions: Vec<Action>| {
            let kept = [known("a", "Bram Teasel", "Larkspur"), known("b", "Ottoline Quill", "Thistledown")];
            run(kept.into_iter().chain(actions)).draft("").unwrap().company.clone()
        };
        assert_eq!(company(vec![write(Field::Who, "Bram")]), "");
        assert_eq!(company(vec![write(Field::Who, "Bram Teasel")]), "Larkspur");
        assert_eq!(company(vec![write(Field::Who, "Bram Teasel"), write(Field::Who, "Ottoline Quill")]), "Thistledown");
        assert_eq!(company(vec![write(Field::Company, "Pebble"), write(Field::Who, "Bram Teasel")]), "Pebble");
    }

    #[test]
    fn a_draft_of_what_another_tab_deletes_becomes_a_new_answer() {
        let draft = Action::Draft { start: interview("a", "one"), field: Field::Answer, value: "one more".into() };
        let state = run([Action::Keep(interview("a", "one")), Action::WriteStarted(1), saved(1), draft]);
        let state = reduce(&state, elsewhere(2, vec![(key("a"), None)]));
        assert!(state.mine.is_empty());
        assert_eq!(state.new_answer().unwrap().answer, "one more");
        assert!(state.notice.unwrap().starts_with("Another tab deleted"));
    }

    #[test]
    fn a_draft_of_what_is_gone_waits_until_the_form_for_a_new_answer_is_free() {
        let draft = |id: &str, value: &str| Action::Draft {
            start: Interview { id: id.into(), ..Interview::default() },
            field: Field::Answer,
            value: value.into(),
        };
        let state =
            run([Action::Keep(interview("a", "one")), Action::WriteStarted(1), saved(1), draft("a", "one more")]);
        let state = reduce(&state, draft("", "new"));
        let state = reduce(&state, elsewhere(2, vec![(key("a"), None)]));
        assert_eq!(state.new_answer().unwrap().answer, "new");
        let state = reduce(&state, Action::Discard(String::new()));
        let waiting = state.new_answer().unwrap().clone();
        assert_eq!(waiting.answer, "one more");
        assert_eq!(reduce(&state, Action::Discard(waiting.id)).new_answer(), None);
    }

    #[test]
    fn a_draft_found_again_knows_what_it_was_begun_from() {
        let found =
            |id: &str| Action::DraftFound { draft: interview(id, "ours"), begun_from: Some(interview(id, "one")) };
        let state = [found("a"), found("b"), opened(vec![interview("a", "theirs")])];
        let state = state.into_iter().fold(State::default(), |state, action| reduce(&state, action));
        assert_eq!(state.new_answer().unwrap().answer, "ours", "its interview is gone");
        let state = reduce(&state, Action::Keep(state.draft("a").unwrap().clone()));
        assert_eq!(answer_of(state.saving.pending[0].before.as_ref()), "one");
    }

    #[test]
    fn what_is_changed_here_while_a_draft_waits_is_replaced_knowingly() {
        let draft = Action::Draft { start: interview("a", "one"), field: Field::Answer, value: "draft".into() };
        let imported = Action::Import(vec![interview("a", "imported")]);
        let state = run([Action::Keep(interview("a", "one")), Action::WriteStarted(1), saved(1), draft, imported]);
        let state = reduce(&state, Action::Keep(state.draft("a").unwrap().clone()));
        assert_eq!(answer_of(state.saving.pending[1].before.as_ref()), "imported");
    }

    #[test]
    fn an_edit_begun_before_another_tabs_does_not_count_as_knowing_it() {
        let draft = Action::Draft { start: interview("a", "one"), field: Field::Answer, value: "ours".into() };
        let state = run([Action::Keep(interview("a", "one")), Action::WriteStarted(1), saved(1), draft]);
        let theirs = vec![(key("a"), Some(interview("a", "theirs").into()))];
        let state = reduce(&state, elsewhere(2, theirs));
        let state = reduce(&state, Action::Keep(state.draft("a").unwrap().clone()));
        assert_eq!(answer_of(state.saving.pending[0].before.as_ref()), "one");
        assert_eq!(answers(&reduce(&state, Action::Undo)), ["theirs"], "undone is this tab's step alone");
    }

    #[test]
    fn keeping_the_same_again_is_no_step() {
        let state = run([Action::Keep(interview("a", "one")), Action::Keep(interview("a", "one")), Action::Undo]);
        assert!(state.mine.is_empty());
    }

    #[test]
    fn a_backup_is_noted_and_is_no_step() {
        let day = crate::state::Date::new(2026, 3, 14).unwrap();
        let state = run([Action::Keep(interview("a", "one")), Action::BackedUp(day)]);
        assert_eq!(state.mine.papers().settings().last_backup, Some(day));
        assert!(reduce(&state, Action::Undo).mine.is_empty(), "what is undone is the interview");
        assert_eq!(reduce(&state, Action::Undo).mine.papers().settings().last_backup, Some(day));
    }

    #[test]
    fn a_failed_write_keeps_everything_to_be_written_in_its_order() {
        let state = run([
            Action::Keep(interview("a", "one")),
            Action::Keep(interview("b", "two")),
            Action::WriteStarted(2),
            Action::Keep(interview("a", "one, changed")),
            Action::WriteFailed("it is full".into()),
        ]);
        let answers = state.saving.pending.iter().map(|change| answer_of(change.after.as_ref()));
        assert_eq!(answers.collect::<Vec<_>>(), ["one", "two", "one, changed"]);
        assert_eq!(state.saving.failed.as_deref(), Some("it is full"));
        assert!(!state.saving.is_due(), "no write is tried again by itself");
        assert!(reduce(&state, Action::TryWriteAgain).saving.is_due());
        assert!(reduce(&state, Action::Keep(interview("c", "three"))).saving.is_due(), "a new change tries again");
    }

    #[test]
    fn a_write_is_done_only_when_confirmed() {
        let state = run([Action::Keep(interview("a", "one")), Action::WriteStarted(1)]);
        assert!(!state.saving.is_done());
        assert!(reduce(&state, saved(1)).saving.is_done());
    }

    #[test]
    fn what_changes_while_a_write_begins_is_written_next() {
        let state = run([
            Action::Keep(interview("a", "one")),
            Action::Keep(interview("b", "two")),
            Action::WriteStarted(1),
            saved(1),
        ]);
        assert_eq!(state.saving.pending.len(), 1);
        assert!(state.saving.is_due());
    }

    #[test]
    fn what_is_written_while_the_store_opens_is_not_overwritten() {
        let state =
            [Action::Keep(interview("a", "newer")), opened(vec![interview("a", "older"), interview("b", "stored")])]
                .into_iter()
                .fold(State::default(), |state, action| reduce(&state, action));
        assert_eq!(answers(&state), ["newer", "stored"]);
    }

    #[test]
    fn a_report_about_older_interviews_is_left_aside() {
        let state = run([Action::Keep(interview("a", "one"))]);
        let revision = state.mine.revision();
        let report = Rc::new(Report::default());
        let late = reduce(&state, Action::Keep(interview("b", "two")));
        let analysed = |state: &State| {
            reduce(
                state,
                Action::Analysed {
                    book: Book::Mine,
                    revision,
                    report: Rc::clone(&report),
                    status: AnalysisStatus::UpToDate,
                },
            )
        };
        assert_eq!(analysed(&state).mine.analysis.status, AnalysisStatus::UpToDate);
        assert_eq!(analysed(&late).mine.analysis.status, AnalysisStatus::Working);
    }

    #[test]
    fn what_another_tab_writes_is_taken_over_but_for_what_this_one_is_about_to_write() {
        let state = run([Action::Keep(interview("a", "ours"))]);
        let write = |id: &str, answer: &str| (key(id), Some(Record::from(interview(id, answer))));
        let state = reduce(&state, elsewhere(1, vec![write("a", "theirs"), write("b", "new")]));
        assert_eq!(answers(&state), ["ours", "new"]);
        let state = [Action::WriteStarted(1), saved(2)].into_iter().fold(state, |state, act| reduce(&state, act));
        let state = reduce(&state, elsewhere(3, vec![write("a", "theirs, later"), (key("b"), None)]));
        assert_eq!(answers(&state), ["theirs, later"]);
        assert!(state.saving.is_done(), "it is written already");
    }

    #[test]
    fn a_message_that_is_older_than_what_was_read_is_not_shown() {
        let read = Action::Opened {
            records: vec![interview("a", "of save six").into()],
            storage: Storage::Kept { unreadable: 0 },
            last_save: 6,
        };
        let state = reduce(&State::default(), read);
        let state = reduce(&state, elsewhere(5, vec![(key("a"), Some(interview("a", "of save five").into()))]));
        assert_eq!(answers(&state), ["of save six"]);
    }

    #[test]
    fn what_comes_after_an_undo_is_not_replaced_unnoticed_by_an_older_draft() {
        let draft = Action::Draft { start: interview("a", "one"), field: Field::Answer, value: "one more".into() };
        let state = run([Action::Keep(interview("a", "one")), draft, Action::Undo]);
        let state = [Action::WriteStarted(2), saved(1)].into_iter().fold(state, |state, act| reduce(&state, act));
        let theirs = Record::from(interview("a", "theirs"));
        let state = reduce(&state, elsewhere(2, vec![(key("a"), Some(theirs.clone()))]));
        let state = reduce(&state, Action::Keep(state.draft("a").unwrap().clone()));
        assert!(super::super::is_overwritten(Some(&theirs), state.saving.pending.last().unwrap()));
    }

    #[test]
    fn the_sample_never_touches_the_users_interviews() {
        let state =
            run([Action::Keep(interview("a", "mine")), Action::SampleLoaded(vec![interview("a", "sample").into()])]);
        assert_eq!(answers(&state), ["mine"]);
        assert_eq!(state.book(Book::Sample).unwrap().get("a").unwrap().answer, "sample");
        assert!(!state.saving.pending.iter().any(|change| answer_of(change.after.as_ref()) == "sample"));
    }
}
