//! Reads the general table of stems that training starts from (`data/README.md` tells its layout and sources).

use std::path::Path;

/// Length of a vector in the general table.
pub(crate) const WIDTH: usize = 128;
const ROW: usize = 1 + WIDTH / 2 + 2;

pub(crate) struct General {
    pub(crate) stems: Vec<String>,
    /// One row of [`WIDTH`] a stem.
    pub(crate) vectors: Vec<f32>,
    /// How much a stem says, 0 to 1.
    pub(crate) weights: Vec<f32>,
}

pub(crate) fn read(folder: &Path) -> Result<General, String> {
    let names = folder.join("general-stems.txt");
    let table = folder.join("general-vectors.bin");
    let text =
        std::fs::read_to_string(&names).map_err(|error| format!("Could not read {}: {error}.", names.display()))?;
    let bytes = std::fs::read(&table).map_err(|error| format!("Could not read {}: {error}.", table.display()))?;
    let stems: Vec<String> = text.lines().map(str::to_owned).collect();
    if bytes.len() != stems.len() * ROW {
        return Err(format!(
            "{} holds {} bytes, but {} stems want {}.",
            table.display(),
            bytes.len(),
            stems.len(),
            stems.len() * ROW
        ));
    }
    let mut vectors = Vec::with_capacity(stems.len() * WIDTH);
    let mut weights = Vec::with_capacity(stems.len());
    for row in bytes.chunks_exact(ROW) {
        weights.push(f32::from(row[0]) / 255.0);
        let scale = half(u16::from_le_bytes([row[ROW - 2], row[ROW - 1]])) / 7.0;
        for &pair in &row[1..ROW - 2] {
            vectors.push((f32::from(pair & 15) - 8.0) * scale);
            vectors.push((f32::from(pair >> 4) - 8.0) * scale);
        }
    }
    Ok(General { stems, vectors, weights })
}

/// An IEEE half float.
fn half(bits: u16) -> f32 {
    let sign = if bits >> 15 == 1 { -1.0 } else { 1.0 };
    let exponent = i32::from((bits >> 10) & 31);
    let fraction = f32::from(bits & 1023);
    if exponent == 0 {
        sign * fraction * 2f32.powi(-24)
    } else {
        sign * (1.0 + fraction / 1024.0) * 2f32.powi(exponent - 15)
    }
}
