//! Side by side: what is recorded of each listed entry of a kind, field by field, and the scores that can be compared.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Cell, Viewer, columns, fields};
use crate::catalog::Record;
use crate::kinds::{Better, Column, Content, Dataset, KindId, Scaled};

/// What entries of a kind are compared by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The routes of the fields, in the order of an entry's page.
    pub fields: Vec<&'static str>,
    /// What was measured, for kinds that are measured.
    pub measures: Vec<Measure>,
    /// The listed entries by id.
    pub entries: BTreeMap<String, Compared>,
}

/// An entry as it stands beside others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The name.
    pub name: String,
    /// What is recorded, by the place of the field; a field that is left out does not apply.
    pub cells: BTreeMap<usize, Cell>,
    /// The numbers that are shown on a common scale, by the place of their field.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub amounts: BTreeMap<usize, u64>,
    /// The scores, by the place of the measure.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<usize, Vec<Scored>>,
}

/// One column of a leaderboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// The benchmark's name.
    pub benchmark: String,
    /// The address of its page from the site's root.
    pub page: String,
    /// The task, the split, the metric and its unit.
    pub label: String,
    /// Which of two scores is the better one, where that is declared.
    pub better: Option<&'static str>,
}

/// A score of an entry or of one of its variants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Scored {
    /// The variant, where one is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// The score as it is written.
    pub text: String,
    /// The number, which scores are ordered by, in the shortest form that names it.
    pub value: String,
}

impl Comparison {
    /// The listed entries of a kind, in the viewer's language.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, kind: KindId) -> Self {
        let mut compared =
            Self { fields: Vec::new(), measures: Vec::new(), entries: BTreeMap::new() };
        for record in viewer.catalog.listed(kind) {
            let entry = compared.entry(viewer, record);
            compared.entries.insert(record.id.to_string(), entry);
        }
        if kind == KindId::Model {
            for record in viewer.catalog.listed(KindId::Dataset) {
                if let Some(dataset) = record.entry.dataset() {
                    compared.measure(viewer, record, dataset);
                }
            }
        }
        compared
    }

    fn entry(&mut self, viewer: Viewer<'_>, record: &Record) -> Compared {
        let mut entry = Compared { name: record.label().into_owned(), ..Compared::default() };
        let summary = self.place("summary");
        entry.cells.insert(summary, columns::cell(viewer, record, "summary"));
        for field in fields::of(viewer, record) {
            let place = self.place(field.key);
            if let Some(amount) = amount(viewer, record, field.key) {
                entry.amounts.insert(place, amount);
            }
            entry.cells.insert(place, field.cell);
        }
        entry
    }

    fn place(&mut self, field: &'static str) -> usize {
        self.fields.iter().position(|known| *known == field).unwrap_or_else(|| {
            self.fields.push(field);
            self.fields.len() - 1
        })
    }

    fn measure(&mut self, viewer: Viewer<'_>, record: &Record, dataset: &Dataset) {
        let Some(board) = &dataset.leaderboard else { return };
        for (id, column) in &board.columns {
            let place = self.measures.len();
            self.measures.push(Measure {
                benchmark: record.label().into_owned(),
                page: record.address(),
                label: label(viewer, column),
                better: column.better.map(Better::as_str),
            });
            for row in &board.rows {
                let Some(model) = row.model.as_ref() else { continue };
                let Some(entry) = self.entries.get_mut(model.0.as_str()) else { continue };
                let Some(score) = row.scores.get(id.as_str()) else { continue };
                entry.scores.entry(place).or_default().push(Scored {
                    variant: row.variant.as_ref().map(ToString::to_string),
                    text: score.to_string(),
                    value: score.value().to_string(),
                });
            }
        }
    }
}

/// The number of a field that has a scale.
fn amount(viewer: Viewer<'_>, record: &Record, key: &str) -> Option<u64> {
    let shown = viewer
        .catalog
        .of(record.kind)
        .shown
        .iter()
        .find(|of| of.key == key && of.scale != Scaled::No)?;
    match record.content(shown) {
        Content::Count(count) => Some(count.value()),
        _ => None,
    }
}

fn label(viewer: Viewer<'_>, column: &Column) -> String {
    let task = column.task.as_ref().map_or("", |task| task.as_str());
    let languages = &viewer.catalog.languages;
    let task = viewer.catalog.vocabulary.label("task", task, viewer.language, languages).text;
    let mut parts = vec![task.to_owned()];
    parts.extend(column.split.as_ref().map(ToString::to_string));
    let metric = column.metric.as_ref().map_or("", |metric| metric.as_str());
    let unit = column.unit.as_ref().map(|unit| format!(" ({})", unit.as_str()));
    parts.push(format!("{metric}{}", unit.unwrap_or_default()));
    parts.join(", ")
}
