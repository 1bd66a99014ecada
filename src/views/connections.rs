//! The entries around an entry: what it builds on at one side, what builds on it at the other, each by its relation.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Mention, Viewer};
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::resolve::Edge;

/// The entries around an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Connections {
    /// What it builds on.
    pub before: Neighbours,
    /// What builds on it.
    pub after: Neighbours,
    /// The height of the drawing, in lines.
    pub height: usize,
}

/// One side of the drawing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Neighbours {
    /// The relations with their entries.
    pub relations: Vec<Relation>,
    /// Where the lines of the drawing end, in hundredths of a line from its top.
    pub ends: Vec<usize>,
}

/// The entries that stand in one relation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Relation {
    /// The relation, by which the theme knows its label.
    pub key: &'static str,
    /// The entries, by kind and name; as many as the drawing has room for.
    pub shown: Vec<Mention>,
    /// The others.
    pub more: Vec<Mention>,
    /// Where all of them stand, if these are but the nearest of them.
    pub whole: Vec<Whole>,
}

/// An entry whose page names all that a relation holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Whole {
    /// The entry.
    pub entry: Mention,
    /// How many there are.
    pub count: usize,
}

/// How many entries of a relation the drawing shows.
const MOST: usize = 8;

/// How many models a page names of those that share a paper with its own. The page of the paper names all: were they
/// named by each other too, what is written would grow with the square of their number.
const MOST_BESIDE: usize = 24;

/// The relations in the order in which they are shown.
const ORDER: [&str; 17] = [
    "described-in",
    "trained-on",
    "data",
    "measured-with",
    "replaces",
    "refers-to",
    "introduces",
    "presents",
    "trains",
    "measures",
    "measured-on",
    "part-of",
    "used-in",
    "held-as",
    "same-paper",
    "distinct",
    "replaced-by",
];

impl Connections {
    /// The entries around an entry, unless there are none.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, record: &Record) -> Option<Self> {
        let at = viewer.catalog.position(record.kind, record.id.as_str())?;
        let mut found: Vec<(&'static str, Mention)> = Vec::new();
        let mut add = |edges: Option<&Vec<Edge>>, key: &dyn Fn(&Edge, &Record) -> &'static str| {
            for edge in edges.into_iter().flatten() {
                let Some(other) = viewer.catalog.records.get(edge.record) else { continue };
                found.push((key(edge, other), Mention::of(other)));
            }
        };
        add(viewer.graph.names.get(at), &|edge, _| outward(&edge.route));
        add(viewer.graph.named_by.get(at), &|edge, other| inward(&edge.route, other.kind));
        let (beside, whole) = beside(viewer, record, at);
        found.extend(beside.into_iter().map(|mention| ("same-paper", mention)));
        found.sort();
        found.dedup();
        // A paper that describes a dataset uses it too, which need not be said.
        let described = |entry: &Mention| ("described-in", entry.clone());
        let known = found.clone();
        found.retain(|(key, entry)| *key != "used-in" || !known.contains(&described(entry)));
        (!found.is_empty()).then(|| Self::drawn(&found, &whole))
    }

    fn drawn(found: &[(&'static str, Mention)], whole: &[Whole]) -> Self {
        let (before, after) = ORDER.split_at(6);
        let side = |keys: &[&'static str]| {
            keys.iter().filter_map(|key| Relation::of(key, found, whole)).collect::<Vec<Relation>>()
        };
        let (before, after) = (side(before), side(after));
        let height = lines(&before).max(lines(&after));
        Self {
            before: Neighbours::of(before, height),
            after: Neighbours::of(after, height),
            height,
        }
    }
}

impl Relation {
    fn of(key: &'static str, found: &[(&'static str, Mention)], whole: &[Whole]) -> Option<Self> {
        let entries = found.iter().filter(|(relation, _)| *relation == key);
        let mut shown: Vec<Mention> = entries.map(|(_, entry)| entry.clone()).collect();
        // One entry too many takes no more room than saying that there is one more.
        let more = if shown.len() > MOST + 1 { shown.split_off(MOST) } else { Vec::new() };
        let whole = if key == "same-paper" { whole.to_vec() } else { Vec::new() };
        (!shown.is_empty()).then_some(Self { key, shown, more, whole })
    }

    /// How many lines it takes: its name, its entries, the word that there are more, and where all of them stand.
    fn lines(&self) -> usize {
        1 + self.shown.len() + usize::from(!self.more.is_empty()) + self.whole.len()
    }
}

fn lines(relations: &[Relation]) -> usize {
    relations.iter().map(Relation::lines).sum()
}

impl Neighbours {
    /// A side in the middle of the drawing's height.
    fn of(relations: Vec<Relation>, height: usize) -> Self {
        let mut top = 50 * (height - lines(&relations));
        let mut ends = Vec::new();
        for relation in &relations {
            let first = top + 100;
            ends.extend((0..relation.shown.len()).map(|line| first + 100 * line + 50));
            top += 100 * relation.lines();
        }
        Self { relations, ends }
    }
}

/// The models that share a paper with a model: of each paper all of them, or the nearest by id where there are many,
/// since the ids of a family begin alike; and the papers that have more of them.
fn beside(viewer: Viewer<'_>, record: &Record, at: usize) -> (Vec<Mention>, Vec<Whole>) {
    let (mut found, mut whole) = (Vec::new(), Vec::new());
    if record.entry.model().is_none() {
        return (found, whole);
    }
    let papers = viewer.graph.names.get(at).into_iter().flatten();
    let papers = papers.filter(|edge| edge.route.starts_with("papers")).map(|edge| edge.record);
    let papers: BTreeSet<usize> = papers.collect();
    for paper in papers {
        let Some(models) = viewer.graph.models_of.get(&paper) else { continue };
        let own = models.partition_point(|model| *model < at);
        let first =
            (own.saturating_sub(MOST_BESIDE / 2)).min(models.len().saturating_sub(MOST_BESIDE + 1));
        let near = models.iter().skip(first).take(MOST_BESIDE + 1).filter(|model| **model != at);
        found.extend(near.filter_map(|model| viewer.catalog.records.get(*model)).map(Mention::of));
        if let Some(paper) = viewer.catalog.records.get(paper)
            && models.len() > MOST_BESIDE + 1
        {
            whole.push(Whole { entry: Mention::of(paper), count: models.len() });
        }
    }
    (found, whole)
}

/// What an entry is to those that it names.
fn outward(route: &str) -> &'static str {
    let starts = |with: &str| route.starts_with(with);
    match () {
        () if starts("papers") => "described-in",
        () if starts("training") => "trained-on",
        () if starts("datasets") => "data",
        () if starts("leaderboard.columns") => "measured-with",
        () if starts("leaderboard.rows") => "measures",
        () if starts("superseded_by") => "replaced-by",
        () if starts("distinct_from") => "distinct",
        () => "refers-to",
    }
}

/// What an entry is to those that name it.
fn inward(route: &str, by: KindId) -> &'static str {
    let starts = |with: &str| route.starts_with(with);
    match by {
        _ if starts("superseded_by") => "replaces",
        _ if starts("distinct_from") => "distinct",
        _ if starts("training") => "trains",
        _ if starts("leaderboard.columns") => "part-of",
        _ if starts("leaderboard.rows") => "measured-on",
        kind => kind.names_as(),
    }
}
