//! What the user decided and wrote beside the interviews.
//!
//! Every field has a default, so that records written before a field existed can still be read.

mod people;
mod roles;

use std::rc::Rc;

use refrain_core::{Anchor, Brief, Decision, PitchPlan, PlannedLine, PointAnchor};
use serde::{Deserialize, Serialize};

use super::Date;
use super::fit::role;
use super::record::{Key, Kind, Record};

pub use people::{Call, Contact, Courtesy, Favour, FollowUp, Glad, KnownAs, Question, Questions, Status, Value};
pub use roles::{AboutNeed, Advice, Plan};

/// A decision of the user about points, kept in the order of the ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub id: String,
    pub decision: Decision,
}

/// The user's evidence for a point. Every field may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Story {
    pub id: String,
    pub point: PointAnchor,
    /// The user's own claim that it proves, as long as nobody else has made the point; then `point` is empty.
    pub claim: String,
    pub happened: String,
    pub did: String,
    pub result: String,
}

/// A named pitch: how long it may be, and what the user changed in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Version {
    pub id: String,
    /// "For product roles".
    pub name: String,
    /// How long it may take to say.
    pub seconds: u32,
    /// The lines that the user touched, in the user's order.
    pub lines: Vec<PlannedLine>,
}

/// One practice aloud.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    pub id: String,
    pub date: Option<Date>,
    /// How long it took.
    pub seconds: u32,
    /// How many words were to be said.
    pub words: u32,
    /// The name of the version, as it was then.
    pub version: String,
}

/// What the user will say to a doubt.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reply {
    pub id: String,
    pub doubt: Anchor,
    pub text: String,
}

/// The user's own version. There is one, with the id [`Narrative::ID`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Narrative {
    pub id: String,
    pub text: String,
    /// When it was first written.
    pub written: Option<Date>,
    /// Claims that nobody echoes and that the user does not want to prove.
    pub let_go: Vec<String>,
}

/// What the user set. There is one, with the id [`Settings::ID`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub id: String,
    /// How fast the user speaks.
    pub words_a_minute: u32,
    /// How many askings one recruiter contact brings.
    pub askings_each: u32,
    /// How many recruiters the user means to speak with.
    pub recruiters: u32,
    /// The version of the pitch that is shown, by id; the unnamed one where there is none with it.
    pub version: String,
    /// The single key N opens the form for a new answer.
    pub is_key_on: bool,
    /// Phrases that everybody uses and that the user keeps all the same.
    pub kept_phrases: Vec<String>,
    /// Who may be named in what leaves the page: keys of [`Party`](super::redact::Party).
    pub shown: Vec<String>,
    /// Which passages of answers go out with the pitch.
    pub quoted: Vec<Anchor>,
    /// The day on which a backup was last saved.
    pub last_backup: Option<Date>,
    /// After how many days the user is reminded of a backup; never with 0.
    pub remind_after: u16,
    /// The day on which the user put the reminder off.
    pub reminded: Option<Date>,
}

impl Narrative {
    pub const ID: &str = "narrative";
}

impl Settings {
    pub const ID: &str = "settings";
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            id: Self::ID.to_owned(),
            // Most people speak 130 to 150 words a minute.
            words_a_minute: 140,
            // The recruiter, three phone screens and a follow-up; three recruiters.
            askings_each: 5,
            recruiters: 3,
            version: String::new(),
            is_key_on: false,
            kept_phrases: Vec::new(),
            shown: Vec::new(),
            quoted: Vec::new(),
            last_backup: None,
            remind_after: 30,
            reminded: None,
        }
    }
}

/// The pitch that there is before the user names one.
const UNNAMED_SECONDS: u32 = 60;

/// The record as one of its kind; `None` for a deleted one.
macro_rules! as_kind {
    ($record:expr, $kind:ident) => {
        match $record {
            Some(Record::$kind(record)) => Some(record),
            _ => None,
        }
    };
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Papers {
    decided: Vec<Rc<Decided>>,
    stories: Vec<Rc<Story>>,
    versions: Vec<Rc<Version>>,
    practices: Vec<Rc<Practice>>,
    replies: Vec<Rc<Reply>>,
    contacts: Vec<Rc<Contact>>,
    calls: Vec<Rc<Call>>,
    questions: Option<Rc<Questions>>,
    plans: Vec<Rc<Plan>>,
    advice: Vec<Rc<Advice>>,
    narrative: Option<Rc<Narrative>>,
    settings: Option<Rc<Settings>>,
}

impl Papers {
    #[must_use]
    pub fn decided(&self) -> &[Rc<Decided>] {
        &self.decided
    }

    #[must_use]
    pub fn stories(&self) -> &[Rc<Story>] {
        &self.stories
    }

    /// The first is the one that there is before the user names any; it may not be kept yet.
    #[must_use]
    pub fn versions(&self) -> Vec<Rc<Version>> {
        let mut versions = self.versions.clone();
        if versions.first().is_none_or(|first| !first.id.is_empty()) {
            versions.insert(0, Rc::new(Version { seconds: UNNAMED_SECONDS, ..Version::default() }));
        }
        versions
    }

    /// The one that is shown.
    #[must_use]
    pub fn version(&self) -> Rc<Version> {
        let chosen = self.settings.as_ref().map_or("", |settings| settings.version.as_str());
        let mut versions = self.versions();
        let place = versions.iter().position(|version| version.id == chosen).unwrap_or(0);
        versions.swap_remove(place)
    }

    #[must_use]
    pub fn practices(&self) -> &[Rc<Practice>] {
        &self.practices
    }

    #[must_use]
    pub fn replies(&self) -> &[Rc<Reply>] {
        &self.replies
    }

    /// The people about whom something was written; `people` tells of everybody.
    #[must_use]
    pub fn contacts(&self) -> &[Rc<Contact>] {
        &self.contacts
    }

    #[must_use]
    pub fn calls(&self) -> &[Rc<Call>] {
        &self.calls
    }

    /// What belongs to this interview; empty where nothing was written.
    #[must_use]
    pub fn call(&self, interview: &str) -> Rc<Call> {
        let found = self.calls.iter().find(|call| call.interview == interview).cloned();
        found.unwrap_or_else(|| {
            Rc::new(Call { id: Call::id_of(interview), interview: interview.to_owned(), ..Call::default() })
        })
    }

    /// The user's own list; `None` as long as it was not changed.
    #[must_use]
    pub fn questions(&self) -> Option<Rc<Questions>> {
        self.questions.clone()
    }

    /// The plans for single roles.
    #[must_use]
    pub fn plans(&self) -> &[Rc<Plan>] {
        &self.plans
    }

    /// The requests for a conversation.
    #[must_use]
    pub fn advice(&self) -> &[Rc<Advice>] {
        &self.advice
    }

    #[must_use]
    pub fn narrative(&self) -> Rc<Narrative> {
        self.narrative.clone().unwrap_or_default()
    }

    #[must_use]
    pub fn settings(&self) -> Rc<Settings> {
        self.settings.clone().unwrap_or_default()
    }

    #[must_use]
    pub fn get(&self, key: &Key) -> Option<Record> {
        match key.kind {
            Kind::Interview => None,
            Kind::Decided => find(&self.decided, key, |r| &r.id).map(Record::Decided),
            Kind::Story => find(&self.stories, key, |r| &r.id).map(Record::Story),
            Kind::Version => find(&self.versions, key, |r| &r.id).map(Record::Version),
            Kind::Practice => find(&self.practices, key, |r| &r.id).map(Record::Practice),
            Kind::Reply => find(&self.replies, key, |r| &r.id).map(Record::Reply),
            Kind::Contact => find(&self.contacts, key, |r| &r.id).map(Record::Contact),
            Kind::Call => find(&self.calls, key, |r| &r.id).map(Record::Call),
            Kind::Questions => self.questions.clone().map(Record::Questions),
            Kind::Plan => find(&self.plans, key, |r| &r.id).map(Record::Plan),
            Kind::Advice => find(&self.advice, key, |r| &r.id).map(Record::Advice),
            Kind::Narrative => self.narrative.clone().map(Record::Narrative),
            Kind::Settings => self.settings.clone().map(Record::Settings),
        }
    }

    /// All of one kind. Interviews are none of these.
    #[must_use]
    pub fn all(&self, kind: Kind) -> Vec<Record> {
        match kind {
            Kind::Interview => Vec::new(),
            Kind::Decided => self.decided.iter().cloned().map(Record::Decided).collect(),
            Kind::Story => self.stories.iter().cloned().map(Record::Story).collect(),
            Kind::Version => self.versions.iter().cloned().map(Record::Version).collect(),
            Kind::Practice => self.practices.iter().cloned().map(Record::Practice).collect(),
            Kind::Reply => self.replies.iter().cloned().map(Record::Reply).collect(),
            Kind::Contact => self.contacts.iter().cloned().map(Record::Contact).collect(),
            Kind::Call => self.calls.iter().cloned().map(Record::Call).collect(),
            Kind::Questions => self.questions.iter().cloned().map(Record::Questions).collect(),
            Kind::Plan => self.plans.iter().cloned().map(Record::Plan).collect(),
            Kind::Advice => self.advice.iter().cloned().map(Record::Advice).collect(),
            Kind::Narrative => self.narrative.iter().cloned().map(Record::Narrative).collect(),
            Kind::Settings => self.settings.iter().cloned().map(Record::Settings).collect(),
        }
    }

    /// Sets or, with `None`, removes one record. Interviews are none of these.
    pub fn set(&mut self, key: &Key, record: Option<Record>) {
        match key.kind {
            Kind::Interview => {}
            Kind::Decided => put(&mut self.decided, key, |r| &r.id, as_kind!(record, Decided)),
            Kind::Story => put(&mut self.stories, key, |r| &r.id, as_kind!(record, Story)),
            Kind::Version => put(&mut self.versions, key, |r| &r.id, as_kind!(record, Version)),
            Kind::Practice => put(&mut self.practices, key, |r| &r.id, as_kind!(record, Practice)),
            Kind::Reply => put(&mut self.replies, key, |r| &r.id, as_kind!(record, Reply)),
            Kind::Contact => put(&mut self.contacts, key, |r| &r.id, as_kind!(record, Contact)),
            Kind::Call => put(&mut self.calls, key, |r| &r.id, as_kind!(record, Call)),
            Kind::Questions => self.questions = as_kind!(record, Questions),
            Kind::Plan => put(&mut self.plans, key, |r| &r.id, as_kind!(record, Plan)),
            Kind::Advice => put(&mut self.advice, key, |r| &r.id, as_kind!(record, Advice)),
            Kind::Narrative => self.narrative = as_kind!(record, Narrative),
            Kind::Settings => self.settings = as_kind!(record, Settings),
        }
    }

    /// What the engine reads of them.
    #[must_use]
    pub fn brief(&self) -> Brief {
        let words_a_minute = self.settings().words_a_minute;
        let story = |story: &Rc<Story>| refrain_core::Story {
            point: story.point.clone(),
            happened: story.happened.clone(),
            did: story.did.clone(),
            result: story.result.clone(),
        };
        let plan = |version: &Rc<Version>| PitchPlan {
            id: version.id.clone(),
            seconds: version.seconds,
            words_a_minute,
            lines: version.lines.clone(),
        };
        Brief {
            decisions: self.decided.iter().map(|decided| decided.decision.clone()).collect(),
            narrative: self.narrative().text.clone(),
            stories: self.stories.iter().map(story).collect(),
            plans: self.versions().iter().map(plan).collect(),
            roles: self.plans.iter().map(|plan| role(plan)).collect(),
        }
    }
}

fn find<T>(records: &[Rc<T>], key: &Key, id: impl Fn(&T) -> &String) -> Option<Rc<T>> {
    let place = records.binary_search_by(|record| id(record).as_str().cmp(&key.id)).ok()?;
    records.get(place).cloned()
}

/// Keeps them in the order of their ids, which is that of making.
fn put<T>(records: &mut Vec<Rc<T>>, key: &Key, id: impl Fn(&T) -> &String, record: Option<Rc<T>>) {
    match (records.binary_search_by(|other| id(other).as_str().cmp(&key.id)), record) {
        (Ok(place), Some(record)) => records[place] = record,
        (Ok(place), None) => {
            records.remove(place);
        }
        (Err(place), Some(record)) => records.insert(place, record),
        (Err(_), None) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stand_in_the_order_of_making_and_go_when_deleted() {
        let mut papers = Papers::default();
        let story = |id: &str| Record::from(Story { id: id.into(), ..Story::default() });
        for id in ["b", "a", "c"] {
            papers.set(&story(id).key(), Some(story(id)));
        }
        papers.set(&story("c").key(), None);
        assert_eq!(papers.stories().iter().map(|story| story.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(papers.get(&story("a").key()), Some(story("a")));
        assert_eq!(papers.get(&story("c").key()), None);
    }

    #[test]
    fn there_is_always_a_version_to_show() {
        let mut papers = Papers::default();
        assert_eq!((papers.version().seconds, papers.versions().len()), (60, 1));
        let named = Version { id: "v".into(), name: "For product roles".into(), seconds: 30, ..Version::default() };
        papers.set(&Record::from(named.clone()).key(), Some(named.into()));
        let chosen = Settings { version: "v".into(), ..Settings::default() };
        papers.set(&Record::from(chosen.clone()).key(), Some(chosen.into()));
        assert_eq!((papers.version().name.as_str(), papers.versions().len()), ("For product roles", 2));
        assert_eq!(papers.brief().plans[1].words_a_minute, 140);
    }
}
