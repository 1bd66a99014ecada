//! What is shown, as plain typed data: tables, lists and sums made from the catalog, without HTML or Markdown.

pub mod cell;
pub mod columns;
mod comparison;
mod entry;
pub mod facets;
mod fields;
mod latest;
mod overview;
mod review;
mod search;
mod table;
mod terms;

pub use cell::{Cell, Link};
pub use comparison::{Compared, Comparison, Measure, Scored};
pub use entry::{BoardView, EntryView, Mention, RouteView};
pub use facets::{FacetValue, FacetView};
pub use fields::FieldView;
pub use latest::{LatestPapers, PaperGroup, PaperLine};
pub use overview::{Counts, Overview, ScopeView};
pub use review::{Review, ReviewGroup, ReviewLine};
pub use search::{SearchIndex, SearchRow};
pub use table::{Heading, Row, Table};
pub use terms::{TermSection, TermView, terms};

use crate::catalog::{Catalog, Record};
use crate::kinds::KindId;
use crate::resolve::Graph;
use crate::value::{InLanguage, PaperRef, Text};

/// A catalog looked at in one language.
#[derive(Debug, Clone, Copy)]
pub struct Viewer<'c> {
    /// The entries.
    pub catalog: &'c Catalog,
    /// Which entry names which.
    pub graph: &'c Graph,
    /// The language.
    pub language: &'c str,
}

impl<'c> Viewer<'c> {
    /// Looks at a catalog in its first language.
    #[must_use]
    pub fn new(catalog: &'c Catalog, graph: &'c Graph) -> Self {
        let language = catalog.languages.first().map_or("en", String::as_str);
        Self { catalog, graph, language }
    }

    /// The text in the viewer's language, or in the next that it has.
    #[must_use]
    pub fn text(&self, text: &'c Text) -> Option<InLanguage<'c>> {
        text.in_language(self.language, &self.catalog.languages)
    }

    /// The text in all its languages, as `en (zh)`.
    #[must_use]
    pub fn joined(&self, text: &Text) -> String {
        let mut pieces = self.catalog.languages.iter().filter_map(|language| text.0.get(language));
        let first = pieces.next().cloned().unwrap_or_default();
        pieces.fold(first, |joined, piece| format!("{joined} ({piece})"))
    }

    /// The label of a word.
    #[must_use]
    pub fn label(&self, section: &str, word: &'c str) -> InLanguage<'c> {
        self.catalog.vocabulary.label(section, word, self.language, &self.catalog.languages)
    }

    /// The listed entries of a kind, newest first, then by name.
    #[must_use]
    pub fn newest_first(&self, kind: KindId) -> Vec<&'c Record> {
        let mut records: Vec<&Record> = self.catalog.listed(kind).collect();
        records.sort_by_cached_key(|record| {
            let date = record.entry.shown_date();
            (std::cmp::Reverse(date), record.name().to_lowercase(), record.id.as_str().to_owned())
        });
        records
    }

    /// The record of a paper, if it is an entry that is shown.
    #[must_use]
    pub fn paper(&self, reference: &PaperRef) -> Option<&'c Record> {
        self.graph.paper(self.catalog, reference).and_then(|at| self.catalog.records.get(at))
    }
}
