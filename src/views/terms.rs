//! The terms: every word of the vocabulary with what it means and where it is used.

use serde::Serialize;

use super::{FacetView, Said, Viewer};

/// A section of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermSection {
    /// The section's name.
    pub name: &'static str,
    /// Its words.
    pub terms: Vec<TermView>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// The word as it is typed.
    pub word: String,
    /// Its label.
    pub label: String,
    /// Its labels in the other languages.
    pub other_labels: Vec<Said>,
    /// What it means.
    pub about: Option<String>,
    /// The pages of entries that have it, with their kind's folder and count.
    pub pages: Vec<(&'static str, String, usize)>,
}

/// The vocabulary, section by section; `facets` are those of each kind, by folder.
#[must_use]
pub fn terms(viewer: Viewer<'_>, facets: &[(&'static str, Vec<FacetView>)]) -> Vec<TermSection> {
    let section = |name: &'static str| {
        let words = viewer.catalog.vocabulary.section(name)?;
        let term = |(word, term): (&crate::value::Slug, &crate::vocabulary::Term)| {
            let label = viewer.catalog_text(&term.label).unwrap_or_else(|| word.to_string());
            let pages = facets.iter().filter_map(|(folder, facets)| {
                let facet = facets.iter().find(|facet| facet.section == Some(name))?;
                let value = facet.values.iter().find(|value| value.value == word.as_str())?;
                Some((*folder, value.page.clone(), value.count))
            });
            TermView {
                word: word.to_string(),
                other_labels: viewer.other_languages(&term.label),
                about: term.about.as_ref().and_then(|about| viewer.catalog_text(about)),
                pages: pages.collect(),
                label,
            }
        };
        let terms: Vec<TermView> = words.iter().map(term).collect();
        (!terms.is_empty()).then_some(TermSection { name, terms })
    };
    viewer.catalog.vocabulary.sections().filter_map(section).collect()
}
