//! One conversation with a recruiter or interviewer.

use serde::{Deserialize, Serialize};

use super::{Date, Stage};

/// One conversation and the answer it brought. This is also the record in the store.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interview {
    /// Made where the interview is made; sorts in the order of making.
    pub id: String,
    /// Name, and the role after a comma: "Ottoline Quill, recruiter".
    #[serde(default)]
    pub who: String,
    #[serde(default)]
    pub company: String,
    #[serde(default)]
    pub stage: Option<Stage>,
    #[serde(default)]
    pub date: Option<Date>,
    /// What they said they liked, in their own words.
    #[serde(default)]
    pub answer: String,
    #[serde(default)]
    pub asking: Asking,
}

/// Whether the question was put, and whether it was answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asking {
    #[default]
    Answered,
    NoAnswer,
    NotAsked,
}

/// What a form has a field for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Who,
    Company,
    Stage,
    Date,
    Answer,
    Asking,
}

impl Asking {
    pub const ALL: [Self; 3] = [Self::Answered, Self::NoAnswer, Self::NotAsked];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answered => "They answered",
            Self::NoAnswer => "No answer",
            Self::NotAsked => "Didn’t ask",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|asking| asking.name() == name).unwrap_or_default()
    }
}

impl Interview {
    /// There are words to analyse.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.asking == Asking::Answered && !self.answer.trim().is_empty()
    }

    /// The part of `who` before the first comma.
    #[must_use]
    pub fn name(&self) -> &str {
        self.who.split_once(',').map_or(self.who.as_str(), |(name, _)| name).trim()
    }

    /// The part of `who` after the first comma.
    #[must_use]
    pub fn role(&self) -> &str {
        self.who.split_once(',').map_or("", |(_, role)| role.trim())
    }

    /// How to speak of this interview: "the interview with Ottoline Quill".
    #[must_use]
    pub fn title(&self) -> String {
        match (self.name(), self.company.as_str()) {
            ("", "") if self.answer.is_empty() => "an interview".to_owned(),
            ("", "") => {
                let words: Vec<&str> = self.answer.split_whitespace().take(5).collect();
                format!("the interview “{} …”", words.join(" "))
            }
            ("", company) => format!("the interview at {company}"),
            (name, _) => format!("the interview with {name}"),
        }
    }

    /// Sets one field as a form gives it.
    pub fn set(&mut self, field: Field, value: String) {
        match field {
            Field::Who => self.who = value,
            Field::Company => self.company = value,
            Field::Stage => self.stage = Stage::from_words(&value),
            Field::Date => self.date = Date::from_iso(&value),
            Field::Answer => self.answer = value,
            Field::Asking => self.asking = Asking::from_name(&value),
        }
    }

    /// Fields without the white space around them, as they are kept.
    #[must_use]
    pub fn trimmed(mut self) -> Self {
        for field in [&mut self.who, &mut self.company, &mut self.answer] {
            let trimmed = field.trim();
            if trimmed.len() != field.len() {
                *field = trimmed.to_owned();
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_name_and_role_apart() {
        let mut interview = Interview { who: "Ottoline Quill, senior recruiter, north".into(), ..Interview::default() };
        assert_eq!((interview.name(), interview.role()), ("Ottoline Quill", "senior recruiter, north"));
        assert_eq!(interview.title(), "the interview with Ottoline Quill");
        interview.who.clear();
        interview.company = "Thistledown Mills".into();
        assert_eq!(interview.title(), "the interview at Thistledown Mills");
        interview.company.clear();
        interview.answer = "You stay calm when everything goes wrong.".into();
        assert_eq!(interview.title(), "the interview “You stay calm when everything …”");
    }
}
