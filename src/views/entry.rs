//! The page of an entry: its title and links, its fields with their sources, and the entries around it.

use serde::Serialize;

use super::around::{self, Alike};
use super::fields::{self, FieldView};
use super::sizes::{SizeView, Sizes};
use super::value::{first_paper, paper_itself};
use super::{Cell, FacetView, Link, Said, Viewer};
use crate::catalog::Record;
use crate::kinds::{Entry, Item, SourceKind, Status, Variant};
use crate::read::Route;
use crate::source::Sources;
use crate::value::{Slug, Text};

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
    /// The title of its first paper, which no list translates; of a paper, its own.
    pub title: Option<Said>,
    /// What it is, in one line.
    pub summary: Option<Said>,
    /// The authors of a paper.
    pub authors: Vec<String>,
    /// Whether there are more of them.
    pub more_authors: bool,
    /// Where a reader goes from here, the first foremost.
    pub actions: Vec<Link>,
    /// Other names.
    pub aliases: Vec<String>,
    /// The status, where it is not `listed`.
    pub status: Option<&'static str>,
    /// The reason for the status, as the label of its code and a note.
    pub reason: Option<(String, Option<Said>)>,
    /// The page of the entry that took its place.
    pub superseded_by: Option<Mention>,
    /// The fields with what is recorded.
    pub fields: Vec<FieldView>,
    /// The description as Markdown, with its language.
    pub description: Option<Said>,
    /// Sizes or versions, where there are any.
    pub variants: Option<VariantsView>,
    /// Its place among the models that have a size.
    pub size: Option<SizeView>,
    /// Entries that are like it.
    pub alike: Vec<Alike>,
    /// Where the values come from, in the order of their numbers.
    pub sources: Vec<RouteView>,
    /// What sources say otherwise of what is no field of the page.
    pub disputed: Vec<RouteView>,
    /// The path of the entry's file.
    pub path: String,
    /// Where its file can be changed.
    pub edit: Option<String>,
    /// Where a mistake in it can be told.
    pub report: Option<String>,
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
    pub note: Option<Said>,
}

/// The sizes or versions of a model: only what is recorded of any of them has a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VariantsView {
    /// The columns after the name.
    pub columns: Vec<&'static str>,
    /// The name and a cell for each column.
    pub rows: Vec<(String, Vec<Cell>)>,
}

impl EntryView {
    /// The page of an entry.
    #[must_use]
    pub fn of(
        viewer: Viewer<'_>,
        record: &Record,
        sources: &Sources,
        (sizes, facets): (&Sizes, &[FacetView]),
    ) -> Self {
        let common = &record.common;
        let status = common.status();
        let note = |text: Option<&Text>| text.and_then(|text| viewer.said(text));
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
        let path = sources.file(record.file).path.clone();
        let (authors, more_authors) = authors(&record.entry);
        let fields = fields::of(viewer, record);
        let host = viewer.catalog.survey.host();
        Self {
            kind: record.kind.noun(),
            folder: record.kind.folder(),
            id: record.id.as_str().to_owned(),
            name: record.label().into_owned(),
            title: title(viewer, &record.entry),
            summary: summary(viewer, &record.entry),
            authors,
            more_authors,
            actions: actions(viewer, &record.entry),
            aliases: common.aliases.iter().map(ToString::to_string).collect(),
            status: (status != Status::Listed).then(|| status.as_str()),
            reason,
            superseded_by: by.map(Mention::of),
            description: description(viewer, &record.entry),
            variants: variants(&record.entry),
            size: sizes.around(viewer, record),
            alike: around::alike(viewer, record, sizes, facets),
            sources: evidence(viewer, record),
            disputed: disputed(viewer, record, |route| {
                !fields.iter().any(|field| fields::touches(route, field.key))
            }),
            edit: host.as_ref().and_then(|host| host.edit(&path)),
            report: host.as_ref().and_then(|host| {
                host.report(&format!("{}: ", record.name()), &format!("{path}\n\n"))
            }),
            fields,
            path,
        }
    }
}

impl Mention {
    /// A mention of an entry.
    #[must_use]
    pub fn of(record: &Record) -> Self {
        Self { kind: record.kind.noun(), name: record.label().into_owned(), page: record.address() }
    }
}

/// The title of a paper, or of the paper that introduces something else.
fn title(viewer: Viewer<'_>, entry: &Entry) -> Option<Said> {
    let paper = entry.paper().or_else(|| first_paper(viewer, entry.introduced_by()));
    paper.map(|paper| viewer.published(paper.title.as_str()))
}

fn summary(viewer: Viewer<'_>, entry: &Entry) -> Option<Said> {
    viewer.said(&entry.summary()?.0)
}

fn authors(entry: &Entry) -> (Vec<String>, bool) {
    let Some(paper) = entry.paper() else { return (Vec::new(), false) };
    let names = paper.authors.iter().map(ToString::to_string);
    (names.collect(), paper.authors_complete == Some(false))
}

/// Where a reader goes from an entry: to its paper, to what can be had of it, to its home.
fn actions(viewer: Viewer<'_>, entry: &Entry) -> Vec<Link> {
    let link = |item| match item {
        Item::Labelled(label, url) => Some(Link::new(label, url)),
        Item::FirstPaper(papers) => first_paper(viewer, papers).and_then(paper_itself),
        Item::Itself => entry.paper().and_then(paper_itself),
        Item::Address(url) => Some(Link::short(url)),
        Item::Entry(..) | Item::Paper(_) | Item::Named(..) => None,
    };
    entry.leads_to().into_iter().filter_map(link).collect()
}

fn description(viewer: Viewer<'_>, entry: &Entry) -> Option<Said> {
    viewer.said(&entry.description()?.0)
}

fn variants(entry: &Entry) -> Option<VariantsView> {
    let model = entry.model()?;
    let cell = |column: &str, variant: &Variant| match column {
        "parameters" => Cell::optional(variant.parameters.as_ref().map(ToString::to_string)),
        "context" => Cell::optional(variant.context.as_ref().map(ToString::to_string)),
        _ => Cell::links(variant.weights.as_ref().map(Link::short).into_iter().collect()),
    };
    let variants = &model.variants;
    let mut columns = vec!["parameters", "context", "weights"];
    columns.retain(|column| variants.values().any(|of| cell(column, of).missing.is_none()));
    let row = |(name, of): (&Slug, &Variant)| {
        (name.to_string(), columns.iter().map(|column| cell(column, of)).collect())
    };
    let rows: Vec<(String, Vec<Cell>)> = variants.iter().map(row).collect();
    (!rows.is_empty()).then_some(VariantsView { columns, rows })
}

fn evidence(viewer: Viewer<'_>, record: &Record) -> Vec<RouteView> {
    let view = |source: &crate::kinds::Evidence| RouteView {
        fields: spoken_for(source),
        value: None,
        link: source.url.as_ref().map(Link::short),
        kind: source.kind.map(SourceKind::as_str),
        note: source.note.as_ref().and_then(|note| viewer.said(note)),
    };
    record.common.sources.iter().map(view).collect()
}

/// The fields that a source speaks for; a field's note belongs to the field.
fn spoken_for(source: &crate::kinds::Evidence) -> Vec<String> {
    let mut fields: Vec<String> = Vec::new();
    for route in &source.fields {
        let field = route.0.strip_suffix("_note").unwrap_or(&route.0);
        if !fields.iter().any(|known| known == field) {
            fields.push(field.to_owned());
        }
    }
    fields
}

/// What sources say otherwise of some fields.
pub(super) fn disputed(
    viewer: Viewer<'_>,
    record: &Record,
    wanted: impl Fn(&Route) -> bool,
) -> Vec<RouteView> {
    let view = |disputed: &crate::kinds::Disputed| RouteView {
        fields: disputed.field.iter().map(|route| route.0.clone()).collect(),
        value: disputed.value.as_ref().map(|value| value.0.clone()),
        link: disputed.source.as_ref().map(Link::short),
        kind: None,
        note: disputed.note.as_ref().and_then(|note| viewer.said(note)),
    };
    let all = record.common.disputed.iter();
    all.filter(|disputed| disputed.field.as_ref().is_some_and(&wanted)).map(view).collect()
}
