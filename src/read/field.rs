//! What a field is: its key, its shape, whether it must be there, and its one-line doc.

use super::{Read, Reader};
use crate::kinds::KindId;
use crate::value::Register;
use crate::yaml::Node;

/// A key of a record, declared in the record's struct by `record!`.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The key as it is typed.
    pub key: &'static str,
    /// Whether it must be there.
    pub need: Need,
    /// What it means, in one sentence.
    pub doc: &'static str,
    /// How its value is read.
    pub how: How,
}

/// How the value of a field is read.
#[derive(Debug, Clone, Copy)]
pub enum How {
    /// As a type of this program.
    Type {
        /// What may stand behind the key.
        shape: fn() -> Shape,
        /// Whether a value can stand behind the key.
        accepts: fn(&Node, &mut Reader<'_>) -> bool,
    },
    /// As a list has declared it.
    Declared(&'static dyn Declared),
}

/// A field that a list has declared.
pub trait Declared: std::fmt::Debug + Sync {
    /// What may stand behind the key.
    fn shape(&self) -> Shape;

    /// Whether a value can stand behind the key.
    fn accepts(&self, node: &Node, reader: &mut Reader<'_>) -> bool;
}

impl Field {
    /// What may stand behind the key.
    #[must_use]
    pub fn shape(&self) -> Shape {
        match self.how {
            How::Type { shape, .. } => shape(),
            How::Declared(own) => own.shape(),
        }
    }

    /// Reads what stands behind the key in an entry; nothing where the key is absent or its value wrong.
    pub(crate) fn value_in<T>(
        &self,
        node: &Node,
        reader: &mut Reader<'_>,
        read: impl FnOnce(&Node, &mut Reader<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = node.get(self.key)?;
        reader.below(self.key, |reader| {
            reader.of_field(Some(self), (node, &[]), |reader| read(value, reader))
        })
    }

    /// Whether a value can stand behind the key.
    pub fn accepts(&self, node: &Node, reader: &mut Reader<'_>) -> bool {
        match self.how {
            How::Type { accepts, .. } => accepts(node, reader),
            How::Declared(own) => own.accepts(node, reader),
        }
    }
}

impl How {
    /// As a type of this program.
    #[must_use]
    pub const fn of<T: Read>() -> Self {
        Self::Type { shape: T::shape, accepts: |node, reader| T::read(node, reader).is_some() }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It may be left out.
    Optional,
    /// It must be there in entries that are listed.
    Listed,
    /// It must always be there.
    Always,
}

/// What may stand behind a key.
#[derive(Debug, Clone)]
pub enum Shape {
    /// One line of text.
    Line,
    /// A short text that may look like a number.
    Locator,
    /// The name of a version of the list.
    Release,
    /// A text or a map from language to text, of at most so many characters.
    Text {
        /// The longest text in one language.
        longest: usize,
        /// Whether it has to stand on one line.
        one_line: bool,
        /// Whether it is read as Markdown.
        markdown: bool,
    },
    /// `true` or `false`.
    Boolean,
    /// A whole number from one.
    Integer,
    /// A date with its precision.
    Date,
    /// One day.
    Day,
    /// A count.
    Count,
    /// A count with a unit.
    Quantity,
    /// A plain number.
    Number,
    /// A score with an optional spread.
    Score,
    /// An address.
    Url,
    /// A DOI.
    Doi,
    /// An arXiv id.
    Arxiv,
    /// An identifier of a register of others.
    Identifier(&'static Register),
    /// An entry's id.
    Id,
    /// A name of small letters, digits and hyphens.
    Slug,
    /// The id of an entry of a kind.
    Ref(KindId),
    /// A paper: an entry's id, a DOI, an arXiv id or an address.
    PaperRef,
    /// A word of a section of the vocabulary.
    Word(&'static str),
    /// A licence.
    Licence,
    /// An author.
    Author,
    /// A route to a field of the same entry.
    Route,
    /// Any single value, kept as it is written.
    AsWritten,
    /// An entry with its kind, such as `models/alder`.
    EntryPath,
    /// A word's labels by language, with what it means under `about`.
    Term,
    /// One of a few fixed words, each with what it means.
    Choice(&'static [(&'static str, &'static str)]),
    /// The version of the schema.
    Version,
    /// The value, or the word for why there is none.
    Reported(Box<Shape>),
    /// Several.
    List(Box<Shape>),
    /// Names, each with a value.
    Map(Box<Shape>),
    /// Keys of their own.
    Record {
        /// The keys.
        fields: &'static [Field],
        /// Sets of keys of which at least one must be there.
        one_of: &'static [&'static [&'static str]],
    },
    /// A scalar, or a record that says more.
    Either(Box<Shape>, Box<Shape>),
}

/// A struct whose fields are keys of a YAML map.
pub trait Record: Sized {
    /// The keys, in the order in which they stand in a file.
    const FIELDS: &'static [Field];
    /// Sets of keys of which at least one must be there.
    const ONE_OF: &'static [&'static [&'static str]];

    /// Reads the fields; keys that are not its own are passed over.
    fn fill(node: &Node, reader: &mut Reader<'_>) -> Self;
}

/// Reads the field of a record, or its default where the key is absent or its value wrong.
pub(crate) fn fill_field<R: Record, T: Read + Default>(
    node: &Node,
    key: &str,
    reader: &mut Reader<'_>,
) -> T {
    let Some(value) = node.get(key) else { return T::default() };
    // What stands behind a key of an entry can depend on its kind.
    let of_kind = reader.fields.iter().find(|field| reader.route().is_empty() && field.key == key);
    let field =
        of_kind.copied().or_else(|| R::FIELDS.iter().find(|field| field.key == key).copied());
    reader.below(key, |reader| {
        reader
            .of_field(field.as_ref(), (node, R::ONE_OF), |reader| T::read(value, reader))
            .unwrap_or_default()
    })
}

/// Declares a struct whose fields are the keys of a YAML map, together with its [`Field`]s and its reader.
///
/// A field may carry `as "key"` where the key is a Rust keyword, and `= listed` or `= always` where it must be there.
macro_rules! record {
    (
        $(#[doc = $about:literal])+
        $vis:vis struct $name:ident {
            $( $(#[doc = $doc:literal])+ $field:ident $(as $key:literal)? : $ty:ty $(= $need:ident)? ),* $(,)?
        }
        $(one_of $set:expr;)?
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Default)]
        $vis struct $name {
            $( $(#[doc = $doc])+ pub $field: $ty, )*
        }

        impl $crate::read::Record for $name {
            const FIELDS: &'static [$crate::read::Field] = &[$(
                $crate::read::Field {
                    key: $crate::read::record!(@key $field $($key)?),
                    need: $crate::read::record!(@need $($need)?),
                    doc: concat!($($doc),+),
                    how: $crate::read::How::of::<$ty>(),
                },
            )*];
            const ONE_OF: &'static [&'static [&'static str]] = $crate::read::record!(@one_of $($set)?);

            fn fill(node: &$crate::yaml::Node, reader: &mut $crate::read::Reader<'_>) -> Self {
                Self {
                    $( $field: $crate::read::fill_field::<Self, _>(
                        node, $crate::read::record!(@key $field $($key)?), reader,
                    ), )*
                }
            }
        }

        impl $crate::read::Read for $name {
            fn shape() -> $crate::read::Shape {
                $crate::read::Shape::Record {
                    fields: <$name as $crate::read::Record>::FIELDS,
                    one_of: <$name as $crate::read::Record>::ONE_OF,
                }
            }

            fn read(node: &$crate::yaml::Node, reader: &mut $crate::read::Reader<'_>) -> Option<Self> {
                $crate::read::read_record(node, reader)
            }
        }
    };
    (@key $field:ident) => { stringify!($field) };
    (@key $field:ident $key:literal) => { $key };
    (@need) => { $crate::read::Need::Optional };
    (@need listed) => { $crate::read::Need::Listed };
    (@need always) => { $crate::read::Need::Always };
    (@one_of) => { &[] };
    (@one_of $set:expr) => { $set };
}
pub(crate) use record;
