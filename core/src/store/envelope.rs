//! The envelope of every stored text: one line that says what follows, then the text itself.
//!
//! The line is `unblock <format> <kind> <revision> <items> <coding> <bytes> <checksum>`. The checksum covers the
//! line too. Long texts are deflated; reading is bounded. What is inside the text is no matter here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use thiserror::Error;

use super::port::units;
use crate::board::checksum;

/// The format that this version writes. It reads this one and all before it.
pub const FORMAT: u32 = 1;
/// Texts of more UTF-16 units are deflated.
const DEFLATE_OVER: usize = 200_000;
/// The most bytes that a text may inflate to.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Revisions stay whole numbers in every language that may read them.
const MOST_REVISIONS: u64 = 1 << 53;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A whole board with its history.
    Snapshot,
    /// One step.
    Entry,
    /// A card for the list of boards.
    About,
    /// What a person prefers.
    Preferences,
    /// What is remembered of a board.
    Watch,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Snapshot => "snapshot",
            Self::Entry => "entry",
            Self::About => "about",
            Self::Preferences => "preferences",
            Self::Watch => "watch",
        }
    }
}

/// What the line says of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// What it is.
    pub(super) kind: Kind,
    /// The board's revision it stands for.
    pub(super) revision: u64,
    /// The items in it.
    pub(super) items: usize,
}

/// Why a text could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Damage {
    /// The first line is not ours.
    #[error("it does not begin as Unblock writes it")]
    Foreign,
    /// Something else stands where this was looked for.
    #[error("it belongs somewhere else")]
    Misplaced,
    /// Some of it is missing, or there is too much.
    #[error("it has {got} of {expected} bytes")]
    Torn {
        /// The bytes that were written.
        expected: usize,
        /// The bytes that are there.
        got: usize,
    },
    /// It is not what was written.
    #[error("its checksum is wrong")]
    Checksum,
    /// It does not inflate, or to more than 64 MB.
    #[error("it cannot be inflated")]
    Inflate,
    /// Its content is not understood.
    #[error("its content is not understood: {0}")]
    Content(String),
    /// The steps that lead to it are missing.
    #[error("the steps before it are missing, or it does not fit them")]
    NoWayTo,
}

/// A text that cannot be used, as it was found.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// Why it cannot be read.
    #[error(transparent)]
    Damaged(#[from] Damage),
    /// A newer version of Unblock wrote it, in this format.
    #[error("a newer version of Unblock wrote it, in format {0}")]
    Newer(u32),
}

/// The text in its envelope.
pub(super) fn seal(header: Header, text: &str) -> String {
    if units(text) > DEFLATE_OVER {
        let packed = BASE64.encode(compress_to_vec_zlib(text.as_bytes(), 6));
        return with_line(header, "deflate", &packed);
    }
    with_line(header, "plain", text)
}

fn with_line(header: Header, coding: &str, body: &str) -> String {
    let Header { kind, revision, items } = header;
    let line = format!("unblock {FORMAT} {} {revision} {items} {coding} {}", kind.word(), body.len());
    format!("{line} {:08x}\n{body}", checksum(&[&line, body]))
}

/// What is in an envelope: the line and the text.
pub(super) fn unseal(sealed: &str, kind: Kind) -> Result<(Header, String), Unread> {
    let (header, coding, body) = open(sealed, kind)?;
    let text = match coding {
        "plain" => Some(body.to_owned()),
        "deflate" => inflate(body),
        _ => None,
    };
    Ok((header, text.ok_or(Damage::Inflate)?))
}

fn inflate(body: &str) -> Option<String> {
    let packed = BASE64.decode(body).ok()?;
    let bytes = decompress_to_vec_zlib_with_limit(&packed, MOST_BYTES).ok()?;
    String::from_utf8(bytes).ok()
}

/// What the line says, where the whole is as it was written. The text is not inflated.
pub(super) fn peek(sealed: &str, kind: Kind) -> Result<Header, Unread> {
    open(sealed, kind).map(|(header, ..)| header)
}

fn open(sealed: &str, kind: Kind) -> Result<(Header, &str, &str), Unread> {
    let (line, body) = sealed.split_once('\n').unwrap_or((sealed, ""));
    let words: Vec<&str> = line.split(' ').collect();
    let ["unblock", format, rest @ ..] = words.as_slice() else { return Err(Damage::Foreign.into()) };
    let format: u32 = number(format)?;
    if format > FORMAT {
        return Err(Unread::Newer(format));
    }
    let &[word, revision, items, coding, bytes, sum] = rest else { return Err(Damage::Foreign.into()) };
    let expected: usize = number(bytes)?;
    if body.len() != expected {
        return Err(Damage::Torn { expected, got: body.len() }.into());
    }
    let covered = line.strip_suffix(sum).and_then(|line| line.strip_suffix(' ')).unwrap_or(line);
    if u32::from_str_radix(sum, 16) != Ok(checksum(&[covered, body])) {
        return Err(Damage::Checksum.into());
    }
    let header = Header { kind, revision: number(revision)?, items: number(items)? };
    if word != kind.word() || header.revision > MOST_REVISIONS {
        return Err(Damage::Misplaced.into());
    }
    Ok((header, coding, body))
}

fn number<T: std::str::FromStr>(word: &str) -> Result<T, Damage> {
    word.parse().map_err(|_| Damage::Foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: Header = Header { kind: Kind::Entry, revision: 7, items: 0 };

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        for text in [String::new(), "{\"a\":\"ä 李 \n\"}".to_owned(), "long ".repeat(50_000)] {
            assert_eq!(unseal(&seal(HEADER, &text), Kind::Entry), Ok((HEADER, text)));
        }
    }

    #[test]
    fn a_long_text_takes_less_room_than_it_is_long() {
        assert!(seal(HEADER, &"long ".repeat(50_000)).len() < 5_000);
    }

    #[test]
    fn any_changed_or_missing_byte_is_seen() {
        let sealed = seal(HEADER, "{\"step\":\"undo\"}");
        for at in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[at] ^= 1;
            let changed = String::from_utf8(bytes).unwrap();
            assert!(unseal(&changed, Kind::Entry).is_err(), "{changed}");
            assert!(unseal(&sealed[..at], Kind::Entry).is_err());
        }
        assert!(unseal(&format!("{sealed} "), Kind::Entry).is_err());
    }

    #[test]
    fn a_newer_format_is_told_whatever_follows() {
        assert_eq!(unseal("unblock 2 anything at all", Kind::Entry), Err(Unread::Newer(2)));
    }

    #[test]
    fn a_text_of_another_kind_or_no_text_of_ours_is_refused() {
        assert_eq!(unseal(&seal(HEADER, ""), Kind::Snapshot), Err(Damage::Misplaced.into()));
        for foreign in ["", "undefined", "{}", "unblock", "unblock x", "unblock -1 entry 1 0 plain 0 0\n"] {
            assert_eq!(unseal(foreign, Kind::Entry), Err(Damage::Foreign.into()), "{foreign}");
        }
    }

    #[test]
    fn a_bomb_is_not_inflated() {
        let bomb = BASE64.encode(compress_to_vec_zlib(&vec![b' '; MOST_BYTES + 1], 6));
        let sealed = with_line(HEADER, "deflate", &bomb);
        assert_eq!(unseal(&sealed, Kind::Entry), Err(Damage::Inflate.into()));
    }
}
