//! Facets: what entries of a kind can be narrowed by, and what each entry has in it.

use super::Entry;
use super::own::{Own, OwnType};
use crate::value::{Count, facet};

/// Stands, among names of facets or columns, for those of the list's own fields.
pub(super) const OWN: &str = "";

/// A facet of a kind.
#[derive(Debug, Clone, Copy)]
pub struct Facet {
    /// Its name.
    pub name: &'static str,
    /// Its part of addresses.
    pub page: &'static str,
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
    /// What stands in a field of the list that holds no words.
    Own(&'static Own),
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
    page: facet::YEAR,
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
            page: name,
            values: Values::Words { section, route },
            order: Order::Vocabulary,
            labels: Some(section),
        }
    }

    /// A field of the list, where entries can be narrowed by it.
    pub(super) fn own(own: &'static Own) -> Option<Self> {
        let page = own.facet?;
        let name = page.strip_prefix("by/").unwrap_or(page);
        Some(match own.of {
            OwnType::Word => Self { page, ..Self::words(name, own.section, own.key) },
            _ => Self { name, page, values: Values::Own(own), order: Order::Names, labels: None },
        })
    }

    /// The route of the field that it is made of, where it is made of one.
    #[must_use]
    pub const fn route(&self) -> Option<&'static str> {
        match self.values {
            Values::Words { route, .. } => Some(route),
            Values::Own(own) => Some(own.key),
            Values::Of(_) | Values::Size(_) => None,
        }
    }

    /// What the kind says of its entries.
    pub(super) const fn of(
        name: &'static str,
        values: for<'e> fn(&'e Entry) -> Vec<String>,
    ) -> Self {
        Self { name, page: name, values: Values::Of(values), order: Order::Names, labels: None }
    }
}

/// `yes` where something can be had.
pub(super) fn yes(is_had: bool) -> Vec<String> {
    if is_had { vec!["yes".to_owned()] } else { Vec::new() }
}
