//! What search engines and reference managers read in the head of an entry's page.

use serde::Serialize;

use super::{Edition, Site, path_in};
use crate::catalog::Record;
use crate::kinds::{Dates, Entry, Model, Paper};
use crate::render::cite::ris;
use crate::value::{Author, Date, Doi, InLanguage, Licence, Line, Reported, Url};
use crate::views::Viewer;
use crate::views::citation::{Reference, Work};

/// The metadata of an entry.
#[derive(Serialize)]
pub(super) struct Metadata<'e> {
    /// The entry in one line.
    description: Option<&'e str>,
    /// Names and contents of elements.
    tags: Vec<(&'static str, String)>,
    /// The entry in the words of schema.org, as text that cannot end its element.
    json_ld: String,
}

impl<'e> Metadata<'e> {
    pub(super) fn of(site: &Site<'_>, edition: &Edition<'e>, record: &'e Record) -> Self {
        let viewer = edition.viewer;
        let page = site.base().map(|base| format!("{base}{}", path_in(edition, record)));
        let summary = summary(viewer, record);
        let mut thing = Thing::of(viewer, record, page, summary.map(|summary| summary.text));
        for id in record.common.ids.iter().flat_map(|ids| ids.all(record.kind)) {
            if !thing.same_as.contains(&id.url) {
                thing.same_as.push(id.url);
            }
        }
        // Texts and numbers are all there is to write, and those always can be.
        let json_ld = serde_json::to_string(&thing).unwrap_or_default();
        Self {
            description: summary.map(|summary| summary.text),
            tags: match &record.entry {
                Entry::Paper(paper) => scholar(&Reference::of(viewer, record), paper),
                Entry::Model(_) | Entry::Dataset(_) | Entry::Challenge(_) => Vec::new(),
            },
            json_ld: json_ld
                .replace('<', "\\u003c")
                .replace('>', "\\u003e")
                .replace('&', "\\u0026")
                .replace('\u{2028}', "\\u2028")
                .replace('\u{2029}', "\\u2029"),
        }
    }
}

/// The summary of an entry, in the viewer's language or the next.
pub(super) fn summary<'e>(viewer: Viewer<'e>, record: &'e Record) -> Option<InLanguage<'e>> {
    let summary = match &record.entry {
        Entry::Model(model) => &model.summary,
        Entry::Paper(paper) => &paper.summary,
        Entry::Dataset(dataset) => &dataset.summary,
        Entry::Challenge(challenge) => &challenge.summary,
    };
    viewer.text(&summary.as_ref()?.0)
}

/// The `citation_` names that reference managers and scholarly search engines know.
fn scholar(reference: &Reference<'_>, paper: &Paper) -> Vec<(&'static str, String)> {
    let mut tags = vec![("citation_title", reference.title.to_owned())];
    let names = reference.authors.iter().map(|author| ris::name(author));
    tags.extend(names.map(|name| ("citation_author", name)));
    let date = reference.date.map(|date| date.to_string().replace('-', "/"));
    let container = match reference.work {
        Work::Article => "citation_journal_title",
        Work::ConferencePaper => "citation_conference_title",
        _ => "citation_publisher",
    };
    let pages = reference.page_range();
    let first = pages.map(|(first, _)| first).or(reference.pages);
    let rest = [
        ("citation_publication_date", date),
        (container, reference.container.map(str::to_owned)),
        ("citation_volume", reference.volume.map(str::to_owned)),
        ("citation_issue", reference.issue.map(str::to_owned)),
        ("citation_firstpage", first.map(str::to_owned)),
        ("citation_lastpage", pages.map(|(_, last)| last.to_owned())),
        ("citation_doi", reference.doi.map(ToString::to_string)),
        ("citation_arxiv_id", reference.arxiv.map(str::to_owned)),
        ("citation_pdf_url", paper.pdf.as_ref().map(ToString::to_string)),
    ];
    tags.extend(rest.into_iter().filter_map(|(name, content)| Some((name, content?))));
    tags
}

/// An entry in the words of schema.org.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Thing<'e> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'e str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternate_name: Vec<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'e str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Agent<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    organizer: Option<Agent<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_part_of: Option<Agent<'e>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code_repository: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<String>,
    /// The entry's page in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
}

/// A person, an organisation or a periodical.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Agent<'e> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_name: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    family_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    honorific_suffix: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alternate_name: Option<&'e str>,
}

impl<'e> Thing<'e> {
    fn of(
        viewer: Viewer<'e>,
        record: &'e Record,
        page: Option<String>,
        description: Option<&'e str>,
    ) -> Self {
        let thing = Self {
            context: "https://schema.org",
            name: record.name(),
            alternate_name: record.common.aliases.iter().map(Line::as_str).collect(),
            description,
            citation: citations(viewer, record),
            main_entity_of_page: page,
            ..Self::default()
        };
        match &record.entry {
            Entry::Paper(paper) => Self::paper(thing, &Reference::of(viewer, record), paper),
            Entry::Model(model) => Self::model(thing, model),
            Entry::Dataset(dataset) => {
                let links = dataset.links.as_ref();
                let home = links.and_then(|links| links.home.as_ref().or(links.download.as_ref()));
                let licence = dataset.licence.as_ref().and_then(|licence| licence.data.as_ref());
                Self {
                    kind: "Dataset",
                    date_published: dataset.released,
                    version: dataset.version.as_ref().map(ToString::to_string),
                    license: licence_address(licence),
                    same_as: home.iter().map(ToString::to_string).collect(),
                    ..thing
                }
            }
            Entry::Challenge(challenge) => {
                let (start, end) = challenge.dates.as_ref().map_or((None, None), Dates::ends);
                Self {
                    kind: "Event",
                    start_date: start.copied(),
                    end_date: end.copied(),
                    organizer: challenge
                        .organizer
                        .as_ref()
                        .map(|name| Agent::named("Organization", name.as_str())),
                    same_as: challenge.url.iter().map(ToString::to_string).collect(),
                    ..thing
                }
            }
        }
    }

    fn paper(thing: Self, reference: &Reference<'e>, paper: &'e Paper) -> Self {
        let identifiers = [
            reference.doi.map(Doi::url),
            paper.arxiv.as_ref().map(crate::value::Arxiv::url),
            paper.url.as_ref().map(ToString::to_string),
        ];
        let container = match reference.work {
            Work::Article => "Periodical",
            _ => "PublicationIssue",
        };
        Self {
            kind: "ScholarlyArticle",
            author: reference.authors.iter().map(|author| Agent::of(author)).collect(),
            date_published: reference.date,
            is_part_of: reference.container.map(|name| Agent::named(container, name)),
            same_as: identifiers.into_iter().flatten().collect(),
            ..thing
        }
    }

    fn model(thing: Self, model: &'e Model) -> Self {
        let links = model.links.as_ref();
        let code = links.and_then(|links| links.code.as_ref()).and_then(Reported::value);
        let home = links.and_then(|links| links.home.as_ref());
        let licence = model.licence.as_ref().and_then(|licence| licence.code.as_ref());
        Self {
            kind: "SoftwareSourceCode",
            date_published: model.released,
            code_repository: code.map(Url::as_str),
            license: licence_address(licence),
            same_as: home.iter().map(ToString::to_string).collect(),
            ..thing
        }
    }
}

impl<'e> Agent<'e> {
    fn named(kind: &'static str, name: &str) -> Self {
        let name = name.to_owned();
        let (given_name, family_name, honorific_suffix, alternate_name) = (None, None, None, None);
        Self { kind, name, given_name, family_name, honorific_suffix, alternate_name }
    }

    fn of(author: &'e Author) -> Self {
        match author {
            Author::Group(name) => Self::named("Organization", name),
            Author::Person(person) => {
                let part = |part: &'e str| Some(part).filter(|part| !part.is_empty());
                Self {
                    given_name: part(&person.given),
                    family_name: Some(person.whole_family()),
                    honorific_suffix: part(&person.suffix),
                    alternate_name: part(&person.also),
                    ..Self::named("Person", &person.name())
                }
            }
        }
    }
}

/// The addresses of the papers that an entry names.
fn citations(viewer: Viewer<'_>, record: &Record) -> Vec<String> {
    let address = |paper: &crate::value::PaperRef| match viewer.paper(paper) {
        Some(paper) => Reference::of(viewer, paper).address(),
        None => paper.url(),
    };
    record.entry.papers().iter().filter_map(address).collect()
}

fn licence_address(licence: Option<&Reported<Licence>>) -> Option<String> {
    licence.and_then(Reported::value).and_then(Licence::url)
}
