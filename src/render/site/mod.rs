//! The site: every address with what stands there, in each language of the list.

mod page;
mod plain;
mod script;

use std::collections::BTreeMap;

use crate::catalog::Record;
use crate::config::View;
use crate::diag::Diag;
use crate::kinds::KindId;
use crate::output::{Origin, Output};
use crate::project::StaticFile;
use crate::render::{Material, data};
use crate::theme::{ASSETS, Shared, Strings};
use crate::views::{FacetView, Overview, Viewer, facets};

use self::page::{Content, Page};

/// The kinds whose entries can be looked at side by side.
const COMPARED: [KindId; 2] = [KindId::Model, KindId::Dataset];

/// A site, with what its pages share made once.
pub struct Site<'m> {
    material: Material<'m>,
    editions: Vec<Edition<'m>>,
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
}

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
            let strings = material.theme.strings(language);
            Edition {
                shared: page::shared(material, language, &overview, &strings),
                folder: if at == 0 { String::new() } else { format!("{language}/") },
                facets: KindId::ALL
                    .iter()
                    .map(|kind| (*kind, facets::facets(viewer, *kind)))
                    .collect(),
                strings,
                overview,
                viewer,
            }
        });
        Self { material, editions: editions.collect() }
    }

    /// Everything that the site is made of, in the order of its paths; an own static file takes the place of an asset.
    #[must_use]
    pub fn outputs<'s>(&'s self, statics: &'s [StaticFile]) -> Vec<Output<'s>> {
        let mut outputs: BTreeMap<String, Origin<'s>> = BTreeMap::new();
        for edition in &self.editions {
            for page in self.pages(edition) {
                outputs.insert(page.path(), Origin::Made(Box::new(move || page.bytes(self))));
            }
        }
        for edition in &self.editions {
            for kind in COMPARED {
                let path = format!("{}compare/{}.js", edition.folder, kind.folder());
                outputs.insert(path, made(move || Ok(script::comparison(edition, kind))));
            }
        }
        let material = self.material;
        outputs
            .insert("data/v1/catalog.json".to_owned(), made(move || data::v1::catalog(material)));
        let schema = Origin::Bytes(data::v1::SCHEMA.as_bytes());
        outputs.insert("data/v1/catalog.schema.json".to_owned(), schema);
        outputs
            .insert("assets/search-index.js".to_owned(), made(move || script::search_index(material)));
        let robots = plain::robots(self).into_bytes();
        outputs.insert("robots.txt".to_owned(), made(move || Ok(robots.clone())));
        for (path, map) in plain::sitemaps(self) {
            outputs.insert(path, made(move || Ok(map.clone().into_bytes())));
        }
        for (path, bytes) in ASSETS {
            outputs.insert((*path).to_owned(), Origin::Bytes(bytes));
        }
        for file in statics {
            outputs.insert(file.path.clone(), Origin::Copied(&file.from));
        }
        outputs.into_iter().map(|(path, origin)| Output::new(path, origin)).collect()
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
            page("review/".to_owned(), Content::Review),
            page("terms/".to_owned(), Content::Terms),
            page("about/".to_owned(), Content::About),
            page("404.html".to_owned(), Content::NotFound),
        ];
        for kind in KindId::ALL {
            pages.push(page(format!("{}/", kind.folder()), Content::Kind(*kind)));
            for facet in edition.facets.get(kind).into_iter().flatten() {
                let values = facet.values.iter();
                pages.extend(values.map(|value| {
                    page(value.page.clone(), Content::Facet(*kind, facet.name, value))
                }));
            }
        }
        for record in &self.material.catalog.records {
            pages.push(page(record.address(), Content::Entry(record)));
            let former = record.common.former_ids.iter();
            pages.extend(former.map(|id| {
                page(format!("{}/{}/", record.kind.folder(), id.as_str()), Content::Moved(record))
            }));
        }
        pages
    }
}

fn made<'o>(make: impl Fn() -> Result<Vec<u8>, Box<Diag>> + Send + Sync + 'o) -> Origin<'o> {
    Origin::Made(Box::new(make))
}

/// The view that shows a kind.
fn view_of(kind: KindId) -> View {
    match kind {
        KindId::Model => View::Models,
        KindId::Paper => View::Papers,
        KindId::Dataset => View::Datasets,
        KindId::Challenge => View::Challenges,
    }
}

/// The address of a record's page in an edition, from the site's root.
fn path_in(edition: &Edition<'_>, record: &Record) -> String {
    format!("{}{}", edition.folder, record.address())
}
