//! `charts` in survey.yaml: which numbers are drawn over which dates.

use super::readme::ColumnName;
use crate::read::record;
use crate::value::{Slug, Text};

record! {
    /// A chart of the entries of a kind.
    pub struct Chart {
        /// The kind, by its folder.
        kind: Option<Slug> = always,
        /// The date that runs from left to right.
        x: Option<ColumnName> = always,
        /// The number that runs from bottom to top, by powers of ten.
        y: Option<ColumnName> = always,
        /// The facet whose words are told apart by shape and colour.
        color: Option<Slug>,
        /// What stands above it.
        title: Option<Text>,
    }
}
