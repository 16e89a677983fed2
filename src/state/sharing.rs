//! What the user lets out with the pitch: names of people and companies, and quotes. Nothing of both, until it is ticked.
//!
//! Each function gives the settings as they become; [`set()`] makes an act of them.

use refrain_core::Anchor;

use super::redact::Party;
use super::{Action, Record, Settings};

/// With the party named, or not.
#[must_use]
pub fn show(settings: &Settings, party: &Party, is_shown: bool) -> Settings {
    let mut settings = settings.clone();
    settings.shown.retain(|key| *key != party.key);
    if is_shown {
        settings.shown.push(party.key.clone());
    }
    settings
}

/// With the passage quoted, or not.
#[must_use]
pub fn quote(settings: &Settings, passage: &Anchor, is_quoted: bool) -> Settings {
    let mut settings = settings.clone();
    settings.quoted.retain(|other| other != passage);
    if is_quoted {
        settings.quoted.push(passage.clone());
    }
    settings
}

/// `what` is the sentence that tells of it.
#[must_use]
pub fn set(what: &str, settings: Settings) -> Action {
    let record = Record::from(settings);
    Action::Change { what: what.to_owned(), changes: vec![(record.key(), Some(record))] }
}

#[cfg(test)]
mod tests {
    use super::super::{Interview, State, redact::parties, reduce};
    use super::*;

    #[test]
    fn ticks_are_kept_and_taken_back() {
        let interview = Interview { who: "Dana Quill".into(), ..Interview::default() };
        let dana = &parties([&interview])[0];
        let passage = Anchor { note: "a".into(), words: "You plan.".into() };
        let ticked = quote(&show(&Settings::default(), dana, true), &passage, true);
        let state = reduce(&State::default(), set("Dana Quill may be named", ticked));
        let kept = state.mine.papers().settings();
        assert_eq!((kept.shown.len(), kept.quoted.len()), (1, 1));
        assert_eq!(show(&quote(&kept, &passage, false), dana, false), Settings::default());
        assert_eq!(*reduce(&state, Action::Undo).mine.papers().settings(), Settings::default());
    }
}
