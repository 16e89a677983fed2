//! `cargo xtask fuzz`: tries the engine on what nobody would write. Not among the tests: it has no end of its own.

use crate::{Outcome, command, place};

const TARGETS: &[&str] = &["analyze"];

pub(crate) fn fuzz(target: &str, minutes: &str) -> Outcome {
    if !TARGETS.contains(&target) {
        return Err(format!("There is nothing to fuzz by the name `{target}`. There is: {}.", TARGETS.join(", ")));
    }
    if minutes.parse::<u32>().is_err() {
        return Err(format!("`{minutes}` is no number of minutes. Write for example `--minutes 10`."));
    }
    let mut cargo = command::command("cargo");
    cargo.args(["run", "-q", "--release", "--manifest-path", "fuzz/Cargo.toml", "--bin", target, "--"]);
    cargo.args(["--minutes", minutes]).current_dir(place::repository());
    command::run(&mut cargo)
        .map_err(|problem| format!("{problem} Each input that broke something is kept in fuzz/artifacts."))
}
