//! Fixtures with bytes changed at random, from a fixed seed: each is read or refused in words, nothing panics, and
//! what is read can be taken onto a board.

use unblock_core::exchange::Incoming;

use crate::reading::{fixture, imported, read_bytes};

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
            0 => bytes[at] ^= 1 << random.below(8),
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

#[test]
fn three_hundred_mutants_of_each_fixture_are_read_or_refused() {
    for name in [
        "trello_board.json",
        "jira_search.csv",
        "github_issues.json",
        "gh_issue_list.json",
        "plan.csv",
        "by_hand.unblock.json",
        "ms_project.xml",
    ] {
        let text = fixture(name);
        let mut random = Random(0x5EED);
        let (mut read, mut refused) = (0, 0);
        for _ in 0..300 {
            match read_bytes(Some(name), &mutated(&text, &mut random)) {
                Ok(Incoming::Plan(plan)) => {
                    read += 1;
                    assert_eq!(imported(&plan).items.len(), plan.items.len());
                }
                Ok(Incoming::Board(..)) => read += 1,
                Err(error) => {
                    refused += 1;
                    assert!(!error.to_string().is_empty());
                }
            }
        }
        assert!(read > 0 && refused > 10, "{name}: {read} read, {refused} refused");
    }
}
