//! The columns that a table can have: what each is called and how its cell is made.

use super::{Cell, Viewer, value};
use crate::catalog::Record;
use crate::config::View;
use crate::kinds::{KindFields, KindId, Registry};

/// The kind that a view shows.
#[must_use]
pub fn kind_of(view: View) -> KindId {
    match view {
        View::Models => KindId::Model,
        View::LatestPapers | View::Papers | View::Surveys => KindId::Paper,
        View::Datasets => KindId::Dataset,
        View::Challenges => KindId::Challenge,
    }
}

/// The columns that a view can show; empty where it is not a table.
#[must_use]
pub fn known(registry: &Registry, view: View) -> Vec<&'static str> {
    match view {
        View::LatestPapers => Vec::new(),
        View::Models | View::Papers | View::Surveys | View::Datasets | View::Challenges => {
            of_kind(registry.of(kind_of(view))).into_iter().map(|(show, _)| show).collect()
        }
    }
}

/// The columns of a kind with their usual headings, in their usual order.
#[must_use]
pub fn of_kind(fields: &KindFields) -> Vec<(&'static str, &'static str)> {
    fields.columns().into_iter().map(|(shown, tables)| (shown.key, tables.heading)).collect()
}

/// The columns that a view shows where the settings name none.
#[must_use]
pub fn usual(registry: &Registry, view: View) -> Vec<(&'static str, &'static str)> {
    if view == View::LatestPapers { Vec::new() } else { usual_of(registry.of(kind_of(view))) }
}

/// The columns that a table of a kind has where nobody chooses.
#[must_use]
pub fn usual_of(fields: &KindFields) -> Vec<(&'static str, &'static str)> {
    let columns = fields.columns().into_iter().filter(|(_, tables)| tables.first.is_some());
    columns.map(|(shown, tables)| (shown.key, tables.heading)).collect()
}

/// The cell of an entry in a column.
#[must_use]
pub fn cell(viewer: Viewer<'_>, record: &Record, column: &str) -> Cell {
    match viewer.catalog.of(record.kind).column(column) {
        Some(shown) => value::cell(viewer, record, record.content(shown)),
        None => Cell::default(),
    }
}
