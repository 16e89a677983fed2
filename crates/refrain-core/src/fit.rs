//! What of the points meets the needs of a role.
//!
//! A need and what people said are compared as a claim and what they said are (see `compare.rs`); a need is worded by an employer, so words
//! that only ask ("experience in", "ability to") are taken out first.

use crate::brief::Role;
use crate::compare::{Near, nearness};
use crate::lexicon::Knowledge;
use crate::points::{Ranked, Remarks};
use crate::reading::{Remark, read, says_nothing};
use crate::report::{Fit, Language, Met, Needed};

/// Points that stand lower than this meet nothing: the work stays small however many there are.
const POINTS: usize = 200;
/// As many points as anybody would name for one need.
const MOST: usize = 3;
/// How near a point must come. Of a point that came up once, only one remark speaks.
const MEETS: f32 = 0.3;
const SINGLE_MEETS: f32 = 0.4;

/// One for each role, in their order.
pub(crate) fn fits(roles: &[Role], points: &[Ranked], remarks: &Remarks<'_>, knowledge: &Knowledge) -> Vec<Fit> {
    let points = &points[..points.len().min(POINTS)];
    roles.iter().map(|role| fit(role, points, remarks, knowledge)).collect()
}

fn fit(role: &Role, points: &[Ranked], remarks: &Remarks<'_>, knowledge: &Knowledge) -> Fit {
    let asked: Vec<(usize, Remark)> = role
        .needs
        .iter()
        .enumerate()
        .flat_map(|(at, need)| asked(need, knowledge).into_iter().map(move |remark| (at, remark)))
        .collect();
    let features: Vec<_> = asked.iter().map(|(_, remark)| &remark.features).collect();
    let near = nearness(&features, points, remarks, knowledge);
    let mut best = vec![vec![Near::default(); points.len()]; role.needs.len()];
    for ((need, _), near) in asked.iter().zip(near) {
        for (best, near) in best[*need].iter_mut().zip(near) {
            if near.likeness > best.likeness {
                *best = near;
            }
        }
    }
    let needs = role.needs.iter().zip(best).map(|(need, near)| Needed { need: need.clone(), met: met(near, points) });
    Fit { role: role.id.clone(), needs: needs.collect() }
}

fn met(near: Vec<Near>, points: &[Ranked]) -> Vec<Met> {
    let mut met: Vec<(&Ranked, Near)> = points.iter().zip(near).filter(|(ranked, near)| meets(ranked, near)).collect();
    // A stable sort keeps the rank order among equals.
    met.sort_by(|(_, one), (_, other)| other.likeness.total_cmp(&one.likeness));
    let name = |(ranked, near): (&Ranked, Near)| {
        let mention = ranked.point.mentions.get(near.mention)?.clone();
        Some(Met { point: ranked.point.id.clone(), mention })
    };
    met.into_iter().filter_map(name).take(MOST).collect()
}

fn meets(ranked: &Ranked, near: &Near) -> bool {
    let point = &ranked.point;
    !point.hidden && !point.cliche && near.likeness >= if point.interviews > 1 { MEETS } else { SINGLE_MEETS }
}

/// What is asked for, clause by clause.
fn asked(need: &str, knowledge: &Knowledge) -> Vec<Remark> {
    let reading = read(need, knowledge);
    let asks = |word: &str| knowledge.language == Language::English && ASKING.contains(&word);
    let clauses = reading.clauses.iter().map(|clause| {
        let mut clause = clause.clone();
        clause.tokens.retain(|token| !asks(&token.word));
        reading.remark(&clause, need, knowledge)
    });
    clauses.filter(|remark| !says_nothing(&remark.tokens)).collect()
}

/// Words that ask and do not say for what.
const ASKING: &[&str] = &[
    "ability",
    "able",
    "advantage",
    "advantageous",
    "applicant",
    "background",
    "beneficial",
    "bonus",
    "candidate",
    "comfortable",
    "confident",
    "demonstrable",
    "demonstrate",
    "demonstrated",
    "desirable",
    "duties",
    "effective",
    "effectively",
    "equivalent",
    "essential",
    "excellent",
    "exceptional",
    "experience",
    "experienced",
    "expertise",
    "familiar",
    "familiarity",
    "good",
    "great",
    "hands-on",
    "ideal",
    "ideally",
    "knowledge",
    "minimum",
    "must",
    "outstanding",
    "plus",
    "preferable",
    "preferred",
    "previous",
    "prior",
    "proficiency",
    "proficient",
    "proven",
    "record",
    "require",
    "required",
    "requirement",
    "requirements",
    "responsibilities",
    "responsibility",
    "responsible",
    "role",
    "skill",
    "skilled",
    "skills",
    "solid",
    "strong",
    "successful",
    "superb",
    "track",
    "understanding",
    "years",
];
