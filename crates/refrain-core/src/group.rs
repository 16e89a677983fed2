//! Brings remarks that mean the same together: average-link clustering, the same on every machine.
//!
//! Most pairs of remarks are strangers. Two groups can only reach the threshold on average if some pair of their remarks reaches it, so only
//! groups linked by such a pair are looked at. What strangers in two linked groups take off the average is added up when it is first needed.

use crate::similarity::Likeness;

/// Remarks that are grouped as one from the start: `count` times the wording `wording`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seed {
    pub(crate) wording: usize,
    pub(crate) count: usize,
}

/// Groups the seeds by the likeness of their wordings; two groups join while their average likeness is at least `threshold`.
///
/// Gives the positions of the seeds in each group, in order. Ties go to the earlier pair, so that the result depends on the likeness alone.
pub(crate) fn average_link(seeds: &[Seed], threshold: f32, likeness: &Likeness) -> Vec<Vec<usize>> {
    let mut links = Links::new(seeds, threshold, likeness);
    while let Some((a, b)) = links.closest(threshold) {
        links.join(a, b);
    }
    let mut groups: Vec<Vec<usize>> = links.groups.into_iter().map(|g| g.seeds).filter(|s| !s.is_empty()).collect();
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

struct Links<'a> {
    seeds: &'a [Seed],
    likeness: &'a Likeness,
    /// Each at the position of its first seed; empty when it has joined an earlier one.
    groups: Vec<Group>,
    /// For each group the later one closest to it, and the average likeness.
    best: Vec<Option<(usize, f32)>>,
}

#[derive(Default)]
struct Group {
    seeds: Vec<usize>,
    /// How many remarks the seeds stand for.
    size: usize,
    /// The groups with which a pair reaches the threshold, in order, and the sum of the likeness over all pairs.
    near: Vec<(usize, i64)>,
}

impl<'a> Links<'a> {
    fn new(seeds: &'a [Seed], threshold: f32, likeness: &'a Likeness) -> Self {
        let groups =
            seeds.iter().enumerate().map(|(at, seed)| Group { seeds: vec![at], size: seed.count, near: Vec::new() });
        let mut links = Self { seeds, likeness, groups: groups.collect(), best: vec![None; seeds.len()] };
        for a in 0..seeds.len() {
            for b in a + 1..seeds.len() {
                if likeness.of(seeds[a].wording, seeds[b].wording) >= threshold {
                    let sum = links.sum_between(&[a], &[b]);
                    links.groups[a].near.push((b, sum));
                    links.groups[b].near.push((a, sum));
                }
            }
        }
        for a in 0..seeds.len() {
            links.refresh(a);
        }
        links
    }

    /// In the units of [`Likeness::parts`], which are whole: the order of adding does not matter.
    fn sum_between(&self, one: &[usize], other: &[usize]) -> i64 {
        let seeds = |list: &[usize]| list.iter().map(|&at| self.seeds[at]).collect::<Vec<_>>();
        let other = seeds(other);
        let with = |x: Seed| -> i64 {
            other.iter().map(|y| i64::from(self.likeness.parts(x.wording, y.wording)) * y.count as i64).sum()
        };
        seeds(one).into_iter().map(|x| with(x) * x.count as i64).sum()
    }

    fn refresh(&mut self, a: usize) {
        let size = self.groups[a].size;
        let mut best: Option<(usize, f32)> = None;
        for &(b, sum) in self.groups[a].near.iter().rev().take_while(|&&(b, _)| b > a) {
            let average = Likeness::average(sum, size * self.groups[b].size);
            if best.is_none_or(|(_, top)| average >= top) {
                best = Some((b, average));
            }
        }
        self.best[a] = best;
    }

    fn closest(&self, threshold: f32) -> Option<(usize, usize)> {
        let mut found: Option<(usize, usize)> = None;
        let mut top = f32::NEG_INFINITY;
        for (a, best) in self.best.iter().enumerate() {
            if let Some((b, average)) = *best
                && average > top
            {
                found = Some((a, b));
                top = average;
            }
        }
        found.filter(|_| top >= threshold)
    }

    /// Takes the later group `b` into `a`.
    fn join(&mut self, a: usize, b: usize) {
        let gone = std::mem::take(&mut self.groups[b]);
        let kept = std::mem::take(&mut self.groups[a]);
        self.best[b] = None;
        let near = self.near_either(a, &kept, b, &gone);
        for &(other, sum) in &near {
            let list = &mut self.groups[other].near;
            if let Ok(at) = list.binary_search_by_key(&b, |&(group, _)| group) {
                list.remove(at);
            }
            match list.binary_search_by_key(&a, |&(group, _)| group) {
                Ok(at) => list[at].1 = sum,
                Err(at) => list.insert(at, (a, sum)),
            }
        }
        let Group { mut seeds, size, .. } = kept;
        seeds.extend(gone.seeds);
        self.groups[a] = Group { seeds, size: size + gone.size, near };
        self.refresh(a);
        // An average with both is never above the better of the averages with each, so only those that were closest to one can change.
        for at in 0..self.groups[a].near.len() {
            let other = self.groups[a].near[at].0;
            if self.best[other].is_some_and(|(to, _)| to == a || to == b) {
                self.refresh(other);
            }
        }
    }

    /// The groups near one of the two, with their sums over both.
    fn near_either(&self, a: usize, kept: &Group, b: usize, gone: &Group) -> Vec<(usize, i64)> {
        let mut out = Vec::with_capacity(kept.near.len() + gone.near.len());
        let (mut left, mut right) = (kept.near.iter().peekable(), gone.near.iter().peekable());
        loop {
            let next = match (left.peek(), right.peek()) {
                (Some(l), Some(r)) => l.0.min(r.0),
                (Some(one), None) | (None, Some(one)) => one.0,
                (None, None) => return out,
            };
            let with_kept = left.next_if(|l| l.0 == next).map(|l| l.1);
            let with_gone = right.next_if(|r| r.0 == next).map(|r| r.1);
            if next == a || next == b {
                continue;
            }
            let strangers = |group: &Group| self.sum_between(&group.seeds, &self.groups[next].seeds);
            let sum = with_kept.unwrap_or_else(|| strangers(kept)) + with_gone.unwrap_or_else(|| strangers(gone));
            out.push((next, sum));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(count: usize, threshold: f32, similarity: impl Fn(usize, usize) -> f32) -> Vec<Vec<usize>> {
        let seeds: Vec<Seed> = (0..count).map(|wording| Seed { wording, count: 1 }).collect();
        average_link(&seeds, threshold, &Likeness::from_pairs(count, similarity))
    }

    #[test]
    fn joins_what_is_alike() {
        let place = [0.0f32, 0.1, 5.0, 5.1, 9.0];
        let groups = grouped(place.len(), 0.5, |a, b| 1.0 - (place[a] - place[b]).abs());
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
        assert_eq!(grouped(3, 0.4, pairs), [vec![0, 1], vec![2]]);
        assert_eq!(grouped(3, 0.3, pairs), [vec![0, 1, 2]]);
    }

    #[test]
    fn a_seed_of_many_weighs_as_many() {
        let likeness = Likeness::from_pairs(3, |a, b| match (a.min(b), a.max(b)) {
            (0, 1) => 0.9,
            (1, 2) => 0.6,
            _ => 0.0,
        });
        let seeds = |count| [Seed { wording: 0, count: 1 }, Seed { wording: 1, count }, Seed { wording: 2, count: 1 }];
        assert_eq!(average_link(&seeds(1), 0.4, &likeness), [vec![0, 1], vec![2]]);
        // With three of wording 1, the average of wording 2 with the group is (3 × 0.6 + 0) / 4.
        assert_eq!(average_link(&seeds(3), 0.4, &likeness), [vec![0, 1, 2]]);
    }
}
