//! From notes to a report: the order in which the other parts do their work.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

use crate::brief::Brief;
use crate::clause::is_stop_word;
use crate::first_person::Candidate;
use crate::frame::Stance;
use crate::group::{Seed, average_link};
use crate::label::clearest;
use crate::lexicon::Knowledge;
use crate::memo::Memo;
use crate::normal::Token;
use crate::pitch::pitch;
use crate::rank::rank;
use crate::reading::{Place, Reading, Remark, read};
use crate::report::{Doubt, Mention, Note, Point, Report, Why};
use crate::similarity::{Item, Likeness, Space};

/// A remark in its place.
struct Said<'n> {
    /// Among all notes.
    note: usize,
    /// The index of the first note with the same id: notes of one id are one interview.
    interview: usize,
    /// The words that make the point.
    text: &'n str,
    remark: &'n Remark,
}

/// What the engine remembers from one question to the next.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    readings: Memo<String, Reading>,
}

impl Memory {
    fn keep_used(&mut self) {
        self.readings.keep_used();
    }
}

/// See [`Engine::analyze`](crate::Engine::analyze).
pub(crate) fn report(notes: &[Note], _brief: &Brief, knowledge: &Knowledge, memory: &mut Memory) -> Report {
    let readings: Vec<Rc<Reading>> =
        notes.iter().map(|note| memory.readings.get(note.text.as_str(), || read(&note.text, knowledge))).collect();
    let mut remarks = Vec::new();
    let mut doubts = Vec::new();
    let mut interviews: HashMap<&str, usize> = HashMap::new();
    for (index, (note, reading)) in notes.iter().zip(&readings).enumerate() {
        let interview = *interviews.entry(&note.id).or_insert(index);
        remarks.extend(reading.remarks.iter().flatten().map(|remark| Said {
            note: index,
            interview,
            text: &note.text[remark.bytes.clone()],
            remark,
        }));
        doubts.extend(doubts_of(note, reading));
    }
    let mut points = points(&remarks, notes, knowledge);
    rank(&mut points);
    let points: Vec<Point> = points.into_iter().map(|(point, _)| point).collect();
    let pitch = pitch(&points, &likely_candidate(&remarks));
    memory.keep_used();
    Report { points, doubts, pitch, ..Report::default() }
}

/// Doubts of one sentence are one doubt.
fn doubts_of(note: &Note, reading: &Reading) -> Vec<Doubt> {
    let mut out = Vec::new();
    let mut last: Option<(usize, Range<usize>)> = None;
    for (clause, stance) in reading.clauses.iter().zip(&reading.stances) {
        let Stance::Doubt(cue) = stance else { continue };
        match (&mut last, out.last_mut()) {
            (Some((sentence, bytes)), Some(Doubt { mention: doubted, .. })) if *sentence == clause.sentence => {
                bytes.end = clause.end;
                *doubted = mention(note, bytes, reading.place(bytes, clause.sentence));
            }
            _ => {
                let bytes = clause.start..clause.end;
                let mention = mention(note, &bytes, reading.place(&bytes, clause.sentence));
                out.push(Doubt { mention, cue: note.text[cue.clone()].to_owned() });
                last = Some((clause.sentence, bytes));
            }
        }
    }
    out
}

/// For each wording (its signs, and whether it is doubtful), the remarks of each interview, by id.
type Wordings<'a> = BTreeMap<(&'a [String], bool), BTreeMap<(&'a str, usize), Vec<usize>>>;

/// Groups of remarks. Remarks of one interview in the same words count once.
fn points(remarks: &[Said<'_>], notes: &[Note], knowledge: &Knowledge) -> Vec<(Point, String)> {
    // Grouping must not see the order of the notes: equal similarities are settled by the words.
    let mut distinct: Wordings<'_> = BTreeMap::new();
    let mut cliches: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, remark) in remarks.iter().enumerate() {
        match remark.remark.cliche {
            Some(concept) => cliches.entry(concept).or_default().push(index),
            None => distinct
                .entry((&remark.remark.signs, remark.remark.doubtful))
                .or_default()
                .entry((&notes[remark.note].id, remark.interview))
                .or_default()
                .push(index),
        }
    }
    let items: Vec<Item<'_>> = distinct
        .iter()
        .map(|(&(signs, doubtful), by)| Item { interviews: by.keys().map(|k| k.1).collect(), signs, doubtful })
        .collect();
    let said: Vec<Vec<Vec<usize>>> = distinct.into_values().map(|by| by.into_values().collect()).collect();
    let space = Space::new(&items, knowledge);
    let likeness = space.likeness();
    let seeds = seeds(&items, space.threshold(), &likeness);
    let mut out: Vec<(Point, String)> = Vec::new();
    for group in average_link(&seeds.iter().map(|(seed, _)| *seed).collect::<Vec<_>>(), space.threshold(), &likeness) {
        // The wording and the remarks of each interview that makes this point in these words.
        let members: Vec<(usize, &Vec<usize>)> = group
            .iter()
            .map(|&seed| &seeds[seed])
            .flat_map(|(seed, first)| said[seed.wording][*first..first + seed.count].iter().map(|r| (seed.wording, r)))
            .collect();
        let lengths: Vec<(usize, usize)> =
            members.iter().map(|&(w, r)| (w, remarks[r[0]].remark.tokens.len())).collect();
        let label = members.get(clearest(&lengths, &likeness)).and_then(|(_, r)| r.first()).copied();
        let concept = space.concept(&members.iter().map(|&(wording, _)| wording).collect::<Vec<_>>());
        let indices = members.iter().flat_map(|&(_, r)| r).copied();
        out.push(point(indices.collect(), label, concept, remarks, notes, knowledge));
    }
    for (concept, indices) in cliches {
        out.push(point(indices, None, Some(concept), remarks, notes, knowledge));
    }
    out
}

/// What grouping begins with, each with the position of its first interview among those of its wording.
///
/// Interviews that use the same words are one from the start where nothing is as near to these words as they are to themselves: then they
/// would join before anything else does.
fn seeds(items: &[Item<'_>], threshold: f32, likeness: &Likeness) -> Vec<(Seed, usize)> {
    let mut out = Vec::new();
    for (wording, item) in items.iter().enumerate() {
        let all = item.interviews.len();
        let own = likeness.parts(wording, wording);
        let one = all == 1
            || likeness.of(wording, wording) >= threshold
                && (0..items.len()).all(|other| other == wording || likeness.parts(wording, other) < own);
        let count = if one { all } else { 1 };
        out.extend((0..all).step_by(count).map(|first| (Seed { wording, count }, first)));
    }
    out
}

/// The point that these remarks make, and the newest date among them.
fn point(
    mut indices: Vec<usize>,
    label: Option<usize>,
    concept: Option<u16>,
    remarks: &[Said<'_>],
    notes: &[Note],
    knowledge: &Knowledge,
) -> (Point, String) {
    indices.sort_by_key(|&i| (remarks[i].note, remarks[i].remark.bytes.start));
    let members: Vec<&Said<'_>> = indices.iter().map(|&i| &remarks[i]).collect();
    let distinct = |key: &dyn Fn(&Note) -> String| {
        members.iter().map(|r| key(&notes[r.note])).filter(|k| !k.trim().is_empty()).collect::<BTreeSet<_>>().len()
    };
    let mentions: Vec<Mention> =
        members.iter().map(|r| mention(&notes[r.note], &r.remark.bytes, r.remark.place)).collect();
    let first = members.first();
    let label = label.map(|i| &remarks[i]).or_else(|| first.copied());
    let point = Point {
        id: first.map(|r| format!("{}@{}", notes[r.note].id, r.remark.place.span.start)).unwrap_or_default(),
        label: label.map(|r| r.text.to_owned()).unwrap_or_default(),
        interviews: members.iter().map(|r| r.interview).collect::<BTreeSet<_>>().len(),
        people: distinct(&|n| format!("{} {}", n.who.trim().to_lowercase(), n.company.trim().to_lowercase())),
        companies: distinct(&|n| n.company.trim().to_lowercase()),
        cliche: members.iter().any(|r| r.remark.cliche.is_some()),
        renamed: false,
        pinned: false,
        hidden: false,
        mentions,
        why: Why {
            concept: concept.and_then(|c| knowledge.concepts.get(usize::from(c))).map(|c| c.name.clone()),
            shared: shared(&members),
            specific: members.iter().any(|r| r.remark.tokens.iter().any(Token::is_number)),
        },
    };
    let newest = members.iter().filter_map(|r| notes[r.note].date.clone()).max().unwrap_or_default();
    (point, newest)
}

fn mention(note: &Note, bytes: &Range<usize>, place: Place) -> Mention {
    Mention {
        note: note.id.clone(),
        span: place.span,
        context: place.context,
        text: note.text[bytes.clone()].to_owned(),
    }
}

/// Words that at least two interviews share, most shared first.
fn shared(members: &[&Said<'_>]) -> Vec<String> {
    let mut seen: Vec<(String, String, BTreeSet<usize>)> = Vec::new();
    for remark in members {
        for token in remark.remark.tokens.iter().filter(|t| !is_stop_word(&t.word) && !t.is_number()) {
            match seen.iter_mut().find(|(stem, ..)| *stem == token.stem) {
                Some((.., notes)) => {
                    notes.insert(remark.interview);
                }
                None => seen.push((token.stem.clone(), token.word.clone(), BTreeSet::from([remark.interview]))),
            }
        }
    }
    seen.retain(|(.., notes)| notes.len() > 1);
    seen.sort_by_key(|(.., notes)| std::cmp::Reverse(notes.len()));
    seen.into_iter().map(|(_, word, _)| word).collect()
}

/// The pronoun by which most praise speaks of the candidate; none where the notes say "you" or "I" more often, because then "she" may be
/// the interviewer.
fn likely_candidate(remarks: &[Said<'_>]) -> Candidate {
    let count = |words: &[&str]| {
        let begins = |r: &&Said<'_>| {
            r.remark.tokens.first().is_some_and(|t| words.contains(&t.word.split('\'').next().unwrap_or_default()))
        };
        remarks.iter().filter(begins).map(|r| r.interview).collect::<BTreeSet<_>>().len()
    };
    let direct = count(&["you", "your", "i", "my"]);
    let pronouns = ["she", "he", "they"]
        .into_iter()
        .map(|pronoun| (count(&[pronoun]), pronoun))
        .fold((direct / 2, ""), |best, next| if next.0 > best.0 { next } else { best })
        .1;
    Candidate { name: String::new(), pronouns: pronouns.to_owned() }
}
