//! What the user decided wins, whatever else changes: each kind of decision read as text through one `check`, and what must hold for any.
#![allow(clippy::unwrap_used, reason = "a test stops at what must not happen")]

mod scorer;

use std::cell::RefCell;
use std::collections::BTreeSet;

use insta::assert_snapshot;
use proptest::prelude::*;
use refrain_core::{
    Anchor, Brief, Decision, Engine, Knowledge, Note, ObsoleteReason, PitchPlan, PlannedLine, Point, PointAnchor,
    Report, Story,
};

thread_local! {
    static ENGINE: RefCell<Engine> =
        RefCell::new(Engine::new(Knowledge::from_bytes(include_bytes!("../data/knowledge.bin")).unwrap()));
}

fn decided(notes: &[Note], decisions: &[Decision]) -> Report {
    let brief = Brief { decisions: decisions.to_vec(), ..Brief::default() };
    ENGINE.with_borrow_mut(|engine| engine.analyze(notes, &brief))
}

/// Three interviews in which two points recur, one is said once, and one is empty praise; with a doubt, a fact and a remark that says nothing.
fn three() -> Vec<Note> {
    notes(&[
        "You stay calm when everything is on fire. Great team player! You explain hard things simply.",
        "- unflappable under pressure\n- not sure about your Excel\n- you migrated us to Kubernetes in 3 weeks",
        "You keep your head when everything is on fire. You explain hard things in simple words. The role reports to finance. Nothing else.",
    ])
}

fn notes(texts: &[&str]) -> Vec<Note> {
    let note = |(i, text): (usize, &&str)| Note {
        id: format!("{}", i + 1),
        company: format!("c{i}"),
        text: (*text).into(),
        ..Note::default()
    };
    texts.iter().enumerate().map(note).collect()
}

fn said(note: &str, words: &str) -> Anchor {
    Anchor { note: note.into(), words: words.into() }
}

fn all(mentions: &[(&str, &str)]) -> PointAnchor {
    mentions.iter().map(|(note, words)| said(note, words)).collect()
}

/// Points with all that the user may have made of them, their quotes, and what was left out or lost.
fn check(notes: &[Note], decisions: &[Decision]) -> String {
    let report = decided(notes, decisions);
    let mut out = String::new();
    for point in &report.points {
        let marks = [
            (point.pinned, "pinned"),
            (point.renamed, "renamed"),
            (point.why.by_hand, "by hand"),
            (point.cliche, "cliché"),
            (point.hidden, "hidden"),
        ];
        let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| format!(" ({mark})")).collect();
        out += &format!("{} × {}{marks}\n", point.interviews, point.label);
        for mention in &point.mentions {
            out += &format!("    {}: {}\n", mention.note, mention.text);
        }
    }
    for doubt in &report.doubts {
        out += &format!("doubt {}: {} [{}]\n", doubt.mention.note, doubt.mention.text, doubt.cue);
    }
    for dropped in &report.dropped {
        out += &format!("{:?} {}: {} [{}]\n", dropped.reason, dropped.mention.note, dropped.mention.text, dropped.cue);
    }
    for obsolete in &report.obsolete {
        out += &format!("decision {}: {:?}\n", obsolete.decision, obsolete.reason);
    }
    out
}

#[test]
fn notes_of_one_interview_keep_their_own_words() {
    let note = |id: &str, text: &str| Note { id: id.into(), text: text.into(), ..Note::default() };
    let one = note("1", "You explained the budget plainly.");
    let other = note("1", "You explained the tariff plainly.");
    let echo = note("2", "You explained the tariff plainly to us.");
    let lines = |notes: &[Note]| decided(notes, &[]).pitch.into_iter().map(|line| line.text).collect::<Vec<_>>();
    lines(&[one.clone(), note("2", "You explained the budget plainly to us.")]);
    let said = lines(&[one, other, echo]);
    assert!(said.iter().any(|line| line.contains("tariff")), "{said:?}");
}

#[test]
fn what_needs_an_echo_stays_where_the_user_spoke_of_it() {
    let notes = notes(&["You stay calm. Paint shop back on schedule.", "You stay calm, always."]);
    let shop = said("1", "Paint shop back on schedule");
    let label = |decisions: &[Decision]| {
        let points = decided(&notes, decisions).points;
        points.iter().map(|point| point.label.clone()).filter(|label| label.contains("shop")).collect::<Vec<_>>()
    };
    assert_eq!(label(&[]), [] as [String; 0]);
    assert_eq!(label(&[Decision::Pin { point: vec![shop.clone()] }]), ["Paint shop back on schedule"]);
    assert_eq!(label(&[Decision::Strength { mention: shop }]), ["Paint shop back on schedule"]);
}

#[test]
fn without_decisions() {
    assert_snapshot!(check(&three(), &[]));
}

#[test]
fn every_kind_of_decision_changes_something() {
    let calm = all(&[("1", "You stay calm when everything is on fire")]);
    let head = all(&[("3", "You keep your head when everything is on fire")]);
    let empty = all(&[("1", "Great team player")]);
    let single = all(&[("2", "you migrated us to Kubernetes in 3 weeks")]);
    let decisions = [
        Decision::Merge { these: calm.clone(), those: single.clone() },
        Decision::Apart { these: calm.clone(), those: head },
        Decision::Move { mention: single[0].clone(), to: calm.clone() },
        Decision::Rename { point: calm.clone(), label: "Cool head".into() },
        Decision::Hide { point: calm.clone() },
        Decision::Pin { point: single },
        Decision::Doubt { mention: calm[0].clone() },
        Decision::Strength { mention: said("2", "not sure about your Excel") },
        Decision::NotCliche { point: empty },
    ];
    for decision in decisions {
        assert_ne!(check(&three(), std::slice::from_ref(&decision)), check(&three(), &[]), "{decision:?}");
    }
}

#[test]
fn merge_joins_two_points() {
    let these = all(&[("1", "You stay calm when everything is on fire")]);
    assert_snapshot!(check(
        &three(),
        &[Decision::Merge { these, those: all(&[("2", "you migrated us to Kubernetes in 3 weeks")]) }]
    ));
}

#[test]
fn a_point_with_empty_praise_is_no_empty_praise() {
    let these = all(&[("1", "Great team player")]);
    assert_snapshot!(check(&three(), &[Decision::Merge { these, those: all(&[("2", "unflappable under pressure")]) }]));
}

#[test]
fn apart_takes_mentions_out() {
    let these = all(&[("3", "You keep your head when everything is on fire")]);
    let those = all(&[("1", "You stay calm when everything is on fire")]);
    assert_snapshot!(check(&three(), &[Decision::Apart { these, those }]));
}

#[test]
fn move_takes_one_mention_along() {
    let to = all(&[("1", "You explain hard things simply")]);
    assert_snapshot!(check(
        &three(),
        &[Decision::Move { mention: said("2", "you migrated us to kubernetes in 3 weeks."), to }]
    ));
}

#[test]
fn rename_hide_and_pin_dress_a_point() {
    let single = all(&[("2", "you migrated us to Kubernetes in 3 weeks")]);
    assert_snapshot!(check(
        &three(),
        &[
            Decision::Hide { point: all(&[("1", "You stay calm when everything is on fire")]) },
            Decision::Pin { point: single.clone() },
            Decision::Rename { point: single, label: " Moves to Kubernetes ".into() },
            Decision::NotCliche { point: all(&[("1", "great team player")]) },
        ]
    ));
}

#[test]
fn the_pitch_keeps_to_peoples_words() {
    let point = all(&[("1", "You explain hard things simply"), ("3", "You explain hard things in simple words")]);
    let hidden = all(&[("1", "You stay calm when everything is on fire")]);
    let decisions = [Decision::Rename { point, label: "Plain speaking".into() }, Decision::Hide { point: hidden }];
    let lines: Vec<String> = decided(&three(), &decisions).pitch.into_iter().map(|line| line.text).collect();
    assert_eq!(lines, ["I explain hard things in simple words."]);
}

/// Nobody told the user that they break every lock: it is only what they call the point.
#[test]
fn a_name_changes_no_line() {
    let point = all(&[("1", "You explain hard things simply"), ("3", "You explain hard things in simple words")]);
    let rename = Decision::Rename { point, label: "I break every lock in 5 minutes".into() };
    let said = |notes: &[Note], decisions: &[Decision]| decided(notes, decisions).pitch;
    assert_eq!(said(&three(), std::slice::from_ref(&rename)), said(&three(), &[]));
    let german = notes(&["Sie bleiben immer ruhig und freundlich.", "Sie bleiben immer ruhig. Das ist gut für uns."]);
    let ruhig = all(&[("2", "Sie bleiben immer ruhig")]);
    let rename = Decision::Rename { point: ruhig, label: "Die Ruhe".into() };
    assert_eq!(said(&german, &[rename]), said(&german, &[]));
}

#[test]
fn doubts_and_strengths_are_the_users_to_tell_apart() {
    assert_snapshot!(check(
        &three(),
        &[
            Decision::Doubt { mention: said("1", "You explain hard things simply") },
            Decision::Strength { mention: said("2", "not sure about your Excel") },
            Decision::Strength { mention: said("3", "The role reports to finance") },
            Decision::Doubt { mention: said("2", "unflappable under pressure") },
            Decision::Strength { mention: said("2", "unflappable under pressure") },
        ]
    ));
}

#[test]
fn what_applies_no_more_is_reported() {
    let gone = all(&[("1", "wrote the manual"), ("9", "You stay calm")]);
    let doubt = all(&[("2", "not sure about your Excel")]);
    let here = all(&[("2", "unflappable under pressure")]);
    assert_snapshot!(check(
        &three()[1..2],
        &[
            Decision::Merge { these: gone.clone(), those: here.clone() },
            Decision::Merge { these: here.clone(), those: doubt.clone() },
            Decision::Apart { these: here.clone(), those: gone.clone() },
            Decision::Move { mention: said("1", "Great team player"), to: here.clone() },
            Decision::Move { mention: said("2", "unflappable under pressure"), to: doubt.clone() },
            Decision::Move { mention: said("2", "unflappable under pressure"), to: here },
            Decision::Rename { point: gone, label: "Writes".into() },
            Decision::Hide { point: doubt },
            Decision::Pin { point: Vec::new() },
            Decision::Doubt { mention: said("1", "You stay calm when everything is on fire") },
            Decision::Strength { mention: said("2", "!?") },
        ]
    ));
}

#[test]
fn words_are_found_again_when_they_were_cut_or_mended() {
    let notes = notes(&[
        "She calms angry customers on the late shift and she writes clear articles.",
        "They said that you always reply to every patient on the same day.",
    ]);
    let decisions = [
        // Once one clause, now two.
        Decision::Hide {
            point: all(&[("1", "calms angry customers on the late shift and she writes clear articles")]),
        },
        // Once a clause, now a part of one.
        Decision::Pin { point: all(&[("2", "reply to every patient")]) },
        // A word was mended since.
        Decision::Rename { point: all(&[("1", "She calms angry costumers on the late shift")]), label: "Calm".into() },
    ];
    assert_snapshot!(check(&notes, &decisions));
}

/// What a decision finds, a story and a planned line find too.
#[test]
fn stories_and_lines_stay_with_mended_words() {
    let mut notes = three();
    notes[0].text = "You stay calm when all is on fire, and always. You explain very hard things simply.".into();
    let spoken_of = all(&[("1", "You stay calm when everything is on fire")]);
    let cut = all(&[("1", "explain very hard things")]);
    let line =
        PlannedLine { id: "l".into(), point: cut.clone(), text: Some("Plainly.".into()), ..PlannedLine::default() };
    let brief = Brief {
        decisions: vec![Decision::Pin { point: spoken_of.clone() }],
        stories: vec![Story { point: spoken_of, did: "I rang the depot.".into(), ..Story::default() }],
        plans: vec![PitchPlan { id: "p".into(), seconds: 60, lines: vec![line], ..PitchPlan::default() }],
        ..Brief::default()
    };
    let report = ENGINE.with_borrow_mut(|engine| engine.analyze(&notes, &brief));
    assert!(report.points[0].pinned && report.obsolete.is_empty());
    let lines = &report.pitches[0].lines;
    assert!(lines.iter().any(|line| line.story && line.point.as_ref() == Some(&report.points[0].id)), "{lines:?}");
    assert!(lines.iter().any(|line| line.edited && line.point.is_some()), "{lines:?}");
    let now: Vec<&str> = report.reworded.iter().flat_map(|r| &r.now).map(|now| now.words.as_str()).collect();
    let mentions: Vec<&str> = report.points.iter().flat_map(|p| &p.mentions).map(|m| m.text.as_str()).collect();
    assert_eq!(now.len(), 2, "{:?}", report.reworded);
    assert!(now.iter().all(|words| mentions.contains(words)), "the page looks for them among the mentions");
}

/// A point with more of the mentions wins; of equals the one that ranks first. The story follows.
#[test]
fn a_story_stands_with_the_point_that_holds_most() {
    let story = |about: &[(&str, &str)]| {
        let story = Story { point: all(about), did: "I rang the depot.".into(), ..Story::default() };
        let plan = PitchPlan { seconds: 120, ..PitchPlan::default() };
        let brief = Brief { stories: vec![story], plans: vec![plan], ..Brief::default() };
        let report = ENGINE.with_borrow_mut(|engine| engine.analyze(&three(), &brief));
        let told = report.pitches[0].lines.iter().find(|line| line.story).and_then(|line| line.point.clone());
        told.and_then(|id| report.points.into_iter().find(|p| p.id == id)).map(|p| p.mentions[0].text.clone())
    };
    let (calm, plain) = ("You stay calm when everything is on fire", "You explain hard things simply");
    assert_eq!(
        story(&[("1", calm), ("1", plain), ("3", "you explain hard things in simple words.")]).as_deref(),
        Some(plain)
    );
    assert_eq!(story(&[("1", plain), ("1", calm)]).as_deref(), Some(calm));
    assert_eq!(story(&[("9", calm)]), None);
}

#[test]
fn the_exact_words_come_before_words_around_them() {
    let notes = notes(&["Keeps angry customers calm. Calm."]);
    let doubted = |words: &str| {
        let report = decided(&notes, &[Decision::Doubt { mention: said("1", words) }]);
        report.doubts.into_iter().map(|d| d.mention.text).collect::<Vec<_>>()
    };
    assert_eq!(doubted("calm"), ["Calm"]);
    assert_eq!(doubted("angry customers"), ["Keeps angry customers calm"]);
}

#[test]
fn the_same_words_said_twice_are_one_to_the_user() {
    let notes = notes(&["You stay calm in a crisis. So: you stay calm in a crisis."]);
    let report = decided(&notes, &[Decision::Doubt { mention: said("1", "you stay calm in a crisis") }]);
    assert_eq!((report.points.len(), report.doubts.len()), (0, 2));
}

#[test]
fn an_empty_name_gives_a_point_its_own_words_back() {
    let point = all(&[("2", "unflappable under pressure")]);
    let names = [
        Decision::Rename { point: point.clone(), label: "Calm".into() },
        Decision::Rename { point, label: " ".into() },
    ];
    assert_eq!(check(&three(), &names[..0]), check(&three(), &names));
    assert_ne!(check(&three(), &names[..1]), check(&three(), &names));
}

#[test]
fn marks_stay_with_the_mentions_they_were_made_for() {
    let calm = all(&[("1", "You stay calm when everything is on fire")]);
    let head = all(&[("3", "You keep your head when everything is on fire")]);
    let report = decided(
        &three(),
        &[
            Decision::Rename { point: head.clone(), label: "Keeps a cool head".into() },
            Decision::Apart { these: head, those: calm },
        ],
    );
    let named = report.points.iter().find(|p| p.renamed).unwrap();
    let notes: Vec<&str> = named.mentions.iter().map(|m| m.note.as_str()).collect();
    assert!(notes.contains(&"3") && !notes.contains(&"1"), "{notes:?}");
}

#[test]
fn a_suggestion_is_settled_by_yes_and_by_no() {
    let all = scorer::personas("own").unwrap().into_iter().map(|(name, persona)| {
        let open = decided(&persona.notes, &[]);
        (name, persona, open)
    });
    let asked: Vec<_> = all.filter(|(.., open)| !open.suggestions.is_empty()).take(3).collect();
    assert_eq!(asked.len(), 3);
    for (name, persona, open) in asked {
        for asked in open.suggestions.iter().take(3) {
            let anchor = |id: &String| open.points.iter().find(|p| p.id == *id).unwrap().anchor();
            let [these, those] = asked.points.each_ref().map(anchor);
            let no = decided(&persona.notes, &[Decision::Apart { these: these.clone(), those: those.clone() }]);
            assert!(no.suggestions.iter().all(|s| s.points != asked.points), "{name}: {asked:?}");
            assert_eq!(grouping(&no), grouping(&open), "{name}");
            let yes = decided(&persona.notes, &[Decision::Merge { these: these.clone(), those: those.clone() }]);
            assert_eq!(yes.points.len() + 1, open.points.len(), "{name}");
            assert!(together(&yes, &these, &those), "{name}");
        }
    }
}

#[test]
fn no_question_is_asked_about_what_is_hidden_or_empty() {
    let (_, persona) = scorer::personas("own").unwrap().swap_remove(0);
    let open = decided(&persona.notes, &[]);
    let ids: BTreeSet<&String> = open.suggestions.iter().flat_map(|s| &s.points).collect();
    let point = |id: &String| open.points.iter().find(|p| p.id == *id).unwrap();
    assert!(!ids.is_empty() && ids.iter().all(|id| !point(id).cliche));
    for id in ids {
        let report = decided(&persona.notes, &[Decision::Hide { point: point(id).anchor() }]);
        assert!(report.suggestions.iter().all(|s| !s.points.contains(id)));
    }
}

/// The points as sets of places.
fn grouping(report: &Report) -> BTreeSet<BTreeSet<(String, usize)>> {
    let places = |p: &Point| p.mentions.iter().map(|m| (m.note.clone(), m.span.start)).collect::<BTreeSet<_>>();
    report.points.iter().map(places).collect()
}

/// Whether all mentions stand in one point.
fn together(report: &Report, these: &PointAnchor, those: &PointAnchor) -> bool {
    report.points.iter().any(|p| these.iter().chain(those).all(|a| p.mentions.iter().any(|m| m.anchor() == *a)))
}

/// What the mentions of a point say, each wording of an interview once: to the user the same words are the same.
fn wordings(point: &Point) -> BTreeSet<Anchor> {
    point.anchor().into_iter().map(|a| Anchor { words: a.words.to_lowercase(), ..a }).collect()
}

/// Sentences as people say them.
fn sentence() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "You calm angry customers.",
        "Calming customers who shout.",
        "You stay calm with customers.",
        "Low staff turnover: nobody leaves you.",
        "You keep your staff.",
        "They liked that you explain hard things simply, and I’m not sure about Excel.",
        "“Great energy!” 🙌",
        "You cut costs by 20%.",
        "He writes short, clear specs; can't say more.",
        "You write clearly.",
        "We are hiring in spring — the budget is tight.",
        "A team player.",
    ])
}

fn interviews() -> impl Strategy<Value = Vec<Note>> {
    let answer =
        prop::collection::vec(prop_oneof![8 => sentence().prop_map(str::to_owned), 1 => any::<String>()], 0..4);
    prop::collection::vec(answer.prop_map(|said| said.join(" ")), 1..6)
        .prop_map(|texts| notes(&texts.iter().map(String::as_str).collect::<Vec<_>>()))
}

/// Numbers that pick a decision and what it speaks of, from a report.
type Choice = (usize, prop::sample::Index, prop::sample::Index, prop::sample::Index, bool);

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(any::<Choice>(), 0..8)
}

/// A decision on what stands in the report, or, where `odd`, on words that may stand nowhere.
fn choose(&(kind, one, other, mention, odd): &Choice, report: &Report) -> Option<Decision> {
    if report.points.is_empty() {
        return None;
    }
    let point = |index: prop::sample::Index| {
        let mut anchor = index.get(&report.points).anchor();
        if odd {
            anchor.push(said("1", "You"));
            anchor.push(said("gone", "You write"));
        }
        anchor
    };
    let (these, those) = (point(one), point(other));
    let doubts = report.doubts.iter().map(|d| &d.mention).chain(report.dropped.iter().map(|d| &d.mention));
    let mentions: Vec<Anchor> =
        doubts.chain(report.points.iter().flat_map(|p| &p.mentions)).map(refrain_core::Mention::anchor).collect();
    let mention = mention.get(&mentions).clone();
    Some(match kind % 9 {
        0 => Decision::Merge { these, those },
        1 => Decision::Apart { these: these[..1].to_vec(), those },
        2 => Decision::Move { mention, to: those },
        3 => Decision::Rename { point: these, label: "My name for it".into() },
        4 => Decision::Hide { point: these },
        5 => Decision::Pin { point: these },
        6 => Decision::Doubt { mention },
        7 => Decision::Strength { mention },
        _ => Decision::NotCliche { point: these },
    })
}

/// Decisions made one after the other, each on the report that the user then sees.
fn chosen(notes: &[Note], choices: &[Choice]) -> Vec<Decision> {
    let mut decisions = Vec::new();
    for choice in choices {
        decisions.extend(choose(choice, &decided(notes, &decisions)));
    }
    decisions
}

fn consistent(report: &Report) -> Result<(), TestCaseError> {
    let mut places = BTreeSet::new();
    for point in &report.points {
        prop_assert!(!point.mentions.is_empty());
        let interviews: BTreeSet<&str> = point.mentions.iter().map(|m| m.note.as_str()).collect();
        prop_assert_eq!(point.interviews, interviews.len());
        prop_assert_eq!(point.companies, interviews.len());
        prop_assert_eq!(&point.id, &format!("{}@{}", point.mentions[0].note, point.mentions[0].span.start));
        prop_assert!(point.renamed || point.mentions.iter().any(|m| m.text == point.label));
    }
    let praise = report.points.iter().flat_map(|p| &p.mentions);
    let doubts = report.doubts.iter().map(|d| &d.mention);
    for mention in praise.chain(doubts).chain(report.dropped.iter().map(|d| &d.mention)) {
        for at in mention.span.start..mention.span.end {
            prop_assert!(places.insert((&mention.note, at)), "{:?} stands in two places", mention);
        }
    }
    let order = |p: &Point| (p.hidden, !p.pinned, p.cliche, std::cmp::Reverse(p.interviews));
    prop_assert!(report.points.is_sorted_by_key(order));
    prop_assert!(report.points.windows(2).all(|pair| pair[0].before(&pair[1]).is_some()));
    let hidden: Vec<&String> = report.points.iter().filter(|p| p.hidden).map(|p| &p.id).collect();
    prop_assert!(report.pitch.iter().all(|line| !hidden.contains(&&line.point)));
    prop_assert!(report.obsolete.is_sorted_by_key(|o| o.decision));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_decisions_leave_a_consistent_report(before in interviews(), after in interviews(), choices in choices()) {
        let decisions = chosen(&before, &choices);
        consistent(&decided(&before, &decisions))?;
        // The same decisions over other answers under the same ids.
        consistent(&decided(&after, &decisions))?;
    }

    #[test]
    fn what_was_just_decided_is_not_obsolete(notes in interviews(), choices in choices()) {
        let plain: Vec<Choice> = choices.into_iter().map(|(kind, one, other, mention, _)| (kind, one, other, mention, false)).collect();
        let report = decided(&notes, &[]);
        for decision in plain.iter().filter_map(|choice| choose(choice, &report)) {
            let about_nothing = match &decision {
                Decision::Move { mention, to } => !report.points.iter().any(|p| p.anchor().contains(mention)) || to.contains(mention),
                _ => false,
            };
            prop_assert!(about_nothing || decided(&notes, std::slice::from_ref(&decision)).obsolete.is_empty(), "{:?}", decision);
        }
    }

    #[test]
    fn the_order_of_interviews_changes_no_point(mut notes in interviews(), choices in choices()) {
        let decisions = chosen(&notes, &choices);
        let forward = grouping(&decided(&notes, &decisions));
        notes.reverse();
        prop_assert_eq!(forward, grouping(&decided(&notes, &decisions)));
    }

    #[test]
    fn two_points_merged_are_one(notes in interviews(), one in any::<prop::sample::Index>(), other in any::<prop::sample::Index>()) {
        let report = decided(&notes, &[]);
        prop_assume!(!report.points.is_empty());
        let (these, those) = (one.get(&report.points).anchor(), other.get(&report.points).anchor());
        let merged = decided(&notes, &[Decision::Merge { these: these.clone(), those: those.clone() }]);
        prop_assert!(together(&merged, &these, &those));
    }

    #[test]
    fn what_was_parted_stays_apart_when_more_is_said(
        notes in interviews(), more in interviews(), one in any::<prop::sample::Index>(), how_many in 1usize..3,
    ) {
        let report = decided(&notes, &[]);
        let several: Vec<PointAnchor> =
            report.points.iter().map(wordings).filter(|all| all.len() > 1).map(|all| all.into_iter().collect()).collect();
        prop_assume!(!several.is_empty());
        let all = one.get(&several);
        let (these, those) = all.split_at(how_many.min(all.len() - 1));
        let decisions = [Decision::Apart { these: these.to_vec(), those: those.to_vec() }];
        let added = more.into_iter().map(|n| Note { id: format!("new {}", n.id), ..n });
        let grown: Vec<Note> = notes.iter().cloned().chain(added).collect();
        for notes in [&notes, &grown] {
            let holds = |p: &Point, side: &[Anchor]| side.iter().any(|a| wordings(p).contains(a));
            let report = decided(notes, &decisions);
            prop_assert!(!report.points.iter().any(|p| holds(p, these) && holds(p, those)));
        }
    }

    #[test]
    fn an_edit_elsewhere_keeps_decisions(notes in interviews(), choices in choices(), said in sentence()) {
        let plain: Vec<Choice> = choices.into_iter().map(|(kind, one, other, mention, _)| (kind, one, other, mention, false)).collect();
        let decisions = chosen(&notes, &plain);
        let lost = |notes: &[Note]| decided(notes, &decisions).obsolete;
        let mut edited = notes.clone();
        for note in &mut edited {
            note.text = format!("{said}\n{}\nYou ran the late shift alone.", note.text);
        }
        let before: Vec<_> = lost(&notes).into_iter().filter(|o| o.reason == ObsoleteReason::WordsGone).collect();
        let after: Vec<_> = lost(&edited).into_iter().filter(|o| o.reason == ObsoleteReason::WordsGone).collect();
        prop_assert_eq!(before, after);
    }
}
