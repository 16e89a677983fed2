//! Small words that sentences are made of: counts, plurals, lists, first letters.

/// Numbers below eleven as words, as running text wants them.
#[must_use]
pub fn number(count: usize) -> String {
    const WORDS: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
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
        assert_eq!(upper_first(&counted(0, "point", "points")), "No points");
        assert_eq!(listed(&["Bram", "", "Larkspur"]), "Bram, Larkspur");
    }

    #[test]
    fn changes_only_the_first_letter() {
        assert_eq!(upper_first("three Points"), "Three Points");
        assert_eq!(lower_first("Deleted Bram"), "deleted Bram");
        assert_eq!((upper_first(""), lower_first("éa")), (String::new(), "éa".to_owned()));
    }
}
