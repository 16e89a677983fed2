//! What the columns of a table mean, guessed from their headings and set right by the user.

use super::dates::Dates;
use super::heading::Heading;
use super::shield::unshielded;
use super::table::{Delimiter, Place, Row, next_row};
use crate::state::{Asking, Interview, Stage};
use crate::text::{fold, listed};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    LeaveOut,
    Answer,
    Who,
    FirstName,
    LastName,
    Role,
    Company,
    Stage,
    Date,
    Asking,
}

impl Column {
    pub const ALL: [Self; 10] = [
        Self::LeaveOut,
        Self::Answer,
        Self::Who,
        Self::FirstName,
        Self::LastName,
        Self::Role,
        Self::Company,
        Self::Stage,
        Self::Date,
        Self::Asking,
    ];

    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::LeaveOut => "Leave out",
            Self::Answer => "What they said",
            Self::Who => "Who said it",
            Self::FirstName => "First name",
            Self::LastName => "Last name",
            Self::Role => "Role",
            Self::Company => "Company",
            Self::Stage => "Stage",
            Self::Date => "Date",
            Self::Asking => "Did you ask?",
        }
    }

    /// By the words that people head such a column with.
    fn guess(heading: &str) -> Self {
        let words: String = fold(heading).chars().filter(char::is_ascii_alphanumeric).collect();
        match words.as_str() {
            "answer" | "answers" | "text" | "feedback" | "comment" | "comments" | "notes" | "note" | "quote"
            | "liked" | "whattheysaid" | "whattheyliked" | "recommendation" | "response" => Self::Answer,
            "who" | "whosaidit" | "name" | "fullname" | "person" | "interviewer" | "recruiter" | "contact" | "from"
            | "speaker" => Self::Who,
            "firstname" | "givenname" => Self::FirstName,
            "lastname" | "surname" | "familyname" => Self::LastName,
            "role" | "title" | "jobtitle" | "position" => Self::Role,
            "company" | "organisation" | "organization" | "employer" | "firm" => Self::Company,
            "stage" | "round" | "interviewtype" | "type" | "step" => Self::Stage,
            "date" | "when" | "day" | "creationdate" | "interviewdate" => Self::Date,
            "asking" | "asked" | "didyouask" => Self::Asking,
            _ => Self::LeaveOut,
        }
    }
}

/// How a table is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub delimiter: Delimiter,
    /// The first row names the columns.
    pub has_headings: bool,
    pub columns: Vec<Column>,
    pub dates: Dates,
}

/// The headings of the recommendations that a professional network lets its members take with them.
const RECOMMENDATIONS: [&str; 7] =
    ["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"];

/// Rows that are looked at for a guess.
const SAMPLE: usize = 20;

impl Table {
    /// The best guess for this text.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        Self::guess_with(text, Delimiter::guess(text))
    }

    /// The best guess where the delimiter is known.
    #[must_use]
    pub fn guess_with(text: &str, delimiter: Delimiter) -> Self {
        let rows = sample(text, delimiter);
        let first = rows.first().map_or(&[][..], |row| row.fields.as_slice());
        let mut columns: Vec<Column> = first.iter().map(|heading| Column::guess(heading)).collect();
        let has_headings = columns.iter().any(|column| *column != Column::LeaveOut);
        if has_headings {
            // Two columns may share a meaning only where they add up.
            for at in 1..columns.len() {
                let (before, column) = (&columns[..at], columns[at]);
                if column != Column::Answer && before.contains(&column) {
                    columns[at] = Column::LeaveOut;
                }
            }
        } else {
            columns = by_content(&rows);
        }
        if !columns.contains(&Column::Answer) {
            let skipped = usize::from(has_headings);
            let free = (0..columns.len()).filter(|at| columns[*at] == Column::LeaveOut);
            if let Some(at) = free.max_by_key(|at| (length(&rows[skipped..], *at), usize::MAX - at)) {
                columns[at] = Column::Answer;
            }
        }
        let dates = if is_recommendations(first) { Dates::Network } else { Dates::default() };
        Self { delimiter, has_headings, columns, dates }
    }

    #[must_use]
    pub fn first_row(&self, text: &str) -> Vec<String> {
        sample(text, self.delimiter).into_iter().next().map_or_else(Vec::new, |row| row.fields)
    }

    /// Each column's heading, or an example of what is in it.
    #[must_use]
    pub fn labels(&self, text: &str) -> Vec<String> {
        let rows = sample(text, self.delimiter);
        (0..self.columns.len())
            .map(|at| {
                let field = |row: &Row| row.fields.get(at).map(|field| field.trim().to_owned());
                rows.iter().filter_map(field).find(|field| !field.is_empty()).map_or_else(
                    || format!("Column {}", at + 1),
                    |label| match label.char_indices().nth(40) {
                        Some((end, _)) => format!("{}…", &label[..end]),
                        None => label,
                    },
                )
            })
            .collect()
    }

    /// The interview in a row, and what in it could not be read.
    ///
    /// # Errors
    ///
    /// Why the row gives no interview.
    pub fn interview(&self, row: &Row) -> Result<(Interview, Vec<String>), String> {
        if row.fields.len() > self.columns.len() {
            return Err(format!(
                "it has {} fields and the first row {}. Put quotation marks around a field that has the sign between fields in it",
                row.fields.len(),
                self.columns.len()
            ));
        }
        let of = |column: Column| {
            let fields = self.columns.iter().zip(&row.fields).filter(move |(other, _)| **other == column);
            fields.map(|(_, field)| unshielded(field.trim())).filter(|field| !field.is_empty()).collect::<Vec<&str>>()
        };
        let name = [of(Column::Who), of(Column::FirstName), of(Column::LastName)].concat().join(" ");
        let mut notes = Vec::new();
        let mut interview = Interview {
            who: listed(&[&name, &of(Column::Role).join(", ")]),
            company: of(Column::Company).join(", "),
            answer: of(Column::Answer).join("\n").replace("\r\n", "\n").replace('\r', "\n"),
            ..Interview::default()
        };
        for stage in of(Column::Stage) {
            interview.stage = Stage::from_words(stage);
            if interview.stage.is_none() {
                notes.push(format!("Stage: “{stage}” is none of the stages here, so it is left open."));
            }
        }
        for date in of(Column::Date) {
            interview.date = self.dates.read(date);
            if interview.date.is_none() {
                notes.push(self.dates.problem(date));
            }
        }
        let asking = of(Column::Asking);
        interview.asking = asking.first().map_or(Asking::Answered, |words| read_asking(words));
        if interview.answer.is_empty() && interview.asking == Asking::Answered {
            return Err("there is nothing under “What they said”".to_owned());
        }
        if [&interview.answer, &interview.who, &interview.company].iter().all(|field| field.is_empty()) {
            return Err("nothing says who it was or where".to_owned());
        }
        Ok((interview, notes))
    }
}

fn sample(text: &str, delimiter: Delimiter) -> Vec<Row> {
    let mut place = Place::default();
    std::iter::from_fn(|| next_row(text, delimiter, &mut place)?.ok()).take(SAMPLE).collect()
}

/// Whether these are the headings of the network's recommendations.
#[must_use]
pub fn is_recommendations(headings: &[String]) -> bool {
    headings.len() == RECOMMENDATIONS.len()
        && headings.iter().zip(RECOMMENDATIONS).all(|(heading, name)| heading.trim().eq_ignore_ascii_case(name))
}

/// Whether the first row reads like headings: two of them at least, and one for what was said.
#[must_use]
pub fn has_known_headings(text: &str) -> bool {
    let rows = sample(text, Delimiter::guess(text));
    let columns: Vec<Column> =
        rows.first().map_or(&[][..], |row| row.fields.as_slice()).iter().map(|field| Column::guess(field)).collect();
    columns.contains(&Column::Answer) && columns.iter().filter(|column| **column != Column::LeaveOut).count() > 1
}

/// A guess for columns without headings: dates and stages by what they are, the longest text as the answer, and of the rest
/// the first as the person and the second as the company.
fn by_content(rows: &[Row]) -> Vec<Column> {
    let count = rows.iter().map(|row| row.fields.len()).max().unwrap_or(0);
    let all = |at: usize, is: fn(&str) -> bool| {
        let mut fields = rows.iter().filter_map(|row| row.fields.get(at)).filter(|field| !field.trim().is_empty());
        fields.clone().next().is_some() && fields.all(|field| is(field))
    };
    let mut columns: Vec<Column> = (0..count)
        .map(|at| {
            if all(at, |field| Stage::from_words(field).is_some()) {
                Column::Stage
            } else if all(at, |field| Dates::default().read(field).is_some() || Dates::is_numbers(field)) {
                Column::Date
            } else {
                Column::LeaveOut
            }
        })
        .collect();
    let longest =
        (0..count).filter(|at| columns[*at] == Column::LeaveOut).max_by_key(|at| (length(rows, *at), usize::MAX - at));
    let mut names = [Column::Who, Column::Company].into_iter();
    for (at, column) in columns.iter_mut().enumerate() {
        if Some(at) == longest {
            *column = Column::Answer;
        } else if *column == Column::LeaveOut {
            *column = names.next().unwrap_or(Column::LeaveOut);
        }
    }
    columns
}

/// How much text stands in a column.
fn length(rows: &[Row], at: usize) -> usize {
    rows.iter().filter_map(|row| row.fields.get(at)).map(String::len).sum()
}

fn read_asking(words: &str) -> Asking {
    let words: String = fold(words).chars().filter(char::is_ascii_alphanumeric).collect();
    match words.as_str() {
        "noanswer" | "askednoanswer" => Asking::NoAnswer,
        "no" | "notasked" | "didntask" | "didnotask" => Asking::NotAsked,
        _ => Asking::Answered,
    }
}

/// A heading's parts in an interview.
impl Heading {
    #[must_use]
    pub fn with_answer(self, answer: String) -> Interview {
        let Self { who, company, stage, date } = self;
        Interview { who, company, stage, date, answer, ..Interview::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The interviews of a table as `who | company | stage | date | answer`, or why there is none.
    fn check(text: &str, expected: &[&str]) {
        let table = Table::guess(text);
        let mut place = Place::default();
        let rows = std::iter::from_fn(|| next_row(text, table.delimiter, &mut place)).map(Result::unwrap);
        let shown: Vec<String> = rows
            .skip(usize::from(table.has_headings))
            .map(|row| match table.interview(&row) {
                Ok((interview, notes)) => {
                    let stage = interview.stage.map_or("", Stage::name);
                    let date = interview.date.map(|date| date.to_string()).unwrap_or_default();
                    let Interview { who, company, answer, asking, .. } = interview;
                    let asking = if asking == Asking::Answered { "" } else { asking.name() };
                    let all = [&who, &company, stage, &date, &answer, asking];
                    all.into_iter().chain(notes.iter().map(String::as_str)).collect::<Vec<_>>().join(" | ")
                }
                Err(why) => format!("{}: {why}", row.line),
            })
            .collect();
        assert_eq!(shown, expected, "{table:?}");
    }

    #[test]
    fn headings_are_guessed() {
        check(
            "Interviewer;Job title;Company;Round;Date;What they liked;Salary\n\
             Ottoline Quill;recruiter;Thistledown;phone screen;2026-03-04;You stay calm;1\n\
             Bram;;;;;;2\n",
            &[
                "Ottoline Quill, recruiter | Thistledown | Phone screen | 2026-03-04 | You stay calm | ",
                "3: there is nothing under “What they said”",
            ],
        );
    }

    #[test]
    fn recommendations_of_the_network_are_known_by_their_headings() {
        let text = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n\
             Ottoline,Quill,Thistledown Mills,Head of Supply,\"You stay calm,\nalways.\",\"03/04/24, 09:12 AM\",VISIBLE\n\
             Bram,Teasel,,,You explain well.,04.03.2024,VISIBLE\n";
        assert_eq!(Table::guess(text).dates, Dates::Network);
        check(
            text,
            &[
                "Ottoline Quill, Head of Supply | Thistledown Mills |  | 2024-03-04 | You stay calm,\nalways. | ",
                "Bram Teasel |  |  |  | You explain well. |  | Date: “04.03.2024” is not written as in the network’s files, so it is left open.",
            ],
        );
    }

    #[test]
    fn without_headings_the_content_tells() {
        check(
            "Bram Teasel,Larkspur,panel,4 March 2026,You stay calm when everything goes wrong\n\
             Ottoline,Thistledown,hr,5 March 2026,You draw well and you explain it\n",
            &[
                "Bram Teasel | Larkspur | Panel | 2026-03-04 | You stay calm when everything goes wrong | ",
                "Ottoline | Thistledown | HR | 2026-03-05 | You draw well and you explain it | ",
            ],
        );
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_field() {
        check(
            "name,stage,date,notes\nBram,third wheel,03/04/2026,calm\nOttoline,panel,4 March 2026,calm,and kind\n",
            &[
                "Bram |  |  |  | calm |  | Stage: “third wheel” is none of the stages here, so it is left open. | Date: “03/04/2026” is in numbers alone, so it is left open. Say above which comes first, day or month.",
                "3: it has 5 fields and the first row 4. Put quotation marks around a field that has the sign between fields in it",
            ],
        );
    }

    #[test]
    fn askings_without_an_answer_may_come_along() {
        check(
            "who,asked,answer\nBram,not asked,\nOttoline,no answer,Will call.\n,no answer,\nCuthbert,,\n",
            &[
                "Bram |  |  |  |  | Didn’t ask",
                "Ottoline |  |  |  | Will call. | No answer",
                "4: nothing says who it was or where",
                "5: there is nothing under “What they said”",
            ],
        );
    }

    #[test]
    fn only_clear_headings_make_pasted_text_a_table() {
        assert!(has_known_headings("Name,Company,Feedback\nBram,Larkspur,calm"));
        assert!(!has_known_headings("Bram, panel, Larkspur\nYou stay calm."));
        assert!(!has_known_headings("Name, company\nfeedback"));
        assert!(!has_known_headings(""));
    }
}
