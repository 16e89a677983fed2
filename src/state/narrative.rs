//! The user's own version: keeping it, and what becomes of claims that nobody echoes.

use refrain_core::{Claim, Comparison};

use super::papers::{Narrative, Papers};
use super::record::Record;
use super::{Action, Date};

/// Keeps the user's own version. The day on which it was first written stays.
#[must_use]
pub fn keep(papers: &Papers, text: &str, today: Option<Date>) -> Action {
    let before = papers.narrative();
    let text = text.trim().to_owned();
    let written = if before.text.is_empty() { today } else { before.written };
    let what = if before.text.is_empty() { "Kept your version" } else { "Changed your version" };
    put(what, Narrative { text, written, ..(*before).clone() })
}

/// The user does not want to prove this claim.
#[must_use]
pub fn let_go(papers: &Papers, claim: &Claim) -> Action {
    let mut narrative = (*papers.narrative()).clone();
    narrative.let_go.push(claim.text.clone());
    put("Let a claim go", narrative)
}

/// It counts again.
#[must_use]
pub fn take_back(papers: &Papers, claim: &str) -> Action {
    let mut narrative = (*papers.narrative()).clone();
    narrative.let_go.retain(|other| other != claim);
    put("Took a claim back", narrative)
}

/// Claims that nobody echoes, without those that were let go.
pub fn unproven<'c>(comparison: &'c Comparison, narrative: &Narrative) -> Vec<&'c Claim> {
    comparison.only_i.iter().filter(|claim| !narrative.let_go.contains(&claim.text)).collect()
}

fn put(what: &str, narrative: Narrative) -> Action {
    let record = Record::from(Narrative { id: Narrative::ID.to_owned(), ..narrative });
    Action::Change { what: what.to_owned(), changes: vec![(record.key(), Some(record))] }
}

#[cfg(test)]
mod tests {
    use refrain_core::Span;

    use super::super::{Notebook, State, reduce};
    use super::*;

    fn papers(acts: &[&dyn Fn(&Papers) -> Action]) -> Papers {
        let state = acts.iter().fold(State::default(), |state, act| reduce(&state, act(state.mine.papers())));
        Notebook::papers(&state.mine).clone()
    }

    fn claim(text: &str) -> Claim {
        Claim { span: Span { start: 0, end: text.chars().count() }, text: text.into() }
    }

    #[test]
    fn the_day_of_the_first_writing_stays() {
        let papers = papers(&[&|papers| keep(papers, " I stay calm. ", Date::from_iso("2026-03-01")), &|papers| {
            keep(papers, "I stay very calm.", Date::from_iso("2026-05-01"))
        }]);
        assert_eq!(papers.narrative().text, "I stay very calm.");
        assert_eq!(papers.narrative().written, Date::from_iso("2026-03-01"));
    }

    #[test]
    fn a_claim_let_go_is_not_asked_about_until_it_is_taken_back() {
        let comparison = Comparison { only_i: vec![claim("I plan ahead"), claim("I cook")], ..Comparison::default() };
        let gone = papers(&[&|papers| let_go(papers, &claim("I cook"))]);
        assert_eq!(unproven(&comparison, &gone.narrative()), [&claim("I plan ahead")]);
        let back = papers(&[&|papers| let_go(papers, &claim("I cook")), &|papers| take_back(papers, "I cook")]);
        assert_eq!(unproven(&comparison, &back.narrative()).len(), 2);
    }
}
