//! Running other programs.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::Outcome;

/// A command without what cargo told *this* program about itself: handed on, it would tell a second cargo that it is
/// this one.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in env::vars_os() {
        let of_cargo = name.to_str().is_some_and(|name| {
            name.starts_with("CARGO_PKG_") || ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH"].contains(&name)
        });
        if of_cargo {
            command.env_remove(name);
        }
    }
    command
}

/// The program of this name in PATH.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// What a program prints, trimmed, if it runs and ends well.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| printed.trim().to_owned())
}

/// Runs a program whose output the person watches.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| could_not_start(command, &error))?;
    succeeded(command, status)
}

/// Runs a program whose output matters only if it fails: it goes to `log`, whose last lines are then shown.
pub(crate) fn run_quietly(command: &mut Command, log: &Path) -> Outcome {
    let unwritable = |error| format!("The log file {} cannot be written: {error}.", log.display());
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(unwritable)?;
    }
    let file = File::create(log).map_err(unwritable)?;
    let errors = file.try_clone().map_err(unwritable)?;
    let status = command
        .stdin(Stdio::null())
        .stdout(file)
        .stderr(errors)
        .status()
        .map_err(|error| could_not_start(command, &error))?;
    succeeded(command, status).map_err(|problem| {
        let written = fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = written.lines().collect();
        let last = lines[lines.len().saturating_sub(12)..].join("\n    ");
        format!("{problem} Its last words (all of them are in {}):\n    {last}", log.display())
    })
}

pub(crate) fn could_not_start(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}.", command.get_program().display())
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    let words: Vec<_> =
        [command.get_program()].into_iter().chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    Err(format!("`{}` failed.", words.join(" ")))
}
