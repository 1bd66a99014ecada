//! The way from sources to a checked catalog, as every command walks it.

use crate::catalog::{self, Broken, Catalog};
use crate::checks::{self, Subject};
use crate::config::Checks;
use crate::diag::{Code, Diag, Finding, Severity, settle};
use crate::resolve::{self, Graph};
use crate::source::Sources;
use crate::value::Date;
use crate::verdict::{Verdict, verdict};

/// A catalog with everything that was found wrong.
#[derive(Debug, Clone)]
pub struct Examined {
    /// The entries.
    pub catalog: Catalog,
    /// Which entry names which.
    pub graph: Graph,
    /// Every finding, by path and place, but those that an entry allows.
    pub findings: Vec<Finding>,
    /// The findings that an entry allows, each with the reason.
    pub allowed: Vec<Finding>,
}

impl Examined {
    /// Whether anything stops a build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity == Severity::Error)
    }
}

/// Reads, resolves and checks a list as of a date.
#[must_use]
pub fn examine(sources: &Sources, as_of: Option<Date>) -> Examined {
    examine_with(sources, as_of, Broken::LeavesNothing)
}

impl Examined {
    /// With the findings that entries allow among the others.
    #[must_use]
    pub fn without_allowing(mut self) -> Self {
        let allowed = self.allowed.drain(..).map(|finding| Finding { allowed: None, ..finding });
        self.findings.extend(allowed);
        self.findings.sort_by_key(|finding| (finding.span, finding.code));
        self
    }
}

/// The same with what could be read of entries that have errors: what would be wrong with them were those mended. The
/// catalog is not to be shown.
#[must_use]
pub(crate) fn examine_halves(sources: &Sources, as_of: Option<Date>) -> Examined {
    examine_with(sources, as_of, Broken::LeavesTheRest)
}

fn examine_with(sources: &Sources, as_of: Option<Date>, broken: Broken) -> Examined {
    let Judged { catalog, graph, verdict } = judge(sources, as_of, broken, None);
    let Verdict { shown, allowed } = verdict;
    let (findings, allowed) = (settle(shown, sources), settle(allowed, sources));
    Examined { catalog, graph, findings, allowed }
}

/// A catalog with what was found wrong, before places are sought.
pub(crate) struct Judged {
    pub(crate) catalog: Catalog,
    pub(crate) graph: Graph,
    pub(crate) verdict: Verdict,
}

/// Reads, resolves, checks and judges, by other severities than those of the list where some are given.
pub(crate) fn judge(
    sources: &Sources,
    as_of: Option<Date>,
    broken: Broken,
    checks: Option<&Checks>,
) -> Judged {
    let (mut catalog, mut diags) = catalog::read_with(sources, as_of, broken);
    if let Some(checks) = checks {
        catalog.survey.checks = checks.clone();
    }
    let (graph, found) = resolve::resolve(&catalog);
    diags.extend(found);
    checks::run(Subject { catalog: &catalog, sources }, &mut diags);
    diags.extend(unaccounted(&catalog, sources, &diags));
    let verdict = verdict(&catalog, diags);
    Judged { catalog, graph, verdict }
}

/// Every file that leaves no entry must have an error that says why; otherwise something was lost in silence.
#[must_use]
pub fn unaccounted(catalog: &Catalog, sources: &Sources, diags: &[Diag]) -> Option<Diag> {
    let errors = diags.iter().filter(|diag| diag.code.severity() == Severity::Error);
    let spoken: std::collections::BTreeSet<_> = errors.map(|diag| diag.place.file()).collect();
    let has_record =
        |file: &catalog::EntryFile| catalog.position(file.kind, file.id.as_str()).is_some();
    let lost =
        catalog.files.iter().find(|file| !has_record(file) && !spoken.contains(&file.file))?;
    let path = &sources.file(lost.file).path;
    Some(
        Diag::new(
            Code::Accounting,
            lost.file.top(),
            format!("`{path}` left no entry and no error"),
        )
        .help("this is a mistake of listwright: please report it with the file"),
    )
}
