//! Vocabulary: every word is used by an entry, or it is in the way of finding the right one.

use indexmap::IndexSet;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::read::Target;
use crate::vocabulary::Vocabulary;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[("words_are_used", words_are_used)];

fn words_are_used(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let catalog = subject.catalog;
    // A broken entry may be the only one that uses a word.
    if catalog.records.len() < catalog.files.len() {
        return;
    }
    let Some(file) = subject.sources.find("entries/vocabulary.yaml") else { return };
    let mut used: IndexSet<(&str, &str)> = IndexSet::new();
    for named in catalog.records.iter().flat_map(|record| &record.uses) {
        if let Target::Word(section, word) = &named.target {
            used.insert((section, word));
        }
    }
    for section in Vocabulary::SECTIONS {
        for word in
            catalog.vocabulary.words(section).filter(|word| !used.contains(&(*section, *word)))
        {
            findings.push(
                Diag::new(
                    Code::UnusedWord,
                    Place::key(file, format!("{section}.{word}")),
                    format!("no entry uses the word `{word}` of `{section}`"),
                )
                .help("use it, or delete it until an entry needs it"),
            );
        }
    }
}
