//! `feed.xml`: what was added and what changed, as Atom feeds: of the list, of each kind, and of each word that entries
//! share, in every language.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use serde::Serialize;

use super::page::Content;
use super::{Edition, Site, metadata};
use crate::catalog::{FOLDER, Record};
use crate::changes::{FieldChange, StatusChange};
use crate::kinds::{KindId, Status};
use crate::read::AsWritten;
use crate::theme::Strings;
use crate::views::{Channel, Happened, Item, Overview, value_in_words};

/// The name of a feed, in the folder of the page that it belongs to.
const FILE: &str = "feed.xml";

/// How many items the feed of the list or of a kind holds.
const MOST: usize = 50;

/// How many items the feed of a word holds: there are many of them.
const MOST_OF_WORD: usize = 25;

/// How many fields a title names.
const FIELDS_IN_TITLE: usize = 3;

/// How many characters of a value are told; some are whole lists.
const LONGEST_VALUE: usize = 160;

/// A feed of an edition.
pub(super) struct Feed<'s> {
    /// The address of its page, from the root of the edition.
    address: String,
    /// What it follows, in words; nothing for the list.
    what: Option<String>,
    channel: Channel<'s>,
}

/// A feed as pages name it.
#[derive(Serialize)]
pub(super) struct FeedLink {
    title: String,
    /// Its path from the site's root.
    pub(super) path: String,
}

/// By what feeds and their entries are known for ever.
enum Ids {
    /// The repository, which stays when the site moves.
    Repository(String),
    /// The site.
    Site(String),
}

impl Ids {
    /// A list without a repository and without a site has nothing that an entry could be known by.
    fn of(list: &Overview) -> Option<Self> {
        let files = list.repository.as_ref();
        let files = files.map(|url| Self::Repository(format!("{url}/blob/HEAD/")));
        files.or_else(|| list.site.clone().map(Self::Site))
    }

    fn feed(&self, edition: &Edition<'_>, address: &str) -> String {
        let (Self::Repository(base) | Self::Site(base)) = self;
        format!("{base}{}{address}", edition.folder)
    }

    /// The id of an item: the kind and the first id of its entry, which no rename changes, and the day of a change.
    fn item(&self, edition: &Edition<'_>, item: &Item<'_>) -> String {
        let (kind, id) = (item.record.kind.folder(), item.record.first_id().as_str());
        let day = match item.what {
            Happened::Added => String::new(),
            Happened::Changed { .. } => format!("#{}", item.date),
        };
        let folder = &edition.folder;
        match self {
            Self::Repository(base) => format!("{base}{folder}{FOLDER}/{kind}/{id}.yaml{day}"),
            Self::Site(base) => format!("{base}{folder}{kind}/{id}/{day}"),
        }
    }
}

impl<'s> Feed<'s> {
    fn new(address: &str, what: Option<String>, channel: Channel<'s>) -> Self {
        Self { address: address.to_owned(), what, channel }
    }

    /// Every feed of an edition.
    pub(super) fn all(site: &'s Site<'_>, edition: &'s Edition<'_>) -> Vec<Self> {
        let mut all = vec![Self::new("", None, Channel::All), Self::of_surveys(edition)];
        for kind in site.material.catalog.kinds() {
            all.push(Self::of_kind(edition, kind));
            for facet in edition.facets.get(&kind).into_iter().flatten() {
                let values = facet.values.iter();
                all.extend(values.map(|value| Self::of_word(edition, kind, facet.name, value)));
            }
        }
        all.retain(|feed| feed.exists(site, edition));
        all
    }

    /// The feeds that a page names, its own first and that of the list last.
    pub(super) fn of_page(
        site: &'s Site<'_>,
        edition: &'s Edition<'_>,
        content: &Content<'s>,
    ) -> Vec<FeedLink> {
        let mut feeds = match content {
            Content::Kind(kind, _) => vec![Self::of_kind(edition, *kind)],
            Content::Facet(kind, name, value, _) => {
                vec![Self::of_word(edition, *kind, name, value), Self::of_kind(edition, *kind)]
            }
            Content::Surveys => vec![Self::of_surveys(edition)],
            _ => Vec::new(),
        };
        feeds.push(Self::new("", None, Channel::All));
        feeds.retain(|feed| feed.exists(site, edition));
        let link = |feed: &Self| FeedLink { title: feed.title(edition), path: feed.path(edition) };
        feeds.iter().map(link).collect()
    }

    fn of_kind(edition: &Edition<'_>, kind: KindId) -> Self {
        let what = edition.strings.get(kind.folder()).cloned();
        Self::new(&format!("{}/", kind.folder()), what, Channel::Kind(kind))
    }

    fn of_surveys(edition: &Edition<'_>) -> Self {
        Self::new("surveys/", edition.strings.get("surveys").cloned(), Channel::Surveys)
    }

    fn of_word(
        edition: &Edition<'_>,
        kind: KindId,
        name: &'static str,
        value: &'s crate::views::FacetValue,
    ) -> Self {
        let kind = edition.strings.get(kind.folder()).map_or("", String::as_str);
        let what = Some(format!("{kind}: {}", value.label));
        Self::new(&value.page, what, Channel::Facet(name, value))
    }

    /// Whether there is such a feed: the list has an address, and something happened on a day that is known.
    fn exists(&self, site: &Site<'_>, edition: &Edition<'_>) -> bool {
        Ids::of(&edition.overview).is_some() && site.news.has(self.channel)
    }

    /// The path of its file from the site's root.
    pub(super) fn path(&self, edition: &Edition<'_>) -> String {
        format!("{}{}{FILE}", edition.folder, self.address)
    }

    fn title(&self, edition: &Edition<'_>) -> String {
        let list = &edition.overview.title;
        self.what.as_ref().map_or_else(|| list.clone(), |what| format!("{what} · {list}"))
    }

    /// The feed as Atom.
    pub(super) fn bytes(&self, site: &Site<'_>, edition: &Edition<'_>) -> Option<Vec<u8>> {
        let ids = Ids::of(&edition.overview)?;
        let most = if matches!(self.channel, Channel::Facet(..)) { MOST_OF_WORD } else { MOST };
        let items = site.news.newest(self.channel, most);
        let updated = moment(items.first()?);
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None))).ok()?;
        let feed = writer.create_element("feed");
        let feed = feed.with_attribute(("xmlns", "http://www.w3.org/2005/Atom"));
        let feed = feed.with_attribute(("xml:lang", edition.viewer.language));
        // Memory does not refuse to be written to.
        feed.write_inner_content(|writer| {
            self.head(writer, edition, &ids, &updated)?;
            items.iter().try_for_each(|item| self::item(writer, edition, &ids, item))
        })
        .ok()?;
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        Some(bytes)
    }

    fn head(
        &self,
        writer: &mut Writer<Vec<u8>>,
        edition: &Edition<'_>,
        ids: &Ids,
        updated: &str,
    ) -> io::Result<()> {
        let Edition { overview: list, viewer, .. } = edition;
        text(writer, "id", &ids.feed(edition, &self.address))?;
        text(writer, "title", &self.title(edition))?;
        if let Some(tagline) = &list.tagline {
            text(writer, "subtitle", tagline)?;
        }
        text(writer, "updated", updated)?;
        let author = viewer.catalog.survey.authors.first();
        let author = author.map_or_else(|| list.title.clone(), ToString::to_string);
        writer
            .create_element("author")
            .write_inner_content(|writer| text(writer, "name", &author))?;
        match (&list.site, &list.repository) {
            (Some(site), _) => {
                link(writer, "self", &format!("{site}{}", self.path(edition)))?;
                link(writer, "alternate", &format!("{site}{}{}", edition.folder, self.address))
            }
            (None, Some(repository)) => link(writer, "alternate", repository),
            (None, None) => Ok(()),
        }
    }
}

/// An item as an entry of the feed.
fn item(
    writer: &mut Writer<Vec<u8>>,
    edition: &Edition<'_>,
    ids: &Ids,
    item: &Item<'_>,
) -> io::Result<()> {
    let viewer = edition.viewer;
    let record = item.record;
    let (title, what) = match &item.what {
        Happened::Added => (record.label().into_owned(), "added"),
        Happened::Changed { fields, status } => {
            (changed_title(&edition.strings, record, fields, *status), "changed")
        }
    };
    writer.create_element("entry").write_inner_content(|writer| {
        text(writer, "id", &ids.item(edition, item))?;
        text(writer, "title", &title)?;
        link(writer, "alternate", &page(edition, ids, record))?;
        text(writer, "updated", &moment(item))?;
        for term in [record.kind.noun(), what] {
            writer.create_element("category").with_attribute(("term", term)).write_empty()?;
        }
        match &item.what {
            Happened::Changed { fields, status } => {
                text(writer, "summary", &changes(edition, record.kind, fields, *status))
            }
            Happened::Added => match metadata::summary(viewer, record) {
                Some(said) if said.language != viewer.language => {
                    let summary = writer.create_element("summary");
                    let summary = summary.with_attribute(("xml:lang", said.language));
                    let held = held(said.text);
                    summary.write_text_content(BytesText::new(&held)).map(|_| ())
                }
                Some(said) => text(writer, "summary", said.text),
                None => Ok(()),
            },
        }
    })?;
    Ok(())
}

/// Where a reader finds the entry: its page, or where nobody knows the site's address, its file in the repository.
fn page(edition: &Edition<'_>, ids: &Ids, record: &Record) -> String {
    match (&edition.overview.site, ids) {
        (Some(site), _) => format!("{site}{}{}", edition.folder, record.address()),
        (None, Ids::Repository(base) | Ids::Site(base)) => {
            format!("{base}{FOLDER}/{}/{}.yaml", record.kind.folder(), record.id.as_str())
        }
    }
}

/// What happened, behind the name of the entry: its new status, or the fields that have other values.
fn changed_title(
    strings: &Strings,
    record: &Record,
    fields: &[&FieldChange],
    status: Option<&StatusChange>,
) -> String {
    let status = status.and_then(|of| of.to).map(|to| status_word(strings, to));
    let mut names: Vec<&str> = Vec::new();
    for field in fields {
        let name = field_label(strings, field.field.as_str());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = if names.len() > FIELDS_IN_TITLE { ", …" } else { "" };
    names.truncate(FIELDS_IN_TITLE);
    let all: Vec<&str> = status.into_iter().chain(names).collect();
    format!("{}: {}{more}", record.label(), all.join(", "))
}

/// What each field, and the status, was and is.
fn changes(
    edition: &Edition<'_>,
    kind: KindId,
    fields: &[&FieldChange],
    status: Option<&StatusChange>,
) -> String {
    let strings = &edition.strings;
    let nothing = strings.get("state.not recorded").map_or("", String::as_str);
    let value = |field: &FieldChange, value: Option<&AsWritten>| {
        let route = field.field.as_str();
        let told = |value| value_in_words(edition.viewer, kind, route, value);
        let text = value.map_or_else(|| nothing.to_owned(), told);
        match text.char_indices().nth(LONGEST_VALUE) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(&text)),
            None => text,
        }
    };
    let status = status
        .and_then(|of| Some((of.from?, of.to?)))
        .map(|(from, to)| format!("{} → {}", status_word(strings, from), status_word(strings, to)));
    let field = |field: &&FieldChange| {
        let label = field_label(strings, field.field.as_str());
        let (from, to) = (value(field, field.from.as_ref()), value(field, field.to.as_ref()));
        format!("{label}: {from} → {to}")
    };
    status.into_iter().chain(fields.iter().map(field)).collect::<Vec<_>>().join("; ")
}

fn status_word(strings: &Strings, status: Status) -> &str {
    strings.get(&format!("status.{}", status.as_str())).map_or(status.as_str(), String::as_str)
}

/// The theme's word for a field, or its route.
fn field_label<'t>(strings: &'t Strings, route: &'t str) -> &'t str {
    strings.get(route).map_or(route, String::as_str)
}

fn moment(item: &Item<'_>) -> String {
    let (year, month, day) = item.date.earliest();
    let (hour, minute) = (item.second / 3600, item.second / 60 % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{:02}Z", item.second % 60)
}

/// XML cannot hold some characters, not even as references.
fn held(value: &str) -> String {
    let held = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    value.chars().filter(held).collect()
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(&held(value))).map(|_| ())
}

fn link(writer: &mut Writer<Vec<u8>>, rel: &str, to: &str) -> io::Result<()> {
    let link = writer.create_element("link").with_attribute(("rel", rel));
    link.with_attribute(("href", to)).write_empty().map(|_| ())
}
