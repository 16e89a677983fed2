//! Tables as text: CSV by RFC 4180, with commas, semicolons or tabs.
//!
//! Our own reader rather than a crate, as a table is read in slices between frames, each row has to know its line, and a
//! quotation mark that never closes has to be told: `csv-core` swallows the rest of the file there.

/// What stands between the fields of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Delimiter {
    #[default]
    Comma,
    Semicolon,
    Tab,
}

impl Delimiter {
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comma => "Commas",
            Self::Semicolon => "Semicolons",
            Self::Tab => "Tabs",
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }

    /// The one that gives the first row the most fields.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let fields = |delimiter: Self| match next_row(text, delimiter, &mut Place::default()) {
            Some(Ok(row)) => row.fields.len(),
            _ => 0,
        };
        let mut best = Self::default();
        for other in Self::ALL {
            if fields(other) > fields(best) {
                best = other;
            }
        }
        best
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it begins; the first line is 1.
    pub line: usize,
    pub fields: Vec<String>,
}

/// How far a table has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// In bytes.
    pub at: usize,
    line: usize,
}

impl Default for Place {
    fn default() -> Self {
        Self { at: 0, line: 1 }
    }
}

/// A quotation mark opens a field on this line and never closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclosed {
    pub line: usize,
}

/// The next row that is not empty; `None` at the end.
pub fn next_row(text: &str, delimiter: Delimiter, place: &mut Place) -> Option<Result<Row, Unclosed>> {
    while place.at < text.len() {
        let line = place.line;
        let mut fields = Vec::new();
        let mut is_more = true;
        while is_more {
            match field(text, delimiter.byte(), place) {
                Ok((field, more)) => {
                    fields.push(field);
                    is_more = more;
                }
                Err(unclosed) => {
                    place.at = text.len();
                    return Some(Err(unclosed));
                }
            }
        }
        if fields.iter().any(|field| !field.trim().is_empty()) {
            return Some(Ok(Row { line, fields }));
        }
    }
    None
}

/// Every field of a table with commas, as far as it can be read.
pub fn cells(text: &str) -> impl Iterator<Item = String> {
    let mut place = Place::default();
    let rows = std::iter::from_fn(move || next_row(text, Delimiter::Comma, &mut place)?.ok());
    rows.flat_map(|row| row.fields)
}

/// One field, and whether another follows in its row. Goes past the delimiter or the end of the line.
fn field(text: &str, delimiter: u8, place: &mut Place) -> Result<(String, bool), Unclosed> {
    let bytes = text.as_bytes();
    let mut field = String::new();
    if bytes.get(place.at) == Some(&b'"') {
        let opened = Unclosed { line: place.line };
        loop {
            let rest = &text[place.at + 1..];
            let inside = &rest[..rest.find('"').ok_or(opened)?];
            field.push_str(inside);
            place.line += line_ends(inside);
            place.at += inside.len() + 2;
            if bytes.get(place.at) != Some(&b'"') {
                break;
            }
            field.push('"');
        }
    }
    // The whole of a field without quotation marks; after closed ones some programs write more all the same.
    let rest = &text[place.at..];
    let end = rest.bytes().position(|byte| byte == delimiter || matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
    field.push_str(&rest[..end]);
    place.at += end;
    let is_more = bytes.get(place.at) == Some(&delimiter);
    if is_more {
        place.at += 1;
    } else if place.at < bytes.len() {
        place.at += if text[place.at..].starts_with("\r\n") { 2 } else { 1 };
        place.line += 1;
    }
    Ok((field, is_more))
}

/// Line ends of every system.
fn line_ends(text: &str) -> usize {
    text.bytes().filter(|byte| matches!(byte, b'\n' | b'\r')).count() - text.matches("\r\n").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows as `line: field|field`.
    fn read(text: &str, delimiter: Delimiter) -> Result<Vec<String>, Unclosed> {
        let mut place = Place::default();
        std::iter::from_fn(|| next_row(text, delimiter, &mut place))
            .map(|row| row.map(|row| format!("{}: {}", row.line, row.fields.join("|"))))
            .collect()
    }

    #[test]
    fn reads_quotation_marks_and_line_breaks_in_fields() {
        let text = "who,said\n\"Quill, Ottoline\",\"You said \"\"calm\"\"\nand meant it\"\nBram,kind\n";
        assert_eq!(
            read(text, Delimiter::Comma).unwrap(),
            ["1: who|said", "2: Quill, Ottoline|You said \"calm\"\nand meant it", "4: Bram|kind"]
        );
    }

    #[test]
    fn reads_line_ends_of_every_system_and_skips_empty_rows() {
        let rows = ["1: a|b", "2: c|d", "5: e|f"];
        assert_eq!(read("a,b\nc,d\n\n,\ne,f", Delimiter::Comma).unwrap(), rows);
        assert_eq!(read("a,b\r\nc,d\r\n\r\n , \r\ne,f\r\n", Delimiter::Comma).unwrap(), rows);
        assert_eq!(read("a,b\rc,d\r\r\re,f\r", Delimiter::Comma).unwrap(), rows);
        assert_eq!(read("\"x\r\ny\",b\r\nc,d", Delimiter::Comma).unwrap(), ["1: x\r\ny|b", "3: c|d"]);
        assert!(read("", Delimiter::Comma).unwrap().is_empty());
    }

    #[test]
    fn keeps_odd_fields_as_they_are() {
        assert_eq!(read("a,b \"c\" d,\"e\"f,", Delimiter::Comma).unwrap(), ["1: a|b \"c\" d|ef|"]);
        assert_eq!(read("\"\",\"\"\"\"\n", Delimiter::Comma).unwrap(), ["1: |\""]);
        assert_eq!(read("ü;😀\tß", Delimiter::Semicolon).unwrap(), ["1: ü|😀\tß"]);
    }

    #[test]
    fn tells_where_a_quotation_mark_never_closes() {
        assert_eq!(read("a,b\nc,\"d\ne,f\n", Delimiter::Comma), Err(Unclosed { line: 2 }));
        assert_eq!(read("\"", Delimiter::Comma), Err(Unclosed { line: 1 }));
    }

    #[test]
    fn guesses_the_delimiter_by_the_first_row() {
        assert_eq!(Delimiter::guess("who,company,answer\n"), Delimiter::Comma);
        assert_eq!(Delimiter::guess("who;company;answer, verbatim\n"), Delimiter::Semicolon);
        assert_eq!(Delimiter::guess("who\tanswer\nBram\tcalm, kind, quick"), Delimiter::Tab);
        assert_eq!(Delimiter::guess("\"a;b;c\",d\n"), Delimiter::Comma);
        assert_eq!(Delimiter::guess(""), Delimiter::Comma);
    }

    #[test]
    fn any_text_is_read_to_its_end() {
        let signs = ["a", "\"", ",", "\n", "\r", "é"];
        for code in 0..signs.len().pow(6) {
            let text: String = (0..6).map(|at| signs[code / signs.len().pow(at) % signs.len()]).collect();
            let mut place = Place::default();
            let mut rows = 0;
            while next_row(&text, Delimiter::Comma, &mut place).is_some() {
                rows += 1;
                assert!(rows <= text.len(), "{text:?} does not end");
            }
            assert_eq!(place.at, text.len(), "{text:?}");
        }
    }
}
