//! What the engine found in each answer, for the list.

use refrain_core::Report;

use crate::text::listed;

/// What was found in one answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Found {
    points: usize,
    cliches: usize,
    doubts: usize,
}

impl Found {
    /// "3 points, 1 doubt"
    pub fn words(self) -> String {
        let part = |count: usize, one: &str| match count {
            0 => String::new(),
            1 => format!("1 {one}"),
            _ => format!("{count} {one}s"),
        };
        listed(&[&part(self.points, "point"), &part(self.cliches, "cliché"), &part(self.doubts, "doubt")])
    }
}

/// What was found in the answers with these ids, in one walk through the report: a list has a thousand rows.
pub fn found(report: &Report, ids: &[&str]) -> Vec<Found> {
    let mut places: Vec<(&str, usize)> = ids.iter().copied().zip(0..).collect();
    places.sort_unstable();
    let mut found = vec![Found::default(); ids.len()];
    let mut add = |note: &str, count: fn(&mut Found) -> &mut usize| {
        if let Ok(place) = places.binary_search_by(|(id, _)| (*id).cmp(note))
            && let Some(found) = found.get_mut(places[place].1)
        {
            *count(found) += 1;
        }
    };
    for point in &report.points {
        let mut notes: Vec<&str> = point.mentions.iter().map(|mention| mention.note.as_str()).collect();
        // Who makes a point twice makes one point.
        notes.sort_unstable();
        notes.dedup();
        for note in notes {
            add(note, if point.cliche { |found| &mut found.cliches } else { |found| &mut found.points });
        }
    }
    for doubt in &report.doubts {
        add(&doubt.mention.note, |found| &mut found.doubts);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use refrain_core::{Engine, Knowledge, Note};

    #[test]
    fn counts_points_clichés_and_doubts_of_each_answer() {
        let note = |id: &str, text: &str| Note { id: id.into(), text: text.into(), ..Note::default() };
        let notes = [
            note("a", "You stay calm. You stay calm under pressure. A hard worker."),
            note("b", "I wasn’t sure you have held a budget."),
        ];
        let report = Engine::new(Knowledge::plain()).analyze(&notes, &refrain_core::Brief::default());
        let words: Vec<String> = found(&report, &["b", "none", "a"]).into_iter().map(Found::words).collect();
        assert_eq!(words, ["1 doubt", "", "1 point, 1 cliché"]);
    }
}
