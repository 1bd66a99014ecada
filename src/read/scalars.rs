//! Reading single values: texts, the value types, words, references and fixed choices.

use std::marker::PhantomData;
use std::str::FromStr;

use super::structures::pairs;
use super::{Context, Read, Reader, Shape, Target, route_exists};
use crate::diag::{Code, Diag};
use crate::kinds::KindId;
use crate::value::{
    Arxiv, Author, Count, Date, Doi, Id, Licence, Line, Locator, Malformed, Markdown, PaperRef,
    Quantity, Reported, Score, Slug, Summary, Text, Url, nearest,
};
use crate::yaml::{Node, Pair, Value, quoted, reads_as};

macro_rules! from_text {
    ($($type:ident: $wanted:literal)*) => { $(
        impl Read for $type {
            fn shape() -> Shape {
                Shape::$type
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                parsed(node, reader, $wanted)
            }
        }
    )* };
}

from_text! {
    Date: "a date such as `2022-02`"
    Count: "a count such as `99.52M`"
    Score: "a score such as `68.5 ± 0.54`"
    Doi: "a DOI such as `10.1093/nar/gkad1031`"
    Arxiv: "an arXiv id such as `arXiv:2204.00300`"
    Id: "an id such as `rna-fm`"
    Slug: "a name such as `micro`"
}

fn parsed<T: FromStr<Err = Malformed>>(
    node: &Node,
    reader: &mut Reader<'_>,
    wanted: &str,
) -> Option<T> {
    let text = reader.scalar(node, wanted)?;
    text.parse().map_err(|why| reader.malformed(node, why)).ok()
}

impl Read for Url {
    fn shape() -> Shape {
        Shape::Url
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let url: Self = parsed(node, reader, "an address such as `https://example.org/paper`")?;
        if let Some(clean) = url.noise() {
            let message = "the address carries tracking or session noise";
            let diag = reader.find_at(Code::UrlNoise, node, message);
            diag.help = Some("leave out what does not lead to the page".to_owned());
            diag.instead = Some(quoted(&clean));
        }
        Some(url)
    }
}

impl Read for Quantity {
    fn shape() -> Shape {
        Shape::Quantity
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let quantity: Self = parsed(node, reader, "a quantity such as `36M sequences`")?;
        word("unit", quantity.unit(), node, reader);
        Some(quantity)
    }
}

impl Read for PaperRef {
    fn shape() -> Shape {
        Shape::PaperRef
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let wanted = "a paper: an entry's id, a DOI, an arXiv id or an address";
        let paper: Self = parsed(node, reader, wanted)?;
        if let Self::Entry(id) = &paper {
            reader.name(Target::Entry(KindId::Paper, id.as_str().to_owned()));
        }
        Some(paper)
    }
}

impl Read for Licence {
    fn shape() -> Shape {
        Shape::Licence
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a licence such as `Apache-2.0`")?;
        let context = reader.context;
        let licence =
            Self::from_text(text, context).map_err(|why| reader.malformed(node, why)).ok()?;
        if context.vocabulary.is_some_and(|all| all.has("licence", text)) {
            reader.name(Target::Word("licence", text.to_owned()));
        }
        Some(licence)
    }
}

/// A value that can be read from its text alone, once it is known what the list is.
pub trait FromText: Sized {
    /// Reads the text.
    fn from_text(text: &str, context: Context<'_>) -> Result<Self, Malformed>;
}

impl FromText for Count {
    fn from_text(text: &str, _: Context<'_>) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl FromText for Url {
    fn from_text(text: &str, _: Context<'_>) -> Result<Self, Malformed> {
        text.parse()
    }
}

impl FromText for Licence {
    fn from_text(text: &str, context: Context<'_>) -> Result<Self, Malformed> {
        Self::parse(text, &|word| match context.vocabulary {
            Some(vocabulary) => vocabulary.has("licence", word),
            None => Slug::fits(word),
        })
    }
}

impl<T: Read + FromText> Read for Reported<T> {
    fn shape() -> Shape {
        Shape::Reported(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a value, or the words for why there is none")?;
        match Self::parse_with(text, |text| T::from_text(text, reader.context)) {
            Ok(Self::Value(_)) => T::read(node, reader).map(Self::Value),
            Ok(state) => Some(state),
            Err(why) => {
                reader.malformed(node, why);
                None
            }
        }
    }
}

impl Read for bool {
    fn shape() -> Shape {
        Shape::Boolean
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match reader.scalar(node, "`true` or `false`")? {
            "true" => Some(true),
            "false" => Some(false),
            other => {
                let here = reader.here();
                let diag = reader.find_at(
                    Code::WrongType,
                    node,
                    format!("{here} takes `true` or `false`"),
                );
                let yes =
                    matches!(other.to_ascii_lowercase().as_str(), "yes" | "on" | "y" | "true");
                let no =
                    matches!(other.to_ascii_lowercase().as_str(), "no" | "off" | "n" | "false");
                diag.help = Some("write `true` or `false`, in small letters".to_owned());
                diag.instead = (yes || no).then(|| yes.to_string());
                None
            }
        }
    }
}

impl Read for u32 {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a whole number")?;
        let number =
            text.parse().ok().filter(|n| *n > 0 && text.bytes().all(|b| b.is_ascii_digit()));
        if number.is_none() {
            let here = reader.here();
            let message = format!("{here} takes a whole number from 1, not `{text}`");
            reader.find_at(Code::BadInteger, node, message).help =
                Some("write digits only, such as `1` or `12`".to_owned());
        }
        number
    }
}

/// The text of a scalar that must not read as something else.
fn text<'n>(node: &'n Node, reader: &mut Reader<'_>, wanted: &str) -> Option<&'n str> {
    let text = reader.scalar(node, wanted)?;
    if let Value::Scalar(scalar) = &node.value
        && scalar.plain
        && let Some(other) = reads_as(text)
    {
        let message =
            format!("{} takes a text, and YAML reads this as {}", reader.here(), other.noun());
        let diag = reader.find_at(Code::UnquotedText, node, message);
        diag.help = Some("quote it".to_owned());
        diag.instead = Some(quoted(text));
        return None;
    }
    let text = text.trim_end_matches('\n');
    if text.trim().is_empty() {
        reader.empty(node);
        return None;
    }
    if text.trim() != text {
        let here = reader.here();
        let diag =
            reader.find_at(Code::BadText, node, format!("{here} begins or ends with a space"));
        diag.help = Some("leave the space out".to_owned());
        diag.instead = Some(quoted(text.trim()));
    }
    Some(text)
}

const ONE_LINE: &str = "write it on one line, in double quotes if need be";

fn one_line<'n>(node: &'n Node, reader: &mut Reader<'_>, longest: usize) -> Option<&'n str> {
    let text = text(node, reader, "one line of text")?;
    if text.contains('\n') {
        let message = format!("{} takes one line", reader.here());
        let diag = reader.find_at(Code::BadText, node, message);
        diag.label = Some("this has several".to_owned());
        diag.help = Some(ONE_LINE.to_owned());
        return None;
    }
    if text.contains('\t') {
        let message = format!("{} takes no tabs", reader.here());
        let diag = reader.find_at(Code::BadText, node, message);
        diag.help = Some("put a space in place of each tab".to_owned());
        diag.instead = Some(quoted(&text.replace('\t', " ")));
        return None;
    }
    within(text, longest, node, reader)
}

fn within<'n>(
    text: &'n str,
    longest: usize,
    node: &Node,
    reader: &mut Reader<'_>,
) -> Option<&'n str> {
    let length = text.chars().count();
    if length > longest {
        let message =
            format!("{} takes at most {longest} characters, and this has {length}", reader.here());
        let (more, s) = (length - longest, if length - longest == 1 { "" } else { "s" });
        reader.find_at(Code::TextTooLong, node, message).help =
            Some(format!("shorten it by {more} character{s}"));
        return None;
    }
    Some(text)
}

impl Read for Line {
    fn shape() -> Shape {
        Shape::Line
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        one_line(node, reader, Self::LONGEST).map(|text| Self(text.to_owned()))
    }
}

impl Read for Locator {
    fn shape() -> Shape {
        Shape::Locator
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        // A whole number is the same text to every program; `1.10` is not.
        match node.text() {
            Some(text)
                if !text.is_empty()
                    && !text.starts_with('0')
                    && text.bytes().all(|b| b.is_ascii_digit()) =>
            {
                Some(Self(text.to_owned()))
            }
            _ => one_line(node, reader, 60).map(|text| Self(text.to_owned())),
        }
    }
}

impl Read for Author {
    /// Two people of one name can write a paper together.
    const MAY_REPEAT: bool = true;

    fn shape() -> Shape {
        Shape::Author
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Value::Map(_) = node.value {
            let group = GroupName::read(node, reader)?;
            return Some(Self::group(group.group.0));
        }
        let text = one_line(node, reader, 200)?;
        text.parse().map_err(|why| reader.malformed(node, why)).ok()
    }
}

super::record! {
    /// An author that is a group.
    struct GroupName {
        /// The group's name.
        group: Line = always,
    }
}

/// Reads a text of one language or of several, each piece with `piece`.
fn languages(
    node: &Node,
    reader: &mut Reader<'_>,
    piece: impl Fn(&Node, &mut Reader<'_>) -> Option<String>,
) -> Option<Text> {
    let mut text = Text::default();
    let Value::Map(_) = node.value else {
        let language = reader.context.first_language();
        text.0.insert(language.to_owned(), piece(node, reader)?);
        return Some(text);
    };
    if node.is_bare() {
        reader.empty(node);
    }
    for Pair { key, value } in pairs(node, reader, String::new)? {
        if !reader.context.takes_language(&key.text) {
            unknown_language(&key.text, key.place, reader);
            continue;
        }
        let read = reader.below(&key.text, |reader| piece(value, reader));
        text.0.extend(read.map(|read| (key.text.clone(), read)));
    }
    (!text.0.is_empty()).then_some(text)
}

pub(crate) fn unknown_language(language: &str, place: (u32, u32), reader: &mut Reader<'_>) {
    let known = reader.context.languages;
    let message = format!("`{language}` is not one of the list's languages");
    let diag = Diag::new(Code::UnknownLanguage, reader.span(place), message);
    let diag = match nearest(language, known.iter().map(String::as_str)) {
        Some(near) => diag.help(format!("did you mean `{near}`?")).instead(near),
        None => diag.help(format!("the languages are {}, as survey.yaml says", known.join(", "))),
    };
    reader.find(diag);
}

impl Read for Text {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: false, markdown: false }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            let text = text(node, reader, "a text")?;
            within(text, Self::LONGEST, node, reader).map(str::to_owned)
        })
    }
}

impl Read for Summary {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: true, markdown: false }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            one_line(node, reader, Self::LONGEST).map(str::to_owned)
        })
        .map(Self)
    }
}

impl Read for Markdown {
    fn shape() -> Shape {
        Shape::Text { longest: Self::LONGEST, one_line: false, markdown: true }
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        languages(node, reader, |node, reader| {
            let text = text(node, reader, "a text in Markdown")?;
            within(text, Self::LONGEST, node, reader).map(str::to_owned)
        })
        .map(Self)
    }
}

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

/// Notes a word, or says that there is none of that name and which is near.
fn word(section: &'static str, text: &str, node: &Node, reader: &mut Reader<'_>) -> bool {
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
    let diag = Diag::new(Code::UnknownWord, reader.span(place), message);
    let known: Vec<&str> = vocabulary.words(section).collect();
    let add = format!("add `{text}` to entries/vocabulary.yaml under `{section}`");
    reader.find(match vocabulary.near(section, text) {
        Some(near) if half || node.text() == Some(text) => {
            diag.help(format!("did you mean `{near}`?")).instead(near)
        }
        Some(near) => diag.help(format!("did you mean `{near}`?")),
        None if known.is_empty() => diag.help(add),
        None => diag.help(format!("use one of {}, or {add}", known.join(", "))),
    });
    false
}

/// The id of an entry of the kind that `K` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ref<K>(pub Id, PhantomData<K>);

impl<K: crate::kinds::Kind> Read for Ref<K> {
    fn shape() -> Shape {
        Shape::Ref(K::ID)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let id = Id::read(node, reader)?;
        reader.name(Target::Entry(K::ID, id.as_str().to_owned()));
        Some(Self(id, PhantomData))
    }
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
    let known = T::NAMES.join(", ");
    let text = reader.scalar(node, format_args!("one of {known}"))?;
    let near = nearest(text, T::NAMES.iter().copied());
    let message = format!("{} does not take `{text}`", reader.here());
    let diag = reader.find_at(Code::UnknownChoice, node, message);
    diag.help = Some(match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write one of {known}"),
    });
    diag.instead = near.map(str::to_owned);
    None
}

/// The version of the schema that a file of the list is written for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SchemaVersion;

impl Read for SchemaVersion {
    fn shape() -> Shape {
        Shape::Version
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "the version of the schema")?;
        if text != "1" {
            let message = format!("version `{text}` of the schema is not known to this program");
            let diag = reader.find_at(Code::SchemaVersion, node, message);
            diag.help = Some("write `schema: 1`, or use a newer listwright".to_owned());
        }
        Some(Self)
    }
}

/// A value as it is written, whatever it looks like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AsWritten(pub String);

impl Read for AsWritten {
    fn shape() -> Shape {
        Shape::AsWritten
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a value")?;
        if text.contains('\n') {
            let message = format!("{} takes one line", reader.here());
            reader.find_at(Code::BadText, node, message).help = Some(ONE_LINE.to_owned());
            return None;
        }
        within(text, Line::LONGEST, node, reader).map(|text| Self(text.to_owned()))
    }
}

/// A route to a field of the same entry, such as `variants.micro.parameters`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Route(pub String);

impl Route {
    /// Whether the route is that of a field or of something above it.
    #[must_use]
    pub fn covers(&self, field: &str) -> bool {
        match field.strip_prefix(self.0.as_str()) {
            Some(rest) => rest.is_empty() || rest.starts_with(['.', '[']),
            None => false,
        }
    }
}

impl Read for Route {
    fn shape() -> Shape {
        Shape::Route
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = reader.scalar(node, "a route to a field such as `training.size`")?;
        if let Err((step, known)) = route_exists(text, &reader.fields) {
            let message = if text.is_empty() {
                "the route names no field".to_owned()
            } else {
                format!("there is no field `{text}` in this kind of entry")
            };
            let near =
                nearest(&step, known.iter().copied()).map(|near| text.replacen(&step, near, 1));
            let all: Vec<&str> = reader.fields.iter().map(|field| field.key).collect();
            let diag = reader.find_at(Code::BadRoute, node, message);
            diag.help = Some(match &near {
                Some(near) => format!("did you mean `{near}`?"),
                None if known.is_empty() && !text.is_empty() => {
                    "write the route up to a key that has a value; nothing stands below it"
                        .to_owned()
                }
                None => format!(
                    "write one of {}",
                    if known.is_empty() { &all } else { &known }.join(", ")
                ),
            });
            diag.instead = near;
            return None;
        }
        Some(Self(text.to_owned()))
    }
}
