//! Takes the page apart, so that a first visit fetches no more than the first screens need (docs/adr/0005-later-screens.md).
//!
//! `#[wasm_split(…)]` in src/ marks where. The compiled page has to be taken apart before wasm-bindgen sees it, and Trunk
//! has no hook between the compiler and wasm-bindgen. So Trunk finds this program under wasm-bindgen's name:
//! - [`bindgen()`] takes the page apart and hands its first part to the true wasm-bindgen;
//! - [`place()`], a step of the stamp, puts the other parts beside it, each named by its content. The script that fetches
//!   a part bears the part's name, and the page imports the script by name: parts of two builds never meet.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use hmac_sha256::Hash;

use crate::stamp::{digits, entries};
use crate::{Outcome, command, place};

/// The variables by which Trunk's children learn where the true programs are.
pub(crate) const BINDGEN: &str = "REFRAIN_WASM_BINDGEN";
pub(crate) const SPLIT: &str = "REFRAIN_WASM_SPLIT";
/// And where the parts wait between the two steps.
pub(crate) const PARTS: &str = "REFRAIN_PARTS";

/// The program that is taken apart. The worker stays whole.
const PAGE: &str = "app";
/// What wasm-split calls its script, in the folder of the parts and in the page's import of it.
const SCRIPT: &str = "__wasm_split.js";
/// How that script compiles a part, which fails on a host that does not know the type of .wasm files.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// How it does on every host, as wasm-bindgen's script does for the page.
const COMPILED: &str = "
async function compiled(fetched, imports) {
    const response = await fetched;
    if (response.headers.get(\"content-type\") === \"application/wasm\") return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
";

/// Makes this program findable under wasm-bindgen's name, and gives back where it stands.
pub(crate) fn stand_in(this: &Path) -> Outcome<PathBuf> {
    let folder = place::web_target().join("stand-in");
    let program = folder.join(format!("wasm-bindgen{}", env::consts::EXE_SUFFIX));
    let problem = |error| format!("{} cannot be written: {error}.", program.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    if program.exists() {
        fs::remove_file(&program).map_err(problem)?;
    }
    // A second name where the file system allows it, else a copy.
    fs::hard_link(this, &program).or_else(|_| fs::copy(this, &program).map(|_| ())).map_err(problem)?;
    Ok(program)
}

/// Whether this program was called by wasm-bindgen's name.
pub(crate) fn is_stand_in(program: &str) -> bool {
    Path::new(program).file_stem().is_some_and(|name| name == "wasm-bindgen")
}

/// What Trunk takes for wasm-bindgen. The arguments are the true one's.
pub(crate) fn bindgen(arguments: &[&str]) -> Outcome {
    let mut bindgen = Command::new(variable(BINDGEN)?);
    let page = arguments.iter().position(|argument| Path::new(argument).ends_with(format!("{PAGE}.wasm")));
    match page {
        Some(place) => {
            let first = take_apart(Path::new(arguments[place]))?;
            bindgen.args(&arguments[..place]).args(&arguments[place + 1..]).arg(first);
            // The other parts reach the first one's memory and functions through these.
            bindgen.arg("--keep-lld-exports");
        }
        None => {
            bindgen.args(arguments);
        }
    }
    command::run(&mut bindgen)
}

/// Fills the folder of the parts and gives back the first part.
fn take_apart(page: &Path) -> Outcome<PathBuf> {
    let parts = variable(PARTS)?;
    if parts.exists() {
        fs::remove_dir_all(&parts).map_err(|error| format!("{} cannot be removed: {error}.", parts.display()))?;
    }
    let mut split = Command::new(variable(SPLIT)?);
    split.arg(page).arg(&parts).args(["--target", "web", "--out-name", PAGE]);
    command::run(&mut split).map_err(|problem| format!("The page could not be taken apart. {problem}"))?;
    Ok(parts.join(format!("{PAGE}.wasm")))
}

/// Puts the parts but the first, and the script that fetches them, beside the page in `stage`. Gives back the script's name.
pub(crate) fn place(stage: &Path) -> Outcome<String> {
    let parts = variable(PARTS)?;
    let problem = |error| format!("The page's parts in {} cannot be read: {error}.", parts.display());
    let page = page_script(stage)?;
    let mut script = fs::read_to_string(parts.join(SCRIPT)).map_err(problem)?;
    for path in entries(&parts).map_err(problem)? {
        let (Some(stem), Some("wasm")) = (path.file_stem(), path.extension().and_then(|extension| extension.to_str()))
        else {
            continue;
        };
        let stem = stem.to_string_lossy();
        if stem == PAGE {
            continue;
        }
        shrink(&path)?;
        let content = fs::read(&path).map_err(problem)?;
        let name = part_name(&stem, &content);
        script = rename_in(&script, &format!("\"./{stem}.wasm\""), &format!("\"./{name}\""))?;
        write(&stage.join(&name), &content)?;
    }
    let script = rename_in(&script, &format!("\"./{PAGE}.js\""), &format!("\"./{}\"", file_name(&page)))?;
    let script = rename_in(&script, STREAMED, "compiled(src, imports)")? + COMPILED;
    let name = format!("later-{}.js", digits(Hash::hash(script.as_bytes())));
    let fetching = stage.join(&name);
    write(&fetching, script.as_bytes())?;
    shorten(&fetching)?;

    let importing =
        fs::read_to_string(&page).map_err(|error| format!("{} cannot be read: {error}.", page.display()))?;
    let importing = rename_in(&importing, &format!("from \"./{SCRIPT}\""), &format!("from \"./{name}\""))?;
    write(&page, importing.as_bytes())?;
    shorten(&page)?;
    Ok(name)
}

/// `workshop-1a2b3c4d5e6f.wasm` for what wasm-split calls `split_workshop.wasm`.
fn part_name(stem: &str, content: &[u8]) -> String {
    format!("{}-{}.wasm", stem.trim_start_matches("split_"), digits(Hash::hash(content)))
}

/// The script that wasm-bindgen wrote for the page; Trunk has put a hash into its name.
fn page_script(stage: &Path) -> Outcome<PathBuf> {
    let is_it = |path: &PathBuf| {
        let name = file_name(path);
        name.starts_with(&format!("{PAGE}-")) && name.ends_with(".js")
    };
    let files = entries(stage).map_err(|error| format!("{} cannot be read: {error}.", stage.display()))?;
    files.into_iter().find(is_it).ok_or_else(|| format!("The build made no script whose name begins with `{PAGE}-`."))
}

/// Has wasm-opt make a part smaller, as Trunk does with the first one: in builds for publishing only.
fn shrink(part: &Path) -> Outcome {
    if is_release() {
        let mut wasm_opt = Command::new("wasm-opt");
        wasm_opt.arg("-Oz").arg(part).arg("--output").arg(part);
        // Quietly, as wasm-split writes some names for debuggers that wasm-opt warns of and then drops with all others.
        command::run_quietly(&mut wasm_opt, &part.with_extension("log"))?;
    }
    Ok(())
}

/// Has esbuild make a script smaller, in builds for publishing only.
fn shorten(script: &Path) -> Outcome {
    if is_release() {
        let mut esbuild = Command::new("esbuild");
        esbuild.arg(script).args([
            "--minify",
            "--format=esm",
            "--charset=utf8",
            "--log-level=error",
            "--allow-overwrite",
        ]);
        command::run(esbuild.arg(format!("--outfile={}", script.display())))?;
    }
    Ok(())
}

fn is_release() -> bool {
    env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release")
}

/// A script that says `new` wherever it said `old`, which it has to say.
fn rename_in(text: &str, old: &str, new: &str) -> Outcome<String> {
    if !text.contains(old) {
        return Err(format!(
            "The page's scripts do not name {old}. Another version of wasm-split or wasm-bindgen may name it differently; \
             xtask/src/split.rs has to follow it."
        ));
    }
    Ok(text.replace(old, new))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn write(path: &Path, content: &[u8]) -> Outcome {
    fs::write(path, content).map_err(|error| format!("{} cannot be written: {error}.", path.display()))
}

fn variable(name: &str) -> Outcome<PathBuf> {
    env::var_os(name).map(PathBuf::from).ok_or_else(|| {
        "This is a part of a build and cannot run alone. Use `cargo xtask serve` or `cargo xtask build`.".into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunk_finds_this_program_by_the_name_of_wasm_bindgen_and_people_by_its_own() {
        assert!(is_stand_in("/target/web/stand-in/wasm-bindgen"));
        assert!(!is_stand_in("/target/debug/xtask"));
    }

    #[test]
    fn a_part_with_other_content_has_another_name() {
        let name = part_name("split_workshop", b"one");
        assert!(name.starts_with("workshop-") && name.ends_with(".wasm"), "{name}");
        assert_ne!(name, part_name("split_workshop", b"two"));
    }

    #[test]
    fn a_script_is_told_every_new_name_and_has_to_have_known_the_old_one() {
        assert_eq!(rename_in("from 'a'; from 'a'", "'a'", "'b'").as_deref(), Ok("from 'b'; from 'b'"));
        assert!(rename_in("from 'c'", "'a'", "'b'").is_err_and(|problem| problem.contains("do not name 'a'")));
    }
}
