//! Cuts an answer into sentences, and sentences into clauses that make one point each.
//!
//! Splitting too much costs little (a point said in two clauses is found by either), too little costs a lot (two points
//! in one clause drag their groups together), so borders are drawn at every comma, dash, colon, quotation mark and
//! conjunction, except where one side alone would say nothing.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::normal::Token;
use crate::report::Language;

/// A sentence, bullet or line, in bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// A piece of a sentence that makes one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Byte offsets of the first and behind the last word.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Index of the sentence around it.
    pub(crate) sentence: usize,
    pub(crate) tokens: Vec<Token>,
}

pub(crate) fn sentences(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0usize;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let line = matches!(c, '\n' | '\r' | '•' | '\u{2028}' | '\u{2029}');
        if line {
            depth = 0;
        }
        if line || (depth == 0 && ends_sentence(text, at, c)) {
            push_trimmed(text, start, end, &mut out);
            start = end;
        }
    }
    push_trimmed(text, start, text.len(), &mut out);
    out
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    let after = &text[at + c.len_utf8()..];
    match c {
        ';' | '…' | '。' | '！' | '？' | '．' | '；' => true,
        '!' | '?' => !after.starts_with(['!', '?', ')']),
        '.' => {
            let closed = after.trim_start_matches(['"', '”', '\'', '’', '*', ')', '.']);
            let ends = closed.chars().next().is_none_or(char::is_whitespace) || closed.starts_with('(');
            ends && !after.starts_with('.') && !abbreviated(&text[..at])
        }
        _ => false,
    }
}

/// Whether a point after these words belongs to an abbreviation ("3 a.m.", "e.g.", "Mr.").
fn abbreviated(before: &str) -> bool {
    let word = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.')).next().unwrap_or("");
    let letters = word.chars().count();
    word.contains('.') && letters <= 4 && word.chars().all(|c| c.is_alphabetic() || c == '.')
        || (letters == 1 && word.chars().all(|c| c.is_uppercase() && c != 'I'))
        || ["mr", "mrs", "ms", "dr", "vs", "approx", "incl", "eg", "ie"]
            .iter()
            .any(|short| word.eq_ignore_ascii_case(short))
}

fn push_trimmed(text: &str, start: usize, end: usize, out: &mut Vec<Sentence>) {
    let piece = &text[start..end];
    let inner = piece.trim_start();
    let start = start + piece.len() - inner.len();
    let end = start + inner.trim_end().len();
    if text[start..end].chars().any(char::is_alphanumeric) {
        out.push(Sentence { start, end });
    }
}

/// The clauses of all sentences, in the order of the text, which has been cut into these words: no word reaches over a border between sentences.
///
/// The words that join clauses are English; in other languages punctuation alone draws borders.
pub(crate) fn clauses(text: &str, sentences: &[Sentence], words: Vec<Token>, language: Language) -> Vec<Clause> {
    let mut out = Vec::new();
    let mut words = words.into_iter().peekable();
    for (index, sentence) in sentences.iter().enumerate() {
        let mut pieces: Vec<(Border, Vec<Token>)> = Vec::new();
        while let Some(token) = words.next_if(|token| token.end <= sentence.end) {
            let border = match pieces.last().and_then(|(_, p)| p.last()) {
                None => Border::Hard,
                Some(last) => border(&text[last.end..token.start], &token, language),
            };
            match (border, pieces.last_mut()) {
                (Border::None, Some((_, piece))) => piece.push(token),
                _ => pieces.push((border, vec![token])),
            }
        }
        for piece in joined(pieces) {
            if let (Some(first), Some(last)) = (piece.first(), piece.last()) {
                out.push(Clause { start: first.start, end: last.end, sentence: index, tokens: piece });
            }
        }
    }
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Border {
    None,
    /// A comma or a conjunction: a border only between two pieces that can each stand alone.
    Soft,
    Hard,
}

fn border(gap: &str, next: &Token, language: Language) -> Border {
    let dash = gap.contains(['—', '–', '→', '|', '·']) || gap.contains(" - ") || gap.contains(" -> ");
    if dash || gap.contains([':', ';', '\n', '“', '”', '"', '(', ')', '!', '?', '…']) {
        return Border::Hard;
    }
    let joining = if language == Language::English { next.word.as_str() } else { "" };
    match joining {
        "but" | "although" | "though" | "however" => Border::Hard,
        "and" | "plus" | "so" | "then" | "or" => Border::Soft,
        _ if gap.contains([',', '/', '+', '&', '.', '、', '，']) || gap.contains(is_picture) => Border::Soft,
        _ => Border::None,
    }
}

/// Arrows, ticks, stars and emoji, which part points in notes ("Fluent in German ✔️ Expired licence ❌").
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
}

/// Joins pieces over soft borders where one side says too little by itself, unless somebody new begins to speak or act.
fn joined(pieces: Vec<(Border, Vec<Token>)>) -> Vec<Vec<Token>> {
    let mut out: Vec<Vec<Token>> = Vec::new();
    for (border, piece) in pieces {
        let small = |last: &Vec<Token>| weight(last) < 2 || weight(&piece) < 2;
        match out.last_mut() {
            Some(last) if border == Border::Soft && small(last) && !begins_anew(&piece) => last.extend(piece),
            _ => out.push(piece),
        }
    }
    out
}

/// "…, he'd like some of that": a pronoun that carries its verb.
fn begins_anew(piece: &[Token]) -> bool {
    const PRONOUNS: [&str; 6] = ["i", "we", "he", "she", "they", "it"];
    let mut words = piece.iter().map(|t| t.word.as_str()).filter(|w| !matches!(*w, "and" | "so" | "then" | "plus"));
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    match first.split_once('\'') {
        Some((pronoun, _)) => PRONOUNS.contains(&pronoun),
        None => PRONOUNS.contains(&first) && second.is_some(),
    }
}

/// The number of words that carry meaning.
fn weight(piece: &[Token]) -> usize {
    piece.iter().filter(|t| !t.word.is_stop()).count()
}

/// Words too common to tell two points apart.
pub(crate) fn is_stop_word(word: &str) -> bool {
    // One hash is quicker than a search by comparing. A [`Word`](crate::normal::Word) knows it of itself.
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| STOP_WORDS.iter().copied().collect());
    SET.contains(word)
}

const STOP_WORDS: &[&str] = &[
    "a",
    "about",
    "after",
    "again",
    "against",
    "ah",
    "all",
    "also",
    "am",
    "an",
    "and",
    "any",
    "anyone",
    "anything",
    "apparently",
    "are",
    "aren't",
    "as",
    "at",
    "be",
    "been",
    "before",
    "being",
    "both",
    "but",
    "by",
    "can",
    "can't",
    "cannot",
    "could",
    "couldn't",
    "did",
    "didn't",
    "do",
    "does",
    "doesn't",
    "don't",
    "down",
    "during",
    "each",
    "eh",
    "else",
    "er",
    "even",
    "ever",
    "every",
    "few",
    "for",
    "from",
    "get",
    "gets",
    "getting",
    "god",
    "goes",
    "got",
    "had",
    "hadn't",
    "has",
    "hasn't",
    "have",
    "haven't",
    "having",
    "he",
    "he'd",
    "he'll",
    "he's",
    "her",
    "here",
    "hers",
    "herself",
    "him",
    "himself",
    "his",
    "hm",
    "hmm",
    "how",
    "i",
    "i'd",
    "i'll",
    "i'm",
    "i've",
    "if",
    "in",
    "into",
    "is",
    "isn't",
    "it",
    "it'll",
    "it's",
    "its",
    "itself",
    "just",
    "let",
    "like",
    "liked",
    "likes",
    "lot",
    "made",
    "make",
    "makes",
    "making",
    "many",
    "may",
    "me",
    "mean",
    "might",
    "mind",
    "more",
    "most",
    "much",
    "must",
    "my",
    "myself",
    "never",
    "no",
    "not",
    "nothing",
    "of",
    "off",
    "oh",
    "ok",
    "okay",
    "on",
    "one",
    "only",
    "or",
    "other",
    "our",
    "ours",
    "ourselves",
    "out",
    "over",
    "own",
    "please",
    "quite",
    "rather",
    "really",
    "right",
    "said",
    "same",
    "say",
    "says",
    "she",
    "she'd",
    "she'll",
    "she's",
    "should",
    "since",
    "so",
    "some",
    "someone",
    "something",
    "stuff",
    "such",
    "than",
    "that",
    "that's",
    "the",
    "their",
    "theirs",
    "them",
    "themselves",
    "then",
    "there",
    "there's",
    "these",
    "they",
    "they'd",
    "they'll",
    "they're",
    "they've",
    "thing",
    "things",
    "this",
    "tho",
    "those",
    "though",
    "through",
    "to",
    "too",
    "uh",
    "um",
    "under",
    "until",
    "up",
    "us",
    "very",
    "was",
    "wasn't",
    "we",
    "we'd",
    "we'll",
    "we're",
    "we've",
    "well",
    "were",
    "weren't",
    "what",
    "what's",
    "when",
    "where",
    "which",
    "while",
    "who",
    "who'd",
    "who's",
    "whole",
    "why",
    "will",
    "with",
    "without",
    "won't",
    "would",
    "wouldn't",
    "yeah",
    "yes",
    "yet",
    "you",
    "you'd",
    "you'll",
    "you're",
    "you've",
    "your",
    "yours",
    "yourself",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::tokens;

    fn cut(text: &str) -> Vec<&str> {
        clauses(text, &sentences(text), tokens(text), Language::English).iter().map(|c| &text[c.start..c.end]).collect()
    }

    #[test]
    fn stop_words_are_sorted() {
        let mut sorted = STOP_WORDS.to_vec();
        sorted.sort_unstable();
        assert_eq!(STOP_WORDS, sorted);
    }

    #[test]
    fn two_points_are_two_clauses() {
        assert_eq!(
            cut("You calm angry customers and you write clear articles."),
            ["You calm angry customers", "and you write clear articles"]
        );
    }

    #[test]
    fn one_point_stays_whole() {
        assert_eq!(cut("short, clear writing"), ["short, clear writing"]);
        assert_eq!(cut("led and mentored the new starters"), ["led and mentored the new starters"]);
    }

    #[test]
    fn abbreviations_and_figures_end_no_sentence() {
        let text = "Five a.m. starts, $3.1M turnover. Next.";
        assert_eq!(sentences(text).len(), 2);
    }

    #[test]
    fn pictures_part_points() {
        assert_eq!(
            cut("Explains the rules plainly ✔️ Licence expired ❌ Fluent German | two sites"),
            ["Explains the rules plainly", "Licence expired", "Fluent German", "two sites"]
        );
        assert_eq!(cut("I love 🌱 growth"), ["I love 🌱 growth"]);
    }

    #[test]
    fn bullets_are_sentences() {
        assert_eq!(cut("- rota wizard\n- low staff turnover"), ["rota wizard", "low staff turnover"]);
    }
}
