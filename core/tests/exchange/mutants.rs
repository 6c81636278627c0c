//! Fixtures with bytes changed at random, from a fixed seed: each is read or refused in words, nothing panics, and
//! what is read can be taken onto a board.

use std::time::Duration;

use unblock_core::board::Board;
use unblock_core::edit::{Action, Command, Document, Stamp};
use unblock_core::exchange::{Incoming, Plan, write_board};

use crate::bad_files::timed;
use crate::common::torture::{SEED, times, told};
use crate::reading::{fixture, imported, plan, preview, read_bytes, today};

const FIXTURES: [&str; 7] = [
    "trello_board.json",
    "jira_search.csv",
    "github_issues.json",
    "gh_issue_list.json",
    "plan.csv",
    "by_hand.unblock.json",
    "ms_project.xml",
];

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }
}

/// Pieces that mean something to one of the formats.
const PIECES: [&str; 28] = [
    "null",
    "[]",
    "{}",
    "\"\"",
    "-1",
    "1e400",
    "2023-02-29",
    "9999-12-31",
    "0000-00-00",
    "\u{202E}",
    "\"",
    ",",
    ";",
    "\n",
    "\\ud800",
    "true",
    "99999999999999999999",
    "[[[[",
    "\t",
    "=1+1",
    "\u{FEFF}",
    "title",
    "<",
    "&",
    "</Task>",
    "<![CDATA[",
    "<UID>3</UID>",
    "<OutlineLevel>9</OutlineLevel>",
];

fn mutated(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        match random.below(6) {
            // What was cut off before has no byte there.
            0 => _ = bytes.get_mut(at).map(|byte| *byte ^= 1 << random.below(8)),
            1 => bytes.truncate(at),
            2 => _ = bytes.splice(at..at, PIECES[random.below(PIECES.len())].bytes()),
            3 => _ = bytes.drain(at..(at + random.below(200)).min(bytes.len())),
            4 => {
                let piece: Vec<u8> = bytes[at..(at + random.below(200)).min(bytes.len())].to_vec();
                _ = bytes.splice(at..at, piece);
            }
            _ => {
                // A whole value of JSON or a cell of CSV.
                let end =
                    bytes[at..].iter().position(|b| matches!(b, b',' | b'\n' | b'}')).map_or(at, |n| at + n);
                _ = bytes.splice(at..end, PIECES[random.below(PIECES.len())].bytes());
            }
        }
    }
    bytes
}

/// The board that an import comes to.
fn home() -> Board {
    imported(&plan("plan.csv", &fixture("plan.csv")))
}

/// An import onto a board takes nothing away from it, and undo gives the board back to the byte.
fn harms_nothing(plan: &Plan, home: &Document) {
    let import = preview(plan, &home.board).import;
    let mut document = home.clone();
    let stamp = Stamp { at: 0, today: today(), by: None };
    let action = Action::Import(Box::new(import));
    if document.dispatch(&Command { stamp, action }).unwrap().is_some() {
        assert!(home.board.items.keys().all(|id| document.board.items.contains_key(id)));
        document.undo(stamp).unwrap();
    }
    assert_eq!(write_board(&document.board), write_board(&home.board));
}

#[test]
fn mutants_of_each_fixture_are_read_or_refused_soon_and_harm_no_board() {
    let each = times(150, 1_430);
    let (mut all, mut slowest) = (0, Duration::ZERO);
    let home = Document::new(home());
    for name in FIXTURES {
        let text = fixture(name);
        let mut random = Random(SEED);
        let (mut read, mut refused) = (0, 0);
        for number in 0..each {
            let bytes = mutated(&text, &mut random);
            let (result, took) = timed(name, || read_bytes(Some(name), &bytes));
            slowest = slowest.max(took);
            all += 1;
            match result {
                Ok(Incoming::Plan(plan)) => {
                    read += 1;
                    assert_eq!(imported(&plan).items.len(), plan.items.len());
                    // The same path each time: a share of them shows it.
                    if number % 5 == 0 {
                        harms_nothing(&plan, &home);
                    }
                }
                Ok(Incoming::Board(..)) => read += 1,
                Err(error) => {
                    refused += 1;
                    let said = error.to_string();
                    assert!(!said.is_empty() && said.len() < 800, "{said}");
                }
            }
        }
        assert!(read > 0 && refused > 10, "{name}: {read} read, {refused} refused");
    }
    let worst = format!("the slowest took {} ms", slowest.as_millis());
    told(8, "files of seven formats mutated, read and imported", all, "0 panics, 0 boards changed", &worst);
}
