//! How alike the remarks of one analysis are.
//!
//! Three views, added up: the signs (stems and senses) that two remarks share, weighed by rarity; the fitted vectors; and the concepts of the
//! catalogue that both name. In all three, what several remarks of one interview share counts less: it is the trade they talk about, not
//! the point. The figures behind the weights are in `docs/adr/0003-fitted-table.md`.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::lexicon::{Knowledge, Wording, fnv1a, unit};
use crate::rows::Rows;

/// What of one wording is compared, as far as it depends on nothing else.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    /// The signs in the order of the words, by the hash of their text. See [`Knowledge::signs_of`].
    pub(crate) words: Vec<u64>,
    /// Each sign once, in order, and how much it says.
    signs: Vec<(u64, f32)>,
    /// Fitted, of length 1; empty without a table.
    vector: Vec<f32>,
    /// The concepts it may name, with their probabilities in [`CERTAIN`]ths: sums of whole numbers are exact in any order.
    profile: Vec<(u16, u32)>,
}

/// What is compared: one wording, and the interviews in which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Item<'a> {
    pub(crate) interviews: Vec<usize>,
    pub(crate) features: &'a Features,
    /// Worded like something that is no praise, or about somebody else than the candidate.
    pub(crate) doubtful: bool,
}

/// The wordings of one analysis, ready to be compared with each other.
///
/// The likeness of two wordings is the product of two vectors, times the lower trust of the two: so what a wording has in common with a
/// whole group is found by its product with the group's sum, without looking at each pair.
#[derive(Debug)]
pub(crate) struct Space<'a> {
    items: Vec<Item<'a>>,
    places: Vec<Place>,
    /// The fitted part of each, with the middle of all remarks taken out.
    vectors: Vec<f32>,
    width: usize,
    /// How many keys there are in [`Place::sparse`].
    keys: usize,
    /// A number for each key, 0 between calls.
    spread: RefCell<Vec<f32>>,
}

#[derive(Debug, Default)]
struct Place {
    /// By how much its similarities count.
    trust: f32,
    /// The concepts by number, then the signs, as many as there are: less of both where one interview names them again and again.
    sparse: Vec<(u32, f32)>,
}

/// The similarity of each of some wordings with each, itself included: of about 0 for strangers, up to 0.85 (1 without a table).
///
/// Kept in whole parts of 1/4096: machines may differ in the last bits of a logarithm, groups must not; sums of whole numbers are exact in
/// any order; and two bytes a pair are half of what a float takes.
#[derive(Debug)]
pub(crate) struct Likeness {
    count: usize,
    /// For each wording, its similarity with itself and all later ones.
    parts: Vec<i16>,
}

/// The sum of many wordings: see [`Space::sum`].
#[derive(Debug, Clone)]
struct Sum {
    count: usize,
    /// See [`LAYERS`].
    layers: [Layer; 2],
}

#[derive(Debug, Clone)]
struct Layer {
    share: f32,
    of_trusted: bool,
    vector: Vec<f32>,
    sparse: Vec<(u32, f32)>,
}

/// A probability of 1.
const CERTAIN: f32 = 65_536.0;
/// The weight of a sign that the knowledge does not have: it is rare.
const UNKNOWN: f32 = 0.95;
/// Numbers are shared by accident.
const FIGURE: f32 = 0.15;
/// Half the weight is lost where every interview that has the sign has it in several remarks.
const REPEATED: f32 = 0.5;

/// What such a remark is worth: it is often a doubt or a fact about the job that no frame has caught.
const DOUBTFUL: f32 = 0.65;

/// What a sum is made of: all wordings, weighed by the trust that all share, and those that are trusted, by what these share besides; each with
/// whether it is of those that are trusted alone.
const LAYERS: [(f32, bool); 2] = [(DOUBTFUL, false), (1.0 - DOUBTFUL, true)];

/// A sense counts so many times as much as a word.
const SENSE: f32 = 2.5;

const SHARED_SIGNS: f32 = 0.35;
const VECTORS: f32 = 0.25;
const CONCEPTS: f32 = 0.25;

impl Features {
    pub(crate) fn of(signs: &[Cow<'_, str>], knowledge: &Knowledge) -> Self {
        let known: Vec<Sign> = signs.iter().map(|sign| Sign::of(sign, knowledge)).collect();
        let distinct = once(&known);
        let vector = vector(&known, knowledge);
        let profile = profile(&distinct, &vector, knowledge);
        let mut signs: Vec<(u64, f32)> =
            distinct.iter().map(|sign| (sign.hash, sign.weight * emphasis(sign, &known))).collect();
        let unsaid: Vec<_> = expected_senses(&profile, knowledge)
            .into_iter()
            .filter(|&(hash, _)| distinct.iter().all(|sign| sign.hash != hash))
            .collect();
        signs.extend(unsaid);
        signs.sort_unstable_by_key(|&(hash, _)| hash);
        Self { words: known.iter().map(|sign| sign.hash).collect(), signs, vector, profile }
    }
}

impl Likeness {
    const PARTS: f32 = 4096.0;

    pub(crate) fn parts(&self, a: usize, b: usize) -> i16 {
        let (a, b) = (a.min(b), a.max(b));
        self.parts[a * (2 * self.count - a + 1) / 2 + b - a]
    }

    /// Of a wording with itself and all later ones.
    pub(crate) fn row(&self, a: usize) -> &[i16] {
        let start = a * (2 * self.count - a + 1) / 2;
        &self.parts[start..start + self.count - a]
    }

    /// The fewest parts that reach a similarity.
    pub(crate) fn least(similarity: f32) -> i16 {
        (similarity * Self::PARTS).ceil() as i16
    }

    /// The average similarity, of a sum of [`Likeness::parts`] over so many pairs.
    pub(crate) fn average(sum: i64, pairs: usize) -> f32 {
        sum as f32 / Self::PARTS / pairs as f32
    }

    fn rounded(similarity: f32) -> i16 {
        // Halves away from 0, as `f32::round` does, which calls a library function where the processor lacks one. The number just below one
        // half, or what lies just below a half would be carried over it.
        const HALF: f32 = 0.5 - f32::EPSILON / 4.0;
        let scaled = similarity * Self::PARTS;
        (scaled + HALF.copysign(scaled)) as i16
    }

    #[cfg(test)]
    pub(crate) fn from_pairs(count: usize, similarity: impl Fn(usize, usize) -> f32) -> Self {
        let pairs = (0..count).flat_map(|a| (a..count).map(move |b| (a, b)));
        Self { count, parts: pairs.map(|(a, b)| Self::rounded(similarity(a, b))).collect() }
    }
}

impl<'a> Space<'a> {
    /// The order of `items` must not depend on the order of the interviews, or rounding may.
    pub(crate) fn new(items: Vec<Item<'a>>, knowledge: &Knowledge) -> Self {
        let width = knowledge.width;
        let concepts = if width > 0 { knowledge.concepts.len() } else { 0 };
        let (numbers, keys) = numbered_signs(&items, concepts);
        let rarity = Rarity::of(&items, &numbers, concepts, keys);
        let signs_share = if width > 0 { SHARED_SIGNS.sqrt() } else { 1.0 };
        let place = |(item, numbers): (&Item<'_>, &Vec<u32>)| {
            let mut sparse: Vec<(u32, f32)> = Vec::with_capacity(item.features.profile.len() + numbers.len());
            sparse.extend(
                item.features
                    .profile
                    .iter()
                    .map(|&(c, p)| (u32::from(c), p as f32 / CERTAIN * (CONCEPTS * rarity.of_concept(c)).sqrt())),
            );
            let first = sparse.len();
            let signs = item.features.signs.iter().zip(numbers);
            sparse.extend(signs.map(|(&(_, weight), &number)| (number, weight * rarity.of_sign(number))));
            let length = sparse[first..].iter().map(|(_, w)| w * w).sum::<f32>().sqrt().max(1e-9);
            for (_, w) in &mut sparse[first..] {
                *w *= signs_share / length;
            }
            sparse[first..].sort_unstable_by_key(|&(number, _)| number);
            Place { trust: if item.doubtful { DOUBTFUL } else { 1.0 }, sparse }
        };
        let places = items.iter().zip(&numbers).map(place).collect();
        let vectors = centred(&items, width);
        Self { items, places, vectors, width, keys, spread: RefCell::new(vec![0.0; keys]) }
    }

    /// The similarity from which two groups count as one point.
    pub(crate) fn threshold(&self) -> f32 {
        if self.width > 0 { 0.11 } else { 0.14 }
    }

    /// How alike two wordings are; see [`Likeness`].
    pub(crate) fn likeness(&self, a: usize, b: usize) -> f32 {
        f32::from(Likeness::rounded(self.product(a, b))) / Likeness::PARTS
    }

    fn product(&self, a: usize, b: usize) -> f32 {
        let dense: f32 = self.vector(a).iter().zip(self.vector(b)).map(|(x, y)| x * y).sum();
        let (one, mut other) = (&self.places[a], self.places[b].sparse.as_slice());
        let mut sum = 0.0;
        for &(key, value) in &one.sparse {
            let skip = other.iter().take_while(|&&(theirs, _)| theirs < key).count();
            other = &other[skip..];
            if let Some(&(theirs, with)) = other.first().filter(|&&(theirs, _)| theirs == key) {
                debug_assert_eq!(theirs, key);
                sum += value * with;
            }
        }
        (dense + sum) * one.trust.min(self.places[b].trust)
    }

    fn vector(&self, item: usize) -> &[f32] {
        &self.vectors[item * self.width..(item + 1) * self.width]
    }

    /// Of each of these wordings with each.
    pub(crate) fn pairs(&self, wordings: &[usize]) -> Likeness {
        let count = wordings.len();
        let flat: Vec<f32> = wordings.iter().flat_map(|&w| self.vector(w)).copied().collect();
        let rows = Rows::of(&flat, self.width);
        let mut postings = Postings::new(self.keys);
        for (at, &wording) in wordings.iter().enumerate() {
            postings.add(at, &self.places[wording].sparse);
        }
        let mut parts = Vec::with_capacity(count * (count + 1) / 2);
        let (mut sparse, mut dense) = (Vec::new(), Vec::new());
        for (a, &wording) in wordings.iter().enumerate() {
            let place = &self.places[wording];
            postings.dots(&place.sparse, a, count, &mut sparse);
            rows.dots(self.vector(wording), a, &mut dense);
            dense.resize(count, 0.0);
            let both = sparse[a..].iter().zip(&dense[a..]).zip(&wordings[a..]);
            parts.extend(both.map(|((sparse, dense), &other)| {
                Likeness::rounded((dense + sparse) * place.trust.min(self.places[other].trust))
            }));
        }
        Likeness { count, parts }
    }

    /// For each wording of a group, the average of its likeness with all of them.
    pub(crate) fn nearness(&self, group: &[usize]) -> Vec<f32> {
        let mut out = vec![0.0; group.len()];
        let mut spread = self.spread.borrow_mut();
        for (share, of_trusted) in LAYERS {
            let members = || group.iter().filter(|&&wording| self.places[wording].counts(of_trusted));
            let mut sum = vec![0.0; self.width];
            for &wording in members() {
                for (s, v) in sum.iter_mut().zip(self.vector(wording)) {
                    *s += v;
                }
                for &(key, value) in &self.places[wording].sparse {
                    spread[key as usize] += value;
                }
            }
            for (near, &wording) in out.iter_mut().zip(group) {
                if self.places[wording].counts(of_trusted) {
                    let dense: f32 = self.vector(wording).iter().zip(&sum).map(|(x, y)| x * y).sum();
                    let sparse: f32 = self.places[wording].sparse.iter().map(|&(k, v)| v * spread[k as usize]).sum();
                    *near += share * (dense + sparse) / group.len() as f32;
                }
            }
            for &(key, _) in members().flat_map(|&wording| &self.places[wording].sparse) {
                spread[key as usize] = 0.0;
            }
        }
        out
    }

    /// For each of `wordings` the group with which its average likeness is highest, if that reaches the threshold. A group is told by its
    /// wordings and how often each was said.
    pub(crate) fn nearest(&self, groups: &[Vec<(usize, usize)>], wordings: &[usize]) -> Vec<Option<usize>> {
        let sums: Vec<Sum> = groups.iter().map(|group| self.sum(group.iter().copied())).collect();
        let least = Likeness::rounded(self.threshold());
        let mut out = vec![None; wordings.len()];
        for doubtful in [false, true] {
            let mut flat = Vec::with_capacity(groups.len() * self.width);
            let mut postings = Postings::new(self.keys);
            for (number, sum) in sums.iter().enumerate() {
                let middle = sum.middle(doubtful);
                flat.extend(&middle.vector);
                postings.add(number, &middle.sparse);
            }
            let rows = Rows::of(&flat, self.width);
            let (mut sparse, mut dense) = (Vec::new(), Vec::new());
            for (found, &wording) in out.iter_mut().zip(wordings).filter(|&(_, &w)| self.items[w].doubtful == doubtful)
            {
                postings.dots(&self.places[wording].sparse, 0, groups.len(), &mut sparse);
                rows.dots(self.vector(wording), 0, &mut dense);
                dense.resize(groups.len(), 0.0);
                let mut top = least - 1;
                for (number, (sparse, dense)) in sparse.iter().zip(&dense).enumerate() {
                    let parts = Likeness::rounded(sparse + dense);
                    if parts > top {
                        (top, *found) = (parts, Some(number));
                    }
                }
            }
        }
        out
    }

    /// Of wordings, each taken so many times.
    fn sum(&self, wordings: impl Iterator<Item = (usize, usize)>) -> Sum {
        let layer =
            |(share, of_trusted)| Layer { share, of_trusted, vector: vec![0.0; self.width], sparse: Vec::new() };
        let mut sum = Sum { count: 0, layers: LAYERS.map(layer) };
        for (wording, times) in wordings {
            sum.count += times;
            let (place, times) = (&self.places[wording], times as f32);
            for layer in &mut sum.layers {
                if place.counts(layer.of_trusted) {
                    for (s, v) in layer.vector.iter_mut().zip(self.vector(wording)) {
                        *s += times * v;
                    }
                    layer.sparse.extend(place.sparse.iter().map(|&(key, value)| (key, times * value)));
                }
            }
        }
        for layer in &mut sum.layers {
            layer.sparse = added_up(std::mem::take(&mut layer.sparse));
        }
        sum
    }

    /// The concept that these remarks come nearest to together, and whether they clearly name it. Those of one wording stand together.
    pub(crate) fn concept(&self, items: &[usize]) -> Option<(u16, bool)> {
        const CLEAR: f32 = 0.25;
        let mut named: Vec<(u16, u64)> = Vec::new();
        for same in items.chunk_by(|a, b| a == b) {
            let profile = &self.items[same[0]].features.profile;
            named.extend(profile.iter().map(|&(concept, p)| (concept, u64::from(p) * same.len() as u64)));
        }
        named.sort_unstable();
        let sums = named.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, same.iter().map(|&(_, p)| p).sum::<u64>()));
        // Of equals the first of the catalogue.
        let best = sums.fold((0, 0), |best, next| if next.1 > best.1 { next } else { best });
        (best.1 > 0).then_some((best.0, best.1 as f32 >= CLEAR * CERTAIN * items.len() as f32))
    }
}

impl Place {
    /// Whether the wording is in a layer.
    fn counts(&self, of_trusted: bool) -> bool {
        !of_trusted || self.trust == 1.0
    }
}

impl Sum {
    /// What a wording must be multiplied with to give its average likeness with all in the sum.
    fn middle(&self, doubtful: bool) -> Layer {
        let [all, trusted] = &self.layers;
        let part = |layer: &Layer| layer.share / self.count as f32;
        let mut out =
            Layer { share: 1.0, of_trusted: doubtful, vector: all.vector.clone(), sparse: all.sparse.clone() };
        for v in out.vector.iter_mut().chain(out.sparse.iter_mut().map(|(_, v)| v)) {
            *v *= part(all);
        }
        if !doubtful {
            for (v, t) in out.vector.iter_mut().zip(&trusted.vector) {
                *v += t * part(trusted);
            }
            out.sparse.extend(trusted.sparse.iter().map(|&(key, v)| (key, v * part(trusted))));
            out.sparse = added_up(out.sparse);
        }
        out
    }
}

/// One entry for each key, in order.
fn added_up(mut entries: Vec<(u32, f32)>) -> Vec<(u32, f32)> {
    // Stable, so that values are always added in the same order.
    entries.sort_by_key(|&(key, _)| key);
    entries.dedup_by(|next, kept| {
        let same = next.0 == kept.0;
        if same {
            kept.1 += next.1;
        }
        same
    });
    entries
}

/// For each key, the positions of the lists that hold it, in order, and its value there.
struct Postings(Vec<Vec<(u32, f32)>>);

impl Postings {
    fn new(keys: usize) -> Self {
        Self(vec![Vec::new(); keys])
    }

    fn add(&mut self, at: usize, list: &[(u32, f32)]) {
        for &(key, value) in list {
            self.0[key as usize].push((at as u32, value));
        }
    }

    /// Puts into `out` the dot products of a sparse vector with each of `count` lists, from position `from` on; most share nothing.
    fn dots(&self, vector: &[(u32, f32)], from: usize, count: usize, out: &mut Vec<f32>) {
        out.clear();
        out.resize(count, 0.0);
        for &(key, value) in vector {
            let list = &self.0[key as usize];
            for &(other, theirs) in &list[list.partition_point(|&(at, _)| (at as usize) < from)..] {
                out[other as usize] += value * theirs;
            }
        }
    }
}

/// What is known of a sign.
#[derive(Debug, Clone, Copy)]
struct Sign {
    hash: u64,
    number: Option<u32>,
    weight: f32,
    is_sense: bool,
}

impl Sign {
    fn of(sign: &str, knowledge: &Knowledge) -> Self {
        let number = knowledge.signs.get(sign).copied();
        let known = number.and_then(|id| knowledge.weights.get(id as usize)).copied();
        let weight = if sign.starts_with('#') { FIGURE } else { known.unwrap_or(UNKNOWN) };
        Self { hash: fnv1a(sign.as_bytes()), number, weight, is_sense: sign.starts_with('@') }
    }
}

/// The senses that wordings of the concepts which a remark may name have far more often than others, the likeliest ones, and how much each
/// counts: as one that is said, but for its probability.
fn expected_senses(profile: &[(u16, u32)], knowledge: &Knowledge) -> Vec<(u64, f32)> {
    const MOST: usize = 5;
    const LIKELY: f32 = 0.1;
    const TIMES_AS_OFTEN: f32 = 3.0;
    let mut odds = vec![0.0f32; knowledge.expected.len()];
    let mut certain = 0;
    for &(concept, p) in profile {
        certain += p;
        for &(sense, share) in &knowledge.senses_of_concepts[usize::from(concept)] {
            odds[usize::from(sense)] += p as f32 / CERTAIN * share;
        }
    }
    let of_none = 1.0 - certain as f32 / CERTAIN;
    let mut found: Vec<(f32, u64, f32)> = odds
        .into_iter()
        .zip(&knowledge.expected)
        .filter_map(|(odds, sense)| {
            let odds = odds + of_none * sense.usual;
            let times = odds / sense.usual.max(f32::MIN_POSITIVE);
            (odds >= LIKELY && times >= TIMES_AS_OFTEN).then(|| (odds * times.ln(), sense.hash, odds))
        })
        .collect();
    found.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    found.into_iter().take(MOST).map(|(_, hash, odds)| (hash, odds * SENSE)).collect()
}

/// By how much a sign counts for more or less than its weight: rare ones gain, and so does a sense, the more the more it is hinted at.
fn emphasis(sign: &Sign, signs: &[Sign]) -> f32 {
    const HINT: f32 = 0.3;
    let rarity = sign.weight.sqrt();
    if !sign.is_sense {
        return rarity;
    }
    let hints = signs.iter().filter(|other| other.hash == sign.hash).count();
    rarity * SENSE * (1.0 + HINT * (hints as f32 - 1.0))
}

/// Each sign once.
fn once(signs: &[Sign]) -> Vec<Sign> {
    let mut out = signs.to_vec();
    out.sort_unstable_by_key(|sign| sign.hash);
    out.dedup_by_key(|sign| sign.hash);
    out
}

/// For each item the keys of its signs, which begin behind those of the concepts; and how many keys there are.
fn numbered_signs(items: &[Item<'_>], concepts: usize) -> (Vec<Vec<u32>>, usize) {
    let mut known: FxHashMap<u64, u32> = FxHashMap::default();
    let mut next = concepts as u32;
    let mut number = |hash| {
        *known.entry(hash).or_insert_with(|| {
            next += 1;
            next - 1
        })
    };
    let numbers =
        items.iter().map(|item| item.features.signs.iter().map(|&(hash, _)| number(hash)).collect()).collect();
    (numbers, next as usize)
}

/// How much each key counts: less where one interview has it in several remarks.
struct Rarity(Vec<f32>);

impl Rarity {
    fn of(items: &[Item<'_>], numbers: &[Vec<u32>], concepts: usize, keys: usize) -> Self {
        let mut heard: Vec<(usize, usize)> = Vec::new();
        for (number, item) in items.iter().enumerate() {
            heard.extend(item.interviews.iter().map(|&interview| (interview, number)));
        }
        heard.sort_unstable();
        let mut uses = vec![Use::default(); keys];
        for (interview, item) in heard {
            for &(concept, p) in &items[item].features.profile {
                uses[usize::from(concept)].hear(interview, p);
            }
            for &sign in &numbers[item] {
                uses[sign as usize].hear(interview, 1);
            }
        }
        let factor = |(key, usage): (usize, Use)| {
            if key < concepts {
                // The fourth power of how seldom it happens: a concept that one interview names in many remarks is the trade.
                (usage.tops as f32 / usage.all.max(1) as f32).powi(4)
            } else {
                1.0 - REPEATED * usage.repeated as f32 / usage.interviews.max(1) as f32
            }
        };
        Self(uses.into_iter().enumerate().map(factor).collect())
    }

    fn of_concept(&self, concept: u16) -> f32 {
        self.0[usize::from(concept)]
    }

    fn of_sign(&self, number: u32) -> f32 {
        self.0[number as usize]
    }
}

/// How often a key is used, counted interview by interview; in whole numbers, so that the order of the interviews makes no difference.
#[derive(Debug, Clone, Copy, Default)]
struct Use {
    all: u64,
    /// The strongest use of each interview, added up.
    tops: u64,
    interviews: usize,
    /// In how many interviews it is used more than once.
    repeated: usize,
    /// The last interview, counted from 1, how strong its strongest use is, and how many uses it has.
    last: (usize, u32, usize),
}

impl Use {
    fn hear(&mut self, interview: usize, strength: u32) {
        if self.last.0 != interview + 1 {
            self.last = (interview + 1, 0, 0);
            self.interviews += 1;
        }
        let (_, top, times) = &mut self.last;
        *times += 1;
        self.repeated += usize::from(*times == 2);
        self.all += u64::from(strength);
        self.tops += u64::from(strength.saturating_sub(*top));
        *top = strength.max(*top);
    }
}

fn vector(signs: &[Sign], knowledge: &Knowledge) -> Vec<f32> {
    let mut sum = vec![0.0; knowledge.width];
    for row in signs.iter().filter_map(|sign| knowledge.vector(sign.number?)) {
        for (s, v) in sum.iter_mut().zip(row) {
            *s += v;
        }
    }
    unit(&mut sum);
    sum
}

/// The vectors, the middle of all remarks taken out, of which there is one for each interview that uses a wording.
fn centred(items: &[Item<'_>], width: usize) -> Vec<f32> {
    // The middle of a few remarks is mostly the remarks themselves, so little of it is taken out.
    const TRUSTED: f32 = 5.0;
    let mut mean = vec![0.0f32; width];
    let mut remarks = 0;
    for item in items {
        remarks += item.interviews.len();
        for (m, v) in mean.iter_mut().zip(&item.features.vector) {
            *m += v * item.interviews.len() as f32;
        }
    }
    let out_of_each = 1.0 / (remarks as f32 + TRUSTED);
    let mut vectors = Vec::with_capacity(items.len() * width);
    for item in items {
        let from = vectors.len();
        // Words of which nothing is known would all point away from the middle, and so be alike.
        let known = if item.features.vector.iter().all(|&v| v == 0.0) { 0.0 } else { 1.0 };
        vectors.extend(item.features.vector.iter().zip(&mean).map(|(v, m)| v - known * m * out_of_each));
        let vector = &mut vectors[from..];
        unit(vector);
        for v in vector {
            *v *= VECTORS.sqrt();
        }
    }
    vectors
}

/// The probability of each concept that a remark may name; what is missing to 1 belongs to none.
fn profile(signs: &[Sign], vector: &[f32], knowledge: &Knowledge) -> Vec<(u16, u32)> {
    const NEAR_CENTRE: f32 = 1.5;
    const NEAR_WORDINGS: f32 = 0.5;
    const SHARPNESS: f32 = 10.0;
    const NO_CONCEPT: f32 = 0.7;
    const PRIOR_OF_NONE: f32 = 0.3;
    const LEAST: f32 = 0.005;
    if vector.iter().all(|&v| v == 0.0) {
        return Vec::new();
    }
    let nearest = nearest_wordings(signs, knowledge);
    let mut cosines = Vec::new();
    knowledge.centres.dots(vector, 0, &mut cosines);
    let count = knowledge.concepts.len() as f32;
    let mut odds: Vec<f32> = cosines
        .iter()
        .zip(&nearest)
        .map(|(cosine, near)| {
            let top = 0.5 * near[0] + (near[0] + near[1] + near[2]) / 6.0;
            ((NEAR_CENTRE * cosine + NEAR_WORDINGS * top) * SHARPNESS).exp() / count
        })
        .collect();
    let total: f32 = odds.iter().sum::<f32>() + (NO_CONCEPT * SHARPNESS).exp() * PRIOR_OF_NONE;
    for o in &mut odds {
        *o /= total;
    }
    (0u16..).zip(odds).filter(|&(_, p)| p >= LEAST).map(|(concept, p)| (concept, (p * CERTAIN) as u32)).collect()
}

/// For each concept, the similarities of its three wordings that share most with the signs.
fn nearest_wordings(signs: &[Sign], knowledge: &Knowledge) -> Vec<[f32; 3]> {
    let mut best = vec![[0.0f32; 3]; knowledge.concepts.len()];
    each_like(signs, knowledge, knowledge.wordings.len(), |concept, score| {
        let three = &mut best[usize::from(concept)];
        if score > three[2] {
            three[2] = score;
            if three[2] > three[1] {
                three.swap(1, 2);
            }
            if three[1] > three[0] {
                three.swap(0, 1);
            }
        }
    });
    best
}

/// Tells the concept and the similarity of each wording that shares something with the signs. Looks at the `first` wordings of the knowledge.
fn each_like(signs: &[Sign], knowledge: &Knowledge, first: usize, mut tell: impl FnMut(u16, f32)) {
    // Of each wording what it shares with the signs, 0 between calls; and those that share something.
    thread_local! {
        static SHARED: RefCell<(Vec<f32>, Vec<u32>)> = RefCell::default();
    }
    SHARED.with_borrow_mut(|(dots, touched)| {
        if dots.len() < first {
            dots.resize(first, 0.0);
            touched.resize(first + 1, 0);
        }
        let dots = &mut dots[..first];
        let mut squares = 0.0f32;
        // Each is written behind the last and counted if it is new: without a branch, which could not be foreseen.
        let mut count = 0;
        for sign in signs {
            let square = sign.weight.powi(2);
            squares += square;
            let Some(id) = sign.number else { continue };
            // Postings are in order.
            for &wording in &knowledge.postings[id as usize] {
                let Some(dot) = dots.get_mut(wording as usize) else { break };
                touched[count] = wording;
                count += usize::from(*dot == 0.0);
                *dot += square;
            }
        }
        let inverse = 1.0 / squares.sqrt().max(1e-9);
        for &number in &touched[..count] {
            let Wording { concept, inverse: of_wording } = knowledge.wordings[number as usize];
            tell(concept, std::mem::take(&mut dots[number as usize]) * inverse * of_wording);
        }
    });
}

/// How close a remark comes to the nearest wording of empty praise, 0 to 1, and which concept that is.
pub(crate) fn nearest_cliche(signs: &[Cow<'_, str>], knowledge: &Knowledge) -> Option<(f32, u16)> {
    let stems: Vec<Sign> = signs.iter().filter(|s| !s.starts_with('@')).map(|s| Sign::of(s, knowledge)).collect();
    let mut best: Option<(f32, u16)> = None;
    each_like(&once(&stems), knowledge, knowledge.empty_praise, |concept, score| {
        // Of equals the first of the catalogue.
        if best.is_none_or(|(top, of)| score > top || score == top && concept < of) {
            best = Some((score, concept));
        }
    });
    best.filter(|&(score, _)| score > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_like_round() {
        for step in -32_768i16..=32_767 {
            for near in [-f32::EPSILON, 0.0, f32::EPSILON] {
                let similarity = f32::from(step) / 32_768.0 * (1.0 + near);
                assert_eq!(f32::from(Likeness::rounded(similarity)), (similarity * 4096.0).round(), "{similarity}");
            }
        }
    }
}
