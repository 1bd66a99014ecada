//! Applies what the findings suggest, as far as it makes the list no worse.

use std::collections::{BTreeMap, BTreeSet};

use super::{Rewrite, as_on_disk, class, weight};
use crate::catalog::FOLDER;
use crate::diag::{Applicability, Code, Finding, Severity};
use crate::examine::{Examined, examine, examine_halves};
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

/// How often everything is done again without what did harm.
const MOST_ATTEMPTS: usize = 10;

/// Applies the mends of all findings until none is left that can be applied: the safe ones, and the suggested ones where
/// they are in reach.
#[must_use]
pub fn fix(sources: &Sources, as_of: Option<Date>, reach: Applicability) -> Fixed {
    let first = List {
        sources: sources.clone(),
        examined: examine(sources, as_of),
        as_of,
        reach,
        typed: Vec::new(),
    };
    let mut refused = Refusals::default();
    // A mend in the vocabulary can bring findings in entries that had none: those are for a person to look at first.
    let found: BTreeSet<FileId> =
        first.examined.findings.iter().map(|finding| finding.span.file).collect();
    refused.files.extend(sources.iter().map(|(file, _)| file).filter(|file| !found.contains(file)));
    let mut attempt = 0;
    let (list, applied) = loop {
        let (list, applied) = first.mended(&mut refused);
        let harm = list.harm(&first);
        if harm.is_empty() {
            break (list, applied);
        }
        attempt += 1;
        if attempt > MOST_ATTEMPTS {
            refused.files.extend(harm.iter().map(|mark| mark.0));
        }
        refused.marks.extend(harm);
    };
    let rewrites = sources.iter().filter_map(|(file, source)| {
        let text = list.sources.file(file).text();
        let changed = text != source.text();
        changed.then(|| Rewrite { file, text: as_on_disk(source, text) })
    });
    Fixed {
        rewrites: rewrites.collect(),
        applied,
        refused: refused.marks.len(),
        findings: list.examined.findings,
        sources: list.sources,
    }
}

/// A list between two rounds.
#[derive(Clone)]
struct List {
    sources: Sources,
    examined: Examined,
    as_of: Option<Date>,
    reach: Applicability,
    /// What was typed so far, and where it stands now.
    typed: Vec<Typed>,
}

/// What was typed, as a suggestion said.
#[derive(Debug, Clone)]
struct Typed {
    range: (usize, usize),
    mark: Mark,
}

/// The parts of a range that do not lie in another one.
fn outside(range: (usize, usize), other: (usize, usize)) -> Vec<(usize, usize)> {
    if other.0 >= range.1 || range.0 >= other.1 {
        return vec![range];
    }
    let parts = [(range.0, other.0), (other.1, range.1)];
    parts.into_iter().filter(|(start, end)| start < end).collect()
}

/// What is not to be typed.
#[derive(Debug, Default)]
struct Refusals {
    marks: BTreeSet<Mark>,
    files: BTreeSet<FileId>,
}

impl Refusals {
    fn has(&self, mark: &Mark) -> bool {
        self.marks.contains(mark) || self.files.contains(&mark.0)
    }
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

impl Suggestion {
    /// The comment that it makes a part of a text.
    fn joined(&self) -> Option<&str> {
        let (_, code, there, _) = &self.mark;
        let at = there.find(" #").filter(|_| *code == Code::CommentInText)?;
        there.get(at + 1..)
    }
}

impl List {
    /// The list with everything applied that can be, and how much that was.
    fn mended(&self, refused: &mut Refusals) -> (Self, usize) {
        let mut list = self.clone();
        let mut applied = 0;
        for _ in 0..MOST_ROUNDS {
            let suggestions = list.suggestions(refused);
            let mut kept = Vec::new();
            let next = list.take(&suggestions, &mut kept, &mut refused.marks);
            let Some(next) = next.filter(|_| !kept.is_empty()) else { break };
            applied += kept.len();
            list = next;
        }
        (list, applied)
    }

    /// The suggestions that have left findings which the list did not have before, at what they have typed; with those
    /// that other errors of the file still hide.
    fn harm(&self, before: &Self) -> BTreeSet<Mark> {
        if self.typed.is_empty() {
            return BTreeSet::new();
        }
        let says = |finding: &Finding| (finding.span.file, finding.code, finding.message.clone());
        let halves = examine_halves(&before.sources, self.as_of).findings;
        let known: BTreeSet<_> = before.examined.findings.iter().chain(&halves).map(says).collect();
        let halves = examine_halves(&self.sources, self.as_of).findings;
        let found = self.examined.findings.iter().chain(&halves);
        // A warning is about what was said, and comes to light as soon as that can be read.
        let is_new = |finding: &&Finding| {
            finding.severity == Severity::Error && !known.contains(&says(finding))
        };
        let mut harm = BTreeSet::new();
        for finding in found.filter(is_new) {
            let places =
                std::iter::once(&finding.span).chain(finding.also.iter().map(|(at, _)| at));
            for place in places {
                let at = |typed: &&Typed| {
                    let (start, end) = (place.start as usize, place.end as usize);
                    // What was only deleted is answered for by what stands there now.
                    let typed_end = typed.range.1.max(typed.range.0 + 1);
                    typed.mark.0 == place.file && typed.range.0 < end && start < typed_end
                };
                harm.extend(self.typed.iter().filter(at).map(|typed| typed.mark.clone()));
            }
        }
        harm
    }

    /// What can be applied at once, without what was refused before.
    fn suggestions(&self, refused: &Refusals) -> Vec<Suggestion> {
        let mut found: Vec<Suggestion> = Vec::new();
        for finding in &self.examined.findings {
            let Some(suggestion) = self.suggestion(finding) else { continue };
            let free = |other: &Suggestion| {
                other.file != suggestion.file || !other.edit.overlaps(&suggestion.edit)
            };
            // Findings come in the order of their places, so that only the last one can be in the way.
            if !refused.has(&suggestion.mark) && found.last().is_none_or(free) {
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
        let proven = edits.iter().all(|(file, edits)| {
            let own = suggestions.iter().filter(|suggestion| suggestion.file == *file);
            let joined: Vec<&str> = own.filter_map(Suggestion::joined).collect();
            self.proves(*file, &sources, edits, &joined)
        });
        if !proven {
            return None;
        }
        let examined = examine(&sources, self.as_of);
        let typed = self.typed_after(suggestions);
        let next = Self { sources, examined, typed, ..*self };
        let worse = |file: Option<FileId>| next.weight(file) > self.weight(file);
        let any_worse = worse(None) || edits.keys().any(|file| worse(Some(*file)));
        let others = |file: &FileId| {
            let own = suggestions.iter().filter(|suggestion| suggestion.file == *file);
            let mended = own.map(|suggestion| class(suggestion.mark.1)).min();
            mended.is_some_and(|mended| self.leaves_others(&next, *file, mended))
        };
        (!any_worse && !edits.keys().any(others)).then_some(next)
    }

    /// What was typed before and what is typed now, where it stands afterwards.
    fn typed_after(&self, suggestions: &[Suggestion]) -> Vec<Typed> {
        let shifted = |file: FileId, at: usize| {
            let before = suggestions.iter().filter(|other| {
                other.file == file && other.edit.range.1 <= at && other.edit.range.0 < at
            });
            before.fold(at, |at, other| {
                (at + other.edit.text.len()).saturating_sub(other.edit.range.1 - other.edit.range.0)
            })
        };
        // Where a suggestion changes a part of what an earlier one has typed, the earlier one answers for the rest.
        let left = |typed: &Typed| {
            let mut parts = vec![typed.range];
            for new in suggestions.iter().filter(|new| new.file == typed.mark.0) {
                parts = parts.into_iter().flat_map(|part| outside(part, new.edit.range)).collect();
            }
            parts
        };
        let kept = self.typed.iter().flat_map(|typed| {
            left(typed).into_iter().map(|(from, to)| {
                let start = shifted(typed.mark.0, from);
                Typed { range: (start, start + (to - from)), mark: typed.mark.clone() }
            })
        });
        let fresh = suggestions.iter().map(|new| {
            let start = shifted(new.file, new.edit.range.0);
            Typed { range: (start, start + new.edit.text.len()), mark: new.mark.clone() }
        });
        kept.chain(fresh).collect()
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
    fn proves(&self, file: FileId, sources: &Sources, edits: &[Edit], joined: &[&str]) -> bool {
        let (old, new) = (self.sources.file(file), sources.file(file));
        let Some(before) = tree(file, &self.sources) else { return true };
        let Some(after) = tree(file, sources) else { return false };
        keeps_the_rest((old.text(), &before), (new.text(), &after), edits, joined)
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
