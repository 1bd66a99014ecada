//! A page: its address, what stands on it, and what the template is given.

use serde::Serialize;

use super::boards::{AllBoards, WithConnections};
use super::citation::{Citation, CitePage};
use super::data_catalog;
use super::feed::{Feed, FeedLink};
use super::listing::{Home, Listing};
use super::metadata::Metadata;
use super::status::{ReviewPage, coverage_page};
use super::{Edition, Site, path_in};
use crate::catalog::Record;
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::render::Material;
use crate::theme::{Shared, Strings};
use crate::views::{Board, EntryView, FacetValue, FacetView, Overview, changes, terms};

/// A page of an edition.
pub(super) struct Page<'s, 'm> {
    pub(super) edition: &'s Edition<'m>,
    /// The address from the root of the edition, such as `models/alder/`.
    pub(super) address: String,
    pub(super) content: Content<'s>,
}

/// What stands on a page.
pub(super) enum Content<'s> {
    Home,
    /// A page of the list of a kind.
    Kind(KindId, usize),
    /// A page of the list of entries that share a value of a facet.
    Facet(KindId, &'static str, &'s FacetValue, usize),
    Surveys,
    /// The list of leaderboards.
    Leaderboards,
    Board(&'s Board),
    Search,
    Compare,
    Suggest,
    Review,
    Changes,
    Coverage,
    Terms,
    About,
    /// How to cite the list.
    Cite,
    Entry(&'s Record),
    /// The former address of an entry.
    Moved(&'s Record),
    NotFound,
}

/// What every template of an edition is given.
#[derive(Serialize)]
struct Common<'p> {
    /// What ends the address of a page: nothing, or `index.html`.
    index: &'static str,
    /// The language of the page.
    language: &'p str,
    /// The sections of the site.
    nav: Vec<NavLink<'p>>,
    /// The words of the theme in that language.
    t: &'p Strings,
    /// What the list is.
    list: &'p Overview,
    /// The address of CONTRIBUTING.md, where the repository has it.
    contributing: Option<String>,
}

/// What the template of one page is given besides.
#[derive(Serialize)]
struct Data<'p, T> {
    /// The way from the page to the site's root, such as `../../`.
    root: &'p str,
    /// The way from the page to the root of its language.
    home: String,
    /// The same page in every language.
    languages: Vec<LanguageLink<'p>>,
    /// The sections of the site, where this page is one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    nav: Option<Vec<NavLink<'p>>>,
    /// The absolute address of the page, where the site has one.
    canonical: Option<String>,
    /// The title of the page.
    title: &'p str,
    /// The feeds that tell what is new on the page, that of the list last.
    feeds: Vec<FeedLink>,
    /// How to cite what the page shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    cite: Option<Citation>,
    /// What machines read of an entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    metadata: Option<Metadata<'p>>,
    /// The list in the words of schema.org, on the home page.
    #[serde(skip_serializing_if = "Option::is_none")]
    catalog: Option<String>,
    /// What this page shows.
    page: T,
}

#[derive(Serialize)]
struct LanguageLink<'p> {
    code: &'p str,
    label: &'p str,
    /// The address from the site's root, with the name of its file where links have one.
    page: String,
    /// The absolute address, where the site has one.
    canonical: Option<String>,
    current: bool,
}

#[derive(Serialize)]
struct NavLink<'p> {
    /// The section's name.
    key: &'static str,
    label: &'p str,
    page: String,
    count: Option<usize>,
    current: bool,
}

impl Page<'_, '_> {
    /// The path of its file from the site's root.
    pub(super) fn path(&self) -> String {
        let file =
            if self.address.is_empty() || self.address.ends_with('/') { "index.html" } else { "" };
        format!("{}{}{file}", self.edition.folder, self.address)
    }

    /// The entry that it shows.
    pub(super) fn of_entry(&self) -> Option<&Record> {
        match self.content {
            Content::Entry(record) | Content::Moved(record) => Some(record),
            _ => None,
        }
    }

    /// The page as HTML.
    pub(super) fn bytes(&self, site: &Site<'_>) -> Result<Vec<u8>, Box<Diag>> {
        let viewer = self.edition.viewer;
        let word = |key: &str| self.edition.strings.get(key).map_or("", String::as_str);
        match &self.content {
            Content::Home => {
                self.fill(site, "home.html", &self.edition.overview.title, Home::of(self.edition))
            }
            Content::Kind(kind, sheet) => {
                let listing = Listing::of_kind(self.edition, *kind, *sheet);
                self.fill(site, "listing.html", word(kind.folder()), listing)
            }
            Content::Facet(kind, facet, value, sheet) => {
                let title = format!("{}: {}", word(kind.folder()), value.label);
                let listing = Listing::of_facet(self.edition, *kind, facet, value, *sheet);
                self.fill(site, "listing.html", &title, listing)
            }
            Content::Surveys => {
                let listing = Listing::of_surveys(self.edition);
                self.fill(site, "listing.html", word("surveys"), listing)
            }
            Content::Leaderboards => {
                let boards = AllBoards::of(&self.edition.boards);
                self.fill(site, "leaderboards.html", word("leaderboards"), boards)
            }
            Content::Board(board) => {
                let title = format!("{}: {}", word("leaderboard"), board.about.name);
                self.fill(site, "leaderboard.html", &title, board)
            }
            Content::Search => self.fill(site, "search.html", word("search"), ()),
            Content::Compare => self.fill(site, "compare.html", word("compare"), ()),
            Content::Suggest => self.fill(site, "suggest.html", word("suggest"), ()),
            Content::Review => {
                let page = ReviewPage::of(viewer, &self.edition.strings);
                self.fill(site, "review.html", word("review"), page)
            }
            Content::Changes => self.fill(site, "changes.html", word("changes"), changes(viewer)),
            Content::Coverage => {
                let page = coverage_page(viewer, &self.edition.strings);
                self.fill(site, "coverage.html", word("coverage"), page)
            }
            Content::Terms => self.terms(site, word("terms")),
            Content::About => self.fill(site, "about.html", word("about"), ()),
            Content::Cite => {
                let page = CitePage::of(site, self.edition);
                self.fill(site, "cite-list.html", word("cite.list"), page)
            }
            Content::Entry(record) => self.entry(site, record),
            Content::Moved(record) => {
                let to = path_in(self.edition, record);
                self.fill(site, "moved.html", &record.label(), to)
            }
            Content::NotFound => self.fill(site, "404.html", word("not-found"), ()),
        }
    }

    fn terms(&self, site: &Site<'_>, title: &str) -> Result<Vec<u8>, Box<Diag>> {
        let facets = self.edition.facets.iter();
        let facets: Vec<(&str, Vec<FacetView>)> =
            facets.map(|(kind, facets)| (kind.folder(), facets.clone())).collect();
        self.fill(site, "terms.html", title, terms(self.edition.viewer, &facets))
    }

    fn entry(&self, site: &Site<'_>, record: &Record) -> Result<Vec<u8>, Box<Diag>> {
        let facets = self.edition.facets.get(&record.kind).map_or(&[][..], Vec::as_slice);
        let context = (&self.edition.sizes, facets);
        let view = EntryView::of(self.edition.viewer, record, site.material.sources, context);
        let view = WithConnections::of(self.edition, record, view);
        self.fill(site, "entry.html", &record.label(), view)
    }

    fn fill(
        &self,
        site: &Site<'_>,
        template: &str,
        title: &str,
        page: impl Serialize,
    ) -> Result<Vec<u8>, Box<Diag>> {
        let base = site.base();
        let path = self.path();
        // A page that the server shows for any missing address cannot know how deep it stands.
        let root = match (&self.content, base) {
            (Content::NotFound, Some(base)) => base_path(base),
            (Content::NotFound, None) => "/".to_owned(),
            _ => "../".repeat(path.matches('/').count()),
        };
        let canonical = |folder: &str| base.map(|base| format!("{base}{folder}{}", self.address));
        let is_folder = self.address.is_empty() || self.address.ends_with('/');
        let ending = if is_folder { index(site.material) } else { "" };
        let languages = site.editions.iter().map(|edition| LanguageLink {
            code: edition.viewer.language,
            label: edition.strings.get("language").map_or(edition.viewer.language, String::as_str),
            page: format!("{}{}{ending}", edition.folder, self.address),
            canonical: canonical(&edition.folder),
            current: std::ptr::eq(edition, self.edition),
        });
        let data = Data {
            home: format!("{root}{}", self.edition.folder),
            root: &root,
            languages: languages.collect(),
            nav: self.nav(),
            canonical: canonical(&self.edition.folder),
            title,
            feeds: Feed::of_page(site, self.edition, &self.content),
            cite: Citation::of(site, self),
            metadata: match &self.content {
                Content::Entry(record) => Some(Metadata::of(site, self.edition, record)),
                _ => None,
            },
            catalog: matches!(self.content, Content::Home)
                .then(|| data_catalog::of(site, self.edition)),
            page,
        };
        let shared = self.edition.shared.as_ref().map_err(Clone::clone)?;
        let Material { theme, sources, .. } = site.material;
        theme.render_with(template, shared, &data, sources).map(String::into_bytes)
    }

    fn nav(&self) -> Option<Vec<NavLink<'_>>> {
        let Edition { overview, strings, .. } = self.edition;
        let nav = nav(overview, strings, &self.address);
        nav.iter().any(|link| link.current).then_some(nav)
    }
}

/// What all pages of an edition are given.
pub(super) fn shared(
    material: Material<'_>,
    language: &str,
    list: &Overview,
    t: &Strings,
) -> Result<Shared, Box<Diag>> {
    let nav = nav(list, t, "");
    let host = material.catalog.survey.host().filter(|_| !material.options.no_contributing);
    let contributing = host.and_then(|host| host.file("CONTRIBUTING.md"));
    let common = Common { index: index(material), language, nav, t, list, contributing };
    Shared::of(&common, material.sources)
}

pub(super) fn index(material: Material<'_>) -> &'static str {
    if material.options.file_urls { "index.html" } else { "" }
}

/// The sections of the site, as seen from an address.
fn nav<'p>(list: &Overview, strings: &'p Strings, address: &str) -> Vec<NavLink<'p>> {
    let counts = list.counts;
    let entries = [
        ("models", Some(counts.models)),
        ("papers", Some(counts.papers)),
        ("surveys", Some(counts.surveys)),
        ("datasets", Some(counts.datasets)),
        ("leaderboards", Some(counts.leaderboards)),
        ("challenges", Some(counts.challenges)),
        ("compare", None),
        ("suggest", None),
        ("review", None),
        ("changes", None),
        ("coverage", None),
        ("terms", None),
        ("about", None),
        ("cite", None),
    ];
    let link = |(key, count): (&'static str, Option<usize>)| NavLink {
        key,
        label: strings
            .get(if key == "cite" { "cite.list" } else { key })
            .map_or("", String::as_str),
        page: format!("{key}/"),
        count,
        current: address.strip_suffix('/') == Some(key),
    };
    // Surveys are papers, and leaderboards belong to datasets.
    let kind_of = |key: &'static str| match key {
        "surveys" => KindId::Paper.folder(),
        "leaderboards" => KindId::Dataset.folder(),
        key => key,
    };
    let is_used = |(key, _): &(&'static str, Option<usize>)| {
        KindId::of_folder(kind_of(key)).is_none() || list.kinds.contains(&kind_of(key))
    };
    entries.into_iter().filter(is_used).map(link).collect()
}

/// The path of an address, such as `/list/` of `https://example.org/list/`.
fn base_path(base: &str) -> String {
    let rest = base.split_once("://").map_or(base, |(_, rest)| rest);
    rest.find('/').and_then(|at| rest.get(at..)).unwrap_or("/").to_owned()
}
