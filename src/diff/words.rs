//! Words of the vocabulary that came, went, or are called otherwise, and how many entries they touch.

use super::fields::flat;
use super::state::State;
use crate::read::Target;
use crate::value::kept;
use crate::yaml::{Node, Value};

/// A word that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordChange {
    /// The section.
    pub section: &'static str,
    /// The word; of one that is gone, what it was.
    pub word: String,
    /// Its label in the list's first language.
    pub label: String,
    /// What became of it.
    pub was: WordWas,
    /// How many entries use it, or used it before it went.
    pub entries: usize,
}

/// What became of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordWas {
    /// It was not there.
    Nothing,
    /// It is no longer there.
    There,
    /// It was another word for the same.
    Called(String),
    /// Its labels were others; this was the first.
    Labelled(String),
    /// Only what is said about it was another.
    Described,
}

/// Compares the vocabularies of two states.
pub(super) fn compare(before: &State, after: &State) -> Vec<WordChange> {
    let mut changes = Vec::new();
    let (old, new) = (before.own("vocabulary.yaml"), after.own("vocabulary.yaml"));
    let sections = |state: &State| state.examined.catalog.vocabulary.sections().collect::<Vec<_>>();
    let mut names = sections(after);
    names.extend(
        sections(before).into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>(),
    );
    for name in names {
        let (old, new) = (words(old, name), words(new, name));
        let find = |words: &[(String, &Node)], word: &str| words.iter().any(|(w, _)| w == word);
        let mut gone: Vec<&(String, &Node)> =
            old.iter().filter(|(word, _)| !find(&new, word)).collect();
        for (word, term) in &new {
            let label = after.label(name, word);
            let was = match old.iter().find(|(old, _)| old == word) {
                Some((_, was)) if flat(was) == flat(term) => continue,
                Some(_) if before.label(name, word) != label => {
                    WordWas::Labelled(before.label(name, word))
                }
                Some(_) => WordWas::Described,
                None => {
                    let same = |(other, _): &&(String, &Node)| before.label(name, other) == label;
                    match gone.iter().position(same) {
                        Some(at) => WordWas::Called(gone.remove(at).0.clone()),
                        None => WordWas::Nothing,
                    }
                }
            };
            changes.push(change(after, name, word, label, was));
        }
        for (word, _) in gone {
            changes.push(change(before, name, word, before.label(name, word), WordWas::There));
        }
    }
    changes
}

fn change(state: &State, name: &str, word: &str, label: String, was: WordWas) -> WordChange {
    let uses = |target: &Target| matches!(target, Target::Word(of, w) if *of == name && w == word);
    let records = state.examined.catalog.readable();
    let entries = records.filter(|record| record.uses.iter().any(|named| uses(&named.target)));
    WordChange { section: kept(name), word: word.to_owned(), label, was, entries: entries.count() }
}

fn words<'n>(vocabulary: Option<&'n Node>, section: &str) -> Vec<(String, &'n Node)> {
    match vocabulary.and_then(|node| node.get(section)).map(|node| &node.value) {
        Some(Value::Map(pairs)) => {
            pairs.iter().map(|pair| (pair.key.text.clone(), &pair.value)).collect()
        }
        _ => Vec::new(),
    }
}
