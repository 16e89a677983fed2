//! A Rust that compiles for browsers: the one that called us if it can, else Debian's.
//!
//! What is published has its standard library built along with it, from the Rust's own source and for size
//! (docs/adr/0001-browser-build.md). Debian's Rust has no other for the browser, so there it is built for `serve` too.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::apt;
use crate::{Outcome, command, place};

const TARGET: &str = "wasm32-unknown-unknown";

/// Where a Rust keeps the source of its standard library, if it has it.
const SOURCE: &str = "lib/rustlib/src/rust/library/Cargo.lock";

/// No texts, places or debug formats for panics, which end the page with a trap instead. Some 20 KB of brotli.
const LIGHT: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// Debian's own name for the Rust that it keeps new enough to build browsers with.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy"];
const DEBIAN_PROGRAMS: &[&str] = &["cargo", "rustc", "rustdoc", "cargo-clippy", "clippy-driver"];

/// Which Rust compiles the page.
#[derive(Debug)]
pub(crate) enum Rust {
    /// The `cargo` in PATH has the browser target, and where it was asked for, the standard library's source.
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
            build_std(command);
            command
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                // What rustup set for the Rust in PATH would lead this one astray.
                .env_remove("RUSTUP_TOOLCHAIN")
                .env_remove("RUSTC")
                .env_remove("RUSTDOC")
                .env_remove("LD_LIBRARY_PATH");
        }
    }
}

/// Has the standard library built along with the page.
fn build_std(command: &mut Command) {
    // The released compiler, allowed to build the standard library itself.
    command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
}

/// Has a release built as light as it can be.
pub(crate) fn lighten(command: &mut Command) {
    build_std(command);
    command
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", LIGHT);
}

/// `with_source`: the standard library's source is needed too.
pub(crate) fn find(with_source: bool) -> Outcome<Option<Rust>> {
    let sysroot = sysroot()?;
    let has_target = sysroot.join("lib/rustlib").join(TARGET).join("lib").is_dir();
    if has_target && (!with_source || sysroot.join(SOURCE).is_file()) {
        return Ok(Some(Rust::InPath));
    }
    let programs = DEBIAN_PROGRAMS.iter().all(|name| Path::new("/usr/bin").join(name).is_file());
    let source = Path::new("/usr").join(SOURCE).is_file();
    if !(programs && source) {
        return Ok(None);
    }
    let linker = sysroot.join("lib/rustlib").join(host()?).join("bin/rust-lld");
    if !linker.is_file() {
        return Err(format!("{} is missing. Install Rust with rustup and run the task again.", linker.display()));
    }
    Ok(Some(Rust::Debian { linker }))
}

pub(crate) fn install(with_source: bool) -> Outcome<Rust> {
    let by_rustup = add_by_rustup(&["target", "add", TARGET])
        .and_then(|()| if with_source { add_by_rustup(&["component", "add", "rust-src"]) } else { Ok(()) });
    if let Err(problem) = by_rustup {
        let advice = format!(
            "`rustup target add {TARGET}` and `rustup component add rust-src` would be enough. {}",
            super::network_advice("rustup's server")
        );
        if !apt::is_there() {
            return Err(format!("This Rust cannot compile for browsers yet. {problem}\n{advice}"));
        }
        println!("  Rust for the browser: rustup could not add it, so Debian's Rust is installed instead");
        apt::install(DEBIAN_PACKAGES)
            .map_err(|other| format!("This Rust cannot compile for browsers yet. {problem}\n{advice}\n\n{other}"))?;
    }
    find(with_source)?.ok_or_else(|| format!("Rust for {TARGET} was installed but is not to be found."))
}

fn add_by_rustup(arguments: &[&str]) -> Outcome {
    let rustup = command::find("rustup").ok_or("There is no rustup on this machine.")?;
    let mut rustup = command::command(rustup);
    rustup.args(arguments).env("RUST_BACKTRACE", "0");
    command::run_quietly(&mut rustup, &super::log("rustup")?)
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
