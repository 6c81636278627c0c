//! Keys: which one means what, and the list of all of them that the page shows.

/// A pressed key with what is held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord<'a> {
    /// The key's name as browsers give it: `a`, `Enter`, `ArrowUp`.
    pub key: &'a str,
    /// Ctrl, or Cmd on a Mac.
    pub command: bool,
    /// Alt, or Option.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
}

/// A step over the cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the card above.
    Up,
    /// To the card below.
    Down,
    /// To the card or column on the left.
    Left,
    /// To the card or column on the right.
    Right,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// The focus goes to another card; `extend` takes it into the selection.
    Go {
        /// Which way.
        step: Step,
        /// True with Shift.
        extend: bool,
    },
    /// The chosen items step through their column.
    Reorder(Step),
    /// Into a quadrant by its number, 1 to 4; 0 is the Inbox.
    Put(u8),
    /// Opens the item in the panel.
    Open,
    /// Takes the item into the selection or out of it.
    Toggle,
    /// All items of the column.
    All,
    /// A new item.
    New,
    /// Edits the title in place.
    Rename,
    /// The next higher priority.
    Priority,
    /// What does it wait for?
    WaitsFor,
    /// Who waits for it?
    AwaitedBy,
    /// To the next gap of the board.
    NextGap,
    /// Done, or not done after all.
    Finish,
    /// Into the trash.
    Trash,
    /// The menu of the card.
    Menu,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// To the filter.
    Filter,
    /// Deal mode.
    Deal,
    /// The list of keys.
    Help,
    /// Every command and item by its letters.
    Palette,
    /// Enlarged for a room, or not any more.
    Present,
    /// The next step of the agenda.
    NextStep,
    /// The step of the agenda before.
    PreviousStep,
    /// An action: who does what by when.
    NewAction,
    /// A decision.
    NewDecision,
    /// Out of whatever is open or chosen.
    Escape,
}

/// A line of the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyHelp {
    /// The keys.
    pub keys: &'static str,
    /// What they do.
    pub does: &'static str,
}

const fn help(keys: &'static str, does: &'static str) -> KeyHelp {
    KeyHelp { keys, does }
}

/// The keys of cards that are no commands, in the list of all keys. Those of commands stand with them, in
/// `view::palette`.
pub const CARD_KEYS: &[KeyHelp] = &[
    help("↑ ↓ ← →", "Move over the cards"),
    help("Shift + arrows", "Take cards into the selection"),
    help("1 2 3 4", "Put into a quadrant"),
    help("0", "Matrix: back to the Inbox"),
    help("Alt + arrows", "Move within the quadrant"),
    help("Enter", "Open the item"),
    help("Space", "Select or unselect"),
    help("Ctrl + A", "Select all cards of the quadrant"),
    help("M", "Menu of the card"),
    help("Escape", "Close, unselect, cancel a drag"),
];

/// And those of the views: ways through figures, bars and lines.
pub const VIEW_KEYS: &[KeyHelp] = &[
    help("+ − 0", "Map: zoom in, out, show all"),
    help("F", "Network: zoom to the selected card"),
    help("Alt + ← →", "Network: choose a link; Delete removes it"),
    help("Alt + ← →", "Timeline: start a day earlier, or later"),
    help("Alt + Shift + ← →", "Timeline: a day shorter, or longer"),
    help("PgUp PgDn", "Timeline and table: a page up, or down"),
    help("Home End", "Timeline, table and chart: to the first, to the last"),
    help("Tab", "Register: to the next word; Enter edits it or opens the item"),
    help("Enter F2", "Compare: edit the figure; so does typing a digit"),
    help("Tab", "Compare: keep the figure, and to the right"),
    help("Shift + Enter", "Compare: open the item"),
    help("Space", "Compare: choose the option, or not"),
    help("Delete", "Compare: empty the figure"),
    help("R", "Compare: ask the room for the figure"),
    help("Ctrl + V", "Compare: paste cells from a spreadsheet"),
    help("↑ ↓", "Stack: on the cut line, cut one more, or one less"),
    help("Alt + ↑ ↓", "Stack: move the item, across a divider too"),
    help("C", "Stack: cut below the item"),
    help("K", "Stack: core, or not core"),
];

/// What a chord asks for. Single letters and digits ask for nothing where they are switched off.
pub fn intent(chord: Chord<'_>, single_letters: bool) -> Option<Intent> {
    let Chord { key, command, alt, shift } = chord;
    if command {
        return with_command(key, shift);
    }
    if alt {
        return match key {
            "ArrowUp" => Some(Intent::Reorder(Step::Up)),
            "ArrowDown" => Some(Intent::Reorder(Step::Down)),
            "ArrowLeft" => Some(Intent::Reorder(Step::Left)),
            "ArrowRight" => Some(Intent::Reorder(Step::Right)),
            _ => None,
        };
    }
    let go = |step: Step| Some(Intent::Go { step, extend: shift });
    match key {
        "ArrowUp" => go(Step::Up),
        "ArrowDown" => go(Step::Down),
        "ArrowLeft" => go(Step::Left),
        "ArrowRight" => go(Step::Right),
        "Enter" => Some(Intent::Open),
        " " => Some(Intent::Toggle),
        "Delete" | "Backspace" => Some(Intent::Trash),
        "ContextMenu" => Some(Intent::Menu),
        "Escape" => Some(Intent::Escape),
        "F2" => Some(Intent::Rename),
        _ if single_letters => letter(key, shift),
        _ => None,
    }
}

fn with_command(key: &str, shift: bool) -> Option<Intent> {
    match key.to_ascii_lowercase().as_str() {
        "z" if shift => Some(Intent::Redo),
        "z" => Some(Intent::Undo),
        "y" => Some(Intent::Redo),
        "a" => Some(Intent::All),
        "k" => Some(Intent::Palette),
        _ => None,
    }
}

fn letter(key: &str, shift: bool) -> Option<Intent> {
    match key {
        "0" | "1" | "2" | "3" | "4" => key.parse().ok().map(Intent::Put),
        "n" | "N" => Some(Intent::New),
        "e" | "E" => Some(Intent::Rename),
        "p" | "P" if shift => Some(Intent::Present),
        "p" | "P" => Some(Intent::Priority),
        "a" | "A" if shift => Some(Intent::NewDecision),
        "a" | "A" => Some(Intent::NewAction),
        "." => Some(Intent::NextStep),
        "," => Some(Intent::PreviousStep),
        "x" | "X" => Some(Intent::Finish),
        "l" | "L" if shift => Some(Intent::AwaitedBy),
        "l" | "L" => Some(Intent::WaitsFor),
        "g" | "G" => Some(Intent::NextGap),
        "m" | "M" => Some(Intent::Menu),
        "d" | "D" => Some(Intent::Deal),
        "/" => Some(Intent::Filter),
        "?" => Some(Intent::Help),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Chord<'_> {
        Chord { key, command: false, alt: false, shift: false }
    }

    #[test]
    fn digits_put_into_quadrants_unless_single_letters_are_off() {
        assert_eq!(intent(press("3"), true), Some(Intent::Put(3)));
        assert_eq!(intent(press("3"), false), None);
        assert_eq!(intent(press("5"), true), None);
        assert_eq!(intent(press("ArrowUp"), false), Some(Intent::Go { step: Step::Up, extend: false }));
    }

    #[test]
    fn shift_turns_the_question_of_what_waits_for_what_round() {
        assert_eq!(intent(press("l"), true), Some(Intent::WaitsFor));
        assert_eq!(intent(Chord { shift: true, ..press("L") }, true), Some(Intent::AwaitedBy));
        assert_eq!(intent(press("L"), true), Some(Intent::WaitsFor), "caps lock is not shift");
    }

    #[test]
    fn undo_and_redo_have_the_keys_of_every_platform() {
        let command = |key, shift| intent(Chord { key, command: true, alt: false, shift }, false);
        assert_eq!(command("z", false), Some(Intent::Undo));
        assert_eq!(command("Z", true), Some(Intent::Redo));
        assert_eq!(command("y", false), Some(Intent::Redo));
        assert_eq!(command("p", false), None, "the browser's own keys stay the browser's");
    }

    #[test]
    fn alt_and_an_arrow_reorder() {
        let chord = Chord { alt: true, ..press("ArrowDown") };
        assert_eq!(intent(chord, false), Some(Intent::Reorder(Step::Down)));
    }
}
