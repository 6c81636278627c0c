//! From a file's bytes to text: size, encoding, and the files that are no text at all.
//!
//! An encoding is never guessed: a wrong guess would change names silently.

use std::borrow::Cow;

use super::error::{Foreign, MAX_BYTES, ReadError};

/// The text of a file: UTF-8 with or without a mark, or UTF-16 with one.
pub(super) fn text_of(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    if bytes.len() > MAX_BYTES {
        return Err(ReadError::TooLarge(bytes.len()));
    }
    if let Some(foreign) = by_signature(bytes) {
        return Err(ReadError::Foreign(foreign));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)?),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)?),
        [0xEF, 0xBB, 0xBF, rest @ ..] => Cow::Borrowed(utf8(rest)?),
        all => Cow::Borrowed(utf8(all)?),
    };
    if let Some(at) = text.find('\0') {
        return Err(ReadError::Binary(at));
    }
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(text)
}

fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let sound = &bytes[..error.valid_up_to()];
        match bytes.iter().position(|byte| *byte == 0) {
            Some(at) => ReadError::Binary(at),
            None => ReadError::NotUtf8 { line: line_after(sound) },
        }
    })
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        // Half a character at the end, as a lone surrogate: it is refused below.
        _ => 0xD800,
    });
    let mut text = String::with_capacity(bytes.len() / 2);
    for decoded in char::decode_utf16(units) {
        let Ok(c) = decoded else { return Err(ReadError::NotUtf8 { line: line_after(text.as_bytes()) }) };
        text.push(c);
    }
    Ok(text)
}

fn line_after(bytes: &[u8]) -> usize {
    bytes.split(|byte| *byte == b'\n').count()
}

/// The files that are known by their first bytes.
fn by_signature(bytes: &[u8]) -> Option<Foreign> {
    const SIGNATURES: [(&[u8], Foreign); 13] = [
        (b"%PDF", Foreign::Pdf),
        (b"\x89PNG", Foreign::Image),
        (b"\xFF\xD8\xFF", Foreign::Image),
        (b"GIF8", Foreign::Image),
        (b"RIFF", Foreign::Image),
        (b"II*\0", Foreign::Image),
        (b"MM\0*", Foreign::Image),
        (b"\x1F\x8B", Foreign::Archive),
        (b"7z\xBC\xAF", Foreign::Archive),
        (b"Rar!\x1A", Foreign::Archive),
        (b"BZh9", Foreign::Archive),
        (b"\xD0\xCF\x11\xE0", Foreign::Office),
        (b"{\\rtf", Foreign::Office),
    ];
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped(bytes));
    }
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, foreign)| *foreign)
}

/// What a zip archive is, by the names of the files in it.
fn zipped(bytes: &[u8]) -> Foreign {
    let names = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if names(b"xl/workbook") || names(b"opendocument.spreadsheet") {
        Foreign::Spreadsheet
    } else if names(b"word/document") || names(b"ppt/presentation") || names(b"opendocument.text") {
        Foreign::Office
    } else {
        Foreign::Archive
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16_of(text: &str, mark: &[u8], bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect()
    }

    #[test]
    fn text_is_read_with_and_without_marks_and_as_utf_16() {
        let text = "title\nÜbergabe 🚀";
        assert_eq!(text_of(text.as_bytes()).unwrap(), text);
        assert_eq!(text_of(format!("\u{FEFF}{text}").as_bytes()).unwrap(), text);
        assert_eq!(text_of(&utf16_of(text, b"\xFF\xFE", u16::to_le_bytes)).unwrap(), text);
        assert_eq!(text_of(&utf16_of(text, b"\xFE\xFF", u16::to_be_bytes)).unwrap(), text);
    }

    #[test]
    fn what_is_not_text_is_refused_by_name_or_place() {
        for (bytes, refused) in [
            (&b""[..], ReadError::Empty),
            (b"  \r\n\t", ReadError::Empty),
            (b"\xEF\xBB\xBF", ReadError::Empty),
            (b"%PDF-1.7", ReadError::Foreign(Foreign::Pdf)),
            (b"\x89PNG\r\n", ReadError::Foreign(Foreign::Image)),
            (b"PK\x03\x04 xl/workbook.xml", ReadError::Foreign(Foreign::Spreadsheet)),
            (b"PK\x03\x04 anything", ReadError::Foreign(Foreign::Archive)),
            (b"a\nb\nM\xFCller", ReadError::NotUtf8 { line: 3 }),
            (b"\xFF\xFEa", ReadError::NotUtf8 { line: 1 }),
            (b"MZ\x90\0\x03", ReadError::Binary(3)),
            (b"abc\0def", ReadError::Binary(3)),
        ] {
            assert_eq!(text_of(bytes), Err(refused));
        }
    }

    #[test]
    fn ten_megabytes_are_read_and_one_byte_more_is_not() {
        assert!(text_of(&vec![b'a'; MAX_BYTES]).is_ok());
        assert_eq!(text_of(&vec![b'a'; MAX_BYTES + 1]), Err(ReadError::TooLarge(MAX_BYTES + 1)));
    }
}
