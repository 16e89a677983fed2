//! Trunk, which bundles the page.

use std::path::PathBuf;

use super::{Answers, Kept};
use crate::{Outcome, command};

/// The last release that Rust 1.95 builds; Trunk.toml asks for the same line of versions.
const VERSION: &str = "0.21.14";
const LINE: &str = "trunk 0.21.";

fn kept() -> Kept {
    Kept { name: "trunk", version: VERSION.into(), program: "bin/trunk", answers: Answers::Version }
}

pub(crate) fn find() -> Option<PathBuf> {
    let in_path = command::find("trunk").filter(|trunk| {
        command::output(command::command(trunk).arg("--version")).is_some_and(|told| told.starts_with(LINE))
    });
    in_path.or_else(|| kept().find())
}

pub(crate) fn install() -> Outcome<PathBuf> {
    // Without its default features Trunk can fetch nothing, which is a third less to compile: every tool that it would
    // fetch is already there when it starts.
    kept().install(|folder| super::cargo_install("trunk", VERSION, &["--no-default-features"], folder))
}
