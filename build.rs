//! Has the linker leave a note at each place in the page where a function or a datum is named. By these the page is taken
//! apart (xtask/src/split.rs); nothing of them is left in what is published.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_FAMILY").is_ok_and(|family| family == "wasm") {
        println!("cargo::rustc-link-arg-bin=app=--emit-relocs");
    }
}
