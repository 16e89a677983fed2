//! Records made of bytes: any bytes make some records, so whoever chooses bytes chooses records.

use refrain_core::{Anchor, Decision, PlannedLine, PointAnchor};

use crate::state::{
    AboutNeed, Advice, Asking, Call, Contact, Courtesy, Date, Decided, Favour, FollowUp, Glad, Interview, Key, Kind,
    KnownAs, Narrative, Plan, Practice, Question, Questions, Record, Reply, Settings, Stage, Status, Story, Value,
    Version,
};

/// What has broken programs that keep text.
const ODD: [&str; 24] = [
    "",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{2028}",
    "\u{feff}",
    "\u{202e}evil\u{202c}",
    "\u{200d}",
    "e\u{301}\u{301}",
    "👩‍👩‍👧",
    "\u{10ffff}",
    "\u{fffd}",
    "日本語",
    "שלום",
    "\"",
    "\\",
    "\r\n",
    "=1+1",
    "'=1",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    "__proto__",
    "\u{d7ff}\u{e000}",
    "  ",
];

/// Reads numbers off the bytes, and zeros after their end.
pub struct Dice<'a> {
    bytes: std::slice::Iter<'a, u8>,
}

impl<'a> Dice<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter() }
    }

    pub fn is_empty(&self) -> bool {
        self.bytes.as_slice().is_empty()
    }

    /// From 0 to `below` - 1.
    pub fn below(&mut self, below: usize) -> usize {
        let byte = usize::from(self.bytes.next().copied().unwrap_or_default());
        byte % below.max(1)
    }

    fn number(&mut self) -> u32 {
        (0..4).fold(0, |number, _| number << 8 | u32::from(self.bytes.next().copied().unwrap_or_default()))
    }

    fn is(&mut self) -> bool {
        self.below(2) == 1
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> Option<T> {
        all.get(self.below(all.len())).copied()
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        for _ in 0..self.below(4) {
            match self.below(3) {
                0 => text.push_str(self.one_of(&ODD).unwrap_or_default()),
                1 => text.push_str("You stay calm, Ottoline. "),
                _ => text.extend(char::from_u32(self.number() % 0x11_0000)),
            }
        }
        text
    }

    fn maybe<T>(&mut self, make: fn(&mut Self) -> T) -> Option<T> {
        self.is().then(|| make(self))
    }

    fn some<T>(&mut self, make: fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(4)).map(|_| make(self)).collect()
    }

    fn date(&mut self) -> Option<Date> {
        let (year, month, day) = (self.number() % 10_000, self.below(14), self.below(33));
        Date::new(u16::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
    }

    fn anchor(&mut self) -> Anchor {
        Anchor { note: self.text(), words: self.text() }
    }

    fn point(&mut self) -> PointAnchor {
        self.some(Self::anchor)
    }

    fn decision(&mut self) -> Decision {
        match self.below(9) {
            0 => Decision::Merge { these: self.point(), those: self.point() },
            1 => Decision::Apart { these: self.point(), those: self.point() },
            2 => Decision::Move { mention: self.anchor(), to: self.point() },
            3 => Decision::Rename { point: self.point(), label: self.text() },
            4 => Decision::Hide { point: self.point() },
            5 => Decision::Pin { point: self.point() },
            6 => Decision::Doubt { mention: self.anchor() },
            7 => Decision::Strength { mention: self.anchor() },
            _ => Decision::NotCliche { point: self.point() },
        }
    }

    fn line(&mut self) -> PlannedLine {
        PlannedLine {
            id: self.text(),
            point: self.point(),
            text: self.maybe(Self::text),
            offered: self.text(),
            at: self.maybe(Self::number),
            pinned: self.is(),
            left_out: self.is(),
        }
    }

    fn favour(&mut self) -> Favour {
        let values = [Value::Advice, Value::Introduction, Value::Referral, Value::Article, Value::Ear];
        Favour {
            what: self.one_of(&values).unwrap_or_default(),
            asked: self.is(),
            date: self.date(),
            note: self.text(),
        }
    }

    fn follow_up(&mut self) -> FollowUp {
        let what = [Courtesy::Thanks, Courtesy::GraciousThanks, Courtesy::Connect, Courtesy::Support];
        FollowUp {
            what: self.one_of(&what).unwrap_or(Courtesy::Thanks),
            status: self.one_of(&[Status::Open, Status::Done, Status::NotApplicable]).unwrap_or_default(),
            due: self.date(),
            settled: self.date(),
            note: self.text(),
        }
    }

    fn interview(&mut self, id: String) -> Interview {
        Interview {
            id,
            who: self.text(),
            company: self.text(),
            stage: self.maybe(|dice| dice.one_of(&Stage::ALL)).flatten(),
            date: self.date(),
            answer: self.text(),
            asking: self.one_of(&Asking::ALL).unwrap_or_default(),
        }
    }

    /// The record that stands under this key. Every field of every kind is named, so that a new one is thought of here.
    pub fn record(&mut self, key: Key) -> Record {
        let id = key.id;
        match key.kind {
            Kind::Interview => self.interview(id).into(),
            Kind::Decided => Decided { id, decision: self.decision() }.into(),
            Kind::Story => Story {
                id,
                point: self.point(),
                claim: self.text(),
                happened: self.text(),
                did: self.text(),
                result: self.text(),
            }
            .into(),
            Kind::Version => {
                Version { id, name: self.text(), seconds: self.number(), lines: self.some(Self::line) }.into()
            }
            Kind::Practice => {
                Practice { id, date: self.date(), seconds: self.number(), words: self.number(), version: self.text() }
                    .into()
            }
            Kind::Reply => Reply { id, doubt: self.anchor(), text: self.text() }.into(),
            Kind::Contact => Contact {
                id,
                known_as: self.some(|dice| KnownAs { name: dice.text(), company: dice.text() }),
                how_met: self.text(),
                common_ground: self.text(),
                looks_for: self.text(),
                champion: self.is(),
                favours: self.some(Self::favour),
            }
            .into(),
            Kind::Call => Call {
                id,
                interview: self.text(),
                bring_up: self.text(),
                questions: self.some(|dice| Question { ask: dice.text(), answer: dice.text() }),
                line: self.text(),
                remembered: self.text(),
                glad: self.one_of(&[None, Some(Glad::Yes), Some(Glad::Unsure), Some(Glad::No)]).flatten(),
                follow_ups: self.some(Self::follow_up),
            }
            .into(),
            Kind::Plan => Plan {
                id,
                role: self.text(),
                company: self.text(),
                made: self.date(),
                asks: self.text(),
                about: self.some(|dice| AboutNeed {
                    need: dice.text(),
                    left_out: dice.is(),
                    met_by: dice.some(Self::point),
                    not_met_by: dice.some(Self::point),
                    own: dice.text(),
                }),
                months: [self.text(), self.text(), self.text()],
            }
            .into(),
            Kind::Advice => Advice {
                id,
                to: self.text(),
                company: self.text(),
                made: self.date(),
                drew_me: self.text(),
                who_i_am: self.text(),
                to_learn: self.text(),
                how_little: self.text(),
                in_return: self.text(),
                is_writing: self.is(),
                article: self.text(),
                sent: self.date(),
            }
            .into(),
            Kind::Questions => Questions { id, list: self.some(Self::text) }.into(),
            Kind::Narrative => {
                Narrative { id, text: self.text(), written: self.date(), let_go: self.some(Self::text) }.into()
            }
            Kind::Settings => Settings {
                id,
                words_a_minute: self.number(),
                askings_each: self.number(),
                recruiters: self.number(),
                version: self.text(),
                is_key_on: self.is(),
                kept_phrases: self.some(Self::text),
                shown: self.some(Self::text),
                quoted: self.some(Self::anchor),
                last_backup: self.date(),
                remind_after: self.number() as u16,
                reminded: self.date(),
            }
            .into(),
        }
    }

    /// Some key; the same ones come again, and ids of two kinds of papers never meet.
    pub fn key(&mut self) -> Key {
        let kind = self.one_of(&Kind::ALL).unwrap_or(Kind::Interview);
        let number = self.below(12);
        let id = match kind.only_id() {
            Some(id) => id.to_owned(),
            None if number == 0 && kind == Kind::Version => String::new(),
            None => format!("{}-{number}", kind.name()),
        };
        Key { kind, id }
    }

    /// One for each key that comes up.
    pub fn records(mut self) -> Vec<Record> {
        let mut records = Vec::new();
        while !self.is_empty() {
            let key = self.key();
            records.push(self.record(key));
        }
        records
    }

    pub fn interviews(mut self) -> Vec<Interview> {
        let mut interviews = Vec::new();
        while !self.is_empty() {
            let id = format!("i-{}", interviews.len());
            interviews.push(self.interview(id));
        }
        interviews
    }
}
