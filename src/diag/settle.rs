//! From what the checks said to what is shown: routes become bytes, and the findings come in one order.

use std::collections::BTreeMap;

use super::{Applicability, Code, Diag, Mend, Place, Severity};
use crate::source::{FileId, Sources, Span};
use crate::yaml::{self, Node};

/// A finding with its place in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of finding it is.
    pub code: Code,
    /// Error or warning.
    pub severity: Severity,
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
}

impl Finding {
    /// How it is mended.
    #[must_use]
    pub fn applicability(&self) -> Applicability {
        self.instead.as_ref().map_or(Applicability::ToFillIn, Mend::applicability)
    }
}

/// How many findings of one file are shown.
const MOST_IN_A_FILE: usize = 200;

/// How many findings of one file have their places sought, which takes time.
const MOST_SOUGHT: usize = 2_000;

/// Finds the bytes of every place and sorts by path, place and code; what is said twice is said once.
#[must_use]
pub fn settle(diags: Vec<Diag>, sources: &Sources) -> Vec<Finding> {
    let mut trees = Trees { sources, read: BTreeMap::new() };
    let mut of_file: BTreeMap<FileId, usize> = BTreeMap::new();
    let few = |diag: &Diag| {
        let count = of_file.entry(diag.place.file()).or_default();
        *count += 1;
        *count <= MOST_SOUGHT
    };
    let mut findings: Vec<Finding> =
        diags.into_iter().filter(few).map(|diag| trees.finding(diag)).collect();
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.span.file, f.span.start, f.span.end, f.code);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
    findings.dedup();
    cap(findings)
}

/// A hostile file can cause as many findings as it has bytes; the first ones of a file are enough to mend it.
fn cap(findings: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut of_file = 0;
    for finding in findings {
        let same = kept.last().is_some_and(|last| last.span.file == finding.span.file);
        of_file = if same { of_file + 1 } else { 1 };
        if of_file <= MOST_IN_A_FILE {
            kept.push(finding);
        } else if of_file == MOST_IN_A_FILE + 1 {
            let message =
                format!("the file has more than {MOST_IN_A_FILE} findings; the rest is not shown");
            kept.push(Finding {
                code: Code::TooManyFindings,
                severity: Code::TooManyFindings.severity(),
                message,
                label: None,
                help: Some("mend those above and run the check again".to_owned()),
                instead: None,
                also: Vec::new(),
                ..finding
            });
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
        let span = self.span(&diag.place);
        let also =
            diag.also.iter().map(|(place, label)| (self.span(place), label.clone())).collect();
        Finding {
            code: diag.code,
            severity: diag.code.severity(),
            span,
            message: diag.message,
            label: diag.label,
            help: diag.help,
            instead: diag.instead,
            also,
        }
    }

    fn span(&mut self, place: &Place) -> Span {
        match place {
            Place::Span(span) => *span,
            Place::Route { file, route, part } => {
                let source = self.sources.file(*file);
                let tree = self
                    .read
                    .entry(*file)
                    .or_insert_with(|| yaml::parse(*file, source, &mut Vec::new()));
                let Some(tree) = tree else { return file.top() };
                let (start, end) = tree.find(route, *part);
                file.span(start as usize..end as usize)
            }
        }
    }
}
