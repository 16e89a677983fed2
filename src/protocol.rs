//! What the page and the worker say to each other. Both are built from this file, so they always agree.

use refrain_core::{Blend, Brief, Note, Report};
use serde::{Deserialize, Serialize};

/// What is to be analysed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Asked {
    pub notes: Vec<Note>,
    pub brief: Brief,
}

/// From the page to the worker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    Analyse {
        id: u32,
        asked: Asked,
    },
    /// To be looked through for phrases that everybody uses.
    Heed {
        text: String,
    },
}

/// From the worker to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// The worker is up. What was sent to it before is lost.
    Ready,
    /// The answer to the request with the same `id`.
    Analysed { id: u32, report: Box<Report>, depth: Depth },
    /// What was found in a text. It is said once, when the catalogue is here or known not to come.
    Heeded { text: String, found: Vec<Blend> },
}

/// What an analysis could go by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Depth {
    /// The words alone, while the catalogue is on its way. A better answer follows.
    First,
    /// Words and catalogue.
    Full,
    /// The words alone, as the catalogue could not be fetched or read.
    WordsOnly,
}
