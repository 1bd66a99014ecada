//! The review: how many entries were identified, how many are listed, and why the others are not.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Mention, Viewer};
use crate::catalog::Record;
use crate::kinds::{KindId, Status};

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

/// The way from the entries on record to the listed ones, in numbers that add up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Flow {
    /// The folders of the kinds, in the order of the counts of each row.
    pub kinds: Vec<&'static str>,
    /// All entries on record.
    pub identified: FlowRow,
    /// Those that are not listed, in the order in which they leave.
    pub stages: Vec<FlowStage>,
    /// Those that are listed.
    pub listed: FlowRow,
}

/// Entries that are not listed, by status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlowStage {
    /// The status.
    pub status: &'static str,
    /// How many there are.
    pub row: FlowRow,
    /// How many of them for each reason, the most frequent first.
    pub reasons: Vec<FlowReason>,
}

/// Entries that are not listed for the same reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlowReason {
    /// The label of the reason.
    pub label: String,
    /// How many there are.
    pub row: FlowRow,
}

/// A number of entries, by kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FlowRow {
    /// One number for each kind.
    pub counts: Vec<usize>,
    /// Their sum.
    pub total: usize,
}

impl Flow {
    /// The order in which entries leave the flow: those that stay out first, those that may still come in last.
    const STAGES: [Status; 4] =
        [Status::Excluded, Status::Superseded, Status::Withdrawn, Status::Candidate];

    /// The flow of a catalog.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let records = &viewer.catalog.records;
        let kinds: Vec<KindId> = viewer.catalog.kinds().collect();
        let row =
            |of: &dyn Fn(&Record) -> bool| FlowRow::of(&kinds, records.iter().filter(|at| of(at)));
        let stage = |status: Status| {
            let of_status = |record: &&Record| record.common.status() == status;
            let mut reasons: BTreeMap<String, Vec<&Record>> = BTreeMap::new();
            for record in records.iter().filter(of_status) {
                if let Some(label) = reason_label(viewer, record) {
                    reasons.entry(label).or_default().push(record);
                }
            }
            let mut reasons: Vec<FlowReason> = reasons
                .into_iter()
                .map(|(label, records)| FlowReason { label, row: FlowRow::of(&kinds, records) })
                .collect();
            reasons.sort_by_key(|reason| std::cmp::Reverse(reason.row.total));
            FlowStage { status: status.as_str(), row: row(&|at| of_status(&at)), reasons }
        };
        Self {
            kinds: kinds.iter().map(|kind| kind.folder()).collect(),
            identified: row(&|_| true),
            stages: Self::STAGES.map(stage).into_iter().filter(|of| of.row.total > 0).collect(),
            listed: row(&Record::is_listed),
        }
    }
}

impl FlowRow {
    fn of<'r>(kinds: &[KindId], records: impl IntoIterator<Item = &'r Record>) -> Self {
        let mut counts = vec![0; kinds.len()];
        for record in records {
            let kind = kinds.iter().position(|kind| *kind == record.kind);
            if let Some(count) = kind.and_then(|kind| counts.get_mut(kind)) {
                *count += 1;
            }
        }
        Self { total: counts.iter().sum(), counts }
    }
}

/// The label of the reason why an entry is not listed.
fn reason_label(viewer: Viewer<'_>, record: &Record) -> Option<String> {
    let code = record.common.reason.as_ref()?.code.as_ref()?.as_str();
    let label =
        viewer.catalog.vocabulary.label("reason", code, viewer.language, &viewer.catalog.languages);
    Some(label.text.to_owned())
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
    let mut entries = Vec::new();
    let mut reasons: BTreeMap<String, usize> = BTreeMap::new();
    for record in viewer.catalog.records.iter().filter(|record| record.common.status() == status) {
        let label = reason_label(viewer, record);
        if let Some(label) = &label {
            *reasons.entry(label.clone()).or_insert(0) += 1;
        }
        let note = record.common.reason.as_ref().and_then(|reason| reason.note.as_ref());
        entries.push(ReviewLine {
            entry: Mention::of(record),
            reason: label.unwrap_or_default(),
            note: note.and_then(|note| viewer.catalog_text(note)),
        });
    }
    let mut reasons: Vec<(String, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    entries.sort();
    ReviewGroup { status: status.as_str(), count: entries.len(), reasons, entries }
}
