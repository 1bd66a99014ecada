//! The register of a kind: its entries in rows that can be read, sorted and narrowed, as the site's lists show them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::scale::Scale;
use super::value::{self, first_paper};
use super::{Cell, Link, Said, Share, Viewer};
use crate::catalog::Record;
use crate::kinds::{Content, InLists, KindId, Scaled, Shown, Sort};

/// Some of the entries of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct Register<'r> {
    /// The columns after the name.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row<'r>>,
    /// The scale on which sizes are drawn, where the kind has sizes.
    pub scale: Option<&'r Scale>,
}

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its name, by which the theme knows its heading.
    pub name: &'static str,
    /// How it is sorted, where it can be: as `number`, `date` or `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<&'static str>,
    /// Whether it is shown only when it is asked for.
    pub optional: bool,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row<'r> {
    /// Its id.
    pub id: &'r str,
    /// Its name.
    pub name: Cow<'r, str>,
    /// The address of its page, from the site's root.
    pub page: String,
    /// The title of its first paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Said>,
    /// What it is, where there is no title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Said>,
    /// Its values of all facets, as `facet:value` between spaces.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facets: Option<&'r str>,
    /// One for each column.
    pub cells: Vec<Field>,
}

/// What stands in a column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Field {
    /// The name of the column.
    pub col: &'static str,
    /// What the reader sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The theme's word for it, where it is not for the entry to name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What it is sorted by, where that is not the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub v: Option<String>,
    /// Where it stands on the scale, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Share>,
    /// Labelled addresses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Why there is nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<&'static str>,
    /// Whether the column is shown only when it is asked for.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

impl<'r> Register<'r> {
    /// The register of some entries of a kind, with the facets and the columns that are not shown at first or without.
    #[must_use]
    pub fn of(
        viewer: Viewer<'r>,
        kind: KindId,
        records: &[&'r Record],
        facets: Option<&'r BTreeMap<&'r str, String>>,
        scale: Option<&'r Scale>,
    ) -> Self {
        let wanted = |(_, lists): &(&Shown, InLists)| facets.is_some() || lists.first.is_some();
        let all: Vec<(&Shown, InLists)> =
            viewer.catalog.of(kind).list_columns().into_iter().filter(wanted).collect();
        let row = |record: &&'r Record| Row {
            id: record.id.as_str(),
            name: record.label(),
            page: record.address(),
            facets: facets.and_then(|facets| facets.get(record.id.as_str())).map(String::as_str),
            cells: all.iter().map(|column| field(viewer, record, *column, scale)).collect(),
            ..heading(viewer, record)
        };
        let column = |(shown, lists): &(&Shown, InLists)| Column {
            name: shown.key,
            sort: lists.sort.name(),
            optional: lists.first.is_none(),
        };
        Self {
            rows: records.iter().map(row).collect(),
            columns: all.iter().map(column).collect(),
            scale,
        }
    }
}

/// What stands below the name of an entry.
fn heading<'r>(viewer: Viewer<'r>, record: &'r Record) -> Row<'r> {
    let model = record.entry.model();
    let title = model.and_then(|model| first_paper(viewer, &model.papers));
    let title = title.map(|paper| viewer.published(paper.title.as_str()));
    let summary = record.entry.summary().filter(|_| title.is_none());
    Row {
        id: "",
        name: Cow::Borrowed(""),
        page: String::new(),
        summary: summary.and_then(|summary| viewer.said(&summary.0)),
        title,
        facets: None,
        cells: Vec::new(),
    }
}

fn field(
    viewer: Viewer<'_>,
    record: &Record,
    (shown, lists): (&Shown, InLists),
    scale: Option<&Scale>,
) -> Field {
    let content = record.content(shown);
    let number = match content {
        Content::Count(count) => Some(count.value()),
        Content::Quantities(all) if lists.sort == Sort::Number => {
            all.first().map(|first| first.count().value())
        }
        _ => None,
    };
    let v = match content {
        Content::Period(start, end) => start.or(end).map(ToString::to_string),
        Content::Number { number, .. } => Some(number.value().to_string()),
        _ => number.map(|number| number.to_string()),
    };
    let scale = scale.filter(|_| shown.scale == Scaled::Everywhere);
    let cell = match content {
        Content::Words { section, ref words } => value::labels(viewer, section, words, lists.most),
        content => value::cell(viewer, record, content),
    };
    Field {
        col: shown.key,
        optional: lists.first.is_none(),
        v,
        at: number.zip(scale).map(|(number, scale)| scale.at(number)),
        ..Field::from(cell)
    }
}

impl From<Cell> for Field {
    fn from(cell: Cell) -> Self {
        Self {
            text: cell.text,
            key: cell.key,
            links: cell.links,
            missing: cell.missing,
            ..Self::default()
        }
    }
}
