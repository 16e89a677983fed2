//! Pasted text, taken apart into one block an interview.

use super::Heading;
use crate::state::Interview;

/// One interview in pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
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
            Some((line, _)) => Self { heading: None, answer: format!("{line}\n{}", self.answer) },
            None => self.clone(),
        }
    }

    #[must_use]
    pub fn into_interview(self, id: String) -> Interview {
        let Heading { who, company, stage, date } = self.heading.map(|(_, heading)| heading).unwrap_or_default();
        Interview { id, who, company, stage, date, answer: self.answer, ..Interview::default() }
    }
}

/// Splits pasted text into blocks.
///
/// Where there are headings marked with `#`, each of them opens a block; else where there are lines of dashes, those
/// stand between the blocks; else empty lines do. A heading with nothing below it belongs to the next block; where that
/// has one of its own, it is taken for an answer after all. Never fails, and every line that is not empty or of dashes
/// is in some block.
#[must_use]
pub fn split(text: &str) -> Vec<Block> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let lines: Vec<&str> = text.lines().collect();
    let chunks = if lines.iter().any(|line| is_marked_heading(line)) {
        chunks(&lines, |line| if is_marked_heading(line) { Border::Opens } else { Border::No })
    } else if lines.iter().any(|line| is_rule(line)) {
        chunks(&lines, |line| if is_rule(line) { Border::Between } else { Border::No })
    } else {
        chunks(&lines, |line| if line.trim().is_empty() { Border::Between } else { Border::No })
    };

    let mut blocks = Vec::new();
    let mut waiting: Option<(String, Heading)> = None;
    for chunk in chunks {
        let (first, rest) = chunk.split_once('\n').unwrap_or((&chunk, ""));
        let rest = rest.trim();
        let heading = Heading::read(first).map(|heading| (first.trim().to_owned(), heading));
        match heading {
            // A line alone is a heading only where it says so beyond doubt.
            Some(heading) if rest.is_empty() && (heading.1.is_certain() || is_marked(first)) => {
                blocks.extend(waiting.replace(heading).map(as_answer));
            }
            Some(heading) if !rest.is_empty() => {
                blocks.extend(waiting.take().map(as_answer));
                blocks.push(Block { heading: Some(heading), answer: rest.to_owned() });
            }
            _ => blocks.push(Block { heading: waiting.take(), answer: chunk }),
        }
    }
    blocks.extend(waiting.map(as_answer));
    blocks
}

/// A line that looked like a heading and has no answer below it.
fn as_answer((line, _): (String, Heading)) -> Block {
    Block { heading: None, answer: line }
}

/// Marked as a heading: `# Heading` or `Heading:`.
fn is_marked(line: &str) -> bool {
    is_marked_heading(line) || line.trim_end().ends_with(':')
}

enum Border {
    No,
    /// The line stands between two blocks and belongs to neither.
    Between,
    /// The line is the first of a new block.
    Opens,
}

fn chunks(lines: &[&str], border: impl Fn(&str) -> Border) -> Vec<String> {
    let mut chunks = vec![String::new()];
    for line in lines {
        let border = border(line);
        if !matches!(border, Border::No) {
            chunks.push(String::new());
        }
        if !matches!(border, Border::Between)
            && let Some(chunk) = chunks.last_mut()
        {
            chunk.push_str(line);
            chunk.push('\n');
        }
    }
    chunks.iter().map(|chunk| chunk.trim().to_owned()).filter(|chunk| !chunk.is_empty()).collect()
}

fn is_marked_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    rest.len() < line.len() && rest.starts_with(' ') && !rest.trim().is_empty()
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
    fn marked_headings_open_blocks() {
        check(
            "## Bram at Larkspur\none\n\nstill one\n\n## Ottoline\ntwo",
            &["Bram | Larkspur: one//still one", "Ottoline | : two"],
        );
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
