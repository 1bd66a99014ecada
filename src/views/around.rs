//! The entries around one: those that it names or that name it, by what they are to it, and those that are like it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sizes::Sizes;
use super::{FacetView, Mention, Viewer, facets};
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::resolve::Edge;

/// How many entries that are like it are shown.
const ALIKE: usize = 4;

/// Entries that are the same to the entry of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The theme's word for what they are, such as `related.model.by.datasets`.
    pub key: String,
    /// The entries, by name.
    pub entries: Vec<Mention>,
}

/// An entry that is like the one of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alike {
    /// The entry.
    pub entry: Mention,
    /// By what: `size`, or a facet.
    pub by: &'static str,
    /// The value of the facet that they share.
    pub value: Option<String>,
}

/// The entries that an entry names and those that name it: first by direction, then by kind.
pub(super) fn related(viewer: Viewer<'_>, record: &Record) -> Vec<Related> {
    let Some(at) = viewer.catalog.position(record.kind, record.id.as_str()) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for (direction, edges) in
        [("names", viewer.graph.names.get(at)), ("by", viewer.graph.named_by.get(at))]
    {
        let mut kinds: BTreeMap<KindId, Vec<Mention>> = BTreeMap::new();
        for edge in edges.into_iter().flatten() {
            let Some(other) = other(viewer, edge) else { continue };
            kinds.entry(other.kind).or_default().push(Mention::of(other));
        }
        for (kind, mut entries) in kinds {
            entries.sort();
            entries.dedup();
            let key = format!("related.{}.{direction}.{}", record.kind.noun(), kind.folder());
            all.push(Related { key, entries });
        }
    }
    all
}

fn other<'c>(viewer: Viewer<'c>, edge: &Edge) -> Option<&'c Record> {
    viewer.catalog.records.get(edge.record)
}

/// Listed entries of the same kind that are like an entry: of nearly its size, and the newest that share a value.
pub(super) fn alike(
    viewer: Viewer<'_>,
    record: &Record,
    sizes: &Sizes,
    facets: &[FacetView],
) -> Vec<Alike> {
    let near = sizes.nearest(viewer, record);
    let mut found: Vec<Alike> = near
        .map(|other| Alike { entry: Mention::of(other), by: "size", value: None })
        .into_iter()
        .collect();
    let shared: &[&'static str] = match record.kind {
        KindId::Model => &["architecture", "paradigm", "rna", "category"],
        KindId::Paper => &["category", "type"],
        KindId::Dataset | KindId::Challenge => &["task", "type", "rna"],
    };
    for by in shared {
        let Some(value) = facets::value_of(record, facets, by) else { continue };
        let own = viewer.catalog.position(record.kind, record.id.as_str());
        let others = value.records.iter().filter(|at| Some(**at) != own);
        let new = others
            .filter_map(|at| viewer.catalog.records.get(*at))
            .map(Mention::of)
            .find(|mention| !found.iter().any(|known| known.entry == *mention));
        found.extend(new.map(|entry| Alike { entry, by, value: Some(value.label.clone()) }));
    }
    found.truncate(ALIKE);
    found
}
