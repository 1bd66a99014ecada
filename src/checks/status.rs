//! Status: what is not listed says why, and what is listed needs no excuse.

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place, one_of};
use crate::kinds::Status;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] =
    &[("statuses_have_their_reasons", statuses_have_their_reasons)];

/// The reasons that can be given.
fn reasons(subject: Subject<'_>) -> String {
    let words: Vec<&str> = subject.catalog.vocabulary.words("reason").collect();
    if words.is_empty() {
        return "a word that you add to entries/vocabulary.yaml under `reason`".to_owned();
    }
    one_of(words)
}

fn statuses_have_their_reasons(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let common = &record.common;
        let status = common.status();
        let needs_reason =
            matches!(status, Status::Candidate | Status::Excluded | Status::Withdrawn);
        let word = status.as_str();
        if needs_reason && common.reason.is_none() {
            findings.push(
                Diag::new(
                    Code::StatusReason,
                    Place::value(record.file, "status"),
                    format!("an entry that is `{word}` says why"),
                )
                .help(format!("add `reason: {{code: …}}` below with {}", reasons(subject))),
            );
        }
        if !needs_reason && common.reason.is_some() {
            findings.push(
                Diag::new(
                    Code::StatusReason,
                    Place::key(record.file, "reason"),
                    format!("an entry that is `{word}` has no reason not to be listed"),
                )
                .help("delete `reason`, or give the `status` that it explains"),
            );
        }
        match (status, &common.superseded_by) {
            (Status::Superseded, None) => findings.push(
                Diag::new(
                    Code::StatusReason,
                    Place::value(record.file, "status"),
                    "an entry that is `superseded` names the one that took its place",
                )
                .help("add `superseded_by: …` with that entry's id"),
            ),
            (Status::Superseded, Some(_)) | (_, None) => {}
            (_, Some(_)) => findings.push(
                Diag::new(
                    Code::StatusReason,
                    Place::key(record.file, "superseded_by"),
                    format!("an entry that is `{word}` has not been superseded"),
                )
                .help("write `status: superseded`, or delete `superseded_by`"),
            ),
        }
    }
}
