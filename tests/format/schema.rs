//! The backup file, its published schema and the example in its description say the same.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::sync::LazyLock;

use jsonschema::Validator;
use proptest::collection::vec;
use proptest::prelude::*;
use refrain::trial;
use serde_json::{Value, json};

const DESCRIPTION: &str = include_str!("../../docs/file-format.md");

static SCHEMA: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../docs/backup.schema.json")).unwrap());
static JUDGE: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&SCHEMA).unwrap());

fn problems(file: &Value) -> Vec<String> {
    JUDGE.iter_errors(file).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn example() -> &'static str {
    DESCRIPTION.split_once("```json\n").unwrap().1.split_once("```").unwrap().0
}

#[test]
fn the_example_is_whole_fits_the_schema_and_is_opened() {
    let file: Value = serde_json::from_str(example()).unwrap();
    assert_eq!(problems(&file), [""; 0]);
    let fields = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(fields(&file), fields(&SCHEMA["properties"]), "the example shows everything that the schema knows");
    let entries: usize = file
        .as_object()
        .unwrap()
        .values()
        .map(|value| match value {
            Value::Array(list) => list.len(),
            Value::Object(_) => 1,
            _ => 0,
        })
        .sum();
    assert_eq!(trial::opened(example()), Ok(entries));
}

#[test]
fn the_schema_refuses_what_refrain_refuses() {
    let changed = |pointer: &str, value: Value| {
        let mut file: Value = serde_json::from_str(example()).unwrap();
        *file.pointer_mut(pointer).unwrap() = value;
        file
    };
    let mistakes = [
        ("/format", json!("other")),
        ("/version", json!(2)),
        ("/interviews", json!({})),
        ("/interviews/0/id", json!("a/b")),
        ("/interviews/0/date", json!("12/2024x")),
        ("/interviews/0/stage", json!("tea")),
        ("/versions/0/seconds", json!(-1)),
        ("/decisions/0/decision", json!({"pin": {}})),
        ("/plans/0/months", json!(["one"])),
        ("/narrative/id", json!("x")),
    ];
    for (pointer, value) in mistakes {
        let file = changed(pointer, value);
        assert!(!problems(&file).is_empty(), "{pointer} passes the schema");
        assert!(trial::opened(&file.to_string()).is_err(), "{pointer} is opened");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_saved_fits_the_schema(bytes in vec(any::<u8>(), 0..2000)) {
        let file: Value = serde_json::from_str(&trial::example(&bytes)).unwrap();
        prop_assert_eq!(problems(&file), Vec::<String>::new());
    }
}
