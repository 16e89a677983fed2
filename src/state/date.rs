//! Calendar dates, as people write them and as they are shown.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The days of the week, from Monday on.
pub const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The months of the year.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day of the Gregorian calendar. Ordered as time is; serialised as ISO 8601 (`2026-03-14`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// `None` when there is no such day.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        ((1..=days).contains(&day) && (1..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// Reads `2026-03-14`, the value of a date field.
    #[must_use]
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Reads a date as people write it in notes: `2026-03-14`, `14 March 2026`, `Mar 14, 2026`, `14th Mar 2026`.
    ///
    /// All-number forms other than ISO are refused: `03/04/2026` is two different days on two sides of an ocean.
    #[must_use]
    pub fn from_words(text: &str) -> Option<Self> {
        if let Some(date) = Self::from_iso(text.trim()) {
            return Some(date);
        }
        let (mut year, mut month, mut day) = (None, None, None);
        for word in text.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let suffix = &word[digits.len()..];
            if digits.is_empty() {
                set(&mut month, month_number(word)?)?;
            } else if digits.len() == 4 && suffix.is_empty() {
                set(&mut year, digits.parse().ok()?)?;
            } else if matches!(suffix, "" | "st" | "nd" | "rd" | "th") {
                set(&mut day, digits.parse().ok()?)?;
            } else {
                return None;
            }
        }
        Self::new(year?, month?, day?).filter(|date| date.is_plausible())
    }

    /// A date field gives years like 0002 while somebody types one.
    #[must_use]
    pub const fn is_plausible(self) -> bool {
        self.year >= 1900
    }

    /// So many days later. `None` after the year 9999.
    #[must_use]
    pub fn later(self, days: u16) -> Option<Self> {
        (0..days).try_fold(self, |Self { year, month, day }, _| {
            Self::new(year, month, day + 1)
                .or_else(|| Self::new(year, month + 1, 1))
                .or_else(|| Self::new(year + 1, 1, 1))
        })
    }

    /// `14 March` in the year of `today`, else, or where today is not known, `14 March 2025`.
    #[must_use]
    pub fn in_words(self, today: Option<Self>) -> String {
        self.with_year(self.day_and_month(), today)
    }

    /// `14 March`
    #[must_use]
    pub fn day_and_month(self) -> String {
        format!("{} {}", self.day, self.month_name())
    }

    /// `March 2025`
    #[must_use]
    pub fn month_and_year(self) -> String {
        format!("{} {}", self.month_name(), self.year)
    }

    /// `March 2025`, `March to May 2025` or `March 2025 to May 2026`
    #[must_use]
    pub fn months_to(self, last: Self) -> String {
        match (self.year == last.year, self.month == last.month) {
            (true, true) => self.month_and_year(),
            (true, false) => format!("{} to {}", self.month_name(), last.month_and_year()),
            (false, _) => format!("{} to {}", self.month_and_year(), last.month_and_year()),
        }
    }

    /// `14 Mar`
    #[must_use]
    pub fn short(self) -> String {
        format!("{} {}", self.day, &self.month_name()[..3])
    }

    /// As [`Date::in_words`], with the month in three letters: `14 Mar`, `14 Mar 2025`.
    #[must_use]
    pub fn in_few_words(self, today: Option<Self>) -> String {
        self.with_year(self.short(), today)
    }

    fn with_year(self, day: String, today: Option<Self>) -> String {
        if today.is_some_and(|today| today.year == self.year) { day } else { format!("{day} {}", self.year) }
    }

    fn month_name(self) -> &'static str {
        MONTHS.get(usize::from(self.month).wrapping_sub(1)).copied().unwrap_or_default()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl TryFrom<String> for Date {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::from_iso(&text).ok_or_else(|| format!("expected a day as YYYY-MM-DD, found \"{text}\""))
    }
}

/// Two values for one part mean that this is not a date.
fn set<T>(slot: &mut Option<T>, value: T) -> Option<()> {
    slot.replace(value).is_none().then_some(())
}

fn month_number(word: &str) -> Option<u8> {
    let word = word.to_ascii_lowercase();
    let position = MONTHS.iter().position(|month| {
        let month = month.to_ascii_lowercase();
        word.len() >= 3 && (month.starts_with(&word) || word == "sept" && month == "september")
    })?;
    u8::try_from(position + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        let day = Date::new(2026, 3, 4);
        for text in ["2026-03-04", "4 March 2026", "4th Mar 2026", "March 4, 2026", "mar 4 2026"] {
            assert_eq!(Date::from_words(text), day, "{text}");
        }
        assert_eq!(Date::from_words("9 Sept 2026"), Date::new(2026, 9, 9));
    }

    #[test]
    fn refuses_what_is_no_date_or_could_be_two() {
        for text in [
            "",
            "03/04/2026",
            "4 March",
            "31 June 2026",
            "29 February 2026",
            "4 4 March 2026",
            "may",
            "panel",
            "4 March 0026",
        ] {
            assert_eq!(Date::from_words(text), None, "{text}");
        }
        assert!(Date::from_words("29 February 2028").is_some());
    }

    #[test]
    fn the_year_is_left_out_only_in_this_year() {
        let (day, later) = (Date::new(2025, 3, 14).unwrap(), Date::new(2026, 1, 2));
        assert_eq!((day.in_words(Some(day)), day.in_few_words(Some(day))), ("14 March".into(), "14 Mar".into()));
        assert_eq!((day.in_words(later), day.in_few_words(later)), ("14 March 2025".into(), "14 Mar 2025".into()));
        assert_eq!(day.in_words(None), "14 March 2025");
    }

    #[test]
    fn days_later_pass_the_ends_of_months_and_years() {
        let later = |iso: &str, days| Date::from_iso(iso).unwrap().later(days).map(|date| date.to_string());
        assert_eq!(later("2026-03-14", 0).unwrap(), "2026-03-14");
        assert_eq!(later("2026-02-27", 2).unwrap(), "2026-03-01");
        assert_eq!(later("2028-02-28", 1).unwrap(), "2028-02-29");
        assert_eq!(later("2026-12-24", 14).unwrap(), "2027-01-07");
        assert_eq!(later("9999-12-31", 1), None);
    }

    #[test]
    fn shows_itself_and_reads_itself_back() {
        let day = Date::new(2026, 5, 9).unwrap();
        assert_eq!(
            (day.day_and_month(), day.short(), day.to_string()),
            ("9 May".into(), "9 May".into(), "2026-05-09".into())
        );
        assert_eq!(Date::from_iso(&day.to_string()), Some(day));
    }
}
