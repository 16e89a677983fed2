//! What was worked out for the last question, so that the next one need not begin anew.

use std::borrow::Borrow;
use std::hash::Hash;
use std::rc::Rc;

use rustc_hash::FxHashMap;

/// Results by what they were made from. A result must depend on its key alone (and on the knowledge, which an engine never changes): then
/// nobody can tell a remembered one from a new one.
#[derive(Debug)]
pub(crate) struct Memo<K, V> {
    now: FxHashMap<K, Rc<V>>,
    before: FxHashMap<K, Rc<V>>,
}

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self { now: FxHashMap::default(), before: FxHashMap::default() }
    }
}

impl<K: Eq + Hash, V> Memo<K, V> {
    /// The result for this key, remembered or made.
    pub(crate) fn get<Q>(&mut self, key: &Q, make: impl FnOnce() -> V) -> Rc<V>
    where
        K: Borrow<Q>,
        Q: Eq + Hash + ToOwned<Owned = K> + ?Sized,
    {
        if let Some(value) = self.now.get(key) {
            return Rc::clone(value);
        }
        let (key, value) = self.before.remove_entry(key).unwrap_or_else(|| (key.to_owned(), Rc::new(make())));
        self.now.insert(key, Rc::clone(&value));
        value
    }

    /// Forgets what was not asked for since the last call of this, so that a memo never holds more than one question needs.
    pub(crate) fn keep_used(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remembers_what_the_last_question_used() {
        let mut memo: Memo<String, usize> = Memo::default();
        let mut made = 0;
        let mut ask = |memo: &mut Memo<String, usize>, key: &str| {
            memo.get(key, || {
                made += 1;
                key.len()
            });
            made
        };
        assert_eq!((ask(&mut memo, "one"), ask(&mut memo, "one"), ask(&mut memo, "three")), (1, 1, 2));
        memo.keep_used();
        assert_eq!(ask(&mut memo, "one"), 2);
        memo.keep_used();
        // Not asked for in the question before.
        assert_eq!(ask(&mut memo, "three"), 3);
        assert_eq!(ask(&mut memo, "one"), 3);
    }
}
