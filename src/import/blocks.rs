//! Pasted text, taken apart into one block an interview.

use super::Heading;
use crate::state::Interview;

/// One interview in pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Where it begins; the first line is 1.
    pub line: usize,
    /// The line taken for a heading, as it was written, and what was read from it.
    pub heading: Option<(String, Heading)>,
    /// What was said, without the heading.
    pub answer: String,
}

impl Block {
    /// The same block with its heading line counted as part of the answer.
    #[must_use]
    pub fn with_heading_as_answer(&self) -> Self {
        match &self.heading {
            Some((heading, _)) => {
                Self { line: self.line, heading: None, answer: format!("{heading}\n{}", self.answer) }
            }
            None => self.clone(),
        }
    }

    #[must_use]
    pub fn into_interview(self, id: String) -> Interview {
        let heading = self.heading.map(|(_, heading)| heading).unwrap_or_default();
        Interview { id, ..heading.with_answer(self.answer) }
    }
}

/// What gives no interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    pub line: usize,
    /// Part of a sentence: "there is nothing below “Notes”".
    pub why: String,
}

/// Splits pasted text into blocks.
///
/// Where there are lines of dashes, those stand between the blocks; else empty lines do. A heading with nothing below it
/// belongs to the next block; where that has one of its own, it is taken for an answer after all. Never fails, and every
/// line that is not empty or of dashes is in some block.
#[must_use]
pub fn split(text: &str) -> Vec<Block> {
    let lines = lines(text);
    let is_border = if lines.iter().any(|line| is_rule(line)) { is_rule } else { is_empty };
    let mut blocks = Vec::new();
    let mut waiting: Option<(usize, (String, Heading))> = None;
    let mut at = 0;
    for lines in lines.split(|line| is_border(line)) {
        let empty = lines.iter().take_while(|line| is_empty(line)).count();
        let line = at + empty + 1;
        at += lines.len() + 1;
        let Some((first, rest)) = lines[empty..].split_first() else { continue };
        let rest = rest.join("\n").trim().to_owned();
        let heading = Heading::read(first).map(|heading| (first.trim().to_owned(), heading));
        match heading {
            // A line alone is a heading only where it says so beyond doubt.
            Some(heading) if rest.is_empty() && (heading.1.is_certain() || is_marked(first)) => {
                blocks.extend(waiting.replace((line, heading)).map(as_answer));
            }
            Some(heading) if !rest.is_empty() => {
                blocks.extend(waiting.take().map(as_answer));
                blocks.push(Block { line, heading: Some(heading), answer: rest });
            }
            _ => {
                let answer = lines[empty..].join("\n").trim().to_owned();
                blocks.push(match waiting.take() {
                    Some((line, heading)) => Block { line, heading: Some(heading), answer },
                    None => Block { line, heading: None, answer },
                });
            }
        }
    }
    blocks.extend(waiting.map(as_answer));
    blocks
}

/// The lines of a text from any system.
#[must_use]
pub fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    while let Some(end) = rest.find(['\n', '\r', '\u{2028}', '\u{2029}']) {
        lines.push(&rest[..end]);
        let length = match rest.as_bytes()[end] {
            b'\r' if rest[end..].starts_with("\r\n") => 2,
            b'\n' | b'\r' => 1,
            _ => 3,
        };
        rest = &rest[end + length..];
    }
    lines.push(rest);
    lines
}

/// A line that looked like a heading and has no answer below it.
fn as_answer((line, (heading, _)): (usize, (String, Heading))) -> Block {
    Block { line, heading: None, answer: heading }
}

/// Marked as a heading: `# Heading` or `Heading:`.
fn is_marked(line: &str) -> bool {
    line.starts_with('#') || line.trim_end().ends_with(':')
}

fn is_empty(line: &str) -> bool {
    line.trim().is_empty()
}

fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && ['-', '=', '*', '_'].iter().any(|mark| line.chars().all(|c| c == *mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows blocks as `who | company: answer`, a line each.
    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = split(text)
            .iter()
            .map(|block| {
                let heading = block.heading.as_ref().map(|(_, heading)| heading);
                let (who, company) = heading.map_or(("", ""), |heading| (&heading.who, &heading.company));
                format!("{who} | {company}: {}", block.answer.replace('\n', "/"))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn empty_lines_stand_between_blocks() {
        check(
            "Bram Teasel, recruiter, Larkspur Freight\nyou stay calm\nand kind\n\n\nThey liked my drawings.\n",
            &["Bram Teasel, recruiter | Larkspur Freight: you stay calm/and kind", " | : They liked my drawings."],
        );
    }

    #[test]
    fn lines_of_dashes_let_an_answer_have_paragraphs() {
        check("one\n\nstill one\n---\ntwo", &[" | : one//still one", " | : two"]);
    }

    #[test]
    fn each_block_knows_its_line() {
        let at = |text: &str| split(text).iter().map(|block| block.line).collect::<Vec<_>>();
        assert_eq!(at("\n\none\nstill one\r\n\r\ntwo\n\nBram:\n\nthree"), [3, 6, 8]);
        assert_eq!(at("one\n---\n\n\ntwo\n---\n"), [1, 5]);
    }

    #[test]
    fn a_heading_alone_belongs_to_the_next_block() {
        check("Bram Teasel, panel\n\nyou stay calm", &["Bram Teasel | : you stay calm"]);
        check("Bram:\n\nyou stay calm", &["Bram | : you stay calm"]);
    }

    #[test]
    fn a_line_alone_that_may_be_an_answer_is_one() {
        check("Clear Thinker, Calm Under Pressure", &[" | : Clear Thinker, Calm Under Pressure"]);
        check(
            "Phone screen - liked my calm\n\nPanel - liked my drawings",
            &[" | : Phone screen - liked my calm", " | : Panel - liked my drawings"],
        );
    }

    #[test]
    fn no_line_is_ever_lost() {
        let kinds = [
            "",
            "you stay calm",
            "Bram Teasel, panel",
            "Bram Teasel, Larkspur",
            "Bram:",
            "# Ottoline",
            "---",
            "- kind",
        ];
        for code in 0..kinds.len().pow(5) {
            let lines: Vec<String> = (0..5_u32)
                .map(|at| kinds[code / kinds.len().pow(at) % kinds.len()])
                .enumerate()
                .map(
                    |(at, kind)| {
                        if matches!(kind, "" | "---" | "Bram:") { kind.into() } else { format!("{kind} {at}") }
                    },
                )
                .collect();
            let blocks = split(&lines.join("\n"));
            let found = |line: &str| {
                blocks.iter().any(|block| {
                    block.answer.contains(line) || block.heading.as_ref().is_some_and(|(heading, _)| heading == line)
                })
            };
            for line in lines.iter().filter(|line| !line.is_empty() && *line != "---") {
                assert!(found(line), "{line:?} of {lines:?} is in no block");
            }
            assert!(blocks.iter().all(|block| !block.answer.is_empty()), "{lines:?} gave an empty answer");
        }
    }

    #[test]
    fn the_sample_is_read_whole() {
        let blocks = split(include_str!("../../assets/sample.txt"));
        assert_eq!(blocks.len(), 10);
        for block in blocks {
            let interview = block.into_interview(String::new());
            assert!(!interview.name().is_empty() && !interview.role().is_empty(), "{interview:?}");
            assert!(
                !interview.company.is_empty() && interview.stage.is_some() && interview.date.is_some(),
                "{interview:?}"
            );
        }
    }

    #[test]
    fn line_ends_of_every_system_are_read() {
        check("one\r\n\r\ntwo\r\rthree", &[" | : one", " | : two", " | : three"]);
        check("", &[]);
        check(" \n\n\t\n", &[]);
    }

    #[test]
    fn a_heading_can_be_given_back_to_the_answer() {
        let block = &split("Calm at Sea, Kind on Land\nand quick")[0];
        assert!(block.heading.is_some());
        assert_eq!(block.with_heading_as_answer().answer, "Calm at Sea, Kind on Land\nand quick");
    }
}
