//! From remarks to points: which remarks belong together, and what is said of them then.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::clause::is_stop_word;
use crate::group::{Seed, groups};
use crate::hear::Said;
use crate::label::{clearest, unlinked};
use crate::language::is_little;
use crate::lexicon::Knowledge;
use crate::reading::Place;
use crate::report::{Language, Mention, Note, Point, Why};
use crate::similarity::{Item, Space};

/// All remarks of one analysis with what is needed to tell how they belong together. A remark is known by its position in `remarks`.
pub(crate) struct Remarks<'a> {
    pub(crate) remarks: &'a [Said<'a>],
    pub(crate) notes: &'a [Note],
    knowledge: &'a Knowledge,
    /// For each remark its wording; empty praise is not compared, so it has none.
    wordings: Vec<Option<usize>>,
    space: Space<'a>,
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

/// For each wording (what of it is compared, and whether it is doubtful), the remarks of each interview, by id.
type Wordings<'a> = BTreeMap<(&'a [u64], bool), BTreeMap<(&'a str, usize), Vec<usize>>>;

impl<'a> Remarks<'a> {
    pub(crate) fn new(remarks: &'a [Said<'a>], notes: &'a [Note], knowledge: &'a Knowledge) -> Self {
        // Grouping must not see the order of the notes: equal similarities are settled by the words.
        let mut distinct: Wordings<'a> = BTreeMap::new();
        for (index, said) in remarks.iter().enumerate().filter(|(_, said)| said.remark.cliche.is_none()) {
            let wording = distinct.entry((&said.remark.features.words, said.remark.doubtful)).or_default();
            wording.entry((&notes[said.note].id, said.interview)).or_default().push(index);
        }
        let items = distinct.iter().filter_map(|(&(_, doubtful), by)| {
            let &first = by.values().next()?.first()?;
            let features = &remarks[first].remark.features;
            Some(Item { interviews: by.keys().map(|k| k.1).collect(), features, doubtful })
        });
        let space = Space::new(items.collect(), knowledge);
        let said: Vec<Vec<Vec<usize>>> = distinct.into_values().map(|by| by.into_values().collect()).collect();
        let mut wordings = vec![None; remarks.len()];
        for (wording, by) in said.iter().enumerate() {
            for &remark in by.iter().flatten() {
                wordings[remark] = Some(wording);
            }
        }
        let seeds = seeds(&said, &space);
        let grouped = groups(&seeds.iter().map(|(seed, _)| *seed).collect::<Vec<_>>(), &space);
        let members = |group: Vec<usize>| {
            let seeds = group.into_iter().map(|at| seeds[at]);
            seeds
                .flat_map(|(seed, first)| said[seed.wording][first..first + seed.count].iter().flatten().copied())
                .collect()
        };
        let groups: Vec<Vec<usize>> = grouped.into_iter().map(members).chain(empty_praise(remarks)).collect();
        Self { remarks, notes, knowledge, wordings, space, groups }
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

    /// How alike each of these remarks is to each, by their positions among these. Empty praise must not be among them.
    pub(crate) fn pairs(&self, remarks: &[usize]) -> crate::similarity::Likeness {
        self.space.pairs(&remarks.iter().filter_map(|&remark| self.wordings[remark]).collect::<Vec<_>>())
    }

    /// How alike a remark is to some others, on average.
    pub(crate) fn average(&self, remark: usize, others: &[usize]) -> f32 {
        others.iter().map(|&other| self.likeness(remark, other)).sum::<f32>() / others.len().max(1) as f32
    }

    /// The likeness from which two groups are one point.
    pub(crate) fn threshold(&self) -> f32 {
        self.space.threshold()
    }

    /// The point that these remarks make, which come in the order of the text, and the clearest of its wordings.
    pub(crate) fn point(&self, group: &[usize]) -> (Point, String) {
        let members: Vec<&Said<'_>> = group.iter().map(|&i| &self.remarks[i]).collect();
        let note = |said: &Said<'_>| &self.notes[said.note];
        let distinct = |key: &dyn Fn(&Note) -> String| {
            members.iter().map(|r| key(note(r))).filter(|k| !k.trim().is_empty()).collect::<BTreeSet<_>>().len()
        };
        let spoken = self.spoken(group);
        let wordings: Vec<usize> = spoken.iter().map(|&(wording, _)| wording).collect();
        let words = spoken.iter().map(|&(_, remark)| self.remarks[remark].remark.tokens.as_slice());
        let label = clearest(self.space.nearness(&wordings).into_iter().zip(words));
        let label = spoken.get(label).map(|&(_, remark)| &self.remarks[remark]);
        let cliche = members.iter().all(|r| r.remark.cliche.is_some());
        let concept = match members.first().and_then(|r| r.remark.cliche.as_ref()) {
            Some(empty) if cliche => Some(empty.concept),
            _ => self.space.concept(&wordings),
        };
        let first = members.first();
        let wording = label.or(first.copied()).map(|r| r.text.to_owned()).unwrap_or_default();
        let point = Point {
            id: first.map(|r| format!("{}@{}", note(r).id, r.remark.place.span.start)).unwrap_or_default(),
            label: unlinked(&wording, self.knowledge.language),
            interviews: members.iter().map(|r| r.interview).collect::<BTreeSet<_>>().len(),
            people: distinct(&|n| format!("{} {}", n.who.trim().to_lowercase(), n.company.trim().to_lowercase())),
            companies: distinct(&|n| n.company.trim().to_lowercase()),
            cliche,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: group.iter().map(|&i| self.mention(i)).collect(),
            why: Why {
                concept: concept.and_then(|c| self.knowledge.concepts.get(usize::from(c))).map(|c| c.name.clone()),
                shared: shared(&members, self.knowledge.language),
                specific: once(members.iter().flat_map(|r| &r.remark.specific).map(String::as_str)),
                empty: once(members.iter().filter(|_| cliche).filter_map(|r| empty_words(r, note(r)))),
                by_hand: false,
                newest: members.iter().filter_map(|r| note(r).date.clone()).max(),
            },
        };
        (point, wording)
    }

    pub(crate) fn mention(&self, remark: usize) -> Mention {
        let said = &self.remarks[remark];
        mention(&self.notes[said.note], &said.remark.bytes, said.remark.place)
    }

    /// One remark for each of the wordings of a group that can be compared, in an order that the order of the notes does not change.
    pub(crate) fn wordings_of(&self, group: &[usize]) -> Vec<usize> {
        let mut spoken = self.spoken(group);
        spoken.dedup_by_key(|&mut (wording, _)| wording);
        spoken.into_iter().map(|(_, remark)| remark).collect()
    }

    /// The wordings of a group that can be compared, once for each interview that uses them, in an order that the order of the notes does
    /// not change; each with the first remark in which it stands.
    fn spoken(&self, group: &[usize]) -> Vec<(usize, usize)> {
        let mut out = BTreeMap::new();
        for &remark in group {
            if let Some(wording) = self.wordings[remark] {
                let said = &self.remarks[remark];
                out.entry((wording, &self.notes[said.note].id, said.interview)).or_insert(remark);
            }
        }
        out.into_iter().map(|((wording, ..), remark)| (wording, remark)).collect()
    }
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
        let count = if space.likeness(wording, wording) >= space.threshold() { all } else { 1 };
        out.extend((0..all).step_by(count).map(|first| (Seed { wording, count }, first)));
    }
    out
}

/// Words that at least two interviews share, most shared first.
fn shared(members: &[&Said<'_>], language: Language) -> Vec<String> {
    let mut seen: Vec<(String, String, BTreeSet<usize>)> = Vec::new();
    for remark in members {
        for token in remark.remark.tokens.iter().filter(|t| tells(&t.word, language) && !t.is_number()) {
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

/// Whether a word tells points apart.
fn tells(word: &str, language: Language) -> bool {
    match language {
        Language::English => !is_stop_word(word),
        Language::Other => !is_little(word),
    }
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
