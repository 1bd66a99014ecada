//! The pages that speak of the list itself: how entries came to be listed, and how much of each field is recorded.

use serde::Serialize;

use crate::render::picture::{Colours, FlowDrawing};
use crate::theme::Strings;
use crate::value::STATES;
use crate::views::{FieldCoverage, Flow, KindCoverage, Review, Viewer, coverage};

/// What the page of the review is given.
#[derive(Serialize)]
pub(super) struct ReviewPage {
    review: Review,
    flow: Flow,
    /// The flow as a picture; nothing where there is no entry.
    picture: Option<FlowDrawing>,
    colours: Colours,
}

impl ReviewPage {
    pub(super) fn of(viewer: Viewer<'_>, words: &Strings) -> Self {
        let flow = Flow::of(viewer);
        Self {
            review: Review::of(viewer),
            picture: (flow.identified.total > 0).then(|| FlowDrawing::of(&flow, words)),
            colours: Colours::OF_PAGE,
            flow,
        }
    }
}

/// A kind with its fields; states that no entry of it gives have no column.
#[derive(Serialize)]
pub(super) struct CoverageOfKind {
    folder: &'static str,
    entries: usize,
    states: Vec<&'static str>,
    rows: Vec<CoverageRow>,
    sum: CoverageRow,
}

#[derive(Serialize)]
struct CoverageRow {
    /// The theme's word for the field, if it has one.
    label: Option<String>,
    /// The numbers of the states that have a column.
    states: Vec<usize>,
    known: usize,
    field: FieldCoverage,
}

/// What the page of the coverage is given.
pub(super) fn coverage_page(viewer: Viewer<'_>, words: &Strings) -> Vec<CoverageOfKind> {
    coverage(viewer).into_iter().map(|kind| of_kind(kind, words)).collect()
}

fn of_kind(kind: KindCoverage, words: &Strings) -> CoverageOfKind {
    let given = |count: &usize| *count > 0;
    let columns: Vec<bool> = kind.sum.states.iter().map(given).collect();
    let row = |field: FieldCoverage| CoverageRow {
        label: words.get(&field.route).cloned(),
        states: kept(&columns, field.states),
        known: field.known_percent(),
        field,
    };
    CoverageOfKind {
        folder: kind.folder,
        entries: kind.entries,
        states: kept(&columns, STATES),
        rows: kind.fields.into_iter().map(row).collect(),
        sum: row(kind.sum),
    }
}

/// The items that stand where a column is.
fn kept<T>(columns: &[bool], items: impl IntoIterator<Item = T>) -> Vec<T> {
    columns.iter().zip(items).filter(|(kept, _)| **kept).map(|(_, item)| item).collect()
}
