//! How the fields of papers are shown, in the order of an entry's page.

use std::borrow::Cow;

use super::{Paper, PaperDates, Publication};
use crate::kinds::shown::{Content, Item, Shown, of};
use crate::read::Word;
use crate::value::{Arxiv, Date, Doi, Line, Locator};

pub(in crate::kinds) const SHOWN: &[Shown] = &[
    Shown::new("title", of!(Paper, _paper, Content::Name)).usual_column(1, "Title"),
    Shown::new(
        "type",
        of!(
            Paper,
            paper,
            Content::Choice { group: "facet.type", word: paper.paper_type().as_str() }
        ),
    )
    .page(),
    Shown::new("authors", of!(Paper, paper, authors(paper))).page().usual_column(2, "Authors"),
    Shown::new(
        "venue",
        of!(
            Paper,
            paper,
            Content::line(paper.venue.as_ref().or(paper.venue_short.as_ref()).map(Line::as_str))
        ),
    )
    .page(),
    Shown::new("venue", of!(Paper, paper, Content::line(paper.short_venue().map(Line::as_str))))
        .usual_column(3, "Venue"),
    Shown::new(
        "volume",
        of!(Paper, paper, Content::line(paper.volume.as_ref().map(Locator::as_str))),
    )
    .page_where_given(),
    Shown::new(
        "issue",
        of!(Paper, paper, Content::line(paper.issue.as_ref().map(Locator::as_str))),
    )
    .page_where_given(),
    Shown::new(
        "pages",
        of!(Paper, paper, Content::line(paper.pages.as_ref().map(Locator::as_str))),
    )
    .page_where_given(),
    Shown::new(
        "publication",
        of!(
            Paper,
            paper,
            Content::choice("publication", paper.publication.map(Publication::as_str))
        ),
    )
    .page(),
    Shown::new("date", of!(Paper, paper, date(paper, PaperDates::first))).usual_column(4, "Date"),
    Shown::new("dates.preprint", of!(Paper, paper, date(paper, |dates| dates.preprint.as_ref())))
        .page(),
    Shown::new("dates.published", of!(Paper, paper, date(paper, |dates| dates.published.as_ref())))
        .page(),
    Shown::new("doi", of!(Paper, paper, doi(paper.doi.as_ref()))).page(),
    Shown::new("preprint_doi", of!(Paper, paper, doi(paper.preprint_doi.as_ref())))
        .page_where_given(),
    Shown::new("arxiv", of!(Paper, paper, arxiv(paper.arxiv.as_ref()))).page(),
    Shown::new("url", of!(Paper, paper, Content::address(paper.url.as_ref()))).page(),
    Shown::new("pdf", of!(Paper, paper, Content::address(paper.pdf.as_ref()))).page_where_given(),
    Shown::new(
        "category",
        of!(
            Paper,
            paper,
            Content::words("category", paper.category.as_ref().map(Word::as_str).into_iter())
        ),
    )
    .page_where_given(),
    Shown::new("datasets", of!(Paper, paper, Content::datasets(&paper.datasets)))
        .page_where_given(),
    Shown::new("links", of!(Paper, _paper, Content::Paper)).usual_column(5, "Link"),
    Shown::new("summary", of!(Paper, paper, Content::summary(paper.summary.as_ref())))
        .column("Summary"),
];

/// The authors in their order; that some are left out is said.
fn authors(paper: &Paper) -> Content<'_> {
    let names: Vec<String> = paper.authors.iter().map(ToString::to_string).collect();
    if names.is_empty() {
        return Content::Nothing;
    }
    let more = if paper.authors_complete == Some(false) { " et al." } else { "" };
    Content::Line(Cow::Owned(names.join(", ") + more))
}

fn date<'e>(paper: &'e Paper, date: fn(&'e PaperDates) -> Option<&'e Date>) -> Content<'e> {
    Content::date(paper.dates.as_ref().and_then(date))
}

fn doi(doi: Option<&Doi>) -> Content<'_> {
    let item = |doi: &'_ Doi| Item::Labelled(Cow::Owned(doi.to_string()), Cow::Owned(doi.url()));
    Content::Items(doi.map(item).into_iter().collect())
}

fn arxiv(arxiv: Option<&Arxiv>) -> Content<'_> {
    let item =
        |arxiv: &'_ Arxiv| Item::Labelled(Cow::Owned(arxiv.to_string()), Cow::Owned(arxiv.url()));
    Content::Items(arxiv.map(item).into_iter().collect())
}
