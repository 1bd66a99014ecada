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

/// What has been claimed, and by whom.
struct Claims<'f> {
    code: Code,
    noun: &'static str,
    claimed: BTreeMap<(KindId, String), (usize, Place, String)>,
    findings: &'f mut Vec<Diag>,
}

impl<'f> Claims<'f> {
    fn new(code: Code, noun: &'static str, findings: &'f mut Vec<Diag>) -> Self {
        Self { code, noun, claimed: BTreeMap::new(), findings }
    }

    /// Claims a key for an entry; what another entry of the kind has claimed before is a finding.
    fn claim(&mut self, owner: usize, record: &Record, key: String, (route, shown): (&str, &str)) {
        let place = Place::value(record.file, route);
        let claim = (owner, place.clone(), record.id.as_str().to_owned());
        let Some(first) = self.claimed.get(&(record.kind, key.clone())) else {
            self.claimed.insert((record.kind, key), claim);
            return;
        };
        if first.0 == owner {
            return;
        }
        let message = format!("the {} `{shown}` is that of `{}` too", self.noun, first.2);
        self.findings.push(
            Diag::new(self.code, place, message)
                .label("again here")
                .also(first.1.clone(), "first here")
                .help("the same thing is one entry: join the two, or tell them apart"),
        );
    }
}

fn names_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateName, "name", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let key = if record.kind == KindId::Paper { "title" } else { "name" };
        claims.claim(owner, record, folded(record.name()), (key, record.name()));
        for (index, alias) in record.common.aliases.iter().enumerate() {
            let route = format!("aliases[{index}]");
            claims.claim(owner, record, folded(alias.as_str()), (&route, alias.as_str()));
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
                claims.claim(owner, record, doi.as_str().to_owned(), (route, doi.as_str()));
            }
        }
    }
}

fn arxiv_ids_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateArxiv, "arXiv id", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        let Entry::Paper(paper) = &record.entry else { continue };
        if let Some(arxiv) = &paper.arxiv {
            claims.claim(owner, record, arxiv.key(), ("arxiv", &arxiv.to_string()));
        }
    }
}

fn addresses_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateUrl, "address", findings);
    for (owner, record) in subject.catalog.records.iter().enumerate() {
        for (route, url) in record.entry.own_addresses() {
            claims.claim(owner, record, url.normalised(), (route, url.as_str()));
        }
    }
}
