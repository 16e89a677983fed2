//! Firefox and WebKit, for the short tests that show that all of this works there too.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::apt;
use crate::{Outcome, command, say};

/// A browser of these, or why it cannot be tested with.
pub(crate) struct Other {
    pub(crate) name: &'static str,
    /// The variable by which the tests are told where it is, and by which a person can say so.
    pub(crate) variable: &'static str,
    pub(crate) program: Outcome<PathBuf>,
}

/// Both, each found or installed, or else with the reason why not.
pub(crate) fn find_or_install() -> [Other; 2] {
    let firefox = find_or("Firefox, for its tests", "half a minute", &["firefox-esr"], find_firefox);
    let webkit = find_or("WebKit, for its tests", "a minute", &["webkit2gtk-driver", "xvfb", "xauth"], find_webkit);
    [
        Other { name: "Firefox", variable: "FIREFOX", program: firefox },
        Other { name: "WebKit", variable: "MINIBROWSER", program: webkit },
    ]
}

fn find_or(what: &str, duration: &str, packages: &[&str], find: fn() -> Option<PathBuf>) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !apt::is_there() {
        return Err("it is not on this machine, and there is no apt to install it with".into());
    }
    say::step(what, duration, || apt::install(packages))?;
    find().ok_or_else(|| "it was installed and is still not found".into())
}

fn find_firefox() -> Option<PathBuf> {
    let named = env::var_os("FIREFOX").map(PathBuf::from);
    let in_path = ["firefox-esr", "firefox"].iter().filter_map(|name| command::find(name));
    let on_a_mac = PathBuf::from("/Applications/Firefox.app/Contents/MacOS/firefox");
    named.into_iter().chain(in_path).chain([on_a_mac]).find(|path| path.is_file())
}

/// GTK's MiniBrowser, where the driver and the screen that it needs are there too.
fn find_webkit() -> Option<PathBuf> {
    for name in ["WebKitWebDriver", "xvfb-run", "xauth"] {
        command::find(name)?;
    }
    let named = env::var_os("MINIBROWSER").map(PathBuf::from);
    // `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser`, by Debian's custom.
    let libraries = Path::new("/usr/lib");
    let places = folders(libraries).into_iter().flat_map(|folder| folders(&folder)).chain(folders(libraries));
    let installed = places.map(|folder| folder.join("MiniBrowser"));
    named.into_iter().chain(installed).find(|path| path.is_file())
}

/// The folders of WebKit in a folder, and those named by a kind of machine.
fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(of).into_iter().flatten();
    let is_one = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("webkit") || name.ends_with("-linux-gnu")
    };
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_one).collect();
    folders.sort();
    folders
}
