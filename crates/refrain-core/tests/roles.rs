//! What meets the needs of a role, on invented roles for invented people.
//!
//! The limits in `fit.rs` were set on the roles that are not held back. What should meet each need was written down before the engine was asked.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::fs;
use std::path::Path;

use refrain_core::{Brief, Engine, Fit, Knowledge, Note, Report, Role};
use serde::Deserialize;

#[derive(Deserialize)]
struct Asked {
    /// Whose answers are to meet it.
    persona: String,
    held_back: bool,
    needs: Vec<Need>,
}

#[derive(Deserialize)]
struct Need {
    need: String,
    /// Words of mentions, one of which stands in a point that meets it; none where nobody said anything of the kind.
    met_by: Vec<String>,
}

#[derive(Deserialize)]
struct Persona {
    notes: Vec<Note>,
}

/// How the first point named for each need was judged.
#[derive(Debug, Default, Clone, Copy)]
struct Judged {
    /// Named, and one that meets it.
    right: usize,
    /// Named, but it meets something else, or nothing could.
    wrong: usize,
    /// Nothing was named, though something would meet it.
    missed: usize,
    /// Nothing was named, and nothing could.
    gaps: usize,
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn roles() -> Vec<Asked> {
    let mut paths: Vec<_> = fs::read_dir(folder().join("roles")).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).collect()
}

fn report(asked: &Asked) -> Report {
    let path = folder().join(format!("{}.json", asked.persona));
    let persona: Persona = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let needs = asked.needs.iter().map(|need| need.need.clone()).collect();
    let brief = Brief { roles: vec![Role { id: "r".into(), needs, ..Role::default() }], ..Brief::default() };
    let knowledge = Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap();
    Engine::new(knowledge).analyze(&persona.notes, &brief)
}

fn judged(asked: &Asked) -> Judged {
    let report = report(asked);
    let [Fit { needs, .. }] = report.fits.as_slice() else { return Judged::default() };
    let mut judged = Judged::default();
    for (need, met) in asked.needs.iter().zip(needs) {
        let Some(first) = met.met.first() else {
            if need.met_by.is_empty() {
                judged.gaps += 1;
            } else {
                println!("  missed: {}", need.need);
                judged.missed += 1;
            }
            continue;
        };
        let point = report.points.iter().find(|point| point.id == first.point).unwrap();
        assert!(point.mentions.contains(&first.mention));
        let is_meant =
            |said: &str| need.met_by.iter().any(|words| said.contains(words.as_str()) || words.contains(said));
        if point.mentions.iter().any(|mention| is_meant(&mention.text)) {
            judged.right += 1;
        } else {
            println!("  wrong: {} <- {} ({})", need.need, first.mention.text, point.label);
            judged.wrong += 1;
        }
    }
    judged
}

#[test]
fn needs_find_the_points_that_meet_them() {
    let mut sums = [Judged::default(); 2];
    for asked in roles() {
        let found = judged(&asked);
        println!("{}: {found:?}", asked.persona);
        let sum = &mut sums[usize::from(asked.held_back)];
        sum.right += found.right;
        sum.wrong += found.wrong;
        sum.missed += found.missed;
        sum.gaps += found.gaps;
    }
    println!("set on: {:?}\nheld back: {:?}", sums[0], sums[1]);
    // On 22 November 2026: 8 right, 2 wrong, 4 missed and 7 gaps seen; held back 11, 0, 1 and 8. A lower limit finds more and misleads more:
    // 10, 3, 1 and 7 from 0.22 on.
    for Judged { right, wrong, missed, .. } in sums {
        assert!(right * 100 >= (right + wrong) * 75, "{sums:?}");
        assert!(right * 100 >= (right + missed) * 60, "{sums:?}");
    }
}

#[test]
fn a_role_is_answered_need_by_need() {
    let note = |id: &str| Note { id: id.into(), text: "You calm angry customers.".into(), ..Note::default() };
    let role = |id: &str, needs: &[&str]| Role {
        id: id.into(),
        needs: needs.iter().map(|&need| need.into()).collect(),
        ..Role::default()
    };
    let roles = vec![role("one", &["", "Able to calm angry customers"]), role("two", &[])];
    let brief = Brief { roles, ..Brief::default() };
    let report = Engine::new(Knowledge::plain()).analyze(&[note("a"), note("b")], &brief);
    let found: Vec<(&str, Vec<usize>)> = report
        .fits
        .iter()
        .map(|fit| (fit.role.as_str(), fit.needs.iter().map(|need| need.met.len()).collect()))
        .collect();
    assert_eq!(found, [("one", vec![0, 1]), ("two", vec![])]);
    assert_eq!(report.fits[0].needs[1].met[0].point, report.points[0].id);
}
