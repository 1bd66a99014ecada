//! The abbreviations of the list that a text uses, with what they stand for.

use serde::Serialize;

use super::Viewer;

/// An abbreviation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Abbreviation {
    /// The abbreviation.
    pub label: String,
    /// What it stands for.
    pub about: String,
}

/// Every abbreviation of the vocabulary that is explained, in its order.
#[must_use]
pub fn abbreviations(viewer: Viewer<'_>) -> Vec<Abbreviation> {
    let words = viewer.catalog.vocabulary.section("abbreviation").into_iter().flatten();
    let view = |(word, term): (&crate::value::Slug, &crate::vocabulary::Term)| {
        let label = viewer.catalog_text(&term.label).unwrap_or_else(|| word.to_string());
        Some(Abbreviation { label, about: viewer.catalog_text(term.about.as_ref()?)? })
    };
    words.filter_map(view).collect()
}
