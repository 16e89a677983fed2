//! esbuild, which makes the page's own script smaller: wasm-bindgen writes it for people to read, and Trunk leaves it so.

use std::path::PathBuf;

use super::{Answers, Kept, node};
use crate::Outcome;

const VERSION: &str = "0.28.2";

fn kept() -> Kept {
    let program = "node_modules/.bin/esbuild";
    Kept { name: "esbuild", version: VERSION.into(), program, answers: Answers::Version }
}

pub(crate) fn find() -> Option<PathBuf> {
    kept().find()
}

pub(crate) fn install() -> Outcome<PathBuf> {
    kept().install(|folder| node::package(folder, "esbuild", VERSION))
}
