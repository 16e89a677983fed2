//! Who speaks in a text, and about whom, as far as pronouns tell.

use crate::normal::Token;

/// Whom a pronoun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Person {
    You,
    I,
    She,
    He,
    They,
    We,
}

impl Person {
    pub(crate) fn of(word: &str) -> Option<Self> {
        Some(match base(word) {
            "you" | "your" | "yours" | "yourself" => Self::You,
            "i" | "my" | "me" | "mine" | "myself" => Self::I,
            "she" | "her" | "hers" | "herself" => Self::She,
            "he" | "him" | "his" | "himself" => Self::He,
            "they" | "them" | "their" | "theirs" | "themselves" => Self::They,
            "we" | "us" | "our" | "ours" | "ourselves" => Self::We,
            _ => return None,
        })
    }
}

/// How often a text speaks to somebody, of its writer, and of others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Voice {
    you: usize,
    i: usize,
    he: usize,
    she: usize,
    they: usize,
}

impl Voice {
    pub(crate) fn of<'t>(words: impl IntoIterator<Item = &'t Token>) -> Self {
        let mut voice = Self::default();
        for token in words {
            match Person::of(&token.word) {
                Some(Person::You) => voice.you += 1,
                Some(Person::I) => voice.i += 1,
                Some(Person::He) => voice.he += 1,
                Some(Person::She) => voice.she += 1,
                Some(Person::They) => voice.they += 1,
                Some(Person::We) | None => {}
            }
        }
        voice
    }

    /// Somebody speaks to the candidate, so "I" is that somebody.
    pub(crate) fn is_addressed(self) -> bool {
        self.you > 0
    }

    /// By which person this text most likely speaks of the candidate. Counts are only compared, so that what is noted twice changes nothing.
    pub(crate) fn candidate(self) -> Option<Person> {
        if self.is_addressed() {
            return Some(Person::You);
        }
        let spoken = [(self.she, Person::She), (self.he, Person::He), (self.they, Person::They), (self.i, Person::I)];
        let most = spoken.iter().map(|(count, _)| *count).max().filter(|&most| most > 0)?;
        spoken.iter().find(|(count, _)| *count == most).map(|&(_, person)| person)
    }

    /// The pronoun of the candidate in this text, where most texts use `usual`.
    pub(crate) fn pronoun(self, usual: &str) -> &str {
        // Who is neither spoken to nor writes about themselves is spoken about.
        let spoken_about = !self.is_addressed() && self.i == 0 && self.he != self.she;
        match spoken_about {
            true if self.he > self.she => "he",
            true => "she",
            false if self.is_addressed() => "",
            false => usual,
        }
    }
}

/// "You" of "you've".
pub(crate) fn base(word: &str) -> &str {
    word.split('\'').next().unwrap_or(word)
}
