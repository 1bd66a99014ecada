//! Single values: the value types, yes or no, whole numbers, the version of the schema and ids of other entries.

use std::marker::PhantomData;
use std::str::FromStr;

use super::placeholder::is_placeholder;
use super::words::word;
use super::{Context, Read, Reader, Shape, Target};
use crate::diag::{Code, Diag, Mend};
use crate::kinds::KindId;
use crate::value::{
    Arxiv, Count, Date, Day, Doi, HuggingFace, Id, Licence, Malformed, Number, OpenAlex, PaperRef,
    Pmc, PubMed, Quantity, Register, Registered as _, Reported, Rrid, Score, SemanticScholar, Slug,
    Url, Version, Wikidata,
};
use crate::yaml::{Node, quoted};

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
    Day: "a day such as `2026-11-28`"
    Count: "a count such as `99.52M`"
    Number: "a number such as `0.3`"
    Score: "a score such as `68.5 ± 0.54`"
    Doi: "a DOI such as `10.1093/nar/gkad1031`"
    Arxiv: "an arXiv id such as `arXiv:2204.00300`"
    Id: "an id such as `rna-fm`"
    Slug: "a name such as `micro`"
}

impl Read for Version {
    fn shape() -> Shape {
        Shape::Release
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        parsed(node, reader, "the name of a version such as `2026.11`")
    }
}

macro_rules! of_a_register {
    ($($type:ident)*) => { $(
        impl Read for $type {
            fn shape() -> Shape {
                Shape::Identifier($type::REGISTER)
            }

            fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
                let Register { name, example, .. } = $type::REGISTER;
                parsed(node, reader, &format!("an identifier of {name} such as `{example}`"))
            }
        }
    )* };
}

of_a_register! { HuggingFace OpenAlex Pmc PubMed Rrid SemanticScholar Wikidata }

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
            diag.instead = Some(Mend::safe(quoted(&clean)));
        }
        Some(url)
    }
}

impl Read for Quantity {
    fn shape() -> Shape {
        Shape::Quantity
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Some(unit) = foreign_unit(node, reader.context) {
            word("unit", &unit, node, reader);
            return None;
        }
        let quantity: Self = parsed(node, reader, "a quantity such as `36M sequences`")?;
        word("unit", quantity.unit(), node, reader);
        Some(quantity)
    }
}

/// The unit of a quantity that is written loosely, where even its tidy form is none of the vocabulary: to write it
/// tidily would only lead to the next finding.
fn foreign_unit(node: &Node, context: Context<'_>) -> Option<String> {
    let text = node.text()?;
    let why = text.parse::<Quantity>().err()?;
    let tidy: Quantity = why.instead?.parse().ok()?;
    let vocabulary = context.vocabulary?;
    let typed = text.trim().rsplit(' ').next()?;
    let is_unknown =
        !vocabulary.has("unit", tidy.unit()) && vocabulary.near("unit", tidy.unit()).is_none();
    is_unknown.then(|| typed.to_owned())
}

impl Read for PaperRef {
    fn shape() -> Shape {
        Shape::PaperRef
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let wanted = "a paper: an entry's id, a DOI, an arXiv id or an address";
        let paper: Self = parsed(node, reader, wanted)?;
        reader.name(match (&paper, paper.identity()) {
            (_, Some(identity)) => Target::Paper(identity),
            (paper, None) => Target::Entry(KindId::Paper, paper.to_string()),
        });
        Some(paper)
    }

    fn called(&self, context: Context<'_>) -> Option<String> {
        context.papers?.get(&self.identity()?).cloned()
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
                diag.instead = (yes || no).then(|| Mend::safe(yes.to_string()));
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

/// The name of something that is no entry, where a leaderboard names a model by its id.
fn a_label(node: &Node, kind: KindId, reader: &Reader<'_>) -> Option<Diag> {
    let text = node.text().filter(|text| !is_placeholder(text))?;
    let in_a_row =
        reader.route().contains(".rows[") && reader.route().rsplit('.').next() == Some("model");
    let meant: Id = text.parse::<Id>().err().filter(|_| in_a_row)?.instead?.parse().ok()?;
    if reader.has_entry(kind, meant.as_str()) {
        return None;
    }
    let message =
        format!("{} is not an id, and no {kind} is called `{meant}`", crate::value::quoted(text));
    let label = quoted(text);
    let diag = Diag::new(Code::BadId, reader.span(node.handle()), message).help(format!(
        "write `label: {label}` in place of `model: {label}`: it names what has no entry"
    ));
    Some(diag)
}

/// The id of an entry of the kind that `K` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ref<K>(pub Id, PhantomData<K>);

impl<K: crate::kinds::Kind> Read for Ref<K> {
    fn shape() -> Shape {
        Shape::Ref(K::ID)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Some(diag) = a_label(node, K::ID, reader) {
            reader.find(diag);
            return None;
        }
        let text = reader.scalar(node, "an id such as `rna-fm`")?;
        let id: Id = match text.parse() {
            Ok(id) => id,
            Err(why) => {
                reader.malformed(node, leading_somewhere(why, K::ID, reader));
                return None;
            }
        };
        reader.name(Target::Entry(K::ID, id.as_str().to_owned()));
        Some(Self(id, PhantomData))
    }
}

/// An id that is no entry's is not offered: it would only be another mistake.
fn leading_somewhere(mut why: Malformed, kind: KindId, reader: &Reader<'_>) -> Malformed {
    let offered = why.instead.take_if(|id| !reader.context.has_entry(kind, id));
    if let Some(id) = offered {
        let kind = kind.noun();
        why.help = Some(format!(
            "write the id of a {kind}, which is the name of its file without `.yaml`; there is no {kind} `{id}` yet"
        ));
    }
    why
}
