//! A Rust that compiles for browsers: the one that called us if it can, else Debian's, which builds the standard
//! library for the browser along with the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::{Outcome, command, place};

const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's own name for the Rust that it keeps new enough to build browsers with.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
const DEBIAN_PROGRAMS: &[&str] = &["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"];

/// Which Rust compiles the page.
#[derive(Debug)]
pub(crate) enum Rust {
    /// The `cargo` in PATH has the browser target.
    InPath,
    /// Debian's, and the linker of the Rust in PATH.
    Debian { linker: PathBuf },
}

impl Rust {
    /// The folder to put before PATH so that `cargo` is this Rust, if it is not that already.
    pub(crate) fn programs(&self) -> Outcome<Option<PathBuf>> {
        match self {
            Self::InPath => Ok(None),
            Self::Debian { .. } => debian_programs().map(Some),
        }
    }

    /// Sets the variables that a program needs which calls this Rust's `cargo`.
    pub(crate) fn prepare(&self, command: &mut Command) {
        if let Self::Debian { linker } = self {
            command
                // The released compiler, allowed to build the standard library itself.
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                // What rustup set for the Rust in PATH would lead this one astray.
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("RUSTC")
                .env_remove("RUSTDOC")
                .env_remove("LD_LIBRARY_PATH");
        }
    }
}

pub(crate) fn find() -> Outcome<Option<Rust>> {
    let sysroot = sysroot()?;
    if sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(Some(Rust::InPath));
    }
    let programs = DEBIAN_PROGRAMS.iter().all(|name| Path::new("/usr/bin").join(name).is_file());
    let source = Path::new("/usr/lib/rustlib/src/rust/library/Cargo.lock").is_file();
    if !(programs && source) {
        return Ok(None);
    }
    let linker = sysroot.join("lib/rustlib").join(host()?).join("bin/rust-lld");
    if !linker.is_file() {
        return Err(format!("{} is missing. Install Rust with rustup and run the task again.", linker.display()));
    }
    Ok(Some(Rust::Debian { linker }))
}

pub(crate) fn install() -> Outcome<Rust> {
    let by_rustup = match command::find("rustup") {
        Some(rustup) => {
            let mut rustup = command::command(rustup);
            rustup.args(["target", "add", TARGET]).env("RUST_BACKTRACE", "0");
            command::run_quietly(&mut rustup, &super::log("rustup")?)
        }
        None => Err("There is no rustup on this machine.".into()),
    };
    if let Err(problem) = by_rustup {
        let advice =
            format!("`rustup target add {TARGET}` would be enough. {}", super::network_advice("rustup's server"));
        if !apt::is_there() {
            return Err(format!("This Rust cannot compile for browsers yet. {problem}\n{advice}"));
        }
        println!("  Rust for the browser: rustup could not add it, so Debian's Rust is installed instead");
        apt::install(DEBIAN_PACKAGES)
            .map_err(|other| format!("This Rust cannot compile for browsers yet. {problem}\n{advice}\n\n{other}"))?;
    }
    find()?.ok_or_else(|| format!("Rust for {TARGET} was installed but is not to be found."))
}

/// A folder with links to Debian's programs and nothing else. To put all of /usr/bin before PATH would hide
/// whatever else the user has put before it.
fn debian_programs() -> Outcome<PathBuf> {
    let folder = place::tools()?.join("debian-rust");
    let problem = |error| format!("{} cannot be written: {error}.", folder.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    #[cfg(unix)]
    for name in DEBIAN_PROGRAMS {
        let link = folder.join(name);
        if !link.exists() {
            std::os::unix::fs::symlink(Path::new("/usr/bin").join(name), link).map_err(problem)?;
        }
    }
    Ok(folder)
}

fn sysroot() -> Outcome<PathBuf> {
    command::output(command::command("rustc").args(["--print", "sysroot"]))
        .map(PathBuf::from)
        .ok_or_else(|| "`rustc` does not answer. Install Rust with rustup and run the task again.".into())
}

fn host() -> Outcome<String> {
    command::output(command::command("rustc").args(["--print", "host-tuple"]))
        .ok_or_else(|| "`rustc` does not tell which machine it is for. Update Rust and run the task again.".into())
}
