//! The programs that the tasks need: each file finds one of them on this machine or installs it.

pub(crate) mod apt;
pub(crate) mod browser;
pub(crate) mod esbuild;
pub(crate) mod node;
pub(crate) mod other_browsers;
pub(crate) mod rust;
pub(crate) mod trunk;
pub(crate) mod wasm_bindgen;
pub(crate) mod wasm_opt;
pub(crate) mod wasm_split;

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use crate::{Outcome, command, place};

/// A tool that is kept in the user's cache, in a folder that bears its name and version.
pub(crate) struct Kept {
    pub(crate) name: &'static str,
    pub(crate) version: String,
    /// The program, seen from the folder.
    pub(crate) program: &'static str,
    pub(crate) answers: Answers,
}

/// What a tool is asked to see that it is whole.
pub(crate) enum Answers {
    /// `--version`, and its answer names the version.
    Version,
    /// `--help`, as it knows no version; the folder's name does.
    Help,
}

impl Kept {
    /// The kept program, if it is whole: it must start and answer.
    pub(crate) fn find(&self) -> Option<PathBuf> {
        let program = self.folder().ok()?.join(self.program);
        let ask = |option| command::output(command::command(&program).arg(option));
        let is_whole = match self.answers {
            Answers::Version => is_version(&ask("--version")?, &self.version),
            Answers::Help => ask("--help").is_some(),
        };
        is_whole.then_some(program)
    }

    /// Installs the tool with `fill`, which is given an empty folder to put it in. Only a whole one gets its final
    /// name, so an interrupted installation is never taken for a tool. Two of them at once wait for each other.
    pub(crate) fn install(&self, fill: impl FnOnce(&Path) -> Outcome) -> Outcome<PathBuf> {
        let folder = self.folder()?;
        let in_the_way = |error| format!("{} cannot be written: {error}.", folder.display());
        let lock = File::create(folder.with_added_extension("lock")).map_err(in_the_way)?;
        lock.lock().map_err(in_the_way)?;
        if let Some(program) = self.find() {
            return Ok(program);
        }
        let unfinished = folder.with_added_extension("unfinished");
        for leftover in [&unfinished, &folder] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).map_err(in_the_way)?;
            }
        }
        fs::create_dir_all(&unfinished).map_err(in_the_way)?;
        fill(&unfinished)?;
        fs::rename(&unfinished, &folder).map_err(in_the_way)?;
        self.find().ok_or_else(|| {
            format!("{} {} was installed but does not start: {}.", self.name, self.version, folder.display())
        })
    }

    fn folder(&self) -> Outcome<PathBuf> {
        Ok(place::tools()?.join(format!("{}-{}", self.name, self.version)))
    }
}

/// Builds a program from crates.io and puts it into `folder`. What is compiled stays beside the tools until that has
/// worked, so that an interrupted installation goes on where it was.
pub(crate) fn cargo_install(crate_name: &str, version: &str, options: &[&str], folder: &Path) -> Outcome {
    let compiled = place::tools()?.join(format!("{crate_name}-{version}.compiled"));
    // These run once a build: compiling them without optimisation costs milliseconds there and saves many minutes here.
    let mut install = command::command("cargo");
    install
        .args(["install", crate_name, "--locked", "--debug", "--version", version, "--root"])
        .arg(folder)
        .args(options)
        .current_dir(place::tools()?)
        .env("CARGO_TARGET_DIR", &compiled)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0");
    command::run_quietly(&mut install, &log(crate_name)?).map_err(|problem| {
        format!("{crate_name} {version} could not be built. {problem}\n{}", network_advice("crates.io"))
    })?;
    fs::remove_dir_all(&compiled).map_err(|error| format!("{} cannot be removed: {error}.", compiled.display()))
}

/// Where the output of an installation goes.
pub(crate) fn log(name: &str) -> Outcome<PathBuf> {
    Ok(place::tools()?.join("logs").join(format!("{name}.log")))
}

/// What to do when something could not be fetched.
pub(crate) fn network_advice(from: &str) -> String {
    format!(
        "If that looks like a matter of the network, see that this machine reaches {from}, then run the task again."
    )
}

/// Whether a program's own words, such as "trunk 0.21.14", name this version.
fn is_version(told: &str, version: &str) -> bool {
    told.split_whitespace().any(|word| word == version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_one_whole_word_of_what_a_program_tells() {
        assert!(is_version("wasm-bindgen 0.2.129", "0.2.129"));
        assert!(!is_version("wasm-bindgen 0.2.12", "0.2.129"));
        assert!(!is_version("wasm-bindgen 0.2.1290", "0.2.129"));
        assert!(is_version("wasm-opt version 132 (version_132)", "132"));
    }
}
