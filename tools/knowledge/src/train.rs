//! Fits word vectors to the catalogue and to the strengths of candidates: two wordings of one concept attract, other concepts and near misses repel;
//! so do remarks about one strength of a candidate, and remarks about the others.
//!
//! A clause is the weighted sum of its stems' vectors. The loss is InfoNCE over batches of concepts (van den Oord et al. 2018), minimised
//! with Adam; stems are dropped at random. Which wordings meet by chance moves what is found by some hundredths, so [`FITS`] tables are fitted and set
//! side by side; then they are turned onto their principal axes together and cut to [`DIMENSIONS`]. Seeded, each in a thread of its own, and therefore
//! the same on every run of one machine.

use std::collections::BTreeMap;

use crate::general::{General, WIDTH};

/// What is kept of each vector. 128 → 64 cost nothing that could be measured; 48 did.
pub(crate) const DIMENSIONS: usize = 64;

const FITS: u64 = 4;
const STEPS: usize = 1000;
const BATCH: usize = 160;
const TEMPERATURE: f32 = 0.08;
const DROPPED: f32 = 0.15;
const RATE: f32 = 2e-3;
const LONGEST: usize = 20;
/// How many candidates are looked at in each step, and what these are worth beside the catalogue.
const CANDIDATES: usize = 4;
const WORTH: f32 = 1.0;
/// As in the engine, remarks of one candidate are compared by what parts them from the middle of all.
const CENTRED: f32 = 0.8;
const TEMPERATURE_OF_REMARKS: f32 = 0.1;

/// One concept's wordings and near misses, as numbers of stems.
pub(crate) struct Example {
    pub(crate) wordings: Vec<Vec<usize>>,
    pub(crate) near: Vec<Vec<usize>>,
}

/// For each strength of a candidate the remarks about it, as numbers of stems.
pub(crate) type Candidate = Vec<Vec<Vec<usize>>>;

/// One row of [`DIMENSIONS`] for each stem of `stems`, its weight already in it.
pub(crate) fn fit(
    stems: &[String],
    examples: &[Example],
    candidates: &[Candidate],
    general: &General,
) -> Result<Vec<Vec<f32>>, String> {
    let fits = std::thread::scope(|scope| {
        let all: Vec<_> =
            (0..FITS).map(|seed| scope.spawn(move || fit_once(stems, examples, candidates, general, seed))).collect();
        all.into_iter().map(std::thread::ScopedJoinHandle::join).collect::<Result<Vec<_>, _>>()
    });
    let fits = fits.map_err(|_| "Fitting the table broke off.".to_owned())?;
    let rows: Vec<Vec<f32>> =
        (0..stems.len()).map(|stem| fits.iter().flat_map(|rows| rows[stem].iter().copied()).collect()).collect();
    let axes =
        principal_axes(&examples.iter().flat_map(|e| &e.wordings).map(|w| unit_of(w, &rows)).collect::<Vec<_>>());
    Ok(rows.iter().map(|row| axes.iter().map(|axis| dot(axis, row)).collect()).collect())
}

/// One row of [`WIDTH`] for each stem, its weight already in it; the usual wording has the length 1.
fn fit_once(
    stems: &[String],
    examples: &[Example],
    candidates: &[Candidate],
    general: &General,
    seed: u64,
) -> Vec<Vec<f32>> {
    let mut random = Random(0x5eed + seed);
    let mut table = Table::start(stems, examples, general, &mut random);
    let all: Vec<usize> = (0..candidates.len()).collect();
    let able: Vec<usize> = (0..examples.len()).filter(|&c| examples[c].wordings.len() > 1).collect();
    for step in 1..=STEPS {
        let mut batch = Batch::default();
        for concept in random.sample(&able, BATCH) {
            let example = &examples[concept];
            let first = random.below(example.wordings.len());
            let second = (first + 1 + random.below(example.wordings.len() - 1)) % example.wordings.len();
            let near = match example.near.len() {
                0 => &examples[(concept + 1) % examples.len()].wordings[0],
                count => &example.near[random.below(count)],
            };
            for (side, wording) in [&example.wordings[first], &example.wordings[second], near].into_iter().enumerate() {
                batch.sides[side].push(thinned(wording, &mut random));
            }
        }
        for candidate in random.sample(&all, CANDIDATES) {
            let remarks =
                (0..).zip(&candidates[candidate]).flat_map(|(strength, of)| of.iter().map(move |r| (strength, r)));
            batch.candidates.push(remarks.map(|(strength, remark)| (strength, thinned(remark, &mut random))).collect());
        }
        table.step(&batch, step);
    }
    let lengths: Vec<f32> = examples.iter().flat_map(|e| &e.wordings).map(|w| table.encode(w).length).collect();
    let usual = lengths.iter().sum::<f32>() / lengths.len().max(1) as f32;
    let scaled = |stem: usize| table.row(stem).iter().map(|v| v * table.weights[stem].exp() / usual).collect();
    (0..stems.len()).map(scaled).collect()
}

/// The direction of a wording's sum of rows.
pub(crate) fn unit_of(wording: &[usize], rows: &[Vec<f32>]) -> Vec<f32> {
    let mut sum = vec![0.0; rows.first().map_or(0, Vec::len)];
    for &stem in wording {
        for (s, v) in sum.iter_mut().zip(&rows[stem]) {
            *s += v;
        }
    }
    let length = norm(&sum) + 1e-8;
    sum.iter().map(|s| s / length).collect()
}

fn thinned(wording: &[usize], random: &mut Random) -> Vec<usize> {
    let mut kept: Vec<usize> = wording.iter().copied().filter(|_| random.unit() > DROPPED).collect();
    if kept.is_empty() {
        kept = wording.to_vec();
    }
    kept.truncate(LONGEST);
    kept
}

#[derive(Default)]
struct Batch {
    /// Two wordings of each concept, and a near miss.
    sides: [Vec<Vec<usize>>; 3],
    /// The remarks about each candidate, with the strengths they are about.
    candidates: Vec<Vec<(usize, Vec<usize>)>>,
}

struct Table {
    vectors: Vec<f32>,
    /// Logarithms, so that a weight stays positive.
    weights: Vec<f32>,
    vector_moments: Vec<[f32; 2]>,
    weight_moments: Vec<[f32; 2]>,
}

/// A clause's unit vector and the length it had.
struct Encoded {
    unit: Vec<f32>,
    length: f32,
}

impl Table {
    fn start(stems: &[String], examples: &[Example], general: &General, random: &mut Random) -> Self {
        let known: BTreeMap<&str, usize> = general.stems.iter().enumerate().map(|(i, s)| (s.as_str(), i)).collect();
        let usual = general.weights.iter().sum::<f32>() / general.weights.len().max(1) as f32;
        let mut vectors = Vec::with_capacity(stems.len() * WIDTH);
        let mut weights = Vec::with_capacity(stems.len());
        for stem in stems {
            match known.get(stem.as_str()) {
                Some(&row) => {
                    vectors.extend_from_slice(&general.vectors[row * WIDTH..(row + 1) * WIDTH]);
                    weights.push(general.weights[row].max(1e-3).ln());
                }
                None => {
                    vectors.extend((0..WIDTH).map(|_| (random.unit() - 0.5) * 3e-3));
                    weights.push(usual.ln());
                }
            }
        }
        let length = vectors.chunks_exact(WIDTH).map(norm).sum::<f32>() / stems.len().max(1) as f32;
        for value in &mut vectors {
            *value /= length.max(1e-9);
        }
        let mut table = Self {
            vector_moments: vec![[0.0; 2]; vectors.len()],
            weight_moments: vec![[0.0; 2]; weights.len()],
            vectors,
            weights,
        };
        table.centre(examples);
        table
    }

    /// Takes the mean of all wordings out of every vector, so that training starts from differences.
    fn centre(&mut self, examples: &[Example]) {
        let mut mean = [0.0f32; WIDTH];
        let mut mass = 0.0;
        for wording in examples.iter().flat_map(|e| &e.wordings) {
            for &stem in wording {
                let weight = self.weights[stem].exp();
                mass += weight;
                for (m, v) in mean.iter_mut().zip(self.row(stem)) {
                    *m += weight * v;
                }
            }
        }
        for row in self.vectors.chunks_exact_mut(WIDTH) {
            for (v, m) in row.iter_mut().zip(&mean) {
                *v -= m / mass.max(1e-9);
            }
        }
    }

    fn row(&self, stem: usize) -> &[f32] {
        &self.vectors[stem * WIDTH..(stem + 1) * WIDTH]
    }

    fn encode(&self, wording: &[usize]) -> Encoded {
        let mut sum = vec![0.0; WIDTH];
        for &stem in wording {
            let weight = self.weights[stem].exp();
            for (s, v) in sum.iter_mut().zip(self.row(stem)) {
                *s += weight * v;
            }
        }
        let length = norm(&sum) + 1e-8;
        for s in &mut sum {
            *s /= length;
        }
        Encoded { unit: sum, length }
    }

    fn step(&mut self, batch: &Batch, step: usize) {
        let sides: Vec<Vec<Encoded>> =
            batch.sides.iter().map(|side| side.iter().map(|wording| self.encode(wording)).collect()).collect();
        let count = batch.sides[0].len();
        let mut gradients = vec![vec![vec![0.0f32; WIDTH]; count]; 3];
        // From the first wording: its partner against all other partners and all near misses; from the second: its partner alone.
        for row in 0..count {
            push(row, &sides, 0, &[1, 2], &mut gradients);
            push(row, &sides, 1, &[0], &mut gradients);
        }
        let mut all: Vec<(&[usize], Encoded, Vec<f32>)> = Vec::new();
        for ((wordings, encoded), gradients) in batch.sides.iter().zip(sides).zip(gradients) {
            all.extend(wordings.iter().zip(encoded).zip(gradients).map(|((w, e), g)| (w.as_slice(), e, g)));
        }
        for remarks in &batch.candidates {
            let encoded: Vec<Encoded> = remarks.iter().map(|(_, remark)| self.encode(remark)).collect();
            let strengths: Vec<usize> = remarks.iter().map(|&(strength, _)| strength).collect();
            let gradients = told_apart(&strengths, &encoded, WORTH / batch.candidates.len() as f32);
            all.extend(remarks.iter().zip(encoded).zip(gradients).map(|(((_, r), e), g)| (r.as_slice(), e, g)));
        }
        let mut by_stem: BTreeMap<usize, (Vec<f32>, f32)> = BTreeMap::new();
        for (wording, encoded, gradient) in all {
            let along = dot(&gradient, &encoded.unit);
            let inner: Vec<f32> =
                gradient.iter().zip(&encoded.unit).map(|(g, u)| (g - along * u) / encoded.length).collect();
            for &stem in wording {
                let weight = self.weights[stem].exp();
                let share = weight * dot(self.row(stem), &inner);
                let entry = by_stem.entry(stem).or_insert_with(|| (vec![0.0; WIDTH], 0.0));
                for (e, i) in entry.0.iter_mut().zip(&inner) {
                    *e += weight * i;
                }
                entry.1 += share;
            }
        }
        for (stem, (vector, weight)) in by_stem {
            for (offset, gradient) in vector.into_iter().enumerate() {
                let at = stem * WIDTH + offset;
                adam(&mut self.vectors[at], &mut self.vector_moments[at], gradient, step);
            }
            adam(&mut self.weights[stem], &mut self.weight_moments[stem], weight, step);
        }
    }
}

/// Adds the gradient of one row's loss: `from` should be nearest to its partner, row for row the first of `towards`.
fn push(row: usize, sides: &[Vec<Encoded>], from: usize, towards: &[usize], gradients: &mut [Vec<Vec<f32>>]) {
    let count = sides[from].len();
    let own = &sides[from][row].unit;
    let logits: Vec<f32> =
        towards.iter().flat_map(|&side| sides[side].iter().map(|other| dot(own, &other.unit) / TEMPERATURE)).collect();
    let top = logits.iter().copied().fold(f32::MIN, f32::max);
    let shares: Vec<f32> = logits.iter().map(|l| (l - top).exp()).collect();
    let total: f32 = shares.iter().sum();
    for (index, share) in shares.iter().enumerate() {
        let (side, other) = (towards[index / count], index % count);
        let wanted = if index == row { 1.0 } else { 0.0 };
        let pull = (share / total - wanted) / (count as f32 * TEMPERATURE);
        for k in 0..WIDTH {
            gradients[from][row][k] += pull * sides[side][other].unit[k];
            gradients[side][other][k] += pull * own[k];
        }
    }
}

/// The gradients of the loss of one candidate's remarks (supervised contrastive, Khosla et al. 2020): each should be nearest to those about the same
/// strength.
fn told_apart(strengths: &[usize], remarks: &[Encoded], worth: f32) -> Vec<Vec<f32>> {
    let count = remarks.len();
    let mut middle = vec![0.0f32; WIDTH];
    for remark in remarks {
        for (m, v) in middle.iter_mut().zip(&remark.unit) {
            *m += CENTRED * v / count as f32;
        }
    }
    let centred: Vec<Encoded> = remarks
        .iter()
        .map(|remark| {
            let from_middle: Vec<f32> = remark.unit.iter().zip(&middle).map(|(v, m)| v - m).collect();
            let length = norm(&from_middle) + 1e-4;
            Encoded { unit: from_middle.iter().map(|v| v / length).collect(), length }
        })
        .collect();
    let others = |row: usize| (0..count).filter(move |&other| other != row);
    let same = |row: usize| others(row).filter(move |&other| strengths[other] == strengths[row]);
    let paired: Vec<usize> = (0..count).filter(|&row| same(row).next().is_some()).collect();
    let mut gradients = vec![vec![0.0f32; WIDTH]; count];
    for &row in &paired {
        let own = &centred[row].unit;
        let logits: Vec<f32> = centred.iter().map(|other| dot(own, &other.unit) / TEMPERATURE_OF_REMARKS).collect();
        let top = others(row).map(|other| logits[other]).fold(f32::MIN, f32::max);
        let total: f32 = others(row).map(|other| (logits[other] - top).exp()).sum();
        let wanted = 1.0 / same(row).count() as f32;
        for other in others(row) {
            let share = (logits[other] - top).exp() / total;
            let pull = share - if strengths[other] == strengths[row] { wanted } else { 0.0 };
            let pull = pull * worth / (paired.len() as f32 * TEMPERATURE_OF_REMARKS);
            for k in 0..WIDTH {
                gradients[row][k] += pull * centred[other].unit[k];
                gradients[other][k] += pull * own[k];
            }
        }
    }
    // Back through the lengths, then through the middle, in which each has its share.
    for (gradient, remark) in gradients.iter_mut().zip(&centred) {
        let along = dot(gradient, &remark.unit);
        for (g, u) in gradient.iter_mut().zip(&remark.unit) {
            *g = (*g - along * u) / remark.length;
        }
    }
    let mut shared = vec![0.0f32; WIDTH];
    for gradient in &gradients {
        for (s, g) in shared.iter_mut().zip(gradient) {
            *s += CENTRED * g / count as f32;
        }
    }
    for gradient in &mut gradients {
        for (g, s) in gradient.iter_mut().zip(&shared) {
            *g -= s;
        }
    }
    gradients
}

fn adam(value: &mut f32, moments: &mut [f32; 2], gradient: f32, step: usize) {
    moments[0] = 0.9 * moments[0] + 0.1 * gradient;
    moments[1] = 0.999 * moments[1] + 0.001 * gradient * gradient;
    let step = step as i32;
    let mean = moments[0] / (1.0 - 0.9f32.powi(step));
    let square = moments[1] / (1.0 - 0.999f32.powi(step));
    *value -= RATE * mean / (square.sqrt() + 1e-8);
}

/// The [`DIMENSIONS`] directions in which most of these vectors lie, by orthogonal iteration (Golub and Van Loan 2013, 8.2.4).
fn principal_axes(vectors: &[Vec<f32>]) -> Vec<Vec<f32>> {
    const ROUNDS: usize = 12;
    let width = vectors.first().map_or(0, Vec::len);
    let mut random = Random(1);
    let mut axes: Vec<Vec<f32>> = (0..DIMENSIONS).map(|_| (0..width).map(|_| random.unit() - 0.5).collect()).collect();
    for _ in 0..ROUNDS {
        let mut next = vec![vec![0.0f32; width]; DIMENSIONS];
        for vector in vectors {
            for (axis, sum) in axes.iter().zip(&mut next) {
                let along = dot(axis, vector);
                for (s, v) in sum.iter_mut().zip(vector) {
                    *s += along * v;
                }
            }
        }
        axes = next;
        make_orthonormal(&mut axes);
    }
    axes
}

/// Gram and Schmidt's, twice for each, because one round leaves what rounding lost.
fn make_orthonormal(axes: &mut [Vec<f32>]) {
    for at in 0..axes.len() {
        let (before, rest) = axes.split_at_mut(at);
        let axis = &mut rest[0];
        for other in before.iter().chain(before.iter()) {
            let along = dot(other, axis);
            for (a, o) in axis.iter_mut().zip(other) {
                *a -= along * o;
            }
        }
        let length = norm(axis).max(1e-12);
        for a in axis.iter_mut() {
            *a /= length;
        }
    }
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn norm(a: &[f32]) -> f32 {
    dot(a, a).sqrt()
}

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// From 0 to 1.
    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1u64 << 24) as f32
    }

    /// Different members, in random order.
    fn sample(&mut self, from: &[usize], count: usize) -> Vec<usize> {
        let mut pool = from.to_vec();
        for i in 0..count.min(pool.len()) {
            let j = i + self.below(pool.len() - i);
            pool.swap(i, j);
        }
        pool.truncate(count);
        pool
    }
}
