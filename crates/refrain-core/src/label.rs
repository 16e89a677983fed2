//! The clearest wording of a point: verbatim, short, and close to all the others.

use crate::similarity::Likeness;

/// The position in `group` of the remark that should name it. For each remark, `group` holds its wording and how long it is in words.
pub(crate) fn clearest(group: &[(usize, usize)], likeness: &Likeness) -> usize {
    const USUAL_WORDS: usize = 6;
    const PER_WORD: f32 = 0.02;
    let mut best: Option<(usize, f32)> = None;
    let mut near = (usize::MAX, 0.0);
    for (at, &(wording, words)) in group.iter().enumerate() {
        // Remarks in the same words follow each other.
        if near.0 != wording {
            let sum = group.iter().map(|&(other, _)| i64::from(likeness.parts(wording, other))).sum();
            near = (wording, Likeness::average(sum, group.len()));
        }
        let score = near.1 - PER_WORD * words.abs_diff(USUAL_WORDS) as f32;
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((at, score));
        }
    }
    best.map_or(0, |(at, _)| at)
}
