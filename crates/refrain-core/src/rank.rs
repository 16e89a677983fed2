//! The order of points: recurrence first, empty praise last.

use std::cmp::Reverse;

use crate::report::Point;

/// Sorts by what matters to the user: distinct interviews, distinct people, companies, something specific, then age of mention.
pub(crate) fn rank(points: &mut [(Point, String)]) {
    points.sort_by(|(a, newest_a), (b, newest_b)| {
        let key = |p: &Point| {
            (p.cliche, Reverse(p.interviews), Reverse(p.people), Reverse(p.companies), Reverse(p.why.specific))
        };
        key(a)
            .cmp(&key(b))
            .then_with(|| newest_b.cmp(newest_a))
            .then_with(|| a.label.cmp(&b.label))
            .then_with(|| a.id.cmp(&b.id))
    });
}
