//! What a page offers to cite: the files of what it lists, and on the pages of an entry and of the list their texts too.

use serde::Serialize;

use super::page::{Content, Page};
use super::{Edition, Site, badges, files};
use crate::kinds::KindId;
use crate::render::cite::{Format, apa};
use crate::value::Licence;
use crate::views::citation::Reference;
use crate::views::{Mention, ReleaseView};

/// The citations of a page.
#[derive(Serialize)]
pub(super) struct Citation {
    /// The reference as a sentence.
    sentence: Option<String>,
    /// Whether it leaves out the authors, as none are recorded.
    no_authors: bool,
    /// Whether it names some of them only.
    others: bool,
    /// The paper that is cited in place of the entry.
    paper: Option<Mention>,
    /// Every format.
    formats: Vec<Formatted>,
    /// The data of the page, as JSON or as a table.
    data: Option<File>,
    /// Its scores for its repository on Hugging Face.
    results: Option<File>,
    /// Its badges as Markdown for a page elsewhere.
    badges: Option<String>,
}

/// A citation in a format.
#[derive(Serialize)]
struct Formatted {
    /// A name by which scripts find its text.
    id: &'static str,
    name: &'static str,
    /// The path of the file, from the site's root, where there is one.
    file: Option<String>,
    /// What the file holds, where it is one reference.
    text: Option<String>,
}

/// The page that says how to cite the list.
#[derive(Serialize)]
pub(super) struct CitePage {
    release: Option<ReleaseView>,
    /// The date of the list, where it is a day.
    day: Option<String>,
    /// How many entries are listed.
    listed: usize,
    licence_url: Option<String>,
    /// What the first citation is of.
    heading: String,
    /// The last release, where the list has gone on since.
    older: Option<Citation>,
    older_heading: String,
}

impl CitePage {
    pub(super) fn of(site: &Site<'_>, edition: &Edition<'_>) -> Self {
        let viewer = edition.viewer;
        let word = |key: &str| edition.strings.get(key).map_or("", String::as_str);
        let release = ReleaseView::of(viewer);
        let version = release.as_ref().map(|release| release.version.as_str());
        let version = version.map(|version| word("cite.version").replace("{version}", version));
        let current = release.as_ref().is_some_and(|release| release.current);
        let now = edition.overview.updated.as_deref();
        let now = match now {
            Some(date) => word("cite.now").replace("{date}", date),
            None => word("cite.list").to_owned(),
        };
        let licence = viewer.catalog.survey.licence.as_ref();
        let counts = edition.overview.counts;
        Self {
            heading: version.clone().filter(|_| current).unwrap_or(now),
            older: Reference::of_older_release(viewer, site.base())
                .map(|reference| Citation::of_reference(&reference)),
            older_heading: version.unwrap_or_default(),
            day: viewer
                .catalog
                .as_of
                .filter(|date| date.day().is_some())
                .map(|date| date.to_string()),
            listed: counts.models + counts.papers + counts.datasets + counts.challenges,
            licence_url: licence
                .and_then(|licence| licence.entries.as_ref())
                .and_then(Licence::url),
            release,
        }
    }
}

/// A file of data.
#[derive(Serialize)]
struct File {
    name: &'static str,
    file: String,
}

impl Citation {
    /// What a page offers, if it shows anything that can be cited.
    pub(super) fn of(site: &Site<'_>, page: &Page<'_, '_>) -> Option<Self> {
        let table = |kind: &KindId| File { name: "CSV", file: files::table_file(*kind) };
        let viewer = page.edition.viewer;
        Some(match &page.content {
            Content::Home => Self::files(files::EVERYTHING, None),
            Content::Kind(kind, _) => Self::files(kind.folder(), Some(table(kind))),
            Content::Facet(_, _, value, _) => Self::files(&value.page, None),
            Content::Surveys => Self::files("surveys", None),
            Content::Cite => {
                let citation =
                    Self::text(files::EVERYTHING, &Reference::of_list(viewer, site.base()));
                Self { badges: badges::markdown(site, None), ..citation }
            }
            Content::Entry(record) => {
                let reference = Reference::of(viewer, record);
                let first = record.entry.papers().first().and_then(|paper| viewer.paper(paper));
                let data = File { name: "JSON", file: files::entry_file(record) };
                let citation = Self::text(&record.address(), &reference);
                let results = files::has_eval_results(site, record).then(|| File {
                    name: ".eval_results",
                    file: files::eval_results_file(&record.address()),
                });
                Self {
                    paper: first.map(Mention::of),
                    data: Some(data),
                    results,
                    badges: badges::markdown(site, Some(record)),
                    ..citation
                }
            }
            Content::Leaderboards
            | Content::Board(_)
            | Content::Search
            | Content::Compare
            | Content::Suggest
            | Content::Review
            | Content::Changes
            | Content::Coverage
            | Content::Terms
            | Content::About
            | Content::Moved(_)
            | Content::NotFound => return None,
        })
    }

    fn files(address: &str, data: Option<File>) -> Self {
        let formatted = |format: &Format| Formatted {
            id: format.id(),
            name: format.name(),
            file: Some(files::citation_file(address, *format)),
            text: None,
        };
        let formats = Format::ALL.iter().map(formatted).collect();
        let (sentence, paper, results, badges) = (None, None, None, None);
        Self { sentence, no_authors: false, others: false, paper, formats, data, results, badges }
    }

    /// A reference that no file holds.
    fn of_reference(reference: &Reference<'_>) -> Self {
        let mut citation = Self::text("", reference);
        for formatted in &mut citation.formats {
            formatted.file = None;
        }
        citation
    }

    fn text(address: &str, reference: &Reference<'_>) -> Self {
        let mut citation = Self::files(address, None);
        for (formatted, format) in citation.formats.iter_mut().zip(Format::ALL) {
            formatted.text = Some(format.write(std::slice::from_ref(reference)));
        }
        Self {
            sentence: Some(apa::sentence(reference)),
            no_authors: reference.authors.is_empty(),
            others: reference.and_others,
            ..citation
        }
    }
}
