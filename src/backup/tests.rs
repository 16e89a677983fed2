//! What must hold of backups, tried on files as people damage them.

use std::rc::Rc;

use serde_json::Value;

use super::*;
use crate::state::{Date, Interview, Kind, Narrative, Notebook, Record, Settings, Stage, Story, Version};

fn interview(id: &str) -> Interview {
    Interview {
        id: id.into(),
        who: "Ottoline Quill, recruiter".into(),
        company: "Thistledown Mills".into(),
        stage: Some(Stage::PhoneScreen),
        date: Date::new(2026, 3, 14),
        answer: "You stay calm.".into(),
        ..Interview::default()
    }
}

fn read(text: &str) -> Result<Backup, Vec<String>> {
    let told = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect();
    let mut reading = Reading::begin(&Rc::from(text)).map_err(|problem| told(vec![problem]))?;
    while reading.go_on(2) {}
    reading.finish().map_err(told)
}

fn file(rest: &str) -> String {
    format!("{{\n\"format\": \"refrain-backup\",\n\"version\": 1,\n{rest}\n}}")
}

fn check_problems(text: &str, expected: &[&str]) {
    let problems = read(text).err().unwrap_or_default();
    assert_eq!(problems, expected, "{text}");
}

#[test]
fn what_is_written_is_read_back_and_people_can_read_it() {
    let records: Vec<Record> = vec![
        interview("i-1").into(),
        Story { id: "t-1".into(), happened: "The mill stood still.".into(), ..Story::default() }.into(),
        Version { name: "For product roles".into(), seconds: 30, ..Version::default() }.into(),
        Narrative { id: Narrative::ID.into(), text: "I explain well.".into(), ..Narrative::default() }.into(),
        Settings::default().into(),
    ];
    let text = write(&records, "2026-03-15T09:26:53Z").unwrap();
    assert_eq!(read(&text), Ok(Backup { made: "2026-03-15T09:26:53Z".into(), records, unknown: Vec::new() }));
    assert!(text.contains("\n      \"date\": \"2026-03-14\",\n"), "{text}");
    for kind in Kind::ALL.into_iter().filter(|kind| kind.only_id().is_none()) {
        assert!(text.contains(&format!("\n  \"{}\": ", kind.plural())), "{kind:?}\n{text}");
    }
}

fn fixture(path: &str) -> Value {
    let path = format!("{}/tests/{path}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    serde_json::from_str(&text)
        .unwrap_or_else(|_| panic!("{path} is missing: keep a file of each version that was released"))
}

/// Those of the entries in `file` that `other` does not have as they are. More fields are allowed.
fn lost<'a>(file: &'a Value, other: &Value) -> Vec<&'a Value> {
    match (file, other) {
        (Value::Object(file), Value::Object(other)) => {
            file.iter().flat_map(|(name, value)| lost(value, other.get(name).unwrap_or(&Value::Null))).collect()
        }
        (Value::Array(file), Value::Array(other)) if file.len() == other.len() => {
            file.iter().zip(other).flat_map(|(one, other)| lost(one, other)).collect()
        }
        _ if file == other => Vec::new(),
        _ => vec![file],
    }
}

#[test]
fn a_backup_of_each_released_version_is_opened_whole() {
    for version in 1..=VERSION {
        let file = fixture(&format!("fixtures/backup-v{version}.json"));
        assert_eq!(file["version"], version);
        let backup = read(&file.to_string()).unwrap();
        assert_eq!(backup.unknown, [""; 0]);
        let written = write(&backup.records, file["made"].as_str().unwrap()).unwrap();
        assert_eq!(lost(&file, &serde_json::from_str(&written).unwrap()), Vec::<&Value>::new());
    }
}

#[test]
fn the_latest_fixtures_have_every_kind_of_record() {
    let backup = fixture(&format!("fixtures/backup-v{VERSION}.json"));
    let stores = (1..).map(|version| format!("e2e/fixtures/store-v{version}.json"));
    let latest = stores
        .take_while(|path| std::fs::exists(format!("{}/tests/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap_or_default());
    let store = fixture(&latest.last().unwrap_or_default());
    let papers = store["stores"]["papers"]["records"].as_array().unwrap();
    for kind in Kind::ALL {
        assert!(
            backup[kind.plural()].as_array().is_none_or(|of| !of.is_empty()) && !backup[kind.plural()].is_null(),
            "{kind:?}"
        );
        assert!(kind == Kind::Interview || papers.iter().any(|paper| paper["kind"] == kind.name()), "{kind:?}");
    }
}

#[test]
fn mistakes_are_named_by_their_path_and_line_with_what_was_expected() {
    check_problems(
        &file(
            "\"interviews\": [\n{ \"id\": \"a\", \"date\": \"12/2024x\" },\n{ \"id\": \"b\",\n  \"stage\": \"tea\" },\n{ \"id\": 3 },\n{ \"who\": \"Bram\" },\n7],\n\"versions\": [{ \"id\": \"v\", \"lines\": [{ \"at\": -1 }] }],\n\"settings\": { \"words_a_minute\": \"fast\" }",
        ),
        &[
            "interviews[0].date: expected a day as YYYY-MM-DD, found \"12/2024x\" (line 5)",
            "interviews[1].stage: expected one of \"recruiter-call\", \"phone-screen\", \"hiring-manager\", \"second-round\", \"panel\", \"hr\", \"follow-up\", \"informational\", found \"tea\" (line 7)",
            "interviews[2].id: expected a text in quotation marks, found the number 3 (line 8)",
            "interviews[3]: missing field \"id\" (line 9)",
            "interviews[4]: expected an object in braces, found the number 7 (line 10)",
            "versions[0].lines[0].at: expected a whole number that is not negative or too large, found the number -1 (line 11)",
            "settings.words_a_minute: expected a whole number that is not negative or too large, found \"fast\" (line 12)",
        ],
    );
}

#[test]
fn files_that_are_no_backups_are_told_apart() {
    check_problems("", &["the file ends too early, at line 1, column 0: a part of it is missing"]);
    check_problems("{}", &["format: expected \"refrain-backup\": this is no backup of Refrain"]);
    check_problems("[]", &["expected an object in braces, found a list"]);
    check_problems("who,said", &["line 1, column 1: expected value"]);
    check_problems(&file("\"interviews\": 3"), &["interviews: expected a list, found the number 3 (line 4)"]);
    check_problems(&file("\"interviews\": [], \"interviews\": []"), &["there is more than one field \"interviews\""]);
    check_problems(
        "{\"format\":\"refrain-backup\",\"version\":2,\"interviews\":{\"other\":\"shape\"}}",
        &["version: 2 is newer than this Refrain, which reads 1. Reload the page to get the newest and try again"],
    );
    check_problems("{\"format\":\"refrain-backup\",\"version\":0}", &["version: expected a whole number from 1 to 1"]);
    check_problems("{\"format\":\"refrain-backup\"}", &["version: expected a whole number from 1 to 1"]);
}

#[test]
fn a_truncated_file_is_told_wherever_it_ends() {
    let whole = write(&[interview("a").into(), interview("b").into()], "").unwrap();
    let end = whole.trim_end().len();
    for at in (0..end).filter(|at| whole.is_char_boundary(*at)) {
        let problems = read(&whole[..at]).expect_err("a part is no backup");
        assert!(problems[0].starts_with("the file ends too early, at line "), "{at}: {problems:?}");
    }
}

#[test]
fn ids_are_checked() {
    let interviews = |ids: &[&str]| {
        let all: Vec<String> = ids.iter().map(|id| format!("{{\"id\": {}}}", serde_json::json!(id))).collect();
        format!("\"interviews\": [{}]", all.join(",\n"))
    };
    check_problems(
        &file(&interviews(&["a", "b", "a"])),
        &["interviews[2].id: the same id stands at interviews[0] already (line 6)"],
    );
    let expected =
        "interviews[0].id: expected letters from a to z, digits and the signs - _ . ~, a hundred at most (line 4)";
    for id in ["", "a/b", "a?b", "é", "<b>", "\0", &"a".repeat(101)] {
        check_problems(&file(&interviews(&[id])), &[expected]);
    }
    for id in ["__proto__", "constructor", "toString"] {
        assert!(read(&file(&interviews(&[id]))).is_ok());
    }
    // All papers lie in one drawer.
    check_problems(
        &file("\"stories\": [{\"id\": \"x\"}, {\"id\": \"settings\"}], \"practices\": [{\"id\": \"x\"}]"),
        &[
            "stories[1].id: \"settings\" is the name of something else (line 4)",
            "practices[0].id: the same id stands at stories[0] already (line 4)",
        ],
    );
    check_problems(&file("\"narrative\": {\"id\": \"x\"}"), &["narrative.id: expected \"narrative\" (line 4)"]);
}

#[test]
fn what_is_not_understood_is_told_and_left_out() {
    let backup = read(&file(
        "\"__proto__\": {\"isAdmin\": true}, \"weather\": [1], \"interviews\": [{\"id\": \"a\", \"mood\": 1, \"__proto__\": {}}, {\"id\": \"b\", \"mood\": 2}], \"versions\": [{\"id\": \"v\", \"lines\": [{\"colour\": 1}]}], \"settings\": {\"constructor\": 1}",
    ));
    let unknown = [
        "__proto__",
        "weather",
        "interviews[].mood",
        "interviews[].__proto__",
        "versions[].lines[].colour",
        "settings.constructor",
    ];
    assert_eq!(backup.unwrap().unknown, unknown);
}

#[test]
fn odd_json_is_no_danger() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(read(&file(&format!("\"weather\": {deep}"))).unwrap().unknown, ["weather"]);
    assert_eq!(
        read(&file(&format!("\"interviews\": [{{\"id\": \"a\", \"mood\": {deep}}}]"))).unwrap().unknown,
        ["interviews[].mood"]
    );
    let problems = read(&file(&format!("\"interviews\": [{{\"id\": \"a\", \"who\": {deep}}}]"))).unwrap_err();
    assert!(problems[0].starts_with("interviews[0].who: expected a text in quotation marks, found"), "{problems:?}");
    let problems = read(&file("\"interviews\": [{\"id\": \"a\", \"who\": \"\\ud800\"}]")).unwrap_err();
    assert_eq!(problems, ["interviews[0].who: unexpected end of hex escape (line 4)"]);
    let kept = read(&file("\"interviews\": [{\"id\": \"a\", \"who\": \"\\u0000 \\u202e \\ud83d\\ude00\"}]")).unwrap();
    assert!(matches!(&kept.records[0], Record::Interview(one) if one.who == "\0 \u{202e} 😀"));
    let many = "{},".repeat(100_001);
    check_problems(
        &file(&format!("\"stories\": [{}]", many.trim_end_matches(','))),
        &["the file holds 100,001 entries, and Refrain reads up to 100,000"],
    );
}

#[test]
fn at_most_fifty_mistakes_are_told() {
    let all = "{},".repeat(200);
    let text = file(&format!("\"interviews\": [{}]", all.trim_end_matches(',')));
    assert_eq!(read(&text).unwrap_err().len(), 50);
}

fn plan(theirs: Vec<Record>, mine: &[Record], mode: Mode) -> (Counts, Vec<Record>) {
    let plan = Plan::new(&Backup { records: theirs, ..Backup::default() }, mine, mode);
    let mut notebook = Notebook::new(mine.iter().cloned());
    notebook.set_all(plan.changes.clone());
    (plan.total(), notebook.records())
}

#[test]
fn what_is_there_stays_is_renewed_or_goes_as_was_chosen() {
    let changed = || Record::from(Interview { answer: "You are kind.".into(), ..interview("b") });
    let mine: Vec<Record> = ["a", "b", "c"].map(|id| interview(id).into()).to_vec();
    let theirs = || vec![interview("a").into(), changed(), interview("d").into()];
    let answers = |records: &[Record]| -> String {
        let letter = |record: &Record| match record {
            Record::Interview(one) => format!("{}{}", one.id, if one.answer == "You are kind." { "*" } else { "" }),
            _ => String::new(),
        };
        records.iter().map(letter).collect()
    };
    let base = Counts { added: 1, same: 1, ..Counts::default() };
    let (counts, records) = plan(theirs(), &mine, Mode::Add);
    assert_eq!((counts, answers(&records).as_str()), (Counts { kept: 1, ..base }, "abcd"));
    let (counts, records) = plan(theirs(), &mine, Mode::Update);
    assert_eq!((counts, answers(&records).as_str()), (Counts { changed: 1, ..base }, "ab*cd"));
    let (counts, records) = plan(theirs(), &mine, Mode::Replace);
    assert_eq!((counts, answers(&records).as_str()), (Counts { changed: 1, removed: 1, ..base }, "ab*d"));
}

#[test]
fn an_older_backup_does_not_turn_back_the_day_of_the_last_one() {
    let on = |day: u8| Settings { last_backup: Date::new(2026, 3, day), ..Settings::default() };
    for mode in [Mode::Add, Mode::Update, Mode::Replace] {
        assert_eq!(plan(vec![on(1).into()], &[on(2).into()], mode).1, [on(2).into()]);
    }
    assert_eq!(plan(vec![on(3).into()], &[on(2).into()], Mode::Update).1, [on(3).into()]);
}
