//! Follow-ups as a calendar file (RFC 5545), for whichever calendar the user has.

use icalendar::{Calendar, Component, Event, Property};

use crate::state::calls::Next;
use crate::text::listed;

/// What a calendar file is, for the browser.
pub const KIND: &str = "text/calendar;charset=utf-8";

/// When a file is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// As ISO 8601 in UTC: `2026-03-14T09:26:53.589Z`.
    pub utc: String,
    /// Minutes since 1970.
    pub minutes: u32,
}

/// A file with a whole-day entry for each of these, as far as they have a day.
///
/// A whole day has no time zone: it is the same day wherever the calendar is read. An entry is known by its interview and
/// what it is about, so a later file moves it instead of adding a second one; the minute of making serves as the number of
/// the revision, which has to grow and needs nothing to be kept.
#[must_use]
pub fn file(follow_ups: &[Next], made: &Made) -> String {
    let stamp: String = made.utc.chars().take(19).filter(|sign| !"-:".contains(*sign)).collect();
    let mut calendar = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", "-//Refrain//Follow-ups//EN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(Property::new(name, value));
    }
    for next in follow_ups {
        let Some(due) = next.follow_up.due else { continue };
        let what = next.follow_up.what;
        let interview = &next.interview;
        let who = listed(&[interview.name(), &interview.company]);
        let day: String = due.to_string().chars().filter(|sign| *sign != '-').collect();
        let mut event = Event::with_uid(&format!("{}.{}@refrain", interview.id, what.slug()));
        event
            .summary(&plain(&title(what.name(), &who)))
            .append_property(Property::new("DTSTART", day).append_parameter(("VALUE", "DATE")).done())
            .add_property("DTSTAMP", format!("{stamp}Z"))
            .add_property("SEQUENCE", made.minutes.to_string())
            // It takes no time away from anything else on that day.
            .add_property("TRANSP", "TRANSPARENT");
        let note = if next.follow_up.note.is_empty() { what.prompt() } else { &next.follow_up.note };
        event.description(&plain(note));
        calendar.push(event.done());
    }
    calendar.done().to_string()
}

/// What is to be done, and for whom.
fn title(what: &str, who: &str) -> String {
    if who.is_empty() { what.to_owned() } else { format!("{what}: {who}") }
}

/// Text with line ends that a calendar knows, and nothing else that is no letter.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|sign| *sign == '\n' || !sign.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use icalendar::{CalendarComponent, DatePerhapsTime};

    use super::*;
    use crate::state::{Call, Courtesy, Date, FollowUp, Interview, Status};

    fn next(interview: &str, what: Courtesy, due: &str, note: &str) -> Next {
        let interview = Interview {
            id: interview.into(),
            who: "Émilie Sloe, head of service".into(),
            company: "Nettlebed Care; north, and south".into(),
            ..Interview::default()
        };
        let due = Date::from_iso(due);
        let follow_up = FollowUp { what, status: Status::Open, due, settled: None, note: note.into() };
        Next { interview: Rc::new(interview), call: Rc::new(Call::default()), follow_up }
    }

    fn made(minutes: u32) -> Made {
        Made { utc: "2026-03-14T09:26:53.589Z".into(), minutes }
    }

    fn read_back(file: &str) -> Vec<Event> {
        let calendar: Calendar = file.parse().unwrap();
        assert_eq!(calendar.property_value("METHOD"), Some("PUBLISH"));
        let event = |component: &CalendarComponent| match component {
            CalendarComponent::Event(event) => event.clone(),
            other => panic!("{other:?} is no event"),
        };
        calendar.iter().map(event).collect()
    }

    #[test]
    fn a_file_is_read_back_as_it_was_meant() {
        let note = "Say: thanks; the garden, “Gärten” \\ 東京 😀\nAnd the rota.";
        let file = file(&[next("i-1", Courtesy::Thanks, "2026-03-09", note)], &made(29_500_000));
        let [event] = read_back(&file).try_into().unwrap();
        assert_eq!(event.get_uid(), Some("i-1.thanks@refrain"));
        assert_eq!(event.get_summary(), Some("Thank-you note: Émilie Sloe, Nettlebed Care; north, and south"));
        assert_eq!(event.get_description(), Some(note));
        assert_eq!(event.property_value("SEQUENCE"), Some("29500000"));
        assert_eq!(event.property_value("DTSTAMP"), Some("20260314T092653Z"));
        assert_eq!(event.property_value("TRANSP"), Some("TRANSPARENT"));
    }

    #[test]
    fn a_day_is_the_same_day_in_every_time_zone() {
        let file = file(&[next("i-1", Courtesy::Thanks, "2028-02-29", "")], &made(1));
        assert!(file.contains("\r\nDTSTART;VALUE=DATE:20280229\r\n"), "{file}");
        assert!(!file.contains("TZID") && !file.contains("DTEND"), "{file}");
        match read_back(&file)[0].get_start() {
            Some(DatePerhapsTime::Date(day)) => assert_eq!(day.to_string(), "2028-02-29"),
            other => panic!("{other:?} is no whole day"),
        }
        assert!(read_back(&file)[0].get_timestamp().is_some(), "the stamp is in universal time");
    }

    #[test]
    fn lines_end_as_the_standard_says_and_are_folded_between_letters() {
        let long = "Äußerst 親切な人 😀 ".repeat(60);
        for note in [long.as_str(), "x".repeat(500).as_str(), &"é".repeat(500), &" ".repeat(300), "short"] {
            let file = file(&[next("i-1", Courtesy::Connect, "2026-03-09", note)], &made(1));
            assert!(file.ends_with("END:VCALENDAR\r\n"));
            assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
            assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
            for line in file.split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            assert_eq!(read_back(&file)[0].get_description(), Some(note));
        }
    }

    #[test]
    fn line_ends_and_signs_of_other_systems_break_nothing() {
        let file = file(&[next("i-1", Courtesy::Thanks, "2026-03-09", "one\r\ntwo\rthree\u{0}\u{7}")], &made(1));
        assert_eq!(read_back(&file)[0].get_description(), Some("one\ntwo\nthree"));
    }

    #[test]
    fn a_second_file_moves_the_entries_of_the_first() {
        let what = |due: &str| [next("i-1", Courtesy::Thanks, due, ""), next("i-1", Courtesy::Support, due, "")];
        let (first, second) = (file(&what("2026-03-09"), &made(10)), file(&what("2026-03-16"), &made(11)));
        let uids = |file: &str| -> Vec<String> {
            read_back(file).iter().map(|event| event.get_uid().unwrap().to_owned()).collect()
        };
        assert_eq!(uids(&first), uids(&second));
        assert_eq!(uids(&first), ["i-1.thanks@refrain", "i-1.support@refrain"]);
        let support = "Thanks, and how can I support your goals?: Émilie Sloe, Nettlebed Care; north, and south";
        assert_eq!(read_back(&first)[1].get_summary(), Some(support));
        let sequence = |file: &str| read_back(file)[0].property_value("SEQUENCE").unwrap().parse::<u32>().unwrap();
        assert!(sequence(&second) > sequence(&first));
    }

    #[test]
    fn what_has_no_day_is_in_no_calendar_and_an_unwritten_note_asks() {
        let file = file(
            &[next("i-1", Courtesy::Support, "", ""), next("i-2", Courtesy::GraciousThanks, "2026-03-09", "")],
            &made(1),
        );
        let events = read_back(&file);
        assert_eq!(events.len(), 1);
        assert_eq!(events[0].get_description(), Some(Courtesy::GraciousThanks.prompt()));
    }
}
