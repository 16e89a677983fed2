//! What a user sees of notes that are not English: points by shared words, and the word that it is so.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use insta::assert_snapshot;
use refrain_core::{Brief, Engine, Knowledge, Note, PitchPlan};

/// The language, the points that recur with their quotes, doubts, and a pitch of half a minute.
fn check(texts: &[&str], narrative: &str) -> String {
    let note = |(i, text): (usize, &&str)| Note { id: (i + 1).to_string(), text: (*text).into(), ..Note::default() };
    let notes: Vec<Note> = texts.iter().enumerate().map(note).collect();
    let plan = PitchPlan { seconds: 30, words_a_minute: 120, ..PitchPlan::default() };
    let brief = Brief { plans: vec![plan], narrative: narrative.into(), ..Brief::default() };
    let knowledge = Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap();
    let report = Engine::new(knowledge).analyze(&notes, &brief);
    let mut out = format!("{:?}\n", report.language);
    for point in report.points.iter().filter(|p| p.interviews > 1) {
        out += &format!("{} × {} (shared: {})\n", point.interviews, point.label, point.why.shared.join(", "));
        for mention in &point.mentions {
            out += &format!("    {}: {}\n", mention.note, mention.text);
        }
    }
    for doubt in &report.doubts {
        out += &format!("doubt {}: {}\n", doubt.mention.note, doubt.mention.text);
    }
    for line in report.pitches.iter().flat_map(|pitch| &pitch.lines) {
        out += &format!("> {}\n", line.text);
    }
    for echo in &report.comparison.both {
        out += &format!("both: {} = {}\n", echo.claim.text, echo.mention.text);
    }
    for claim in &report.comparison.only_i {
        out += &format!("only I: {}\n", claim.text);
    }
    out
}

#[test]
fn german() {
    assert_snapshot!(check(
        &[
            "Sie beruhigen verärgerte Kunden, das hat uns gefallen. Und Sie schreiben klare Anleitungen.",
            "- klare Anleitungen\n- bleibt ruhig",
            "„Verärgerte Kunden beruhigen Sie in zwei Minuten.“ Die Stelle ist in Hamburg.",
        ],
        "Ich beruhige verärgerte Kunden. Ich spreche Polnisch.",
    ));
}

#[test]
fn spanish() {
    assert_snapshot!(check(
        &[
            "Explicas lo difícil con palabras sencillas. El equipo confía en ti.",
            "Palabras sencillas para explicar cosas difíciles, eso me gustó.",
            "Se nota que el equipo confía en usted.",
        ],
        "",
    ));
}

#[test]
fn french() {
    assert_snapshot!(check(
        &[
            "Vous gardez votre calme quand tout brûle. Vous expliquez les choses simplement.",
            "Elle garde son calme, même sous pression.",
            "Vous savez expliquer les choses simplement aux clients.",
        ],
        "",
    ));
}

#[test]
fn japanese() {
    assert_snapshot!(check(
        &[
            "難しい技術を分かりやすく説明してくれる。チームの信頼が厚い。",
            "技術の説明が分かりやすい、と言われた。",
            "説明が分かりやすい。年収の話はまだ。",
        ],
        "",
    ));
}

#[test]
fn a_few_foreign_words_leave_it_english() {
    assert_snapshot!(check(
        &["You calm angry customers, très bien.", "Calms angry customers at De La Cruz.", "calm with angry customers"],
        "",
    ));
}
