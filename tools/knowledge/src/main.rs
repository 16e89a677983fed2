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

fn run(core: &Path) -> Result<(), String> {
    let lexicon = lexicon::read(&core.join("lexicon"))?;
    let general = general::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data"))?;
    for (name, bytes) in [("plain.bin", write::plain(&lexicon)?), ("knowledge.bin", write::full(&lexicon, &general)?)] {
        let path = core.join("data").join(name);
        std::fs::write(&path, &bytes).map_err(|error| format!("Could not write {}: {error}.", path.display()))?;
        println!("{name}: {} bytes", bytes.len());
    }
    Ok(())
}
