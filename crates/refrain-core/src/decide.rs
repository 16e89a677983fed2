//! What the user decided, put into effect: it wins over the engine's own opinion.
//!
//! Doubts and strengths are told apart before anything is grouped; all else is replayed, in order, over what the engine itself holds for one
//! point. A decision that finds nothing left to act on is reported. One that a later decision overrules is not, nor one with which the engine
//! agrees by now: both are as the user wants them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::brief::{Anchor, Decision, PointAnchor};
use crate::find::{Clauses, Place};
use crate::points::Remarks;
use crate::report::{Obsolete, ObsoleteReason, Point};

/// What a clause is to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Doubt,
    Strength,
}

/// The clauses of which the user has said whether they are a doubt or a strength.
pub(crate) fn verdicts(
    decisions: &[Decision],
    clauses: &Clauses<'_>,
    obsolete: &mut Vec<Obsolete>,
) -> BTreeMap<Place, Verdict> {
    let mut out = BTreeMap::new();
    for (decision, made) in decisions.iter().enumerate() {
        let (mention, verdict) = match made {
            Decision::Doubt { mention } => (mention, Verdict::Doubt),
            Decision::Strength { mention } => (mention, Verdict::Strength),
            _ => continue,
        };
        let places = clauses.find(mention);
        if places.is_empty() {
            obsolete.push(Obsolete { decision, reason: ObsoleteReason::WordsGone });
        }
        out.extend(places.into_iter().map(|place| (place, verdict)));
    }
    out
}

/// Remarks that make one point. Here and below, a remark is its position among all remarks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Group {
    pub(crate) remarks: Vec<usize>,
    /// The user brought some of them here.
    by_hand: bool,
    /// In the order of the decisions.
    marks: Vec<Mark>,
}

/// What the user wants of a point, whatever it consists of.
#[derive(Debug, Clone)]
struct Mark {
    decision: usize,
    wish: Wish,
    /// The remarks of which the user spoke; where a point falls apart, the mark stays with most of them.
    of: BTreeSet<usize>,
}

#[derive(Debug, Clone)]
enum Wish {
    Name(String),
    Hide,
    Pin,
    NotCliche,
}

impl Group {
    pub(crate) fn of(remarks: Vec<usize>) -> Self {
        Self { remarks, ..Self::default() }
    }

    /// The point as the user wants it. An empty name gives a point its own words back.
    pub(crate) fn dress(&self, point: &mut Point) {
        point.why.by_hand = self.by_hand;
        for mark in &self.marks {
            match &mark.wish {
                Wish::Name(_) => {}
                Wish::Hide => point.hidden = true,
                Wish::Pin => point.pinned = true,
                Wish::NotCliche => {
                    point.cliche = false;
                    point.why.empty.clear();
                }
            }
        }
        let mut names = self.marks.iter().filter_map(|mark| match &mark.wish {
            Wish::Name(name) => Some(name.trim()),
            _ => None,
        });
        if let Some(name) = names.next_back().filter(|name| !name.is_empty()) {
            point.label = name.to_owned();
            point.renamed = true;
        }
    }

    fn is_hidden(&self) -> bool {
        self.marks.iter().any(|mark| matches!(mark.wish, Wish::Hide))
    }

    /// Takes another point in, with what the user wants of it. What the user hid and joined to something shown is wanted again.
    fn join(&mut self, other: Group) {
        if self.is_hidden() != other.is_hidden() {
            self.marks.retain(|mark| !matches!(mark.wish, Wish::Hide));
            self.marks.extend(other.marks.into_iter().filter(|mark| !matches!(mark.wish, Wish::Hide)));
        } else {
            self.marks.extend(other.marks);
        }
        self.marks.sort_by_key(|mark| mark.decision);
        self.remarks.extend(other.remarks);
        self.by_hand = true;
    }
}

/// Remarks of which the user said that they do not belong with those others.
pub(crate) type Parted = (BTreeSet<usize>, BTreeSet<usize>);

/// The points as the user wants them.
#[derive(Debug)]
pub(crate) struct Decided {
    pub(crate) groups: Vec<Group>,
    pub(crate) apart: Vec<Parted>,
}

/// Replays the decisions over the groups, which come in rank order.
pub(crate) fn decide(
    groups: Vec<Vec<usize>>,
    decisions: &[Decision],
    remarks: &Remarks<'_>,
    clauses: &Clauses<'_>,
    obsolete: &mut Vec<Obsolete>,
) -> Decided {
    let by_clause = (0..).zip(remarks.remarks).map(|(remark, said)| ((said.note, said.clause), remark)).collect();
    let groups = groups.into_iter().map(Group::of).collect();
    let mut replay = Replay { groups, apart: Vec::new(), remarks, clauses, by_clause };
    for (decision, made) in decisions.iter().enumerate() {
        if let Err(reason) = replay.apply(decision, made) {
            obsolete.push(Obsolete { decision, reason });
        }
    }
    replay.groups.retain(|group| !group.remarks.is_empty());
    Decided { groups: replay.groups, apart: replay.apart }
}

struct Replay<'a> {
    /// Those of the engine in rank order, then those that the user made. One that lost all remarks stays, empty, until the end.
    groups: Vec<Group>,
    apart: Vec<Parted>,
    remarks: &'a Remarks<'a>,
    clauses: &'a Clauses<'a>,
    by_clause: HashMap<Place, usize>,
}

impl Replay<'_> {
    fn apply(&mut self, decision: usize, made: &Decision) -> Result<(), ObsoleteReason> {
        match made {
            Decision::Merge { these, those } => {
                let (a, b) = (self.meant(&self.spoken_of(these)?)?, self.meant(&self.spoken_of(those)?)?);
                if a != b {
                    let gone = std::mem::take(&mut self.groups[a.max(b)]);
                    self.groups[a.min(b)].join(gone);
                }
                Ok(())
            }
            Decision::Apart { these, those } => {
                let (these, those) = (union(self.spoken_of(these)?), union(self.spoken_of(those)?));
                self.part(&these - &those, those);
                Ok(())
            }
            Decision::Move { mention, to } => {
                let moved = self.remarks_of(mention)?;
                let others = self.spoken_of(to)?.iter().map(|remarks| remarks - &moved).collect::<Vec<_>>();
                let to = self.meant(&others)?;
                self.shift(moved, to);
                Ok(())
            }
            Decision::Rename { point, label } => self.mark(decision, point, Wish::Name(label.clone())),
            Decision::Hide { point } => self.mark(decision, point, Wish::Hide),
            Decision::Pin { point } => self.mark(decision, point, Wish::Pin),
            Decision::NotCliche { point } => self.mark(decision, point, Wish::NotCliche),
            Decision::Doubt { .. } | Decision::Strength { .. } => Ok(()),
        }
    }

    fn remarks_of(&self, anchor: &Anchor) -> Result<BTreeSet<usize>, ObsoleteReason> {
        let places = self.clauses.find(anchor);
        let remarks: BTreeSet<usize> = places.iter().filter_map(|place| self.by_clause.get(place)).copied().collect();
        match (places.is_empty(), remarks.is_empty()) {
            (true, _) => Err(ObsoleteReason::WordsGone),
            (_, true) => Err(ObsoleteReason::NoPoint),
            _ => Ok(remarks),
        }
    }

    /// The remarks behind each of the anchors that still has some.
    fn spoken_of(&self, point: &PointAnchor) -> Result<Vec<BTreeSet<usize>>, ObsoleteReason> {
        let (found, lost): (Vec<_>, Vec<_>) = point.iter().map(|a| self.remarks_of(a)).partition(Result::is_ok);
        if found.is_empty() {
            let stand = lost.contains(&Err(ObsoleteReason::NoPoint));
            return Err(if stand { ObsoleteReason::NoPoint } else { ObsoleteReason::WordsGone });
        }
        Ok(found.into_iter().flatten().collect())
    }

    /// The group that holds most of these; of equals the one of the highest rank.
    fn meant(&self, mentions: &[BTreeSet<usize>]) -> Result<usize, ObsoleteReason> {
        let held = |group: &Group| mentions.iter().filter(|m| group.remarks.iter().any(|r| m.contains(r))).count();
        let counts = self.groups.iter().map(held).enumerate().filter(|&(_, count)| count > 0);
        let best = counts.reduce(|best, next| if next.1 > best.1 { next } else { best });
        best.map(|(at, _)| at).ok_or(ObsoleteReason::NoPoint)
    }

    fn mark(&mut self, decision: usize, point: &PointAnchor, wish: Wish) -> Result<(), ObsoleteReason> {
        let mentions = self.spoken_of(point)?;
        let meant = self.meant(&mentions)?;
        self.groups[meant].marks.push(Mark { decision, wish, of: union(mentions) });
        Ok(())
    }

    /// Takes `these` out of every point in which some of `those` stand, and with them what nobody spoke of but is more like them than like
    /// those: it came later. They go to the point that holds others of `these`, or become one of their own.
    fn part(&mut self, these: BTreeSet<usize>, those: BTreeSet<usize>) {
        let mut leaving: Vec<Group> = Vec::new();
        for group in &mut self.groups {
            let in_group = |side: &BTreeSet<usize>| -> Vec<usize> {
                group.remarks.iter().copied().filter(|r| side.contains(r)).collect()
            };
            let (near, far) = (in_group(&these), in_group(&those));
            if near.is_empty() || far.is_empty() {
                continue;
            }
            let leaves = |r: &usize| {
                these.contains(r)
                    || !those.contains(r) && self.remarks.average(*r, &near) > self.remarks.average(*r, &far)
            };
            let (left, stayed): (Vec<usize>, Vec<usize>) = group.remarks.iter().copied().partition(leaves);
            let most_left = |mark: &Mark| {
                let among = |side: &[usize]| side.iter().filter(|r| mark.of.contains(r)).count();
                among(&left) > among(&stayed)
            };
            let (gone, kept) = std::mem::take(&mut group.marks).into_iter().partition(most_left);
            group.marks = kept;
            group.remarks = stayed;
            leaving.push(Group { remarks: left, by_hand: false, marks: gone });
        }
        let left = leaving.into_iter().reduce(|mut all, next| {
            all.join(next);
            all
        });
        if let Some(left) = left {
            let each: Vec<BTreeSet<usize>> = these.iter().map(|&r| BTreeSet::from([r])).collect();
            match self.meant(&each) {
                Ok(home) => self.groups[home].join(left),
                Err(_) => self.groups.push(left),
            }
        }
        self.apart.push((these, those));
    }

    fn shift(&mut self, moved: BTreeSet<usize>, to: usize) {
        for (_, group) in self.groups.iter_mut().enumerate().filter(|&(at, _)| at != to) {
            let (gone, kept): (Vec<usize>, Vec<usize>) = group.remarks.iter().partition(|r| moved.contains(r));
            if !gone.is_empty() {
                self.apart.push((gone.into_iter().collect(), kept.iter().copied().collect()));
                group.remarks = kept;
            }
        }
        let target = &mut self.groups[to];
        let new: Vec<usize> = moved.into_iter().filter(|r| !target.remarks.contains(r)).collect();
        target.by_hand |= !new.is_empty();
        target.remarks.extend(new);
    }
}

fn union(sets: Vec<BTreeSet<usize>>) -> BTreeSet<usize> {
    sets.into_iter().flatten().collect()
}
