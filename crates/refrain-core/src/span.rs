//! From byte offsets, in which the engine works, to Unicode scalar values, in which it answers.

use crate::report::Span;

/// Knows, for one text, how many scalar values stand before each byte.
#[derive(Debug)]
pub(crate) struct Scalars {
    /// For each scalar value of several bytes: the byte behind it, and by how many the bytes up to there outnumber the scalar values.
    wide: Vec<(usize, usize)>,
}

impl Scalars {
    pub(crate) fn of(text: &str) -> Self {
        let mut surplus = 0;
        let wide = text.char_indices().filter(|(_, c)| !c.is_ascii()).map(|(at, c)| {
            surplus += c.len_utf8() - 1;
            (at + c.len_utf8(), surplus)
        });
        Self { wide: wide.collect() }
    }

    /// The span of the bytes `start..end`, both on borders between scalar values.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.before(start), end: self.before(end) }
    }

    fn before(&self, byte: usize) -> usize {
        let wide = self.wide.partition_point(|&(behind, _)| behind <= byte);
        byte - wide.checked_sub(1).map_or(0, |last| self.wide[last].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_scalars_not_bytes() {
        let text = "🍽️ café ok";
        let at = text.find("ok").unwrap();
        let span = Scalars::of(text).span(at, at + 2);
        assert_eq!(text.chars().skip(span.start).take(span.end - span.start).collect::<String>(), "ok");
    }
}
