//! Opens what is no backup any more, and writes and reads back records that nobody would make.
//!
//! `cargo xtask fuzz backup --minutes 10`, or `cargo +nightly fuzz run backup`.
#![cfg_attr(fuzzing, no_main)]

use refrain::trial;
use refrain_fuzz::{Random, target};

/// Panics where a promise is broken.
fn check(bytes: &[u8]) {
    trial::backup_file(&String::from_utf8_lossy(bytes));
    trial::records(bytes);
    let (mine, theirs) = bytes.split_at(bytes.len() / 2);
    trial::merging(mine, theirs);
    trial::acts(mine, theirs);
}

target!(check, make);

/// A backup that is whole.
fn make(_: &[String], random: &mut Random) -> String {
    let count = random.below(200);
    let bytes = random.bytes(count);
    trial::example(&bytes)
}
