//! What makes praise specific: a number, a tool or a named thing, which nobody says to everybody.

use crate::normal::Token;

/// The words of a clause of this text that are numbers or names, as they stand there: "20%", "£3m", "Kubernetes", "SAP".
///
/// A name is told by its capitals, so one that is typed without any is not seen, and nothing is told of a clause in which most words
/// have them.
pub(crate) fn specifics<'t>(tokens: &[Token], text: &'t str) -> Vec<&'t str> {
    let names = tokens.iter().filter(|t| is_name(t, text)).count();
    let telling = names * 2 <= tokens.len();
    tokens.iter().filter(|t| t.is_number() || telling && is_name(t, text)).map(|t| &text[t.start..t.end]).collect()
}

fn is_name(token: &Token, text: &str) -> bool {
    let word = &text[token.start..token.end];
    if token.word.is_stop()
        || word.chars().count() < 2
        || matches!(token.word.as_str(), "tbh" | "imo" | "btw" | "fyi")
        || NAMES_OF_NOTHING.contains(&token.word.as_str())
    {
        return false;
    }
    let capital_inside = word.chars().skip(1).any(char::is_uppercase);
    capital_inside || word.starts_with(char::is_uppercase) && !begins_sentence(token, text)
}

/// What is written with a capital and tells one answer from another no more than "plain" or "yesterday" does.
const NAMES_OF_NOTHING: [&str; 23] = [
    "english",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mondays",
    "tuesdays",
    "wednesdays",
    "thursdays",
    "fridays",
    "saturdays",
    "sundays",
    "january",
    "february",
    "april",
    "june",
    "july",
    "october",
    "november",
    "december",
];

/// Whether its capital may come from its place: at the beginning, or after anything but a word or a comma.
fn begins_sentence(token: &Token, text: &str) -> bool {
    let before = text[..token.start].trim_end_matches([' ', '\t']);
    !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '/' | '&' | '+' | '\'' | '’'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normal::tokens;

    fn check(text: &str) -> String {
        specifics(&tokens(text), text).join(" ")
    }

    #[test]
    fn figures_keep_their_signs() {
        assert_eq!(check("cut costs by 20% and saved £3,000 in 2 years"), "20% £3,000 2");
    }

    #[test]
    fn names_are_told_by_capitals() {
        assert_eq!(check("you moved us to Kubernetes and from SAP to GitHub"), "Kubernetes SAP GitHub");
        assert_eq!(check("SQL skills like nobody, the P&L too"), "SQL P&L");
    }

    #[test]
    fn other_capitals_name_nothing() {
        assert_eq!(check("You listen, I'm sure. Great listener. “Warm too.” OK"), "");
        assert_eq!(check("- Warm\n- Calm"), "");
        assert_eq!(check("GREAT TEAM PLAYER"), "");
        assert_eq!(check("A Great Team Player"), "");
        assert_eq!(check("explains it in plain English, even on a Friday"), "");
    }
}
