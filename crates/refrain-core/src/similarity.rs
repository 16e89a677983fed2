//! How alike the remarks of one analysis are.
//!
//! Three views, added up: the signs (stems and senses) that two remarks share, weighed by rarity; the fitted vectors; and the concepts of the
//! catalogue that both name. In all three, what several remarks of one interview share counts less: it is the trade they talk about, not
//! the point. The figures behind the weights are in `docs/adr/0003-fitted-table.md`.

use std::borrow::Cow;
use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::direction::{COLUMNS, Direction, part};
use crate::lexicon::{Knowledge, Wording, fnv1a};
use crate::number::{exp, whole};

/// What of one wording is compared, as far as it depends on nothing else.
#[derive(Debug, Clone, Default)]
pub(crate) struct Features {
    /// The signs in the order of the words, by the hash of their text. See [`Knowledge::signs_of`].
    pub(crate) words: Vec<u64>,
    /// Each sign once, in order, and how much it says.
    signs: Vec<(u64, f32)>,
    /// Fitted; nothing without a table.
    vector: Direction,
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
    /// The middle of all remarks, which is taken out of each.
    middle: Direction,
    /// Its product with itself.
    middle_square: i32,
    /// How many keys there are in [`Place::sparse`].
    keys: usize,
    /// A number for each key, 0 between calls.
    spread: RefCell<Vec<f32>>,
}

#[derive(Debug, Default)]
struct Place {
    /// By how much its similarities count.
    trust: f32,
    fitted: Fitted,
    /// The concepts by number, then the signs, as many as there are: less of both where one interview names them again and again.
    sparse: Vec<(u32, f32)>,
}

/// What is to be known of a fitted vector to multiply it with others, the middle of all remarks being taken out of both.
#[derive(Debug, Clone, Copy, Default)]
struct Fitted {
    /// Its product with the middle.
    along: i32,
    /// 1 through its length without the middle, times the root of [`VECTORS`]; 0 if nothing is known of its words, which would all point away
    /// from the middle, and so be alike.
    inverse: f32,
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
    vector: [f32; COLUMNS],
    sparse: Vec<(u32, f32)>,
}

/// The average of fitted parts.
struct Average {
    direction: Direction,
    /// Its product with the middle of all remarks.
    along: i32,
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

/// The likeness from which two groups are one point.
pub(crate) const THRESHOLD: f32 = 0.14;

const SHARED_SIGNS: f32 = 0.35;
const VECTORS: f32 = 0.35;
const CONCEPTS: f32 = 0.25;

impl Features {
    pub(crate) fn of(signs: &[Cow<'_, str>], knowledge: &Knowledge) -> Self {
        let known: Vec<Sign> = signs.iter().map(|sign| Sign::of(sign, knowledge)).collect();
        let distinct = once(&known);
        let vector = vector(&known, knowledge);
        let signs = distinct.iter().map(|sign| (sign.hash, sign.weight * emphasis(sign, &known))).collect();
        let words = known.iter().map(|sign| sign.hash).collect();
        Self { words, signs, profile: profile(&vector, knowledge), vector }
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
        whole(similarity * Self::PARTS)
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
        // The middle of a few remarks is mostly the remarks themselves, so little of it is taken out.
        const TRUSTED: usize = 5;
        let is_fitted = knowledge.width > 0;
        let concepts = if is_fitted { knowledge.concepts.len() } else { 0 };
        let (numbers, keys) = numbered_signs(&items, concepts);
        let rarity = Rarity::of(&items, &numbers, concepts, keys);
        let each = items.iter().map(|item| (&item.features.vector, item.interviews.len()));
        let middle = Direction::middle(each, TRUSTED);
        let signs_share = if is_fitted { SHARED_SIGNS.sqrt() } else { 1.0 };
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
            let fitted = Fitted::of(&item.features.vector, &middle);
            Place { trust: if item.doubtful { DOUBTFUL } else { 1.0 }, fitted, sparse }
        };
        let places = items.iter().zip(&numbers).map(place).collect();
        Self {
            items,
            places,
            middle_square: middle.times(&middle),
            middle,
            keys,
            spread: RefCell::new(vec![0.0; keys]),
        }
    }

    /// How alike two wordings are; see [`Likeness`].
    pub(crate) fn likeness(&self, a: usize, b: usize) -> f32 {
        f32::from(Likeness::rounded(self.product(a, b))) / Likeness::PARTS
    }

    fn product(&self, a: usize, b: usize) -> f32 {
        let (one, theirs) = (&self.places[a], &self.places[b]);
        let dense = self.fitted(self.vector(a).times(self.vector(b)), one.fitted, theirs.fitted);
        let mut other = theirs.sparse.as_slice();
        let mut sum = 0.0;
        for &(key, value) in &one.sparse {
            let skip = other.iter().take_while(|&&(theirs, _)| theirs < key).count();
            other = &other[skip..];
            if let Some(&(_, with)) = other.first().filter(|&&(theirs, _)| theirs == key) {
                sum += value * with;
            }
        }
        (dense + sum) * least(one.trust, theirs.trust)
    }

    fn vector(&self, item: usize) -> &Direction {
        &self.items[item].features.vector
    }

    /// The fitted part of a likeness, by the product of the two vectors.
    fn fitted(&self, product: i32, one: Fitted, other: Fitted) -> f32 {
        part(product - one.along - other.along + self.middle_square) * (one.inverse * other.inverse)
    }

    /// Of each of these wordings with each.
    pub(crate) fn pairs(&self, wordings: &[usize]) -> Likeness {
        let count = wordings.len();
        let vectors: Vec<Direction> = wordings.iter().map(|&w| self.vector(w).clone()).collect();
        let places = || wordings.iter().map(|&wording| &self.places[wording]);
        let along: Vec<i32> = places().map(|place| place.fitted.along).collect();
        let inverse: Vec<f32> = places().map(|place| place.fitted.inverse).collect();
        let trust: Vec<f32> = places().map(|place| place.trust).collect();
        let mut postings = Postings::new(self.keys);
        for (at, place) in places().enumerate() {
            postings.add(at, &place.sparse);
        }
        let mut parts = vec![0; count * (count + 1) / 2];
        let mut rest = parts.as_mut_slice();
        let (mut sparse, mut products) = (Vec::new(), Vec::new());
        for (a, place) in places().enumerate() {
            let Some((row, behind)) = rest.split_at_mut_checked(count - a) else { break };
            rest = behind;
            postings.dots(&place.sparse, a, count, &mut sparse);
            vectors[a].times_each(&vectors[a..], &mut products);
            let dense = products.iter().zip(&along[a..]).zip(&inverse[a..]);
            let both = dense.zip(&sparse[a..]).zip(&trust[a..]);
            for (parts, ((((&product, &along), &inverse), sparse), &trust)) in row.iter_mut().zip(both) {
                let dense = self.fitted(product, place.fitted, Fitted { along, inverse });
                *parts = Likeness::rounded((dense + sparse) * least(place.trust, trust));
            }
        }
        Likeness { count, parts }
    }

    /// For each wording of a group, the average of its likeness with all of them.
    pub(crate) fn nearness(&self, group: &[usize]) -> Vec<f32> {
        let mut out = vec![0.0; group.len()];
        let mut spread = self.spread.borrow_mut();
        // Where all are trusted, both layers are the same.
        let trusted = group.iter().all(|&wording| self.places[wording].counts(true));
        let layers = if trusted { [(1.0, false)].as_slice() } else { &LAYERS };
        for &(share, of_trusted) in layers {
            let members = || group.iter().filter(|&&wording| self.places[wording].counts(of_trusted));
            let part = share / group.len() as f32;
            let mut sum = [0.0; COLUMNS];
            for &wording in members() {
                self.add(wording, 1.0, &mut sum);
                for &(key, value) in &self.places[wording].sparse {
                    spread[key as usize] += value;
                }
            }
            let average = self.average(&sum, part);
            for (near, &wording) in out.iter_mut().zip(group) {
                if self.places[wording].counts(of_trusted) {
                    let sparse: f32 = self.places[wording].sparse.iter().map(|&(k, v)| v * spread[k as usize]).sum();
                    *near += self.with_average(wording, &average) + part * sparse;
                }
            }
            for &(key, _) in members().flat_map(|&wording| &self.places[wording].sparse) {
                spread[key as usize] = 0.0;
            }
        }
        out
    }

    /// Adds the fitted part of a wording, so many times, to a sum of such.
    fn add(&self, wording: usize, times: f32, sum: &mut [f32; COLUMNS]) {
        let times = times * self.places[wording].fitted.inverse;
        if times != 0.0 {
            self.vector(wording).add_to(sum, times);
            self.middle.add_to(sum, -times);
        }
    }

    /// Of a sum of fitted parts, to be multiplied with one.
    fn average(&self, sum: &[f32], part: f32) -> Average {
        let direction = Direction::scaled(sum, part);
        Average { along: self.middle.times(&direction), direction }
    }

    fn with_average(&self, wording: usize, average: &Average) -> f32 {
        part(self.vector(wording).times(&average.direction) - average.along) * self.places[wording].fitted.inverse
    }

    /// For each of `wordings` the group with which its average likeness is highest, if that reaches the threshold. A group is told by its
    /// wordings and how often each was said.
    pub(crate) fn nearest(&self, groups: &[Vec<(usize, usize)>], wordings: &[usize]) -> Vec<Option<usize>> {
        let sums: Vec<Sum> = groups.iter().map(|group| self.sum(group.iter().copied())).collect();
        let least = Likeness::rounded(THRESHOLD);
        let mut out = vec![None; wordings.len()];
        for doubtful in [false, true] {
            let mut averages = Vec::with_capacity(groups.len());
            let mut along = Vec::with_capacity(groups.len());
            let mut postings = Postings::new(self.keys);
            for (number, sum) in sums.iter().enumerate() {
                let middle = sum.middle(doubtful);
                let average = self.average(&middle.vector, 1.0);
                along.push(average.along);
                averages.push(average.direction);
                postings.add(number, &middle.sparse);
            }
            let (mut sparse, mut products, mut parts) = (Vec::new(), Vec::new(), Vec::new());
            for (found, &wording) in out.iter_mut().zip(wordings).filter(|&(_, &w)| self.items[w].doubtful == doubtful)
            {
                postings.dots(&self.places[wording].sparse, 0, groups.len(), &mut sparse);
                self.vector(wording).times_each(&averages, &mut products);
                let inverse = self.places[wording].fitted.inverse;
                parts.clear();
                parts.extend(
                    sparse
                        .iter()
                        .zip(&products)
                        .zip(&along)
                        .map(|((sparse, product), along)| Likeness::rounded(sparse + part(product - along) * inverse)),
                );
                let top = parts.iter().copied().max().filter(|&top| top >= least);
                *found = top.and_then(|top| parts.iter().position(|&parts| parts == top));
            }
        }
        out
    }

    /// Of wordings, each taken so many times.
    fn sum(&self, wordings: impl Iterator<Item = (usize, usize)>) -> Sum {
        let layer = |(share, of_trusted)| Layer { share, of_trusted, vector: [0.0; COLUMNS], sparse: Vec::new() };
        let mut sum = Sum { count: 0, layers: LAYERS.map(layer) };
        for (wording, times) in wordings {
            sum.count += times;
            let (place, times) = (&self.places[wording], times as f32);
            for layer in &mut sum.layers {
                if place.counts(layer.of_trusted) {
                    self.add(wording, times, &mut layer.vector);
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

impl Fitted {
    fn of(vector: &Direction, middle: &Direction) -> Self {
        let along = vector.times(middle);
        let square = part(vector.times(vector) - 2 * along + middle.times(middle));
        let known = square > 0.0 && !vector.is_nothing();
        Self { along, inverse: if known { (VECTORS / square).sqrt() } else { 0.0 } }
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
        let mut out = Layer { share: 1.0, of_trusted: doubtful, vector: all.vector, sparse: all.sparse.clone() };
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

/// The lesser of two numbers; what a library makes of it looks for what is no number too.
fn least(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
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
                // A concept that one interview names in many remarks is the trade.
                usage.tops as f32 / usage.all.max(1) as f32
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

fn vector(signs: &[Sign], knowledge: &Knowledge) -> Direction {
    let mut sum = [0.0; COLUMNS];
    for row in signs.iter().filter_map(|sign| knowledge.vector(sign.number?)) {
        for (s, v) in sum.iter_mut().zip(row) {
            *s += v;
        }
    }
    Direction::of(&sum)
}

/// The probability of each concept that a remark may name; what is missing to 1 belongs to none.
fn profile(vector: &Direction, knowledge: &Knowledge) -> Vec<(u16, u32)> {
    const SHARPNESS: f32 = 20.0;
    const NO_CONCEPT: f32 = 0.315;
    const PRIOR_OF_NONE: f32 = 0.3;
    const LEAST: f32 = 0.005;
    if vector.is_nothing() {
        return Vec::new();
    }
    let mut products = Vec::new();
    vector.times_each(&knowledge.centres, &mut products);
    let of_none = (NO_CONCEPT * SHARPNESS).exp() * PRIOR_OF_NONE * knowledge.concepts.len() as f32;
    // Most concepts are too far to be named even if no other is, and count as nothing: so only a few powers are worked out.
    let nearest = (LEAST * of_none).ln() / SHARPNESS;
    let odds = |(concept, &product): (u16, &i32)| {
        let near = part(product);
        (near >= nearest).then(|| (concept, exp(near * SHARPNESS)))
    };
    let odds: Vec<(u16, f32)> = (0u16..).zip(&products).filter_map(odds).collect();
    let total = odds.iter().map(|&(_, odds)| odds).sum::<f32>() + of_none;
    let named = odds.into_iter().filter(|&(_, odds)| odds >= LEAST * total);
    named.map(|(concept, odds)| (concept, (odds / total * CERTAIN) as u32)).collect()
}

/// How close a remark comes to the nearest wording of empty praise, `least` to 1, and which concept that is.
pub(crate) fn nearest_cliche(signs: &[Cow<'_, str>], knowledge: &Knowledge, least: f32) -> Option<(f32, u16)> {
    let stems: Vec<Sign> = signs.iter().filter(|s| !s.starts_with('@')).map(|s| Sign::of(s, knowledge)).collect();
    let stems = once(&stems);
    let squares: f32 = stems.iter().map(|sign| sign.weight.powi(2)).sum();
    let wordings_with = |sign: &Sign| sign.number.and_then(|number| knowledge.empty_with.get(&number));
    let known = || stems.iter().filter_map(|sign| Some((sign.weight.powi(2), wordings_with(sign)?)));
    // Most remarks share so little with all of the wordings that none can be near.
    if known().map(|(square, _)| square).sum::<f32>() < least.powi(2) * squares {
        return None;
    }
    let mut shared = vec![0.0f32; knowledge.empty_praise.len()];
    for (square, wordings) in known() {
        for &wording in wordings {
            shared[wording] += square;
        }
    }
    let mut best: Option<(f32, u16)> = None;
    for (&Wording { concept, inverse }, shared) in knowledge.empty_praise.iter().zip(shared) {
        let score = shared * inverse;
        // Of equals the first of the catalogue.
        if score > 0.0 && best.is_none_or(|(top, of)| score > top || score == top && concept < of) {
            best = Some((score, concept));
        }
    }
    best.map(|(score, concept)| (score / squares.sqrt(), concept)).filter(|&(score, _)| score >= least)
}
