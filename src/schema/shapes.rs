//! From shapes to schemas; what is used more than once is defined once.

use indexmap::IndexMap;

use super::json::{Json, Object, objects, texts};
use super::{rules, scalars};
use crate::read::{Field, Need, Shape};
use crate::vocabulary::Vocabulary;

/// Draws schemas for a list and keeps the definitions they refer to.
pub(super) struct Shapes<'l> {
    languages: &'l [String],
    vocabulary: &'l Vocabulary,
    /// The fields of the entry, for routes into it.
    fields: &'l [Field],
    definitions: IndexMap<String, Object>,
}

impl<'l> Shapes<'l> {
    pub(super) fn new(
        languages: &'l [String],
        vocabulary: &'l Vocabulary,
        fields: &'l [Field],
    ) -> Self {
        Self { languages, vocabulary, fields, definitions: IndexMap::new() }
    }

    /// The definitions that were referred to.
    pub(super) fn definitions(self) -> Object {
        let definitions = self.definitions.into_iter();
        definitions.fold(Object::default(), |all, (name, schema)| all.with(&name, schema))
    }

    /// A map with keys of its own; those that only listed entries need are left to the rules.
    pub(super) fn record(&mut self, fields: &[Field]) -> Object {
        let always = fields.iter().filter(|field| field.need == Need::Always);
        let required = texts(always.map(|field| field.key));
        let properties = fields.iter().fold(Object::default(), |properties, field| {
            let schema = self.of(&field.shape());
            properties.with(field.key, schema.led_by("description", field.doc.trim()))
        });
        Object::default()
            .with("type", "object")
            .with_some("required", required)
            .with("properties", properties)
            .with("additionalProperties", false)
    }

    fn of(&mut self, shape: &Shape) -> Object {
        match shape {
            Shape::Text { longest, one_line, .. } => self.text(*longest, *one_line),
            Shape::Word(section) => self.word(section),
            Shape::Choice(words) => words_with_meanings(words.iter().map(|(word, doc)| {
                let doc = doc.trim().to_owned();
                (*word, doc)
            })),
            Shape::Licence => self.licence(),
            Shape::Author => self.author(),
            Shape::Route => self.route(),
            Shape::Term => self.term(),
            Shape::Reported(value) => {
                let states = self.defined("no-value", scalars::states);
                let value = self.of(value);
                either(states, value)
            }
            Shape::Either(short, long) => {
                let short = self.of(short);
                let long = self.of(long);
                either(short, long)
            }
            Shape::List(item) => {
                let items = self.of(item);
                Object::default().with("type", "array").with("items", items)
            }
            Shape::Map(value) => {
                let names = Object::default().with("pattern", format!("^{}$", scalars::SLUG));
                let value = self.of(value);
                Object::default()
                    .with("type", "object")
                    .with("propertyNames", names)
                    .with("additionalProperties", value)
            }
            Shape::Record { fields, one_of } => {
                let one_of = objects(one_of.iter().map(|set| rules::one_of_keys(set)));
                self.record(fields).with_some("allOf", one_of)
            }
            Shape::Boolean => Object::default().with("type", "boolean"),
            Shape::Integer => scalars::integer(),
            Shape::Version => Object::default().with("const", 1),
            Shape::AsWritten => scalars::as_written(),
            Shape::Identifier(register) => scalars::identifier(register),
            scalar => self.scalar(scalar),
        }
    }

    /// A single value that is the same in every list.
    fn scalar(&mut self, shape: &Shape) -> Object {
        let (name, make): (_, fn() -> Object) = match shape {
            Shape::Date => ("date", scalars::date),
            Shape::Day => ("day", scalars::day),
            Shape::Count => ("count", scalars::count),
            Shape::Number => ("number", scalars::number),
            Shape::Score => ("score", scalars::score),
            Shape::Url => ("address", scalars::url),
            Shape::Doi => ("doi", scalars::doi),
            Shape::Arxiv => ("arxiv", scalars::arxiv),
            Shape::Id | Shape::Ref(_) => ("id", scalars::id),
            Shape::Slug => ("slug", scalars::slug),
            Shape::PaperRef => ("paper", scalars::paper),
            Shape::EntryPath => ("entry", scalars::entry_path),
            Shape::Locator => ("locator", scalars::locator),
            Shape::Release => ("version", scalars::version),
            Shape::Quantity => {
                let units = scalars::quantity(self.vocabulary.words("unit"));
                return self.defined("quantity", || units);
            }
            _ => ("line", || scalars::line(crate::value::Line::LONGEST as u64)),
        };
        self.defined(name, make)
    }

    /// A reference to a definition, which is made when it is first wanted.
    fn defined(&mut self, name: &str, make: impl FnOnce() -> Object) -> Object {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.to_owned(), make());
        }
        Object::default().with("$ref", format!("#/$defs/{name}"))
    }

    /// A text, or one for each language.
    fn text(&mut self, longest: usize, one_line: bool) -> Object {
        let longest = longest as u64;
        let piece = if one_line { scalars::line(longest) } else { scalars::lines(longest) };
        let languages = self.languages;
        let end = if one_line { "-on-one-line" } else { "" };
        self.defined(&format!("text-of-{longest}{end}"), || {
            let pieces = languages
                .iter()
                .fold(Object::default(), |pieces, language| pieces.with(language, piece.clone()));
            let by_language = Object::default()
                .with("type", "object")
                .with("properties", pieces)
                .with("minProperties", 1)
                .with("additionalProperties", false);
            either(piece, by_language)
        })
    }

    fn word(&mut self, section: &str) -> Object {
        let words = self.words(section);
        self.defined(&format!("word-of-{section}"), || words)
    }

    /// The words of a section with their labels and meanings in the list's first language.
    fn words(&self, section: &str) -> Object {
        let first = self.languages.first().map_or("", String::as_str);
        let words = self.vocabulary.section(section).into_iter().flatten().map(|(word, term)| {
            let label =
                term.label.in_language(first, self.languages).map_or("", |label| label.text);
            let about =
                term.about.as_ref().and_then(|about| about.in_language(first, self.languages));
            let meaning = match about {
                Some(about) if label.is_empty() => about.text.to_owned(),
                Some(about) => format!("{label}: {}", about.text),
                None => label.to_owned(),
            };
            (word.as_str(), meaning)
        });
        words_with_meanings(words)
    }

    fn licence(&mut self) -> Object {
        let named = self.words("licence");
        self.defined("licence", || {
            if named.has("not") { scalars::spdx() } else { either(named, scalars::spdx()) }
        })
    }

    fn author(&mut self) -> Object {
        let name = self.of(&Shape::Line).led_by("description", "The group's name.");
        let also = self.of(&Shape::Line).led_by("description", "The name in another script.");
        self.defined("author", || {
            let group = Object::default()
                .with("type", "object")
                .with("required", texts(["group"]))
                .with("properties", Object::default().with("group", name))
                .with("additionalProperties", false);
            let person = Object::default()
                .with("type", "object")
                .with("required", texts(["name"]))
                .with(
                    "properties",
                    Object::default()
                        .with("name", scalars::person().led_by("description", "The person's name."))
                        .with("also", also),
                )
                .with("additionalProperties", false);
            either(scalars::person(), either(group, person))
        })
    }

    fn route(&mut self) -> Object {
        let fields = self.fields;
        self.defined("route", || {
            let keys = fields.iter().map(|field| field.key);
            Object::default()
                .with("type", "string")
                .with("pattern", format!("^{}$", below(fields)))
                .with("patternErrorMessage", "name a field of this entry, such as links.code")
                .with("examples", texts(keys))
        })
    }

    /// A word of a vocabulary.
    fn term(&mut self) -> Object {
        let line = self.of(&Shape::Line);
        let about = self.text(crate::value::Text::LONGEST, false);
        let labels = self
            .languages
            .iter()
            .fold(Object::default(), |labels, language| labels.with(language, line.clone()));
        Object::default()
            .with("type", "object")
            .with("properties", labels.with("about", about))
            .with("additionalProperties", false)
    }
}

fn either(one: Object, other: Object) -> Object {
    Object::default().with("anyOf", objects([one, other]))
}

/// A choice among words; where there are none yet, nothing fits.
fn words_with_meanings<'w>(words: impl Iterator<Item = (&'w str, String)>) -> Object {
    let (words, meanings): (Vec<&str>, Vec<String>) = words.unzip();
    if words.is_empty() {
        return Object::default()
            .with("not", Object::default())
            .with("errorMessage", "the vocabulary has no words for this yet");
    }
    let meanings: Vec<Json> = meanings.into_iter().map(Json::from).collect();
    Object::default().with("enum", texts(words)).with("enumDescriptions", meanings)
}

/// The routes that lead to some fields and below them, as a pattern.
fn below(fields: &[Field]) -> String {
    let routes: Vec<String> =
        fields.iter().map(|field| format!("{}{}", field.key, deeper(&field.shape()))).collect();
    format!("(?:{})", routes.join("|"))
}

fn deeper(shape: &Shape) -> String {
    match shape {
        Shape::Record { fields, .. } => format!(r"(?:\.{})?", below(fields)),
        // A route may speak of the items of a list without a number.
        Shape::List(item) => format!(r"(?:\[[0-9]+\])?{}", deeper(item)),
        Shape::Map(value) => format!(r"(?:\.[^.\[]+{})?", deeper(value)),
        Shape::Either(_, long) => deeper(long),
        Shape::Reported(value) => deeper(value),
        _ => String::new(),
    }
}
