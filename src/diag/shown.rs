//! What a run shows of its findings, and what it only counts.

use super::{Finding, Severity};

/// The findings of a run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shown<'f> {
    /// Those that are shown.
    pub findings: &'f [Finding],
    /// Those that their entries allow.
    pub allowed: &'f [Finding],
    /// How many there were before the change that is looked at; `None` where none is.
    pub older: Option<usize>,
}

impl<'f> Shown<'f> {
    /// Findings of which none is left out.
    #[must_use]
    pub const fn all(findings: &'f [Finding]) -> Self {
        Self { findings, allowed: &[], older: None }
    }

    /// How many of those that are shown are errors.
    pub(super) fn errors(&self) -> usize {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error).count()
    }
}
