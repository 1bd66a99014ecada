//! Tables: entries in rows, newest first, cut to a number of rows where the settings say so.

use serde::Serialize;

use super::{Cell, Viewer, columns, reach};
use crate::catalog::Record;
use crate::config::{Block, View};

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The headings.
    pub columns: Vec<Heading>,
    /// The rows that are shown.
    pub rows: Vec<Row>,
    /// How many entries there are in all.
    pub total: usize,
    /// How many of them are not shown.
    pub left_out: usize,
    /// The site's page with all of them, from its root.
    pub page: String,
    /// The folder of their files.
    pub folder: &'static str,
    /// Whether only some of the entries are asked for.
    pub chosen: bool,
}

/// The heading of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// What the column shows.
    pub show: String,
    /// What the reader sees.
    pub label: String,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The entry's id.
    pub id: String,
    /// One cell for each heading.
    pub cells: Vec<Cell>,
}

impl Table {
    /// The table of some entries of a view's kind, in their order.
    #[must_use]
    pub fn of_records(
        viewer: Viewer<'_>,
        view: View,
        block: Option<&Block>,
        most: Option<usize>,
        records: &[&Record],
    ) -> Self {
        let columns = headings(viewer, view, block);
        let own = block.and_then(|block| block.rows).map(|rows| rows as usize);
        let shown = own.unwrap_or(usize::MAX).min(most.unwrap_or(usize::MAX)).min(records.len());
        let row = |record: &&Record| Row {
            id: record.id.as_str().to_owned(),
            cells: columns.iter().map(|column| reach::cell(viewer, record, &column.show)).collect(),
        };
        let folder = columns::kind_of(view).folder();
        Self {
            rows: records.iter().take(shown).map(row).collect(),
            total: records.len(),
            left_out: records.len() - shown,
            page: if view == View::Surveys { "surveys/".to_owned() } else { format!("{folder}/") },
            folder,
            chosen: false,
            columns,
        }
    }
}

fn headings(viewer: Viewer<'_>, view: View, block: Option<&Block>) -> Vec<Heading> {
    let own = block.map_or(&[][..], |block| &block.columns);
    if own.is_empty() {
        let usual = columns::usual(&viewer.catalog.registry, view).into_iter();
        return usual
            .map(|(show, label)| Heading { show: show.to_owned(), label: label.to_owned() })
            .collect();
    }
    let heading = |column: &crate::config::Column| {
        let show = column.show.as_ref()?.as_str().to_owned();
        Some(Heading { show, label: viewer.joined(&column.heading) })
    };
    own.iter().filter_map(heading).collect()
}
