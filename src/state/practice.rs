//! Saying the pitch aloud: what to say when, the clock, and the times it was said before.

use std::rc::Rc;

use refrain_core::{Pitch, Report, SpokenLine};

use super::papers::{Practice, Version};
use super::record::{Key, Kind, Record};
use super::{Action, Date};
use crate::text::{counted, upper_first};

/// A pitch with the times at which its lines are due.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Speech {
    pub lines: Vec<DueLine>,
    /// How long it may take, in seconds.
    pub chosen: u32,
}

/// One line, with when it is due from the start, in milliseconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueLine {
    pub text: String,
    /// What to speak from without reading.
    pub keywords: String,
    /// How many interviews made its point; none for a line of the user's own.
    pub interviews: usize,
    pub starts: u64,
    pub ends: u64,
}

/// A stopwatch. All times are in milliseconds of any clock that never stands still.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clock {
    #[default]
    Ready,
    Running {
        since: u64,
        /// What had passed when it was last started.
        before: u64,
    },
    Paused {
        passed: u64,
    },
    Done {
        passed: u64,
    },
}

impl Speech {
    /// The pitch of a version, or nothing where the engine has not composed it.
    #[must_use]
    pub fn new(report: &Report, version: &Version, words_a_minute: u32) -> Self {
        let Some(pitch) = report.pitches.iter().find(|pitch: &&Pitch| pitch.plan == version.id) else {
            return Self { chosen: version.seconds, ..Self::default() };
        };
        let mut said = 0;
        // From the words said until then, so that nothing is rounded twice.
        let due = |said: u64| said * 60_000 / u64::from(words_a_minute.max(1));
        let line = |line: &SpokenLine| {
            let starts = due(said);
            said += words(&line.text);
            let point = report.points.iter().find(|point| line.point.as_ref() == Some(&point.id));
            let keywords = upper_first(&line.keywords.join(", "));
            DueLine {
                keywords: if keywords.is_empty() { line.text.clone() } else { keywords },
                text: line.text.clone(),
                interviews: point.map_or(0, |point| point.interviews),
                starts,
                ends: due(said),
            }
        };
        Self { lines: pitch.lines.iter().map(line).collect(), chosen: version.seconds }
    }

    /// Which line is being said.
    #[must_use]
    pub fn line_at(&self, at: u64) -> usize {
        self.lines.partition_point(|line| line.starts <= at).saturating_sub(1)
    }

    #[must_use]
    pub fn words(&self) -> u32 {
        self.lines.iter().map(|line| u32::try_from(words(&line.text)).unwrap_or(u32::MAX)).sum()
    }

    /// When the last line ends, in milliseconds.
    #[must_use]
    pub fn ends(&self) -> u64 {
        self.lines.last().map_or(0, |line| line.ends)
    }

    /// "of 0:48, 4 s ahead". `ahead` is by how much the line being said is before (negative: after) its time.
    #[must_use]
    pub fn pace(&self, passed: u64, ahead: i64) -> String {
        /// Nobody speaks to the second.
        const NEAR: u64 = 2;
        let chosen = u64::from(self.chosen);
        let over = (passed / 1000).saturating_sub(chosen);
        if over > 0 {
            return format!("{over} s over the limit of {}", minutes(chosen));
        }
        if passed.saturating_add_signed(ahead) >= self.ends() {
            return "That was all of it.".to_owned();
        }
        let off = ahead.unsigned_abs() / 1000;
        let how = match ahead {
            0 => String::new(),
            _ if off < NEAR => ", on pace".to_owned(),
            1.. => format!(", {off} s ahead"),
            _ => format!(", {off} s behind"),
        };
        format!("of {}{how}", minutes(self.ends().div_ceil(1000)))
    }
}

impl Clock {
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Running { .. })
    }

    #[must_use]
    pub const fn passed(self, now: u64) -> u64 {
        match self {
            Self::Ready => 0,
            Self::Running { since, before } => before + now.saturating_sub(since),
            Self::Paused { passed } | Self::Done { passed } => passed,
        }
    }

    /// Starts, pauses, goes on; after the end it starts anew.
    #[must_use]
    pub const fn pressed(self, now: u64) -> Self {
        match self {
            Self::Ready | Self::Done { .. } => Self::Running { since: now, before: 0 },
            Self::Running { .. } => Self::Paused { passed: self.passed(now) },
            Self::Paused { passed } => Self::Running { since: now, before: passed },
        }
    }
}

/// What is done when a practice is over: it is kept.
#[must_use]
pub fn keep(id: String, date: Option<Date>, passed: u64, speech: &Speech, version: &Version) -> Action {
    let seconds = u32::try_from((passed + 500) / 1000).unwrap_or(u32::MAX);
    let practice = Practice { id, date, seconds, words: speech.words(), version: version.name.clone() };
    let what = format!("Kept this time: {}", minutes(u64::from(seconds)));
    let record = Record::from(practice);
    Action::Change { what, changes: vec![(record.key(), Some(record))] }
}

#[must_use]
pub fn delete(practice: &Practice) -> Action {
    let what = format!("Deleted the time of {}", minutes(u64::from(practice.seconds)));
    Action::Change { what, changes: vec![(Key { kind: Kind::Practice, id: practice.id.clone() }, None)] }
}

/// How long a version took the first and the last time: "Said three times: 1:12 at first, 0:58 the last time."
#[must_use]
pub fn how_long(practices: &[Rc<Practice>], version: &str) -> String {
    let times: Vec<u32> =
        practices.iter().filter(|practice| practice.version == version).map(|practice| practice.seconds).collect();
    let minutes = |seconds: u32| minutes(u64::from(seconds));
    match times.as_slice() {
        [] => "Not said yet.".to_owned(),
        [once] => format!("Said once: {}.", minutes(*once)),
        [first, .., last] => {
            let count = upper_first(&counted(times.len(), "time", "times"));
            format!("{count} so far: {} at first, {} the last time.", minutes(*first), minutes(*last))
        }
    }
}

/// "1:05"
#[must_use]
pub fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn words(text: &str) -> u64 {
    text.split_whitespace().count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech(texts: &[&str]) -> Speech {
        let line = |text: &&str| SpokenLine {
            id: (*text).into(),
            text: (*text).into(),
            keywords: text.split(' ').take(2).map(str::to_owned).collect(),
            ..SpokenLine::default()
        };
        let pitch = Pitch { lines: texts.iter().map(line).collect(), ..Pitch::default() };
        let report = Report { pitches: vec![pitch], ..Report::default() };
        Speech::new(&report, &Version { seconds: 15, ..Version::default() }, 60)
    }

    #[test]
    fn each_line_is_due_when_the_words_before_it_are_said() {
        let speech = speech(&["one two three", "four", "five six"]);
        let due: Vec<_> = speech.lines.iter().map(|line| (line.starts, line.ends)).collect();
        assert_eq!(due, [(0, 3000), (3000, 4000), (4000, 6000)]);
        assert_eq!([0, 2999, 3000, 4000, 99_000].map(|at| speech.line_at(at)), [0, 0, 1, 2, 2]);
        assert_eq!((speech.words(), speech.lines[0].keywords.as_str()), (6, "One, two"));
    }

    #[test]
    fn a_version_without_a_pitch_has_no_lines_and_a_pace_of_nothing_breaks_nothing() {
        let other = Version { id: "v".into(), seconds: 30, ..Version::default() };
        assert_eq!(Speech::new(&Report::default(), &other, 0), Speech { lines: vec![], chosen: 30 });
        assert_eq!(Speech::default().line_at(5), 0);
    }

    #[test]
    fn tells_the_pace() {
        let speech = speech(&["one two three four five", "six seven eight nine ten eleven"]);
        assert_eq!(speech.pace(4000, 0), "of 0:11");
        assert_eq!(speech.pace(4000, -1900), "of 0:11, on pace");
        assert_eq!(speech.pace(4000, 4200), "of 0:11, 4 s ahead");
        assert_eq!(speech.pace(4000, -3000), "of 0:11, 3 s behind");
    }

    #[test]
    fn tells_the_limit_only_to_who_is_over_it() {
        let speech = speech(&["one two three four five", "six seven eight nine ten eleven"]);
        assert_eq!(speech.pace(10_999, 0), "of 0:11");
        assert_eq!(speech.pace(11_000, 0), "That was all of it.");
        assert_eq!(speech.pace(13_000, -3000), "of 0:11, 3 s behind");
        assert_eq!(speech.pace(15_999, 0), "That was all of it.");
        assert_eq!(speech.pace(17_000, -3000), "2 s over the limit of 0:15");
    }

    #[test]
    fn the_clock_counts_only_while_it_runs() {
        let running = Clock::Ready.pressed(100);
        let paused = running.pressed(1100);
        let again = paused.pressed(9000);
        let passed = [Clock::Ready.passed(50), running.passed(600), paused.passed(8000), again.passed(9500)];
        assert_eq!(passed, [0, 500, 1000, 1500]);
        assert_eq!(Clock::Done { passed: 7 }.pressed(20).passed(25), 5);
        assert!(running.is_running() && !paused.is_running());
    }

    #[test]
    fn tells_how_the_length_changes() {
        let practice =
            |seconds, version: &str| Rc::new(Practice { seconds, version: version.into(), ..Practice::default() });
        let practices = [practice(72, ""), practice(9, "other"), practice(65, ""), practice(58, "")];
        assert_eq!(how_long(&practices, ""), "Three times so far: 1:12 at first, 0:58 the last time.");
        assert_eq!(how_long(&practices, "other"), "Said once: 0:09.");
        assert_eq!(how_long(&practices, "none"), "Not said yet.");
    }

    #[test]
    fn a_practice_is_kept_with_its_length_rounded() {
        let Action::Change { what, changes } =
            keep("p".into(), None, 54_600, &speech(&["one two"]), &Version::default())
        else {
            panic!("no change")
        };
        assert_eq!(what, "Kept this time: 0:55");
        let expected = Practice { id: "p".into(), seconds: 55, words: 2, ..Practice::default() };
        assert_eq!(changes[0].1, Some(expected.clone().into()));
        let Action::Change { changes, .. } = delete(&expected) else { panic!("no change") };
        assert_eq!(changes, [(Record::from(expected).key(), None)]);
    }
}
