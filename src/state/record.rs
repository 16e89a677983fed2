//! What is kept, one record each: interviews, and the papers that lie beside them.

use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Interview;
use super::papers::{
    Advice, Call, Contact, Decided, Narrative, Plan, Practice, Questions, Reply, Settings, Story, Version,
};

/// What a record is. Also how the store tells papers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Interview,
    Decided,
    Story,
    Version,
    Practice,
    Reply,
    Contact,
    Call,
    Questions,
    Plan,
    Advice,
    Narrative,
    Settings,
}

impl Kind {
    pub const ALL: [Self; 13] = [
        Self::Interview,
        Self::Decided,
        Self::Story,
        Self::Version,
        Self::Practice,
        Self::Reply,
        Self::Contact,
        Self::Call,
        Self::Questions,
        Self::Plan,
        Self::Advice,
        Self::Narrative,
        Self::Settings,
    ];

    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What the kind is called in the store and in a backup.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Decided => "decision",
            Self::Story => "story",
            Self::Version => "version",
            Self::Practice => "practice",
            Self::Reply => "reply",
            Self::Contact => "contact",
            Self::Call => "call",
            Self::Questions => "questions",
            Self::Plan => "plan",
            Self::Advice => "advice",
            Self::Narrative => "narrative",
            Self::Settings => "settings",
        }
    }

    /// What a backup calls all of them. Part of the file format (docs/file-format.md).
    #[must_use]
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Interview => "interviews",
            Self::Decided => "decisions",
            Self::Story => "stories",
            Self::Version => "versions",
            Self::Practice => "practices",
            Self::Reply => "replies",
            Self::Contact => "contacts",
            Self::Call => "calls",
            Self::Questions => "questions",
            Self::Plan => "plans",
            Self::Advice => "requests",
            Self::Narrative => "narrative",
            Self::Settings => "settings",
        }
    }

    /// The id that it has where there is only one.
    #[must_use]
    pub const fn only_id(self) -> Option<&'static str> {
        match self {
            Self::Questions => Some(Questions::ID),
            Self::Narrative => Some(Narrative::ID),
            Self::Settings => Some(Settings::ID),
            Self::Interview
            | Self::Decided
            | Self::Story
            | Self::Version
            | Self::Practice
            | Self::Reply
            | Self::Contact
            | Self::Call
            | Self::Plan
            | Self::Advice => None,
        }
    }
}

/// Which record: its kind, and its id among those of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub kind: Kind,
    pub id: String,
}

/// One record, shared with whoever shows it.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    Interview(Rc<Interview>),
    Decided(Rc<Decided>),
    Story(Rc<Story>),
    Version(Rc<Version>),
    Practice(Rc<Practice>),
    Reply(Rc<Reply>),
    Contact(Rc<Contact>),
    Call(Rc<Call>),
    Questions(Rc<Questions>),
    Plan(Rc<Plan>),
    Advice(Rc<Advice>),
    Narrative(Rc<Narrative>),
    Settings(Rc<Settings>),
}

impl Record {
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Interview(_) => Kind::Interview,
            Self::Decided(_) => Kind::Decided,
            Self::Story(_) => Kind::Story,
            Self::Version(_) => Kind::Version,
            Self::Practice(_) => Kind::Practice,
            Self::Reply(_) => Kind::Reply,
            Self::Contact(_) => Kind::Contact,
            Self::Call(_) => Kind::Call,
            Self::Questions(_) => Kind::Questions,
            Self::Plan(_) => Kind::Plan,
            Self::Advice(_) => Kind::Advice,
            Self::Narrative(_) => Kind::Narrative,
            Self::Settings(_) => Kind::Settings,
        }
    }

    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Interview(record) => &record.id,
            Self::Decided(record) => &record.id,
            Self::Story(record) => &record.id,
            Self::Version(record) => &record.id,
            Self::Practice(record) => &record.id,
            Self::Reply(record) => &record.id,
            Self::Contact(record) => &record.id,
            Self::Call(record) => &record.id,
            Self::Questions(record) => &record.id,
            Self::Plan(record) => &record.id,
            Self::Advice(record) => &record.id,
            Self::Narrative(record) => &record.id,
            Self::Settings(record) => &record.id,
        }
    }

    #[must_use]
    pub fn key(&self) -> Key {
        Key { kind: self.kind(), id: self.id().to_owned() }
    }

    /// Reads a record of this kind from whatever it was written to.
    ///
    /// # Errors
    ///
    /// Those of the source.
    pub fn deserialize<'de, D: Deserializer<'de>>(kind: Kind, from: D) -> Result<Self, D::Error> {
        Ok(match kind {
            Kind::Interview => Interview::deserialize(from)?.into(),
            Kind::Decided => Decided::deserialize(from)?.into(),
            Kind::Story => Story::deserialize(from)?.into(),
            Kind::Version => Version::deserialize(from)?.into(),
            Kind::Practice => Practice::deserialize(from)?.into(),
            Kind::Reply => Reply::deserialize(from)?.into(),
            Kind::Contact => Contact::deserialize(from)?.into(),
            Kind::Call => Call::deserialize(from)?.into(),
            Kind::Questions => Questions::deserialize(from)?.into(),
            Kind::Plan => Plan::deserialize(from)?.into(),
            Kind::Advice => Advice::deserialize(from)?.into(),
            Kind::Narrative => Narrative::deserialize(from)?.into(),
            Kind::Settings => Settings::deserialize(from)?.into(),
        })
    }
}

/// The record itself. Its kind is not among the fields.
impl Serialize for Record {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Interview(record) => record.serialize(to),
            Self::Decided(record) => record.serialize(to),
            Self::Story(record) => record.serialize(to),
            Self::Version(record) => record.serialize(to),
            Self::Practice(record) => record.serialize(to),
            Self::Reply(record) => record.serialize(to),
            Self::Contact(record) => record.serialize(to),
            Self::Call(record) => record.serialize(to),
            Self::Questions(record) => record.serialize(to),
            Self::Plan(record) => record.serialize(to),
            Self::Advice(record) => record.serialize(to),
            Self::Narrative(record) => record.serialize(to),
            Self::Settings(record) => record.serialize(to),
        }
    }
}

/// `Interview { .. }.into()` and so on, so that nobody has to name the kind twice.
macro_rules! from {
    ($($name:ident),*) => {
        $(impl From<$name> for Record {
            fn from(record: $name) -> Self {
                Self::$name(Rc::new(record))
            }
        })*
    };
}

from!(Interview, Decided, Story, Version, Practice, Reply, Contact, Call, Questions, Plan, Advice, Narrative, Settings);
