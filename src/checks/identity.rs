//! Ids: of each kind, no two entries may share one, now or formerly.

use std::collections::BTreeMap;

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::kinds::KindId;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("file_names_differ_without_case", file_names_differ_without_case),
    ("former_ids_are_free", former_ids_are_free),
];

/// File names that differ only by case are one file on some systems.
fn file_names_differ_without_case(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut seen: BTreeMap<String, _> = BTreeMap::new();
    for (id, source) in subject.sources.iter() {
        if !source.path.starts_with("entries/") {
            continue;
        }
        let folded = source.path.to_lowercase();
        if let Some(first) = seen.insert(folded, id) {
            let other = &subject.sources.file(first).path;
            let message = format!("this name differs from `{other}` only by case");
            findings.push(
                Diag::new(Code::IdCollision, id.top(), message)
                    .help("many systems cannot hold both: delete or rename one of them"),
            );
        }
    }
}

fn former_ids_are_free(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claimed: BTreeMap<(KindId, &str), Place> = BTreeMap::new();
    for record in &subject.catalog.records {
        for (index, id) in record.common.former_ids.iter().enumerate() {
            let place = Place::value(record.file, format!("former_ids[{index}]"));
            if *id == record.id {
                // An id that was taken back stays first: feeds and citations know the entry by it.
                if index == 0 && record.common.former_ids.len() > 1 {
                    continue;
                }
                let message = format!("`{id}` is the id that the entry has now");
                findings.push(
                    Diag::new(Code::IdCollision, place, message)
                        .help("delete it here: only ids that it had before stand in `former_ids`"),
                );
                continue;
            }
            if subject.catalog.has_file(record.kind, id.as_str()) {
                let message = format!("`{id}` is the id of another {} now", record.kind);
                findings.push(
                    Diag::new(Code::IdCollision, place.clone(), message)
                        .help("an address can lead to one entry only: delete this former id"),
                );
            }
            if let Some(first) = claimed.insert((record.kind, id.as_str()), place.clone()) {
                let message = format!("`{id}` is a former id of two entries");
                findings.push(
                    Diag::new(Code::IdCollision, place, message)
                        .also(first, "claimed here first")
                        .help("keep it where the old address should lead"),
                );
            }
        }
    }
}
