//! Lists of entries as pages show them: which entries, in which form, on which of several pages.

use serde::Serialize;

use super::chart::Chart;
use super::{Edition, ROWS, sheets};
use crate::catalog::Record;
use crate::kinds::KindId;
use crate::views::{FacetValue, FacetView, PaperFamily, Register, Year, families, years};

/// How many of the newest entries of a kind the home page shows.
const NEWEST: usize = 12;

/// A list of entries of a kind.
#[derive(Serialize)]
pub(super) struct Listing<'p> {
    heading: &'p str,
    /// The kind's folder.
    kind: &'static str,
    /// The facet and its value, on the page of one.
    facet: Option<Place<'p>>,
    /// By what the list can be narrowed.
    facets: &'p [FacetView],
    /// How many entries each year has, on the page of all of them.
    years: Vec<Year>,
    /// The entries in a table, unless they are papers.
    register: Option<Register<'p>>,
    /// The papers, family by family.
    families: Vec<PaperFamily>,
    /// How many entries there are.
    total: usize,
    /// Which of them this page shows, from 1.
    first: usize,
    last: usize,
    /// All pages of the list, where there are several.
    sheets: Vec<Sheet>,
    /// The list's first page, from the root of the language.
    page: String,
}

/// The value of a facet.
#[derive(Serialize)]
struct Place<'p> {
    name: &'static str,
    value: &'p FacetValue,
}

/// One of several pages of a list.
#[derive(Serialize)]
struct Sheet {
    number: usize,
    page: String,
    current: bool,
    /// Whether sheets between the one before and this one are left out.
    gap: bool,
}

/// How many sheets on either side of a page it leads to, apart from the first and the last: were all of them on each,
/// their number would be squared.
const SHEETS_BESIDE: usize = 6;

/// What the home page shows of each kind.
#[derive(Serialize)]
pub(super) struct Home<'p> {
    charts: Vec<Chart>,
    /// Whether a chart has more categories than most.
    more_shapes: bool,
    models: Listing<'p>,
    papers: Listing<'p>,
    surveys: Listing<'p>,
    datasets: Listing<'p>,
    challenges: Listing<'p>,
    /// How many models each year has.
    years: Vec<Year>,
}

impl<'p> Home<'p> {
    pub(super) fn of(edition: &'p Edition<'_>) -> Self {
        let newest = |kind: KindId, most: usize| {
            let records = edition.viewer.newest_first(kind);
            Listing::new(edition, kind, &records, (0, most), false)
        };
        let surveys = surveys(edition);
        let charts = Chart::all(edition.viewer, &edition.strings);
        Self {
            more_shapes: charts.iter().any(Chart::has_more_shapes),
            charts,
            models: newest(KindId::Model, NEWEST),
            papers: newest(KindId::Paper, NEWEST),
            surveys: Listing {
                heading: edition.strings.get("surveys").map_or("", String::as_str),
                page: "surveys/".to_owned(),
                ..Listing::new(edition, KindId::Paper, &surveys, (0, 4), false)
            },
            datasets: newest(KindId::Dataset, 6),
            challenges: newest(KindId::Challenge, 6),
            years: edition
                .facets
                .get(&KindId::Model)
                .map(|facets| years(facets))
                .unwrap_or_default(),
        }
    }
}

impl<'p> Listing<'p> {
    /// A page of all entries of a kind.
    pub(super) fn of_kind(edition: &'p Edition<'_>, kind: KindId, sheet: usize) -> Self {
        let records = edition.viewer.newest_first(kind);
        let listing = Self::new(edition, kind, &records, (sheet * ROWS, ROWS), true);
        let facets = edition.facets.get(&kind).map_or(&[][..], Vec::as_slice);
        let years = if sheet == 0 { years(facets) } else { Vec::new() };
        Self { facets, years, ..listing.on_sheet(format!("{}/", kind.folder()), sheet) }
    }

    /// A page of the entries that share a value of a facet.
    pub(super) fn of_facet(
        edition: &'p Edition<'_>,
        kind: KindId,
        name: &'static str,
        value: &'p FacetValue,
        sheet: usize,
    ) -> Self {
        let records = value.records.iter().filter_map(|at| edition.viewer.catalog.records.get(*at));
        let records: Vec<&Record> = records.collect();
        let listing = Self::new(edition, kind, &records, (sheet * ROWS, ROWS), false);
        let listing = listing.on_sheet(value.page.clone(), sheet);
        Self { heading: &value.label, facet: Some(Place { name, value }), ..listing }
    }

    /// The papers that review the work of others.
    pub(super) fn of_surveys(edition: &'p Edition<'_>) -> Self {
        let records = surveys(edition);
        let heading = edition.strings.get("surveys").map_or("", String::as_str);
        let listing = Self::new(edition, KindId::Paper, &records, (0, usize::MAX), false);
        Self { heading, page: "surveys/".to_owned(), ..listing }
    }

    /// Some of the entries of a kind, from a place and at most so many; `whole` says whether they can be narrowed.
    fn new(
        edition: &'p Edition<'_>,
        kind: KindId,
        records: &[&'p Record],
        (from, most): (usize, usize),
        whole: bool,
    ) -> Self {
        let shown: Vec<&Record> = records.iter().skip(from).take(most).copied().collect();
        let marks = edition.marks.get(&kind).filter(|_| whole);
        let is_paper = kind == KindId::Paper;
        let register = || {
            let scale = edition.sizes.scale.as_ref().filter(|_| kind == KindId::Model);
            Register::of(edition.viewer, kind, &shown, marks, scale)
        };
        Self {
            heading: edition.strings.get(kind.folder()).map_or("", String::as_str),
            kind: kind.folder(),
            facet: None,
            facets: &[],
            years: Vec::new(),
            register: (!is_paper).then(register),
            families: if is_paper { families(edition.viewer, &shown, marks) } else { Vec::new() },
            total: records.len(),
            first: from + usize::from(!shown.is_empty()),
            last: from + shown.len(),
            sheets: Vec::new(),
            page: format!("{}/", kind.folder()),
        }
    }

    fn on_sheet(self, page: String, sheet: usize) -> Self {
        let last = sheets(&page, self.total).count() - 1;
        let is_near = |at: usize| at == 0 || at == last || at.abs_diff(sheet) <= SHEETS_BESIDE;
        let mut before = 0;
        let near = sheets(&page, self.total).map(|(page, at)| (at, page));
        let all: Vec<Sheet> = near
            .filter(|(at, _)| is_near(*at))
            .map(|(at, page)| {
                let gap = at > before + 1;
                before = at;
                Sheet { number: at + 1, page, current: at == sheet, gap }
            })
            .collect();
        Self { sheets: if all.len() > 1 { all } else { Vec::new() }, page, ..self }
    }
}

fn surveys<'p>(edition: &'p Edition<'_>) -> Vec<&'p Record> {
    let mut records = edition.viewer.newest_first(KindId::Paper);
    records.retain(|record| record.entry.is_survey());
    records
}
