//! What makes praise specific: a number, a tool or a named thing, which nobody says to everybody.

use crate::normal::Token;

/// The words of a clause of this text that are numbers or names, as they stand there: "20%", "£3m", "Kubernetes", "SAP".
pub(crate) fn specifics<'t>(tokens: &[Token], text: &'t str) -> Vec<&'t str> {
    tokens.iter().filter(|t| t.is_number()).map(|t| whole(t, text)).collect()
}

/// With the sign of money or per cent that belongs to it.
fn whole<'t>(token: &Token, text: &'t str) -> &'t str {
    let before = text[..token.start].chars().next_back().filter(|c| matches!(c, '$' | '£' | '€'));
    let after = text[token.end..].chars().next().filter(|c| *c == '%');
    let start = token.start - before.map_or(0, char::len_utf8);
    &text[start..token.end + after.map_or(0, char::len_utf8)]
}
