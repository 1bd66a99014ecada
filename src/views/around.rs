//! The entries that are like one: of nearly its size, or with a word in common.

use serde::Serialize;

use super::sizes::Sizes;
use super::{FacetView, Mention, Viewer, facets};
use crate::catalog::Record;

/// How many entries that are like it are shown.
const ALIKE: usize = 4;

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
    for by in &viewer.catalog.of(record.kind).alike {
        let Some(value) = facets::value_of(viewer, record, facets, by) else { continue };
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
