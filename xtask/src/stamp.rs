//! The last step of each build, which Trunk calls as a hook when all files are made but not yet in their place:
//! - the parts that are fetched after the first paint come beside the page, named by their content (see split.rs);
//! - the styles of later screens become one file;
//! - what the page fetches by a fixed name, the worker, its data and those styles, moves into a folder named by its content, so that
//!   no cache can ever pair an old engine with a new page;
//! - the content security policy gets the hashes of the scripts inside index.html, so that it can forbid all others.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac_sha256::Hash;

use crate::{Outcome, serve, split};

/// Stands in index.html's policy for the hashes of its scripts.
const HASHES: &str = "'sha256-REPLACED-BY-BUILD'";
/// Stands in index.html for the name of the engine's folder.
const ENGINE: &str = "engine-REPLACED-BY-BUILD";
/// Stands in index.html for the name of the script that fetches later screens.
const LATER: &str = "later-REPLACED-BY-BUILD.js";
/// What a copy-file in index.html puts into this folder goes with the engine.
const ENGINE_FOLDER: &str = "engine";
const WORKER: &str = "worker";
/// What a copy-file in index.html puts into this folder are styles of later screens.
const LATER_FOLDER: &str = "later";
/// What they become. src/browser.rs knows the name too.
pub(crate) const LATER_STYLES: &str = "later.css";

pub(crate) fn stamp() -> Outcome {
    let stage = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("`stamp` is a part of a build and cannot run alone. Use `cargo xtask serve` or `cargo xtask build`.")?;
    join_styles(&stage)?;
    let engine = version_engine(&stage)?;

    let path = stage.join("index.html");
    let html = fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
    let html = finish(&html, &engine)?;
    let html = replace_once(&html, LATER, &split::place(&stage)?, "the name of the script that fetches later screens")?;
    fs::write(&path, html).map_err(|error| format!("{} cannot be written: {error}.", path.display()))?;

    if let Ok(address) = env::var(serve::ADDRESS) {
        println!("The page is at {address} and follows your changes. Ctrl+C ends it.");
    }
    Ok(())
}

/// Makes one file, which goes with the engine, of the styles of later screens. Each stands in a layer and has names of its own, which a test
/// below holds it to, so their order makes no difference.
fn join_styles(stage: &Path) -> Outcome {
    let (from, to) = (stage.join(LATER_FOLDER), stage.join(ENGINE_FOLDER));
    let problem = |error| format!("The styles in {} cannot be joined: {error}.", from.display());
    let mut styles = String::new();
    for path in entries(&from).map_err(problem)? {
        styles.push_str(&without_comments(&fs::read_to_string(&path).map_err(problem)?));
    }
    fs::create_dir_all(&to).map_err(problem)?;
    fs::write(to.join(LATER_STYLES), styles).map_err(problem)?;
    fs::remove_dir_all(&from).map_err(problem)
}

/// A style sheet as it is sent: without comments and the white space at the ends of its lines.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n")
}

/// Moves the engine's files into a folder named by their content and gives back its name.
fn version_engine(stage: &Path) -> Outcome<String> {
    let folder = stage.join(ENGINE_FOLDER);
    let problem = |error| format!("The engine's files in {} cannot be moved: {error}.", stage.display());
    fs::create_dir_all(&folder).map_err(problem)?;
    let mut workers = 0;
    for path in entries(stage).map_err(problem)? {
        if let Some(name) = path.file_name().filter(|name| name.to_string_lossy().starts_with(WORKER)) {
            fs::rename(&path, folder.join(name)).map_err(problem)?;
            workers += 1;
        }
    }
    if workers == 0 {
        return Err(format!(
            "The build made no file whose name begins with `{WORKER}`. index.html needs \
             <link data-trunk rel=\"rust\" data-bin=\"{WORKER}\" data-type=\"worker\" …>."
        ));
    }
    let mut hash = Hash::new();
    for path in entries(&folder).map_err(problem)? {
        let content = fs::read(&path).map_err(problem)?;
        hash.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        hash.update(Hash::hash(&content));
    }
    let name = format!("engine-{}", digits(hash.finalize()));
    fs::rename(&folder, stage.join(&name)).map_err(problem)?;
    Ok(name)
}

/// The beginning of a hash, for a file's name.
pub(crate) fn digits(hash: [u8; 32]) -> String {
    hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// What is in a folder, in an order that is the same on every machine.
pub(crate) fn entries(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// index.html with the engine's folder and the hashes of its scripts in their places.
fn finish(html: &str, engine: &str) -> Outcome<String> {
    let html = html
        // Trunk's live reload, which only a development build has, gets these from Trunk's server at each request,
        // and then its hash would be another one.
        .replace("'{{__TRUNK_ADDRESS__}}'", "window.location.host")
        .replace("{{__TRUNK_WS_BASE__}}", "/");
    let html = replace_once(&html, ENGINE, engine, "the name of the engine's folder")?;
    let hashes: Vec<String> = inline_scripts(&html)?
        .into_iter()
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Hash::hash(script.as_bytes()))))
        .collect();
    replace_once(&html, HASHES, &hashes.join(" "), "the hashes of the page's scripts, in the policy's script-src")
}

fn replace_once(html: &str, placeholder: &str, value: &str, what: &str) -> Outcome<String> {
    match html.matches(placeholder).count() {
        1 => Ok(html.replace(placeholder, value)),
        0 => Err(format!("index.html has no {placeholder}, which the build replaces by {what}. Put it back.")),
        _ => Err(format!("index.html has {placeholder} more than once; the build needs one place for {what}.")),
    }
}

/// The text of each script that stands in the page itself, exactly as a browser hashes it.
fn inline_scripts(html: &str) -> Outcome<Vec<&str>> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let broken = || "index.html has a <script> that does not end.".to_owned();
        let (tag, after) = rest[start..].split_once('>').ok_or_else(broken)?;
        let (script, after) = after.split_once("</script>").ok_or_else(broken)?;
        let fetched = tag.split_ascii_whitespace().any(|attribute| attribute.starts_with("src="));
        if !fetched {
            scripts.push(script);
        }
        rest = after;
    }
    Ok(scripts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<meta content="script-src 'self' 'sha256-REPLACED-BY-BUILD'">
<meta name="refrain-engine" content="engine-REPLACED-BY-BUILD/">
<script>alert(1)</script><script src="a.js"></script><script type="module">alert(2)</script>"#;

    #[test]
    fn every_inline_script_is_allowed_by_its_hash_and_no_other() {
        let page = finish(PAGE, "engine-1a2b").expect("the page has all placeholders");
        // Both made with: printf 'alert(1)' | openssl dgst -sha256 -binary | openssl base64
        let first = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
        let second = "'sha256-4axlHpxgDbFzJObpXPFZgZhULrEGgJiud3OwxN9unHg='";
        assert!(page.starts_with(&format!(r#"<meta content="script-src 'self' {first} {second}">"#)), "{page}");
        assert!(page.contains(r#"content="engine-1a2b/""#), "{page}");
    }

    #[test]
    fn a_missing_placeholder_is_named() {
        for placeholder in [HASHES, ENGINE] {
            let page = PAGE.replace(placeholder, "");
            assert!(finish(&page, "engine-1a2b").is_err_and(|problem| problem.contains(placeholder)));
            let page = format!("{PAGE}{placeholder}");
            assert!(finish(&page, "engine-1a2b").is_err_and(|problem| problem.contains("more than once")));
        }
    }

    #[test]
    fn live_reload_is_the_same_script_at_every_address() {
        let page = format!("{PAGE}<script>a = '{{{{__TRUNK_ADDRESS__}}}}'; b = '{{{{__TRUNK_WS_BASE__}}}}'</script>");
        let page = finish(&page, "engine-1a2b").expect("the page has all placeholders");
        assert!(page.ends_with("<script>a = window.location.host; b = '/'</script>"), "{page}");
    }

    #[test]
    fn a_script_without_an_end_is_an_error() {
        assert!(finish(&PAGE.replace("alert(2)</script>", ""), "engine-1a2b").is_err());
    }

    /// The classes that are the whole selector of a rule: they dress whatever bears them, on every screen.
    fn bare_classes(css: &str) -> Vec<&str> {
        let selectors = css.split_inclusive(['{', '}', ';']).filter_map(|piece| piece.strip_suffix('{'));
        // A comma within brackets does not part selectors, and none of those with brackets is bare.
        let selectors = selectors.filter(|selectors| !selectors.contains(['@', '('])).flat_map(|list| list.split(','));
        let is_name = |name: &&str| name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        selectors.filter_map(|selector| selector.trim().strip_prefix('.')).filter(is_name).collect()
    }

    #[test]
    fn a_class_stands_alone_in_one_style_sheet_only() {
        /// A claim in one's own words looks the same on its own screen and beside the story.
        const SHARED: &[&str] = &["mine"];
        let mut owners: Vec<(String, PathBuf)> = Vec::new();
        let mut collisions = Vec::new();
        for path in entries(&crate::place::repository().join("styles")).expect("the repository has styles") {
            let css = without_comments(&fs::read_to_string(&path).expect("a style sheet is text"));
            for class in bare_classes(&css).into_iter().filter(|class| !SHARED.contains(class)) {
                match owners.iter().find(|(owned, _)| owned == class) {
                    Some((_, owner)) if *owner != path => {
                        collisions.push(format!(".{class} in {} and {}", owner.display(), path.display()));
                    }
                    Some(_) => {}
                    None => owners.push((class.to_owned(), path.clone())),
                }
            }
        }
        assert!(owners.len() > 100, "only {} classes were found", owners.len());
        assert!(collisions.is_empty(), "All styles stand in one page, so these dress each other's: {collisions:#?}");
    }

    #[test]
    fn a_bare_class_is_told_from_one_in_a_place() {
        let css = "@layer page { .a, .b { c: d; } .e .f { } @media (x) { .g { } :is(.h, .i, .j) { } } .k:hover { } }";
        assert_eq!(bare_classes(css), ["a", "b", "g"]);
    }

    #[test]
    fn styles_are_sent_without_comments() {
        assert_eq!(without_comments("/* why\n so */\n  a { b: c; } /* d */\n"), "a { b: c; }\n");
        assert_eq!(without_comments("a {}\n/* open"), "a {}\n");
    }
}
