//! Findings for people: an excerpt, a caret, what to type, and a closing count.

use std::fmt::Display;
use std::ops::Range;

use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Patch, Renderer, Snippet, Title,
};

use super::printable::scrub;
use super::short::elsewhere;
use super::{Finding, Mends, Severity, Shown, printable};
use crate::source::{FileId, Sources, Span, line_and_column};

/// How reports look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without colours.
    Plain,
    /// With ANSI colours, for a terminal.
    Coloured,
}

/// Lines longer than this are cut around the place by the renderer, except in patches.
const WIDTH: usize = 120;

/// The longest excerpt in bytes that is given to the renderer, and the longest line of a patch; of longer ones a piece is.
const LONGEST: usize = 16_000;
const LONGEST_PATCHED: usize = 400;

/// How many bytes of a long line are shown on both sides of a place.
const AROUND: usize = 60;

/// The report of one finding, ended by a newline.
#[must_use]
pub fn report(finding: &Finding, sources: &Sources, style: Style) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut columns = Vec::new();
    let places = elsewhere(finding, sources);
    let mut located = located(title, finding, sources, &mut columns);
    if let Some(places) = &places {
        located = located.element(Level::NOTE.message(places.as_str()));
    }
    let mut groups = vec![located];
    if let Some(help) = help(finding, sources) {
        groups.push(help);
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut shown = renderer.term_width(WIDTH).render(&groups);
    for (of_piece, of_line) in columns {
        shown = shown.replacen(&of_piece, &of_line, 1);
    }
    scrub(&shown) + "\n"
}

/// The closing line: what was checked, and how many errors and warnings in how many files, and how many more their entries
/// allow.
#[must_use]
pub fn summary(shown: Shown<'_>, checked: impl Display) -> String {
    let (findings, errors) = (shown.findings, shown.errors());
    let warnings = findings.len() - errors;
    let allowed = match shown.allowed.len() {
        0 => String::new(),
        count => format!("; {count} allowed"),
    };
    let mut with: Vec<_> = findings.iter().map(|f| f.span.file).collect();
    with.extend(findings.iter().flat_map(|f| &f.others).map(|f| f.span.file));
    with.sort_unstable();
    with.dedup();
    if findings.is_empty() {
        return format!("{checked} checked: no errors, no warnings{allowed}");
    }
    let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
    let files = counted(with.len(), "file");
    format!("{checked} checked: {errors} and {warnings} in {files}{allowed}")
}

/// The line about how the findings are mended; none where there is nothing to mend.
#[must_use]
pub fn mends(findings: &[Finding]) -> Option<String> {
    let Mends { safe, suggested, to_fill_in } = Mends::of(findings);
    let parts = [
        (safe, "by `listwright fix`"),
        (suggested, "by `listwright fix --suggested`, to be looked at"),
        (to_fill_in, "by hand"),
    ];
    let some = parts.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = some.map(|(count, how)| format!("{how}: {count}")).collect();
    (!said.is_empty()).then(|| format!("mended {}", said.join("; ")))
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn located<'a>(
    title: Title<'a>,
    finding: &'a Finding,
    sources: &'a Sources,
    columns: &mut Vec<(String, String)>,
) -> Group<'a> {
    let mut groups: Vec<(FileId, Vec<Mark<'_>>)> = Vec::new();
    let primary = (finding.span, AnnotationKind::Primary, finding.label.as_deref());
    let others = finding
        .also
        .iter()
        .map(|(span, label)| (*span, AnnotationKind::Context, Some(label.as_str())));
    for mark in std::iter::once(primary).chain(others) {
        let text = sources.file(mark.0.file).text();
        let joins = |(file, marks): &&mut (FileId, Vec<Mark<'_>>)| {
            let places = marks.iter().map(|(span, ..)| visible(text, *span));
            let places: Vec<_> = places.chain([visible(text, mark.0)]).collect();
            *file == mark.0.file && window(text, &places).len() <= LONGEST
        };
        match groups.iter_mut().find(joins) {
            Some((_, marks)) => marks.push(mark),
            None => groups.push((mark.0.file, vec![mark])),
        }
    }
    title.elements(groups.into_iter().map(|(file, marks)| excerpt(file, &marks, sources, columns)))
}

/// A place to underline, how, and what is said of it.
type Mark<'a> = (Span, AnnotationKind, Option<&'a str>);

/// The lines around the places of one file; the rest of the file is not handed to the renderer, as it may be long.
fn excerpt<'a>(
    file: FileId,
    marks: &[Mark<'a>],
    sources: &'a Sources,
    columns: &mut Vec<(String, String)>,
) -> Element<'a> {
    let source = sources.file(file);
    let text = source.text();
    let path = printable(&source.path);
    // What is said of the file as a whole points at no text.
    let whole = marks.iter().all(|(span, _, label)| span.end == 0 && label.is_none());
    let Some((first, ..)) = marks.first().filter(|_| !text.is_empty() && !whole) else {
        return Element::Origin(Origin::path(path).line(1).char_column(1));
    };
    let mut seen: Vec<Range<usize>> = marks.iter().map(|(span, ..)| visible(text, *span)).collect();
    let lines = window(text, &seen);
    let line = line_and_column(text, lines.start).0;
    let mut excerpt = text.get(lines.clone()).unwrap_or("").to_owned();
    if let ([place], true) = (seen.as_mut_slice(), lines.len() > LONGEST) {
        (excerpt, *place) = piece(text, &lines, place);
        // The renderer counts the column within what it is given.
        let start = |text: &str, at| {
            let (_, column) = line_and_column(text, at);
            format!("{path}:{line}:{column}")
        };
        columns.push((start(&excerpt, place.start), start(text, first.start as usize)));
    } else {
        for place in &mut seen {
            *place = place.start - lines.start..place.end - lines.start;
        }
    }
    let snippet = Snippet::source(excerpt).line_start(line).path(path);
    let annotate = |snippet: Snippet<'a, _>, ((_, kind, label), place): (&Mark<'a>, _)| {
        snippet.annotation(kind.span(place).label(*label))
    };
    Element::Cause(marks.iter().zip(seen).fold(snippet, annotate))
}

/// A piece of a long line with the beginning of a place in it, and where the place is there.
fn piece(text: &str, line: &Range<usize>, place: &Range<usize>) -> (String, Range<usize>) {
    let start = text.floor_char_boundary(place.start.saturating_sub(AROUND)).max(line.start);
    let shown = text.floor_char_boundary((place.start + AROUND).min(place.end));
    let end = text.ceil_char_boundary(shown + AROUND).min(line.end);
    let before = if start > line.start { "..." } else { "" };
    let after = if end < line.end { "..." } else { "" };
    let piece = format!("{before}{}{after}", text.get(start..end).unwrap_or(""));
    let from = place.start - start + before.len();
    (piece, from..from + (shown - place.start))
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
    let line = line_and_column(text, lines.start).0;
    let (excerpt, place) = if lines.len() <= LONGEST_PATCHED {
        let place = place.start - lines.start..place.end - lines.start;
        (text.get(lines).unwrap_or("").to_owned(), place)
    } else {
        piece(text, &lines, &place)
    };
    // What cannot be seen is written out; line ends can.
    let lines: Vec<String> = instead.split('\n').map(printable).collect();
    let patch = Patch::new(place, lines.join("\n"));
    Some(title.element(Snippet::source(excerpt).line_start(line).patch(patch)))
}
