//! The plan for one role: what they need, what of mine meets it, where there is nothing to show, and the first 90 days.

use std::rc::Rc;

use refrain_core::{Mention, Met, Point, PointAnchor, Report, Role};

use super::decide::{NewId, title};
use super::record::{Key, Kind};
use super::{AboutNeed, Action, Date, Plan, Story, meant};
use crate::text::{fold, listed};

/// More needs than anybody reads, let alone answers.
pub const MOST_NEEDS: usize = 40;
/// The most words of a heading.
const HEADING: usize = 4;

/// Names of the three fields about the first 90 days, and what to ask oneself.
pub const MONTHS: [(&str, &str); 3] = [
    ("In the first month", "Whom would you listen to, and what would you go and see?"),
    ("In the second", "What would you put right first, and how would they notice?"),
    ("In the third", "What would run without you by then? A number says it best."),
];

/// A need of the plan, and what the plan says to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered<'a> {
    pub need: String,
    /// What meets it: those that the user named, then those that the engine found. Empty where there is nothing to show.
    pub met_by: Vec<MetBy<'a>>,
    /// The user's own words.
    pub own: &'a str,
}

/// A point that meets a need.
#[derive(Debug, Clone, PartialEq)]
pub struct MetBy<'a> {
    pub point: &'a Point,
    /// Of its mentions the one that comes nearest to the need.
    pub mention: &'a Mention,
    /// The user named it.
    pub by_hand: bool,
}

/// What somebody asks for, one need each: lines and bullets; a line that is no bullet by its sentences. Headings, and what was there
/// before, are left out.
#[must_use]
pub fn needs(asks: &str) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    let mut add = |need: &str| {
        let need = need.trim().trim_end_matches(['.', ';', ',']).trim_end();
        let is_new = !needs.iter().any(|other| is_same(other, need));
        if need.chars().any(|c| c.is_ascii_alphanumeric() || !c.is_ascii()) && is_new && needs.len() < MOST_NEEDS {
            needs.push(need.to_owned());
        }
    };
    let lines = || asks.lines().map(|line| without_bullet(line.trim().trim_matches(['_', '#']).trim()));
    let has_bullets = lines().any(|(_, is_bullet)| is_bullet);
    for (words, is_bullet) in lines() {
        let words = words.trim_matches('*').trim();
        // Among bullets a few words by themselves are a heading: "About the role".
        let is_short = words.split_whitespace().count() <= HEADING && !words.ends_with(['.', '!', '?', ';']);
        if words.ends_with(':') || has_bullets && !is_bullet && is_short {
            continue;
        }
        if is_bullet {
            add(words);
        } else {
            sentences(words).into_iter().for_each(&mut add);
        }
    }
    needs
}

/// The line without what stands in front of a bullet or a numbered line, and whether there was any.
fn without_bullet(line: &str) -> (&str, bool) {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if number.len() < line.len() {
        number.strip_prefix(['.', ')']).filter(|rest| rest.starts_with(char::is_whitespace))
    } else {
        // "**Requirements**" is no bullet.
        line.strip_prefix(['-', '–', '—', '•', '·', '*', '‣', '◦', '●', '▪', '○', '✓', '✔'])
            .filter(|rest| !rest.starts_with('*'))
    };
    rest.map_or((line, false), |rest| (rest.trim(), true))
}

/// Cut behind full stops and the like, where a capital or a figure follows. ASCII's are enough, and spare the page Unicode's tables; any letter
/// beyond counts as a capital.
fn sentences(line: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut start = 0;
    for (at, end) in line.match_indices(['.', '!', '?', ';']) {
        let behind = at + end.len();
        let next = line[behind..].trim_start();
        let is_gap = next.len() < line[behind..].len();
        // "e.g. Python": what ends there is no sentence.
        let is_short = line[start..at].rsplit([' ', '.']).next().is_some_and(|word| word.chars().count() < 2);
        let begins = next.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || !c.is_ascii());
        if is_gap && (end == ";" || begins && !is_short) {
            all.push(&line[start..behind]);
            start = behind;
        }
    }
    all.push(&line[start..]);
    all
}

/// Neither case nor white space makes another need of it.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| fold(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    plain(one) == plain(other)
}

/// A need as part of an id, which two needs never share: "c-_2b_2b" of "C ++".
#[must_use]
pub fn key(need: &str) -> String {
    let mut key = String::new();
    for sign in fold(&need.split_whitespace().collect::<Vec<_>>().join("-")).chars() {
        if sign.is_ascii_alphanumeric() || sign == '-' || !sign.is_ascii() {
            key.push(sign);
        } else {
            key.push_str(&format!("_{:x}", u32::from(sign)));
        }
    }
    key
}

/// What the engine hears of a plan.
#[must_use]
pub fn role(plan: &Plan) -> Role {
    let points = plan.about.iter().flat_map(|about| about.met_by.iter().chain(&about.not_met_by)).cloned();
    Role { id: plan.id.clone(), needs: needs(&plan.asks), points: points.collect() }
}

/// The needs of the plan as it stands, with what the report says to them. A need that the report has not heard of yet is met by what the
/// user named alone.
#[must_use]
pub fn answered<'a>(plan: &'a Plan, report: &'a Report) -> Vec<Answered<'a>> {
    const NOTHING: &AboutNeed = &AboutNeed {
        need: String::new(),
        left_out: false,
        met_by: Vec::new(),
        not_met_by: Vec::new(),
        own: String::new(),
    };
    let found = report.fits.iter().find(|fit| fit.role == plan.id).map_or(&[][..], |fit| &fit.needs);
    let stand = needs(&plan.asks).into_iter().map(|need| (about(plan, &need).unwrap_or(NOTHING), need));
    let shown = stand.filter(|(about, _)| !about.left_out);
    shown
        .map(|(about, need)| {
            let engine = found.iter().find(|found| found.need == need).map_or(&[][..], |found| &found.met);
            Answered { met_by: met_by(about, engine, report), need, own: &about.own }
        })
        .collect()
}

/// The needs that the user left out, in the order of the plan.
#[must_use]
pub fn left_out(plan: &Plan) -> Vec<String> {
    needs(&plan.asks).into_iter().filter(|need| about(plan, need).is_some_and(|about| about.left_out)).collect()
}

fn about<'a>(plan: &'a Plan, need: &str) -> Option<&'a AboutNeed> {
    plan.about.iter().find(|about| is_same(&about.need, need))
}

fn met_by<'a>(about: &AboutNeed, engine: &'a [Met], report: &'a Report) -> Vec<MetBy<'a>> {
    let point = |at: usize| report.points.get(at);
    let of = |met: &'a Met| {
        let point = report.points.iter().find(|point| point.id == met.point)?;
        Some(MetBy { point, mention: &met.mention, by_hand: false })
    };
    let named = about.met_by.iter().filter_map(|anchor| {
        let point = meant(anchor, report).and_then(point)?;
        let nearest = engine.iter().find(|met| met.point == point.id).map(|met| &met.mention);
        Some(MetBy { point, mention: nearest.or(point.mentions.first())?, by_hand: true })
    });
    let struck: Vec<usize> = about.not_met_by.iter().filter_map(|anchor| meant(anchor, report)).collect();
    let is_struck = |met: &MetBy<'_>| struck.iter().filter_map(|at| point(*at)).any(|point| point.id == met.point.id);
    let mut all: Vec<MetBy<'a>> = Vec::new();
    for met in named.chain(engine.iter().filter_map(of).filter(|met| !is_struck(met))) {
        if !met.point.hidden && !all.iter().any(|other| other.point.id == met.point.id) {
            all.push(met);
        }
    }
    all
}

/// Points that can be named for a need, in rank order: empty praise meets nothing.
pub fn choices<'a>(report: &'a Report, answered: &Answered<'_>) -> Vec<&'a Point> {
    let is_named = |point: &&Point| answered.met_by.iter().any(|met| met.point.id == point.id);
    report.points.iter().filter(|point| !point.hidden && !point.cliche && !is_named(point)).collect()
}

/// Keeps a plan as it was typed. `None` where it says neither a role nor what is asked for.
#[must_use]
pub fn keep(plan: &Plan, today: Option<Date>, new_id: NewId) -> Option<Action> {
    let mut plan = plan.clone();
    for field in [&mut plan.role, &mut plan.company, &mut plan.asks].into_iter().chain(&mut plan.months) {
        *field = field.trim().to_owned();
    }
    if plan.role.is_empty() && plan.asks.is_empty() {
        return None;
    }
    let verb = if plan.id.is_empty() { "Kept" } else { "Changed" };
    if plan.id.is_empty() {
        plan.id = new_id(0);
        plan.made = today;
    }
    Some(put(format!("{verb} the plan for {}", name(&plan)), plan))
}

#[must_use]
pub fn delete(plan: &Plan) -> Action {
    let key = Key { kind: Kind::Plan, id: plan.id.clone() };
    Action::Change { what: format!("Deleted the plan for {}", name(plan)), changes: vec![(key, None)] }
}

/// "Head of support, Larkspur Pumps".
#[must_use]
pub fn name(plan: &Plan) -> String {
    match (plan.role.as_str(), plan.company.as_str()) {
        ("", "") => "a role".to_owned(),
        (role, company) => listed(&[role, company]),
    }
}

/// This point meets the need, whatever the engine says.
#[must_use]
pub fn choose(plan: &Plan, need: &str, point: &Point, report: &Report) -> Action {
    let what = format!("Set {} beside {}", title(&point.label), title(need));
    say(plan, need, what, |about| {
        forget(&mut about.not_met_by, point, report);
        forget(&mut about.met_by, point, report);
        about.met_by.push(point.anchor());
    })
}

/// It does not, whatever the engine says.
#[must_use]
pub fn strike(plan: &Plan, need: &str, point: &Point, report: &Report) -> Action {
    let what = format!("Took {} away from {}", title(&point.label), title(need));
    say(plan, need, what, |about| {
        forget(&mut about.met_by, point, report);
        forget(&mut about.not_met_by, point, report);
        about.not_met_by.push(point.anchor());
    })
}

fn forget(anchors: &mut Vec<PointAnchor>, point: &Point, report: &Report) {
    anchors.retain(|anchor| {
        meant(anchor, report).and_then(|at| report.points.get(at)).is_none_or(|meant| meant.id != point.id)
    });
}

#[must_use]
pub fn leave_out(plan: &Plan, need: &str) -> Action {
    say(plan, need, format!("Left {} out of the plan", title(need)), |about| about.left_out = true)
}

#[must_use]
pub fn bring_back(plan: &Plan, need: &str) -> Action {
    say(plan, need, format!("Brought {} back", title(need)), |about| about.left_out = false)
}

/// Keeps the user's own words to a need; empty ones take them away.
#[must_use]
pub fn write(plan: &Plan, need: &str, own: &str) -> Action {
    let own = own.trim();
    let verb = if own.is_empty() { "Deleted" } else { "Kept" };
    say(plan, need, format!("{verb} what you wrote to {}", title(need)), |about| about.own = own.to_owned())
}

/// Changes what was said about a need. What says nothing is not kept.
fn say(plan: &Plan, need: &str, what: String, change: impl FnOnce(&mut AboutNeed)) -> Action {
    let mut plan = plan.clone();
    let mut about = about(&plan, need).cloned().unwrap_or_default();
    plan.about.retain(|other| !is_same(&other.need, need));
    about.need = need.to_owned();
    change(&mut about);
    if about != (AboutNeed { need: need.to_owned(), ..AboutNeed::default() }) {
        plan.about.push(about);
    }
    put(what, plan)
}

fn put(what: String, plan: Plan) -> Action {
    let key = Key { kind: Kind::Plan, id: plan.id.clone() };
    Action::Change { what, changes: vec![(key, Some(plan.into()))] }
}

/// The plans that have all the words in what the user wrote or pasted, the newest first.
#[must_use]
pub fn found<'p>(plans: &'p [Rc<Plan>], words: &str) -> Vec<&'p Rc<Plan>> {
    let words = fold(words);
    let has = |plan: &&Rc<Plan>| {
        let text = fold(
            &[plan.role.as_str(), &plan.company, &plan.asks]
                .into_iter()
                .chain(plan.months.iter().map(String::as_str))
                .chain(plan.about.iter().map(|about| about.own.as_str()))
                .collect::<Vec<_>>()
                .join(" "),
        );
        words.split_whitespace().all(|word| text.contains(word))
    };
    plans.iter().rev().filter(has).collect()
}

/// The user's stories for a point.
pub fn stories_for<'s>(
    point: &Point,
    report: &Report,
    stories: &'s [Rc<Story>],
) -> impl Iterator<Item = &'s Rc<Story>> {
    let is_meant = |story: &Story| {
        meant(&story.point, report).and_then(|at| report.points.get(at)).is_some_and(|meant| meant.id == point.id)
    };
    stories.iter().filter(move |story| is_meant(story))
}

/// A story in a row.
#[must_use]
pub fn sentences_of(story: &Story) -> String {
    let parts = [&story.happened, &story.did, &story.result];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use refrain_core::{Fit, Needed};

    use super::super::examples::{mention, point};
    use super::super::{State, reduce};
    use super::*;

    const ASKS: &str = "Calm angry customers. Coach the team";

    fn report() -> Report {
        let points = vec![
            point("calm", &[mention("a", "you calm people"), mention("b", "stays calm")]),
            point("coach", &[mention("a", "a born coach")]),
            Point { cliche: true, ..point("nice", &[mention("c", "so nice")]) },
        ];
        let met =
            |at: usize, said: usize| Met { point: points[at].id.clone(), mention: points[at].mentions[said].clone() };
        let needs = vec![
            Needed { need: "Calm angry customers".into(), met: vec![met(0, 1), met(1, 0)] },
            Needed { need: "Coach the team".into(), met: Vec::new() },
        ];
        Report { fits: vec![Fit { role: "p".into(), needs }], points, ..Report::default() }
    }

    fn plan() -> Plan {
        Plan { id: "p".into(), role: "Head of support".into(), asks: ASKS.into(), ..Plan::default() }
    }

    fn after(plan: Plan, acts: &[&dyn Fn(&Plan) -> Action]) -> Plan {
        let state = reduce(&State::default(), put(String::new(), plan));
        let state = acts.iter().fold(state, |state, act| reduce(&state, act(&state.mine.papers().plans()[0])));
        (*state.mine.papers().plans()[0]).clone()
    }

    /// Each need with what meets it, the user's own choices with a star.
    fn check(plan: &Plan) -> String {
        let report = report();
        let all = answered(plan, &report);
        let points = |met: &[MetBy<'_>]| {
            met.iter()
                .map(|met| format!("{}{}", if met.by_hand { "*" } else { "" }, met.point.id))
                .collect::<Vec<_>>()
                .join(" ")
        };
        all.iter().map(|a| format!("{}: {}", a.need, points(&a.met_by))).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn needs_are_lines_bullets_and_sentences() {
        for (asks, expected) in [
            ("", ""),
            ("What you bring:\n- Calm. Really calm.\n• SQL;\n3) French\n", "Calm. Really calm|SQL|French"),
            (
                "You lead a team. You know e.g. Python; Own the budget!",
                "You lead a team|You know e.g. Python|Own the budget!",
            ),
            ("**Requirements:**\n\n  * Coach\n  * coach \n---\n", "Coach"),
            ("5 years of sales", "5 years of sales"),
            ("About the role\nYou lead a small team of three.\n- SQL\nBenefits", "You lead a small team of three|SQL"),
            ("**Coach**\n**SQL**", "Coach|SQL"),
            ("Über Kopf. Übung macht", "Über Kopf|Übung macht"),
        ] {
            assert_eq!(needs(asks).join("|"), expected, "{asks:?}");
        }
        assert_eq!(needs(&(0..99).map(|n| format!("need {n}\n")).collect::<String>()).len(), MOST_NEEDS);
    }

    #[test]
    fn no_two_needs_share_a_key() {
        let keys = ["C", "C++", "C#", "C ++", "c 2b", "C_2b", "Über"].map(key);
        assert_eq!(keys[1], "c_2b_2b");
        assert!(keys.iter().enumerate().all(|(at, one)| !keys[at + 1..].contains(one)), "{keys:?}");
    }

    #[test]
    fn what_the_engine_found_stands_beside_each_need() {
        assert_eq!(check(&plan()), "Calm angry customers: calm coach; Coach the team: ");
        let (plan, report) = (plan(), report());
        assert_eq!(answered(&plan, &report)[0].met_by[0].mention.text, "stays calm");
        let choices: Vec<&str> = choices(&report, &answered(&plan, &report)[1]).iter().map(|p| p.id.as_str()).collect();
        assert_eq!(choices, ["calm", "coach"], "empty praise meets nothing");
    }

    #[test]
    fn what_the_user_sets_right_holds() {
        let report = report();
        let (calm, coach) = (&report.points[0], &report.points[1]);
        let plan = after(
            plan(),
            &[
                &|plan| strike(plan, "Calm angry customers", coach, &report),
                &|plan| choose(plan, "Coach the team", calm, &report),
                &|plan| choose(plan, "coach  the TEAM", coach, &report),
            ],
        );
        assert_eq!(check(&plan), "Calm angry customers: calm; Coach the team: *calm *coach");
        let back = after(
            plan,
            &[&|plan| choose(plan, "Calm angry customers", coach, &report), &|plan| {
                strike(plan, "Coach the team", calm, &report)
            }],
        );
        assert_eq!(check(&back), "Calm angry customers: *coach calm; Coach the team: *coach");
    }

    #[test]
    fn a_need_left_out_comes_back_with_all_that_was_said_about_it() {
        let out = after(
            plan(),
            &[&|plan| write(plan, "Coach the team", " I would ask for a mentor. "), &|plan| {
                leave_out(plan, "Coach the team")
            }],
        );
        assert_eq!(
            (check(&out).as_str(), left_out(&out)),
            ("Calm angry customers: calm coach", vec!["Coach the team".into()])
        );
        let back = after(out, &[&|plan| bring_back(plan, "Coach the team")]);
        assert_eq!(answered(&back, &report())[1].own, "I would ask for a mentor.");
        let bare = after(back, &[&|plan| write(plan, "Coach the team", "")]);
        assert_eq!(bare.about, []);
    }

    #[test]
    fn a_plan_needs_a_role_or_what_is_asked_for() {
        let id: NewId = |_| "new".into();
        assert!(keep(&Plan { company: "Larkspur".into(), ..Plan::default() }, None, id).is_none());
        let Some(act) =
            keep(&Plan { role: " Head of support ".into(), ..Plan::default() }, Date::from_iso("2026-03-04"), id)
        else {
            panic!("it has a role");
        };
        let state = reduce(&State::default(), act);
        let kept = &state.mine.papers().plans()[0];
        assert_eq!(
            (kept.id.as_str(), kept.role.as_str(), kept.made),
            ("new", "Head of support", Date::from_iso("2026-03-04"))
        );
        assert_eq!(state.notice.as_deref(), Some("Kept the plan for Head of support."));
        let gone = reduce(&state, delete(kept));
        assert!(gone.mine.papers().plans().is_empty());
        assert_eq!(reduce(&gone, Action::Undo).mine.papers().plans().len(), 1);
    }

    #[test]
    fn plans_are_found_by_any_of_their_words() {
        let own = AboutNeed { own: "I would ask for a mentor.".into(), ..AboutNeed::default() };
        let deputy = Plan { id: "q".into(), role: "Émile’s deputy".into(), about: vec![own], ..Plan::default() };
        let plans = [Rc::new(plan()), Rc::new(deputy)];
        let ids = |words: &str| found(&plans, words).iter().map(|plan| plan.id.clone()).collect::<String>();
        assert_eq!(
            (ids(""), ids("emile"), ids("coach HEAD"), ids("mentor"), ids("nurse")),
            ("qp".into(), "q".into(), "p".into(), "q".into(), String::new())
        );
    }
}
