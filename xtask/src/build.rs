//! `cargo xtask build`: makes dist/, which any static host can serve from any folder.

use std::time::Instant;

use crate::setup::{Purpose, Tools, setup};
use crate::tools::rust;
use crate::{Outcome, command, place, say, size};

/// What of Trunk's own words is shown. Its JavaScript minifier does not know all that wasm-bindgen writes and says so each
/// time; the script is then taken as it is, which is what we want.
const LOG: &str = "error,trunk=warn,trunk::processing::minify=off";

pub(crate) fn build() -> Outcome {
    let tools = setup(Purpose::Build)?;
    build_with(&tools)?;
    size::weigh()?.print();
    Ok(())
}

/// The release build with tools that are already there.
pub(crate) fn build_with(tools: &Tools) -> Outcome {
    println!("Building the page for publishing: about three minutes the first time.");
    let start = Instant::now();
    let mut trunk = tools.trunk()?;
    rust::lighten(&mut trunk);
    trunk
        .args(["build", "--log", LOG, "--skip-version-check", "--release", "--cargo-profile", "web", "--dist"])
        .arg(place::dist())
        .current_dir(place::repository())
        .env("CARGO_TARGET_DIR", place::web_target());
    command::run(&mut trunk).map_err(|_| "The page could not be built; the reason is above.".to_owned())?;
    println!("Built {} in {}.", place::dist().display(), say::time(start.elapsed()));
    Ok(())
}
