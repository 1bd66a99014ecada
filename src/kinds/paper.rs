//! Papers: articles, preprints, surveys and benchmark studies.

mod show;

pub(super) use show::SHOWN;

use super::facet::{Facet, TAG, YEAR};
use super::{Dataset, Item, Kind, KindId};
use crate::read::{Ref, Word, choices, record};
use crate::value::{Arxiv, Author, Date, Doi, Identity, Line, Locator, Summary, Url, facet};
use crate::vocabulary::Category;

record! {
    /// An article or a preprint.
    pub struct Paper {
        /// The title as it is printed.
        title: Line = always,
        /// What kind of paper it is; `research` where it is left out.
        r#type as "type": Option<PaperType>,
        /// The authors in their order: `Given Family`, `Family, Given`, `{group: …}`, or `{name: …, also: …}` with the
        /// name in another script.
        authors: Vec<Author>,
        /// Whether all authors are given.
        authors_complete: Option<bool>,
        /// The journal, the conference or the server.
        venue: Option<Line>,
        /// Its short name.
        venue_short: Option<Line>,
        /// The volume.
        volume: Option<Locator>,
        /// The issue.
        issue: Option<Locator>,
        /// The pages or the article number.
        pages: Option<Locator>,
        /// How it was published.
        publication: Option<Publication>,
        /// When it was public.
        dates: Option<PaperDates> = listed,
        /// The DOI of the published version.
        doi: Option<Doi>,
        /// The DOI of the preprint.
        preprint_doi: Option<Doi>,
        /// The arXiv id of the preprint.
        arxiv: Option<Arxiv>,
        /// The address of the paper's page.
        url: Option<Url>,
        /// The address of its PDF.
        pdf: Option<Url>,
        /// The family of models it belongs to.
        category: Option<Word<Category>>,
        /// The datasets it introduces or uses, as ids of dataset entries.
        datasets: Vec<Ref<Dataset>>,
        /// What it says, in one plain line.
        summary: Option<Summary>,
    }
    one_of &[&["doi", "arxiv", "url"]];
}

impl Kind for Paper {
    const ID: KindId = KindId::Paper;
    const NAME: &'static str = "title";
    const NAMES_AS: &'static str = "used-in";
    const ALIKE: &'static [&'static str] = &["category", "type"];
    const NARROW: &'static [&'static str] = &["title", "venue", "date"];
    const FACETS: &'static [Facet] = &[
        Facet::words(facet::CATEGORY, "category", "category"),
        Facet::of(facet::TYPE, |entry| {
            entry.paper().map(|paper| paper.paper_type().as_str().to_owned()).into_iter().collect()
        }),
        YEAR,
        TAG,
    ];

    fn name(&self) -> &str {
        self.title.as_str()
    }

    fn summary(&self) -> Option<&Summary> {
        self.summary.as_ref()
    }

    fn leads_to(&self) -> Vec<Item<'_>> {
        std::iter::once(Item::Itself).chain(Item::labelled("PDF", self.pdf.as_ref())).collect()
    }

    fn past_dates(&self) -> Vec<(&'static str, &Date)> {
        let Some(given) = &self.dates else { return Vec::new() };
        let preprint = given.preprint.iter().map(|date| ("dates.preprint", date));
        preprint.chain(given.published.iter().map(|date| ("dates.published", date))).collect()
    }

    fn shown_date(&self) -> Option<&Date> {
        self.dates.as_ref().and_then(PaperDates::first)
    }

    fn own_addresses(&self) -> Vec<(&'static str, &Url)> {
        let url = self.url.iter().map(|url| ("url", url));
        url.chain(self.pdf.iter().map(|pdf| ("pdf", pdf))).collect()
    }

    fn searched(&self) -> Vec<String> {
        let mut texts: Vec<String> = self.authors.iter().map(ToString::to_string).collect();
        texts.extend(self.doi.iter().map(ToString::to_string));
        texts.extend(self.preprint_doi.iter().map(ToString::to_string));
        texts.extend(self.arxiv.iter().map(ToString::to_string));
        // The short name stands beside the title.
        let long = self.venue.as_ref().filter(|_| self.venue_short.is_some());
        texts.extend(long.map(ToString::to_string));
        texts
    }
}

impl Paper {
    /// What its identifiers stand for, each with the route of the identifier.
    #[must_use]
    pub fn identifiers(&self) -> Vec<(&'static str, Identity)> {
        let doi = |doi: &Option<Doi>| doi.as_ref().map(Doi::identity);
        let identities = [
            ("doi", doi(&self.doi)),
            ("preprint_doi", doi(&self.preprint_doi)),
            ("arxiv", self.arxiv.as_ref().map(Arxiv::identity)),
        ];
        identities.into_iter().filter_map(|(route, identity)| Some((route, identity?))).collect()
    }

    /// Everything by which it is found: its own addresses, then its identifiers.
    pub fn identities(&self) -> impl Iterator<Item = Identity> {
        let own = [&self.url, &self.pdf].into_iter().flatten().map(Url::identity);
        own.chain(self.identifiers().into_iter().map(|(_, identity)| identity))
    }

    /// Where it appeared, by the short name if it has one.
    #[must_use]
    pub fn short_venue(&self) -> Option<&Line> {
        self.venue_short.as_ref().or(self.venue.as_ref())
    }

    /// The kind of paper, `research` where none is given.
    #[must_use]
    pub fn paper_type(&self) -> PaperType {
        self.r#type.unwrap_or(PaperType::Research)
    }
}

choices! {
    /// What kind of paper it is.
    pub enum PaperType {
        /// It reports new work.
        Research = "research",
        /// It reviews the work of others.
        Survey = "survey",
        /// It compares models or introduces a benchmark.
        Benchmark = "benchmark",
    }
}

choices! {
    /// How a paper was published.
    pub enum Publication {
        /// In a journal.
        Journal = "journal",
        /// At a conference.
        Conference = "conference",
        /// As a preprint only.
        Preprint = "preprint",
        /// At a workshop.
        Workshop = "workshop",
    }
}

record! {
    /// When a paper was public.
    pub struct PaperDates {
        /// When its first version was public.
        preprint: Option<Date>,
        /// When it appeared in its venue.
        published: Option<Date>,
    }
    one_of &[&["published", "preprint"]];
}

impl PaperDates {
    /// The date of the first public version.
    #[must_use]
    pub fn first(&self) -> Option<&Date> {
        self.preprint.as_ref().or(self.published.as_ref())
    }
}
