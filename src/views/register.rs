//! The register of a kind: its entries in rows that can be read, sorted and narrowed, as the site's lists show them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use super::cell::{NOT_RECORDED, paper_link, paper_links};
use super::scale::Scale;
use super::{Cell, Link, Said, Share, Viewer, columns};
use crate::catalog::Record;
use crate::kinds::{Challenge, Dataset, Entry, KindId, Model, Paper};
use crate::value::{Date, PaperRef, Reported, Url};

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

/// How many tasks of a dataset are named before the rest is only counted.
const TASKS: usize = 2;

const fn shown(name: &'static str, sort: &'static str) -> Column {
    Column { name, sort: Some(sort), optional: false }
}

const fn optional(name: &'static str, sort: &'static str) -> Column {
    Column { name, sort: Some(sort), optional: true }
}

const LINKS: Column = Column { name: "links", sort: None, optional: false };

const MODEL: &[Column] = &[
    shown("released", "date"),
    shown("parameters", "number"),
    shown("architecture", "text"),
    shown("category", "text"),
    LINKS,
    optional("rna", "text"),
    optional("paradigm", "text"),
    optional("objective", "text"),
    optional("tokenization", "text"),
    optional("context", "number"),
    optional("training.size", "text"),
    optional("licence.code", "text"),
    optional("licence.weights", "text"),
    optional("venue", "text"),
];
const DATASET: &[Column] = &[
    shown("type", "text"),
    shown("size", "number"),
    shown("tasks", "text"),
    shown("released", "date"),
    shown("licence", "text"),
    LINKS,
    optional("molecules", "text"),
    optional("used", "number"),
];
const CHALLENGE: &[Column] = &[
    shown("state", "text"),
    shown("dates", "date"),
    shown("organizer", "text"),
    shown("task", "text"),
    shown("teams", "number"),
    LINKS,
    optional("metric", "text"),
    optional("prize", "text"),
];

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
        let all = match kind {
            KindId::Model => MODEL,
            KindId::Dataset => DATASET,
            KindId::Challenge => CHALLENGE,
            KindId::Paper => &[],
        };
        let wanted = |column: &&Column| facets.is_some() || !column.optional;
        let columns: Vec<Column> = all.iter().filter(wanted).copied().collect();
        let row = |record: &&'r Record| Row {
            id: record.id.as_str(),
            name: record.label(),
            page: record.address(),
            facets: facets.and_then(|facets| facets.get(record.id.as_str())).map(String::as_str),
            cells: columns.iter().map(|column| field(viewer, record, *column, scale)).collect(),
            ..heading(viewer, record)
        };
        Self { rows: records.iter().map(row).collect(), columns, scale }
    }
}

/// What stands below the name of an entry.
fn heading<'r>(viewer: Viewer<'r>, record: &'r Record) -> Row<'r> {
    let title = match &record.entry {
        Entry::Model(model) => first_paper(viewer, &model.papers),
        Entry::Paper(_) | Entry::Dataset(_) | Entry::Challenge(_) => None,
    };
    let title = title.map(|paper| viewer.published(paper.title.as_str()));
    let summary = match &record.entry {
        _ if title.is_some() => None,
        Entry::Model(model) => model.summary.as_ref(),
        Entry::Dataset(dataset) => dataset.summary.as_ref(),
        Entry::Challenge(challenge) => challenge.summary.as_ref(),
        Entry::Paper(_) => None,
    };
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

/// The paper that an entry names first, where it is an entry itself.
#[must_use]
pub(super) fn first_paper<'v>(viewer: Viewer<'v>, papers: &[PaperRef]) -> Option<&'v Paper> {
    match &viewer.paper(papers.first()?)?.entry {
        Entry::Paper(paper) => Some(paper),
        Entry::Model(_) | Entry::Dataset(_) | Entry::Challenge(_) => None,
    }
}

fn field(viewer: Viewer<'_>, record: &Record, column: Column, scale: Option<&Scale>) -> Field {
    let made = match (&record.entry, column.name) {
        (Entry::Model(model), name) => model_field(viewer, record, model, name, scale),
        (Entry::Dataset(dataset), name) => dataset_field(viewer, record, dataset, name),
        (Entry::Challenge(challenge), name) => challenge_field(viewer, record, challenge, name),
        (Entry::Paper(_), _) => Field::default(),
    };
    Field { col: column.name, optional: column.optional, ..made }
}

fn model_field(
    viewer: Viewer<'_>,
    record: &Record,
    model: &Model,
    column: &str,
    scale: Option<&Scale>,
) -> Field {
    let licence = model.licence.as_ref();
    match column {
        "parameters" => {
            let count = model.parameters.as_ref().and_then(Reported::value);
            let value = count.map(crate::value::Count::value);
            Field {
                v: value.map(|value| value.to_string()),
                at: value.zip(scale).map(|(value, scale)| scale.at(value)),
                ..Field::reported(model.parameters.as_ref())
            }
        }
        "context" => {
            let count = model.context.as_ref().and_then(Reported::value);
            Field {
                v: count.map(|count| count.value().to_string()),
                ..Field::reported(model.context.as_ref())
            }
        }
        "training.size" => Field::from(columns::cell(viewer, record, "training")),
        "licence.code" => Field::reported(licence.and_then(|licence| licence.code.as_ref())),
        "licence.weights" => Field::reported(licence.and_then(|licence| licence.weights.as_ref())),
        "venue" => {
            let paper = first_paper(viewer, &model.papers);
            let venue = paper.and_then(|paper| paper.venue_short.as_ref().or(paper.venue.as_ref()));
            Field::optional(venue.map(ToString::to_string))
        }
        "links" => {
            let links = model.links.as_ref();
            let to = |label, address: Option<&Reported<Url>>| {
                address.and_then(Reported::value).map(|url| Link::new(label, url.as_str()))
            };
            let paper = model.papers.first().and_then(|_| first_link(viewer, &model.papers));
            let code = to("Code", links.and_then(|links| links.code.as_ref()));
            let weights = to("Weights", links.and_then(|links| links.weights.as_ref()));
            Field::links(paper.into_iter().chain(code).chain(weights).collect())
        }
        other => Field::from(columns::cell(viewer, record, other)),
    }
}

/// The address of the first paper, labelled as a paper.
fn first_link(viewer: Viewer<'_>, papers: &[PaperRef]) -> Option<Link> {
    let link = first_paper(viewer, papers).and_then(paper_link);
    let link = link.or_else(|| paper_links(viewer, papers.get(..1)?).into_iter().next())?;
    Some(Link { label: "paper".to_owned(), ..link })
}

fn dataset_field(viewer: Viewer<'_>, record: &Record, dataset: &Dataset, column: &str) -> Field {
    match column {
        "size" => Field {
            v: dataset.size.first().map(|size| size.count().value().to_string()),
            ..of_cell(viewer, record, column)
        },
        "tasks" => {
            let mut labels =
                dataset.tasks.iter().map(|task| viewer.label("task", task.as_str()).text);
            let first: Vec<&str> = labels.by_ref().take(TASKS).collect();
            let more = labels.count();
            let rest = if more > 0 { format!(" +{more}") } else { String::new() };
            Field::optional((!first.is_empty()).then(|| first.join(", ") + &rest))
        }
        "molecules" => {
            let words = dataset.molecules.iter().map(crate::read::Word::as_str);
            Field::from(columns::words_cell(viewer, "rna", words))
        }
        "used" => {
            let at = viewer.catalog.position(record.kind, record.id.as_str());
            let by = at.and_then(|at| viewer.graph.named_by.get(at)).map_or(0, Vec::len);
            Field::optional((by > 0).then(|| by.to_string()))
        }
        other => of_cell(viewer, record, other),
    }
}

fn challenge_field(
    viewer: Viewer<'_>,
    record: &Record,
    challenge: &Challenge,
    column: &str,
) -> Field {
    match column {
        "state" => {
            let key = state(challenge, viewer.catalog.as_of.as_ref());
            let missing = key.is_none().then_some(NOT_RECORDED);
            Field { key: key.map(str::to_owned), missing, ..Field::default() }
        }
        "dates" => {
            let (start, end) = challenge.dates.as_ref().map_or((None, None), |dates| dates.ends());
            Field { v: start.or(end).map(ToString::to_string), ..of_cell(viewer, record, column) }
        }
        "teams" => Field {
            v: challenge.teams.as_ref().map(|teams| teams.value().to_string()),
            ..of_cell(viewer, record, column)
        },
        other => of_cell(viewer, record, other),
    }
}

/// Whether a challenge is ahead, open or over on a day, where its dates tell.
#[must_use]
pub(super) fn state(challenge: &Challenge, day: Option<&Date>) -> Option<&'static str> {
    let day = day?;
    let (start, end) = challenge.dates.as_ref()?.ends();
    if start.is_some_and(|start| start.certainly_after(day)) {
        return Some("state.upcoming");
    }
    if challenge.ongoing == Some(true) {
        return Some("state.ongoing");
    }
    if end.is_some_and(|end| day.certainly_after(end)) {
        return Some("state.closed");
    }
    let open = start.is_some_and(|start| day.certainly_after(start) || day == start)
        && end.is_some_and(|end| end.certainly_after(day) || day == end);
    open.then_some("state.open")
}

fn of_cell(viewer: Viewer<'_>, record: &Record, column: &str) -> Field {
    Field::from(columns::cell(viewer, record, column))
}

impl Field {
    fn optional(text: Option<String>) -> Self {
        Self { missing: text.is_none().then_some(NOT_RECORDED), text, ..Self::default() }
    }

    fn reported<T: ToString>(value: Option<&Reported<T>>) -> Self {
        Self::from(Cell::reported(value))
    }

    fn links(links: Vec<Link>) -> Self {
        Self::from(Cell::links(links))
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
