//! The site: every address with what stands there, in each language of the list.

mod badges;
mod boards;
mod chart;
mod citation;
mod data_catalog;
mod feed;
mod files;
mod listing;
mod metadata;
mod page;
mod places;
mod plain;
mod script;
mod signposts;
mod status;

use std::collections::BTreeMap;

use crate::catalog::Record;
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::output::{Origin, Output};
use crate::project::StaticFile;
use crate::render::Material;
use crate::render::cite::Style;
use crate::theme::{Shared, Strings};
use crate::views::{Boards, FacetView, News, Overview, Sizes, Viewer, facets};

use self::feed::Feed;
use self::page::{Content, Page};
use self::places::Places;
pub use self::places::Plan;

/// The kinds whose entries can be looked at side by side.
const COMPARED: [KindId; 2] = [KindId::Model, KindId::Dataset];

/// A site, with what its pages share made once.
pub struct Site<'m> {
    material: Material<'m>,
    editions: Vec<Edition<'m>>,
    news: News<'m>,
}

/// The site in one language.
struct Edition<'m> {
    viewer: Viewer<'m>,
    /// The folder of the language below the site's root, ended by `/`; empty for the first one.
    folder: String,
    overview: Overview,
    strings: Strings,
    /// What all of its pages are given.
    shared: Result<Shared, Box<Diag>>,
    facets: BTreeMap<KindId, Vec<FacetView>>,
    /// What each entry of a kind has of the facets, by id.
    marks: BTreeMap<KindId, BTreeMap<&'m str, String>>,
    /// The sizes of all models.
    sizes: Sizes,
    boards: Boards,
}

/// How many entries stand on one page of a list; what is over stands on further pages.
const ROWS: usize = 200;

impl std::fmt::Debug for Site<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("languages", &self.editions.len()).finish_non_exhaustive()
    }
}

impl<'m> Site<'m> {
    /// A site of a catalog.
    #[must_use]
    pub fn new(material: Material<'m>) -> Self {
        let languages = material.catalog.languages.iter().enumerate();
        let editions = languages.map(|(at, language)| {
            let viewer = Viewer { catalog: material.catalog, graph: material.graph, language };
            let mut overview = Overview::of(viewer);
            overview.site = material.options.base_url.clone().or(overview.site);
            let strings = material.strings(language);
            let facets: BTreeMap<KindId, Vec<FacetView>> = material
                .catalog
                .kinds()
                .map(|kind| (kind, facets_of(viewer, kind, &strings)))
                .collect();
            let marks = facets.iter().map(|(kind, facets)| (*kind, facets::marks(viewer, facets)));
            Edition {
                shared: page::shared(material, language, &overview, &strings),
                folder: if at == 0 { String::new() } else { format!("{language}/") },
                marks: marks.collect(),
                sizes: Sizes::of(viewer),
                boards: Boards::of(viewer),
                facets,
                strings,
                overview,
                viewer,
            }
        });
        Self { material, news: News::of(material.viewer()), editions: editions.collect() }
    }

    /// Everything that the site is made of, in the order of its paths; an own static file takes the place of an asset.
    #[must_use]
    pub fn outputs<'s>(&'s self, statics: &'s [StaticFile]) -> Vec<Output<'s>> {
        self.plan(statics).outputs
    }

    /// The outputs, and what is wrong where two of them would stand at one place.
    #[must_use]
    pub fn plan<'s>(&'s self, statics: &'s [StaticFile]) -> Plan<'s> {
        let mut outputs = Places::default();
        for edition in &self.editions {
            for page in self.pages(edition) {
                let (path, language) = (page.path(), edition.viewer.language);
                let file =
                    page.of_entry().map(|record| &self.material.sources.file(record.file).path);
                let make = made(move || page.bytes(self));
                outputs.page(path, file.map(String::as_str), language, make);
            }
        }
        for (path, origin) in files::all(self) {
            outputs.insert(path, origin);
        }
        for (path, origin) in badges::all(self) {
            outputs.insert(path, origin);
        }
        for edition in &self.editions {
            for feed in Feed::all(self, edition) {
                let path = feed.path(edition);
                outputs
                    .insert(path, made(move || Ok(feed.bytes(self, edition).unwrap_or_default())));
            }
        }
        let guide = plain::llms(self).into_bytes();
        outputs.insert("llms.txt".to_owned(), made(move || Ok(guide.clone())));
        for edition in &self.editions {
            for kind in self.material.catalog.kinds() {
                let path = format!("{}suggest/{}.js", edition.folder, kind.folder());
                outputs.insert(path, made(move || Ok(script::form(edition, kind))));
            }
            for kind in COMPARED.into_iter().filter(|kind| self.material.catalog.of(*kind).is_used)
            {
                let path = format!("{}compare/{}.js", edition.folder, kind.folder());
                outputs.insert(path, made(move || Ok(script::comparison(edition, kind))));
            }
        }
        let material = self.material;
        for kind in material.catalog.kinds() {
            for style in Style::ALL.iter().copied() {
                let path = format!("cite/{}.{}.js", kind.folder(), style.id());
                outputs.insert(path, made(move || Ok(script::citations(material, kind, style))));
            }
        }
        outputs.insert(
            "assets/search-index.js".to_owned(),
            made(move || Ok(script::search_index(material))),
        );
        let robots = plain::robots(self).into_bytes();
        outputs.insert("robots.txt".to_owned(), made(move || Ok(robots.clone())));
        for (path, map) in plain::sitemaps(self) {
            outputs.insert(path, made(move || Ok(map.clone().into_bytes())));
        }
        outputs.assets();
        outputs.own(statics);
        outputs.plan(material.sources)
    }

    /// The address of the site, ended by `/`, where one is set.
    fn base(&self) -> Option<&str> {
        self.editions.first().and_then(|edition| edition.overview.site.as_deref())
    }

    /// Every page of an edition.
    fn pages<'s>(&'s self, edition: &'s Edition<'m>) -> Vec<Page<'s, 'm>> {
        let page = |address: String, content| Page { edition, address, content };
        let mut pages = vec![
            page(String::new(), Content::Home),
            page("surveys/".to_owned(), Content::Surveys),
            page("leaderboards/".to_owned(), Content::Leaderboards),
            page("search/".to_owned(), Content::Search),
            page("compare/".to_owned(), Content::Compare),
            page("suggest/".to_owned(), Content::Suggest),
            page("review/".to_owned(), Content::Review),
            page("changes/".to_owned(), Content::Changes),
            page("coverage/".to_owned(), Content::Coverage),
            page("terms/".to_owned(), Content::Terms),
            page("about/".to_owned(), Content::About),
            page("cite/".to_owned(), Content::Cite),
            page("404.html".to_owned(), Content::NotFound),
        ];
        for board in &edition.boards.all {
            pages.push(page(board.about.page.clone(), Content::Board(board)));
        }
        for kind in edition.viewer.catalog.kinds() {
            let total = edition.viewer.catalog.listed(kind).count();
            for (address, sheet) in sheets(&format!("{}/", kind.folder()), total) {
                pages.push(page(address, Content::Kind(kind, sheet)));
            }
            for facet in edition.facets.get(&kind).into_iter().flatten() {
                for value in &facet.values {
                    for (address, sheet) in sheets(&value.page, value.count) {
                        pages.push(page(address, Content::Facet(kind, facet.name, value, sheet)));
                    }
                }
            }
        }
        for record in &self.material.catalog.records {
            pages.push(page(record.address(), Content::Entry(record)));
            let former = record.former_addresses();
            pages.extend(former.map(|address| page(address, Content::Moved(record))));
        }
        pages
    }
}

fn made<'o>(make: impl Fn() -> Result<Vec<u8>, Box<Diag>> + Send + Sync + 'o) -> Origin<'o> {
    Origin::Made(Box::new(make))
}

/// The pages of a list with its addresses: the first at its own, the others as `page/2/` below it.
fn sheets(address: &str, total: usize) -> impl Iterator<Item = (String, usize)> {
    (0..total.div_ceil(ROWS).max(1)).map(move |sheet| match sheet {
        0 => (address.to_owned(), sheet),
        _ => (format!("{address}page/{}/", sheet + 1), sheet),
    })
}

/// The facets of a kind, with the theme's words for values that are not from the vocabulary.
fn facets_of(viewer: Viewer<'_>, kind: KindId, strings: &Strings) -> Vec<FacetView> {
    let mut facets = facets::facets(viewer, kind);
    for facet in &mut facets {
        for value in &mut facet.values {
            let word = strings.get(&format!("facet.{}.{}", facet.name, value.value));
            // `true` and `false` of a list's own field.
            let word = word.or_else(|| strings.get(&format!("flag.{}", value.value)));
            value.label = word.cloned().unwrap_or_else(|| std::mem::take(&mut value.label));
        }
    }
    facets
}

/// The address of a record's page in an edition, from the site's root.
fn path_in(edition: &Edition<'_>, record: &Record) -> String {
    format!("{}{}", edition.folder, record.address())
}
