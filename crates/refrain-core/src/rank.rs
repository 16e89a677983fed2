//! The order of points: recurrence first, empty praise after all else, what the user hides last.

use std::cmp::Ordering;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::report::Point;

/// Why one point stands before another: the first of these in which they differ, in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub enum Before {
    /// The user hides the other.
    Shown,
    /// The user pinned it. Points that are both pinned keep the order in which they would stand without.
    Pinned,
    /// The other is empty praise.
    Meaningful,
    /// It was said in more interviews,
    Interviews,
    /// by more people,
    People,
    /// at more companies.
    Companies,
    /// It has a number, a tool or a named thing.
    Specific,
    /// It was said more recently.
    Newer,
    /// By the alphabet: nothing else tells them apart.
    Alphabet,
}

impl Point {
    /// Why this point stands before `next` in the rank; nothing if it does not.
    pub fn before(&self, next: &Point) -> Option<Before> {
        first_difference(self, next).filter(|(_, order)| order.is_lt()).map(|(why, _)| why)
    }
}

/// The order in which two points are shown.
pub(crate) fn order(a: &Point, b: &Point) -> Ordering {
    first_difference(a, b).map_or(Ordering::Equal, |(_, order)| order)
}

fn first_difference(a: &Point, b: &Point) -> Option<(Before, Ordering)> {
    [
        (Before::Shown, a.hidden.cmp(&b.hidden)),
        (Before::Pinned, b.pinned.cmp(&a.pinned)),
        (Before::Meaningful, a.cliche.cmp(&b.cliche)),
        (Before::Interviews, b.interviews.cmp(&a.interviews)),
        (Before::People, b.people.cmp(&a.people)),
        (Before::Companies, b.companies.cmp(&a.companies)),
        (Before::Specific, a.why.specific.is_empty().cmp(&b.why.specific.is_empty())),
        (Before::Newer, b.why.newest.cmp(&a.why.newest)),
        (Before::Alphabet, a.label.cmp(&b.label).then_with(|| a.id.cmp(&b.id))),
    ]
    .into_iter()
    .find(|(_, order)| order.is_ne())
}
