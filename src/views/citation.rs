//! References: what a citation says of a paper, of an entry that has none, and of the list itself, before any format.

use std::collections::BTreeSet;

use super::Viewer;
use crate::catalog::Record;
use crate::config::Release;
use crate::kinds::{Challenge, Dataset, Entry, KindId, Model, Paper, Publication};
use crate::value::{Author, Date, Day, Doi, Line, Locator, PaperRef, Reported, Url, slug};

/// What is cited, in the words that every format has one of its own for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// An article in a journal.
    Article,
    /// A paper of a conference or a workshop.
    ConferencePaper,
    /// A preprint, whose container is the server.
    Preprint,
    /// A paper of which the list does not say how it was published.
    Report,
    /// A model.
    Software,
    /// A dataset, or the list.
    Dataset,
    /// A challenge.
    Event,
}

/// A reference; what is not recorded is left out, never guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference<'c> {
    /// The key by which a text cites it; it stays as long as the id of the entry.
    pub key: String,
    /// What is cited.
    pub work: Work,
    /// The title, or the name of what has none.
    pub title: &'c str,
    /// The authors in their order; empty where none are recorded.
    pub authors: Vec<&'c Author>,
    /// Whether there are more authors than are given.
    pub and_others: bool,
    /// When the version that is cited was public.
    pub date: Option<Date>,
    /// The journal, the proceedings or the server; the organiser of a challenge.
    pub container: Option<&'c str>,
    /// The short name of the container.
    pub short_container: Option<&'c str>,
    /// The volume.
    pub volume: Option<&'c str>,
    /// The issue.
    pub issue: Option<&'c str>,
    /// The pages or the article number.
    pub pages: Option<&'c str>,
    /// The version of a dataset or of the list.
    pub version: Option<String>,
    /// The DOI of the version that is cited.
    pub doi: Option<&'c Doi>,
    /// The arXiv id, without its prefix.
    pub arxiv: Option<&'c str>,
    /// The address.
    pub url: Option<String>,
    /// The day on which somebody looked at that address.
    pub seen: Option<Date>,
    /// Where a paper describes it that has no entry of its own.
    pub described_in: Option<String>,
}

impl<'c> Reference<'c> {
    fn new(key: String, work: Work, title: &'c str) -> Self {
        Self {
            key,
            work,
            title,
            authors: Vec::new(),
            and_others: false,
            date: None,
            container: None,
            short_container: None,
            volume: None,
            issue: None,
            pages: None,
            version: None,
            doi: None,
            arxiv: None,
            url: None,
            seen: None,
            described_in: None,
        }
    }

    /// The reference of an entry: that of its first paper where this is an entry too, otherwise one of its own.
    #[must_use]
    pub fn of(viewer: Viewer<'c>, record: &'c Record) -> Self {
        let first = record.entry.papers().first().and_then(|paper| viewer.paper(paper));
        Self::itself(first.unwrap_or(record))
    }

    /// The references of many entries, each once, in the order of the entries.
    #[must_use]
    pub fn of_all(viewer: Viewer<'c>, records: impl IntoIterator<Item = &'c Record>) -> Vec<Self> {
        let mut seen = BTreeSet::new();
        let references = records.into_iter().map(|record| Self::of(viewer, record));
        references.filter(|reference| seen.insert(reference.key.clone())).collect()
    }

    /// The reference of the list as it stands: its release, or its date as a version where it has gone on since.
    #[must_use]
    pub fn of_list(viewer: Viewer<'c>, site: Option<&str>) -> Self {
        let as_of = viewer.catalog.as_of;
        match Self::current_release(viewer) {
            Some(release) => Self::released(viewer, release, site),
            None => Self {
                date: as_of,
                version: as_of.as_ref().map(ToString::to_string),
                ..Self::list(viewer, site)
            },
        }
    }

    /// The reference of the last release, where the list has gone on since.
    #[must_use]
    pub fn of_older_release(viewer: Viewer<'c>, site: Option<&str>) -> Option<Self> {
        let release = viewer.catalog.survey.release.as_ref()?;
        if Self::current_release(viewer).is_some() {
            return None;
        }
        let reference = Self::released(viewer, release, site);
        let version = slug(release.version.as_ref()?.as_str())?;
        Some(Self { key: format!("{}-{version}", reference.key), ..reference })
    }

    /// The release that the list is, where nothing in it came later.
    fn current_release(viewer: Viewer<'c>) -> Option<&'c Release> {
        let release = viewer.catalog.survey.release.as_ref();
        release.filter(|release| release.covers(viewer.catalog.as_of.as_ref()))
    }

    fn released(viewer: Viewer<'c>, release: &'c Release, site: Option<&str>) -> Self {
        Self {
            date: release.date.map(Day::date),
            version: release.version.as_ref().map(ToString::to_string),
            doi: release.doi.as_ref(),
            ..Self::list(viewer, site)
        }
    }

    /// The list whatever its state: its authors, and its site or its repository.
    fn list(viewer: Viewer<'c>, site: Option<&str>) -> Self {
        let survey = &viewer.catalog.survey;
        let first = viewer.catalog.languages.first().map_or("en", String::as_str);
        let title = survey.title.in_language(first, &viewer.catalog.languages);
        let title = title.map_or("", |title| title.text);
        let key = slug(title).map_or_else(|| "list".to_owned(), |slug| format!("list:{slug}"));
        let repository = survey.repository.as_ref().map(|url| url.as_str().trim_end_matches('/'));
        Self {
            authors: survey.authors.iter().collect(),
            url: site.or(repository).map(str::to_owned),
            ..Self::new(key, Work::Dataset, title)
        }
    }

    /// The whole list: the list as a work, then every listed entry by kind and id.
    #[must_use]
    pub fn of_everything(viewer: Viewer<'c>, site: Option<&str>) -> Vec<Self> {
        let listed = viewer.catalog.records.iter().filter(|record| record.is_listed());
        std::iter::once(Self::of_list(viewer, site)).chain(Self::of_all(viewer, listed)).collect()
    }

    fn itself(record: &'c Record) -> Self {
        let mut reference = match &record.entry {
            Entry::Paper(paper) => Self::paper(record, paper),
            Entry::Model(model) => Self::model(record, model),
            Entry::Dataset(dataset) => Self::dataset(record, dataset),
            Entry::Challenge(challenge) => Self::challenge(record, challenge),
        };
        let seen = record.common.sources.iter().filter_map(|source| {
            let same = source.url.as_ref()?.as_str() == reference.url.as_deref()?;
            source.checked.filter(|_| same)
        });
        reference.seen = seen.max();
        reference
    }

    fn paper(record: &'c Record, paper: &'c Paper) -> Self {
        let work = match paper.publication {
            Some(Publication::Journal) => Work::Article,
            Some(Publication::Conference | Publication::Workshop) => Work::ConferencePaper,
            Some(Publication::Preprint) => Work::Preprint,
            // Only what is printed in a journal has a volume or an issue.
            None if paper.volume.is_some() || paper.issue.is_some() => Work::Article,
            None => Work::Report,
        };
        let dates = paper.dates.as_ref();
        let published = dates.and_then(|dates| dates.published);
        let date = match work {
            // The date of a preprint is not that of the volume in which the article stands.
            Work::Article | Work::ConferencePaper => published,
            _ => dates.and_then(|dates| dates.first().copied()),
        };
        let doi = match work {
            Work::Preprint if is_on_arxiv(paper) => paper.doi.as_ref(),
            Work::Preprint => paper.preprint_doi.as_ref().or(paper.doi.as_ref()),
            _ => paper.doi.as_ref(),
        };
        let url = paper.url.as_ref().map(|url| url.as_str().to_owned());
        let elsewhere = || {
            let arxiv = paper.arxiv.as_ref().map(crate::value::Arxiv::url);
            arxiv.or_else(|| paper.preprint_doi.as_ref().map(Doi::url))
        };
        Self {
            authors: paper.authors.iter().collect(),
            and_others: paper.authors_complete == Some(false) && !paper.authors.is_empty(),
            date,
            container: paper.venue.as_ref().or(paper.venue_short.as_ref()).map(Line::as_str),
            short_container: paper.venue_short.as_ref().map(Line::as_str),
            volume: paper.volume.as_ref().map(Locator::as_str),
            issue: paper.issue.as_ref().map(Locator::as_str),
            pages: paper.pages.as_ref().map(Locator::as_str),
            doi,
            arxiv: paper.arxiv.as_ref().map(|id| id.as_str().trim_start_matches("arXiv:")),
            url: url.or_else(|| if doi.is_none() { elsewhere() } else { None }),
            ..Self::new(key(record), work, paper.title.as_str())
        }
    }

    fn model(record: &'c Record, model: &'c Model) -> Self {
        let links = model.links.as_ref();
        let reported = |url: Option<&'c Reported<Url>>| url.and_then(Reported::value);
        let url = links.and_then(|links| {
            let home = links.home.as_ref().or_else(|| reported(links.code.as_ref()));
            home.or_else(|| reported(links.weights.as_ref())).or(links.demo.as_ref())
        });
        Self {
            date: model.released,
            described_in: first_address(&model.papers),
            ..Self::with_url(record, Work::Software, url)
        }
    }

    fn dataset(record: &'c Record, dataset: &'c Dataset) -> Self {
        let links = dataset.links.as_ref();
        let url = links.and_then(|links| {
            links.home.as_ref().or(links.download.as_ref()).or(links.code.as_ref())
        });
        Self {
            date: dataset.released,
            version: dataset.version.as_ref().map(ToString::to_string),
            described_in: first_address(&dataset.papers),
            ..Self::with_url(record, Work::Dataset, url)
        }
    }

    fn challenge(record: &'c Record, challenge: &'c Challenge) -> Self {
        let (start, end) = challenge.dates.as_ref().map_or((None, None), crate::kinds::Dates::ends);
        let organizer = challenge.organizer.as_ref().or(challenge.host.as_ref());
        Self {
            date: start.or(end).copied(),
            container: organizer.map(Line::as_str),
            described_in: first_address(&challenge.papers),
            ..Self::with_url(record, Work::Event, challenge.url.as_ref())
        }
    }

    fn with_url(record: &'c Record, work: Work, url: Option<&Url>) -> Self {
        let url = url.map(|url| url.as_str().to_owned());
        Self { url, ..Self::new(key(record), work, record.name()) }
    }

    /// The address that a reader follows: that of the DOI, or the other one.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        self.doi.map(Doi::url).or_else(|| self.url.clone())
    }

    /// What a reader must know who sees no more than the reference.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let described = self.described_in.as_ref().map(|paper| format!("Described in {paper}"));
        let others =
            self.and_others.then(|| "There are more authors than are named here".to_owned());
        described.into_iter().chain(others).collect()
    }

    /// The first and the last page, where two are given.
    #[must_use]
    pub fn page_range(&self) -> Option<(&'c str, &'c str)> {
        let (first, last) = self.pages?.split_once(['-', '–'])?;
        let (first, last) = (first.trim(), last.trim_start_matches(['-', '–']).trim());
        let plain = |page: &str| !page.is_empty() && page.chars().all(char::is_alphanumeric);
        (plain(first) && plain(last)).then_some((first, last))
    }
}

/// A paper is cited by its id. Ids of other kinds may be the same, so their kind stands before them, after which a colon
/// makes a key that no paper can have.
fn key(record: &Record) -> String {
    match record.kind {
        KindId::Paper => record.id.to_string(),
        kind => format!("{}:{}", kind.noun(), record.id.as_str()),
    }
}

/// Whether it is cited from arXiv, so that the DOI of a copy on another server is not its own.
fn is_on_arxiv(paper: &Paper) -> bool {
    let server = paper.venue.as_ref().or(paper.venue_short.as_ref()).map(Line::as_str);
    paper.arxiv.is_some() && server.is_none_or(|server| server.eq_ignore_ascii_case("arXiv"))
}

fn first_address(papers: &[PaperRef]) -> Option<String> {
    papers.first().and_then(PaperRef::url)
}
