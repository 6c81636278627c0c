//! The compiler's WebAssembly target: rustup's, or where it cannot be reached Debian's compiler.
//!
//! Debian's compiler builds the standard library itself, from the source that comes with it.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::Workshop;
use crate::programs::ask;

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const DEBIAN: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];
/// Where those packages put themselves.
const DEBIAN_PROGRAMS: &str = "/usr/bin";

impl Workshop {
    /// A compiler for WebAssembly.
    pub(crate) fn wasm_target(&mut self) -> Result<()> {
        if !self.wasm_path.is_empty() || self.has_target() {
            return Ok(());
        }
        println!("Adding the {WASM} target with rustup (seconds).");
        if ask(self.command("rustup").args(["target", "add", WASM])).is_some() && self.has_target() {
            return Ok(());
        }
        if self.has_debian() || (self.apt_install(DEBIAN) && self.has_debian()) {
            println!("rustup has no {WASM}: building with Debian's compiler instead.");
            self.wasm_path = vec![DEBIAN_PROGRAMS.into()];
            self.wasm_env = vec![
                ("RUSTC_BOOTSTRAP", "1".into()),
                ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort".into()),
                // Products of another compiler and another standard library.
                ("CARGO_TARGET_DIR", self.target_dir().join("debian").display().to_string()),
            ];
            return Ok(());
        }
        bail!("the compiler has no {WASM} target: install it with `rustup target add {WASM}`")
    }

    fn has_target(&self) -> bool {
        let folder = ask(self.command("rustc").args(["--print", "target-libdir", "--target", WASM]));
        folder.is_some_and(|folder| Path::new(&folder).is_dir())
    }

    fn has_debian(&self) -> bool {
        let rustc: PathBuf = [DEBIAN_PROGRAMS, "rustc"].iter().collect();
        let sysroot = ask(self.command(&rustc.to_string_lossy()).args(["--print", "sysroot"]));
        sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std").exists())
            && Path::new(DEBIAN_PROGRAMS).join("cargo").exists()
    }
}
