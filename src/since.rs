//! Which findings a change brings: those that the list did not have before it, whatever lines they stand on.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalog::{Broken, Catalog};
use crate::diag::{Code, Diag, Finding, Placed, placed, settle};
use crate::examine::{Examined, Judged, judge};
use crate::source::{Content, FileId, Sources};
use crate::value::Date;
use crate::verdict::Verdict;
use crate::yaml::{self, Node};

/// A list after a change.
#[derive(Debug, Clone)]
pub struct Since {
    /// The list as it is, with the findings that the change brings.
    pub examined: Examined,
    /// The findings that it had before.
    pub older: Vec<Finding>,
}

/// Checks a list and what it was before a change, and tells the findings apart; what entries allow is a finding like the
/// others where `allowing` is false.
///
/// Both states are judged by today's `checks` and by one date, so that a check that is made stricter says nothing of what
/// was there before.
#[must_use]
pub fn examine_since(
    sources: &Sources,
    before: &Sources,
    as_of: Option<Date>,
    allowing: bool,
) -> Since {
    let shown = |verdict: Verdict| if allowing { verdict } else { verdict.without_allowing() };
    let Judged { catalog, graph, verdict } = judge(sources, as_of, Broken::LeavesNothing, None);
    let Verdict { shown: diags, allowed } = shown(verdict);
    let old = |broken: Broken| {
        let checks = Some(&catalog.survey.checks);
        placed(shown(judge(before, catalog.as_of, broken, checks).verdict).shown, before)
    };
    let renamed = renamed(&catalog, sources, before);
    let name = |path: &str| renamed.get(path).map_or(path, |path| path).to_owned();
    let was = old(Broken::LeavesNothing);
    // What an error of an entry hid was there all the same, and is not brought by whoever mends it.
    let hidden = old(Broken::LeavesTheRest);
    let mut known = Known::of([&was, &hidden], before, &name);
    let mut now = placed(diags, sources);
    let older = known.take_from(&mut now, sources);
    now.forget(|file| {
        let path = &sources.file(file).path;
        before.iter().any(|(id, source)| was.has_more(id) && name(&source.path) == *path)
    });
    let examined =
        Examined { findings: now.capped(), allowed: settle(allowed, sources), catalog, graph };
    Since { examined, older }
}

/// The new path of each entry that has another one now: one that notes its former id, or a file with the same text.
fn renamed(catalog: &Catalog, sources: &Sources, before: &Sources) -> BTreeMap<String, String> {
    let is_gone = |path: &str| before.find(path).is_some() && sources.find(path).is_none();
    let mut renamed = BTreeMap::new();
    for record in catalog.readable() {
        let path = &sources.file(record.file).path;
        let folder = record.kind.folder();
        let former = record.common.former_ids.iter();
        let former = former.map(|id| format!("entries/{folder}/{}.yaml", id.as_str()));
        renamed.extend(former.filter(|old| is_gone(old)).map(|old| (old, path.clone())));
    }
    let come = sources.iter().filter(|(_, source)| before.find(&source.path).is_none());
    let mut by_text: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for (_, source) in come {
        if let Content::Text(text) = &source.content {
            by_text.insert((folder(&source.path), text), &source.path);
        }
    }
    for (_, source) in before.iter().filter(|(_, source)| is_gone(&source.path)) {
        let Content::Text(text) = &source.content else { continue };
        if let Some(path) = by_text.get(&(folder(&source.path), text.as_str())) {
            renamed.entry(source.path.clone()).or_insert_with(|| (*path).to_owned());
        }
    }
    renamed
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// By what a finding is known again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    code: Code,
    /// The file that it is in; of two entries that are too much alike, both.
    files: BTreeSet<String>,
    route: String,
    /// The value there; where it is no single value, what is said of it.
    detail: String,
}

impl Key {
    /// The same wherever in its lists it stands: whoever adds an item before another does not bring what is wrong with it.
    fn anywhere(mut self) -> Self {
        let mut parts = self.route.split('[');
        let first = parts.next().unwrap_or_default().to_owned();
        let rest = parts.filter_map(|part| part.split_once(']'));
        self.route = rest.fold(first, |route, (_, rest)| route + rest);
        self
    }
}

/// Makes the keys of findings; the few files that have some are read again.
struct Keys<'s> {
    sources: &'s Sources,
    name: &'s dyn Fn(&str) -> String,
    trees: BTreeMap<FileId, Option<Node>>,
}

impl<'s> Keys<'s> {
    fn new(sources: &'s Sources, name: &'s dyn Fn(&str) -> String) -> Self {
        Self { sources, name, trees: BTreeMap::new() }
    }

    fn key(&mut self, finding: &Finding) -> Key {
        let file = finding.span.file;
        let path = |file: FileId| (self.name)(&self.sources.file(file).path);
        let mut files = BTreeSet::from([path(file)]);
        if finding.code.is_mutual() {
            files.extend(finding.also.iter().map(|(span, _)| path(span.file)));
            let (route, detail) = (String::new(), String::new());
            return Key { code: finding.code, files, route, detail };
        }
        let source = self.sources.file(file);
        let parse = || yaml::parse(file, source, &mut Vec::<Diag>::new());
        let tree = self.trees.entry(file).or_insert_with(parse);
        let (route, detail) = if let Some(tree) = tree {
            let (route, node) = tree.deepest(finding.span.start);
            let value = node.and_then(Node::text).unwrap_or(&finding.message);
            (route, value.to_owned())
        } else {
            // The places of a file that is not YAML have no names; what is written there has to do.
            let (before, behind) =
                source.text().split_at_checked(finding.span.start as usize).unwrap_or_default();
            let before = before.rsplit('\n').next().unwrap_or_default().trim_start();
            let behind = behind.lines().next().unwrap_or_default().trim_end();
            (String::new(), format!("{}\n{before}{behind}", finding.message))
        };
        Key { code: finding.code, files, route, detail }
    }
}

/// The findings that were there before, by what they are known by and how many of each there were.
struct Known {
    exact: BTreeMap<Key, usize>,
    anywhere: BTreeMap<Key, usize>,
}

impl Known {
    /// Of several looks at one state each key counts as often as the look has it that has it most often.
    fn of<'p>(
        looks: impl IntoIterator<Item = &'p Placed>,
        sources: &Sources,
        name: &dyn Fn(&str) -> String,
    ) -> Self {
        let mut keys = Keys::new(sources, name);
        let mut exact: BTreeMap<Key, usize> = BTreeMap::new();
        for look in looks {
            let mut counts: BTreeMap<Key, usize> = BTreeMap::new();
            for finding in &look.findings {
                *counts.entry(keys.key(finding)).or_default() += 1;
            }
            for (key, count) in counts {
                let most = exact.entry(key).or_default();
                *most = count.max(*most);
            }
        }
        let mut anywhere: BTreeMap<Key, usize> = BTreeMap::new();
        for (key, count) in &exact {
            *anywhere.entry(key.clone().anywhere()).or_default() += count;
        }
        Self { exact, anywhere }
    }

    /// Takes out the findings that were there before, those first that stand where they stood.
    fn take_from(&mut self, now: &mut Placed, sources: &Sources) -> Vec<Finding> {
        let same = |path: &str| path.to_owned();
        let mut keys = Keys::new(sources, &same);
        let all = std::mem::take(&mut now.findings);
        let mut all: Vec<(Key, Finding, bool)> =
            all.into_iter().map(|finding| (keys.key(&finding), finding, false)).collect();
        for (key, _, is_old) in &mut all {
            let anywhere = key.clone().anywhere();
            if take(&mut self.exact, key) {
                *is_old = take(&mut self.anywhere, &anywhere);
            }
        }
        for (key, _, is_old) in all.iter_mut().filter(|(.., is_old)| !is_old) {
            *is_old = take(&mut self.anywhere, &key.clone().anywhere());
        }
        let (older, brought): (Vec<_>, Vec<_>) = all.into_iter().partition(|(.., is_old)| *is_old);
        now.findings = brought.into_iter().map(|(_, finding, _)| finding).collect();
        older.into_iter().map(|(_, finding, _)| finding).collect()
    }
}

/// Takes one of a key, where some are left.
fn take(counts: &mut BTreeMap<Key, usize>, key: &Key) -> bool {
    match counts.get_mut(key).filter(|count| **count > 0) {
        Some(count) => {
            *count -= 1;
            true
        }
        None => false,
    }
}
