//! The line above an answer that says who gave it.

use crate::state::{Date, Stage};

/// Longest line that is taken for a heading, in Unicode scalar values, unless it names all that a heading can.
const LONGEST: usize = 120;

/// Words that name what somebody does rather than where.
const ROLES: [&str; 34] = [
    "recruiter",
    "manager",
    "lead",
    "head",
    "director",
    "engineer",
    "developer",
    "designer",
    "partner",
    "officer",
    "cto",
    "ceo",
    "coo",
    "cfo",
    "cmo",
    "cpo",
    "vp",
    "hr",
    "founder",
    "owner",
    "president",
    "principal",
    "analyst",
    "consultant",
    "coordinator",
    "supervisor",
    "sourcer",
    "specialist",
    "assistant",
    "chef",
    "editor",
    "professor",
    "architect",
    "talent",
];

/// Who gave an answer, where and when, as far as one line tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// Name, and the role after a comma.
    pub who: String,
    pub company: String,
    pub stage: Option<Stage>,
    pub date: Option<Date>,
}

impl Heading {
    /// Reads a line as a heading; `None` when it reads like part of an answer.
    ///
    /// A heading is marked as one (`# Heading`, `Heading:`), or names a stage or a date and otherwise people, places and
    /// roles, or consists of two or more names. One with commas, a stage and a date may be of any length.
    #[must_use]
    pub fn read(line: &str) -> Option<Self> {
        let line = line.trim();
        let marked = line.starts_with('#') || line.ends_with(':');
        let line = line.trim_start_matches('#').trim_end_matches(':').trim().trim_matches(['*', '_']);
        let bullet = line.starts_with(['-', '•', '–', '—', '>', '"', '“', '\'', '‘']);
        let sentence = line.ends_with(['.', '!', '?', '…', '"', '”']);
        if line.is_empty() || (!marked && (bullet || sentence)) {
            return None;
        }
        let parts = parts(line);
        let heading = Self::from_parts(&parts);
        // A stage and a date between commas are so sure a sign that titles may be as long as they like.
        let is_whole = line.contains(',') && heading.stage.is_some() && heading.date.is_some();
        if !is_whole && line.chars().count() > LONGEST {
            return None;
        }
        let is_known = |part: &str| Date::from_words(part).is_some() || Stage::from_words(part).is_some();
        let others: Vec<&String> = parts.iter().filter(|part| !is_known(part)).collect();
        let names = others.iter().filter(|part| reads_like_a_name(part)).count();
        let is_heading = if heading.is_certain() {
            // Beside a stage or a date a word like "trustee" may be a role, but no name at all is an answer.
            (is_whole || !others.iter().any(|part| reads_like_prose(part))) && (others.is_empty() || names > 0)
        } else {
            parts.len() >= 2 && names == parts.len()
        };
        (marked || is_heading).then_some(heading)
    }

    /// It names a stage or a date, which no answer does by itself.
    #[must_use]
    pub const fn is_certain(&self) -> bool {
        self.stage.is_some() || self.date.is_some()
    }

    fn from_parts(parts: &[String]) -> Self {
        let mut heading = Self::default();
        let mut rest: Vec<&str> = Vec::new();
        let mut stage_words: Option<&str> = None;
        for part in parts {
            if let (None, Some(date)) = (heading.date, Date::from_words(part)) {
                heading.date = Some(date);
            } else if let Some(stage) = Stage::from_words(part) {
                // "Hiring manager" and "HR" are roles too: where a second stage follows, the first was one.
                if heading.stage.replace(stage).is_some() {
                    rest.extend(stage_words.replace(part));
                } else {
                    stage_words = Some(part);
                }
            } else if let Some(company) = part.strip_prefix("at ").or_else(|| part.strip_prefix('@')) {
                heading.company = company.trim().to_owned();
            } else if let Some((who, company)) = part.split_once(" at ").or_else(|| part.split_once(" @ ")) {
                rest.push(who.trim());
                heading.company = company.trim().to_owned();
            } else {
                rest.push(part);
            }
        }
        // The last part that is neither the first nor a role is the company.
        if heading.company.is_empty()
            && rest.len() > 1
            && let Some(place) = rest.iter().rposition(|part| !is_role(part))
            && place > 0
        {
            heading.company = rest.remove(place).to_owned();
        }
        heading.who = rest.join(", ");
        heading
    }
}

/// Takes a line apart at commas, dashes, bars and brackets. A date keeps its commas: "March 4, 2026".
fn parts(line: &str) -> Vec<String> {
    let bars = line.replace([';', '|', '·', '—', '–', '\t', '(', ')'], "\n").replace(" - ", "\n");
    let mut parts: Vec<String> = Vec::new();
    for part in bars.split(['\n', ',']).map(str::trim).filter(|part| !part.is_empty()) {
        let is_year = part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        match parts.last_mut() {
            Some(before) if is_year => *before = format!("{before}, {part}"),
            _ => parts.push(part.to_owned()),
        }
    }
    parts
}

/// Words of sentences, which stand in no name, role or place.
const SENTENCE_WORDS: [&str; 24] = [
    "you", "your", "youre", "i", "my", "me", "he", "she", "his", "her", "they", "their", "we", "was", "were", "is",
    "are", "has", "had", "have", "liked", "said", "that", "very",
];

fn reads_like_prose(part: &str) -> bool {
    let words: Vec<String> =
        part.split_whitespace().map(|word| word.replace(['\'', '’'], "").to_ascii_lowercase()).collect();
    words.len() > 5 || words.iter().any(|word| SENTENCE_WORDS.contains(&word.as_str()))
}

/// "Ottoline Quill", "head of supply", "at Thistledown Mills": few words, and a capital letter or a role among them.
fn reads_like_a_name(part: &str) -> bool {
    let part = part.trim_start_matches('@').trim_start_matches("at ");
    let words: Vec<&str> = part.split_whitespace().collect();
    words.len() <= 5
        && (is_role(part)
            || words.iter().filter(|word| word.starts_with(char::is_uppercase)).count() * 2 >= words.len())
}

fn is_role(part: &str) -> bool {
    part.to_ascii_lowercase().split(|c: char| !c.is_ascii_alphanumeric()).any(|word| ROLES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, who: &str, company: &str, stage: Option<Stage>, date: Option<&str>) {
        let heading = Heading::read(line).unwrap_or_else(|| panic!("not read as a heading: {line}"));
        let expected = Heading {
            who: who.into(),
            company: company.into(),
            stage,
            date: date.map(|date| Date::from_iso(date).unwrap()),
        };
        assert_eq!(heading, expected, "{line}");
    }

    #[test]
    fn reads_headings_as_people_write_them() {
        check(
            "Ottoline Quill, recruiter, Thistledown Mills",
            "Ottoline Quill, recruiter",
            "Thistledown Mills",
            None,
            None,
        );
        check(
            "Ottoline Quill, Thistledown Mills, panel, 4 March 2026",
            "Ottoline Quill",
            "Thistledown Mills",
            Some(Stage::Panel),
            Some("2026-03-04"),
        );
        check(
            "Bram Teasel - Larkspur Freight - phone screen",
            "Bram Teasel",
            "Larkspur Freight",
            Some(Stage::PhoneScreen),
            None,
        );
        check(
            "# Bram Teasel at Larkspur Freight (March 4, 2026)",
            "Bram Teasel",
            "Larkspur Freight",
            None,
            Some("2026-03-04"),
        );
        check("recruiter call | 2026-03-04", "", "", Some(Stage::RecruiterCall), Some("2026-03-04"));
        check("Bram:", "Bram", "", None, None);
        check(
            "Leopold Gorse, trustee, Thistledown Hospice, panel, 22 April 2026",
            "Leopold Gorse, trustee",
            "Thistledown Hospice",
            Some(Stage::Panel),
            Some("2026-04-22"),
        );
        check("head of supply, Larkspur Freight", "head of supply", "Larkspur Freight", None, None);
        check("Bram Teasel, hiring manager, Larkspur", "Bram Teasel", "Larkspur", Some(Stage::HiringManager), None);
    }

    #[test]
    fn a_role_that_is_also_a_stage_gives_way_to_a_later_stage() {
        check(
            "Cordelia Vetch, hiring manager, Thistledown Hospice, second round",
            "Cordelia Vetch, hiring manager",
            "Thistledown Hospice",
            Some(Stage::SecondRound),
            None,
        );
        check("Bram Teasel, HR, Larkspur, HR", "Bram Teasel, HR", "Larkspur", Some(Stage::Hr), None);
    }

    #[test]
    fn a_long_title_beside_a_stage_and_a_date_is_no_answer() {
        check(
            "Ottoline Quill, senior deputy director of people and culture for the northern and western counties, \
             Thistledown Mills, panel, 4 March 2026",
            "Ottoline Quill, senior deputy director of people and culture for the northern and western counties",
            "Thistledown Mills",
            Some(Stage::Panel),
            Some("2026-03-04"),
        );
        check(
            "Bram Teasel, head of IS, Larkspur Freight, HR, 2026-03-04",
            "Bram Teasel, head of IS",
            "Larkspur Freight",
            Some(Stage::Hr),
            Some("2026-03-04"),
        );
    }

    #[test]
    fn leaves_answers_alone() {
        for line in [
            "you stay calm, which is rare",
            "Calm, quick, kind",
            "- Bram Teasel, recruiter",
            "“Calm, Kind, Quick”",
            "You explain things so anyone can follow, and you never talk down to people when you do that",
            "They liked that I asked about the night shift.",
            "Phone screen - liked my calm under pressure",
            "Panel, you were calm and you listened to everyone in the room",
            "HR, liked my drawings",
            "Phone screen - calm under pressure",
            "Panel, 4 March 2026, you were calm and you listened to everyone in the room",
            "ты спокоен, и это редкость",
            "",
        ] {
            assert_eq!(Heading::read(line), None, "{line}");
        }
    }
}
