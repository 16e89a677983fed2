//! Many rows of one width, laid out to be multiplied with a vector at once.

/// Rows in blocks of [`LANES`]; inside a block all first values stand together, then all second values, and so on. A processor can then work
/// on several rows in one step, while each row's products are still added in their order, so that no sum depends on the machine.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    width: usize,
    count: usize,
    blocks: Vec<f32>,
}

const LANES: usize = 16;

impl Rows {
    /// Takes `flat` as rows of `width` values each, one after the other.
    pub(crate) fn of(flat: &[f32], width: usize) -> Self {
        let count = flat.len().checked_div(width).unwrap_or(0);
        let mut blocks = vec![0.0; count.div_ceil(LANES) * LANES * width];
        for row in 0..count {
            let block = row / LANES * LANES * width;
            for column in 0..width {
                blocks[block + column * LANES + row % LANES] = flat[row * width + column];
            }
        }
        Self { width, count, blocks }
    }

    /// Puts into `out` the dot products of `vector` with each row; those before row `from` may be left 0.
    pub(crate) fn dots(&self, vector: &[f32], from: usize, out: &mut Vec<f32>) {
        out.clear();
        let first = from / LANES;
        out.resize(first * LANES, 0.0);
        let (columns, _) = self.blocks.as_chunks::<LANES>();
        for block in columns.chunks_exact(self.width.max(1)).skip(first) {
            let mut sums = [0.0f32; LANES];
            for (column, v) in block.iter().zip(vector) {
                for lane in 0..LANES {
                    sums[lane] += column[lane] * v;
                }
            }
            out.extend_from_slice(&sums);
        }
        out.resize(self.count, 0.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn multiplies_every_row() {
        let flat: Vec<f32> = (0u8..60).map(f32::from).collect();
        let mut out = Vec::new();
        Rows::of(&flat, 3).dots(&[1.0, 10.0, 100.0], 0, &mut out);
        let each: Vec<f32> = flat.chunks_exact(3).map(|row| row[0] + 10.0 * row[1] + 100.0 * row[2]).collect();
        assert_eq!(out, each);
        Rows::of(&flat, 3).dots(&[1.0, 10.0, 100.0], 17, &mut out);
        assert_eq!(out[17..], each[17..]);
    }

    #[test]
    fn nothing_gives_nothing() {
        let mut out = vec![1.0];
        Rows::of(&[], 0).dots(&[], 0, &mut out);
        assert!(out.is_empty());
    }
}
