//! What becomes of a finding: whether its entry allows it, and how severe the list takes it.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Catalog, Record};
use crate::diag::{Code, Diag, Place};
use crate::kinds::Allow;
use crate::source::FileId;

/// Findings, and those that their entries allow.
#[derive(Debug, Default)]
pub struct Verdict {
    /// What is to be shown.
    pub shown: Vec<Diag>,
    /// What an entry allows, each with the reason.
    pub allowed: Vec<Diag>,
}

/// Judges findings by what the entries allow and by what survey.yaml says under `checks`.
#[must_use]
pub fn verdict(catalog: &Catalog, mut diags: Vec<Diag>) -> Verdict {
    let mut allowances = Allowances::of(catalog);
    for diag in &mut diags {
        diag.allowed = allowances.reason(catalog, diag);
    }
    diags.extend(allowances.unused(catalog));
    // Only now: a finding that the list has turned off is one that an entry allows all the same.
    diags.retain_mut(|diag| match catalog.survey.checks.severity(diag.code) {
        // A code that a list cannot set has its own severity.
        _ if diag.code.protects().is_some() => true,
        Some(severity) => {
            diag.severity = severity;
            true
        }
        None => false,
    });
    let (allowed, shown) = diags.into_iter().partition(|diag| diag.allowed.is_some());
    Verdict { shown, allowed }
}

impl Verdict {
    /// With the findings that entries allow among the others.
    #[must_use]
    pub fn without_allowing(mut self) -> Self {
        let allowed = self.allowed.drain(..).map(|diag| Diag { allowed: None, ..diag });
        self.shown.extend(allowed);
        self
    }
}

/// What the entries allow, and which of that has silenced something.
struct Allowances<'c> {
    /// The entries that allow something.
    of: BTreeMap<FileId, &'c Record>,
    /// Which item of an entry has silenced something.
    used: BTreeSet<(FileId, usize)>,
}

impl<'c> Allowances<'c> {
    fn of(catalog: &'c Catalog) -> Self {
        let some = catalog.readable().filter(|record| !record.common.allow.is_empty());
        Self { of: some.map(|record| (record.file, record)).collect(), used: BTreeSet::new() }
    }

    /// Why a finding is allowed: by the entry that it is in, or, where two entries are too much alike, by either of them.
    fn reason(&mut self, catalog: &Catalog, diag: &Diag) -> Option<String> {
        if self.of.is_empty() || diag.code.why_not_allowed().is_some() {
            return None;
        }
        let others = diag.also.iter().map(|(place, _)| place.file());
        let files = std::iter::once(diag.place.file())
            .chain(others.filter(|_| diag.code.is_mutual()))
            .collect::<BTreeSet<_>>();
        let mut reasons = Vec::new();
        for file in files {
            let Some(record) = self.of.get(&file) else { continue };
            let Some((at, allow)) = item(&record.common.allow, diag.code) else { continue };
            self.used.insert((file, at));
            let first = catalog.languages.first().map_or("", String::as_str);
            let reason = allow.reason.in_language(first, &catalog.languages);
            reasons.extend(reason.map(|reason| reason.text.to_owned()));
        }
        reasons.into_iter().next()
    }

    /// The items that have silenced nothing.
    fn unused(&self, catalog: &Catalog) -> Vec<Diag> {
        // The errors of an entry may hide what another one, or this one, allows.
        if catalog.records.len() < catalog.files.len() {
            return Vec::new();
        }
        let mut unused = Vec::new();
        for record in self.of.values() {
            for (at, allow) in record.common.allow.iter().enumerate() {
                let Some(code) = allow.code.filter(|_| !self.used.contains(&(record.file, at)))
                else {
                    continue;
                };
                let code = code.0.as_str();
                let again =
                    record.common.allow.iter().take(at).any(|other| other.code == allow.code);
                let message = if again {
                    format!("`{code}` is allowed twice")
                } else {
                    format!("this entry has no finding `{code}` that could be allowed")
                };
                unused.push(
                    Diag::new(
                        Code::UnusedAllow,
                        Place::item(record.file, format!("allow[{at}]")),
                        message,
                    )
                    .label(if again { "again here" } else { "this allows nothing" })
                    .help("delete it")
                    .instead(""),
                );
            }
        }
        unused
    }
}

/// The first item that allows a code; one without a reason allows nothing.
fn item(allow: &[Allow], code: Code) -> Option<(usize, &Allow)> {
    let allows = |(_, allow): &(usize, &Allow)| {
        allow.code.is_some_and(|allowed| allowed.0 == code) && !allow.reason.0.is_empty()
    };
    allow.iter().enumerate().find(allows)
}
