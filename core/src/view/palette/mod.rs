//! The command palette: every command and every item by a few letters, what was used last first.
//!
//! Absent on purpose: doing it. The page does what the line that was taken says.

mod commands;
mod fit;

use crate::board::{Item, ItemId, Quadrant, sort_by_key};
use crate::gesture::Intent;
use crate::view::Scene;

pub use commands::{COMMANDS, Does, Download, Listed, Needs, key_sheet};
pub use fit::{Fit, fit};

/// The most lines that are shown.
const MOST: usize = 12;
/// How many used last are remembered.
pub const RECENT: usize = 8;

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A command, by its place among [`COMMANDS`].
    Command(usize),
    /// An item.
    Item(ItemId),
}

/// What is so while the palette is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Around {
    /// How many items are chosen.
    pub chosen: usize,
    /// True where a card of the Matrix has the focus.
    pub card: bool,
    /// True while a meeting goes on.
    pub meeting: bool,
    /// True where one has just ended and can be gone on with.
    pub ended: bool,
}

/// A line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaletteLine {
    /// What it stands for.
    pub entry: Entry,
    /// Its words.
    pub words: String,
    /// What is said besides: whose item it is, how many items it acts on.
    pub detail: String,
    /// Its keys.
    pub keys: &'static str,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// The lines, the best first.
    pub lines: Vec<PaletteLine>,
    /// How many more there are.
    pub more: usize,
}

/// What fits the letters typed: the better fit first, of equal ones what was used last, then commands, then items in
/// the board's order. Without letters: what was used last, then the commands.
pub fn palette(scene: &Scene, typed: &str, around: Around, recent: &[Entry]) -> Palette {
    let typed = typed.trim();
    let commands = (0..COMMANDS.len()).filter(|at| applies(COMMANDS[*at].needs, around)).map(Entry::Command);
    let items = scene.live().iter().map(|item| Entry::Item(item.id));
    let age = |entry: &Entry| recent.iter().position(|used| used == entry).unwrap_or(recent.len());
    let wanted =
        |entry: &Entry| !typed.is_empty() || matches!(entry, Entry::Command(_)) || recent.contains(entry);
    let fits = commands
        .chain(items)
        .filter(wanted)
        .filter_map(|entry| Some((fit(&named(scene, entry), typed)?, entry)));
    let mut ranked: Vec<(Fit, Entry)> = fits.collect();
    sort_by_key(&mut ranked, |(fit, entry)| (*fit, age(entry)));
    let lines = ranked.iter().take(MOST).map(|(_, entry)| line(scene, *entry, around));
    Palette { lines: lines.collect(), more: ranked.len().saturating_sub(MOST) }
}

/// What was used last, after one more was used.
#[must_use]
pub fn used(recent: &[Entry], entry: Entry) -> Vec<Entry> {
    let others = recent.iter().copied().filter(|other| *other != entry);
    std::iter::once(entry).chain(others).take(RECENT).collect()
}

const fn applies(needs: Needs, around: Around) -> bool {
    match needs {
        Needs::Nothing => true,
        Needs::Items => around.chosen > 0,
        Needs::Card => around.card,
        Needs::Meeting => around.meeting,
        Needs::NoMeeting => !around.meeting,
        Needs::Ended => around.ended,
    }
}

fn named(scene: &Scene, entry: Entry) -> String {
    match entry {
        Entry::Item(id) => scene.item(id).map(|item| item.title.to_string()).unwrap_or_default(),
        Entry::Command(at) => {
            let Some(command) = COMMANDS.get(at) else { return String::new() };
            let quadrant = match command.does {
                Does::Ask(Intent::Put(n)) => Quadrant::ALL.get(usize::from(n).wrapping_sub(1)),
                _ => None,
            };
            let name = quadrant.map(|quadrant| format!(" {}", scene.board.about.quadrants.name(*quadrant)));
            format!("{}{}", command.name, name.unwrap_or_default())
        }
    }
}

fn line(scene: &Scene, entry: Entry, around: Around) -> PaletteLine {
    let words = named(scene, entry);
    let (detail, keys) = match entry {
        Entry::Item(id) => (scene.item(id).map(|item| whose(scene, item)).unwrap_or_default(), ""),
        Entry::Command(at) => {
            let command = &COMMANDS[at];
            let acts = matches!(command.needs, Needs::Items) && around.chosen > 1;
            (if acts { format!("{} items", around.chosen) } else { String::new() }, command.keys)
        }
    };
    PaletteLine { entry, words, detail, keys }
}

/// Where an item stands and whose it is.
fn whose(scene: &Scene, item: &Item) -> String {
    let place = match item.quadrant() {
        Some(quadrant) => scene.board.about.quadrants.name(quadrant),
        None => "Inbox",
    };
    let who = item.responsible.and_then(|id| scene.board.person(id));
    who.map_or_else(|| place.to_owned(), |who| format!("{} · {place}", who.name))
}

#[cfg(test)]
mod tests;
