//! A published entry: what every kind has around what its kind has, with the entries that it names and that name it.

use serde::Serialize;

use super::challenge::Challenge;
use super::dataset::Dataset;
use super::model::Model;
use super::own::OwnFields;
use super::paper::Paper;
use super::publish::{Publish as _, Texts, published};
use super::value::Date;
use crate::catalog::{Catalog, Record};
use crate::kinds;
use crate::render::Material;
use crate::resolve::Edge;
use crate::value::Id;

/// An entry; its keys stand in the order of an entry file, so that routes into the file lead here too.
#[derive(Debug, Serialize)]
pub(super) struct Entry<'a> {
    kind: &'static str,
    id: &'a str,
    /// The address of the page, from the site's root.
    page: String,
    /// The path of the file, from the repository's root.
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(flatten)]
    opening: Opening<'a>,
    #[serde(flatten)]
    own: Own<'a>,
    #[serde(flatten)]
    declared: OwnFields<'a>,
    #[serde(flatten)]
    closing: Closing<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<Reference<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    named_by: Vec<Reference<'a>>,
}

/// What only the kind has.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Own<'a> {
    Model(Box<Model<'a>>),
    Paper(Box<Paper<'a>>),
    Dataset(Box<Dataset<'a>>),
    Challenge(Box<Challenge<'a>>),
}

published! {
    /// What every entry has after its name.
    struct Opening<'a> in kinds::Common, less allow tags sources disputed added {
        aliases: Vec<&'a str>,
        former_ids: Vec<&'a str>,
        ids: Option<Ids<'a>>,
        distinct_from: Vec<&'a str>,
        status: Option<&'static str>,
        reason: Option<Reason<'a>>,
        superseded_by: Option<&'a str>,
    }
}

published! {
    /// What every entry has at its end.
    struct Closing<'a> in kinds::Common, less aliases former_ids ids distinct_from status reason superseded_by allow {
        tags: Vec<&'a str>,
        sources: Vec<Evidence<'a>>,
        disputed: Vec<Disputed<'a>>,
        added: Option<Date>,
    }
}

published! {
    /// What registers of others call it.
    struct Ids<'a> of kinds::Ids {
        huggingface: Option<&'a str>,
        doi: Option<&'a str>,
        openalex: Option<&'a str>,
        wikidata: Option<&'a str>,
        semantic_scholar: Option<&'a str>,
        pubmed: Option<&'a str>,
        pmc: Option<&'a str>,
        rrid: Option<&'a str>,
    }
}

published! {
    /// Why an entry is not listed.
    struct Reason<'a> of kinds::Reason {
        code: Option<&'a str>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// A place that a reader can open, and what it speaks for.
    struct Evidence<'a> of kinds::Evidence {
        fields as "for": Vec<&'a str>,
        url: Option<&'a str>,
        kind: Option<&'static str>,
        checked: Option<Date>,
        note: Option<Texts<'a>>,
    }
}

published! {
    /// A value that a source gives and that is not the chosen one.
    struct Disputed<'a> of kinds::Disputed {
        field: Option<&'a str>,
        value: Option<&'a str>,
        source: Option<&'a str>,
        note: Option<Texts<'a>>,
    }
}

/// The other end of a reference, with the route at which it stands in the entry that makes it.
#[derive(Debug, Serialize)]
struct Reference<'a> {
    kind: &'static str,
    id: &'a str,
    route: &'a str,
}

impl<'a> Entry<'a> {
    /// The entry at a position of the catalog.
    pub(super) fn of(material: Material<'a>, at: usize, record: &'a Record) -> Self {
        let name = Some(record.name());
        let is_title = record.kind.name_key() == "title";
        let (name, title) = if is_title { (None, name) } else { (name, None) };
        let mut opening = Opening::from(&record.common);
        opening.former_ids = record.former_ids().map(Id::as_str).collect();
        // A reader of the data should not have to know what a status is where none is given.
        opening.status = Some(record.common.status().publish());
        let Material { catalog, graph, sources, .. } = material;
        Self {
            kind: record.kind.noun(),
            id: record.id.as_str(),
            page: record.address(),
            file: &sources.file(record.file).path,
            name,
            title,
            opening,
            own: Own::of(&record.entry),
            declared: OwnFields(&record.own),
            closing: Closing::from(&record.common),
            names: references(catalog, graph.names.get(at)),
            named_by: references(catalog, graph.named_by.get(at)),
        }
    }
}

impl<'a> Own<'a> {
    fn of(entry: &'a kinds::Entry) -> Self {
        match entry {
            kinds::Entry::Model(model) => Self::Model(Box::new(Model::from(model.as_ref()))),
            kinds::Entry::Paper(paper) => Self::Paper(Box::new(Paper::of(paper))),
            kinds::Entry::Dataset(data) => Self::Dataset(Box::new(Dataset::from(data.as_ref()))),
            kinds::Entry::Challenge(challenge) => {
                Self::Challenge(Box::new(Challenge::from(challenge.as_ref())))
            }
        }
    }
}

fn references<'a>(catalog: &'a Catalog, edges: Option<&'a Vec<Edge>>) -> Vec<Reference<'a>> {
    let reference = |edge: &'a Edge| {
        let other = catalog.records.get(edge.record)?;
        Some(Reference { kind: other.kind.noun(), id: other.id.as_str(), route: &edge.route })
    };
    edges.into_iter().flatten().filter_map(reference).collect()
}
