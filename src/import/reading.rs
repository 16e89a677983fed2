//! A text being read into interviews, a slice at a time, so that ten thousand rows leave the page free between.

use std::collections::HashSet;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

use super::blocks::{self, Block, Skipped};
use super::markdown;
use super::plan::{Format, Plan};
use super::table::{Place, next_row};
use crate::state::Interview;

/// One interview found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same words, wherever they stand; no two entries of a reading share one.
    pub key: u64,
    pub line: usize,
    pub interview: Interview,
    /// What could not be read of it.
    pub notes: Vec<String>,
    /// It is there already, among the user's interviews or further up.
    pub is_known: bool,
    /// Its first line looks like a heading: is it read as one?
    pub heading: Option<bool>,
}

/// The work, as far as it is done.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    text: Rc<str>,
    plan: Plan,
    /// Keys of the entries whose first line is no heading.
    plain: Vec<u64>,
    /// Blocks found and not yet turned into entries, the next one last.
    blocks: Vec<Block>,
    is_split: bool,
    place: Place,
    seen: HashSet<u64>,
    keys: HashSet<u64>,
    pub entries: Vec<Entry>,
    pub skipped: Vec<Skipped>,
    /// Why the whole text cannot be read. Nothing of it is imported then.
    pub failed: Option<String>,
}

impl Reading {
    /// `plain`: the keys of entries whose first line the user does not take for a heading. `mine`: what is there already.
    #[must_use]
    pub fn new(text: Rc<str>, plan: Plan, plain: Vec<u64>, mine: &[Rc<Interview>]) -> Self {
        Self {
            text,
            plan,
            plain,
            blocks: Vec::new(),
            is_split: false,
            place: Place::default(),
            seen: mine.iter().map(|interview| fingerprint(interview)).collect(),
            keys: HashSet::new(),
            entries: Vec::new(),
            skipped: Vec::new(),
            failed: None,
        }
    }

    #[must_use]
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// Reads some more; `false` when all is read.
    pub fn go_on(&mut self, count: usize) -> bool {
        match self.plan.format {
            Format::Table => (0..count).all(|_| self.read_row()),
            _ => (0..count).all(|_| self.read_block()),
        }
    }

    /// How much is read, of a hundred.
    #[must_use]
    pub fn percent(&self) -> usize {
        let (done, all) = match self.plan.format {
            Format::Table => (self.place.at, self.text.len()),
            _ => (self.entries.len(), self.entries.len() + self.blocks.len()),
        };
        (done * 100).checked_div(all).unwrap_or_default()
    }

    fn read_row(&mut self) -> bool {
        let is_first = self.place == Place::default();
        let table = &self.plan.table;
        match next_row(&self.text, table.delimiter, &mut self.place) {
            None => return false,
            Some(Err(unclosed)) => {
                self.entries.clear();
                self.failed = Some(format!(
                    "line {}: a quotation mark opens a field there and never closes. Close it or take it out, and try again",
                    unclosed.line
                ));
                return false;
            }
            Some(Ok(_)) if is_first && table.has_headings => {}
            Some(Ok(row)) => match table.interview(&row) {
                Ok((interview, notes)) => self.add(row.line, interview, notes, None),
                Err(why) => self.skipped.push(Skipped { line: row.line, why }),
            },
        }
        true
    }

    fn read_block(&mut self) -> bool {
        if !self.is_split {
            self.is_split = true;
            if self.plan.format == Format::Markdown {
                (self.blocks, self.skipped) = markdown::split(&self.text);
            } else {
                self.blocks = blocks::split(&self.text);
            }
            self.blocks.reverse();
        }
        let Some(block) = self.blocks.pop() else { return false };
        let interview = block.clone().into_interview(String::new());
        self.add(block.line, interview, Vec::new(), block.heading.is_some().then_some(block));
        true
    }

    fn add(&mut self, line: usize, interview: Interview, notes: Vec<String>, block: Option<Block>) {
        let mut key = fingerprint(&interview);
        while !self.keys.insert(key) {
            key = key.wrapping_add(1);
        }
        let is_plain = block.is_some() && self.plain.contains(&key);
        let interview = match &block {
            Some(block) if is_plain => block.with_heading_as_answer().into_interview(String::new()),
            _ => interview,
        };
        let is_known = !self.seen.insert(fingerprint(&interview));
        let heading = block.map(|_| !is_plain);
        self.entries.push(Entry { key, line, interview, notes, is_known, heading });
    }
}

/// Interviews that one would take for the same have the same: person, company, date and answer.
fn fingerprint(interview: &Interview) -> u64 {
    let mut hasher = DefaultHasher::new();
    let text = [&interview.who, &interview.company, &interview.answer].map(|text| text.trim());
    (text, interview.date.map(|date| date.to_string())).hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, text: &str, mine: &[Rc<Interview>], plain: Vec<u64>) -> Reading {
        let mut reading = Reading::new(text.into(), Plan::guess(file, text), plain, mine);
        while reading.go_on(2) {}
        reading
    }

    fn answers(reading: &Reading) -> Vec<&str> {
        reading.entries.iter().map(|entry| entry.interview.answer.as_str()).collect()
    }

    #[test]
    fn what_is_there_already_is_marked_wherever_it_stands() {
        let text = "Bram, panel\ncalm\n\nkind\n\nBram, panel\ncalm\n\nquick";
        let mine = read("", "quick", &[], Vec::new()).entries.into_iter().map(|entry| Rc::new(entry.interview));
        let reading = read("", text, &mine.collect::<Vec<_>>(), Vec::new());
        assert_eq!(answers(&reading), ["calm", "kind", "calm", "quick"]);
        let known: Vec<bool> = reading.entries.iter().map(|entry| entry.is_known).collect();
        assert_eq!(known, [false, false, true, true]);
    }

    #[test]
    fn keys_stay_with_their_words_while_text_changes_around() {
        let key = |reading: &Reading, answer: &str| {
            reading.entries.iter().find(|entry| entry.interview.answer == answer).unwrap().key
        };
        let (before, after) =
            (read("", "calm\n\nkind", &[], Vec::new()), read("", "new\n\nkind\n\ncalm", &[], Vec::new()));
        assert_eq!(key(&before, "kind"), key(&after, "kind"));
        let twice = read("", "calm\n\ncalm", &[], Vec::new());
        assert_ne!(twice.entries[0].key, twice.entries[1].key);
    }

    #[test]
    fn a_heading_is_given_back_to_the_answer() {
        let text = "Calm at Sea, Kind on Land\nand quick";
        let first = read("", text, &[], Vec::new());
        assert_eq!((answers(&first), first.entries[0].heading), (vec!["and quick"], Some(true)));
        let second = read("", text, &[], vec![first.entries[0].key]);
        assert_eq!((answers(&second), second.entries[0].heading), (vec![text], Some(false)));
        assert_eq!(first.entries[0].key, second.entries[0].key);
    }

    #[test]
    fn rows_left_out_are_named_by_their_line() {
        let reading =
            read("a.csv", "who,feedback\nBram,calm\nOttoline,\n\nCuthbert,\"kind,\nquick\"\n", &[], Vec::new());
        assert_eq!(answers(&reading), ["calm", "kind,\nquick"]);
        assert_eq!(reading.entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(reading.skipped, [Skipped { line: 3, why: "there is nothing under “What they said”".into() }]);
        assert_eq!(reading.percent(), 100);
    }

    #[test]
    fn of_a_broken_table_nothing_is_taken() {
        let reading = read("a.csv", "who,feedback\nBram,calm\nOttoline,\"kind\nCuthbert,quick\n", &[], Vec::new());
        assert!(reading.entries.is_empty());
        assert!(reading.failed.unwrap().starts_with("line 3: a quotation mark"));
    }

    #[test]
    fn ten_thousand_rows_are_read_in_slices() {
        let rows: String = (0..10_000).map(|at| format!("Person {at},\"calm, and {at}\"\n")).collect();
        let text = format!("who,feedback\n{rows}");
        let mut reading = Reading::new(text.as_str().into(), Plan::guess("a.csv", &text), Vec::new(), &[]);
        let mut slices = 1;
        while reading.go_on(500) {
            assert!(reading.percent() <= 100 && reading.entries.len() <= slices * 500);
            slices += 1;
        }
        assert_eq!((reading.entries.len(), reading.skipped.len()), (10_000, 0));
        assert_eq!(reading.entries.last().unwrap().line, 10_001);
    }
}
