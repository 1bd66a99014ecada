//! Facets: the words, types and years by which the entries of a kind can be narrowed, with the entries of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Viewer;
use crate::catalog::Record;
use crate::kinds::{Entry, KindId};
use crate::read::Target;

/// A facet of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// Its name, which is its part of addresses.
    pub name: &'static str,
    from: From,
}

/// Where the values of a facet come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// Words of a section that stand at a route.
    Words { section: &'static str, route: &'static str },
    /// The entry's own type.
    Type,
    /// The year of its date.
    Year,
}

/// The entries of a kind that share a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value: a word, a type or a year.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// How many entries have it.
    pub count: usize,
    /// The site's page with them, from its root.
    pub page: String,
    /// Their positions in the catalog, newest first.
    #[serde(skip)]
    pub records: Vec<usize>,
}

/// A facet with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetView {
    /// The facet's name.
    pub name: &'static str,
    /// Its values: words in the order of the vocabulary, years newest first.
    pub values: Vec<FacetValue>,
}

const fn words(name: &'static str, section: &'static str, route: &'static str) -> Facet {
    Facet { name, from: From::Words { section, route } }
}

const TYPE: Facet = Facet { name: "type", from: From::Type };
const YEAR: Facet = Facet { name: "year", from: From::Year };
const TAG: Facet = words("tag", "tag", "tags");

const CATEGORY: Facet = words("category", "category", "category");

const MODEL: [Facet; 8] = [
    CATEGORY,
    words("rna", "rna", "rna"),
    words("paradigm", "paradigm", "paradigm"),
    words("architecture", "architecture", "architecture"),
    words("objective", "objective", "objective"),
    words("tokenization", "tokenization", "tokenization"),
    YEAR,
    TAG,
];
const PAPER: [Facet; 4] = [CATEGORY, TYPE, YEAR, TAG];
const DATASET: [Facet; 5] =
    [words("task", "task", "tasks"), words("rna", "rna", "molecules"), TYPE, YEAR, TAG];
const CHALLENGE: [Facet; 3] = [words("task", "task", "task"), YEAR, TAG];

/// The facets of a kind, in the order in which pages show them.
#[must_use]
pub fn of_kind(kind: KindId) -> &'static [Facet] {
    match kind {
        KindId::Model => &MODEL,
        KindId::Paper => &PAPER,
        KindId::Dataset => &DATASET,
        KindId::Challenge => &CHALLENGE,
    }
}

/// The facets of the listed entries of a kind that have a value at all.
#[must_use]
pub fn facets(viewer: Viewer<'_>, kind: KindId) -> Vec<FacetView> {
    let records = viewer.newest_first(kind);
    let view = |facet: &Facet| {
        let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for record in &records {
            let Some(at) = viewer.catalog.position(kind, record.id.as_str()) else { continue };
            for value in values_of(record, *facet) {
                values.entry(value).or_default().push(at);
            }
        }
        FacetView { name: facet.name, values: ordered(viewer, kind, *facet, values) }
    };
    of_kind(kind).iter().map(view).filter(|facet| !facet.values.is_empty()).collect()
}

fn values_of(record: &Record, facet: Facet) -> Vec<String> {
    match facet.from {
        From::Words { section, route } => {
            let at_route = |named: &&crate::read::Use| {
                named
                    .route
                    .strip_prefix(route)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
            };
            let word = |named: &crate::read::Use| match &named.target {
                Target::Word(of, word) if *of == section => Some(word.clone()),
                Target::Word(..) | Target::Entry(..) => None,
            };
            let mut found: Vec<String> =
                record.uses.iter().filter(at_route).filter_map(word).collect();
            found.sort();
            found.dedup();
            found
        }
        From::Type => match &record.entry {
            Entry::Paper(paper) => vec![paper.paper_type().as_str().to_owned()],
            Entry::Dataset(dataset) => {
                dataset.r#type.iter().map(|of| of.as_str().to_owned()).collect()
            }
            Entry::Model(_) | Entry::Challenge(_) => Vec::new(),
        },
        From::Year => {
            record.entry.shown_date().map(|date| date.year().to_string()).into_iter().collect()
        }
    }
}

fn ordered(
    viewer: Viewer<'_>,
    kind: KindId,
    facet: Facet,
    values: BTreeMap<String, Vec<usize>>,
) -> Vec<FacetValue> {
    let languages = &viewer.catalog.languages;
    let label = |value: &str| match facet.from {
        From::Words { section, .. } => viewer
            .catalog
            .vocabulary
            .label(section, value, viewer.language, languages)
            .text
            .to_owned(),
        From::Type | From::Year => value.to_owned(),
    };
    let view = |(value, records): (String, Vec<usize>)| FacetValue {
        label: label(&value),
        count: records.len(),
        page: format!("{}/{}/{value}/", kind.folder(), facet.name),
        records,
        value,
    };
    let mut ordered: Vec<FacetValue> = values.into_iter().map(view).collect();
    match facet.from {
        From::Words { section, .. } => {
            let order: Vec<&str> = viewer.catalog.vocabulary.words(section).collect();
            ordered.sort_by_key(|value| order.iter().position(|word| *word == value.value));
        }
        From::Year => ordered.reverse(),
        From::Type => {}
    }
    ordered
}
