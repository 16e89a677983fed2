//! A file's bytes, read as text where they are text.

/// Larger files are refused: nobody has that many interviews, and the page would stand still.
pub const LARGEST: usize = 20_000_000;

/// Why a file cannot be read as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    TooLarge,
    /// An archive or a workbook.
    Packed,
    Pdf,
    /// Not a text file at all.
    NoText,
    /// Text, but in an older encoding: this line is the first that is no UTF-8.
    OtherEncoding {
        line: usize,
    },
}

impl Unreadable {
    /// What is wrong and what to do, as sentences.
    #[must_use]
    pub fn words(self, file: &str) -> String {
        match self {
            Self::TooLarge => {
                format!("{file} has more than 20 MB. Split it, and import the parts one after the other.")
            }
            Self::Packed => format!(
                "{file} is an archive or a workbook. Unpack the archive, or save the sheet as CSV, and choose the file that you get."
            ),
            Self::Pdf => format!("{file} is a PDF. Copy its text and paste it here."),
            Self::NoText => format!("{file} is not a text file. Text, Markdown and CSV can be read."),
            Self::OtherEncoding { line } => format!(
                "{file}, line {line}: these letters are not in UTF-8. Save the file as UTF-8 and choose it again, or have it read as older Windows text."
            ),
        }
    }
}

/// Reads UTF-8, with or without its mark, and UTF-16 with its mark.
///
/// # Errors
///
/// Says why the bytes are not taken for text.
pub fn text(bytes: &[u8]) -> Result<String, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    decoded(bytes.to_vec())
}

/// The same, however many they are.
///
/// # Errors
///
/// Says why the bytes are not taken for text.
pub fn decoded(bytes: Vec<u8>) -> Result<String, Unreadable> {
    let units = |of: fn([u8; 2]) -> u16| -> Vec<u16> {
        bytes[2..].chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect()
    };
    match bytes.as_slice() {
        [0xFF, 0xFE, ..] => return Ok(String::from_utf16_lossy(&units(u16::from_le_bytes))),
        [0xFE, 0xFF, ..] => return Ok(String::from_utf16_lossy(&units(u16::from_be_bytes))),
        [b'P', b'K', 3, 4, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..] | [0x1F, 0x8B, ..] => return Err(Unreadable::Packed),
        [b'%', b'P', b'D', b'F', ..] => return Err(Unreadable::Pdf),
        _ if bytes.contains(&0) => return Err(Unreadable::NoText),
        _ => {}
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.starts_with('\u{feff}') => Ok(text.trim_start_matches('\u{feff}').to_owned()),
        Ok(text) => Ok(text),
        Err(error) => {
            let before = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            Err(Unreadable::OtherEncoding { line: before.iter().filter(|byte| **byte == b'\n').count() + 1 })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf_8_and_utf_16_without_their_marks() {
        assert_eq!(text("caf\u{e9}".as_bytes()).as_deref(), Ok("café"));
        assert_eq!(text(b"\xEF\xBB\xBFcalm").as_deref(), Ok("calm"));
        assert_eq!(text(b"\xFF\xFEk\0\xFC\0h\0l\0").as_deref(), Ok("kühl"));
        assert_eq!(text(b"\xFE\xFF\0k\0\xFC\0h\0l").as_deref(), Ok("kühl"));
        assert_eq!(text(b"").as_deref(), Ok(""));
    }

    #[test]
    fn says_what_else_a_file_is() {
        assert_eq!(text(b"one\ntwo caf\xE9\n"), Err(Unreadable::OtherEncoding { line: 2 }));
        assert_eq!(text(b"PK\x03\x04..."), Err(Unreadable::Packed));
        assert_eq!(text(b"%PDF-1.7"), Err(Unreadable::Pdf));
        assert_eq!(text(b"\x7FELF\0\0"), Err(Unreadable::NoText));
        assert_eq!(text(&vec![b'a'; LARGEST + 1]), Err(Unreadable::TooLarge));
    }
}
