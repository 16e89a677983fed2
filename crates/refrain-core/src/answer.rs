//! From notes to a report: the order in which the other parts do their work.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::aside::set_aside;
use crate::brief::{Brief, Decision};
use crate::compare::comparison;
use crate::decide::{Decided, Group, Parted, decide, verdicts};
use crate::find::{Clauses, Places};
use crate::fit::fits;
use crate::hear::{Heard, Said, hear};
use crate::language::{Traits, language};
use crate::lexicon::Knowledge;
use crate::line::{Attempt, Speakers, Wording, lines, quoted};
use crate::memo::Memo;
use crate::normal::{Token, tokens};
use crate::pitch::{asks_for_singles, pitches, plain_lines};
use crate::points::{Ranked, Remarks};
use crate::rank::order;
use crate::reading::{Reading, read_words};
use crate::report::{Language, Note, Obsolete, Point, Report};
use crate::suggest::suggestions;
use crate::voice::{Voice, base};

/// What the engine remembers from one question to the next.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    texts: Memo<String, Text>,
    /// The number of the next new text.
    next: usize,
    attempts: Memo<Wording, Vec<Attempt>>,
    language: Language,
}

/// A text, and what is known of it by itself.
#[derive(Debug)]
pub(crate) struct Text {
    /// No other text that is remembered at the same time has the same.
    pub(crate) number: usize,
    pub(crate) voice: Voice,
    traits: Traits,
    /// Until it is read.
    words: RefCell<Vec<Token>>,
    /// Read once the language is known.
    reading: OnceCell<Reading>,
}

impl Text {
    /// What `text`, which it stands for, says.
    fn reading(&self, text: &str, knowledge: &Knowledge) -> &Reading {
        self.reading.get_or_init(|| read_words(text, self.words.take(), knowledge))
    }
}

impl Memory {
    /// The texts of all notes, and their language.
    fn listen(&mut self, notes: &[Note]) -> (Vec<Rc<Text>>, Language) {
        let texts = self.texts_of(notes);
        let language = language(texts.iter().map(|text| text.traits));
        if language == self.language {
            return (texts, language);
        }
        // What was read in one language says nothing about another.
        *self = Self { language, ..Self::default() };
        (self.texts_of(notes), language)
    }

    fn texts_of(&mut self, notes: &[Note]) -> Vec<Rc<Text>> {
        let next = &mut self.next;
        let mut new = |text: &str| {
            *next += 1;
            let words = tokens(text);
            let (voice, traits) = (Voice::of(&words), Traits::of(text, &words));
            Text { number: *next, voice, traits, words: RefCell::new(words), reading: OnceCell::new() }
        };
        notes.iter().map(|note| self.texts.get(note.text.as_str(), || new(&note.text))).collect()
    }

    fn keep_used(&mut self) {
        self.texts.keep_used();
        self.attempts.keep_used();
    }
}

/// See [`Engine::analyze`](crate::Engine::analyze).
pub(crate) fn report(notes: &[Note], brief: &Brief, knowledge: &Knowledge, memory: &mut Memory) -> Report {
    let (texts, language) = memory.listen(notes);
    let nothing = Knowledge::of_no_language();
    let knowledge = if language == Language::English { knowledge } else { &nothing };
    let readings: Vec<&Reading> =
        notes.iter().zip(&texts).map(|(note, text)| text.reading(&note.text, knowledge)).collect();
    let mut obsolete = Vec::new();
    let clauses = Clauses::new(notes, &readings, knowledge);
    let verdicts = verdicts(&brief.decisions, &clauses, &mut obsolete);
    let Heard { remarks, doubts, mut dropped } = hear(notes, &readings, &verdicts, knowledge);
    let remarks = Remarks::new(&remarks, notes, knowledge);
    let (mut points, apart) = points(&remarks, &brief.decisions, &clauses, &mut obsolete);
    set_aside(&mut points, &mut dropped, &remarks, &clauses, brief);
    let suggestions = suggestions(&points, &apart, &remarks);
    let comparison = comparison(&brief.narrative, &points, &remarks, knowledge);
    let fits = fits(&brief.roles, &points, &remarks, knowledge);
    let places = Places::new(&points, &remarks, &clauses);
    let reworded = places.reworded(brief);
    let lines = match language {
        Language::English => {
            let speakers = Speakers::of(notes, &texts, usual_pronoun(remarks.remarks));
            lines(&points, &speakers, asks_for_singles(brief), &mut memory.attempts)
        }
        Language::Other => quoted(&points),
    };
    let points: Vec<Point> = points.into_iter().map(|ranked| ranked.point).collect();
    let pitch = plain_lines(&points, &lines);
    let pitches = pitches(&points, &lines, brief, &places);
    obsolete.sort_by_key(|o| o.decision);
    memory.keep_used();
    Report { points, doubts, pitch, pitches, fits, comparison, dropped, suggestions, obsolete, reworded, language }
}

/// The points in rank order, each with its remarks, and which remarks the user holds apart.
fn points(
    remarks: &Remarks<'_>,
    decisions: &[Decision],
    clauses: &Clauses<'_>,
    obsolete: &mut Vec<Obsolete>,
) -> (Vec<Ranked>, Vec<Parted>) {
    let ranked = |groups: Vec<Group>| {
        let mut points: Vec<Ranked> = groups
            .into_iter()
            .map(|mut group| {
                group.remarks.sort_unstable();
                let (mut point, wording) = remarks.point(&group.remarks);
                group.dress(&mut point);
                Ranked { point, wording, remarks: group.remarks }
            })
            .collect();
        points.sort_by(|a, b| order(&a.point, &b.point));
        points
    };
    let found = ranked(remarks.groups.iter().cloned().map(Group::of).collect());
    if decisions.is_empty() {
        return (found, Vec::new());
    }
    let groups = found.into_iter().map(|ranked| ranked.remarks).collect();
    let Decided { groups, apart } = decide(groups, decisions, remarks, clauses, obsolete);
    (ranked(groups), apart)
}

/// The pronoun by which most praise speaks of the candidate; none where the notes say "you" or "I" more often, because then "she" may be
/// the interviewer.
fn usual_pronoun(remarks: &[Said<'_>]) -> &'static str {
    let mut speaking: [BTreeSet<usize>; 4] = Default::default();
    for said in remarks {
        let class = match said.remark.tokens.first().map_or("", |token| base(&token.word)) {
            "you" | "your" | "i" | "my" => 0,
            "she" => 1,
            "he" => 2,
            "they" => 3,
            _ => continue,
        };
        speaking[class].insert(said.interview);
    }
    let [direct, she, he, they] = speaking.map(|interviews| interviews.len());
    [(she, "she"), (he, "he"), (they, "they")]
        .into_iter()
        .fold((direct / 2, ""), |best, next| if next.0 > best.0 { next } else { best })
        .1
}
