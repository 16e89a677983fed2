//! The interviews as a table (CSV by RFC 4180), for programs that know nothing else. What comes out comes in again by `import`.

use std::rc::Rc;

use crate::import::{Column, shielded};
use crate::state::{Interview, Stage};

/// The table, with the mark that makes spreadsheets read it as UTF-8.
#[must_use]
pub fn table(interviews: &[Rc<Interview>]) -> String {
    let columns = [Column::Who, Column::Company, Column::Stage, Column::Date, Column::Asking, Column::Answer];
    let mut text = "\u{feff}".to_owned();
    row(&mut text, &columns.map(|column| column.name().to_owned()));
    for interview in interviews {
        row(
            &mut text,
            &[
                interview.who.clone(),
                interview.company.clone(),
                interview.stage.map_or("", Stage::name).to_owned(),
                interview.date.map(|date| date.to_string()).unwrap_or_default(),
                interview.asking.name().to_owned(),
                interview.answer.clone(),
            ],
        );
    }
    text
}

fn row(text: &mut String, cells: &[String; 6]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        let cell = shielded(cell);
        if cell.contains(['"', ',', ';', '\t', '\n', '\r']) || cell.trim() != cell {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}
