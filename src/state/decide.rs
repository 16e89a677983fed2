//! What the user decides about points, as changes to the records: one [`Action::Change`], and so one step back, for each act.
//!
//! Every decision names the words that it is about, so that it holds on when interviews are added, edited or deleted. What
//! takes a decision back removes its record. `new_id` gives the id for the new record at a position.

use std::rc::Rc;

use refrain_core::{Anchor, Decision, Mention, Point, PointAnchor, Suggestion};

use super::anchor::is_of;
use super::record::{Key, Kind};
use super::{Action, Decided};
use crate::text::counted;

/// Gives the id for the new record at a position.
pub type NewId = fn(usize) -> String;

/// The point as it is called in sentences: its label, cut where it is long.
#[must_use]
pub fn title(label: &str) -> String {
    const WORDS: usize = 8;
    const LENGTH: usize = 60;
    let mut words = label.split_whitespace();
    let mut title = words.next().unwrap_or_default().to_owned();
    let mut length = title.chars().count();
    if length > LENGTH {
        return format!("“{}…”", cut(&title, LENGTH));
    }
    for (at, word) in words.enumerate() {
        length += 1 + word.chars().count();
        if at + 1 == WORDS || length > LENGTH {
            return format!("“{title} …”");
        }
        title = format!("{title} {word}");
    }
    format!("“{title}”")
}

/// At most so many characters, and no half of what is drawn as one.
///
/// Its few ranges spare the page Unicode's tables: accents, Thai and Lao vowels, Hangul in pieces, joiners, variants,
/// skin tones and flags. Signs of other scripts may be parted from their letter, in words of more than `most` letters.
fn cut(word: &str, most: usize) -> &str {
    let belongs_to_the_one_before = |c: char| {
        matches!(u32::from(c), 0x300..=0x36F | 0xE31..=0xE3A | 0xE47..=0xE4E | 0xEB1..=0xEBC | 0x1160..=0x11FF
            | 0x200D | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0x1F3FB..=0x1F3FF | 0xE0020..=0xE007F)
    };
    let is_of_a_flag = |c: char| matches!(u32::from(c), 0x1F1E6..=0x1F1FF);
    let mut end = 0;
    let mut before = ' ';
    for (at, (byte, letter)) in word.char_indices().enumerate() {
        let is_half_a_flag = is_of_a_flag(before) && is_of_a_flag(letter);
        if before != '\u{200d}' && !is_half_a_flag && !belongs_to_the_one_before(letter) {
            end = byte;
        }
        if at == most {
            break;
        }
        before = letter;
    }
    &word[..end]
}

/// Gives the point a name of the user's own; an empty one takes that name away again.
#[must_use]
pub fn rename(point: &Point, label: &str, decided: &[Rc<Decided>], new_id: NewId) -> Action {
    let label = label.trim();
    let gone = removed(decided, |decision| matches!(decision, Decision::Rename { .. }));
    if label.is_empty() {
        return change(format!("Gave {} its own words back", title(&point.label)), Vec::new(), gone, new_id);
    }
    let what = format!("Renamed {} to {}", title(&point.label), title(label));
    change(what, vec![Decision::Rename { point: point.anchor(), label: label.to_owned() }], gone, new_id)
}

#[must_use]
pub fn merge(point: &Point, into: &Point, new_id: NewId) -> Action {
    let what = format!("Merged {} into {}", title(&point.label), title(&into.label));
    change(what, vec![Decision::Merge { these: point.anchor(), those: into.anchor() }], Vec::new(), new_id)
}

/// Makes some mentions of a point a point of their own.
#[must_use]
pub fn split(point: &Point, mentions: &[Mention], new_id: NewId) -> Action {
    let rest = point.mentions.iter().filter(|mention| !mentions.contains(mention));
    let what = format!("Took {} out of {}", quotes(mentions), title(&point.label));
    change(what, vec![Decision::Apart { these: anchors(mentions), those: anchors(rest) }], Vec::new(), new_id)
}

/// Moves mentions to another point.
#[must_use]
pub fn put_with(mentions: &[Mention], to: &Point, new_id: NewId) -> Action {
    let moved = |mention: &Mention| Decision::Move { mention: mention.anchor(), to: to.anchor() };
    let what = format!("Moved {} to {}", quotes(mentions), title(&to.label));
    change(what, mentions.iter().map(moved).collect(), Vec::new(), new_id)
}

#[must_use]
pub fn hide(point: &Point, new_id: NewId) -> Action {
    change(format!("Hid {}", title(&point.label)), vec![Decision::Hide { point: point.anchor() }], Vec::new(), new_id)
}

#[must_use]
pub fn show(point: &Point, decided: &[Rc<Decided>], new_id: NewId) -> Action {
    let gone = removed(decided, |decision| matches!(decision, Decision::Hide { .. }));
    change(format!("Showed {} again", title(&point.label)), Vec::new(), gone, new_id)
}

#[must_use]
pub fn pin(point: &Point, new_id: NewId) -> Action {
    change(format!("Pinned {}", title(&point.label)), vec![Decision::Pin { point: point.anchor() }], Vec::new(), new_id)
}

#[must_use]
pub fn unpin(point: &Point, decided: &[Rc<Decided>], new_id: NewId) -> Action {
    let gone = removed(decided, |decision| matches!(decision, Decision::Pin { .. }));
    change(format!("Unpinned {}", title(&point.label)), Vec::new(), gone, new_id)
}

#[must_use]
pub fn not_cliche(point: &Point, new_id: NewId) -> Action {
    let what = format!("Counted {} as a point", title(&point.label));
    change(what, vec![Decision::NotCliche { point: point.anchor() }], Vec::new(), new_id)
}

/// These mentions are doubts, whatever the user called them before.
#[must_use]
pub fn doubt(mentions: &[Mention], decided: &[Rc<Decided>], new_id: NewId) -> Action {
    let is_contrary = |decision: &Decision| match decision {
        Decision::Strength { mention } => mentions.iter().any(|other| is_of(mention, other)),
        _ => false,
    };
    let made = mentions.iter().map(|mention| Decision::Doubt { mention: mention.anchor() }).collect();
    let words = mentions.first().map_or("", |mention| &mention.text);
    change(format!("Called {} a doubt", title(words)), made, removed(decided, is_contrary), new_id)
}

/// These mentions are strengths, whatever the user called them before.
#[must_use]
pub fn strength(mentions: &[Mention], decided: &[Rc<Decided>], new_id: NewId) -> Action {
    let is_contrary = |decision: &Decision| match decision {
        Decision::Doubt { mention } => mentions.iter().any(|other| is_of(mention, other)),
        _ => false,
    };
    let made = mentions.iter().map(|mention| Decision::Strength { mention: mention.anchor() }).collect();
    let words = mentions.first().map_or("", |mention| &mention.text);
    change(format!("Called {} a strength", title(words)), made, removed(decided, is_contrary), new_id)
}

/// Answers whether two points are the same.
#[must_use]
pub fn answer(suggestion: &Suggestion, points: &[Point], is_same: bool, new_id: NewId) -> Option<Action> {
    let [one, other] = asked_about(suggestion, points)?;
    if is_same {
        return Some(merge(other, one, new_id));
    }
    let what = format!("Kept {} and {} apart", title(&one.label), title(&other.label));
    Some(change(what, vec![Decision::Apart { these: other.anchor(), those: one.anchor() }], Vec::new(), new_id))
}

/// The points of a suggestion, the higher ranked first.
#[must_use]
pub fn asked_about<'a>(suggestion: &Suggestion, points: &'a [Point]) -> Option<[&'a Point; 2]> {
    let find = |id: &String| points.iter().find(|point| point.id == *id);
    let [one, other] = &suggestion.points;
    Some([find(one)?, find(other)?])
}

/// Suggestions that are not answered yet, as the next report comes a moment after the answer.
#[must_use]
pub fn unanswered<'a>(suggestions: &'a [Suggestion], points: &[Point], decided: &[Rc<Decided>]) -> Vec<&'a Suggestion> {
    let is_answered = |suggestion: &Suggestion| {
        asked_about(suggestion, points).is_none_or(|[one, other]| {
            decided.iter().any(|decided| match &decided.decision {
                Decision::Merge { these, those } | Decision::Apart { these, those } => {
                    is_anchor(these, other) && is_anchor(those, one)
                }
                _ => false,
            })
        })
    };
    suggestions.iter().filter(|suggestion| !is_answered(suggestion)).collect()
}

/// These are the anchors of the point. A point may have thousands of mentions, so none are made only to be compared.
fn is_anchor(anchors: &[Anchor], point: &Point) -> bool {
    let is_of = |(anchor, mention): (&Anchor, &Mention)| anchor.note == mention.note && anchor.words == mention.text;
    anchors.len() == point.mentions.len() && anchors.iter().zip(&point.mentions).all(is_of)
}

/// Removes a decision that changes nothing any more.
#[must_use]
pub fn remove(decided: &Decided) -> Action {
    let key = Key { kind: Kind::Decided, id: decided.id.clone() };
    Action::Change { what: "Removed a decision".to_owned(), changes: vec![(key, None)] }
}

fn anchors<'a>(mentions: impl IntoIterator<Item = &'a Mention>) -> PointAnchor {
    mentions.into_iter().map(Mention::anchor).collect()
}

fn quotes(mentions: &[Mention]) -> String {
    counted(mentions.len(), "quote", "quotes")
}

fn removed(decided: &[Rc<Decided>], is_gone: impl Fn(&Decision) -> bool) -> Vec<Key> {
    let gone = decided.iter().filter(|decided| is_gone(&decided.decision));
    gone.map(|decided| Key { kind: Kind::Decided, id: decided.id.clone() }).collect()
}

fn change(what: String, made: Vec<Decision>, gone: Vec<Key>, new_id: NewId) -> Action {
    let made = made.into_iter().enumerate().map(|(at, decision)| {
        let id = new_id(at);
        (Key { kind: Kind::Decided, id: id.clone() }, Some(Decided { id, decision }.into()))
    });
    Action::Change { what, changes: gone.into_iter().map(|key| (key, None)).chain(made).collect() }
}

#[cfg(test)]
mod tests {
    use super::super::examples::{mention, point};
    use super::super::{State, reduce};
    use super::*;

    fn new_id(at: usize) -> String {
        format!("d{at}")
    }

    /// A later act's ids, which sort after the earlier ones.
    fn later(at: usize) -> String {
        format!("e{at}")
    }

    fn decisions(state: &State) -> Vec<Decision> {
        state.mine.papers().decided().iter().map(|decided| decided.decision.clone()).collect()
    }

    fn calm() -> Point {
        point("stay calm", &[mention("a", "You stay calm."), mention("b", "calm"), mention("c", "never panics")])
    }

    #[test]
    fn each_act_is_one_step_told_in_words() {
        let clear = point("plain words", &[mention("d", "plain words")]);
        let two = &calm().mentions[1..];
        let acts = [
            (rename(&calm(), " Steady ", &[], new_id), "Renamed “stay calm” to “Steady”."),
            (merge(&calm(), &clear, new_id), "Merged “stay calm” into “plain words”."),
            (split(&calm(), two, new_id), "Took two quotes out of “stay calm”."),
            (put_with(two, &clear, new_id), "Moved two quotes to “plain words”."),
            (hide(&calm(), new_id), "Hid “stay calm”."),
            (pin(&calm(), new_id), "Pinned “stay calm”."),
            (not_cliche(&calm(), new_id), "Counted “stay calm” as a point."),
            (doubt(&two[..1], &[], new_id), "Called “calm” a doubt."),
            (strength(&two[..1], &[], new_id), "Called “calm” a strength."),
        ];
        for (act, told) in acts {
            let state = reduce(&State::default(), act);
            assert_eq!(state.notice.as_deref(), Some(told));
            assert!(!decisions(&state).is_empty(), "{told}");
            let undone = reduce(&state, Action::Undo);
            assert!(decisions(&undone).is_empty(), "{told}");
            assert_eq!(decisions(&reduce(&undone, Action::Redo)), decisions(&state), "{told}");
        }
    }

    #[test]
    fn a_split_names_what_leaves_and_what_stays() {
        let state = reduce(&State::default(), split(&calm(), &calm().mentions[1..], new_id));
        let (these, those) = (anchors(&calm().mentions[1..]), anchors(&calm().mentions[..1]));
        assert_eq!(decisions(&state), [Decision::Apart { these, those }]);
    }

    #[test]
    fn taking_back_removes_the_record() {
        let run = |made: Action, back: &dyn Fn(&[Rc<Decided>]) -> Action| {
            let state = reduce(&State::default(), made);
            let back = back(state.mine.papers().decided());
            decisions(&reduce(&state, back))
        };
        assert_eq!(run(hide(&calm(), new_id), &|decided| show(&calm(), decided, later)), []);
        assert_eq!(run(pin(&calm(), new_id), &|decided| unpin(&calm(), decided, later)), []);
        assert_eq!(run(rename(&calm(), "Steady", &[], new_id), &|decided| rename(&calm(), "", decided, later)), []);
    }

    #[test]
    fn a_doubt_and_a_strength_take_the_place_of_each_other() {
        let said = &calm().mentions[0];
        let decided = |act: Action| reduce(&State::default(), act).mine.papers().decided().to_vec();
        let (doubted, praised) = (
            decided(doubt(std::slice::from_ref(said), &[], new_id)),
            decided(strength(std::slice::from_ref(said), &[], new_id)),
        );
        for (act, gone) in [
            (strength(std::slice::from_ref(said), &doubted, later), &doubted[0].id),
            (doubt(std::slice::from_ref(said), &praised, later), &praised[0].id),
        ] {
            let Action::Change { changes, .. } = act else { panic!("no change") };
            assert_eq!((&changes[0].0.id, &changes[0].1), (gone, &None));
            assert!(changes[1].1.is_some());
        }
    }

    #[test]
    fn a_new_name_takes_the_place_of_the_old_one() {
        let state = reduce(&State::default(), rename(&calm(), "Steady", &[], new_id));
        let again = rename(&calm(), "Unshaken", state.mine.papers().decided(), later);
        let state = reduce(&state, again);
        assert!(matches!(&decisions(&state)[..], [Decision::Rename { label, .. }] if label == "Unshaken"));
    }

    #[test]
    fn a_suggestion_that_was_answered_is_not_asked_again() {
        let points = [calm(), point("cool head", &[mention("d", "cool head")])];
        let suggestion = Suggestion {
            points: [points[0].id.clone(), points[1].id.clone()],
            mentions: [points[0].mentions[0].clone(), points[1].mentions[0].clone()],
        };
        let asked = [suggestion];
        assert_eq!(unanswered(&asked, &points, &[]).len(), 1);
        for (is_same, told) in
            [(true, "Merged “cool head” into “stay calm”."), (false, "Kept “stay calm” and “cool head” apart.")]
        {
            let state = reduce(&State::default(), answer(&asked[0], &points, is_same, new_id).unwrap());
            assert_eq!(state.notice.as_deref(), Some(told));
            assert!(unanswered(&asked, &points, state.mine.papers().decided()).is_empty());
        }
        assert!(answer(&asked[0], &points[..1], true, new_id).is_none(), "one of the points is gone");
    }

    #[test]
    fn long_labels_are_cut_in_sentences() {
        assert_eq!(
            title("you went and stood on the night shift before anything"),
            "“you went and stood on the night shift …”"
        );
    }
    #[test]
    fn long_words_are_cut_between_characters() {
        let word = |length: usize| "冷静沈着".chars().cycle().take(length).collect::<String>();
        assert_eq!(title(&word(60)), format!("“{}”", word(60)));
        assert_eq!(title(&word(200)), format!("“{}…”", word(60)));
        let long = "a".repeat(40);
        assert_eq!(title(&format!("{long} {long}")), format!("“{long} …”"));
        for whole in ["e\u{301}", "👩\u{200d}🔧", "👍🏽", "🇨🇭"] {
            let title = title(&format!("{}{whole}after", "a".repeat(59)));
            assert_eq!(title, format!("“{}…”", "a".repeat(59)), "{whole}");
        }
    }
}
