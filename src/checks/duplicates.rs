//! Duplicates: the same thing is one entry, whatever name or address it goes by.

use std::collections::BTreeMap;

use super::{Check, Subject};
use crate::catalog::Record;
use crate::diag::{Code, Diag, Place};
use crate::kinds::{Entry, KindId};

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[
    ("names_are_unique", names_are_unique),
    ("dois_are_unique", dois_are_unique),
    ("arxiv_ids_are_unique", arxiv_ids_are_unique),
    ("addresses_are_unique", addresses_are_unique),
];

/// Whose a key is, and where it stands: the entry's position, the place, the id.
type Claim = (usize, Place, String);

/// What has been claimed, and by whom.
struct Claims<'f> {
    code: Code,
    noun: &'static str,
    claimed: BTreeMap<(KindId, String), Claim>,
    findings: &'f mut Vec<Diag>,
}

impl<'f> Claims<'f> {
    fn new(code: Code, noun: &'static str, findings: &'f mut Vec<Diag>) -> Self {
        Self { code, noun, claimed: BTreeMap::new(), findings }
    }

    /// The claim of a key, which becomes that of the entry where there is none.
    fn reserve(&mut self, owner: usize, record: &Record, key: String, route: &str) -> &Claim {
        let place = Place::value(record.file, route);
        let claim = || (owner, place, record.id.as_str().to_owned());
        self.claimed.entry((record.kind, key)).or_insert_with(claim)
    }

    /// Claims a key for an entry; what another entry of the kind has claimed before is a finding.
    fn claim(&mut self, owner: usize, record: &Record, key: String, route: &str, shown: &str) {
        let first = self.reserve(owner, record, key, route).clone();
        if first.0 == owner {
            return;
        }
        let place = Place::value(record.file, route);
        let message = format!("the {} `{shown}` belongs to `{}` already", self.noun, first.2);
        let help = format!(
            "if both are the same {}, keep one of the two files; if not, mend the {} that is wrong",
            record.kind, self.noun
        );
        self.findings.push(
            Diag::new(self.code, place, message)
                .label("again here")
                .also(first.1, "first here")
                .help(help),
        );
    }
}

fn names_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateName, "name", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let key = if record.kind == KindId::Paper { "title" } else { "name" };
        claims.claim(owner, record, folded(record.name()), key, record.name());
        for (index, alias) in record.common.aliases.iter().enumerate() {
            let route = format!("aliases[{index}]");
            claims.claim(owner, record, folded(alias.as_str()), &route, alias.as_str());
        }
    }
}

/// Names are the same without case, spaces and punctuation; where nothing else is left, as they stand.
pub(crate) fn folded(name: &str) -> String {
    let kept: String = name.chars().filter(|c| c.is_alphanumeric() || *c == '+').collect();
    if kept.is_empty() { name.to_owned() } else { kept.to_lowercase() }
}

fn dois_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateDoi, "DOI", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let Entry::Paper(paper) = &record.entry else { continue };
        for (route, doi) in [("doi", &paper.doi), ("preprint_doi", &paper.preprint_doi)] {
            if let Some(doi) = doi {
                claims.claim(owner, record, doi.as_str().to_owned(), route, doi.as_str());
            }
        }
    }
}

fn arxiv_ids_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateArxiv, "arXiv id", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let Entry::Paper(paper) = &record.entry else { continue };
        for (route, url) in paper.identifiers() {
            // arXiv gives every paper a DOI too.
            if let Some(id) = url.normalised().strip_prefix("arxiv.org/abs/") {
                let shown = format!("arXiv:{id}");
                claims.claim(owner, record, shown.clone(), route, &shown);
            }
        }
    }
}

fn addresses_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateUrl, "address", findings);
    // A DOI is an address too; that two entries have the same one is said by the checks above.
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let Entry::Paper(paper) = &record.entry else { continue };
        for (route, url) in paper.identifiers() {
            claims.reserve(owner, record, url.normalised(), route);
        }
    }
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        for (route, url) in record.entry.own_addresses() {
            claims.claim(owner, record, url.normalised(), route, url.as_str());
        }
    }
}
