//! What of the user's own words blends in: phrases that everybody uses.
//!
//! Runs of words are compared with the catalogue's wordings of empty praise, as an answer is. People write longer sentences of themselves than
//! others say of them, so it is not whole clauses that are looked at.

use std::ops::Range;
use std::sync::LazyLock;

use crate::clause::{clauses, sentences};
use crate::lexicon::Knowledge;
use crate::normal::{Token, tokens};
use crate::pattern::{Found, Patterns};
use crate::report::Blend;
use crate::similarity::nearest_cliche;
use crate::span::Scalars;
use crate::specific::specifics;

/// The longest run of words that is looked at.
const LONGEST: usize = 6;
/// How near a run must come to a wording of empty praise. From 0.8 on, what was found in the texts of `tests/blends.rs` was empty.
const SAME: f32 = 0.8;

/// The phrases of a text that everybody uses, in its order. In a clause with a number or a name the same words are somebody's own.
pub(crate) fn blends(text: &str, knowledge: &Knowledge) -> Vec<Blend> {
    let scalars = Scalars::of(text);
    let sentences = sentences(text);
    let clauses = clauses(text, &sentences, tokens(text), knowledge.language);
    let own = clauses.iter().filter(|clause| specifics(&clause.tokens, text).is_empty());
    let found = own.flat_map(|clause| phrases(&clause.tokens, knowledge));
    found
        .map(|Phrase { bytes, concept }| Blend {
            span: scalars.span(bytes.start, bytes.end),
            text: text[bytes].to_owned(),
            concept: concept.to_owned(),
        })
        .collect()
}

struct Phrase<'k> {
    bytes: Range<usize>,
    concept: &'k str,
}

/// The likeliest and longest first, then those that do not overlap with them.
fn phrases<'k>(tokens: &[Token], knowledge: &'k Knowledge) -> Vec<Phrase<'k>> {
    let mut found: Vec<(f32, Range<usize>, &str)> = Vec::new();
    for start in 0..tokens.len() {
        for end in start + 1..=tokens.len().min(start + LONGEST) {
            found
                .extend(said_by_all(&tokens[start..end], knowledge).map(|(near, concept)| (near, start..end, concept)));
        }
    }
    found.sort_by(|(a, one, _), (b, other, _)| {
        b.total_cmp(a).then(other.len().cmp(&one.len())).then(one.start.cmp(&other.start))
    });
    let mut kept: Vec<(Range<usize>, &str)> = Vec::new();
    for (_, run, concept) in found {
        if kept.iter().all(|(other, _)| run.end <= other.start || other.end <= run.start) {
            kept.push((run, concept));
        }
    }
    kept.sort_by_key(|(run, _)| run.start);
    let bytes = |run: Range<usize>| Some(tokens[run.clone()].first()?.start..tokens[run].last()?.end);
    kept.into_iter().filter_map(|(run, concept)| Some(Phrase { bytes: bytes(run)?, concept })).collect()
}

/// How near a run of words is to a phrase that everybody uses, and what it says.
fn said_by_all<'k>(run: &[Token], knowledge: &'k Knowledge) -> Option<(f32, &'k str)> {
    let whole = |found: Found| found.start == 0 && found.end == run.len();
    if let Some((_, concept)) = OF_MYSELF.iter().find(|(phrase, _)| phrase.find(run).is_some_and(whole)) {
        return Some((1.0, concept));
    }
    let is_bare = |token: Option<&Token>| token.is_none_or(|token| token.word.is_stop());
    if run.len() < 2 || is_bare(run.first()) || is_bare(run.last()) {
        return None;
    }
    let (near, concept) = nearest_cliche(&knowledge.signs_of_tokens(run), knowledge, SAME)?;
    Some((near, knowledge.concepts.get(usize::from(concept))?.name.as_str()))
}

/// What people write of themselves and nobody says in an answer, in the language of `lexicon/frames.toml`, with the catalogue's name for it.
static OF_MYSELF: LazyLock<Vec<(Patterns, &str)>> = LazyLock::new(|| {
    let pattern = |&(source, concept): &(&str, &'static str)| {
        let mut patterns = Patterns::default();
        patterns.add(source);
        (patterns, concept)
    };
    PHRASES.iter().map(pattern).collect()
});

const PHRASES: &[(&str, &str)] = &[
    ("great|keen|excellent|good|strong|meticulous|an? eye|attention for|to detail|details", "Professional"),
    ("detail oriented|orientated|focused", "Professional"),
    ("meticulous", "Professional"),
    ("work|works|working|thrive|thrives|perform well|best under pressure", "Solid, safe pair of hands"),
    ("think|thinks|thinking outside|out of? the box", "Problem solver, thinks outside the box"),
    ("problem solver", "Problem solver, thinks outside the box"),
    ("fast|quick learner", "Bright, intelligent"),
    ("passionate|enthusiastic about", "Passionate"),
    ("a? passion for", "Passionate"),
    ("go|goes|going|went the extra mile", "Hard worker"),
    ("hardworking|tireless", "Hard worker"),
    ("hard working", "Hard worker"),
    ("can do attitude", "Great attitude"),
    ("go getter", "Driven and motivated"),
    ("self starter|motivated|driven", "Driven and motivated"),
    ("result|results driven|oriented|orientated|focused", "Results-oriented"),
    ("highly motivated|driven|organised|organized", "Driven and motivated"),
    ("proactive|dynamic", "Dynamic and proactive"),
    ("forward thinking", "Dynamic and proactive"),
    ("fast paced environment?", "Dynamic and proactive"),
    ("a? strong|great|good|excellent|effective|natural communicator", "Good communication skills"),
    ("wear|wears|wearing many hats", "Good all-rounder"),
    ("hit|hits|hitting the ground running", "Good all-rounder"),
    ("a? proven track record", "Impressive background"),
    ("add|adds|adding value", "Would be an asset"),
];
