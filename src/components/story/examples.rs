//! Interviews, mentions and points for tests.

use std::rc::Rc;

use refrain_core::{Mention, Point, Span, Why};

use crate::state::{Date, Interview};

pub fn interview(id: &str, date: Option<&str>) -> Rc<Interview> {
    Rc::new(Interview { id: id.into(), who: id.into(), date: date.and_then(Date::from_iso), ..Interview::default() })
}

pub fn mention(note: &str, start: usize, context: usize) -> Mention {
    Mention {
        note: note.into(),
        span: Span { start, end: start + 3 },
        context: Span { start: context, end: context + 20 },
        text: "you".into(),
    }
}

pub fn point(mentions: Vec<Mention>) -> Point {
    Point {
        id: "p".into(),
        label: "calm".into(),
        interviews: 2,
        people: 2,
        companies: 1,
        cliche: false,
        renamed: false,
        pinned: false,
        hidden: false,
        mentions,
        why: Why::default(),
    }
}
