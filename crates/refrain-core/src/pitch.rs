//! The pitch: one whole first-person sentence for each point, made only of words that people said.

use crate::first_person::{Candidate, first_person};
use crate::report::{PitchLine, Point};

/// Lines for the points that recur, in their order; clichés and single remarks stay out, unless nothing recurs at all.
pub(crate) fn pitch(points: &[Point], candidate: &Candidate) -> Vec<PitchLine> {
    let recurring = points.iter().any(|p| !p.cliche && p.interviews > 1);
    points
        .iter()
        .filter(|p| !p.cliche && (p.interviews > 1 || !recurring))
        .map(|point| line(point, candidate))
        .collect()
}

/// The first rendering that is sure, of the label and then of the other mentions; else that of the label.
fn line(point: &Point, candidate: &Candidate) -> PitchLine {
    let wordings = std::iter::once(&point.label).chain(point.mentions.iter().map(|m| &m.text));
    let sure = wordings.map(|text| first_person(text, Some(candidate))).find(|r| r.sure);
    let rendered = sure.unwrap_or_else(|| first_person(&point.label, Some(candidate)));
    let stop = if rendered.text.ends_with(['.', '!', '?']) { "" } else { "." };
    PitchLine { text: format!("{}{stop}", rendered.text), point: point.id.clone(), unsure: !rendered.sure }
}
