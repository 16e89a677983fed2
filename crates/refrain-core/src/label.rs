//! The clearest wording of a point: verbatim, short, and close to all the others.

/// The position of the remark that should name the point. Takes for each remark how near it is to all of them, and its length in words.
pub(crate) fn clearest(remarks: impl Iterator<Item = (f32, usize)>) -> usize {
    const USUAL_WORDS: usize = 6;
    const PER_WORD: f32 = 0.02;
    let mut best: Option<(usize, f32)> = None;
    for (at, (near, words)) in remarks.enumerate() {
        let score = near - PER_WORD * words.abs_diff(USUAL_WORDS) as f32;
        if best.is_none_or(|(_, top)| score > top) {
            best = Some((at, score));
        }
    }
    best.map_or(0, |(at, _)| at)
}
