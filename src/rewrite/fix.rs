//! Applies what the findings suggest, as far as it makes the list no worse.

use std::collections::{BTreeMap, BTreeSet};

use super::{Rewrite, as_on_disk, class, weight};
use crate::catalog::FOLDER;
use crate::diag::{Applicability, Code, Finding, Severity};
use crate::examine::{Examined, examine};
use crate::source::{Content, FileId, Sources};
use crate::value::Date;
use crate::yaml::edit::{Edit, apply, keeps_the_rest};
use crate::yaml::{self, Node};

/// How often what a round has brought to light is mended in another one.
const MOST_ROUNDS: usize = 50;

/// What fixing came to.
#[derive(Debug)]
pub struct Fixed {
    /// The files that are to change.
    pub rewrites: Vec<Rewrite>,
    /// How many suggestions were applied.
    pub applied: usize,
    /// How many were not, as they would have made other findings.
    pub refused: usize,
    /// The list as it would be.
    pub sources: Sources,
    /// What is found in the list as it would be.
    pub findings: Vec<Finding>,
}

/// Applies the mends of all findings until none is left that can be applied: the safe ones, and the suggested ones where
/// they are in reach.
#[must_use]
pub fn fix(sources: &Sources, as_of: Option<Date>, reach: Applicability) -> Fixed {
    let examined = examine(sources, as_of);
    let mut list = List { sources: sources.clone(), examined, as_of, reach };
    let mut refused = BTreeSet::new();
    let mut applied = 0;
    for _ in 0..MOST_ROUNDS {
        let suggestions = list.suggestions(&refused);
        let mut kept = Vec::new();
        let next = list.take(&suggestions, &mut kept, &mut refused);
        let Some(next) = next.filter(|_| !kept.is_empty()) else { break };
        applied += kept.len();
        list = next;
    }
    let rewrites = sources.iter().filter_map(|(file, source)| {
        let text = list.sources.file(file).text();
        let changed = text != source.text();
        changed.then(|| Rewrite { file, text: as_on_disk(source, text) })
    });
    Fixed {
        rewrites: rewrites.collect(),
        applied,
        refused: refused.len(),
        findings: list.examined.findings,
        sources: list.sources,
    }
}

/// A list between two rounds.
struct List {
    sources: Sources,
    examined: Examined,
    as_of: Option<Date>,
    reach: Applicability,
}

/// What a finding wants typed in place of something.
#[derive(Debug, Clone)]
struct Suggestion {
    file: FileId,
    edit: Edit,
    mark: Mark,
}

/// By what a suggestion is known again after others have moved it: its code, what stands there, and what should.
type Mark = (FileId, Code, String, String);

impl List {
    /// What can be applied at once, without what was refused before.
    fn suggestions(&self, refused: &BTreeSet<Mark>) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        for finding in &self.examined.findings {
            let Some(suggestion) = self.suggestion(finding) else { continue };
            let free = |other: &Suggestion| {
                other.file != suggestion.file || !other.edit.overlaps(&suggestion.edit)
            };
            // Findings come in the order of their places, so that only the last one can be in the way.
            if !refused.contains(&suggestion.mark) && found.last().is_none_or(free) {
                found.push(suggestion);
            }
        }
        found
    }

    fn suggestion(&self, finding: &Finding) -> Option<Suggestion> {
        let mend = finding.instead.as_ref().filter(|mend| mend.applicability() <= self.reach)?;
        let instead: &str = mend;
        let (file, range) = (finding.span.file, finding.span.range());
        let source = self.sources.file(file);
        let Content::Text(text) = &source.content else { return None };
        let there =
            text.get(range.clone()).filter(|there| !there.is_empty() && *there != instead)?;
        let ours = source.path.strip_prefix(FOLDER).is_some_and(|path| path.starts_with('/'));
        let mark = (file, finding.code, there.to_owned(), instead.to_owned());
        ours.then(|| Suggestion { file, edit: Edit::replace(range, instead), mark })
    }

    /// Takes all of a group if the list is no worse for it, else looks in each half for what is to blame.
    fn take(
        &self,
        group: &[Suggestion],
        kept: &mut Vec<Suggestion>,
        refused: &mut BTreeSet<Mark>,
    ) -> Option<Self> {
        if group.is_empty() {
            return None;
        }
        let together: Vec<Suggestion> = kept.iter().chain(group).cloned().collect();
        if let Some(next) = self.with(&together) {
            *kept = together;
            return Some(next);
        }
        if let [alone] = group {
            refused.insert(alone.mark.clone());
            return None;
        }
        let (first, second) = group.split_at(group.len() / 2);
        let before = self.take(first, kept, refused);
        self.take(second, kept, refused).or(before)
    }

    /// The list with suggestions applied, unless a file cannot be read any more or anything is worse.
    fn with(&self, suggestions: &[Suggestion]) -> Option<Self> {
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        for Suggestion { file, edit, .. } in suggestions {
            edits.entry(*file).or_default().push(edit.clone());
        }
        let mut texts = BTreeMap::new();
        for (file, edits) in &edits {
            texts.insert(*file, apply(self.sources.file(*file).text(), edits).ok()?);
        }
        let sources = self.sources.with_texts(|file| texts.get(&file).map(String::as_str));
        let proven = edits.iter().all(|(file, edits)| self.proves(*file, &sources, edits));
        if !proven {
            return None;
        }
        let examined = examine(&sources, self.as_of);
        let next = Self { sources, examined, ..*self };
        let worse = |file: Option<FileId>| next.weight(file) > self.weight(file);
        let any_worse = worse(None) || edits.keys().any(|file| worse(Some(*file)));
        let others = |file: &FileId| {
            let own = suggestions.iter().filter(|suggestion| suggestion.file == *file);
            let mended = own.map(|suggestion| class(suggestion.mark.1)).min();
            mended.is_some_and(|mended| self.leaves_others(&next, *file, mended))
        };
        (!any_worse && !edits.keys().any(others)).then_some(next)
    }

    /// Whether one finding only gave way to another of its class or a worse one, which nobody but a person can mend. In
    /// a file that could not be read before, all of them come to light for the first time.
    fn leaves_others(&self, next: &Self, file: FileId, mended: usize) -> bool {
        if tree(file, &self.sources).is_none() {
            return false;
        }
        let of_file = |finding: &&Finding| finding.span.file == file;
        let known: BTreeSet<(Code, &str)> = self
            .examined
            .findings
            .iter()
            .filter(of_file)
            .map(|finding| (finding.code, finding.message.as_str()))
            .collect();
        next.examined.findings.iter().filter(of_file).any(|finding| {
            finding.severity == Severity::Error
                && finding.instead.is_none()
                && class(finding.code) <= mended
                && !known.contains(&(finding.code, finding.message.as_str()))
        })
    }

    /// What could be read can still be read, and everything that was not to change says what it said.
    fn proves(&self, file: FileId, sources: &Sources, edits: &[Edit]) -> bool {
        let (old, new) = (self.sources.file(file), sources.file(file));
        let Some(before) = tree(file, &self.sources) else { return true };
        let Some(after) = tree(file, sources) else { return false };
        keeps_the_rest((old.text(), &before), (new.text(), &after), edits)
    }

    fn weight(&self, file: Option<FileId>) -> super::Weight {
        let findings = self.examined.findings.iter();
        weight(findings.filter(|finding| file.is_none_or(|file| finding.span.file == file)))
    }
}

/// The tree of a file that the door lets pass.
fn tree(file: FileId, sources: &Sources) -> Option<Node> {
    let mut findings = Vec::new();
    let tree = yaml::parse(file, sources.file(file), &mut findings);
    tree.filter(|_| findings.is_empty())
}
