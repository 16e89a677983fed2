//! Chromium, which the browser tests drive, and their npm packages.

use std::env;
use std::fs;
use std::path::PathBuf;

use super::{apt, node};
use crate::{Outcome, command, place};

/// A Chromium or Chrome of this machine: the one that the variable CHROME names, else one that is installed.
pub(crate) fn find() -> Outcome<Option<PathBuf>> {
    if let Some(path) = env::var_os("CHROME").map(PathBuf::from) {
        return match path.is_file() {
            true => Ok(Some(path)),
            false => Err(format!("The variable CHROME names {}, which is not a program.", path.display())),
        };
    }
    let names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
    let in_path = names.iter().filter_map(|name| command::find(name));
    let on_a_mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    Ok(in_path.chain([on_a_mac]).find(|path| command::output(command::command(path).arg("--version")).is_some()))
}

pub(crate) fn install() -> Outcome<PathBuf> {
    let advice = "Install Chromium or Chrome, or let the variable CHROME name one, and run the task again.";
    if !apt::is_there() {
        return Err(format!("The browser tests found no Chromium. {advice}"));
    }
    apt::install(&["chromium"]).map_err(|problem| format!("Chromium could not be installed. {problem}\n{advice}"))?;
    find()?.ok_or_else(|| format!("Chromium was installed but does not start. {advice}"))
}

/// Whether the packages that tests/e2e/package-lock.json names are installed, all of them.
pub(crate) fn packages_are_there() -> bool {
    let read = |name| fs::read(place::browser_tests().join(name)).ok();
    read(INSTALLED).is_some_and(|installed| Some(installed) == read(LOCK))
}

pub(crate) fn install_packages() -> Outcome {
    let folder = place::browser_tests();
    node::npm(&folder, &["ci"], "browser-tests")?;
    fs::copy(folder.join(LOCK), folder.join(INSTALLED))
        .map(|_| ())
        .map_err(|error| format!("{} cannot be written: {error}.", folder.join(INSTALLED).display()))
}

const LOCK: &str = "package-lock.json";
/// A copy of the lock file, written last: where it is missing or old, npm's work is not done.
const INSTALLED: &str = "node_modules/.installed-lock.json";
