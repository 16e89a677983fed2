//! The clearest wording of a point: verbatim, short, and close to all the others.

use crate::similarity::{Features, similarity};

/// The index of the mention that should name the group. `words` are the number of words in each mention.
pub(crate) fn clearest(features: &[&Features], words: &[usize]) -> usize {
    let score = |index: usize| {
        let near: f32 =
            features.iter().map(|other| similarity(features[index], other)).sum::<f32>() / features.len() as f32;
        let long = words[index].abs_diff(6) as f32;
        near - 0.03 * long
    };
    (0..features.len()).fold(0, |best, index| if score(index) > score(best) { index } else { best })
}
