//! Brings remarks that mean the same together: average-link clustering, the same on every machine.
//!
//! Most pairs of remarks are strangers. Two groups can only reach the threshold on average if some pair of their remarks reaches it, so only
//! groups linked by such a pair are looked at. What strangers in two linked groups take off the average is added up when it is first needed.

use crate::similarity::{Likeness, Space, THRESHOLD};

/// Remarks that are grouped as one from the start: `count` times the wording `wording`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seed {
    pub(crate) wording: usize,
    pub(crate) count: usize,
}

/// How many seeds are compared with each other. Beyond this many (some 200 interviews) the most said ones are grouped, and the others go to
/// the group that they are most like: comparing all would take a hundred times as long for ten times as many interviews.
const COMPARED: usize = 1024;

/// Seeds that make one point each.
#[derive(Debug)]
pub(crate) struct Grouped {
    /// The positions of the seeds in each group, in order.
    pub(crate) groups: Vec<Vec<usize>>,
    /// The positions of the seeds that were compared with each other first, in order.
    pub(crate) compared: Vec<usize>,
    /// How alike these are.
    pub(crate) likeness: Likeness,
}

/// Groups the seeds.
pub(crate) fn groups(seeds: &[Seed], space: &Space<'_>) -> Grouped {
    let mut out = Vec::new();
    let mut first = None;
    let mut rest: Vec<usize> = (0..seeds.len()).collect();
    while !rest.is_empty() {
        let compared = most_said(&mut rest, seeds);
        let wordings = |of: &[usize]| of.iter().map(|&at| seeds[at].wording).collect::<Vec<_>>();
        let counts: Vec<usize> = compared.iter().map(|&at| seeds[at].count).collect();
        let likeness = space.pairs(&wordings(&compared));
        let mut found: Vec<Vec<usize>> = average_link(&counts, THRESHOLD, &likeness)
            .into_iter()
            .map(|group| group.into_iter().map(|at| compared[at]).collect())
            .collect();
        if !rest.is_empty() {
            let said = |group: &Vec<usize>| group.iter().map(|&at| (seeds[at].wording, seeds[at].count)).collect();
            let nearest = space.nearest(&found.iter().map(said).collect::<Vec<_>>(), &wordings(&rest));
            let mut unlike = Vec::new();
            for (at, group) in rest.into_iter().zip(nearest) {
                match group {
                    Some(group) => found[group].push(at),
                    None => unlike.push(at),
                }
            }
            rest = unlike;
        }
        out.extend(found);
        first.get_or_insert((compared, likeness));
    }
    for group in &mut out {
        group.sort_unstable();
    }
    let (compared, likeness) = first.unwrap_or_else(|| (Vec::new(), space.pairs(&[])));
    Grouped { groups: out, compared, likeness }
}

/// Takes the seeds that are compared out of `rest`; both stay in order.
fn most_said(rest: &mut Vec<usize>, seeds: &[Seed]) -> Vec<usize> {
    let mut order = std::mem::take(rest);
    if order.len() > COMPARED {
        order.sort_by_key(|&at| std::cmp::Reverse(seeds[at].count));
        *rest = order.split_off(COMPARED);
        rest.sort_unstable();
        order.sort_unstable();
    }
    order
}

/// An average likeness as a whole number that is the greater the more alike: a processor finds the greatest of several at once.
fn rank(average: f32) -> i32 {
    let bits = average.to_bits() as i32;
    // Below 0 a greater number has lesser bits.
    if bits < 0 { i32::MIN.wrapping_sub(bits) } else { bits }
}

/// The rank of what has nobody near.
const ALONE: i32 = i32::MIN;

/// Groups seeds by their likeness, each of them standing for `counts` remarks; two groups join while their average likeness is at least
/// `threshold`.
///
/// Ties go to the earlier pair, so that the result depends on the likeness alone.
fn average_link(counts: &[usize], threshold: f32, likeness: &Likeness) -> Vec<Vec<usize>> {
    let mut links = Links::new(counts, threshold, likeness);
    while let Some((a, b)) = links.closest(threshold) {
        links.join(a, b);
    }
    links.groups.into_iter().map(|g| g.seeds).filter(|s| !s.is_empty()).collect()
}

struct Links<'a> {
    /// How many remarks each seed stands for.
    counts: &'a [usize],
    likeness: &'a Likeness,
    /// Each at the position of its first seed; empty when it has joined an earlier one.
    groups: Vec<Group>,
    /// For each group the later one closest to it, where there is one,
    best: Vec<usize>,
    /// and the [`rank`] of the average likeness, below all others where there is none: by itself, because it is searched at every step.
    tops: Vec<i32>,
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
    fn new(counts: &'a [usize], threshold: f32, likeness: &'a Likeness) -> Self {
        let groups =
            counts.iter().enumerate().map(|(at, &size)| Group { seeds: vec![at], size, near: Vec::new() }).collect();
        let mut links = Self { counts, likeness, groups, best: vec![0; counts.len()], tops: vec![ALONE; counts.len()] };
        let least = Likeness::least(threshold);
        // So many pairs are looked at as one, because in most there is nothing to be found.
        const FEW: usize = 32;
        for a in 0..counts.len() {
            for (first, few) in (a..).step_by(FEW).zip(likeness.row(a).chunks(FEW)) {
                if few.iter().fold(i16::MIN, |most, &parts| most.max(parts)) < least {
                    continue;
                }
                for (b, _) in (first..).zip(few).filter(|&(b, &parts)| b != a && parts >= least) {
                    let sum = links.sum_between(&[a], &[b]);
                    links.groups[a].near.push((b, sum));
                    links.groups[b].near.push((a, sum));
                }
            }
        }
        for a in 0..counts.len() {
            links.refresh(a);
        }
        links
    }

    /// In the units of [`Likeness::parts`], which are whole: the order of adding does not matter.
    fn sum_between(&self, one: &[usize], other: &[usize]) -> i64 {
        let pair = |x: usize, y: usize| i64::from(self.likeness.parts(x, y)) * self.counts[y] as i64;
        let with = |x: usize| other.iter().map(|&y| pair(x, y)).sum::<i64>() * self.counts[x] as i64;
        one.iter().map(|&x| with(x)).sum()
    }

    fn refresh(&mut self, a: usize) {
        let size = self.groups[a].size;
        let (mut best, mut top) = (a, f32::NEG_INFINITY);
        for &(b, sum) in self.groups[a].near.iter().rev().take_while(|&&(b, _)| b > a) {
            let average = Likeness::average(sum, size * self.groups[b].size);
            if average >= top {
                (best, top) = (b, average);
            }
        }
        (self.best[a], self.tops[a]) = (best, if best == a { ALONE } else { rank(top) });
    }

    fn closest(&self, threshold: f32) -> Option<(usize, usize)> {
        let top = self.tops.iter().fold(ALONE, |top, &of_one| top.max(of_one));
        let found = self.tops.iter().position(|&of_one| of_one == top).filter(|_| top >= rank(threshold))?;
        Some((found, self.best[found]))
    }

    /// Takes the later group `b` into `a`.
    fn join(&mut self, a: usize, b: usize) {
        let gone = std::mem::take(&mut self.groups[b]);
        let kept = std::mem::take(&mut self.groups[a]);
        self.tops[b] = ALONE;
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
            if self.tops[other] > ALONE && (self.best[other] == a || self.best[other] == b) {
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
        average_link(&vec![1; count], threshold, &Likeness::from_pairs(count, similarity))
    }

    #[test]
    fn ranks_are_in_the_order_of_what_they_rank() {
        let averages = [f32::NEG_INFINITY, -8.0, -0.25, -f32::MIN_POSITIVE, 0.0, f32::MIN_POSITIVE, 0.25, 8.0];
        assert!(averages.windows(2).all(|pair| rank(pair[0]) < rank(pair[1])));
        assert_eq!(rank(-0.0), rank(0.0));
        assert!(ALONE < rank(f32::NEG_INFINITY));
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
        assert_eq!(average_link(&[1, 1, 1], 0.4, &likeness), [vec![0, 1], vec![2]]);
        // With three of wording 1, the average of wording 2 with the group is (3 × 0.6 + 0) / 4.
        assert_eq!(average_link(&[1, 3, 1], 0.4, &likeness), [vec![0, 1, 2]]);
    }
}
