//! The list itself in the words of schema.org: a catalog of data, and the data of the list as a dataset within it.

use std::borrow::Cow;

use serde::Serialize;

use super::metadata::{Agent, Terms, described, script};
use super::{Edition, Site, files};
use crate::catalog::Catalog;
use crate::kinds::KindId;
use crate::value::{Date, Day, Doi, Version};

/// The list, or its data.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Listed<'l> {
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'l str,
    /// The title in the other languages.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<Cow<'l, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// The DOI of the release that the data are.
    #[serde(skip_serializing_if = "Option::is_none")]
    identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Date>,
    /// The DOI of the last release, where the list has gone on since.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Agent<'l>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<Terms>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<Date>,
    in_language: Vec<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    distribution: Vec<Download>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dataset: Option<Box<Self>>,
}

/// A file of the data.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    content_url: String,
    encoding_format: &'static str,
}

/// The list, as text that cannot end its element.
pub(super) fn of(site: &Site<'_>, edition: &Edition<'_>) -> String {
    let catalog = Listed {
        context: Some("https://schema.org"),
        dataset: Some(Box::new(data(site, edition))),
        ..listed(site, edition, "DataCatalog")
    };
    script(&catalog)
}

/// The data of the list. A DOI is that of a release as it stays; where the list has gone on since, its data have none.
fn data<'l>(site: &'l Site<'_>, edition: &'l Edition<'_>) -> Listed<'l> {
    let catalog = site.material.catalog;
    let release = catalog.survey.release.as_ref();
    let doi = release.and_then(|release| release.doi.as_ref()).map(Doi::url);
    let current = release.filter(|release| release.covers(catalog.as_of.as_ref()));
    let (identifier, is_based_on) = if current.is_some() { (doi, None) } else { (None, doi) };
    Listed {
        identifier,
        is_based_on,
        version: current.and_then(|release| release.version.as_ref()).map(Version::as_str),
        date_published: current.and_then(|release| release.date).map(Day::date),
        distribution: site
            .base()
            .map(|base| downloads(base, site.material.catalog))
            .unwrap_or_default(),
        ..listed(site, edition, "Dataset")
    }
}

/// What is true of the list and of its data.
fn listed<'l>(site: &'l Site<'_>, edition: &'l Edition<'_>, kind: &'static str) -> Listed<'l> {
    let (list, survey) = (&edition.overview, &site.material.catalog.survey);
    let said = list.tagline.as_deref().map(Cow::Borrowed);
    let licence = survey.licence.as_ref().and_then(|licence| licence.entries.as_ref());
    Listed {
        kind,
        name: &list.title,
        alternate_name: list.other_titles.iter().map(|title| title.text.as_str()).collect(),
        description: described(said, || {
            let count = |(kind, count): (&str, usize)| {
                format!("{}: {count}", edition.strings.get(kind).map_or(kind, String::as_str))
            };
            let counts = &list.counts;
            let counts = [
                (KindId::Model, counts.models),
                (KindId::Paper, counts.papers),
                (KindId::Dataset, counts.datasets),
                (KindId::Challenge, counts.challenges),
            ];
            let is_used = |(kind, _): &(KindId, usize)| site.material.catalog.of(*kind).is_used;
            let counts = counts.into_iter().filter(is_used);
            let counts: Vec<String> = counts.map(|(kind, of)| count((kind.folder(), of))).collect();
            let sums = [list.title.clone(), counts.join(", ")].into_iter();
            let others = list.other_titles.iter().map(|title| title.text.clone());
            sums.chain(others).chain(list.scope.inside.iter().cloned()).collect()
        }),
        url: site
            .base()
            .map(|base| format!("{base}{}", edition.folder))
            .or_else(|| list.repository.clone()),
        creator: survey.authors.iter().map(Agent::of).collect(),
        license: licence.map(|licence| Terms::of(edition.viewer, licence)),
        date_modified: site.material.catalog.as_of,
        in_language: site.material.catalog.languages.iter().map(String::as_str).collect(),
        ..Listed::default()
    }
}

/// The files of all entries, and of the listed ones of each kind.
fn downloads(base: &str, catalog: &Catalog) -> Vec<Download> {
    let download = |path: String, encoding_format: &'static str| Download {
        kind: "DataDownload",
        content_url: format!("{base}{path}"),
        encoding_format,
    };
    let everything = download(format!("{}catalog.json", files::FOLDER), "application/json");
    let tables = catalog.kinds().map(|kind| download(files::table_file(kind), "text/csv"));
    std::iter::once(everything).chain(tables).collect()
}
