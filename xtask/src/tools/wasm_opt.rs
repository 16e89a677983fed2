//! wasm-opt, which makes the compiled page smaller. npm's package `binaryen` carries it ready to run on any machine.

use std::path::PathBuf;

use super::{Answers, Kept, node};
use crate::{Outcome, command};

const VERSION: u32 = 132;

fn kept() -> Kept {
    Kept {
        name: "binaryen",
        version: VERSION.to_string(),
        program: "node_modules/.bin/wasm-opt",
        answers: Answers::Version,
    }
}

pub(crate) fn find() -> Option<PathBuf> {
    // An older one may not know all that today's compiler writes.
    let in_path = command::find("wasm-opt").filter(|program| {
        command::output(command::command(program).arg("--version"))
            .and_then(|told| told.split_whitespace().nth(2)?.parse::<u32>().ok())
            .is_some_and(|version| version >= VERSION)
    });
    in_path.or_else(|| kept().find())
}

pub(crate) fn install() -> Outcome<PathBuf> {
    kept().install(|folder| node::package(folder, "binaryen", &format!("{VERSION}.0.0")))
}
