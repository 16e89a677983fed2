//! Mentions and points for tests.

use refrain_core::{Mention, Point, Span, Why};

pub fn mention(note: &str, words: &str) -> Mention {
    let span = Span { start: 0, end: words.chars().count() };
    Mention { note: note.into(), span, context: span, text: words.into() }
}

/// Its id is its label.
pub fn point(label: &str, mentions: &[Mention]) -> Point {
    Point {
        id: label.into(),
        label: label.into(),
        interviews: mentions.len(),
        people: mentions.len(),
        companies: 1,
        cliche: false,
        renamed: false,
        pinned: false,
        hidden: false,
        mentions: mentions.to_vec(),
        why: Why::default(),
    }
}
