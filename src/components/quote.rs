//! An interviewer's words, with the words that make a point marked.

use refrain_core::Span;
use yew::prelude::*;

use crate::browser;
use crate::state::{Date, Interview, Stage};
use crate::text::listed;

/// A passage of an answer, verbatim, with the words in `marked` marked. Those stand in order and do not overlap.
pub fn quote(answer: &str, context: Span, marked: &[Span]) -> Html {
    let piece = |(text, marked)| {
        if marked {
            html! { <mark>{ text }</mark> }
        } else {
            Html::from(text)
        }
    };
    html! { <p class="said" dir="auto">{ for pieces(answer, context, marked).into_iter().map(piece) }</p> }
}

/// The passage in order, each piece marked or not.
fn pieces(answer: &str, context: Span, marked: &[Span]) -> Vec<(String, bool)> {
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

/// **Name**, role, company. Stage, date.
pub fn by(interview: &Interview) -> Html {
    by_on(interview, browser::today())
}

/// The same as it reads on a day; where none is given the date has its year in any case.
pub fn by_on(interview: &Interview, today: Option<Date>) -> Html {
    let name = if interview.name().is_empty() { "Somebody" } else { interview.name() };
    let place = listed(&[interview.role(), &interview.company]);
    let date = interview.date.map(|date| date.in_words(today)).unwrap_or_default();
    let when = listed(&[interview.stage.map_or("", Stage::name), &date]);
    html! {
        <span class="by">
            <b>{ name.to_owned() }</b>
            if !place.is_empty() { { format!(", {place}") } }
            if !when.is_empty() { { format!(". {when}") } }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(answer: &str, context: (usize, usize), marked: &[(usize, usize)], expected: &[(&str, bool)]) {
        let span = |(start, end): (usize, usize)| Span { start, end };
        let marked: Vec<Span> = marked.iter().copied().map(span).collect();
        let pieces = pieces(answer, span(context), &marked);
        let pieces: Vec<(&str, bool)> = pieces.iter().map(|(text, marked)| (text.as_str(), *marked)).collect();
        assert_eq!(pieces, expected);
    }

    #[test]
    fn marks_exactly_the_words() {
        check(
            "Hm. You “stay” calm. Yes.",
            (4, 20),
            &[(8, 19)],
            &[("You ", false), ("“stay” calm", true), (".", false)],
        );
    }

    #[test]
    fn counts_characters_and_not_bytes() {
        check("😀é you", (0, 6), &[(3, 6)], &[("😀é ", false), ("you", true)]);
    }

    #[test]
    fn odd_spans_mark_less_and_break_nothing() {
        check(
            "short",
            (0, 99),
            &[(3, 2), (1, 3), (2, 4), (50, 60)],
            &[("s", false), ("ho", true), ("r", true), ("t", false)],
        );
    }
}
