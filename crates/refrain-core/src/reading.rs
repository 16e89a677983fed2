//! What one answer says, read by itself: its clauses and what each is doing. It depends on the text alone, so it is read once.

use std::ops::Range;

use crate::clause::{Clause, Sentence, clauses, is_stop_word, sentences};
use crate::frame::{Stance, core, is_about_others, stances};
use crate::lexicon::Knowledge;
use crate::manner::{DOUBTFUL, manner};
use crate::normal::Token;
use crate::report::Span;
use crate::similarity::nearest_cliche;
use crate::span::Scalars;

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
    pub(crate) signs: Vec<String>,
    pub(crate) cliche: Option<u16>,
    pub(crate) doubtful: bool,
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
    let sentences = sentences(text);
    let clauses = clauses(text, &sentences);
    let stances = stances(&clauses, &sentences, knowledge);
    let mut reading = Reading { sentences, clauses, stances, remarks: Vec::new(), scalars: Scalars::of(text) };
    reading.remarks = reading
        .clauses
        .iter()
        .zip(&reading.stances)
        .map(|(clause, stance)| match stance {
            Stance::Praise => reading.remark(clause, knowledge),
            _ => None,
        })
        .collect();
    reading
}

impl Reading {
    /// What of a clause is compared; nothing if it consists of little words.
    pub(crate) fn remark(&self, clause: &Clause, knowledge: &Knowledge) -> Option<Remark> {
        let tokens = clause.tokens[core(clause, &knowledge.frames)].to_vec();
        let bytes = tokens.first()?.start..tokens.last()?.end;
        if tokens.iter().all(|t| is_stop_word(&t.word) || t.is_number()) {
            return None;
        }
        let doubtful = is_about_others(&tokens) || manner(&tokens, knowledge) >= DOUBTFUL;
        let signs = knowledge.signs_of_tokens(&tokens);
        let specific = tokens.iter().any(Token::is_number);
        let bare_praise = tokens.len() <= SHORT && knowledge.frames.cliche.find(&tokens).is_some();
        let cliche = nearest_cliche(&signs, knowledge)
            .filter(|&(score, _)| !specific && (bare_praise || score >= EMPTY_PRAISE))
            .map(|(_, concept)| concept);
        let place = self.place(&bytes, clause.sentence);
        Some(Remark { bytes, place, tokens, signs, cliche, doubtful })
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
