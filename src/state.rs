//! What the page knows and how it changes: one [`State`], one [`Action`] for everything that can happen, one [`reduce()`].
//!
//! Pure: no browser, no clock, no randomness. Ids and times arrive inside the actions, so all of it is tested natively.

pub mod advice;
mod anchor;
pub mod askings;
pub mod blending;
pub mod calls;
pub mod date;
pub mod decide;
#[cfg(test)]
pub(crate) mod examples;
pub mod fit;
mod grid;
mod history;
mod interview;
pub mod narrative;
mod notebook;
mod papers;
pub mod people;
pub mod pitch;
mod places;
pub mod practice;
mod record;
pub mod redact;
mod reduce;
pub mod reminder;
mod saves;
pub mod search;
mod settling;
pub mod sharing;
mod stage;
pub mod stories;

pub use anchor::meant;
pub use askings::Askings;
pub use date::Date;
pub use grid::{Extent, Grid, Group, Place, Row, Step as GridStep};
pub use history::{Change, History, Step};
pub use interview::{Asking, Field, Interview};
pub use notebook::{Analysis, AnalysisStatus, MOST_INTERVIEWS, Notebook};
pub use papers::{
    AboutNeed, Advice, Call, Contact, Courtesy, Decided, Favour, FollowUp, Glad, KnownAs, Narrative, Papers, Plan,
    Practice, Question, Questions, Reply, Settings, Status, Story, Value, Version,
};
pub use places::Places;
pub use record::{Key, Kind, Record};
pub use reduce::reduce;
pub use saves::{Save, Saved, Write, is_overwritten, joined};
pub use search::{Order, Search};
pub use settling::{Heard, Settling};
pub use stage::Stage;

use std::rc::Rc;

use refrain_core::{Blend, Report};

/// What the id of a draft begins with whose interview is gone.
const ADRIFT: char = '+';

/// Everything the page knows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct State {
    /// Before all else, so that two states of a long save are told apart at once and not after all that they hold.
    pub saving: Saving,
    /// The user's own interviews.
    pub mine: Notebook,
    /// An invented person's interviews, to look at. Never stored, never mixed with the user's.
    pub sample: Sample,
    pub history: History,
    pub storage: Storage,
    /// What is being written and not yet kept, so that looking at another screen loses no word of it: by the id of the
    /// interview being changed, the empty one for a new answer. Where the interview is gone, [`ADRIFT`] stands before its id.
    pub drafts: Vec<Interview>,
    /// Interviews as they were when the drafts of them were begun, or as this tab has changed them since. Of what was not there, none.
    begun: Vec<Rc<Interview>>,
    /// What is being written in other fields and not yet kept: by the field's id.
    pub texts: Vec<(String, String)>,
    /// Pasted notes that are not yet added.
    pub pasted: Rc<str>,
    /// The text of the user's own that the engine is to look through for phrases that everybody uses.
    pub heeded: Option<Rc<str>>,
    /// What it found, by the text, the last answer last.
    pub blends: Vec<(Rc<str>, Rc<[Blend]>)>,
    /// Another tab has saved something that could not be read here.
    pub is_behind: bool,
    /// What is being written would be lost with the page.
    pub drafts_at_risk: bool,
    /// The last thing done, to be told and perhaps undone.
    pub notice: Option<String>,
}

/// The sample is fetched when somebody asks to see it.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Sample {
    #[default]
    NotLoaded,
    Ready(Box<Notebook>),
    Failed(String),
}

/// Where the user's interviews are kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Storage {
    /// Still being opened: nothing may be said about what is there.
    #[default]
    Opening,
    /// The same, and nothing will be there before another tab, of an older Refrain, lets go of it.
    Held,
    /// In this browser. Records that could not be read are counted and left as they are.
    Kept { unreadable: usize },
    /// In this browser, by a newer Refrain: shown as far as this one can read it, and never written to.
    ReadOnly,
    /// Only as long as this page is open, and why.
    MemoryOnly(String),
}

/// How far the latest changes are on their way into the store.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saving {
    /// As many of those in flight are on their way; only where they are so many that it takes a while.
    pub under_way: usize,
    /// Not yet handed to the store, oldest first.
    pub pending: Vec<Change>,
    /// Handed to the store, not yet confirmed. Shared, as every state that comes meanwhile has it too.
    pub in_flight: Rc<[Change]>,
    /// Why the last write failed, until one succeeds.
    pub failed: Option<String>,
    order: saves::Order,
    /// What this tab's saves replaced of other tabs' work, until the user has been told. The store keeps it in any case.
    pub overwritten: Vec<Record>,
}

impl Storage {
    /// What is there is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(self, Self::Opening | Self::Held)
    }
}

impl Saving {
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.pending.is_empty() && self.in_flight.is_empty()
    }

    /// There is something to write, nothing under way, and the last try did not fail.
    #[must_use]
    pub fn is_due(&self) -> bool {
        !self.pending.is_empty() && self.in_flight.is_empty() && self.failed.is_none()
    }
}

/// Whose interviews are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Book {
    Mine,
    Sample,
}

/// Everything that can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A store was opened and read.
    Opened {
        records: Vec<Record>,
        storage: Storage,
        /// The number of the last save in it.
        last_save: u32,
    },

    /// Add an interview, or replace the one with the same id.
    Keep(Interview),
    /// Add several at once, undone in one step.
    Import(Vec<Interview>),
    Delete(String),
    /// Any other act that changes records: what was done, as a sentence without a full stop, and what each record becomes.
    Change {
        what: String,
        changes: Vec<(Key, Option<Record>)>,
    },
    /// A field was written in; `start` is what the draft begins as where there is none with its id.
    Draft {
        start: Interview,
        field: Field,
        value: String,
    },
    /// The draft with this id is not wanted any more.
    Discard(String),
    Paste(Rc<str>),
    /// What was being written when the page was left.
    DraftsFound(Vec<Action>),
    DraftFound {
        draft: Interview,
        begun_from: Option<Interview>,
    },
    /// Whether what is being written would survive a reload.
    DraftsKept(bool),
    /// The field with this id was written in, and is not yet kept; `None` when it is kept or given up.
    Write {
        field: String,
        text: Option<String>,
    },
    /// A backup was saved on this day. No step to undo: the file stays where it is.
    BackedUp(Date),
    Undo,
    Redo,
    DismissNotice,

    /// As many of the oldest waiting writes were handed to the store.
    WriteStarted(usize),
    /// So many of them are on their way.
    Writing(usize),
    Written(Saved),
    /// Another tab has written something.
    WrittenElsewhere(Save),
    /// The same, but it could not be read.
    Missed,
    /// What was true of the store is so no more.
    StorageChanged(Storage),
    /// The first of what was overwritten is brought back, or, with `false`, left beside what replaced it.
    SettleOverwritten(bool),
    WriteFailed(String),
    TryWriteAgain,

    SampleLoaded(Vec<Record>),
    SampleFailed(String),

    /// Look through this text of the user's own for phrases that everybody uses.
    Heed(Rc<str>),
    /// What the engine found in it.
    Heeded {
        text: Rc<str>,
        found: Rc<[Blend]>,
    },
    /// The report for the interviews as they were at `revision`.
    Analysed {
        book: Book,
        revision: u64,
        report: Rc<Report>,
        status: AnalysisStatus,
    },
    AnalysisFailed {
        book: Book,
        revision: u64,
        why: String,
    },
}

impl State {
    /// What is being written of the interview with this id.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<&Interview> {
        self.drafts.iter().find(|draft| draft.id == id)
    }

    /// What the form for a new answer holds: what was begun there, else what was written about an interview that is gone.
    #[must_use]
    pub fn new_answer(&self) -> Option<&Interview> {
        let is_new = |draft: &&Interview| draft.id.is_empty() || draft.id.starts_with(ADRIFT);
        self.drafts.iter().filter(is_new).min_by_key(|draft| draft.id.len())
    }

    /// The interview with this id as it was when the draft of it was begun.
    #[must_use]
    pub fn begun_from(&self, id: &str) -> Option<&Interview> {
        self.begun.iter().find(|interview| interview.id == id).map(Rc::as_ref)
    }

    /// What is being written in the field with this id.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.texts.iter().find(|(other, _)| other == field).map(|(_, text)| text.as_str())
    }

    /// The notebook to show: the user's own, or the sample once it is there.
    #[must_use]
    pub fn book(&self, book: Book) -> Option<&Notebook> {
        match (book, &self.sample) {
            (Book::Mine, _) => Some(&self.mine),
            (Book::Sample, Sample::Ready(notebook)) => Some(notebook),
            (Book::Sample, _) => None,
        }
    }

    fn book_mut(&mut self, book: Book) -> Option<&mut Notebook> {
        match (book, &mut self.sample) {
            (Book::Mine, _) => Some(&mut self.mine),
            (Book::Sample, Sample::Ready(notebook)) => Some(notebook),
            (Book::Sample, _) => None,
        }
    }
}
