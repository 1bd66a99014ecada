//! What a page offers to cite: the files of what it lists, and on the pages of an entry and of the list their texts too.

use serde::Serialize;

use super::Site;
use super::files;
use super::page::{Content, Page};
use crate::kinds::KindId;
use crate::render::cite::{Format, apa};
use crate::views::Mention;
use crate::views::citation::Reference;

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
}

/// A citation in a format.
#[derive(Serialize)]
struct Formatted {
    /// A name by which scripts find its text.
    id: &'static str,
    name: &'static str,
    /// The path of the file, from the site's root.
    file: String,
    /// What the file holds, where it is one reference.
    text: Option<String>,
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
            Content::About => {
                Self::text(files::EVERYTHING, &Reference::of_list(viewer, site.base()))
            }
            Content::Entry(record) => {
                let reference = Reference::of(viewer, record);
                let first = record.entry.papers().first().and_then(|paper| viewer.paper(paper));
                let data = File { name: "JSON", file: files::entry_file(record) };
                let citation = Self::text(&record.address(), &reference);
                Self { paper: first.map(Mention::of), data: Some(data), ..citation }
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
            | Content::Moved(_)
            | Content::NotFound => return None,
        })
    }

    fn files(address: &str, data: Option<File>) -> Self {
        let formatted = |format: &Format| Formatted {
            id: format.id(),
            name: format.name(),
            file: files::citation_file(address, *format),
            text: None,
        };
        let formats = Format::ALL.iter().map(formatted).collect();
        Self { sentence: None, no_authors: false, others: false, paper: None, formats, data }
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
