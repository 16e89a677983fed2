//! Words as the engine compares them: straight apostrophes, one spelling, stems, and numbers as typed slots.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::rc::Rc;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use crate::clause::is_stop_word;
use crate::lexicon::fnv1a;

/// One word in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte offsets in the text that was cut up.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Lower case, straight apostrophes, forgotten apostrophes put back ("dont" is "don't").
    pub(crate) word: Word,
    /// What two words must share to count as the same; numbers are one of [`NUMBER`], [`PERCENT`], [`MONEY`].
    pub(crate) stem: Word,
}

/// A word that all tokens with it share: a copy of each takes as long to make as all the rest of reading.
#[derive(Debug, Clone, Eq)]
pub(crate) struct Word {
    text: Rc<str>,
    key: u64,
    is_stop: bool,
}

impl Word {
    fn new(text: &str) -> Self {
        Self { text: text.into(), key: fnv1a(text.as_bytes()), is_stop: is_stop_word(text) }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The [`fnv1a`] of the word, by which tables know it: two words of one hash are so rare that nobody will meet them, and their letters
    /// take longer to compare.
    pub(crate) fn key(&self) -> u64 {
        self.key
    }

    /// Whether it is too common to tell two points apart: see [`is_stop_word`].
    pub(crate) fn is_stop(&self) -> bool {
        self.is_stop
    }
}

impl Default for Word {
    fn default() -> Self {
        Self::new("")
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.key);
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl PartialEq<str> for Word {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Word {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

pub(crate) const NUMBER: &str = "#";
pub(crate) const PERCENT: &str = "#%";
pub(crate) const MONEY: &str = "#$";

impl Token {
    pub(crate) fn is_number(&self) -> bool {
        self.stem.starts_with('#')
    }
}

/// Cuts a text into words.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    /// A short word and the space behind it: room for most texts at once.
    const BYTES_A_WORD: usize = 5;
    let mut out = Vec::with_capacity(text.len() / BYTES_A_WORD + 1);
    FORMS.with_borrow_mut(|forms| {
        let mut rest = text.chars();
        loop {
            let start = text.len() - rest.as_str().len();
            let Some(mut last) = rest.next() else { break };
            if !last.is_alphanumeric() {
                continue;
            }
            loop {
                let mut after = rest.clone();
                match after.next() {
                    Some(c) if c.is_alphanumeric() || joins(last, c, after.clone().next()) => (last, rest) = (c, after),
                    _ => break,
                }
            }
            let end = text.len() - rest.as_str().len();
            let Form { word, stem, numeric } = forms.of(&text[start..end]);
            out.push(match numeric {
                true => number(text, start, end, word),
                false => Token { start, end, word, stem },
            });
        }
    });
    out
}

/// Apostrophes inside a word, "C++", "C#", "P&L", "R&D" and the points and commas inside a number hold a word together.
fn joins(last: char, c: char, next: Option<char>) -> bool {
    match c {
        '\'' | '’' | 'ʼ' => last.is_alphabetic() && next.is_some_and(char::is_alphabetic),
        '&' => last.is_uppercase() && next.is_some_and(char::is_uppercase),
        '.' | ',' => last.is_ascii_digit() && next.is_some_and(|n| n.is_ascii_digit()),
        '+' => matches!(last, 'C' | 'c' | '+') && !next.is_some_and(char::is_alphanumeric),
        '#' => matches!(last, 'C' | 'c' | 'F') && !next.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// A number with the signs that say what it is a number of: "£120k", "35%", "40+".
fn number(text: &str, start: usize, end: usize, word: Word) -> Token {
    let currency = text[..start].chars().next_back().filter(|c| matches!(c, '$' | '£' | '€'));
    let sign = text[end..].chars().next().filter(|c| matches!(c, '%' | '+'));
    let stem = match (currency, sign) {
        (Some(_), _) => MONEY,
        (None, Some('%')) => PERCENT,
        (None, _) => NUMBER,
    };
    let start = start - currency.map_or(0, char::len_utf8);
    let end = end + sign.map_or(0, char::len_utf8);
    Token { start, end, word, stem: Word::new(stem) }
}

/// What there is to know of a word in itself.
#[derive(Debug, Clone)]
struct Form {
    word: Word,
    stem: Word,
    numeric: bool,
}

/// The forms of the last words, as they stand in texts: people use the same few thousand again and again, and a stem takes ten times as long to
/// find as to look up.
#[derive(Debug, Default)]
struct Forms(FxHashMap<Box<str>, Form>);

thread_local! {
    static FORMS: RefCell<Forms> = RefCell::default();
}

impl Forms {
    fn of(&mut self, written: &str) -> Form {
        const KEPT: usize = 8192;
        if let Some(form) = self.0.get(written) {
            return form.clone();
        }
        if self.0.len() >= KEPT {
            self.0.clear();
        }
        let form = found_form(written);
        self.0.insert(written.into(), form.clone());
        form
    }
}

fn found_form(written: &str) -> Form {
    let straight = written.chars().map(|c| if matches!(c, '’' | 'ʼ') { '\'' } else { c });
    let mut word: String = straight.flat_map(char::to_lowercase).collect();
    if let Ok(at) = FORGOTTEN_APOSTROPHES.binary_search_by_key(&word.as_str(), |pair| pair.0) {
        word = FORGOTTEN_APOSTROPHES[at].1.to_owned();
    }
    let numeric = word.starts_with(|c: char| c.is_ascii_digit())
        && word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',').len() <= 2;
    let stem = if numeric { NUMBER.to_owned() } else { stem(&word) };
    Form { word: Word::new(&word), stem: Word::new(&stem), numeric }
}

/// The stem of one lower-case word.
fn stem(word: &str) -> String {
    let bare = word.strip_suffix("'s").unwrap_or(word);
    let spelled = one_spelling(bare);
    let stemmer = Stemmer::create(Algorithm::English);
    let stem = stemmer.stem(&spelled);
    if stem.is_empty() { spelled } else { stem.into_owned() }
}

/// British and American spelling are one word.
fn one_spelling(word: &str) -> String {
    for (british, american) in [
        ("isation", "ization"),
        ("ising", "izing"),
        ("ised", "ized"),
        ("ises", "izes"),
        ("ise", "ize"),
        ("ysed", "yzed"),
        ("yse", "yze"),
        ("ysing", "yzing"),
        ("ouring", "oring"),
        ("oured", "ored"),
        ("ours", "ors"),
        ("our", "or"),
        ("elled", "eled"),
        ("elling", "eling"),
        ("centre", "center"),
        ("centres", "centers"),
        ("programme", "program"),
        ("programmes", "programs"),
        ("licence", "license"),
        ("defence", "defense"),
        ("catalogue", "catalog"),
        ("catalogues", "catalogs"),
        ("dialogue", "dialog"),
        ("judgement", "judgment"),
        ("cheque", "check"),
        ("tyre", "tire"),
        ("aluminium", "aluminum"),
        ("grey", "gray"),
        ("enrol", "enroll"),
        ("fulfil", "fulfill"),
        ("learnt", "learned"),
    ] {
        if let Some(root) = word.strip_suffix(british) {
            let whole = british.len() > 4;
            if (whole || root.len() >= 3) && !SPELLED_SO_EVERYWHERE.contains(&word) {
                return format!("{root}{american}");
            }
        }
    }
    word.to_owned()
}

const SPELLED_SO_EVERYWHERE: &[&str] = &[
    "exercise",
    "exercised",
    "exercises",
    "exercising",
    "promise",
    "promised",
    "promises",
    "promising",
    "otherwise",
    "precise",
    "expertise",
    "enterprise",
    "advise",
    "advised",
    "advises",
    "advising",
    "raised",
    "raise",
    "raises",
    "raising",
    "supervise",
    "supervised",
    "supervising",
    "surprise",
    "surprised",
    "surprises",
    "surprising",
    "hours",
    "hour",
    "tour",
    "tours",
    "touring",
    "four",
    "pour",
    "pouring",
    "poured",
    "yours",
    "noise",
    "praise",
    "praised",
    "wise",
    "rise",
    "rises",
    "rising",
    "revise",
    "revised",
    "revising",
    "franchise",
    "improvise",
    "compromise",
    "merchandise",
    "merchandising",
    "disguise",
    "devised",
    "devise",
    "devising",
    "televised",
    "selling",
    "telling",
    "smelled",
    "spelled",
    "spelling",
    "dwelling",
    "concise",
    "course",
    "courses",
];

/// Sorted by the first of each pair.
const FORGOTTEN_APOSTROPHES: &[(&str, &str)] = &[
    ("arent", "aren't"),
    ("cant", "can't"),
    ("couldnt", "couldn't"),
    ("didnt", "didn't"),
    ("doesnt", "doesn't"),
    ("dont", "don't"),
    ("hadnt", "hadn't"),
    ("hasnt", "hasn't"),
    ("havent", "haven't"),
    ("isnt", "isn't"),
    ("ive", "i've"),
    ("shes", "she's"),
    ("shouldnt", "shouldn't"),
    ("thats", "that's"),
    ("theyre", "they're"),
    ("theyve", "they've"),
    ("u", "you"),
    ("ur", "your"),
    ("wasnt", "wasn't"),
    ("werent", "weren't"),
    ("wont", "won't"),
    ("wouldnt", "wouldn't"),
    ("youd", "you'd"),
    ("youll", "you'll"),
    ("youre", "you're"),
    ("youve", "you've"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|t| t.word.to_string()).collect()
    }

    #[test]
    fn words_that_hold_together() {
        assert_eq!(
            words("You’ve a P&L, C++ & C#, $3.1M, 22% — it's k8s"),
            ["you've", "a", "p&l", "c++", "c#", "3.1m", "22", "it's", "k8s"]
        );
    }

    #[test]
    fn numbers_are_slots() {
        let stems: Vec<Word> = tokens("22% of £40k in 3 days").into_iter().map(|t| t.stem).collect();
        assert_eq!(stems, [PERCENT, "of", MONEY, "in", NUMBER, "day"]);
    }

    #[test]
    fn both_spellings_are_one() {
        for (a, b) in
            [("prioritise", "prioritize"), ("behaviour", "behavior"), ("organised", "organized"), ("centre", "center")]
        {
            assert_eq!(stem(a), stem(b));
        }
    }

    #[test]
    fn forgotten_apostrophes_are_sorted() {
        assert!(FORGOTTEN_APOSTROPHES.is_sorted());
    }
}
