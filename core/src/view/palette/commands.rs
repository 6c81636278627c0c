//! Every command of the page, said once: its name, its key, when it applies and what it does. The palette lists them,
//! and the list of keys is made of them.

use crate::gesture::{CARD_KEYS, Intent, KeyHelp, VIEW_KEYS};
use crate::view::Page;

/// What has to be so for a command to make sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// Items are chosen, or one is open.
    Items,
    /// A card of the Matrix has the focus.
    Card,
    /// A meeting goes on.
    Meeting,
    /// No meeting goes on.
    NoMeeting,
    /// A meeting has just ended.
    Ended,
}

/// A file that a board is downloaded as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// All of it, to be read again.
    Board,
    /// The plan as CSV.
    Csv,
    /// The schedule as CSV.
    Schedule,
    /// Handoffs, deadlines and actions as a calendar.
    Calendar,
    /// The scores as CSV.
    Scores,
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    /// What a key asks for.
    Ask(Intent),
    /// Goes to a page of the board.
    Go(Page),
    /// Goes to the list of boards.
    Boards,
    /// Starts a meeting.
    StartMeeting,
    /// Leaves out the step of the agenda that is on.
    SkipStep,
    /// Ends the meeting.
    EndMeeting,
    /// Goes on with the meeting that ended.
    GoOn,
    /// Imports a file.
    Import,
    /// Downloads a file.
    Download(Download),
    /// Copies the board as Markdown.
    CopyMarkdown,
}

/// A command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What it is called; a quadrant's own name is put in by the palette.
    pub name: &'static str,
    /// Its keys, as the list of keys shows them; empty where it has none.
    pub keys: &'static str,
    /// When it applies.
    pub needs: Needs,
    /// What it does.
    pub does: Does,
}

const fn asks(keys: &'static str, needs: Needs, intent: Intent, name: &'static str) -> Listed {
    Listed { name, keys, needs, does: Does::Ask(intent) }
}

const fn goes(page: Page, name: &'static str) -> Listed {
    Listed { name, keys: "", needs: Needs::Nothing, does: Does::Go(page) }
}

const fn does(does: Does, needs: Needs, name: &'static str) -> Listed {
    Listed { name, keys: "", needs, does }
}

const fn downloads(file: Download, name: &'static str) -> Listed {
    does(Does::Download(file), Needs::Nothing, name)
}

/// All commands.
pub const COMMANDS: &[Listed] = &[
    asks(".", Needs::Meeting, Intent::NextStep, "Next step of the agenda"),
    asks(",", Needs::Meeting, Intent::PreviousStep, "Previous step of the agenda"),
    does(Does::SkipStep, Needs::Meeting, "Leave out this step"),
    does(Does::StartMeeting, Needs::NoMeeting, "Start a meeting"),
    asks("A", Needs::Nothing, Intent::NewAction, "New action: who does what by when"),
    asks("Shift + A", Needs::Nothing, Intent::NewDecision, "New decision"),
    asks("Shift + P", Needs::Nothing, Intent::Present, "Present, or stop presenting"),
    asks("1", Needs::Items, Intent::Put(1), "Put into"),
    asks("2", Needs::Items, Intent::Put(2), "Put into"),
    asks("3", Needs::Items, Intent::Put(3), "Put into"),
    asks("4", Needs::Items, Intent::Put(4), "Put into"),
    asks("0", Needs::Items, Intent::Put(0), "Put back into the Inbox"),
    asks("E", Needs::Card, Intent::Rename, "Edit the title"),
    asks("P", Needs::Items, Intent::Priority, "Next priority"),
    asks("X", Needs::Items, Intent::Finish, "Done, or not done"),
    asks("L", Needs::Items, Intent::WaitsFor, "What does it wait for?"),
    asks("Shift + L", Needs::Items, Intent::AwaitedBy, "Who waits for it?"),
    asks("Delete", Needs::Items, Intent::Trash, "Into the trash"),
    asks("N", Needs::Nothing, Intent::New, "New item"),
    asks("D", Needs::Nothing, Intent::Deal, "Deal the Inbox, one card at a time"),
    asks("G", Needs::Nothing, Intent::NextGap, "The next gap: a date, an owner, a duration"),
    asks("/", Needs::Nothing, Intent::Filter, "Filter"),
    asks("Ctrl + Z", Needs::Nothing, Intent::Undo, "Undo"),
    asks("Ctrl + Shift + Z", Needs::Nothing, Intent::Redo, "Redo"),
    asks("Ctrl + K", Needs::Nothing, Intent::Palette, "All commands and items"),
    asks("?", Needs::Nothing, Intent::Help, "All keys"),
    goes(Page::Matrix, "Go to the Matrix"),
    goes(Page::Network, "Go to the Map: network"),
    goes(Page::Timeline, "Go to the Map: timeline"),
    goes(Page::Register, "Go to the Map: register of handoffs"),
    goes(Page::Compare, "Go to Compare"),
    goes(Page::Agenda, "Go to the goal and the agenda"),
    goes(Page::Stack, "Go to the stack and the cut"),
    goes(Page::Decisions, "Go to decisions and actions"),
    goes(Page::Minutes, "Go to the minutes"),
    goes(Page::Status, "Go to the status update and the brief"),
    goes(Page::Refused, "Go to what was said no to"),
    goes(Page::Trash, "Go to the trash"),
    goes(Page::Settings, "Settings: name, goal, calendar, people"),
    does(Does::Boards, Needs::Nothing, "All boards, new board"),
    does(Does::Import, Needs::Nothing, "Import a file"),
    downloads(Download::Board, "Download the board"),
    downloads(Download::Csv, "Download as CSV"),
    downloads(Download::Schedule, "Download the schedule as CSV"),
    downloads(Download::Calendar, "Download the calendar (ICS)"),
    downloads(Download::Scores, "Download the scores as CSV"),
    does(Does::CopyMarkdown, Needs::Nothing, "Copy as Markdown"),
    does(Does::EndMeeting, Needs::Meeting, "End the meeting"),
    does(Does::GoOn, Needs::Ended, "Go on with the meeting that ended"),
];

/// All keys, for the list that `?` shows: through the cards, what is done to items, what can be done anywhere, what is
/// for a meeting, and what one view has for itself. The four quadrants stand as one line among those of the cards.
pub fn key_sheet() -> Vec<KeyHelp> {
    let of = |group: usize| {
        let keyed = COMMANDS.iter().filter(|command| !command.keys.is_empty());
        keyed.filter(move |command| group_of(command) == Some(group))
    };
    let commands = of(0).chain(of(1)).chain(of(2));
    let commands = commands.map(|command| KeyHelp { keys: command.keys, does: command.name });
    CARD_KEYS.iter().copied().chain(commands).chain(VIEW_KEYS.iter().copied()).collect()
}

/// Where a command stands among those of the list of keys.
fn group_of(command: &Listed) -> Option<usize> {
    let is = |intents: &[Intent]| matches!(command.does, Does::Ask(intent) if intents.contains(&intent));
    match command.needs {
        _ if matches!(command.does, Does::Ask(Intent::Put(_))) => None,
        Needs::Items | Needs::Card => Some(0),
        Needs::Nothing if !is(&[Intent::NewAction, Intent::NewDecision, Intent::Present]) => Some(1),
        _ => Some(2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gesture::{Chord, intent};

    /// The chord that a text such as `Ctrl + Shift + Z` names.
    fn chord(keys: &str) -> Option<Intent> {
        let parts: Vec<&str> = keys.split(" + ").collect();
        let held = |word| parts[..parts.len() - 1].contains(&word);
        let key = parts[parts.len() - 1];
        let key = if key.len() == 1 { key.to_ascii_lowercase() } else { key.to_owned() };
        intent(Chord { key: &key, command: held("Ctrl"), alt: held("Alt"), shift: held("Shift") }, true)
    }

    #[test]
    fn every_key_that_is_shown_asks_for_its_command() {
        for command in COMMANDS.iter().filter(|command| !command.keys.is_empty()) {
            let Does::Ask(intent) = command.does else {
                panic!("{} has a key that nobody hears", command.name)
            };
            assert_eq!(chord(command.keys), Some(intent), "{}", command.name);
        }
    }

    #[test]
    fn the_list_names_every_letter_that_asks_for_something() {
        let sheet = key_sheet();
        for letter in ('A'..='Z').filter(|letter| chord(&letter.to_string()).is_some()) {
            let is_key = |word: &str| word == letter.to_string();
            assert!(sheet.iter().any(|help| help.keys.split(' ').any(is_key)), "{letter}");
        }
    }

    #[test]
    fn what_is_pressed_most_comes_first_and_the_meetings_keys_after_those_of_every_day() {
        let sheet = key_sheet();
        let at = |does: &str| sheet.iter().position(|line| line.does == does).unwrap();
        let order = [
            "Move over the cards",
            "Edit the title",
            "New item",
            "New decision",
            "Map: zoom in, out, show all",
        ];
        let places = order.map(at);
        assert!(places.is_sorted() && places[0] == 0, "{places:?}");
        assert!(sheet.last().unwrap().does.starts_with("Stack: "));
    }

    #[test]
    fn no_key_is_told_twice() {
        let sheet = key_sheet();
        for line in &sheet {
            let same = sheet.iter().filter(|other| **other == *line).count();
            assert_eq!(same, 1, "{}", line.keys);
        }
    }
}
