//! `cargo xtask fuzz`: tries engine, files and messages on what nobody would write. Not among the tests: it has no end of its own.

use std::process::{self, Command};

use crate::tools::node;
use crate::{Outcome, command, place, test};

const TARGETS: &[&str] = &["analyze", "backup", "table", "notes", "message", "card"];
/// As many links the card's reader gets through in a minute, on a slow machine.
const LINKS_A_MINUTE: u32 = 100_000;

pub(crate) fn fuzz(target: &str, minutes: &str) -> Outcome {
    if !TARGETS.contains(&target) {
        return Err(format!("There is nothing to fuzz by the name `{target}`. There is: {}.", TARGETS.join(", ")));
    }
    let Ok(number) = minutes.parse::<u32>() else {
        return Err(format!("`{minutes}` is no number of minutes. Write for example `--minutes 10`."));
    };
    if target == "card" {
        return card(number);
    }
    let mut cargo = command::command("cargo");
    cargo.args(["run", "-q", "--release", "--manifest-path", "fuzz/Cargo.toml", "--bin", target, "--"]);
    cargo.args(["--minutes", minutes]).current_dir(place::repository());
    command::run(&mut cargo)
        .map_err(|problem| format!("{problem} Each input that broke something is kept in fuzz/artifacts."))
}

/// The card's reader is a script and is tried as one, each time on other links: what breaks is told with its seed.
fn card(minutes: u32) -> Outcome {
    node::check()?;
    let links = minutes.saturating_mul(LINKS_A_MINUTE);
    let mut node: Command = command::command("node");
    node.args(["--test", test::CARD_TESTS]).current_dir(place::repository());
    node.env("FUZZ", links.to_string()).env("SEED", process::id().to_string());
    command::run(&mut node)
}
