//! An author of a paper: a person with given and family names, or a group.

use std::fmt;

use super::{Malformed, is_hidden, quoted};
use crate::diag::Code;

/// A person or a group; shown as `Given Family` or by the group's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// A person; the given name is empty where only one name is known.
    Person {
        /// Given names or initials.
        given: String,
        /// Family name, with its particles.
        family: String,
    },
    /// A consortium, team or company.
    Group(String),
}

text_value!(Author, Code::BadAuthor);

/// The most characters a name may have.
const LONGEST: usize = 200;

impl Author {
    /// Makes a group of its name.
    #[must_use]
    pub fn group(name: impl Into<String>) -> Self {
        Self::Group(name.into())
    }

    /// The text that reads as this very person: `Family, Given` where `Given Family` would be split elsewhere.
    #[must_use]
    pub fn written(&self) -> String {
        let shown = self.to_string();
        match self {
            Self::Person { given, family }
                if !given.is_empty()
                    && split_words(&shown) != (given.as_str(), family.as_str()) =>
            {
                format!("{family}, {given}")
            }
            Self::Person { .. } | Self::Group(_) => shown,
        }
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        if let Some(malformed) = fault_of_text(text).or_else(|| fault_of_person(text)) {
            return Err(malformed);
        }
        let (given, family) = match text.split_once(", ") {
            Some((family, given)) => (given, family),
            None => split_words(text),
        };
        Ok(Self::Person { given: given.to_owned(), family: family.to_owned() })
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person { given, family } if given.is_empty() => f.write_str(family),
            Self::Person { given, family } => write!(f, "{given} {family}"),
            Self::Group(name) => f.write_str(name),
        }
    }
}

/// Splits `Given Family`: the family begins at the first particle, or is the last word with its suffix.
fn split_words(text: &str) -> (&str, &str) {
    const PARTICLES: [&str; 31] = [
        "af", "al", "av", "bin", "bint", "da", "das", "de", "degli", "dei", "del", "della", "den",
        "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "van", "ten", "ter", "'t", "vom",
        "von", "zu", "zum", "zur",
    ];
    let mut starts = text.match_indices(' ').map(|(at, _)| at + 1).collect::<Vec<_>>();
    let word_at =
        |at: usize| text.get(at..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let last = starts.pop();
    let before_last = starts.last().copied();
    let particle = std::iter::once(0).chain(starts).find(|at| PARTICLES.contains(&word_at(*at)));
    let family = match (particle, before_last, last) {
        (Some(particle), _, Some(_)) => particle,
        (None, Some(before), Some(last)) if is_suffix(word_at(last)) => before,
        (_, _, last) => last.unwrap_or(0),
    };
    let (given, family) = text.split_at_checked(family).unwrap_or(("", text));
    (given.trim_end(), family)
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV")
}

fn refusal(text: &str) -> Malformed {
    Malformed::new(Code::BadAuthor, format!("{} is not the name of an author", quoted(text)))
}

/// What no name looks like.
fn fault_of_text(text: &str) -> Option<Malformed> {
    if text.chars().any(is_hidden) {
        return Some(refusal(text).label("a hidden character").help("type the name anew"));
    }
    if !text.chars().any(char::is_alphabetic) {
        return Some(
            refusal(text).label("no letters").help("write `Given Family` or `Family, Given`"),
        );
    }
    if text.chars().count() > LONGEST {
        return Some(refusal(text).label("too long").help("write one author per line"));
    }
    let is_spaced = text.split_whitespace().eq(text.split(' '));
    (!is_spaced).then(|| {
        let words: Vec<&str> = text.split_whitespace().collect();
        refusal(text).label("space that is not one plain space").instead(words.join(" "))
    })
}

fn fault_of_person(text: &str) -> Option<Malformed> {
    let lower = text.to_lowercase();
    let word = |wanted: &str| lower.split([' ', ',']).any(|word| word == wanted);
    if lower.ends_with("et al.")
        || lower.ends_with("et al")
        || word("others")
        || text.ends_with('…')
    {
        return Some(refusal(text).label("more authors, not named").help(
            "name the authors that are known, one per line, and set `authors_complete: false`",
        ));
    }
    if let Some(malformed) = fault_of_end(text) {
        return Some(malformed);
    }
    let commas = text.matches(',').count();
    if commas > 1 || text.contains([';', '&']) || word("and") {
        return Some(
            refusal(text)
                .label("more than one name")
                .help("write one author per line; a consortium is written `{group: Name}`"),
        );
    }
    if let Some((family, given)) = text.split_once(',') {
        let (family, given) = (family.trim_end(), given.trim_start());
        let one_given = given.contains(char::is_alphabetic) && family.contains(char::is_alphabetic);
        let tidy = format!("{family}, {given}");
        let bare = family.trim_end_matches(is_mark);
        return match (one_given, tidy == text) {
            (true, true) if bare != family => {
                Some(refusal(text).label(MARK).suggest(format!("{bare}, {given}")))
            }
            (true, true) => None,
            (true, false) => {
                Some(refusal(text).label("a comma is followed by one space").instead(tidy))
            }
            (false, _) => Some(
                refusal(text)
                    .label("a comma without a name beside it")
                    .help("write `Given Family` or `Family, Given`"),
            ),
        };
    }
    fault_of_order(text)
}

const MARK: &str = "a mark that is no part of the name";

/// Marks of affiliations and footnotes that copying leaves behind a name.
fn is_mark(c: char) -> bool {
    c.is_numeric() || matches!(c, '*' | '†' | '‡' | '§' | '¶' | '#' | ',' | ' ')
}

fn fault_of_end(text: &str) -> Option<Malformed> {
    let name = text.trim_end_matches(is_mark);
    (name != text).then(|| refusal(text).label(MARK).suggest(name))
}

/// `Chen J.` is a family name and an initial.
fn fault_of_order(text: &str) -> Option<Malformed> {
    let (family, initials) = text.rsplit_once(' ')?;
    let initial = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_uppercase);
    let only_initials =
        initials.strip_suffix('.')?.split(['.', '-']).all(|part| part.is_empty() || initial(part));
    only_initials.then(|| {
        refusal(text).label("it ends in an initial").suggest(format!("{family}, {initials}"))
    })
}
