//! Findings for people: an excerpt, a caret, what to type, and a closing count.

use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet, Title,
};

use super::printable::scrub;
use super::{Finding, Severity, printable};
use crate::source::{FileId, Sources, Span, line_and_column};

/// How reports look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without colours.
    Plain,
    /// With ANSI colours, for a terminal.
    Coloured,
}

/// Lines longer than this are cut around the place by the renderer.
const WIDTH: usize = 120;

/// The report of one finding, ended by a newline.
#[must_use]
pub fn report(finding: &Finding, sources: &Sources, style: Style) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut groups = vec![located(title, finding, sources)];
    if let Some(help) = help(finding, sources) {
        groups.push(help);
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    scrub(&renderer.term_width(WIDTH).render(&groups)) + "\n"
}

/// The closing line: how many errors and warnings in how many files.
#[must_use]
pub fn summary(findings: &[Finding], files: usize) -> String {
    let errors = findings.iter().filter(|f| f.severity == Severity::Error).count();
    let warnings = findings.len() - errors;
    let mut with: Vec<_> = findings.iter().map(|f| f.span.file).collect();
    with.dedup();
    let checked = counted(files, "file");
    if findings.is_empty() {
        return format!("{checked} checked: no errors, no warnings");
    }
    let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
    format!("{checked} checked: {errors} and {warnings} in {}", counted(with.len(), "file"))
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A place in an excerpt, how it is drawn, and its label.
type Mark<'a> = (Span, AnnotationKind, Option<&'a str>);

fn located<'a>(title: Title<'a>, finding: &'a Finding, sources: &'a Sources) -> Group<'a> {
    let mut groups: Vec<(FileId, Vec<Mark<'_>>)> = Vec::new();
    let primary = (finding.span, AnnotationKind::Primary, finding.label.as_deref());
    let others = finding
        .also
        .iter()
        .map(|(span, label)| (*span, AnnotationKind::Context, Some(label.as_str())));
    for place in std::iter::once(primary).chain(others) {
        match groups.iter_mut().find(|(file, _)| *file == place.0.file) {
            Some((_, places)) => places.push(place),
            None => groups.push((place.0.file, vec![place])),
        }
    }
    let mut sections = groups.into_iter().map(|(file, places)| excerpt(file, &places, sources));
    let first = sections.next().unwrap_or_else(|| Element::Origin(Origin::path("")));
    sections.fold(title.element(first), Group::element)
}

/// The lines around the places of one file; the rest of the file is not handed to the renderer, as it may be long.
fn excerpt<'a>(file: FileId, places: &[Mark<'a>], sources: &'a Sources) -> Element<'a> {
    let source = sources.file(file);
    let text = source.text();
    if text.is_empty() {
        return Element::Origin(Origin::path(printable(&source.path)));
    }
    let seen: Vec<Range<usize>> = places.iter().map(|(span, ..)| visible(text, *span)).collect();
    let lines = window(text, &seen);
    let mut snippet = Snippet::source(text.get(lines.clone()).unwrap_or(""))
        .line_start(line_and_column(text, lines.start).0)
        .path(printable(&source.path));
    for ((_, kind, label), place) in places.iter().zip(seen) {
        let place = place.start - lines.start..place.end - lines.start;
        snippet = snippet.annotation(kind.span(place).label(*label));
    }
    Element::Cause(snippet)
}

/// The whole lines that hold all places.
fn window(text: &str, places: &[Range<usize>]) -> Range<usize> {
    let start = places.iter().map(|place| place.start).min().unwrap_or(0);
    let end = places.iter().map(|place| place.end).max().unwrap_or(0);
    let before = text.get(..start).and_then(|part| part.rfind('\n')).map_or(0, |at| at + 1);
    let after = text.get(end..).and_then(|part| part.find('\n')).map_or(text.len(), |at| end + at);
    before..after
}

/// The place cut to its first line, on character bounds: an excerpt of twenty lines helps nobody.
fn visible(text: &str, span: Span) -> Range<usize> {
    let mut start = (span.start as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = (span.end as usize).clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let line = text.get(start..end).and_then(|part| part.find('\n'));
    start..line.map_or(end, |length| start + length)
}

fn help<'a>(finding: &'a Finding, sources: &'a Sources) -> Option<Group<'a>> {
    let source = sources.file(finding.span.file);
    let text = source.text();
    let Some(instead) = &finding.instead else {
        let help = finding.help.as_deref()?;
        return Some(Group::with_title(Level::HELP.secondary_title(help)));
    };
    let title = Level::HELP.secondary_title(finding.help.as_deref().unwrap_or("write"));
    if text.is_empty() {
        return Some(Group::with_title(title));
    }
    let place = visible(text, finding.span);
    let lines = window(text, std::slice::from_ref(&place));
    let patch = Patch::new(place.start - lines.start..place.end - lines.start, printable(instead));
    let snippet = Snippet::source(text.get(lines.clone()).unwrap_or(""))
        .line_start(line_and_column(text, lines.start).0)
        .patch(patch);
    Some(title.element(snippet))
}
