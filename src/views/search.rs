//! The search index: what a reader may type to find an entry, in every language at once.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

use super::Viewer;
use crate::catalog::Record;
use crate::kinds::{Entry, KindId, OwnGiven, Paper, Status};
use crate::read::{Target, Use};

/// Everything that search looks through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SearchIndex {
    /// The folders of the kinds; rows name them by their place.
    pub kinds: Vec<&'static str>,
    /// The words of the vocabulary that entries use, with their labels in all languages; rows name them by their place.
    pub words: Vec<String>,
    /// The entries: those that are listed first, then by kind, the newest first.
    pub rows: Vec<SearchRow>,
}

/// What is searched of an entry. It is written as a list without keys, as there are as many of them as entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchRow {
    /// The place of its kind.
    pub kind: usize,
    /// The id.
    pub id: String,
    /// The name or title.
    pub name: String,
    /// What tells it from others of a like name: its date, and a paper's venue.
    pub detail: String,
    /// Other names and former ids, which find it as its name does.
    pub others: Vec<String>,
    /// What else finds it: authors, identifiers, the summary in each language.
    pub text: String,
    /// The places of its words.
    pub words: Vec<usize>,
    /// The status, where it is not `listed`.
    pub status: Option<&'static str>,
}

impl Serialize for SearchRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut row = serializer.serialize_seq(None)?;
        row.serialize_element(&self.kind)?;
        for text in [&self.id, &self.name, &self.detail] {
            row.serialize_element(text)?;
        }
        row.serialize_element(&self.others)?;
        row.serialize_element(&self.text)?;
        row.serialize_element(&self.words)?;
        if let Some(status) = self.status {
            row.serialize_element(status)?;
        }
        row.end()
    }
}

impl SearchIndex {
    /// The index of a catalog; it is the same for all languages.
    #[must_use]
    pub fn of(viewer: Viewer<'_>) -> Self {
        let mut words = Words { viewer, places: BTreeMap::new(), labels: Vec::new() };
        let mut records: Vec<(usize, &Record)> = Vec::new();
        for (kind, id) in viewer.catalog.kinds().enumerate() {
            let of_kind = viewer.catalog.records.iter().filter(|record| record.kind == id);
            records.extend(of_kind.map(|record| (kind, record)));
        }
        records.sort_by_cached_key(|(kind, record)| {
            let newest = std::cmp::Reverse(record.entry.shown_date());
            (!record.is_listed(), *kind, newest, record.name().to_lowercase(), record.id.clone())
        });
        let rows = records.into_iter().map(|(kind, record)| row(viewer, kind, record, &mut words));
        let rows = rows.collect();
        let kinds = viewer.catalog.kinds().map(KindId::folder).collect();
        Self { kinds, words: words.labels, rows }
    }
}

fn row(viewer: Viewer<'_>, kind: usize, record: &Record, words: &mut Words<'_>) -> SearchRow {
    let common = &record.common;
    let former = record.former_ids().map(ToString::to_string);
    let status = common.status();
    SearchRow {
        kind,
        id: record.id.to_string(),
        name: record.label().into_owned(),
        detail: detail(&record.entry),
        others: common.aliases.iter().map(ToString::to_string).chain(former).collect(),
        text: texts(viewer, record).join("\n"),
        words: words.of(&record.uses),
        status: (status != Status::Listed).then(|| status.as_str()),
    }
}

/// The date, and where a paper appeared.
fn detail(entry: &Entry) -> String {
    let date = entry.shown_date().map(ToString::to_string);
    let venue = entry.paper().and_then(Paper::short_venue);
    let parts: Vec<String> = date.into_iter().chain(venue.map(ToString::to_string)).collect();
    parts.join(" · ")
}

/// What finds an entry besides its names and words.
fn texts(viewer: Viewer<'_>, record: &Record) -> Vec<String> {
    let entry = &record.entry;
    let mut texts = entry.searched();
    // A paper with an entry is found by itself.
    let elsewhere = entry.papers().iter().filter(|paper| viewer.paper(paper).is_none());
    texts.extend(elsewhere.map(ToString::to_string));
    let languages = entry.summary().into_iter().flat_map(|summary| summary.0.0.values());
    texts.extend(languages.cloned());
    texts.extend(record.own.0.iter().flat_map(OwnGiven::searched));
    texts
}

/// The words that were met so far.
struct Words<'v> {
    viewer: Viewer<'v>,
    places: BTreeMap<(&'static str, String), usize>,
    labels: Vec<String>,
}

impl Words<'_> {
    /// The places of the words that an entry uses; units and reasons say nothing that one would search for.
    fn of(&mut self, uses: &[Use]) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for named in uses {
            if let Target::Word(section, word) = &named.target
                && !matches!(*section, "unit" | "reason")
            {
                found.push(self.place(section, word));
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn place(&mut self, section: &'static str, word: &str) -> usize {
        let key = (section, word.to_owned());
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let place = self.labels.len();
        self.labels.push(self.label(section, word));
        self.places.insert(key, place);
        place
    }

    /// The word with its labels, each once.
    fn label(&self, section: &str, word: &str) -> String {
        let catalog = self.viewer.catalog;
        let terms = catalog.vocabulary.section(section);
        let term = terms.and_then(|terms| terms.get(word));
        let labels = term.into_iter().flat_map(|term| term.label.0.values().map(String::as_str));
        let mut all: Vec<&str> = std::iter::once(word).chain(labels).collect();
        all.dedup();
        all.join("\n")
    }
}
