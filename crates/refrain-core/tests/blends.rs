//! Phrases of the user's own texts that everybody uses.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::sync::LazyLock;

use refrain_core::{Engine, Knowledge};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap());

/// The phrases found, with bars between. Each must be the slice that its span tells.
fn check(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let found = Engine::new(KNOWLEDGE.clone()).blends(text);
    for blend in &found {
        assert_eq!(letters[blend.span.start..blend.span.end].iter().collect::<String>(), blend.text);
        assert!(!blend.concept.is_empty());
    }
    found.iter().map(|blend| blend.text.as_str()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn what_everybody_says_of_themselves_is_found() {
    for (text, found) in [
        ("I am a hard worker.", "hard worker"),
        ("I’m a hard worker and a team player who delivers results.", "hard worker | team player | delivers results"),
        (
            "I think outside the box and always go the extra mile for my customers.",
            "think outside the box | go the extra mile",
        ),
        (
            "I work well under pressure and I have great attention to detail.",
            "work well under pressure | great attention to detail",
        ),
        (
            "Self-starter, fast learner, highly motivated and detail-oriented.",
            "Self-starter | fast learner | highly motivated | detail-oriented",
        ),
        ("I am passionate about food — and a strong communicator.", "passionate about | a strong communicator"),
    ] {
        assert_eq!(check(text), found, "{text}");
    }
}

#[test]
fn what_only_you_can_say_is_left_alone() {
    for text in [
        "",
        "I keep a cool head on a busy night and I know my numbers, down to the margin on every plate.",
        "My team stays with me for years. I cut waste by 35%.",
        "I was a team player on the Larkspur migration in 2021.",
        "In the first month I would sit with every driver and learn what keeps them waiting.",
        "The night the server room flooded I carried the tapes up four floors.",
        "I calm angry customers and I coach my team. I write clear help articles.",
        "Would you have twenty minutes to tell me how you moved from teaching to training?",
        "She wrote that I explain hard things simply.",
    ] {
        assert_eq!(check(text), "", "{text}");
    }
}

#[test]
fn without_the_catalogue_a_few_are_still_found() {
    let plain = Engine::new(Knowledge::plain());
    assert_eq!(plain.blends("I think outside the box").len(), 1);
}
