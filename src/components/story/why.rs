//! Why the engine holds these quotes for one point, in words.

use refrain_core::Point;
use yew::prelude::*;

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
        if !why.shared.is_empty() {
            together.push(format!("Words that come back: {}.", quoted(&why.shared)));
        }
    }
    let mut reasons = vec![("Why together", together.join(" "))];
    if !why.specific.is_empty() {
        reasons.push(("Specific", format!("{}.", quoted(&why.specific))));
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
    fn tells_why_praise_is_set_apart() {
        let mut point = point(vec![mention("a", 0, 0)]);
        point.cliche = true;
        point.why.empty = vec!["hard worker".into()];
        assert_eq!(why(&point), [("Why apart", "Many people are told “hard worker”.".to_owned())]);
    }
}
