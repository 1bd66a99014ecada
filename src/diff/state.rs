//! A state of a list: its files, what could be read of them, and what could not.

use std::collections::{BTreeMap, BTreeSet};

use super::{Named, Reason};
use crate::catalog::Record;
use crate::diag::Severity;
use crate::examine::{Examined, examine};
use crate::kinds::{KindId, Status};
use crate::source::{FileId, Sources, line_and_column};
use crate::value::Date;
use crate::yaml::{self, Node};

/// A list as it was or is.
#[derive(Debug, Clone)]
pub struct State {
    /// The files.
    pub sources: Sources,
    /// What was read and found.
    pub examined: Examined,
    /// Files that have errors, so that some of them or all is missing.
    pub unreadable: Vec<Unreadable>,
    trees: BTreeMap<FileId, Node>,
}

/// A file that could not be read as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its path.
    pub path: String,
    /// How many errors it has.
    pub errors: usize,
    /// The line of the first, from one.
    pub line: usize,
    /// The first.
    pub first: String,
    /// Whether what could be read of it was compared.
    pub is_compared: bool,
}

/// An entry of one of the two states.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side<'s> {
    pub(super) record: &'s Record,
    pub(super) tree: &'s Node,
}

impl Side<'_> {
    pub(super) fn named(&self) -> Named {
        let label = self.record.label();
        let name = if label.trim().is_empty() { self.record.id.to_string() } else { label.into() };
        Named { kind: self.record.kind, id: self.record.id.to_string(), name }
    }

    /// The status as the file has it: that of an entry with errors may have been taken for another one.
    pub(super) fn status(&self) -> Status {
        let written = self.tree.get("status").and_then(Node::text);
        let known = |text: &str| Status::ALL.iter().copied().find(|status| status.as_str() == text);
        written.map_or(Status::Listed, |text| known(text).unwrap_or(self.record.common.status()))
    }
}

impl State {
    /// Reads and checks a list as far as it can be read.
    #[must_use]
    pub fn of(sources: Sources, as_of: Option<Date>) -> Self {
        let examined = examine(&sources, as_of);
        let mut trees = BTreeMap::new();
        for (id, source) in sources.iter() {
            let is_read =
                source.path.starts_with("entries/") && source.path.strip_suffix(".yaml").is_some();
            if let Some(tree) = is_read.then(|| yaml::parse(id, source, &mut Vec::new())).flatten()
            {
                trees.insert(id, tree);
            }
        }
        let unreadable = unreadable(&sources, &examined, &trees);
        Self { sources, examined, unreadable, trees }
    }

    /// The entry of an id, readable in full or in part.
    pub(super) fn side(&self, kind: KindId, id: &str) -> Option<Side<'_>> {
        let catalog = &self.examined.catalog;
        let partial = || {
            let of = |record: &&Record| record.kind == kind && record.id.as_str() == id;
            catalog.partial.iter().find(of)
        };
        let record = catalog.get(kind, id).or_else(partial)?;
        Some(Side { record, tree: self.trees.get(&record.file)? })
    }

    /// Every entry that is readable in full or in part, by kind and id.
    pub(super) fn sides(&self) -> BTreeMap<(KindId, &str), Side<'_>> {
        let side = |record| Some(Side { record, tree: self.trees.get(&record.file)? });
        let all = self.examined.catalog.readable().filter_map(side);
        all.map(|side| ((side.record.kind, side.record.id.as_str()), side)).collect()
    }

    /// The tree of one of the list's own files.
    pub(super) fn own(&self, name: &str) -> Option<&Node> {
        self.trees.get(&self.sources.find(&format!("entries/{name}"))?)
    }

    /// Why an entry has its status.
    pub(super) fn reason(&self, record: &Record) -> Option<Reason> {
        let reason = record.common.reason.as_ref()?;
        let code = reason.code.as_ref()?.as_str();
        let note = reason.note.as_ref();
        let languages = &self.examined.catalog.languages;
        let language = languages.first().map_or("en", String::as_str);
        let note = note.and_then(|note| note.in_language(language, languages));
        Some(Reason {
            code: code.to_owned(),
            label: self.label("reason", code),
            note: note.map(|note| note.text.to_owned()),
        })
    }

    /// The label of a word in the list's first language.
    pub(super) fn label(&self, section: &str, word: &str) -> String {
        let catalog = &self.examined.catalog;
        let language = catalog.languages.first().map_or("en", String::as_str);
        let label = catalog.vocabulary.label(section, word, language, &catalog.languages);
        label.text.to_owned()
    }
}

/// Every file with an error that stands for no whole entry.
fn unreadable(
    sources: &Sources,
    examined: &Examined,
    trees: &BTreeMap<FileId, Node>,
) -> Vec<Unreadable> {
    let whole: BTreeSet<FileId> =
        examined.catalog.records.iter().map(|record| record.file).collect();
    let mut found: BTreeMap<FileId, Unreadable> = BTreeMap::new();
    for finding in examined.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        let file = finding.span.file;
        let source = sources.file(file);
        if whole.contains(&file) || !source.path.starts_with("entries/") {
            continue;
        }
        let known = found.entry(file).or_insert_with(|| Unreadable {
            path: source.path.clone(),
            errors: 0,
            line: line_and_column(source.text(), finding.span.start as usize).0,
            first: finding.message.clone(),
            is_compared: trees.contains_key(&file),
        });
        known.errors += 1;
    }
    found.into_values().collect()
}
