//! What changed between two states of a list, as values: catalogs in, typed changes out.

mod addresses;
mod fields;
mod json;
mod pairs;
mod print;
mod report;
mod results;
mod state;
mod words;

pub use addresses::{Dead, Lost, dead};
pub use fields::{Class, FieldChange, How, Said};
pub use json::{SCHEMA, json};
pub use print::{markdown, text};
pub use report::{End, Ends, Line, Piece, Report, Section, report};
pub use results::{Place, Score, Scores};
pub use state::{State, Unreadable};
pub use words::{WordChange, WordWas};

use crate::kinds::{KindId, Status};
use crate::read::Given;

/// An entry, as a sentence names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// The kind.
    pub kind: KindId,
    /// The id.
    pub id: String,
    /// The name or title; the id where none could be read.
    pub name: String,
}

/// How much there was and is of something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sum {
    /// Before.
    pub before: usize,
    /// After.
    pub after: usize,
}

/// An entry that was not there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The entry.
    pub entry: Named,
    /// Its status.
    pub status: Status,
    /// Why it is not listed.
    pub reason: Option<Reason>,
    /// Whether the entry says itself on which day it was added.
    pub says_when: bool,
}

/// Why an entry has its status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The word.
    pub code: String,
    /// Its label in the list's first language.
    pub label: String,
    /// What the word cannot say.
    pub note: Option<String>,
}

/// An entry with another status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusChange {
    /// The entry.
    pub entry: Named,
    /// What it was.
    pub from: Status,
    /// What it is.
    pub to: Status,
    /// Why.
    pub reason: Option<Reason>,
    /// What took its place.
    pub superseded_by: Option<String>,
}

/// An entry under another id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamed {
    /// The entry as it is now.
    pub entry: Named,
    /// The id that it had.
    pub from: String,
    /// Whether `former_ids` has the old id, so that its address lives on.
    pub noted: bool,
    /// Whether the entry was there before, and took in the one of the old id.
    pub took_in: bool,
}

/// An entry with other values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryChange {
    /// The entry.
    pub entry: Named,
    /// Whether it is listed now and was before.
    pub is_listed: bool,
    /// What changed, in the order of the fields.
    pub fields: Vec<FieldChange>,
}

/// Everything that changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The listed entries of each kind.
    pub listed: Vec<(KindId, Sum)>,
    /// The values that listed entries have.
    pub values: Sum,
    /// The results on the leaderboards of listed datasets.
    pub results: Sum,
    /// Entries that were not there before.
    pub added: Vec<Added>,
    /// Entries of which no file is left.
    pub gone: Vec<Named>,
    /// Entries under another id.
    pub renamed: Vec<Renamed>,
    /// Entries with another status.
    pub status: Vec<StatusChange>,
    /// Entries with other values.
    pub changed: Vec<EntryChange>,
    /// What changed on the leaderboards.
    pub scores: Scores,
    /// Words of the vocabulary.
    pub words: Vec<WordChange>,
    /// Settings of survey.yaml.
    pub settings: Vec<FieldChange>,
    /// Files that could not be read as a whole before, and those that cannot be now.
    pub unreadable: (Vec<Unreadable>, Vec<Unreadable>),
}

impl Changes {
    /// Whether a reader of the list would see no difference.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { listed: _, values: _, results: _, added, gone, renamed, .. } = self;
        let Self { status, changed, scores, words, settings, unreadable, .. } = self;
        added.is_empty()
            && gone.is_empty()
            && renamed.is_empty()
            && status.is_empty()
            && changed.is_empty()
            && scores.is_empty()
            && words.is_empty()
            && settings.is_empty()
            && unreadable.0 == unreadable.1
    }
}

/// Compares two states of a list.
#[must_use]
pub fn compare(before: &State, after: &State) -> Changes {
    let pairs = pairs::pairs(before, after);
    let mut changes = Changes {
        listed: KindId::ALL.iter().map(|kind| (*kind, listed(before, after, *kind))).collect(),
        values: Sum { before: values(before), after: values(after) },
        results: Sum { before: results::count(before), after: results::count(after) },
        scores: results::compare(before, after, &pairs),
        words: words::compare(before, after),
        settings: fields::settings(before, after),
        unreadable: (before.unreadable.clone(), after.unreadable.clone()),
        renamed: pairs.renamed.clone(),
        gone: pairs.gone.clone(),
        ..Changes::default()
    };
    for side in &pairs.added {
        let common = &side.record.common;
        changes.added.push(Added {
            entry: side.named(),
            status: side.status(),
            reason: after.reason(side.record),
            says_when: common.added.is_some(),
        });
    }
    for (old, new) in &pairs.both {
        if old.status() != new.status() {
            let by = new.record.common.superseded_by.as_ref();
            let name = |id: &str| after.side(new.record.kind, id).map(|side| side.named().name);
            changes.status.push(StatusChange {
                entry: new.named(),
                from: old.status(),
                to: new.status(),
                reason: after.reason(new.record),
                superseded_by: by.map(|by| name(by.as_str()).unwrap_or_else(|| by.to_string())),
            });
        }
        let fields = fields::compare((before, old), (after, new), &pairs);
        if !fields.is_empty() {
            let is_listed = old.status() == Status::Listed && new.status() == Status::Listed;
            changes.changed.push(EntryChange { entry: new.named(), is_listed, fields });
        }
    }
    changes
}

fn listed(before: &State, after: &State, kind: KindId) -> Sum {
    let count = |state: &State| state.examined.catalog.listed(kind).count();
    Sum { before: count(before), after: count(after) }
}

/// How many values the listed entries have.
fn values(state: &State) -> usize {
    let listed = state.examined.catalog.records.iter().filter(|record| record.is_listed());
    listed.map(|record| record.given.iter().filter(|given| **given == Given::Value).count()).sum()
}
