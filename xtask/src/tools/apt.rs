//! Debian's packages, for what neither cargo nor npm carries.

use crate::{Outcome, command};

/// Whether packages can be installed with apt at all.
pub(crate) fn is_there() -> bool {
    command::find("apt-get").is_some()
}

/// Installs packages, as root or through a `sudo` that asks nothing.
pub(crate) fn install(packages: &[&str]) -> Outcome {
    let by_hand = format!("sudo apt-get update && sudo apt-get install --no-install-recommends {}", packages.join(" "));
    let root = command::output(command::command("id").arg("-u")).is_some_and(|user| user == "0");
    let sudo = command::output(command::command("sudo").args(["-n", "true"])).is_some();
    if !root && !sudo {
        return Err(format!("Installing packages needs root. Run this once, then the task again:\n  {by_hand}"));
    }
    let apt = |arguments: &[&str]| {
        let mut apt = command::command(if root { "apt-get" } else { "sudo" });
        if !root {
            apt.args(["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        }
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        // Another apt at work, such as a nightly update, is waited for.
        apt.args(["-o", "DPkg::Lock::Timeout=300", "-y"]).args(arguments);
        apt
    };
    let log = super::log("apt")?;
    let failed = |problem| format!("{problem}\nTo see more, run it by hand:\n  {by_hand}");
    // A fresh machine has no list of packages yet.
    command::run_quietly(&mut apt(&["update"]), &log).map_err(failed)?;
    let arguments: Vec<&str> = ["install", "--no-install-recommends"].iter().chain(packages).copied().collect();
    command::run_quietly(&mut apt(&arguments), &log).map_err(failed)
}
