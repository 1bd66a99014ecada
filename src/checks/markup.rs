//! Titles and names of papers are plain text: markup of HTML or `TeX` would be shown as it is typed.

use super::{Check, Subject};
use crate::diag::{Code, Diag, Place};
use crate::plain::{Marked, marked};
use crate::value::Author;
use crate::yaml::quoted;

/// The checks of this topic.
pub(super) const CHECKS: &[(&str, Check)] = &[("texts_are_plain", texts_are_plain)];

fn texts_are_plain(subject: Subject<'_>, findings: &mut Vec<Diag>) {
    for record in &subject.catalog.records {
        let Some(paper) = record.entry.paper() else { continue };
        let mut check = |route: String, text: &str| {
            let Some(Marked { what, plain }) = marked(text) else { return };
            let place = Place::value(record.file, route.as_str());
            let message = format!("`{route}` holds {what}, and it is shown as plain text");
            let diag = Diag::new(Code::MarkupInText, place, message);
            findings.push(match plain {
                // What sets letters in italics is lost, so a person has to look.
                Some(plain) => diag
                    .help(format!("write the characters themselves: `{plain}`"))
                    .suggest(quoted(&plain)),
                None => diag.help("write the characters themselves, such as `α`, `₂` or `É`"),
            });
        };
        check("title".to_owned(), paper.title.as_str());
        for (route, line) in [("venue", &paper.venue), ("venue_short", &paper.venue_short)] {
            if let Some(line) = line {
                check(route.to_owned(), line.as_str());
            }
        }
        for (index, author) in paper.authors.iter().enumerate() {
            match author {
                // A group is always written with its key, and so is a person with a name in another script.
                Author::Group(name) => check(format!("authors[{index}].group"), name),
                Author::Person(person) if person.also.is_empty() => {
                    check(format!("authors[{index}]"), &person.name());
                }
                Author::Person(person) => check(format!("authors[{index}].name"), &person.name()),
            }
        }
    }
}
