//! Dates as tables write them. All-number dates are read only in an order that somebody named.

use crate::state::Date;

/// How the dates of a table are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dates {
    /// `2026-03-14`, with or without a time, or with the month as a word. `03/04/2026` could be two days.
    #[default]
    Clear,
    DayFirst,
    MonthFirst,
    /// `03/14/24, 09:12 AM`, as the network writes them: month first.
    Network,
}

impl Dates {
    pub const ALL: [Self; 4] = [Self::Clear, Self::DayFirst, Self::MonthFirst, Self::Network];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Clear => "Clear: 14 March 2026",
            Self::DayFirst => "Day first: 14/03/2026",
            Self::MonthFirst => "Month first: 03/14/2026",
            Self::Network => "03/14/24, 09:12 AM",
        }
    }

    #[must_use]
    pub fn read(self, text: &str) -> Option<Date> {
        let text = text.trim();
        if self == Self::Network {
            return network(text);
        }
        let clear = || Date::from_words(text).or_else(|| Date::from_iso(text.get(..10)?));
        match (self, numbers(text)) {
            (Self::DayFirst, Some([day, month, year])) | (Self::MonthFirst, Some([month, day, year])) => {
                Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            }
            _ => clear(),
        }
        .filter(|date| date.is_plausible())
    }

    /// Numbers and signs between them, as `03/04/2026`.
    #[must_use]
    pub fn is_numbers(text: &str) -> bool {
        numbers(text.trim()).is_some()
    }

    /// What to say of a date that cannot be read.
    #[must_use]
    pub fn problem(self, text: &str) -> String {
        match self {
            Self::Network => format!("Date: “{text}” is not written as in the network’s files, so it is left open."),
            Self::Clear if Self::is_numbers(text) => {
                format!(
                    "Date: “{text}” is in numbers alone, so it is left open. Say above which comes first, day or month."
                )
            }
            _ => format!("Date: “{text}” could not be read, so it is left open."),
        }
    }
}

/// Three numbers, the last a year of two or four digits, with `/`, `.` or `-` between them; a time may follow.
fn numbers(text: &str) -> Option<[u16; 3]> {
    let day = text.split([' ', ',']).next()?;
    let mut parts = day.split(['/', '.', '-']);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_day = |part: &str| matches!(part.len(), 1 | 2);
    if parts.next().is_some() || !is_day(first) || !is_day(second) || !matches!(year.len(), 2 | 4) {
        return None;
    }
    let century = if year.len() == 2 { 2000 } else { 0 };
    Some([first.parse().ok()?, second.parse().ok()?, year.parse::<u16>().ok()? + century])
}

/// `03/14/24, 09:12 AM` and nothing else.
fn network(text: &str) -> Option<Date> {
    const SHAPE: &str = "00/00/00, 00:00 ?M";
    let fits = |(sign, shape): (u8, u8)| match shape {
        b'0' => sign.is_ascii_digit(),
        b'?' => matches!(sign, b'A' | b'P'),
        _ => sign == shape,
    };
    if text.len() != SHAPE.len() || !text.bytes().zip(SHAPE.bytes()).all(fits) {
        return None;
    }
    let [month, day, year] = numbers(text)?;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(dates: Dates, text: &str, expected: &str) {
        assert_eq!(dates.read(text).map(|date| date.to_string()).unwrap_or_default(), expected, "{dates:?} {text}");
    }

    #[test]
    fn all_number_dates_are_read_only_in_a_named_order() {
        check(Dates::Clear, "03/04/2026", "");
        check(Dates::DayFirst, "03/04/2026", "2026-04-03");
        check(Dates::MonthFirst, "03/04/2026", "2026-03-04");
        check(Dates::DayFirst, "3.4.26", "2026-04-03");
        check(Dates::MonthFirst, "14/03/2026", "");
        check(Dates::DayFirst, "14-03-2026 17:05", "2026-03-14");
        assert!(Dates::is_numbers("3/4/2026") && !Dates::is_numbers("2026-03-04") && !Dates::is_numbers("calm"));
    }

    #[test]
    fn clear_dates_are_read_in_any_order() {
        for dates in [Dates::Clear, Dates::DayFirst, Dates::MonthFirst] {
            check(dates, "2026-03-14", "2026-03-14");
            check(dates, "2026-03-14T09:12:00Z", "2026-03-14");
            check(dates, "14 March 2026", "2026-03-14");
            check(dates, "0026-03-14", "");
            check(dates, "soon, I hope", "");
            check(dates, "üüüüüüüüüüü", "");
        }
    }

    #[test]
    fn the_network_is_read_in_its_own_form_alone() {
        check(Dates::Network, "03/14/24, 09:12 AM", "2024-03-14");
        check(Dates::Network, "12/01/19, 11:59 PM", "2019-12-01");
        for other in ["14/03/24, 09:12 AM", "03/14/2024, 09:12 AM", "03/14/24", "2024-03-14", "03/14/24, 09:12 XM", ""]
        {
            check(Dates::Network, other, "");
        }
    }
}
