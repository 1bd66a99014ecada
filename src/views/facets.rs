//! Facets: the words, types and years by which the entries of a kind can be narrowed, with the entries of each.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Said, Viewer};
use crate::catalog::{Catalog, Record};
use crate::kinds::{Facet, KindFields, KindId, Order, Registry, Values};
use crate::read::{Shape, Target};
use crate::value::Count;

/// The sizes by which entries are grouped: the first number that no longer belongs, and the name.
const SIZES: [(u64, &str); 5] = [
    (1_000_000, "under-1m"),
    (10_000_000, "1m-10m"),
    (100_000_000, "10m-100m"),
    (1_000_000_000, "100m-1b"),
    (u64::MAX, "over-1b"),
];
/// The name of the group of entries without a size.
const UNSIZED: &str = "unknown";

/// The entries of a kind that share a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetValue {
    /// The value: a word, a type or a year.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// What it means.
    pub about: Option<Said>,
    /// How many entries have it.
    pub count: usize,
    /// The site's page with them, from its root.
    pub page: String,
    /// Their positions in the catalog, newest first.
    #[serde(skip)]
    pub records: Vec<usize>,
    /// Whether several values have its address.
    #[serde(skip)]
    joined: bool,
}

/// A facet with its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetView {
    /// The facet's name.
    pub name: &'static str,
    /// The section of the vocabulary that has labels for its values.
    #[serde(skip)]
    pub section: Option<&'static str>,
    /// Its values: words in the order of the vocabulary, years newest first.
    pub values: Vec<FacetValue>,
    /// The positions of the values.
    #[serde(skip)]
    places: BTreeMap<String, usize>,
}

impl FacetValue {
    fn join(&mut self, other: Self) {
        self.label.extend([", ", &other.label]);
        self.records.extend(other.records);
        self.joined = true;
    }
}

/// The section of the vocabulary whose words are the values of a facet.
#[must_use]
pub fn section(fields: &KindFields, name: &str) -> Option<&'static str> {
    match fields.facet(name)?.values {
        Values::Words { section, .. } => Some(section),
        Values::Of(_) | Values::Own(_) | Values::Size(_) => None,
    }
}

/// The facets of the listed entries of a kind that have a value at all.
#[must_use]
pub fn facets(viewer: Viewer<'_>, kind: KindId) -> Vec<FacetView> {
    let records = viewer.newest_first(kind);
    let positions =
        records.iter().filter_map(|record| viewer.catalog.position(kind, record.id.as_str()));
    let order: BTreeMap<usize, usize> =
        positions.enumerate().map(|(place, at)| (at, place)).collect();
    let view = |facet: &Facet| {
        let mut values: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for record in &records {
            let Some(at) = viewer.catalog.position(kind, record.id.as_str()) else { continue };
            for value in values_of(record, *facet) {
                values.entry(value).or_default().push(at);
            }
        }
        let mut values = ordered(viewer, kind, *facet, values);
        for value in values.iter_mut().filter(|value| value.joined) {
            value.records.sort_by_key(|at| order.get(at).copied());
            value.records.dedup();
            value.count = value.records.len();
        }
        let places = values.iter().enumerate().map(|(at, value)| (value.value.clone(), at));
        FacetView { name: facet.name, section: facet.labels, places: places.collect(), values }
    };
    viewer
        .catalog
        .of(kind)
        .facets
        .iter()
        .map(view)
        .filter(|facet| !facet.values.is_empty())
        .collect()
}

/// What can be asked for in a facet.
#[derive(Debug, Clone)]
pub struct Possible {
    /// The words, or the values that entries have.
    pub all: Vec<String>,
    /// The section of the vocabulary, where they are its words.
    section: Option<&'static str>,
}

impl Possible {
    /// Whether a word is one of them. Where no entry has any value yet, each is.
    #[must_use]
    pub fn has(&self, word: &str) -> bool {
        if self.section.is_some() {
            return self.all.iter().any(|known| known == word);
        }
        let part = address_part(word);
        self.all.is_empty()
            || self.all.iter().any(|known| address_part(known) == part)
            // A year may be still to come.
            || self.are_years() && is_year(word)
    }

    fn are_years(&self) -> bool {
        self.all.iter().all(|known| is_year(known))
    }

    /// Says that a word is none of them.
    #[must_use]
    pub fn no(&self, kind: KindId, name: &str, word: &str) -> String {
        match self.section {
            Some(section) => format!("`{word}` is not a word of the vocabulary's `{section}`"),
            None => format!("no {kind} has `{word}` as its `{name}`"),
        }
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What can be asked for in a facet of a kind, if it has that facet.
#[must_use]
pub fn possible(catalog: &Catalog, kind: KindId, name: &str) -> Option<Possible> {
    let facet = catalog.of(kind).facet(name)?;
    let (all, section) = match facet.values {
        // Without a single word there is no vocabulary, or none that could be read.
        Values::Words { .. } if catalog.vocabulary.is_empty() => (Vec::new(), None),
        Values::Words { section, .. } => {
            (catalog.vocabulary.words(section).map(str::to_owned).collect(), Some(section))
        }
        Values::Size(_) => {
            let names = SIZES.iter().map(|(_, name)| *name).chain([UNSIZED]);
            (names.map(str::to_owned).collect(), None)
        }
        Values::Own(_) => (["no", "yes"].map(str::to_owned).to_vec(), None),
        Values::Of(_) => {
            (choices(catalog.of(kind), name).unwrap_or_else(|| had(catalog, *facet, kind)), None)
        }
    };
    Some(Possible { all, section })
}

/// The fixed words of a field, where a facet is that field.
fn choices(fields: &KindFields, name: &str) -> Option<Vec<String>> {
    fn words(shape: Shape) -> Option<Vec<String>> {
        match shape {
            Shape::Choice(words) => {
                Some(words.iter().map(|(word, _)| (*word).to_owned()).collect())
            }
            Shape::List(item) => words(*item),
            _ => None,
        }
    }
    let field = fields.fields.iter().find(|field| field.key == name)?;
    words(field.shape())
}

/// The values that entries have, listed or not; none where a file cannot be read, as nobody knows what that one has.
fn had(catalog: &Catalog, facet: Facet, kind: KindId) -> Vec<String> {
    let of_kind = || catalog.records.iter().filter(|record| record.kind == kind);
    if catalog.files.iter().filter(|file| file.kind == kind).count() != of_kind().count() {
        return Vec::new();
    }
    let had: BTreeSet<String> = of_kind().flat_map(|record| values_of(record, facet)).collect();
    had.into_iter().collect()
}

fn values_of(record: &Record, facet: Facet) -> Vec<String> {
    match facet.values {
        Values::Words { section, route } => {
            let at_route = |named: &&crate::read::Use| {
                named
                    .route
                    .strip_prefix(route)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
            };
            let word = |named: &crate::read::Use| match &named.target {
                Target::Word(of, word) if *of == section => Some(word.clone()),
                Target::Word(..) | Target::Entry(..) | Target::Paper(_) => None,
            };
            let mut found: Vec<String> =
                record.uses.iter().filter(at_route).filter_map(word).collect();
            found.sort();
            found.dedup();
            found
        }
        Values::Of(values) => values(&record.entry),
        Values::Own(own) => {
            let value = record.own.get(own).and_then(|given| given.value.as_ref());
            value.map(|value| own.facet_values(value)).unwrap_or_default()
        }
        Values::Size(number) => vec![size(number(&record.entry)).to_owned()],
    }
}

fn size(count: Option<&Count>) -> &'static str {
    let Some(count) = count else { return UNSIZED };
    let group = SIZES.iter().find(|(end, _)| count.value() < *end);
    group.map_or(UNSIZED, |(_, name)| name)
}

/// The value as a part of addresses: `Apache-2.0` is `apache-2-0`.
#[must_use]
pub fn address_part(value: &str) -> String {
    let letter = |letter: char| {
        if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' }
    };
    let dashed: String = value.chars().map(letter).collect();
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// The first value of an entry in a facet of its kind.
#[must_use]
pub fn value_of<'f>(
    viewer: Viewer<'_>,
    record: &Record,
    facets: &'f [FacetView],
    name: &str,
) -> Option<&'f FacetValue> {
    let facet = viewer.catalog.of(record.kind).facet(name)?;
    let value = values_of(record, *facet).into_iter().next()?;
    let value = address_part(&value);
    let view = facets.iter().find(|view| view.name == name)?;
    view.places.get(&value).and_then(|at| view.values.get(*at))
}

/// Whether an entry, listed or not, has a value of a facet of its kind.
#[must_use]
pub fn has(registry: &Registry, record: &Record, name: &str, value: &FacetValue) -> bool {
    let facet = registry.of(record.kind).facet(name);
    let own =
        value.page.strip_prefix(record.kind.folder()).is_some_and(|rest| rest.starts_with('/'));
    let has = |of: &String| address_part(of) == value.value;
    own && facet.is_some_and(|facet| values_of(record, *facet).iter().any(has))
}

/// The values of all facets of the listed entries of a kind, by id, as `facet:value` between spaces.
#[must_use]
pub fn marks<'c>(viewer: Viewer<'c>, facets: &[FacetView]) -> BTreeMap<&'c str, String> {
    let mut marks: BTreeMap<&str, String> = BTreeMap::new();
    for (facet, value) in
        facets.iter().flat_map(|facet| facet.values.iter().map(move |value| (facet, value)))
    {
        for record in value.records.iter().filter_map(|at| viewer.catalog.records.get(*at)) {
            let of = marks.entry(record.id.as_str()).or_default();
            if !of.is_empty() {
                of.push(' ');
            }
            of.extend([facet.name, ":", &value.value]);
        }
    }
    marks
}

fn ordered(
    viewer: Viewer<'_>,
    kind: KindId,
    facet: Facet,
    values: BTreeMap<String, Vec<usize>>,
) -> Vec<FacetValue> {
    let languages = &viewer.catalog.languages;
    let label = |value: &str| match facet.labels {
        Some(section) => viewer
            .catalog
            .vocabulary
            .label(section, value, viewer.language, languages)
            .text
            .to_owned(),
        None => value.to_owned(),
    };
    let about = |value: &str| {
        let Values::Words { section, .. } = facet.values else { return None };
        let term = viewer.catalog.vocabulary.section(section)?.get(value)?;
        term.about.as_ref().and_then(|about| viewer.said(about))
    };
    let view = |(value, records): (String, Vec<usize>)| FacetValue {
        label: label(&value),
        about: about(&value),
        count: records.len(),
        page: format!("{}/{}/{}/", kind.folder(), facet.page, address_part(&value)),
        records,
        joined: false,
        value: address_part(&value),
    };
    let mut ordered: Vec<FacetValue> = Vec::new();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for value in values.into_iter().map(view) {
        // `Apache-2.0` and `Apache-2.0+` have one address, so they share its page.
        let place = *places.entry(value.value.clone()).or_insert(ordered.len());
        match ordered.get_mut(place) {
            Some(known) => known.join(value),
            None => ordered.push(value),
        }
    }
    match facet.order {
        Order::Vocabulary => {
            let words = facet.labels.into_iter().flat_map(|of| viewer.catalog.vocabulary.words(of));
            let order: BTreeMap<&str, usize> =
                words.enumerate().map(|(at, word)| (word, at)).collect();
            ordered.sort_by_key(|value| order.get(value.value.as_str()).copied());
        }
        Order::LastFirst => ordered.reverse(),
        Order::Sizes => {
            let place = |name: &str| SIZES.iter().position(|(_, of)| *of == name);
            ordered.sort_by_key(|value| place(&value.value).unwrap_or(SIZES.len()));
        }
        Order::MostFirst => ordered.sort_by_key(|value| std::cmp::Reverse(value.count)),
        Order::Names => {}
    }
    ordered
}
