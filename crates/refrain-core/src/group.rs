//! Brings clauses that mean the same together: average-link clustering, the same on every machine.

/// Groups the items `0..count` by `similarity`; two groups join while their average similarity is at least `threshold`.
///
/// Ties go to the earlier pair, so that the result depends on the similarities alone.
pub(crate) fn average_link(count: usize, threshold: f32, similarity: impl Fn(usize, usize) -> f32) -> Vec<Vec<usize>> {
    let mut sums: Vec<Vec<f32>> =
        (0..count).map(|a| (0..count).map(|b| similarity(a.max(b), a.min(b))).collect()).collect();
    let mut groups: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    let mut alive: Vec<usize> = (0..count).collect();
    loop {
        let mut best: Option<(f32, usize, usize)> = None;
        for (position, &a) in alive.iter().enumerate() {
            for &b in &alive[position + 1..] {
                let average = sums[a][b] / (groups[a].len() * groups[b].len()) as f32;
                if average >= threshold && best.is_none_or(|(top, _, _)| average > top) {
                    best = Some((average, a, b));
                }
            }
        }
        let Some((_, a, b)) = best else { break };
        let moved = std::mem::take(&mut groups[b]);
        groups[a].extend(moved);
        alive.retain(|&i| i != b);
        for &other in &alive {
            if other != a {
                sums[a][other] += sums[b][other];
                sums[other][a] = sums[a][other];
            }
        }
    }
    alive
        .into_iter()
        .map(|i| {
            let mut group = std::mem::take(&mut groups[i]);
            group.sort_unstable();
            group
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_what_is_alike() {
        let place = [0.0f32, 0.1, 5.0, 5.1, 9.0];
        let groups = average_link(place.len(), 0.5, |a, b| 1.0 - (place[a] - place[b]).abs());
        assert_eq!(groups, [vec![0, 1], vec![2, 3], vec![4]]);
    }
}
