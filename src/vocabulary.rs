//! vocabulary.yaml: the controlled words of a list, with labels and a description in each language.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use crate::diag::Mend;
use crate::read::{
    Field, How, Need, Read, Reader, SchemaVersion, Section, Shape, check_keys, check_needs, pairs,
    unknown_language,
};
use crate::value::{InLanguage, Slug, Text, evened, is_same, is_slip, nearest};
use crate::yaml::{Node, Pair};

macro_rules! sections {
    ($($(#[doc = $doc:literal])+ $marker:ident $field:ident;)*) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
            pub enum $marker {}

            impl Section for $marker {
                const NAME: &'static str = stringify!($field);
            }
        )*

        impl Vocabulary {
            /// The names of the sections that every list can have.
            pub const SECTIONS: &[&'static str] = &[$(stringify!($field),)*];

            /// What the words of each of them are for.
            const ABOUT: &[&'static str] = &[$(concat!($($doc),+),)*];
        }
    };
}

/// The words of a section.
pub type Words = IndexMap<Slug, Term>;

/// The words of a list, section by section.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    sections: IndexMap<&'static str, Words>,
}

impl Vocabulary {
    /// The keys of vocabulary.yaml in a list with these sections.
    #[must_use]
    pub fn fields(sections: &[&'static str]) -> Vec<Field> {
        let about = |name: &str| {
            let at = Self::SECTIONS.iter().position(|known| *known == name);
            let known = at.and_then(|at| Self::ABOUT.get(at).copied());
            known.unwrap_or("The words of a field of this list.")
        };
        let section = |name: &&'static str| Field {
            key: name,
            need: Need::Optional,
            doc: about(name),
            how: How::of::<Words>(),
        };
        let schema = Field {
            key: "schema",
            need: Need::Always,
            doc: "The version of the schema the file is written for.",
            how: How::of::<SchemaVersion>(),
        };
        std::iter::once(schema).chain(sections.iter().map(section)).collect()
    }

    /// The names of the sections of this list, in the order of the file.
    pub fn sections(&self) -> impl Iterator<Item = &'static str> {
        self.sections.keys().copied()
    }

    /// The words of a section.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&Words> {
        self.sections.get(name)
    }
}

impl Read for Vocabulary {
    fn shape() -> Shape {
        Shape::Map(Box::new(Words::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let sections = reader.context.registry.sections();
        let fields = Self::fields(&sections);
        let pairs = pairs(node, reader, || "schema: 1".to_owned())?;
        let meant = check_keys((node, pairs), &fields, reader);
        check_needs(node, &fields, (&[], &meant), reader);
        let mut vocabulary = Self::default();
        for field in &fields {
            if field.key == "schema" {
                field.value_in(node, reader, SchemaVersion::read);
            } else {
                let words = field.value_in(node, reader, Words::read).unwrap_or_default();
                vocabulary.sections.insert(field.key, words);
            }
        }
        Some(vocabulary)
    }
}

sections! {
    /// Which broad family a model or paper belongs to.
    Category category;
    /// What a model is made to do.
    Paradigm paradigm;
    /// How a model is built.
    Architecture architecture;
    /// What a model is trained to do.
    Objective objective;
    /// How a sequence is cut into tokens.
    Tokenization tokenization;
    /// What a dataset, a benchmark or a challenge asks for.
    Task task;
    /// What a quantity counts.
    Unit unit;
    /// Licences that are not in the SPDX list.
    LicenceName licence;
    /// Why an entry is not listed.
    ReasonCode reason;
    /// Free labels.
    Tag tag;
    /// Abbreviations of the field; `about` says what each stands for.
    Abbreviation abbreviation;
}

/// A word's labels by language, and what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Term {
    /// The labels.
    pub label: Text,
    /// What the word means, in one sentence.
    pub about: Option<Text>,
}

impl Read for Term {
    fn shape() -> Shape {
        Shape::Term
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let mut labels = BTreeMap::new();
        let mut about = None;
        for Pair { key, value } in pairs(node, reader, || "en: …".to_owned())? {
            if key.text == "about" {
                about = reader.below("about", |reader| Text::read(value, reader));
            } else if reader.context.takes_language(&key.text) {
                let label =
                    reader.below(&key.text, |reader| crate::value::Line::read(value, reader));
                labels.extend(label.map(|label| (key.text.clone(), label.0)));
            } else {
                unknown_language(&key.text, key.place, reader);
            }
        }
        Some(Self { label: Text(labels), about })
    }
}

/// Whether a text uses an abbreviation: as a word of its own, perhaps in the plural.
#[must_use]
pub fn uses(text: &str, abbreviation: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric();
    text.match_indices(abbreviation).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + abbreviation.len()..).unwrap_or_default();
        let mut after = after.strip_prefix('s').unwrap_or(after).chars();
        !before.is_some_and(part) && !after.next().is_some_and(part)
    })
}

impl Vocabulary {
    /// Whether there is no word at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.values().all(IndexMap::is_empty)
    }

    /// Whether a section has a word.
    #[must_use]
    pub fn has(&self, section: &str, word: &str) -> bool {
        self.section(section).is_some_and(|words| words.contains_key(word))
    }

    /// The words of a section.
    pub fn words(&self, section: &str) -> impl Iterator<Item = &str> {
        self.section(section).into_iter().flat_map(|words| words.keys().map(Slug::as_str))
    }

    /// The label of a word in a language; the word itself where it has none.
    #[must_use]
    pub fn label<'v>(
        &'v self,
        section: &str,
        word: &'v str,
        language: &'v str,
        languages: &[String],
    ) -> InLanguage<'v> {
        let term = self.section(section).and_then(|words| words.get(word));
        let label = term.and_then(|term| term.label.in_language(language, languages));
        label.unwrap_or(InLanguage { language, text: word })
    }

    /// The word that may have been meant, by its own spelling or by that of a label, and whether it can be no other.
    #[must_use]
    pub fn near(&self, section: &str, wrong: &str) -> Option<(String, Option<Mend>)> {
        let words = self.section(section)?;
        let wanted = evened(wrong);
        let same = |text: &String| evened(text) == wanted;
        let labelled = words.iter().find(|(_, term)| term.label.0.values().any(same));
        if let Some((word, _)) = labelled {
            return Some((word.to_string(), Some(Mend::safe(word.as_str()))));
        }
        let near = nearest(wrong, words.keys().map(Slug::as_str))?;
        let mend = match (is_same(wrong, near), is_slip(wrong, near)) {
            (true, _) => Some(Mend::safe(near)),
            (false, true) => Some(Mend::suggested(near)),
            (false, false) => None,
        };
        Some((near.to_owned(), mend))
    }
}
