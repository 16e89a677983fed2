//! When to remind of a backup, and the choice of it.

use super::{Action, Date, Record, Settings};

/// After how many days one is reminded, and what that is called. 0 is never.
pub const CHOICES: [(u16, &str); 4] =
    [(7, "after a week"), (30, "after a month"), (90, "after three months"), (0, "never")];

/// Whether it is time. `first_kept`: when the first interview was kept, which counts where there is no backup yet.
#[must_use]
pub fn is_due(settings: &Settings, first_kept: Option<Date>, today: Date) -> bool {
    let since = settings.last_backup.max(settings.reminded).or(first_kept);
    settings.remind_after > 0
        && since.and_then(|since| since.later(settings.remind_after)).is_some_and(|due| due <= today)
}

/// Reminds after so many days from now on.
#[must_use]
pub fn choose(settings: &Settings, days: u16) -> Action {
    change("Changed when to be reminded of a backup", Settings { remind_after: days, ..settings.clone() })
}

/// Reminds again when as much time has passed once more.
#[must_use]
pub fn put_off(settings: &Settings, today: Date) -> Action {
    change("Put off the reminder", Settings { reminded: Some(today), ..settings.clone() })
}

fn change(what: &str, settings: Settings) -> Action {
    let settings = Record::from(settings);
    Action::Change { what: what.to_owned(), changes: vec![(settings.key(), Some(settings))] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_when_the_chosen_days_have_passed_since_the_last_backup() {
        let day = |text: &str| Date::from_iso(text).unwrap();
        let settings = Settings { last_backup: Some(day("2026-03-01")), ..Settings::default() };
        let first = Some(day("2026-01-01"));
        assert!(!is_due(&settings, first, day("2026-03-30")));
        assert!(is_due(&settings, first, day("2026-03-31")));
        assert!(!is_due(&Settings { reminded: Some(day("2026-03-31")), ..settings.clone() }, first, day("2026-04-02")));
        assert!(!is_due(&Settings { remind_after: 0, ..settings.clone() }, first, day("2027-01-01")));
        assert!(is_due(&Settings::default(), first, day("2026-02-01")), "there is none yet");
        assert!(!is_due(&Settings::default(), None, day("2026-02-01")), "nothing is kept");
        assert!(!is_due(&settings, first, day("2025-01-01")), "the clock was set back");
    }
}
