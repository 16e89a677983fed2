//! From remarks to points: which remarks belong together, and what is said of them then.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::group::{Grouped, Seed, groups};
use crate::hear::Said;
use crate::label::{clearest, unlinked};
use crate::lexicon::Knowledge;
use crate::normal::Word;
use crate::reading::Place;
use crate::report::{Mention, Note, Point, Why};
use crate::similarity::{Item, Likeness, Space, THRESHOLD};

/// All remarks of one analysis with what is needed to tell how they belong together. A remark is known by its position in `remarks`.
pub(crate) struct Remarks<'a> {
    pub(crate) remarks: &'a [Said<'a>],
    pub(crate) notes: &'a [Note],
    knowledge: &'a Knowledge,
    sources: Vec<Source>,
    /// For each remark its wording; empty praise is not compared, so it has none.
    wordings: Vec<Option<usize>>,
    space: Space<'a>,
    /// How alike the wordings are that were compared with each other, and the position of each wording among them.
    pub(crate) likeness: Likeness,
    compared: Vec<Option<usize>>,
    /// What the engine itself holds for one point each, in no particular order.
    pub(crate) groups: Vec<Vec<usize>>,
}

/// A point and its remarks.
#[derive(Debug)]
pub(crate) struct Ranked {
    pub(crate) point: Point,
    /// The clearest of its wordings, verbatim, whatever the user calls it.
    pub(crate) wording: String,
    /// By their positions among all remarks, which is the order of the text.
    pub(crate) remarks: Vec<usize>,
}

/// What of a note is compared with other notes, in numbers.
#[derive(Debug, Clone, Copy)]
struct Source {
    /// The place of its id among all ids by the alphabet: an order that the order of the notes does not change.
    rank: usize,
    /// The same for all notes of one person, if it is known.
    person: Option<usize>,
    /// The same for all notes from one company, if it is known.
    company: Option<usize>,
}

/// What of a remark is compared, and whether it is doubtful.
type Wording<'a> = (&'a [u64], bool);

impl<'a> Remarks<'a> {
    pub(crate) fn new(remarks: &'a [Said<'a>], notes: &'a [Note], knowledge: &'a Knowledge) -> Self {
        let sources = sources(notes);
        let (wordings, distinct) = distinct(remarks);
        // Each wording, interview and remark, one after the other.
        let mut heard: Vec<(usize, usize, usize)> = (0..)
            .zip(remarks)
            .zip(&wordings)
            .filter_map(|((remark, said), &wording)| Some((wording?, sources[said.note].rank, remark)))
            .collect();
        heard.sort_unstable();
        let said: Vec<Vec<Vec<usize>>> = heard
            .chunk_by(|a, b| a.0 == b.0)
            .map(|wording| {
                let interviews = wording.chunk_by(|a, b| a.1 == b.1);
                interviews.map(|interview| interview.iter().map(|&(.., remark)| remark).collect()).collect()
            })
            .collect();
        let items = distinct.iter().zip(&said).map(|(&(first, (_, doubtful)), interviews)| Item {
            interviews: interviews.iter().map(|of_one| remarks[of_one[0]].interview).collect(),
            features: &remarks[first].remark.features,
            doubtful,
        });
        let space = Space::new(items.collect(), knowledge);
        let seeds = seeds(&said, &space);
        let Grouped { groups, compared: first, likeness } =
            groups(&seeds.iter().map(|(seed, _)| *seed).collect::<Vec<_>>(), &space);
        let members = |group: Vec<usize>| {
            let seeds = group.into_iter().map(|at| seeds[at]);
            seeds
                .flat_map(|(seed, first)| said[seed.wording][first..first + seed.count].iter().flatten().copied())
                .collect()
        };
        let mut compared = vec![None; distinct.len()];
        for (place, seed) in first.into_iter().enumerate() {
            compared[seeds[seed].0.wording] = Some(place);
        }
        let groups: Vec<Vec<usize>> = groups.into_iter().map(members).chain(empty_praise(remarks)).collect();
        Self { remarks, notes, knowledge, sources, wordings, space, likeness, compared, groups }
    }

    /// How alike two remarks are; see [`Space::likeness`]. Empty praise is like nothing.
    pub(crate) fn likeness(&self, a: usize, b: usize) -> f32 {
        self.wordings[a].zip(self.wordings[b]).map_or(0.0, |(a, b)| self.space.likeness(a, b))
    }

    /// Whether two remarks have a word or a sense in common.
    pub(crate) fn shares(&self, [one, other]: [usize; 2]) -> bool {
        let signs = |remark: usize| &self.remarks[remark].remark.features.words;
        signs(one).iter().any(|sign| signs(other).contains(sign))
    }

    /// How alike a remark is to some others, on average.
    pub(crate) fn average(&self, remark: usize, others: &[usize]) -> f32 {
        others.iter().map(|&other| self.likeness(remark, other)).sum::<f32>() / others.len().max(1) as f32
    }

    /// The point that these remarks make, which come in the order of the text, and the clearest of its wordings.
    pub(crate) fn point(&self, group: &[usize]) -> (Point, String) {
        let members: Vec<&Said<'_>> = group.iter().map(|&i| &self.remarks[i]).collect();
        let note = |said: &Said<'_>| &self.notes[said.note];
        let sources = || members.iter().map(|r| self.sources[r.note]);
        let spoken = self.spoken(group);
        let wordings: Vec<usize> = spoken.iter().map(|&(wording, _)| wording).collect();
        let unclearness = spoken.iter().map(|&(_, remark)| self.remarks[remark].remark.unclearness);
        let label = match wordings.len() {
            0 | 1 => 0,
            _ => clearest(self.space.nearness(&wordings).into_iter().zip(unclearness)),
        };
        let label = spoken.get(label).map(|&(_, remark)| &self.remarks[remark]);
        let cliche = members.iter().all(|r| r.remark.cliche.is_some());
        let first = members.first();
        let clearest = label.or(first.copied());
        let (wording, words) = clearest.map_or(("", [].as_slice()), |r| (r.text, r.remark.tokens.as_slice()));
        let shared = shared(&members);
        let empty = first.and_then(|r| r.remark.cliche.as_ref()).filter(|_| cliche);
        let nearest = empty.map_or_else(|| self.space.concept(&wordings), |empty| Some((empty.concept, true)));
        let name = |concept: u16| self.knowledge.concepts.get(usize::from(concept)).map(|c| c.name.clone());
        let named = nearest.is_some_and(|(_, clearly)| clearly);
        let concept = match nearest {
            Some((concept, true)) => name(concept),
            // Where no word is shared, what else brought them together.
            _ if shared.is_empty() && members.len() > 1 => self.meant(&members).or_else(|| name(nearest?.0)),
            _ => None,
        };
        let point = Point {
            id: first.map(|r| format!("{}@{}", note(r).id, r.remark.place.span.start)).unwrap_or_default(),
            label: unlinked(wording, words, self.knowledge.language),
            interviews: count_distinct(members.iter().map(|r| r.interview).collect()),
            people: count_distinct(sources().filter_map(|source| source.person).collect()),
            companies: count_distinct(sources().filter_map(|source| source.company).collect()),
            cliche,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: group.iter().map(|&i| self.mention(i)).collect(),
            why: Why {
                concept,
                named,
                shared,
                specific: once(members.iter().flat_map(|r| &r.remark.specific).map(String::as_str)),
                empty: once(members.iter().filter(|_| cliche).filter_map(|r| empty_words(r, note(r)))),
                by_hand: false,
                newest: members.iter().filter_map(|r| note(r).date.clone()).max(),
            },
        };
        (point, wording.to_owned())
    }

    /// The names of the senses that most interviews have in common, if any two have one.
    fn meant(&self, members: &[&Said<'_>]) -> Option<String> {
        const MOST: usize = 3;
        let hints =
            members.iter().flat_map(|said| said.remark.features.words.iter().map(|&sign| (sign, said.interview)));
        let mut senses: Vec<(u64, usize)> =
            hints.filter(|(sign, _)| self.knowledge.sense_names.contains_key(sign)).collect();
        senses.sort_unstable();
        senses.dedup();
        let each = senses.chunk_by(|a, b| a.0 == b.0).filter(|interviews| interviews.len() > 1);
        let mut named: Vec<(usize, &str)> =
            each.filter_map(|of| Some((of.len(), self.knowledge.sense_names.get(&of[0].0)?.as_str()))).collect();
        named.sort_by_key(|&(interviews, name)| (Reverse(interviews), name));
        let names: Vec<&str> = named.into_iter().take(MOST).map(|(_, name)| name).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    pub(crate) fn mention(&self, remark: usize) -> Mention {
        let said = &self.remarks[remark];
        mention(&self.notes[said.note], &said.remark.bytes, said.remark.place)
    }

    /// The wordings of a group that were compared, in an order that the order of the notes does not change: for each its position in
    /// [`Remarks::likeness`], and one remark.
    pub(crate) fn compared(&self, group: &[usize]) -> Vec<(usize, usize)> {
        let mut spoken = self.spoken(group);
        spoken.dedup_by_key(|&mut (wording, _)| wording);
        spoken.into_iter().filter_map(|(wording, remark)| Some((self.compared[wording]?, remark))).collect()
    }

    /// The wordings of a group that can be compared, once for each interview that uses them, in an order that the order of the notes does
    /// not change; each with the first remark in which it stands.
    fn spoken(&self, group: &[usize]) -> Vec<(usize, usize)> {
        let place = |&remark: &usize| {
            let source = self.sources[self.remarks[remark].note];
            Some((self.wordings[remark]?, source.rank, remark))
        };
        let mut out: Vec<(usize, usize, usize)> = group.iter().filter_map(place).collect();
        // Within a wording and an interview by the remark, which is the order of the text.
        out.sort_unstable();
        out.dedup_by_key(|&mut (wording, rank, _)| (wording, rank));
        out.into_iter().map(|(wording, _, remark)| (wording, remark)).collect()
    }
}

/// For each remark the number of its wording, and for each wording one remark that has it. Empty praise is not compared, so it has none.
///
/// Grouping must not see the order of the notes: wordings are numbered by the words, which settle equal similarities.
fn distinct<'a>(remarks: &'a [Said<'a>]) -> (Vec<Option<usize>>, Vec<(usize, Wording<'a>)>) {
    let mut known: FxHashMap<Wording<'a>, usize> = FxHashMap::default();
    let mut distinct: Vec<(usize, Wording<'a>)> = Vec::new();
    let mut wordings: Vec<Option<usize>> = (0..)
        .zip(remarks)
        .map(|(remark, said)| {
            let wording = (said.remark.features.words.as_slice(), said.remark.doubtful);
            said.remark.cliche.is_none().then(|| {
                *known.entry(wording).or_insert_with(|| {
                    distinct.push((remark, wording));
                    distinct.len() - 1
                })
            })
        })
        .collect();
    distinct.sort_unstable_by_key(|&(_, wording)| wording);
    let mut places = vec![0; distinct.len()];
    for (place, (_, wording)) in distinct.iter().enumerate() {
        places[known[wording]] = place;
    }
    for wording in wordings.iter_mut().flatten() {
        *wording = places[*wording];
    }
    (wordings, distinct)
}

fn sources(notes: &[Note]) -> Vec<Source> {
    let mut ids: Vec<&str> = notes.iter().map(|note| note.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let ranks: FxHashMap<&str, usize> = ids.into_iter().zip(0..).collect();
    // Names are mostly written alike, so few have to be brought into one form.
    let mut written: FxHashMap<(&str, &str), [Option<usize>; 2]> = FxHashMap::default();
    let (mut people, mut companies) = (Numbers::default(), Numbers::default());
    let mut named = |who: &str, company: &str| {
        let company = company.trim().to_lowercase();
        [people.of(format!("{} {company}", who.trim().to_lowercase())), companies.of(company)]
    };
    let mut source = |note: &Note, names| {
        let [person, company] = *written.entry(names).or_insert_with(|| named(&note.who, &note.company));
        Source { rank: ranks[note.id.as_str()], person, company }
    };
    notes.iter().map(|note| source(note, (&note.who, &note.company))).collect()
}

/// Numbers for names.
#[derive(Default)]
struct Numbers(FxHashMap<String, usize>);

impl Numbers {
    fn of(&mut self, name: String) -> Option<usize> {
        let next = self.0.len();
        (!name.trim().is_empty()).then(|| *self.0.entry(name).or_insert(next))
    }
}

fn count_distinct(mut numbers: Vec<usize>) -> usize {
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len()
}

pub(crate) fn mention(note: &Note, bytes: &Range<usize>, place: Place) -> Mention {
    Mention {
        note: note.id.clone(),
        span: place.span,
        context: place.context,
        text: note.text[bytes.clone()].to_owned(),
    }
}

/// Empty praise is not compared with anything: what comes nearest to one wording of the catalogue is one point.
fn empty_praise(remarks: &[Said<'_>]) -> impl Iterator<Item = Vec<usize>> + use<> {
    let mut out: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for (index, said) in remarks.iter().enumerate() {
        if let Some(cliche) = &said.remark.cliche {
            out.entry(cliche.concept).or_default().push(index);
        }
    }
    out.into_values()
}

/// What grouping begins with, each with the position of its first interview among those of its wording: interviews that use the same words
/// are one from the start, unless there is nothing in these words to compare. Takes for each wording the remarks of each interview.
fn seeds(said: &[Vec<Vec<usize>>], space: &Space<'_>) -> Vec<(Seed, usize)> {
    let mut out = Vec::new();
    for (wording, interviews) in said.iter().enumerate() {
        let all = interviews.len();
        let count = if space.likeness(wording, wording) >= THRESHOLD { all } else { 1 };
        out.extend((0..all).step_by(count).map(|first| (Seed { wording, count }, first)));
    }
    out
}

/// Words that at least two interviews share, most shared first.
fn shared(members: &[&Said<'_>]) -> Vec<String> {
    if members.len() < 2 {
        return Vec::new();
    }
    let mut places: FxHashMap<&Word, usize> = FxHashMap::default();
    let mut seen: Vec<(&Word, Vec<usize>)> = Vec::new();
    for said in members {
        for token in said.remark.telling.iter().map(|&at| &said.remark.tokens[at]) {
            let place = *places.entry(&token.stem).or_insert_with(|| {
                seen.push((&token.word, Vec::new()));
                seen.len() - 1
            });
            seen[place].1.push(said.interview);
        }
    }
    let counted = seen.into_iter().map(|(word, interviews)| (word, count_distinct(interviews)));
    let mut shared: Vec<(&Word, usize)> = counted.filter(|&(_, interviews)| interviews > 1).collect();
    shared.sort_by_key(|&(_, interviews)| Reverse(interviews));
    shared.into_iter().map(|(word, _)| word.to_string()).collect()
}

fn empty_words<'n>(said: &Said<'_>, note: &'n Note) -> Option<&'n str> {
    said.remark.cliche.as_ref().map(|cliche| &note.text[cliche.cue.clone()])
}

/// Each of the words once, in the order of the text.
fn once<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for word in words {
        if !out.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            out.push(word.to_owned());
        }
    }
    out
}
