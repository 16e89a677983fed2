//! The promises of docs/data-safety.md name the tests that hold them. A name that no test has would be a promise that nothing holds.

use std::fs;

use crate::place;

/// File and name of every test that the document names.
fn named(document: &str) -> Vec<(&str, &str)> {
    document.split('`').skip(1).step_by(2).filter_map(|code| code.split_once(": ")).collect()
}

/// The number that follows `before` in a file.
fn number_after(path: &str, before: &str) -> Option<u32> {
    let text = fs::read_to_string(place::repository().join(path)).ok()?;
    let digits: String = text.split_once(before)?.1.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[test]
fn each_version_of_the_store_is_there_for_the_tests_and_known_to_the_recovery_page() {
    let version = number_after("src/store/indexed_db.rs", "const VERSION: u32 = ");
    assert_eq!(number_after("recovery/recover.js", "const VERSION = "), version);
    for version in 1..=version.unwrap_or_default() {
        let path = format!("tests/e2e/fixtures/store-v{version}.json");
        assert_eq!(number_after(&path, "\"version\": "), Some(version), "{path} is a store as that version left it");
    }
}

#[test]
fn every_test_that_a_promise_names_is_there() {
    let read = |path: &str| fs::read_to_string(place::repository().join(path)).unwrap_or_default();
    let document = read("docs/data-safety.md");
    let named = named(&document);
    assert!(named.len() > 40, "only {} tests are named", named.len());
    let is_missing = |(file, name): &&(&str, &str)| {
        let path = if file.contains('/') { (*file).to_owned() } else { format!("tests/e2e/{file}") };
        !read(&path).contains(name)
    };
    let missing: Vec<_> = named.iter().filter(is_missing).collect();
    assert!(missing.is_empty(), "docs/data-safety.md names tests that are not there: {missing:#?}");
}
