//! `cargo xtask bench`: how long the engine takes, beside a peer on the same texts.

use crate::{Outcome, command, place};

/// `names`: parts of the names of the benchmarks to run; all of them where there is none.
pub(crate) fn bench(names: &[&str]) -> Outcome {
    let mut cargo = command::command("cargo");
    cargo.args(["bench", "-q", "-p", "refrain-core", "--bench", "analyze", "--"]).args(names);
    command::run(cargo.current_dir(place::repository()))?;
    println!("\nThe table with these figures is in crates/refrain-core/README.md.");
    Ok(())
}
