//! The stages of a job search at which somebody can be asked.

use serde::{Deserialize, Serialize};

/// Which kind of conversation it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    RecruiterCall,
    PhoneScreen,
    HiringManager,
    SecondRound,
    Panel,
    Hr,
    FollowUp,
    Informational,
}

impl Stage {
    /// In the order of a job search.
    pub const ALL: [Self; 8] = [
        Self::RecruiterCall,
        Self::PhoneScreen,
        Self::HiringManager,
        Self::SecondRound,
        Self::Panel,
        Self::Hr,
        Self::FollowUp,
        Self::Informational,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RecruiterCall => "Recruiter call",
            Self::PhoneScreen => "Phone screen",
            Self::HiringManager => "Hiring manager",
            Self::SecondRound => "Second round",
            Self::Panel => "Panel",
            Self::Hr => "HR",
            Self::FollowUp => "Follow-up",
            Self::Informational => "Informational",
        }
    }

    /// Reads a stage as people write it in their notes. `None` when the words name no stage.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let words = words.trim().to_ascii_lowercase().replace('-', " ");
        Some(match words.as_str() {
            "recruiter call" | "first call" | "intro call" | "agency call" => Self::RecruiterCall,
            "phone screen" | "phone prescreen" | "prescreen" | "phone interview" | "screening call" | "screen" => {
                Self::PhoneScreen
            }
            "hiring manager" | "hm" | "hiring manager interview" | "hm interview" => Self::HiringManager,
            "second round" | "second interview" | "round 2" | "2nd round" => Self::SecondRound,
            "panel" | "panel interview" | "onsite" | "on site" => Self::Panel,
            "hr" | "hr interview" | "hr call" => Self::Hr,
            "follow up" | "follow up call" => Self::FollowUp,
            "informational" | "informational interview" | "coffee chat" => Self::Informational,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for stage in Stage::ALL {
            assert_eq!(Stage::from_words(stage.name()), Some(stage));
        }
    }
}
