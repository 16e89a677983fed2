//! `cargo xtask test`: every check, in the order of how soon it can find something. `cargo xtask test <step>` runs one.

use std::env;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::build::build_with;
use crate::setup::{Purpose, Tools, setup};
use crate::tools::{node, other_browsers};
use crate::{Outcome, command, layers, place, say, size};

struct Step {
    name: &'static str,
    heading: &'static str,
    run: fn(&mut Run) -> Outcome,
}

const STEPS: &[Step] = &[
    Step { name: "format", heading: "Formatting", run: format },
    Step { name: "layers", heading: "Directions of imports", run: |_| layers::check() },
    Step { name: "lints", heading: "Lints", run: lints },
    Step { name: "native", heading: "Native tests", run: native },
    Step { name: "card", heading: "The reader of cards", run: card },
    Step { name: "docs", heading: "Documentation", run: docs },
    Step { name: "build", heading: "The page as it is published", run: |run| build_with(run.tools()?) },
    Step { name: "size", heading: "Sizes", run: sizes },
    Step { name: "e2e", heading: "Tests in a browser", run: e2e },
    Step { name: "browsers", heading: "Tests in other browsers", run: browsers },
];

/// What the steps share.
#[derive(Default)]
struct Run {
    tools: Option<Tools>,
    passed: u64,
    failed: u64,
}

impl Run {
    /// The tools, looked for when the first step needs them.
    fn tools(&mut self) -> Outcome<&Tools> {
        if self.tools.is_none() {
            self.tools = Some(setup(Purpose::Test)?);
        }
        self.tools.as_ref().ok_or_else(|| "The tools are gone.".into())
    }

    /// Runs a test runner, shows what it prints and counts what it counts.
    fn count(&mut self, command: &mut Command) -> Outcome {
        let mut child =
            command.stdout(Stdio::piped()).spawn().map_err(|error| command::could_not_start(command, &error))?;
        let (passed, failed) = (self.passed, self.failed);
        if let Some(printed) = child.stdout.take() {
            for line in BufReader::new(printed).lines().map_while(Result::ok) {
                println!("{line}");
                let (passed, failed) = counted(&line);
                self.passed += passed;
                self.failed += failed;
            }
        }
        let status = child.wait().map_err(|error| command::could_not_start(command, &error))?;
        if !status.success() {
            return Err("Not every test passed.".into());
        }
        if (self.passed, self.failed) == (passed, failed) {
            return Err("The test runner ended well but ran no test.".into());
        }
        Ok(())
    }
}

pub(crate) fn all() -> Outcome {
    run(&STEPS.iter().collect::<Vec<_>>())
}

pub(crate) fn one(name: &str) -> Outcome {
    // What is published is what is weighed and tested in a browser, so these begin with building it.
    let with_build = ["size", "e2e", "browsers"].contains(&name);
    let steps: Vec<&Step> =
        STEPS.iter().filter(|step| step.name == name || with_build && step.name == "build").collect();
    if steps.is_empty() {
        let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("There is no step `{name}`. The steps are {}.", names.join(", ")));
    }
    run(&steps)
}

/// Runs the steps until one fails. Whether they pass or not, the last line of all is the count, alone on its line, for
/// whatever reads the output.
fn run(steps: &[&Step]) -> Outcome {
    let mut run = Run::default();
    let start = Instant::now();
    for step in steps {
        println!("\n== {} ==", step.heading);
        let start = Instant::now();
        if let Err(problem) = (step.run)(&mut run) {
            return Err(format!(
                "{problem}\n{} failed. To run only this again: cargo xtask test {}\n\n{} passed, {} failed",
                step.heading,
                step.name,
                run.passed,
                run.failed.max(1)
            ));
        }
        println!("-- done in {}", say::time(start.elapsed()));
    }
    println!("\nTested in {}.", say::time(start.elapsed()));
    if run.passed > 0 {
        println!("{} passed, {} failed", run.passed, run.failed);
    }
    Ok(())
}

fn format(_: &mut Run) -> Outcome {
    command::run(&mut cargo(&["fmt", "--all", "--check"]))
        .map_err(|_| "Run `cargo fmt` and look at what it changed.".into())
}

fn lints(run: &mut Run) -> Outcome {
    let deny = ["--", "--deny", "warnings"];
    command::run(cargo(&["clippy", "--workspace", "--all-targets"]).args(deny))?;
    // Once more as the browser sees it, where other lines may be compiled.
    let mut for_browsers = run.tools()?.cargo_for_browsers()?;
    for_browsers
        .args(["clippy", "--target", "wasm32-unknown-unknown", "--profile", "web-dev", "--lib", "--bins"])
        .args(deny)
        .current_dir(place::repository())
        .env("CARGO_TARGET_DIR", place::web_target());
    command::run(&mut for_browsers)
}

/// Properties are tried on the same cases in every run, so that a change fails by what it changed. `cargo test` by itself draws others.
fn native(run: &mut Run) -> Outcome {
    let mut tests = cargo(&["test", "--workspace"]);
    if env::var_os(PROPTEST_SEED).is_none() {
        tests.env(PROPTEST_SEED, "1");
    }
    run.count(&mut tests)
}

/// Where proptest looks for what its random numbers begin with.
const PROPTEST_SEED: &str = "PROPTEST_RNG_SEED";

fn card(run: &mut Run) -> Outcome {
    node::check()?;
    let mut node = command::command("node");
    node.args(["--test", "--test-reporter=tap", CARD_TESTS]).current_dir(place::repository()).stdin(Stdio::null());
    run.count(&mut node)
}

/// What tries the script that reads published pitches.
pub(crate) const CARD_TESTS: &str = "tests/card.test.js";

fn docs(_: &mut Run) -> Outcome {
    command::run(
        cargo(&["doc", "--workspace", "--no-deps", "--document-private-items"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn sizes(_: &mut Run) -> Outcome {
    let weights = size::weigh()?;
    weights.print();
    weights.check()
}

fn e2e(run: &mut Run) -> Outcome {
    let mut playwright = in_browser_tests(run.tools()?)?;
    playwright.args(["node_modules/@playwright/test/cli.js", "test"]).env("NO_COLOR", "1").stdin(Stdio::null());
    run.count(&mut playwright)
}

/// A short run through page, widget and card in Firefox and in WebKit. A machine that has neither, and where neither can be installed, is
/// told so and passes: it is not the fault of what is tested. Where every push is checked it fails, as nobody would read that there.
fn browsers(run: &mut Run) -> Outcome {
    let mut tests = in_browser_tests(run.tools()?)?;
    tests.args(["--test", "--test-reporter=tap", "browsers/smoke.js"]).stdin(Stdio::null());
    let mut missing = Vec::new();
    let mut is_any = false;
    for other in other_browsers::find_or_install() {
        match other.program {
            Ok(program) => {
                is_any = true;
                tests.env(other.variable, program);
            }
            Err(why) => {
                tests.env_remove(other.variable);
                missing.push(format!("Nothing was tested in {}: {why}", other.name));
            }
        }
    }
    if is_any {
        run.count(&mut tests)?;
    }
    for left_out in &missing {
        println!("{left_out}");
    }
    match missing.is_empty() || env::var_os("CI").is_none() {
        true => Ok(()),
        false => Err("The variable CI says that every browser is to be tested.".into()),
    }
}

/// Node in tests/e2e, told which browser to drive.
pub(crate) fn in_browser_tests(tools: &Tools) -> Outcome<Command> {
    node::check()?;
    let browser = tools.browser().ok_or("There is no browser to test with.")?;
    let mut node = command::command("node");
    node.current_dir(place::browser_tests()).env("CHROME", browser);
    Ok(node)
}

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command::command("cargo");
    cargo.args(arguments).current_dir(place::repository());
    cargo
}

/// The passed and failed tests that a line counts, if it is a closing line of cargo's test runner, of Node's or of Playwright.
fn counted(line: &str) -> (u64, u64) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let closing = match words.as_slice() {
        ["test", "result:", ..] => words.as_slice(),
        ["#", "pass", number] => return (number.parse().unwrap_or(0), 0),
        ["#", "fail", number] => return (0, number.parse().unwrap_or(0)),
        [number, "passed" | "failed", ..] if number.parse::<u64>().is_ok() => &words[..2],
        _ => return (0, 0),
    };
    let count = |what: &str| {
        let number = closing.windows(2).find(|pair| pair[1].trim_end_matches(';') == what).map(|pair| pair[0]);
        number.and_then(|number| number.parse().ok()).unwrap_or(0)
    };
    (count("passed"), count("failed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_of_the_runners_are_counted_and_other_lines_are_not() {
        let of_cargo =
            "test result: FAILED. 11 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(counted(of_cargo), (11, 2));
        assert_eq!(counted("# pass 5"), (5, 0));
        assert_eq!(counted("# fail 1"), (0, 1));
        assert_eq!(counted("  7 passed (3.2s)"), (7, 0));
        assert_eq!(counted("  1 failed"), (0, 1));
        assert_eq!(counted("3 of 4 passed the door"), (0, 0));
        assert_eq!(counted("test a_test_that_passed ... ok"), (0, 0));
    }

    #[test]
    fn every_step_can_be_run_by_a_name_of_its_own() {
        for step in STEPS {
            assert_eq!(STEPS.iter().filter(|other| other.name == step.name).count(), 1, "{}", step.name);
        }
        assert!(one("nonsense").is_err_and(|problem| problem.contains("format, layers, lints")));
    }
}
