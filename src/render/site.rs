//! The site: a home page, a page for each entry, the data files and the assets.

use serde::Serialize;

use super::{Material, data};
use crate::catalog::Record;
use crate::config::View;
use crate::diag::Diag;
use crate::output::{Origin, Output};
use crate::project::StaticFile;
use crate::theme::ASSETS;
use crate::views::{EntryView, Overview, Table};

/// What every page is given.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "templates say `page.name`")]
struct Page<'p, T> {
    /// The way from the page to the site's root, such as `../../`.
    root: String,
    /// What ends the address of a page: nothing, or `index.html`.
    index: &'static str,
    /// The language of the page.
    language: &'p str,
    /// The title of the page.
    title: &'p str,
    /// What the list is.
    list: &'p Overview,
    /// What this page shows.
    page: T,
}

#[derive(Debug, Serialize)]
struct Home {
    sections: Vec<HomeSection>,
}

#[derive(Debug, Serialize)]
struct HomeSection {
    heading: &'static str,
    id: &'static str,
    table: Table,
}

/// Everything that the site is made of, in the order of its paths; an own static file takes the place of an asset.
#[must_use]
pub fn outputs<'m>(material: Material<'m>, statics: &'m [StaticFile]) -> Vec<Output<'m>> {
    let mut outputs = vec![
        Output::new("index.html", Origin::Made(Box::new(move || home(material)))),
        Output::new(
            "data/v1/catalog.json",
            Origin::Made(Box::new(move || data::v1::catalog(material))),
        ),
    ];
    for record in &material.catalog.records {
        let path = format!("{}index.html", record.address());
        outputs.push(Output::new(path, Origin::Made(Box::new(move || entry(material, record)))));
    }
    outputs.extend(ASSETS.iter().map(|(path, bytes)| Output::new(*path, Origin::Bytes(bytes))));
    for file in statics {
        outputs.retain(|output| output.path != file.path);
        outputs.push(Output::new(file.path.clone(), Origin::Copied(&file.from)));
    }
    outputs.sort_by(|a, b| a.path.cmp(&b.path));
    outputs
}

fn home(material: Material<'_>) -> Result<Vec<u8>, Box<Diag>> {
    let viewer = material.viewer();
    let section = |(heading, id, view)| HomeSection {
        heading,
        id,
        table: Table::of(viewer, view, None, None),
    };
    let sections = [
        ("Models", "models", View::Models),
        ("Papers", "papers", View::Papers),
        ("Surveys", "surveys", View::Surveys),
        ("Datasets and benchmarks", "datasets", View::Datasets),
        ("Challenges", "challenges", View::Challenges),
    ];
    let page = Home { sections: sections.into_iter().map(section).collect() };
    fill(material, "home.html", 0, None, page)
}

fn entry(material: Material<'_>, record: &Record) -> Result<Vec<u8>, Box<Diag>> {
    let view = EntryView::of(material.viewer(), record, material.sources);
    fill(material, "entry.html", 2, Some(record.name()), view)
}

/// Fills a template for a page that stands so many folders below the root.
fn fill(
    material: Material<'_>,
    template: &str,
    depth: usize,
    title: Option<&str>,
    page: impl Serialize,
) -> Result<Vec<u8>, Box<Diag>> {
    let viewer = material.viewer();
    let list = Overview::of(viewer);
    let page = Page {
        root: "../".repeat(depth),
        index: if material.options.file_urls { "index.html" } else { "" },
        language: viewer.language,
        title: title.unwrap_or(&list.title),
        list: &list,
        page,
    };
    material.theme.render(template, &page, material.sources).map(String::into_bytes)
}
