//! Facets: the words, types and years by which the entries of a kind can be narrowed, with the entries of each.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Said, Viewer};
use crate::catalog::Record;
use crate::kinds::{Entry, KindId, Model};
use crate::read::Target;
use crate::value::{Count, Licence, Reported, Url, facet};

/// A facet of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facet {
    /// Its name, which is its part of addresses.
    pub name: &'static str,
    from: From,
}

/// Where the values of a facet come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// Words of a section that stand at a route.
    Words { section: &'static str, route: &'static str },
    /// The entry's own type.
    Type,
    /// The year of its date.
    Year,
    /// Its number of parameters, in powers of ten.
    Size,
    /// Whether something of it can be had.
    Has(Part),
    /// The licence of its weights, else of its code.
    Licence,
}

/// What of a model can be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Code,
    Weights,
}

/// The sizes by which models are grouped: the first number that no longer belongs, and the name.
const SIZES: [(u64, &str); 5] = [
    (1_000_000, "under-1m"),
    (10_000_000, "1m-10m"),
    (100_000_000, "10m-100m"),
    (1_000_000_000, "100m-1b"),
    (u64::MAX, "over-1b"),
];
/// The name of the group of models without a size.
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

const fn words(name: &'static str, section: &'static str, route: &'static str) -> Facet {
    Facet { name, from: From::Words { section, route } }
}

const TYPE: Facet = Facet { name: facet::TYPE, from: From::Type };
const YEAR: Facet = Facet { name: facet::YEAR, from: From::Year };
const TAG: Facet = words(facet::TAG, "tag", "tags");

const CATEGORY: Facet = words(facet::CATEGORY, "category", "category");

const MODEL: [Facet; 12] = [
    CATEGORY,
    Facet { name: facet::SIZE, from: From::Size },
    words(facet::RNA, "rna", "rna"),
    Facet { name: facet::CODE, from: From::Has(Part::Code) },
    Facet { name: facet::WEIGHTS, from: From::Has(Part::Weights) },
    YEAR,
    words(facet::PARADIGM, "paradigm", "paradigm"),
    words(facet::ARCHITECTURE, "architecture", "architecture"),
    words(facet::OBJECTIVE, "objective", "objective"),
    words(facet::TOKENIZATION, "tokenization", "tokenization"),
    Facet { name: facet::LICENCE, from: From::Licence },
    TAG,
];
const PAPER: [Facet; 4] = [CATEGORY, TYPE, YEAR, TAG];
const DATASET: [Facet; 5] =
    [words(facet::TASK, "task", "tasks"), words(facet::RNA, "rna", "molecules"), TYPE, YEAR, TAG];
const CHALLENGE: [Facet; 3] = [words(facet::TASK, "task", "task"), YEAR, TAG];

/// The facets of a kind, in the order in which pages show them.
#[must_use]
pub fn of_kind(kind: KindId) -> &'static [Facet] {
    match kind {
        KindId::Model => &MODEL,
        KindId::Paper => &PAPER,
        KindId::Dataset => &DATASET,
        KindId::Challenge => &CHALLENGE,
    }
}

/// The section of the vocabulary whose words are the values of a facet.
#[must_use]
pub fn section(kind: KindId, name: &str) -> Option<&'static str> {
    let facet = of_kind(kind).iter().find(|facet| facet.name == name)?;
    match facet.from {
        From::Words { section, .. } => Some(section),
        From::Type | From::Year | From::Size | From::Has(_) | From::Licence => None,
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
        FacetView { name: facet.name, places: places.collect(), values }
    };
    of_kind(kind).iter().map(view).filter(|facet| !facet.values.is_empty()).collect()
}

fn values_of(record: &Record, facet: Facet) -> Vec<String> {
    match facet.from {
        From::Words { section, route } => {
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
        From::Type => match &record.entry {
            Entry::Paper(paper) => vec![paper.paper_type().as_str().to_owned()],
            Entry::Dataset(dataset) => {
                dataset.r#type.iter().map(|of| of.as_str().to_owned()).collect()
            }
            Entry::Model(_) | Entry::Challenge(_) => Vec::new(),
        },
        From::Year => {
            record.entry.shown_date().map(|date| date.year().to_string()).into_iter().collect()
        }
        From::Size | From::Has(_) | From::Licence => match &record.entry {
            Entry::Model(model) => value_of_model(model, facet.from).into_iter().collect(),
            Entry::Paper(_) | Entry::Dataset(_) | Entry::Challenge(_) => Vec::new(),
        },
    }
}

fn value_of_model(model: &Model, from: From) -> Option<String> {
    let links = model.links.as_ref();
    let licence = model.licence.as_ref();
    let is_had = |address: Option<&Reported<Url>>| address.and_then(Reported::value).is_some();
    let yes = |is: bool| is.then(|| "yes".to_owned());
    match from {
        From::Size => Some(size(model.parameters.as_ref().and_then(Reported::value)).to_owned()),
        From::Has(Part::Code) => yes(is_had(links.and_then(|links| links.code.as_ref()))),
        From::Has(Part::Weights) => {
            let conversions = links.is_some_and(|links| !links.conversions.is_empty());
            let variants = model.variants.values().any(|variant| variant.weights.is_some());
            let own = is_had(links.and_then(|links| links.weights.as_ref()));
            yes(own || variants || conversions)
        }
        From::Licence => {
            let of =
                |licence: Option<&Reported<Licence>>| licence.and_then(Reported::value).cloned();
            let weights = of(licence.and_then(|licence| licence.weights.as_ref()));
            let found = weights.or_else(|| of(licence.and_then(|licence| licence.code.as_ref())));
            found.map(|licence| licence.as_str().to_owned())
        }
        From::Words { .. } | From::Type | From::Year => None,
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
    record: &Record,
    facets: &'f [FacetView],
    name: &str,
) -> Option<&'f FacetValue> {
    let facet = of_kind(record.kind).iter().find(|facet| facet.name == name)?;
    let value = values_of(record, *facet).into_iter().next()?;
    let value = address_part(&value);
    let view = facets.iter().find(|view| view.name == name)?;
    view.places.get(&value).and_then(|at| view.values.get(*at))
}

/// Whether an entry, listed or not, has a value of a facet of its kind.
#[must_use]
pub fn has(record: &Record, name: &str, value: &FacetValue) -> bool {
    let facet = of_kind(record.kind).iter().find(|facet| facet.name == name);
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
    let label = |value: &str| match facet.from {
        From::Words { section, .. } => viewer
            .catalog
            .vocabulary
            .label(section, value, viewer.language, languages)
            .text
            .to_owned(),
        // Licences that SPDX knows go by its name for them; the others have a word of the vocabulary.
        From::Licence => viewer
            .catalog
            .vocabulary
            .label("licence", value, viewer.language, languages)
            .text
            .to_owned(),
        From::Type | From::Year | From::Size | From::Has(_) => value.to_owned(),
    };
    let about = |value: &str| {
        let From::Words { section, .. } = facet.from else { return None };
        let term = viewer.catalog.vocabulary.section(section)?.get(value)?;
        term.about.as_ref().and_then(|about| viewer.said(about))
    };
    let view = |(value, records): (String, Vec<usize>)| FacetValue {
        label: label(&value),
        about: about(&value),
        count: records.len(),
        page: format!("{}/{}/{}/", kind.folder(), facet.name, address_part(&value)),
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
    match facet.from {
        From::Words { section, .. } => {
            let words = viewer.catalog.vocabulary.words(section).enumerate();
            let order: BTreeMap<&str, usize> = words.map(|(at, word)| (word, at)).collect();
            ordered.sort_by_key(|value| order.get(value.value.as_str()).copied());
        }
        From::Year => ordered.reverse(),
        From::Size => {
            let place = |name: &str| SIZES.iter().position(|(_, of)| *of == name);
            ordered.sort_by_key(|value| place(&value.value).unwrap_or(SIZES.len()));
        }
        From::Licence => ordered.sort_by_key(|value| std::cmp::Reverse(value.count)),
        From::Type | From::Has(_) => {}
    }
    ordered
}
