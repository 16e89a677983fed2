//! Why the engine holds these quotes for one point, in words.

use std::cmp::Reverse;

use refrain_core::Point;
use yew::prelude::*;

use crate::state::date::{DAYS, MONTHS};
use crate::text::lower_first;

/// Each reason with its heading.
pub fn why(point: &Point) -> Vec<(&'static str, String)> {
    let why = &point.why;
    let mut together = Vec::new();
    if point.mentions.len() > 1 {
        if why.by_hand {
            together.push("You brought some of these together.".to_owned());
        }
        if let Some(concept) = &why.concept {
            together.push(format!("They are about the same thing: {}.", lower_first(concept)));
        }
        let shared = worth_saying(&why.shared);
        if !shared.is_empty() {
            together.push(format!("Words that come back: {}.", quoted(&shared)));
        }
    }
    let mut reasons = vec![("Why together", together.join(" "))];
    let mut specific = why.specific.clone();
    specific.sort_by_key(|words| Reverse(words.chars().count()));
    let specific = worth_saying(&specific);
    if !specific.is_empty() {
        reasons.push(("Specific", format!("{}.", quoted(&specific))));
    }
    if point.cliche && !why.empty.is_empty() {
        reasons.push(("Why apart", format!("Many people are told {}.", quoted(&why.empty))));
    }
    reasons.retain(|(_, words)| !words.is_empty());
    reasons
}

pub fn reasons(point: &Point) -> Html {
    let reason = |(heading, words): (&'static str, String)| html! { <div key={heading}><dt>{ heading }</dt><dd>{ words }</dd></div> };
    why(point).into_iter().map(reason).collect()
}

/// The first few, without what says nothing by itself: a day, a month, a letter.
fn worth_saying(words: &[String]) -> Vec<String> {
    const MOST: usize = 5;
    let is_time = |word: &str| DAYS.iter().chain(&MONTHS).any(|time| time.eq_ignore_ascii_case(word));
    let is_letter = |word: &str| word.chars().count() < 2 && !word.bytes().all(|byte| byte.is_ascii_digit());
    let worth = |word: &&String| !is_time(word.trim()) && !is_letter(word.trim());
    words.iter().filter(worth).take(MOST).cloned().collect()
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::super::examples::{mention, point};
    use super::*;

    #[test]
    fn tells_what_the_quotes_share() {
        let mut point = point(vec![mention("a", 0, 0)]);
        point.why.concept = Some("Stays calm".into());
        assert_eq!(why(&point), [], "one quote needs no reason to stand together");
        point.mentions.push(mention("b", 0, 0));
        point.why.shared = vec!["calm".into(), "under pressure".into()];
        let expected = "They are about the same thing: stays calm. Words that come back: “calm”, “under pressure”.";
        assert_eq!(why(&point), [("Why together", expected.to_owned())]);
    }

    #[test]
    fn tells_a_few_words_that_say_something() {
        let mut point = point(vec![mention("a", 0, 0)]);
        let specific = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        point.why.specific = specific(&["Tuesday", "K", "MAY"]);
        assert_eq!(why(&point), []);
        point.why.specific = specific(&["7", "Rust", "March", "Larkspur Homes", "SQL", "40 %", "Go", "12"]);
        let expected = "“Larkspur Homes”, “Rust”, “40 %”, “SQL”, “Go”.";
        assert_eq!(why(&point), [("Specific", expected.to_owned())]);
    }

    #[test]
    fn tells_why_praise_is_set_apart() {
        let mut point = point(vec![mention("a", 0, 0)]);
        point.cliche = true;
        point.why.empty = vec!["hard worker".into()];
        assert_eq!(why(&point), [("Why apart", "Many people are told “hard worker”.".to_owned())]);
    }
}
