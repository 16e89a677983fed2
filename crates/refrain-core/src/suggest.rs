//! Pairs of points that may be one, for the user to say.

use std::collections::BTreeSet;

use crate::decide::Parted;
use crate::points::{Ranked, Remarks};
use crate::report::Suggestion;
use crate::similarity::Likeness;
use crate::similarity::THRESHOLD;

/// As many as anybody answers.
const MOST: usize = 8;
/// Only points that stand high are asked about, and only so many wordings of each are looked at: the work stays small however many there are.
const POINTS: usize = 80;
const WORDINGS: usize = 12;
/// How near to the likeness from which two points are one a pair must come.
const GREY: f32 = 0.8;

/// Pairs that are nearly alike enough to be one point and of which the user has not spoken, the likeliest first.
///
/// At least one of the two recurs, and the most alike mentions share a word or a sense: likeness alone joins what one trade talks about.
///
/// They are weighed by the geometric mean of the most alike pair of mentions and of the average over all: one plain likeness is the best sign,
/// strangers around it are a bad one. On 22 November 2026, of the first three on each persona that was looked at 20 of 35 were of one point, and
/// 5 of 11 on those held back; without this evidence and with all from 0.6 on, 19 of 39 and 6 of 12. The `eval` example tells the figures of
/// today, of the first five.
pub(crate) fn suggestions(points: &[Ranked], apart: &[Parted], remarks: &Remarks<'_>) -> Vec<Suggestion> {
    let asked: Vec<Asked<'_>> = points
        .iter()
        .filter(|ranked| !ranked.point.cliche && !ranked.point.hidden)
        .take(POINTS)
        .map(|ranked| Asked::new(ranked, apart, remarks))
        .collect();
    let mut found: Vec<(f32, &Asked<'_>, &Asked<'_>, [usize; 2])> = Vec::new();
    for (at, one) in asked.iter().enumerate() {
        let open = |other: &&Asked<'_>| (one.recurs() || other.recurs()) && !one.is_settled_with(other);
        for other in asked.iter().skip(at + 1).filter(open) {
            if let Some((score, pair)) = nearness(&one.wordings, &other.wordings, &remarks.likeness)
                && score >= GREY * THRESHOLD
                && remarks.shares(pair)
            {
                found.push((score, one, other, pair));
            }
        }
    }
    // Pairs were found in rank order, which a stable sort keeps among equals.
    found.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
    let suggestion = |(_, one, other, pair): (f32, &Asked<'_>, &Asked<'_>, [usize; 2])| Suggestion {
        points: [one, other].map(|asked| asked.ranked.point.id.clone()),
        mentions: pair.map(|remark| remarks.mention(remark)),
    };
    found.into_iter().take(MOST).map(suggestion).collect()
}

struct Asked<'a> {
    ranked: &'a Ranked,
    /// Its first wordings: see [`Remarks::compared`].
    wordings: Vec<(usize, usize)>,
    /// For each two sides that the user holds apart, whether it holds some of them.
    sides: Vec<[bool; 2]>,
}

impl<'a> Asked<'a> {
    fn new(ranked: &'a Ranked, apart: &[Parted], remarks: &Remarks<'_>) -> Self {
        let holds = |side: &BTreeSet<usize>| ranked.remarks.iter().any(|r| side.contains(r));
        let sides = apart.iter().map(|(these, those)| [holds(these), holds(those)]).collect();
        let mut wordings = remarks.compared(&ranked.remarks);
        wordings.truncate(WORDINGS);
        Self { ranked, wordings, sides }
    }

    fn recurs(&self) -> bool {
        self.ranked.point.interviews > 1
    }

    fn is_settled_with(&self, other: &Self) -> bool {
        self.sides.iter().zip(&other.sides).any(|(one, other)| one[0] && other[1] || one[1] && other[0])
    }
}

/// How near two points come to being one, and a remark of each with their most alike wordings.
fn nearness(these: &[(usize, usize)], those: &[(usize, usize)], likeness: &Likeness) -> Option<(f32, [usize; 2])> {
    let mut best: Option<(i16, [usize; 2])> = None;
    let mut sum = 0;
    for &(a, one) in these {
        for &(b, other) in those {
            let alike = likeness.parts(a, b);
            sum += i64::from(alike);
            if best.is_none_or(|(most, _)| alike > most) {
                best = Some((alike, [one, other]));
            }
        }
    }
    let (most, pair) = best?;
    let average = Likeness::average(sum, these.len() * those.len());
    Some(((Likeness::average(i64::from(most), 1) * average.max(0.0)).max(0.0).sqrt(), pair))
}
