//! Finding a point among many by the words in it.

use refrain_core::Point;
use yew::prelude::*;

use crate::browser;
use crate::text::{counted, upper_first};

/// As many points can be looked through.
pub const MOST_WITHOUT: usize = 15;

/// `found` is how many points hold the words.
pub fn find(words: &UseStateHandle<String>, found: usize) -> Html {
    let oninput = {
        let words = words.clone();
        move |event: InputEvent| words.set(browser::value_of(&event))
    };
    html! {
        <div class="beside seek">
            <label class="field">
                <span>{ "Find a point" }</span>
                <input type="search" value={(**words).clone()} {oninput} />
            </label>
            <p class="sub" role="status">
                { match (words.trim().is_empty(), found) {
                    (true, _) => String::new(),
                    (_, 0) => "No point has these words.".to_owned(),
                    (_, found) => format!("{}.", upper_first(&counted(found, "point", "points"))),
                } }
            </p>
        </div>
    }
}

/// Every word is in the label or in a quote.
pub fn holds(point: &Point, words: &str) -> bool {
    let mut text = point.label.to_ascii_lowercase();
    for mention in &point.mentions {
        text.push(' ');
        text.push_str(&mention.text.to_ascii_lowercase());
    }
    words.to_ascii_lowercase().split_whitespace().all(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::examples::{mention, point};
    use super::*;

    #[test]
    fn finds_by_all_words_in_label_or_quotes() {
        let mut point = point(vec![mention("a", 0, 0)]);
        point.mentions[0].text = "never panics".into();
        for (words, is_found) in [("", true), ("Calm", true), ("panic calm", true), ("calm sea", false)] {
            assert_eq!(holds(&point, words), is_found, "{words}");
        }
    }
}
