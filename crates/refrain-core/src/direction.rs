//! Vectors of length 1 in whole numbers, and their products.
//!
//! Whole numbers are exact in any order and on any machine, so what is compared may be added up in the order that is quickest; and a processor
//! multiplies eight of them at once.

use wide::{i16x8, i32x4};

use crate::number::whole;

/// What stands for 1. Four times its square is still an `i32`, which is what the product of two differences may come to.
const ONE: f32 = 16_384.0;

/// The most values that a vector may have: as many as the fitted table has columns. Fewer are filled up with zeros.
pub(crate) const COLUMNS: usize = 64;

/// So many values, of which a processor multiplies eight in one step.
type Eights = [i16x8; COLUMNS / 8];

/// A vector of length 1, or nothing at all.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Direction(Eights);

impl Direction {
    /// The direction of a vector of any length.
    pub(crate) fn of(vector: &[f32]) -> Self {
        let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
        Self::scaled(vector, if length > 0.0 { 1.0 / length } else { 0.0 })
    }

    /// Of a vector that this factor brings to a length of 1 or less.
    pub(crate) fn scaled(vector: &[f32], factor: f32) -> Self {
        let factor = factor * ONE;
        let mut wholes = [0; COLUMNS];
        for (number, value) in wholes.iter_mut().zip(vector) {
            *number = whole(value * factor);
        }
        let (eights, _) = wholes.as_chunks();
        Self(std::array::from_fn(|at| i16x8::new(eights[at])))
    }

    pub(crate) fn is_nothing(&self) -> bool {
        self.0.iter().all(|eight| *eight == i16x8::ZERO)
    }

    /// The middle of directions, each taken so many times, and of some that are nothing.
    pub(crate) fn middle<'a>(directions: impl Iterator<Item = (&'a Self, usize)>, nothing: usize) -> Self {
        let mut all = nothing;
        let mut sums = [0i64; COLUMNS];
        for (direction, times) in directions {
            all += times;
            let (eights, _) = sums.as_chunks_mut::<8>();
            for (sums, values) in eights.iter_mut().zip(&direction.0) {
                for (sum, value) in sums.iter_mut().zip(values.to_array()) {
                    *sum += i64::from(value) * times as i64;
                }
            }
        }
        Self::scaled(&sums.map(|sum| sum as f32 / ONE), 1.0 / all as f32)
    }

    /// Adds it, so many times, to a vector.
    pub(crate) fn add_to(&self, sum: &mut [f32; COLUMNS], times: f32) {
        let times = times / ONE;
        let (eights, _) = sum.as_chunks_mut::<8>();
        for (sums, values) in eights.iter_mut().zip(&self.0) {
            for (sum, value) in sums.iter_mut().zip(values.to_array()) {
                *sum += f32::from(value) * times;
            }
        }
    }

    /// The product with another, where the square of [`ONE`] is 1.
    pub(crate) fn times(&self, other: &Self) -> i32 {
        let products = self.0.iter().zip(&other.0).map(|(one, other)| one.dot(*other));
        products.fold(i32x4::ZERO, |sum, products| sum + products).reduce_add()
    }

    /// Puts into `out` the product with each of others.
    pub(crate) fn times_each(&self, others: &[Self], out: &mut Vec<i32>) {
        out.clear();
        out.extend(others.iter().map(|other| self.times(other)));
    }
}

/// Makes a product 1 where both directions are the same.
pub(crate) fn part(product: i32) -> f32 {
    product as f32 * (1.0 / (ONE * ONE))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of no whole number of eights.
    fn long(first: f32) -> Vec<f32> {
        (0u8..61).map(|at| if at == 0 { first } else { f32::from(at % 7) - 3.0 }).collect()
    }

    #[test]
    fn products_are_those_of_vectors_of_length_1() {
        let (a, b) = (long(20.0), long(-5.0));
        let exact = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(x, y)| x * y).sum::<f32>();
        let expected = exact(&a, &b) / (exact(&a, &a) * exact(&b, &b)).sqrt();
        let (a, b) = (Direction::of(&a), Direction::of(&b));
        assert!((part(a.times(&b)) - expected).abs() < 1e-3);
        assert!((part(a.times(&a)) - 1.0).abs() < 1e-3);
        let mut out = Vec::new();
        b.times_each(&[b.clone(), a.clone()], &mut out);
        assert_eq!(out, [b.times(&b), b.times(&a)]);
    }

    #[test]
    fn what_is_nothing_stays_nothing() {
        assert!(Direction::of(&[0.0; 5]).is_nothing() && Direction::of(&[]).is_nothing());
        let mut out = vec![1];
        Direction::default().times_each(&[Direction::default(), Direction::of(&[1.0])], &mut out);
        assert_eq!(out, [0, 0]);
    }

    #[test]
    fn the_middle_does_not_depend_on_the_order() {
        let (a, b) = (Direction::of(&long(9.0)), Direction::of(&long(-2.0)));
        let middle = Direction::middle([(&a, 3), (&b, 1)].into_iter(), 1);
        assert_eq!(middle, Direction::middle([(&b, 1), (&a, 3)].into_iter(), 1));
        let mut sum = [0.0; COLUMNS];
        a.add_to(&mut sum, 3.0);
        b.add_to(&mut sum, 1.0);
        assert!((part(middle.times(&a)) - part(Direction::scaled(&sum, 0.2).times(&a))).abs() < 1e-3);
    }
}
