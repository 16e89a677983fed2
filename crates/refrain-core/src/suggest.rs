//! Pairs of points that may be one, for the user to say.

use crate::decide::Parted;
use crate::points::Remarks;
use crate::report::{Point, Suggestion};

/// Pairs just below the likeness from which two points are one, the likeliest first.
pub(crate) fn suggestions(
    _points: &[(Point, Vec<usize>)],
    _apart: &[Parted],
    _remarks: &Remarks<'_>,
) -> Vec<Suggestion> {
    Vec::new()
}
