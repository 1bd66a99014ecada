//! The way from what was read to what is published, declared field by field so that none is forgotten.

use indexmap::IndexMap;

use crate::kinds::{Basis, Better, DatasetType, PaperType, Publication, SourceKind, Status};
use crate::read::{AsWritten, Ref, Route, Word};
use crate::value::{
    Arxiv, Doi, HuggingFace, Id, Line, Locator, Markdown, OpenAlex, Pmc, PubMed, Registered, Rrid,
    SemanticScholar, Slug, Summary, Text, Url, Wikidata,
};

/// Gives what was read the form in which it is published.
pub(super) trait Publish<'a> {
    /// The published form.
    type As;

    /// Makes the published form.
    fn publish(&'a self) -> Self::As;
}

/// Tells what is left out: what is not recorded, and what holds nothing.
pub(super) trait Absent {
    /// Whether there is nothing to publish.
    fn is_absent(&self) -> bool {
        false
    }
}

/// Declares a published struct with the way to it from a record of an entry; what is absent is left out.
///
/// Every field of the record is named, those that are published elsewhere after `less`: one that is forgotten does not
/// compile. `of` makes it the form of the record wherever that stands, `in` only a part of what holds it.
macro_rules! published {
    ($(#[$about:meta])+ struct $name:ident $(<$life:lifetime>)? of $source:path { $($fields:tt)* }) => {
        published! { $(#[$about])+ struct $name $(<$life>)? in $source { $($fields)* } }

        impl<'a> $crate::render::data::v1::publish::Publish<'a> for $source {
            type As = $name $(<$life>)?;

            fn publish(&'a self) -> Self::As {
                Self::As::from(self)
            }
        }
    };
    (
        $(#[$about:meta])+
        struct $name:ident $(<$life:lifetime>)? in $source:path $(, less $($less:ident)+)? {
            $( $field:ident $(as $key:literal)?: $type:ty, )*
        }
    ) => {
        $(#[$about])+
        #[derive(Debug, serde::Serialize)]
        pub(super) struct $name $(<$life>)? {
            $(
                $(#[serde(rename = $key)])?
                #[serde(skip_serializing_if = "crate::render::data::v1::publish::Absent::is_absent")]
                $field: $type,
            )*
        }

        impl<'a> From<&'a $source> for $name $(<$life>)? {
            fn from(source: &'a $source) -> Self {
                let $source { $( $( $less: _, )+ )? $( $field, )* } = source;
                Self { $( $field: $crate::render::data::v1::publish::Publish::publish($field), )* }
            }
        }
    };
}
pub(super) use published;

/// A text by language.
pub(super) type Texts<'a> = IndexMap<&'a str, &'a str>;

impl Absent for &str {}
impl Absent for bool {}

impl<T> Absent for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T> Absent for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<K, V> Absent for IndexMap<K, V> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }
}

impl<'a, T: Publish<'a>> Publish<'a> for Option<T> {
    type As = Option<T::As>;

    fn publish(&'a self) -> Self::As {
        self.as_ref().map(T::publish)
    }
}

impl<'a, T: Publish<'a>> Publish<'a> for Vec<T> {
    type As = Vec<T::As>;

    fn publish(&'a self) -> Self::As {
        self.iter().map(T::publish).collect()
    }
}

impl<'a, T: Publish<'a>> Publish<'a> for IndexMap<Slug, T> {
    type As = IndexMap<&'a str, T::As>;

    fn publish(&'a self) -> Self::As {
        self.iter().map(|(name, value)| (name.as_str(), value.publish())).collect()
    }
}

macro_rules! as_text {
    ($($type:ty)*) => { $(
        impl<'a> Publish<'a> for $type {
            type As = &'a str;

            fn publish(&'a self) -> &'a str {
                self.as_str()
            }
        }
    )* };
}
as_text! { Line Locator Url Doi Arxiv Id Slug }

macro_rules! as_identifier {
    ($($type:ty)*) => { $(
        impl<'a> Publish<'a> for $type {
            type As = &'a str;

            fn publish(&'a self) -> &'a str {
                Registered::as_str(self)
            }
        }
    )* };
}
as_identifier! { HuggingFace OpenAlex Pmc PubMed Rrid SemanticScholar Wikidata }

macro_rules! as_word {
    ($($type:ty)*) => { $(
        impl Publish<'_> for $type {
            type As = &'static str;

            fn publish(&self) -> &'static str {
                self.as_str()
            }
        }
    )* };
}
as_word! { Basis Better DatasetType PaperType Publication SourceKind Status }

macro_rules! as_it_is {
    ($($type:ty)*) => { $(
        impl Publish<'_> for $type {
            type As = $type;

            fn publish(&self) -> $type {
                *self
            }
        }
    )* };
}
as_it_is! { bool u32 }

impl<'a, S> Publish<'a> for Word<S> {
    type As = &'a str;

    fn publish(&'a self) -> &'a str {
        self.as_str()
    }
}

impl<'a, K> Publish<'a> for Ref<K> {
    type As = &'a str;

    fn publish(&'a self) -> &'a str {
        self.0.as_str()
    }
}

impl<'a> Publish<'a> for AsWritten {
    type As = &'a str;

    fn publish(&'a self) -> &'a str {
        &self.0
    }
}

impl<'a> Publish<'a> for Route {
    type As = &'a str;

    fn publish(&'a self) -> &'a str {
        &self.0
    }
}

impl<'a> Publish<'a> for Text {
    type As = Texts<'a>;

    fn publish(&'a self) -> Texts<'a> {
        self.0.iter().map(|(language, text)| (language.as_str(), text.as_str())).collect()
    }
}

impl<'a> Publish<'a> for Summary {
    type As = Texts<'a>;

    fn publish(&'a self) -> Texts<'a> {
        self.0.publish()
    }
}

impl<'a> Publish<'a> for Markdown {
    type As = Texts<'a>;

    fn publish(&'a self) -> Texts<'a> {
        self.0.publish()
    }
}
