//! What search engines and reference managers read in the head of an entry's page.

use std::borrow::Cow;

use serde::Serialize;

use super::signposts::{self, Signpost};
use super::{Edition, Site, path_in};
use crate::catalog::Record;
use crate::kinds::{Dataset, Dates, Entry, Model, Paper};
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
    /// Where programs find the rest.
    signposts: Vec<Signpost>,
}

impl<'e> Metadata<'e> {
    pub(super) fn of(site: &Site<'_>, edition: &Edition<'e>, record: &'e Record) -> Self {
        let viewer = edition.viewer;
        let page = site.base().map(|base| format!("{base}{}", path_in(edition, record)));
        let summary = summary(viewer, record);
        let mut thing = Thing::of(viewer, record, page, summary.map(|summary| summary.text));
        if let Some(dataset) = record.entry.dataset() {
            thing.dataset(site, edition, record, dataset);
        }
        let identifiers = record.common.ids.iter().flat_map(|ids| ids.all(record.kind));
        for url in identifiers.map(|id| id.url) {
            if !thing.same_as.contains(&url) {
                thing.same_as.push(url);
            }
        }
        Self {
            description: summary.map(|summary| summary.text),
            tags: match &record.entry {
                Entry::Paper(paper) => scholar(&Reference::of(viewer, record), paper),
                Entry::Model(_) | Entry::Dataset(_) | Entry::Challenge(_) => Vec::new(),
            },
            signposts: signposts::of(site, edition, record, thing.kind),
            json_ld: script(&thing),
        }
    }
}

/// A thing as text that cannot end the element it stands in.
pub(super) fn script(thing: &impl Serialize) -> String {
    // Texts and numbers are all there is to write, and those always can be.
    let json_ld = serde_json::to_string(thing).unwrap_or_default();
    json_ld
        .replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}

/// The summary of an entry, in the viewer's language or the next.
pub(super) fn summary<'e>(viewer: Viewer<'e>, record: &'e Record) -> Option<InLanguage<'e>> {
    viewer.text(&record.entry.summary()?.0)
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
    description: Option<Cow<'e, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    identifier: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creator: Vec<Agent<'e>>,
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
    license: Option<Terms>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citation: Vec<String>,
    /// The entry's page in the list.
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity_of_page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    included_in_data_catalog: Option<Collection<'e>>,
}

/// The list, as the place where a dataset is described.
#[derive(Serialize)]
struct Collection<'e> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'e str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'e str>,
}

/// A licence: its address, or its name where it has none.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Terms {
    Address(String),
    Named {
        #[serde(rename = "@type")]
        kind: &'static str,
        name: String,
    },
}

impl Terms {
    pub(super) fn of(viewer: Viewer<'_>, licence: &Licence) -> Self {
        match licence.url() {
            Some(url) => Self::Address(url),
            None if licence.is_named() => {
                Self::named(viewer.label("licence", licence.as_str()).text)
            }
            None => Self::named(licence.as_str()),
        }
    }

    fn named(name: &str) -> Self {
        Self::Named { kind: "CreativeWork", name: name.to_owned() }
    }
}

/// A person, an organisation or a periodical.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Agent<'e> {
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
            description: description.map(Cow::Borrowed),
            citation: citations(viewer, record),
            main_entity_of_page: page,
            ..Self::default()
        };
        match &record.entry {
            Entry::Paper(paper) => Self::paper(thing, &Reference::of(viewer, record), paper),
            Entry::Model(model) => Self::model(viewer, thing, model),
            Entry::Dataset(dataset) => {
                let links = dataset.links.as_ref();
                let home = links.and_then(|links| links.home.as_ref().or(links.download.as_ref()));
                let licence = dataset.licence.as_ref().and_then(|licence| licence.data.as_ref());
                Self {
                    kind: "Dataset",
                    date_published: dataset.released,
                    version: dataset.version.as_ref().map(ToString::to_string),
                    license: terms(viewer, licence),
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

    /// What search engines of datasets ask for besides; who made it, where the paper that introduces it is an entry.
    fn dataset<'m: 'e>(
        &mut self,
        site: &'e Site<'m>,
        edition: &'e Edition<'m>,
        record: &'e Record,
        dataset: &'e Dataset,
    ) {
        let (viewer, list) = (edition.viewer, &edition.overview);
        let links = dataset.links.as_ref();
        let home = links.and_then(|links| links.home.as_ref().or(links.download.as_ref()));
        self.url = home.map(ToString::to_string).or_else(|| self.main_entity_of_page.clone());
        let ids = record.common.ids.iter().flat_map(|ids| ids.all(record.kind));
        self.identifier = ids.map(|id| id.url).collect();
        // Its address in the list stays, and leads on after a rename.
        self.identifier.extend(site.base().map(|base| format!("{base}{}", record.address())));
        let first = dataset.papers.first().and_then(|paper| viewer.paper(paper));
        if let Some(paper) = first.and_then(|record| record.entry.paper()) {
            self.creator = paper.authors.iter().map(Agent::of).collect();
        }
        self.description = described(self.description.take(), || {
            let word = |section, word: &'e str| viewer.label(section, word).text.to_owned();
            let kind = dataset.r#type.map(|of| format!("facet.type.{}", of.as_str()));
            let kind = kind.and_then(|key| edition.strings.get(&key).cloned());
            let title = std::iter::once(format!(
                "{}{}",
                self.name,
                kind.map(|kind| format!(" ({kind})")).unwrap_or_default()
            ));
            let tasks = dataset.tasks.iter().map(|task| word("task", task.as_str()));
            let own = record.own.words().map(|(section, of)| word(section, of));
            let facts: Vec<String> = tasks.chain(own).collect();
            let facts = (!facts.is_empty()).then(|| facts.join(", "));
            title.chain(facts).chain([list.title.clone()]).chain(list.tagline.clone()).collect()
        });
        self.included_in_data_catalog =
            Some(Collection { kind: "DataCatalog", name: &list.title, url: site.base() });
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

    fn model(viewer: Viewer<'_>, thing: Self, model: &'e Model) -> Self {
        let links = model.links.as_ref();
        let code = links.and_then(|links| links.code.as_ref()).and_then(Reported::value);
        let home = links.and_then(|links| links.home.as_ref());
        let licence = model.licence.as_ref().and_then(|licence| licence.code.as_ref());
        Self {
            kind: "SoftwareSourceCode",
            date_published: model.released,
            code_repository: code.map(Url::as_str),
            license: terms(viewer, licence),
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

    pub(super) fn of(author: &'e Author) -> Self {
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

/// The fewest and the most characters that Google's search of datasets takes for a description.
const DESCRIBED: std::ops::RangeInclusive<usize> = 50..=5000;

/// A description of a length that is taken: what is said, with as many facts behind it as it needs; none where even
/// those are too short.
pub(super) fn described(
    said: Option<Cow<'_, str>>,
    facts: impl FnOnce() -> Vec<String>,
) -> Option<Cow<'_, str>> {
    let length = |text: &str| text.chars().count();
    let enough = |text: &str| length(text) >= *DESCRIBED.start();
    let mut text = said.unwrap_or_default();
    if !enough(&text) {
        for fact in facts() {
            let whole = text.to_mut();
            if !whole.is_empty() {
                whole.push_str(if whole.ends_with(['.', '。']) { " " } else { ". " });
            }
            whole.push_str(&fact);
            if enough(whole) {
                break;
            }
        }
    }
    if length(&text) > *DESCRIBED.end() {
        text = Cow::Owned(text.chars().take(*DESCRIBED.end()).collect());
    }
    enough(&text).then_some(text)
}

/// The addresses of the papers that an entry names.
fn citations(viewer: Viewer<'_>, record: &Record) -> Vec<String> {
    let address = |paper: &crate::value::PaperRef| match viewer.paper(paper) {
        Some(paper) => Reference::of(viewer, paper).address(),
        None => paper.url(),
    };
    record.entry.papers().iter().filter_map(address).collect()
}

fn terms(viewer: Viewer<'_>, licence: Option<&Reported<Licence>>) -> Option<Terms> {
    licence.and_then(Reported::value).map(|licence| Terms::of(viewer, licence))
}
