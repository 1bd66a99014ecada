//! `BibTeX`: what it would read for itself is written so that `BibTeX`, biber and reference managers read it as text.

use unicode_normalization::UnicodeNormalization as _;

use super::one_line;
use crate::tex;
use crate::value::{Author, Doi, Person};
use crate::views::citation::{Reference, Work};

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// What stands before the entries: the first line is one that programs know.
pub(super) const HEAD: &str = "% Encoding: UTF-8\n\
     % In LaTeX, load the package url; for letters such as d with a stroke, fontenc with the option T1 too.\n\n";

/// Lets pdfLaTeX go on where a character has no form in `TeX`, such as those of Chinese, and put a question mark. Other
/// engines show such characters where a font has them.
const GUARD: &str =
    "@preamble{\"\\expandafter\\def\\csname UTFviii@undefined@err\\endcsname#1{?}\"}\n\n";

/// The most characters of a title that stands where an author would.
const LONGEST_KEY: usize = 40;

/// The entries of a file, with what they need before them.
pub(super) fn file(references: &[Reference<'_>]) -> String {
    let entries: Vec<String> = references.iter().map(entry).collect();
    let bare: Vec<&str> =
        entries.iter().map(|entry| entry.strip_prefix(GUARD).unwrap_or(entry)).collect();
    let guard = if entries.iter().any(|entry| entry.starts_with(GUARD)) { GUARD } else { "" };
    if entries.is_empty() { String::new() } else { format!("{HEAD}{guard}{}", bare.join("\n")) }
}

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
    let note = reference.described_in.as_ref().map(|paper| format!("Described in {paper}"));
    let names = authors(reference);
    // Styles sort and label by it where there is no author. Braces keep brackets in it from what is read as a label.
    let key = names.is_none().then(|| braced(braced(text(&shortened(reference.title)))));
    let fields = [
        ("author", names.map(braced)),
        ("key", key),
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
    if tex::shows(&entry) { entry } else { format!("{GUARD}{entry}") }
}

/// What stands before the colon of a title, or its first words.
fn shortened(title: &str) -> String {
    let title = one_line(title);
    let title = title.split(": ").next().unwrap_or_default();
    match title.char_indices().nth(LONGEST_KEY) {
        None => title.to_owned(),
        Some((end, _)) => {
            let start = title.get(..end).unwrap_or_default();
            let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
            format!("{words} ...")
        }
    }
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
    let whole = |name: &str| format!("{{{}}}", text(name));
    let person = match author {
        Author::Group(name) => return whole(name),
        Author::Person(person) => person,
    };
    let Person { given, particle, family, suffix, .. } = person;
    match (given.as_str(), suffix.as_str()) {
        ("", "") if !particle.is_empty() && !is_divided(family) => text(&person.name()),
        ("", "") if !is_divided(family) => text(family),
        // Styles shorten given names to a letter; where a letter is several bytes, they leave half a letter.
        (given, _) if given.is_empty() || !tex::shows(given) => whole(&person.name()),
        (given, "") => format!("{}, {}", family_name(particle, family), part(given)),
        (given, suffix) => {
            format!("{}, {}, {}", family_name(particle, family), part(suffix), part(given))
        }
    }
}

/// The particle and the family name; words in small letters that are no particle must not be taken for one.
fn family_name(particle: &str, family: &str) -> String {
    let small = |word: &str| word.chars().next().is_some_and(char::is_lowercase);
    let mut words = family.split(' ').rev().skip(1);
    let family = if words.any(small) { format!("{{{}}}", text(family)) } else { part(family) };
    if particle.is_empty() { family } else { format!("{} {family}", text(particle)) }
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
    let title: String = one_line(reference.title).nfc().collect();
    let mut written = String::new();
    let mut rest = title.as_str();
    while let Some(first) = rest.chars().next() {
        let word = |c: char| c.is_alphanumeric() || tex::is_mark(c);
        let end = rest.find(|c| word(c) != word(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        // Styles leave the very first letter alone, but not that behind an opening mark.
        let is_opening = !written.is_empty()
            && !title.get(..title.len() - rest.len()).is_some_and(|before| before.contains(word));
        if word(first) && (keeps_capitals(run) || is_opening) {
            written.extend(["{", &text(run), "}"]);
        } else {
            written.push_str(&text(run));
        }
        rest = after;
    }
    written
}

/// Whether a word is more than a first letter in capitals: `NASA`, `mRank`, `U2`, the `O` of a formula.
fn keeps_capitals(word: &str) -> bool {
    let mut letters = word.chars();
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let others = letters.as_str();
    others.contains(char::is_uppercase)
        || (first_is_capital && others.contains(char::is_numeric))
        || (first_is_capital && others.is_empty() && word != "A")
}

/// A text on one line, in the forms of `TeX`.
fn text(text: &str) -> String {
    tex::written(&one_line(text))
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
