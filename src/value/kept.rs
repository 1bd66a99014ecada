//! Texts that are kept for as long as the program runs, each once: names that a list gives to its own fields.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// A text that stays. The built-in fields have such names from the program itself; those of a list stand beside them.
///
/// What is kept is never given back. A list has a few dozen names, and each is kept once however often it is read.
#[must_use]
pub fn kept(text: &str) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.get(text) {
        return known;
    }
    let new: &'static str = Box::leak(text.to_owned().into_boxed_str());
    all.insert(new);
    new
}
