//! What English verbs do, as far as a change of person needs it: endings, irregular forms, and the small words around.

/// "leads" → "lead", "has" → "have", "catches" → "catch"; nothing if the word has no such ending.
pub(crate) fn first_person_form(word: &str) -> Option<String> {
    let fixed = match word {
        "has" => "have",
        "does" => "do",
        "doesn't" => "don't",
        "hasn't" => "haven't",
        "goes" => "go",
        "is" => "am",
        _ => "",
    };
    if !fixed.is_empty() {
        return Some(fixed.to_owned());
    }
    if !is_third_person(word) {
        return None;
    }
    if let Some(root) = word.strip_suffix("ies") {
        return Some(if root.len() > 1 { format!("{root}y") } else { format!("{root}ie") });
    }
    for ending in ["ches", "shes", "sses", "xes", "zzes", "oes"] {
        if word.ends_with(ending) {
            return Some(word[..word.len() - 2].to_owned());
        }
    }
    word.strip_suffix('s').map(str::to_owned)
}

/// Whether a word could be a verb in the third person singular.
pub(crate) fn is_third_person(word: &str) -> bool {
    word.len() > 2
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.contains('\'')
        && !matches!(
            word,
            "this"
                | "his"
                | "its"
                | "was"
                | "always"
                | "perhaps"
                | "yes"
                | "as"
                | "less"
                | "news"
                | "sometimes"
                | "besides"
                | "across"
                | "towards"
                | "afterwards"
                | "series"
                | "thanks"
                | "lots"
                | "others"
                | "others'"
                | "hers"
                | "ours"
                | "yours"
                | "theirs"
        )
}

/// Verbs so common that their third person is hardly ever a plural noun.
pub(crate) fn is_common_third_person(word: &str) -> bool {
    matches!(
        word,
        "acts"
            | "asks"
            | "adds"
            | "brings"
            | "builds"
            | "cares"
            | "catches"
            | "cuts"
            | "delivers"
            | "does"
            | "explains"
            | "finds"
            | "fixes"
            | "follows"
            | "gets"
            | "gives"
            | "goes"
            | "helps"
            | "keeps"
            | "knows"
            | "learns"
            | "leads"
            | "listens"
            | "makes"
            | "misses"
            | "moves"
            | "owns"
            | "puts"
            | "reads"
            | "remembers"
            | "says"
            | "sees"
            | "sets"
            | "shares"
            | "shows"
            | "solves"
            | "speaks"
            | "spots"
            | "stays"
            | "takes"
            | "teaches"
            | "tells"
            | "thinks"
            | "understands"
            | "writes"
    )
}

/// "calming" → "calm", "taking" → "take".
pub(crate) fn plain_form(gerund: &str) -> Option<String> {
    let root = gerund.strip_suffix("ing")?;
    let last = root.chars().last()?;
    let before = root.chars().rev().nth(1)?;
    let is_vowel = |c: char| "aeiouy".contains(c);
    // "String", "spring" and what is made of them: no verb ends in a consonant and r, or has no vowel.
    let noun = !root.contains(is_vowel) || last == 'r' && before != 'r' && !is_vowel(before);
    if noun || !root.is_ascii() {
        return None;
    }
    if last == before && !matches!(last, 's' | 'l' | 'f' | 'z' | 'e' | 'o') {
        return Some(root[..root.len() - 1].to_owned());
    }
    if last == before
        && last == 'l'
        && matches!(
            root,
            "controll" | "travell" | "modell" | "cancell" | "labell" | "excell" | "compell" | "counsell" | "tunnell"
        )
    {
        return Some(root[..root.len() - 1].to_owned());
    }
    const DROPPED_E: [&str; 41] = [
        "at", "iz", "is", "v", "ng", "dl", "bl", "pl", "tl", "gl", "rc", "nc", "uc", "ag", "us", "os", "ir", "ur",
        "id", "ut", "ak", "ik", "ok", "ap", "op", "ud", "od", "ad", "ac", "ic", "rg", "dg", "lg", "or", "ar", "rs",
        "ns", "am", "im", "in", "as",
    ];
    const KEEPS_NONE: [&str; 42] = [
        "treat", "eat", "beat", "repeat", "heat", "seat", "meet", "chat", "speak", "break", "leak", "peak", "seek",
        "look", "book", "cook", "keep", "bring", "sing", "ring", "hang", "lead", "read", "load", "spread", "train",
        "explain", "gain", "join", "retain", "maintain", "clear", "hear", "wear", "repair", "pair", "claim", "aim",
        "broad", "answer", "obtain", "sustain",
    ];
    const ENDS_PLAIN: [&str; 20] = [
        "ain", "oin", "ean", "een", "ear", "air", "oor", "eer", "our", "aim", "eam", "oom", "oad", "ead", "eat", "oat",
        "out", "eak", "ook", "tor",
    ];
    if KEEPS_NONE.contains(&root)
        || ENDS_PLAIN.iter().any(|e| root.ends_with(e))
        || root.ends_with("win")
        || root.ends_with("begin")
        || root.ends_with("listen")
    {
        return Some(root.to_owned());
    }
    const KEEP_E: [&str; 14] = [
        "writ", "rewrit", "invit", "cit", "unit", "ignit", "recit", "promot", "quot", "vot", "complet", "delet",
        "compet", "devot",
    ];
    if KEEP_E.contains(&root) {
        return Some(format!("{root}e"));
    }
    // "Scheduling" and "ruling", unlike "hauling".
    if last == 'l' && before == 'u' && !root.chars().rev().nth(2).is_some_and(is_vowel) {
        return Some(format!("{root}e"));
    }
    let vowels = root.chars().filter(|c| is_vowel(*c)).count();
    let short_e = DROPPED_E.iter().any(|ending| root.ends_with(ending))
        && !(vowels > 1
            && (root.ends_with("it") || root.ends_with("or") || root.ends_with("in") || root.ends_with("ad")));
    Some(if short_e { format!("{root}e") } else { root.to_owned() })
}

pub(crate) fn is_gerund(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ing")
        && !matches!(
            word,
            "during"
                | "nothing"
                | "something"
                | "anything"
                | "everything"
                | "morning"
                | "evening"
                | "engineering"
                | "outstanding"
                | "amazing"
                | "interesting"
                | "impressive"
                | "refreshing"
                | "willing"
                | "charming"
                | "understanding"
                | "according"
                | "including"
                | "regarding"
                | "nursing"
                | "accounting"
        )
}

pub(crate) fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "am" | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "have"
            | "has"
            | "had"
            | "do"
            | "does"
            | "did"
            | "can"
            | "could"
            | "will"
            | "would"
            | "shall"
            | "should"
            | "may"
            | "might"
            | "must"
    ) || (word.ends_with("n't") && word.len() > 3)
        || word == "cannot"
}

pub(crate) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "to" | "for"
            | "from"
            | "with"
            | "at"
            | "by"
            | "of"
            | "on"
            | "in"
            | "into"
            | "onto"
            | "about"
            | "behind"
            | "under"
            | "around"
            | "without"
            | "near"
            | "over"
            | "through"
            | "between"
            | "against"
            | "across"
            | "after"
            | "before"
            | "within"
            | "beyond"
            | "towards"
            | "among"
            | "during"
            | "inside"
            | "outside"
            | "off"
            | "out"
            | "up"
            | "down"
            | "than"
    )
}

pub(crate) fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "always"
            | "never"
            | "often"
            | "just"
            | "also"
            | "even"
            | "still"
            | "ever"
            | "already"
            | "only"
            | "actually"
            | "really"
            | "usually"
            | "quite"
            | "so"
            | "almost"
            | "sometimes"
            | "once"
            | "not"
            | "then"
            | "clearly"
            | "both"
            | "rarely"
    ) || (word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family" | "apply" | "reply" | "supply" | "rely" | "assembly" | "anomaly" | "multiply" | "comply"
        ))
}

/// Words after which a new subject stands.
pub(crate) fn begins_clause(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "but"
            | "or"
            | "that"
            | "how"
            | "when"
            | "because"
            | "if"
            | "while"
            | "what"
            | "where"
            | "why"
            | "who"
            | "which"
            | "so"
            | "though"
            | "although"
            | "unless"
            | "whether"
            | "whenever"
            | "wherever"
            | "whatever"
            | "then"
            | "cos"
            | "way"
            | "time"
            | "moment"
            | "since"
            | "plus"
            | "say"
            | "says"
            | "said"
            | "think"
            | "thinks"
            | "know"
            | "knows"
            | "felt"
            | "feel"
    )
}

/// Words that open another subject than the one before.
pub(crate) fn begins_subject(word: &str) -> bool {
    matches!(
        word,
        "who"
            | "which"
            | "that"
            | "they"
            | "we"
            | "it"
            | "people"
            | "everyone"
            | "everybody"
            | "nobody"
            | "i"
            | "because"
            | "when"
            | "if"
            | "while"
            | "until"
            | "whose"
    )
}

pub(crate) fn is_past(word: &str) -> bool {
    (word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
        || IRREGULAR.contains(&word)
        || matches!(
            word,
            "went"
                | "took"
                | "gave"
                | "wrote"
                | "saw"
                | "knew"
                | "came"
                | "drove"
                | "spoke"
                | "began"
                | "ran"
                | "broke"
                | "chose"
                | "grew"
                | "threw"
                | "flew"
                | "rang"
                | "sang"
                | "stole"
                | "rode"
                | "rose"
                | "wore"
                | "woke"
                | "ate"
        )
}

/// A past participle that follows "has", rather than an adjective that follows "is".
pub(crate) fn is_participle(word: &str) -> bool {
    const ADJECTIVES: [&str; 30] = [
        "organised",
        "organized",
        "prepared",
        "respected",
        "trusted",
        "experienced",
        "committed",
        "dedicated",
        "qualified",
        "interested",
        "focused",
        "driven",
        "skilled",
        "talented",
        "motivated",
        "detailed",
        "measured",
        "grounded",
        "liked",
        "loved",
        "unfazed",
        "relaxed",
        "gifted",
        "known",
        "used",
        "admired",
        "tired",
        "excited",
        "engaged",
        "seasoned",
    ];
    !ADJECTIVES.contains(&word)
        && ((word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed"))
            || IRREGULAR.contains(&word)
            || matches!(
                word,
                "been"
                    | "done"
                    | "taken"
                    | "given"
                    | "written"
                    | "seen"
                    | "grown"
                    | "shown"
                    | "gone"
                    | "chosen"
                    | "broken"
                    | "begun"
                    | "spoken"
                    | "thrown"
                    | "flown"
                    | "ridden"
                    | "risen"
                    | "worn"
                    | "eaten"
            ))
}

/// Past forms that are their own participles.
const IRREGULAR: [&str; 51] = [
    "built",
    "led",
    "run",
    "made",
    "got",
    "taught",
    "kept",
    "had",
    "brought",
    "won",
    "held",
    "cut",
    "put",
    "set",
    "come",
    "found",
    "left",
    "met",
    "sold",
    "spent",
    "thought",
    "told",
    "fought",
    "caught",
    "bought",
    "sent",
    "said",
    "paid",
    "laid",
    "heard",
    "read",
    "stood",
    "understood",
    "lost",
    "dealt",
    "felt",
    "learnt",
    "meant",
    "slept",
    "shut",
    "let",
    "hit",
    "split",
    "spread",
    "fed",
    "rebuilt",
    "redid",
    "stuck",
    "dug",
    "hung",
    "hurt",
];

/// Whether a word may be a verb with an object behind it.
pub(crate) fn could_be_verb(word: &str) -> bool {
    is_past(word)
        || is_third_person(word)
        || matches!(
            word,
            "trust"
                | "follow"
                | "ask"
                | "tell"
                | "thank"
                | "give"
                | "call"
                | "love"
                | "like"
                | "want"
                | "need"
                | "miss"
                | "see"
                | "hear"
                | "help"
                | "know"
                | "let"
                | "make"
                | "made"
                | "beat"
                | "chase"
                | "copy"
                | "respect"
                | "hire"
                | "show"
                | "send"
                | "remember"
                | "believe"
        )
}

/// Words that open what a verb is done to, or what somebody owns.
pub(crate) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an"
            | "the"
            | "my"
            | "your"
            | "his"
            | "her"
            | "their"
            | "our"
            | "every"
            | "each"
            | "any"
            | "some"
            | "all"
    )
}

pub(crate) fn is_number_word(word: &str) -> bool {
    matches!(
        word,
        "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "seven"
            | "eight"
            | "nine"
            | "ten"
            | "eleven"
            | "twelve"
            | "fifteen"
            | "twenty"
            | "thirty"
            | "forty"
            | "fifty"
            | "hundred"
            | "decades"
            | "years"
            | "dozens"
    )
}

/// Adjectives that open a fragment ("unflappable under pressure"), by ending or by name.
pub(crate) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 14] =
        ["able", "ible", "ful", "ous", "ive", "ic", "al", "ent", "ant", "less", "ish", "fied", "esome", "ight"];
    ENDINGS.iter().any(|e| word.ends_with(e) && word.len() > e.len() + 2)
        || matches!(
            word,
            "good"
                | "great"
                | "strong"
                | "solid"
                | "calm"
                | "cool"
                | "quick"
                | "fast"
                | "kind"
                | "fair"
                | "clear"
                | "handy"
                | "firm"
                | "gentle"
                | "sharp"
                | "keen"
                | "tough"
                | "open"
                | "honest"
                | "steady"
                | "careful"
                | "generous"
                | "warm"
                | "quiet"
                | "straight"
                | "hot"
                | "ready"
                | "happy"
                | "hands-on"
                | "comfortable"
                | "organised"
                | "organized"
                | "tidy"
                | "unfazed"
                | "unruffled"
                | "trusted"
                | "respected"
                | "prepared"
                | "experienced"
                | "gifted"
                | "skilled"
                | "practised"
                | "versed"
                | "lovely"
                | "good-humoured"
                | "ruthless"
                | "even-handed"
        )
}

/// Nouns that one has "a" of: a strong grasp, a good eye.
pub(crate) fn is_gift(word: &str) -> bool {
    matches!(
        word,
        "grasp"
            | "eye"
            | "knack"
            | "way"
            | "sense"
            | "gift"
            | "grip"
            | "feel"
            | "head"
            | "hand"
            | "nose"
            | "ear"
            | "command"
            | "understanding"
            | "record"
            | "background"
            | "touch"
            | "talent"
            | "flair"
            | "instinct"
            | "manner"
            | "approach"
            | "voice"
            | "memory"
            | "mind"
            | "habit"
            | "history"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_person_endings() {
        for (third, first) in [
            ("leads", "lead"),
            ("catches", "catch"),
            ("fixes", "fix"),
            ("carries", "carry"),
            ("goes", "go"),
            ("writes", "write"),
            ("has", "have"),
            ("raises", "raise"),
        ] {
            assert_eq!(first_person_form(third).as_deref(), Some(first));
        }
        assert_eq!(first_person_form("always"), None);
    }

    #[test]
    fn gerunds() {
        for (gerund, plain) in [
            ("calming", "calm"),
            ("taking", "take"),
            ("running", "run"),
            ("turning", "turn"),
            ("managing", "manage"),
            ("handling", "handle"),
            ("explaining", "explain"),
            ("checking", "check"),
            ("giving", "give"),
            ("selling", "sell"),
            ("speaking", "speak"),
            ("reducing", "reduce"),
            ("closing", "close"),
            ("listening", "listen"),
            ("writing", "write"),
            ("scheduling", "schedule"),
            ("ruling", "rule"),
            ("hauling", "haul"),
            ("stirring", "stir"),
        ] {
            assert_eq!(plain_form(gerund).as_deref(), Some(plain));
        }
        for noun in ["shoestring", "string", "offspring"] {
            assert_eq!(plain_form(noun), None);
        }
    }
}
