//! What was meant by a single value that stands where a list or keys belong: found by reading it as each of the things that could stand there.

use super::placeholder::is_placeholder;
use super::{Field, Need, Read, Reader, Shape};
use crate::diag::Mend;
use crate::yaml::{Node, Value, quoted};

/// The longest text that is typed anew for its writer.
const LONGEST: usize = 300;

/// A list of the one value, where it can be an item.
pub(super) fn as_list<T: Read>(node: &Node, reader: &Reader<'_>) -> Option<Mend> {
    let text = node.text().filter(|text| is_one(text))?;
    let mut scratch = reader.scratch();
    let read = T::read(node, &mut scratch);
    // A text of several lines may be several items, and one name for all authors may be that of a group.
    let is_sure = !reader.written(node).contains('\n') && !matches!(T::shape(), Shape::Author);
    let made = |text: String| if is_sure { Mend::safe(text) } else { Mend::suggested(text) };
    let item = match scratch.findings.as_slice() {
        [] => made(
            read.and_then(|value| value.called(reader.context)).unwrap_or_else(|| quoted(text)),
        ),
        [only] => only.instead.clone()?,
        _ => return None,
    };
    Some(item.map(|item| format!("[{item}]")))
}

/// Keys that say what the one value says.
pub(super) struct Meant {
    /// The keys with their values, in braces.
    pub(super) text: String,
    /// Whether nothing else can be meant, and nothing is missing.
    pub(super) is_certain: bool,
}

/// The keys under which a value can stand, with those that must be there too.
pub(super) fn as_record(
    node: &Node,
    (fields, one_of): (&[Field], &[&[&str]]),
    reader: &Reader<'_>,
) -> Option<Meant> {
    node.text().filter(|text| is_one(text))?;
    let fits = |field: &&Field| value_of(field, node, reader).is_some();
    let all: Vec<&Field> = fields.iter().filter(fits).collect();
    let first = *all.first()?;
    let needed = |field: &&Field| field.need != Need::Optional || field.key == first.key;
    let pair =
        |field: &Field| match value_of(field, node, reader).filter(|_| field.key == first.key) {
            Some(value) => format!("{}: {value}", field.key),
            None => super::example::example_pair(field),
        };
    let shown: Vec<&Field> = fields.iter().filter(needed).collect();
    let pairs: Vec<String> = shown.iter().map(|field| pair(field)).collect();
    let complete = shown.len() == 1 && one_of.iter().all(|set| set.contains(&first.key));
    Some(Meant {
        text: format!("{{{}}}", pairs.join(", ")),
        is_certain: all.len() == 1 && complete,
    })
}

/// The value as it would stand behind a key, alone or as the only item of its list.
fn value_of(field: &Field, node: &Node, reader: &Reader<'_>) -> Option<String> {
    let text = node.text()?;
    let is_list = match field.shape() {
        // Any text at all can stand there, which says nothing about what was meant.
        shape if is_free(&shape) => return None,
        Shape::List(item) if is_free(&item) => return None,
        Shape::List(_) => true,
        _ => false,
    };
    let there = if is_list {
        Node { place: node.place, value: Value::List(vec![node.clone()]) }
    } else {
        node.clone()
    };
    let mut scratch = reader.scratch();
    let is_read = field.accepts(&there, &mut scratch);
    let text = quoted(text);
    (is_read && scratch.findings.is_empty())
        .then(|| if is_list { format!("[{text}]") } else { text })
}

fn is_free(shape: &Shape) -> bool {
    match shape {
        Shape::Line | Shape::Locator | Shape::Text { .. } | Shape::AsWritten => true,
        Shape::Either(short, _) => is_free(short),
        _ => false,
    }
}

/// Whether a text is one value: what has a comma in it may be several.
pub(super) fn is_one(text: &str) -> bool {
    text.len() <= LONGEST
        && !is_placeholder(text)
        && !text.contains([',', ';', '\n', '[', ']', '{', '}'])
}
