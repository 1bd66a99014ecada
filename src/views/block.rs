//! What a block of README.md shows: which entries, in which order, in one table or in one for each word of a facet.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::facets::{FacetValue, FacetView, address_part, facets, section};
use super::{Table, Viewer, columns, reach};
use crate::catalog::Record;
use crate::config::{Asked, Block, Sorting, View, Where};
use crate::kinds::KindId;
use crate::value::Text;

/// The tables of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tables {
    /// One.
    One(Table),
    /// One for each word, and one for the entries without any.
    Groups(Vec<TableGroup>),
}

/// The entries that share a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableGroup {
    /// What they share.
    pub of: GroupOf,
    /// The entries.
    pub table: Table,
}

/// What the entries of a group share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupOf {
    /// A word of the vocabulary, by its labels.
    Word(Text),
    /// A value of a facet that the theme may have words for, by its name, and as it is.
    Value(String, String),
    /// That they have no value in the facet.
    Nothing,
}

impl Tables {
    /// The tables of a view with at most so many rows each.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, view: View, block: &Block, most: Option<usize>) -> Self {
        let kind = columns::kind_of(view);
        let needs_facets = !block.chosen.0.is_empty() || block.group_by.is_some();
        let facets = if needs_facets { facets(viewer, kind) } else { Vec::new() };
        let mut records = chosen(viewer, view, &block.chosen, &facets);
        if let Some(sorting) = &block.sort {
            sort(viewer, &mut records, sorting);
        }
        let table = |records: &[&Record]| {
            let table = Table::of_records(viewer, view, Some(block), most, records);
            Table { chosen: !block.chosen.0.is_empty(), ..table }
        };
        let Some(name) = &block.group_by else {
            let page = page_of(&block.chosen, &facets);
            let whole = table(&records);
            return Self::One(Table { page: page.unwrap_or(whole.page), ..whole });
        };
        let mut groups = Vec::new();
        let mut grouped = BTreeSet::new();
        let view_of = facets.iter().find(|facet| facet.name == name.as_str());
        for value in view_of.into_iter().flat_map(|facet| &facet.values) {
            let of: BTreeSet<usize> = value.records.iter().copied().collect();
            let own = with(viewer, &records, &of);
            grouped.extend(of);
            if own.is_empty() {
                continue;
            }
            let mut table = table(&own);
            if block.chosen.0.is_empty() {
                table.page.clone_from(&value.page);
            }
            groups
                .push(TableGroup { of: GroupOf::value(viewer, kind, name.as_str(), value), table });
        }
        let rest: Vec<&Record> = records
            .iter()
            .filter(|record| !position(viewer, record).is_some_and(|at| grouped.contains(&at)))
            .copied()
            .collect();
        match (groups.is_empty(), rest.is_empty()) {
            // Without a single entry there is nothing to divide.
            (true, true) => Self::One(table(&rest)),
            (_, true) => Self::Groups(groups),
            (_, false) => {
                groups.push(TableGroup { of: GroupOf::Nothing, table: table(&rest) });
                Self::Groups(groups)
            }
        }
    }
}

impl GroupOf {
    fn value(viewer: Viewer<'_>, kind: KindId, name: &str, value: &FacetValue) -> Self {
        let words = section(viewer.catalog.of(kind), name)
            .and_then(|of| viewer.catalog.vocabulary.section(of));
        match words.and_then(|words| words.get(value.value.as_str())) {
            Some(term) if !term.label.0.is_empty() => Self::Word(term.label.clone()),
            _ => Self::Value(format!("facet.{name}.{}", value.value), value.label.clone()),
        }
    }
}

/// The entries of a view that have what is asked for, newest first.
#[must_use]
pub(super) fn chosen<'c>(
    viewer: Viewer<'c>,
    view: View,
    wanted: &Where,
    facets: &[FacetView],
) -> Vec<&'c Record> {
    let mut records = viewer.newest_first(columns::kind_of(view));
    match view {
        View::Surveys => records.retain(|record| record.entry.is_survey()),
        View::LatestPapers => records.retain(|record| !record.entry.is_survey()),
        View::Models | View::Papers | View::Datasets | View::Challenges => {}
    }
    for (name, asked) in &wanted.0 {
        let fit: BTreeSet<usize> =
            values(name, asked, facets).flat_map(|value| value.records.iter().copied()).collect();
        records = with(viewer, &records, &fit);
    }
    records
}

/// The values of a facet that are asked for.
fn values<'f>(
    name: &str,
    asked: &Asked,
    facets: &'f [FacetView],
) -> impl Iterator<Item = &'f FacetValue> {
    let words: BTreeSet<String> = asked.words().iter().map(|word| address_part(word)).collect();
    let facet = facets.iter().find(|facet| facet.name == name);
    let values = facet.into_iter().flat_map(|facet| &facet.values);
    values.filter(move |value| words.contains(&value.value))
}

/// The site's page of exactly the entries that are asked for, where one word of one facet is.
fn page_of(wanted: &Where, facets: &[FacetView]) -> Option<String> {
    let [(name, asked)] = wanted.0.as_slice() else { return None };
    let mut values = values(name, asked, facets);
    let first = values.next()?;
    values.next().is_none().then(|| first.page.clone())
}

fn position(viewer: Viewer<'_>, record: &Record) -> Option<usize> {
    viewer.catalog.position(record.kind, record.id.as_str())
}

/// Those of the entries that stand at some positions of the catalog.
fn with<'c>(
    viewer: Viewer<'_>,
    records: &[&'c Record],
    positions: &BTreeSet<usize>,
) -> Vec<&'c Record> {
    let has =
        |record: &&&Record| position(viewer, record).is_some_and(|at| positions.contains(&at));
    records.iter().filter(has).copied().collect()
}

/// Sorts by a column; entries with nothing there come last in either direction, and equal ones stay as they were.
fn sort(viewer: Viewer<'_>, records: &mut [&Record], sorting: &Sorting) {
    let mut keyed: Vec<_> = records
        .iter()
        .map(|record| (reach::key(viewer, record, &sorting.column), *record))
        .collect();
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) if sorting.last_first => other.cmp(one),
        (Some(one), Some(other)) => one.cmp(other),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    for (place, (_, record)) in records.iter_mut().zip(keyed) {
        *place = record;
    }
}
