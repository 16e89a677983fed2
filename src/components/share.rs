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
use yew::prelude::*;

use crate::export::Source;
use crate::state::pitch::{composed, in_order, name_of};
use crate::state::redact::{Party, Redaction, parties};
use crate::state::{Interview, Notebook, Settings, Version};

/// What leaves, and who could be named in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Leaving {
    pub source: Source,
    /// The name of the version, which goes out as title and file name.
    pub title: String,
}

/// Everybody and every company that could be named, and what takes out those that may not be.
#[derive(Debug, PartialEq, Eq)]
pub struct Names {
    pub parties: Vec<Party>,
    pub redaction: Redaction,
}

/// The names in these interviews, those without an answer too: somebody who gave none may still be spoken of. `shown` are the keys of those
/// that may be named.
pub fn names_in(interviews: &[Rc<Interview>], shown: &[String]) -> Names {
    let parties = parties(interviews.iter().map(Rc::as_ref));
    let redaction = Redaction::new(&parties, shown);
    Names { parties, redaction }
}

/// The same for a screen that is drawn with every letter: made anew only when an interview or a tick is another. Not optimised it
/// took 40 ms for 60 interviews and 340 ms for 1,000.
#[hook]
pub fn use_names(interviews: &[Rc<Interview>], shown: &[String]) -> Rc<Names> {
    use_memo((interviews.to_vec(), shown.to_vec()), |(interviews, shown)| names_in(interviews, shown))
}

/// The shown version of a pitch as it may leave.
pub fn leaving(
    notebook: &Notebook,
    version: &Version,
    settings: &Settings,
    quoted: &[Anchor],
    names: &Names,
) -> Leaving {
    let analysis = &notebook.analysis;
    let Some(pitch) = composed(&analysis.report, version) else { return Leaving::default() };
    let redaction = &names.redaction;
    let lines = in_order(version, pitch);
    let mut source =
        Source::new(&lines, &analysis.report, &analysis.interviews, quoted, redaction, settings.words_a_minute);
    let title = redaction.text(name_of(version));
    source.named.extend(redaction.named(name_of(version)));
    source.named.sort_unstable();
    source.named.dedup();
    Leaving { source, title }
}
