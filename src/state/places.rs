//! Finds interviews by their ids where that is done again and again: a point of thousands of interviews has thousands of mentions.

use std::rc::Rc;

use refrain_core::Mention;

use super::Interview;

/// Interviews in time order, each found by its id without a walk through all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    interviews: Rc<[Rc<Interview>]>,
    /// Their positions in the order of the ids.
    by_id: Vec<usize>,
}

impl Places {
    #[must_use]
    pub fn new(interviews: &Rc<[Rc<Interview>]>) -> Self {
        let mut by_id: Vec<usize> = (0..interviews.len()).collect();
        by_id.sort_by_key(|at| &interviews[*at].id);
        Self { interviews: Rc::clone(interviews), by_id }
    }

    /// All of them.
    #[must_use]
    pub fn interviews(&self) -> &Rc<[Rc<Interview>]> {
        &self.interviews
    }

    /// Where the interview with this id stands.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|at| self.interviews[*at].id.as_str().cmp(id)).ok()?;
        self.by_id.get(found).copied()
    }

    /// The interview with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rc<Interview>> {
        self.interviews.get(self.of(id)?)
    }

    /// Where the interviews stand that hold these mentions, each once and in time order.
    #[must_use]
    pub fn among(&self, mentions: &[Mention]) -> Vec<usize> {
        let by_note = mentions.chunk_by(|one, next| one.note == next.note);
        let mut places: Vec<usize> = by_note.filter_map(|group| self.of(&group.first()?.note)).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

#[cfg(test)]
mod tests {
    use super::super::examples::mention;
    use super::*;

    #[test]
    fn finds_interviews_by_id_in_whatever_order_they_stand() {
        let interview = |id: &&str| Rc::new(Interview { id: (*id).into(), ..Interview::default() });
        let places = Places::new(&["b", "c", "a"].iter().map(interview).collect());
        assert_eq!(["a", "b", "c", "d"].map(|id| places.of(id)), [Some(2), Some(0), Some(1), None]);
        assert_eq!(places.get("c").map(|interview| interview.id.as_str()), Some("c"));
        let mentions = ["a", "a", "b", "a", "d"].map(|note| mention(note, "calm"));
        assert_eq!(places.among(&mentions), [0, 2]);
    }
}
