//! Node and npm, which must be on the machine: they run wasm-opt and the browser tests, and weigh the files.

use std::fs;
use std::path::Path;

use crate::{Outcome, command};

const OLDEST: u32 = 20;

/// Fails with advice if there is no Node, or one that is too old.
pub(crate) fn check() -> Outcome {
    let advice = format!("Install Node {OLDEST} or newer, with npm, and run the task again.");
    let told = command::output(command::command("node").arg("--version"))
        .ok_or_else(|| format!("Node is not on this machine. {advice}"))?;
    if major(&told).is_none_or(|major| major < OLDEST) {
        return Err(format!("Node {told} is too old. {advice}"));
    }
    match command::find("npm") {
        Some(_) => Ok(()),
        None => Err(format!("npm is not on this machine, though Node is. {advice}")),
    }
}

/// Runs npm in a folder with nothing on screen unless it fails.
pub(crate) fn npm(folder: &Path, arguments: &[&str], log: &str) -> Outcome {
    check()?;
    let mut npm = command::command("npm");
    npm.args(arguments).args(["--no-audit", "--no-fund"]).current_dir(folder);
    command::run_quietly(&mut npm, &super::log(log)?)
        .map_err(|problem| format!("{problem}\n{}", super::network_advice("the npm registry")))
}

/// Installs one package into an empty folder.
pub(crate) fn package(folder: &Path, name: &str, version: &str) -> Outcome {
    let project = folder.join("package.json");
    fs::write(&project, "{ \"private\": true }\n")
        .map_err(|error| format!("{} cannot be written: {error}.", project.display()))?;
    npm(folder, &["install", &format!("{name}@{version}")], name)
}

fn major(told: &str) -> Option<u32> {
    told.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_what_node_tells() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("nonsense"), None);
    }
}
