//! Facets: what entries of a kind can be narrowed by, and what each entry has in it.

use super::Entry;
use crate::value::{Count, facet};

/// A facet of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Facet {
    /// Its name, which is its part of addresses.
    pub name: &'static str,
    /// What an entry has in it.
    pub values: Values,
    /// The order of the values.
    pub order: Order,
    /// The section of the vocabulary that has labels for the values.
    pub labels: Option<&'static str>,
}

/// What an entry has in a facet.
#[derive(Debug, Clone, Copy)]
pub enum Values {
    /// The words of a section that stand at a route.
    Words {
        /// The section.
        section: &'static str,
        /// The route.
        route: &'static str,
    },
    /// What its kind says.
    Of(for<'e> fn(&'e Entry) -> Vec<String>),
    /// The group of a number, in powers of ten.
    Size(for<'e> fn(&'e Entry) -> Option<&'e Count>),
}

/// The order of the values of a facet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// That of the vocabulary.
    Vocabulary,
    /// From the smallest to the largest.
    Sizes,
    /// The last first.
    LastFirst,
    /// Those that most entries have first.
    MostFirst,
    /// By name.
    Names,
}

/// The year of the date by which lists are sorted.
pub(super) const YEAR: Facet = Facet {
    name: facet::YEAR,
    values: Values::Of(|entry| {
        entry.shown_date().map(|date| date.year().to_string()).into_iter().collect()
    }),
    order: Order::LastFirst,
    labels: None,
};

/// Free labels.
pub(super) const TAG: Facet = Facet::words(facet::TAG, "tag", "tags");

impl Facet {
    /// Words of a section of the vocabulary.
    pub(super) const fn words(
        name: &'static str,
        section: &'static str,
        route: &'static str,
    ) -> Self {
        Self {
            name,
            values: Values::Words { section, route },
            order: Order::Vocabulary,
            labels: Some(section),
        }
    }

    /// What the kind says of its entries.
    pub(super) const fn of(
        name: &'static str,
        values: for<'e> fn(&'e Entry) -> Vec<String>,
    ) -> Self {
        Self { name, values: Values::Of(values), order: Order::Names, labels: None }
    }
}

/// `yes` where something can be had.
pub(super) fn yes(is_had: bool) -> Vec<String> {
    if is_had { vec!["yes".to_owned()] } else { Vec::new() }
}
