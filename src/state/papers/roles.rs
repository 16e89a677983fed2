//! What the user writes for one role, and to ask one person for advice.

use refrain_core::PointAnchor;
use serde::{Deserialize, Serialize};

use super::super::Date;

/// A half-page plan for one role: what they need, what of mine meets it, the first 90 days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Plan {
    pub id: String,
    /// "Head of support".
    pub role: String,
    pub company: String,
    /// When it was begun.
    pub made: Option<Date>,
    /// What they ask for, as it was typed or pasted. `fit::needs` takes it apart.
    pub asks: String,
    /// What the user said about single needs.
    pub about: Vec<AboutNeed>,
    /// What I would do in the first, second and third month.
    pub months: [String; 3],
}

/// What the user said about one need. It is known by its words, so it holds as long as these stand in the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AboutNeed {
    pub need: String,
    /// It is no need, or not worth a line of the plan.
    pub left_out: bool,
    /// Points that meet it, whatever the engine says.
    pub met_by: Vec<PointAnchor>,
    /// Points that do not.
    pub not_met_by: Vec<PointAnchor>,
    /// In the user's own words: what to show besides, or to ask or prepare where there is nothing to show.
    pub own: String,
}

/// A request for a conversation: for advice, not for a job.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Advice {
    pub id: String,
    /// Whom it is to.
    pub to: String,
    pub company: String,
    pub made: Option<Date>,
    /// What drew me to them.
    pub drew_me: String,
    /// Who I am, in a line.
    pub who_i_am: String,
    /// What I want to learn.
    pub to_learn: String,
    /// How little it asks of them.
    pub how_little: String,
    /// What I can do for them.
    pub in_return: String,
    /// The user says that it is true: they are writing an article.
    pub is_writing: bool,
    /// What it is about and where it will stand. Part of the request only while `is_writing`.
    pub article: String,
    pub sent: Option<Date>,
}
