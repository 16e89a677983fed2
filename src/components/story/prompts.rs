//! Questions that turn praise everybody hears into a moment nobody else can tell. They ask, and never answer.

use refrain_core::Point;

/// By the name that the catalogue has for the cliché.
const PROMPTS: &[(&[&str], &[&str])] = &[
    (
        &["Hard worker", "Driven and motivated", "Dynamic and proactive", "Passionate", "Great attitude"],
        &["Which week, and what would have gone wrong without you?", "What did you do that nobody had asked for?"],
    ),
    (
        &["Team player", "People person", "Nice, likeable"],
        &["Who would say so, and after which day?", "Whose work went better because you were there, and how?"],
    ),
    (
        &["Good communication skills", "Confident"],
        &["Who understood at last, and what did they do then?", "What did you say, in which room, to whom?"],
    ),
    (&["Natural leader"], &["Who followed you, and where to?", "What do the people you led do now?"]),
    (
        &["Results-oriented", "Problem solver, thinks outside the box", "Solid, safe pair of hands"],
        &["What was the number before, and what after?", "What did you see that others had walked past?"],
    ),
    (
        &["Bright, intelligent", "Lots of potential", "Strong skill set", "Good all-rounder"],
        &["What did you learn from nothing, and how long did it take?", "What did you make with it, and who uses it?"],
    ),
    (
        &["Impressive background", "Lots of relevant experience", "Great CV", "Ticks all the boxes"],
        &["Which line of it did they stop at?", "What happened in that job that would not fit on the page?"],
    ),
];

const ANY: &[&str] = &["What had you just told them when they said it?", "Which day would show it, and who was there?"];

pub fn prompts(point: &Point) -> &'static [&'static str] {
    prompts_for(point.why.concept.as_deref().unwrap_or_default())
}

/// By the catalogue's name for what everybody says.
pub fn prompts_for(name: &str) -> &'static [&'static str] {
    PROMPTS.iter().find(|(names, _)| names.contains(&name)).map_or(ANY, |(_, prompts)| *prompts)
}
