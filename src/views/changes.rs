//! The log of the list, day by day, and what changed last.

use serde::Serialize;

use super::{Mention, Viewer};
use crate::catalog::Record;
use crate::changes::{Change, EntryPath};
use crate::kinds::KindId;
use crate::value::Date;

/// A day on which the list changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// The day.
    pub date: String,
    /// Entries that were added.
    pub added: Vec<Mention>,
    /// Fields that changed.
    pub changed: Vec<FieldChangeView>,
    /// Entries whose status changed.
    pub status: Vec<StatusChangeView>,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldChangeView {
    /// The entry.
    pub entry: Mention,
    /// The route of the field.
    pub field: String,
    /// What it was; nothing where nothing was recorded.
    pub from: Option<String>,
    /// What it is; nothing where nothing is recorded any more.
    pub to: Option<String>,
}

/// An entry whose status changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusChangeView {
    /// The entry.
    pub entry: Mention,
    /// What it was.
    pub from: &'static str,
    /// What it is.
    pub to: &'static str,
    /// The label of the reason.
    pub reason: Option<String>,
}

/// What changed on the last day of the log, or, where the log is empty, what was added last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recent {
    /// The day.
    pub date: String,
    /// What was added, kind by kind.
    pub added: Vec<RecentGroup>,
    /// How many entries have other values now.
    pub changed: usize,
    /// How many entries have another status now.
    pub status: usize,
}

/// Entries of a kind that were added last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecentGroup {
    /// The kind's folder.
    pub folder: &'static str,
    /// How many there are.
    pub count: usize,
    /// The first of them, in the order of the log or else newest first.
    pub entries: Vec<Mention>,
}

/// The log, the newest day first.
#[must_use]
pub fn changes(viewer: Viewer<'_>) -> Vec<ChangeView> {
    viewer.catalog.changes.iter().filter_map(|change| view(viewer, change)).collect()
}

fn view(viewer: Viewer<'_>, change: &Change) -> Option<ChangeView> {
    let mention = |entry: &Option<EntryPath>| entry.as_ref().and_then(|at| find(viewer, at));
    let changed = change.changed.iter().filter_map(|of| {
        Some(FieldChangeView {
            entry: mention(&of.entry)?,
            field: of.field.as_str().to_owned(),
            from: of.from.as_ref().map(|value| value.0.clone()),
            to: of.to.as_ref().map(|value| value.0.clone()),
        })
    });
    let status = change.status.iter().filter_map(|of| {
        let languages = &viewer.catalog.languages;
        let label = |code: &str| {
            let words = &viewer.catalog.vocabulary;
            words.label("reason", code, viewer.language, languages).text.to_owned()
        };
        Some(StatusChangeView {
            entry: mention(&of.entry)?,
            from: of.from?.as_str(),
            to: of.to?.as_str(),
            reason: of.reason.as_ref().map(|reason| label(reason.as_str())),
        })
    });
    Some(ChangeView {
        date: change.date?.to_string(),
        added: change.added.iter().filter_map(|at| find(viewer, at)).collect(),
        changed: changed.collect(),
        status: status.collect(),
    })
}

fn find(viewer: Viewer<'_>, entry: &EntryPath) -> Option<Mention> {
    viewer.catalog.get(entry.kind, entry.id.as_str()).map(Mention::of)
}

impl Recent {
    /// What is new, with at most so many names of each kind.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, most: usize) -> Option<Self> {
        match viewer.catalog.changes.first() {
            Some(change) => Self::of_log(viewer, change, most),
            None => Self::of_entries(viewer, most),
        }
    }

    fn of_log(viewer: Viewer<'_>, change: &Change, most: usize) -> Option<Self> {
        let date = change.date?;
        let listed = |at: &EntryPath| viewer.catalog.get(at.kind, at.id.as_str());
        let added = change.added.iter().filter_map(listed).filter(|record| record.is_listed());
        let mut changed: Vec<(KindId, &str)> = change
            .changed
            .iter()
            .filter_map(|of| of.entry.as_ref())
            .map(|entry| (entry.kind, entry.id.as_str()))
            .collect();
        changed.sort_unstable();
        changed.dedup();
        Some(Self {
            added: groups(&added.collect::<Vec<_>>(), most),
            changed: changed.len(),
            status: change.status.len(),
            date: date.to_string(),
        })
    }

    fn of_entries(viewer: Viewer<'_>, most: usize) -> Option<Self> {
        let all: Vec<&Record> =
            KindId::ALL.iter().flat_map(|kind| viewer.newest_first(*kind)).collect();
        let newest: Date = all.iter().filter_map(|record| record.common.added).max()?;
        let of_day = |record: &&Record| record.common.added == Some(newest);
        let records: Vec<&Record> = all.into_iter().filter(of_day).collect();
        Some(Self {
            added: groups(&records, most),
            changed: 0,
            status: 0,
            date: newest.to_string(),
        })
    }
}

fn groups(records: &[&Record], most: usize) -> Vec<RecentGroup> {
    let group = |kind: &KindId| {
        let of_kind: Vec<&&Record> = records.iter().filter(|record| record.kind == *kind).collect();
        RecentGroup {
            folder: kind.folder(),
            count: of_kind.len(),
            entries: of_kind.iter().take(most).map(|record| Mention::of(record)).collect(),
        }
    };
    KindId::ALL.iter().map(group).filter(|group| group.count > 0).collect()
}
