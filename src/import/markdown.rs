//! Notes in Markdown: each heading, or where there is none each item of a list, opens an interview.

use super::Heading;
use super::blocks::{self, Block, Skipped};

/// Reads a document. A heading with nothing below it, such as the title, is left out and named.
#[must_use]
pub fn split(text: &str) -> (Vec<Block>, Vec<Skipped>) {
    let lines = blocks::lines(text);
    let mut found = (Vec::new(), Vec::new());
    if lines.iter().any(|line| heading_of(line).is_some()) {
        let mut section = Section::default();
        for (line, number) in lines.iter().zip(1..) {
            if let Some(heading) = heading_of(line) {
                section.finish(&mut found);
                section = Section { heading: Some((heading, number)), ..Section::default() };
            } else {
                section.lines.push((line, number));
            }
        }
        section.finish(&mut found);
    } else {
        let all: Vec<(&str, usize)> = lines.iter().copied().zip(1..).collect();
        found.0 = paragraphs_and_items(&all);
    }
    found
}

/// Whether a line is a heading.
#[must_use]
pub fn is_heading(line: &str) -> bool {
    heading_of(line).is_some()
}

/// A heading and what stands below it.
#[derive(Default)]
struct Section<'a> {
    heading: Option<(&'a str, usize)>,
    lines: Vec<(&'a str, usize)>,
}

impl Section<'_> {
    fn finish(&self, (found, skipped): &mut (Vec<Block>, Vec<Skipped>)) {
        let items = paragraphs_and_items(&self.lines);
        let Some((heading, line)) = self.heading else {
            found.extend(items);
            return;
        };
        let heading = clean(heading);
        // Several people under one heading, each in an item of their own.
        if items.len() > 1 && items.iter().all(|item| item.heading.is_some()) {
            skipped.push(Skipped { line, why: format!("“{heading}” stands above several interviews") });
            found.extend(items);
            return;
        }
        let answer = clean_lines(self.lines.iter().map(|(line, _)| *line));
        if answer.is_empty() {
            skipped.push(Skipped { line, why: format!("there is nothing below “{heading}”") });
        } else {
            let read = Heading::read(&format!("# {heading}")).unwrap_or_default();
            found.push(Block { line, heading: Some((heading, read)), answer });
        }
    }
}

/// Each item of a list, and each paragraph outside of lists.
fn paragraphs_and_items(lines: &[(&str, usize)]) -> Vec<Block> {
    let mut chunks: Vec<Vec<(&str, usize)>> = Vec::new();
    let (mut is_open, mut in_item) = (false, false);
    for (line, number) in lines {
        let is_item = !line.starts_with([' ', '\t']) && item(line).is_some();
        if line.trim().is_empty() {
            // Within an item an empty line parts two of its paragraphs, which are indented.
            is_open = is_open && in_item;
            continue;
        }
        let goes_on = is_open && !is_item && (!in_item || line.starts_with([' ', '\t']) || is_after(&chunks, *number));
        match chunks.last_mut() {
            Some(chunk) if goes_on => chunk.push((line, *number)),
            _ => {
                chunks.push(vec![(line, *number)]);
                in_item = is_item;
            }
        }
        is_open = true;
    }
    chunks.iter().map(|chunk| block(chunk)).collect()
}

/// The line follows the last one of the last chunk.
fn is_after(chunks: &[Vec<(&str, usize)>], number: usize) -> bool {
    chunks.last().and_then(|chunk| chunk.last()).is_some_and(|(_, last)| last + 1 == number)
}

/// `**Bram Teasel, recruiter:** You stay calm.`: what stands before the first colon may say who it was.
fn block(lines: &[(&str, usize)]) -> Block {
    let line = lines.first().map_or(1, |(_, number)| *number);
    let text = clean_lines(lines.iter().map(|(line, _)| *line));
    let is_bold = lines.first().is_some_and(|(line, _)| item(line).unwrap_or(line).trim_start().starts_with("**"));
    if let Some((before, after)) = text.split_once(':')
        && !after.trim().is_empty()
        && !before.contains('\n')
        && let Some(heading) = Heading::read(&if is_bold { format!("{before}:") } else { before.to_owned() })
    {
        return Block { line, heading: Some((before.trim().to_owned(), heading)), answer: after.trim().to_owned() };
    }
    Block { line, heading: None, answer: text }
}

/// The words without the signs of lists, quotes and emphasis.
fn clean_lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.map(|line| clean(item(line).unwrap_or(line))).collect::<Vec<String>>().join("\n").trim().to_owned()
}

fn clean(line: &str) -> String {
    line.trim().trim_start_matches("> ").replace("**", "").replace("__", "").trim().to_owned()
}

fn heading_of(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let text = rest.trim().trim_end_matches('#').trim();
    ((1..=6).contains(&level) && rest.starts_with([' ', '\t']) && !text.is_empty()).then_some(text)
}

/// What follows `- `, `* `, `+ ` or `1. `.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let numbered = line.trim_start_matches(|sign: char| sign.is_ascii_digit());
    if let Some(rest) = ["- ", "* ", "+ "].iter().find_map(|sign| line.strip_prefix(sign)) {
        return Some(rest);
    }
    [". ", ") "].iter().find_map(|sign| numbered.strip_prefix(sign)).filter(|_| numbered.len() < line.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Blocks as `line who | company: answer`, what is left out as `line: why`.
    fn check(text: &str, expected: &[&str]) {
        let (blocks, skipped) = split(text);
        let block = |block: &Block| {
            let heading = block.heading.as_ref().map(|(_, heading)| heading);
            let (who, company) = heading.map_or(("", ""), |heading| (&heading.who, &heading.company));
            format!("{} {who} | {company}: {}", block.line, block.answer.replace('\n', "/"))
        };
        let skipped = skipped.iter().map(|skipped| format!("{}: {}", skipped.line, skipped.why));
        let shown: Vec<String> = blocks.iter().map(block).chain(skipped).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn headings_open_interviews() {
        check(
            "## Bram at Larkspur\none\n\nstill one\n\n## Ottoline ##\ntwo",
            &["1 Bram | Larkspur: one//still one", "6 Ottoline | : two"],
        );
    }

    #[test]
    fn a_title_is_left_out_and_named() {
        check(
            "# Interview notes\n\n## Bram Teasel, recruiter\n\n- you **stay** calm\n- kind\n\n> and quick\n",
            &[
                "3 Bram Teasel, recruiter | : you stay calm/kind//and quick",
                "1: there is nothing below “Interview notes”",
            ],
        );
        check("Hello.\n\n# Bram\ncalm", &["1  | : Hello.", "3 Bram | : calm"]);
    }

    #[test]
    fn without_headings_each_item_is_an_interview() {
        check(
            "- **Bram Teasel, Larkspur:** you stay calm\n  and kind\n\n  and quick\n- You draw: well.\n\nNo item.\n\n1. one\n2) two",
            &[
                "1 Bram Teasel | Larkspur: you stay calm/and kind/and quick",
                "5  | : You draw: well.",
                "7  | : No item.",
                "9  | : one",
                "10  | : two",
            ],
        );
    }

    #[test]
    fn several_people_under_one_heading_are_several_interviews() {
        check(
            "# Larkspur\n\n* **Bram Teasel:** calm\n* **Ottoline Quill:** kind\n",
            &["3 Bram Teasel | : calm", "4 Ottoline Quill | : kind", "1: “Larkspur” stands above several interviews"],
        );
    }

    #[test]
    fn odd_signs_stay() {
        check(
            "#calm\n\n#\n\n-kind\n\n2026. was the year",
            &["1  | : #calm", "3  | : #", "5  | : -kind", "7  | : was the year"],
        );
        check("", &[]);
    }
}
