//! How a text is to be read: guessed, and set right by the user.

use super::blocks;
use super::columns::{Table, has_known_headings, is_recommendations};
use super::markdown;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Blocks,
    Markdown,
    Table,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Blocks, Self::Markdown, Self::Table];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocks => "Blocks of text",
            Self::Markdown => "Markdown",
            Self::Table => "A table (CSV)",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    pub format: Format,
    /// Counts only for a table.
    pub table: Table,
}

impl Plan {
    /// By the file's name, which is empty for pasted text, and by what the text looks like.
    #[must_use]
    pub fn guess(file: &str, text: &str) -> Self {
        let is_named = |ends: &[&str]| {
            file.rsplit_once('.').is_some_and(|(_, end)| ends.iter().any(|other| end.eq_ignore_ascii_case(other)))
        };
        let is_markdown =
            || is_named(&["md", "markdown"]) || blocks::lines(text).iter().any(|line| markdown::is_heading(line));
        let format = if is_named(&["csv", "tsv", "tab"]) || has_known_headings(text) {
            Format::Table
        } else if is_markdown() {
            Format::Markdown
        } else {
            Format::Blocks
        };
        Self::new(format, text)
    }

    #[must_use]
    pub fn new(format: Format, text: &str) -> Self {
        let table = if format == Format::Table { Table::guess(text) } else { Table::default() };
        Self { format, table }
    }

    /// These are the recommendations that a professional network gives its members.
    #[must_use]
    pub fn is_of_network(&self, text: &str) -> bool {
        self.format == Format::Table && is_recommendations(&self.table.first_row(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_guessed_by_name_and_content() {
        let check = |file: &str, text: &str, expected: Format| {
            assert_eq!(Plan::guess(file, text).format, expected, "{file:?} {text:?}");
        };
        check("", "Bram, recruiter\nYou stay calm.", Format::Blocks);
        check("notes.txt", "- calm\n- kind", Format::Blocks);
        check("notes.MD", "- calm\n- kind", Format::Markdown);
        check("", "# Bram\ncalm", Format::Markdown);
        check("", "Name;Company;Feedback\nBram;Larkspur;calm", Format::Table);
        check("anything.csv", "Bram,calm", Format::Table);
        check("", "", Format::Blocks);
    }
}
