//! The page: mounts the app, and hands a panic over to the plain script of `index.html`.
//!
//! Absent on purpose: rules about boards (they are in the core) and words about storage (they are in [`store`]).

mod app;
mod asking;
mod backup;
mod clock;
mod commands;
mod compare;
mod deal;
mod focus;
mod format;
mod frame;
mod gaps;
mod headline;
mod inbox;
mod keeper;
mod keyboard;
mod later;
mod lazy;
mod map;
mod matrix;
mod measure;
mod meeting;
mod pages;
mod palette;
mod panel;
mod parts;
mod preferences;
mod present;
mod session;
mod side;
mod store;
mod topbar;
mod transfer;
mod trouble;
mod waits;
mod walk;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Defined in `index.html`: shows the screen for a stopped app, without the app's code.
    #[wasm_bindgen(js_name = unblockPanicked, catch)]
    fn unblock_panicked(message: &str) -> Result<(), JsValue>;
}

fn main() {
    std::panic::set_hook(Box::new(|info| {
        // Where even the plain script is missing, the browser's console has the trap.
        _ = unblock_panicked(&info.to_string());
    }));
    leptos::mount::mount_to_body(app::App);
}
