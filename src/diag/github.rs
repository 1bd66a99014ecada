//! Findings as workflow commands, which become annotations at the lines of a pull request.

use super::short::elsewhere;
use super::{Finding, printable};
use crate::source::{Sources, Span, line_and_column};

/// One command for each finding. What comes from an entry is escaped, so that it cannot give a command of its own.
#[must_use]
pub fn github(findings: &[Finding], sources: &Sources) -> String {
    let commands = |finding: &Finding| {
        // What is as much about another file is said there too, as only one of the two is in the pull request.
        let others = finding.also.iter().filter(|_| finding.code.is_mutual());
        let spans = std::iter::once(finding.span).chain(others.map(|(span, _)| *span));
        spans.map(|span| command(finding, span, sources)).collect::<String>()
    };
    findings.iter().map(commands).collect()
}

fn command(finding: &Finding, span: Span, sources: &Sources) -> String {
    let source = sources.file(span.file);
    let (line, column) = line_and_column(source.text(), span.start as usize);
    let (end_line, end_column) = line_and_column(source.text(), span.end as usize);
    // Columns are shown only where the place is within one line.
    let columns = if line == end_line {
        format!(",col={column},endColumn={end_column}")
    } else {
        String::new()
    };
    let mut message = finding.message.clone();
    if let Some(places) = elsewhere(finding, sources) {
        message.push('\n');
        message.push_str(&places);
    }
    if let Some(help) = &finding.help {
        message.push_str("\nhelp: ");
        message.push_str(help);
    }
    if let Some(instead) = finding.instead.as_deref().filter(|instead| !instead.is_empty()) {
        message.push_str("\nwrite: ");
        message.push_str(&printable(instead));
    }
    format!(
        "::{} file={},line={line}{columns},title={}::{}\n",
        finding.severity.as_str(),
        property(&printable(&source.path)),
        property(finding.code.as_str()),
        data(&message),
    )
}

/// The data of a command: what would end it is escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
