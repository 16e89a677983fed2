//! How the story settles: new points become rare, and the strongest stay the strongest.

use super::grid::{Grid, Group};
use crate::text::{counted, number, upper_first};

/// As many of the latest interviews decide whether the story has settled, if there are twice as many.
const LATEST: usize = 4;
/// With fewer interviews there is nothing to say yet.
const FEWEST: usize = 4;
/// As many of the strongest points are watched.
const TOP: usize = 3;
/// As many interviews in a row the strongest points have to stay the strongest before it is worth telling.
const STEADY: usize = 3;
/// As many interviews have room in the chart.
const DRAWN: usize = 280;

/// What each interview brought, clichés and doubts left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settling {
    /// In time order.
    pub heard: Vec<Heard>,
    /// How many of the strongest points have been the strongest after each of how many of the latest interviews.
    steady: Option<(usize, usize)>,
}

/// The points of one interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    /// Nobody before had made them.
    pub new: usize,
    pub again: usize,
}

impl Settling {
    #[must_use]
    pub fn new(grid: &Grid) -> Self {
        let rows = grid.rows.iter().filter(|row| matches!(row.group, Group::Recurring | Group::Once));
        let rows: Vec<Columns> = rows.map(|row| row.cells.iter().map(|(column, _)| *column).collect()).collect();
        let mut heard = vec![Heard { new: 0, again: 0 }; grid.columns.len()];
        for columns in &rows {
            for (at, column) in columns.iter().enumerate() {
                if let Some(heard) = heard.get_mut(*column) {
                    *(if at == 0 { &mut heard.new } else { &mut heard.again }) += 1;
                }
            }
        }
        let interviews = heard.len();
        Self { heard, steady: steady(&rows, interviews) }
    }

    /// "The last four interviews brought one new point: your story has settled. The top three points have stayed on top
    /// for the last six interviews."
    #[must_use]
    pub fn reading(&self) -> String {
        let all = self.heard.len();
        if all < FEWEST {
            let interviews = upper_first(&counted(all, "interview", "interviews"));
            return format!("{interviews} so far: too few to say whether your story has settled.");
        }
        let latest = LATEST.min(all / 2);
        let new = |heard: &[Heard]| heard.iter().map(|heard| heard.new).sum::<usize>();
        let (before, last) = self.heard.split_at(all - latest);
        let (before, last) = (new(before), new(last));
        let verdict = if last * LATEST <= latest {
            "your story has settled"
        } else if last * (all - latest) * 2 <= before * latest {
            "your story is settling"
        } else {
            "your story is still growing, so keep asking"
        };
        let points = counted(last, "new point", "new points");
        let top = match self.steady {
            Some((1, interviews)) => {
                format!("The strongest point has stayed the strongest for the last {} interviews.", number(interviews))
            }
            Some((top, interviews)) => {
                format!(
                    "The top {} points have stayed on top for the last {} interviews.",
                    number(top),
                    number(interviews)
                )
            }
            None => "The strongest points still change places.".to_owned(),
        };
        format!("The last {} interviews brought {points}: {verdict}. {top}", number(latest))
    }

    /// What the chart has room for: the latest interviews.
    #[must_use]
    pub fn latest(&self) -> &[Heard] {
        &self.heard[self.heard.len().saturating_sub(DRAWN)..]
    }

    /// Every number of the chart, for who cannot see it.
    #[must_use]
    pub fn in_words(&self) -> String {
        let list = |of: fn(&Heard) -> usize| {
            self.latest().iter().map(|heard| of(heard).to_string()).collect::<Vec<_>>().join(", ")
        };
        let each = match self.heard.len() > DRAWN {
            true => format!("each of the latest {DRAWN} interviews"),
            false => "each interview".to_owned(),
        };
        format!(
            "New points in {each}, oldest first: {}. Points heard again: {}.",
            list(|heard| heard.new),
            list(|heard| heard.again)
        )
    }
}

/// The columns in which a point was made, in their order.
type Columns = Vec<usize>;

/// The most of the strongest points, three at most, that have stayed the strongest for long enough, and for how many of the
/// latest interviews. A tie with a point below them does not push them out.
fn steady(rows: &[Columns], interviews: usize) -> Option<(usize, usize)> {
    let mut ranked: Vec<&Columns> = rows.iter().collect();
    ranked.sort_by_key(|row| std::cmp::Reverse(row.len()));
    let recurring = ranked.iter().filter(|row| row.len() > 1).count();
    (1..=TOP.min(recurring)).rev().find_map(|top| {
        let (strongest, others) = ranked.split_at(top);
        // How often each had been made, counted back from now. What was made twice at most never stands above what came back.
        let mut strongest: Vec<(&Columns, usize)> = strongest.iter().map(|row| (*row, row.len())).collect();
        let others = others.iter().filter(|row| row.len() > 2);
        let mut others: Vec<(&Columns, usize)> = others.map(|row| (*row, row.len())).collect();
        let mut held = 0;
        for interview in (0..interviews).rev() {
            let weakest = strongest.iter().map(|(_, count)| *count).min().unwrap_or(0);
            if weakest <= 1 || others.iter().any(|(_, count)| *count > weakest) {
                break;
            }
            held += 1;
            for (row, count) in strongest.iter_mut().chain(&mut others) {
                *count -= usize::from(*count > 0 && row.get(*count - 1) == Some(&interview));
            }
        }
        (held >= STEADY).then_some((top, held))
    })
}

#[cfg(test)]
mod tests {
    use refrain_core::Report;

    use super::super::grid::tests::{interviews, point};
    use super::*;

    fn settling(all: usize, points: &[&[usize]]) -> Settling {
        let points = points.iter().enumerate().map(|(at, notes)| point(&at.to_string(), notes)).collect();
        Settling::new(&Grid::new(&Report { points, ..Report::default() }, &interviews(all)))
    }

    #[test]
    fn counts_what_is_new_and_what_is_heard_again() {
        let settling = settling(3, &[&[0, 1, 2], &[0], &[2]]);
        let heard: Vec<_> = settling.heard.iter().map(|heard| (heard.new, heard.again)).collect();
        assert_eq!(heard, [(2, 0), (0, 1), (1, 1)]);
        assert_eq!(
            settling.in_words(),
            "New points in each interview, oldest first: 2, 0, 1. Points heard again: 0, 1, 1."
        );
    }

    #[test]
    fn says_whether_the_story_has_settled() {
        let check = |all, points: &[&[usize]], expected: &str| {
            assert_eq!(settling(all, points).reading(), expected);
        };
        check(0, &[], "No interviews so far: too few to say whether your story has settled.");
        check(3, &[&[0, 1]], "Three interviews so far: too few to say whether your story has settled.");
        check(
            8,
            &[&[0, 1, 2, 3, 4, 5, 6, 7], &[1, 2, 3], &[6]],
            "The last four interviews brought one new point: your story has settled. \
             The top two points have stayed on top for the last six interviews.",
        );
        check(
            8,
            &[&[0, 1, 2, 7], &[0], &[0], &[1], &[1], &[6], &[7]],
            "The last four interviews brought two new points: your story is settling. \
             The strongest point has stayed the strongest for the last seven interviews.",
        );
        check(
            4,
            &[&[0, 3], &[2], &[3]],
            "The last two interviews brought two new points: your story is still growing, so keep asking. \
             The strongest points still change places.",
        );
    }

    #[test]
    fn cliches_and_doubts_are_no_new_points() {
        let points = vec![refrain_core::Point { cliche: true, ..point("kind", &[0, 1]) }];
        let grid = Grid::new(&Report { points, ..Report::default() }, &interviews(2));
        assert_eq!(Settling::new(&grid).heard, [Heard { new: 0, again: 0 }; 2]);
    }
}
