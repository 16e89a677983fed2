//! A document as [JSON Resume](https://jsonresume.org/schema), to be brought into a résumé: the text as the summary, quotes as references.
//! What only helps to say it aloud stays out.

use serde::Serialize;

use super::{Block, Document, plain};
use crate::text::upper_first;

/// The version of the schema that the file follows.
const SCHEMA: &str = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";

#[derive(Serialize)]
struct Resume {
    #[serde(rename = "$schema")]
    schema: &'static str,
    basics: Basics,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    references: Vec<Reference>,
}

#[derive(Serialize)]
struct Basics {
    summary: String,
}

#[derive(Serialize)]
struct Reference {
    name: String,
    reference: String,
}

/// `None` never happens with texts; it is left to the caller to say that the file could not be made.
#[must_use]
pub fn json_resume(document: &Document) -> Option<String> {
    let read = |block: &Block| match block {
        Block::Spoken { sentences, .. } => Some(Block::Paragraph(sentences.join(" "))),
        Block::Note(_) => None,
        other => Some(other.clone()),
    };
    let summary = plain(&Document { blocks: document.blocks.iter().filter_map(read).collect(), ..Document::default() });
    let references = document.quotes.iter();
    let references = references.map(|quote| Reference { name: upper_first(&quote.who), reference: quote.text.clone() });
    let resume = Resume { schema: SCHEMA, basics: Basics { summary }, references: references.collect() };
    serde_json::to_string_pretty(&resume).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::examples::Example;
    use super::super::{Shape, shape};
    use super::*;

    /// The published schema, version 1.3.1 of npm's @jsonresume/schema, MIT licence, copyright 2024 JSON Resume.
    const PUBLISHED: &str = include_str!("../../tests/fixtures/json-resume.schema.json");

    #[test]
    fn every_shape_holds_to_the_published_schema() {
        let schema: Value = serde_json::from_str(PUBLISHED).unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        assert!(!validator.is_valid(&json!({ "basics": { "summary": 1 } })), "the schema does find faults");
        for wanted in Shape::ALL {
            let document = shape(&Example::new(60).source(&[]), wanted);
            let resume: Value = serde_json::from_str(&json_resume(&document).unwrap()).unwrap();
            assert!(validator.is_valid(&resume), "{resume:#}");
            let summary = resume["basics"]["summary"].as_str().unwrap();
            match wanted {
                // Nobody reads a résumé aloud: no times, no marks, and no words about them.
                Shape::Spoken => {
                    assert!(summary.starts_with("What people keep telling me is that I explain"), "{summary}");
                    assert!(!["/", "0:", "words a minute"].iter().any(|mark| summary.contains(mark)), "{summary}");
                }
                _ => assert_eq!(summary, plain(&Document { quotes: Vec::new(), ..document.clone() })),
            }
            assert_eq!(resume["references"].as_array().unwrap().len(), document.quotes.len());
            assert!(
                resume["references"][0]["name"].as_str().unwrap().starts_with("An interviewer")
                    || resume["references"][0]["name"] == "A recruiter"
            );
        }
    }

    #[test]
    fn without_quotes_there_are_no_references_and_any_text_is_text() {
        let text = "\"quoted\" \\ \u{0}\u{2028}</script>";
        let document = Document { blocks: vec![Block::Paragraph(text.into())], ..Document::default() };
        let resume: Value = serde_json::from_str(&json_resume(&document).unwrap()).unwrap();
        assert_eq!(resume, json!({ "$schema": SCHEMA, "basics": { "summary": text } }));
    }
}
