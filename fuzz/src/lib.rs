//! What all targets share: libFuzzer's entry where cargo-fuzz builds, else inputs of our own, changed at random.

use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use std::{fs, panic};

use refrain_core::Note;
use serde::Deserialize;

/// Makes a target's entry. `check` panics where a promise is broken; `make` gives an input that nothing is wrong with yet.
#[macro_export]
macro_rules! target {
    ($check:path, $make:path) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $check(bytes));
        // libFuzzer makes its own.
        #[cfg(fuzzing)]
        const _: $crate::Make = $make;

        #[cfg(not(fuzzing))]
        fn main() -> std::process::ExitCode {
            $crate::run(env!("CARGO_BIN_NAME"), $check, $make)
        }
    };
}

#[derive(Deserialize)]
struct Persona {
    notes: Vec<Note>,
}

/// What has broken programs that read text, and what the engine has rules for.
const ODD: &[&str] = &[
    "\u{0}",
    "\u{1}",
    "\u{202e}",
    "\u{200d}",
    "e\u{301}\u{301}",
    "👩‍👩‍👧",
    "ß",
    "İ",
    "ﬁ",
    "日本語",
    "’",
    "“",
    "((((",
    ")",
    "...",
    "!?",
    "—",
    " - ",
    "\r\n",
    "\u{2028}",
    "•",
    "1,000.5%",
    "£3m",
    "C++",
    "P&L",
    "a.m.",
    " but ",
    " not sure ",
    " you ",
    " and ",
    "'",
    "''s",
    "\u{1}m0",
    "\u{1}a1",
    "\u{1}d2",
    "\u{1}s3",
    "\u{1}l9",
    "\u{1}w0",
    "\u{1}t1",
    "\u{1}r1",
    "\u{1}h2",
    "\u{1}c3",
    "\u{1}v4",
    "\u{1}p5",
];

const LONGEST: usize = 6_000;

/// Makes an input that nothing is wrong with yet, from the hand-labelled answers.
pub type Make = fn(&[String], &mut Random) -> String;

/// A target without libFuzzer. Its arguments: `[--minutes N] [--seed N]`, or files with inputs to try again.
#[must_use]
pub fn run(target: &str, check: fn(&[u8]), make: Make) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let number = |name: &str| {
        let at = arguments.iter().position(|a| a == name)?;
        arguments.get(at + 1)?.parse::<u64>().ok()
    };
    let files: Vec<&String> = arguments.iter().take_while(|a| !a.starts_with("--")).collect();
    if !files.is_empty() {
        for file in files {
            match fs::read(file) {
                Ok(bytes) => check(&bytes),
                Err(error) => eprintln!("{file} cannot be read: {error}."),
            }
        }
        return ExitCode::SUCCESS;
    }
    let answers = match answers() {
        Ok(answers) => answers,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    tried(
        target,
        check,
        &|random| changed(make(&answers, random), random),
        Duration::from_secs(60 * number("--minutes").unwrap_or(1)),
        number("--seed").unwrap_or(1),
    )
}

fn tried(target: &str, check: fn(&[u8]), input: &dyn Fn(&mut Random) -> String, time: Duration, seed: u64) -> ExitCode {
    let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let start = Instant::now();
    let (mut count, mut found, mut slowest) = (0u64, 0u64, Duration::ZERO);
    while start.elapsed() < time {
        let input = input(&mut random);
        let begin = Instant::now();
        let broken = panic::catch_unwind(|| check(input.as_bytes())).is_err();
        let slow = begin.elapsed() > slowest;
        slowest = slowest.max(begin.elapsed());
        count += 1;
        found += u64::from(broken);
        if broken || slow {
            keep(target, &input, if broken { "broken" } else { "slowest" }, count);
        }
    }
    println!(
        "{count} inputs tried in {} s, {found} broken, the slowest took {} ms",
        time.as_secs(),
        slowest.as_millis()
    );
    if found == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn keep(target: &str, input: &str, why: &str, number: u64) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("artifacts").join(target);
    let name = if why == "slowest" { why.to_owned() } else { format!("{why}-{number}") };
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(&name), input));
    match written {
        Ok(()) if why != "slowest" => println!("kept as {}", folder.join(&name).display()),
        Ok(()) => {}
        Err(error) => eprintln!("{} cannot be written: {error}.", folder.display()),
    }
}

/// Cut up, doubled and mixed with what is odd. One in eight stays whole.
fn changed(mut input: String, random: &mut Random) -> String {
    for _ in 0..random.below(8) {
        let (from, to) = (cut(&input, random), cut(&input, random));
        let (from, to) = (from.min(to), from.max(to));
        match random.below(5) {
            0 => input.replace_range(from..to, ""),
            1 => {
                let again = input[from..to].to_owned();
                input.insert_str(to, &again);
            }
            2 => input.insert(from, char::from_u32(random.below(0x11_0000) as u32).unwrap_or('\u{fffd}')),
            _ => input.insert_str(from, ODD[random.below(ODD.len())]),
        }
        let longest = (0..=LONGEST.min(input.len())).rev().find(|&at| input.is_char_boundary(at)).unwrap_or(0);
        input.truncate(longest);
    }
    input
}

fn cut(text: &str, random: &mut Random) -> usize {
    let at = random.below(text.len() + 1);
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn answers() -> Result<Vec<String>, String> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/refrain-core/tests/fixtures");
    let mut out = Vec::new();
    for folder in ["gold", "own"] {
        let folder = fixtures.join(folder);
        let entries = fs::read_dir(&folder).map_err(|e| format!("{} cannot be read: {e}.", folder.display()))?;
        let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths {
            let problem = |e: &dyn std::fmt::Display| format!("{} cannot be read: {e}.", path.display());
            let text = fs::read_to_string(&path).map_err(|e| problem(&e))?;
            let persona: Persona = serde_json::from_str(&text).map_err(|e| problem(&e))?;
            out.extend(persona.notes.into_iter().map(|note| note.text));
        }
    }
    Ok(out)
}

/// Xorshift: enough to try things, and the same everywhere.
#[derive(Debug)]
pub struct Random(u64);

impl Random {
    /// As many bytes, of which some are large and most are small.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.below(256) as u8).collect()
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}
