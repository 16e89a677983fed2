//! The candidate's own version beside what others say: what both say, what only they say, and what only the candidate says.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::clause::Clause;
use crate::frame::Stance;
use crate::lexicon::Knowledge;
use crate::normal::Token;
use crate::pattern::Patterns;
use crate::points::{Ranked, Remarks};
use crate::reading::{Reading, Remark, read, says_nothing};
use crate::report::{Claim, Comparison, Echo, Language, Point};
use crate::similarity::{Features, Item, Space};

/// Compares a narrative with the points, each of which comes with its remarks.
///
/// Claims and mentions are compared like two mentions, so "I calm angry customers" is as near to "you calm angry customers" as can be:
/// pronouns carry no meaning there.
pub(crate) fn comparison(
    narrative: &str,
    points: &[Ranked],
    remarks: &Remarks<'_>,
    knowledge: &Knowledge,
) -> Comparison {
    if narrative.trim().is_empty() {
        return Comparison::default();
    }
    let reading = read(narrative, knowledge);
    let claims = claims(narrative, &reading, knowledge);
    let features: Vec<&Features> = claims.iter().map(|claim| &claim.features).collect();
    let near = nearness(&features, points, remarks, knowledge);
    let mut out = Comparison::default();
    let mut said = vec![false; points.len()];
    for (claim, near) in claims.iter().zip(near) {
        let words = Claim { span: claim.place.span, text: narrative[claim.bytes.clone()].to_owned() };
        let mut heard: Vec<(usize, Near)> =
            near.into_iter().enumerate().filter(|(at, near)| echoes(&points[*at].point, near)).collect();
        heard.sort_by(|(a, x), (b, y)| y.likeness.total_cmp(&x.likeness).then(a.cmp(b)));
        let nearest = heard.first().and_then(|(at, near)| points[*at].point.mentions.get(near.mention));
        match nearest {
            Some(nearest) => {
                for (at, _) in &heard {
                    said[*at] = true;
                }
                let points = heard.iter().map(|(at, _)| points[*at].point.id.clone()).collect();
                out.both.push(Echo { claim: words, points, mention: nearest.clone() });
            }
            None => out.only_i.push(words),
        }
    }
    let unsaid = points.iter().zip(said).filter(|(_, said)| !said).map(|(ranked, _)| &ranked.point);
    out.only_they =
        unsaid.filter(|p| p.interviews > 1 && !p.cliche && !p.hidden).map(|point| point.id.clone()).collect();
    out
}

/// What the candidate claims. Frames that tell praise from what is none were made for what others say, so of a narrative only its doubts and
/// its plain facts are left out.
fn claims(narrative: &str, reading: &Reading, knowledge: &Knowledge) -> Vec<Remark> {
    let english = knowledge.language == Language::English;
    let clauses = reading.clauses.iter().zip(&reading.stances);
    clauses
        .filter(|(_, stance)| !matches!(stance, Stance::Doubt(Some(_)) | Stance::Empty(_)))
        .map(|(clause, _)| whole_claim(reading.remark(clause, narrative, knowledge), clause, reading))
        .filter(|claim| !(says_nothing(&claim.tokens) || english && is_fact(&claim.tokens, narrative)))
        .collect()
}

/// "I love", with which others lead in to what they praise, is the claim itself where the candidate speaks.
fn whole_claim(claim: Remark, clause: &Clause, reading: &Reading) -> Remark {
    let own = clause.tokens.iter().find(|token| token.word == "i" && token.start < claim.bytes.start);
    let bytes = own.map_or(claim.bytes.start, |token| token.start)..claim.bytes.end;
    Remark { place: reading.place(&bytes, clause.sentence), bytes, ..claim }
}

/// Whether a claim says the same as a point. The limits are those that judged best on three of the narratives in
/// `tests/fixtures/narratives`; of a point that came up once, only one remark could speak for it, which is often a chance.
fn echoes(point: &Point, near: &Near) -> bool {
    const SAME: f32 = 0.3;
    const SAME_AS_SINGLE: f32 = 0.4;
    !point.hidden && near.likeness >= if point.interviews > 1 { SAME } else { SAME_AS_SINGLE }
}

/// How near a claim is to one point: as near as to the nearest of its mentions.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Near {
    pub(crate) likeness: f32,
    /// The position of that mention among those of the point.
    pub(crate) mention: usize,
}

/// For each wording (its signs, and whether it is doubtful), what is compared, and the interviews that have it.
type Wordings<'a> = BTreeMap<(&'a [u64], bool), (&'a Features, Vec<usize>)>;

/// For each claim, how near it is to each point.
pub(crate) fn nearness(
    claims: &[&Features],
    points: &[Ranked],
    remarks: &Remarks<'_>,
    knowledge: &Knowledge,
) -> Vec<Vec<Near>> {
    let mut wordings: Wordings<'_> = BTreeMap::new();
    for said in points.iter().flat_map(|ranked| &ranked.remarks).map(|&at| &remarks.remarks[at]) {
        let features = &said.remark.features;
        let wording = wordings.entry((&features.words, said.remark.doubtful)).or_insert((features, Vec::new()));
        wording.1.push(said.interview);
    }
    let theirs = wordings.len();
    let numbers: BTreeMap<(&[u64], bool), usize> = wordings.keys().copied().zip(0..).collect();
    let mut items: Vec<Item<'_>> = wordings
        .into_iter()
        .map(|((_, doubtful), (features, mut interviews))| {
            interviews.sort_unstable();
            interviews.dedup();
            Item { interviews, features, doubtful }
        })
        .collect();
    // The text that claims is one more interview.
    let own = remarks.notes.len();
    items.extend(claims.iter().map(|&features| Item { interviews: vec![own], features, doubtful: false }));
    let space = Space::new(items, knowledge);
    let of_point = |claim: usize, group: &[usize]| {
        let mut likenesses: BTreeMap<usize, f32> = BTreeMap::new();
        let said = group.iter().map(|&at| &remarks.remarks[at]);
        let numbers =
            said.filter_map(|said| numbers.get(&(said.remark.features.words.as_slice(), said.remark.doubtful)));
        let mut nearest = Near::default();
        for (mention, &number) in numbers.enumerate() {
            let likeness = *likenesses.entry(number).or_insert_with(|| space.likeness(theirs + claim, number));
            if likeness > nearest.likeness {
                nearest = Near { likeness, mention };
            }
        }
        nearest
    };
    (0..claims.len()).map(|claim| points.iter().map(|ranked| of_point(claim, &ranked.remarks)).collect()).collect()
}

/// Whether a clause of a narrative greets or tells a plain fact of a life, which nobody could echo.
fn is_fact(tokens: &[Token], narrative: &str) -> bool {
    static FACTS: LazyLock<Patterns> = LazyLock::new(|| {
        let mut patterns = Patterns::default();
        for source in FACT_PATTERNS {
            patterns.add(source);
        }
        patterns
    });
    // "I'm Dana": described by a name.
    let named = |name: &Token| narrative[name.start..].starts_with(char::is_uppercase);
    let introduces = match tokens {
        [i, name] => i.word == "i'm" && named(name),
        [i, am, name] => i.word == "i" && am.word == "am" && named(name),
        _ => false,
    };
    introduces || FACTS.find(tokens).is_some()
}

/// In the language of `lexicon/frames.toml`.
const FACT_PATTERNS: &[&str] = &[
    "^ hi|hello|hey|greetings",
    "^ good morning|afternoon|evening",
    "thanks|thank you? for|so",
    "^ nice|pleased|glad|good|great to meet|be|see|talk",
    "^ my name is",
    "i live|lived|moved|relocated|grew",
    "i was born|raised",
    "^ i|i'm am? originally|currently|now? from|based|married|looking|applying|interested|working|studying",
    "^ i|i've|i'm have|am? been|worked|run|managed|led|working * for|since #|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|over|many|several|almost|nearly",
    "# years|months",
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty years|months",
    "^ i worked|work|served|started|began|trained|qualified|studied|graduated|joined|left|moved as|at|for|in|from|with|into|out|a|the|my",
    "^ moved|went|joined|left to|into|from",
    "i studied|graduated|qualified",
    "^ i|i'd would? like|love|want to",
    "my background|degree|hobby|hobbies|career is|was|began|started",
    "in my spare|free time",
    "outside of? work",
];
