//! Published papers.

use super::publish::{Texts, published};
use super::value::{Author, Date};
use crate::kinds;

published! {
    /// What only a paper has.
    struct Paper<'a> in kinds::Paper, less title {
        r#type: Option<&'static str>,
        authors: Vec<Author<'a>>,
        authors_complete: Option<bool>,
        venue: Option<&'a str>,
        venue_short: Option<&'a str>,
        volume: Option<&'a str>,
        issue: Option<&'a str>,
        pages: Option<&'a str>,
        publication: Option<&'static str>,
        dates: Option<Dates>,
        doi: Option<&'a str>,
        preprint_doi: Option<&'a str>,
        arxiv: Option<&'a str>,
        url: Option<&'a str>,
        pdf: Option<&'a str>,
        category: Option<&'a str>,
        datasets: Vec<&'a str>,
        summary: Option<Texts<'a>>,
    }
}

published! {
    /// When a paper was public.
    struct Dates of kinds::PaperDates {
        preprint: Option<Date>,
        published: Option<Date>,
    }
}

impl<'a> Paper<'a> {
    /// A paper with its type, which an entry may leave out and a reader of the data should not have to know.
    pub(super) fn of(paper: &'a kinds::Paper) -> Self {
        Self { r#type: Some(paper.paper_type().as_str()), ..Self::from(paper) }
    }
}
