//! How many entries of a kind each year has, for a small chart whose bars lead to the pages of the years.

use serde::Serialize;

use super::FacetView;

/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// How many entries it has.
    pub count: usize,
    /// Its page, from the site's root; a year without entries has none.
    pub page: Option<String>,
    /// The height of its bar, in per cent of the tallest.
    pub height: usize,
}

/// The most years of a chart; earlier ones are left to the list.
const MOST: i32 = 16;

/// The years of a kind's entries, the first one first, with those in between that have none.
#[must_use]
pub fn years(facets: &[FacetView]) -> Vec<Year> {
    let values = facets.iter().find(|facet| facet.name == "year").map(|facet| &facet.values);
    let known = values.into_iter().flatten();
    let known: Vec<(i32, usize, &str)> = known
        .filter_map(|value| Some((value.value.parse().ok()?, value.count, value.page.as_str())))
        .collect();
    let newest = known.iter().map(|(year, ..)| *year).max();
    let oldest = known.iter().map(|(year, ..)| *year).min();
    let (Some(oldest), Some(newest)) = (oldest, newest) else { return Vec::new() };
    let shown = oldest.max(newest - MOST + 1)..=newest;
    let tallest =
        known.iter().filter(|(year, ..)| shown.contains(year)).map(|(_, count, _)| *count);
    let tallest = tallest.max().unwrap_or(1).max(1);
    let year = |year: i32| {
        let found = known.iter().find(|(known, ..)| *known == year);
        let count = found.map_or(0, |(_, count, _)| *count);
        let page = found.map(|(_, _, page)| (*page).to_owned());
        Year { year, count, page, height: (100 * count).div_ceil(tallest) }
    };
    shown.map(year).collect()
}
