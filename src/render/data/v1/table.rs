//! Tables of the listed entries of a kind, as CSV that spreadsheets open without running anything, and what their
//! columns hold, as metadata in the way of CSV on the Web.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use super::entry::Entry;
use super::fault;
use crate::catalog::Catalog;
use crate::diag::Diag;
use crate::kinds::{KindFields, KindId, Own, OwnType};
use crate::render::Material;
use crate::value::kept;

/// What stands between several values in a cell.
const SEPARATOR: &str = "; ";

/// A column of a table.
#[derive(Clone, Copy)]
struct Column {
    name: &'static str,
    /// Where its value stands in the published entry; the first place that holds something.
    at: Place,
    shape: Shape,
    about: &'static str,
}

/// Where a value stands in a published entry.
#[derive(Clone, Copy)]
enum Place {
    /// At the first of these places that holds something.
    FirstOf(&'static [&'static str]),
    /// At this one.
    At(&'static str),
}

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One text.
    Text,
    /// Several texts.
    List,
    /// A text in one of the list's languages: a column for each of them.
    Texts,
    /// A whole number.
    Number,
    /// A number that may have decimals.
    Decimal,
    /// `true` or `false`.
    Boolean,
}

macro_rules! columns {
    ($name:ident: $($column:literal $shape:ident [$($at:literal)+] $about:literal;)+) => {
        const $name: &[Column] = &[
            $(Column { name: $column, at: Place::FirstOf(&[$($at),+]), shape: Shape::$shape, about: $about },)+
        ];
    };
}

columns! { FIRST:
    "id" Text ["/id"] "The id, unique among the entries of a kind.";
    "name" Text ["/name" "/title"] "The name or the title.";
    "aliases" List ["/aliases"] "Other names.";
    "summary" Texts ["/summary"] "What it is, in one line.";
}

columns! { LAST:
    "tags" List ["/tags"] "Labels, as words of the vocabulary.";
    "added" Text ["/added"] "The day the entry was added.";
    "page" Text ["/page"] "The address of its page, from the site's root.";
}

columns! { MODEL:
    "released" Text ["/released"] "When it was first public, as exact as it is known.";
    "category" Text ["/category"] "The family, as a word of the vocabulary.";
    "paradigm" Text ["/paradigm"] "What it is made to do, as a word of the vocabulary.";
    "architecture" Text ["/architecture"] "How it is built, as a word of the vocabulary.";
    "parameters" Number ["/parameters/value"] "The number of parameters.";
    "parameters_text" Text ["/parameters"] "The same as written, or why there is none.";
    "objective" Text ["/objective"] "What it was trained to do, as a word of the vocabulary.";
    "tokenization" Text ["/tokenization"] "How a sequence is cut, as a word of the vocabulary.";
    "context" Number ["/context/value"] "The longest input, in tokens.";
    "context_text" Text ["/context"] "The same as written, or why there is none.";
    "training_datasets" List ["/training/datasets"] "Training data: ids of datasets, or names.";
    "training_size" List ["/training/size"] "How much training data.";
    "licence_code" Text ["/licence/code"] "The licence of the code, or why there is none.";
    "licence_weights" Text ["/licence/weights"] "The licence of the weights, or why there is none.";
    "papers" List ["/papers"] "Papers: ids of entries, DOIs, arXiv ids or addresses.";
    "home" Text ["/links/home"] "The home page.";
    "code" Text ["/links/code"] "The address of the code, or why there is none.";
    "weights" Text ["/links/weights"] "The address of the weights, or why there is none.";
    "huggingface" Text ["/ids/huggingface"] "The repository on Hugging Face.";
    "doi" Text ["/ids/doi"] "The DOI of the thing itself.";
    "wikidata" Text ["/ids/wikidata"] "The item in Wikidata.";
    "rrid" Text ["/ids/rrid"] "The Research Resource Identifier.";
}

columns! { PAPER:
    "type" Text ["/type"] "research, survey or benchmark.";
    "authors" List ["/authors"] "The authors in their order, as `Family, Given`.";
    "authors_complete" Boolean ["/authors_complete"] "Whether all authors are given.";
    "venue" Text ["/venue"] "The journal, the conference or the server.";
    "venue_short" Text ["/venue_short"] "Its short name.";
    "volume" Text ["/volume"] "The volume.";
    "issue" Text ["/issue"] "The issue.";
    "pages" Text ["/pages"] "The pages or the article number.";
    "publication" Text ["/publication"] "journal, conference, workshop or preprint.";
    "preprint" Text ["/dates/preprint"] "When the first version was public.";
    "published" Text ["/dates/published"] "When it appeared in its venue.";
    "doi" Text ["/doi"] "The DOI of the published version.";
    "preprint_doi" Text ["/preprint_doi"] "The DOI of the preprint.";
    "arxiv" Text ["/arxiv"] "The arXiv id.";
    "url" Text ["/url"] "The address of its page.";
    "pdf" Text ["/pdf"] "The address of its PDF.";
    "category" Text ["/category"] "The family of models, as a word of the vocabulary.";
    "datasets" List ["/datasets"] "The ids of datasets that it introduces or uses.";
    "openalex" Text ["/ids/openalex"] "The work in OpenAlex.";
    "wikidata" Text ["/ids/wikidata"] "The item in Wikidata.";
    "semantic_scholar" Text ["/ids/semantic_scholar"] "The corpus id in Semantic Scholar.";
    "pubmed" Text ["/ids/pubmed"] "The record in PubMed.";
    "pmc" Text ["/ids/pmc"] "The article in PubMed Central.";
}

columns! { DATASET:
    "type" Text ["/type"] "corpus, task, structure or benchmark.";
    "tasks" List ["/tasks"] "What it is used for, as words of the vocabulary.";
    "size" List ["/size"] "How much it holds.";
    "released" Text ["/released"] "When the version was public, as exact as it is known.";
    "version" Text ["/version"] "The version that the figures are of.";
    "licence_data" Text ["/licence/data"] "The licence of the data, or why there is none.";
    "licence_mirror" Text ["/licence/mirror"] "The licence of an unofficial copy.";
    "home" Text ["/links/home"] "The home page.";
    "download" Text ["/links/download"] "Where the data can be downloaded.";
    "code" Text ["/links/code"] "The code that belongs to it.";
    "papers" List ["/papers"] "Papers: ids of entries, DOIs, arXiv ids or addresses.";
    "huggingface" Text ["/ids/huggingface"] "The repository on Hugging Face.";
    "doi" Text ["/ids/doi"] "The DOI of the thing itself.";
    "openalex" Text ["/ids/openalex"] "The work in OpenAlex.";
    "wikidata" Text ["/ids/wikidata"] "The item in Wikidata.";
    "rrid" Text ["/ids/rrid"] "The Research Resource Identifier.";
}

columns! { CHALLENGE:
    "organizer" Text ["/organizer"] "Who organises it.";
    "host" Text ["/host"] "The platform it runs on.";
    "url" Text ["/url"] "The address of its page.";
    "start" Text ["/dates/start" "/dates/text"] "The first day, or the date within which it took place.";
    "end" Text ["/dates/end" "/dates/text"] "The last day, or the date within which it took place.";
    "ongoing" Boolean ["/ongoing"] "Whether it runs without an end.";
    "task" Text ["/task"] "What it asks for, as a word of the vocabulary.";
    "metric" Text ["/metric"] "How answers are scored.";
    "prize" Text ["/prize"] "What can be won.";
    "teams" Number ["/teams/value"] "How many teams took part.";
    "teams_text" Text ["/teams"] "The same as written.";
    "winners" List ["/winners"] "Who won, in their order.";
    "datasets" List ["/datasets"] "The ids of its datasets.";
    "papers" List ["/papers"] "Papers: ids of entries, DOIs, arXiv ids or addresses.";
    "wikidata" Text ["/ids/wikidata"] "The item in Wikidata.";
}

/// The columns of a kind, those of texts once for each language, with its code.
fn columns(kind: KindId, catalog: &Catalog) -> impl Iterator<Item = (Column, Option<&str>)> {
    let languages = catalog.languages.as_slice();
    of_kind(kind, catalog.of(kind)).into_iter().flat_map(move |column| {
        let by_language = if column.shape == Shape::Texts { languages } else { &[] };
        let once = by_language.is_empty().then_some((column, None));
        let each = by_language.iter().map(move |language| (column, Some(language.as_str())));
        once.into_iter().chain(each)
    })
}

/// The columns of a kind: the built-in ones that the list uses, and among them those of its own fields, each behind the
/// columns of the fields that stand before it in a file.
fn of_kind(kind: KindId, fields: &KindFields) -> Vec<Column> {
    let built_in = match kind {
        KindId::Model => MODEL,
        KindId::Paper => PAPER,
        KindId::Dataset => DATASET,
        KindId::Challenge => CHALLENGE,
    };
    let is_used = |column: &&Column| column.is_of_every_kind() || column.place_in(fields).is_some();
    let mut columns: Vec<Column> = built_in.iter().filter(is_used).copied().collect();
    for own in &fields.own {
        let here = fields.place(own.key);
        let is_before =
            |column: &Column| column.place_in(fields).is_some_and(|place| Some(place) < here);
        let at = columns.iter().rposition(is_before).map_or(0, |at| at + 1);
        for (more, column) in of_own(own).into_iter().enumerate() {
            columns.insert(at + more, column);
        }
    }
    [FIRST, &columns, LAST].concat()
}

/// The columns of a list's own field; a count has one with the number and one with what is written.
fn of_own(own: &'static Own) -> Vec<Column> {
    let column = |name, at: String, shape| Column {
        name,
        at: Place::At(kept(&at)),
        shape,
        about: own.about,
    };
    let (place, value) = (format!("/{}", own.key), format!("/{}/value", own.key));
    match own.of {
        _ if own.many => vec![column(own.key, place, Shape::List)],
        OwnType::Text => vec![column(own.key, place, Shape::Texts)],
        OwnType::Flag => vec![column(own.key, place, Shape::Boolean)],
        OwnType::Number if own.states => vec![column(own.key, value, Shape::Decimal)],
        OwnType::Number => vec![column(own.key, place, Shape::Decimal)],
        OwnType::Count => {
            let text = kept(&format!("{}_text", own.key));
            vec![column(own.key, value, Shape::Number), column(text, place, Shape::Text)]
        }
        _ => vec![column(own.key, place, Shape::Text)],
    }
}

impl Column {
    fn places(&self) -> &[&'static str] {
        match &self.at {
            Place::FirstOf(places) => places,
            Place::At(place) => std::slice::from_ref(place),
        }
    }

    /// The key of an entry that it is made of.
    fn key(&self) -> &'static str {
        let first = self.places().first().copied().unwrap_or_default();
        first.trim_start_matches('/').split('/').next().unwrap_or_default()
    }

    /// Whether it is made of what every kind has.
    fn is_of_every_kind(&self) -> bool {
        self.key() == "ids"
    }

    /// The place of its field in a file.
    fn place_in(&self, fields: &KindFields) -> Option<usize> {
        if self.is_of_every_kind() { None } else { fields.place(self.key()) }
    }
}

fn heading(column: &Column, language: Option<&str>) -> String {
    language.map_or_else(|| column.name.to_owned(), |code| format!("{}_{code}", column.name))
}

/// `data/v1/models.csv`: the listed entries of a kind, by id, as RFC 4180 has it.
///
/// # Errors
///
/// None that an entry could cause: the writer writes to memory.
pub fn table(material: Material<'_>, kind: KindId) -> Result<Vec<u8>, Box<Diag>> {
    rows(material, kind, None, &[])
}

/// The same for a part of the entries, given by their positions, in some of its columns, or in all where none is named.
///
/// # Errors
///
/// None that an entry could cause: the writer writes to memory.
pub fn part_of_table(
    material: Material<'_>,
    kind: KindId,
    wanted: &BTreeSet<usize>,
    columns: &[String],
) -> Result<Vec<u8>, Box<Diag>> {
    rows(material, kind, Some(wanted), columns)
}

/// The names of the columns of a kind.
#[must_use]
pub fn headings(kind: KindId, catalog: &Catalog) -> Vec<String> {
    columns(kind, catalog).map(|(column, language)| heading(&column, language)).collect()
}

fn rows(
    material: Material<'_>,
    kind: KindId,
    wanted: Option<&BTreeSet<usize>>,
    wanted_columns: &[String],
) -> Result<Vec<u8>, Box<Diag>> {
    let all: Vec<(Column, Option<&str>)> = columns(kind, material.catalog).collect();
    let named = |name: &String| {
        all.iter().find(|(column, language)| heading(column, *language) == *name).copied()
    };
    let chosen: Vec<(Column, Option<&str>)> = if wanted_columns.is_empty() {
        all
    } else {
        wanted_columns.iter().filter_map(named).collect()
    };
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let headings = chosen.iter().map(|(column, language)| heading(column, *language));
    writer.write_record(headings).map_err(|error| fault(material, &error))?;
    for (at, record) in material.catalog.records.iter().enumerate() {
        let is_wanted = wanted.is_none_or(|wanted| wanted.contains(&at));
        if record.kind != kind || !record.is_listed() || !is_wanted {
            continue;
        }
        let entry = serde_json::to_value(Entry::of(material, at, record))
            .map_err(|error| fault(material, &error))?;
        let cells = chosen.iter().map(|(column, language)| cell(&entry, column, *language));
        writer.write_record(cells).map_err(|error| fault(material, &error))?;
    }
    writer.into_inner().map_err(|error| fault(material, error.error()))
}

fn cell(entry: &Value, column: &Column, language: Option<&str>) -> String {
    let mut found = column.places().iter().filter_map(|at| entry.pointer(at));
    let Some(value) = found.next() else { return String::new() };
    let value = language.map_or(Some(value), |language| value.get(language));
    let text = value.map(shown).unwrap_or_default();
    match column.shape {
        Shape::Number | Shape::Decimal | Shape::Boolean => text,
        Shape::Text | Shape::List | Shape::Texts => harmless(text),
    }
}

/// A value as the text of a cell: as it is written, or the word for why there is none.
fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(SEPARATOR),
        Value::Object(keys) => {
            if let (Some(Value::String(family)), Some(Value::String(given))) =
                (keys.get("family"), keys.get("given"))
            {
                return format!("{family}, {given}");
            }
            let telling =
                ["text", "value", "state", "id", "doi", "arxiv", "url", "name", "family", "group"];
            // A winner has an address too, but is known by the name.
            let name = keys.get("name");
            name.or_else(|| telling.iter().find_map(|key| keys.get(*key)))
                .map(shown)
                .unwrap_or_default()
        }
    }
}

/// A text that no spreadsheet takes for a formula: where it could, an apostrophe stands before it.
fn harmless(text: String) -> String {
    let begins =
        |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if text.trim_start_matches(' ').starts_with(begins) { format!("'{text}") } else { text }
}

/// The name of a type, as metadata of tables write it.
pub(super) type FieldType = &'static str;

/// The columns of a kind: the heading, what it holds and its type.
pub(super) fn fields(
    kind: KindId,
    catalog: &Catalog,
) -> impl Iterator<Item = (String, &'static str, FieldType)> {
    columns(kind, catalog).map(|(column, language)| {
        (heading(&column, language), column.about, column.shape.field_type())
    })
}

impl Shape {
    const fn field_type(self) -> FieldType {
        match self {
            Self::Number => "integer",
            Self::Decimal => "number",
            Self::Boolean => "boolean",
            Self::Text | Self::List | Self::Texts => "string",
        }
    }
}

/// `data/v1/models.csv-metadata.json`: what the columns of the table hold.
///
/// # Errors
///
/// None that an entry could cause: there are only texts to write.
pub fn table_metadata(material: Material<'_>, kind: KindId) -> Result<Vec<u8>, Box<Diag>> {
    let columns = columns(kind, material.catalog).map(|(column, language)| ColumnMetadata {
        name: heading(&column, language),
        about: column.about,
        lang: language,
        datatype: column.shape.field_type(),
        separator: (column.shape == Shape::List).then_some(SEPARATOR),
    });
    let metadata = Metadata {
        context: "http://www.w3.org/ns/csvw",
        url: format!("{}.csv", kind.folder()),
        about: "The listed entries of a kind. A text that a spreadsheet would take for a formula has an apostrophe \
                before it.",
        schema: TableSchema { primary_key: "id", columns: columns.collect() },
    };
    let mut bytes =
        serde_json::to_vec_pretty(&metadata).map_err(|error| fault(material, &error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Metadata of a table.
#[derive(Serialize)]
struct Metadata<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    url: String,
    #[serde(rename = "dc:description")]
    about: &'static str,
    #[serde(rename = "tableSchema")]
    schema: TableSchema<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableSchema<'a> {
    primary_key: &'static str,
    columns: Vec<ColumnMetadata<'a>>,
}

#[derive(Serialize)]
struct ColumnMetadata<'a> {
    name: String,
    #[serde(rename = "dc:description")]
    about: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
    datatype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    separator: Option<&'static str>,
}
