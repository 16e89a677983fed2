//! The drawing of how the story settles: for each interview a stroke for every point, outlined where it was new. Measured
//! once, for the screen and for the picture alike.

use std::fmt::Write;
use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Date, Heard, Interview, Settling};

/// The chart's width, and what is left free at its sides, in pixels.
pub const WIDTH: usize = 300;
const SIDE: usize = 8;
/// With fewer interviews they do not stand further apart, in tenths of a pixel as everything below.
const WIDEST_STEP: usize = 290;
/// The height for the tallest column, and the most and least for one stroke.
const TALLEST: usize = 1600;
const UNIT: (usize, usize) = (30, 200);
/// Days stand under the columns if these are as far apart; months at least so far from one another.
const ROOM_FOR_DAY: usize = 190;
const ROOM_FOR_MONTH: usize = 300;

/// Paths, in SVG's words, and what is written under the columns.
#[derive(Debug, PartialEq, Eq)]
pub struct Chart {
    /// Heard again.
    pub strokes: String,
    /// How thick these are, in tenths of a pixel.
    pub thickness: usize,
    /// First heard, as outlines.
    pub outlines: String,
    /// Where the columns stand, in pixels from above.
    pub base: usize,
    /// In pixels; the width is [`WIDTH`].
    pub height: usize,
    /// Column's centre and baseline of the text, in pixels.
    pub labels: Vec<(usize, usize, String)>,
}

impl Chart {
    /// `heard` is of the latest of the interviews, or of all.
    #[must_use]
    pub fn new(heard: &[Heard], interviews: &[Rc<Interview>]) -> Self {
        let interviews = &interviews[interviews.len().saturating_sub(heard.len())..];
        let step = ((WIDTH - 2 * SIDE) * 10 / heard.len().max(1)).min(WIDEST_STEP);
        let tallest = heard.iter().map(|heard| heard.new + heard.again).max().unwrap_or(0);
        let unit = (TALLEST / tallest.max(1)).clamp(UNIT.0, UNIT.1);
        let base = (tallest * unit).div_ceil(10) + SIDE;
        let mut chart = Self {
            strokes: String::new(),
            thickness: (step * 2 / 5).min(unit / 4).clamp(8, 31),
            outlines: String::new(),
            base,
            height: base + 4,
            labels: Vec::new(),
        };
        let centre = |at: usize| SIDE * 10 + at * step + step / 2;
        for (at, Heard { new, again }) in heard.iter().enumerate() {
            for level in 0..new + again {
                let (bottom, top) = (base * 10 - 40 - level * unit, base * 10 - 40 - level * unit - unit * 3 / 4);
                let lean = (step / 5).min(unit / 8).min(24);
                let (left, right) = (centre(at) - lean, centre(at) + lean);
                if level < *again {
                    let _ = write!(chart.strokes, "M{} {}L{} {}", px(left), px(bottom), px(right), px(top));
                } else {
                    let half = chart.thickness / 2;
                    let path = &mut chart.outlines;
                    let _ = write!(path, "M{} {}H{}", px(left - half), px(bottom), px(left + half));
                    let _ = write!(path, "L{} {}H{}Z", px(right + half), px(top), px(right - half));
                }
            }
        }
        chart.write_dates(interviews, step, centre);
        chart
    }

    fn write_dates(&mut self, interviews: &[Rc<Interview>], step: usize, centre: impl Fn(usize) -> usize) {
        let (has_days, mut month_before, mut free_from) = (step >= ROOM_FOR_DAY, String::new(), 0);
        let month_line = self.base + if has_days { 28 } else { 14 };
        for (at, date) in interviews.iter().map(|interview| interview.date.map(Date::short)).enumerate() {
            let Some((day, month)) = date.as_deref().and_then(|date| date.split_once(' ')) else { continue };
            if has_days {
                self.labels.push((centre(at) / 10, self.base + 14, day.to_owned()));
                self.height = self.height.max(self.base + 18);
            }
            if month_before != month && centre(at) >= free_from {
                self.labels.push((centre(at) / 10, month_line, month.to_owned()));
                self.height = self.height.max(month_line + 4);
                free_from = centre(at) + ROOM_FOR_MONTH;
                month.clone_into(&mut month_before);
            }
        }
    }
}

/// Tenths of a pixel as pixels.
pub fn px(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The chart on the screen.
pub fn chart(settling: &Settling, interviews: &[Rc<Interview>]) -> Html {
    let chart = Chart::new(settling.latest(), interviews);
    html! {
        <svg
            class="marks chart"
            viewBox={format!("0 0 {WIDTH} {}", chart.height)}
            stroke-width={px(chart.thickness)}
            role="img"
            aria-label={settling.in_words()}
        >
            <path class="on" d={chart.strokes} />
            <path class="new" d={chart.outlines} />
            <path class="ax" d={format!("M{SIDE} {}H{}", chart.base, WIDTH - SIDE)} />
            { for chart.labels.into_iter().map(|(x, y, text)| html! {
                <text x={x.to_string()} y={y.to_string()} text-anchor="middle">{ text }</text>
            }) }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(count: usize, heard: &[(usize, usize)]) -> Chart {
        let interview = |at: usize| {
            let date = Date::new(2026, 1 + u8::try_from(at / 20).unwrap(), 1 + u8::try_from(at % 20).unwrap());
            Rc::new(Interview { date, ..Interview::default() })
        };
        let interviews: Vec<_> = (0..count).map(interview).collect();
        let heard: Vec<_> = heard.iter().map(|&(new, again)| Heard { new, again }).collect();
        Chart::new(&heard, &interviews)
    }

    /// The greatest first number after a letter of a path: how far right it reaches.
    fn right_end(path: &str) -> usize {
        let numbers = path.split(['M', 'L', 'H', 'Z']).filter_map(|pair| pair.split(['.', ' ']).next()?.parse().ok());
        numbers.max().unwrap_or(0)
    }

    #[test]
    fn what_was_heard_again_stands_below_what_is_new() {
        let chart = draw(2, &[(1, 0), (1, 1)]);
        assert_eq!((chart.strokes.matches('M').count(), chart.outlines.matches('M').count()), (1, 2));
        let (base, labels) = (chart.base, chart.labels);
        let expected = [(22, base + 14, "1"), (22, base + 28, "Jan"), (51, base + 14, "2")];
        assert_eq!(labels, expected.map(|(x, y, text)| (x, y, text.to_owned())));
    }

    #[test]
    fn any_number_fits() {
        for count in [0, 1, 10, 24, 60, 200] {
            let chart = draw(count.min(60), &vec![(40, 30); count]);
            assert!(right_end(&chart.strokes) <= WIDTH && right_end(&chart.outlines) <= WIDTH, "{count}");
            assert!(chart.height <= 260, "{count} interviews make it {} high", chart.height);
        }
    }

    #[test]
    fn many_columns_have_only_months_beneath() {
        let labels = draw(60, &[(1, 0); 60]).labels.into_iter().map(|(.., text)| text).collect::<Vec<_>>();
        assert_eq!(labels, ["Jan", "Feb", "Mar"]);
    }
}
