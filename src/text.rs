//! Small words that sentences are made of: counts, plurals, lists, first letters. And text as searching sees it, and in pieces.

use refrain_core::Span;

/// Numbers below eleven as words, as running text wants them.
#[must_use]
pub fn number(count: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| figures(count), |word| (*word).to_owned())
}

/// "950", "10,000".
#[must_use]
pub fn figures(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Why no more interviews can be added, where `all` would be more than the `most` that there may be.
#[must_use]
pub fn too_many(all: usize, most: usize) -> Option<String> {
    (all > most).then(|| {
        let (all, most) = (figures(all), figures(most));
        format!("With these you would have {all} interviews, and Refrain holds up to {most}. Nothing was changed. Leave some out to go on.")
    })
}

/// "one answer", "three answers", "12 answers".
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// The parts that are not empty, with commas between.
#[must_use]
pub fn listed(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// The passage `context` of an answer in order, each piece marked or not. The spans in `marked` stand in order and do not overlap.
#[must_use]
pub fn pieces(answer: &str, context: Span, marked: &[Span]) -> Vec<(String, bool)> {
    let slice = |from: usize, to: usize| answer.chars().skip(from).take(to.saturating_sub(from)).collect::<String>();
    let mut pieces = Vec::new();
    let mut at = context.start;
    for span in marked {
        let (start, end) = (span.start.max(at), span.end.min(context.end));
        if start < end {
            pieces.push((slice(at, start), false));
            pieces.push((slice(start, end), true));
            at = end;
        }
    }
    pieces.push((slice(at, context.end), false));
    pieces.retain(|(text, _)| !text.is_empty());
    pieces
}

/// Without the quotation marks that somebody wrote around it, or of which the other one stands in a sentence beside it: for words that get
/// some of their own.
#[must_use]
pub fn unquoted(text: &str) -> &str {
    const MARKS: [char; 4] = ['“', '”', '„', '"'];
    let (begins, ends) = (text.starts_with(MARKS), text.ends_with(MARKS));
    let at_ends = usize::from(begins) + usize::from(ends);
    if text.matches(MARKS).count() > at_ends { text } else { text.trim_matches(MARKS).trim() }
}

/// For our own sentences, which are English: ASCII is enough, and spares the page Unicode's case tables, some 20 KB before
/// compression. The same goes for [`lower_first`].
#[must_use]
pub fn upper_first(text: &str) -> String {
    with_first(text, char::to_ascii_uppercase)
}

#[must_use]
pub fn lower_first(text: &str) -> String {
    with_first(text, char::to_ascii_lowercase)
}

/// The text as searching and ordering see it: small letters, and Latin ones without their accents.
///
/// Latin, Greek and Cyrillic only, by hand, for the sake of [`upper_first`]'s 20 KB; other scripts in use have no two cases.
#[must_use]
pub fn fold(text: &str) -> String {
    let letter = |letter: char| {
        let code = u32::from(letter);
        match code {
            0xC0..=0x17F => LATIN.as_bytes().get(code as usize - 0xC0).map(|byte| char::from(*byte)),
            // Accents that stand by themselves, after their letter.
            0x300..=0x36F => None,
            0x391..=0x3A9 | 0x410..=0x42F => char::from_u32(code + 0x20),
            0x400..=0x40F => char::from_u32(code + 0x50),
            // In Greek the last s of a word has a form of its own.
            0x3C2 => Some('\u{3c3}'),
            _ => Some(letter.to_ascii_lowercase()),
        }
    };
    text.chars().filter_map(letter).collect()
}

/// The letters from U+00C0 to U+017F as [`fold`] reads them.
const LATIN: &str = "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
                     aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnn\
                     oooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

fn with_first(text: &str, change: fn(&char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| std::iter::once(change(&first)).chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_text() {
        assert_eq!(counted(1, "answer", "answers"), "one answer");
        assert_eq!(counted(10, "answer", "answers"), "ten answers");
        assert_eq!(counted(11, "answer", "answers"), "11 answers");
        assert_eq!([950, 1000, 10_000, 1_234_567].map(figures), ["950", "1,000", "10,000", "1,234,567"]);
        assert_eq!(upper_first(&counted(0, "point", "points")), "No points");
        assert_eq!(listed(&["Bram", "", "Larkspur"]), "Bram, Larkspur");
    }

    #[test]
    fn words_lose_the_quotation_marks_around_them_and_keep_those_within() {
        for (text, bare) in [
            ("“You stay calm.”", "You stay calm."),
            ("\"You stay calm.\"", "You stay calm."),
            ("“You stay calm,", "You stay calm,"),
            ("” He liked it.", "He liked it."),
            ("They said “calm”", "They said “calm”"),
            ("“A” and “B”", "“A” and “B”"),
            ("", ""),
        ] {
            assert_eq!(unquoted(text), bare);
        }
    }

    #[test]
    fn folding_makes_spellings_of_one_word_equal() {
        assert_eq!(LATIN.len(), 0x180 - 0xC0);
        for (text, folded) in [
            ("Émilie ŻÓŁĆ Şahin", "emilie zolc sahin"),
            ("E\u{301}milie", "emilie"),
            ("Łódź, Ångström, Œuvre, Straße", "lodz, angstrom, ouvre, strase"),
            ("Ёлка ИВАН", "ёлка иван"),
            ("ΛΟΓΟΣ λόγος", "λογοσ λόγοσ"),
            ("東京 42 😀", "東京 42 😀"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn changes_only_the_first_letter() {
        assert_eq!(upper_first("three Points"), "Three Points");
        assert_eq!(lower_first("Deleted Bram"), "deleted Bram");
        assert_eq!((upper_first(""), lower_first("éa")), (String::new(), "éa".to_owned()));
    }

    fn check_pieces(answer: &str, context: (usize, usize), marked: &[(usize, usize)], expected: &[(&str, bool)]) {
        let span = |(start, end): (usize, usize)| Span { start, end };
        let marked: Vec<Span> = marked.iter().copied().map(span).collect();
        let pieces = pieces(answer, span(context), &marked);
        let pieces: Vec<(&str, bool)> = pieces.iter().map(|(text, marked)| (text.as_str(), *marked)).collect();
        assert_eq!(pieces, expected);
    }

    #[test]
    fn marks_exactly_the_words() {
        check_pieces(
            "Hm. You “stay” calm. Yes.",
            (4, 20),
            &[(8, 19)],
            &[("You ", false), ("“stay” calm", true), (".", false)],
        );
    }

    #[test]
    fn counts_characters_and_not_bytes() {
        check_pieces("😀é you", (0, 6), &[(3, 6)], &[("😀é ", false), ("you", true)]);
    }

    #[test]
    fn odd_spans_mark_less_and_break_nothing() {
        check_pieces(
            "short",
            (0, 99),
            &[(3, 2), (1, 3), (2, 4), (50, 60)],
            &[("s", false), ("ho", true), ("r", true), ("t", false)],
        );
    }
}
