//! Everybody whom the user has met, made of the interviews, and what the user wrote about them.
//!
//! A person is a name at a company. Nothing is kept about anybody until something is written; what is written lies in a
//! [`Contact`], which says by which names and companies the interviews know that person.

use std::cmp::Reverse;
use std::rc::Rc;

use super::record::{Key, Kind};
use super::{Action, Call, Contact, Date, Favour, Interview, KnownAs, Notebook, Papers, Record, Value};
use crate::text::{fold, listed};

/// A person, with all interviews that were with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// What was written about them. For whom nothing was: what would be kept with the first word.
    pub contact: Rc<Contact>,
    /// In time order.
    pub interviews: Vec<Rc<Interview>>,
}

/// What the user can write about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    HowMet,
    CommonGround,
    LooksFor,
}

impl About {
    pub const ALL: [Self; 3] = [Self::HowMet, Self::CommonGround, Self::LooksFor];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HowMet => "How we know each other",
            Self::CommonGround => "What we share",
            Self::LooksFor => "What they look for",
        }
    }

    /// What to think of, as long as nothing is written.
    #[must_use]
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::HowMet => "Who brought you together, and when?",
            Self::CommonGround => "A town, a hobby, a group. Not a skill.",
            Self::LooksFor => "Whom or what could you send them?",
        }
    }

    #[must_use]
    pub fn of(self, contact: &Contact) -> &str {
        match self {
            Self::HowMet => &contact.how_met,
            Self::CommonGround => &contact.common_ground,
            Self::LooksFor => &contact.looks_for,
        }
    }

    fn set(self, contact: &mut Contact, text: String) {
        match self {
            Self::HowMet => contact.how_met = text,
            Self::CommonGround => contact.common_ground = text,
            Self::LooksFor => contact.looks_for = text,
        }
    }
}

impl Value {
    pub const ALL: [Self; 6] =
        [Self::Advice, Self::Introduction, Self::Referral, Self::Article, Self::Ear, Self::Other];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Advice => "Advice",
            Self::Introduction => "An introduction",
            Self::Referral => "A referral",
            Self::Article => "A useful article",
            Self::Ear => "An ear",
            Self::Other => "Something else",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|value| value.name() == name).unwrap_or_default()
    }
}

impl Person {
    /// As it was spelt last.
    #[must_use]
    pub fn name(&self) -> &str {
        let latest = self.interviews.last().map(|interview| interview.name());
        latest.or_else(|| self.contact.known_as.first().map(|known| known.name.as_str())).unwrap_or_default()
    }

    /// The latest that an interview tells.
    #[must_use]
    pub fn role(&self) -> &str {
        self.latest(Interview::role)
    }

    /// The latest that an interview tells.
    #[must_use]
    pub fn company(&self) -> &str {
        let company = self.latest(|interview| &interview.company);
        match self.contact.known_as.first() {
            Some(known) if company.is_empty() => &known.company,
            _ => company,
        }
    }

    /// "talent partner, Larkspur Homes"
    #[must_use]
    pub fn place(&self) -> String {
        listed(&[self.role(), self.company()])
    }

    /// The date of the latest interview that has one.
    #[must_use]
    pub fn last_met(&self) -> Option<Date> {
        self.interviews.iter().rev().find_map(|interview| interview.date)
    }

    /// How often something was given to them, and asked of them.
    #[must_use]
    pub fn balance(&self) -> (usize, usize) {
        let asked = self.contact.favours.iter().filter(|favour| favour.asked).count();
        (self.contact.favours.len() - asked, asked)
    }

    fn latest<'a>(&'a self, value: fn(&'a Interview) -> &'a str) -> &'a str {
        let values = self.interviews.iter().rev().map(|interview| value(interview));
        values.map(str::trim).find(|value| !value.is_empty()).unwrap_or_default()
    }
}

/// Everybody with a name, whom the user met last first.
#[must_use]
pub fn everybody(notebook: &Notebook) -> Vec<Person> {
    let interviews = notebook.in_time_order();
    let mut named: Vec<(Name, usize)> = interviews
        .iter()
        .enumerate()
        .filter(|(_, interview)| !interview.name().is_empty())
        .map(|(at, interview)| (name(interview.name(), &interview.company), at))
        .collect();
    named.sort_unstable();
    let groups: Vec<&[(Name, usize)]> = named.chunk_by(|one, other| one.0 == other.0).collect();
    let mut is_taken = vec![false; groups.len()];
    let interviews_at = |mut places: Vec<usize>| -> Vec<Rc<Interview>> {
        places.sort_unstable();
        places.into_iter().filter_map(|at| interviews.get(at).cloned()).collect()
    };
    let places = |group: &[(Name, usize)]| group.iter().map(|(_, at)| *at).collect::<Vec<usize>>();

    let mut people = Vec::new();
    for contact in notebook.papers().contacts() {
        let mut own = Vec::new();
        for known in &contact.known_as {
            let wanted = name(&known.name, &known.company);
            let place = groups.binary_search_by(|group| group[0].0.cmp(&wanted)).ok();
            if let Some(place) = place.filter(|place| !is_taken[*place]) {
                is_taken[place] = true;
                own.extend(places(groups[place]));
            }
        }
        people.push(Person { contact: Rc::clone(contact), interviews: interviews_at(own) });
    }
    for (group, _) in groups.iter().zip(is_taken).filter(|(_, is_taken)| !is_taken) {
        let interviews = interviews_at(places(group));
        let contact = Rc::new(unwritten(&interviews, notebook.papers().contacts()));
        people.push(Person { contact, interviews });
    }
    people.sort_by_cached_key(|person| (Reverse(person.last_met()), fold(person.name())));
    people
}

/// The person that an address names: by their own id, or by that of any interview with them.
#[must_use]
pub fn find(people: Vec<Person>, id: &str) -> Option<Person> {
    let interview = id.strip_prefix(PREFIX).unwrap_or_default();
    let own = people.iter().position(|person| person.contact.id == id);
    let is_with = |person: &Person| person.interviews.iter().any(|other| other.id == interview);
    let at = own.or_else(|| people.iter().position(is_with))?;
    people.into_iter().nth(at)
}

/// Whom an interview was with. `None` where it has no name.
#[must_use]
pub fn of(notebook: &Notebook, interview: &Interview) -> Option<Person> {
    let is_with = |person: &Person| person.interviews.iter().any(|other| other.id == interview.id);
    everybody(notebook).into_iter().find(is_with)
}

/// The people in whose names, papers and conversations each of these words, or parts of words, stands.
#[must_use]
pub fn search(people: Vec<Person>, papers: &Papers, words: &str) -> Vec<Person> {
    let words = fold(words);
    let is_found = |person: &Person| {
        let text = fold(&texts(person, papers).join("\n"));
        words.split_whitespace().all(|word| text.contains(word))
    };
    people.into_iter().filter(is_found).collect()
}

/// Writes about a person. What is kept is all three texts as they stand in their fields.
#[must_use]
pub fn write(person: &Person, texts: &[(About, String)]) -> Action {
    let mut contact = (*person.contact).clone();
    for (about, text) in texts {
        about.set(&mut contact, text.trim().to_owned());
    }
    keep(format!("Changed what you know of {}", person.name()), contact)
}

/// Says whether they would speak for the user.
#[must_use]
pub fn set_champion(person: &Person, champion: bool) -> Action {
    let what = match champion {
        true => format!("Noted that {} would speak for you", person.name()),
        false => format!("Noted that {} may not speak for you", person.name()),
    };
    keep(what, Contact { champion, ..(*person.contact).clone() })
}

/// Adds one thing given or asked.
#[must_use]
pub fn add_favour(person: &Person, mut favour: Favour) -> Action {
    let what = match favour.asked {
        true => format!("Noted what you asked of {}", person.name()),
        false => format!("Noted what you gave {}", person.name()),
    };
    let mut contact = (*person.contact).clone();
    favour.note = favour.note.trim().to_owned();
    contact.favours.push(favour);
    keep(what, contact)
}

/// Takes the favour at this position away.
#[must_use]
pub fn remove_favour(person: &Person, at: usize) -> Action {
    let mut contact = (*person.contact).clone();
    if at < contact.favours.len() {
        contact.favours.remove(at);
    }
    keep(format!("Took a note away from {}", person.name()), contact)
}

/// Two entries are the same person. Everything that was written about either stays: where both say something else about one
/// thing, both stand, one below the other.
#[must_use]
pub fn merge(one: &Person, other: &Person) -> Action {
    let mut contact = (*one.contact).clone();
    let from = &other.contact;
    contact.known_as.extend(from.known_as.iter().cloned());
    for about in About::ALL {
        let (own, theirs) = (about.of(&contact).to_owned(), about.of(from));
        let both = match (own.is_empty(), theirs.is_empty() || theirs == own) {
            (_, true) => own,
            (true, false) => theirs.to_owned(),
            (false, false) => format!("{own}\n{theirs}"),
        };
        about.set(&mut contact, both);
    }
    contact.champion |= from.champion;
    contact.favours.extend(from.favours.iter().cloned());
    // Stable: what has no date, or the same one, stays in the order of writing.
    contact.favours.sort_by_key(|favour| favour.date);
    let what = format!("Put {} and {} together", called(one), called(other));
    let gone = Key { kind: Kind::Contact, id: from.id.clone() };
    let record = Record::from(contact);
    Action::Change { what, changes: vec![(record.key(), Some(record)), (gone, None)] }
}

/// Takes the names after the first out of a person again; what was written stays with the first.
#[must_use]
pub fn take_apart(person: &Person) -> Action {
    let mut contact = (*person.contact).clone();
    contact.known_as.truncate(1);
    keep(format!("Took the names of {} apart", person.name()), contact)
}

/// The record of a person with these texts, and `None` where there is nothing left to keep.
#[must_use]
pub fn record(contact: Contact) -> (Key, Option<Record>) {
    let is_empty = About::ALL.iter().all(|about| about.of(&contact).is_empty())
        && !contact.champion
        && contact.favours.is_empty()
        && contact.known_as.len() < 2;
    let record = Record::from(contact);
    (record.key(), (!is_empty).then_some(record))
}

/// The person with one text changed, for acts that write more than that.
#[must_use]
pub fn with(person: &Person, about: About, text: &str) -> Contact {
    let mut contact = (*person.contact).clone();
    about.set(&mut contact, text.trim().to_owned());
    contact
}

/// Folded name and company.
type Name = (String, String);

/// What the ids of people begin with; the rest is the id of the first interview that was written down with them.
const PREFIX: &str = "c-";

fn name(name: &str, company: &str) -> Name {
    (fold(name.trim()), fold(company.trim()))
}

/// What would be kept about whom these interviews were with.
fn unwritten(interviews: &[Rc<Interview>], contacts: &[Rc<Contact>]) -> Contact {
    let known = interviews
        .last()
        .map(|latest| KnownAs { name: latest.name().to_owned(), company: latest.company.trim().to_owned() });
    let first = interviews.iter().map(|interview| interview.id.as_str()).min().unwrap_or_default();
    let mut id = format!("{PREFIX}{first}");
    // That interview may have been with somebody else when something was written about them.
    while contacts.iter().any(|contact| contact.id == id) {
        id.push('-');
    }
    Contact { id, known_as: known.into_iter().collect(), ..Contact::default() }
}

fn keep(what: String, contact: Contact) -> Action {
    Action::Change { what, changes: vec![record(contact)] }
}

/// "Bram Teasel at Larkspur Homes"
fn called(person: &Person) -> String {
    match person.company() {
        "" => person.name().to_owned(),
        company => format!("{} at {company}", person.name()),
    }
}

/// All that stands about a person somewhere.
fn texts<'a>(person: &'a Person, papers: &'a Papers) -> Vec<&'a str> {
    let contact = &person.contact;
    let mut texts: Vec<&str> = About::ALL.iter().map(|about| about.of(contact)).collect();
    texts.extend(contact.known_as.iter().flat_map(|known| [known.name.as_str(), &known.company]));
    texts.extend(contact.favours.iter().flat_map(|favour| [favour.what.name(), &favour.note]));
    if contact.champion {
        texts.push("champion");
    }
    for interview in &person.interviews {
        texts.extend([interview.who.as_str(), &interview.company]);
        let call = papers.calls().iter().find(|call| call.interview == interview.id);
        texts.extend(call.into_iter().flat_map(|call| of_call(call)));
    }
    texts
}

fn of_call(call: &Call) -> Vec<&str> {
    let mut texts = vec![call.bring_up.as_str(), &call.line, &call.remembered];
    texts.extend(call.questions.iter().flat_map(|question| [question.ask.as_str(), &question.answer]));
    texts.extend(call.follow_ups.iter().map(|follow_up| follow_up.note.as_str()));
    texts
}

#[cfg(test)]
mod tests {
    use super::super::{State, reduce};
    use super::*;

    fn interview(id: &str, who: &str, company: &str, date: &str) -> Interview {
        Interview {
            id: id.into(),
            who: who.into(),
            company: company.into(),
            date: Date::from_iso(date),
            ..Interview::default()
        }
    }

    fn state() -> State {
        let interviews = [
            interview("i-1", "Bram Teasel, recruiter", "Larkspur Homes", "2026-03-04"),
            interview("i-2", "Émilie Sloe", "Nettlebed Care", "2026-03-01"),
            interview("i-3", "BRAM TEASEL, head of care", "larkspur homes", "2026-03-09"),
            interview("i-4", "Bram Teasel", "", ""),
            interview("i-5", "", "Thistledown Hospice", "2026-03-10"),
        ];
        State { mine: Notebook::new(interviews.map(Record::from)), ..State::default() }
    }

    /// "Name/Company: interviews", whom one met last first.
    fn told(state: &State) -> Vec<String> {
        let told = |person: &Person| {
            let ids: Vec<&str> = person.interviews.iter().map(|interview| interview.id.as_str()).collect();
            format!("{}/{}: {}", person.name(), person.company(), ids.join(" "))
        };
        everybody(&state.mine).iter().map(told).collect()
    }

    fn person(state: &State, id: &str) -> Person {
        find(everybody(&state.mine), id).unwrap()
    }

    fn write_about(state: &State, id: &str, about: About, text: &str) -> State {
        reduce(state, write(&person(state, id), &[(about, text.to_owned())]))
    }

    #[test]
    fn a_person_is_a_name_at_a_company_however_spelt() {
        assert_eq!(
            told(&state()),
            ["BRAM TEASEL/larkspur homes: i-1 i-3", "Émilie Sloe/Nettlebed Care: i-2", "Bram Teasel/: i-4"]
        );
        let bram = person(&state(), "c-i-3");
        assert_eq!((bram.contact.id.as_str(), bram.role()), ("c-i-1", "head of care"));
        assert_eq!(bram.last_met(), Date::from_iso("2026-03-09"));
    }

    #[test]
    fn nothing_is_kept_until_something_is_written_nor_when_all_is_taken_away() {
        let state = state();
        assert!(state.mine.papers().contacts().is_empty());
        let written = write_about(&state, "c-i-1", About::CommonGround, "  Both from Eastleigh ");
        assert_eq!(written.mine.papers().contacts()[0].common_ground, "Both from Eastleigh");
        assert_eq!(written.notice.as_deref(), Some("Changed what you know of BRAM TEASEL."));
        assert_eq!(told(&written), told(&state));
        let emptied = write_about(&written, "c-i-1", About::CommonGround, "");
        assert!(emptied.mine.papers().contacts().is_empty());
        assert!(reduce(&written, Action::Undo).mine.papers().contacts().is_empty());
    }

    #[test]
    fn merging_loses_nothing_and_can_be_taken_back() {
        let mut state = state();
        state = write_about(&state, "c-i-1", About::CommonGround, "Eastleigh");
        state = write_about(&state, "c-i-4", About::CommonGround, "The same choir");
        state = write_about(&state, "c-i-4", About::LooksFor, "Night nurses");
        state = write_about(&state, "c-i-1", About::HowMet, "At the fair");
        state = write_about(&state, "c-i-4", About::HowMet, "At the fair");
        let favour =
            |note: &str, day: &str| Favour { note: note.into(), date: Date::from_iso(day), ..Favour::default() };
        state = reduce(&state, add_favour(&person(&state, "c-i-1"), favour("later", "2026-03-20")));
        state = reduce(&state, add_favour(&person(&state, "c-i-4"), favour("earlier", "2026-03-11")));
        state = reduce(&state, set_champion(&person(&state, "c-i-4"), true));
        let merged = reduce(&state, merge(&person(&state, "c-i-1"), &person(&state, "c-i-4")));
        assert_eq!(told(&merged), ["Bram Teasel/larkspur homes: i-1 i-3 i-4", "Émilie Sloe/Nettlebed Care: i-2"]);
        let bram = person(&merged, "c-i-4").contact;
        assert_eq!(bram.common_ground, "Eastleigh\nThe same choir");
        assert_eq!((bram.looks_for.as_str(), bram.how_met.as_str()), ("Night nurses", "At the fair"));
        assert!(bram.champion);
        assert_eq!(bram.favours.iter().map(|f| f.note.as_str()).collect::<Vec<_>>(), ["earlier", "later"]);
        assert_eq!(merged.mine.papers().contacts().len(), 1);

        let back = reduce(&merged, Action::Undo);
        assert_eq!(back.mine.papers(), state.mine.papers());
        let apart = reduce(&merged, take_apart(&person(&merged, "c-i-1")));
        assert_eq!(told(&apart), told(&state));
        assert_eq!(person(&apart, "c-i-1").contact.common_ground, "Eastleigh\nThe same choir");
    }

    #[test]
    fn whose_interviews_are_gone_stays_as_long_as_something_is_written() {
        let state = write_about(&state(), "c-i-2", About::LooksFor, "Night nurses");
        let state = reduce(&state, Action::Delete("i-2".into()));
        assert_eq!(told(&state).last().unwrap(), "Émilie Sloe/Nettlebed Care: ");
        assert_eq!(person(&state, "c-i-2").place(), "Nettlebed Care");
    }

    #[test]
    fn an_interview_that_turns_out_to_be_with_another_leaves_what_was_written_with_the_first() {
        let mut state = write_about(&state(), "c-i-2", About::LooksFor, "Night nurses");
        state = reduce(&state, Action::Keep(interview("i-2", "Philippa Sloe", "Nettlebed Care", "2026-03-01")));
        assert_eq!(person(&state, "c-i-2").name(), "Émilie Sloe");
        state = write_about(&state, "c-i-2-", About::LooksFor, "A cook");
        assert_eq!(person(&state, "c-i-2-").name(), "Philippa Sloe");
        assert_eq!(person(&state, "c-i-2").contact.looks_for, "Night nurses");
    }

    #[test]
    fn what_was_given_and_asked_is_counted() {
        let mut state = state();
        for asked in [false, true, false] {
            let favour = Favour { what: Value::Article, asked, ..Favour::default() };
            state = reduce(&state, add_favour(&person(&state, "c-i-2"), favour));
        }
        assert_eq!(person(&state, "c-i-2").balance(), (2, 1));
        let state = reduce(&state, remove_favour(&person(&state, "c-i-2"), 0));
        assert_eq!(person(&state, "c-i-2").balance(), (1, 1));
        assert_eq!(remove_favour(&person(&state, "c-i-2"), 9), remove_favour(&person(&state, "c-i-2"), 10));
    }

    #[test]
    fn people_are_found_by_all_that_stands_about_them() {
        let mut state = write_about(&state(), "c-i-2", About::LooksFor, "Night nurses");
        let call = Call {
            id: Call::id_of("i-3"),
            interview: "i-3".into(),
            remembered: "The flooded laundry".into(),
            ..Call::default()
        };
        let record = Record::from(call);
        state = reduce(&state, Action::Change { what: "x".into(), changes: vec![(record.key(), Some(record))] });
        let found = |words: &str| -> Vec<String> {
            let found = search(everybody(&state.mine), state.mine.papers(), words);
            found.iter().map(|person| person.contact.id.clone()).collect()
        };
        assert_eq!(found("emilie NIGHT"), ["c-i-2"]);
        assert_eq!(found("laundry head"), ["c-i-1"]);
        assert_eq!(found(" "), ["c-i-1", "c-i-2", "c-i-4"]);
        assert!(found("nobody").is_empty());
    }

    #[test]
    fn every_value_is_read_back() {
        for value in Value::ALL {
            assert_eq!(Value::from_name(value.name()), value);
        }
    }
}
