//! English or not: what the engine knows of meaning is English, and misfires on anything else.
//!
//! Decided by the notes as a whole, from their script and from the little words that no language goes without. Notes that are not English
//! are compared by their words alone.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use crate::normal::Token;
use crate::report::Language;

/// What of a text tells its language.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traits {
    letters: usize,
    foreign_letters: usize,
    words: usize,
    english: usize,
    foreign: usize,
}

impl Traits {
    /// Each line counts once: who notes an answer twice has not said more in its language.
    pub(crate) fn of(text: &str, words: &[Token]) -> Self {
        let mut traits = Self::default();
        let mut known = FxHashSet::default();
        let mut words = words.iter().peekable();
        let mut end = 0;
        for line in text.split_inclusive('\n') {
            end += line.len();
            let is_new = known.insert(line.trim());
            let of_line = std::iter::from_fn(|| words.next_if(|token| token.end <= end));
            if is_new {
                traits.hear(line, of_line);
            } else {
                of_line.for_each(drop);
            }
        }
        traits
    }

    fn hear<'t>(&mut self, line: &str, words: impl Iterator<Item = &'t Token>) {
        for letter in line.chars().filter(|c| c.is_alphabetic()) {
            self.letters += 1;
            self.foreign_letters += usize::from(!is_latin(letter));
        }
        for token in words {
            self.words += 1;
            self.english += usize::from(is_among(ENGLISH, &token.word));
            self.foreign += usize::from(is_among(OTHERS, &token.word));
        }
    }
}

/// The language of the texts; English where there is too little to tell.
pub(crate) fn language(texts: impl Iterator<Item = Traits>) -> Language {
    /// Fewer letters of another script may be a name.
    const FEWEST_LETTERS: usize = 8;
    /// Fewer little words of another language may be names and loans: "La Palma", "en route".
    const FEWEST_WORDS: usize = 3;
    /// From here on a text without English little words is not merely terse. English bullet points have 10 % and more.
    const LONG: usize = 40;
    const TERSEST_ENGLISH: usize = 5;
    let all = texts.fold(Traits::default(), |a, b| Traits {
        letters: a.letters + b.letters,
        foreign_letters: a.foreign_letters + b.foreign_letters,
        words: a.words + b.words,
        english: a.english + b.english,
        foreign: a.foreign + b.foreign,
    });
    let script = all.foreign_letters >= FEWEST_LETTERS && all.foreign_letters * 2 > all.letters;
    let little_words = all.foreign >= FEWEST_WORDS && all.foreign > all.english;
    let no_english = all.words >= LONG && all.english * 100 < all.words * TERSEST_ENGLISH;
    if script || little_words || no_english { Language::Other } else { Language::English }
}

/// What of a remark in another language is compared: its words without the little ones, cut to the beginning that inflection leaves alone;
/// and pairs of neighbours where a script sets no spaces.
pub(crate) fn signs(tokens: &[Token]) -> Vec<Cow<'_, str>> {
    let mut out = Vec::new();
    for token in tokens.iter().filter(|t| !is_little(&t.word)) {
        let chars: Vec<char> = token.word.chars().collect();
        if token.is_number() {
            out.push(Cow::Borrowed(token.stem.as_str()));
        } else if chars.iter().copied().any(is_unspaced) {
            // Syllables alone are mostly endings, so a pair has at least one sign that carries a meaning.
            let telling = |pair: &[char]| pair.iter().any(|&c| is_unspaced(c) && !is_hiragana(c));
            out.extend(
                chars.windows(2).filter(|pair| telling(pair)).map(|pair| pair.iter().collect::<String>().into()),
            );
        } else {
            const BEGINNING: usize = 5;
            out.push(chars.into_iter().take(BEGINNING).collect::<String>().into());
        }
    }
    out
}

/// A word too common to tell two points apart, in one of the languages known by their little words.
pub(crate) fn is_little(word: &str) -> bool {
    is_among(OTHERS, word) || is_among(SHARED, word)
}

fn is_among(sorted: &[&str], word: &str) -> bool {
    sorted.binary_search(&word).is_ok()
}

fn is_latin(c: char) -> bool {
    matches!(c, 'a'..='z' | 'A'..='Z' | '\u{aa}' | '\u{ba}' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Chinese, Japanese, Thai, Lao and Khmer set no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

/// Little words that are English and hardly anything else. Sorted.
const ENGLISH: &[&str] = &[
    "about", "and", "are", "as", "at", "because", "but", "by", "could", "for", "from", "had", "has", "have", "he",
    "her", "his", "how", "i", "i'm", "i've", "if", "is", "it", "it's", "my", "not", "of", "on", "or", "she", "that",
    "the", "their", "them", "they", "this", "to", "up", "very", "was", "we", "were", "what", "when", "who", "with",
    "would", "you", "you're", "you've", "your",
];

/// Little words of German, Spanish, French, Italian, Portuguese and Dutch that are no English words. Sorted.
const OTHERS: &[&str] = &[
    "aan", "aber", "al", "alla", "als", "au", "auch", "auf", "aus", "aux", "avec", "bei", "c'est", "che", "chez",
    "como", "con", "d'une", "da", "dans", "das", "dass", "de", "dei", "del", "della", "dem", "den", "der", "des", "di",
    "dich", "dir", "dos", "du", "een", "ein", "eine", "einem", "einen", "einer", "el", "elle", "em", "en", "er", "es",
    "est", "et", "fue", "für", "gut", "haben", "hat", "het", "ich", "ihr", "il", "ils", "im", "ist", "je", "jij",
    "kann", "kein", "la", "las", "le", "les", "leur", "lo", "los", "mais", "mehr", "mir", "mit", "muy", "más", "nach",
    "nicht", "niet", "noch", "nos", "nous", "nur", "não", "oder", "ohne", "os", "para", "pas", "per", "pero", "plus",
    "por", "pour", "que", "qui", "sehr", "sein", "seine", "si", "sich", "sie", "sind", "sobre", "son", "sont", "sous",
    "su", "sua", "sur", "sus", "très", "tu", "um", "uma", "un", "una", "und", "une", "van", "ve", "vom", "von", "voor",
    "votre", "vous", "wenn", "wie", "wir", "wird", "y", "ya", "zu", "zum", "zur", "è", "é", "était", "êtes",
];

/// Little words that are as common in English, or are English words of their own. Sorted.
const SHARED: &[&str] = &[
    "a", "an", "as", "die", "e", "has", "he", "in", "is", "man", "me", "met", "no", "o", "on", "se", "so", "son", "te",
    "war", "was",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::tokens;

    fn check(texts: &[&str], expected: Language) {
        let traits = texts.iter().map(|text| Traits::of(text, &tokens(text)));
        assert_eq!(language(traits), expected, "{texts:?}");
    }

    #[test]
    fn lists_are_sorted() {
        for list in [ENGLISH, OTHERS, SHARED] {
            assert!(
                list.windows(2).all(|pair| pair[0] < pair[1]),
                "{:?}",
                list.windows(2).find(|pair| pair[0] >= pair[1])
            );
        }
    }

    #[test]
    fn english_however_short_or_terse() {
        check(&[], Language::English);
        check(&["calm"], Language::English);
        check(&["- rota wizard\n- low staff turnover\n- reads own P&L, $3.1M"], Language::English);
        check(&["Worked for De La Cruz in El Paso, very calm, and the team trusts her."], Language::English);
        check(&["Sehr gut"], Language::English);
    }

    #[test]
    fn a_line_noted_twice_counts_once() {
        check(&["calm ㇰ 難しい"], Language::English);
        check(&["calm ㇰ 難しい\n calm ㇰ 難しい\ncalm ㇰ 難しい"], Language::English);
        check(&["la vida\nla vida\nla vida"], Language::English);
    }

    #[test]
    fn other_languages() {
        check(&["Sie bleiben ruhig, wenn es brennt, und erklären schwierige Dinge einfach."], Language::Other);
        check(&["Explicas lo difícil con palabras sencillas y no pierdes la calma."], Language::Other);
        check(&["Vous gardez votre calme et vous expliquez les choses simplement."], Language::Other);
        check(&["難しいことを分かりやすく説明してくれる。"], Language::Other);
        check(&["Спокойно объясняет сложные вещи."], Language::Other);
    }

    #[test]
    fn words_are_compared_by_their_beginnings() {
        let signs = |text: &str| signs(&tokens(text)).into_iter().map(Cow::into_owned).collect::<Vec<_>>();
        assert_eq!(signs("und die ruhigen Kunden"), ["ruhig", "kunde"]);
        assert_eq!(signs("説明が上手"), ["説明", "明が", "が上", "上手"]);
        assert!(signs("de la").is_empty());
    }
}
