//! Text in sentences, for the pauses between them.

/// The sentences of a text, each with its full stop. Where it is not certain that one ends, it goes on.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, _) in text.match_indices(' ') {
        let (before, after) = (&text[start..at], &text[at + 1..]);
        let bare = before.trim_end_matches(['"', '”', '’', ')', '\'']);
        let is_stop = bare.ends_with(['.', '!', '?', '…']) && !is_short_form(bare);
        if is_stop && !after.starts_with(char::is_lowercase) {
            sentences.push(before);
            start = at + 1;
        }
    }
    sentences.push(&text[start..]);
    sentences.retain(|sentence| !sentence.trim().is_empty());
    sentences
}

/// "J." of a name, "Dr.", "vs."
fn is_short_form(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
    text.ends_with('.')
        && (word.chars().count() == 1 && word.starts_with(char::is_uppercase) && word != "I"
            || matches!(word, "Dr" | "Mr" | "Mrs" | "Ms" | "Prof" | "St" | "vs" | "e.g" | "i.e" | "No" | "approx"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_certainly_do() {
        for (text, expected) in [
            ("I plan. I cook.", vec!["I plan.", "I cook."]),
            ("Dr. Quill and J. Wren agreed. 12 came!", vec!["Dr. Quill and J. Wren agreed.", "12 came!"]),
            ("He said “yes.” We went … slowly", vec!["He said “yes.”", "We went … slowly"]),
            ("東京。", vec!["東京。"]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }
}
