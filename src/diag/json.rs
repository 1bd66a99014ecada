//! Findings for programs: one JSON document, in a version of its own.

use serde::Serialize;

use super::printable::escaped;
use super::short::{Count, counts};
use super::{Finding, Mends, Shown};
use crate::source::{Sources, Span, line_and_column};

/// The document's version; it changes when a key changes its meaning or goes.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'d> {
    version: u32,
    files: usize,
    errors: usize,
    warnings: usize,
    /// How many more their entries allow.
    allowed: usize,
    /// How many more there were before the change that is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    older: Option<usize>,
    mends: Mends,
    /// How many there are of each code; only where that was asked for, in place of the findings.
    #[serde(skip_serializing_if = "Option::is_none")]
    statistics: Option<Vec<OfCode>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<Item<'d>>>,
}

#[derive(Serialize)]
struct OfCode {
    code: &'static str,
    severity: &'static str,
    findings: usize,
    places: usize,
    allowed: usize,
}

#[derive(Serialize)]
struct Item<'d> {
    code: &'static str,
    severity: &'static str,
    /// `safe`, `suggested` or `to-fill-in`.
    applicability: &'static str,
    message: &'d str,
    #[serde(flatten)]
    at: At<'d>,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'d str>,
    /// The text to put in place of the bytes from `start` to `end`.
    #[serde(skip_serializing_if = "Option::is_none")]
    replacement: Option<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'d>>,
}

/// A place: lines and columns from one, columns in characters; `start` and `end` in bytes of the text without byte
/// order mark and with `\n` as line end.
#[derive(Serialize)]
struct At<'d> {
    path: &'d str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Related<'d> {
    label: &'d str,
    /// The text to put in place of the bytes from `start` to `end` here.
    #[serde(skip_serializing_if = "Option::is_none")]
    replacement: Option<&'d str>,
    #[serde(flatten)]
    at: At<'d>,
}

/// The findings as a JSON document, ended by a newline; `counted` gives how many there are of each code in their place.
#[must_use]
pub fn json(shown: Shown<'_>, sources: &Sources, files: usize, counted: bool) -> String {
    let (findings, errors) = (shown.findings, shown.errors());
    let items = findings.iter().map(|finding| Item {
        code: finding.code.as_str(),
        severity: finding.severity.as_str(),
        applicability: finding.applicability().as_str(),
        message: &finding.message,
        at: at(finding.span, sources),
        label: finding.label.as_deref(),
        help: finding.help.as_deref(),
        replacement: finding.instead.as_deref(),
        related: related(finding, sources),
    });
    let warnings = findings.len() - errors;
    let document = Document {
        version: VERSION,
        files,
        errors,
        warnings,
        allowed: shown.allowed.len(),
        older: shown.older,
        mends: Mends::of(findings),
        statistics: counted.then(|| counts(shown).iter().map(of_code).collect()),
        findings: (!counted).then(|| items.collect()),
    };
    // Serialising strings and numbers into a string cannot fail.
    escaped(&serde_json::to_string_pretty(&document).unwrap_or_default()) + "\n"
}

fn of_code(count: &Count) -> OfCode {
    OfCode {
        code: count.code.as_str(),
        severity: count.severity.as_str(),
        findings: count.findings,
        places: count.places,
        allowed: count.allowed,
    }
}

/// What belongs to a finding, then the other places for which it speaks.
fn related<'d>(finding: &'d Finding, sources: &'d Sources) -> Vec<Related<'d>> {
    let also = finding.also.iter().map(|(span, label)| Related {
        label,
        replacement: None,
        at: at(*span, sources),
    });
    let others = finding.others.iter().map(|other| Related {
        label: &other.message,
        replacement: other.instead.as_deref(),
        at: at(other.span, sources),
    });
    also.chain(others).collect()
}

fn at(span: Span, sources: &Sources) -> At<'_> {
    let source = sources.file(span.file);
    let (line, column) = line_and_column(source.text(), span.start as usize);
    let (end_line, end_column) = line_and_column(source.text(), span.end as usize);
    At { path: &source.path, line, column, end_line, end_column, start: span.start, end: span.end }
}
