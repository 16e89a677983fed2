//! How alike the remarks of one analysis are.
//!
//! Three views, added up: the signs (stems and senses) that two remarks share, weighed by rarity; the fitted vectors; and the concepts of the
//! catalogue that both name. In all three, what several remarks of one interview share counts less: it is the trade they talk about, not
//! the point. The figures behind the weights are in `docs/adr/0003-fitted-table.md`.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{Knowledge, unit};

/// What is compared of one remark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Item<'a> {
    /// The interview it comes from.
    pub(crate) note: usize,
    /// See [`Knowledge::signs_of`].
    pub(crate) signs: &'a [String],
    /// Worded like something that is no praise, or about somebody else than the candidate.
    pub(crate) doubtful: bool,
}

/// The remarks of one analysis, ready to be compared with each other.
#[derive(Debug)]
pub(crate) struct Space {
    items: Vec<Place>,
    has_table: bool,
}

#[derive(Debug, Default)]
struct Place {
    /// By how much its similarities count.
    trust: f32,
    /// Signs by number, their weights of length 1 together.
    signs: Vec<(u32, f32)>,
    /// The fitted vector, of length 1, the middle of all remarks taken out.
    vector: Vec<f32>,
    /// The concepts it may name, with their probabilities.
    profile: Vec<(u16, f32)>,
    /// How much each concept of the profile counts: less where one interview names it again and again.
    discounted: Vec<(u16, f32)>,
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

impl Space {
    /// The order of `items` must not depend on the order of the interviews, or rounding may.
    pub(crate) fn new(items: &[Item<'_>], knowledge: &Knowledge) -> Self {
        let has_table = knowledge.width > 0;
        let mut places: Vec<Place> = items.iter().map(|_| Place::default()).collect();
        for ((place, item), signs) in places.iter_mut().zip(items).zip(weighed_signs(items, knowledge)) {
            place.signs = signs;
            place.trust = if item.doubtful { DOUBTFUL } else { 1.0 };
        }
        if has_table {
            let mut vectors: Vec<Vec<f32>> = items.iter().map(|item| vector(item.signs, knowledge)).collect();
            for ((place, item), vector) in places.iter_mut().zip(items).zip(&vectors) {
                place.profile = profile(item.signs, vector, knowledge);
            }
            discount(&mut places, items);
            centre(&mut vectors);
            for (place, vector) in places.iter_mut().zip(vectors) {
                place.vector = vector;
            }
        }
        Self { items: places, has_table }
    }

    /// The similarity from which two groups count as one point.
    pub(crate) fn threshold(&self) -> f32 {
        if self.has_table { 0.09 } else { 0.14 }
    }

    /// About 0 for strangers, up to 0.85 (1 without a table).
    pub(crate) fn similarity(&self, a: usize, b: usize) -> f32 {
        let (a, b) = (&self.items[a], &self.items[b]);
        let signs = sparse_dot(&a.signs, &b.signs);
        if !self.has_table {
            return rounded(signs * a.trust.min(b.trust));
        }
        let vectors: f32 = a.vector.iter().zip(&b.vector).map(|(x, y)| x * y).sum();
        let concepts = sparse_dot(&a.discounted, &b.profile);
        rounded((SHARED_SIGNS * signs + VECTORS * vectors + CONCEPTS * concepts) * a.trust.min(b.trust))
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

/// Machines may differ in the last bits of a logarithm; groups must not.
fn rounded(similarity: f32) -> f32 {
    (similarity * 4096.0).round() / 4096.0
}

fn sparse_dot<K: Ord + Copy>(a: &[(K, f32)], b: &[(K, f32)]) -> f32 {
    let (mut i, mut j, mut sum) = (0, 0, 0.0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.0.cmp(&y.0) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += x.1 * y.1;
                i += 1;
                j += 1;
            }
        }
    }
    sum
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
            *uses.entry(sign).or_default().entry(item.note).or_default() += 1;
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

fn centre(vectors: &mut [Vec<f32>]) {
    let Some(width) = vectors.first().map(Vec::len) else { return };
    let mut mean = vec![0.0f32; width];
    for vector in vectors.iter() {
        for (m, v) in mean.iter_mut().zip(vector) {
            *m += v;
        }
    }
    // The middle of a few remarks is mostly the remarks themselves, so little of it is taken out.
    const TRUSTED: f32 = 5.0;
    let count = vectors.len() as f32;
    let share = count / (count + TRUSTED);
    for vector in vectors.iter_mut() {
        for (v, m) in vector.iter_mut().zip(&mean) {
            *v -= share * m / count;
        }
        unit(vector);
    }
}

/// The probability of each concept that a remark may name; what is missing to 1 belongs to none.
fn profile(signs: &[String], vector: &[f32], knowledge: &Knowledge) -> Vec<(u16, f32)> {
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
    let count = knowledge.concepts.len() as f32;
    let mut odds: Vec<f32> = knowledge
        .centres
        .chunks_exact(knowledge.width)
        .zip(&nearest)
        .map(|(centre, near)| {
            let cosine: f32 = centre.iter().zip(vector).map(|(c, v)| c * v).sum();
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

/// For each concept, the similarities of its three wordings that share most with the signs.
fn nearest_wordings(signs: &[String], knowledge: &Knowledge) -> Vec<[f32; 3]> {
    let own: BTreeSet<&str> = signs.iter().map(String::as_str).collect();
    let length = own.iter().map(|s| weight(s, knowledge).powi(2)).sum::<f32>().sqrt().max(1e-9);
    let mut dots = vec![0.0f32; knowledge.wordings.len()];
    let mut touched = Vec::new();
    for sign in own {
        let Some(&id) = knowledge.signs.get(sign) else { continue };
        let w = weight(sign, knowledge);
        for &wording in &knowledge.postings[id as usize] {
            let dot = &mut dots[wording as usize];
            if *dot == 0.0 {
                touched.push(wording as usize);
            }
            *dot += w * w;
        }
    }
    let mut best = vec![[0.0f32; 3]; knowledge.concepts.len()];
    for number in touched {
        let wording = &knowledge.wordings[number];
        let score = dots[number] / (length * wording.length);
        let three = &mut best[usize::from(wording.concept)];
        if score > three[2] {
            three[2] = score;
            three.sort_by(|a, b| b.total_cmp(a));
        }
    }
    best
}

/// A concept that one interview names in many remarks is the trade; it counts by the fourth power of how seldom that happens.
fn discount(places: &mut [Place], items: &[Item<'_>]) {
    let mut uses: BTreeMap<u16, BTreeMap<usize, (f32, f32)>> = BTreeMap::new();
    for (place, item) in places.iter().zip(items) {
        for &(concept, p) in &place.profile {
            let (sum, top) = uses.entry(concept).or_default().entry(item.note).or_default();
            *sum += p;
            *top = top.max(p);
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
    let stems: Vec<String> = signs.iter().filter(|s| !s.starts_with('@')).cloned().collect();
    (0u16..)
        .zip(nearest_wordings(&stems, knowledge))
        .filter(|&(concept, _)| knowledge.concepts.get(usize::from(concept)).is_some_and(|c| c.cliche))
        .map(|(concept, near)| (near[0], concept))
        .fold(None, |best, next| if best.is_none_or(|b: (f32, u16)| next.0 > b.0) { Some(next) } else { best })
        .filter(|&(score, _)| score > 0.0)
}
