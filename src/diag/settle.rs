//! From what the checks said to what is shown: routes become bytes, and the findings come in one order.

use std::collections::{BTreeMap, BTreeSet};

use super::{Alike, Applicability, Code, Diag, Mend, Place, Severity};
use crate::source::{FileId, Sources, Span};
use crate::yaml::{self, Node, Part};

/// A finding with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
    /// Why an entry allows it; `None` where none does.
    pub allowed: Option<String>,
    /// Where it is.
    pub span: Span,
    /// The sentence.
    pub message: String,
    /// What stands at the place.
    pub label: Option<String>,
    /// What to type.
    pub help: Option<String>,
    /// The exact text to put at the place.
    pub instead: Option<Mend>,
    /// Other places that belong to it, each with its label.
    pub also: Vec<(Span, String)>,
    /// What it has in common with others of its code.
    pub alike: Option<Alike>,
    /// The others for which it speaks, once they are grouped.
    pub others: Vec<Finding>,
}

impl Finding {
    /// How it is mended.
    #[must_use]
    pub fn applicability(&self) -> Applicability {
        self.instead.as_ref().map_or(Applicability::ToFillIn, Mend::applicability)
    }
}

/// How many findings of one file are shown.
pub const MOST_IN_A_FILE: usize = 200;

/// How many findings of one file have their places sought, which takes time.
const MOST_SOUGHT: usize = 2_000;

/// Finds the bytes of every place and sorts by path, place and code; what is said twice is said once.
#[must_use]
pub fn settle(diags: Vec<Diag>, sources: &Sources) -> Vec<Finding> {
    placed(diags, sources).capped()
}

/// Findings with their places, before what is too many is cut.
#[derive(Debug, Default)]
pub(crate) struct Placed {
    pub(crate) findings: Vec<Finding>,
    /// How many more there are in a file, whose places were not sought.
    unsought: BTreeMap<FileId, Rest>,
}

impl Placed {
    /// Whether a file has more findings than those whose places were sought.
    pub(crate) fn has_more(&self, file: FileId) -> bool {
        self.unsought.contains_key(&file)
    }

    /// Counts nothing any more of files in which what was not sought is not to be spoken of.
    pub(crate) fn forget(&mut self, is_old: impl Fn(FileId) -> bool) {
        self.unsought.retain(|file, _| !is_old(*file));
    }

    /// As many of each file as are shown.
    pub(crate) fn capped(self) -> Vec<Finding> {
        cap(&self.findings, &self.unsought)
    }
}

/// The findings with their places, as [`settle`] has them.
pub(crate) fn placed(mut diags: Vec<Diag>, sources: &Sources) -> Placed {
    let mut trees = Trees { sources, read: BTreeMap::new() };
    let mut of_file: BTreeMap<FileId, usize> = BTreeMap::new();
    let mut unsought: BTreeMap<FileId, Rest> = BTreeMap::new();
    // No error is left out for the sake of a warning.
    diags.sort_by_key(|diag| diag.severity);
    let few = |diag: &Diag| {
        let file = diag.place.file();
        let count = of_file.entry(file).or_default();
        *count += 1;
        if *count > MOST_SOUGHT {
            unsought.entry(file).or_default().add(diag.severity);
        }
        *count <= MOST_SOUGHT
    };
    let mut findings: Vec<Finding> =
        diags.into_iter().filter(few).map(|diag| trees.finding(diag)).collect();
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.span.file, f.span.start, f.span.end, f.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    findings.dedup();
    Placed { findings, unsought }
}

/// How many findings of a file are not shown.
#[derive(Debug, Clone, Copy, Default)]
struct Rest {
    errors: usize,
    warnings: usize,
}

impl Rest {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }

    /// The finding that counts them.
    fn finding(self, span: Span) -> Finding {
        let Self { errors, warnings } = self;
        let counted = |count: usize, noun: &str| {
            if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
        };
        Finding {
            code: Code::TooManyFindings,
            // Warnings alone never stop a build, however many there are.
            severity: if errors > 0 { Severity::Error } else { Severity::Warning },
            allowed: None,
            span,
            message: format!(
                "the file has more than {MOST_IN_A_FILE} findings; not shown: {} and {}",
                counted(errors, "error"),
                counted(warnings, "warning")
            ),
            label: None,
            help: Some("mend those above and run the check again".to_owned()),
            instead: None,
            also: Vec::new(),
            alike: None,
            others: Vec::new(),
        }
    }
}

/// A hostile file can cause as many findings as it has bytes; the first ones of a file are enough to mend it. Errors go
/// before warnings, and findings that are shown as one count as one.
fn cap(findings: &[Finding], unsought: &BTreeMap<FileId, Rest>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    for of_file in findings.chunk_by(|a, b| a.span.file == b.span.file) {
        let mut rest = Rest::default();
        let Some(first) = of_file.first() else { continue };
        let count = |severity| of_file.iter().filter(|f| f.severity == severity).count();
        let mut room = [
            (Severity::Error, MOST_IN_A_FILE),
            (Severity::Warning, MOST_IN_A_FILE.saturating_sub(count(Severity::Error))),
        ];
        let mut said: BTreeSet<(Code, &str)> = BTreeSet::new();
        let mut place = None;
        for finding in of_file {
            let alike = finding.alike.as_ref().map(|alike| (finding.code, alike.sentence.as_str()));
            let is_said = alike.is_some_and(|alike| !said.insert(alike));
            let left = room.iter_mut().find(|(severity, _)| *severity == finding.severity);
            match left.map(|(_, left)| left) {
                Some(_) if is_said => kept.push(finding.clone()),
                Some(left) if *left > 0 => {
                    *left -= 1;
                    kept.push(finding.clone());
                }
                _ => {
                    place = place.or(Some(finding.span));
                    rest.add(finding.severity);
                }
            }
        }
        if let Some(more) = unsought.get(&first.span.file) {
            rest.errors += more.errors;
            rest.warnings += more.warnings;
        }
        if rest.errors + rest.warnings > 0 {
            let last = of_file.last().map_or(first.span, |last| last.span);
            kept.push(rest.finding(place.unwrap_or(last)));
        }
    }
    kept
}

/// Trees are not kept after reading; the few files with findings are read again.
struct Trees<'s> {
    sources: &'s Sources,
    read: BTreeMap<FileId, Option<Node>>,
}

impl Trees<'_> {
    fn finding(&mut self, diag: Diag) -> Finding {
        let (span, instead) = match self.deleted(&diag.place) {
            Some(span) => (span, diag.instead),
            // What cannot be deleted by a machine is only pointed at.
            None => (self.span(&diag.place), diag.instead.filter(|_| !diag.place.is_item())),
        };
        let also =
            diag.also.iter().map(|(place, label)| (self.span(place), label.clone())).collect();
        Finding {
            code: diag.code,
            severity: diag.severity,
            allowed: diag.allowed,
            span,
            message: diag.message,
            label: diag.label,
            help: diag.help,
            instead,
            also,
            alike: diag.alike,
            others: Vec::new(),
        }
    }

    fn span(&mut self, place: &Place) -> Span {
        match place {
            Place::Span(span) => *span,
            Place::Route { file, route, part } => {
                let Some(tree) = self.tree(*file) else { return file.top() };
                let (start, end) = tree.find(route, *part);
                file.span(start as usize..end as usize)
            }
        }
    }

    /// All that goes where an item is deleted.
    fn deleted(&mut self, place: &Place) -> Option<Span> {
        let Place::Route { file, route, part: Part::Item } = place else { return None };
        let text = self.sources.file(*file).text();
        let tree = self.tree(*file)?;
        Some(file.span(yaml::edit::deleted(text, tree, route)?))
    }

    fn tree(&mut self, file: FileId) -> Option<&Node> {
        let source = self.sources.file(file);
        let parse = || yaml::parse(file, source, &mut Vec::new());
        self.read.entry(file).or_insert_with(parse).as_ref()
    }
}
