//! Turns what somebody said about the candidate into what the candidate can say.
//!
//! Rules, not blind replacement: a rule looks at the words around the one it changes. Where no rule is sure, the words are
//! left as they are or changed in the likeliest way, and the result says so, for the user's eye.

use std::sync::LazyLock;

use crate::lexicon::{Frames, Knowledge};
use crate::normal::{Token, tokens};
use crate::verb;

/// Who is being talked about, where the words alone do not tell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidate {
    /// As others say it: "Sam". Empty if unknown.
    pub name: String,
    /// "she", "he" or "they"; empty if unknown, and then such words are left alone.
    pub pronouns: String,
}

/// A rendering in the first person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstPerson {
    /// Without final full stop; begins with a capital letter.
    pub text: String,
    /// Whether rules could decide every word; otherwise the user should look at it.
    pub sure: bool,
}

/// Renders feedback about a candidate in the first person.
///
/// ```
/// use refrain_core::first_person;
/// assert_eq!(first_person("She said you ask good questions.", None).text, "I ask good questions");
/// ```
pub fn first_person(text: &str, candidate: Option<&Candidate>) -> FirstPerson {
    static FRAMES: LazyLock<Frames> = LazyLock::new(|| Knowledge::plain().frames);
    let bare = without_fillers(unquoted(text));
    let stripped = without_wrapper(&bare, candidate, &FRAMES);
    let mut rewriter = Rewriter::new(stripped, candidate);
    rewriter.run();
    let (text, sure) = (rewriter.text(), rewriter.sure);
    let (text, whole) = as_sentence(&text);
    FirstPerson { text: capitalised(text.trim()), sure: sure && whole }
}

/// Without bullet, outer quotation marks and final stop.
fn unquoted(text: &str) -> &str {
    const QUOTES: [char; 5] = ['"', '“', '”', '«', '»'];
    let mut text = text.trim().trim_start_matches(['-', '*', '•', '–', '—', '·']).trim();
    let opens = text.starts_with(QUOTES);
    let inner =
        text.trim_matches(|c: char| QUOTES.contains(&c) || matches!(c, '.' | '!' | ',' | ';') || c.is_whitespace());
    if opens || !inner.contains(QUOTES) {
        text = inner;
    }
    text.trim_end_matches(['.', '!', ',', ';', ' '])
}

/// Without "um", ", you know," and their like, which stand between commas or at the very beginning.
fn without_fillers(text: &str) -> String {
    const FILLERS: [&str; 12] =
        ["you know", "i mean", "um", "uh", "er", "erm", "like", "sort of", "kind of", "honestly", "actually", "well"];
    let parts: Vec<&str> = text.split(',').collect();
    let mut out = String::new();
    let mut dropped = false;
    for (index, part) in parts.iter().enumerate() {
        let alone = FILLERS.contains(&part.trim().to_lowercase().as_str()) && parts.len() > 1;
        if alone {
            dropped = true;
            continue;
        }
        if index > 0 && !out.is_empty() && !dropped {
            out.push(',');
        }
        dropped = false;
        let part = if out.is_empty() { part.trim_start() } else { part };
        out.push_str(part);
    }
    if out.trim().is_empty() { text.to_owned() } else { out }
}

/// The point itself, if what stands in front of it is only a lead-in ("They liked that …").
fn without_wrapper<'t>(text: &'t str, candidate: Option<&Candidate>, frames: &Frames) -> &'t str {
    let words = tokens(text);
    let mut start = 0;
    while let Some(found) = frames.lead.at_start(&words[start..]) {
        let next = start + found.end;
        let Some(token) = words.get(next) else { break };
        let speaker = matches!(words[0].word.as_str(), "i" | "we" | "he" | "she" | "they" | "who" | "one");
        let lone_speaker = speaker && next == found.end && found.end <= 2 && !begins_point(&words[next..], candidate);
        // "They love you for it" loves; it does not lead in to a point.
        let after = words.get(next + 1).map(|t| t.word.as_str());
        let loved = token.word == "you" && after.is_none_or(verb::is_preposition);
        if lone_speaker || loved {
            break;
        }
        start = next;
        if text[token.start..].trim().is_empty() {
            break;
        }
    }
    match words.get(start) {
        Some(token) if start > 0 => &text[token.start..],
        _ => text,
    }
}

fn begins_point(words: &[Token], candidate: Option<&Candidate>) -> bool {
    let Some(first) = words.first() else { return false };
    let pronoun = candidate.map(|c| c.pronouns.as_str()).unwrap_or_default();
    let base = first.word.split('\'').next().unwrap_or_default();
    matches!(base, "you" | "your" | "i" | "my" | "the" | "a" | "an" | "no" | "not")
        || (!pronoun.is_empty() && base == pronoun)
        || candidate.is_some_and(|c| !c.name.is_empty() && base == c.name.to_lowercase())
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// What a word refers to, if it refers to the candidate or the speaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Subject,
    Object,
    Possessive,
    Own,
    Reflexive,
}

struct Rewriter<'t> {
    source: &'t str,
    words: Vec<Token>,
    /// The new text of each word.
    out: Vec<String>,
    candidate: Option<&'t Candidate>,
    /// "you" is spoken to the candidate, so "I" and "we" are the speaker.
    addressed: bool,
    sure: bool,
    referred: bool,
}

impl<'t> Rewriter<'t> {
    fn new(source: &'t str, candidate: Option<&'t Candidate>) -> Self {
        let words = tokens(source);
        let out = words.iter().map(|t| source[t.start..t.end].to_owned()).collect();
        let mut rewriter = Self { source, words, out, candidate, addressed: false, sure: true, referred: false };
        rewriter.addressed = (0..rewriter.words.len()).any(|at| rewriter.refers(at) && !rewriter.generic(at));
        rewriter
    }

    fn run(&mut self) {
        let mut at = 0;
        while at < self.words.len() {
            at += self.step(at).max(1);
        }
        let first_person = self.words.iter().any(|t| matches!(base(&t.word), "i" | "my" | "me" | "mine"));
        self.sure &= self.referred || (first_person && !self.addressed);
    }

    /// Rewrites the word at `at`; returns how many words it used up.
    fn step(&mut self, at: usize) -> usize {
        if let Some(used) = self.the_candidate(at) {
            return used;
        }
        let word = self.words[at].word.clone();
        let (stem, tail) = word.split_at(base(&word).len());
        if self.refers(at) {
            if self.generic(at) {
                return 1;
            }
            self.referred = true;
            match self.role(at, stem, tail) {
                Role::Subject => self.subject(at, stem, tail),
                Role::Object => self.put(at, "me"),
                Role::Possessive => self.put(at, "my"),
                Role::Own => self.put(at, "mine"),
                Role::Reflexive => self.put(at, "myself"),
            }
        } else if self.addressed {
            self.speaker(at, stem, tail);
        }
        1
    }

    /// "the candidate", "this candidate's".
    fn the_candidate(&mut self, at: usize) -> Option<usize> {
        let article = matches!(self.words[at].word.as_str(), "the" | "this" | "our");
        let noun = self.words.get(at + 1)?;
        if !article || !matches!(base(&noun.word), "candidate" | "applicant" | "interviewee") {
            return None;
        }
        let tail = noun.word[base(&noun.word).len()..].to_owned();
        self.referred = true;
        self.out[at].clear();
        if tail == "'s" {
            self.put(at + 1, "my");
        } else if self.is_object_place(at, at + 2) {
            self.put(at + 1, "me");
        } else {
            self.put(at + 1, "I");
            self.agree(at + 2);
        }
        Some(2)
    }

    /// Whether the word stands for the candidate.
    fn refers(&self, at: usize) -> bool {
        let word = base(&self.words[at].word);
        if matches!(word, "you" | "your" | "yours" | "yourself") {
            return true;
        }
        let next = self.words.get(at + 1).map(|t| base(&t.word));
        if matches!(word, "the" | "this") && matches!(next, Some("candidate" | "applicant" | "interviewee")) {
            return true;
        }
        let Some(candidate) = self.candidate else { return false };
        if !candidate.name.is_empty() && word == candidate.name.to_lowercase() {
            return true;
        }
        match candidate.pronouns.as_str() {
            "she" => matches!(word, "she" | "her" | "hers" | "herself"),
            "he" => matches!(word, "he" | "him" | "his" | "himself"),
            "they" => self.they_refers(at, word),
            _ => false,
        }
    }

    /// "They" may be anybody: it is the candidate at the beginning, and later where nobody else came between.
    fn they_refers(&self, at: usize, word: &str) -> bool {
        if !matches!(word, "they" | "them" | "their" | "theirs" | "themselves" | "themself") {
            return false;
        }
        let earlier = &self.words[..at];
        let plural = earlier.iter().any(|t| {
            t.word.len() > 3
                && t.word.ends_with('s')
                && !t.word.ends_with("ss")
                && !t.word.contains('\'')
                && !verb::is_third_person(&t.word)
        });
        match word {
            "they" | "their" => !plural || at == 0,
            _ => !plural,
        }
    }

    fn role(&self, at: usize, stem: &str, tail: &str) -> Role {
        match stem {
            "your" | "his" | "their" => {
                let owned = self.words.get(at + 1).is_some() && self.gap(at).trim().is_empty();
                return if owned || stem == "your" { Role::Possessive } else { Role::Own };
            }
            "yours" | "hers" | "theirs" => return Role::Own,
            "yourself" | "herself" | "himself" | "themselves" | "themself" => return Role::Reflexive,
            "him" | "them" => return Role::Object,
            "her" => return if self.owns_next(at) { Role::Possessive } else { Role::Object },
            _ => {}
        }
        if tail == "'s" && self.is_name(stem) {
            let word = |i: usize| self.words.get(i).map(|t| t.word.as_str()).unwrap_or_default();
            // "Alex's brilliant with numbers" describes Alex; "Alex's brilliant numbers" are owned.
            let described = verb::is_adjective(word(at + 1)) && verb::is_preposition(word(at + 2));
            let owned = self.owns_next(at) && !self.verb_like(at + 1) && !described;
            return if owned { Role::Possessive } else { Role::Subject };
        }
        if tail.is_empty() && matches!(stem, "he" | "she" | "they") {
            return Role::Subject;
        }
        if tail.is_empty() && self.is_object_place(at, at + 1) { Role::Object } else { Role::Subject }
    }

    fn is_name(&self, word: &str) -> bool {
        self.candidate.is_some_and(|c| !c.name.is_empty() && c.name.to_lowercase() == word)
    }

    /// Whether "her" before this word owns it: not before the end, a preposition, an article or a conjunction.
    fn owns_next(&self, at: usize) -> bool {
        self.gap(at).trim().is_empty()
            && self.words.get(at + 1).is_some_and(|t| {
                !verb::is_preposition(&t.word)
                    && !matches!(
                        t.word.as_str(),
                        "the"
                            | "a"
                            | "an"
                            | "and"
                            | "or"
                            | "but"
                            | "because"
                            | "when"
                            | "while"
                            | "if"
                            | "that"
                            | "this"
                            | "again"
                            | "too"
                            | "very"
                            | "so"
                            | "as"
                            | "what"
                            | "how"
                            | "where"
                            | "who"
                            | "every"
                            | "all"
                            | "there"
                            | "here"
                            | "it"
                            | "do"
                            | "go"
                    )
            })
    }

    /// Whether "you" between these words is what something is done to.
    fn is_object_place(&self, at: usize, next: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        if !self.gap(before).trim().is_empty() {
            return false;
        }
        let previous = self.words[before].word.as_str();
        let follows = self.words.get(next).map(|t| t.word.as_str()).filter(|_| self.gap(next - 1).trim().is_empty());
        let ends = follows.is_none_or(|w| {
            verb::is_preposition(w) || matches!(w, "and" | "or" | "but" | "to" | "because" | "when" | "if" | "again")
        });
        if matches!(previous, "before" | "after" | "until" | "till" | "since" | "than" | "as" | "like" | "once") {
            return ends;
        }
        // "Suppliers know you by name".
        if matches!(previous, "know" | "knows") && ends {
            return true;
        }
        if verb::begins_clause(previous) || verb::is_auxiliary(previous) {
            return false;
        }
        if verb::is_preposition(previous) {
            return true;
        }
        // "The agents you coach": what has an article is no verb, so "you" begins something new.
        let noun = before
            .checked_sub(1)
            .is_some_and(|i| verb::is_determiner(&self.words[i].word) && self.gap(i).trim().is_empty());
        let verb_follows = follows.is_some_and(|w| verb::is_auxiliary(w) || verb::is_past(w) || verb::is_adverb(w));
        ends || (verb::could_be_verb(previous) && !noun && !verb_follows)
    }

    /// "The calm you only get from a Saturday night" is anybody's: a noun in front, a possibility behind.
    fn generic(&self, at: usize) -> bool {
        let word = &self.words[at].word;
        let Some(before) = at.checked_sub(1) else { return false };
        if base(word) != "you" || !self.gap(before).trim().is_empty() {
            return false;
        }
        let previous = self.words[before].word.as_str();
        let noun = !verb::begins_clause(previous)
            && !verb::is_preposition(previous)
            && !verb::is_auxiliary(previous)
            && !verb::is_adverb(previous);
        let follows = self.words.get(at + 1).map(|t| t.word.as_str()).unwrap_or_default();
        let possible = word == "you'd"
            && matches!(follows, "expect" | "want" | "hope" | "think" | "imagine" | "need" | "never" | "get" | "find")
            || word == "you"
                && matches!(
                    follows,
                    "can"
                        | "can't"
                        | "cannot"
                        | "could"
                        | "couldn't"
                        | "only"
                        | "rarely"
                        | "seldom"
                        | "need"
                        | "want"
                        | "get"
                        | "hear"
                        | "see"
                        | "don't"
                        | "expect"
                        | "hope"
                        | "dream"
                );
        noun && possible
    }

    fn subject(&mut self, at: usize, stem: &str, tail: &str) {
        let next = self.words.get(at + 1).map(|t| t.word.clone()).unwrap_or_default();
        let after = self.words.get(at + 2).map(|t| t.word.clone()).unwrap_or_default();
        if self.asked(at) {
            self.put(at, "I");
            return;
        }
        match tail {
            "'re" => self.put(at, "I'm"),
            "'s" => {
                let participle = if verb::is_adverb(&next) { &after } else { &next };
                let have = next == "got" || verb::is_participle(participle);
                self.put(at, if have { "I've" } else { "I'm" });
            }
            // "You've a lathe" owns one: run together it would be half of "I've had".
            "'ve" if verb::is_determiner(&next) => self.put(at, "I have"),
            "" => {
                self.put(at, "I");
                if stem == "you" || stem == "they" { self.agree_plural(at + 1) } else { self.agree(at + 1) }
            }
            _ => self.put(at, &format!("I{tail}")),
        }
    }

    /// "Does she …?" takes its agreement in front.
    fn asked(&mut self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let swapped = match self.words[before].word.as_str() {
            "does" => "do",
            "is" | "are" => "am",
            "has" => "have",
            "were" => "was",
            _ => return false,
        };
        if before > 0 && self.gap(before - 1).trim().is_empty() {
            return false;
        }
        self.put(before, swapped);
        true
    }

    /// After "you" or "they": only the forms of "be" change.
    fn agree_plural(&mut self, at: usize) {
        let Some(verb_at) = self.verb_after(at) else { return };
        match self.words[verb_at].word.as_str() {
            "are" => self.be(verb_at, "am"),
            "were" => self.put(verb_at, "was"),
            "aren't" => self.not_be(verb_at),
            "weren't" => self.put(verb_at, "wasn't"),
            _ => {}
        }
        self.conjoined(verb_at + 1, true);
    }

    /// After "she", "he" or a name: the verb loses its third-person ending, and so do those joined to it.
    fn agree(&mut self, at: usize) {
        let Some(verb_at) = self.verb_after(at) else { return };
        self.agree_verb(verb_at);
        self.conjoined(verb_at + 1, false);
    }

    fn agree_verb(&mut self, at: usize) {
        match self.words[at].word.as_str() {
            "is" => self.be(at, "am"),
            "isn't" => self.not_be(at),
            word => {
                if let Some(plain) = verb::first_person_form(word) {
                    self.put(at, &plain);
                }
            }
        }
    }

    /// "I am" reads better run together where nothing stands between.
    fn be(&mut self, at: usize, form: &str) {
        match at.checked_sub(1).filter(|&before| self.out[before] == "I") {
            Some(before) => {
                self.out[before].push_str("'m");
                self.out[at].clear();
            }
            None => self.put(at, form),
        }
    }

    fn not_be(&mut self, at: usize) {
        match at.checked_sub(1).filter(|&before| self.out[before] == "I") {
            Some(before) => {
                self.out[before].push_str("'m");
                self.put(at, "not");
            }
            None => self.put(at, "am not"),
        }
    }

    fn verb_after(&self, at: usize) -> Option<usize> {
        (at..self.words.len().min(at + 4)).find(|&i| !verb::is_adverb(&self.words[i].word))
    }

    /// Verbs joined by "and", "but" or "or" to one that was changed, up to the next subject.
    fn conjoined(&mut self, from: usize, plural: bool) {
        for at in from..self.words.len() {
            let word = self.words[at].word.clone();
            if verb::begins_subject(&word) || self.refers(at) && matches!(base(&word), "you" | "she" | "he" | "they") {
                return;
            }
            let joined =
                matches!(word.as_str(), "and" | "or" | "but" | "then") || (at > 0 && self.gap(at - 1).contains(','));
            if !joined {
                continue;
            }
            let from = if matches!(word.as_str(), "and" | "or" | "but" | "then") { at + 1 } else { at };
            let Some(verb_at) = self.verb_after(from) else { return };
            if plural {
                match self.words[verb_at].word.as_str() {
                    "are" => self.put(verb_at, "am"),
                    "were" => self.put(verb_at, "was"),
                    _ => {}
                }
            } else if matches!(
                self.words[verb_at].word.as_str(),
                "is" | "has" | "does" | "doesn't" | "isn't" | "hasn't"
            ) || verb::is_common_third_person(&self.words[verb_at].word)
                || (verb::is_third_person(&self.words[verb_at].word) && self.takes_object(verb_at))
            {
                self.agree_verb(verb_at);
            }
        }
    }

    /// A word in -s before a pronoun, an article or a particle is a verb rather than a plural.
    fn takes_object(&self, at: usize) -> bool {
        self.words.get(at + 1).is_some_and(|t| {
            verb::is_preposition(&t.word)
                || verb::is_adverb(&t.word)
                || matches!(
                    base(&t.word),
                    "the"
                        | "a"
                        | "an"
                        | "them"
                        | "it"
                        | "him"
                        | "her"
                        | "his"
                        | "their"
                        | "us"
                        | "me"
                        | "my"
                        | "our"
                        | "you"
                        | "your"
                        | "what"
                        | "how"
                        | "why"
                        | "people"
                        | "everyone"
                        | "everybody"
                        | "that"
                        | "this"
                        | "every"
                        | "no"
                        | "all"
                        | "any"
                        | "so"
                        | "both"
                        | "up"
                        | "down"
                )
        })
    }

    /// "I", "me", "we" of somebody who speaks to the candidate become "you"; whom that means, the user must judge.
    fn speaker(&mut self, at: usize, stem: &str, tail: &str) {
        let new = match stem {
            "i" | "we" => match tail {
                "'m" | "'re" => "you're".to_owned(),
                "" => "you".to_owned(),
                _ => format!("you{tail}"),
            },
            "me" | "us" => "you".to_owned(),
            "my" | "our" => "your".to_owned(),
            "mine" | "ours" => "yours".to_owned(),
            "myself" => "yourself".to_owned(),
            "ourselves" => "yourselves".to_owned(),
            _ => return,
        };
        self.sure = false;
        self.put(at, &new);
        if matches!(stem, "i" | "we")
            && tail.is_empty()
            && let Some(verb_at) = self.verb_after(at + 1)
        {
            match self.words[verb_at].word.as_str() {
                "am" => self.put(verb_at, "are"),
                "was" => self.put(verb_at, "were"),
                "wasn't" => self.put(verb_at, "weren't"),
                _ => {}
            }
        }
    }

    fn verb_like(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|t| {
            verb::is_participle(&t.word)
                || t.word.ends_with("ing")
                || matches!(t.word.as_str(), "a" | "an" | "the" | "not" | "very" | "so")
        })
    }

    fn put(&mut self, at: usize, new: &str) {
        self.out[at] = new.to_owned();
    }

    /// What stands between a word and the next.
    fn gap(&self, at: usize) -> &str {
        let end = self.words.get(at + 1).map_or(self.source.len(), |t| t.start);
        &self.source[self.words[at].end..end]
    }

    fn text(&self) -> String {
        let mut text = self.words.first().map_or_else(|| self.source.to_owned(), |t| self.source[..t.start].to_owned());
        for (at, word) in self.out.iter().enumerate() {
            // "You, uh, you went": what is said twice over a hesitation is said once.
            let stutter = self.out.get(at + 1).is_some_and(|next| next == word && !word.is_empty());
            if stutter && self.gap(at).chars().all(|c| c == ',' || c.is_whitespace()) {
                continue;
            }
            text.push_str(word);
            let gap = self.gap(at);
            text.push_str(if word.is_empty() { gap.trim_start() } else { gap });
        }
        text.trim_end().to_owned()
    }
}

fn base(word: &str) -> &str {
    word.split('\'').next().unwrap_or(word)
}

/// A fragment becomes a sentence where its first words say how; the flag tells whether it was one already.
fn as_sentence(text: &str) -> (String, bool) {
    let words = tokens(text);
    let Some(first) = words.first() else { return (text.to_owned(), false) };
    let rest = &text[first.end..];
    let negated = first.word == "not";
    // "Really caring" describes; "always checking" does.
    let degree = matches!(first.word.as_str(), "really" | "very" | "so" | "quite" | "genuinely");
    let lead = if negated || (verb::is_adverb(&first.word) && !degree) { words.get(1) } else { Some(first) };
    if let Some(gerund) = lead.filter(|t| verb::is_gerund(&t.word)) {
        let after = &text[gerund.end..];
        if let Some(plain) = verb::plain_form(&gerund.word) {
            let verb = match (negated, gerund.start == first.start) {
                (true, _) => format!("I don't {plain}{after}"),
                (false, true) => format!("I {plain}{after}"),
                (false, false) => format!("I {} {plain}{after}", first.word),
            };
            return (verb, false);
        }
        return (text.to_owned(), false);
    }
    let second = words.get(1).map(|t| t.word.as_str()).unwrap_or_default();
    let pronoun = matches!(base(&first.word), "i" | "my" | "we" | "you" | "your" | "it" | "they" | "he" | "she");
    let describes = !pronoun && (verb::is_adjective(&first.word) || verb::is_adverb(&first.word));
    if describes && verb::is_preposition(second) && !first.is_number() {
        return (format!("I'm {}{rest}", lower_first(text, first)), false);
    }
    if matches!(base(&first.word), "i" | "my" | "we" | "you" | "your") || has_finite_verb(&words) {
        return (text.to_owned(), true);
    }
    if first.is_number() || verb::is_number_word(&first.word) {
        return (format!("I have {}{rest}", lower_first(text, first)), false);
    }
    if let Some(head) = words.iter().take_while(|t| !verb::is_preposition(&t.word)).last() {
        let countable = words.iter().any(|t| matches!(t.word.as_str(), "of" | "for" | "at" | "in" | "on" | "with"));
        if countable && verb::is_gift(&head.word) {
            let article = if first.word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            return (format!("I have {article} {}{rest}", lower_first(text, first)), false);
        }
    }
    (text.to_owned(), false)
}

/// The first word in lower case, unless it is an abbreviation.
fn lower_first(text: &str, first: &Token) -> String {
    let word = &text[first.start..first.end];
    if word.chars().skip(1).any(char::is_uppercase) { word.to_owned() } else { word.to_lowercase() }
}

fn has_finite_verb(words: &[Token]) -> bool {
    words.iter().skip(1).any(|t| {
        verb::is_auxiliary(&t.word) || verb::is_past(&t.word) || verb::is_third_person(&t.word) && t.word.len() > 3
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cases: &[(&str, &str)], name: &str, pronouns: &str) {
        let candidate = Candidate { name: name.into(), pronouns: pronouns.into() };
        for (text, expected) in cases {
            assert_eq!(first_person(text, Some(&candidate)).text, *expected, "{text:?}");
        }
    }

    #[test]
    fn spoken_to() {
        check(
            &[
                ("You have kept the ward running with two staff.", "I have kept the ward running with two staff"),
                ("You're the one they call at night", "I'm the one they call at night"),
                ("nobody reads a contract as closely as you do", "Nobody reads a contract as closely as I do"),
                ("people say you're the calmest foreman they've had", "People say I'm the calmest foreman they've had"),
                ("they love you for it", "They love me for it"),
                ("suppliers know you by name", "Suppliers know me by name"),
                ("the agents you coach end up running things", "The agents I coach end up running things"),
                ("you've a lathe in the garage", "I have a lathe in the garage"),
                ("you've kept it simple", "I've kept it simple"),
            ],
            "",
            "",
        );
    }

    #[test]
    fn spoken_about() {
        check(
            &[
                ("Alex's brilliant with spreadsheets", "I'm brilliant with spreadsheets"),
                ("Alex's drawings never come back", "My drawings never come back"),
                ("She pays attention and misses nothing", "I pay attention and miss nothing"),
                ("she watches, listens and then acts", "I watch, listen and then act"),
                ("Her patients ask for her by name", "My patients ask for me by name"),
            ],
            "Alex",
            "she",
        );
    }

    /// Faults that other libraries have had: "i is", and the possessives of two people swapped.
    #[test]
    fn agreement_and_possession() {
        check(
            &[
                ("He is calm and his team is too", "I'm calm and my team is too"),
                ("he told Dana her plan would work", "I told Dana her plan would work"),
            ],
            "Sam",
            "he",
        );
    }

    #[test]
    fn fragments() {
        check(
            &[
                ("writing copy that sells", "I write copy that sells"),
                ("- always on time", "I'm always on time"),
                ("* great ear for dialogue", "I have a great ear for dialogue"),
            ],
            "",
            "",
        );
    }

    #[test]
    fn doubtful_renderings_say_so() {
        assert!(first_person("You calm people down", None).sure);
        assert!(!first_person("you made us laugh", None).sure);
        assert!(!first_person("good with numbers", None).sure);
    }
}
