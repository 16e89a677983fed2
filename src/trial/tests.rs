//! Some inputs of each kind, the same number each time.

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// How many inputs: enough to find what is common, and a second or two.
fn some(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, ..ProptestConfig::default() }
}

/// A backup with a few bytes exchanged.
fn damaged() -> impl Strategy<Value = String> {
    (vec(any::<u8>(), 0..400), vec((any::<prop::sample::Index>(), any::<char>()), 0..6)).prop_map(|(bytes, damage)| {
        let mut letters: Vec<char> = example(&bytes).chars().collect();
        for (at, letter) in damage {
            let at = at.index(letters.len());
            letters[at] = letter;
        }
        letters.into_iter().collect()
    })
}

fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\n",
            "\r\n",
            "\n\n",
            ",",
            ";",
            "\t",
            "\"",
            "\"\"",
            "# ",
            "- ",
            "---\n",
            "=1",
            "'",
            "who,answer\n"
        ])
        .prop_map(str::to_owned),
        prop::sample::select(vec!["Bram Teasel, panel, 4 March 2026", "You stay calm.", "Name;Company;Feedback"])
            .prop_map(str::to_owned),
    ];
    vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(some(300))]

    #[test]
    fn any_records_survive_a_backup(bytes in vec(any::<u8>(), 0..1500)) {
        records(&bytes);
    }

    #[test]
    fn opening_a_backup_twice_is_opening_it_once(mine in vec(any::<u8>(), 0..800), theirs in vec(any::<u8>(), 0..800)) {
        merging(&mine, &theirs);
    }

    #[test]
    fn a_damaged_backup_is_refused_or_read_as_what_it_says(text in damaged()) {
        backup_file(&text);
    }

    #[test]
    fn interviews_survive_a_table(bytes in vec(any::<u8>(), 0..600)) {
        interviews_as_table(&bytes);
    }

    #[test]
    fn any_notes_are_read_to_their_end(text in text()) {
        notes(&text);
    }
}

proptest! {
    #![proptest_config(some(60))]

    #[test]
    fn whatever_is_done_can_be_undone(start in vec(any::<u8>(), 0..600), bytes in vec(any::<u8>(), 0..4000)) {
        acts(&start, &bytes);
    }
}

/// Found by `cargo xtask fuzz notes`: what ends a line is more than line feeds.
#[test]
fn lines_end_in_more_ways_than_one() {
    notes("\u{2028}\u{2028}ßß");
    notes("\u{2028}\u{2028}\u{1}");
}

#[test]
fn a_hundred_acts_and_more_can_be_undone() {
    let bytes: Vec<u8> = (0..20_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert!(acts(&bytes[..500], &bytes[500..]) >= 100);
}
