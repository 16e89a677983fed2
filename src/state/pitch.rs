//! What the user does to a pitch: edit a line, move it, pin it, leave it out, add one, keep a version.
//!
//! Each function gives the act, to be dispatched; nothing is changed here.

use refrain_core::{Pitch, PlannedLine, Point, Report, SpokenLine};

use super::Action;
use super::decide::title;
use super::papers::{Papers, Settings, Version};
use super::record::{Key, Record};

/// The lengths that a pitch can have, in seconds.
pub const LENGTHS: [u32; 4] = [15, 30, 60, 120];

/// Slower or faster than these nobody speaks.
pub const WORDS_A_MINUTE: std::ops::RangeInclusive<u32> = 60..=260;

/// Why a version cannot have a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    Empty,
    Taken,
}

/// The lines that are said, in the order that the version asks for, which may be ahead of what the engine composed last. Places are taken
/// as the engine takes them: the lines without a place stand in their order, and each of the others is put among them.
#[must_use]
pub fn in_order<'p>(version: &Version, pitch: &'p Pitch) -> Vec<&'p SpokenLine> {
    let (mut order, mut placed) = (Vec::new(), Vec::new());
    for line in &pitch.lines {
        match version.lines.iter().find(|planned| planned.id == line.id) {
            // What was left out or removed a moment ago is not said any more.
            Some(planned) if planned.left_out => {}
            None if line.point.is_none() => {}
            Some(PlannedLine { at: Some(at), .. }) => placed.push((*at, line)),
            _ => order.push(line),
        }
    }
    placed.sort_by_key(|&(at, _)| at);
    for (at, line) in placed {
        let at = usize::try_from(at).unwrap_or(usize::MAX).min(order.len());
        order.insert(at, line);
    }
    order
}

/// Keeps the user's wording of a line. The engine's own wording, or nothing, gives the line back to the engine. `None` if that is how it
/// is already.
#[must_use]
pub fn reword(version: &Version, report: &Report, line: &SpokenLine, text: &str) -> Option<Action> {
    let text = on_one_line(text);
    let is_as_before = line.offered.is_none() && text == on_one_line(&line.text);
    let is_the_engines = line.point.is_some() && !line.edited;
    if is_as_before || is_the_engines && text.is_empty() {
        return None;
    }
    if line.point.is_none() && text.is_empty() {
        return Some(remove(version, line));
    }
    let offer = offer(report, line);
    let is_own = line.point.is_none() || !text.is_empty() && text != offer;
    Some(change_line(version, report, line, "Changed a line of the pitch", |planned| {
        planned.text = is_own.then(|| text.clone());
        planned.offered = if is_own { offer.clone() } else { String::new() };
    }))
}

/// Takes the engine's wording of today in place of the user's.
#[must_use]
pub fn use_offer(version: &Version, report: &Report, line: &SpokenLine) -> Action {
    change_line(version, report, line, "Took their words for a line", |planned| {
        planned.text = None;
        planned.offered.clear();
    })
}

/// Keeps the user's wording, now that the engine's has changed.
#[must_use]
pub fn keep_mine(version: &Version, report: &Report, line: &SpokenLine) -> Action {
    let offer = line.offered.clone().unwrap_or_default();
    change_line(version, report, line, "Kept your wording", |planned| planned.offered.clone_from(&offer))
}

#[must_use]
pub fn pin(version: &Version, report: &Report, line: &SpokenLine) -> Action {
    let what = if line.pinned { "Unpinned a line" } else { "Pinned a line: it is said at every length" };
    change_line(version, report, line, what, |planned| planned.pinned = !line.pinned)
}

#[must_use]
pub fn leave_out(version: &Version, report: &Report, line: &SpokenLine) -> Action {
    change_line(version, report, line, "Left a line out", |planned| {
        planned.left_out = true;
        planned.pinned = false;
    })
}

/// Brings a line back that was left out, or that did not fit.
#[must_use]
pub fn bring_back(version: &Version, report: &Report, line: &SpokenLine) -> Action {
    change_line(version, report, line, "Brought a line back", |planned| {
        planned.pinned = !planned.left_out;
        planned.left_out = false;
    })
}

/// Moves the line with the id `moved` to the place of the line `onto`.
#[must_use]
pub fn move_line(version: &Version, report: &Report, pitch: &Pitch, moved: &str, onto: &str) -> Action {
    let mut lines = in_order(version, pitch);
    let place = |id: &str| lines.iter().position(|line| line.id == id);
    if let (Some(from), Some(to)) = (place(moved), place(onto)) {
        let line = lines.remove(from);
        lines.insert(to, line);
    }
    change(version, "Moved a line", |version| {
        for (at, line) in lines.iter().enumerate() {
            let is_placed = version.lines.iter().any(|planned| planned.id == line.id && planned.at.is_some());
            if line.id == moved || is_placed {
                planned(version, report, line).at = u32::try_from(at).ok();
            }
        }
    })
}

/// Adds a line of the user's own, as the last. `None` if it is empty.
#[must_use]
pub fn add(version: &Version, id: String, text: &str) -> Option<Action> {
    let text = on_one_line(text);
    (!text.is_empty()).then(|| {
        change(version, "Added a line of your own", |version| {
            version.lines.push(PlannedLine { id, text: Some(text), pinned: true, ..PlannedLine::default() });
        })
    })
}

/// Takes a line of the user's own away.
#[must_use]
pub fn remove(version: &Version, line: &SpokenLine) -> Action {
    change(version, "Removed a line", |version| version.lines.retain(|planned| planned.id != line.id))
}

/// Has a point said at every length. Where the engine has no sentence for it, the words stand as they were said, for the user to finish.
#[must_use]
pub fn adopt(version: &Version, report: &Report, point: &Point) -> Action {
    let composed = composed(report, version);
    let line = composed.and_then(|pitch| {
        pitch.lines.iter().chain(&pitch.left_out).find(|line| line.point.as_ref() == Some(&point.id))
    });
    let is_speechless = line.is_none() && point.interviews > 1;
    let id = line.map_or(&point.id, |line| &line.id).clone();
    let line = SpokenLine { id, point: Some(point.id.clone()), ..SpokenLine::default() };
    change_line(version, report, &line, "Added their words to the pitch", |planned| {
        planned.pinned = true;
        planned.left_out = false;
        planned.text = is_speechless.then(|| point.label.clone());
        planned.offered.clear();
    })
}

#[must_use]
pub fn set_length(version: &Version, seconds: u32) -> Action {
    change(version, format!("The pitch may take {seconds} seconds"), |version| version.seconds = seconds)
}

/// Keeps the pitch as it is under a name, and shows it.
///
/// # Errors
/// The name is empty, or another version has it.
pub fn keep_as(papers: &Papers, id: String, name: &str) -> Result<Action, BadName> {
    let name = usable(papers, &id, name)?;
    let what = format!("Kept the version {}", title(&name));
    let version = Version { id: id.clone(), name, ..(*papers.version()).clone() };
    let settings = Settings { version: id, ..(*papers.settings()).clone() };
    Ok(Action::Change { what, changes: vec![put(version), put(settings)] })
}

/// # Errors
/// The name is empty, or another version has it.
pub fn rename(papers: &Papers, version: &Version, name: &str) -> Result<Action, BadName> {
    let name = usable(papers, &version.id, name)?;
    let what = format!("Renamed the version to {}", title(&name));
    // The first version is called what it is called without having been named.
    let is_kept = name == name_of(version);
    Ok(change(version, what, |version| {
        if !is_kept {
            version.name = name;
        }
    }))
}

/// Deletes a named version; the unnamed one is shown in its place.
#[must_use]
pub fn delete(papers: &Papers, version: &Version) -> Action {
    let settings = Settings { version: String::new(), ..(*papers.settings()).clone() };
    let key = Record::from(version.clone()).key();
    Action::Change {
        what: format!("Deleted the version {}", title(name_of(version))),
        changes: vec![(key, None), put(settings)],
    }
}

/// Shows another version.
#[must_use]
pub fn show(papers: &Papers, id: &str) -> Action {
    let name = papers.versions().iter().find(|version| version.id == id).map(|version| title(name_of(version)));
    let settings = Settings { version: id.to_owned(), ..(*papers.settings()).clone() };
    Action::Change { what: format!("Showing {}", name.unwrap_or_default()), changes: vec![put(settings)] }
}

/// `None` if what was typed is no pace at which people speak.
#[must_use]
pub fn set_pace(papers: &Papers, typed: &str) -> Option<Action> {
    let pace = typed.trim().parse().ok().filter(|pace| WORDS_A_MINUTE.contains(pace))?;
    let settings = Settings { words_a_minute: pace, ..(*papers.settings()).clone() };
    Some(Action::Change { what: format!("Your pace is {pace} words a minute"), changes: vec![put(settings)] })
}

/// What a version is called on the screen.
#[must_use]
pub fn name_of(version: &Version) -> &str {
    if version.name.is_empty() { "My pitch" } else { &version.name }
}

/// What the engine composed for this version, if it has done so.
#[must_use]
pub fn composed<'r>(report: &'r Report, version: &Version) -> Option<&'r Pitch> {
    report.pitches.iter().find(|pitch| pitch.plan == version.id)
}

/// The name as it can be kept for the version with this id.
fn usable(papers: &Papers, id: &str, name: &str) -> Result<String, BadName> {
    let name = on_one_line(name);
    if name.is_empty() {
        return Err(BadName::Empty);
    }
    let is_taken = |version: &Version| version.id != id && name_of(version).eq_ignore_ascii_case(&name);
    if papers.versions().iter().any(|version| is_taken(version)) { Err(BadName::Taken) } else { Ok(name) }
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The engine's wording of the line's point today.
fn offer(report: &Report, line: &SpokenLine) -> String {
    if let Some(offered) = &line.offered {
        return offered.clone();
    }
    if !line.edited {
        return line.text.clone();
    }
    let plain = report.pitch.iter().find(|other| Some(&other.point) == line.point.as_ref());
    plain.map(|line| line.text.clone()).unwrap_or_default()
}

fn change_line(
    version: &Version,
    report: &Report,
    line: &SpokenLine,
    what: &str,
    then: impl FnOnce(&mut PlannedLine),
) -> Action {
    change(version, what, |version| then(planned(version, report, line)))
}

fn change(version: &Version, what: impl Into<String>, then: impl FnOnce(&mut Version)) -> Action {
    let mut version = version.clone();
    then(&mut version);
    Action::Change { what: what.into(), changes: vec![put(version)] }
}

/// The plan for this line, made where there is none yet.
fn planned<'v>(version: &'v mut Version, report: &Report, line: &SpokenLine) -> &'v mut PlannedLine {
    let place = version.lines.iter().position(|planned| planned.id == line.id).unwrap_or_else(|| {
        let point = report.points.iter().find(|point| Some(&point.id) == line.point.as_ref());
        version.lines.push(PlannedLine {
            id: line.id.clone(),
            point: point.map(Point::anchor).unwrap_or_default(),
            ..PlannedLine::default()
        });
        version.lines.len() - 1
    });
    &mut version.lines[place]
}

fn put<T: Into<Record>>(record: T) -> (Key, Option<Record>) {
    let record = record.into();
    (record.key(), Some(record))
}

#[cfg(test)]
mod tests {
    use refrain_core::{Mention, PitchLine, Span, Why};

    use super::super::{State, reduce};
    use super::*;

    fn line(point: &str) -> SpokenLine {
        SpokenLine { id: point.into(), text: format!("I {point}."), point: Some(point.into()), ..SpokenLine::default() }
    }

    fn report(points: &[&str]) -> Report {
        let span = Span { start: 0, end: 1 };
        let mention = |id: &str| Mention { note: "n".into(), span, context: span, text: format!("you {id}") };
        let point = |id: &&str| Point {
            id: (*id).into(),
            label: (*id).into(),
            interviews: 2,
            people: 2,
            companies: 2,
            cliche: false,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: vec![mention(id)],
            why: Why::default(),
        };
        let lines = points.iter().map(|id| line(id)).collect();
        Report {
            points: points.iter().map(point).collect(),
            pitches: vec![Pitch { lines, ..Pitch::default() }],
            ..Report::default()
        }
    }

    /// The version that is shown after the act.
    fn after(version: &Version, act: Action) -> Version {
        let (key, record) = put(version.clone());
        let before = reduce(&State::default(), Action::Change { what: String::new(), changes: vec![(key, record)] });
        (*reduce(&before, act).mine.papers().version()).clone()
    }

    #[test]
    fn a_wording_of_the_users_remembers_what_was_offered() {
        let (report, version) = (report(&["plan"]), Version::default());
        let version = after(&version, reword(&version, &report, &line("plan"), " I plan\nahead. ").unwrap());
        let planned = &version.lines[0];
        assert_eq!((planned.text.as_deref(), planned.offered.as_str()), (Some("I plan ahead."), "I plan."));
        assert_eq!(planned.point[0].words, "you plan");
    }

    #[test]
    fn the_engines_own_wording_is_no_wording_of_the_users() {
        let (mut report, version) = (report(&["plan"]), Version::default());
        for text in ["I plan.", "  "] {
            assert!(reword(&version, &report, &line("plan"), text).is_none(), "{text:?}");
        }
        let version = after(&version, reword(&version, &report, &line("plan"), "I plan ahead.").unwrap());
        let mine = SpokenLine { text: "I plan ahead.".into(), edited: true, ..line("plan") };
        report.pitch = vec![PitchLine { text: "I plan.".into(), point: "plan".into(), unsure: false }];
        for text in ["I plan.", "  "] {
            let version = after(&version, reword(&version, &report, &mine, text).unwrap());
            assert_eq!(version.lines[0].text, None, "{text:?}");
        }
        assert!(reword(&version, &report, &mine, "I plan ahead.").is_none());
    }

    #[test]
    fn an_own_line_emptied_is_removed_and_an_empty_one_never_added() {
        assert!(add(&Version::default(), "own".into(), " \n").is_none());
        let version = after(&Version::default(), add(&Version::default(), "own".into(), " I cook. ").unwrap());
        assert_eq!(version.lines[0].text.as_deref(), Some("I cook."));
        let own = SpokenLine { id: "own".into(), text: "I cook.".into(), ..SpokenLine::default() };
        assert!(after(&version, reword(&version, &report(&[]), &own, "").unwrap()).lines.is_empty());
    }

    #[test]
    fn moving_a_line_gives_a_place_to_it_and_to_those_that_have_one() {
        let report = report(&["a", "b", "c", "d"]);
        let place = |version: &Version, id: &str| {
            version.lines.iter().find(|planned| planned.id == id).and_then(|planned| planned.at)
        };
        let first = Version::default();
        let moved = after(&first, move_line(&first, &report, &report.pitches[0], "c", "a"));
        assert_eq!((place(&moved, "c"), moved.lines.len()), (Some(0), 1));

        let shown = Pitch { lines: ["c", "a", "b", "d"].map(line).to_vec(), ..Pitch::default() };
        let again = after(&moved, move_line(&moved, &report, &shown, "d", "c"));
        assert_eq!((place(&again, "d"), place(&again, "c"), again.lines.len()), (Some(0), Some(1), 2));
        assert_eq!(after(&moved, move_line(&moved, &report, &shown, "gone", "a")), moved);
    }

    #[test]
    fn quick_moves_hold_before_the_engine_has_answered() {
        let report = report(&["a", "b", "c", "d"]);
        let stale = &report.pitches[0];
        let ids = |version: &Version| in_order(version, stale).iter().map(|line| line.id.clone()).collect::<String>();
        let mut version = Version::default();
        for (moved, onto, order) in [("a", "b", "bacd"), ("a", "c", "bcad"), ("d", "b", "dbca"), ("c", "b", "dcba")] {
            version = after(&version, move_line(&version, &report, stale, moved, onto));
            assert_eq!(ids(&version), order);
        }
        version = after(&version, leave_out(&version, &report, &stale.lines[2]));
        assert_eq!(ids(&version), "dba");
    }

    #[test]
    fn leaving_out_and_bringing_back_are_opposites() {
        let report = report(&["plan"]);
        let out = after(&Version::default(), leave_out(&Version::default(), &report, &line("plan")));
        assert!(out.lines[0].left_out);
        let back = after(&out, bring_back(&out, &report, &line("plan")));
        assert!(!back.lines[0].left_out && !back.lines[0].pinned);
        assert!(after(&back, bring_back(&back, &report, &line("plan"))).lines[0].pinned, "what does not fit is pinned");
    }

    #[test]
    fn a_point_without_a_sentence_is_adopted_in_their_words() {
        let mut report = report(&["plan", "cook"]);
        report.pitches[0].lines.pop();
        let adopted = |at: usize| after(&Version::default(), adopt(&Version::default(), &report, &report.points[at]));
        assert_eq!((adopted(0).lines[0].text.as_deref(), adopted(0).lines[0].pinned), (None, true));
        assert_eq!(adopted(1).lines[0].text.as_deref(), Some("cook"));
    }

    #[test]
    fn a_kept_version_is_shown_and_a_deleted_one_makes_room_for_the_first() {
        let state = State::default();
        let state = reduce(&state, keep_as(state.mine.papers(), "v".into(), " For product roles ").unwrap());
        let papers = state.mine.papers();
        assert_eq!(name_of(&papers.version()), "For product roles");
        let state = reduce(&state, delete(papers, &papers.version()));
        assert_eq!(name_of(&state.mine.papers().version()), "My pitch");
        assert_eq!(reduce(&state, Action::Undo).mine.papers().version().name, "For product roles");
    }

    #[test]
    fn every_version_has_a_name_and_none_the_name_of_another() {
        let state = State::default();
        let state = reduce(&state, keep_as(state.mine.papers(), "v".into(), "Care").unwrap());
        let papers = state.mine.papers();
        for (name, why) in [(" ", BadName::Empty), ("care ", BadName::Taken), ("My pitch", BadName::Taken)] {
            assert_eq!(keep_as(papers, "w".into(), name).err(), Some(why), "{name}");
        }
        assert_eq!(rename(papers, &papers.versions()[0], "Care").err(), Some(BadName::Taken));
        let same = reduce(&state, rename(papers, &papers.version(), "Care").unwrap());
        assert_eq!(same.mine.papers().versions(), papers.versions());
    }

    #[test]
    fn only_a_speakable_pace_is_kept() {
        let state = State::default();
        for typed in ["1", "59", "261", "9000", "", "-80", "fast"] {
            assert!(set_pace(state.mine.papers(), typed).is_none(), "{typed}");
        }
        let state = reduce(&state, set_pace(state.mine.papers(), "150").unwrap());
        assert_eq!(state.mine.papers().settings().words_a_minute, 150);
    }
}
