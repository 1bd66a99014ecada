//! Vocabulary: every word is used by an entry, or it is in the way of finding the right one; every abbreviation occurs in a text.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexSet;

use super::{Check, Subject};
use crate::diag::{Alike, Code, Diag, Place};
use crate::read::Target;
use crate::value::{evened, is_device, is_same, is_slip};
use crate::vocabulary::uses;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("words_are_used", words_are_used),
    ("abbreviations_are_used", abbreviations_are_used),
    ("labels_tell_words_apart", labels_tell_words_apart),
    ("words_can_name_folders", words_can_name_folders),
];

/// The section whose words are not named by entries, but stand in texts.
const ABBREVIATIONS: &str = "abbreviation";

fn words_are_used(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let catalog = subject.catalog;
    // A word may be that of a field which survey.yaml could not tell.
    let meant = words_of_broken_entries(subject).filter(|_| catalog.registry.is_certain);
    let Some(meant) = meant else { return };
    let Some(file) = subject.sources.find("entries/vocabulary.yaml") else { return };
    let mut used: IndexSet<(&str, &str)> = IndexSet::new();
    for named in catalog.readable().flat_map(|record| &record.uses) {
        if let Target::Word(section, word) = &named.target {
            used.insert((section, word));
        }
    }
    for section in catalog.vocabulary.sections().filter(|section| *section != ABBREVIATIONS) {
        let unused = |word: &&str| {
            !used.contains(&(section, *word)) && !meant.iter().any(|text| is_meant(text, word))
        };
        for word in catalog.vocabulary.words(section).filter(unused) {
            findings.push(
                Diag::new(
                    Code::UnusedWord,
                    Place::key(file, format!("{section}.{word}")),
                    format!("no entry uses the word `{word}` of `{section}`"),
                )
                .alike(Alike::items(format!("no entry uses {{}} words of `{section}`"), word))
                .help("use it, or delete it until an entry needs it"),
            );
        }
    }
}

/// What stands in entries with errors and could be a word. Such an entry may be the only one that uses a word, under a
/// misspelt key or in a file that is no YAML. `None` where a file gives no text, so that nothing can be told.
fn words_of_broken_entries(subject: Subject<'_>) -> Option<BTreeSet<&str>> {
    let catalog = subject.catalog;
    let whole: BTreeSet<_> = catalog.records.iter().map(|record| record.file).collect();
    let mut words = BTreeSet::new();
    for file in catalog.files.iter().filter(|file| !whole.contains(&file.file)) {
        let text = subject.sources.file(file.file).text();
        if text.is_empty() {
            return None;
        }
        let parts = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        words.extend(parts.filter(|part| !part.is_empty()));
    }
    Some(words)
}

/// Whether a text is a word or one slip away from it.
fn is_meant(text: &str, word: &str) -> bool {
    text == word
        || text.len().abs_diff(word.len()) <= 2 && (is_same(text, word) || is_slip(text, word))
}

/// A word is a folder of the site, and a clone of the site must be possible on any system.
fn words_can_name_folders(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/vocabulary.yaml") else { return };
    for section in subject.catalog.vocabulary.sections() {
        for word in subject.catalog.vocabulary.words(section).filter(|word| is_device(word)) {
            let place = Place::key(file, format!("{section}.{word}"));
            let message =
                format!("`{word}` is reserved and cannot be a word: Windows keeps it for a device");
            findings.push(Diag::new(Code::ReservedId, place, message).help(format!(
                "write another word, such as `{word}-{section}`, wherever it is used"
            )));
        }
    }
}

/// Looked for as it is written, in every file of the list; its own lines in vocabulary.yaml do not count.
fn abbreviations_are_used(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let words = subject.catalog.vocabulary.section(ABBREVIATIONS).into_iter().flatten();
    let Some(file) = subject.sources.find("entries/vocabulary.yaml") else { return };
    let texts: Vec<&str> = subject
        .sources
        .iter()
        .filter(|(id, source)| *id != file && source.path.starts_with("entries/"))
        .map(|(_, source)| source.text())
        .collect();
    // Labels and descriptions of the other words are shown as well.
    let own = subject.sources.file(file).text();
    let others = own.split_once("\nabbreviation:").map_or(own, |(before, _)| before);
    for (word, term) in words {
        let mut labels = term.label.0.values();
        let used = |label: &String| {
            texts.iter().chain(std::iter::once(&others)).any(|text| uses(text, label))
        };
        if !labels.any(used) {
            findings.push(
                Diag::new(
                    Code::UnusedWord,
                    Place::key(file, format!("{ABBREVIATIONS}.{word}")),
                    format!("no text of the list uses the abbreviation `{word}`"),
                )
                .alike(Alike::items("no text of the list uses {} abbreviations", word.as_str()))
                .help("delete it until a text needs it"),
            );
        }
    }
}

/// Compared within a language, whatever the case, the spaces and the hyphens.
fn labels_tell_words_apart(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/vocabulary.yaml") else { return };
    let folded = |label: &str| {
        let even = evened(label);
        even.chars().filter(|c| !c.is_whitespace() && *c != '-').collect::<String>()
    };
    for section in subject.catalog.vocabulary.sections() {
        let mut seen: BTreeMap<(&str, String), &str> = BTreeMap::new();
        for (word, term) in subject.catalog.vocabulary.section(section).into_iter().flatten() {
            for (language, label) in &term.label.0 {
                let key = (language.as_str(), folded(label));
                let Some(first) = seen.get(&key).copied() else {
                    seen.insert(key, word.as_str());
                    continue;
                };
                let place = |word: &str| Place::key(file, format!("{section}.{word}"));
                let message = format!("`{word}` and `{first}` are both labelled `{label}`");
                findings.push(
                    Diag::new(Code::DuplicateLabel, place(word.as_str()), message)
                        .also(place(first), "the first of them")
                        .help("use one word for both, or let the labels say how they differ"),
                );
                break;
            }
        }
    }
}
