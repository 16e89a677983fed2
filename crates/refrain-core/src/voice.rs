//! Who speaks in a text, and about whom, as far as pronouns tell.

use crate::normal::Token;

/// How often a text speaks to somebody, of its writer, and of others.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Voice {
    you: usize,
    i: usize,
    he: usize,
    she: usize,
}

impl Voice {
    pub(crate) fn of(words: &[Token]) -> Self {
        let mut voice = Self::default();
        for token in words {
            match base(&token.word) {
                "you" | "your" | "yourself" => voice.you += 1,
                "i" | "my" | "me" => voice.i += 1,
                "he" | "him" | "his" => voice.he += 1,
                "she" | "her" | "hers" => voice.she += 1,
                _ => {}
            }
        }
        voice
    }

    /// Somebody speaks to the candidate, so "I" is that somebody.
    pub(crate) fn is_addressed(self) -> bool {
        self.you > 0
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
