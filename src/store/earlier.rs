//! Tidies what earlier saves replaced, so that it stays small: docs/data-safety.md states the rule.
//!
//! A save leads back to the state before it. So joining two that follow one another, of each record the older state, leads
//! back to the state before both, and the state between them is given up.

use std::rc::Rc;

use idb::{Database, Error, Transaction, TransactionMode};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::indexed_db::{BEFORE, OVERWRITTEN, SAVES, length, number, object};

/// So many of the last saves stay as they are.
const LAST: usize = 20;
/// Of so many days before them, those on which something was saved, one state each.
const DAYS: usize = 31;
/// About how many bytes all of it may take. The oldest goes first, the last save never.
const BUDGET: u32 = 10_000_000;
/// So many records stay that were replaced by another tab's.
const REPLACED: usize = 200;

/// What is known of a save without reading what it replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    number: u32,
    day: String,
    length: u32,
}

/// What is to be done, oldest first.
#[derive(Debug, Default, PartialEq, Eq)]
struct Plan {
    /// Saves to be made one, each time two or more.
    join: Vec<Vec<u32>>,
    forget: Vec<u32>,
}

/// Tidies in a transaction of its own, when the code for it is here. A failure leaves everything as it was, and the next
/// time is soon.
pub(super) fn tidy_soon(database: &Rc<Database>) {
    let database = Rc::clone(database);
    spawn_local(async move {
        let _ = tidy(database).await;
    });
}

#[wasm_split(workshop, fallible)]
fn tidy(database: Rc<Database>) -> Result<(), SplitLoaderError> {
    spawn_local(async move {
        let stores = [SAVES, BEFORE, OVERWRITTEN];
        if let Ok(transaction) = database.transaction(&stores, TransactionMode::ReadWrite)
            && carry_out(&transaction).await.is_err()
        {
            let _ = transaction.abort();
        }
    });
    Ok(())
}

/// By the order of the numbers, whatever the clock said: a clock set back joins no days that lie apart.
fn plan(saves: &[Entry]) -> Plan {
    let (older, last) = saves.split_at(saves.len().saturating_sub(LAST));
    let days: Vec<&[Entry]> = older.chunk_by(|one, next| one.day == next.day).collect();
    let length = |saves: &[Entry]| saves.iter().map(|save| save.length).fold(0, u32::saturating_add);
    let mut room = BUDGET.saturating_sub(length(last));
    let mut plan = Plan::default();
    // The latest first, so that the oldest goes where there is no room.
    for (count, day) in days.iter().rev().enumerate() {
        let length = length(day);
        if count >= DAYS || length > room {
            room = 0;
            plan.forget.splice(0..0, day.iter().map(|save| save.number));
        } else {
            room -= length;
            if day.len() > 1 {
                plan.join.insert(0, day.iter().map(|save| save.number).collect());
            }
        }
    }
    let too_long = last.iter().rev().skip(1).scan(last.last().map_or(0, |save| save.length), |sum, save| {
        *sum = sum.saturating_add(save.length);
        Some((save.number, *sum))
    });
    let mut too_long: Vec<u32> = too_long.filter(|(_, sum)| *sum > BUDGET).map(|(number, _)| number).collect();
    too_long.reverse();
    plan.forget.extend(too_long);
    plan
}

async fn carry_out(transaction: &Transaction) -> Result<(), Error> {
    let (saves, before) = (transaction.object_store(SAVES)?, transaction.object_store(BEFORE)?);
    let entries = saves.get_all(None, None)?.await?;
    let Plan { join, forget } = plan(&entries.iter().filter_map(entry).collect::<Vec<_>>());
    for number in forget {
        saves.delete(JsValue::from(number))?;
        before.delete(JsValue::from(number))?;
    }
    for group in join {
        let mut asked = Vec::new();
        for number in &group {
            asked.push(before.get(JsValue::from(*number))?);
        }
        let mut records: Vec<JsValue> = Vec::new();
        for asked in asked {
            let replaced = asked.await?.map(|entry| field(&entry, "records"));
            records.extend(replaced.and_then(|records| records.dyn_into::<Array>().ok()).iter().flat_map(Array::iter));
        }
        // Of each record the oldest state: sorting keeps the order of equals.
        let name = |record: &JsValue| {
            let part = |at| record.dyn_ref::<Array>().and_then(|record| record.get(at).as_string());
            (part(0), part(1))
        };
        records.sort_by_cached_key(name);
        records.dedup_by_key(|record| name(record));
        let records: Array = records.into_iter().collect();
        let (Some(first), Some(rest)) = (group.first(), group.get(1..)) else { continue };
        if let Some(entry) = entries.iter().find(|entry| number(&field(entry, "number")) == Some(*first)) {
            let length = JsValue::from(length(&records));
            Reflect::set(entry, &"length".into(), &length).map_err(|error| Error::UnexpectedJsType("a save", error))?;
            saves.put(entry, None)?;
        }
        before.put(&object(&[("number", &JsValue::from(*first)), ("records", &records)])?, None)?;
        for number in rest {
            saves.delete(JsValue::from(*number))?;
            before.delete(JsValue::from(*number))?;
        }
    }
    let replaced = transaction.object_store(OVERWRITTEN)?;
    let numbers = replaced.get_all_keys(None, None)?.await?;
    for number in numbers.iter().rev().skip(REPLACED) {
        replaced.delete(number.clone())?;
    }
    Ok(())
}

fn entry(value: &JsValue) -> Option<Entry> {
    let length = field(value, "length").as_f64()? as u32;
    Some(Entry { number: number(&field(value, "number"))?, day: field(value, "day").as_string()?, length })
}

/// Undefined where there is no such field.
fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many saves each day, all of one length.
    fn saves(days: &[usize], length: u32) -> Vec<Entry> {
        let days = days.iter().enumerate().flat_map(|(day, count)| vec![day; *count]);
        days.zip(1..).map(|(day, number)| Entry { number, day: format!("day {day}"), length }).collect()
    }

    /// The numbers that are left when the plan has been carried out.
    fn left(saves: &[Entry]) -> Vec<u32> {
        let Plan { join, forget } = plan(saves);
        let gone: Vec<u32> = join.iter().flat_map(|group| group[1..].to_vec()).chain(forget).collect();
        saves.iter().map(|save| save.number).filter(|number| !gone.contains(number)).collect()
    }

    #[test]
    fn the_last_twenty_saves_stay_and_one_of_each_day_before() {
        assert_eq!(plan(&saves(&[20], 100)), Plan::default());
        let plan = plan(&saves(&[3, 2, 19], 100));
        assert_eq!(plan, Plan { join: vec![vec![1, 2, 3]], forget: Vec::new() });
        assert_eq!(left(&saves(&[3, 4, 19], 100)), [vec![1, 4], (7..=26).collect()].concat());
    }

    #[test]
    fn one_state_a_day_is_kept_for_a_month() {
        let mut days = vec![2; 40];
        days.push(20);
        let left = left(&saves(&days, 100));
        assert_eq!(left.len(), 31 + 20);
        assert_eq!(left[0], 19, "the first save of the tenth day");
    }

    #[test]
    fn all_of_it_stays_within_the_budget_and_the_oldest_goes_first() {
        let left_of = |days: &[usize], length| left(&saves(days, length));
        assert_eq!(left_of(&[1, 1, 1, 20], 450_000), (2..=23).collect::<Vec<_>>());
        assert_eq!(left_of(&[1, 20], 4_000_000), [20, 21]);
        assert_eq!(left_of(&[1, 20], 40_000_000), [21], "the last save stays whatever it takes");
    }

    #[test]
    fn a_clock_that_was_set_back_joins_no_days_that_lie_apart() {
        let mut saves = saves(&[2, 2, 2, 20], 1);
        for save in &mut saves[4..6] {
            save.day = "day 0".into();
        }
        assert_eq!(plan(&saves).join, [vec![1, 2], vec![3, 4], vec![5, 6]]);
    }

    #[test]
    fn tidying_twice_does_nothing_more() {
        let all = saves(&[3, 4, 30], 100);
        let left = left(&all);
        let rest: Vec<Entry> = all.into_iter().filter(|save| left.contains(&save.number)).collect();
        assert_eq!(plan(&rest), Plan::default());
    }
}
