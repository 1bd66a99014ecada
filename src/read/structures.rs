//! Reading what is made of parts: records, lists, maps, and values that are one thing or the other.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::example::{example, example_pair, to_add};
use super::foreign;
use super::meant::{as_list, as_record};
use super::placeholder::is_placeholder;
use super::{Context, Reader, Record, Shape};
use crate::diag::{Code, Diag, Mend, printable};
use crate::value::{Slug, is_near_key, is_slip, nearest, span_of};
use crate::yaml::{Node, Pair, Value};

/// Something that a YAML node can be read as.
pub trait Read: Sized {
    /// Whether a list may hold the same one twice.
    const MAY_REPEAT: bool = false;

    /// What it looks like in a file.
    fn shape() -> Shape;

    /// Reads it; what is wrong is noted, and `None` means that nothing could be read.
    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self>;

    /// Looks at the items of a list of them as a whole.
    fn look(_: &[Node], _: &mut Reader<'_>) {}

    /// What the list calls it, where that is not what was typed.
    fn called(&self, _: Context<'_>) -> Option<String> {
        None
    }
}

impl<T: Read> Read for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Some)
    }
}

impl<T: Read> Read for Box<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Box::new)
    }
}

impl<T: Read> Read for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Value::List(items) = &node.value else {
            not_a_list::<T>(node, reader);
            return None;
        };
        T::look(items, reader);
        let mut first = BTreeMap::new();
        let read = |(index, item)| {
            reader.item(index, |reader| {
                let read = T::read(item, reader)?;
                if !T::MAY_REPEAT {
                    repeated(item, &mut first, reader);
                }
                Some(read)
            })
        };
        Some(items.iter().enumerate().filter_map(read).collect())
    }
}

/// Says that a value stands in its list already, given the places of those before it.
fn repeated<'n>(
    item: &'n Node,
    first: &mut BTreeMap<&'n str, (u32, u32)>,
    reader: &mut Reader<'_>,
) {
    let Some(text) = item.text() else { return };
    let Some(there) = first.get(text) else {
        first.insert(text, item.handle());
        return;
    };
    let there = reader.span(*there);
    let diag =
        reader.find_at(Code::RepeatedItem, item, format!("`{text}` stands twice in this list"));
    diag.label = Some("again here".to_owned());
    diag.also.push((there.into(), "first here".to_owned()));
    diag.help = Some("delete one of the two, with its comma or its `- `".to_owned());
}

fn not_a_list<T: Read>(node: &Node, reader: &mut Reader<'_>) {
    let Some(text) = node.text() else {
        if node.value != Value::Refused {
            reader.wrong_type(node, "a list", "a map").help =
                Some("put each item on a line of its own, after `- `".to_owned());
        }
        return;
    };
    if text.is_empty() {
        return reader.empty(node);
    }
    if is_placeholder(text) {
        reader.left_over(node, text);
        return;
    }
    let meant = as_list::<T>(node, reader);
    let help = match &meant {
        Some(_) => "a list stands in square brackets".to_owned(),
        None => match item_of_keys::<T>(node, reader) {
            Some(item) => {
                format!("put it in square brackets, as keys in braces: such as `[{item}]`")
            }
            None => "put it in square brackets, with commas between its items".to_owned(),
        },
    };
    let diag = reader.wrong_type(node, "a list", "a single value");
    diag.help = Some(help);
    diag.instead = meant;
}

/// Where the items of a list are records: the one that says what the single value says.
fn item_of_keys<T: Read>(node: &Node, reader: &Reader<'_>) -> Option<String> {
    let Shape::Record { fields, one_of } = T::shape() else { return None };
    as_record(node, (fields, one_of), reader).map(|meant| meant.text)
}

impl<T: Read> Read for IndexMap<Slug, T> {
    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let pairs = pairs(node, reader, || format!("a name: {}", example(&T::shape())))?;
        let mut map = Self::with_capacity(pairs.len());
        for Pair { key, value } in pairs {
            match key.text.parse::<Slug>() {
                Ok(name) => {
                    let read = reader.below(name.as_str(), |reader| T::read(value, reader));
                    map.extend(read.map(|read| (name, read)));
                }
                Err(why) => {
                    let mut diag = Diag::new(why.code, reader.span(key.place), why.what);
                    diag.help = why.help;
                    diag.instead = why.instead;
                    reader.find(diag);
                }
            }
        }
        Some(map)
    }
}

/// The pairs of a map; anything else is a finding, which gives a pair as an example.
pub(crate) fn pairs<'n>(
    node: &'n Node,
    reader: &mut Reader<'_>,
    pair: impl FnOnce() -> String,
) -> Option<&'n [Pair]> {
    let found = match &node.value {
        Value::Map(pairs) => return Some(pairs),
        Value::Refused => return None,
        Value::Scalar(scalar) if scalar.text.is_empty() && scalar.plain => {
            reader.empty(node);
            return None;
        }
        Value::Scalar(scalar) if is_placeholder(&scalar.text) => {
            reader.left_over(node, &scalar.text);
            return None;
        }
        Value::Scalar(_) => "a single value",
        Value::List(_) => "a list",
    };
    let help =
        format!("write its keys on lines of their own, or in braces such as `{{{}}}`", pair());
    reader.wrong_type(node, "keys with values", found).help = Some(help);
    None
}

/// A scalar, or a record that says more of the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Either<A, B> {
    /// The short form.
    Short(A),
    /// The record.
    Long(B),
}

impl<A: Read, B: Read> Read for Either<A, B> {
    fn shape() -> Shape {
        Shape::Either(Box::new(A::shape()), Box::new(B::shape()))
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => B::read(node, reader).map(Self::Long),
            Value::Scalar(_) | Value::List(_) | Value::Refused => {
                if let Some(diag) = a_span_of_time(node, &B::shape(), reader) {
                    reader.find(diag);
                    return None;
                }
                A::read(node, reader).map(Self::Short)
            }
        }
    }
}

/// Two dates in one value, where the record has a key for each.
fn a_span_of_time(node: &Node, record: &Shape, reader: &Reader<'_>) -> Option<Diag> {
    let Shape::Record { fields, .. } = record else { return None };
    let has = |key: &str| fields.iter().any(|field| field.key == key);
    let text = node.text().filter(|_| has("start") && has("end"))?;
    let (start, end) = span_of(text)?;
    let message = format!("{} holds two dates", reader.here());
    Some(
        Diag::new(Code::BadDate, reader.span(node.handle()), message)
            .label("a first and a last day")
            .help(format!("write `{{start: {start}, end: {end}}}`"))
            .suggest(format!("{{start: {start}, end: {end}}}")),
    )
}

/// Reads a record: its keys first, so that a misspelt one is named, then its fields.
pub fn read_record<T: Record>(node: &Node, reader: &mut Reader<'_>) -> Option<T> {
    if let (Some(text), Some(meant)) =
        (node.text(), as_record(node, (T::FIELDS, T::ONE_OF), reader))
    {
        let diag = reader.wrong_type(node, "keys with values", "a single value");
        diag.help = Some(if meant.is_certain {
            "say what it is, in braces".to_owned()
        } else {
            let keys = &meant.text;
            printable(&format!("say what `{text}` is, as keys in braces: such as `{keys}`"))
        });
        diag.instead = meant.is_certain.then(|| Mend::safe(meant.text));
        return None;
    }
    let first = || T::FIELDS.first().map_or_else(String::new, example_pair);
    let pairs = pairs(node, reader, first)?;
    let meant = check_keys((node, pairs), T::FIELDS, reader);
    check_needs(node, T::FIELDS, (T::ONE_OF, &meant), reader);
    Some(T::fill(node, reader))
}

/// How many unknown keys of one map are spoken of: more than are shown of a file.
const MOST_KEYS: usize = 300;

/// Names every key that is not one of the fields; gives back the keys that are likely meant.
pub(crate) fn check_keys<'f>(
    (record, pairs): (&Node, &[Pair]),
    fields: &'f [super::Field],
    reader: &mut Reader<'_>,
) -> Vec<&'f str> {
    let is_known = |pair: &&Pair| fields.iter().any(|field| field.key == pair.key.text);
    let unknown: Vec<&Pair> = pairs.iter().filter(|pair| !is_known(pair)).take(MOST_KEYS).collect();
    let mut meant = Vec::new();
    if unknown.is_empty() {
        return meant;
    }
    let present: BTreeSet<&str> = pairs.iter().map(|pair| pair.key.text.as_str()).collect();
    let known = fields.iter().map(|field| field.key);
    let absent: Vec<&str> = known.filter(|key| !present.contains(key)).collect();
    for Pair { key, value } in unknown {
        let message = format!("there is no key `{}` here", key.text);
        let diag = Diag::new(Code::UnknownKey, reader.span(key.place), message).label("unknown");
        let foreign = foreign::meant_by(&key.text, fields);
        let near = match foreign {
            // What is meant stands there already, or stands deeper.
            Some(route) => absent.iter().copied().find(|key| *key == route),
            None => nearest(&key.text, absent.iter().copied())
                .filter(|near| is_near_key(&key.text, near)),
        };
        let diag = match (near, foreign) {
            (Some(near), _) => {
                meant.push(near);
                let field = fields.iter().find(|field| field.key == near);
                let then = field.and_then(|field| also_wrong(field, value, reader));
                let then = then.map_or_else(String::new, |help| format!(" Then {help}"));
                let diag = diag.help(format!("did you mean `{near}`?{then}"));
                // A key that no field has says nothing yet; one slip away from a single field, it can be no other.
                if is_slip(&key.text, near) { diag.instead(near) } else { diag.suggest(near) }
            }
            (None, Some(route)) if route.contains('.') => {
                meant.extend(route.split('.').next().and_then(|outer| known_key(fields, outer)));
                foreign::deeper(diag, route, value, record)
            }
            (None, Some(route)) => diag
                .help(format!("`{route}` says it, and stands here already: delete one of the two")),
            (None, None) => foreign::unknown(diag, &absent, reader),
        };
        reader.find(diag);
    }
    meant
}

fn known_key<'f>(fields: &'f [super::Field], key: &str) -> Option<&'f str> {
    fields.iter().map(|field| field.key).find(|known| *known == key)
}

/// What would be wrong with a value behind the key that was meant, so that it is said in the same run.
fn also_wrong(field: &super::Field, value: &Node, reader: &Reader<'_>) -> Option<String> {
    let mut scratch = reader.scratch();
    (field.accepts)(value, &mut scratch);
    let wrong = scratch.findings.into_iter().next()?;
    match (wrong.help, wrong.instead) {
        (None, Some(instead)) => Some(printable(&format!("write `{instead}`"))),
        (help, _) => help,
    }
}

/// Names every key that must be there and is not, unless it is one that is there and misspelt: one mistake is one finding.
pub(crate) fn check_needs(
    node: &Node,
    fields: &[super::Field],
    (one_of, meant): (&[&[&str]], &[&str]),
    reader: &mut Reader<'_>,
) {
    let span = reader.span(node.handle());
    let place = |reader: &Reader<'_>| match reader.route() {
        "" => String::new(),
        _ => format!(" in {}", reader.here()),
    };
    for field in fields {
        let needed = reader.needs(field);
        match node.get(field.key) {
            None if needed && !meant.contains(&field.key) => {
                let message = format!("the key `{}` is missing{}", field.key, place(reader));
                let help = to_add(field, (node, fields), reader.context);
                reader.find(Diag::new(Code::MissingKey, span, message).help(help));
            }
            // An empty map is spoken of where it is read.
            Some(value) if needed && value.value == Value::List(Vec::new()) => {
                reader.below(field.key, |reader| {
                    reader.of_field(Some(field), (node, &[]), |reader| reader.empty(value));
                });
            }
            None | Some(_) => {}
        }
    }
    for set in one_of {
        let given =
            |key: &&str| meant.contains(key) || node.get(key).is_some_and(|value| !value.is_bare());
        if !reader.lenient && !set.iter().any(given) {
            let keys: Vec<String> = set.iter().map(|key| format!("`{key}`")).collect();
            let message = format!("one of {} must be there{}", keys.join(", "), place(reader));
            let known = |key: &&str| fields.iter().find(|field| field.key == *key);
            let pairs: Vec<String> = set.iter().filter_map(known).map(example_pair).collect();
            let help = format!("add at least one of them: `{}`", pairs.join("`, `"));
            reader.find(Diag::new(Code::MissingKey, span, message).help(help));
        }
    }
}
