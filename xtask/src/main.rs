//! `cargo xtask <task>`: one file a task.

fn main() {}
