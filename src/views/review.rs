//! The review: how many entries were identified, how many are listed, and why the others are not.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Mention, Viewer};
use crate::kinds::Status;

/// The review of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Review {
    /// All entries on record.
    pub identified: usize,
    /// Those that are listed.
    pub listed: usize,
    /// Those that are not, status by status.
    pub groups: Vec<ReviewGroup>,
}

/// Entries of a status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewGroup {
    /// The status.
    pub status: &'static str,
    /// How many there are.
    pub count: usize,
    /// How many there are for each reason, the most frequent first.
    pub reasons: Vec<(String, usize)>,
    /// The entries.
    pub entries: Vec<ReviewLine>,
}

/// An entry that is not listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct ReviewLine {
    /// The entry.
    pub entry: Mention,
    /// The label of the reason.
    pub reason: String,
    /// What the reason cannot say.
    pub note: Option<String>,
}

impl Review {
    /// The review of a catalog.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let accounts = viewer.catalog.accounts();
        let unlisted = Status::ALL.iter().filter(|status| **status != Status::Listed);
        let groups = unlisted.map(|status| group(viewer, *status)).filter(|group| group.count > 0);
        Self {
            identified: accounts.found,
            listed: accounts.of_status(Status::Listed),
            groups: groups.collect(),
        }
    }
}

fn group(viewer: Viewer<'_>, status: Status) -> ReviewGroup {
    let languages = &viewer.catalog.languages;
    let mut entries = Vec::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for record in viewer.catalog.records.iter().filter(|record| record.common.status() == status) {
        let reason = record.common.reason.as_ref();
        let code = reason.and_then(|reason| reason.code.as_ref()).map_or("", |code| code.as_str());
        let label = viewer
            .catalog
            .vocabulary
            .label("reason", code, viewer.language, languages)
            .text
            .to_owned();
        if !label.is_empty() {
            *reasons.entry(label.clone()).or_insert(0) += 1;
        }
        let note = reason
            .and_then(|reason| reason.note.as_ref())
            .and_then(|note| viewer.catalog_text(note));
        entries.push(ReviewLine { entry: Mention::of(record), reason: label, note });
    }
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    entries.sort();
    ReviewGroup { status: status.as_str(), count: entries.len(), reasons, entries }
}
