//! CSL-JSON, as its schema has it: what Zotero, pandoc and citeproc read.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::Formatter;

use crate::value::{Author, Date, Doi};
use crate::views::citation::{Reference, Work};

/// What stands around and between the items of a list that is not empty.
pub(super) const FRAME: [&str; 3] = ["[\n", ",\n", "\n]\n"];

/// An item as it stands in a list.
pub(super) fn item(reference: &Reference<'_>) -> String {
    let alone = list(std::slice::from_ref(reference));
    let [before, _, after] = FRAME;
    let item = alone.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
    item.unwrap_or(&alone).to_owned()
}

/// A list of items, each key on a line of its own.
pub(super) fn list(references: &[Reference<'_>]) -> String {
    let items: Vec<Item<'_>> = references.iter().map(Item::of).collect();
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Shallow::default());
    // Texts and numbers are all there is to write, and those always can be.
    let written = items.serialize(&mut serializer);
    debug_assert!(written.is_ok());
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// Breaks lines between the items and between their keys, and nowhere below.
#[derive(Default)]
struct Shallow {
    depth: usize,
}

impl Shallow {
    fn line<W: ?Sized + Write>(&self, out: &mut W, comma: bool) -> io::Result<()> {
        match (comma, self.depth) {
            (true, 3..) => out.write_all(b", "),
            (false, 3..) => Ok(()),
            (comma, depth) => {
                out.write_all(if comma { b",\n" } else { b"\n" })?;
                (0..depth).try_for_each(|_| out.write_all(b"  "))
            }
        }
    }

    fn open<W: ?Sized + Write>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth += 1;
        out.write_all(mark)
    }

    fn close<W: ?Sized + Write>(&mut self, out: &mut W, mark: &[u8]) -> io::Result<()> {
        self.depth -= 1;
        if self.depth < 2 {
            self.line(out, false)?;
        }
        out.write_all(mark)
    }
}

impl Formatter for Shallow {
    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.open(out, b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.close(out, b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.line(out, !first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Item<'r> {
    id: &'r str,
    r#type: &'static str,
    title: &'r str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    author: Vec<Name<'r>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    container_title_short: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    volume: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issue: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(rename = "DOI", skip_serializing_if = "Option::is_none")]
    doi: Option<&'r str>,
    #[serde(rename = "URL", skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accessed: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

/// A person, or a group.
#[derive(Serialize)]
#[serde(untagged)]
enum Name<'r> {
    Person {
        #[serde(rename = "non-dropping-particle", skip_serializing_if = "str::is_empty")]
        particle: &'r str,
        family: &'r str,
        #[serde(skip_serializing_if = "str::is_empty")]
        given: &'r str,
        #[serde(skip_serializing_if = "str::is_empty")]
        suffix: &'r str,
    },
    Literal {
        literal: &'r str,
    },
}

#[derive(Serialize)]
struct DateParts {
    #[serde(rename = "date-parts")]
    parts: [Vec<u16>; 1],
}

impl<'r> Item<'r> {
    fn of(reference: &'r Reference<'_>) -> Self {
        let kind = match reference.work {
            Work::Article => "article-journal",
            Work::ConferencePaper => "paper-conference",
            Work::Preprint => "article",
            Work::Report => "document",
            Work::Software => "software",
            Work::Dataset => "dataset",
            Work::Event => "event",
        };
        let contained = matches!(reference.work, Work::Article | Work::ConferencePaper);
        Self {
            id: &reference.key,
            r#type: kind,
            title: reference.title,
            author: reference.authors.iter().map(|author| Name::of(author)).collect(),
            issued: reference.date.map(DateParts::of),
            container_title: reference.container.filter(|_| contained),
            container_title_short: reference.short_container.filter(|_| contained),
            publisher: reference.container.filter(|_| !contained),
            volume: reference.volume,
            issue: reference.issue,
            page: reference.pages,
            version: reference.version.as_deref(),
            number: reference.arxiv.filter(|_| !contained).map(|id| format!("arXiv:{id}")),
            doi: reference.doi.map(Doi::as_str),
            url: reference.url.as_deref(),
            accessed: reference.seen.map(DateParts::of),
            // Styles write `et al.` by a number of authors, which no item can set: so nobody is added, and it is noted.
            note: Some(reference.notes().join(". ")).filter(|note| !note.is_empty()),
        }
    }
}

impl<'r> Name<'r> {
    fn of(author: &'r Author) -> Self {
        match author {
            Author::Person(person) => Self::Person {
                particle: &person.particle,
                family: &person.family,
                given: &person.given,
                suffix: &person.suffix,
            },
            Author::Group(literal) => Self::Literal { literal },
        }
    }
}

impl DateParts {
    fn of(date: Date) -> Self {
        let smaller = [date.month(), date.day()].into_iter().flatten().map(u16::from);
        Self { parts: [std::iter::once(date.year()).chain(smaller).collect()] }
    }
}
