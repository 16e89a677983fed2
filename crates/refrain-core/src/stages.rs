//! Every stage of an analysis as text, through one `check`: sentences, clauses and what each is doing, what of them is compared, then points
//! with their reasons, their order and what can be said for them.

use insta::assert_snapshot;

use crate::frame::Stance;
use crate::reading::{Reading, Remark, read};
use crate::report::{Language, Note, Point, Report};
use crate::{Knowledge, analyze};

fn full() -> Knowledge {
    Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap()
}

fn check(texts: &[&str], knowledge: &Knowledge) -> String {
    let note = |(i, text): (usize, &&str)| Note {
        id: (i + 1).to_string(),
        who: format!("Person {i}"),
        company: "Larkspur Homes".into(),
        date: Some(format!("2026-03-0{}", i + 1)),
        text: (*text).into(),
        ..Note::default()
    };
    let notes: Vec<Note> = texts.iter().enumerate().map(note).collect();
    let report = analyze(&notes, knowledge);
    let mut out = String::new();
    if report.language == Language::English {
        for note in &notes {
            out += &format!("answer {}\n{}", note.id, clauses(&note.text, &read(&note.text, knowledge), knowledge));
        }
    }
    for (at, point) in report.points.iter().enumerate() {
        out += &told(point, report.points.get(at + 1), &report);
    }
    for doubt in &report.doubts {
        out += &format!("doubt: {} [{}]\n", doubt.mention.text, doubt.cue);
    }
    for dropped in &report.dropped {
        out += &format!("{:?}: {} [{}]\n", dropped.reason, dropped.mention.text, dropped.cue);
    }
    out
}

/// One line a clause, the words of the point in angle brackets, then what is compared.
fn clauses(text: &str, reading: &Reading, knowledge: &Knowledge) -> String {
    let mut out = String::new();
    let mut sentence = None;
    for ((clause, stance), remark) in reading.clauses.iter().zip(&reading.stances).zip(&reading.remarks) {
        if sentence.replace(clause.sentence) != Some(clause.sentence) {
            let whole = &reading.sentences[clause.sentence];
            out += &format!("  “{}”\n", &text[whole.start..whole.end]);
        }
        let words = &text[clause.start..clause.end];
        let stance = match stance {
            Stance::Praise => "praise".to_owned(),
            Stance::Doubt(None) => "doubt, for its manner".to_owned(),
            Stance::Doubt(Some(cue)) => format!("doubt, for “{}”", &text[cue.clone()]),
            Stance::Neutral(Some(cue)) => format!("fact, for “{}”", &text[cue.clone()]),
            Stance::Neutral(None) => "fact, for its manner".to_owned(),
            Stance::Empty(cue) => format!("empty, for “{}”", &text[cue.clone()]),
        };
        match remark {
            Some(remark) => {
                let (before, after) = (&text[clause.start..remark.bytes.start], &text[remark.bytes.end..clause.end]);
                out += &format!("    {before}<{}>{after}: {stance}\n", &text[remark.bytes.clone()]);
                out += &compared(text, remark, knowledge);
            }
            None => out += &format!("    {words}: {stance}\n"),
        }
    }
    out
}

fn compared(text: &str, remark: &Remark, knowledge: &Knowledge) -> String {
    let mut out = format!("      {}\n", knowledge.signs_of(&text[remark.bytes.clone()]).join(" "));
    if !remark.specific.is_empty() {
        out += &format!("      specific: {}\n", remark.specific.join(", "));
    }
    if let Some(cliche) = &remark.cliche {
        out += &format!("      empty praise, for “{}”\n", &text[cliche.cue.clone()]);
    }
    if remark.doubtful {
        out += "      perhaps no praise\n";
    }
    out
}

/// A point, why it is one, why it stands before the next, and its line.
fn told(point: &Point, next: Option<&Point>, report: &Report) -> String {
    let Point { label, interviews, people, companies, why, .. } = point;
    let mut out = format!("{label}: {interviews} interviews, {people} people, {companies} companies\n");
    for mention in &point.mentions {
        out += &format!("    {}: {}\n", mention.note, mention.text);
    }
    for (reason, words) in [("shared", &why.shared), ("specific", &why.specific), ("empty", &why.empty)] {
        if !words.is_empty() {
            out += &format!("  {reason}: {}\n", words.join(", "));
        }
    }
    if let Some(concept) = &why.concept {
        out += &format!("  about: {concept}\n");
    }
    if let Some(before) = next.and_then(|next| point.before(next)) {
        out += &format!("  before the next: {before:?}\n");
    }
    for line in report.pitch.iter().filter(|line| line.point == point.id) {
        out += &format!("  said: {}{}\n", line.text, if line.unsure { " (unsure)" } else { "" });
    }
    out
}

#[test]
fn points_that_recur() {
    let texts = [
        "They liked that you calm angry customers, and you cut costs by 20%.",
        "- calming customers who shout\n- moved us to Kubernetes",
        "“Nothing ever rattles her with difficult customers,” he said.",
    ];
    assert_snapshot!(check(&texts, &full()));
}

#[test]
fn what_is_no_strength() {
    let texts = [
        "Great team player! We are hiring in spring. I wasn't sure about your Excel, or the pivot tables.",
        "A real team player. Nothing else.",
    ];
    assert_snapshot!(check(&texts, &full()));
}

#[test]
fn before_the_knowledge_is_there() {
    let texts = ["You explain hard things simply.", "explains hard things in simple words; can’t fault the C++"];
    assert_snapshot!(check(&texts, &Knowledge::plain()));
}

#[test]
fn another_language() {
    let texts = ["Sie bleiben ruhig, wenn es brennt.", "bleibt ruhig, auch wenn es brennt, und ist pünktlich"];
    assert_snapshot!(check(&texts, &full()));
}
