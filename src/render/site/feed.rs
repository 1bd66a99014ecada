//! `feed.xml`: the newest entries as an Atom feed, for readers who follow the list.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Site, metadata};
use crate::catalog::{FOLDER, Record};
use crate::render::Material;
use crate::value::Date;
use crate::views::{Overview, Viewer};

/// Where the feed stands.
pub(super) const PATH: &str = "feed.xml";

/// How many entries it holds.
const MOST: usize = 50;

/// By what the feed and its entries are known for ever.
enum Ids {
    /// Files of the repository, which stay when the site moves.
    Files(String),
    /// Pages of the site.
    Pages(String),
}

impl Ids {
    /// A list without a repository and without a site has nothing that an entry could be known by.
    fn of(list: &Overview) -> Option<Self> {
        let files = list.repository.as_ref().map(|url| Self::Files(format!("{url}/blob/HEAD/")));
        files.or_else(|| list.site.clone().map(Self::Pages))
    }

    fn base(&self) -> &str {
        match self {
            Self::Files(base) | Self::Pages(base) => base,
        }
    }

    /// By the first id that the entry had, so that readers of the feed do not meet it again after a rename.
    fn id(&self, record: &Record) -> String {
        let (folder, id) = (record.kind.folder(), record.first_id());
        match self {
            Self::Files(base) => format!("{base}{FOLDER}/{folder}/{id}.yaml"),
            Self::Pages(base) => format!("{base}{folder}/{id}/"),
        }
    }
}

/// Whether there is a feed: the list has an address, and an entry that says when it was added.
pub(super) fn exists(material: Material<'_>, list: &Overview) -> bool {
    Ids::of(list).is_some() && !newest(material.viewer()).is_empty()
}

/// The feed, where there is one.
pub(super) fn feed(site: &Site<'_>) -> Option<Vec<u8>> {
    let edition = site.editions.first()?;
    let (viewer, list) = (edition.viewer, &edition.overview);
    let (ids, newest) = (Ids::of(list)?, newest(viewer));
    let moments = moments(&newest);
    let updated = moments.first()?;
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).ok()?;
    let feed = writer.create_element("feed");
    let feed = feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
    let feed = feed.with_attribute(("xml:lang", viewer.language));
    // Memory does not refuse to be written to.
    feed.write_inner_content(|writer| {
        head(writer, viewer, list, &ids, updated)?;
        newest.iter().zip(&moments).try_for_each(|((_, record), moment)| {
            let id = ids.id(record);
            let page = site.base().map(|site| format!("{site}{}", record.address()));
            writer.create_element("entry").write_inner_content(|writer| {
                text(writer, "id", &id)?;
                text(writer, "title", &record.label())?;
                link(writer, "alternate", page.as_deref().unwrap_or(&id))?;
                text(writer, "updated", moment)?;
                let category = writer.create_element("category");
                category.with_attribute(("term", record.kind.noun())).write_empty()?;
                match metadata::summary(viewer, record) {
                    Some(summary) => text(writer, "summary", summary.text),
                    None => Ok(()),
                }
            })?;
            Ok(())
        })
    })
    .ok()?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Some(bytes)
}

fn head(
    writer: &mut Writer<Vec<u8>>,
    viewer: Viewer<'_>,
    list: &Overview,
    ids: &Ids,
    updated: &str,
) -> io::Result<()> {
    text(writer, "id", ids.base())?;
    text(writer, "title", &list.title)?;
    if let Some(tagline) = &list.tagline {
        text(writer, "subtitle", tagline)?;
    }
    text(writer, "updated", updated)?;
    let author = viewer.catalog.survey.authors.first();
    let author = author.map_or_else(|| list.title.clone(), ToString::to_string);
    writer.create_element("author").write_inner_content(|writer| text(writer, "name", &author))?;
    if let Some(site) = &list.site {
        link(writer, "self", &format!("{site}{PATH}"))?;
        link(writer, "alternate", site)?;
    }
    Ok(())
}

/// The listed entries that say when they were added: the newest first, those of a day by kind and name.
fn newest(viewer: Viewer<'_>) -> Vec<(Date, &Record)> {
    let listed = viewer.catalog.records.iter().filter(|record| record.is_listed());
    let mut newest: Vec<(Date, &Record)> =
        listed.filter_map(|record| Some((record.common.added?, record))).collect();
    newest.sort_by_cached_key(|(added, record)| {
        let name = record.name().to_lowercase();
        (std::cmp::Reverse(*added), record.kind, name, record.address())
    });
    newest.truncate(MOST);
    newest
}

/// A moment for each entry, in their order. Readers of feeds sort by it, and the list knows days only: the last entry of
/// a day has its first second, the one before it the next, and so on.
fn moments(newest: &[(Date, &Record)]) -> Vec<String> {
    let mut moments: Vec<String> = Vec::with_capacity(newest.len());
    for day in newest.chunk_by(|(one, _), (other, _)| one.earliest() == other.earliest()) {
        let Some((date, _)) = day.first() else { continue };
        let (year, month, day_of_month) = date.earliest();
        // A feed holds far fewer entries than an hour has seconds.
        moments.extend((0..day.len()).rev().map(|second| {
            let (minute, second) = (second / 60, second % 60);
            format!("{year:04}-{month:02}-{day_of_month:02}T00:{minute:02}:{second:02}Z")
        }));
    }
    moments
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    // XML cannot hold these, not even as references.
    let held = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let value: String = value.chars().filter(held).collect();
    writer.create_element(name).write_text_content(BytesText::new(&value)).map(|_| ())
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, to: &str) -> io::Result<()> {
    let link = writer.create_element("link").with_attribute(("rel", rel));
    link.with_attribute(("href", to)).write_empty().map(|_| ())
}
