//! How often the question was put, and how many chances to put it are still open.
//!
//! One recruiter who is asked brings more people to ask: three phone screens, a follow-up. How many recruiters there will
//! be, and how many askings each brings, are the user's own numbers.

use super::{Action, Asking, Interview, Record, Settings};

/// The largest number that makes sense for either setting.
pub const MOST: u32 = 99;

/// The count, and what is planned.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Askings {
    /// Asked, answered or not.
    pub made: usize,
    pub answered: usize,
    /// As many as the recruiters bring.
    pub planned: usize,
}

impl Askings {
    pub fn count<'a>(interviews: impl IntoIterator<Item = &'a Interview>, settings: &Settings) -> Self {
        let planned = settings.recruiters.saturating_mul(settings.askings_each);
        let mut askings = Self { planned: usize::try_from(planned).unwrap_or(usize::MAX), ..Self::default() };
        for interview in interviews {
            askings.made += usize::from(interview.asking != Asking::NotAsked);
            askings.answered += usize::from(interview.is_answered());
        }
        askings
    }

    /// Planned and not yet made.
    #[must_use]
    pub const fn open(self) -> usize {
        self.planned.saturating_sub(self.made)
    }

    /// Where no chance is open: the smallest number of recruiters with whom one is. `None` where one is open anyway, or
    /// nothing was asked yet, or the number would make no sense.
    #[must_use]
    pub fn suggested(self, settings: &Settings) -> Option<u32> {
        let each = usize::try_from(settings.askings_each).ok().filter(|each| *each > 0)?;
        let recruiters = u32::try_from(self.made / each + 1).ok()?;
        (self.open() == 0 && self.made > 0 && recruiters <= MOST).then_some(recruiters)
    }
}

/// The act of setting the numbers.
#[must_use]
pub fn plan(settings: &Settings, recruiters: u32, askings_each: u32) -> Action {
    set("Changed how many askings you count on", Settings { recruiters, askings_each, ..settings.clone() })
}

/// The act of switching the key that starts a new answer.
#[must_use]
pub fn switch_key(settings: &Settings, is_key_on: bool) -> Action {
    let what = if is_key_on { "Switched the key N on" } else { "Switched the key N off" };
    set(what, Settings { is_key_on, ..settings.clone() })
}

/// Reads a number as it stands in a field: a whole one from 1 to [`MOST`].
#[must_use]
pub fn read(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|number| (1..=MOST).contains(number))
}

fn set(what: &str, settings: Settings) -> Action {
    let record = Record::from(settings);
    Action::Change { what: what.to_owned(), changes: vec![(record.key(), Some(record))] }
}

#[cfg(test)]
mod tests {
    use super::super::{Notebook, State, reduce};
    use super::*;

    fn interviews(answered: usize, unanswered: usize, unasked: usize) -> Vec<Interview> {
        let of = |asking, answer: &str| Interview { asking, answer: answer.into(), ..Interview::default() };
        let mut all = vec![of(Asking::Answered, "You stay calm."); answered];
        all.extend(vec![of(Asking::NoAnswer, "Will come back to me."); unanswered]);
        all.extend(vec![of(Asking::NotAsked, ""); unasked]);
        all
    }

    fn check(counts: (usize, usize, usize), numbers: (u32, u32), open: usize, suggested: Option<u32>) {
        let settings = Settings { recruiters: numbers.0, askings_each: numbers.1, ..Settings::default() };
        let askings = Askings::count(&interviews(counts.0, counts.1, counts.2), &settings);
        assert_eq!((askings.answered, askings.made), (counts.0, counts.0 + counts.1));
        assert_eq!((askings.open(), askings.suggested(&settings)), (open, suggested), "{counts:?} {numbers:?}");
    }

    #[test]
    fn three_recruiters_are_fifteen_chances_and_what_was_not_asked_takes_none() {
        check((0, 0, 0), (3, 5), 15, None);
        check((10, 1, 1), (3, 5), 4, None);
        check((0, 0, 4), (3, 5), 15, None);
    }

    #[test]
    fn where_every_chance_is_taken_one_more_recruiter_is_suggested() {
        check((14, 1, 0), (3, 5), 0, Some(4));
        check((17, 0, 2), (3, 5), 0, Some(4));
        check((60, 0, 0), (3, 5), 0, Some(13));
        check((99, 1, 0), (99, 1), 0, None);
    }

    #[test]
    fn numbers_are_whole_and_small() {
        assert_eq!((read(" 4 "), read("99")), (Some(4), Some(99)));
        for text in ["", "0", "100", "-1", "2.5", "four"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn setting_numbers_and_key_is_told_and_undone() {
        let state =
            State { mine: Notebook::new(interviews(1, 0, 0).into_iter().map(Record::from)), ..State::default() };
        let settings = |state: &State| state.mine.papers().settings();
        let planned = reduce(&state, plan(&settings(&state), 4, 6));
        assert_eq!((settings(&planned).recruiters, settings(&planned).askings_each), (4, 6));
        assert_eq!(planned.notice.as_deref(), Some("Changed how many askings you count on."));
        let switched = reduce(&planned, switch_key(&settings(&planned), true));
        assert!(settings(&switched).is_key_on);
        assert_eq!(settings(&reduce(&switched, Action::Undo)).recruiters, 4);
        assert_eq!(settings(&reduce(&reduce(&switched, Action::Undo), Action::Undo)), settings(&state));
    }
}
