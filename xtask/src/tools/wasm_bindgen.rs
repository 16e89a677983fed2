//! wasm-bindgen's command, which joins the compiled page and the browser's interfaces.

use std::fs;
use std::path::PathBuf;

use super::{Answers, Kept};
use crate::{Outcome, command, place};

pub(crate) fn find() -> Outcome<Option<PathBuf>> {
    let kept = kept()?;
    let in_path = command::find("wasm-bindgen").filter(|program| {
        command::output(command::command(program).arg("--version"))
            .is_some_and(|told| super::is_version(&told, &kept.version))
    });
    Ok(in_path.or_else(|| kept.find()))
}

pub(crate) fn install() -> Outcome<PathBuf> {
    let kept = kept()?;
    kept.install(|folder| super::cargo_install("wasm-bindgen-cli", &kept.version, &[], folder))
}

/// The command must be of exactly the version that the page is compiled with: they share a private format.
fn kept() -> Outcome<Kept> {
    let path = place::repository().join("Cargo.lock");
    let lock = fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| format!("{} does not name a version of wasm-bindgen.", path.display()))?;
    Ok(Kept { name: "wasm-bindgen", version, program: "bin/wasm-bindgen", answers: Answers::Version })
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let (_, entry) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    entry.split_once('"').map(|(version, _)| version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_of_exactly_this_name() {
        let lock = "\
[[package]]
name = \"wasm-bindgen-futures\"
version = \"0.4.70\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.129\"
source = \"registry\"
";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.129"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
