//! `cargo xtask test layers`: dependencies inside the page point one way, so that each part can be read, tested and
//! replaced without those above it.

use std::fs;
use std::path::Path;

use crate::{Outcome, place};

/// A module of the page, which other modules of the page it may use, and whether it may know that there is a browser.
/// Every layer may use itself and refrain-core.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
    knows_browser: bool,
}

/// From the bottom up. A module of src/ that is missing here is an error: somebody has to decide where it belongs.
const LAYERS: &[Layer] = &[
    Layer { name: "protocol", may_use: &[], knows_browser: false },
    Layer { name: "text", may_use: &[], knows_browser: false },
    Layer { name: "state", may_use: &["text"], knows_browser: false },
    Layer { name: "card", may_use: &["text", "state"], knows_browser: false },
    Layer { name: "import", may_use: &["text", "state"], knows_browser: false },
    Layer { name: "backup", may_use: &["text", "state", "import"], knows_browser: false },
    Layer { name: "export", may_use: &["text", "state"], knows_browser: false },
    Layer { name: "calendar", may_use: &["text", "state"], knows_browser: false },
    Layer { name: "route", may_use: &["state"], knows_browser: false },
    // For fuzz/ and the property tests; no program contains it.
    Layer { name: "trial", may_use: &["protocol", "state", "import", "backup"], knows_browser: false },
    Layer { name: "browser", may_use: &["state"], knows_browser: true },
    Layer { name: "store", may_use: &["state", "browser"], knows_browser: true },
    Layer { name: "analyst", may_use: &["state", "protocol", "browser"], knows_browser: true },
    Layer {
        name: "hooks",
        may_use: &["state", "import", "backup", "route", "browser", "store", "analyst", "protocol"],
        knows_browser: true,
    },
    // No storage and no analysis: what they need of these comes through hooks.
    Layer {
        name: "components",
        may_use: &["text", "state", "card", "import", "backup", "export", "calendar", "route", "browser", "hooks"],
        knows_browser: true,
    },
    Layer { name: "bin/app", may_use: &["run"], knows_browser: true },
    Layer { name: "bin/worker", may_use: &["protocol"], knows_browser: true },
];

/// Crates that only make sense in a browser, by the beginning of their names.
const BROWSER_CRATES: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen", "serde_wasm_bindgen", "gloo", "idb"];

/// Checks every source file of the page and the engine.
pub(crate) fn check() -> Outcome {
    let root = place::repository();
    let mut problems = Vec::new();
    for_each_source(&root, &root.join("src"), &mut |path, source| problems.extend(of_page(path, source)))?;
    for_each_source(&root, &root.join("crates/refrain-core/src"), &mut |path, source| {
        problems.extend(browser_crates(path, source, "The engine"));
    })?;
    match problems.is_empty() {
        true => {
            println!("Every import points down.");
            Ok(())
        }
        false => Err(format!("{}\nThe rules are the table in xtask/src/layers.rs.", problems.join("\n"))),
    }
}

/// Gives every Rust file under a folder, with its path from the root, in a fixed order.
fn for_each_source(root: &Path, folder: &Path, then: &mut dyn FnMut(&str, &str)) -> Outcome {
    let unreadable = |error| format!("{} cannot be read: {error}.", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        paths.push(entry.map_err(unreadable)?.path());
    }
    paths.sort();
    for path in paths {
        if path.is_dir() {
            for_each_source(root, &path, then)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let source = fs::read_to_string(&path).map_err(unreadable)?;
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            then(&name, &source);
        }
    }
    Ok(())
}

/// What is wrong with the imports of one file of src/.
fn of_page(path: &str, source: &str) -> Vec<String> {
    let module: Vec<&str> = path.trim_start_matches("src/").trim_end_matches(".rs").split('/').collect();
    let name = match module.as_slice() {
        // It declares them all.
        ["lib"] | [] => return Vec::new(),
        ["bin", program, ..] => format!("bin/{program}"),
        [first, ..] => (*first).to_owned(),
    };
    let Some(layer) = LAYERS.iter().find(|layer| layer.name == name) else {
        return vec![format!("{path} belongs to no layer. Add `{name}` to the table in xtask/src/layers.rs.")];
    };
    let depth = module.iter().filter(|part| **part != "mod").count();
    let mut problems: Vec<String> = used_layers(&tokens(source), depth)
        .into_iter()
        .filter(|(_, used)| *used != layer.name && !layer.may_use.contains(used))
        .map(|(line, used)| format!("{path}:{line} uses {used}; {} may use only {}.", layer.name, allowed(layer)))
        .collect();
    if !layer.knows_browser {
        problems.extend(browser_crates(path, source, layer.name));
    }
    problems
}

fn allowed(layer: &Layer) -> String {
    [&["refrain-core"], layer.may_use].concat().join(", ")
}

fn browser_crates(path: &str, source: &str, who: &str) -> Vec<String> {
    let tokens = tokens(source);
    let starts_path = |at: usize| at == 0 || tokens[at - 1].1 != "::";
    tokens
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| starts_path(*at) && pair[1].1 == "::")
        .map(|(_, pair)| pair[0])
        .filter(|(_, name)| BROWSER_CRATES.iter().any(|of_browser| name.starts_with(of_browser)))
        .map(|(line, name)| format!("{path}:{line} uses {name}; {who} knows no browser."))
        .collect()
}

/// The modules at the root of the page's crate that a file names, each with its line: after `crate::`, after
/// `refrain::`, and after as many `super::` as lead up there. In a module within the file these count one too few, so
/// after `super::` only names of layers are taken.
fn used_layers<'a>(tokens: &[(usize, &'a str)], depth: usize) -> Vec<(usize, &'a str)> {
    let mut used = Vec::new();
    let text = |at: usize| tokens.get(at).map_or("", |token| token.1);
    for at in 0..tokens.len() {
        if at > 0 && text(at - 1) == "::" {
            continue;
        }
        let mut next = at + 2;
        let by_super = text(at) == "super";
        match text(at) {
            _ if text(at + 1) != "::" => continue,
            "crate" | "refrain" => {}
            "super" => {
                while text(next) == "super" && text(next + 1) == "::" {
                    next += 2;
                }
                if (next - at) / 2 != depth {
                    continue;
                }
            }
            _ => continue,
        }
        for name in heads(tokens, next) {
            if !by_super || LAYERS.iter().any(|layer| layer.name == name.1) {
                used.push(name);
            }
        }
    }
    used
}

/// The first names of a path or, where it opens a group, of each path in the group.
fn heads<'a>(tokens: &[(usize, &'a str)], start: usize) -> Vec<(usize, &'a str)> {
    match tokens.get(start) {
        Some((_, "{")) => {}
        Some(token) => return vec![*token],
        None => return Vec::new(),
    }
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut expected = true;
    for token in &tokens[start..] {
        match token.1 {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 1 => expected = true,
            _ if depth == 1 && expected => {
                heads.push(*token);
                expected = false;
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads
}

/// Names and punctuation of a source, each with its line; without comments and texts, in which nothing is imported.
fn tokens(source: &str) -> Vec<(usize, &str)> {
    let mut tokens = Vec::new();
    let mut rest = source;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("r\"") || rest.starts_with("r#") {
            let hashes = rest[1..].chars().take_while(|c| *c == '#').count();
            let end = format!("\"{}", "#".repeat(hashes));
            rest[hashes + 2..].find(&end).map_or(rest.len(), |at| hashes + 2 + at + end.len())
        } else if first == '"' {
            text_length(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest[1..].find('\'').map_or(rest.len(), |end| end + 2)
        } else if name > 0 {
            tokens.push((line, &rest[..name]));
            name
        } else if rest.starts_with("::") {
            tokens.push((line, "::"));
            2
        } else {
            if !first.is_whitespace() {
                tokens.push((line, &rest[..first.len_utf8()]));
            }
            first.len_utf8()
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The length of the text in quotes that `rest` begins with.
fn text_length(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_page(path: &str, source: &str, expected: &[&str]) {
        assert_eq!(of_page(path, source), expected, "{source}");
    }

    #[test]
    fn what_points_down_passes() {
        check_page("src/store/memory.rs", "use crate::state::Interview;\nuse refrain_core::Point;", &[]);
        check_page("src/components/story.rs", "use crate::{hooks::{use_store, store}, state};", &[]);
        check_page("src/bin/worker.rs", "use refrain::protocol::Request;", &[]);
        check_page("src/bin/app.rs", "fn main() { refrain::run(); }", &[]);
    }

    #[test]
    fn what_points_up_is_named_with_its_line() {
        let check = |path: &str, source: &str| {
            let problems = of_page(path, source);
            let expected = format!("{path}:2 uses store; state may use only refrain-core");
            assert!(problems.len() == 1 && problems[0].starts_with(&expected), "{source}: {problems:?}");
        };
        for import in ["use crate::store::Store;", "use super::super::store;", "use crate::{state, store::Store};"] {
            check("src/state/reduce.rs", &format!("//! Pure.\n{import}"));
        }
        check("src/state.rs", "\nfn f() { super::store::open() }");
    }

    #[test]
    fn components_neither_store_nor_analyse_and_the_worker_knows_only_messages() {
        assert_eq!(of_page("src/components/app.rs", "use crate::{store, analyst};").len(), 2);
        assert_eq!(of_page("src/bin/worker.rs", "use refrain::state::State;").len(), 1);
    }

    #[test]
    fn a_pure_layer_knows_no_browser() {
        let expected = "src/state.rs:1 uses web_sys; state knows no browser.";
        check_page("src/state.rs", "use web_sys::Window;", &[expected]);
        check_page("src/store.rs", "use web_sys::Window;", &[]);
        assert_eq!(browser_crates("crates/refrain-core/src/lib.rs", "pub use yew::html;", "The engine").len(), 1);
    }

    #[test]
    fn comments_texts_and_other_paths_import_nothing() {
        let source = r##"
            // use crate::store;
            /* crate::store */
            const A: &str = "crate::store \" crate::store";
            const B: &str = r#"crate::store " crate::store"#;
            const C: char = '"'; pub(crate) mod x; use self::store; use other::crate_::store;
        "##;
        check_page("src/state.rs", source, &[]);
    }

    #[test]
    fn a_module_without_a_layer_is_an_error() {
        assert!(of_page("src/cloud.rs", "").iter().any(|problem| problem.contains("belongs to no layer")));
    }
}
