//! A reference as a sentence, in the order and with the marks of APA style, seventh edition.

use super::one_line;
use crate::value::{Author, Person};
use crate::views::citation::{Reference, Work};

/// The most authors that are all named; of more, the first nineteen and the last.
const MOST: usize = 20;

/// The sentence.
#[must_use]
pub fn sentence(reference: &Reference<'_>) -> String {
    let year = reference.date.map_or_else(|| "n.d.".to_owned(), |date| date.year().to_string());
    let genre = match reference.work {
        Work::Software => " [Computer software]",
        Work::Dataset => " [Data set]",
        _ => "",
    };
    let version = reference.version.as_deref().map(|version| format!(" (Version {version})"));
    let title = format!("{}{}{genre}", reference.title, version.unwrap_or_default());
    let mut parts = match authors(reference) {
        Some(authors) => vec![ended(&format!("{authors} ({year})")), ended(&title)],
        // Without an author the title takes its place.
        None => vec![ended(&title), format!("({year}).")],
    };
    parts.extend(container(reference));
    parts.extend(reference.address());
    one_line(&parts.join(" "))
}

/// The container with the place in it: `Journal, 25(3), bbae163.`
fn container(reference: &Reference<'_>) -> Option<String> {
    let mut parts = vec![reference.container?.to_owned()];
    match (reference.volume, reference.issue) {
        (Some(volume), Some(issue)) => parts.push(format!("{volume}({issue})")),
        (Some(volume), None) => parts.push(volume.to_owned()),
        (None, Some(issue)) => parts.push(format!("({issue})")),
        (None, None) => {}
    }
    match reference.page_range() {
        Some((first, last)) => parts.push(format!("{first}–{last}")),
        None => parts.extend(reference.pages.map(str::to_owned)),
    }
    Some(ended(&parts.join(", ")))
}

/// A sentence that ends once.
fn ended(text: &str) -> String {
    let stop = if text.ends_with(['.', '?', '!', '。', '？', '！']) { "" } else { "." };
    format!("{text}{stop}")
}

fn authors(reference: &Reference<'_>) -> Option<String> {
    let names: Vec<String> = reference.authors.iter().map(|author| name(author)).collect();
    let (last, others) = names.split_last()?;
    if reference.and_others {
        return Some(format!("{}, et al.", names.join(", ")));
    }
    Some(match others {
        [] => last.clone(),
        _ if names.len() <= MOST => format!("{}, & {last}", others.join(", ")),
        _ => {
            let first: Vec<&str> = others.iter().take(MOST - 1).map(String::as_str).collect();
            format!("{}, . . . {last}", first.join(", "))
        }
    })
}

fn name(author: &Author) -> String {
    match author {
        Author::Person(person) => {
            let given: Vec<String> = person.given.split_whitespace().map(initials).collect();
            Person { given: given.join(" "), ..person.clone() }.sorted_name()
        }
        Author::Group(name) => name.clone(),
    }
}

/// `Jean-Paul` as `J.-P.`; a name in a script without capitals stays whole.
fn initials(name: &str) -> String {
    let initial = |part: &str| {
        let first =
            part.chars().next().filter(|first| first.is_uppercase() || first.is_lowercase());
        first.map_or_else(|| part.to_owned(), |first| format!("{}.", first.to_uppercase()))
    };
    name.split('-').filter(|part| !part.is_empty()).map(initial).collect::<Vec<_>>().join("-")
}
