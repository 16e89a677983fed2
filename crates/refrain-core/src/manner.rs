//! How a remark is worded, whatever its topic: "was a bit", "they may", "would have to" are the manner of doubts and of facts about the job,
//! not of praise. A logistic model over words, pairs of words, and what stands around the clause, fitted to the notes in `lexicon/notes/`,
//! `lexicon/remarks.toml` and the catalogue's wordings (ADR 0017). It judges what no frame knows, and may overrule one.

use rustc_hash::FxHashMap;

use crate::clause::Clause;
use crate::lexicon::Knowledge;
use crate::normal::Token;
use crate::voice::{Person, Voice};

/// What the manner of a remark says, as logarithms of odds.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Manner {
    /// For its being no praise.
    pub(crate) no_praise: f32,
    /// For its being a doubt, if it is no praise.
    pub(crate) doubt: f32,
}

/// What each feature adds, by its hash.
pub(crate) type Weights = FxHashMap<u64, Manner>;

/// What the frames made of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framed {
    Praise,
    Doubt,
    Fact,
    Empty,
}

/// A clause with what stands around it.
pub(crate) struct Setting<'t> {
    /// All clauses of its sentence.
    pub(crate) sentence: &'t [Clause],
    /// Which of them it is.
    pub(crate) at: usize,
    pub(crate) framed: Framed,
    /// A pattern says that it only looks like a doubt.
    pub(crate) safe: bool,
    /// It opens with words that only lead to the point.
    pub(crate) led: bool,
    /// What the frames made of the clause before, unless this is the first of its sentence.
    pub(crate) before: Option<Framed>,
    /// The first mark between it and the clause before it in its sentence, and the first behind it.
    pub(crate) ahead: Option<char>,
    pub(crate) behind: Option<char>,
    /// Of the whole text.
    pub(crate) voice: Voice,
}

/// Without a model, as for other languages, nothing is said.
pub(crate) fn manner(setting: &Setting<'_>, knowledge: &Knowledge) -> Manner {
    let mut sum = Manner::default();
    if knowledge.manner.is_empty() {
        return sum;
    }
    // In an order of their own, so that the sum does not depend on how they were found.
    for feature in features(setting) {
        if let Some(weight) = knowledge.manner.get(&feature) {
            sum.no_praise += weight.no_praise;
            sum.doubt += weight.doubt;
        }
    }
    sum
}

/// The hashes of what the model looks at, each once and in order.
pub(crate) fn features(setting: &Setting<'_>) -> Vec<u64> {
    const STEP: usize = 3;
    const LONGEST: usize = 5;
    // A text without a full stop is one sentence, however long.
    const NEAR: usize = 4;
    let words = &setting.sentence[setting.at].tokens;
    let mut out = Vec::with_capacity(2 * words.len() + 16);
    let mut tell = |kind: Kind, what: &[u64]| out.push(hash(kind, what));
    tell(Kind::Any, &[]);
    let mut last = EDGE;
    for word in words.iter().map(key) {
        tell(Kind::Word, &[word]);
        tell(Kind::Pair, &[last, word]);
        last = word;
    }
    tell(Kind::Pair, &[last, EDGE]);
    tell(Kind::Length, &[((words.len() + 2) / STEP).min(LONGEST) as u64]);
    let mark = |mark: Option<char>| mark.map_or(EDGE, u64::from);
    tell(Kind::Ahead, &[mark(setting.ahead)]);
    tell(Kind::Behind, &[mark(setting.behind)]);
    match setting.before {
        None => tell(Kind::First, &[]),
        Some(before) => {
            tell(Kind::Before, &[before as u64]);
            let mut opening = setting.sentence[0].tokens.iter().map(key);
            let (one, two) = (opening.next().unwrap_or(EDGE), opening.next().unwrap_or(EDGE));
            tell(Kind::Opening, &[one]);
            tell(Kind::Opening, &[one, two]);
        }
    }
    let near = setting.at.saturating_sub(NEAR)..setting.sentence.len().min(setting.at + NEAR + 1);
    let others = near.filter(|&other| other != setting.at);
    for word in others.flat_map(|other| &setting.sentence[other].tokens).map(key) {
        tell(Kind::Beside, &[word]);
    }
    let candidate = setting.voice.candidate();
    let person = |token: &Token| Person::of(&token.word);
    let spoken_of = words.iter().any(|token| candidate.is_some() && person(token) == candidate);
    let somebody = words.iter().any(|token| person(token).is_some_and(|person| person != Person::We));
    let voice = candidate.map_or(0, |person| 1 + person as u64);
    tell(Kind::Voice, &[voice, spoken_of.into()]);
    tell(Kind::Spoken, &[spoken_of.into(), somebody.into()]);
    let subject = words.first().map_or(0, |token| match person(token) {
        subject @ Some(_) if subject == candidate => 1,
        Some(subject) => 2 + subject as u64,
        None if matches!(token.word.as_str(), "the" | "a" | "an") => 20,
        None => 21,
    });
    tell(Kind::Subject, &[u64::from(candidate == Some(Person::You)), subject]);
    tell(Kind::Framed, &[setting.framed as u64]);
    tell(Kind::Framed, &[setting.framed as u64, setting.safe.into()]);
    tell(Kind::Led, &[setting.led.into()]);
    out.sort_unstable();
    out.dedup();
    out
}

/// Before the first word, and behind the last.
const EDGE: u64 = 0;
const NUMBER: u64 = 1;

fn key(token: &Token) -> u64 {
    if token.is_number() { NUMBER } else { token.word.key() }
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Any,
    Word,
    Pair,
    Length,
    Ahead,
    Behind,
    First,
    Before,
    Opening,
    Beside,
    Voice,
    Spoken,
    Subject,
    Framed,
    Led,
}

/// Features are known by 32 bits: of some ten thousand, none meets another by more than chance, and the file stays small.
fn hash(kind: Kind, what: &[u64]) -> u64 {
    let mut hash = kind as u64 + 1;
    for part in what {
        hash = (hash.rotate_left(23) ^ part).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    (hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 32
}
