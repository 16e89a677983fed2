//! What one answer says, read by itself: its clauses and what each is doing. It depends on the text alone, so it is read once.

use std::borrow::Cow;
use std::ops::Range;

use crate::clause::{Clause, Sentence, clauses, sentences};
use crate::frame::{Judged, Stance, core, is_about_others, judged, only_leads};
use crate::label::unclearness;
use crate::language::{self, is_little};
use crate::lexicon::Knowledge;
use crate::normal::{Token, Word, tokens};
use crate::report::{Language, Span};
use crate::similarity::{Features, nearest_cliche};
use crate::span::Scalars;
use crate::specific::specifics;

/// A text with all that the engine makes of it before it looks at other texts.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) sentences: Vec<Sentence>,
    /// In the order of the text.
    pub(crate) clauses: Vec<Clause>,
    /// What each clause is doing.
    pub(crate) stances: Vec<Stance>,
    /// For each clause of praise that says something, what is compared.
    pub(crate) remarks: Vec<Option<Remark>>,
    scalars: Scalars,
}

/// A clause of praise, ready to be compared.
#[derive(Debug, Clone)]
pub(crate) struct Remark {
    /// The words that make the point, in bytes of the text.
    pub(crate) bytes: Range<usize>,
    pub(crate) place: Place,
    pub(crate) tokens: Vec<Token>,
    /// The positions of the words that tell points apart, numbers left out.
    pub(crate) telling: Vec<usize>,
    /// See [`unclearness`].
    pub(crate) unclearness: f32,
    /// What of the words is compared.
    pub(crate) features: Features,
    /// Numbers, tools and named things, as they stand in the text.
    pub(crate) specific: Vec<String>,
    pub(crate) cliche: Option<Cliche>,
    pub(crate) doubtful: bool,
    pub(crate) needs_echo: bool,
}

/// Empty praise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cliche {
    pub(crate) concept: u16,
    /// The bytes of the words that made it empty praise.
    pub(crate) cue: Range<usize>,
}

/// Where words stand in their text, as a [`Mention`](crate::Mention) tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) span: Span,
    pub(crate) context: Span,
}

/// The nearness to a wording of empty praise from which a clause is empty praise.
const EMPTY_PRAISE: f32 = 0.72;
/// "Really caring person": more words than this may say more.
const SHORT: usize = 5;

pub(crate) fn read(text: &str, knowledge: &Knowledge) -> Reading {
    read_words(text, tokens(text), knowledge)
}

/// Reads a text that has been cut into these words.
pub(crate) fn read_words(text: &str, words: Vec<Token>, knowledge: &Knowledge) -> Reading {
    let sentences = sentences(text);
    let clauses = clauses(text, &sentences, words, knowledge.language);
    let judged = judged(text, &clauses, &sentences, knowledge);
    let stances = judged.iter().map(|judged| judged.stance.clone()).collect();
    let mut reading = Reading { sentences, clauses, stances, remarks: Vec::new(), scalars: Scalars::of(text) };
    let says_something = |words: &[Token]| !says_nothing(words) && !only_leads(words, &knowledge.frames);
    let praise = |(clause, judged): (&Clause, &Judged)| {
        let core = matches!(judged.stance, Stance::Praise).then(|| judged.core.clone())?;
        let remark = reading.remark_of(clause, core, text, knowledge);
        let doubtful = remark.doubtful || judged.doubtful;
        let needs_echo = judged.needs_echo;
        says_something(&remark.tokens).then_some(Remark { doubtful, needs_echo, ..remark })
    };
    reading.remarks = reading.clauses.iter().zip(&judged).map(praise).collect();
    reading
}

impl Reading {
    /// What of a clause of this text is compared.
    pub(crate) fn remark(&self, clause: &Clause, text: &str, knowledge: &Knowledge) -> Remark {
        self.remark_of(clause, core(clause, &knowledge.frames), text, knowledge)
    }

    fn remark_of(&self, clause: &Clause, core: Range<usize>, text: &str, knowledge: &Knowledge) -> Remark {
        let tokens = clause.tokens[core].to_vec();
        let bytes = tokens.first().map_or(clause.start, |t| t.start)..tokens.last().map_or(clause.end, |t| t.end);
        let doubtful = is_about_others(&tokens);
        let signs = match knowledge.language {
            Language::English => knowledge.signs_of_tokens(&tokens),
            Language::Other => language::signs(&tokens),
        };
        let place = self.place(&bytes, clause.sentence);
        let specific: Vec<String> = specifics(&tokens, text).into_iter().map(str::to_owned).collect();
        let cliche = cliche(&tokens, &bytes, &signs, knowledge).filter(|_| specific.is_empty());
        let features = Features::of(&signs, knowledge);
        let tells = |&at: &usize| tells(&tokens[at].word, knowledge.language) && !tokens[at].is_number();
        let telling = (0..tokens.len()).filter(tells).collect();
        let unclearness = unclearness(&tokens);
        Remark { bytes, place, tokens, telling, unclearness, features, specific, cliche, doubtful, needs_echo: false }
    }

    /// Where these bytes of the text stand, and the sentence around them.
    pub(crate) fn place(&self, bytes: &Range<usize>, sentence: usize) -> Place {
        let around = self.sentences.get(sentence).map_or(bytes.clone(), |s| s.start..s.end);
        Place {
            span: self.scalars.span(bytes.start, bytes.end),
            context: self.scalars.span(around.start.min(bytes.start), around.end.max(bytes.end)),
        }
    }
}

pub(crate) fn says_nothing(tokens: &[Token]) -> bool {
    tokens.iter().all(|t| t.word.is_stop() || t.is_number())
}

/// Whether a word tells points apart.
fn tells(word: &Word, language: Language) -> bool {
    match language {
        Language::English => !word.is_stop(),
        Language::Other => !is_little(word),
    }
}

fn cliche(tokens: &[Token], bytes: &Range<usize>, signs: &[Cow<'_, str>], knowledge: &Knowledge) -> Option<Cliche> {
    let bare = knowledge.frames.cliche.find(tokens).filter(|_| tokens.len() <= SHORT);
    let least = if bare.is_some() { 0.0 } else { EMPTY_PRAISE };
    let (_, concept) = nearest_cliche(signs, knowledge, least)?;
    let words = bare.and_then(|found| tokens.get(found.start..found.end)).unwrap_or_default();
    let cue = words.first().zip(words.last()).map_or(bytes.clone(), |(first, last)| first.start..last.end);
    Some(Cliche { concept, cue })
}
