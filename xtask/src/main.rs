//! The project's tasks, each in the file of its name: `cargo xtask <task>`.

mod bench;
mod build;
mod clean_tools;
mod command;
mod eval;
mod fuzz;
mod layers;
mod place;
#[cfg(test)]
mod promises;
mod say;
mod screenshots;
mod serve;
mod setup;
mod size;
mod split;
mod stamp;
mod test;
mod tools;

use std::process::ExitCode;

/// What a task gives back. The error is what the person at the terminal reads: what went wrong and what to do about it.
type Outcome<T = ()> = Result<T, String>;

const HELP: &str = "\
cargo xtask <task>

  serve         build the page and serve it, again at each change
  build         build the page for publishing, into dist/
  test          run every check; `test <step>` runs one of them
  eval          score the engine on the hand-labelled answers
  bench         measure how long the engine takes; `bench <name>` measures a part
  fuzz          try the engine, or the reader of cards, on what nobody would write: `fuzz analyze --minutes 10`
  screenshots   take the README's pictures anew
  setup         install what the tasks above need, without running one
  clean-tools   remove what setup installed
";

fn main() -> ExitCode {
    let mut arguments = std::env::args();
    let program = arguments.next().unwrap_or_default();
    let arguments: Vec<String> = arguments.collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        // Not for people either: Trunk calls it by another program's name (see split.rs).
        _ if split::is_stand_in(&program) => split::bindgen(&words),
        ["serve"] => serve::serve(),
        ["build"] => build::build(),
        ["test"] => test::all(),
        ["test", step] => test::one(step),
        ["eval"] => eval::eval(),
        ["bench", names @ ..] => bench::bench(names),
        ["fuzz", target] => fuzz::fuzz(target, "1"),
        ["fuzz", target, "--minutes", minutes] => fuzz::fuzz(target, minutes),
        ["screenshots"] => screenshots::screenshots(),
        ["setup"] => setup::everything(),
        ["clean-tools"] => clean_tools::clean_tools(),
        // Not for people: Trunk calls it after each build (see Trunk.toml).
        ["stamp"] => stamp::stamp(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("There is no task `{}`.\n\n{HELP}", words.join(" "))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("\n{problem}");
            ExitCode::FAILURE
        }
    }
}
