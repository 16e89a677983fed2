//! Where things are: the repository, what is built, and the tools shared by all clones.

use std::env;
use std::path::{Path, PathBuf};

use crate::Outcome;

/// The root of the repository that cargo was called in.
pub(crate) fn repository() -> PathBuf {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
}

/// What `build` makes, ready to be published.
pub(crate) fn dist() -> PathBuf {
    repository().join("dist")
}

/// The browser build's own target folder. It may be built by another compiler than the native one,
/// and neither has to wait for the other's lock.
pub(crate) fn web_target() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    repository().join(target).join("web")
}

/// The browser tests, a small npm project of their own.
pub(crate) fn browser_tests() -> PathBuf {
    repository().join("tests/e2e")
}

/// The folder of this user's tools, made if it is missing. Clones share it.
pub(crate) fn tools() -> Outcome<PathBuf> {
    let folder = tools_if_any()?;
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("The folder for tools, {}, cannot be made: {error}.", folder.display()))?;
    Ok(folder)
}

/// The folder of this user's tools, there or not.
pub(crate) fn tools_if_any() -> Outcome<PathBuf> {
    let cache = env::var_os("XDG_CACHE_HOME")
        .filter(|path| !path.is_empty())
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or("There is no home folder to keep the tools in. Set XDG_CACHE_HOME to a folder and try again.")?;
    Ok(cache.join("refrain"))
}
