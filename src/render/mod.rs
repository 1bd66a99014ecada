//! From views to outputs: README.md, the site and the data files, each a value whose bytes are made when they are wanted.

pub mod cite;
pub mod data;
pub mod export;
mod origin;
pub mod picture;
pub mod readme;
pub mod repository;
mod site;

pub use origin::Origins;
pub use readme::Readme;
pub use site::{Plan, Site};

use crate::catalog::Catalog;
use crate::resolve::Graph;
use crate::source::Sources;
use crate::theme::{Strings, Theme};
use crate::views::Viewer;

/// Everything that outputs are made from.
#[derive(Debug, Clone, Copy)]
pub struct Material<'m> {
    /// The entries.
    pub catalog: &'m Catalog,
    /// Which entry names which.
    pub graph: &'m Graph,
    /// The files, for the paths of entries and the places of template errors.
    pub sources: &'m Sources,
    /// The templates.
    pub theme: &'m Theme,
    /// Choices of the command line.
    pub options: &'m Options,
}

/// Choices that change what is written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The address of the site, in place of that of survey.yaml.
    pub base_url: Option<String>,
    /// Whether links name `index.html`, so that they work from a folder.
    pub file_urls: bool,
    /// Whether the repository has no CONTRIBUTING.md that pages could lead to.
    pub no_contributing: bool,
}

impl<'m> Material<'m> {
    /// The words of the theme in a language, with those that the list has for its own fields.
    #[must_use]
    pub fn strings(&self, language: &str) -> Strings {
        let mut strings = self.theme.strings(language);
        let languages = &self.catalog.languages;
        for kind in self.catalog.registry.kinds() {
            let fields = self.catalog.of(kind);
            for own in &fields.own {
                let Some(label) = own.label.in_language(language, languages) else { continue };
                let facet = fields.facets.iter().find(|facet| facet.route() == Some(own.key));
                let keys = [own.key.to_owned(), format!("facet.{}", own.section)];
                let facet = facet.map(|facet| format!("facet.{}", facet.name));
                for key in keys.into_iter().chain(facet) {
                    strings.entry(key).or_insert_with(|| label.text.to_owned());
                }
                let note = own.note.map(str::to_owned);
                strings.extend(note.map(|note| (note, format!("{}*", label.text))));
            }
        }
        strings
    }

    /// The catalog looked at in its first language.
    #[must_use]
    pub fn viewer(&self) -> Viewer<'m> {
        Viewer::new(self.catalog, self.graph)
    }
}
