//! Grid and chart as pictures that stand for themselves: SVG files with their colours and fonts inside.
//!
//! A picture leaves the page, so it names no person and no company unless it is asked to, and it shows no doubts.

use std::fmt::Write;

use super::chart::{Chart, WIDTH, px};
use crate::state::{Date, Grid, Group, Interview, Row, Settling};
use crate::text::{counted, listed, upper_first};

const PAPER: &str = "#fcfcfa";
const INK: &str = "#1a1c1f";
const QUIET: &str = "#63676d";
const RULE: &str = "#dddcd6";
const EDGE: &str = "#85888c";
const ACCENT: &str = "#b3162b";
const SANS: &str = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";
const SERIF: &str = "'Iowan Old Style', Palatino, 'Liberation Serif', Georgia, serif";

/// Pixels.
const SIDE: usize = 32;
const NAMES: usize = 300;
const COLUMN: usize = 36;
const COUNT: usize = 56;
const LINE: usize = 20;
/// As many letters of a point's name stand in a line.
const LETTERS: usize = 40;
/// The room for names of people and companies, which stand upright, and as many letters of each.
const UPRIGHT: usize = 220;
const UPRIGHT_LETTERS: usize = 34;

/// The grid, without its folded rows. `with_names`: people and companies stand above the columns.
#[must_use]
pub fn grid_picture(grid: &Grid, is_once_open: bool, with_names: bool) -> String {
    let columns = grid.columns.len();
    let width = SIDE * 2 + NAMES + columns * COLUMN + COUNT;
    let table_top = 112 + if with_names { UPRIGHT } else { 0 };
    let centre = |column: usize| SIDE + NAMES + column * COLUMN + COLUMN / 2;

    let mut body = String::new();
    text(&mut body, SIDE, 48, &heading(20), "Who made which point");
    text(&mut body, SIDE, 72, &sans(14), &span(&grid.columns));
    for (at, interview) in grid.columns.iter().enumerate() {
        if with_names {
            let who = cut(&listed(&[interview.name(), &interview.company]), UPRIGHT_LETTERS);
            let turned = format!("{} transform=\"rotate(-90 {} {})\"", sans(12), centre(at) + 4, table_top - 36);
            text(&mut body, centre(at) + 4, table_top - 36, &turned, &who);
        }
        let date = interview.date.map(Date::short).unwrap_or_default();
        for (line, part) in date.split(' ').enumerate() {
            text(&mut body, centre(at), table_top - 16 + line * 14, &centred(12), part);
        }
    }

    let mut y = table_top + 8;
    for group in Group::ALL {
        let rows: Vec<&Row> = grid.group(group).map(|(_, row)| row.as_ref()).collect();
        if rows.is_empty() || group == Group::Doubt || group == Group::Once && !is_once_open {
            continue;
        }
        text(&mut body, SIDE, y + 24, &sans(12), group_name(group));
        y += 36;
        for row in rows {
            let lines = wrapped(&row.label);
            let height = lines.len() * LINE + 16;
            let _ = write!(body, r#"<path d="M{SIDE} {y}H{}" stroke="{RULE}"/>"#, width - SIDE);
            for (at, line) in lines.iter().enumerate() {
                text(&mut body, SIDE, y + 22 + at * LINE, &serif(16), line);
            }
            let mut strokes = String::new();
            for (at, _) in &row.cells {
                let _ = write!(strokes, "M{} {}l4 -17", centre(*at) - 2, y + height / 2 + 8);
            }
            let colour = if group == Group::Cliche { EDGE } else { ACCENT };
            let _ = write!(body, r#"<path d="{strokes}" stroke="{colour}" stroke-width="3"/>"#);
            let right = format!("{} text-anchor=\"end\"", sans(14));
            text(&mut body, width - SIDE, y + height / 2 + 5, &right, &row.count().to_string());
            y += height;
        }
        y += 16;
    }
    let desc = "A row for each point, a column for each interview, oldest first. A stroke stands where the point was made; \
                the number at the end of a row is the number of interviews.";
    document(width, y + SIDE, "Who made which point", desc, &body)
}

/// How the story settles.
#[must_use]
pub fn chart_picture(settling: &Settling, grid: &Grid) -> String {
    const SCALE: usize = 2;
    const TOP: usize = 88;
    let chart = Chart::new(settling.latest(), &grid.columns);
    let mut body = String::new();
    text(&mut body, SIDE, 48, &heading(20), "How it settles");
    text(&mut body, SIDE, 72, &sans(14), &span(&grid.columns));
    let _ = write!(body, r#"<g transform="translate({SIDE} {TOP}) scale({SCALE})">"#);
    let _ = write!(body, r#"<path d="{}" stroke="{ACCENT}" stroke-width="{}"/>"#, chart.strokes, px(chart.thickness));
    let _ = write!(body, r#"<path d="{}" stroke="{INK}" fill="none"/>"#, chart.outlines);
    let _ = write!(body, r#"<path d="M8 {}H{}" stroke="{EDGE}"/>"#, chart.base, WIDTH - 8);
    for (x, y, label) in &chart.labels {
        text(&mut body, *x, *y, &centred(9), label);
    }
    body.push_str("</g>");
    let y = TOP + chart.height * SCALE + 32;
    let _ = write!(body, r#"<path d="M{} {y}h3l5 -16h-3z" stroke="{INK}" fill="none"/>"#, SIDE + 2);
    text(&mut body, SIDE + 20, y - 2, &sans(14), "first heard");
    let _ = write!(body, r#"<path d="M{} {y}l5 -16" stroke="{ACCENT}" stroke-width="3"/>"#, SIDE + 122);
    text(&mut body, SIDE + 138, y - 2, &sans(14), "heard again");
    let width = SIDE * 2 + WIDTH * SCALE;
    document(width, y + SIDE, "How it settles", &format!("{} {}", settling.reading(), settling.in_words()), &body)
}

/// What the rows of a group have in common.
#[must_use]
pub const fn group_name(group: Group) -> &'static str {
    match group {
        Group::Recurring => "Recurring",
        Group::Once => "Heard once so far",
        Group::Cliche => "Everyone hears this",
        Group::Doubt => "Be ready for this",
    }
}

fn document(width: usize, height: usize, title: &str, desc: &str, body: &str) -> String {
    let desc = escaped(desc);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title desc\"><title id=\"title\">{title}</title><desc id=\"desc\">{desc}</desc>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{PAPER}\"/>{body}</svg>\n"
    )
}

/// "Ten interviews, 3 March to 22 April"
fn span(interviews: &[std::rc::Rc<Interview>]) -> String {
    let count = upper_first(&counted(interviews.len(), "interview", "interviews"));
    let mut dates = interviews.iter().filter_map(|interview| interview.date);
    match (dates.next(), dates.next_back()) {
        (Some(first), Some(last)) if first != last => {
            format!("{count}, {} to {}", first.in_words(Some(last)), last.in_words(None))
        }
        (Some(day), _) => format!("{count}, {}", day.in_words(None)),
        _ => count,
    }
}

fn sans(size: usize) -> String {
    format!("font-family=\"{SANS}\" font-size=\"{size}\" fill=\"{QUIET}\"")
}

fn centred(size: usize) -> String {
    format!("{} text-anchor=\"middle\"", sans(size))
}

fn serif(size: usize) -> String {
    format!("font-family=\"{SERIF}\" font-size=\"{size}\" fill=\"{INK}\"")
}

fn heading(size: usize) -> String {
    format!("font-family=\"{SANS}\" font-size=\"{size}\" font-weight=\"600\" fill=\"{INK}\"")
}

fn text(body: &mut String, x: usize, y: usize, style: &str, words: &str) {
    let _ = write!(body, r#"<text x="{x}" y="{y}" {style}>{}</text>"#, escaped(words));
}

/// Text as it may stand in XML, which has no place for control characters at all.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => escaped.push(' '),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// At most `letters` letters, with a sign where something is missing.
fn cut(words: &str, letters: usize) -> String {
    if words.chars().count() <= letters {
        return words.to_owned();
    }
    words.chars().take(letters - 1).chain(['…']).collect()
}

/// In lines, broken between words where there is a place to break.
fn wrapped(words: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        let word = cut(word, LETTERS);
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LETTERS => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use refrain_core::{Doubt, Mention, Point, Report, Span, Why};

    use super::*;

    fn grid() -> Grid {
        let mention = |note: &str| Mention {
            note: note.into(),
            span: Span { start: 0, end: 3 },
            context: Span { start: 0, end: 3 },
            text: "no budget".into(),
        };
        let point = |label: &str, notes: &[&str]| Point {
            id: label.into(),
            label: label.into(),
            interviews: notes.len(),
            people: notes.len(),
            companies: 1,
            cliche: false,
            renamed: false,
            pinned: false,
            hidden: false,
            mentions: notes.iter().map(|note| mention(note)).collect(),
            why: Why::default(),
        };
        let interview = |id: &str, date: &str| {
            Rc::new(Interview {
                id: id.into(),
                who: "Bram Teasel, recruiter".into(),
                company: "Larkspur & Sons".into(),
                date: Date::from_iso(date),
                ..Interview::default()
            })
        };
        let report = Report {
            points: vec![point("calm <b>under\u{7} \"pressure\"</b> & kind", &["a", "b"]), point("draws", &["b"])],
            doubts: vec![Doubt { mention: mention("a"), cue: String::new() }],
            ..Report::default()
        };
        Grid::new(&report, &[interview("a", "2026-03-03"), interview("b", "2026-04-22")].into())
    }

    #[test]
    fn names_of_people_and_companies_are_left_out_unless_wanted() {
        let without = grid_picture(&grid(), true, false);
        assert!(!without.contains("Bram") && !without.contains("Larkspur"), "{without}");
        assert!(grid_picture(&grid(), true, true).contains("Bram Teasel, Larkspur &amp; Sons"));
        assert!(!chart_picture(&Settling::new(&grid()), &grid()).contains("Bram"));
    }

    #[test]
    fn doubts_stay_out_and_folded_points_too() {
        let folded = grid_picture(&grid(), false, false);
        assert!(folded.contains("Recurring") && !folded.contains("draws") && !folded.contains("no budget"), "{folded}");
        assert!(grid_picture(&grid(), true, true).contains("“draws”"));
        assert!(!grid_picture(&grid(), true, true).contains("no budget"));
    }

    #[test]
    fn any_words_are_text() {
        let picture = grid_picture(&grid(), true, true);
        assert!(picture.contains("calm &lt;b&gt;under"), "{picture}");
        assert!(!picture.chars().any(|letter| letter.is_control() && letter != '\n'), "{picture}");
    }

    #[test]
    fn says_what_it_shows() {
        let picture = grid_picture(&grid(), false, false);
        assert!(picture.contains("<title id=\"title\">Who made which point</title><desc"));
        assert!(picture.contains("Two interviews, 3 March to 22 April"));
        assert!(chart_picture(&Settling::new(&grid()), &grid()).contains("New points in each interview"));
    }

    #[test]
    fn long_names_are_broken_between_words() {
        let words = "you put the staffing plan into plain words that carers would use";
        assert_eq!(wrapped(words), ["you put the staffing plan into plain", "words that carers would use"]);
        assert_eq!(wrapped(&"x".repeat(99)), [format!("{}…", "x".repeat(39))]);
        assert_eq!(wrapped(""), Vec::<String>::new());
    }
}
