//! wasm-split-cli, which takes the compiled page apart: what is needed for the first paint, and what is fetched later.

use std::path::PathBuf;

use super::{Answers, Kept};
use crate::Outcome;

/// Reads what `wasm_split_helpers` of Cargo.toml has put into the page; both are of the 0.2 line.
const VERSION: &str = "0.2.4";

fn kept() -> Kept {
    Kept { name: "wasm-split", version: VERSION.into(), program: "bin/wasm-split-cli", answers: Answers::Help }
}

/// Not looked for in PATH: it does not tell its version, and other programs have the same name.
pub(crate) fn find() -> Option<PathBuf> {
    kept().find()
}

pub(crate) fn install() -> Outcome<PathBuf> {
    kept().install(|folder| {
        super::cargo_install("wasm_split_cli_support", VERSION, &["--features", "build-binary"], folder)
    })
}
