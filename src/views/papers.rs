//! Papers as the site lists them: by family, each with its authors, its venue and the models it introduces.

use std::collections::BTreeMap;

use serde::Serialize;

use super::cell::paper_link;
use super::latest::{category, models_of};
use super::{Link, Mention, Said, Viewer};
use crate::catalog::Record;
use crate::kinds::Paper;

/// How many authors are named before the rest is only counted.
const NAMED: usize = 3;

/// Papers of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperFamily {
    /// The label of the category; nothing for papers without one.
    pub label: Option<String>,
    /// The papers, newest first.
    pub papers: Vec<PaperItem>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaperItem {
    /// The entry's id.
    pub id: String,
    /// The title as it is printed.
    pub title: Said,
    /// The address of the entry's page, from the site's root.
    pub page: String,
    /// The first authors.
    pub authors: Vec<String>,
    /// Whether there are more than those.
    pub more_authors: bool,
    /// Where it appeared.
    pub venue: Option<String>,
    /// When it was first public.
    pub date: Option<String>,
    /// Where to read it.
    pub link: Option<Link>,
    /// The models it introduces.
    pub models: Vec<Mention>,
    /// Its values of all facets, as `facet:value` between spaces.
    pub facets: Option<String>,
}

/// Papers family by family: in the order of the vocabulary, those without a family last.
#[must_use]
pub fn families(
    viewer: Viewer<'_>,
    records: &[&Record],
    facets: Option<&BTreeMap<&str, String>>,
) -> Vec<PaperFamily> {
    let order: Vec<&str> = viewer.catalog.vocabulary.words("category").collect();
    let mut families: BTreeMap<usize, (String, Vec<PaperItem>)> = BTreeMap::new();
    for record in records {
        let Some(paper) = record.entry.paper() else { continue };
        let word = category(paper, &models_of(viewer, record));
        let at = order.iter().position(|known| *known == word).unwrap_or(order.len());
        let family = families.entry(at).or_insert_with(|| (word, Vec::new()));
        family.1.push(item(viewer, record, paper, facets));
    }
    let family = |(word, papers): (String, Vec<PaperItem>)| {
        let label = viewer.catalog.vocabulary.label(
            "category",
            &word,
            viewer.language,
            &viewer.catalog.languages,
        );
        PaperFamily { label: (!word.is_empty()).then(|| label.text.to_owned()), papers }
    };
    families.into_values().map(family).collect()
}

fn item(
    viewer: Viewer<'_>,
    record: &Record,
    paper: &Paper,
    facets: Option<&BTreeMap<&str, String>>,
) -> PaperItem {
    let date = paper.dates.as_ref().and_then(|dates| dates.first());
    let venue = paper.venue_short.as_ref().or(paper.venue.as_ref());
    PaperItem {
        id: record.id.as_str().to_owned(),
        title: viewer.published(paper.title.as_str()),
        page: record.address(),
        authors: paper.authors.iter().take(NAMED).map(ToString::to_string).collect(),
        more_authors: paper.authors.len() > NAMED || paper.authors_complete == Some(false),
        venue: venue.map(ToString::to_string),
        date: date.map(ToString::to_string),
        link: paper_link(paper),
        models: models_of(viewer, record)
            .into_iter()
            .map(|(record, _)| Mention::of(record))
            .collect(),
        facets: facets.and_then(|facets| facets.get(record.id.as_str())).cloned(),
    }
}
