//! First letters of our own sentences, which are English: ASCII is enough, and spares the page Unicode's case tables,
//! some 20 KB before compression.

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
    fn changes_only_the_first_letter() {
        assert_eq!(upper_first("three Points"), "Three Points");
        assert_eq!(lower_first("Deleted Bram"), "deleted Bram");
        assert_eq!((upper_first(""), lower_first("éa")), (String::new(), "éa".to_owned()));
    }
}
