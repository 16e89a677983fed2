//! The plan for one role on its way out.

use std::rc::Rc;

use super::{Block, Document, Quote};
use crate::state::fit::{Answered, MONTHS, answered, name, sentences_of, stories_for};
use crate::state::redact::Redaction;
use crate::state::{Analysis, Plan, Story};

/// The plan as one sends or pastes it: each need with the quote that meets it best, the story behind that and the user's own words, then the
/// first 90 days. A need that nothing answers stays at home. Beside it stand those whom it would name: their places among the parties of `names`, each once and in order.
#[must_use]
pub fn plan(plan: &Plan, analysis: &Analysis, stories: &[Rc<Story>], names: &Redaction) -> (Document, Vec<usize>) {
    let mut named = Vec::new();
    let mut clean = |text: &str| {
        named.extend(names.named(text));
        names.text(text)
    };
    let report = &analysis.report;
    let answered = answered(plan, report);
    let mut blocks = Vec::new();
    for Answered { need, met_by, own } in &answered {
        let mut topic = (None, Vec::new());
        if let Some(best) = met_by.first() {
            let interview = analysis.interviews.iter().find(|interview| interview.id == best.mention.note);
            if let Some(interview) = interview {
                for field in [&interview.who, &interview.company] {
                    clean(field);
                }
                topic.0 = Some(Quote { text: clean(&best.mention.text), who: names.who(interview) });
            }
            topic.1.extend(stories_for(best.point, report, stories).take(1).map(|story| clean(&sentences_of(story))));
        }
        if !own.is_empty() {
            topic.1.push(clean(own));
        }
        if topic.0.is_some() || !topic.1.is_empty() {
            blocks.push(Block::Topic { name: clean(need), quote: topic.0, texts: topic.1 });
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading("What you need, and what of mine meets it".to_owned()));
    }
    let months = || MONTHS.iter().zip(&plan.months).filter(|(_, month)| !month.is_empty());
    if months().next().is_some() {
        blocks.push(Block::Heading("The first 90 days".to_owned()));
    }
    for ((name, _), month) in months() {
        blocks.push(Block::Topic { name: (*name).to_owned(), quote: None, texts: vec![clean(month)] });
    }
    let title = Some(clean(&name(plan)));
    named.sort_unstable();
    named.dedup();
    (Document { title, blocks, quotes: Vec::new() }, named)
}

#[cfg(test)]
mod tests {
    use refrain_core::{Fit, Met, Needed, Report};

    use super::super::{fragment, markdown, page, plain};
    use super::*;
    use crate::state::examples::{mention, point};
    use crate::state::redact::parties;
    use crate::state::{AboutNeed, Interview};

    /// The plan with the names of these people and companies.
    fn example(shown: &[&str]) -> (Document, Vec<String>) {
        let ottoline = Interview {
            id: "b".into(),
            who: "Ottoline Quill, recruiter".into(),
            company: "Larkspur Homes".into(),
            answer: "stays calm".into(),
            ..Interview::default()
        };
        let bram = Interview { id: "c".into(), who: "Bram Teasel".into(), ..Interview::default() };
        let points = vec![point("calm", &[mention("a", "you calm people"), mention("b", "stays calm")])];
        let met = Met { point: points[0].id.clone(), mention: points[0].mentions[1].clone() };
        let needs = vec![
            Needed { need: "Calm angry customers".into(), met: vec![met] },
            Needed { need: "Coach the team".into(), met: Vec::new() },
        ];
        let story = Story {
            point: points[0].anchor(),
            happened: "A man shouted at Ottoline.".into(),
            result: "He laughed.".into(),
            ..Story::default()
        };
        let own = AboutNeed {
            need: "Coach the team".into(),
            own: "I would ask who coached them.".into(),
            ..AboutNeed::default()
        };
        let all = parties([&ottoline, &bram]);
        let report = Report { fits: vec![Fit { role: "p".into(), needs }], points, ..Report::default() };
        let interviews = [Rc::new(ottoline), Rc::new(bram)].into();
        let analysis = Analysis { report: Rc::new(report), interviews, ..Analysis::default() };
        let mine = Plan {
            id: "p".into(),
            role: "Head of support".into(),
            asks: "Calm angry customers. Coach the team".into(),
            about: vec![own],
            months: ["Listen at Larkspur.".into(), String::new(), String::new()],
            ..Plan::default()
        };
        let keys: Vec<String> =
            all.iter().filter(|party| shown.contains(&party.name.as_str())).map(|party| party.key.clone()).collect();
        let (document, named) = plan(&mine, &analysis, &[Rc::new(story)], &Redaction::new(&all, &keys));
        (document, named.into_iter().map(|at| all[at].name.clone()).collect())
    }

    #[test]
    fn it_says_what_the_screen_says_and_tells_whom_it_would_name() {
        let (document, named) = example(&["Ottoline Quill", "Larkspur Homes"]);
        assert_eq!(
            plain(&document),
            "Head of support\n\nWhat you need, and what of mine meets it\n\n\
             • Calm angry customers\n  “stays calm” – Ottoline Quill, recruiter, Larkspur Homes\n  \
             A man shouted at Ottoline. He laughed.\n\n• Coach the team\n  I would ask who coached them.\n\n\
             The first 90 days\n\n• In the first month\n  Listen at Larkspur."
        );
        assert_eq!(named, ["Ottoline Quill", "Larkspur Homes"]);
    }

    #[test]
    fn a_need_that_nothing_answers_stays_at_home() {
        let mine = Plan {
            id: "p".into(),
            role: "Head of support".into(),
            asks: "Fluent in Portuguese".into(),
            ..Plan::default()
        };
        let (document, named) = plan(&mine, &Analysis::default(), &[], &Redaction::new(&[], &[]));
        assert_eq!(plain(&document), "Head of support");
        assert_eq!(named, Vec::<usize>::new());
    }

    #[test]
    fn nobody_is_named_in_any_form_unless_ticked() {
        let (document, named) = example(&[]);
        assert_eq!(named.len(), 2);
        let all = [
            plain(&document),
            markdown(&document, None),
            fragment(&document),
            page(&document, "Head of support", true),
        ];
        for text in &all {
            assert!(!text.contains("Ottoline") && !text.contains("Larkspur"), "{text}");
            assert!(text.contains("recruiter") && text.contains("A man shouted at a recruiter."), "{text}");
        }
        assert!(all[1].starts_with("# Head of support\n\n## What you need"), "{}", all[1]);
        assert!(
            all[1].contains("### Calm angry customers\n\n> “stays calm”\n>\n> – a recruiter\n\nA man"),
            "{}",
            all[1]
        );
        assert!(all[2].starts_with("<h1 dir=\"auto\">Head of support</h1>"), "{}", all[2]);
        assert_eq!(all[3].matches("<h1").count(), 1);
    }
}
