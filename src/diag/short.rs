//! Findings in one line each, and how many there are of each code.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Code, Finding, Severity, Shown, printable};
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
    /// How many more their entries allow.
    pub(super) allowed: usize,
}

/// How many findings there are of each code, the most frequent first.
pub(super) fn counts(shown: Shown<'_>) -> Vec<Count> {
    let mut counts: BTreeMap<(Code, Severity), Count> = BTreeMap::new();
    for finding in shown.findings.iter().chain(shown.allowed) {
        let (code, severity) = (finding.code, finding.severity);
        let none = Count { code, severity, findings: 0, places: 0, allowed: 0 };
        let count = counts.entry((code, severity)).or_insert(none);
        if finding.allowed.is_some() {
            count.allowed += 1;
        } else {
            count.findings += 1;
            count.places += 1 + finding.others.len();
        }
    }
    let mut counts: Vec<Count> = counts.into_values().collect();
    // The sort is stable, so that codes of one count keep their order.
    counts.sort_by_key(|count| std::cmp::Reverse((count.places, count.findings)));
    counts
}

/// How many findings there are of each code, one code on each line; those that are allowed have lines of their own.
#[must_use]
pub fn statistics(shown: Shown<'_>) -> String {
    let mut out = String::new();
    for Count { code, severity, findings, places, allowed } in counts(shown) {
        let (severity, code) = (severity.as_str(), code.as_str());
        let at = if places == findings { String::new() } else { format!(" at {places} places") };
        if findings > 0 {
            let _ = writeln!(out, "{findings:>6}  {severity:<7}  {code}{at}");
        }
        if allowed > 0 {
            let _ = writeln!(out, "{allowed:>6}  allowed  {code}");
        }
    }
    out
}
