//! The slanted stroke: one for each interview that made the point.

use std::fmt::Write;

use yew::prelude::*;

/// More interviews than this, and those that did not make the point lose their dots.
const MOST_WITH_DOTS: usize = 24;
/// As many slots, eight pixels apart, stand in a row of the margin, which is 112 pixels wide.
const SLOTS_IN_ROW: usize = 14;
/// As many strokes alone, in fives.
const STROKES_IN_ROW: usize = 20;
const ROW_HEIGHT: usize = 18;
/// As many strokes are drawn at most, in ten rows; the words beside them tell how many there would be. Nobody counts so many.
const MOST_STROKES: usize = 200;

/// What a stroke stands for. Its shape says it before its colour does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Point,
    Cliche,
    /// Leans the other way.
    Doubt,
}

/// "4 of 7 interviews", in strokes and in words, as it stands in the margin. `made_in` are the places of the interviews that made the
/// point, among `all` in time order.
pub fn margin(made_in: &[usize], all: usize, kind: Kind) -> Html {
    let drawing = Drawing::new(made_in, all, kind);
    let words = of_interviews(made_in.len(), all);
    let name = match kind {
        Kind::Point => "point",
        Kind::Cliche => "cliche",
        Kind::Doubt => "doubt",
    };
    html! {
        <span class="m">
            <svg
                class="marks"
                data-kind={name}
                width={drawing.width.to_string()}
                height={drawing.height.to_string()}
                viewBox={format!("0 0 {} {}", drawing.width, drawing.height)}
                role="img"
                aria-label={words.clone()}
            >
                <path class="on" d={drawing.strokes} />
                <path class="off" d={drawing.dots} />
            </svg>
            <span class="meta num" aria-hidden="true">{ words }</span>
        </span>
    }
}

/// "4 of 7 interviews"
#[must_use]
pub fn of_interviews(count: usize, all: usize) -> String {
    format!("{count} of {all} interview{}", if all == 1 { "" } else { "s" })
}

/// Only the strokes, closer together; what they count stands beside them in words, also where it is more than can be drawn.
pub fn short_marks(count: usize) -> Html {
    const MOST: usize = 60;
    let count = count.min(MOST);
    let width = count * 6;
    let mut strokes = String::new();
    for at in 0..count {
        stroke(&mut strokes, at * 60 + 8, 115, at * 60 + 44, 5);
    }
    html! {
        <svg class="marks" width={width.to_string()} height="12" viewBox={format!("0 0 {width} 12")} aria-hidden="true">
            <path class="on" d={strokes} />
        </svg>
    }
}

/// The single stroke in the margin of a quote.
pub fn one_mark() -> Html {
    html! {
        <svg class="marks one" width="6" height="16" viewBox="0 0 6 16" aria-hidden="true">
            <path class="on" d="M.8 15.5L5 .5" />
        </svg>
    }
}

/// Paths, in SVG's words, and measures of a row of marks, in CSS pixels.
#[derive(Debug, PartialEq)]
struct Drawing {
    strokes: String,
    dots: String,
    width: usize,
    height: usize,
}

impl Drawing {
    fn new(made_in: &[usize], all: usize, kind: Kind) -> Self {
        let mut drawing = Self { strokes: String::new(), dots: String::new(), width: 0, height: 14 };
        for ((x, y), said) in places(made_in, all) {
            let (left, right) = (x * 10 + 5, x * 10 + 47);
            let (bottom, top) = if kind == Kind::Doubt { (right, left) } else { (left, right) };
            if said {
                stroke(&mut drawing.strokes, bottom, y * 10 + 135, top, y * 10 + 5);
            } else {
                let _ = write!(drawing.dots, "M{}.6 {}a1 1 0 1 0 .01 0z", x + 1, y + 11);
            }
            drawing.width = drawing.width.max(x + 6);
            drawing.height = drawing.height.max(y + 14);
        }
        drawing
    }
}

/// A line from one place to another, in tenths of a pixel, which need no floating point.
fn stroke(path: &mut String, x1: usize, y1: usize, x2: usize, y2: usize) {
    for (letter, value) in [('M', x1), (' ', y1), ('L', x2), (' ', y2)] {
        let _ = write!(path, "{letter}{}.{}", value / 10, value % 10);
    }
}

/// Where each mark stands, in pixels, and whether it is a stroke.
fn places(made_in: &[usize], all: usize) -> Vec<((usize, usize), bool)> {
    if all <= MOST_WITH_DOTS {
        let place = |at: usize| (at % SLOTS_IN_ROW * 8, at / SLOTS_IN_ROW * ROW_HEIGHT);
        return (0..all).map(|at| (place(at), made_in.contains(&at))).collect();
    }
    (0..made_in.len().min(MOST_STROKES))
        .map(|at| {
            let (line, column) = (at / STROKES_IN_ROW, at % STROKES_IN_ROW);
            ((column * 5 + column / 5 * 3, line * ROW_HEIGHT), true)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_and_dots_stand_in_time_order() {
        let drawing = Drawing::new(&[0, 2], 3, Kind::Point);
        assert_eq!(drawing.strokes, "M0.5 13.5L4.7 0.5M16.5 13.5L20.7 0.5");
        assert_eq!(drawing.dots, "M9.6 11a1 1 0 1 0 .01 0z");
        assert_eq!((drawing.width, drawing.height), (22, 14));
    }

    #[test]
    fn doubts_lean_the_other_way() {
        assert_eq!(Drawing::new(&[0], 1, Kind::Doubt).strokes, "M4.7 13.5L0.5 0.5");
    }

    #[test]
    fn many_interviews_lose_their_dots_and_very_many_wrap() {
        let every = |step| (0..60).step_by(step).collect::<Vec<_>>();
        assert_eq!(Drawing::new(&every(2), 60, Kind::Point).dots, "");
        assert_eq!(Drawing::new(&every(1), 60, Kind::Point).height, 14 + 2 * ROW_HEIGHT);
    }

    #[test]
    fn any_number_fits_the_margin() {
        for count in (1..=120).chain([100_000]) {
            let drawing = Drawing::new(&(0..count).collect::<Vec<_>>(), count, Kind::Point);
            assert!(drawing.width <= 112, "{count} interviews take {} pixels", drawing.width);
            assert!(drawing.height <= 180, "{count} interviews are {} pixels high", drawing.height);
        }
    }
}
