//! Reading what is made of parts: records, lists, maps, and values that are one thing or the other.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::commas::without_decimals;
use super::example::{example, example_pair, to_add};
use super::foreign;
use super::limits::{ANY_LIST, OWN_FILES, most_items};
use super::meant::{as_list, as_record, is_one};
use super::placeholder::is_placeholder;
use super::{Context, Need, Reader, Record, Shape};
use crate::diag::{Applicability, Code, Diag, Mend, printable};
use crate::value::{Slug, is_near_key, is_same, is_slip, nearest, span_of};
use crate::yaml::{
    Key, Node, Pair, Scalar, Value, between_wide_commas, enclosed, in_plain_brackets, pair_in_text,
    quoted, with_dashes,
};

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
        let places = items.iter().map(Node::handle);
        if too_many("items", items.len(), places, reader) {
            return None;
        }
        T::look(items, reader);
        let mut first = BTreeMap::new();
        let in_brackets = reader.written(node).starts_with('[');
        let read = |(index, item)| {
            reader.item(index, |reader| {
                if several::<T>(item, in_brackets, reader) {
                    return None;
                }
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

/// Says that a list or a map holds more than it may; what it holds is not read then, so that the cost of a file has an end.
fn too_many(
    things: &str,
    count: usize,
    mut places: impl Iterator<Item = (u32, u32)>,
    reader: &mut Reader<'_>,
) -> bool {
    // The list's own files have no fields of an entry.
    let most = if reader.fields.is_empty() { OWN_FILES } else { most_items(reader.route()) };
    let Some(first) = places.nth(most) else { return false };
    let message = format!("{} has {count} {things}, and takes at most {most}", reader.here());
    let diag = Diag::new(Code::TooManyItems, reader.span(first), message)
        .label(format!("the first of {} too many", count - most))
        .help(format!(
            "keep the {most} that matter most; if a real entry needs more, open an issue of \
             listwright that names it"
        ));
    reader.find(diag);
    true
}

/// Says that one item was meant as several, where a mark between them is not the one that YAML has.
fn several<T: Read>(item: &Node, in_brackets: bool, reader: &mut Reader<'_>) -> bool {
    let Value::Scalar(Scalar { text, plain: true }) = &item.value else { return false };
    let written = reader.written(item);
    if !in_brackets && written.contains('\n') {
        return lines_of_items(item, written, reader);
    }
    let Some(items) = between_wide_commas(text).filter(|_| in_brackets) else { return false };
    // People are not joined by a comma in their names; any other text that can be read may have one.
    if !matches!(T::shape(), Shape::Author) {
        let mut scratch = reader.scratch();
        let is_read = T::read(item, &mut scratch).is_some() && scratch.findings.is_empty();
        if is_read || matches!(T::shape(), Shape::Line) {
            return false;
        }
    }
    let mark = if text.contains('，') { '，' } else { '、' };
    let message = format!("`{mark}` is a full-width mark, and YAML takes it for part of a text");
    let (help, instead) = if each_can_be_read::<T>(&items, item, reader) {
        let items: Vec<String> = items.iter().map(|item| written_item(item)).collect();
        ("type `,` and a space between two items", Some(Mend::safe(items.join(", "))))
    } else if each_can_be_read::<T>(&[&items.concat()], item, reader) {
        ("delete it, as the rest is one item", Some(Mend::suggested(items.concat())))
    } else {
        ("type `,` and a space between two items, or delete the mark within one", None)
    };
    let diag = reader.find_at(Code::WideMark, item, message);
    diag.label = Some("read as one item".to_owned());
    diag.help = Some(help.to_owned());
    diag.instead = instead;
    true
}

/// Whether each piece of an item can be an item of its own, as it stands or as its own finding would have it.
fn each_can_be_read<T: Read>(pieces: &[&str], item: &Node, reader: &Reader<'_>) -> bool {
    // Each one is read, and a hostile file can have a mark at every second place.
    let is_few = pieces.len() <= ANY_LIST || matches!(T::shape(), Shape::Author);
    is_few
        && pieces.iter().all(|piece| {
            let scalar = Scalar { text: (*piece).to_owned(), plain: true };
            let piece = Node { place: item.place, value: Value::Scalar(scalar) };
            let mut scratch = reader.scratch();
            T::read(&piece, &mut scratch);
            scratch.findings.iter().all(|finding| finding.instead.is_some())
        })
}

/// Says that lines below an item are items too, where no space stands behind their hyphens.
fn lines_of_items(item: &Node, written: &str, reader: &mut Reader<'_>) -> bool {
    let Some((first, rest)) = written.split_once('\n') else { return false };
    let before = reader.source.get(..item.place.0 as usize).unwrap_or("");
    let line = before.rsplit('\n').next().unwrap_or("");
    let indent = line.len() - line.trim_start_matches(' ').len();
    if line.get(indent..).is_none_or(|dash| dash.trim_end() != "-") {
        return false;
    }
    let Some(items) = with_dashes(rest) else { return false };
    let pad = " ".repeat(indent);
    let items: Vec<String> =
        items.split('\n').map(|item| format!("{pad}{}", item.trim_start())).collect();
    let diag = reader.find_at(
        Code::WideMark,
        item,
        "no space stands behind the hyphen of an item, so that it goes on with the item above",
    );
    diag.label = Some("read as one item".to_owned());
    diag.help = Some("write a hyphen and a space before each item".to_owned());
    diag.instead = Some(Mend::safe(format!("{first}\n{}", items.join("\n"))));
    true
}

fn written_item(item: &str) -> String {
    if item.contains([':', '#', '[', ']', '{', '}', '"', '\'']) {
        enclosed(item)
    } else {
        item.to_owned()
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
    if list_in_other_marks(text, node, reader) || lines_without_hyphens(text, node, reader) {
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

/// Says that lines one below the other were meant as items; YAML joins them to one text.
fn lines_without_hyphens(text: &str, node: &Node, reader: &mut Reader<'_>) -> bool {
    let is_plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
    let written = reader.written(node);
    if !is_plain || !written.contains('\n') || !reader.begins_line(node) {
        return false;
    }
    let item = |line: &str| {
        let words = line.trim();
        let indent = line.get(..line.len() - line.trim_start().len()).unwrap_or("");
        if words.is_empty() { String::new() } else { format!("{indent}- {}", quoted(words)) }
    };
    let lines: Vec<String> = written.split('\n').map(item).collect();
    let message = format!("{} takes a list, and YAML joins these lines to one text", reader.here());
    let diag = reader.find_at(Code::WrongType, node, message);
    diag.label = Some(printable(&format!("read as `{text}`")));
    diag.help = Some("write a hyphen and a space before each item".to_owned());
    diag.instead = Some(Mend::suggested(lines.join("\n")));
    true
}

/// Says that a text was meant as a list, where its brackets or dashes are not those of YAML.
fn list_in_other_marks(text: &str, node: &Node, reader: &mut Reader<'_>) -> bool {
    let is_plain = matches!(&node.value, Value::Scalar(scalar) if scalar.plain);
    if !is_plain {
        return false;
    }
    let written = reader.written(node);
    let (message, help, instead) = if let Some(instead) = in_plain_brackets(text) {
        let mark = text.chars().next().unwrap_or('［');
        let message =
            format!("`{mark}` is a full-width mark, and YAML takes it for part of a text");
        (message, "put the items in `[` and `]`, with `,` and a space between two", instead)
    } else if reader.begins_line(node)
        && let Some(instead) = with_dashes(written)
    {
        let message = if text.starts_with('-') {
            "no space stands behind the hyphens of this list".to_owned()
        } else {
            format!("`{}` does not begin an item", text.chars().next().unwrap_or('•'))
        };
        (message, "write a hyphen and a space before each item", instead)
    } else {
        return false;
    };
    let diag = reader.find_at(Code::WideMark, node, message);
    diag.label = Some("read as one text".to_owned());
    diag.help = Some(help.to_owned());
    diag.instead = Some(Mend::safe(instead));
    true
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
        let places = pairs.iter().map(|pair| pair.key.place);
        if too_many("names", pairs.len(), places, reader) {
            return None;
        }
        let mut map = Self::with_capacity(pairs.len());
        for Pair { key, value } in without_decimals(pairs, reader) {
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
                let before = reader.findings.len();
                let read = A::read(node, reader).map(Self::Short);
                if let (None, Some(text)) = (&read, node.text()) {
                    let found = reader.findings.get_mut(before);
                    by_name(text, (&A::shape(), &B::shape()), found);
                }
                read
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

/// Offers the name for what has no entry, where a text is no id and leads to no entry.
fn by_name(text: &str, shapes: (&Shape, &Shape), found: Option<&mut Diag>) {
    let (Shape::Ref(kind), Shape::Record { fields, .. }) = shapes else { return };
    let name = fields.iter().find(|field| field.key == "name" && field.need == Need::Always);
    let Some(diag) = found.filter(|diag| diag.code == Code::BadId && diag.instead.is_none()) else {
        return;
    };
    if name.is_some() && is_one(text) {
        let kind = kind.noun();
        diag.help =
            Some(format!("give the name of a {kind} without an entry in braces, after `name: `"));
        diag.instead = Some(Mend::safe(format!("{{name: {}}}", quoted(text))));
    }
}

/// Reads a record: its keys first, so that a misspelt one is named, then its fields.
pub fn read_record<T: Record>(node: &Node, reader: &mut Reader<'_>) -> Option<T> {
    if pairs_in_other_marks::<T>(node, reader) {
        return None;
    }
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
    let fields = reader.keys_here().unwrap_or(T::FIELDS);
    let meant = check_keys((node, pairs), fields, reader);
    check_needs(node, fields, (T::ONE_OF, &meant), reader);
    Some(T::fill(node, reader))
}

/// How many unknown keys of one map are spoken of: more than are shown of a file.
const MOST_KEYS: usize = 300;

/// A built-in key that the list has switched off.
fn unused_key(key: &Key, reader: &Reader<'_>) -> Option<Diag> {
    let is_unused = reader.route().is_empty() && reader.unused.contains(&key.text.as_str());
    let message = format!("this list does not use `{}`", key.text);
    is_unused.then(|| {
        Diag::new(Code::UnknownKey, reader.span(key.place), message).help(
            "delete it; to use the field, delete its line under `fields` of entries/survey.yaml",
        )
    })
}

/// Names every key that is not one of the fields; gives back the keys that are likely meant.
pub(crate) fn check_keys<'f>(
    (record, pairs): (&Node, &[Pair]),
    fields: &'f [super::Field],
    reader: &mut Reader<'_>,
) -> Vec<&'f str> {
    let is_known = |pair: &&Pair| fields.iter().any(|field| field.key == pair.key.text);
    let mut meant = Vec::new();
    // Where survey.yaml could not be read, which is said there, any key may be a field of the list.
    let may_be_own = reader.route().is_empty() && !reader.context.registry.is_certain;
    if may_be_own || pairs.iter().all(|pair| is_known(&pair)) {
        return meant;
    }
    let pieces = without_decimals(pairs, reader).into_iter();
    let unknown: Vec<&Pair> = pieces.filter(|pair| !is_known(pair)).take(MOST_KEYS).collect();
    let present: BTreeSet<&str> = pairs.iter().map(|pair| pair.key.text.as_str()).collect();
    let known = fields.iter().map(|field| field.key);
    let absent: Vec<&str> = known.filter(|key| !present.contains(key)).collect();
    for Pair { key, value } in unknown {
        if let Some(diag) = key_in_other_marks(key, value, &absent, reader) {
            meant.extend(diag.1);
            reader.find(diag.0);
            continue;
        }
        if let Some(diag) = unused_key(key, reader) {
            reader.find(diag);
            continue;
        }
        let message = format!("there is no key `{}` here", key.text);
        let diag = Diag::new(Code::UnknownKey, reader.span(key.place), message).label("unknown");
        let there = fields.iter().filter(|field| present.contains(field.key));
        if let Some(same) = there.map(|field| field.key).find(|there| is_same(&key.text, there)) {
            let help = format!("`{same}` says it, and stands here already: delete one of the two");
            reader.find(diag.help(help));
            continue;
        }
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
                let wrong = field.and_then(|field| also_wrong(field, value, reader));
                let then = wrong.as_ref().and_then(|wrong| wrong.help.as_ref());
                let then = then.map_or_else(String::new, |help| format!(" Then {help}"));
                let diag = diag.help(format!("did you mean `{near}`?{then}"));
                // A key that no field has says nothing yet; one slip away from a single field, it can be no other.
                match wrong.map_or(Applicability::Safe, |wrong| wrong.sure) {
                    Applicability::Safe if is_slip(&key.text, near) => diag.instead(near),
                    Applicability::Safe | Applicability::Suggested => diag.suggest(near),
                    // The key alone would only lead to the next finding.
                    Applicability::ToFillIn => diag,
                }
            }
            (None, Some(route)) if route.contains('.') => {
                meant.extend(route.split('.').next().and_then(|outer| known_key(fields, outer)));
                foreign::deeper(diag, route, value, (record, fields), reader)
            }
            (None, Some(route)) => diag
                .help(format!("`{route}` says it, and stands here already: delete one of the two")),
            (None, None) => foreign::unknown(diag, &key.text, &absent, reader),
        };
        reader.find(diag);
    }
    meant
}

fn known_key<'f>(fields: &'f [super::Field], key: &str) -> Option<&'f str> {
    fields.iter().map(|field| field.key).find(|known| *known == key)
}

/// A key that is known once the marks beside it are those of YAML: its finding, and the key.
fn key_in_other_marks<'f>(
    key: &Key,
    value: &Node,
    absent: &[&'f str],
    reader: &Reader<'_>,
) -> Option<(Diag, Option<&'f str>)> {
    let known = |name: &str| absent.iter().copied().find(|key| *key == name);
    let diag = |message: &str| Diag::new(Code::WideMark, reader.span(key.place), message);
    let bare = key.text.trim_matches(|c: char| c.is_whitespace());
    if let Some(name) = known(bare) {
        let message = "another space than YAML knows stands beside the key";
        let diag = diag(message).label("a wide or non-breaking space");
        return Some((diag.help("type plain spaces").instead(name), Some(name)));
    }
    let (name, behind) = pair_in_text(&key.text).filter(|_| value.text() == Some(""))?;
    let name = known(name)?;
    let message = if key.text.contains('：') {
        "`：` is a full-width mark, and YAML takes it for part of a text"
    } else {
        "no space stands behind the colon of a key"
    };
    let diag = diag(message).label("read as a key without a value");
    let help = format!("write `{name}: ` and then the value");
    Some((diag.help(help).instead(format!("{name}: {}", written_item_of_map(behind))), Some(name)))
}

fn written_item_of_map(value: &str) -> String {
    if value.contains(": ") || value.contains(" #") { enclosed(value) } else { value.to_owned() }
}

/// Says that a single value was meant as keys with values, where its colons are not those of YAML.
fn pairs_in_other_marks<T: Record>(node: &Node, reader: &mut Reader<'_>) -> bool {
    let Value::Scalar(Scalar { text, plain: true }) = &node.value else { return false };
    let written = reader.written(node);
    let known = |key: &str| T::FIELDS.iter().any(|field| field.key == key);
    let pair = |line: &str| {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let (key, value) = pair_in_text(line.trim())?;
        known(key).then(|| format!("{}{key}: {}", " ".repeat(indent), written_item_of_map(value)))
    };
    let pairs: Option<Vec<String>> = written.split('\n').map(pair).collect();
    let Some(pairs) = pairs else { return false };
    let message = if text.contains('：') {
        "`：` is a full-width mark, and YAML takes it for part of a text"
    } else {
        "no space stands behind the colon of a key"
    };
    let instead = if reader.begins_line(node) {
        pairs.join("\n")
    } else {
        format!("{{{}}}", pairs.join(", "))
    };
    let diag = reader.find_at(Code::WideMark, node, message);
    diag.label = Some("read as one text".to_owned());
    diag.help = Some("write a colon and a space between a key and its value".to_owned());
    diag.instead = Some(Mend::safe(instead));
    true
}

/// What would be wrong with a value behind the key that was meant.
struct AlsoWrong {
    /// What to type.
    help: Option<String>,
    /// How sure that is.
    sure: Applicability,
}

/// Looks at a value behind the key that was meant, so that what is wrong with both is said in the same run.
fn also_wrong(field: &super::Field, value: &Node, reader: &Reader<'_>) -> Option<AlsoWrong> {
    let mut scratch = reader.scratch();
    field.accepts(value, &mut scratch);
    let sure =
        |wrong: &Diag| wrong.instead.as_ref().map_or(Applicability::ToFillIn, Mend::applicability);
    let sure = scratch.findings.iter().map(sure).max()?;
    let wrong = scratch.findings.into_iter().next()?;
    let help = match (wrong.help, wrong.instead) {
        (None, Some(instead)) => Some(printable(&format!("write `{instead}`"))),
        (help, _) => help,
    };
    Some(AlsoWrong { help, sure })
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
