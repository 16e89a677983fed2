//! Cells that a spreadsheet would take for a formula. An apostrophe before them keeps them text, and is taken off again when read.

/// What a formula can begin with in some spreadsheet, and what some skip before looking (OWASP, "CSV Injection").
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// The cell as it can be opened anywhere.
#[must_use]
pub fn shielded(cell: &str) -> String {
    if is_formula(cell.trim_start_matches('\'')) { format!("'{cell}") } else { cell.to_owned() }
}

/// What [`shielded`] was made of.
#[must_use]
pub fn unshielded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_formula(cell: &str) -> bool {
    cell.starts_with(STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_shielded_and_come_back_as_they_were() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@", "＝1", "- calm", "\n=1"] {
            assert!(shielded(cell).starts_with('\''), "{cell:?}");
            assert_eq!(unshielded(&shielded(cell)), cell);
        }
        for cell in ["", "calm", "'tis calm", "you = calm", "'", " =1"] {
            assert_eq!((shielded(cell).as_str(), unshielded(cell)), (cell, cell));
        }
    }
}
