//! The user's evidence for points and answers to doubts: what lies beside what, what was never finished, what a story lacks.

use std::cmp::Reverse;
use std::rc::Rc;

use refrain_core::{Claim, Decision, Doubt, Mention, Point, Report};

use super::anchor::meant;
use super::date::{DAYS, MONTHS};
use super::decide::{NewId, title};
use super::record::{Key, Kind};
use super::{Action, Decided, Papers, Reply, Story};
use crate::text::fold;

/// What the user wrote and decided about one point.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Beside {
    pub stories: Vec<Rc<Story>>,
    /// What can be taken back on the point itself: its name, its pin, its hiding, that it is a strength.
    pub decided: Vec<Rc<Decided>>,
}

/// A field of a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Happened,
    Did,
    Result,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Happened, Self::Did, Self::Result];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Happened => "What happened",
            Self::Did => "What I did",
            Self::Result => "What came of it",
        }
    }

    #[must_use]
    pub fn of(self, story: &Story) -> &str {
        match self {
            Self::Happened => &story.happened,
            Self::Did => &story.did,
            Self::Result => &story.result,
        }
    }

    /// Asks for what makes a story real and is not in `text` yet: a moment, a name, a number.
    #[must_use]
    pub fn prompt(self, text: &str) -> Option<&'static str> {
        let (is_there, prompt) = match self {
            Self::Happened => (has_moment(text), "When was it? A day, a week, a season will do."),
            Self::Did => (has_name(text), "Who was there, or what was it called? A name makes it real."),
            Self::Result => (has_number(text), "How many, how much, how soon? A number stays in the mind."),
        };
        (!is_there).then_some(prompt)
    }

    /// The id of the field in which this part is written, of the story with this id or of a new one for the point with it.
    #[must_use]
    pub fn field(self, id: &str) -> String {
        let part = match self {
            Self::Happened => "happened",
            Self::Did => "did",
            Self::Result => "result",
        };
        format!("story-{id}-{part}")
    }
}

/// What lies beside each point, and the stories whose points are gone. Stories for a claim have none.
#[must_use]
pub fn beside(report: &Report, stories: &[Rc<Story>], decided: &[Rc<Decided>]) -> (Vec<Beside>, Vec<Rc<Story>>) {
    let mut beside = vec![Beside::default(); report.points.len()];
    let mut lost = Vec::new();
    for story in stories {
        match meant(&story.point, report).and_then(|at| beside.get_mut(at)) {
            Some(beside) => beside.stories.push(Rc::clone(story)),
            None if !story.claim.is_empty() => {}
            None => lost.push(Rc::clone(story)),
        }
    }
    for decided in decided {
        let about = match &decided.decision {
            Decision::Rename { point, .. } | Decision::Hide { point } | Decision::Pin { point } => point.as_slice(),
            Decision::Strength { mention } => std::slice::from_ref(mention),
            _ => continue,
        };
        if let Some(beside) = meant(about, report).and_then(|at| beside.get_mut(at)) {
            beside.decided.push(Rc::clone(decided));
        }
    }
    (beside, lost)
}

/// The story as it is being written in the fields for `id`, from `start` on; `None` where nothing is being written.
#[must_use]
pub fn draft(texts: &[(String, String)], id: &str, start: &Story) -> Option<Story> {
    let written = |part: Part| {
        let field = part.field(id);
        texts.iter().find(|(other, _)| *other == field).map(|(_, text)| text.clone())
    };
    let [happened, did, result] = Part::ALL.map(written);
    (happened.is_some() || did.is_some() || result.is_some()).then(|| Story {
        happened: happened.unwrap_or_else(|| start.happened.clone()),
        did: did.unwrap_or_else(|| start.did.clone()),
        result: result.unwrap_or_else(|| start.result.clone()),
        ..start.clone()
    })
}

/// What is being written for points that are gone, with the id by which its fields are known.
#[must_use]
pub fn lost_drafts(texts: &[(String, String)], points: &[Point], stories: &[Rc<Story>]) -> Vec<(String, Story)> {
    let mut lost: Vec<(String, Story)> = Vec::new();
    for (field, _) in texts {
        let id = field.strip_prefix("story-").and_then(|field| field.rsplit_once('-')).map(|(id, _)| id);
        let Some(id) = id else { continue };
        let has_place = id.starts_with(CLAIM)
            || points.iter().any(|point| point.id == id)
            || stories.iter().any(|story| story.id == id);
        if !has_place && !lost.iter().any(|(other, _)| other == id) {
            lost.extend(draft(texts, id, &Story::default()).map(|story| (id.to_owned(), story)));
        }
    }
    lost
}

/// What the id begins with by which the fields of a story for a claim are known.
const CLAIM: &str = "claim-";

/// The id by which the fields of a new story for a claim are known.
#[must_use]
pub fn claim_id(claim: &Claim) -> String {
    format!("{CLAIM}{}", claim.span.start)
}

/// The user's stories for a claim.
pub fn of_claim<'p>(papers: &'p Papers, claim: &str) -> impl Iterator<Item = &'p Rc<Story>> {
    let claim = claim.to_owned();
    papers.stories().iter().filter(move |story| story.claim == claim)
}

/// Keeps what was written. A story in which every field is empty is none.
#[must_use]
pub fn keep(story: Story, point: &Point, new_id: NewId) -> Action {
    let story = Story { point: point.anchor(), claim: String::new(), ..story };
    keep_for(story, &title(&point.label), new_id)
}

/// The same for a claim of the user's own.
#[must_use]
pub fn keep_for_claim(story: Story, claim: &str, new_id: NewId) -> Action {
    keep_for(Story { claim: claim.to_owned(), ..story }, &title(claim), new_id)
}

fn keep_for(story: Story, title: &str, new_id: NewId) -> Action {
    let trim = |text: &str| text.trim().to_owned();
    let [happened, did, result] = Part::ALL.map(|part| trim(part.of(&story)));
    let is_empty = happened.is_empty() && did.is_empty() && result.is_empty();
    let is_new = story.id.is_empty();
    let id = if is_new { new_id(0) } else { story.id };
    let key = Key { kind: Kind::Story, id: id.clone() };
    let verb = match (is_empty, is_new) {
        (true, _) => "Deleted",
        (_, true) => "Kept",
        (_, false) => "Changed",
    };
    let kept = Story { id, point: story.point, claim: story.claim, happened, did, result };
    Action::Change {
        what: format!("{verb} the story for {title}"),
        changes: vec![(key, (!is_empty).then(|| kept.into()))],
    }
}

/// Gives a story whose point is gone, or that was never kept, to another point.
#[must_use]
pub fn attach(story: &Story, point: &Point, new_id: NewId) -> Action {
    keep(story.clone(), point, new_id)
}

#[must_use]
pub fn delete(story: &Story) -> Action {
    let words = Part::ALL.into_iter().map(|part| part.of(story)).find(|text| !text.is_empty()).unwrap_or_default();
    let key = Key { kind: Kind::Story, id: story.id.clone() };
    Action::Change { what: format!("Deleted the story {}", title(words)), changes: vec![(key, None)] }
}

/// Doubts in the same words, whoever voiced them; those that most interviews voiced first.
#[must_use]
pub fn same_doubts(doubts: &[Doubt]) -> Vec<Vec<Mention>> {
    let mut worded: Vec<(String, usize)> =
        doubts.iter().map(|doubt| same_words(&doubt.mention.text)).zip(0..).collect();
    worded.sort_unstable();
    let mut groups: Vec<(usize, Vec<Mention>)> = Vec::new();
    for group in worded.chunk_by(|(words, _), (others, _)| words == others) {
        let mentions = group.iter().filter_map(|(_, at)| Some(doubts.get(*at)?.mention.clone())).collect();
        groups.push((group.first().map_or(0, |(_, at)| *at), mentions));
    }
    groups.sort_by_cached_key(|(first, mentions)| {
        let mut notes: Vec<&str> = mentions.iter().map(|mention| mention.note.as_str()).collect();
        notes.sort_unstable();
        notes.dedup();
        (Reverse(notes.len()), *first)
    });
    groups.into_iter().map(|(_, mentions)| mentions).collect()
}

/// The user's answer to a doubt, by its words: one answer serves everybody who voices it.
#[must_use]
pub fn reply_to<'a>(doubt: &Mention, papers: &'a Papers) -> Option<&'a Rc<Reply>> {
    let words = same_words(&doubt.text);
    papers.replies().iter().find(|reply| same_words(&reply.doubt.words) == words)
}

/// Answers that stand beside no doubt: nobody voices it any more, or another answer serves it.
#[must_use]
pub fn lost_replies(doubts: &[Doubt], papers: &Papers) -> Vec<Rc<Reply>> {
    let replies = papers.replies();
    if replies.is_empty() {
        return Vec::new();
    }
    let mut voiced: Vec<String> = doubts.iter().map(|doubt| same_words(&doubt.mention.text)).collect();
    voiced.sort_unstable();
    let mut served: Vec<String> = Vec::new();
    let mut is_served = |reply: &Reply| {
        let words = same_words(&reply.doubt.words);
        let is_first = !served.contains(&words) && voiced.binary_search(&words).is_ok();
        if is_first {
            served.push(words);
        }
        is_first
    };
    replies.iter().filter(|reply| !is_served(reply)).cloned().collect()
}

/// The id of the field in which the answer to a doubt is written.
#[must_use]
pub fn reply_field(doubt: &Mention) -> String {
    format!("reply-{}", same_words(&doubt.text))
}

/// What makes two wordings the same, fit for an id: neither case nor punctuation nor white space counts.
fn same_words(words: &str) -> String {
    let is_apostrophe = |c: char| matches!(c, '\'' | '’' | '‘');
    let is_between = |c: char| {
        c.is_whitespace()
            || c.is_ascii_punctuation()
            || matches!(c, '“' | '”' | '„' | '«' | '»' | '…' | '–' | '—' | '。' | '，')
    };
    let words = fold(&words.replace(is_apostrophe, ""));
    words.split(is_between).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// Keeps the answer to a doubt; an empty one takes it away.
#[must_use]
pub fn answer(doubt: &Mention, text: &str, before: Option<&Reply>, new_id: NewId) -> Action {
    let text = text.trim();
    let id = before.map_or_else(|| new_id(0), |before| before.id.clone());
    let verb = match (text.is_empty(), before) {
        (true, _) => "Deleted",
        (_, None) => "Kept",
        (_, Some(_)) => "Changed",
    };
    let key = Key { kind: Kind::Reply, id: id.clone() };
    let reply = Reply { id, doubt: doubt.anchor(), text: text.to_owned() };
    Action::Change {
        what: format!("{verb} your answer to {}", title(&doubt.text)),
        changes: vec![(key, (!text.is_empty()).then(|| reply.into()))],
    }
}

#[must_use]
pub fn delete_reply(reply: &Reply) -> Action {
    let key = Key { kind: Kind::Reply, id: reply.id.clone() };
    Action::Change { what: format!("Deleted your answer {}", title(&reply.text)), changes: vec![(key, None)] }
}

fn has_number(text: &str) -> bool {
    const NUMBERS: &[&str] = &[
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty", "thirty", "forty",
        "fifty", "hundred", "thousand", "million", "dozen", "half", "twice", "double", "third", "quarter",
    ];
    text.contains(|c: char| c.is_ascii_digit()) || has_word(text, NUMBERS)
}

fn has_moment(text: &str) -> bool {
    const MOMENTS: &[&str] = &[
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "hour",
        "minute",
        "morning",
        "afternoon",
        "evening",
        "night",
        "midnight",
        "noon",
        "spring",
        "summer",
        "autumn",
        "winter",
        "yesterday",
        "christmas",
    ];
    // "May" is a verb more often than a month.
    let (before_may, from_june) = (&MONTHS[..4], &MONTHS[5..]);
    text.contains(|c: char| c.is_ascii_digit())
        || [MOMENTS, &DAYS, before_may, from_june].iter().any(|words| has_word(text, words))
}

/// A word with a capital letter that does not begin a sentence, and is not "I".
fn has_name(text: &str) -> bool {
    let mut begins = true;
    for word in text.split_whitespace() {
        let is_capital = word.starts_with(|c: char| c.is_ascii_uppercase());
        let is_i = word == "I" || word.starts_with("I’") || word.starts_with("I'");
        if is_capital && !is_i && !begins {
            return true;
        }
        begins = word.ends_with(['.', '!', '?', ':']);
    }
    false
}

/// In the singular or with an s.
fn has_word(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_ascii_alphabetic()).any(|word| {
        let is_one = |word: &str| words.iter().any(|other| other.eq_ignore_ascii_case(word));
        is_one(word) || word.strip_suffix('s').is_some_and(is_one)
    })
}

#[cfg(test)]
mod tests {
    use super::super::decide;
    use super::super::examples::{mention, point};
    use super::super::{State, reduce};
    use super::*;

    fn new_id(at: usize) -> String {
        format!("n{at}")
    }

    fn calm() -> Point {
        point("stay calm", &[mention("a", "stay calm"), mention("b", "calm")])
    }

    fn of(points: &[Point]) -> Report {
        Report { points: points.to_vec(), ..Report::default() }
    }

    fn story(did: &str) -> Story {
        Story { did: did.into(), ..Story::default() }
    }

    #[test]
    fn a_story_stays_with_its_point_and_is_never_lost() {
        let state = reduce(&State::default(), keep(story(" I sorted it. "), &calm(), new_id));
        assert_eq!(state.notice.as_deref(), Some("Kept the story for “stay calm”."));
        let papers = state.mine.papers();
        assert_eq!(papers.stories()[0].did, "I sorted it.");

        let merged =
            [point("other", &[mention("c", "plain")]), point("calm", &[mention("b", "Calm."), mention("d", "cool")])];
        let (points, lost) = beside(&of(&merged), papers.stories(), &[]);
        assert_eq!((points[0].stories.len(), points[1].stories.len(), lost.len()), (0, 1, 0));

        let (_, lost) = beside(&of(&merged[..1]), papers.stories(), &[]);
        assert_eq!(lost[0].did, "I sorted it.");
        let state = reduce(&state, attach(&lost[0], &merged[0], new_id));
        assert_eq!(beside(&of(&merged[..1]), state.mine.papers().stories(), &[]).0[0].stories.len(), 1);
        assert_eq!(state.mine.papers().stories().len(), 1, "it moved");
    }

    #[test]
    fn an_empty_story_is_none() {
        let state = reduce(&State::default(), keep(story("  "), &calm(), new_id));
        assert!(state.mine.papers().stories().is_empty());
        assert_eq!(state.notice, None);
        let state = reduce(&state, keep(story("I sorted it."), &calm(), new_id));
        let kept = Story { did: String::new(), ..(*state.mine.papers().stories()[0]).clone() };
        let state = reduce(&state, keep(kept, &calm(), new_id));
        assert!(state.mine.papers().stories().is_empty());
        assert_eq!(state.notice.as_deref(), Some("Deleted the story for “stay calm”."));
    }

    #[test]
    fn decisions_that_can_be_taken_back_lie_beside_their_point() {
        let state = [decide::hide(&calm(), new_id), decide::doubt(&calm().mentions, &[], |at| format!("o{at}"))]
            .into_iter()
            .fold(State::default(), |state, action| reduce(&state, action));
        let (points, _) = beside(&of(&[point("other", &[]), calm()]), &[], state.mine.papers().decided());
        assert_eq!((points[0].decided.len(), points[1].decided.len()), (0, 1));
    }

    #[test]
    fn what_is_being_written_is_found_again_when_its_point_is_gone() {
        let texts = [
            (Part::Did.field("stay calm"), "I sorted".to_owned()),
            (Part::Result.field("gone-7"), "Nobody left".to_owned()),
            ("reply-a-1".to_owned(), "Yes".to_owned()),
        ];
        let written = draft(&texts, "stay calm", &story("before")).unwrap();
        assert_eq!((written.did.as_str(), written.result.as_str()), ("I sorted", ""));
        assert_eq!(draft(&texts, "other", &story("before")), None);
        let lost = lost_drafts(&texts, &[calm()], &[]);
        assert_eq!(lost.len(), 1);
        assert_eq!((lost[0].0.as_str(), lost[0].1.result.as_str()), ("gone-7", "Nobody left"));
    }

    #[test]
    fn an_answer_to_a_doubt_is_kept_changed_and_deleted() {
        let doubt = mention("a", "no budget of your own");
        let act = |state: &State, text: &str| {
            let before = reply_to(&doubt, state.mine.papers()).cloned();
            reduce(state, answer(&doubt, text, before.as_deref(), new_id))
        };
        let kept = act(&State::default(), " Two of them. ");
        assert_eq!(reply_to(&doubt, kept.mine.papers()).unwrap().text, "Two of them.");
        assert_eq!(kept.notice.as_deref(), Some("Kept your answer to “no budget of your own”."));
        let changed = act(&kept, "Three.");
        assert_eq!(changed.mine.papers().replies().len(), 1);
        assert!(lost_replies(&[], changed.mine.papers()).len() == 1, "it is shown when the doubt is gone");
        assert!(act(&changed, "").mine.papers().replies().is_empty());
    }

    #[test]
    fn doubts_in_the_same_words_are_one_and_share_an_answer() {
        let doubt = |note: &str, words: &str| Doubt { mention: mention(note, words), cue: String::new() };
        let doubts = [
            doubt("a", "never led a team"),
            doubt("b", "No budget of your own."),
            doubt("c", "no  budget, of your own"),
            doubt("c", "NO BUDGET OF YOUR OWN!"),
        ];
        let groups = same_doubts(&doubts);
        let notes = |group: &Vec<Mention>| group.iter().map(|mention| mention.note.clone()).collect::<Vec<_>>();
        assert_eq!(groups.iter().map(notes).collect::<Vec<_>>(), [vec!["b", "c", "c"], vec!["a"]]);
        assert_eq!(reply_field(&groups[0][0]), reply_field(&groups[0][2]));

        let state = reduce(&State::default(), answer(&groups[0][1], "Two of them.", None, new_id));
        let papers = state.mine.papers();
        assert_eq!(reply_to(&groups[0][0], papers).unwrap().text, "Two of them.");
        assert!(lost_replies(&doubts[..2], papers).is_empty(), "it serves whoever still voices the doubt");
        assert_eq!(lost_replies(&doubts[..1], papers).len(), 1);
    }

    #[test]
    fn prompts_ask_only_for_what_is_missing() {
        let check = |part: Part, lacking: &str, whole: &str| {
            assert!(part.prompt(lacking).is_some(), "{lacking}");
            assert!(part.prompt(whole).is_none(), "{whole}");
        };
        check(Part::Happened, "The rota fell apart.", "One Tuesday the rota fell apart.");
        check(Part::Happened, "", "It took three weeks.");
        check(Part::Did, "Then I called. I’d said so.", "I called Bram at once.");
        check(Part::Did, "", "We opened the Larkspur office.");
        check(Part::Result, "Nobody complained.", "Complaints fell to 4 a month.");
        check(Part::Result, "Everyone stayed.", "We lost half as many.");
    }
}
