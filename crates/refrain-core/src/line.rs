//! The sentence that the candidate can say for a point, made only of words that people said about it.
//!
//! Every mention is tried, whole and without what hangs on after a comma; what makes the best sentence is taken. A point of which no
//! wording makes a sentence has no line: it is better left to the user than said badly.

use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::answer::Text;
use crate::first_person::{Candidate, FirstPerson, first_person};
use crate::memo::Memo;
use crate::normal::{Token, Word, tokens};
use crate::points::Ranked;
use crate::report::{Mention, Note, Point, Span};
use crate::verb;
use crate::voice::base;

/// What can be said for a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// In the first person, without final stop: "I calm angry customers", or of shape [`Shape::Thing`] "my calm with angry customers".
    pub(crate) text: String,
    pub(crate) shape: Shape,
    /// No rule was sure of the rewriting.
    pub(crate) unsure: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A whole sentence about oneself.
    Sentence,
    /// A sentence that begins with somebody else, and may do so with a name: "Suppliers know me by name".
    Theirs,
    /// As somebody said it, in a language of which the engine knows nothing.
    Quote,
    /// No sentence, but something that one can be told about: "my knowledge of drivers' hours".
    Thing,
}

/// So many remarks that came up once are looked at: more are in no pitch.
const MOST_SINGLES: usize = 24;

/// For each point its line, if it is to be said and has one; with `singles` also for the first specific remarks that came up once. Where two that
/// follow each other have several good lines, they do not begin alike.
pub(crate) fn lines(
    points: &[Ranked],
    speakers: &Speakers<'_>,
    singles: bool,
    known: &mut Memo<Wording, Vec<Attempt>>,
) -> Vec<Option<Line>> {
    let mut before = String::new();
    let mut singles_left = if singles { MOST_SINGLES } else { 0 };
    points
        .iter()
        .map(|ranked| {
            if is_single(&ranked.point) {
                singles_left = singles_left.checked_sub(1)?;
            } else if !is_said(&ranked.point) {
                return None;
            }
            let best = best(ranked, speakers, &before, known)?;
            before = best.opening;
            Some(best.line)
        })
        .collect()
}

/// The words of a mention in their place: all that its attempts depend on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Wording {
    /// The number of the text.
    text: usize,
    span: Span,
    context: Span,
    /// Of the candidate, in most notes.
    usual_pronoun: &'static str,
}

/// One way to say a wording.
#[derive(Debug, Clone)]
pub(crate) struct Attempt {
    line: Line,
    /// See [`opening`].
    opening: String,
    /// How well it can be said, and how whole it is.
    fitness: i32,
    stems: Vec<Word>,
}

/// The mentions that are tried. Of wordings that are the same to the letter, the first speaks for all.
fn wordings(ranked: &Ranked) -> impl Iterator<Item = &Mention> {
    /// Among so many there is a good one, and more would take longer than all the rest of an analysis.
    const MOST: usize = 24;
    let mut seen = FxHashSet::default();
    let mentions = &ranked.point.mentions;
    let clearest = mentions.iter().filter(|m| m.text == ranked.wording);
    clearest.chain(mentions).filter(move |m| seen.insert(m.text.as_str())).take(MOST)
}

/// Points that several people made, and those that the user wants first whatever their number.
pub(crate) fn is_said(point: &Point) -> bool {
    !point.cliche && !point.hidden && (point.interviews > 1 || point.pinned)
}

/// For each point that is to be said its clearest wording as it stands, for the user to put into the first person.
pub(crate) fn quoted(points: &[Ranked]) -> Vec<Option<Line>> {
    let quote = |ranked: &Ranked| Line { text: upper_first(ranked.wording.trim()), shape: Shape::Quote, unsure: true };
    points.iter().map(|ranked| is_said(&ranked.point).then(|| quote(ranked))).collect()
}

/// What the line does first: two sentences in a row with the same verb sound like a list.
fn opening(words: &[Token]) -> String {
    words
        .iter()
        .skip(1)
        .find(|t| !verb::is_adverb(&t.word) && t.word != "also")
        .map(|t| t.stem.to_string())
        .unwrap_or_default()
}

/// A specific remark that came up once: nobody says it to everybody.
pub(crate) fn is_single(point: &Point) -> bool {
    !point.cliche && !point.hidden && !point.pinned && point.interviews == 1 && !point.why.specific.is_empty()
}

/// The best of all attempts at all wordings, if it is good enough.
fn best(
    ranked: &Ranked,
    speakers: &Speakers<'_>,
    before: &str,
    known: &mut Memo<Wording, Vec<Attempt>>,
) -> Option<Attempt> {
    /// How much better a line must be that begins like the one before it.
    const ALIKE: i32 = 8;
    const CLEAREST: i32 = 5;
    /// What is worse had better stay unsaid.
    const LEAST: i32 = 5;
    /// What one person said must be good, or it is no more than filling.
    const LEAST_OF_SINGLE: i32 = 12;
    /// Words that people share count, so many of them.
    const SHARED: i32 = 4;
    const MOST_SHARED: usize = 2;
    let single = is_single(&ranked.point);
    let shared: FxHashSet<Word> =
        ranked.point.why.shared.iter().flat_map(|word| tokens(word)).map(|t| t.stem).collect();
    let mut best: Option<(i32, Rc<Vec<Attempt>>, usize)> = None;
    for mention in wordings(ranked) {
        let clearest = if mention.text == ranked.wording { CLEAREST } else { 0 };
        let attempts = speakers.attempts(mention, known);
        for (at, attempt) in attempts.iter().enumerate() {
            let alike = if attempt.opening == before { ALIKE } else { 0 };
            let common = attempt.stems.iter().filter(|stem| shared.contains(stem)).count().min(MOST_SHARED);
            let score = attempt.fitness + clearest + SHARED * number(common) - alike;
            let least = if single { LEAST_OF_SINGLE } else { LEAST };
            if score >= least && best.as_ref().is_none_or(|(top, ..)| score > *top) {
                best = Some((score, Rc::clone(&attempts), at));
            }
        }
    }
    // "My clean record" is no sentence of its own.
    best.map(|(_, attempts, at)| attempts[at].clone()).filter(|attempt| attempt.line.shape != Shape::Thing || !single)
}

/// All ways to say what was heard that make a line.
fn attempts(heard: &Heard) -> Vec<Attempt> {
    let pieces = pieces(&heard.text).into_iter().filter(|(text, _)| !(heard.addressed && is_of_speaker(text)));
    let attempt = |(text, cut): (String, i32)| {
        let line = said(&text, heard.opens || cut != 0, &heard.candidate)?;
        let words = tokens(&line.text);
        let fitness = fitness(&line, &words) - cut;
        Some(Attempt { opening: opening(&words), fitness, stems: words.into_iter().map(|t| t.stem).collect(), line })
    };
    pieces.filter_map(attempt).collect()
}

/// Who speaks in each note, and about whom.
pub(crate) struct Speakers<'n> {
    /// Notes of one id are one interview.
    notes: FxHashMap<&'n str, Vec<Speaker<'n>>>,
    /// Of the candidate, in most notes.
    usual_pronoun: &'static str,
}

struct Speaker<'n> {
    words: &'n str,
    text: &'n Text,
}

/// The words of a mention.
struct Heard {
    text: String,
    /// Nobody else stands in front of it in the sentence, so a verb that begins it is what the candidate does ("… and keeps his word"), not
    /// what somebody else does ("nobody, you know, | cut a corner").
    opens: bool,
    /// Somebody speaks to the candidate, so "I" is that somebody.
    addressed: bool,
    candidate: Candidate,
}

impl<'n> Speakers<'n> {
    pub(crate) fn of(notes: &'n [Note], texts: &'n [Rc<Text>], usual_pronoun: &'static str) -> Self {
        let mut speakers: FxHashMap<&str, Vec<Speaker<'_>>> = FxHashMap::default();
        for (note, text) in notes.iter().zip(texts) {
            speakers.entry(&note.id).or_default().push(Speaker { words: &note.text, text });
        }
        Self { notes: speakers, usual_pronoun }
    }

    /// Of several notes of one id the first in which the words stand there.
    fn speaker(&self, mention: &Mention) -> Option<&Speaker<'n>> {
        let Span { start, end } = mention.span;
        let says = |speaker: &&Speaker<'_>| {
            speaker.words.chars().skip(start).take(end.saturating_sub(start)).eq(mention.text.chars())
        };
        match self.notes.get(mention.note.as_str())?.as_slice() {
            [one] => Some(one),
            several => several.iter().find(says),
        }
    }

    fn attempts(&self, mention: &Mention, known: &mut Memo<Wording, Vec<Attempt>>) -> Rc<Vec<Attempt>> {
        let Some(speaker) = self.speaker(mention) else { return Rc::default() };
        let Mention { span, context, .. } = *mention;
        let wording = Wording { text: speaker.text.number, span, context, usual_pronoun: self.usual_pronoun };
        known.get(&wording, || attempts(&self.hear(mention, speaker)))
    }

    /// What was said, and by whom.
    fn hear(&self, mention: &Mention, speaker: &Speaker<'_>) -> Heard {
        let Speaker { words, text: Text { voice, .. } } = *speaker;
        let start = mention.span.start;
        let text = mention.text.clone();
        let lead: String =
            words.chars().skip(mention.context.start).take(start.saturating_sub(mention.context.start)).collect();
        let opens = !tokens(&lead).iter().any(|t| is_somebody_else(&t.word));
        let pronouns = voice.pronoun(self.usual_pronoun).to_owned();
        let candidate = Candidate { name: String::new(), pronouns };
        Heard { text, opens, addressed: voice.is_addressed(), candidate }
    }
}

/// Whether who says this speaks of themselves, given that they speak to the candidate.
fn is_of_speaker(text: &str) -> bool {
    let words = tokens(text);
    let has = |of: &[&str]| words.iter().any(|t| of.contains(&base(&t.word)));
    has(&["i", "my", "me", "mine", "we", "our", "us"]) && !has(&["you", "your"])
}

fn is_somebody_else(word: &str) -> bool {
    word.ends_with("n't")
        || matches!(
            word,
            "nobody"
                | "no"
                | "never"
                | "not"
                | "none"
                | "nothing"
                | "they"
                | "we"
                | "it"
                | "who"
                | "which"
                | "everybody"
                | "everyone"
                | "others"
                | "people"
                | "without"
        )
}

/// A wording, and what is left of it when it is cut at a comma or begins at "that you …", each with what the cut takes off its worth. Where
/// what hangs on is an aside, the whole is worth less.
fn pieces(text: &str) -> Vec<(String, i32)> {
    const MOST_COMMAS: usize = 4;
    const CUT: i32 = 3;
    const ASIDE: i32 = 14;
    let pictures = |c: char| !c.is_alphanumeric() && c > '\u{2190}';
    let text = text.split(pictures).next().filter(|head| !tokens(head).is_empty()).unwrap_or(text).trim();
    let commas: Vec<usize> = text
        .match_indices([',', ';'])
        .map(|(at, _)| at)
        .filter(|&at| !between_digits(text, at))
        .take(MOST_COMMAS)
        .collect();
    let mut out = Vec::new();
    let mut asides = 0;
    for &at in &commas {
        let (head, tail) = (&text[..at], text[at + 1..].trim_start());
        let aside = is_aside(tail);
        if aside || may_end_before(head, tail) {
            out.push((head.to_owned(), asides + if aside { 0 } else { CUT }));
        }
        if may_begin_after(head) && !follows_from(tail) {
            out.push((tail.to_owned(), CUT));
        }
        asides += if aside { ASIDE } else { 0 };
    }
    out.insert(0, (text.to_owned(), asides));
    let words = tokens(text);
    let addresses = |t: &Token| matches!(base(&t.word), "you" | "your" | "i" | "my");
    let opens = |t: &Token| matches!(t.word.as_str(), "that" | "how" | "hear" | "think");
    let begins = words.windows(2).find(|pair| opens(&pair[0]) && addresses(&pair[1]));
    if let Some(pair) = begins.filter(|pair| pair[0].start > 0) {
        out.push((text[pair[1].start..].to_owned(), CUT));
    }
    out
}

/// ", apparently", ", so discreet", ", that's the job".
fn is_aside(tail: &str) -> bool {
    const SHORT: usize = 2;
    const DEGREE: usize = 3;
    let words = tokens(tail);
    let first = words.first().map(|t| t.word.as_str()).unwrap_or_default();
    let thinks_aloud = matches!(
        first,
        "that's" | "apparently" | "right" | "lead" | "what" | "obviously" | "clearly" | "honestly" | "yeah" | "which"
    );
    thinks_aloud
        || first == "so" && words.len() <= DEGREE
        || words.len() <= SHORT && !matches!(first, "not" | "and" | "you" | "i")
}

fn between_digits(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the words in front of a comma mean the same without those behind it.
fn may_end_before(head: &str, tail: &str) -> bool {
    let first = tokens(tail).into_iter().next().map(|t| t.word).unwrap_or_default();
    let goes_on = matches!(
        first.as_str(),
        "but" | "unless" | "until" | "if" | "when" | "except" | "without" | "or" | "not" | "then"
    );
    !goes_on && !tokens(head).iter().any(|t| matches!(t.word.as_str(), "just" | "only" | "either" | "neither" | "not"))
}

/// ", so nobody can tell you …" means nothing without its reason.
fn follows_from(tail: &str) -> bool {
    tokens(tail).first().is_some_and(|t| matches!(t.word.as_str(), "so" | "because" | "which"))
}

/// Whether the words behind a comma mean the same without those in front of it.
fn may_begin_after(head: &str) -> bool {
    let words = tokens(head);
    let first = words.first().map(|t| t.word.as_str()).unwrap_or_default();
    !matches!(first, "if" | "when" | "unless" | "until" | "without" | "although" | "though")
        && !words.iter().any(|t| is_somebody_else(&t.word))
}

/// What the candidate can say of it, if it makes a sentence about them.
fn said(text: &str, opens: bool, candidate: &Candidate) -> Option<Line> {
    let text = without_link(text);
    let words = tokens(text);
    let first = words.first()?;
    if opens && begins_with_verb(&words) {
        // A remark without a subject gets one, and then all rules of agreement see a whole sentence.
        let subject = if verb::is_third_person(&first.word) { "she" } else { "you" };
        let rest = text[first.end..].replacen(" own ", " her own ", usize::from(owns_without_whose(&words)));
        let whole = format!("{subject} {}{rest}", lowered(text, first));
        let candidate = Candidate { name: String::new(), pronouns: "she".to_owned() };
        return shaped(&FirstPerson { sure: false, ..first_person(&whole, Some(&candidate)) });
    }
    if verb::is_gerund(&first.word) && !is_doing(&words) {
        return None;
    }
    if let Some(thing) = thing(text, &words) {
        let rendered = first_person(&format!("your {thing}"), Some(candidate));
        return shaped(&FirstPerson { sure: false, ..rendered });
    }
    shaped(&first_person(text, Some(candidate))).filter(|line| !is_begun_twice(&tokens(&line.text)))
}

/// Without "and", "that", "how" or "by" in front of "you …" and "your …".
fn without_link(text: &str) -> &str {
    let mut rest = text.trim();
    loop {
        let words = tokens(rest);
        let (Some(first), Some(second)) = (words.first(), words.get(1)) else { return rest };
        let subject = matches!(base(&second.word), "you" | "your" | "i" | "my" | "he" | "she" | "his" | "her");
        let link = match first.word.as_str() {
            "and" | "so" | "that" | "then" => true,
            "how" => subject && words.get(2).is_none_or(|t| !verb::is_adjective(&t.word)),
            "by" | "with" | "for" | "of" | "at" => matches!(second.word.as_str(), "your" | "my" | "his" | "her"),
            _ => false,
        };
        if !link {
            return rest;
        }
        rest = &rest[second.start..];
    }
}

/// "You, uh, the way you put it": who speaks so begins anew.
fn is_begun_twice(words: &[Token]) -> bool {
    let is_article = |word: &str| matches!(word, "the" | "a" | "an" | "my" | "his" | "her" | "their" | "this" | "that");
    words.first().is_some_and(|t| t.word == "i") && words.get(1).is_some_and(|t| is_article(&t.word))
}

/// "Makes own prototypes": whose own goes without saying in a note, not in a sentence.
fn owns_without_whose(words: &[Token]) -> bool {
    words.iter().position(|t| t.word == "own").is_some_and(|at| at == 1)
}

/// "Building forecasting models", but not "hiring managers love a number".
fn is_doing(words: &[Token]) -> bool {
    let known = words.first().and_then(|t| verb::plain_form(&t.word)).is_some_and(|plain| is_plain_verb(&plain));
    let acts = |pair: &[Token]| {
        is_plain_verb(&pair[1].word) && !verb::is_preposition(&pair[0].word) && !verb::begins_clause(&pair[0].word)
    };
    known && !words.windows(2).any(acts)
}

/// "Keeps customers in the loop", "hired eleven people", "can explain the rules".
fn begins_with_verb(words: &[Token]) -> bool {
    let word = |at: usize| words.get(at).map(|t| t.word.as_str()).unwrap_or_default();
    let (first, second) = (word(0), word(1));
    if words.len() < 2 || verb::is_auxiliary(second) && !matches!(first, "never" | "always") {
        return false;
    }
    match first {
        "can" | "could" | "won't" | "doesn't" | "didn't" | "don't" => is_plain_verb(second) || verb::is_adverb(second),
        "never" | "always" => is_verb_form(second) || is_past(second),
        _ if words[0].word.contains('\'') => false,
        _ if is_plain_verb(first) && !is_past(first) => {
            words.iter().any(|t| matches!(t.word.as_str(), "yourself" | "your" | "properly" | "well"))
        }
        _ if verb::is_third_person(first) => is_verb_form(first) && !matches!(second, "of" | "and" | "or"),
        _ if is_past(first) => {
            verb::is_preposition(second)
                || words[1].is_number()
                || verb::is_number_word(second)
                || second.starts_with(|c: char| c.is_ascii_digit())
                || verb::is_determiner(second)
                || matches!(second, "back" | "up" | "down" | "out" | "how" | "them" | "people" | "every" | "it")
        }
        _ => false,
    }
}

/// An adjective and its noun without anything that could be a verb: "clean safety record".
fn thing<'t>(text: &'t str, words: &[Token]) -> Option<&'t str> {
    const LONGEST: usize = 7;
    let first = words.first()?;
    let head = words.iter().take_while(|t| !verb::is_preposition(&t.word)).last()?;
    let plain = |t: &Token| {
        !verb::is_auxiliary(&t.word)
            && !is_verb_form(&t.word)
            && !is_past(&t.word)
            && !verb::is_gerund(&t.word)
            && !verb::begins_clause(&t.word)
            && !verb::is_adverb(&t.word)
            && !is_pronoun(&t.word)
            && !verb::is_determiner(&t.word)
    };
    let noun = head.start > first.start && !verb::is_adjective(&head.word) && !head.is_number() && !head.word.is_stop();
    let short = (2..=LONGEST).contains(&words.len());
    let described = verb::is_adjective(&first.word)
        || matches!(first.word.as_str(), "clean" | "low" | "tight" | "spotless" | "plain" | "short");
    (short && noun && described && !text.contains([',', '=', '+', '(']) && words.iter().all(plain))
        .then(|| &text[first.start..])
}

/// The line, if the rendering is a sentence or a thing that can be said aloud.
fn shaped(rendered: &FirstPerson) -> Option<Line> {
    const LONGEST: usize = 22;
    let words = tokens(&rendered.text);
    let (first, last) = (words.first()?, words.last()?);
    let subject = base(&first.word);
    let dangling = verb::is_preposition(&last.word)
        && !matches!(last.word.as_str(), "on" | "in" | "through" | "over" | "around")
        || verb::is_auxiliary(&last.word)
        || DANGLING.contains(&last.word.as_str())
        || rendered.text.ends_with("'s");
    let unfit = words.iter().any(|t| UNFIT.contains(&t.word.as_str()) || t.word.starts_with("you"));
    let misread =
        words.windows(2).any(|pair| pair[0].word == "me" && (is_verb_form(&pair[1].word) || is_past(&pair[1].word)));
    // "You should lead with …" is advice, "I have three, …" a list that lost its head.
    let early = |of: &[&str]| words.iter().take(3).any(|t| of.contains(&t.word.as_str()));
    let invented = subject == "i"
        && words.get(1).is_some_and(|t| t.word == "have")
        && words.get(2).is_some_and(|t| t.is_number() || verb::is_number_word(&t.word))
        && !rendered.sure;
    if dangling || unfit || misread || early(&["should"]) || invented || words.len() > LONGEST {
        return None;
    }
    // "I also …" was said after something else.
    let text = match words.get(1).filter(|t| t.word == "also") {
        Some(also) => format!("{}{}", &rendered.text[..first.end], &rendered.text[also.end..]),
        None => rendered.text.clone(),
    };
    let line = |text: String, shape: Shape| Some(Line { text: unclipped(&text), shape, unsure: !rendered.sure });
    match subject {
        "i" if words.len() > 2
            || words.len() == 2
                && !words[1].word.is_stop()
                && !matches!(
                    words[1].word.as_str(),
                    "know" | "see" | "think" | "come" | "go" | "want" | "take" | "give"
                ) =>
        {
            line(text, Shape::Sentence)
        }
        "my" => match verb_before_preposition(&words[1..]) {
            Some(_) if words.len() > 3 => line(text, Shape::Sentence),
            None if words.len() > 2 && !words.iter().any(|t| verb::is_auxiliary(&t.word)) => {
                line(format!("my{}", &text[first.end..]), Shape::Thing)
            }
            _ => None,
        },
        _ if is_pronoun(&first.word) || verb::is_preposition(&first.word) || verb::begins_clause(&first.word) => None,
        _ => {
            let verb_at = words.iter().skip(1).take(5).position(|t| is_verb_form(&t.word))? + 1;
            let about_me = words[verb_at..].iter().any(|t| matches!(t.word.as_str(), "me" | "my"));
            let many = words[verb_at - 1].word.ends_with('s')
                || matches!(subject, "nobody" | "people" | "everyone" | "everybody");
            (about_me && many).then(|| line(text, Shape::Theirs)).flatten()
        }
    }
}

/// As it is spoken: "3 years" for "3 yrs".
fn unclipped(text: &str) -> String {
    const UNITS: [(&str, &str); 6] =
        [("yr", "year"), ("mth", "month"), ("wk", "week"), ("hr", "hour"), ("min", "minute"), ("sec", "second")];
    let words = tokens(text);
    let mut out = text.to_owned();
    for pair in words.windows(2).rev().filter(|pair| pair[0].is_number() || verb::is_number_word(&pair[0].word)) {
        let unit = &pair[1];
        let (singular, plural) = unit.word.strip_suffix('s').map_or((unit.word.as_str(), ""), |word| (word, "s"));
        if let Some((_, spoken)) = UNITS.iter().find(|(short, _)| *short == singular) {
            out.replace_range(unit.start..unit.end, &format!("{spoken}{plural}"));
        }
    }
    out
}

/// The first verb among words of which the first is the subject, in front of any preposition or "that".
fn verb_before_preposition(words: &[Token]) -> Option<usize> {
    let until =
        words.iter().position(|t| verb::is_preposition(&t.word) || matches!(t.word.as_str(), "that" | "which" | "who"));
    let head = &words[..until.unwrap_or(words.len())];
    head.iter().skip(1).position(|t| verb::is_auxiliary(&t.word) || is_past(&t.word) || is_verb_form(&t.word))
}

/// How well a line of these words can be said aloud.
fn fitness(line: &Line, words: &[Token]) -> i32 {
    const USUAL: usize = 9;
    const LONG: usize = 14;
    let content: Vec<&Token> = words.iter().filter(|t| !t.word.is_stop()).collect();
    let figure = words.iter().any(|t| t.is_number() || verb::is_number_word(&t.word));
    // "I ran it from my kitchen": nobody knows what.
    let pointing = words.iter().enumerate().any(|(at, t)| {
        matches!(
            base(&t.word),
            "it" | "them" | "this" | "that" | "those" | "these" | "they" | "he" | "she" | "him" | "there" | "their"
        ) && words[..at].iter().filter(|t| !t.word.is_stop()).count() < 2
    });
    // "For 3 yrs": what is short for a word has no vowel, unless it is all capitals, and then it is spelt.
    let unspeakable = words.iter().any(|t| !t.is_number() && is_clipped(&line.text[t.start..t.end]));
    let vague = words
        .iter()
        .filter(|t| matches!(t.word.as_str(), "thing" | "things" | "stuff" | "somebody" | "something" | "also"))
        .count();
    // "I can't poach anyone from there": what one cannot do is seldom one's own.
    let cannot = words.iter().take(3).any(|t| matches!(t.word.as_str(), "can't" | "cannot" | "couldn't"));
    // "I don't just close the ticket" waits for what comes then; "he", "she" and "and where" for what came before.
    let open_end = ["don't just", "didn't just"].iter().any(|open| line.text.contains(open)) && !splices(&line.text);
    let unnamed = words.iter().any(|t| matches!(t.word.as_str(), "he" | "she"));
    let adrift = words
        .windows(2)
        .any(|p| p[0].word == "and" && matches!(p[1].word.as_str(), "where" | "what" | "who" | "which"));
    let splice = splices(&line.text);
    let about_interview = words.iter().any(|t| {
        matches!(
            t.word.as_str(),
            "candidate"
                | "candidates"
                | "mentioned"
                | "interview"
                | "panel"
                | "résumé"
                | "cv"
                | "said"
                | "quote"
                | "anyone's"
        )
    });
    let shape = match line.shape {
        Shape::Sentence => 10,
        Shape::Theirs => 8,
        Shape::Thing | Shape::Quote => 0,
    };
    let too_little = match content.len() {
        0 => 20,
        1 => 8,
        _ => 0,
    };
    shape + 5 * i32::from(figure && !pointing) + 4 * i32::from(!line.unsure)
        - 16 * i32::from(pointing)
        - 10 * i32::from(unspeakable)
        - 5 * number(vague)
        - 9 * i32::from(about_interview)
        - 12 * i32::from(cannot)
        - 12 * i32::from(open_end)
        - 8 * i32::from(unnamed)
        - 10 * i32::from(adrift)
        - 4 * i32::from(splice)
        - too_little
        - number(words.len().abs_diff(USUAL))
        - number(words.len().saturating_sub(LONG))
}

fn is_clipped(word: &str) -> bool {
    let is_vowel = |(at, c): (usize, char)| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u') || c == 'y' && at > 0;
    word.len() > 1 && word.bytes().all(|b| b.is_ascii_lowercase()) && !word.char_indices().any(is_vowel)
}

fn splices(text: &str) -> bool {
    text.contains(", I ")
}

fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// A verb as "I" or "she" takes it.
pub(crate) fn is_verb_form(word: &str) -> bool {
    verb::is_auxiliary(word)
        || is_plain_verb(word)
        || verb::is_common_third_person(word)
        || verb::first_person_form(word).is_some_and(|plain| is_plain_verb(&plain))
        || is_past(word) && !word.ends_with("ed")
}

/// A past tense, also of a verb that begins with "re": "rebuilt".
pub(crate) fn is_past(word: &str) -> bool {
    verb::is_past(word) || word.strip_prefix("re").is_some_and(verb::is_past)
}

fn is_plain_verb(word: &str) -> bool {
    PLAIN_VERBS.binary_search(&word).is_ok()
}

fn is_pronoun(word: &str) -> bool {
    matches!(
        base(word),
        "i" | "you"
            | "he"
            | "she"
            | "it"
            | "we"
            | "they"
            | "this"
            | "that"
            | "these"
            | "those"
            | "there"
            | "who"
            | "which"
            | "what"
            | "one"
            | "me"
            | "him"
            | "them"
            | "us"
            | "such"
            | "his"
            | "her"
            | "their"
            | "our"
    )
}

pub(crate) fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn lowered(text: &str, first: &Token) -> String {
    let word = &text[first.start..first.end];
    if word.chars().skip(1).any(char::is_uppercase) { word.to_owned() } else { word.to_lowercase() }
}

/// Words of the speaker's, or of somebody who thinks aloud.
const UNFIT: &[&str] = &["we", "us", "our", "ours", "um", "uh", "er", "hmm", "hm", "ha", "haha", "yeah", "eh", "lol"];

/// A sentence that ends so goes on.
const DANGLING: &[&str] = &[
    "a", "also", "an", "and", "because", "but", "find", "i", "if", "just", "my", "or", "so", "than", "that", "the",
    "their", "to", "too", "what", "when", "which", "who", "whose",
];

/// What people praise others for doing. Sorted. Words that are nouns as often ("plan", "report", "start") are left out.
const PLAIN_VERBS: &[&str] = &[
    "adapt",
    "admit",
    "analyse",
    "analyze",
    "anticipate",
    "arrive",
    "ask",
    "bend",
    "bounce",
    "break",
    "bring",
    "build",
    "call",
    "calm",
    "care",
    "carry",
    "catch",
    "challenge",
    "check",
    "clear",
    "close",
    "coach",
    "collect",
    "combine",
    "come",
    "communicate",
    "connect",
    "convince",
    "cope",
    "cost",
    "cut",
    "deal",
    "defuse",
    "delegate",
    "deliver",
    "develop",
    "dig",
    "dodge",
    "draw",
    "drive",
    "earn",
    "encourage",
    "ensure",
    "explain",
    "fight",
    "find",
    "finish",
    "fire",
    "fix",
    "follow",
    "forget",
    "gather",
    "get",
    "give",
    "go",
    "grow",
    "handle",
    "have",
    "help",
    "hire",
    "hold",
    "improve",
    "include",
    "inspire",
    "juggle",
    "keep",
    "know",
    "lead",
    "learn",
    "leave",
    "let",
    "listen",
    "look",
    "lose",
    "love",
    "make",
    "manage",
    "measure",
    "mentor",
    "mind",
    "motivate",
    "move",
    "need",
    "negotiate",
    "notice",
    "organise",
    "organize",
    "own",
    "pay",
    "persuade",
    "pick",
    "pitch",
    "prepare",
    "prioritise",
    "prioritize",
    "protect",
    "prove",
    "push",
    "put",
    "raise",
    "read",
    "rebuild",
    "recover",
    "reduce",
    "remain",
    "remember",
    "resolve",
    "respect",
    "respond",
    "review",
    "run",
    "save",
    "say",
    "schedule",
    "see",
    "sell",
    "send",
    "serve",
    "set",
    "settle",
    "share",
    "show",
    "simplify",
    "sit",
    "solve",
    "sort",
    "sound",
    "speak",
    "spot",
    "stand",
    "stay",
    "stick",
    "stop",
    "suggest",
    "take",
    "talk",
    "teach",
    "tell",
    "test",
    "think",
    "throw",
    "track",
    "train",
    "translate",
    "treat",
    "trust",
    "turn",
    "understand",
    "walk",
    "want",
    "weigh",
    "win",
    "work",
    "write",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, Option<&str>)], pronouns: &str) {
        let candidate = Candidate { name: String::new(), pronouns: pronouns.to_owned() };
        for (text, expected) in cases {
            assert_eq!(said(text, true, &candidate).map(|l| l.text).as_deref(), *expected, "{text:?}");
        }
    }

    #[test]
    fn verbs_are_sorted() {
        assert!(PLAIN_VERBS.is_sorted());
    }

    #[test]
    fn remarks_without_a_subject() {
        check(
            &[
                ("keeps customers in the loop", Some("I keep customers in the loop")),
                ("Hired eleven people in six weeks", Some("I hired eleven people in six weeks")),
                ("Can explain the rules in plain English", Some("I can explain the rules in plain English")),
                ("never missed a filing deadline in six years", Some("I never missed a filing deadline in six years")),
                ("drawings were immaculate", None),
                ("time ever with an ML person", None),
            ],
            "",
        );
    }

    #[test]
    fn things_that_one_is_told_about() {
        check(
            &[
                ("your knowledge of drivers' hours", Some("my knowledge of drivers' hours")),
                ("clean safety record", Some("my clean safety record")),
                (
                    "by your evident discretion in confidential matters",
                    Some("my evident discretion in confidential matters"),
                ),
                ("more useful", None),
            ],
            "",
        );
    }

    #[test]
    fn what_others_do_for_me() {
        check(
            &[
                ("Drivers ask for your shift", Some("Drivers ask for my shift")),
                ("nobody leaves you", Some("Nobody leaves me")),
                ("they sent you on", None),
            ],
            "",
        );
    }

    #[test]
    fn what_cannot_be_said() {
        check(
            &[
                ("two yes one maybe", None),
                ("118% of quota", None),
                ("my records were", None),
                ("You can explain it to a non-technical person like me", None),
                ("the agents you coach end up running things", None),
                ("you, uh, the way you put it to the board", None),
            ],
            "",
        );
    }

    #[test]
    fn what_is_clipped_is_spoken_whole() {
        check(
            &[
                ("coded for 3 yrs before going into product", Some("I coded for 3 years before going into product")),
                ("you had the van out in 2 hrs, not 5 mins", Some("I had the van out in 2 hours, not 5 minutes")),
                ("you say yes in a min", Some("I say yes in a min")),
            ],
            "",
        );
    }

    #[test]
    fn what_points_at_nothing_is_said_badly() {
        let fit = |text: &str| {
            let line = Line { text: text.into(), shape: Shape::Sentence, unsure: false };
            fitness(&line, &tokens(&line.text))
        };
        assert!(fit("I got it down from four machines to one") < 0);
        assert!(fit("I checked what they'd learned") < 0);
        assert!(fit("I speak the engineers' language") > fit("I led the mgmt reviews"));
        assert!(fit("I know my P&L and SQL") > 5);
    }

    #[test]
    fn a_tail_may_go_and_a_condition_may_not() {
        let cut = |text: &str| pieces(text).into_iter().skip(1).map(|(text, _)| text).collect::<Vec<_>>();
        assert_eq!(cut("you never raised your voice, that's the job"), ["you never raised your voice"]);
        assert_eq!(cut("if it burns, you stay"), ["if it burns",]);
        assert_eq!(cut("you began as the cook, so nobody can tell you off"), ["you began as the cook"]);
        assert_eq!(cut("Colleagues liked that you let them know"), ["you let them know"]);
    }
}
