//! Duplicates: the same thing is one entry, whatever name or address it goes by.

use std::borrow::Cow;
use std::collections::{BTreeMap, btree_map};

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

/// Where an entry has a key, as a route.
type Route = Cow<'static, str>;

/// What has been claimed, by which entry and where.
struct Claims<'c, 'f> {
    code: Code,
    noun: &'static str,
    claimed: BTreeMap<(KindId, String), (&'c Record, Route)>,
    findings: &'f mut Vec<Diag>,
}

impl<'c, 'f> Claims<'c, 'f> {
    fn new(code: Code, noun: &'static str, findings: &'f mut Vec<Diag>) -> Self {
        Self { code, noun, claimed: BTreeMap::new(), findings }
    }

    /// Claims a key for an entry; what another entry of the kind has claimed before is a finding.
    fn claim(&mut self, owner: &'c Record, key: String, route: impl Into<Route>, shown: &str) {
        let route = route.into();
        let (first, there) = match self.claimed.entry((owner.kind, key)) {
            btree_map::Entry::Vacant(free) => {
                free.insert((owner, route));
                return;
            }
            btree_map::Entry::Occupied(claimed) => claimed.into_mut(),
        };
        if first.file == owner.file {
            return;
        }
        let message = format!("the {} `{shown}` is that of `{}` too", self.noun, first.id);
        self.findings.push(
            Diag::new(self.code, Place::value(owner.file, route), message)
                .label("again here")
                .also(Place::value(first.file, there.clone()), "first here")
                .help("the same thing is one entry: join the two, or tell them apart"),
        );
    }
}

fn names_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateName, "name", findings);
    for record in &subject.catalog.records {
        let key = if record.kind == KindId::Paper { "title" } else { "name" };
        claims.claim(record, folded(record.name()), key, record.name());
        for (index, alias) in record.common.aliases.iter().enumerate() {
            let route = format!("aliases[{index}]");
            claims.claim(record, folded(alias.as_str()), route, alias.as_str());
        }
    }
}

/// Names are the same without case, spaces and punctuation; where nothing else is left, as they stand.
fn folded(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    kept.extend(name.chars().filter(|c| c.is_alphanumeric() || *c == '+'));
    if kept.is_empty() {
        return name.to_owned();
    }
    if kept.is_ascii() {
        kept.make_ascii_lowercase();
        return kept;
    }
    kept.to_lowercase()
}

fn dois_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateDoi, "DOI", findings);
    for record in &subject.catalog.records {
        let Entry::Paper(paper) = &record.entry else { continue };
        for (route, doi) in [("doi", &paper.doi), ("preprint_doi", &paper.preprint_doi)] {
            if let Some(doi) = doi {
                claims.claim(record, doi.as_str().to_owned(), route, doi.as_str());
            }
        }
    }
}

fn arxiv_ids_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateArxiv, "arXiv id", findings);
    for record in &subject.catalog.records {
        let Entry::Paper(paper) = &record.entry else { continue };
        if let Some(arxiv) = &paper.arxiv {
            claims.claim(record, arxiv.key(), "arxiv", arxiv.as_str());
        }
    }
}

fn addresses_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateUrl, "address", findings);
    for record in &subject.catalog.records {
        for (route, url) in record.entry.own_addresses() {
            claims.claim(record, url.normalised(), route, url.as_str());
        }
    }
}
