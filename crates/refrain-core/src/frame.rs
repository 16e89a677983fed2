//! What a clause is doing: praise, a doubt, a neutral fact, or nothing; and which of its words are only the wrapping.

use std::ops::Range;

use crate::clause::{Clause, Sentence, clauses, sentences};
use crate::lexicon::{Frames, Knowledge};
use crate::manner::{Framed, Manner, Setting, features, manner};
use crate::normal::{Token, tokens};
use crate::pattern::Patterns;
use crate::voice::Voice;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stance {
    Praise,
    /// With the range of bytes that made it one, unless it was the manner of the whole clause.
    Doubt(Option<Range<usize>>),
    /// Likewise.
    Neutral(Option<Range<usize>>),
    /// With the range of bytes that made it one.
    Empty(Range<usize>),
}

/// The stance of a clause, and whether it may be no praise although it is taken for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) stance: Stance,
    /// See [`core`](fn@core).
    pub(crate) core: Range<usize>,
    pub(crate) doubtful: bool,
    /// Worded so much like something else that only an echo makes a point of it.
    pub(crate) needs_echo: bool,
}

/// How each clause of a text is meant. Doubt reaches over the rest of its sentence, up to a "but"; then the manner of each clause is heard.
pub(crate) fn judged(text: &str, clauses: &[Clause], sentences: &[Sentence], knowledge: &Knowledge) -> Vec<Judged> {
    let framed = framings(clauses, sentences, knowledge);
    let manners: Vec<Manner> = settings(text, clauses, sentences, &framed).map(|s| manner(&s, knowledge)).collect();
    let judged = framed.into_iter().zip(manners).zip(clauses);
    judged.map(|((framing, manner), clause)| judge(framing, manner, &clause.tokens)).collect()
}

/// What the frames make of a clause.
struct Framing {
    stance: Stance,
    /// See [`core`](fn@core).
    core: Range<usize>,
    /// It only looks like a doubt.
    safe: bool,
}

fn framings(clauses: &[Clause], sentences: &[Sentence], knowledge: &Knowledge) -> Vec<Framing> {
    let mut out: Vec<Framing> = clauses.iter().map(|clause| framing(clause, knowledge)).collect();
    for index in 0..sentences.len() {
        let first = clauses.partition_point(|c| c.sentence < index);
        let last = clauses.partition_point(|c| c.sentence <= index);
        spread(&clauses[first..last], &mut out[first..last]);
    }
    out
}

/// From here on a remark is no praise although no frame says so; the limits are those of ADR 0020.
const NO_PRAISE: f32 = 1.3;
/// From here on a remark is praise only where somebody else says it too (ADR 0018).
const NEEDS_ECHO: f32 = 0.8;
/// From here on a remark is praise that may be none.
const DOUBTFUL: f32 = 0.5;
/// Below this it is praise, although a frame takes it for a doubt or a fact.
const SURELY_PRAISE: f32 = 0.0;

fn judge(Framing { stance, core, .. }: Framing, manner: Manner, words: &[Token]) -> Judged {
    let stance = match stance {
        Stance::Praise if manner.no_praise < NO_PRAISE => Stance::Praise,
        Stance::Praise if manner.doubt > 0.0 => Stance::Doubt(None),
        Stance::Praise => Stance::Neutral(None),
        Stance::Doubt(_) | Stance::Neutral(_) if manner.no_praise < SURELY_PRAISE => Stance::Praise,
        framed => framed,
    };
    let needs_echo = manner.no_praise >= NEEDS_ECHO && !speaks_of_candidate(words);
    Judged { stance, core, doubtful: manner.no_praise >= DOUBTFUL, needs_echo }
}

/// Each clause with what stands around it.
fn settings<'t>(
    text: &'t str,
    clauses: &'t [Clause],
    sentences: &'t [Sentence],
    framings: &'t [Framing],
) -> impl Iterator<Item = Setting<'t>> {
    let voice = Voice::of(clauses.iter().flat_map(|clause| &clause.tokens));
    let mark = |between: Range<usize>| text[between].trim_start().chars().next();
    let mut within = 0..0;
    clauses.iter().enumerate().map(move |(at, clause)| {
        if at == within.end {
            let rest = clauses[at..].iter().take_while(|other| other.sentence == clause.sentence);
            within = at..at + rest.count();
        }
        let Sentence { start, end } = sentences[clause.sentence];
        let before = (within.start < at).then(|| &clauses[at - 1]);
        let next = clauses[..within.end].get(at + 1);
        Setting {
            sentence: &clauses[within.clone()],
            at: at - within.start,
            framed: framed(&framings[at].stance),
            safe: framings[at].safe,
            led: framings[at].core.start > 0,
            before: before.map(|_| framed(&framings[at - 1].stance)),
            ahead: mark(before.map_or(start, |before| before.end)..clause.start),
            behind: mark(clause.end..next.map_or(end, |next| next.start)),
            voice,
        }
    })
}

fn framed(stance: &Stance) -> Framed {
    match stance {
        Stance::Praise => Framed::Praise,
        Stance::Doubt(_) => Framed::Doubt,
        Stance::Neutral(_) => Framed::Fact,
        Stance::Empty(_) => Framed::Empty,
    }
}

/// For each clause of a note, its bytes and what the model of manner looks at; for the tool that fits it.
pub fn manner_features(text: &str, knowledge: &Knowledge) -> Vec<(Range<usize>, Vec<u64>)> {
    let sentences = sentences(text);
    let clauses = clauses(text, &sentences, tokens(text), knowledge.language);
    let framings = framings(&clauses, &sentences, knowledge);
    settings(text, &clauses, &sentences, &framings)
        .zip(&clauses)
        .map(|(s, clause)| (clause.start..clause.end, features(&s)))
        .collect()
}

fn framing(clause: &Clause, knowledge: &Knowledge) -> Framing {
    let core = core(clause, &knowledge.frames);
    let whole = clause.tokens.as_slice();
    let safe = knowledge.frames.safe.find(whole).is_some();
    Framing { stance: stance(whole, &whole[core.clone()], safe, &knowledge.frames), core, safe }
}

fn stance(whole: &[Token], bare: &[Token], safe: bool, frames: &Frames) -> Stance {
    let find = |patterns: &Patterns, tokens: &[Token]| {
        let found = patterns.find(tokens)?;
        Some(tokens.get(found.start)?.start..tokens.get(found.end.checked_sub(1)?)?.end)
    };
    let find_in_either = |patterns: &Patterns| find(patterns, whole).or_else(|| find(patterns, bare));
    if let Some(cue) = find_in_either(&frames.empty) {
        return Stance::Empty(cue);
    }
    if let Some(cue) = find_in_either(&frames.doubt).filter(|_| !safe) {
        return Stance::Doubt(Some(cue));
    }
    // What is left of "We liked how you …" when the lead-in is off decides, so only the bare clause is looked at.
    let neutral = || find(&frames.neutral, bare).filter(|_| !speaks_of_candidate(bare));
    find(&frames.job, bare).or_else(neutral).map_or(Stance::Praise, |cue| Stance::Neutral(Some(cue)))
}

/// "You'd" and "you'll" speak of the job to come, not of what the candidate did.
fn speaks_of_candidate(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| {
        matches!(
            t.word.as_str(),
            "you" | "your" | "you're" | "you've" | "yours" | "my" | "i've" | "yourself" | "myself"
        )
    })
}

/// Whether a clause states something about somebody or something else than the candidate ("the kitchen is open till two"). It may still be
/// praise ("the board was impressed"), so it only counts for less.
pub(crate) fn is_about_others(tokens: &[Token]) -> bool {
    const NEAR_START: usize = 6;
    let named = |t: &Token| {
        let word = t.word.split('\'').next().unwrap_or_default();
        matches!(
            word,
            "you"
                | "your"
                | "yours"
                | "yourself"
                | "i"
                | "my"
                | "me"
                | "mine"
                | "he"
                | "him"
                | "his"
                | "she"
                | "her"
                | "they"
                | "them"
                | "their"
        )
    };
    let states = |t: &Token| {
        matches!(
            t.word.as_str(),
            "is" | "are"
                | "was"
                | "were"
                | "isn't"
                | "aren't"
                | "wasn't"
                | "weren't"
                | "has"
                | "have"
                | "had"
                | "will"
                | "won't"
                | "can"
                | "can't"
                | "may"
                | "might"
        ) || t.word.ends_with("'s")
    };
    !tokens.iter().any(named) && tokens.iter().take(NEAR_START).skip(1).any(states)
}

/// A doubt colours the next clauses of its sentence, and a word or two in front of it ("Forecasting — no, not really"), but not
/// what speaks of the candidate again, and never over a "but". A neutral fact reaches one clause.
fn spread(clauses: &[Clause], framings: &mut [Framing]) {
    const TAIL_OF_DOUBT: usize = 2;
    const TAIL_OF_FACT: usize = 1;
    const HEAD: usize = 3;
    let own: Vec<Stance> = framings.iter().map(|framing| framing.stance.clone()).collect();
    for (at, stance) in own.iter().enumerate() {
        let reach = match stance {
            Stance::Doubt(_) => TAIL_OF_DOUBT,
            Stance::Neutral(_) => TAIL_OF_FACT,
            Stance::Praise | Stance::Empty(_) => continue,
        };
        for next in at + 1..(at + 1 + reach).min(clauses.len()) {
            if turns(&clauses[next]) || speaks_of_candidate(&clauses[next].tokens) || own[next] != Stance::Praise {
                break;
            }
            framings[next].stance = stance.clone();
        }
        let before = at.checked_sub(1).filter(|&b| own[b] == Stance::Praise && !turns(&clauses[at]));
        if let Some(before) = before.filter(|&b| clauses[b].tokens.len() <= HEAD && matches!(stance, Stance::Doubt(_)))
        {
            framings[before].stance = stance.clone();
        }
    }
}

fn turns(clause: &Clause) -> bool {
    clause.tokens.first().is_some_and(|t| matches!(t.word.as_str(), "but" | "though" | "although" | "however"))
}

/// The tokens of a clause that are the point itself: without the words that only lead to it or follow it.
pub(crate) fn core(clause: &Clause, frames: &Frames) -> Range<usize> {
    let says_something = |words: &[Token]| words.iter().any(|t| !t.word.is_stop());
    let mut start = 0;
    while let Some(found) = frames.lead.at_start(&clause.tokens[start..]) {
        if !says_something(&clause.tokens[start + found.end..]) {
            break;
        }
        start += found.end;
    }
    let tail = frames.tail.find(&clause.tokens[start..]).map(|found| start + found.start);
    let end = tail.filter(|&end| says_something(&clause.tokens[start..end])).unwrap_or(clause.tokens.len());
    start..end
}

/// "I noticed that", cut off from what was noticed.
pub(crate) fn only_leads(tokens: &[Token], frames: &Frames) -> bool {
    frames.lead.at_start(tokens).is_some_and(|found| tokens[found.end..].iter().all(|t| t.word.is_stop()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Language;

    #[test]
    fn the_point_stands_without_what_wraps_it() {
        let knowledge = Knowledge::plain();
        for (said, point) in [
            ("Your interviewers highlighted your thorough approach", "your thorough approach"),
            ("I noticed that you keep your word", "you keep your word"),
            ("you calm people down that came through as well", "you calm people down"),
            ("you never dropped a ball he said", "you never dropped a ball"),
        ] {
            let found = clauses(said, &sentences(said), tokens(said), Language::English);
            let words = &found[0].tokens[core(&found[0], &knowledge.frames)];
            assert_eq!(&said[words[0].start..words[words.len() - 1].end], point);
        }
        let cut = "I noticed that";
        let cut = clauses(cut, &sentences(cut), tokens(cut), Language::English);
        assert!(only_leads(&cut[0].tokens, &knowledge.frames));
    }

    #[test]
    fn asides_about_who_said_it_say_nothing() {
        let knowledge = Knowledge::plain();
        for said in [
            "her words",
            "I'll tell you what it was",
            "I'll tell you what, um",
            "Let me think",
            "The warehouse chap agreed",
            "the warehouse chap",
            "I also, hmm",
        ] {
            let found = clauses(said, &sentences(said), tokens(said), Language::English);
            assert!(matches!(framing(&found[0], &knowledge).stance, Stance::Empty(_)), "{said}");
        }
    }

    #[test]
    fn what_no_frame_knows_is_judged_by_its_manner() {
        let knowledge = Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap();
        let stances = |text: &str| {
            let sentences = sentences(text);
            let clauses = clauses(text, &sentences, tokens(text), Language::English);
            judged(text, &clauses, &sentences, &knowledge).into_iter().map(|judged| judged.stance).collect::<Vec<_>>()
        };
        assert_eq!(stances("You never raised your voice."), [Stance::Praise]);
        assert_eq!(stances("The bench joiners start at half six."), [Stance::Neutral(None)]);
        let said =
            "Spoke to Anna on the phone. You were calm throughout. Evidence of budget responsibility was not offered.";
        assert_eq!(stances(said), [Stance::Neutral(None), Stance::Praise, Stance::Doubt(None)]);
    }
}
