//! A card as the part of an address behind `#`, which no browser sends to a server.
//!
//! `1.` (the version of all that follows) and then, in base64 for addresses and without padding: the CRC-32 of the content, highest
//! byte first, and the content, deflated. The content is UTF-8, a record a line, its fields between tabs:
//!
//! - `T` title, line below it, line at the end
//! - `L` interviews that made the point, of how many, one `/` or `.` for each in time order, the line. Without counts the first three
//!   are empty; without drawn marks the third.
//! - `Q` who said it, pieces of the quote; every other one makes the point. It belongs to the line before.
//!
//! A reader passes over records that it does not know and fields that it does not expect.

use super::{Card, Count, Line, Quote};

/// The most letters that such a part of an address may have: what the reader takes, and what chat programs and mail leave whole.
pub const LONGEST: usize = 8192;

const VERSION: &str = "1.";
/// zlib's scale, up to 9. The content is so short that the best takes no time.
const COMPRESSION: u8 = 9;

/// The part of the address behind `#`; `None` if it would be too long.
#[must_use]
pub fn link(card: &Card) -> Option<String> {
    let content = content(card);
    let mut bytes = crc32(content.as_bytes()).to_be_bytes().to_vec();
    bytes.extend(miniz_oxide::deflate::compress_to_vec(content.as_bytes(), COMPRESSION));
    let mut link = VERSION.to_owned();
    base64(&bytes, &mut link);
    (link.len() <= LONGEST).then_some(link)
}

fn content(card: &Card) -> String {
    let mut content = String::new();
    record(&mut content, 'T', [card.title.as_str(), &card.sub, &card.end]);
    for Line { text, count, quotes } in &card.lines {
        let [said, all, slots] = count.as_ref().map_or_else(Default::default, |Count { said, all, slots }| {
            let slots = slots.iter().map(|said| if *said { '/' } else { '.' });
            [said.to_string(), all.to_string(), slots.collect()]
        });
        record(&mut content, 'L', [said.as_str(), &all, &slots, text]);
        for Quote { by, pieces } in quotes {
            record(&mut content, 'Q', [by].into_iter().chain(pieces).map(String::as_str));
        }
    }
    content
}

fn record<'a>(content: &mut String, kind: char, fields: impl IntoIterator<Item = &'a str>) {
    if !content.is_empty() {
        content.push('\n');
    }
    content.push(kind);
    for field in fields {
        content.push('\t');
        // Tabs and line ends part the fields and are white space to a reader in any case.
        content.extend(field.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
    }
}

/// As zlib and PNG have it.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| crc >> 1 ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 })
    })
}

/// RFC 4648's alphabet for addresses, without padding.
fn base64(bytes: &[u8], into: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for group in bytes.chunks(3) {
        let all = group.iter().fold(0, |all, byte| all << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        into.extend((0..=group.len()).map(|at| char::from(DIGITS[all >> (18 - 6 * at) & 63])));
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::card;
    use super::*;

    #[test]
    fn the_reader_of_the_page_is_tried_on_this_very_link() {
        // tests/card.test.js shows what the reader makes of it.
        let kept = include_str!("../../tests/fixtures/card/link.txt").trim_end();
        assert_eq!(
            link(&card()).as_deref(),
            Some(kept),
            "If that is meant, put the link on the left into the fixture."
        );
    }

    #[test]
    fn the_content_has_a_record_a_line_and_no_other_line_ends() {
        let mut card = card();
        card.title = "A\ttitle\nin two\u{7} lines".into();
        let content = content(&card);
        assert!(content.starts_with("T\tA title in two  lines\t"), "{content}");
        assert_eq!(content.lines().count(), 1 + card.lines.len() + 2);
    }

    #[test]
    fn checks_and_digits_are_those_of_the_standards() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        for (bytes, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            let mut written = String::new();
            base64(bytes.as_bytes(), &mut written);
            assert_eq!(written, text);
        }
        let mut written = String::new();
        base64(&[0xfb, 0xff], &mut written);
        assert_eq!(written, "-_8");
    }

    #[test]
    fn a_card_that_is_too_long_has_no_link() {
        let mut card = card();
        // Letters that no compression makes shorter.
        let mut state = 1_u32;
        let mut letter = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(33 + (state >> 24) as u8 % 90)
        };
        card.lines[0].text = (0..8000).map(|_| letter()).collect();
        assert_eq!(link(&card), None);
    }
}
