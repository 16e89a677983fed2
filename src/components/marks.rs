//! The slanted stroke: one for each interview that made the point.

use std::fmt::Write;

use yew::prelude::*;

/// More interviews than this, and those that did not make the point lose their dots.
const MOST_WITH_DOTS: usize = 24;
/// More strokes than this stand in rows.
const MOST_IN_ONE_ROW: usize = 40;
const ROW: usize = 20;
const ROW_HEIGHT: f32 = 18.0;

/// What a stroke stands for. Its shape says it before its colour does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Point,
    Cliche,
    /// Leans the other way.
    Doubt,
}

#[derive(Properties, PartialEq)]
pub struct MarksProps {
    /// One for each answered interview in time order: did it make the point?
    pub slots: Vec<bool>,
    pub kind: Kind,
}

/// "4 of 7 interviews", in strokes.
#[component]
pub fn Marks(props: &MarksProps) -> Html {
    let drawing = Drawing::new(&props.slots, props.kind);
    let count = props.slots.iter().filter(|said| **said).count();
    let kind = match props.kind {
        Kind::Point => None,
        Kind::Cliche => Some("quiet"),
        Kind::Doubt => Some("doubt"),
    };
    html! {
        <svg
            class={classes!("marks", kind)}
            width={drawing.width.to_string()}
            height={drawing.height.to_string()}
            viewBox={format!("0 0 {} {}", drawing.width, drawing.height)}
            role="img"
            aria-label={of_interviews(count, props.slots.len())}
        >
            <path class="on" d={drawing.strokes} />
            <path class="off" d={drawing.dots} />
        </svg>
    }
}

/// "4 of 7 interviews"
#[must_use]
pub fn of_interviews(count: usize, all: usize) -> String {
    format!("{count} of {all} interview{}", if all == 1 { "" } else { "s" })
}

#[derive(Properties, PartialEq)]
pub struct ShortMarksProps {
    pub count: usize,
}

/// Only the strokes, closer together; what they count stands beside them in words.
#[component]
pub fn ShortMarks(props: &ShortMarksProps) -> Html {
    let count = props.count.min(MOST_WITH_DOTS);
    let width = count * 6;
    let strokes: String = (0..count).fold(String::new(), |mut path, at| {
        let _ = write!(path, "M{} 11.5L{} .5", at as f32 * 6.0 + 0.8, at as f32 * 6.0 + 4.4);
        path
    });
    html! {
        <svg class="marks" width={width.to_string()} height="12" viewBox={format!("0 0 {width} 12")} aria-hidden="true">
            <path class="on" d={strokes} />
        </svg>
    }
}

/// The single stroke in the margin of a quote.
#[component]
pub fn OneMark() -> Html {
    html! {
        <svg class="marks one" width="6" height="16" viewBox="0 0 6 16" aria-hidden="true">
            <path class="on" d="M.8 15.5L5 .5" />
        </svg>
    }
}

/// Paths and measures of a row of marks, in CSS pixels.
#[derive(Debug, PartialEq)]
struct Drawing {
    strokes: String,
    dots: String,
    width: f32,
    height: f32,
}

impl Drawing {
    fn new(slots: &[bool], kind: Kind) -> Self {
        let (mut strokes, mut dots) = (String::new(), String::new());
        let (mut width, mut height) = (0.0_f32, 14.0_f32);
        for (at, said) in places(slots) {
            let (x, y) = at;
            let (bottom, top) = if kind == Kind::Doubt { (x + 4.2, x) } else { (x, x + 4.2) };
            if said {
                let _ = write!(strokes, "M{:.1} {:.1}L{:.1} {:.1}", bottom + 0.5, y + 13.5, top + 0.5, y + 0.5);
            } else {
                let _ = write!(dots, "M{:.1} {:.1}a1 1 0 1 0 .01 0z", x + 1.6, y + 11.0);
            }
            width = width.max(x + 6.0);
            height = height.max(y + 14.0);
        }
        Self { strokes, dots, width, height }
    }
}

/// Where each mark stands, and whether it is a stroke.
fn places(slots: &[bool]) -> Vec<((f32, f32), bool)> {
    if slots.len() <= MOST_WITH_DOTS {
        return slots.iter().enumerate().map(|(at, said)| ((at as f32 * 8.0, 0.0), *said)).collect();
    }
    let count = slots.iter().filter(|said| **said).count();
    let row = if count > MOST_IN_ONE_ROW { ROW } else { MOST_IN_ONE_ROW };
    (0..count)
        .map(|at| {
            let (line, column) = (at / row, at % row);
            ((column as f32 * 5.0 + (column / 5) as f32 * 3.0, line as f32 * ROW_HEIGHT), true)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_and_dots_stand_in_time_order() {
        let drawing = Drawing::new(&[true, false, true], Kind::Point);
        assert_eq!(drawing.strokes, "M0.5 13.5L4.7 0.5M16.5 13.5L20.7 0.5");
        assert_eq!(drawing.dots, "M9.6 11.0a1 1 0 1 0 .01 0z");
        assert_eq!((drawing.width, drawing.height), (22.0, 14.0));
    }

    #[test]
    fn doubts_lean_the_other_way() {
        assert_eq!(Drawing::new(&[true], Kind::Doubt).strokes, "M4.7 13.5L0.5 0.5");
    }

    #[test]
    fn many_interviews_lose_their_dots_and_very_many_wrap() {
        let some: Vec<bool> = (0..30).map(|at| at % 2 == 0).collect();
        assert_eq!(Drawing::new(&some, Kind::Point).dots, "");
        let all = Drawing::new(&[true; 60], Kind::Point);
        assert_eq!(all.height, 14.0 + 2.0 * ROW_HEIGHT);
        assert!(all.width <= 112.0, "fits the margin: {}", all.width);
    }
}
