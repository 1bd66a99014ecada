//! The text of a new entry, field by field in the order of a file.

use std::collections::BTreeMap;

use super::draft::Draft;
use super::example::Examples;
use crate::catalog::Catalog;
use crate::read::placeholder::TO_FILL_IN;
use crate::read::{Field, Need, Shape};

/// A new entry as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scaffold {
    /// The text of the file.
    pub text: String,
    /// The routes that somebody must fill in.
    pub to_fill_in: Vec<String>,
}

/// The column at which comments begin, where the line before them leaves room.
const COMMENTS: usize = 44;

/// How many words of the vocabulary a comment names.
const MOST_WORDS: usize = 12;

/// A new entry has no finding that could be accepted; who offers this asks for silence before anything is said.
const NOT_OFFERED: &str = "allow";

/// Writes a draft, with one line for each field of its kind.
#[must_use]
pub fn write(draft: &Draft, catalog: &Catalog) -> Scaffold {
    let fields = &catalog.of(draft.kind).fields;
    let (languages, vocabulary) = (catalog.languages.as_slice(), &catalog.vocabulary);
    let examples = Examples { languages, vocabulary };
    let schema = crate::schema::path(draft.kind);
    let mut writer = Writer {
        draft,
        examples,
        text: format!("# yaml-language-server: $schema=../../{schema}\n{}\n", head()),
        to_fill_in: Vec::new(),
        instead: BTreeMap::new(),
    };
    writer.fields(fields, &catalog.of(draft.kind).one_of(), "", false);
    Scaffold { text: writer.text, to_fill_in: writer.to_fill_in }
}

/// What the file says of itself.
fn head() -> String {
    format!(
        "\
# What is marked {TO_FILL_IN} must have a value. A line that begins with # is an example of what else may be said:
# take the # away and give the value, or delete the line. A key that is not there means: not recorded yet.
"
    )
}

struct Writer<'w> {
    draft: &'w Draft,
    examples: Examples<'w>,
    text: String,
    to_fill_in: Vec<String>,
    /// For keys of which one is needed: those that would do as well.
    instead: BTreeMap<String, String>,
}

impl Writer<'_> {
    /// Writes fields; within an example all of them are examples.
    fn fields(
        &mut self,
        fields: &[Field],
        one_of: &[&[&'static str]],
        above: &str,
        in_example: bool,
    ) {
        let mut asked = Vec::new();
        for set in one_of {
            let Some(key) = self.asked(set, above) else { continue };
            let others =
                set.iter().filter(|other| **other != key).map(|other| format!("`{other}`"));
            self.instead.insert(join(above, key), others.collect::<Vec<_>>().join(" or "));
            asked.push(key);
        }
        for field in fields.iter().filter(|field| !(above.is_empty() && field.key == NOT_OFFERED)) {
            let route = join(above, field.key);
            let needed = field.need != Need::Optional || asked.contains(&field.key);
            let place = match (in_example, needed || self.is_known(&route)) {
                (true, _) => Place::WithinExample,
                (false, true) => Place::Live,
                (false, false) => Place::Example,
            };
            self.field(field, &route, place);
        }
    }

    /// Of keys of which one is needed, the one to ask for; none where one is known.
    fn asked(&self, set: &[&'static str], above: &str) -> Option<&'static str> {
        if set.iter().any(|key| self.is_known(&join(above, key))) {
            return None;
        }
        let preferred = set.iter().find(|key| self.draft.preferred.contains(key));
        preferred.or(set.first()).copied()
    }

    /// Whether a value is known at a route or below it.
    fn is_known(&self, route: &str) -> bool {
        let below = format!("{route}.");
        self.draft.known.keys().any(|known| known == route || known.starts_with(&below))
    }

    fn field(&mut self, field: &Field, route: &str, place: Place) {
        let shape = field.shape();
        let before = place.before(route.matches('.').count());
        if let Shape::Record { fields, one_of } = &shape {
            self.line(&format!("{before}{}:", field.key), field.doc.trim());
            self.fields(fields, one_of, route, place != Place::Live);
        } else if place != Place::Live {
            let example = self.examples.of_field(field);
            let about = format!("{}{}", field.doc.trim(), self.choice(&shape));
            self.line(&format!("{before}{}: {example}", field.key), &about);
        } else if let Some(value) = self.draft.known.get(route) {
            self.line(&format!("{before}{}: {value}", field.key), "");
        } else {
            let about = self.to_be_filled_in(field, &shape, route);
            self.line(&format!("{before}{}:", field.key), &about);
            self.to_fill_in.push(route.to_owned());
        }
    }

    /// A line with its comment.
    fn line(&mut self, content: &str, about: &str) {
        self.text.push_str(content);
        if !about.is_empty() {
            self.text
                .extend(std::iter::repeat_n(' ', COMMENTS.saturating_sub(content.chars().count())));
            self.text.push_str("  # ");
            self.text.push_str(about);
        }
        self.text.push('\n');
    }

    fn to_be_filled_in(&self, field: &Field, shape: &Shape, route: &str) -> String {
        let doc = field.doc.trim();
        let hint = match self.draft.hints.get(route) {
            Some(hint) => format!(" ({hint})"),
            None => self.choice(shape),
        };
        let example = match shape {
            Shape::Word(_) | Shape::Choice(_) | Shape::Line => String::new(),
            Shape::Either(short, long) => {
                let (short, long) = (self.examples.of(short), self.examples.of(long));
                format!(" Such as {short} or {long}")
            }
            other => format!(" Such as {}", self.examples.of(other)),
        };
        let instead = match self.instead.get(route) {
            Some(others) => format!(", or give {others} instead"),
            None => String::new(),
        };
        format!("{TO_FILL_IN}: {doc}{hint}{example}{instead}")
    }

    /// The words that a field takes, for its comment.
    fn choice(&self, shape: &Shape) -> String {
        let words: Vec<&str> = match shape {
            Shape::Choice(words) => words.iter().map(|(word, _)| *word).collect(),
            Shape::Word(section) => self.examples.vocabulary.words(section).collect(),
            Shape::List(item) => return self.choice(item).replacen("One", "Any", 1),
            _ => return String::new(),
        };
        let shown = words.get(..MOST_WORDS.min(words.len())).unwrap_or_default().join(", ");
        let more = if words.len() > MOST_WORDS { " …" } else { "" };
        if words.is_empty() { String::new() } else { format!(" One of {shown}{more}") }
    }
}

/// How a line stands in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// As it is read.
    Live,
    /// Commented out.
    Example,
    /// Below an example: the sign stands where that of the example's first line does.
    WithinExample,
}

impl Place {
    /// What stands before the key, so many levels below the top.
    fn before(self, levels: usize) -> String {
        let indent = "  ".repeat(levels);
        match self {
            Self::Live => indent,
            Self::Example => format!("{indent}# "),
            Self::WithinExample => format!("# {indent}"),
        }
    }
}

fn join(above: &str, key: &str) -> String {
    if above.is_empty() { key.to_owned() } else { format!("{above}.{key}") }
}
