//! An example of every shape, as it could stand in a file of this list.

use crate::read::placeholder::{ADDRESS, GAP, ID, PERSON, id_of};
use crate::read::{Field, Need, Shape};
use crate::vocabulary::Vocabulary;

/// Where examples take their words and languages from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Examples<'l> {
    pub(super) languages: &'l [String],
    pub(super) vocabulary: &'l Vocabulary,
}

impl Examples<'_> {
    /// A value of a field on one line.
    pub(super) fn of_field(self, field: &Field) -> String {
        match (field.shape(), field.key) {
            (shape, "parameters") => self.of(&shape),
            (Shape::Count, _) => "1024".to_owned(),
            (Shape::Reported(value), _) if matches!(*value, Shape::Count) => "1024".to_owned(),
            (shape, _) => self.of(&shape),
        }
    }

    /// A value on one line.
    pub(super) fn of(self, shape: &Shape) -> String {
        match shape {
            Shape::Line => gap(),
            Shape::Text { .. } => self.text(),
            Shape::Word(section) => {
                self.vocabulary.words(section).next().unwrap_or("a-word").to_owned()
            }
            Shape::Quantity => {
                format!("36M {}", self.vocabulary.words("unit").next().unwrap_or("sequences"))
            }
            Shape::Choice(words) => words.first().map_or("", |(word, _)| *word).to_owned(),
            Shape::Ref(kind) => id_of(*kind),
            Shape::Reported(value) => self.of(value),
            Shape::Either(short, _) => self.of(short),
            Shape::List(item) => format!("[{}]", self.of(item)),
            Shape::Map(value) => format!("{{main: {}}}", self.of(value)),
            Shape::Record { fields, .. } => self.flow(fields),
            Shape::Term => format!("{{{}}}", self.labels()),
            scalar => fixed(scalar).to_owned(),
        }
    }

    fn text(self) -> String {
        match self.languages {
            [] | [_] => gap(),
            _ => format!("{{{}}}", self.labels()),
        }
    }

    fn labels(self) -> String {
        let labels: Vec<String> =
            self.languages.iter().map(|language| format!("{language}: {}", gap())).collect();
        labels.join(", ")
    }

    /// The keys that must be there, and the first, which says what the record is about.
    fn flow(self, fields: &[Field]) -> String {
        let shown = fields
            .iter()
            .enumerate()
            .filter(|(at, field)| *at == 0 || field.need != Need::Optional)
            .map(|(_, field)| format!("{}: {}", field.key, self.of_field(field)));
        format!("{{{}}}", shown.collect::<Vec<_>>().join(", "))
    }
}

/// A text that only the writer can know, in quotes as other texts may need them.
fn gap() -> String {
    format!("\"{GAP}\"")
}

/// The example of a value that is the same in every list.
fn fixed(shape: &Shape) -> &'static str {
    match shape {
        Shape::Boolean => "true",
        Shape::Integer | Shape::Version => "1",
        Shape::Locator => "12",
        Shape::Release => "2026.11",
        Shape::Date => "2022-04",
        Shape::Day => "2026-11-28",
        Shape::Count => "99.52M",
        Shape::Number => "0.3",
        Shape::Score => "68.5 ± 0.54",
        Shape::Url => ADDRESS,
        Shape::Doi => "10.1093/nar/gkad1031",
        Shape::Arxiv | Shape::PaperRef => "arXiv:2204.00300",
        Shape::Identifier(register) => register.example,
        Shape::Id => ID,
        Shape::Slug => "main",
        Shape::Licence => "Apache-2.0",
        Shape::Author => PERSON,
        Shape::AsWritten => "35M",
        Shape::EntryPath => "models/rna-fm",
        // A route, and what else is nobody's but the entry's own.
        _ => GAP,
    }
}
