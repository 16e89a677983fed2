//! Asking somebody for advice, not for a job: a request in the user's own words, and what became of it.

use std::rc::Rc;

use super::decide::{NewId, title};
use super::record::{Key, Kind};
use super::{Action, Advice, Date};
use crate::text::{fold, listed};

/// A part of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    DrewMe,
    WhoIAm,
    ToLearn,
    HowLittle,
    InReturn,
    /// Only for those who say that they are writing one.
    Article,
}

impl Part {
    /// Those that everybody is asked for, in the order of the request.
    pub const ALL: [Self; 5] = [Self::DrewMe, Self::WhoIAm, Self::ToLearn, Self::HowLittle, Self::InReturn];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::DrewMe => "What drew me to you",
            Self::WhoIAm => "Who I am",
            Self::ToLearn => "What I want to learn",
            Self::HowLittle => "How little I ask",
            Self::InReturn => "How can I help you?",
            Self::Article => "The article I am writing",
        }
    }

    /// Asks for what makes the words the user's own.
    #[must_use]
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::DrewMe => "What of theirs did you read, hear or see? Name it.",
            Self::WhoIAm => "One line. What do you do when you are at your best?",
            Self::ToLearn => "One question that nobody could answer as well as they can.",
            Self::HowLittle => "How many minutes, by phone or where, in which week?",
            Self::InReturn => "What do you know, or whom, that may be of use to them?",
            Self::Article => "What is it about, and where will it stand?",
        }
    }

    #[must_use]
    pub fn of(self, advice: &Advice) -> &str {
        match self {
            Self::DrewMe => &advice.drew_me,
            Self::WhoIAm => &advice.who_i_am,
            Self::ToLearn => &advice.to_learn,
            Self::HowLittle => &advice.how_little,
            Self::InReturn => &advice.in_return,
            Self::Article => &advice.article,
        }
    }

    pub fn set(self, advice: &mut Advice, text: String) {
        *match self {
            Self::DrewMe => &mut advice.drew_me,
            Self::WhoIAm => &mut advice.who_i_am,
            Self::ToLearn => &mut advice.to_learn,
            Self::HowLittle => &mut advice.how_little,
            Self::InReturn => &mut advice.in_return,
            Self::Article => &mut advice.article,
        } = text;
    }
}

/// The request as one sends it: the user's own words and nothing else, one paragraph each. An article is named only where the user says that
/// it is true.
#[must_use]
pub fn as_text(advice: &Advice) -> String {
    let mut parts = Part::ALL.to_vec();
    if advice.is_writing {
        parts.insert(3, Part::Article);
    }
    let words = parts.into_iter().map(|part| part.of(advice).trim()).filter(|text| !text.is_empty());
    words.collect::<Vec<_>>().join("\n\n")
}

/// "Ottoline Quill, Thistledown Mills".
#[must_use]
pub fn name(advice: &Advice) -> String {
    match (advice.to.as_str(), advice.company.as_str()) {
        ("", "") => "somebody".to_owned(),
        (to, company) => listed(&[to, company]),
    }
}

/// Keeps a request as it was written. `None` where nothing was.
#[must_use]
pub fn keep(advice: &Advice, today: Option<Date>, new_id: NewId) -> Option<Action> {
    let mut advice = advice.clone();
    advice.to = advice.to.trim().to_owned();
    advice.company = advice.company.trim().to_owned();
    for part in Part::ALL.into_iter().chain([Part::Article]) {
        let text = part.of(&advice).trim().to_owned();
        part.set(&mut advice, text);
    }
    if advice.to.is_empty() && as_text(&advice).is_empty() {
        return None;
    }
    let verb = if advice.id.is_empty() { "Kept" } else { "Changed" };
    if advice.id.is_empty() {
        advice.id = new_id(0);
        advice.made = today;
    }
    Some(put(format!("{verb} the request to {}", name(&advice)), advice))
}

#[must_use]
pub fn delete(advice: &Advice) -> Action {
    let key = Key { kind: Kind::Advice, id: advice.id.clone() };
    Action::Change { what: format!("Deleted the request to {}", name(advice)), changes: vec![(key, None)] }
}

/// Notes that it was sent, or with `None` that it was not.
#[must_use]
pub fn set_sent(advice: &Advice, sent: Option<Date>) -> Action {
    let what = format!(
        "Noted that the request to {} was {}sent",
        title(&name(advice)),
        if sent.is_some() { "" } else { "not " }
    );
    put(what, Advice { sent, ..advice.clone() })
}

fn put(what: String, advice: Advice) -> Action {
    let key = Key { kind: Kind::Advice, id: advice.id.clone() };
    Action::Change { what, changes: vec![(key, Some(advice.into()))] }
}

/// The requests that have all the words, the newest first.
#[must_use]
pub fn found<'p>(all: &'p [Rc<Advice>], words: &str) -> Vec<&'p Rc<Advice>> {
    let words = fold(words);
    let has = |advice: &&Rc<Advice>| {
        let text = fold(&format!("{} {}", name(advice), as_text(advice)));
        words.split_whitespace().all(|word| text.contains(word))
    };
    all.iter().rev().filter(has).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{State, reduce};
    use super::*;

    fn advice() -> Advice {
        Advice {
            to: "Ottoline Quill".into(),
            company: "Thistledown Mills".into(),
            drew_me: "I heard your talk on looms.".into(),
            to_learn: "How did you learn to mend them?".into(),
            article: "It is for the mill’s paper.".into(),
            ..Advice::default()
        }
    }

    #[test]
    fn a_request_is_the_users_own_words_and_nothing_else() {
        assert_eq!(as_text(&advice()), "I heard your talk on looms.\n\nHow did you learn to mend them?");
    }

    #[test]
    fn an_article_is_named_only_where_it_is_true() {
        let writing = Advice { is_writing: true, in_return: "I mend clocks.".into(), ..advice() };
        let text = as_text(&writing);
        assert!(
            text.ends_with("How did you learn to mend them?\n\nIt is for the mill’s paper.\n\nI mend clocks."),
            "{text}"
        );
    }

    #[test]
    fn a_request_is_kept_sent_found_and_deleted() {
        let id: NewId = |_| "new".into();
        assert!(keep(&Advice { company: "Thistledown Mills".into(), ..Advice::default() }, None, id).is_none());
        let state = keep(&advice(), Date::from_iso("2026-03-04"), id).map(|act| reduce(&State::default(), act));
        let state = state.unwrap_or_default();
        let kept = &state.mine.papers().advice()[0];
        assert_eq!((kept.id.as_str(), kept.made), ("new", Date::from_iso("2026-03-04")));
        let sent = reduce(&state, set_sent(kept, Date::from_iso("2026-03-05")));
        let all = sent.mine.papers().advice();
        assert_eq!(all[0].sent, Date::from_iso("2026-03-05"));
        assert_eq!((found(all, "loom quill").len(), found(all, "paper").len()), (1, 0));
        let gone = reduce(&sent, delete(&all[0]));
        assert!(gone.mine.papers().advice().is_empty());
        assert_eq!(reduce(&gone, Action::Undo).mine.papers().advice().len(), 1);
    }
}
