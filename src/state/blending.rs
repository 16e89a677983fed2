//! Phrases of the user's own texts that everybody uses: which of them to tell of, and which the user keeps all the same.

use refrain_core::Blend;

use super::{Action, Papers, Record, Settings};
use crate::text::fold;

/// What of a text was found, without what the user keeps; each phrase once, in the order of the text.
#[must_use]
pub fn open<'b>(found: &'b [Blend], settings: &Settings) -> Vec<&'b Blend> {
    sorted(found, settings, false)
}

/// What of a text was found and is kept, in the same way.
#[must_use]
pub fn kept<'b>(found: &'b [Blend], settings: &Settings) -> Vec<&'b Blend> {
    sorted(found, settings, true)
}

fn sorted<'b>(found: &'b [Blend], settings: &Settings, is_kept: bool) -> Vec<&'b Blend> {
    let mut all: Vec<&Blend> = Vec::new();
    for blend in found {
        let words = plain(&blend.text);
        if settings.kept_phrases.contains(&words) == is_kept && !all.iter().any(|other| plain(&other.text) == words) {
            all.push(blend);
        }
    }
    all
}

/// The user keeps the phrase: it is not told of again, wherever it stands.
#[must_use]
pub fn keep(papers: &Papers, phrase: &str) -> Action {
    let mut settings = (*papers.settings()).clone();
    settings.kept_phrases.push(plain(phrase));
    put(format!("Kept “{phrase}” as it is"), settings)
}

/// It is told of again.
#[must_use]
pub fn forget(papers: &Papers, phrase: &str) -> Action {
    let mut settings = (*papers.settings()).clone();
    let words = plain(phrase);
    settings.kept_phrases.retain(|other| *other != words);
    put(format!("Watching for “{phrase}” again"), settings)
}

fn plain(phrase: &str) -> String {
    fold(&phrase.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn put(what: String, settings: Settings) -> Action {
    let settings = Record::from(settings);
    Action::Change { what, changes: vec![(settings.key(), Some(settings))] }
}

#[cfg(test)]
mod tests {
    use refrain_core::Span;

    use super::super::{State, reduce};
    use super::*;

    fn blend(text: &str) -> Blend {
        Blend { span: Span { start: 0, end: text.chars().count() }, text: text.into(), concept: "Team player".into() }
    }

    #[test]
    fn a_kept_phrase_is_not_told_of_again_until_it_is_forgotten_or_undone() {
        let found = [blend("team player"), blend("Team  Player"), blend("hard worker")];
        let told = |state: &State| {
            open(&found, &state.mine.papers().settings()).iter().map(|b| b.text.clone()).collect::<Vec<_>>().join(", ")
        };
        let state = State::default();
        assert_eq!(told(&state), "team player, hard worker");
        let kept = reduce(&state, keep(state.mine.papers(), "Team player"));
        assert_eq!(told(&kept), "hard worker");
        assert_eq!(told(&reduce(&kept, Action::Undo)), "team player, hard worker");
        let again = reduce(&kept, forget(kept.mine.papers(), "Team Player"));
        assert_eq!(told(&again), "team player, hard worker");
    }
}
