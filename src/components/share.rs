//! The pitch on its way out, and the parts by which a plan goes out too: its shape, what of names and quotes goes along, a preview of exactly that, and the ways to take it.

mod out;
mod screen;
mod sheet;
mod ticks;

pub use out::{Out, rich};
pub use screen::Share;
pub use sheet::sheet;
pub use ticks::names;

use std::rc::Rc;

use refrain_core::Anchor;

use crate::export::Source;
use crate::state::pitch::{composed, in_order, name_of};
use crate::state::redact::{Party, Redaction, parties};
use crate::state::{Notebook, Settings, Version};

/// What leaves, and who could be named in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaving {
    pub source: Source,
    pub parties: Vec<Party>,
    /// The name of the version, which goes out as title and file name.
    pub title: String,
}

/// The shown version of a pitch as it may leave.
pub fn leaving(notebook: &Notebook, version: &Version, settings: &Settings, quoted: &[Anchor]) -> Leaving {
    let analysis = &notebook.analysis;
    let interviews: &[Rc<_>] = &analysis.interviews;
    let Some(pitch) = composed(&analysis.report, version) else { return Leaving::default() };
    let parties = parties(notebook.in_time_order().iter().map(|interview| &**interview));
    let redaction = Redaction::new(&parties, &settings.shown);
    let lines = in_order(version, pitch);
    let mut source = Source::new(&lines, &analysis.report, interviews, quoted, &redaction, settings.words_a_minute);
    let title = redaction.text(name_of(version));
    source.named.extend(redaction.named(name_of(version)));
    source.named.sort_unstable();
    source.named.dedup();
    Leaving { source, parties, title }
}
