//! Which interviews are shown, and in which order.

use std::rc::Rc;

use super::{Interview, Stage};
use crate::text::fold;

/// What is looked for. The empty one leaves nothing out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Each of these words, or parts of words, stands somewhere in the interview.
    pub words: String,
    pub stage: Option<Stage>,
    pub company: String,
    /// The name without the role.
    pub person: String,
    pub order: Order,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Newest,
    Oldest,
    Company,
    Person,
}

impl Order {
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Company, Self::Person];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newest => "Newest first",
            Self::Oldest => "Oldest first",
            Self::Company => "By company",
            Self::Person => "By person",
        }
    }

    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.name() == name).unwrap_or_default()
    }

    /// What the order is called in an address.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Company => "company",
            Self::Person => "person",
        }
    }

    #[must_use]
    pub fn from_slug(slug: &str) -> Self {
        Self::ALL.into_iter().find(|order| order.slug() == slug).unwrap_or_default()
    }
}

impl Search {
    /// It may leave something out.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        !self.words.trim().is_empty() || self.stage.is_some() || !self.company.is_empty() || !self.person.is_empty()
    }

    /// The same order, with nothing left out.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { order: self.order, ..Self::default() }
    }

    /// The interviews to show. `interviews` stand in time order; within one company or person the newest comes first.
    #[must_use]
    pub fn find(&self, interviews: &[Rc<Interview>]) -> Vec<Rc<Interview>> {
        let words = fold(&self.words);
        let (company, person) = (fold(&self.company), fold(&self.person));
        let is_found = |interview: &&Rc<Interview>| {
            self.stage.is_none_or(|stage| interview.stage == Some(stage))
                && (company.is_empty() || fold(interview.company.trim()) == company)
                && (person.is_empty() || fold(interview.name()) == person)
                && has_words(interview, &words)
        };
        let mut found: Vec<Rc<Interview>> = interviews.iter().filter(is_found).cloned().collect();
        if self.order != Order::Oldest {
            found.reverse();
            // Stable: those without a date stay in the order of making, after the others.
            found.sort_by_key(|interview| interview.date.is_none());
        }
        match self.order {
            Order::Newest | Order::Oldest => found,
            Order::Company => by(found, |interview| &interview.company),
            Order::Person => by(found, Interview::name),
        }
    }
}

/// The different values of one field in alphabetical order, each as it was spelt last.
#[must_use]
pub fn different(interviews: &[Rc<Interview>], value: fn(&Interview) -> &str) -> Vec<String> {
    let mut sorted: Vec<(String, &str)> =
        interviews.iter().rev().map(|interview| value(interview).trim()).map(|value| (fold(value), value)).collect();
    // Stable, so of several spellings the latest comes first.
    sorted.sort_by(|(one, _), (other, _)| one.cmp(other));
    sorted.dedup_by(|(later, _), (kept, _)| later == kept);
    sorted.into_iter().filter(|(folded, _)| !folded.is_empty()).map(|(_, value)| value.to_owned()).collect()
}

/// The company of this person's last interview, by the whole of `who`.
#[must_use]
pub fn company_of<'a>(interviews: &'a [Rc<Interview>], who: &str) -> Option<&'a str> {
    let same = |interview: &&Rc<Interview>| interview.who == who && !interview.company.is_empty();
    interviews.iter().rev().find(same).map(|interview| interview.company.as_str())
}

fn has_words(interview: &Interview, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let stage = interview.stage.map_or("", Stage::name);
    let text = fold(&[interview.who.as_str(), &interview.company, stage, &interview.answer].join("\n"));
    words.split_whitespace().all(|word| text.contains(word))
}

/// Those without a value come last.
fn by(found: Vec<Rc<Interview>>, value: fn(&Interview) -> &str) -> Vec<Rc<Interview>> {
    let mut sorted: Vec<(bool, String, Rc<Interview>)> = found
        .into_iter()
        .map(|interview| {
            let folded = fold(value(&interview).trim());
            (folded.is_empty(), folded, interview)
        })
        .collect();
    sorted.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    sorted.into_iter().map(|(_, _, interview)| interview).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Date, Notebook, Record};
    use super::*;

    fn notebook() -> Notebook {
        let interview = |id: &str, who: &str, company: &str, stage, date: &str, answer: &str| Interview {
            id: id.into(),
            who: who.into(),
            company: company.into(),
            stage,
            date: Date::from_iso(date),
            answer: answer.into(),
            ..Interview::default()
        };
        let panel = Some(Stage::Panel);
        Notebook::new(
            [
                interview("a", "Bram Teasel, recruiter", "Larkspur Homes", panel, "2026-03-04", "You stay calm."),
                interview("b", "Émilie Sloe", "Nettlebed Care", Some(Stage::Hr), "2026-03-01", "You draw well."),
                interview(
                    "c",
                    "Bram Teasel, head of care",
                    "larkspur homes",
                    panel,
                    "2026-03-09",
                    "Calm, and you DRAW.",
                ),
                interview("d", "", "", None, "", "You ask first."),
            ]
            .map(Record::from),
        )
    }

    fn check(search: &Search, expected: &str) {
        let found = search.find(notebook().in_time_order());
        let ids: Vec<&str> = found.iter().map(|interview| interview.id.as_str()).collect();
        assert_eq!(ids.join(" "), expected, "{search:?}");
    }

    #[test]
    fn finds_by_words_in_any_field_and_any_spelling() {
        let words = |words: &str| Search { words: words.into(), ..Search::default() };
        check(&words(""), "c a b d");
        check(&words("draw"), "c b");
        check(&words(" emilie  DRAW "), "b");
        check(&words("larkspur calm"), "c a");
        check(&words("panel"), "c a");
        check(&words("nobody said this"), "");
    }

    #[test]
    fn filters_by_stage_company_and_person() {
        check(&Search { stage: Some(Stage::Hr), ..Search::default() }, "b");
        check(&Search { company: "Larkspur Homes".into(), ..Search::default() }, "c a");
        check(&Search { person: "Bram Teasel".into(), words: "stay".into(), ..Search::default() }, "a");
        check(&Search { stage: Some(Stage::Hr), company: "Larkspur Homes".into(), ..Search::default() }, "");
    }

    #[test]
    fn orders_by_time_company_and_person_with_the_nameless_last() {
        check(&Search { order: Order::Oldest, ..Search::default() }, "b a c d");
        check(&Search { order: Order::Company, ..Search::default() }, "c a b d");
        check(&Search { order: Order::Person, ..Search::default() }, "c a b d");
        for order in Order::ALL {
            assert_eq!(Order::from_slug(order.slug()), order);
        }
    }

    #[test]
    fn a_value_in_two_spellings_is_offered_once_as_spelt_last() {
        let notebook = notebook();
        assert_eq!(different(notebook.in_time_order(), |i| &i.company), ["larkspur homes", "Nettlebed Care"]);
        assert_eq!(different(notebook.in_time_order(), Interview::name), ["Bram Teasel", "Émilie Sloe"]);
    }

    #[test]
    fn a_known_person_brings_their_last_company() {
        let notebook = notebook();
        assert_eq!(company_of(notebook.in_time_order(), "Bram Teasel, head of care"), Some("larkspur homes"));
        assert_eq!(company_of(notebook.in_time_order(), "Bram"), None);
    }

    #[test]
    fn clearing_keeps_the_order() {
        let search = Search { words: "calm".into(), order: Order::Person, ..Search::default() };
        assert!(search.is_narrow() && !search.cleared().is_narrow());
        assert_eq!(search.cleared().order, Order::Person);
        assert!(!Search { words: "  ".into(), ..Search::default() }.is_narrow());
    }
}
