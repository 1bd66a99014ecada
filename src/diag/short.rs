//! Findings in one line each, and how many there are of each code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Code, Finding, Severity, printable};
use crate::source::{Sources, Span, line_and_column};

/// How many of the other places of a finding are named.
const MOST_PLACES: usize = 3;

/// One line for each finding: `path:line:col: severity[code]: message; help`.
#[must_use]
pub fn short(findings: &[Finding], sources: &Sources) -> String {
    let mut out = String::new();
    for finding in findings {
        let (place, severity) = (place(finding.span, sources), finding.severity.as_str());
        let code = finding.code.as_str();
        // Writing to a string cannot fail.
        let _ = write!(out, "{place}: {severity}[{code}]: {}", finding.message);
        for said in [elsewhere(finding, sources), finding.help.clone()].into_iter().flatten() {
            let _ = write!(out, "; {said}");
        }
        out.push('\n');
    }
    out
}

/// The other places for which a finding speaks, the first few by name.
pub(super) fn elsewhere(finding: &Finding, sources: &Sources) -> Option<String> {
    let count = finding.others.len();
    let named: Vec<String> =
        finding.others.iter().take(MOST_PLACES).map(|other| place(other.span, sources)).collect();
    let rest = count - named.len();
    let rest = if rest == 0 { String::new() } else { format!(" and {rest} more") };
    let s = if count == 1 { "" } else { "s" };
    (count > 0).then(|| format!("{count} more place{s}: {}{rest}", named.join(", ")))
}

/// A place as a terminal and an editor know it.
fn place(span: Span, sources: &Sources) -> String {
    let source = sources.file(span.file);
    let (line, column) = line_and_column(source.text(), span.start as usize);
    format!("{}:{line}:{column}", printable(&source.path))
}

/// How many findings there are of a code.
pub(super) struct Count {
    pub(super) code: Code,
    pub(super) severity: Severity,
    pub(super) findings: usize,
    /// More than findings where one of them speaks for several places.
    pub(super) places: usize,
}

/// How many findings there are of each code, the most frequent first.
pub(super) fn counts(findings: &[Finding]) -> Vec<Count> {
    let mut counts: BTreeMap<(Code, Severity), (usize, usize)> = BTreeMap::new();
    for finding in findings {
        let (count, places) = counts.entry((finding.code, finding.severity)).or_default();
        *count += 1;
        *places += 1 + finding.others.len();
    }
    let count = |((code, severity), (findings, places))| Count { code, severity, findings, places };
    let mut counts: Vec<Count> = counts.into_iter().map(count).collect();
    // The sort is stable, so that codes of one count keep their order.
    counts.sort_by_key(|count| std::cmp::Reverse((count.places, count.findings)));
    counts
}

/// How many findings there are of each code, one code on each line.
#[must_use]
pub fn statistics(findings: &[Finding]) -> String {
    let mut out = String::new();
    for Count { code, severity, findings, places } in counts(findings) {
        let (severity, code) = (severity.as_str(), code.as_str());
        let at = if places == findings { String::new() } else { format!(" at {places} places") };
        let _ = writeln!(out, "{findings:>6}  {severity:<7}  {code}{at}");
    }
    out
}
