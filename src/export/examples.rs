//! A pitch for tests, as the engine composes it of invented people's answers.

use std::rc::Rc;

use refrain_core::{Brief, Engine, Knowledge, Note, PitchPlan, PlannedLine, Report, SpokenLine, Story};

use super::Source;
use crate::state::Interview;
use crate::state::redact::{Redaction, parties};

/// Who, where, and what they said.
const SAID: [[&str; 3]; 6] = [
    [
        "Dana Quill, recruiter",
        "Pebble & Finch Search",
        "You explain hard things so that anyone can follow. You stay calm under pressure.",
    ],
    [
        "Bram Teasel, team lead",
        "Larkspur Homes",
        "You explain hard things so that anyone at Larkspur can follow. Dana's team trusts you.",
    ],
    [
        "Marigold Fenn",
        "Larkspur Homes",
        "You stay calm under pressure. <b>Dana's team</b> trusts you with the *big* accounts.",
    ],
    [
        "Isolde Marrow",
        "Nettlebed Care",
        "You explain hard things so that anyone can follow. You cut missed visits from 31 to 4.",
    ],
    ["Tobias Wren", "Nettlebed Care", "Dana's team trusts you. You cut missed visits by a lot."],
    ["Cuthbert Pyke", "", "You stay calm under pressure, which Bram Teasel told me too."],
];

pub struct Example {
    pub report: Report,
    pub interviews: Vec<Rc<Interview>>,
}

impl Example {
    pub fn new(seconds: u32) -> Self {
        let interview = |(at, [who, company, answer]): (usize, [&str; 3])| Interview {
            id: format!("i-{at}"),
            who: who.into(),
            company: company.into(),
            answer: answer.into(),
            ..Interview::default()
        };
        let interviews: Vec<Rc<Interview>> = SAID.into_iter().enumerate().map(interview).map(Rc::new).collect();
        let note = |interview: &Rc<Interview>| Note {
            id: interview.id.clone(),
            who: interview.who.clone(),
            company: interview.company.clone(),
            text: interview.answer.clone(),
            ..Note::default()
        };
        let notes: Vec<Note> = interviews.iter().map(note).collect();
        let mut engine = Engine::new(Knowledge::plain());
        let point = engine.analyze(&notes, &Brief::default()).points[0].anchor();
        let story = Story {
            point,
            happened: "The Monday forecast was a sheet of forty columns.".into(),
            did: "Rewrote it as five sentences with Marigold.".into(),
            result: "People at Nettlebed read it now.".into(),
        };
        let own = PlannedLine { id: "own".into(), text: Some("I cook for Dana.".into()), ..PlannedLine::default() };
        let plan = PitchPlan { seconds, words_a_minute: 120, lines: vec![own], ..PitchPlan::default() };
        let brief = Brief { stories: vec![story], plans: vec![plan], ..Brief::default() };
        Self { report: engine.analyze(&notes, &brief), interviews }
    }

    pub fn lines(&self) -> Vec<&SpokenLine> {
        self.report.pitches[0].lines.iter().collect()
    }

    /// With every quote that there is, and with the names that may be shown.
    pub fn source(&self, shown: &[&str]) -> Source {
        let parties = parties(self.interviews.iter().map(|interview| &**interview));
        let keys = parties.iter().filter(|party| shown.contains(&party.name.as_str())).map(|party| party.key.clone());
        let redaction = Redaction::new(&parties, &keys.collect::<Vec<_>>());
        let lines = self.lines();
        let all = lines.iter().flat_map(|line| {
            let find = |note: &str| self.interviews.iter().find(|interview| interview.id == note);
            super::passages(line, &self.report, move |note| find(note).map(|interview| &**interview))
        });
        let quoted: Vec<_> = all.map(|passage| passage.anchor).collect();
        Source::new(&lines, &self.report, &self.interviews, &quoted, &redaction, 120)
    }
}
