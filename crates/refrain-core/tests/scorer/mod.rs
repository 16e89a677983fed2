//! Scores the engine against annotated personas, for the `eval` example and the tests. Its definitions stand at the top of that example.
#![allow(dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use refrain_core::{Candidate, Knowledge, Mention, Note, Report, analyze};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct Persona {
    pub notes: Vec<Note>,
    pub themes: Vec<Theme>,
    /// Interview and exact words.
    pub cliches: Vec<(String, String)>,
    /// Doubts and neutral facts.
    pub noise: Vec<(String, String)>,
}

#[derive(Debug, Deserialize)]
pub struct Theme {
    pub mentions: Vec<(String, String)>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Score {
    pub recall: f64,
    pub precision: f64,
    pub f1: f64,
    pub top3: usize,
    pub top3_of: usize,
    pub noise_recurring: usize,
    pub noise: usize,
    pub cliches_fine: usize,
    pub cliches: usize,
    pub singles_above: usize,
    pub same: usize,
    pub same_of: usize,
}

#[derive(Debug)]
pub struct FirstPersonLine {
    pub text: String,
    pub candidate: Option<Candidate>,
    accepted: Vec<String>,
}

impl FirstPersonLine {
    pub fn accepts(&self, rendering: &str) -> bool {
        let rendering = folded(rendering);
        self.accepted.iter().any(|a| folded(a) == rendering)
    }
}

fn folded(text: &str) -> String {
    let straight: String = text
        .to_lowercase()
        .chars()
        .map(|c| match c {
            '’' | '‘' => '\'',
            '“' | '”' => '"',
            '–' | '—' => '-',
            c => c,
        })
        .collect();
    let text = straight.split_whitespace().collect::<Vec<_>>().join(" ");
    text.trim_end_matches(['.', '!', ',', ';', ' ']).to_owned()
}

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// All personas of a folder under `tests/fixtures`, by name.
pub fn personas(folder: &str) -> Result<Vec<(String, Persona)>, String> {
    let folder = fixtures().join(folder);
    let entries = std::fs::read_dir(&folder).map_err(|e| format!("Could not read {}: {e}.", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    paths
        .into_iter()
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .map(|path| {
            let name = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
            let text =
                std::fs::read_to_string(&path).map_err(|e| format!("Could not read {}: {e}.", path.display()))?;
            let persona = serde_json::from_str(&text).map_err(|e| format!("{} is no persona: {e}.", path.display()))?;
            Ok((name, persona))
        })
        .collect()
}

/// How many of the remarks in a file of `tests/fixtures/stances` are read rightly. Each line holds `D` for a doubt, `F` for a fact about the
/// job or the speaker, or `P` for praise, a space, and the remark.
#[derive(Debug, Default)]
pub struct Stances {
    /// Remarks, and those that became praise (doubts and facts), or did not (praise).
    pub doubts: [usize; 2],
    pub facts: [usize; 2],
    pub praise: [usize; 2],
    /// Of the doubts, those that are shown as such.
    pub shown: usize,
    pub wrong: Vec<String>,
}

impl std::fmt::Display for Stances {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let ([doubts, d], [facts, a], [praise, p]) = (self.doubts, self.facts, self.praise);
        let shown = self.shown;
        write!(
            f,
            "{d} of {doubts} doubts ({shown} shown) and {a} of {facts} facts taken for praise, {p} of {praise} praises lost"
        )
    }
}

impl Stances {
    fn count(&mut self, line: &str, is_praise: bool, is_shown: bool) {
        let (count, wrong) = match line.get(..1) {
            Some("D") => {
                self.shown += usize::from(is_shown);
                (&mut self.doubts, is_praise)
            }
            Some("F") => (&mut self.facts, is_praise),
            _ => (&mut self.praise, !is_praise),
        };
        count[0] += 1;
        count[1] += usize::from(wrong);
        if wrong {
            self.wrong.push(line.to_owned());
        }
    }
}

fn stances_file(name: &str) -> Result<String, String> {
    let path = fixtures().join("stances").join(name).with_extension("txt");
    std::fs::read_to_string(&path).map_err(|e| format!("Could not read {}: {e}.", path.display()))
}

fn heard(text: &str, knowledge: &Knowledge) -> Report {
    analyze(&[Note { id: "n".into(), text: text.into(), ..Note::default() }], knowledge)
}

pub fn stances(name: &str, knowledge: &Knowledge) -> Result<Stances, String> {
    let mut out = Stances::default();
    for line in stances_file(name)?.lines().filter(|line| !line.is_empty()) {
        let report = heard(&line[2..], knowledge);
        out.count(line, !report.points.is_empty(), !report.doubts.is_empty());
    }
    Ok(out)
}

/// The same for remarks within whole notes, which stand with an empty line between them. A remark became praise (or is shown as a doubt) if a
/// third of it did.
pub fn stances_in_notes(name: &str, knowledge: &Knowledge) -> Result<Stances, String> {
    let mut out = Stances::default();
    for note in stances_file(name)?.split("\n\n") {
        let remarks: Vec<&str> = note.lines().map(|line| &line[2..]).collect();
        let report = heard(&remarks.join(" "), knowledge);
        let mut start = 0;
        for line in note.lines() {
            let end = start + line.chars().count() - 2;
            let covers = |mentions: &mut dyn Iterator<Item = &Mention>| {
                let shared = |m: &Mention| m.span.end.min(end).saturating_sub(m.span.start.max(start));
                3 * mentions.map(shared).sum::<usize>() >= end - start
            };
            let praised = covers(&mut report.points.iter().flat_map(|point| &point.mentions));
            out.count(line, praised, covers(&mut report.doubts.iter().map(|doubt| &doubt.mention)));
            start = end + 1;
        }
    }
    Ok(out)
}

pub fn first_person_lines() -> Result<Vec<FirstPersonLine>, String> {
    #[derive(Deserialize)]
    struct Line {
        #[serde(rename = "in")]
        text: String,
        candidate: Option<BTreeMap<String, String>>,
        out: Vec<String>,
    }
    let path = fixtures().join("first_person.jsonl");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("Could not read {}: {e}.", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let line: Line = serde_json::from_str(line).map_err(|e| format!("{}: {e}.", path.display()))?;
            let field = |c: &BTreeMap<String, String>, name: &str| c.get(name).cloned().unwrap_or_default();
            let candidate =
                line.candidate.map(|c| Candidate { name: field(&c, "name"), pronouns: field(&c, "pronouns") });
            Ok(FirstPersonLine { text: line.text, candidate, accepted: line.out })
        })
        .collect()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Theme(usize),
    Cliche,
    Noise,
}

/// An annotated stretch of a note, with its content words as spans in Unicode scalar values.
struct Gold<'p> {
    class: Class,
    note: &'p str,
    words: Vec<(usize, usize)>,
}

pub fn score(persona: &Persona, knowledge: &Knowledge) -> Score {
    let report = analyze(&persona.notes, knowledge);
    let gold = gold_spans(persona);
    // For each gold span, the predicted themes in which it lands.
    let lands: Vec<BTreeSet<usize>> =
        gold.iter()
            .map(|g| {
                report
                    .points
                    .iter()
                    .enumerate()
                    .filter(|(_, point)| {
                        point.mentions.iter().any(|m| {
                            m.note == g.note && g.words.iter().any(|&(s, e)| m.span.start <= s && e <= m.span.end)
                        })
                    })
                    .map(|(number, _)| number)
                    .collect()
            })
            .collect();
    let (mut wanted, mut found, mut together, mut right) = (0usize, 0usize, 0usize, 0usize);
    for (i, a) in gold.iter().enumerate() {
        for (j, b) in gold.iter().enumerate().skip(i + 1) {
            let (Class::Theme(x), Class::Theme(y)) = (a.class, b.class) else { continue };
            let (same, apart) = (x == y, a.note != b.note);
            let joined = !lands[i].is_disjoint(&lands[j]);
            if same && apart {
                wanted += 1;
                found += usize::from(joined);
            }
            if joined && (apart || !same) {
                together += 1;
                right += usize::from(same);
            }
        }
    }
    let ratio = |a: usize, b: usize| if b == 0 { 0.0 } else { a as f64 / b as f64 };
    let (recall, precision) = (ratio(found, wanted), ratio(right, together));
    let f1 = if recall + precision == 0.0 { 0.0 } else { 2.0 * recall * precision / (recall + precision) };

    let sizes: Vec<usize> = persona.themes.iter().map(|t| distinct(t.mentions.iter().map(|m| m.0.as_str()))).collect();
    let order: Vec<usize> = (0..report.points.len()).filter(|&t| !report.points[t].cliche).collect();
    // The gold theme for which each predicted theme stands.
    let stands: BTreeMap<usize, usize> = order
        .iter()
        .filter_map(|&t| {
            let mut notes: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
            for (g, span) in gold.iter().enumerate() {
                if let Class::Theme(theme) = span.class
                    && lands[g].contains(&t)
                {
                    notes.entry(theme).or_default().insert(span.note);
                }
            }
            let able = notes.into_iter().filter(|(theme, notes)| notes.len() >= sizes[*theme].min(2));
            able.map(|(theme, notes)| (notes.len(), std::cmp::Reverse(theme))).max().map(|(_, theme)| (t, theme.0))
        })
        .collect();
    let mut sorted = sizes.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let cut = sorted.get(2).or(sorted.last()).copied().unwrap_or(0);
    let want = sizes.len().min(3);
    let first_five: BTreeSet<usize> = order.iter().take(5).copied().collect();
    let hit: BTreeSet<usize> = first_five.iter().filter_map(|t| stands.get(t).copied()).collect();
    let strict = (0..sizes.len()).filter(|&g| sizes[g] > cut).count();
    let top3 = hit.iter().filter(|&&g| sizes[g] > cut).count()
        + (want - strict.min(want)).min(hit.iter().filter(|&&g| sizes[g] == cut).count());
    let mut first: BTreeMap<usize, usize> = BTreeMap::new();
    for (rank, t) in order.iter().enumerate() {
        if let Some(&g) = stands.get(t) {
            first.entry(g).or_insert(rank);
        }
    }
    let above = |single: usize, other: usize| first.get(&single).zip(first.get(&other)).is_some_and(|(s, o)| o > s);
    let singles_above = (0..sizes.len())
        .filter(|&g| sizes[g] == 1)
        .map(|g| (0..sizes.len()).filter(|&h| sizes[h] >= 2 && above(g, h)).count())
        .sum();
    let of = |class: Class| (0..gold.len()).filter(|&g| gold[g].class == class).collect::<Vec<_>>();
    let (cliches, noise) = (of(Class::Cliche), of(Class::Noise));
    let recurring =
        |g: &usize| lands[*g].iter().any(|t| !report.points[*t].cliche && report.points[*t].interviews >= 2);
    // The gold theme of which each point holds most.
    let mostly = |id: &str| {
        let point = report.points.iter().position(|p| p.id == id)?;
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for (span, _) in gold.iter().zip(&lands).filter(|(_, lands)| lands.contains(&point)) {
            if let Class::Theme(theme) = span.class {
                *counts.entry(theme).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|&(theme, count)| (count, std::cmp::Reverse(theme))).map(|(theme, _)| theme)
    };
    let asked = || report.suggestions.iter().take(5);
    let are_same = |s: &&refrain_core::Suggestion| {
        let [one, other] = s.points.each_ref().map(|id| mostly(id));
        one.is_some() && one == other
    };
    Score {
        recall,
        precision,
        f1,
        top3,
        top3_of: want,
        noise_recurring: noise.iter().filter(|g| recurring(g)).count(),
        noise: noise.len(),
        cliches_fine: cliches.iter().filter(|&&g| lands[g].is_disjoint(&first_five)).count(),
        cliches: cliches.len(),
        singles_above,
        same: asked().filter(are_same).count(),
        same_of: asked().count(),
    }
}

/// Means of the ratios, sums of the counts.
pub fn total(scores: &[Score]) -> Score {
    let count = scores.len().max(1) as f64;
    let mean = |f: fn(&Score) -> f64| scores.iter().map(f).sum::<f64>() / count;
    let sum = |f: fn(&Score) -> usize| scores.iter().map(f).sum();
    Score {
        recall: mean(|s| s.recall),
        precision: mean(|s| s.precision),
        f1: mean(|s| s.f1),
        top3: sum(|s| s.top3),
        top3_of: sum(|s| s.top3_of),
        noise_recurring: sum(|s| s.noise_recurring),
        noise: sum(|s| s.noise),
        cliches_fine: sum(|s| s.cliches_fine),
        cliches: sum(|s| s.cliches),
        singles_above: sum(|s| s.singles_above),
        same: sum(|s| s.same),
        same_of: sum(|s| s.same_of),
    }
}

fn distinct<'a>(notes: impl Iterator<Item = &'a str>) -> usize {
    notes.collect::<BTreeSet<_>>().len()
}

fn gold_spans(persona: &Persona) -> Vec<Gold<'_>> {
    let texts: BTreeMap<&str, &str> = persona.notes.iter().map(|n| (n.id.as_str(), n.text.as_str())).collect();
    let themes = persona
        .themes
        .iter()
        .enumerate()
        .flat_map(|(t, theme)| theme.mentions.iter().map(move |m| (Class::Theme(t), m)));
    let cliches = persona.cliches.iter().map(|m| (Class::Cliche, m));
    let noise = persona.noise.iter().map(|m| (Class::Noise, m));
    themes
        .chain(cliches)
        .chain(noise)
        .filter_map(|(class, (note, words))| {
            let text = texts.get(note.as_str())?;
            let at = text.find(words.as_str())?;
            let before = text[..at].chars().count();
            Some(Gold { class, note, words: content_words(words, before) })
        })
        .collect()
}

/// Words that are neither stop words nor single letters or digits; all words where none is left.
fn content_words(text: &str, offset: usize) -> Vec<(usize, usize)> {
    let chars: Vec<char> = text.chars().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len()
            && (chars[at].is_alphanumeric()
                || (matches!(chars[at], '\'' | '’') && chars.get(at + 1).is_some_and(|c| c.is_alphanumeric())))
        {
            at += 1;
        }
        let word: String = chars[start..at].iter().collect::<String>().to_lowercase().replace('’', "'");
        all.push((start + offset, at + offset, word));
    }
    let content: Vec<(usize, usize)> = all
        .iter()
        .filter(|(s, e, w)| e - s > 1 && !STOP.split_whitespace().any(|stop| stop == w))
        .map(|&(s, e, _)| (s, e))
        .collect();
    if content.is_empty() { all.iter().map(|&(s, e, _)| (s, e)).collect() } else { content }
}

const STOP: &str = "\
    a about after again against all also an and any anyone apparently are aren't as at be been before being \
    both but by can can't cannot could couldn't did didn't do does doesn't don't down during each else even \
    ever every few for from get gets getting got had hadn't has hasn't have haven't having he he'd he'll he's \
    her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just \
    let like liked likes lot made make makes making many may me might more most much must my myself never no \
    nor not nothing of off oh ok okay on one only onto or other our ours ourselves out over own please quite \
    rather really s said same say says she she'd she'll she's should since so some someone something such t \
    than that that's the their theirs them themselves then there there's these they they'd they'll they're \
    they've thing things this those though through thru to too u um under until up ur us very w was wasn't we \
    we'd we'll we're we've were weren't what what's when where which while who who'd who's whole why will \
    with without won't would wouldn't yeah yes yet you you'd you'll you're you've your yours yourself";
