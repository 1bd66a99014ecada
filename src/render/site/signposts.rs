//! Signposts in the head of an entry's page: typed links that lead programs to its data, its citations and its terms.

use serde::Serialize;

use super::{Edition, Site, files, page};
use crate::catalog::Record;
use crate::render::cite::Format;
use crate::value::{Licence, Url};
use crate::views::citation::Reference;

/// A typed link.
#[derive(Serialize)]
pub(super) struct Signpost {
    rel: &'static str,
    href: String,
    /// Whether the address counts from the site's root.
    inside: bool,
    /// The type of the file there.
    #[serde(rename = "type")]
    media: Option<&'static str>,
}

impl Signpost {
    fn outside(rel: &'static str, href: String) -> Self {
        // Readers of typed links pass over an address that is no URI to the letter.
        let href = href.parse::<Url>().map_or(href, |url| url.uri());
        Self { rel, href, inside: false, media: None }
    }

    fn inside(rel: &'static str, href: String, media: &'static str) -> Self {
        Self { rel, href, inside: true, media: Some(media) }
    }
}

/// The signposts of an entry that is, in the words of schema.org, a thing of some kind; authors have no links, as
/// entries hold no identifiers of persons.
pub(super) fn of(
    site: &Site<'_>,
    edition: &Edition<'_>,
    record: &Record,
    kind: &str,
) -> Vec<Signpost> {
    let address = record.address();
    let mut posts = vec![
        Signpost::outside("type", "https://schema.org/AboutPage".to_owned()),
        Signpost::outside("type", format!("https://schema.org/{kind}")),
    ];
    let cited = Reference::of(edition.viewer, record).address();
    posts.extend(cited.map(|url| Signpost::outside("cite-as", url)));
    // The terms are those of the page: what it tells of others' works stands in its text and its data.
    let survey = &site.material.catalog.survey;
    let licence = survey.licence.as_ref().and_then(|licence| licence.entries.as_ref());
    let licence = licence.and_then(Licence::url);
    posts.extend(licence.map(|url| Signpost::outside("license", url)));
    posts.push(Signpost::inside("describedby", files::entry_file(record), "application/json"));
    posts.extend(Format::ALL.iter().map(|format| {
        let file = files::citation_file(&address, *format);
        Signpost::inside("describedby", file, format.media_type())
    }));
    if let Some(paper) = record.entry.paper() {
        let pdf = paper.pdf.as_ref().map(ToString::to_string);
        posts.extend(pdf.map(|url| Signpost {
            media: Some("application/pdf"),
            ..Signpost::outside("item", url)
        }));
    }
    posts.push(Signpost::inside(
        "collection",
        format!("{}{}/{}", edition.folder, record.kind.folder(), page::index(site.material)),
        "text/html",
    ));
    posts
}
