//! How long the engine takes, and how long a keyword extractor takes for the same texts in the same run.
//!
//! `cargo xtask bench`, or `cargo bench -p refrain-core -- <name>` for some of it.
#![allow(missing_docs, reason = "criterion's macros make items without")]

mod corpus;

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use corpus::{Wordings, answers, interviews};
use criterion::{BenchmarkId, Criterion, Throughput};
use refrain_core::{Brief, Engine, Knowledge, Note, analyze};
use yake_rust::{Config, StopWords, get_n_best};

fn main() -> ExitCode {
    match (answers(), Knowledge::from_bytes(include_bytes!("../data/knowledge.bin"))) {
        (Ok(answers), Ok(knowledge)) => {
            let mut criterion = Criterion::default()
                .warm_up_time(Duration::from_secs(1))
                .measurement_time(Duration::from_secs(4))
                .sample_size(10)
                .configure_from_args();
            whole(&mut criterion, &answers, &knowledge);
            edit(&mut criterion, &answers, &knowledge);
            peer(&mut criterion, &answers, &knowledge);
            criterion.final_summary();
            ExitCode::SUCCESS
        }
        (answers, knowledge) => {
            for problem in [answers.err(), knowledge.err().map(|e| e.to_string())].into_iter().flatten() {
                eprintln!("{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn whole(criterion: &mut Criterion, answers: &[Note], knowledge: &Knowledge) {
    for (name, wordings) in [("repeated", Wordings::Repeated), ("varied", Wordings::Varied)] {
        let mut group = criterion.benchmark_group(format!("whole analysis, {name}"));
        for count in [15, 100, 1_000, 3_000, 10_000] {
            let notes = interviews(count, wordings, answers);
            group.throughput(Throughput::Elements(words(&notes)));
            group.bench_function(BenchmarkId::from_parameter(count), |b| {
                b.iter(|| black_box(analyze(&notes, knowledge)));
            });
        }
        group.finish();
    }
}

/// One interview among a thousand is written anew; the engine has answered before.
fn edit(criterion: &mut Criterion, answers: &[Note], knowledge: &Knowledge) {
    let mut group = criterion.benchmark_group("one edit among 1,000");
    for (name, wordings) in [("repeated", Wordings::Repeated), ("varied", Wordings::Varied)] {
        let mut notes = interviews(1_000, wordings, answers);
        let others = interviews(2_000, Wordings::Varied, answers);
        let mut engine = Engine::new(knowledge.clone());
        engine.analyze(&notes, &Brief::default());
        let mut turn = 0;
        group.bench_function(name, |b| {
            b.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    turn += 1;
                    notes[turn * 37 % 1_000].text.clone_from(&others[turn % others.len()].text);
                    let start = Instant::now();
                    black_box(engine.analyze(&notes, &Brief::default()));
                    spent += start.elapsed();
                }
                spent
            });
        });
    }
    group.finish();
}

/// YAKE finds keywords in one text; it groups nothing, tells no praise from doubt and writes no pitch.
fn peer(criterion: &mut Criterion, answers: &[Note], knowledge: &Knowledge) {
    let mut group = criterion.benchmark_group("150 interviews, beside a keyword extractor");
    let notes = interviews(150, Wordings::Varied, answers);
    group.throughput(Throughput::Elements(words(&notes)));
    group.bench_function("refrain-core", |b| b.iter(|| black_box(analyze(&notes, knowledge))));
    let Some(little) = StopWords::predefined("en") else { return };
    let config = Config { ngrams: 3, ..Config::default() };
    let keywords = |text: &str| get_n_best(10, text, &little, &config).len();
    group.bench_function("yake-rust, each answer", |b| {
        b.iter(|| notes.iter().map(|note| keywords(&note.text)).sum::<usize>());
    });
    let all = notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>().join("\n");
    group.bench_function("yake-rust, all as one text", |b| {
        b.iter(|| keywords(&all));
    });
    group.finish();
}

fn words(notes: &[Note]) -> u64 {
    notes.iter().map(|note| note.text.split_whitespace().count() as u64).sum()
}
