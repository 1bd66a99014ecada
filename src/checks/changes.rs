//! The log of changes: it speaks of entries that are there, since none is ever deleted.

use super::{Check, Subject};
use crate::changes::EntryPath;
use crate::diag::{Code, Diag, Place};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[("logged_entries_exist", logged_entries_exist)];

fn logged_entries_exist(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/changes.yaml") else { return };
    let mut check = |path: &EntryPath, route: String| {
        let is_former =
            subject.catalog.records.iter().any(|record| {
                record.kind == path.kind && record.common.former_ids.contains(&path.id)
            });
        if !is_former && !subject.catalog.has_file(path.kind, path.id.as_str()) {
            let id = path.id.as_str();
            findings.push(
                Diag::new(
                    Code::BadChange,
                    Place::value(file, route),
                    format!("the log speaks of {} `{id}`, which is not there", path.kind),
                )
                .help("an entry is never deleted: give it another `status`, or note `former_ids` after a rename"),
            );
        }
    };
    for (at, change) in subject.catalog.changes.iter().enumerate() {
        for (index, path) in change.added.iter().enumerate() {
            check(path, format!("changes[{at}].added[{index}]"));
        }
        for (index, path) in change.changed.iter().enumerate() {
            if let Some(path) = &path.entry {
                check(path, format!("changes[{at}].changed[{index}].entry"));
            }
        }
        for (index, path) in change.status.iter().enumerate() {
            if let Some(path) = &path.entry {
                check(path, format!("changes[{at}].status[{index}].entry"));
            }
        }
    }
}
