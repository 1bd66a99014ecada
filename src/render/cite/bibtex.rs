//! `BibTeX`: what it would read for itself is written so that `BibTeX`, biber and reference managers read it as text.

use super::one_line;
use crate::value::{Author, Doi};
use crate::views::citation::{Reference, Work};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// An entry of a `.bib` file.
pub(super) fn entry(reference: &Reference<'_>) -> String {
    let (kind, container) = match reference.work {
        Work::Article => ("article", "journal"),
        Work::ConferencePaper => ("inproceedings", "booktitle"),
        // The styles of `BibTeX` itself do not know `software`, `dataset` and `online`; every program knows `misc`.
        _ => ("misc", "howpublished"),
    };
    let held_by = match reference.work {
        Work::Software => Some("Computer software"),
        Work::Dataset => Some("Data set"),
        _ => reference.container,
    };
    let month = reference.date.and_then(|date| date.month());
    let month = month.and_then(|month| MONTHS.get(usize::from(month) - 1));
    let pages = match reference.page_range() {
        Some((first, last)) => Some(format!("{first}--{last}")),
        None => reference.pages.map(text),
    };
    let braced = |text: String| format!("{{{text}}}");
    let shown = |value: Option<&str>| value.map(text).map(braced);
    let plain = |value: Option<&str>| value.map(verbatim).map(braced);
    let year = reference.date.map(|date| date.year().to_string());
    let seen = reference.seen.as_ref().map(ToString::to_string);
    let note = reference.described_in.as_deref().map(described);
    let fields = [
        ("author", authors(reference).map(braced)),
        ("title", Some(braced(title(reference)))),
        (container, shown(held_by)),
        ("volume", shown(reference.volume)),
        ("number", shown(reference.issue)),
        ("pages", pages.map(braced)),
        ("year", shown(year.as_deref())),
        ("month", month.map(|month| (*month).to_owned())),
        ("version", shown(reference.version.as_deref())),
        ("doi", plain(reference.doi.map(Doi::as_str))),
        ("eprint", plain(reference.arxiv)),
        ("archiveprefix", shown(reference.arxiv.map(|_| "arXiv"))),
        ("url", plain(reference.url.as_deref())),
        ("urldate", shown(seen.as_deref())),
        ("note", shown(note.as_deref())),
    ];
    let mut entry = format!("@{kind}{{{},\n", reference.key);
    for (name, value) in fields {
        if let Some(value) = value {
            entry.extend(["  ", name, " = ", &value, ",\n"]);
        }
    }
    entry.push_str("}\n");
    entry
}

/// A sentence on a paper that has no entry of its own.
pub(super) fn described(address: &str) -> String {
    format!("Described in {address}")
}

/// Names as `Family, Given`, joined by `and`.
fn authors(reference: &Reference<'_>) -> Option<String> {
    let mut names: Vec<String> = reference.authors.iter().map(|author| name(author)).collect();
    if reference.and_others {
        names.push("others".to_owned());
    }
    (!names.is_empty()).then(|| names.join(" and "))
}

/// Braces keep together what would be taken apart: a group, and a person who has one name.
fn name(author: &Author) -> String {
    match author {
        Author::Group(name) => format!("{{{}}}", text(name)),
        Author::Person { given, family } if given.is_empty() && !is_divided(family) => text(family),
        Author::Person { given, family } if given.is_empty() => format!("{{{}}}", text(family)),
        Author::Person { given, family } => format!("{}, {}", part(family), part(given)),
    }
}

fn part(text_of_part: &str) -> String {
    let words = |word: &str| word.eq_ignore_ascii_case("and") || word == "others";
    let divides = text_of_part.contains(',') || text_of_part.split_whitespace().any(words);
    if divides { format!("{{{}}}", text(text_of_part)) } else { text(text_of_part) }
}

fn is_divided(name: &str) -> bool {
    name.contains([' ', ',']) || name == "others" || name.eq_ignore_ascii_case("and")
}

/// A title whose capitals stay: styles put titles into small letters, except for what stands in braces.
fn title(reference: &Reference<'_>) -> String {
    if matches!(reference.work, Work::Software | Work::Dataset | Work::Event) {
        return format!("{{{}}}", text(reference.title));
    }
    let title = one_line(reference.title);
    let mut written = String::new();
    let mut rest = title.as_str();
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric();
        let end = rest.find(|c| word(c) != word(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if word(first) && keeps_capitals(run) {
            written.extend(["{", run, "}"]);
        } else {
            written.push_str(&text(run));
        }
        rest = after;
    }
    written
}

/// Whether a word is more than a first letter in capitals: `RNA`, `mRNA`, `U2`, the `O` of a formula.
fn keeps_capitals(word: &str) -> bool {
    let mut letters = word.chars();
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let others = letters.as_str();
    others.contains(char::is_uppercase)
        || (first_is_capital && others.contains(char::is_numeric))
        || (first_is_capital && others.is_empty() && word != "A")
}

/// A text whose special characters are shown. Braces are counted even behind a backslash, so they have words.
fn text(text: &str) -> String {
    let mut written = String::new();
    for c in one_line(text).chars() {
        match c {
            '{' => written.push_str("\\textbraceleft{}"),
            '}' => written.push_str("\\textbraceright{}"),
            '\\' => written.push_str("\\textbackslash{}"),
            '^' => written.push_str("\\textasciicircum{}"),
            '~' => written.push_str("\\textasciitilde{}"),
            '%' | '$' | '&' | '#' | '_' => written.extend(['\\', c]),
            _ => written.push(c),
        }
    }
    written
}

/// An identifier or an address, which is not read as `TeX`; what could end the value is encoded.
fn verbatim(text: &str) -> String {
    let mut written = String::new();
    for c in text.chars() {
        match c {
            '{' | '}' | '\\' | '"' | ' ' => {
                written.extend(["%", &format!("{:02X}", u32::from(c))]);
            }
            c if c.is_control() => {}
            c => written.push(c),
        }
    }
    written
}
