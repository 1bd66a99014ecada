//! Version 1 of the published data: `data/v1/catalog.json` with its JSON Schema, a file for each entry, and tables.

mod challenge;
mod dataset;
mod entry;
mod evaluation;
mod hub;
mod lines;
mod model;
mod own;
mod package;
mod paper;
mod publish;
mod schema;
mod table;
mod value;

use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use self::entry::Entry;
use self::lines::Lines;
use self::own::OwnField;
use self::publish::{Publish, Texts};
use self::value::Date;
use crate::catalog;
use crate::diag::{Code, Diag};
use crate::kinds::{KindId, Registry, Status};
use crate::render::Material;
use crate::source::{FileId, Span};
use crate::vocabulary::{Term, Vocabulary};

pub use self::evaluation::evaluations;
pub use self::hub::{eval_results, has_eval_results};
pub use self::package::package;
pub use self::schema::{SCHEMA, schema};
pub use self::table::{headings, part_of_table, table, table_metadata};

/// `data/v1/catalog.json`: the whole list, each entry on a line of its own.
pub fn catalog(material: Material<'_>) -> Result<Vec<u8>, Box<Diag>> {
    written(material, &Catalog::of(material))
}

/// The same for a part of the entries, given by their positions.
pub fn part(material: Material<'_>, wanted: &BTreeSet<usize>) -> Result<Vec<u8>, Box<Diag>> {
    let records = material.catalog.records.iter().enumerate();
    let records = records.filter(|(at, _)| wanted.contains(at)).map(|(_, record)| record);
    let counts = Counts::of_part(&material.catalog.registry, records);
    let entries = Entries(material, Some(wanted));
    written(material, &Catalog { counts, entries, ..Catalog::of(material) })
}

fn written(material: Material<'_>, catalog: &Catalog<'_>) -> Result<Vec<u8>, Box<Diag>> {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Lines::default());
    catalog.serialize(&mut serializer).map_err(|error| fault(material, &error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// `data/v1/models/rna-fm.json`: an entry, as it stands in the catalog.
pub fn entry(material: Material<'_>, at: usize) -> Result<Vec<u8>, Box<Diag>> {
    let record = material.catalog.records.get(at);
    let entry = record.map(|record| Entry::of(material, at, record));
    let mut bytes = serde_json::to_vec(&entry).map_err(|error| fault(material, &error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Nothing that is published can fail to be written; were it ever so, the reader is told.
fn fault(material: Material<'_>, error: &dyn std::error::Error) -> Box<Diag> {
    let settings = material.sources.find("entries/survey.yaml");
    let place = settings.map_or_else(Span::nowhere, FileId::top);
    let message = format!("the data files cannot be made: {error}");
    let help = "this is a mistake of listwright: please report it with the list";
    Box::new(Diag::new(Code::Accounting, place, message).help(help))
}

/// The whole list.
#[derive(Serialize)]
struct Catalog<'a> {
    version: u8,
    title: Texts<'a>,
    languages: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<Date>,
    /// The licence of the entries, and so of this file.
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    /// What the list declares of its own fields, by kind and key.
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    fields: IndexMap<&'static str, IndexMap<&'static str, OwnField<'a>>>,
    vocabulary: IndexMap<&'static str, IndexMap<&'a str, Word<'a>>>,
    counts: Counts,
    entries: Entries<'a>,
}

/// A word of the vocabulary.
#[derive(Serialize)]
struct Word<'a> {
    label: Texts<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<Texts<'a>>,
}

/// The number of entries, and that of each kind by status.
#[derive(Serialize)]
struct Counts {
    entries: usize,
    #[serde(flatten)]
    kinds: IndexMap<&'static str, IndexMap<&'static str, usize>>,
}

/// The entries, all or those at some positions, each made only when it is written.
struct Entries<'a>(Material<'a>, Option<&'a BTreeSet<usize>>);

impl<'a> Catalog<'a> {
    fn of(material: Material<'a>) -> Self {
        let catalog = material.catalog;
        let licence = catalog.survey.licence.as_ref();
        Self {
            version: 1,
            title: catalog.survey.title.publish(),
            languages: &catalog.languages,
            updated: catalog.as_of.publish(),
            licence: licence.and_then(|licence| Some(licence.entries.as_ref()?.as_str())),
            fields: own::declared(&catalog.registry),
            vocabulary: sections(&catalog.vocabulary),
            counts: Counts::of(&catalog.registry, &catalog.accounts(), catalog.records.len()),
            entries: Entries(material, None),
        }
    }
}

/// The sections that have words.
fn sections(vocabulary: &Vocabulary) -> IndexMap<&'static str, IndexMap<&str, Word<'_>>> {
    let section = |name: &'static str| Some((name, vocabulary.section(name)?.publish()));
    let mut sections: IndexMap<_, IndexMap<_, _>> =
        vocabulary.sections().filter_map(section).collect();
    sections.retain(|_, words| !words.is_empty());
    sections
}

impl<'a> Publish<'a> for Term {
    type As = Word<'a>;

    fn publish(&'a self) -> Word<'a> {
        Word { label: self.label.publish(), about: self.about.publish() }
    }
}

impl Counts {
    fn of(registry: &Registry, accounts: &catalog::Accounts, entries: usize) -> Self {
        let statuses = |kind: KindId| {
            let count = move |status: &Status| (status.as_str(), accounts.of(kind, *status));
            Status::ALL.iter().map(count).collect()
        };
        let kinds = registry.kinds().map(|kind| (kind.folder(), statuses(kind))).collect();
        Self { entries, kinds }
    }

    fn of_part<'r>(
        registry: &Registry,
        records: impl Iterator<Item = &'r catalog::Record>,
    ) -> Self {
        let mut counts = Self::of(registry, &catalog::Accounts::default(), 0);
        for record in records {
            let kind = counts.kinds.get_mut(record.kind.folder());
            let count = kind.and_then(|kind| kind.get_mut(record.common.status().as_str()));
            if let Some(count) = count {
                *count += 1;
                counts.entries += 1;
            }
        }
        counts
    }
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let records = self.0.catalog.records.iter().enumerate();
        let wanted = records.filter(|(at, _)| self.1.is_none_or(|wanted| wanted.contains(at)));
        serializer.collect_seq(wanted.map(|(at, record)| Entry::of(self.0, at, record)))
    }
}
