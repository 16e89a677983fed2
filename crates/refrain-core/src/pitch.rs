//! Composes what the candidate says in the time that they have: lines and stories chosen by recurrence, and a few neutral words between
//! them, so that it sounds like somebody speaking.
//!
//! Nothing is said here that nobody said: the words between lines tell only that and how often a point was made.

use std::collections::BTreeSet;

use crate::brief::{Brief, PitchPlan, PlannedLine, Story};
use crate::find::Places;
use crate::line::{Line, Shape, is_past, is_said, is_single, is_verb_form, upper_first};
use crate::normal::{Token, Word, tokens};
use crate::report::{Pitch, PitchLine, Point, SpokenLine};
use crate::verb;

/// How fast people speak, in words a minute, where a plan does not say.
const USUAL_PACE: u32 = 130;

/// The plain list: each line as a sentence of its own, in the order of the points.
pub(crate) fn plain_lines(points: &[Point], lines: &[Option<Line>]) -> Vec<PitchLine> {
    let said = points.iter().zip(lines).filter(|(point, _)| is_said(point));
    let said = said.filter_map(|(point, line)| Some((point, line.as_ref()?)));
    said.map(|(point, line)| PitchLine {
        text: plain(line, point.interviews),
        point: point.id.clone(),
        unsure: line.unsure,
    })
    .collect()
}

/// From here on, in seconds, remarks that came up once may fill the time that is left.
const LONG: u32 = 60;

/// Whether remarks that came up once may be said at all.
pub(crate) fn asks_for_singles(brief: &Brief) -> bool {
    brief.plans.iter().any(|plan| plan.seconds >= LONG)
}

/// One pitch for each plan. `lines` holds the line of each point, if there is one.
pub(crate) fn pitches(points: &[Point], lines: &[Option<Line>], brief: &Brief, places: &Places<'_>) -> Vec<Pitch> {
    if brief.plans.is_empty() {
        return Vec::new();
    }
    let mut stories: Vec<Option<Told>> = points.iter().map(|_| None).collect();
    for story in &brief.stories {
        if let Some(at) = places.resolve(&story.point) {
            // The later story wins, as the later decision does.
            stories[at] = told(story).or_else(|| stories[at].take());
        }
    }
    let source = Source { points, lines, stories: &stories };
    brief.plans.iter().map(|plan| source.compose(plan, places)).collect()
}

#[derive(Clone, Copy)]
struct Source<'a> {
    points: &'a [Point],
    lines: &'a [Option<Line>],
    stories: &'a [Option<Told>],
}

/// A story as it is spoken: all of it, and without what came of it.
struct Told {
    whole: String,
    short: String,
}

/// Something that may be said, in the order in which it would be.
struct Item<'a> {
    id: &'a str,
    point: Option<usize>,
    planned: Option<&'a PlannedLine>,
    body: Body<'a>,
    /// The stems that carry its meaning.
    content: BTreeSet<Word>,
    /// The fewest words in which it can be said.
    words: usize,
}

#[derive(Clone, Copy)]
enum Body<'a> {
    /// The user's words, which are never changed.
    Own(&'a str),
    Engine(&'a Line),
    /// The user's story for a point of which no wording makes a sentence.
    Story,
}

/// How much of a story is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Telling {
    None,
    Short,
    Whole,
}

impl<'a> Source<'a> {
    fn compose(self, plan: &'a PitchPlan, places: &Places<'_>) -> Pitch {
        let (items, excluded) = self.items(plan, places);
        let pace = if plan.words_a_minute == 0 { USUAL_PACE } else { plan.words_a_minute };
        let budget = usize::try_from(u64::from(plan.seconds) * u64::from(pace) / 60).unwrap_or(usize::MAX);
        let chosen = self.choose(&items, budget);
        let texts = self.spoken(&items, &chosen);
        let words: usize = texts.iter().map(|text| count_words(text)).sum();
        let lines = chosen.iter().zip(texts).map(|(&(at, telling), text)| self.line(&items[at], text, telling));
        let unsaid = items.iter().enumerate().filter(|(at, _)| chosen.iter().all(|(said, _)| said != at));
        let unsaid = unsaid.filter(|(_, item)| !self.is_filling(item));
        let mut left_out: Vec<(usize, SpokenLine)> = unsaid
            .map(|(_, item)| item)
            .chain(&excluded)
            .map(|item| (item.point.unwrap_or(usize::MAX), self.line(item, self.alone(item), Telling::None)))
            .collect();
        left_out.sort_by_key(|&(rank, _)| rank);
        let seconds = (words as u64 * 60).div_ceil(u64::from(pace));
        Pitch {
            plan: plan.id.clone(),
            lines: lines.collect(),
            left_out: left_out.into_iter().map(|(_, line)| line).collect(),
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
            words,
        }
    }

    /// What may be said, in order, and what the user left out or may not be said.
    fn items(self, plan: &'a PitchPlan, places: &Places<'_>) -> (Vec<Item<'a>>, Vec<Item<'a>>) {
        let mut planned: Vec<Vec<&PlannedLine>> = self.points.iter().map(|_| Vec::new()).collect();
        let mut own = Vec::new();
        for line in &plan.lines {
            match places.resolve(&line.point) {
                Some(at) => planned[at].push(line),
                None => own.push(line),
            }
        }
        let of_points = planned.into_iter().enumerate().flat_map(|(at, lines)| {
            let untouched = lines.is_empty().then_some(None);
            untouched.into_iter().chain(lines.into_iter().map(Some)).map(move |line| (Some(at), line))
        });
        // What came up once and does not suit the time is not left out: nobody asked for it.
        let is_wanted = |at: Option<usize>, line: Option<&PlannedLine>| {
            line.is_some() || plan.seconds >= LONG || at.is_none_or(|at| !is_single(&self.points[at]))
        };
        let of_points = of_points.filter(move |&(at, line)| is_wanted(at, line));
        let all = of_points.chain(own.into_iter().map(|line| (None, Some(line))));
        let (mut items, mut excluded) = (Vec::new(), Vec::new());
        for item in all.filter_map(|(point, line)| self.item(point, line)) {
            let unspeakable = item.point.is_some_and(|at| self.points[at].cliche || self.points[at].hidden);
            if unspeakable || item.planned.is_some_and(|line| line.left_out) { &mut excluded } else { &mut items }
                .push(item);
        }
        let order = placed(&items, |item| item);
        let mut slots: Vec<Option<Item<'a>>> = items.into_iter().map(Some).collect();
        (order.into_iter().filter_map(|at| slots[at].take()).collect(), excluded)
    }

    fn item(self, point: Option<usize>, planned: Option<&'a PlannedLine>) -> Option<Item<'a>> {
        let text = planned.and_then(|line| line.text.as_deref()).map(str::trim).filter(|text| !text.is_empty());
        let body = match (text, point) {
            (Some(text), _) => Body::Own(text),
            (None, Some(at)) => match &self.lines[at] {
                Some(line) => Body::Engine(line),
                None if self.stories[at].is_some() && is_said(&self.points[at]) => Body::Story,
                None => return None,
            },
            (None, None) => return None,
        };
        let id = planned.map(|line| line.id.as_str()).or_else(|| point.map(|at| self.points[at].id.as_str()))?;
        let words = match body {
            Body::Own(text) => tokens(text),
            Body::Engine(line) => tokens(&line.text),
            Body::Story => Vec::new(),
        };
        let length = match body {
            Body::Own(text) => count_words(text),
            Body::Engine(line) => count_words(&line.text),
            Body::Story => 0,
        };
        let content = words.into_iter().filter(carries_meaning).map(|t| t.stem).collect();
        Some(Item { id, point, planned, body, content, words: length })
    }

    /// The positions of what is said, in the order of speaking, and how much of each story.
    ///
    /// First what the user pinned, then the first three lines, then their stories, then further lines, then further stories: facts do not
    /// sell, stories do, but a single story is no pitch. Where all that recurs is said and time is left, specific remarks that came up once
    /// follow, fewer than what recurs.
    fn choose(self, items: &[Item<'_>], budget: usize) -> Vec<(usize, Telling)> {
        const BEFORE_STORIES: usize = 3;
        let mut telling: Vec<Option<Telling>> = items.iter().map(|_| None).collect();
        for (at, item) in items.iter().enumerate() {
            if item.planned.is_some_and(|line| line.pinned) {
                telling[at] = Some(self.least(item));
            }
        }
        for limit in [BEFORE_STORIES, usize::MAX] {
            let mut used = self.length(items, &telling);
            for (at, item) in items.iter().enumerate() {
                let said: Vec<usize> = (0..items.len()).filter(|&i| telling[i].is_some()).collect();
                if said.len() >= limit {
                    break;
                }
                let first = said.is_empty();
                let cannot = telling[at].is_some() || self.is_filling(item) || (used + item.words > budget && !first);
                if cannot || said.iter().any(|&other| repeats(item, &items[other])) {
                    continue;
                }
                telling[at] = Some(self.least(item));
                let length = self.length(items, &telling);
                if length <= budget || first {
                    used = length;
                } else {
                    telling[at] = None;
                }
            }
            for at in 0..items.len() {
                if telling[at] != Some(Telling::None) || self.story(&items[at]).is_none() {
                    continue;
                }
                for more in [Telling::Whole, Telling::Short] {
                    telling[at] = Some(more);
                    if self.length(items, &telling) <= budget {
                        break;
                    }
                    telling[at] = Some(Telling::None);
                }
            }
        }
        self.fill(items, budget, &mut telling);
        in_order(items, &telling)
    }

    /// Says what came up once, if nothing else waits for the time that is left.
    fn fill(self, items: &[Item<'_>], budget: usize, telling: &mut [Option<Telling>]) {
        const MOST: usize = 5;
        let is_new = |at: usize, telling: &[Option<Telling>]| {
            (0..items.len()).all(|other| telling[other].is_none() || !repeats(&items[at], &items[other]))
        };
        let waits = |at: usize| match telling[at] {
            None => !self.is_filling(&items[at]) && is_new(at, telling),
            Some(told) => told == Telling::None && self.story(&items[at]).is_some(),
        };
        if (0..items.len()).any(waits) {
            return;
        }
        let mut room = telling.iter().flatten().count().min(MOST);
        for at in 0..items.len() {
            if room > 0 && telling[at].is_none() && self.is_filling(&items[at]) && is_new(at, telling) {
                telling[at] = Some(Telling::None);
                if self.length(items, telling) > budget {
                    telling[at] = None;
                } else {
                    room -= 1;
                }
            }
        }
    }

    /// Came up once, and the user has not touched it.
    fn is_filling(self, item: &Item<'_>) -> bool {
        item.planned.is_none() && item.point.is_some_and(|at| is_single(&self.points[at]))
    }

    fn length(self, items: &[Item<'_>], telling: &[Option<Telling>]) -> usize {
        self.spoken(items, &in_order(items, telling)).iter().map(|text| count_words(text)).sum()
    }

    fn least(self, item: &Item<'_>) -> Telling {
        if matches!(item.body, Body::Story) { Telling::Short } else { Telling::None }
    }

    fn story(self, item: &Item<'_>) -> Option<&'a Told> {
        item.point.filter(|_| !matches!(item.body, Body::Own(_))).and_then(|at| self.stories[at].as_ref())
    }

    /// What is said, with the words between.
    fn spoken(self, items: &[Item<'_>], chosen: &[(usize, Telling)]) -> Vec<String> {
        let mut links = 0;
        let mut after_story = false;
        let mut out = Vec::new();
        for (place, &(at, telling)) in chosen.iter().enumerate() {
            let item = &items[at];
            let mut text = match item.body {
                Body::Own(text) => text.to_owned(),
                Body::Story => String::new(),
                Body::Engine(line) => {
                    let backing = item.point.map_or_else(Backing::default, |at| Backing::of(line, &self.points[at]));
                    let link = if place == 0 { Link::Opening } else { Link::at(links, after_story) };
                    links += usize::from(place > 0);
                    linked(line, link, backing)
                }
            };
            let story = match telling {
                Telling::None => None,
                Telling::Short => self.story(item).map(|told| told.short.as_str()),
                Telling::Whole => self.story(item).map(|told| told.whole.as_str()),
            };
            if let Some(story) = story {
                text = if text.is_empty() { story.to_owned() } else { format!("{text} {}", example(item, story)) };
            }
            after_story = story.is_some();
            out.push(text);
        }
        out
    }

    /// What is not said stands by itself, without words between.
    fn alone(self, item: &Item<'_>) -> String {
        match item.body {
            Body::Own(text) => text.to_owned(),
            Body::Engine(line) => plain(line, self.interviews(item)),
            Body::Story => self.story(item).map(|told| told.whole.clone()).unwrap_or_default(),
        }
    }

    fn interviews(self, item: &Item<'_>) -> usize {
        item.point.map_or(0, |at| self.points[at].interviews)
    }

    fn line(self, item: &Item<'_>, text: String, telling: Telling) -> SpokenLine {
        let edited = matches!(item.body, Body::Own(_)) && item.point.is_some();
        let engine = item.point.and_then(|at| self.lines[at].as_ref());
        let offered = match (item.planned.filter(|_| edited), engine) {
            (Some(planned), Some(line)) if !planned.offered.trim().is_empty() && !offers(&planned.offered, line) => {
                Some(plain(line, self.interviews(item)))
            }
            _ => None,
        };
        let story = telling != Telling::None || matches!(item.body, Body::Story);
        let keywords = match item.body {
            Body::Engine(line) => {
                let told = self.story(item).filter(|_| story).map(|told| told.whole.as_str());
                keywords_of_both(&line.text, told)
            }
            _ => keywords(&text, MOST_KEYWORDS),
        };
        SpokenLine {
            id: item.id.to_owned(),
            text,
            point: item.point.map(|at| self.points[at].id.clone()),
            edited: matches!(item.body, Body::Own(_)),
            pinned: item.planned.is_some_and(|line| line.pinned),
            excluded: item.planned.is_some_and(|line| line.left_out),
            offered,
            unsure: matches!(item.body, Body::Engine(line) if line.unsure),
            story,
            keywords,
        }
    }
}

/// The positions of a list after those with a place of their own have been put there; the others keep their order.
fn placed<'i, 'a: 'i, T>(list: &'i [T], item: impl Fn(&'i T) -> &'i Item<'a>) -> Vec<usize> {
    let place = |at: usize| item(&list[at]).planned.and_then(|line| line.at);
    let mut order: Vec<usize> = (0..list.len()).filter(|&at| place(at).is_none()).collect();
    let mut rest: Vec<(u32, usize)> = (0..list.len()).filter_map(|at| Some((place(at)?, at))).collect();
    rest.sort_unstable();
    for (place, at) in rest {
        order.insert(usize::try_from(place).unwrap_or(usize::MAX).min(order.len()), at);
    }
    order
}

fn in_order(items: &[Item<'_>], telling: &[Option<Telling>]) -> Vec<(usize, Telling)> {
    let said: Vec<(usize, Telling)> = telling.iter().enumerate().filter_map(|(at, &t)| Some((at, t?))).collect();
    // Places count among the lines that are said, not among those that might be.
    let mut by_rank = said.clone();
    by_rank.sort_by_key(|&(at, _)| (items[at].point.is_none(), items[at].point, at));
    placed(&by_rank, |&(at, _)| &items[at]).into_iter().map(|at| by_rank[at]).collect()
}

/// Whether two lines make the same point, or nearly in the same words.
fn repeats(item: &Item<'_>, other: &Item<'_>) -> bool {
    const MOST_SHARED_PERCENT: usize = 60;
    if item.point.is_some() && item.point == other.point {
        return true;
    }
    let fewer = item.content.len().min(other.content.len());
    let shared = item.content.intersection(&other.content).count();
    fewer > 0 && shared * 100 > fewer * MOST_SHARED_PERCENT
}

/// Whether the user, when they wrote their own wording, saw what the engine offers now. Words between lines make no difference, for
/// they change with every line around.
fn offers(offered: &str, line: &Line) -> bool {
    let between = |t: &Token| !matches!(t.word.as_str(), "also" | "and");
    let words = |text: &str| tokens(text).into_iter().filter(between).map(|t| t.word).collect::<Vec<_>>();
    let (seen, now) = (words(offered), words(&line.text));
    seen.windows(now.len().max(1)).any(|part| part == now)
}

/// The words in front of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Link {
    Opening,
    Also,
    Counted,
    None,
    Mentioned,
    And,
    Another,
}

impl Link {
    /// After a story a plain sentence would seem to be a part of it.
    fn at(links: usize, after_story: bool) -> Self {
        const TURNS: [Link; 6] = [Link::Also, Link::Counted, Link::None, Link::Mentioned, Link::And, Link::Another];
        match TURNS[links % TURNS.len()] {
            Self::None | Self::And if after_story => Self::Mentioned,
            Self::Also if after_story => Self::Counted,
            link => link,
        }
    }
}

/// How many people stand behind a line.
#[derive(Debug, Clone, Copy, Default)]
struct Backing {
    /// In which its point came up.
    interviews: usize,
    /// Several of them said what the line says, as far as can be told: it has a word that they share, or all of them name one thing of which
    /// the catalogue knows. Otherwise one of them said it so, and the others something like it.
    shared: bool,
}

impl Backing {
    fn of(line: &Line, point: &Point) -> Self {
        let shared = || point.why.shared.iter().flat_map(|word| tokens(word)).map(|t| t.stem);
        let words: BTreeSet<Word> = tokens(&line.text).into_iter().map(|t| t.stem).collect();
        let shared = point.why.named || shared().any(|stem| words.contains(&stem));
        Self { interviews: point.interviews, shared: point.interviews > 1 && shared }
    }
}

/// A line as a sentence with the words in front of it. The numbers in them are those of the point; what one person said is told as such.
fn linked(line: &Line, link: Link, Backing { interviews, shared }: Backing) -> String {
    const MANY: usize = 3;
    if interviews < 2 {
        return match link {
            Link::Also if line.shape != Shape::Thing => {
                also(&line.text).map_or_else(|| plain(line, interviews), |text| format!("{text}."))
            }
            _ => plain(line, interviews),
        };
    }
    let count = in_words(interviews);
    if line.shape == Shape::Thing {
        let thing = &line.text;
        return match link {
            Link::Opening if interviews >= MANY => format!("What people keep bringing up is {thing}."),
            Link::Opening => format!("People tell me that they like {thing}."),
            Link::Counted | Link::None if shared => format!("In {count} interviews, {thing} came up."),
            Link::Another => format!("Another thing they bring up is {thing}."),
            _ => format!("People also mention {thing}."),
        };
    }
    let Some(told) = reported(line) else { return plain(line, interviews) };
    // That it happened, or a figure, is what one of them said; only what they mean alike is counted.
    let particular = tells_of_once(line) || !shared;
    match link {
        Link::Opening if particular && interviews >= MANY => format!("What people keep coming back to is that {told}."),
        Link::Opening if particular => format!("People tell me that {told}."),
        Link::Counted if particular => plain(line, interviews),
        Link::Opening if interviews >= MANY => format!("What people keep telling me is that {told}."),
        Link::Opening => format!("More than once I have been told that {told}."),
        Link::Counted => format!("In {count} interviews I was told that {told}."),
        Link::Mentioned => format!("People also mention that {told}."),
        Link::Another => format!("Another thing they bring up is that {told}."),
        Link::Also => also(&line.text).map_or_else(|| plain(line, interviews), |text| format!("{text}.")),
        Link::And => format!("And {told}."),
        Link::None => plain(line, interviews),
    }
}

/// Whether a line tells of one time, or of a figure.
fn tells_of_once(line: &Line) -> bool {
    let words = tokens(&line.text);
    words.iter().skip(1).take(2).any(|t| is_past(&t.word) || matches!(t.word.as_str(), "had" | "was" | "did"))
        || words.iter().any(Token::is_number)
}

/// A line as it stands behind "that"; nothing where its first word may be a name.
fn reported(line: &Line) -> Option<String> {
    let first = tokens(&line.text).into_iter().next().filter(|_| line.shape != Shape::Quote)?;
    let rest = &line.text[first.end..];
    match first.word.as_str() {
        "i" | "i'm" | "i've" | "i'd" | "i'll" => Some(line.text.clone()),
        "my" | "nobody" | "people" | "everyone" | "everybody" | "the" => Some(format!("{}{rest}", first.word)),
        _ => None,
    }
}

/// "I also know my P&L", "I'm also good with numbers".
fn also(text: &str) -> Option<String> {
    let words = tokens(text);
    let (first, second) = (words.first()?, words.get(1)?);
    let has = |of: &[&str]| words.iter().any(|t| of.contains(&t.word.as_str()));
    if has(&["also", "too", "even", "once", "first"]) {
        return None;
    }
    let at = match (first.word.as_str(), second.word.as_str()) {
        ("i", "can" | "could" | "was" | "will" | "would") => second.end,
        ("i", word) if word.ends_with("n't") => return None,
        ("i" | "i'm" | "i've", _) => first.end,
        _ => return None,
    };
    Some(format!("{} also{}", &text[..at], &text[at..]))
}

/// A line as a sentence of its own.
fn plain(line: &Line, interviews: usize) -> String {
    match line.shape {
        Shape::Thing if interviews < 2 => format!("One interviewer brought up {}.", line.text),
        Shape::Thing => format!("People mention {}.", line.text),
        Shape::Quote if line.text.ends_with(|c: char| c > '\u{2e7f}') => format!("{}。", line.text),
        Shape::Sentence | Shape::Theirs | Shape::Quote => format!("{}.", line.text),
    }
}

fn in_words(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The user's own words in one or two sentences for each field: only what a sentence lacks is added.
fn told(story: &Story) -> Option<Told> {
    let happened = sentence(&story.happened, "");
    let did = sentence(&story.did, "I ");
    let result = sentence(&story.result, "");
    let joined = |parts: &[&str]| parts.iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let whole = joined(&[&happened, &did, &result]);
    let short = joined(&[&happened, &did]);
    let short = if short.is_empty() { whole.clone() } else { short };
    (!whole.is_empty()).then_some(Told { whole, short })
}

/// With a capital, a full stop, and the subject that notes leave out ("Rewrote it as five sentences").
fn sentence(field: &str, subject: &str) -> String {
    let text = field.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = tokens(&text);
    let Some(first) = words.first() else { return String::new() };
    let bare = !subject.is_empty() && is_past(&first.word) && words.get(1).is_none_or(|t| !verb::is_auxiliary(&t.word));
    let text = if bare { format!("{subject}{}", lower_first(&text)) } else { upper_first(&text) };
    let stop = if text.ends_with(['.', '!', '?', '…', '"', '”', ')', '。', '！', '？']) { "" } else { "." };
    format!("{text}{stop}")
}

/// A story behind its line.
fn example(item: &Item<'_>, story: &str) -> String {
    match item.body {
        Body::Engine(line) if line.shape == Shape::Quote => story.to_owned(),
        _ => as_example(story),
    }
}

/// "For example, …" where the story begins with a word that is certainly no name.
fn as_example(story: &str) -> String {
    const LITTLE: [&str; 24] = [
        "the", "a", "an", "when", "we", "our", "my", "in", "at", "on", "after", "before", "during", "one", "last",
        "this", "it", "there", "every", "nobody", "everyone", "two", "three", "they",
    ];
    let words = tokens(story);
    match words.first() {
        Some(first) if LITTLE.contains(&first.word.as_str()) => format!("For example, {}", lower_first(story)),
        Some(first) if matches!(first.word.as_str(), "i" | "i'd" | "i'm" | "i've") => format!("For example, {story}"),
        _ => story.to_owned(),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// What is spoken as one word: whatever stands between spaces and has a letter or a figure.
fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

const MOST_KEYWORDS: usize = 5;

fn keywords_of_both(line: &str, story: Option<&str>) -> Vec<String> {
    const OF_LINE: usize = 3;
    let Some(story) = story else { return keywords(line, MOST_KEYWORDS) };
    let mut out = keywords(line, OF_LINE);
    let of_story = keywords(story, MOST_KEYWORDS - out.len()).into_iter().filter(|word| !out.contains(word));
    let of_story: Vec<String> = of_story.collect();
    out.extend(of_story);
    out
}

/// The words that carry the meaning, in order, neighbours together: "calm", "angry customers".
fn keywords(text: &str, most: usize) -> Vec<String> {
    const TOGETHER: usize = 2;
    let words = tokens(text);
    let content: Vec<&Token> = words.iter().filter(|t| carries_meaning(t)).collect();
    let mut runs: Vec<Vec<&Token>> = Vec::new();
    for token in content {
        match runs.last_mut() {
            Some(run) if run.len() < TOGETHER && run.last().is_some_and(|last| neighbours(text, last, token)) => {
                run.push(token);
            }
            _ => runs.push(vec![token]),
        }
    }
    // A single phrase is no help: its words stand apart.
    if runs.len() == 1 {
        runs = runs.into_iter().flatten().map(|token| vec![token]).collect();
    }
    let slice = |run: &Vec<&Token>| Some(text[run.first()?.start..run.last()?.end].to_owned());
    let mut out: Vec<String> = Vec::new();
    for keyword in runs.iter().filter_map(slice) {
        if out.len() < most && !out.contains(&keyword) {
            out.push(keyword);
        }
    }
    out
}

fn neighbours(text: &str, last: &Token, next: &Token) -> bool {
    // The first word of a run that is a verb stands alone: what is done, then to what.
    text[last.end..next.start].chars().all(|c| c == ' ' || c == '-') && !is_verb_form(&last.word)
}

fn carries_meaning(token: &Token) -> bool {
    !token.word.is_stop() || token.is_number()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, shape: Shape) -> Line {
        Line { text: text.into(), shape, unsure: false }
    }

    #[test]
    fn reported_speech_agrees() {
        let four = Backing { interviews: 4, shared: true };
        let check =
            |text: &str, shape, link, expected: &str| assert_eq!(linked(&line(text, shape), link, four), expected);
        let sentence = Shape::Sentence;
        check(
            "I explain the hard part so anyone can follow",
            sentence,
            Link::Opening,
            "What people keep telling me is that I explain the hard part so anyone can follow.",
        );
        check(
            "My drawing could go straight to the supplier",
            sentence,
            Link::Counted,
            "In four interviews I was told that my drawing could go straight to the supplier.",
        );
        check("I can spot food waste a mile off", sentence, Link::Also, "I can also spot food waste a mile off.");
        check("I'm good at root cause", sentence, Link::Also, "I'm also good at root cause.");
        check("I don't take sides", sentence, Link::Also, "I don't take sides.");
        check("Dana's team asks for me", Shape::Theirs, Link::Mentioned, "Dana's team asks for me.");
        check(
            "my access to senior buyers",
            Shape::Thing,
            Link::Opening,
            "What people keep bringing up is my access to senior buyers.",
        );
    }

    const LINKS: [Link; 7] =
        [Link::Opening, Link::Also, Link::Counted, Link::None, Link::Mentioned, Link::And, Link::Another];

    /// Every sentence that can be made of a line that this many people stand behind.
    fn all(text: &str, shape: Shape, interviews: usize, shared: bool) -> Vec<String> {
        LINKS.iter().map(|&link| linked(&line(text, shape), link, Backing { interviews, shared })).collect()
    }

    #[test]
    fn what_one_person_said_is_never_put_to_several() {
        for (text, shape) in [("I explain it", Shape::Sentence), ("my calm with suppliers", Shape::Thing)] {
            for said in all(text, shape, 1, false) {
                let plural = ["people", "they", "interviews", "keep", "more than once", "told"];
                assert!(!plural.iter().any(|word| said.to_lowercase().contains(word)), "{said}");
            }
        }
    }

    #[test]
    fn only_what_several_said_is_counted_and_by_their_number() {
        let counted =
            |said: &String| said.starts_with("In ") || said.contains("keep telling") || said.contains("than once");
        for interviews in 2..6 {
            let said = all("I explain hard things", Shape::Sentence, interviews, true);
            let count = format!("In {} interviews", in_words(interviews));
            assert_eq!(said.iter().filter(|said| said.starts_with(&count)).count(), 1);
            assert_eq!(said.iter().filter(|said| said.starts_with("In ")).count(), 1);
            assert_eq!(said.iter().any(|said| said.contains("keep telling me")), interviews > 2);
            let loosely = all("I explain hard things", Shape::Sentence, interviews, false);
            assert!(!loosely.iter().any(counted), "{loosely:?}");
            assert!(!all("I cut it by half in 2019", Shape::Sentence, interviews, true).iter().any(counted));
            assert!(!all("my calm", Shape::Thing, interviews, false).iter().any(counted));
        }
    }

    #[test]
    fn stories_get_only_what_they_lack() {
        let story = Story {
            happened: "the Monday forecast went out as a 40-column sheet".into(),
            did: "Rewrote it as five sentences, and read them out at the gate.".into(),
            result: "  ".into(),
            ..Story::default()
        };
        let told = told(&story).unwrap();
        assert_eq!(
            as_example(&told.whole),
            "For example, the Monday forecast went out as a 40-column sheet. I rewrote it as five sentences, and read them out at the gate."
        );
    }

    #[test]
    fn keywords_are_the_lines_own_words() {
        assert_eq!(keywords("I calm angry customers", 5), ["calm", "angry customers"]);
        assert_eq!(keywords("I took 22% of the weight out of that bracket", 5), ["took", "22%", "weight", "bracket"]);
        assert_eq!(keywords("I sell", 5), ["sell"]);
        assert!(keywords("", 5).is_empty());
    }

    #[test]
    fn an_offer_in_other_frames_is_the_same_offer() {
        let now = line("I know my P&L", Shape::Sentence);
        assert!(offers("What people keep telling me is that I know my P&L.", &now));
        assert!(offers("I also know my P&L.", &now));
        assert!(!offers("I know the numbers.", &now));
        assert!(!offers("", &now));
    }
}
