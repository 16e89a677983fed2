//! From byte offsets, in which the engine works, to Unicode scalar values, in which it answers.

use crate::report::Span;

/// Knows, for one text, how many scalar values stand before each byte.
#[derive(Debug)]
pub(crate) struct Scalars {
    /// Byte offset at which each scalar value starts, and the text's length at the end.
    starts: Vec<usize>,
}

impl Scalars {
    pub(crate) fn of(text: &str) -> Self {
        let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        starts.push(text.len());
        Self { starts }
    }

    /// The span of the bytes `start..end`, both on borders between scalar values.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.starts.partition_point(|&at| at < start), end: self.starts.partition_point(|&at| at < end) }
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
