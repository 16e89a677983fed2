//! Compiles `crates/refrain-core/lexicon/*.toml` into `data/plain.bin`, which the engine carries, and `data/knowledge.bin`, which
//! it is given. The same lexicon gives the same bytes. The layout is described at `refrain-core/src/lexicon.rs`.

mod general;
mod lexicon;
mod train;
mod write;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../crates/refrain-core");
    match run(&core) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Fitting the table takes about a minute; `plain` as an argument leaves it, for work on frames and clichés.
fn run(core: &Path) -> Result<(), String> {
    let lexicon = lexicon::read(&core.join("lexicon"))?;
    keep(core, "plain.bin", &write::plain(&lexicon)?)?;
    if std::env::args().nth(1).as_deref() != Some("plain") {
        let general = general::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))?;
        keep(core, "knowledge.bin", &write::full(&lexicon, &general)?)?;
    }
    Ok(())
}

fn keep(core: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = core.join("data").join(name);
    std::fs::write(&path, bytes).map_err(|error| format!("Could not write {}: {error}.", path.display()))?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}
