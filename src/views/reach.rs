//! Columns of tables: those of an entry itself, and those of the entries that one of its fields names.

use std::cmp::Ordering;

use super::{Cell, Viewer, columns, value};
use crate::catalog::Record;
use crate::kinds::{Content, KindFields, KindId, Registry};
use crate::read::{Field, Shape};
use crate::value::Date;

/// The columns that a kind has of its own, then those of the entries that its fields name.
#[must_use]
pub fn known(registry: &Registry, kind: KindId) -> Vec<String> {
    let own =
        |kind| columns::of_kind(registry.of(kind)).into_iter().map(|(show, _)| show.to_owned());
    let reached = references(registry.of(kind)).into_iter().flat_map(|(route, to)| {
        own(to).map(move |column| format!("{route}.{column}")).collect::<Vec<_>>()
    });
    own(kind).chain(reached).collect()
}

/// The fields of a kind that name other entries, by their routes, each with the kind that it names.
fn references(of: &KindFields) -> Vec<(String, KindId)> {
    let mut found = Vec::new();
    below("", &of.fields, &mut found);
    found
}

fn below(above: &str, fields: &[Field], found: &mut Vec<(String, KindId)>) {
    for field in fields {
        named(&format!("{above}{}", field.key), &field.shape(), found);
    }
}

fn named(route: &str, shape: &Shape, found: &mut Vec<(String, KindId)>) {
    match shape {
        Shape::Ref(kind) => found.push((route.to_owned(), *kind)),
        Shape::PaperRef => found.push((route.to_owned(), KindId::Paper)),
        Shape::List(item) | Shape::Reported(item) => named(route, item, found),
        Shape::Either(short, long) => {
            named(route, short, found);
            named(route, long, found);
        }
        Shape::Record { fields, .. } => below(&format!("{route}."), fields, found),
        _ => {}
    }
}

/// The entries of which a column is one, with the column's name among theirs: the entry itself, or those that it names.
fn reached<'c, 'n>(
    viewer: Viewer<'c>,
    record: &'c Record,
    column: &'n str,
) -> (Vec<&'c Record>, &'n str) {
    let fields = viewer.catalog.of(record.kind);
    if fields.column(column).is_some() {
        return (vec![record], column);
    }
    let step = references(fields).into_iter().find_map(|(route, to)| {
        let rest = column.strip_prefix(route.as_str())?.strip_prefix('.')?;
        viewer.catalog.of(to).column(rest).is_some().then_some((route, rest))
    });
    let Some((route, rest)) = step else { return (Vec::new(), column) };
    let at = viewer.catalog.position(record.kind, record.id.as_str());
    let edges = at.and_then(|at| viewer.graph.names.get(at)).map_or(&[][..], Vec::as_slice);
    let named = edges.iter().filter(|edge| without_places(&edge.route) == route);
    let records = named.filter_map(|edge| viewer.catalog.records.get(edge.record));
    (records.collect(), rest)
}

/// A route without the places in its lists: `papers[0]` is `papers`.
fn without_places(route: &str) -> String {
    let steps = route.split('[').map(|step| step.split_once(']').map_or(step, |(_, rest)| rest));
    steps.collect()
}

/// The cell of an entry in a column. What several entries say in the same words is said once.
#[must_use]
pub fn cell(viewer: Viewer<'_>, record: &Record, column: &str) -> Cell {
    let (records, column) = reached(viewer, record, column);
    let mut cells = records.into_iter().map(|record| columns::cell(viewer, record, column));
    let Some(mut all) = cells.next() else { return Cell::not_recorded() };
    let mut texts: Vec<String> = all.text.take().into_iter().collect();
    for cell in cells {
        texts.extend(cell.text.filter(|text| !texts.contains(text)));
        let links: Vec<_> =
            cell.links.into_iter().filter(|link| !all.links.contains(link)).collect();
        all.links.extend(links);
        // A word, a language or a page is that of one entry.
        all = Cell { key: None, lang: None, page: None, ..all };
    }
    all.text = (!texts.is_empty()).then(|| texts.join(", "));
    if all.text.is_some() || !all.links.is_empty() {
        all.missing = None;
    }
    all
}

/// What a row is sorted by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number of things.
    Number(u64),
    /// A number that may have decimals.
    Decimal(Decimal),
    /// A date.
    Date(Date),
    /// A text, without regard to capitals.
    Text(String),
}

/// A number with an order.
#[derive(Debug, Clone, Copy)]
pub struct Decimal(f64);

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

/// What an entry is sorted by in a column; nothing where it has nothing there.
#[must_use]
pub fn key(viewer: Viewer<'_>, record: &Record, column: &str) -> Option<Key> {
    let (records, column) = reached(viewer, record, column);
    records.into_iter().find_map(|record| key_of(viewer, record, column))
}

fn key_of(viewer: Viewer<'_>, record: &Record, column: &str) -> Option<Key> {
    let shown = viewer.catalog.of(record.kind).column(column)?;
    match record.content(shown) {
        Content::Nothing | Content::State(_) => None,
        Content::Date(date) => Some(Key::Date(*date)),
        Content::Period(start, end) => start.or(end).map(|date| Key::Date(*date)),
        Content::Count(count) => Some(Key::Number(count.value())),
        Content::Number { number, .. } => Some(Key::Decimal(Decimal(number.value()))),
        Content::Quantities(all) => all.first().map(|first| Key::Number(first.count().value())),
        content => {
            let cell = value::cell(viewer, record, content);
            let links = || cell.links.first().map(|link| link.label.clone());
            let text = cell.text.clone().or_else(links)?;
            Some(text.parse().map_or_else(|_| Key::Text(text.to_lowercase()), Key::Number))
        }
    }
}
