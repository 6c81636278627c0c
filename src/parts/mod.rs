//! Components without domain: what any page could use.

mod choice;
mod clipboard;
mod icon;
mod live;
mod markup;
mod menu;
mod print;
mod px;
mod size;
mod word;

pub use choice::Choice;
pub use clipboard::{copy, copy_rich};
pub use icon::{Icon, Shape};
pub use live::LiveRegion;
pub use markup::{fill, keep_filled, style};
pub use menu::{MenuButton, MenuItem, MenuList, open_menu};
pub use print::{print, print_text};
pub use px::{px, translate};
pub use size::{Size, watch_size};
pub use word::{Word, WordOptions};
