//! A list's own fields: what stands in them, how they are read, and what an entry gives.

use std::borrow::Cow;
use std::sync::{Mutex, PoisonError};

use super::shown::{Content, Item};
use super::{Challenge, Dataset, Kind, KindId, Model, Paper};
use crate::read::{Declared, DeclaredWord, Field, How, Need, Read, Reader, Ref, Shape, choices};
use crate::value::{Count, Date, Line, Number, Quantity, Reported, STATES, Text, Url, kept};
use crate::yaml::Node;

choices! {
    /// What stands in a field of a list.
    pub enum OwnType {
        /// A word of the vocabulary.
        Word = "word",
        /// One line of text.
        Line = "line",
        /// A text in the languages of the list.
        Text = "text",
        /// A plain number.
        Number = "number",
        /// A number of things, such as `99.52M`.
        Count = "count",
        /// A number of things with their unit, such as `36M images`.
        Quantity = "quantity",
        /// A date, no more exact than it is known.
        Date = "date",
        /// An address.
        Url = "url",
        /// `true` or `false`.
        Flag = "flag",
        /// The id of another entry.
        Ref = "ref",
    }
}

/// A field that a list has declared.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a line of the declaration")]
pub struct Own {
    /// The key in an entry.
    pub key: &'static str,
    /// What stands in it.
    pub of: OwnType,
    /// Whether it is a list of them.
    pub many: bool,
    /// The section of the vocabulary that words are of.
    pub section: &'static str,
    /// The unit of numbers.
    pub unit: Option<&'static str>,
    /// The kind of the entries that are named.
    pub to: KindId,
    /// What readers see as its name.
    pub label: Text,
    /// What it means.
    pub about: &'static str,
    /// Whether an entry must have it.
    pub need: Need,
    /// Whether a note may stand beside it.
    pub note: Option<&'static str>,
    /// Whether it takes the words for why there is no value.
    pub states: bool,
    /// Whether a value needs a source.
    pub sourced: bool,
    /// Whether entries can be narrowed by it, and the part of addresses that its pages have.
    pub facet: Option<&'static str>,
    /// Whether the lists of the site have its column from the start.
    pub column: bool,
}

/// What an entry gives in a field of the list.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnValue {
    /// Why there is nothing.
    State(&'static str),
    /// Words of the vocabulary.
    Words(Vec<String>),
    /// Lines of text.
    Lines(Vec<Line>),
    /// A text.
    Text(Text),
    /// Plain numbers.
    Numbers(Vec<Number>),
    /// Numbers of things.
    Counts(Vec<Count>),
    /// Numbers of things with their units.
    Quantities(Vec<Quantity>),
    /// Dates.
    Dates(Vec<Date>),
    /// Addresses.
    Urls(Vec<Url>),
    /// Yes or no.
    Flag(bool),
    /// The ids of entries.
    Refs(Vec<String>),
}

/// A field of the list with what an entry gives in it.
#[derive(Debug, Clone)]
pub struct Given {
    /// The field.
    pub own: &'static Own,
    /// The value.
    pub value: Option<OwnValue>,
    /// What the value cannot say.
    pub note: Option<Text>,
}

impl Given {
    /// Whether a value is given, and not only why there is none.
    #[must_use]
    pub fn is_value(&self) -> bool {
        self.value.as_ref().is_some_and(|value| !matches!(value, OwnValue::State(_)))
    }

    /// The texts by which a search finds it.
    #[must_use]
    pub fn searched(&self) -> Vec<String> {
        match &self.value {
            Some(OwnValue::Lines(lines)) => lines.iter().map(ToString::to_string).collect(),
            Some(OwnValue::Text(text)) => text.0.values().cloned().collect(),
            _ => Vec::new(),
        }
    }
}

/// What an entry gives in the list's own fields, in the order of a file.
#[derive(Debug, Clone, Default)]
pub struct OwnValues(pub Vec<Given>);

impl OwnValues {
    /// The words that are given, each with its section.
    pub fn words(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let given = self.0.iter().filter_map(|given| match &given.value {
            Some(OwnValue::Words(words)) => Some((given.own.section, words)),
            _ => None,
        });
        given.flat_map(|(section, words)| words.iter().map(move |word| (section, word.as_str())))
    }

    /// What is given in a field.
    #[must_use]
    pub fn get(&self, own: &Own) -> Option<&Given> {
        self.0.iter().find(|given| given.own.key == own.key)
    }

    /// Reads the list's own fields of an entry.
    pub(crate) fn read(node: &Node, fields: &[&'static Own], reader: &mut Reader<'_>) -> Self {
        let mut all = Vec::new();
        for own in fields.iter().copied() {
            let value = own.field().value_in(node, reader, |value, reader| own.read(value, reader));
            let remark =
                own.note_field().and_then(|field| field.value_in(node, reader, Text::read));
            if value.is_some() || remark.is_some() {
                all.push(Given { own, value, note: remark });
            }
        }
        Self(all)
    }
}

impl Own {
    /// The field for as long as the program runs; the same declaration is kept once.
    pub(super) fn keep(self) -> &'static Self {
        static KEPT: Mutex<Vec<&'static Own>> = Mutex::new(Vec::new());
        let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.iter().find(|known| ***known == self) {
            return known;
        }
        let new: &'static Self = Box::leak(Box::new(self));
        all.push(new);
        new
    }

    /// The field as a file has it.
    pub(super) fn field(&'static self) -> Field {
        Field { key: self.key, need: self.need, doc: self.about, how: How::Declared(self) }
    }

    /// The field of its note, where it has one.
    pub(super) fn note_field(&self) -> Option<Field> {
        let key = self.note?;
        let doc = kept(&format!("What `{}` cannot say.", self.key));
        Some(Field { key, need: Need::Optional, doc, how: How::of::<Option<Text>>() })
    }

    fn read(&self, node: &Node, reader: &mut Reader<'_>) -> Option<OwnValue> {
        match self.state(node, reader) {
            State::Is(state) => return Some(OwnValue::State(state)),
            State::Nearly => return None,
            State::No => {}
        }
        Some(match self.of {
            OwnType::Word => {
                let words = reader
                    .in_section(self.section, |reader| self.items::<DeclaredWord>(node, reader));
                OwnValue::Words(words?.into_iter().map(|word| word.0).collect())
            }
            OwnType::Line => OwnValue::Lines(self.items(node, reader)?),
            OwnType::Text => OwnValue::Text(Text::read(node, reader)?),
            OwnType::Number => OwnValue::Numbers(self.items(node, reader)?),
            OwnType::Count => OwnValue::Counts(self.items(node, reader)?),
            OwnType::Quantity => OwnValue::Quantities(self.items(node, reader)?),
            OwnType::Date => OwnValue::Dates(self.items(node, reader)?),
            OwnType::Url => OwnValue::Urls(self.items(node, reader)?),
            OwnType::Flag => OwnValue::Flag(bool::read(node, reader)?),
            OwnType::Ref => OwnValue::Refs(match self.to {
                KindId::Model => self.ids::<Model>(node, reader)?,
                KindId::Paper => self.ids::<Paper>(node, reader)?,
                KindId::Dataset => self.ids::<Dataset>(node, reader)?,
                KindId::Challenge => self.ids::<Challenge>(node, reader)?,
            }),
        })
    }

    /// Whether a word for why there is no value stands here; of one that is nearly such a word it is said.
    fn state(&self, node: &Node, reader: &mut Reader<'_>) -> State {
        let Some(text) = node.text().filter(|_| self.states) else { return State::No };
        if let Some(state) = STATES.iter().find(|state| **state == text) {
            return State::Is(state);
        }
        let mut scratch = reader.scratch();
        let plain = Self { states: false, ..self.clone() };
        if plain.read(node, &mut scratch).is_some() && scratch.findings.is_empty() {
            return State::No;
        }
        match Reported::<Count>::state_of(text) {
            Some(Err(why)) => {
                reader.malformed(node, why);
                State::Nearly
            }
            Some(Ok(_)) | None => State::No,
        }
    }

    /// The one value, or those of the list.
    fn items<T: Read>(&self, node: &Node, reader: &mut Reader<'_>) -> Option<Vec<T>> {
        if self.many {
            Vec::<T>::read(node, reader)
        } else {
            T::read(node, reader).map(|value| vec![value])
        }
    }

    fn ids<K: Kind>(&self, node: &Node, reader: &mut Reader<'_>) -> Option<Vec<String>> {
        let ids = self.items::<Ref<K>>(node, reader)?;
        Some(ids.into_iter().map(|id| id.0.to_string()).collect())
    }

    /// What stands in the field as it is shown.
    #[must_use]
    pub fn content<'e>(&'static self, value: &'e OwnValue) -> Content<'e> {
        match value {
            OwnValue::State(state) => Content::State(state),
            OwnValue::Words(words) => {
                Content::words(self.section, words.iter().map(String::as_str))
            }
            OwnValue::Lines(lines) => joined(lines.iter().map(Line::as_str)),
            OwnValue::Text(text) => Content::Text(text),
            OwnValue::Numbers(numbers) => match numbers.as_slice() {
                [number] => Content::Number { number, unit: self.unit },
                numbers => {
                    let unit = self.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
                    let all: Vec<&str> = numbers.iter().map(Number::as_str).collect();
                    if all.is_empty() {
                        return Content::Nothing;
                    }
                    Content::Line(Cow::Owned(format!("{}{unit}", all.join(", "))))
                }
            },
            OwnValue::Counts(counts) => match counts.as_slice() {
                [count] => Content::Count(count),
                counts => joined(counts.iter().map(Count::as_str)),
            },
            OwnValue::Quantities(quantities) => Content::Quantities(quantities),
            OwnValue::Dates(dates) => match dates.as_slice() {
                [date] => Content::Date(date),
                [] => Content::Nothing,
                dates => {
                    let dates: Vec<String> = dates.iter().map(ToString::to_string).collect();
                    Content::Line(Cow::Owned(dates.join(", ")))
                }
            },
            OwnValue::Urls(urls) => Content::Items(urls.iter().map(Item::Address).collect()),
            OwnValue::Flag(flag) => {
                Content::Choice { group: "flag", word: if *flag { "yes" } else { "no" } }
            }
            OwnValue::Refs(ids) => {
                Content::Items(ids.iter().map(|id| Item::Entry(self.to, id)).collect())
            }
        }
    }

    /// The values by which entries are narrowed, where these are no words.
    #[must_use]
    pub fn facet_values(&self, value: &OwnValue) -> Vec<String> {
        match value {
            OwnValue::Flag(flag) => vec![if *flag { "yes" } else { "no" }.to_owned()],
            _ => Vec::new(),
        }
    }
}

/// Several texts in one line.
fn joined<'t>(texts: impl Iterator<Item = &'t str>) -> Content<'t> {
    let texts: Vec<&str> = texts.collect();
    match texts.as_slice() {
        [] => Content::Nothing,
        [text] => Content::Line(Cow::Borrowed(text)),
        texts => Content::Line(Cow::Owned(texts.join(", "))),
    }
}

/// Whether a word for why there is no value stands in a field.
enum State {
    /// None.
    No,
    /// This one.
    Is(&'static str),
    /// Something that is meant as one.
    Nearly,
}

impl Declared for Own {
    fn shape(&self) -> Shape {
        let item = match self.of {
            OwnType::Word => Shape::Word(self.section),
            OwnType::Line => Shape::Line,
            OwnType::Text => Text::shape(),
            OwnType::Number => Shape::Number,
            OwnType::Count => Shape::Count,
            OwnType::Quantity => Shape::Quantity,
            OwnType::Date => Shape::Date,
            OwnType::Url => Shape::Url,
            OwnType::Flag => Shape::Boolean,
            OwnType::Ref => Shape::Ref(self.to),
        };
        let shape = if self.many { Shape::List(Box::new(item)) } else { item };
        if self.states { Shape::Reported(Box::new(shape)) } else { shape }
    }

    fn accepts(&self, node: &Node, reader: &mut Reader<'_>) -> bool {
        self.read(node, reader).is_some()
    }
}
