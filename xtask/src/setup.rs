//! `cargo xtask setup`, which the other tasks begin with: finds or installs the programs that they need.

use std::env;
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::tools::{browser, esbuild, rust, trunk, wasm_bindgen, wasm_opt, wasm_split};
use crate::{Outcome, command, place, say, split};

/// What a task is about to do, in the order of how much it needs: each needs all that those before it need.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Purpose {
    Serve,
    Build,
    Test,
}

/// The programs that were found or installed.
pub(crate) struct Tools {
    rust: rust::Rust,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_split: PathBuf,
    wasm_opt: Option<PathBuf>,
    esbuild: Option<PathBuf>,
    browser: Option<PathBuf>,
}

impl Tools {
    /// Trunk, ready to be given its arguments.
    pub(crate) fn trunk(&self) -> Outcome<Command> {
        self.command(&self.trunk)
    }

    /// The `cargo` that compiles for browsers.
    pub(crate) fn cargo_for_browsers(&self) -> Outcome<Command> {
        match self.rust.programs()? {
            Some(programs) => self.command(&programs.join("cargo")),
            None => self.command(&PathBuf::from("cargo")),
        }
    }

    /// The browser that the tests drive.
    pub(crate) fn browser(&self) -> Option<&PathBuf> {
        self.browser.as_ref()
    }

    fn command(&self, program: &PathBuf) -> Outcome<Command> {
        let mut command = command::command(program);
        self.rust.prepare(&mut command);
        // Trunk finds the others by PATH, this very program among them: it is the hook of Trunk.toml.
        let this = env::current_exe().map_err(|error| format!("This program does not know its own place: {error}."))?;
        let stand_in = split::stand_in(&this)?;
        let programs = [Some(&this), Some(&stand_in), self.wasm_opt.as_ref(), self.esbuild.as_ref()];
        let folders = programs.into_iter().flatten().filter_map(|program| program.parent().map(PathBuf::from));
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(self.rust.programs()?.into_iter().chain(folders).chain(env::split_paths(&path)))
            .map_err(|error| format!("A folder's name cannot be put into PATH: {error}."))?;
        // A trace through Trunk's own code tells nobody what is wrong with the page.
        command.env("PATH", path).env("RUST_BACKTRACE", "0");
        command
            .env(split::BINDGEN, &self.wasm_bindgen)
            .env(split::SPLIT, &self.wasm_split)
            .env(split::PARTS, place::web_target().join("parts"));
        Ok(command)
    }
}

/// `cargo xtask setup`.
pub(crate) fn everything() -> Outcome {
    setup(Purpose::Test)?;
    println!("Everything is there.");
    Ok(())
}

/// Finds what the purpose needs and installs what is missing, what does not depend on each other at the same time.
pub(crate) fn setup(purpose: Purpose) -> Outcome<Tools> {
    let start = Instant::now();
    let for_build = purpose >= Purpose::Build;
    let for_test = purpose >= Purpose::Test;

    let rust = rust::find(for_build)?;
    let trunk = trunk::find();
    let wasm_bindgen = wasm_bindgen::find()?;
    let wasm_split = wasm_split::find();
    let wasm_opt = for_build.then(wasm_opt::find).flatten();
    let esbuild = for_build.then(esbuild::find).flatten();
    let browser = if for_test { browser::find()? } else { None };
    let packages = !for_test || browser::packages_are_there();

    let complete = rust.is_some()
        && trunk.is_some()
        && wasm_bindgen.is_some()
        && wasm_split.is_some()
        && (wasm_opt.is_some() && esbuild.is_some() || !for_build)
        && (browser.is_some() || !for_test)
        && packages;
    if !complete {
        println!("Setting up what is missing. This happens once on a machine; the next start is quick.");
    }

    let tools = thread::scope(|scope| {
        let trunk = scope.spawn(|| match trunk {
            Some(found) => Ok(found),
            None => say::step("Trunk, which bundles the page", "3 minutes", trunk::install),
        });
        let wasm_bindgen = scope.spawn(|| match wasm_bindgen {
            Some(found) => Ok(found),
            None => say::step("wasm-bindgen, which joins Rust and the browser", "2 minutes", wasm_bindgen::install),
        });
        let wasm_split = scope.spawn(|| match wasm_split {
            Some(found) => Ok(found),
            None => say::step("wasm-split, which keeps the first load small", "1 minute", wasm_split::install),
        });
        // One after the other: both may use apt.
        let rust_and_browser = scope.spawn(|| {
            let rust = match rust {
                Some(found) => found,
                None => say::step("Rust for the browser", "half a minute", || rust::install(for_build))?,
            };
            let browser = match browser {
                None if for_test => {
                    Some(say::step("Chromium, for the browser tests", "half a minute", browser::install)?)
                }
                found => found,
            };
            Ok((rust, browser))
        });
        let from_npm = scope.spawn(|| {
            let wasm_opt = match wasm_opt {
                None if for_build => {
                    Some(say::step("wasm-opt, which makes the page smaller", "10 seconds", wasm_opt::install)?)
                }
                found => found,
            };
            let esbuild = match esbuild {
                None if for_build => {
                    Some(say::step("esbuild, which makes its script smaller", "10 seconds", esbuild::install)?)
                }
                found => found,
            };
            if !packages {
                say::step("The browser tests' packages", "10 seconds", browser::install_packages)?;
            }
            Ok((wasm_opt, esbuild))
        });
        let (rust, browser) = finished(rust_and_browser)?;
        let (wasm_opt, esbuild) = finished(from_npm)?;
        Ok::<_, String>(Tools {
            rust,
            browser,
            trunk: finished(trunk)?,
            wasm_bindgen: finished(wasm_bindgen)?,
            wasm_split: finished(wasm_split)?,
            wasm_opt,
            esbuild,
        })
    })?;
    if !complete {
        println!("Set up in {}.\n", say::time(start.elapsed()));
    }
    Ok(tools)
}

fn finished<T>(work: thread::ScopedJoinHandle<'_, Outcome<T>>) -> Outcome<T> {
    work.join().unwrap_or_else(|_| Err("A part of the set-up came to a sudden end; its words are above.".into()))
}
