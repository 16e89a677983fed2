//! `cargo xtask serve`: builds the page, serves it on this machine, and builds it again at each change.

use std::net::{Ipv4Addr, TcpListener};

use crate::setup::{Purpose, setup};
use crate::{Outcome, command, place};

const FIRST_PORT: u16 = 8080;

/// What builds write, and what no page is made of.
const NOT_WATCHED: &[&str] = &["dist", "docs", "target", "tests", "tools", "xtask"];

/// The variable by which the hook after each build learns what to tell (see stamp.rs).
pub(crate) const ADDRESS: &str = "REFRAIN_ADDRESS";

pub(crate) fn serve() -> Outcome {
    let tools = setup(Purpose::Serve)?;
    let port = free_port()?;
    let address = format!("http://127.0.0.1:{port}/");
    if port != FIRST_PORT {
        println!("Port {FIRST_PORT} is taken, so the page will be at {address}");
    }
    println!("Building the page: about a minute the first time, seconds after that.");

    let mut trunk = tools.trunk()?;
    trunk
        .args(["serve", "--quiet", "--skip-version-check", "--cargo-profile", "web-dev", "--address", "127.0.0.1"])
        .args(["--port", &port.to_string()])
        // Away from dist/, so that a page built for publishing stays what it is.
        .arg("--dist")
        .arg(served()?)
        .current_dir(place::repository())
        .env("CARGO_TARGET_DIR", place::web_target())
        .env(ADDRESS, address);
    for folder in NOT_WATCHED {
        // Trunk takes only what is there.
        if place::repository().join(folder).is_dir() {
            trunk.args(["--ignore", folder]);
        }
    }
    become_it(&mut trunk)
}

/// Where the development build is put, made if it is missing.
fn served() -> Outcome<std::path::PathBuf> {
    let folder = place::web_target().join("served");
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("The folder {} cannot be made: {error}.", folder.display()))?;
    Ok(folder)
}

fn free_port() -> Outcome<u16> {
    let last = FIRST_PORT + 99;
    (FIRST_PORT..=last)
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| format!("All ports from {FIRST_PORT} to {last} are taken. Free one of them and try again."))
}

/// Gives this process over to Trunk, so that whatever ends the task, Ctrl+C or a signal, ends Trunk itself.
#[cfg(unix)]
fn become_it(trunk: &mut std::process::Command) -> Outcome {
    use std::os::unix::process::CommandExt;
    let error = trunk.exec();
    Err(command::could_not_start(trunk, &error))
}

#[cfg(not(unix))]
fn become_it(trunk: &mut std::process::Command) -> Outcome {
    command::run(trunk)
}
