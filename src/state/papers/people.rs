//! What the user keeps about people, and about one conversation before and after it.

use serde::{Deserialize, Serialize};

use super::super::Date;

/// A person, as far as something was written about them. Everybody else stands in the interviews alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    pub id: String,
    /// By which names and companies the interviews know them. More than one where two were found to be the same person.
    pub known_as: Vec<KnownAs>,
    /// How we know each other.
    pub how_met: String,
    /// What we share: a town, a hobby, a group.
    pub common_ground: String,
    /// Whom or what they look for, so that one can send it.
    pub looks_for: String,
    /// They would speak for me.
    pub champion: bool,
    /// What was given and asked, in the order of writing.
    pub favours: Vec<Favour>,
}

/// A person's name at a company, in the words of an interview.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KnownAs {
    pub name: String,
    pub company: String,
}

/// One thing given to a person, or asked of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Favour {
    pub what: Value,
    /// Asked of them; else given to them.
    pub asked: bool,
    pub date: Option<Date>,
    pub note: String,
}

/// What people can do for each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    Advice,
    Introduction,
    Referral,
    Article,
    Ear,
    #[default]
    Other,
}

/// What belongs to one interview besides the answer: how it was prepared, what came of it. Its id is made of the
/// interview's, so there is one for each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Call {
    pub id: String,
    /// The interview's id.
    pub interview: String,
    /// A casual way to bring the common ground up, as a question.
    pub bring_up: String,
    /// Questions to ask them, and what they answered.
    pub questions: Vec<Question>,
    /// One line to be remembered by.
    pub line: String,
    /// What they will remember in a week.
    pub remembered: String,
    /// Whether they were glad of the conversation.
    pub glad: Option<Glad>,
    /// Empty until the conversation was looked back on.
    pub follow_ups: Vec<FollowUp>,
}

/// A question and its answer, empty as long as there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    pub ask: String,
    pub answer: String,
}

/// Were they glad to have met me?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Glad {
    Yes,
    Unsure,
    No,
}

/// One of the four small courtesies after a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    pub what: Courtesy,
    #[serde(default)]
    pub status: Status,
    /// When to do it; `None` as long as what triggers it has not happened.
    #[serde(default)]
    pub due: Option<Date>,
    /// When it was done or set aside.
    #[serde(default)]
    pub settled: Option<Date>,
    /// In the user's own words.
    #[serde(default)]
    pub note: String,
}

/// What to do, each with its own trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Courtesy {
    /// At once.
    Thanks,
    /// When the offer went to another.
    GraciousThanks,
    /// An invitation to connect.
    Connect,
    /// When they accepted it: thanks, and how can I support your goals.
    Support,
}

/// How far a follow-up is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    #[default]
    Open,
    Done,
    NotApplicable,
}

/// The questions that one has ready. There is one list, with the id [`Questions::ID`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Questions {
    pub id: String,
    pub list: Vec<String>,
}

impl Questions {
    pub const ID: &str = "questions";
}

impl Call {
    /// The id of the call that belongs to an interview.
    #[must_use]
    pub fn id_of(interview: &str) -> String {
        format!("call-{interview}")
    }
}
