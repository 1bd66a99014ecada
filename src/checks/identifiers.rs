//! Identifiers of registers: they are those of the thing itself, and no two entries of a kind have the same.

use std::collections::BTreeMap;

use super::{Check, Subject};
use crate::catalog::Record;
use crate::diag::{Code, Diag, Place};
use crate::kinds::KindId;
use crate::value::{Doi, PaperRef};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("dois_under_ids_are_not_those_of_papers", dois_under_ids_are_not_those_of_papers),
    ("identifiers_are_of_one_entry", identifiers_are_of_one_entry),
];

/// Who cites a dataset by the DOI of a paper about it cites the paper.
fn dois_under_ids_are_not_those_of_papers(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let papers = subject.catalog.papers_by_identity();
    for record in &subject.catalog.records {
        let doi = record.common.ids.as_ref().and_then(|ids| ids.doi.as_ref()).map(Doi::identity);
        let Some(doi) = doi else { continue };
        let is_named = |paper: &PaperRef| paper.identity().as_ref() == Some(&doi);
        let whose = match papers.get(&doi) {
            Some(id) => format!("the paper `{id}`"),
            None if record.entry.papers().iter().any(is_named) => "one of its `papers`".to_owned(),
            None => continue,
        };
        let message = format!("this is the DOI of {whose}, not of the {} itself", record.kind);
        findings.push(
            Diag::new(Code::BadIdentifier, Place::value(record.file, "ids.doi"), message)
                .label("the DOI of a paper")
                .help("delete it here, and name the paper in `papers`"),
        );
    }
}

fn identifiers_are_of_one_entry(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut first: BTreeMap<(KindId, &str, String), &Record> = BTreeMap::new();
    for record in subject.catalog.readable() {
        let Some(ids) = &record.common.ids else { continue };
        for id in ids.all(record.kind) {
            let folded = id.text.to_ascii_lowercase();
            let other = *first.entry((record.kind, id.key, folded)).or_insert(record);
            if other.file == record.file {
                continue;
            }
            let (route, kind) = (format!("ids.{}", id.key), record.kind);
            let message = format!(
                "`{}` and `{}` have one identifier of {}, `{}`",
                record.id, other.id, id.register, id.text
            );
            let place = Place::value(record.file, route.clone());
            findings.push(
                Diag::new(Code::DuplicateIdentifier, place, message)
                    .label("here")
                    .also(Place::value(other.file, route), "and here")
                    .help(format!(
                        "if both are the same {kind}, keep one of the two files; if not, mend the identifier \
                         that is wrong"
                    )),
            );
        }
    }
}
