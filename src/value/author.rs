//! An author of a paper: a person with given and family names, or a group.

use std::fmt;

use super::{Malformed, is_hidden, quoted};
use crate::diag::Code;

/// A person or a group; shown as `Given Family` or by the group's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Author {
    /// A person.
    Person(Person),
    /// A consortium, team or company.
    Group(String),
}

/// A person in the parts that the formats of citations ask for; what is not known is empty, but for the family name.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Person {
    /// Given names or initials.
    pub given: String,
    /// What stands before the family name and is not sorted by: `van der`, `de la`.
    pub particle: String,
    /// The family name, or the only name.
    pub family: String,
    /// What stands behind the family name: `Jr.`, `III`.
    pub suffix: String,
    /// The name as the person writes it in another script.
    pub also: String,
}

text_value!(Author, Code::BadAuthor);

/// The most characters a name may have.
const LONGEST: usize = 200;

impl Person {
    /// The family name with its particle.
    #[must_use]
    pub fn whole_family(&self) -> String {
        joined([&self.particle, &self.family])
    }

    /// The name as it is printed: `Jean-Paul van der Berg Jr.`
    #[must_use]
    pub fn name(&self) -> String {
        joined([&self.given, &self.particle, &self.family, &self.suffix])
    }

    /// The name as lists sort it: `van der Berg, Jean-Paul, Jr.`
    #[must_use]
    pub fn sorted_name(&self) -> String {
        let parts = [&self.whole_family(), &self.given, &self.suffix];
        let parts: Vec<&str> = parts.into_iter().map(String::as_str).collect();
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// The text that reads as this very person, but for the name in another script.
    fn written(&self) -> String {
        let family = self.whole_family();
        let by_comma = match (self.given.as_str(), self.suffix.as_str()) {
            ("", "") => family,
            ("", suffix) => format!("{family}, {suffix}"),
            (given, "") => format!("{family}, {given}"),
            (given, suffix) => format!("{family}, {suffix}, {given}"),
        };
        let name = self.name();
        let same = Self::read(&name) == Self { also: String::new(), ..self.clone() };
        if same { name } else { by_comma }
    }

    /// Reads `Given Family`, `Family, Given` and `Family, Jr., Given`.
    fn read(text: &str) -> Self {
        let (given, family, suffix) = match text.split(", ").collect::<Vec<_>>().as_slice() {
            [family, suffix, given] => (*given, *family, *suffix),
            [name, suffix] if is_suffix(suffix) => {
                let (given, family) = split_words(name);
                (given, family, *suffix)
            }
            [family, given] => match (split_suffix(family), split_suffix(given)) {
                ((family, ""), (given, suffix)) | ((family, suffix), (given, "")) => {
                    (given, family, suffix)
                }
                ((family, suffix), _) => (*given, family, suffix),
            },
            _ => {
                let (name, suffix) = split_suffix(text);
                let (given, family) = split_words(name);
                (given, family, suffix)
            }
        };
        let (particle, family) = split_particle(family);
        Self {
            given: given.to_owned(),
            particle: particle.to_owned(),
            family: family.to_owned(),
            suffix: suffix.to_owned(),
            also: String::new(),
        }
    }
}

fn joined<const N: usize>(parts: [&String; N]) -> String {
    let parts = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

impl Author {
    /// The longest one, in characters.
    pub const LONGEST: usize = LONGEST;

    /// Makes a group of its name.
    #[must_use]
    pub fn group(name: impl Into<String>) -> Self {
        Self::Group(name.into())
    }

    /// Makes a person of the two parts that everybody knows.
    #[must_use]
    pub fn person(given: impl Into<String>, family: impl Into<String>) -> Self {
        let (given, family) = (given.into(), family.into());
        Self::Person(Person { given, family, ..Person::default() })
    }

    /// The name without what the person is called in another script.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Person(person) => person.name(),
            Self::Group(name) => name.clone(),
        }
    }

    /// The text that reads as this very person: `Family, Given` where `Given Family` would be split elsewhere.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            Self::Person(person) => person.written(),
            Self::Group(name) => name.clone(),
        }
    }

    fn examine(text: &str) -> Result<Self, Malformed> {
        match fault_of_text(text).or_else(|| fault_of_person(text)) {
            Some(malformed) => Err(malformed),
            None => Ok(Self::Person(Person::read(text))),
        }
    }
}

impl fmt::Display for Author {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(person) if !person.also.is_empty() => {
                write!(f, "{} ({})", person.name(), person.also)
            }
            Self::Person(_) | Self::Group(_) => f.write_str(&self.name()),
        }
    }
}

/// Words in small letters that belong to the family name which they stand before.
const PARTICLES: [&str; 34] = [
    "af", "al", "av", "bin", "bint", "da", "das", "de", "degli", "dei", "del", "della", "dem",
    "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "las", "le", "los", "van", "ten",
    "ter", "'t", "vom", "von", "zu", "zum", "zur",
];

/// Words that begin a family name and are a part of it.
const BEGINNINGS: [&str; 2] = ["St.", "Ste."];

/// Splits `Given Family`: the family begins at the first particle, or is the last word.
fn split_words(text: &str) -> (&str, &str) {
    let mut starts = text.match_indices(' ').map(|(at, _)| at + 1).collect::<Vec<_>>();
    let word_at =
        |at: usize| text.get(at..).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
    let last = starts.pop();
    let begins = |word| PARTICLES.contains(&word) || BEGINNINGS.contains(&word);
    let particle = std::iter::once(0).chain(starts).find(|at| begins(word_at(*at)));
    let family = match (particle, last) {
        (Some(particle), Some(_)) => particle,
        (_, last) => last.unwrap_or(0),
    };
    let (given, family) = text.split_at_checked(family).unwrap_or(("", text));
    (given.trim_end(), family)
}

/// Splits the particles from the family name, which is at least one word.
fn split_particle(family: &str) -> (&str, &str) {
    let mut rest = family;
    while let Some((word, after)) = rest.split_once(' ')
        && PARTICLES.contains(&word)
    {
        rest = after;
    }
    let particle = family.strip_suffix(rest).unwrap_or_default();
    (particle.trim_end(), rest)
}

/// Splits a suffix from the end of a name, which is at least one word.
fn split_suffix(name: &str) -> (&str, &str) {
    match name.rsplit_once(' ') {
        Some((name, suffix)) if is_suffix(suffix) => (name, suffix),
        _ => (name, ""),
    }
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV" | "2nd" | "3rd")
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
    let others =
        [fault_of_nobody, fault_of_titles, fault_of_group, fault_of_brackets, fault_of_end];
    if let Some(malformed) = others.iter().find_map(|fault| fault(text)) {
        return Some(malformed);
    }
    if let [family, middle, last] = text.split(',').map(str::trim).collect::<Vec<_>>().as_slice()
        && [family, last].iter().all(|part| part.contains(char::is_alphabetic))
    {
        let tidy = |suffix: &str, given: &str| format!("{family}, {suffix}, {given}");
        if is_suffix(middle) {
            let tidy = tidy(middle, last);
            return (tidy != text)
                .then(|| refusal(text).label("a comma is followed by one space").instead(tidy));
        }
        if is_suffix(last) {
            let label = "the suffix stands behind the family name";
            return Some(refusal(text).label(label).instead(tidy(last, middle)));
        }
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

/// What a text means that has brackets around it or behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bracketed {
    /// `{The ENCODE Consortium}`: a group, as `BibTeX` has it.
    Group(String),
    /// `Hao Chen (陈昊)`: a person with the name in another script.
    Also {
        /// The name in letters that have capitals.
        name: String,
        /// The other one.
        also: String,
    },
}

impl Bracketed {
    /// Finds what is meant.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        if let Some(inner) = text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            let inner = inner.trim_matches(['{', '}', ' ']);
            let is_whole = !inner.is_empty() && !inner.contains(['{', '}', '\\']);
            return is_whole.then(|| Self::Group(inner.to_owned()));
        }
        if is_group(text) {
            return Some(Self::Group(text.to_owned()));
        }
        let (outer, inner) = text.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?;
        let (outer, inner) = (outer.trim(), inner.trim());
        let (name, also) = match (is_cased(outer), is_cased(inner)) {
            (Some(true), Some(false)) => (outer, inner),
            (Some(false), Some(true)) => (inner, outer),
            _ => return None,
        };
        let is_name = Author::examine(name).is_ok();
        is_name.then(|| Self::Also { name: name.to_owned(), also: also.to_owned() })
    }
}

/// Whether a name is in a script that has capitals; nothing is known of a name without letters.
fn is_cased(name: &str) -> Option<bool> {
    let first = name.chars().find(|c| c.is_alphabetic())?;
    Some(first.is_uppercase() || first.is_lowercase())
}

fn fault_of_brackets(text: &str) -> Option<Malformed> {
    match Bracketed::of(text) {
        Some(Bracketed::Group(name)) => {
            let help = format!("write `{{group: {name}}}`");
            return Some(refusal(text).label("a group, in braces").help(help));
        }
        Some(Bracketed::Also { name, also }) => {
            let help = format!("write `{{name: {name}, also: {also}}}`");
            return Some(refusal(text).label("a name in two scripts").help(help));
        }
        None => {}
    }
    let name = text.strip_suffix([')', '）'])?.rsplit_once(['(', '（'])?.0.trim_end();
    Some(refusal(text).label("it ends in brackets").help(format!(
        "delete what is no part of the name: `{name}`; a name in another script is written \
         `{{name: Hao Chen, also: 陈昊}}`"
    )))
}

/// What is meant by a name that ends in capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The name, if these are initials: `Zhang, H. L.`
    pub by_initials: String,
    /// The name, if they can be a family name in capitals: `Wei Li`.
    pub as_a_name: Option<String>,
}

impl Author {
    /// What is likely meant, where initials stand behind a family name: `Zhang HL`. Where the capitals can be a family
    /// name of their own, as in `Wei LI`, nobody but a person can tell.
    #[must_use]
    pub fn turned(text: &str) -> Option<Turned> {
        let words: Vec<&str> = text.split(' ').collect();
        let is_initials =
            |word: &&&str| word.len() <= 3 && word.bytes().all(|c| c.is_ascii_uppercase());
        let initials = words.iter().rev().take_while(is_initials).count();
        let (family, initials) = words.split_at_checked(words.len() - initials)?;
        let capital = |word: &&str| {
            word.chars().any(char::is_lowercase)
                && word.chars().next().is_some_and(char::is_uppercase)
        };
        let fits = !text.contains(',')
            && !initials.is_empty()
            && (1..=2).contains(&family.len())
            && family.iter().all(capital)
            && !initials.iter().any(|word| is_suffix(word));
        let letters = initials.iter().flat_map(|word| word.chars());
        let letters: Vec<String> = letters.map(|letter| format!("{letter}.")).collect();
        let can_be_a_name =
            |word: &&str| word.len() > 1 && word.contains(['A', 'E', 'I', 'O', 'U', 'Y']);
        let small = |word: &&str| {
            let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
            format!("{first}{}", rest.to_ascii_lowercase())
        };
        let as_a_name = initials.iter().all(can_be_a_name).then(|| {
            let words =
                family.iter().map(|word| (*word).to_owned()).chain(initials.iter().map(small));
            words.collect::<Vec<_>>().join(" ")
        });
        let by_initials = format!("{}, {}", family.join(" "), letters.join(" "));
        fits.then_some(Turned { by_initials, as_a_name })
    }

    /// Whether a text is one word in letters that have capitals, which is seldom the whole name of a person.
    #[must_use]
    pub fn is_one_word(text: &str) -> bool {
        !text.is_empty() && !text.contains([' ', ',']) && is_cased(text) == Some(true)
    }
}

/// `unknown` stands for nobody, and would be cited as if it were a name.
fn fault_of_nobody(text: &str) -> Option<Malformed> {
    const NOBODY: [&str; 8] = [
        "unknown",
        "anonymous",
        "n/a",
        "none",
        "not known",
        "various",
        "various authors",
        "no author",
    ];
    NOBODY.contains(&text.to_lowercase().as_str()).then(|| {
        refusal(text).label("nobody's name").help(
            "leave `authors` out while they are not known; what a source names can be added later",
        )
    })
}

/// Titles before a name and degrees behind it are no part of it.
fn fault_of_titles(text: &str) -> Option<Malformed> {
    const BEFORE: [&str; 9] =
        ["Dr", "Dr.", "Prof", "Prof.", "Professor", "Mr", "Mr.", "Mrs.", "Ms."];
    const BEHIND: [&str; 12] = [
        "PhD", "Ph.D.", "Ph.D", "DPhil", "D.Phil.", "M.D.", "M.D", "MSc", "M.Sc.", "BSc", "B.Sc.",
        "MPH",
    ];
    let bare = match (text.split_once(' '), text.rsplit_once(' ')) {
        (Some((first, rest)), _) if BEFORE.contains(&first) && rest.contains(' ') => rest,
        (_, Some((name, "MD"))) if name.ends_with(',') => name.trim_end_matches(','),
        (_, Some((name, last))) if BEHIND.contains(&last) => name.trim_end_matches(','),
        _ => return None,
    };
    Some(refusal(text).label("a title is no part of a name").suggest(bare))
}

/// Whether a name is that of a group: no family bears these words.
#[must_use]
fn is_group(text: &str) -> bool {
    const GROUPS: [&str; 14] = [
        "consortium",
        "consortia",
        "team",
        "group",
        "project",
        "network",
        "collaboration",
        "initiative",
        "contributors",
        "committee",
        "research",
        "developers",
        "community",
        "deepmind",
    ];
    let last = text.rsplit_once(' ').map(|(_, last)| last.to_lowercase());
    !text.contains(',') && last.is_some_and(|last| GROUPS.contains(&last.as_str()))
}

fn fault_of_group(text: &str) -> Option<Malformed> {
    is_group(text).then(|| {
        refusal(text).label("the name of a group").help(format!("write `{{group: {text}}}`"))
    })
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
