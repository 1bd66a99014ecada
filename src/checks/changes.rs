//! The log of changes: it speaks of entries that are there, since none is ever deleted, and of what has changed.

use super::{Check, Subject};
use crate::changes::EntryPath;
use crate::diag::{Code, Diag, Place};
use crate::read::AsWritten;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("logged_entries_exist", logged_entries_exist),
    ("logged_changes_change_something", logged_changes_change_something),
];

/// A line of the log that says the same before and after, or nothing at all, would be shown as a change that was none.
fn logged_changes_change_something(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let Some(file) = subject.sources.find("entries/changes.yaml") else { return };
    let mut none = |route: String, message: String| {
        findings.push(
            Diag::new(Code::BadChange, Place::value(file, route), message)
                .help("write what it was in `from` and what it is in `to`, or delete the line"),
        );
    };
    for (at, change) in subject.catalog.changes.iter().enumerate() {
        for (index, of) in change.changed.iter().enumerate() {
            let text = |value: &Option<AsWritten>| value.as_ref().map(|value| value.0.clone());
            if text(&of.from) == text(&of.to) {
                let said = match text(&of.to) {
                    Some(value) => {
                        format!("`{}` was `{value}` and is `{value}`", of.field.as_str())
                    }
                    None => format!("nothing is said of `{}` but its name", of.field.as_str()),
                };
                none(format!("changes[{at}].changed[{index}]"), said);
            }
        }
        for (index, of) in change.status.iter().enumerate() {
            let (Some(from), Some(to)) = (of.from, of.to) else { continue };
            if from == to {
                let said = format!("the status was `{0}` and is `{0}`", to.as_str());
                none(format!("changes[{at}].status[{index}]"), said);
            }
        }
    }
}

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
