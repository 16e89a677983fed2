//! Points × interviews: who made which point, and the ways between the cells.

use std::rc::Rc;

use refrain_core::{Mention, Report, Span};

use super::stories::same_doubts;
use super::{Interview, Places};

/// A column for each interview, a row for each point and doubt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// In time order.
    pub columns: Rc<[Rc<Interview>]>,
    /// Group by group, in the order of [`Group::ALL`]; in a group the strongest first.
    pub rows: Vec<Rc<Row>>,
}

/// Rows that stand together under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Recurring,
    Once,
    Cliche,
    Doubt,
}

/// One point, or one doubt and all others in the same words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub group: Group,
    /// The point's `id`; a doubt has none.
    pub point: Option<String>,
    /// In quotation marks as long as the words are somebody's own.
    pub label: String,
    /// The columns of the interviews that made the point, in their order, with the passages that do.
    pub cells: Vec<(usize, Vec<Passage>)>,
}

/// A sentence of an answer with everything in it that makes one point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub context: Span,
    /// In the order of the text.
    pub marked: Vec<Span>,
}

/// A place in the table. Row 0 holds the interviews, column 0 the names of the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub row: usize,
    pub column: usize,
}

/// What of the grid is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// The points heard once are.
    pub is_once_open: bool,
    /// As many of the earliest interviews are not.
    pub earlier: usize,
    /// As many rows of each group are.
    pub rows: usize,
}

/// A way from one place to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Left,
    Right,
    Up,
    Down,
    RowStart,
    RowEnd,
    First,
    Last,
}

impl Group {
    pub const ALL: [Self; 4] = [Self::Recurring, Self::Once, Self::Cliche, Self::Doubt];
}

impl Row {
    /// In how many interviews the point was made.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cells.len()
    }

    /// The passages of the interview in a column; none where it did not make the point.
    #[must_use]
    pub fn at(&self, column: usize) -> &[Passage] {
        let found = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok();
        found.and_then(|at| self.cells.get(at)).map_or(&[], |(_, passages)| passages)
    }
}

impl Grid {
    /// `interviews` are those that the report is about, in time order.
    #[must_use]
    pub fn new(report: &Report, interviews: &Rc<[Rc<Interview>]>) -> Self {
        let mut rows = Vec::new();
        let places = Places::new(interviews);
        for group in Group::ALL {
            if group == Group::Doubt {
                rows.extend(same_doubts(&report.doubts).iter().map(|mentions| {
                    let label = mentions.first().map_or_else(String::new, |first| quoted(&first.text));
                    Rc::new(Row { group, point: None, label, cells: cells(&places, mentions) })
                }));
            } else {
                let points = report.points.iter().filter(|point| {
                    let of_point = match (point.cliche, point.interviews) {
                        (true, _) => Group::Cliche,
                        (false, 1) => Group::Once,
                        (false, _) => Group::Recurring,
                    };
                    !point.hidden && group == of_point
                });
                rows.extend(points.map(|point| {
                    let label = if point.renamed { point.label.clone() } else { quoted(&point.label) };
                    let cells = cells(&places, &point.mentions);
                    Rc::new(Row { group, point: Some(point.id.clone()), label, cells })
                }));
            }
        }
        Self { columns: Rc::clone(interviews), rows }
    }

    /// The rows of a group, each with its number in the table.
    pub fn group(&self, group: Group) -> impl Iterator<Item = (usize, &Rc<Row>)> {
        self.rows.iter().enumerate().filter(move |(_, row)| row.group == group).map(|(at, row)| (at + 1, row))
    }

    /// The passages at a place; none in the headers and where no point was made.
    #[must_use]
    pub fn passages(&self, place: Place) -> Option<(&Row, &Rc<Interview>, &[Passage])> {
        let row = self.rows.get(place.row.checked_sub(1)?)?;
        let column = place.column.checked_sub(1)?;
        let passages = row.at(column);
        let interview = self.columns.get(column).filter(|_| !passages.is_empty())?;
        Some((row, interview, passages))
    }

    /// There is something to go to: a header, or a cell where the point was made. What is not
    /// shown holds nothing.
    #[must_use]
    pub fn holds(&self, place: Place, extent: Extent) -> bool {
        let is_drawn = |at: usize, row: &Row| {
            let first = self.rows.partition_point(|other| other.group < row.group);
            at < first + extent.rows && (extent.is_once_open || row.group != Group::Once)
        };
        let is_shown = place.row.checked_sub(1).is_none_or(|at| self.rows.get(at).is_some_and(|row| is_drawn(at, row)));
        let is_header = (place.row == 0) != (place.column == 0) && place.column <= self.columns.len();
        let is_earlier = place.column != 0 && place.column <= extent.earlier;
        is_shown && !is_earlier && (is_header || self.passages(place).is_some())
    }

    /// Where a step leads to: the next place that holds something. `None` where there is none in that direction.
    #[must_use]
    pub fn go(&self, from: Place, step: Step, extent: Extent) -> Option<Place> {
        let at = |row, column| Place { row, column };
        let (rows, columns) = (self.rows.len(), self.columns.len());
        let holds = |place: &Place| self.holds(*place, extent);
        match step {
            Step::Left => (0..from.column).rev().map(|column| at(from.row, column)).find(holds),
            Step::Right => (from.column + 1..=columns).map(|column| at(from.row, column)).find(holds),
            Step::Up => (0..from.row).rev().map(|row| at(row, from.column)).find(holds),
            Step::Down => (from.row + 1..=rows).map(|row| at(row, from.column)).find(holds),
            Step::RowStart => (0..=columns).map(|column| at(from.row, column)).find(holds),
            Step::RowEnd => (0..=columns).rev().map(|column| at(from.row, column)).find(holds),
            Step::First => self.go(at(1, 0), Step::RowStart, extent),
            Step::Last => {
                let last = (1..=rows).rev().map(|row| at(row, 0)).find(holds)?;
                self.go(last, Step::RowEnd, extent)
            }
        }
    }
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

/// For each interview that has any of them its mentions; those in the same sentence are one passage.
fn cells(places: &Places, mentions: &[Mention]) -> Vec<(usize, Vec<Passage>)> {
    let mut cells: Vec<(usize, Vec<Passage>)> = Vec::new();
    for passage in mentions.chunk_by(Mention::is_beside) {
        let [first, ..] = passage else { continue };
        let Some(column) = places.of(&first.note) else { continue };
        let marked = passage.iter().map(|mention| mention.span).collect();
        cells.push((column, vec![Passage { context: first.context, marked }]));
    }
    // Sorting keeps the order of equals, which is that of the text.
    cells.sort_by_key(|(column, _)| *column);
    cells.dedup_by(|(column, later), (kept, passages)| {
        let is_same = column == kept;
        if is_same {
            passages.append(later);
        }
        is_same
    });
    cells
}

#[cfg(test)]
pub mod tests {
    use refrain_core::{Doubt, Point, Why};

    use super::*;

    pub fn interviews(count: usize) -> Rc<[Rc<Interview>]> {
        let interview = |at: usize| {
            Rc::new(Interview { id: at.to_string(), answer: "You stay calm. You draw.".into(), ..Interview::default() })
        };
        (0..count).map(interview).collect()
    }

    fn mention(note: usize, start: usize, context: usize) -> Mention {
        Mention {
            note: note.to_string(),
            span: Span { start, end: start + 3 },
            context: Span { start: context, end: context + 14 },
            text: "You".into(),
        }
    }

    /// A point that is made in each of `notes`.
    pub fn point(label: &str, notes: &[usize]) -> Point {
        Point {
            id: label.into(),
            label: label.into(),
            interviews: notes.len(),
            people: notes.len(),
            companies: 0,
            cliche: false,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: notes.iter().map(|note| mention(*note, 0, 0)).collect(),
            why: Why::default(),
        }
    }

    fn labels(grid: &Grid) -> Vec<(Group, &str, usize)> {
        grid.rows.iter().map(|row| (row.group, row.label.as_str(), row.count())).collect()
    }

    #[test]
    fn recurring_points_stand_first_and_hidden_ones_nowhere() {
        let report = Report {
            points: vec![
                Point { pinned: true, ..point("draws", &[1]) },
                Point { renamed: true, ..point("calm", &[0, 2]) },
                Point { hidden: true, ..point("secret", &[0, 1]) },
                Point { cliche: true, ..point("hard worker", &[0, 1]) },
            ],
            doubts: vec![Doubt { mention: mention(1, 4, 0), cue: String::new() }],
            ..Report::default()
        };
        let expected = [
            (Group::Recurring, "calm", 2),
            (Group::Once, "“draws”", 1),
            (Group::Cliche, "“hard worker”", 2),
            (Group::Doubt, "“You”", 1),
        ];
        assert_eq!(labels(&Grid::new(&report, &interviews(3))), expected);
    }

    #[test]
    fn doubts_in_the_same_words_are_one_row_with_a_stroke_for_each_interview() {
        let doubt = |note, text: &str| {
            let mention = Mention { text: text.into(), ..mention(note, 0, 0) };
            Doubt { mention, cue: String::new() }
        };
        let doubts = vec![doubt(0, "too shy"), doubt(0, "No budget"), doubt(2, "no  budget.")];
        let grid = Grid::new(&Report { doubts, ..Report::default() }, &interviews(3));
        assert_eq!(labels(&grid), [(Group::Doubt, "“No budget”", 2), (Group::Doubt, "“too shy”", 1)]);
        let strokes = [0, 1, 2].map(|column| grid.rows[0].at(column).len());
        assert_eq!(strokes, [1, 0, 1]);
    }

    #[test]
    fn mentions_in_one_sentence_are_one_passage_and_those_of_unknown_interviews_none() {
        let mentions = [mention(0, 0, 0), mention(0, 4, 0), mention(0, 15, 15), mention(7, 0, 0)];
        let marked: Vec<(usize, Vec<usize>)> = cells(&Places::new(&interviews(2)), &mentions)
            .iter()
            .map(|(column, cell)| (*column, cell.iter().map(|passage| passage.marked.len()).collect()))
            .collect();
        assert_eq!(marked, [(0, vec![2, 1])]);
    }

    /// ```text
    ///        1  2  3
    /// calm   x     x
    /// draws     x        (heard once)
    /// kind      x  x     (a cliché)
    /// ```
    fn grid() -> Grid {
        let points =
            vec![point("calm", &[0, 2]), point("draws", &[1]), Point { cliche: true, ..point("kind", &[1, 2]) }];
        Grid::new(&Report { points, ..Report::default() }, &interviews(3))
    }

    #[test]
    fn arrows_go_to_the_next_place_that_holds_something() {
        let grid = grid();
        let check = |from: (usize, usize), step, is_once_open, expected: Option<(usize, usize)>| {
            let place = |(row, column)| Place { row, column };
            let extent = Extent { is_once_open, earlier: 0, rows: 9 };
            assert_eq!(grid.go(place(from), step, extent), expected.map(place), "{from:?} {step:?}");
        };
        check((1, 1), Step::Right, false, Some((1, 3)));
        check((1, 3), Step::Right, false, None);
        check((1, 1), Step::Left, false, Some((1, 0)));
        check((1, 0), Step::Up, false, None);
        check((1, 1), Step::Up, false, Some((0, 1)));
        check((0, 1), Step::Left, false, None);
        check((0, 2), Step::Down, true, Some((2, 2)));
        check((0, 2), Step::Down, false, Some((3, 2)));
        check((1, 0), Step::Down, false, Some((3, 0)));
        check((1, 1), Step::RowEnd, false, Some((1, 3)));
        check((1, 3), Step::RowStart, false, Some((1, 0)));
        check((3, 3), Step::First, false, Some((1, 0)));
        check((1, 0), Step::Last, false, Some((3, 3)));
    }

    #[test]
    fn no_way_leads_to_earlier_interviews_that_are_not_shown() {
        let (grid, extent) = (grid(), Extent { is_once_open: true, earlier: 2, rows: 9 });
        let go = |row, column, step| grid.go(Place { row, column }, step, extent);
        assert_eq!(go(1, 3, Step::Left), Some(Place { row: 1, column: 0 }));
        assert_eq!(go(1, 0, Step::Right), Some(Place { row: 1, column: 3 }));
        assert_eq!(go(2, 0, Step::RowEnd), Some(Place { row: 2, column: 0 }));
        assert_eq!(grid.rows[0].count(), 2, "the count is over all");
    }

    #[test]
    fn every_place_that_holds_something_can_be_reached_by_arrows() {
        let grid = grid();
        let all = |extent: Extent| {
            (0..=3)
                .flat_map(|row| (0..=3).map(move |column| Place { row, column }))
                .filter(|place| grid.holds(*place, extent))
                .collect::<Vec<_>>()
        };
        for is_once_open in [false, true] {
            let extent = Extent { is_once_open, earlier: 0, rows: 9 };
            let mut reached = vec![Place { row: 1, column: 0 }];
            let mut next = 0;
            while let Some(from) = reached.get(next).copied() {
                next += 1;
                for step in [Step::Left, Step::Right, Step::Up, Step::Down] {
                    reached.extend(grid.go(from, step, extent).filter(|place| !reached.contains(place)));
                }
            }
            let missed: Vec<Place> = all(extent).into_iter().filter(|place| !reached.contains(place)).collect();
            assert_eq!(missed, []);
        }
    }

    #[test]
    fn a_grid_without_rows_leads_nowhere() {
        let grid = Grid::new(&Report::default(), &interviews(0));
        let extent = Extent { is_once_open: true, earlier: 0, rows: 9 };
        for step in [Step::Left, Step::Down, Step::First, Step::Last] {
            assert_eq!(grid.go(Place { row: 1, column: 0 }, step, extent), None);
        }
    }
}
