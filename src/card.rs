//! A published pitch: what is shown to anybody who has its address or its markup, and nothing else.
//!
//! Pure. A card is chosen from the notes ([`choose()`]), and leaves as an address that `embed/card.js` reads ([`link()`]) or as
//! markup for places that take no frame ([`markup()`]).

mod choose;
#[cfg(test)]
mod examples;
mod link;
mod markup;

pub use choose::{Choice, Offer, OfferedQuote, choose, offers};
pub use link::{LONGEST, link};
pub use markup::markup;

/// All that becomes public. Texts are on one line, without control characters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    pub title: String,
    /// How many interviews, and when. May be empty.
    pub sub: String,
    /// The question that all of it answers.
    pub end: String,
    pub lines: Vec<Line>,
}

/// One line of the pitch, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    pub text: String,
    pub count: Option<Count>,
    pub quotes: Vec<Quote>,
}

/// In how many interviews it was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    pub said: usize,
    pub all: usize,
    /// For each interview in time order, whether it made the point. Empty where there are too many to draw.
    pub slots: Vec<bool>,
}

/// The words of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quote {
    /// Who said it; empty where that is not to be told.
    pub by: String,
    /// In order, from the second on every other one makes the point.
    pub pieces: Vec<String>,
}

impl Count {
    /// "6 of 10 interviews"
    #[must_use]
    pub fn in_words(&self) -> String {
        format!("{} of {} interview{}", self.said, self.all, if self.all == 1 { "" } else { "s" })
    }
}
