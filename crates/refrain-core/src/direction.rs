//! Vectors of length 1 in whole numbers, and their products.
//!
//! Whole numbers are exact in any order and on any machine, so what is compared may be added up in the order that is quickest; and a processor
//! multiplies eight of them at once.

use wide::{i16x8, i32x4};

use crate::number::whole;

/// What stands for 1. Four times its square is still an `i32`, which is what the product of two differences may come to.
const ONE: f32 = 16_384.0;

/// So many values are multiplied without looking whether there are more: as many as the fitted table has columns.
const BLOCK: usize = 64;

type Block = [i16x8; BLOCK / 8];

/// A vector of length 1, or nothing at all; filled up with zeros to whole blocks.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Direction(Vec<Block>);

impl Direction {
    /// The direction of a vector of any length.
    pub(crate) fn of(vector: &[f32]) -> Self {
        let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
        Self::scaled(vector, if length > 0.0 { 1.0 / length } else { 0.0 })
    }

    /// Of a vector that this factor brings to a length of 1 or less.
    pub(crate) fn scaled(vector: &[f32], factor: f32) -> Self {
        let factor = factor * ONE;
        let block = |values: &[f32]| {
            let mut wholes = [0; BLOCK];
            for (number, value) in wholes.iter_mut().zip(values) {
                *number = whole(value * factor);
            }
            let (eights, _) = wholes.as_chunks();
            std::array::from_fn(|at| i16x8::new(eights[at]))
        };
        Self(vector.chunks(BLOCK).map(block).collect())
    }

    pub(crate) fn is_nothing(&self) -> bool {
        self.0.iter().flatten().all(|eight| *eight == i16x8::ZERO)
    }

    /// The middle of directions of this width, each taken so many times, and of some that are nothing.
    pub(crate) fn middle<'a>(
        directions: impl Iterator<Item = (&'a Self, usize)>,
        width: usize,
        nothing: usize,
    ) -> Self {
        let mut all = nothing;
        let mut sums = vec![0i64; room(width)];
        for (direction, times) in directions {
            all += times;
            let (eights, _) = sums.as_chunks_mut::<8>();
            for (sums, values) in eights.iter_mut().zip(direction.0.iter().flatten()) {
                for (sum, value) in sums.iter_mut().zip(values.to_array()) {
                    *sum += i64::from(value) * times as i64;
                }
            }
        }
        let sums: Vec<f32> = sums.into_iter().map(|sum| sum as f32 / ONE).collect();
        Self::scaled(&sums, 1.0 / all as f32)
    }

    /// Adds it, so many times, to a vector that has [`room`] for it.
    pub(crate) fn add_to(&self, sum: &mut [f32], times: f32) {
        let times = times / ONE;
        let (eights, _) = sum.as_chunks_mut::<8>();
        for (sums, values) in eights.iter_mut().zip(self.0.iter().flatten()) {
            for (sum, value) in sums.iter_mut().zip(values.to_array()) {
                *sum += f32::from(value) * times;
            }
        }
    }

    /// The product with another, where the square of [`ONE`] is 1.
    pub(crate) fn times(&self, other: &Self) -> i32 {
        product(&self.0, &other.0)
    }
}

/// Many directions of one width, one after the other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Directions {
    /// Of each.
    blocks: usize,
    count: usize,
    all: Vec<Block>,
}

impl<'a> FromIterator<&'a Direction> for Directions {
    /// Takes directions of one width.
    fn from_iter<I: IntoIterator<Item = &'a Direction>>(directions: I) -> Self {
        let mut out = Self::default();
        for Direction(blocks) in directions {
            out.blocks = blocks.len();
            out.count += 1;
            out.all.extend_from_slice(blocks);
        }
        out
    }
}

impl Directions {
    /// Puts into `out` the product of one direction with each from position `from` on.
    pub(crate) fn times(&self, one: &Direction, from: usize, out: &mut Vec<i32>) {
        out.clear();
        match self.blocks {
            0 => out.resize(self.count.saturating_sub(from), 0),
            width => {
                out.extend(self.all.chunks_exact(width).skip(from).map(|other| product(&one.0, other)));
            }
        }
    }
}

/// How many values a vector of this width has with what it is filled up with.
pub(crate) fn room(width: usize) -> usize {
    width.next_multiple_of(8)
}

/// Makes a product 1 where both directions are the same.
pub(crate) fn part(product: i32) -> f32 {
    product as f32 * (1.0 / (ONE * ONE))
}

fn product(one: &[Block], other: &[Block]) -> i32 {
    let mut sum = i32x4::ZERO;
    for (one, other) in one.iter().zip(other) {
        for (a, b) in one.iter().zip(other) {
            sum += a.dot(*b);
        }
    }
    sum.reduce_add()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Longer than a block, and of no whole number of eights.
    fn wide(first: f32) -> Vec<f32> {
        (0u8..67).map(|at| if at == 0 { first } else { f32::from(at % 7) - 3.0 }).collect()
    }

    #[test]
    fn products_are_those_of_vectors_of_length_1() {
        let (a, b) = (wide(20.0), wide(-5.0));
        let exact = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
        let expected = exact(&a, &b) / (exact(&a, &a) * exact(&b, &b)).sqrt();
        let (a, b) = (Direction::of(&a), Direction::of(&b));
        assert!((part(a.times(&b)) - expected).abs() < 1e-3);
        assert!((part(a.times(&a)) - 1.0).abs() < 1e-3);
        let mut out = Vec::new();
        [a.clone(), b.clone(), a.clone()].iter().collect::<Directions>().times(&b, 1, &mut out);
        assert_eq!(out, [b.times(&b), b.times(&a)]);
    }

    #[test]
    fn what_is_nothing_stays_nothing() {
        assert!(Direction::of(&[0.0; 5]).is_nothing() && Direction::of(&[]).is_nothing());
        let mut out = vec![1];
        [Direction::default(), Direction::default()].iter().collect::<Directions>().times(
            &Direction::default(),
            0,
            &mut out,
        );
        assert_eq!(out, [0, 0]);
    }

    #[test]
    fn the_middle_does_not_depend_on_the_order() {
        let (a, b) = (Direction::of(&wide(9.0)), Direction::of(&wide(-2.0)));
        let middle = Direction::middle([(&a, 3), (&b, 1)].into_iter(), 67, 1);
        assert_eq!(middle, Direction::middle([(&b, 1), (&a, 3)].into_iter(), 67, 1));
        let mut sum = vec![0.0; room(67)];
        a.add_to(&mut sum, 3.0);
        b.add_to(&mut sum, 1.0);
        assert!((part(middle.times(&a)) - part(Direction::scaled(&sum, 0.2).times(&a))).abs() < 1e-3);
    }
}
