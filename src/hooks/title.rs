//! The page's title, which is what a tab, a bookmark and a screen reader call the screen.

use yew::prelude::*;

use crate::browser;

#[hook]
pub fn use_title(title: String) {
    use_effect_with(title, |title| {
        if let Some(document) = browser::document() {
            document.set_title(title);
        }
    });
}
