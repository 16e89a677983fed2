//! `cargo xtask clean-tools`: removes what set-up keeps for this user.

use std::fs;

use crate::{Outcome, place};

pub(crate) fn clean_tools() -> Outcome {
    let mut removed = Vec::new();
    let tools = place::tools_if_any()?;
    if tools.is_dir() {
        removed.push(tools);
    }
    let packages = place::browser_tests().join("node_modules");
    if packages.is_dir() {
        removed.push(packages);
    }
    for folder in &removed {
        fs::remove_dir_all(folder).map_err(|error| format!("{} cannot be removed: {error}.", folder.display()))?;
        println!("Removed {}", folder.display());
    }
    if removed.is_empty() {
        println!("There was nothing to remove.");
    }
    println!("What apt or rustup installed stays; it belongs to the machine.");
    Ok(())
}
