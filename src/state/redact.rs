//! Names of people and companies, taken out of whatever leaves the page and replaced by roles: "a recruiter", "a company".
//!
//! What is known of names stands in the interviews' own fields, so a name that stands only in somebody's answer is not found: the user
//! looks at the preview. Where it is not certain that a name is meant, it is taken for one.
//!
//! The way to use it: [`parties()`] lists who is named anywhere, each with a key; the user ticks some of them; [`Redaction::new()`] takes the
//! list and the keys that were ticked; [`Redaction::text()`] is for any text and [`Redaction::who()`] for whoever said it.

mod words;

use super::{Interview, Stage};
use crate::text::{fold, upper_first};
use words::{
    is_company_word, is_domain, is_legal, is_little, is_name_word, is_ordinary, is_owner, is_particle, is_role,
    is_title,
};

/// A person or a company that the interviews name, as the user is asked about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The same for the same name, however its letters are written. Of a person and a company of one name it differs.
    pub key: String,
    /// As it stands in the first interview that has it.
    pub name: String,
    pub is_company: bool,
    /// What stands in the place of the name, with its article.
    pub role: &'static str,
}

/// Everyone and every company that the interviews name, each once, in the order of the interviews.
#[must_use]
pub fn parties<'i>(interviews: impl IntoIterator<Item = &'i Interview>) -> Vec<Party> {
    let mut all: Vec<(usize, Party)> = interviews.into_iter().flat_map(parties_of).enumerate().collect();
    // Sorting keeps the order of equals, so that the first of each key is the one to stay.
    all.sort_by(|(_, one), (_, other)| one.key.cmp(&other.key));
    all.dedup_by(|(_, later), (_, kept)| {
        let is_same = later.key == kept.key;
        if is_same && kept.role == INTERVIEWER {
            kept.role = later.role;
        }
        is_same
    });
    all.sort_by_key(|(place, _)| *place);
    all.into_iter().map(|(_, party)| party).collect()
}

/// Takes names out of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// With each whether it may be shown.
    parties: Vec<(Party, bool)>,
    /// In the order of their words.
    forms: Vec<Form>,
}

/// One way in which a party may be called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Form {
    /// Folded.
    words: Vec<String>,
    /// The word must have a capital, as in small letters it may be any word.
    needs_capital: bool,
    /// A capital that begins a sentence says nothing.
    is_weak: bool,
    /// The place among the parties.
    party: usize,
}

/// Where a text names somebody.
struct Hit {
    /// In bytes.
    start: usize,
    end: usize,
    /// All who may be meant.
    parties: Vec<usize>,
    /// An e-mail or web address, which goes as a whole.
    is_address: bool,
}

/// A word of a text.
struct Word {
    /// In bytes.
    start: usize,
    end: usize,
    folded: String,
}

const INTERVIEWER: &str = "an interviewer";

impl Redaction {
    /// `shown` are the keys of the parties that may be shown; all others are replaced.
    #[must_use]
    pub fn new(parties: &[Party], shown: &[String]) -> Self {
        let mut forms: Vec<Form> = parties.iter().enumerate().flat_map(|(at, party)| forms(party, at)).collect();
        forms.sort();
        forms.dedup();
        let parties = parties.iter().map(|party| (party.clone(), shown.contains(&party.key))).collect();
        Self { parties, forms }
    }

    /// The text with roles in the place of the names that may not be shown.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        let words = words_of(text);
        let mut out = String::new();
        let mut at = 0;
        for hit in self.hits(text, &words) {
            if hit.parties.iter().all(|&party| self.parties[party].1) {
                continue;
            }
            let (start, has_article) = article(text, &words, hit.start);
            let role = self.role(&hit);
            let role = if has_article { role.split_once(' ').map_or(role, |(_, bare)| bare) } else { role };
            let starts = begins_sentence(text, start) && text[start..].chars().next().is_some_and(char::is_uppercase);
            out.push_str(&text[at..start]);
            out.push_str(&if starts { upper_first(role) } else { role.to_owned() });
            at = hit.end;
            // "James' team".
            let rest = &text[at..];
            if let Some(after) = rest.strip_prefix(['\'', '’'])
                && text[..at].ends_with(['s', 'S'])
                && !after.starts_with(char::is_alphanumeric)
            {
                out.push_str("’s");
                at = text.len() - after.len();
            }
        }
        out.push_str(&text[at..]);
        out
    }

    /// The places, among the parties given, of those whom a text names, in the order of the parties.
    #[must_use]
    pub fn named(&self, text: &str) -> Vec<usize> {
        let mut named: Vec<usize> = self.hits(text, &words_of(text)).into_iter().flat_map(|hit| hit.parties).collect();
        named.sort_unstable();
        named.dedup();
        named
    }

    /// Who said it, as it may be shown: "Ottoline Quill, recruiter, Pebble & Finch Search", "a recruiter at Pebble & Finch Search",
    /// "a recruiter".
    #[must_use]
    pub fn who(&self, interview: &Interview) -> String {
        let of_it = parties_of(interview);
        let is_shown = |is_company: bool| {
            let mut of_kind = of_it.iter().filter(|party| party.is_company == is_company).peekable();
            of_kind.peek().is_some()
                && of_kind.all(|party| self.parties.iter().any(|(other, shown)| *shown && other.key == party.key))
        };
        let company = if is_shown(true) { interview.company.trim() } else { "" };
        if is_shown(false) {
            return [self.text(interview.name()), self.text(interview.role()), company.to_owned()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ");
        }
        let role = of_it.iter().find(|party| !party.is_company).map_or_else(|| role(interview), |party| party.role);
        if company.is_empty() { role.to_owned() } else { format!("{role} at {company}") }
    }

    fn role(&self, hit: &Hit) -> &'static str {
        if hit.is_address {
            return "an address";
        }
        let mut roles = hit.parties.iter().map(|&party| self.parties[party].0.role);
        let first = roles.next().unwrap_or(INTERVIEWER);
        if roles.all(|role| role == first) { first } else { INTERVIEWER }
    }

    fn hits(&self, text: &str, words: &[Word]) -> Vec<Hit> {
        let mut hits = self.addresses(text);
        let addresses: Vec<(usize, usize)> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
        let mut at = 0;
        while at < words.len() {
            let is_in_address = addresses.iter().any(|&(start, end)| (start..end).contains(&words[at].start));
            let Some((length, parties)) = self.longest(text, words, at).filter(|_| !is_in_address) else {
                at += 1;
                continue;
            };
            let start = self.start_of_name(text, &words[..=at], &parties);
            at += length + self.rest_of_name(text, &words[at + length - 1..], &parties);
            let is_company = parties.iter().any(|&party| self.parties[party].0.is_company);
            let end = if is_company { with_legal(text, words, at) } else { words[at - 1].end };
            at += usize::from(end > words[at - 1].end);
            match hits.last_mut() {
                // "Mary Ann" of Mary Ann Quill, "Pebble and Finch" of Pebble & Finch Search.
                Some(last) if last.parties == parties && is_joined(text.get(last.end..start), is_company) => {
                    last.end = end;
                }
                _ => hits.push(Hit { start, end, parties, is_address: false }),
            }
        }
        hits.sort_by_key(|hit| hit.start);
        hits
    }

    /// The longest name that begins with a word: how many words it has, and who may be meant.
    fn longest(&self, text: &str, words: &[Word], at: usize) -> Option<(usize, Vec<usize>)> {
        let first = &words[at].folded;
        let from = self.forms.partition_point(|form| form.words[0] < *first);
        let mut found: Option<(usize, Vec<usize>)> = None;
        for form in self.forms[from..].iter().take_while(|form| form.words[0] == *first) {
            let length = form.words.len();
            if found.as_ref().is_some_and(|(longest, _)| *longest > length) || !stands(form, text, words, at) {
                continue;
            }
            match &mut found {
                Some((longest, parties)) if *longest == length => parties.push(form.party),
                _ => found = Some((length, vec![form.party])),
            }
        }
        found
    }

    /// Where the name begins, with the "van der" that may stand before "Wren".
    fn start_of_name(&self, text: &str, until: &[Word], parties: &[usize]) -> usize {
        let names: Vec<Word> = parties.iter().flat_map(|&party| words_of(&self.parties[party].0.name)).collect();
        let begins_before = |pair: &&[Word]| {
            &text[pair[0].end..pair[1].start] == " "
                && is_particle(&pair[0].folded)
                && names.iter().any(|word| word.folded == pair[0].folded)
        };
        let particles = until.windows(2).rev().take_while(begins_before).count();
        until[until.len() - 1 - particles].start
    }

    /// How many words that follow the first belong to the name too: "Search" after "Pebble", of Pebble & Finch Search.
    fn rest_of_name(&self, text: &str, from: &[Word], parties: &[usize]) -> usize {
        let names: Vec<Word> = parties.iter().flat_map(|&party| words_of(&self.parties[party].0.name)).collect();
        let goes_on = |pair: &&[Word]| {
            &text[pair[0].end..pair[1].start] == " "
                && !is_legal(&pair[1].folded)
                && text[pair[1].start..].starts_with(char::is_uppercase)
                && names.iter().any(|word| word.folded == pair[1].folded)
        };
        from.windows(2).take_while(goes_on).count()
    }

    /// E-mail and web addresses that have somebody's name in them.
    fn addresses(&self, text: &str) -> Vec<Hit> {
        let mut hits = Vec::new();
        for chunk in text.split_whitespace() {
            let bare = chunk.trim_matches(|c: char| !c.is_alphanumeric() && c != '@' && c != '/');
            let is_address = bare.contains('@')
                || bare.contains("://")
                || bare
                    .split(['/', '?'])
                    .next()
                    .and_then(|host| host.rsplit_once('.'))
                    .is_some_and(|(host, end)| host.ends_with(char::is_alphanumeric) && is_domain(&fold(end)));
            if !is_address {
                continue;
            }
            // Whatever is between its letters: "ottoline.quill@…", "ottolinequill@…".
            const LONG_ENOUGH: usize = 4;
            let folded = fold(bare);
            let labels: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
            let has =
                |word: &String| labels.contains(&word.as_str()) || word.len() >= LONG_ENOUGH && folded.contains(word);
            let mut parties: Vec<usize> = self
                .forms
                .iter()
                .filter(|form| form.words.iter().any(|word| !is_company_word(word) && has(word)))
                .map(|form| form.party)
                .collect();
            parties.sort_unstable();
            parties.dedup();
            if !parties.is_empty() {
                // Both are slices of the text.
                let start = bare.as_ptr() as usize - text.as_ptr() as usize;
                hits.push(Hit { start, end: start + bare.len(), parties, is_address: true });
            }
        }
        hits
    }
}

/// Whether a form stands in the text from a word on.
fn stands(form: &Form, text: &str, words: &[Word], at: usize) -> bool {
    let Some(these) = words.get(at..at + form.words.len()) else { return false };
    let is_same = form.words.iter().zip(these).all(|(word, this)| *word == this.folded);
    let is_close =
        these.windows(2).all(|pair| text[pair[0].end..pair[1].start].chars().all(|c| " -–'’.,\u{a0}".contains(c)));
    if !is_same || !is_close || !form.needs_capital {
        return is_same && is_close;
    }
    // Signs that have no capitals count as such.
    let has_capital =
        these.iter().all(|word| is_little(&word.folded) || !text[word.start..word.end].starts_with(char::is_lowercase));
    // "Will you …", "May I …": asked, not called.
    let is_asking = matches!(form.words[0].as_str(), "will" | "may")
        && words.get(at + 1).is_some_and(|next| is_little(&next.folded));
    has_capital && !is_asking && !(form.is_weak && begins_sentence(text, these[0].start))
}

/// Whether what stands between two names of one party makes them one.
fn is_joined(between: Option<&str>, is_company: bool) -> bool {
    matches!((between, is_company), (Some(" " | "-"), _) | (Some(" and " | " & "), true))
}

/// Where the place of a name begins, with the article or title in front of it, and whether something that stands before it takes the place
/// of an article: "my", "the", "Dana's".
fn article(text: &str, words: &[Word], start: usize) -> (usize, bool) {
    let mut start = start;
    let mut at = words.partition_point(|word| word.start < start);
    let before = |at: usize, start: usize| {
        let word = words.get(at.checked_sub(1)?)?;
        text[word.end..start].chars().all(|c| c == ' ' || c == '.').then_some(word)
    };
    while let Some(title) = before(at, start).filter(|word| is_title(&word.folded)) {
        start = title.start;
        at -= 1;
    }
    match before(at, start).filter(|word| !text[word.end..start].contains('.')) {
        Some(word) if matches!(word.folded.as_str(), "a" | "an") => (word.start, false),
        Some(word) if is_owner(&word.folded) => (start, true),
        // The s of "Dana's".
        Some(word) => (start, word.folded == "s" && text[..word.start].ends_with(['\'', '’'])),
        None => (start, false),
    }
}

fn begins_sentence(text: &str, start: usize) -> bool {
    let before =
        text[..start].trim_end_matches(|c: char| c != '\n' && (c.is_whitespace() || "\"'“‘„«([*•-–—".contains(c)));
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':', '\n', '。', '！', '？'])
}

/// The end of a company's name, with the "Inc." that may follow.
fn with_legal(text: &str, words: &[Word], next: usize) -> usize {
    let end = words[next - 1].end;
    let Some(word) = words.get(next).filter(|word| is_legal(&word.folded)) else { return end };
    if !matches!(&text[end..word.start], " " | ", ") {
        return end;
    }
    // Its full stop goes with it, unless it ends the sentence too.
    let rest = &text[word.end..];
    let goes_on = |after: &str| after.trim_start().starts_with(|c: char| c.is_lowercase() || ",;:)".contains(c));
    word.end + usize::from(rest.strip_prefix('.').is_some_and(goes_on))
}

/// The ways in which somebody may be called.
fn forms(party: &Party, at: usize) -> Vec<Form> {
    let words: Vec<Word> = words_of(&party.name);
    let is_title = |word: &Word| is_title(&word.folded);
    // What begins small is written small throughout: then capitals mean nothing.
    let is_small = !party.name.contains(char::is_uppercase);
    let form = |words: Vec<String>, needs_capital, is_weak| Form { words, needs_capital, is_weak, party: at };
    let kept: Vec<&Word> = words.iter().filter(|word| party.is_company || !is_title(word)).collect();
    let legal = kept.iter().rev().take_while(|word| party.is_company && is_legal(&word.folded)).count();
    // "employment lawyer": who goes by what they do, in words that stand for much else.
    let by_role = !party.is_company && kept.last().is_some_and(|word| is_role(&word.folded));
    // "Limited" alone is a name like any other.
    let kept = &kept[..if legal < kept.len() { kept.len() - legal } else { kept.len() }];
    let whole: Vec<String> = kept.iter().map(|word| word.folded.clone()).collect();
    let mut forms = Vec::new();
    if whole.len() > 1 {
        forms.push(form(whole.clone(), false, false));
        if party.is_company && whole[0] == "the" {
            forms.push(form(whole[1..].to_vec(), !is_small, false));
        }
    }
    for (place, word) in whole.iter().enumerate() {
        let letters = word.chars().count();
        let is_short = letters < 4;
        let is_whole = whole.len() == 1;
        let is_nothing = match (is_whole, party.is_company) {
            (true, _) => matches!(word.as_str(), "i" | "a"),
            // A letter alone is an initial, or a sign that is part of a word.
            (false, _) if letters < 2 || is_little(word) => true,
            (false, true) => is_short || is_company_word(word),
            (false, false) => is_particle(word) || by_role && is_role(word),
        };
        if is_nothing {
            continue;
        }
        let needs_capital = if party.is_company { !is_small } else { is_short || by_role || is_ordinary(word) };
        let is_weak = is_little(word) || party.is_company && place > 0 && is_ordinary(word);
        forms.push(form(vec![word.clone()], needs_capital || is_little(word), is_weak));
    }
    forms
}

/// Who and what an interview names.
fn parties_of(interview: &Interview) -> Vec<Party> {
    let mut all = Vec::new();
    let mut person = |name: &str| {
        let name = name.split('(').next().unwrap_or_default().trim();
        let words = words_of(name);
        let is_name = words.iter().any(|word| {
            !is_role(&word.folded)
                && !is_title(&word.folded)
                && !is_little(&word.folded)
                && !word.folded.bytes().all(|b| b.is_ascii_digit())
        });
        if is_name {
            all.push(Party {
                key: key("person", &words),
                name: name.to_owned(),
                is_company: false,
                role: role(interview),
            });
        }
    };
    // "Dana and Bram", "Dana / Bram".
    let together = |names: &str| -> Vec<String> {
        names.replace(" and ", "/").split(['/', '&', '+', ';']).map(str::to_owned).collect()
    };
    together(interview.name()).iter().for_each(|name| person(name));
    let (role, at) = interview.role().split_once(" at ").unwrap_or((interview.role(), ""));
    // Behind the comma stands a role, or another name: "Dana Whitfield, Bram Teasel".
    for name in role.split(',').flat_map(together) {
        let words = words_of(&name);
        let is_name = |word: &Word| name[word.start..].starts_with(char::is_uppercase) && is_name_word(&word.folded);
        if !words.is_empty() && words.len() <= 3 && words.iter().all(is_name) {
            person(&name);
        }
    }
    let mut company = |name: &str| {
        let name = name.trim();
        let words = words_of(name);
        if !words.is_empty() {
            all.push(Party { key: key("company", &words), name: name.to_owned(), is_company: true, role: "a company" });
        }
    };
    company(&interview.company);
    company(at.split(',').next().unwrap_or_default());
    all
}

fn key(kind: &str, words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    format!("{kind} {}", words.join(" "))
}

/// What to call whoever was asked. Never the role in their own words, which may tell who they are.
fn role(interview: &Interview) -> &'static str {
    let words = fold(interview.who.split_once(',').map_or(interview.who.as_str(), |(_, role)| role));
    if ["recruit", "talent", "sourcer", "headhunt"].iter().any(|word| words.contains(word)) {
        return "a recruiter";
    }
    if words.contains("hiring manager") {
        return "a hiring manager";
    }
    match interview.stage {
        Some(Stage::RecruiterCall) => "a recruiter",
        Some(Stage::HiringManager) => "a hiring manager",
        Some(Stage::Panel) => "a panel member",
        Some(Stage::Hr) => "an HR partner",
        Some(Stage::PhoneScreen | Stage::SecondRound | Stage::FollowUp) | None => INTERVIEWER,
        Some(Stage::Informational) => "a contact",
    }
}

/// The words of a text: letters, figures and the accents that stand by themselves; "O’Fenn" is one, and "&" is the word that it is read as.
/// Signs of scripts that are written without spaces are words of their own.
fn words_of(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    for (start, c) in text.char_indices() {
        let end = start + c.len_utf8();
        let is_accent = ('\u{300}'..='\u{36f}').contains(&c);
        let is_alone = c >= '\u{2e80}' && c.is_alphanumeric();
        if !is_accent && !c.is_alphanumeric() {
            let is_initial = |word: &Word| start - word.start == 1 && text[end..].starts_with(char::is_alphanumeric);
            is_open = is_open && matches!(c, '\'' | '’') && words.last().is_some_and(is_initial);
            if c == '&' {
                words.push(Word { start, end, folded: "and".to_owned() });
            }
            continue;
        }
        match words.last_mut().filter(|_| is_open && !is_alone) {
            Some(word) => word.end = end,
            None => words.push(Word { start, end, folded: String::new() }),
        }
        is_open = !is_alone;
    }
    for word in words.iter_mut().filter(|word| word.folded.is_empty()) {
        word.folded = fold(&text[word.start..word.end]).replace(['\'', '’'], "");
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interview(who: &str, company: &str, stage: Stage) -> Interview {
        Interview { who: who.into(), company: company.into(), stage: Some(stage), ..Interview::default() }
    }

    fn some() -> Vec<Interview> {
        vec![
            interview("Dana Quill, recruiter", "Pebble & Finch Search, Inc.", Stage::RecruiterCall),
            interview("Dr. Grace Will-Teasel, CTO", "Apple", Stage::HiringManager),
            interview("James O’Fenn", "The Larkspur Homes Ltd", Stage::Panel),
            interview("Émilie van der Wren and Mary Ann Pyke", "gorse.example", Stage::Hr),
            interview("An Li", "Thistledown Hospice", Stage::Informational),
            interview("田中さくら", "", Stage::PhoneScreen),
            interview("recruiter", "", Stage::FollowUp),
        ]
    }

    fn redacted(text: &str) -> String {
        Redaction::new(&parties(&some()), &[]).text(text)
    }

    fn check(pairs: &[(&str, &str)]) {
        for (text, expected) in pairs {
            assert_eq!(redacted(text), *expected, "{text}");
            assert_eq!(redacted(expected), *expected, "nothing is left to be taken out");
        }
    }

    #[test]
    fn names_and_their_parts_become_roles() {
        check(&[
            ("Dana Quill told me so.", "A recruiter told me so."),
            ("I worked with Dana, and with Ms. Quill too.", "I worked with a recruiter, and with a recruiter too."),
            ("Dana's team and dana’s calls, DANA", "A recruiter's team and a recruiter’s calls, a recruiter"),
            (
                "James' shift, O'Fenn's plan, James O'Fenn",
                "A panel member’s shift, a panel member's plan, a panel member",
            ),
            ("emilie and van der Wren; Mary Ann asked.", "an HR partner and an HR partner; an HR partner asked."),
            (
                "I told my friend Dana that Dr. Grace agreed.",
                "I told my friend a recruiter that a hiring manager agreed.",
            ),
            ("田中さくらさんは", "an interviewerさんは"),
        ]);
    }

    #[test]
    fn companies_become_companies_with_or_without_what_they_are_by_law() {
        check(&[
            ("At Pebble & Finch Search, Inc. they agreed.", "At a company they agreed."),
            ("At Pebble and Finch they agreed. Pebble Search too.", "At a company they agreed. A company too."),
            (
                "the Larkspur team, my Larkspur Homes Ltd. years, Larkspur.",
                "the company team, my company years, a company.",
            ),
            ("An Apple engineer said so; APPLE", "A company engineer said so; a company"),
            ("I joined Pebble Inc. Then I left.", "I joined a company. Then I left."),
            ("Thistledown liked it.", "A company liked it."),
        ]);
    }

    #[test]
    fn no_part_of_a_name_is_left_wherever_it_stands() {
        let hidden = [
            "dana",
            "quill",
            "grace",
            "teasel",
            "james",
            "ofenn",
            "emilie",
            "wren",
            "pyke",
            "pebble",
            "larkspur",
            "thistledown",
            "gorse",
        ];
        let calls = [
            "Dana Quill",
            "DANA QUILL",
            "Quill, Dana",
            "Grace",
            "Dr Grace Will-Teasel",
            "Ms. Teasel",
            "James",
            "O'Fenn",
            "O’FENN",
            "Émilie",
            "van der Wren",
            "Mary Ann Pyke",
            "Pebble",
            "Pebble & Finch",
            "pebble and finch search",
            "PEBBLE & FINCH SEARCH, INC.",
            "Larkspur",
            "The Larkspur Homes",
            "Thistledown Hospice",
            "gorse.example",
            "dana@gorse.example",
            "https://pebble.example/team/dquill",
            "@danaquill",
        ];
        let frames = [
            ("", ""),
            ("I met ", "."),
            ("(", ")"),
            ("“", "”"),
            ("the ", " team"),
            ("an ", "-led team"),
            ("my dear ", "’s"),
            ("a\n", "\nb"),
            ("- ", ": yes"),
            ("**", "**"),
            ("Yes. ", "!"),
        ];
        for (call, (before, after)) in calls.iter().flat_map(|call| frames.map(|frame| (call, frame))) {
            let left = redacted(&format!("{before}{call}{after}"));
            let words: Vec<String> = words_of(&left).into_iter().map(|word| word.folded).collect();
            assert!(!hidden.iter().any(|name| words.iter().any(|word| word == name)), "{before}{call}{after}: {left}");
        }
    }

    #[test]
    fn other_words_stay_as_they_are() {
        for text in [
            "An apple a day, a pebble, finches, Danish, danas, the recruiter.",
            "Will you stay calm with grace? May I search homes and mills? An hour.",
            "I quilled it. The grace of it, at home.",
            "Homes are what I know. Search is easy.",
            "",
            "…!? 😀 \u{301}",
        ] {
            assert_eq!(redacted(text), text);
        }
    }

    #[test]
    fn addresses_with_a_name_go_as_a_whole() {
        check(&[
            ("Write to dana.quill@pebble.example, please.", "Write to an address, please."),
            ("See https://network.example/in/danaquill/ or (www.apple.com).", "See an address or (an address)."),
            ("I know Node.js and mail@other.invalid.", "I know Node.js and mail@other.invalid."),
        ]);
    }

    #[test]
    fn what_is_ticked_stays_and_the_longest_name_wins() {
        let interviews = [
            interview("Dana Quill, recruiter", "Quill & Fenn", Stage::RecruiterCall),
            interview("Dana Fenn", "", Stage::Panel),
        ];
        let all = parties(&interviews);
        let names: Vec<_> = all.iter().map(|party| party.name.as_str()).collect();
        assert_eq!(names, ["Dana Quill", "Quill & Fenn", "Dana Fenn"]);
        let shown = Redaction::new(&all, &[all[0].key.clone()]);
        assert_eq!(shown.text("Dana Quill of Quill & Fenn"), "Dana Quill of a company");
        assert_eq!(shown.text("Dana said it"), "An interviewer said it", "one of the two may not be shown");
        assert_eq!(shown.who(&interviews[0]), "Dana Quill, recruiter");
        assert_eq!(shown.named("Quill & Fenn, Dana Fenn"), [1, 2]);
    }

    #[test]
    fn who_said_it_is_told_as_far_as_ticked() {
        let all = parties(&some());
        let who = |shown: &[usize], at: usize| {
            let shown: Vec<String> = shown.iter().map(|&place| all[place].key.clone()).collect();
            Redaction::new(&all, &shown).who(&some()[at])
        };
        assert_eq!(who(&[], 0), "a recruiter");
        assert_eq!(who(&[1], 0), "a recruiter at Pebble & Finch Search, Inc.");
        assert_eq!(who(&[0, 1], 0), "Dana Quill, recruiter, Pebble & Finch Search, Inc.");
        assert_eq!(who(&[], 1), "a hiring manager");
        assert_eq!(who(&[], 6), "a recruiter");
        let role = [interview("Bo Marsh, head of care at Larkspur", "", Stage::Panel)];
        let all = parties(&role);
        assert_eq!(Redaction::new(&all, &[all[0].key.clone()]).who(&role[0]), "Bo Marsh, head of care at a company");
    }

    #[test]
    fn the_words_for_what_somebody_does_stay_where_they_mean_something_else() {
        let some = [
            interview("employment lawyer", "", Stage::Panel),
            interview("group HR manager", "", Stage::Hr),
            interview("HR generalist", "", Stage::Hr),
            interview("product panel of three", "", Stage::Panel),
            interview("dana designer", "", Stage::RecruiterCall),
        ];
        let redaction = Redaction::new(&parties(&some), &[]);
        let check = |text: &str, expected: &str| assert_eq!(redaction.text(text), expected);
        let same = "I'm solid on employment law, bring data into HR, ran three shifts and listen to manager and designer as a group.";
        check(same, same);
        check(
            "An employment lawyer told me so, then the group HR manager.",
            "A panel member told me so, then the HR partner.",
        );
        check("Dana told me so.", "A recruiter told me so.");
    }

    #[test]
    fn one_name_is_asked_about_once_and_a_role_is_no_name() {
        let all = parties(&[
            interview("Dana Quill", "Apple", Stage::PhoneScreen),
            interview("dana quill, recruiter", "apple", Stage::FollowUp),
            interview("Hiring manager 2", "", Stage::Panel),
            interview("Bo Marsh, Isolde Marrow", "", Stage::Panel),
            interview("Tom Reed, Head of Service", "", Stage::Panel),
        ]);
        let told: Vec<_> = all.iter().map(|party| (party.name.as_str(), party.role)).collect();
        let panel = "a panel member";
        let expected = [
            ("Dana Quill", "a recruiter"),
            ("Apple", "a company"),
            ("Bo Marsh", panel),
            ("Isolde Marrow", panel),
            ("Tom Reed", panel),
        ];
        assert_eq!(told, expected);
    }
}
