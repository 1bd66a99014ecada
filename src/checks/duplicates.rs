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

/// Where an entry has a key.
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

    /// Reserves a key for an entry, unless another entry of the kind has it: then that one is given back.
    fn reserve(
        &mut self,
        owner: &'c Record,
        key: String,
        route: Route,
    ) -> Option<(&'c Record, Route)> {
        match self.claimed.entry((owner.kind, key)) {
            btree_map::Entry::Vacant(free) => {
                free.insert((owner, route));
                None
            }
            btree_map::Entry::Occupied(claimed) => {
                Some(claimed.get()).filter(|(first, _)| first.file != owner.file).cloned()
            }
        }
    }

    /// Claims a key for an entry; what another entry of the kind has claimed before is a finding.
    fn claim(&mut self, owner: &'c Record, key: String, route: impl Into<Route>, shown: &str) {
        let route = route.into();
        let Some((first, there)) = self.reserve(owner, key, route.clone()) else { return };
        let place = Place::value(owner.file, route);
        let message = format!("the {} `{shown}` belongs to `{}` already", self.noun, first.id);
        let help = format!(
            "if both are the same {}, keep one of the two files; if not, mend the {} that is wrong",
            owner.kind, self.noun
        );
        self.findings.push(
            Diag::new(self.code, place, message)
                .label("again here")
                .also(Place::value(first.file, there), "first here")
                .help(help),
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
pub(crate) fn folded(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    kept.extend(name.chars().filter(|c| c.is_alphanumeric() || *c == '+'));
    if kept.is_empty() { name.to_owned() } else { kept.to_lowercase() }
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
        for (route, address) in paper.identifiers() {
            // arXiv gives every paper a DOI too.
            if let Some(id) = address.strip_prefix("arxiv.org/abs/") {
                let shown = format!("arXiv:{id}");
                claims.claim(record, shown.clone(), route, &shown);
            }
        }
    }
}

fn addresses_are_unique(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    let mut claims = Claims::new(Code::DuplicateUrl, "address", findings);
    // A DOI is an address too; that two entries have the same one is said by the checks above.
    for record in &subject.catalog.records {
        let Entry::Paper(paper) = &record.entry else { continue };
        for (route, address) in paper.identifiers() {
            claims.reserve(record, address, route.into());
        }
    }
    for record in &subject.catalog.records {
        for (route, url) in record.entry.own_addresses() {
            claims.claim(record, url.normalised(), route, url.as_str());
        }
    }
}
