//! How alike the remarks of one analysis are.
//!
//! Three views, added up: the signs (stems and senses) that two remarks share, weighed by rarity; the fitted vectors; and the concepts of the
//! catalogue that both name. In all three, what several remarks of one interview share counts less: it is the trade they talk about, not
//! the point. The figures behind the weights are in `docs/adr/0003-fitted-table.md`.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Knowledge, unit};
use crate::rows::Rows;

/// What is compared: one wording, and the interviews in which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Item<'a> {
    pub(crate) interviews: Vec<usize>,
    /// See [`Knowledge::signs_of`].
    pub(crate) signs: &'a [String],
    /// Worded like something that is no praise, or about somebody else than the candidate.
    pub(crate) doubtful: bool,
}

/// The wordings of one analysis, ready to be compared with each other.
#[derive(Debug)]
pub(crate) struct Space {
    items: Vec<Place>,
    has_table: bool,
    /// The fitted vectors, of length 1, the middle of all remarks taken out.
    vectors: Vec<f32>,
    width: usize,
}

#[derive(Debug, Default)]
struct Place {
    /// By how much its similarities count.
    trust: f32,
    /// Signs by number, their weights of length 1 together.
    signs: Vec<(u32, f32)>,
    /// The concepts it may name, with their probabilities.
    profile: Vec<(u16, f32)>,
    /// How much each concept of the profile counts: less where one interview names it again and again.
    discounted: Vec<(u16, f32)>,
}

/// The similarity of each wording with each, itself included: of about 0 for strangers, up to 0.85 (1 without a table).
///
/// Kept in whole parts of 1/4096: machines may differ in the last bits of a logarithm, groups must not; sums of whole numbers are exact in
/// any order; and two bytes a pair are half of what a float takes.
#[derive(Debug)]
pub(crate) struct Likeness {
    count: usize,
    /// For each wording, its similarity with itself and all later ones.
    parts: Vec<i16>,
}

/// The weight of a sign that the knowledge does not have: it is rare.
const UNKNOWN: f32 = 0.95;
/// Numbers are shared by accident.
const FIGURE: f32 = 0.15;
/// Half the weight is lost where every interview that has the sign has it in several remarks.
const REPEATED: f32 = 0.5;

/// What such a remark is worth: it is often a doubt or a fact about the job that no frame has caught.
const DOUBTFUL: f32 = 0.65;

const SHARED_SIGNS: f32 = 0.35;
const VECTORS: f32 = 0.25;
const CONCEPTS: f32 = 0.25;

impl Likeness {
    const PARTS: f32 = 4096.0;

    pub(crate) fn parts(&self, a: usize, b: usize) -> i16 {
        let (a, b) = (a.min(b), a.max(b));
        self.parts[a * (2 * self.count - a + 1) / 2 + b - a]
    }

    pub(crate) fn of(&self, a: usize, b: usize) -> f32 {
        f32::from(self.parts(a, b)) / Self::PARTS
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

impl Space {
    /// The order of `items` must not depend on the order of the interviews, or rounding may.
    pub(crate) fn new(items: &[Item<'_>], knowledge: &Knowledge) -> Self {
        let mut places: Vec<Place> = items.iter().map(|_| Place::default()).collect();
        for ((place, item), signs) in places.iter_mut().zip(items).zip(weighed_signs(items, knowledge)) {
            place.signs = signs;
            place.trust = if item.doubtful { DOUBTFUL } else { 1.0 };
        }
        let width = knowledge.width;
        let mut vectors = Vec::new();
        if width > 0 {
            vectors.reserve(items.len() * width);
            for item in items {
                vectors.extend(vector(item.signs, knowledge));
            }
            let mut profiles = Profiles::new(knowledge);
            for ((place, item), vector) in places.iter_mut().zip(items).zip(vectors.chunks_exact(width)) {
                place.profile = profiles.of(item.signs, vector);
            }
            discount(&mut places, items);
            centre(&mut vectors, width, items);
        }
        Self { items: places, has_table: width > 0, vectors, width }
    }

    /// The similarity from which two groups count as one point.
    pub(crate) fn threshold(&self) -> f32 {
        if self.has_table { 0.09 } else { 0.14 }
    }

    pub(crate) fn likeness(&self) -> Likeness {
        let count = self.items.len();
        let rows = Rows::of(&self.vectors, self.width);
        let by_sign = postings(self.items.iter().map(|item| item.signs.as_slice()));
        let by_concept = postings(self.items.iter().map(|item| item.profile.as_slice()));
        let mut parts = Vec::with_capacity(count * (count + 1) / 2);
        let (mut signs, mut concepts, mut vectors) = (Vec::new(), Vec::new(), Vec::new());
        for (a, item) in self.items.iter().enumerate() {
            sparse_dots(&item.signs, &by_sign, a, count, &mut signs);
            if !self.has_table {
                let pairs = signs[a..].iter().zip(&self.items[a..]);
                parts.extend(pairs.map(|(signs, other)| Likeness::rounded(signs * item.trust.min(other.trust))));
                continue;
            }
            sparse_dots(&item.discounted, &by_concept, a, count, &mut concepts);
            rows.dots(&self.vectors[a * self.width..(a + 1) * self.width], a, &mut vectors);
            let views = signs[a..].iter().zip(&vectors[a..]).zip(&concepts[a..]);
            parts.extend(views.zip(&self.items[a..]).map(|(((signs, vectors), concepts), other)| {
                let sum = SHARED_SIGNS * signs + VECTORS * vectors + CONCEPTS * concepts;
                Likeness::rounded(sum * item.trust.min(other.trust))
            }));
        }
        Likeness { count, parts }
    }

    /// The concept that these remarks name together, if it is clear.
    pub(crate) fn concept(&self, items: &[usize]) -> Option<u16> {
        const CLEAR: f32 = 0.25;
        let mut sums: BTreeMap<u16, f32> = BTreeMap::new();
        for &item in items {
            for &(concept, p) in &self.items[item].profile {
                *sums.entry(concept).or_default() += p / items.len() as f32;
            }
        }
        let best = sums.into_iter().fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
        (best.1 >= CLEAR).then_some(best.0)
    }
}

/// For each key, the positions of the lists that hold it, and its value there.
fn postings<'a, K: Copy + Into<u32> + 'a>(lists: impl Iterator<Item = &'a [(K, f32)]>) -> Vec<Vec<(usize, f32)>> {
    let mut out: Vec<Vec<(usize, f32)>> = Vec::new();
    for (at, list) in lists.enumerate() {
        for &(key, value) in list {
            let key = key.into() as usize;
            if key >= out.len() {
                out.resize_with(key + 1, Vec::new);
            }
            out[key].push((at, value));
        }
    }
    out
}

/// Puts into `out` the dot products of a sparse vector with each of `count` others, from position `from` on; most share nothing.
fn sparse_dots<K: Copy + Into<u32>>(
    vector: &[(K, f32)],
    postings: &[Vec<(usize, f32)>],
    from: usize,
    count: usize,
    out: &mut Vec<f32>,
) {
    out.clear();
    out.resize(count, 0.0);
    for &(key, value) in vector {
        let list = postings.get(key.into() as usize).map_or(&[][..], Vec::as_slice);
        for &(other, theirs) in &list[list.partition_point(|&(at, _)| at < from)..] {
            out[other] += value * theirs;
        }
    }
}

fn weight(sign: &str, knowledge: &Knowledge) -> f32 {
    if sign.starts_with('#') {
        return FIGURE;
    }
    knowledge.signs.get(sign).and_then(|&id| knowledge.weights.get(id as usize)).copied().unwrap_or(UNKNOWN)
}

fn weighed_signs(items: &[Item<'_>], knowledge: &Knowledge) -> Vec<Vec<(u32, f32)>> {
    // For each sign, the interviews that have it, and how many of them have it in several remarks.
    let mut uses: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    let distinct: Vec<BTreeSet<&str>> = items.iter().map(|i| i.signs.iter().map(String::as_str).collect()).collect();
    for (item, signs) in items.iter().zip(&distinct) {
        for sign in signs {
            let notes = uses.entry(sign).or_default();
            for &interview in &item.interviews {
                *notes.entry(interview).or_default() += 1;
            }
        }
    }
    let numbered: BTreeMap<&str, (u32, f32)> = uses
        .into_iter()
        .zip(0u32..)
        .map(|((sign, notes), number)| {
            let repeated = notes.values().filter(|&&count| count > 1).count() as f32 / notes.len() as f32;
            (sign, (number, weight(sign, knowledge) * (1.0 - REPEATED * repeated)))
        })
        .collect();
    distinct
        .iter()
        .map(|signs| {
            let mut own: Vec<(u32, f32)> = signs.iter().filter_map(|sign| numbered.get(sign).copied()).collect();
            let length = own.iter().map(|(_, w)| w * w).sum::<f32>().sqrt();
            for (_, w) in &mut own {
                *w /= length.max(1e-9);
            }
            own
        })
        .collect()
}

fn vector(signs: &[String], knowledge: &Knowledge) -> Vec<f32> {
    let mut sum = vec![0.0; knowledge.width];
    for row in signs.iter().filter_map(|sign| knowledge.signs.get(sign)).filter_map(|&id| knowledge.vector(id)) {
        for (s, v) in sum.iter_mut().zip(row) {
            *s += v;
        }
    }
    unit(&mut sum);
    sum
}

/// Takes the middle of all remarks out of the vectors, of which there is one a wording.
fn centre(vectors: &mut [f32], width: usize, items: &[Item<'_>]) {
    let mut mean = vec![0.0f32; width];
    let mut remarks = 0;
    for (vector, item) in vectors.chunks_exact(width).zip(items) {
        for _ in &item.interviews {
            remarks += 1;
            for (m, v) in mean.iter_mut().zip(vector) {
                *m += v;
            }
        }
    }
    // The middle of a few remarks is mostly the remarks themselves, so little of it is taken out.
    const TRUSTED: f32 = 5.0;
    let count = remarks as f32;
    let share = count / (count + TRUSTED);
    for vector in vectors.chunks_exact_mut(width) {
        for (v, m) in vector.iter_mut().zip(&mean) {
            *v -= share * m / count;
        }
        unit(vector);
    }
}

/// Works out which concepts remarks may name; keeps its working space from one to the next.
struct Profiles<'k> {
    knowledge: &'k Knowledge,
    dots: Vec<f32>,
    cosines: Vec<f32>,
}

impl<'k> Profiles<'k> {
    fn new(knowledge: &'k Knowledge) -> Self {
        Self { knowledge, dots: vec![0.0; knowledge.wordings.len()], cosines: Vec::new() }
    }

    /// The probability of each concept that a remark may name; what is missing to 1 belongs to none.
    fn of(&mut self, signs: &[String], vector: &[f32]) -> Vec<(u16, f32)> {
        const NEAR_CENTRE: f32 = 1.5;
        const NEAR_WORDINGS: f32 = 0.5;
        const SHARPNESS: f32 = 10.0;
        const NO_CONCEPT: f32 = 0.7;
        const PRIOR_OF_NONE: f32 = 0.3;
        const LEAST: f32 = 0.005;
        if vector.iter().all(|&v| v == 0.0) {
            return Vec::new();
        }
        let signs = signs.iter().map(String::as_str).collect();
        let nearest = nearest_wordings(signs, self.knowledge, &mut self.dots);
        self.knowledge.centres.dots(vector, 0, &mut self.cosines);
        let count = self.knowledge.concepts.len() as f32;
        let mut odds: Vec<f32> = self
            .cosines
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
        (0u16..).zip(odds).filter(|&(_, p)| p >= LEAST).collect()
    }
}

/// For each concept, the similarities of its three wordings that share most with the signs.
///
/// Looks at the first `dots.len()` wordings of the knowledge. `dots` is working space: all 0 before and after.
fn nearest_wordings(signs: BTreeSet<&str>, knowledge: &Knowledge, dots: &mut [f32]) -> Vec<[f32; 3]> {
    let mut squares = 0.0f32;
    let mut touched = Vec::new();
    for sign in signs {
        let square = weight(sign, knowledge).powi(2);
        squares += square;
        let Some(&id) = knowledge.signs.get(sign) else { continue };
        // Postings are in order.
        for &wording in &knowledge.postings[id as usize] {
            let Some(dot) = dots.get_mut(wording as usize) else { break };
            if *dot == 0.0 {
                touched.push(wording as usize);
            }
            *dot += square;
        }
    }
    let length = squares.sqrt().max(1e-9);
    let mut best = vec![[0.0f32; 3]; knowledge.concepts.len()];
    for number in touched {
        let wording = &knowledge.wordings[number];
        let score = std::mem::take(&mut dots[number]) / (length * wording.length);
        let three = &mut best[usize::from(wording.concept)];
        if score > three[2] {
            three[2] = score;
            if three[2] > three[1] {
                three.swap(1, 2);
            }
            if three[1] > three[0] {
                three.swap(0, 1);
            }
        }
    }
    best
}

/// A concept that one interview names in many remarks is the trade; it counts by the fourth power of how seldom that happens.
fn discount(places: &mut [Place], items: &[Item<'_>]) {
    let mut uses: BTreeMap<u16, BTreeMap<usize, (f32, f32)>> = BTreeMap::new();
    for (place, item) in places.iter().zip(items) {
        for &(concept, p) in &place.profile {
            let notes = uses.entry(concept).or_default();
            for &interview in &item.interviews {
                let (sum, top) = notes.entry(interview).or_default();
                *sum += p;
                *top = top.max(p);
            }
        }
    }
    let factors: BTreeMap<u16, f32> = uses
        .into_iter()
        .map(|(concept, notes)| {
            let (sum, top) = notes.values().fold((0.0, 0.0), |(s, t), (sum, top)| (s + sum, t + top));
            (concept, (top / sum.max(1e-9)).powi(4))
        })
        .collect();
    for place in places {
        place.discounted =
            place.profile.iter().map(|&(c, p)| (c, p * factors.get(&c).copied().unwrap_or(1.0))).collect();
    }
}

/// How close a remark comes to the nearest wording of empty praise, 0 to 1, and which concept that is.
pub(crate) fn nearest_cliche(signs: &[String], knowledge: &Knowledge) -> Option<(f32, u16)> {
    let stems = signs.iter().map(String::as_str).filter(|s| !s.starts_with('@')).collect();
    (0u16..)
        .zip(nearest_wordings(stems, knowledge, &mut vec![0.0; knowledge.empty_praise]))
        .filter(|&(concept, _)| knowledge.concepts.get(usize::from(concept)).is_some_and(|c| c.cliche))
        .map(|(concept, near)| (near[0], concept))
        .fold(None, |best, next| if best.is_none_or(|b: (f32, u16)| next.0 > b.0) { Some(next) } else { best })
        .filter(|&(score, _)| score > 0.0)
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
