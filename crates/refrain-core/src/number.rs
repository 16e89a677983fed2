//! Arithmetic that is the same on every machine to the last bit, and of which a processor can do several steps at once.

use std::f32::consts::{LN_2, LOG2_E};

/// Added to a number of some millions at most, it leaves no room for a fraction: the sum ends in the nearest whole number, in both writings.
const WHOLE: f32 = 12_582_912.0;

/// The nearest whole number; of two the even one. Only for what fits.
pub(crate) fn whole(number: f32) -> i16 {
    (number + WHOLE).to_bits() as i16
}

/// e to the power of a number between -80 and 80, to six digits.
pub(crate) fn exp(power: f32) -> f32 {
    let power = power * LOG2_E;
    let shifted = power + WHOLE;
    let fraction = (power - (shifted - WHOLE)) * LN_2;
    // The beginning of the series of e to the power of the fraction, which is 0.35 at most.
    let mut small = 1.0 + fraction * (1.0 / 6.0);
    for part in [1.0 / 5.0, 1.0 / 4.0, 1.0 / 3.0, 1.0 / 2.0, 1.0] {
        small = 1.0 + fraction * small * part;
    }
    // The whole part is added to the exponent in the number's own writing.
    f32::from_bits(small.to_bits().wrapping_add(shifted.to_bits() << 23))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_the_nearest() {
        for step in -32_768i16..=32_767 {
            let number = f32::from(step) / 8.0;
            assert_eq!(f32::from(whole(number)), number.round_ties_even(), "{number}");
        }
    }

    #[test]
    fn powers_are_right_to_six_digits() {
        for step in -800i16..=800 {
            let power = f32::from(step) / 10.0;
            let exact = f64::from(power).exp();
            assert!((f64::from(exp(power)) / exact - 1.0).abs() < 1e-5, "{power}");
        }
    }
}
