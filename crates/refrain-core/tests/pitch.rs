//! What a user says: the pitch for a time budget, their own lines and their stories.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use insta::assert_snapshot;
use proptest::prelude::*;
use refrain_core::{
    Anchor, Brief, Decision, Engine, Knowledge, Note, Pitch, PitchPlan, PlannedLine, Report, SpokenLine, Story,
};

static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap());

/// Every point in three notes, so that grouping has nothing to decide.
const SAID: [&str; 6] = [
    "You calm angry customers.",
    "You explain hard things in plain words.",
    "You cut the waiting time by half.",
    "Suppliers know you by name.",
    "You write a rota that holds.",
    "hard worker",
];

fn notes() -> Vec<Note> {
    let note = |i: usize| Note { id: format!("n{i}"), text: SAID[..SAID.len() - i].join(" "), ..Note::default() };
    (0..3).map(note).chain([Note { id: "n3".into(), text: SAID[..2].join(" "), ..Note::default() }]).collect()
}

fn at(words: &str) -> Vec<Anchor> {
    vec![Anchor { note: "n0".into(), words: words.into() }]
}

fn plan(seconds: u32) -> PitchPlan {
    PitchPlan { id: seconds.to_string(), seconds, words_a_minute: 130, lines: Vec::new() }
}

fn analyze(brief: &Brief) -> Report {
    Engine::new(KNOWLEDGE.clone()).analyze(&notes(), brief)
}

/// Each pitch with its time, its lines with what is to be known about them, and what was left out.
fn check(brief: &Brief) -> String {
    let marks = |line: &SpokenLine| {
        let offered = line.offered.as_ref().map(|offered| format!("now: {offered}"));
        let marks =
            [(line.edited, "edited"), (line.pinned, "pinned"), (line.excluded, "excluded"), (line.story, "story")];
        let named = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| (*mark).to_owned());
        let all: Vec<String> = named.chain(offered).collect();
        if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
    };
    let mut out = String::new();
    for pitch in analyze(brief).pitches {
        out += &format!("{} s plan: {} words, {} s\n", pitch.plan, pitch.words, pitch.seconds);
        for line in &pitch.lines {
            out += &format!("> {}{} [{}]\n", line.text, marks(line), line.keywords.join(" / "));
        }
        for line in &pitch.left_out {
            out += &format!("- {}{}\n", line.text, marks(line));
        }
    }
    out
}

#[test]
fn a_longer_time_says_more() {
    assert_snapshot!(check(&Brief { plans: [15, 30, 60].map(plan).to_vec(), ..Brief::default() }));
}

#[test]
fn stories_stand_behind_their_lines() {
    let story = Story {
        point: at("You calm angry customers"),
        happened: "A man was shouting about his third broken kettle".into(),
        did: "rang the depot myself and stayed on the line".into(),
        result: "He is still a customer, and sends us cards.".into(),
    };
    assert_snapshot!(check(&Brief {
        plans: [15, 30, 60].map(plan).to_vec(),
        stories: vec![story],
        ..Brief::default()
    }));
}

#[test]
fn the_users_lines_win() {
    let line = |id: &str, words: &str| PlannedLine { id: id.into(), point: at(words), ..PlannedLine::default() };
    let lines = vec![
        PlannedLine {
            text: Some("I can talk anybody down.".into()),
            offered: "I calm people.".into(),
            ..line("edited", "You calm angry customers")
        },
        PlannedLine { pinned: true, ..line("pinned", "You write a rota that holds") },
        PlannedLine { left_out: true, ..line("out", "You cut the waiting time by half") },
        PlannedLine { at: Some(0), ..line("first", "Suppliers know you by name") },
        PlannedLine { id: "own".into(), text: Some("Ask me about kettles.".into()), ..PlannedLine::default() },
    ];
    assert_snapshot!(check(&Brief { plans: vec![PitchPlan { lines, ..plan(30) }], ..Brief::default() }));
}

#[test]
fn hidden_points_and_cliches_are_never_said() {
    let hide = Decision::Hide { point: at("You calm angry customers") };
    let lines = ["You calm angry customers", "hard worker"].map(|words| PlannedLine {
        id: words.into(),
        point: at(words),
        pinned: true,
        text: Some(format!("Yes, {words}.")),
        ..PlannedLine::default()
    });
    let brief = Brief {
        plans: vec![PitchPlan { lines: lines.to_vec(), ..plan(60) }],
        decisions: vec![hide],
        ..Brief::default()
    };
    let report = analyze(&brief);
    let said: Vec<&str> = report.pitches[0].lines.iter().map(|line| line.text.as_str()).collect();
    assert!(!said.iter().any(|text| text.contains("calm") || text.contains("hard worker")), "{said:?}");
    assert_eq!(report.pitches[0].left_out.iter().filter(|line| line.edited).count(), 2);
}

#[test]
fn what_words_stand_between_changes_no_offer() {
    let first = analyze(&Brief { plans: vec![plan(60)], ..Brief::default() });
    for line in &first.pitches[0].lines {
        let point = first.points.iter().find(|p| Some(&p.id) == line.point.as_ref()).unwrap();
        let edited = PlannedLine {
            id: "e".into(),
            point: at(&point.mentions[0].text),
            text: Some("Mine.".into()),
            offered: line.text.clone(),
            ..PlannedLine::default()
        };
        let again = analyze(&Brief { plans: vec![PitchPlan { lines: vec![edited], ..plan(60) }], ..Brief::default() });
        let mine = again.pitches[0].lines.iter().find(|l| l.text == "Mine.").unwrap();
        assert_eq!(mine.offered, None, "{}", line.text);
    }
}

/// Three points that recur, and remarks that came up once: two with a figure or a name, one without, one that is no sentence.
#[test]
fn what_came_up_once_fills_a_long_time() {
    let mut notes = notes();
    notes[0].text += ". You moved the whole shop to Kubernetes in 3 weeks. You trained 40 drivers in one summer.";
    notes[1].text += " You sing in the stairwell.";
    notes[2].text += " Your 12 years of it.";
    let said = |seconds: u32, lines: Vec<PlannedLine>| {
        let brief = Brief { plans: vec![PitchPlan { lines, ..plan(seconds) }], ..Brief::default() };
        let report = Engine::new(KNOWLEDGE.clone()).analyze(&notes, &brief);
        let texts = |lines: &[SpokenLine]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
        (texts(&report.pitches[0].lines), texts(&report.pitches[0].left_out), report.pitch.len())
    };
    let (short, left_out, listed) = said(30, Vec::new());
    let (long, _, listed_too) = said(60, Vec::new());
    assert_eq!(short, long[..short.len()], "what recurs comes first");
    assert_eq!(
        long[short.len()..],
        ["I moved the whole shop to Kubernetes in 3 weeks.", "I trained 40 drivers in one summer."]
    );
    assert!(left_out.is_empty(), "{left_out:?}");
    assert_eq!((listed, listed_too), (5, 5), "the plain list holds what recurs");
    assert_eq!(said(1, Vec::new()).0.len(), 1);

    let out = PlannedLine { id: "o".into(), point: at("You trained 40 drivers"), left_out: true, ..Default::default() };
    let (long, left_out, _) = said(60, vec![out]);
    assert!(long.len() == 6 && left_out.len() == 1, "{long:?} {left_out:?}");
}

/// Words that stand between lines, and those that a change of person brings in.
const LINKING: &str = "what people keep telling me is that coming back to bringing up i i'm i've also in one two three four interviews \
    was told and another thing they bring mention more than once have been came tell like my am do don't myself for example";

/// The first letters of a word, which a change of person leaves alone.
fn beginning(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).take(4).collect::<String>().to_lowercase()
}

fn beginnings(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(beginning)
        .filter(|w| !w.is_empty())
        .collect()
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let said = prop::sample::select(vec![
        "You calm angry customers.",
        "calming customers who shout",
        "- low staff turnover\n- nobody leaves you\n- hired eleven people in six weeks",
        "They liked that you explain hard things simply, and I’m not sure about Excel.",
        "your knowledge of drivers’ hours; drivers ask for your shift",
        "cut costs by 20%, apparently",
        "I said: she writes short, clear specs, which helps",
        "If it burns, you keep your head. Nobody, you know, cut a corner.",
    ]);
    let text = prop::collection::vec(prop_oneof![6 => said.prop_map(str::to_owned), 1 => any::<String>()], 0..5);
    prop::collection::vec(text.prop_map(|parts| parts.join(" ")), 0..6)
}

fn plans() -> impl Strategy<Value = PitchPlan> {
    let line = (0..6usize, prop::option::of("[a-z ]{0,40}"), prop::option::of(0..4u32), any::<bool>(), any::<bool>());
    let lines = prop::collection::vec(line, 0..4);
    (0..150u32, prop_oneof![Just(0u32), 60..200u32], lines).prop_map(|(seconds, words_a_minute, lines)| PitchPlan {
        id: "p".into(),
        seconds,
        words_a_minute,
        lines: lines
            .into_iter()
            .enumerate()
            .map(|(number, (note, text, at, pinned, left_out))| PlannedLine {
                id: format!("l{number}"),
                point: vec![Anchor { note: format!("n{note}"), words: "You calm angry customers".into() }],
                text,
                at,
                pinned: pinned && left_out,
                left_out: left_out && !pinned,
                ..PlannedLine::default()
            })
            .collect(),
    })
}

fn pitch_of(texts: &[String], brief: &Brief) -> (Report, Pitch) {
    let note = |(i, text): (usize, &String)| Note { id: format!("n{i}"), text: text.clone(), ..Note::default() };
    let notes: Vec<Note> = texts.iter().enumerate().map(note).collect();
    let report = Engine::new(Knowledge::plain()).analyze(&notes, brief);
    let pitch = report.pitches[0].clone();
    (report, pitch)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn within_the_time_and_always_the_same(texts in texts(), plan in plans()) {
        let brief = Brief { plans: vec![plan.clone()], ..Brief::default() };
        let (_, pitch) = pitch_of(&texts, &brief);
        prop_assert_eq!(&pitch, &pitch_of(&texts, &brief).1);
        let pace = if plan.words_a_minute == 0 { 130 } else { plan.words_a_minute };
        let pinned = pitch.lines.iter().any(|line| line.pinned);
        prop_assert!(pitch.words <= (plan.seconds * pace / 60) as usize || pinned || pitch.lines.len() == 1);
        let words = |text: &str| text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
        prop_assert_eq!(pitch.words, pitch.lines.iter().map(|line| words(&line.text)).sum::<usize>());
        let points: Vec<&String> = pitch.lines.iter().filter(|line| !line.pinned).filter_map(|line| line.point.as_ref()).collect();
        prop_assert_eq!(points.iter().collect::<BTreeSet<_>>().len(), points.len(), "a point is made once");
        for line in pitch.lines.iter().chain(&pitch.left_out) {
            prop_assert!(line.keywords.len() <= 5);
            prop_assert!(line.keywords.iter().all(|word| line.text.to_lowercase().contains(&word.to_lowercase())), "{:?}", line);
        }
    }

    #[test]
    fn every_word_was_said(texts in texts(), seconds in 10..150u32) {
        let brief = Brief { plans: vec![PitchPlan { seconds, words_a_minute: 130, ..PitchPlan::default() }], ..Brief::default() };
        let (report, pitch) = pitch_of(&texts, &brief);
        let linking = beginnings(LINKING);
        for line in &pitch.lines {
            let point = report.points.iter().find(|p| Some(&p.id) == line.point.as_ref()).unwrap();
            prop_assert!(!point.cliche && (point.interviews > 1 || seconds >= 60));
            prop_assert!(point.interviews > 1 || !line.text.contains("interviews") && !line.text.contains("People"), "{:?}", line);
            let said: BTreeSet<String> = point.mentions.iter().flat_map(|m| beginnings(&m.text)).collect();
            for word in beginnings(&line.text) {
                prop_assert!(said.contains(&word) || linking.contains(&word), "{word:?} in {:?} from {:?}", line.text, point.mentions);
            }
        }
    }
}
