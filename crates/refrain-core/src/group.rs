//! Brings remarks that mean the same together: average-link clustering, the same on every machine.

/// Groups the items `0..count` by `similarity`; two groups join while their average similarity is at least `threshold`.
///
/// Ties go to the earlier pair, so that the result depends on the similarities alone. Takes memory for `count`² similarities.
pub(crate) fn average_link(count: usize, threshold: f32, similarity: impl Fn(usize, usize) -> f32) -> Vec<Vec<usize>> {
    let mut links = Links::new(count, similarity);
    let mut groups: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    while let Some((a, b)) = links.closest(threshold) {
        let moved = std::mem::take(&mut groups[b]);
        groups[a].extend(moved);
        links.join(a, b);
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

/// Sums of similarities between groups, and for each group the later one closest to it.
struct Links {
    count: usize,
    sums: Vec<f32>,
    sizes: Vec<f32>,
    /// The closest later group and the average similarity to it.
    best: Vec<Option<(usize, f32)>>,
}

impl Links {
    fn new(count: usize, similarity: impl Fn(usize, usize) -> f32) -> Self {
        let mut sums = vec![0.0f32; count * count];
        for a in 0..count {
            for b in a + 1..count {
                let s = similarity(a, b);
                sums[a * count + b] = s;
                sums[b * count + a] = s;
            }
        }
        let mut links = Self { count, sums, sizes: vec![1.0; count], best: vec![None; count] };
        for a in 0..count {
            links.refresh(a);
        }
        links
    }

    fn average(&self, a: usize, b: usize) -> f32 {
        self.sums[a * self.count + b] / (self.sizes[a] * self.sizes[b])
    }

    fn refresh(&mut self, a: usize) {
        let later = (a + 1..self.count).filter(|&b| self.sizes[b] > 0.0).map(|b| (b, self.average(a, b)));
        self.best[a] = later.fold(None, |best, next| match best {
            Some((_, top)) if top >= next.1 => best,
            _ => Some(next),
        });
    }

    fn closest(&self, threshold: f32) -> Option<(usize, usize)> {
        let mut found: Option<(usize, usize, f32)> = None;
        for (a, best) in self.best.iter().enumerate().filter(|&(a, _)| self.sizes[a] > 0.0) {
            if let Some((b, average)) = *best
                && average >= threshold
                && found.is_none_or(|(_, _, top)| average > top)
            {
                found = Some((a, b, average));
            }
        }
        found.map(|(a, b, _)| (a, b))
    }

    /// Takes the later group `b` into `a`.
    fn join(&mut self, a: usize, b: usize) {
        self.sizes[a] += self.sizes[b];
        self.sizes[b] = 0.0;
        self.best[b] = None;
        for other in (0..self.count).filter(|&o| o != a && o != b) {
            let sum = self.sums[a * self.count + other] + self.sums[b * self.count + other];
            self.sums[a * self.count + other] = sum;
            self.sums[other * self.count + a] = sum;
        }
        self.refresh(a);
        for other in (0..b).filter(|&o| o != a && self.sizes[o] > 0.0).collect::<Vec<_>>() {
            let gone = self.best[other].is_some_and(|(to, _)| to == a || to == b);
            let closer = other < a && self.best[other].is_none_or(|(_, top)| self.average(other, a) > top);
            if gone || closer {
                self.refresh(other);
            }
        }
    }
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

    #[test]
    fn averages_over_whole_groups() {
        // 0 and 1 are close, 2 is close to 1 only: on average not close enough to both.
        let pairs = |a: usize, b: usize| match (a.min(b), a.max(b)) {
            (0, 1) => 0.9,
            (1, 2) => 0.6,
            _ => 0.0,
        };
        assert_eq!(average_link(3, 0.4, pairs), [vec![0, 1], vec![2]]);
        assert_eq!(average_link(3, 0.3, pairs), [vec![0, 1, 2]]);
    }
}
