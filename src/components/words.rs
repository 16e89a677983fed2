//! Small words that screens are made of: counts, plurals, lists.

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::upper_first;

    #[test]
    fn counts_read_as_text() {
        assert_eq!(counted(1, "answer", "answers"), "one answer");
        assert_eq!(counted(10, "answer", "answers"), "ten answers");
        assert_eq!(counted(11, "answer", "answers"), "11 answers");
        assert_eq!(upper_first(&counted(0, "point", "points")), "No points");
        assert_eq!(listed(&["Bram", "", "Larkspur"]), "Bram, Larkspur");
    }
}
