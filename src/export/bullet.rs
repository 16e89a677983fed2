//! A line as a résumé has it: without the first person, where that leaves good English.

use crate::text::upper_first;

/// "I stay calm under pressure." → "Stay calm under pressure". `None` where no rule is sure.
pub(super) fn without_me(line: &str) -> Option<String> {
    let line = line.trim().trim_end_matches('.');
    let line = line.strip_prefix("I also ").map_or_else(|| line.to_owned(), |rest| format!("I {rest}"));
    let rest = if let Some(thing) =
        ["People mention my ", "One interviewer brought up my "].iter().find_map(|frame| line.strip_prefix(frame))
    {
        thing
    } else {
        match said(&line)? {
            // What was and what is not sound like orders without somebody who is: "Don't take sides", "Was the first".
            Said::Am(rest) => rest,
            Said::Do(rest) if !first_word(rest).is_empty() && !is_unfit(first_word(rest)) => rest,
            Said::Do(_) => return None,
        }
    };
    // "I stay calm when I am under fire" has somebody in it who would be gone.
    let has_me = rest.split(|c: char| !c.is_alphanumeric()).any(|word| word == "I");
    // What is said in several sentences is no bullet.
    (!has_me && super::sentences::sentences(rest).len() == 1).then(|| upper_first(rest))
}

enum Said<'l> {
    Am(&'l str),
    Do(&'l str),
}

fn said(line: &str) -> Option<Said<'_>> {
    for be in ["I am ", "I'm ", "I’m "] {
        if let Some(rest) = line.strip_prefix(be) {
            // "I am not …", "I'm the one who …"
            return (!matches!(first_word(rest), "not" | "the" | "who" | "never")).then_some(Said::Am(rest));
        }
    }
    for have in ["I have ", "I've ", "I’ve "] {
        if let Some(rest) = line.strip_prefix(have) {
            // "I have led" is "Led"; "I have a way with people" stays what it is.
            let is_done = first_word(rest).ends_with("ed") && first_word(rest) != "need";
            return match (is_done, have) {
                (true, _) => Some(Said::Do(rest)),
                (false, "I have ") => line.strip_prefix("I ").map(Said::Do),
                _ => None,
            };
        }
    }
    line.strip_prefix("I ").map(Said::Do)
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn is_unfit(verb: &str) -> bool {
    verb.ends_with("n't")
        || verb.ends_with("n’t")
        || !verb.starts_with(|c: char| c.is_ascii_lowercase())
        || matches!(
            verb,
            "was"
                | "were"
                | "am"
                | "would"
                | "will"
                | "should"
                | "might"
                | "may"
                | "must"
                | "could"
                | "cannot"
                | "do"
                | "did"
                | "seem"
                | "not"
                | "shall"
                | "been"
                | "and"
                | "who"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_person_goes_only_where_it_is_not_missed() {
        for (line, bullet) in [
            ("I stay calm under pressure.", Some("Stay calm under pressure")),
            ("I also cut missed visits from 31 a month to 4.", Some("Cut missed visits from 31 a month to 4")),
            ("I'm good at root cause.", Some("Good at root cause")),
            ("I’m able to sell ice.", Some("Able to sell ice")),
            ("I have led three teams.", Some("Led three teams")),
            ("I have trained two managers.", Some("Trained two managers")),
            ("I have a way with people.", Some("Have a way with people")),
            ("I can explain it to a whole board.", Some("Can explain it to a whole board")),
            ("I never miss a date.", Some("Never miss a date")),
            ("People mention my calm with suppliers.", Some("Calm with suppliers")),
            ("I don't take sides.", None),
            ("I was the one who asked.", None),
            ("I stay calm when I am under fire.", None),
            ("I’d rather ask.", None),
            ("My drawing could go straight to the supplier.", None),
            ("People I trained are running their own homes.", None),
            ("Nobody waits.", None),
            ("I plan. I cook.", None),
            ("I", None),
            ("", None),
        ] {
            assert_eq!(without_me(line).as_deref(), bullet, "{line}");
        }
    }
}
