//! The clearest wording of a point: verbatim, short, and close to all the others.

use crate::similarity::Space;

/// The position in `group` of the remark that should name it; `words` tells how long a remark is.
pub(crate) fn clearest(group: &[usize], space: &Space, words: impl Fn(usize) -> usize) -> usize {
    const USUAL_WORDS: usize = 6;
    const PER_WORD: f32 = 0.02;
    let score = |item: usize| {
        let near: f32 = group.iter().map(|&other| space.similarity(item, other)).sum::<f32>() / group.len() as f32;
        near - PER_WORD * words(item).abs_diff(USUAL_WORDS) as f32
    };
    (0..group.len()).fold(0, |best, i| if score(group[i]) > score(group[best]) { i } else { best })
}
