//! The page of an entry: its fields, the entries around it, its sources and what they dispute.

use serde::Serialize;

use super::fields::{self, FieldView};
use super::{Cell, Link, Viewer};
use crate::catalog::Record;
use crate::kinds::{Basis, Better, Entry, Leaderboard, Model, SourceKind, Status};
use crate::source::Sources;
use crate::value::{InLanguage, Slug, Text};

/// The page of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryView {
    /// The kind's noun.
    pub kind: &'static str,
    /// The kind's folder.
    pub folder: &'static str,
    /// The id.
    pub id: String,
    /// The name or title.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The status, where it is not `listed`.
    pub status: Option<&'static str>,
    /// The reason for the status, as the label of its code and a note.
    pub reason: Option<(String, Option<String>)>,
    /// The page of the entry that took its place.
    pub superseded_by: Option<Mention>,
    /// The fields with what is recorded.
    pub fields: Vec<FieldView>,
    /// The description as Markdown, with its language.
    pub description: Option<(String, String)>,
    /// Sizes or versions: name, parameters, context, weights.
    pub variants: Vec<Vec<Cell>>,
    /// The scores: headings, then rows.
    pub leaderboard: Option<BoardView>,
    /// Entries that this one names.
    pub names: Vec<Mention>,
    /// Entries that name this one.
    pub named_by: Vec<Mention>,
    /// Where the values come from.
    pub sources: Vec<RouteView>,
    /// What sources say otherwise.
    pub disputed: Vec<RouteView>,
    /// The path of the entry's file.
    pub path: String,
}

/// Another entry.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Mention {
    /// The kind's noun.
    pub kind: &'static str,
    /// The name or title.
    pub name: String,
    /// The address of its page from the site's root.
    pub page: String,
}

/// A source or a disputed value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RouteView {
    /// The routes it speaks for.
    pub fields: Vec<String>,
    /// The disputed value.
    pub value: Option<String>,
    /// Where it stands.
    pub link: Option<Link>,
    /// What kind of source it is.
    pub kind: Option<&'static str>,
    /// What to know about it.
    pub note: Option<String>,
}

/// The scores of a benchmark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoardView {
    /// Who reports the scores.
    pub basis: &'static str,
    /// Where they stand.
    pub source: Option<Link>,
    /// The headings: task, metric, unit and direction.
    pub columns: Vec<String>,
    /// The rows: name, basis and source where they differ, and a score for each heading.
    pub rows: Vec<Vec<Cell>>,
}

impl EntryView {
    /// The page of an entry.
    #[must_use]
    pub fn of(viewer: Viewer<'_>, record: &Record, sources: &Sources) -> Self {
        let common = &record.common;
        let status = common.status();
        let note = |text: Option<&Text>| text.and_then(|text| viewer.catalog_text(text));
        let reason = common.reason.as_ref().map(|reason| {
            let code = reason.code.as_ref().map_or("", |code| code.as_str());
            let languages = &viewer.catalog.languages;
            let label = viewer.catalog.vocabulary.label("reason", code, viewer.language, languages);
            (label.text.to_owned(), note(reason.note.as_ref()))
        });
        let by = common
            .superseded_by
            .as_ref()
            .and_then(|id| viewer.catalog.get(record.kind, id.as_str()));
        let (names, named_by) = around(viewer, record);
        Self {
            kind: record.kind.noun(),
            folder: record.kind.folder(),
            id: record.id.as_str().to_owned(),
            name: record.name().to_owned(),
            aliases: common.aliases.iter().map(ToString::to_string).collect(),
            status: (status != Status::Listed).then(|| status.as_str()),
            reason,
            superseded_by: by.map(Mention::of),
            fields: fields::of(viewer, record),
            description: description(viewer, &record.entry),
            variants: variants(&record.entry),
            leaderboard: leaderboard(viewer, &record.entry),
            names,
            named_by,
            sources: evidence(viewer, record),
            disputed: disputed(viewer, record),
            path: sources.file(record.file).path.clone(),
        }
    }
}

impl Mention {
    /// A mention of an entry.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self { kind: record.kind.noun(), name: record.name().to_owned(), page: record.address() }
    }
}

fn description(viewer: Viewer<'_>, entry: &Entry) -> Option<(String, String)> {
    let description = match entry {
        Entry::Model(model) => model.description.as_ref(),
        Entry::Dataset(dataset) => dataset.description.as_ref(),
        Entry::Paper(_) | Entry::Challenge(_) => None,
    };
    let InLanguage { language, text } =
        description?.0.in_language(viewer.language, &viewer.catalog.languages)?;
    Some((language.to_owned(), text.to_owned()))
}

fn variants(entry: &Entry) -> Vec<Vec<Cell>> {
    let Entry::Model(model) = entry else { return Vec::new() };
    let Model { variants, .. } = model.as_ref();
    let row = |(name, variant): (&Slug, &crate::kinds::Variant)| {
        let weights = variant.weights.as_ref().map(Link::host);
        vec![
            Cell::text(name.as_str()),
            Cell::optional(variant.parameters.as_ref().map(ToString::to_string)),
            Cell::optional(variant.context.as_ref().map(ToString::to_string)),
            Cell::links(weights.into_iter().collect()),
        ]
    };
    variants.iter().map(row).collect()
}

fn leaderboard(viewer: Viewer<'_>, entry: &Entry) -> Option<BoardView> {
    let Entry::Dataset(dataset) = entry else { return None };
    let board = dataset.leaderboard.as_ref()?;
    let languages = &viewer.catalog.languages;
    let heading = |column: &crate::kinds::Column| {
        let task = column.task.as_ref().map_or("", |task| task.as_str());
        let task = viewer.catalog.vocabulary.label("task", task, viewer.language, languages).text;
        let metric = column.metric.as_ref().map_or("", |metric| metric.as_str());
        let unit =
            column.unit.as_ref().map(|unit| format!(" ({})", unit.as_str())).unwrap_or_default();
        let better = column.better.map(Better::as_str).unwrap_or_default();
        format!("{task}: {metric}{unit}, {better} is better")
    };
    Some(BoardView {
        basis: board.basis.map(Basis::as_str).unwrap_or_default(),
        source: board.source.as_ref().map(Link::host),
        columns: board.columns.values().map(heading).collect(),
        rows: board.rows.iter().map(|row| board_row(viewer, board, row)).collect(),
    })
}

fn board_row(viewer: Viewer<'_>, board: &Leaderboard, row: &crate::kinds::Row) -> Vec<Cell> {
    let model = row
        .model
        .as_ref()
        .and_then(|model| viewer.catalog.get(super::KindId::Model, model.0.as_str()));
    let name = model.map(|record| record.name().to_owned());
    let name = name.or_else(|| row.label.as_ref().map(ToString::to_string)).unwrap_or_default();
    let printed =
        row.printed.as_ref().map(|printed| format!(" ({})", printed.as_str())).unwrap_or_default();
    let variant = row.variant.as_ref().map(|variant| format!(" {variant}")).unwrap_or_default();
    let basis = row.basis.map(|basis| format!(", {}", basis.as_str())).unwrap_or_default();
    let first = Cell {
        page: model.map(Record::address),
        links: row.source.as_ref().map(Link::host).into_iter().collect(),
        ..Cell::text(format!("{name}{variant}{printed}{basis}"))
    };
    let score =
        |column: &Slug| Cell::optional(row.scores.get(column.as_str()).map(ToString::to_string));
    std::iter::once(first).chain(board.columns.keys().map(score)).collect()
}

/// The entries that an entry names, and those that name it, each once and by kind and name.
fn around(viewer: Viewer<'_>, record: &Record) -> (Vec<Mention>, Vec<Mention>) {
    let Some(at) = viewer.catalog.position(record.kind, record.id.as_str()) else {
        return (Vec::new(), Vec::new());
    };
    let mentions = |edges: Option<&Vec<crate::resolve::Edge>>| {
        let records =
            edges.into_iter().flatten().filter_map(|edge| viewer.catalog.records.get(edge.record));
        let mut mentions: Vec<Mention> = records.map(Mention::of).collect();
        mentions.sort();
        mentions.dedup();
        mentions
    };
    (mentions(viewer.graph.names.get(at)), mentions(viewer.graph.named_by.get(at)))
}

fn evidence(viewer: Viewer<'_>, record: &Record) -> Vec<RouteView> {
    let view = |source: &crate::kinds::Evidence| RouteView {
        fields: source.fields.iter().map(|route| route.0.clone()).collect(),
        value: None,
        link: source.url.as_ref().map(|url| Link::new(url.as_str(), url.as_str())),
        kind: source.kind.map(SourceKind::as_str),
        note: source.note.as_ref().and_then(|note| viewer.catalog_text(note)),
    };
    record.common.sources.iter().map(view).collect()
}

fn disputed(viewer: Viewer<'_>, record: &Record) -> Vec<RouteView> {
    let view = |disputed: &crate::kinds::Disputed| RouteView {
        fields: disputed.field.iter().map(|route| route.0.clone()).collect(),
        value: disputed.value.as_ref().map(|value| value.0.clone()),
        link: disputed.source.as_ref().map(|url| Link::new(url.as_str(), url.as_str())),
        kind: None,
        note: disputed.note.as_ref().and_then(|note| viewer.catalog_text(note)),
    };
    record.common.disputed.iter().map(view).collect()
}
