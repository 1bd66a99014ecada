//! A cell of a table: a text, links, or the reason why there is nothing.

use serde::Serialize;

use crate::kinds::Paper;
use crate::value::{Arxiv, Doi, Line, PaperRef, Reported, Url, linkable};

use super::Viewer;

/// What stands in a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The text, if any.
    pub text: Option<String>,
    /// The theme's word for the text, where it is not for the entry to name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The language of the text, where it is not that of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The address of an entry's page that the text leads to, from the site's root.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Links, after the text.
    pub links: Vec<Link>,
    /// Why there is neither: `not recorded`, `not reported`, `not released`, `none stated` or `not applicable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<&'static str>,
}

/// A labelled address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What the reader sees.
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether that is a page of the site, from its root.
    pub page: bool,
}

/// The longest path that is shown whole, in letters.
const SHORT: usize = 32;

/// Hosts of papers that are better known by another name.
const KNOWN_HOSTS: [(&str, &str); 9] = [
    ("aclanthology.org", "ACL Anthology"),
    ("biorxiv.org", "bioRxiv"),
    ("europepmc.org", "Europe PMC"),
    ("medrxiv.org", "medRxiv"),
    ("openreview.net", "OpenReview"),
    ("pmc.ncbi.nlm.nih.gov", "PMC"),
    ("proceedings.mlr.press", "PMLR"),
    ("proceedings.neurips.cc", "NeurIPS"),
    ("pubmed.ncbi.nlm.nih.gov", "PubMed"),
];

/// What is said where a key is absent: nobody has looked yet.
pub const NOT_RECORDED: &str = "not recorded";

impl Cell {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// A word that the theme has labels for, by their group.
    #[must_use]
    pub fn word(word: &str, group: &str) -> Self {
        Self { key: Some(format!("{group}.{word}")), ..Self::text(word) }
    }

    /// A text, or the note that nothing is recorded.
    pub fn optional(text: Option<impl Into<String>>) -> Self {
        text.map_or_else(Self::not_recorded, Self::text)
    }

    /// The note that nothing is recorded.
    #[must_use]
    pub fn not_recorded() -> Self {
        Self { missing: Some(NOT_RECORDED), ..Self::default() }
    }

    /// A value, or why there is none.
    #[must_use]
    pub fn reported<T: ToString>(value: Option<&Reported<T>>) -> Self {
        match value {
            None => Self::not_recorded(),
            Some(reported) => match reported.value() {
                Some(value) => Self::text(value.to_string()),
                None => Self { missing: reported.state(), ..Self::default() },
            },
        }
    }

    /// Links, or the note that nothing is recorded.
    #[must_use]
    pub fn links(links: Vec<Link>) -> Self {
        if links.is_empty() { Self::not_recorded() } else { Self { links, ..Self::default() } }
    }
}

impl Link {
    /// A labelled address.
    pub fn new(label: impl Into<String>, url: impl AsRef<str>) -> Self {
        Self { label: label.into(), url: linkable(url.as_ref()).into_owned(), page: false }
    }

    /// The address of a DOI.
    #[must_use]
    pub fn doi(doi: &Doi) -> Self {
        Self::new("DOI", doi.url())
    }

    /// The address of an arXiv id.
    #[must_use]
    pub fn arxiv(arxiv: &Arxiv) -> Self {
        Self::new("arXiv", arxiv.url())
    }

    /// An address labelled with what of it a reader can tell it by: without its scheme, and cut where it is long.
    #[must_use]
    pub fn short(url: &Url) -> Self {
        const MOST: usize = 48;
        let text = url.as_str();
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        let text = text.strip_prefix("www.").unwrap_or(text).trim_end_matches('/');
        let label = match text.char_indices().nth(MOST) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text)),
            None => text.to_owned(),
        };
        Self::new(label, url.as_str())
    }

    /// An address labelled with its host, or with the name by which readers know that.
    #[must_use]
    pub fn host(url: &Url) -> Self {
        let host = url.host();
        let host = host.strip_prefix("www.").unwrap_or(host);
        let known = KNOWN_HOSTS.iter().find(|(known, _)| *known == host);
        Self::new(known.map_or(host, |(_, name)| name), url.as_str())
    }

    /// An address labelled with its host and the last part of its path, so that two files of a host can be told apart.
    #[must_use]
    pub fn document(url: &Url) -> Self {
        let path = url.path().trim_matches('/');
        let label = match path.rsplit_once('/') {
            _ if path.is_empty() => url.host().to_owned(),
            Some((_, last)) if path.len() > SHORT => format!("{}/…/{last}", url.host()),
            _ => format!("{}/{path}", url.host()),
        };
        Self::new(label, url.as_str())
    }
}

/// The address that a reader of a paper wants first, labelled with its venue.
#[must_use]
pub fn paper_link(paper: &Paper) -> Option<Link> {
    let venue = paper.short_venue().map(Line::as_str);
    let url = paper.url.as_ref().map(|url| url.as_str().to_owned());
    let url = url
        .or_else(|| paper.doi.as_ref().map(Doi::url))
        .or_else(|| paper.arxiv.as_ref().map(Arxiv::url))
        .or_else(|| paper.preprint_doi.as_ref().map(Doi::url))?;
    let fallback = if paper.arxiv.is_some() && paper.doi.is_none() { "arXiv" } else { "paper" };
    Some(Link::new(venue.unwrap_or(fallback), url))
}

/// The links of the papers that an entry names.
#[must_use]
pub fn paper_links(viewer: Viewer<'_>, papers: &[PaperRef]) -> Vec<Link> {
    let link = |reference: &PaperRef| {
        if let Some(record) = viewer.paper(reference)
            && let Some(paper) = record.entry.paper()
        {
            return paper_link(paper);
        }
        match reference {
            PaperRef::Entry(_) => None,
            PaperRef::Doi(doi) => Some(Link::doi(doi)),
            PaperRef::Arxiv(arxiv) => Some(Link::arxiv(arxiv)),
            PaperRef::Url(url) => Some(Link::host(url)),
        }
    };
    papers.iter().filter_map(link).collect()
}
