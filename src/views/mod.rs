//! What is shown, as plain typed data: tables, lists and sums made from the catalog, without HTML or Markdown.

mod abbreviations;
mod around;
mod block;
pub mod cell;
mod changes;
pub mod citation;
pub mod columns;
mod comparison;
mod connections;
mod coverage;
mod entry;
pub mod facets;
mod fields;
mod latest;
mod leaderboard;
mod news;
mod overview;
mod papers;
pub mod reach;
mod register;
mod release;
mod results;
mod review;
mod scale;
mod search;
mod selection;
mod sizes;
mod table;
mod terms;
pub mod timeline;
mod value;
mod years;

pub use abbreviations::{Abbreviation, abbreviations};
pub use around::Alike;
pub use block::{GroupOf, TableGroup, Tables};
pub use cell::{Cell, Link};
pub use changes::{
    ChangeView, FieldChangeView, Recent, RecentGroup, StatusChangeView, changes, value_in_words,
};
pub use comparison::{Compared, Comparison, Measure, Scored};
pub use connections::{Connections, Neighbours, Relation, Whole};
pub use coverage::{FieldCoverage, KindCoverage, coverage};
pub use entry::{EntryView, Mention, RouteView, VariantsView};
pub use facets::{FacetValue, FacetView};
pub use fields::FieldView;
pub use latest::{LatestPapers, PaperGroup, PaperLine};
pub use leaderboard::{
    Board, BoardLine, Boards, Competitor, Mark, Matrix, MatrixCell, MatrixHeading, MatrixRow,
    Placed, Plot, PlotPoint, Ranking,
};
pub use news::{Channel, Happened, Item, News};
pub use overview::{Counts, Overview, ScopeView};
pub use papers::{PaperFamily, PaperItem, families};
pub use register::{Column, Field, Register, Row as RegisterRow};
pub use release::ReleaseView;
pub use results::{ResultLine, Results};
pub use review::{Flow, FlowReason, FlowRow, FlowStage, Review, ReviewGroup, ReviewLine};
pub use scale::Scale;
pub use search::{SearchIndex, SearchRow};
pub use selection::Selection;
pub use sizes::{SizeRow, SizeView, Sizes};
pub use table::{Heading, Row, Table};
pub use terms::{TermSection, TermView, terms};
pub use timeline::{
    Axes, CLASSES, Label, Lettering, Period, Point, Rail, Series, Share, Side, Size, Tick,
    Timeline, text_width,
};
pub use years::{Year, years};

use crate::catalog::{Catalog, Record};
use crate::kinds::KindId;
use crate::resolve::Graph;
use crate::value::{InLanguage, PaperRef, Text};

/// A text, with its language where that is not the page's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Said {
    /// The text.
    pub text: String,
    /// The language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

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

    /// The text in the viewer's language, or in the next that it has, marked as such.
    #[must_use]
    pub fn said(&self, text: &Text) -> Option<Said> {
        let found = self.text(text)?;
        let lang = (found.language != self.language).then(|| found.language.to_owned());
        Some(Said { text: found.text.to_owned(), lang })
    }

    /// A title as it was published, which no list translates: English, unless its letters are Chinese.
    #[must_use]
    pub fn published(&self, title: &str) -> Said {
        let chinese = title.chars().any(|letter| matches!(letter, '\u{4e00}'..='\u{9fff}'));
        let language = if chinese { "zh" } else { "en" };
        let lang = (language != self.language).then(|| language.to_owned());
        Said { text: title.to_owned(), lang }
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
