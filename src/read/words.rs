//! Words of the vocabulary, and the few fixed words of the program itself.

use std::marker::PhantomData;

use super::{Read, Reader, Shape, Target};
use crate::diag::{Alike, Code, Diag, one_of, ticked};
use crate::value::nearest;
use crate::yaml::Node;

/// A section of the vocabulary, as a type.
pub trait Section {
    /// Its key in vocabulary.yaml.
    const NAME: &'static str;
}

/// A word of a section of the vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word<S>(pub String, PhantomData<S>);

impl<S> Word<S> {
    /// The word's id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Section> Read for Word<S> {
    fn shape() -> Shape {
        Shape::Word(S::NAME)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let wanted = format_args!("a word of the vocabulary's `{}`", S::NAME);
        let text = reader.scalar(node, wanted)?;
        word(S::NAME, text, node, reader).then(|| Self(text.to_owned(), PhantomData))
    }
}

/// A word of the section that the reader is in: that of a field which the list has declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeclaredWord(pub String);

impl Read for DeclaredWord {
    /// The section is known to the field only, which has the true shape.
    fn shape() -> Shape {
        Shape::Word("")
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let section = reader.section;
        let text = reader.scalar(node, format_args!("a word of the vocabulary's `{section}`"))?;
        word(section, text, node, reader).then(|| Self(text.to_owned()))
    }
}

/// Notes a word, or says that there is none of that name and which is near.
pub(super) fn word(
    section: &'static str,
    text: &str,
    node: &Node,
    reader: &mut Reader<'_>,
) -> bool {
    let Some(vocabulary) = reader.context.vocabulary else { return true };
    if vocabulary.has(section, text) {
        reader.name(Target::Word(section, text.to_owned()));
        return true;
    }
    let message = format!("`{text}` is not a word of the vocabulary's `{section}`");
    // A unit is only the second half of its value.
    let half = node.text().is_some_and(|whole| whole != text && whole.len() == node.range().len());
    let place = if half {
        (node.place.1.saturating_sub(u32::try_from(text.len()).unwrap_or(0)), node.place.1)
    } else {
        node.handle()
    };
    let diag =
        Diag::new(Code::UnknownWord, reader.span(place), &message).alike(Alike::same(message));
    let known: Vec<&str> = vocabulary.words(section).collect();
    let add = format!("add `{text}` to entries/vocabulary.yaml under `{section}`");
    let near = vocabulary.near(section, text);
    if let Some((near, _)) = &near {
        // What is meant is used, though the entry has to be mended.
        reader.name(Target::Word(section, near.clone()));
    }
    reader.find(match near {
        Some((near, Some(mend))) if half || node.text() == Some(text) => {
            diag.help(format!("did you mean `{near}`?")).mend(mend)
        }
        Some((near, Some(_))) => diag.help(format!("did you mean `{near}`?")),
        Some((near, None)) => diag.help(format!(
            "did you mean `{near}`? The words are {}; {add} if it is none of them",
            ticked(known.iter().copied())
        )),
        None if known.is_empty() => diag.help(add),
        None => diag.help(format!("use {}, or {add}", one_of(known.iter().copied()))),
    });
    false
}

/// A value that is one of a few fixed words.
pub trait Choice: Copy + 'static {
    /// The words, each with its value.
    const WORDS: &'static [(&'static str, Self)];
    /// The words alone, for messages.
    const NAMES: &'static [&'static str];
    /// The words, each with what it means, for schemas.
    const DOCS: &'static [(&'static str, &'static str)];
}

/// Declares an enum whose variants are fixed words of a file.
macro_rules! choices {
    (
        $(#[doc = $about:literal])+
        $vis:vis enum $name:ident { $( $(#[doc = $doc:literal])+ $variant:ident = $word:literal ),+ $(,)? }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        $vis enum $name { $( $(#[doc = $doc])+ $variant, )+ }

        impl $name {
            /// The word as it stands in a file.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $( Self::$variant => $word, )+ }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl $crate::read::Choice for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$( ($word, Self::$variant), )+];
            const NAMES: &'static [&'static str] = &[$( $word, )+];
            const DOCS: &'static [(&'static str, &'static str)] =
                &[$( ($word, concat!($($doc),+)), )+];
        }

        impl $crate::read::Read for $name {
            fn shape() -> $crate::read::Shape {
                $crate::read::Shape::Choice(<Self as $crate::read::Choice>::DOCS)
            }

            fn read(node: &$crate::yaml::Node, reader: &mut $crate::read::Reader<'_>) -> Option<Self> {
                $crate::read::choice(node, reader)
            }
        }
    };
}
pub(crate) use choices;

/// Reads one of a few fixed words.
pub fn choice<T: Choice>(node: &Node, reader: &mut Reader<'_>) -> Option<T> {
    let meant = |text| T::WORDS.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if let Some(value) = node.text().and_then(meant) {
        return Some(value);
    }
    let known = one_of(T::NAMES.iter().copied());
    let text = reader.scalar(node, format_args!("{known}"))?;
    let near = nearest(text, T::NAMES.iter().copied());
    let message = format!("{} does not take `{text}`", reader.here());
    let diag = Diag::new(Code::UnknownChoice, reader.span(node.handle()), message);
    reader.find(match near {
        Some(near) => diag.did_you_mean(text, near),
        None => diag.help(format!("write {known}")),
    });
    None
}
