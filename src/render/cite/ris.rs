//! RIS: a tag and a value on each line, of which none can begin a line or an entry of its own.

use super::one_line;
use crate::value::{Author, Date};
use crate::views::citation::{Reference, Work};

/// An entry of a `.ris` file, which ends its lines as the format asks.
///
/// Zotero, `EndNote` and Mendeley know all of these types. None has one for preprints: a report keeps its server as the
/// institution that published it, where an article would turn the server into a journal. For a page on the web, which a
/// challenge is, they have a title of the site and no publisher.
pub(super) fn entry(reference: &Reference<'_>) -> String {
    let (kind, container) = match reference.work {
        Work::Article => ("JOUR", "T2"),
        Work::ConferencePaper => ("CPAPER", "T2"),
        Work::Preprint | Work::Report => ("RPRT", "PB"),
        Work::Event => ("ELEC", "T2"),
        Work::Software => ("COMP", "PB"),
        Work::Dataset => ("DATA", "PB"),
    };
    let is_preprint = reference.work == Work::Preprint;
    let is_periodical = matches!(reference.work, Work::Article | Work::ConferencePaper);
    let arxiv = reference.arxiv.map(|id| format!("arXiv:{id}"));
    let mut entry = Lines::default();
    entry.put("TY", kind);
    entry.put("ID", &reference.key);
    for author in &reference.authors {
        entry.put("AU", &name(author));
    }
    entry.put("TI", reference.title);
    entry.maybe(container, reference.container);
    entry.maybe("J2", reference.short_container.filter(|_| is_periodical));
    entry.maybe("M3", is_preprint.then_some("Preprint"));
    entry.maybe("SN", arxiv.as_deref().filter(|_| is_preprint));
    entry.maybe("VL", reference.volume);
    entry.maybe("IS", reference.issue);
    match reference.page_range() {
        Some((first, last)) => {
            entry.put("SP", first);
            entry.put("EP", last);
        }
        None => entry.maybe("SP", reference.pages),
    }
    if let Some(date) = reference.date {
        entry.put("PY", &date.year().to_string());
        entry.put("DA", &slashed(date));
    }
    entry.maybe("ET", reference.version.as_deref());
    entry.maybe("DO", reference.doi.map(crate::value::Doi::as_str));
    entry.maybe("UR", reference.url.as_deref());
    entry.maybe("Y2", reference.seen.map(slashed).as_deref());
    entry.maybe("N1", arxiv.as_deref().filter(|_| !is_preprint));
    for note in reference.notes() {
        entry.put("N1", &note);
    }
    entry.put("ER", "");
    entry.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, tag: &str, value: &str) {
        self.0.extend([tag, "  - ", one_line(value).trim(), "\r\n"]);
    }

    fn maybe(&mut self, tag: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.put(tag, value);
        }
    }
}

/// `Family, Given, Jr.`; a name without a comma is that of a group, or of a person with one name.
///
/// Readers take everything up to the first comma for a family name, and the format has no mark for a group: the comma of
/// a group is written as a full-width one, which is the same character to whoever compares in NFKC.
pub(crate) fn name(author: &Author) -> String {
    match author {
        Author::Person(person) => person.sorted_name(),
        Author::Group(name) => name.replace(", ", "，").replace(',', "，"),
    }
}

/// A date as exact as it is known.
fn slashed(date: Date) -> String {
    date.to_string().replace('-', "/")
}
