//! RIS: a tag and a value on each line, of which none can begin a line or an entry of its own.

use super::{bibtex, one_line};
use crate::value::{Author, Date};
use crate::views::citation::{Reference, Work};

/// An entry of a `.ris` file, which ends its lines as the format asks.
pub(super) fn entry(reference: &Reference<'_>) -> String {
    let (kind, container) = match reference.work {
        Work::Article => ("JOUR", "T2"),
        Work::ConferencePaper => ("CPAPER", "T2"),
        Work::Preprint => ("UNPB", "PB"),
        Work::Report | Work::Event => ("GEN", "PB"),
        Work::Software => ("COMP", "PB"),
        Work::Dataset => ("DATA", "PB"),
    };
    let mut entry = Lines::default();
    entry.put("TY", kind);
    entry.put("ID", &reference.key);
    for author in &reference.authors {
        entry.put("AU", &name(author));
    }
    if reference.and_others {
        entry.put("AU", "others");
    }
    entry.put("TI", reference.title);
    entry.maybe(container, reference.container);
    entry.maybe("J2", reference.short_container.filter(|_| container == "T2"));
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
    entry.maybe("N1", reference.arxiv.map(|id| format!("arXiv:{id}")).as_deref());
    entry.maybe("N1", reference.described_in.as_deref().map(bibtex::described).as_deref());
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

fn name(author: &Author) -> String {
    match author {
        Author::Person { given, family } if !given.is_empty() => format!("{family}, {given}"),
        Author::Person { .. } | Author::Group(_) => author.to_string(),
    }
}

/// A date as exact as it is known.
fn slashed(date: Date) -> String {
    date.to_string().replace('-', "/")
}
