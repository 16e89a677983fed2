//! `cargo xtask eval`: scores the engine on the hand-labelled answers.

use crate::{Outcome, command, place};

pub(crate) fn eval() -> Outcome {
    let mut cargo = command::command("cargo");
    cargo.args(["run", "-q", "--release", "-p", "refrain-core", "--example", "eval"]).current_dir(place::repository());
    command::run(&mut cargo)
}
