//! What a value of a shape looks like, for the help of those who have never typed one.

use super::placeholder::{GAP, PERSON};
use super::reader::Here;
use super::{Context, Field, Shape};
use crate::diag::{one_of, ticked};
use crate::yaml::{Node, Pair, Value};

/// What an address begins with, which says more than nothing.
const SCHEME: &str = "https://";

/// A key with a value as it may stand, such as `released: 2022-02`.
pub(super) fn example_pair(field: &Field) -> String {
    format!("{}: {}", field.key, example(&field.shape()))
}

/// A value of a shape; `…` where only the writer can know.
pub(super) fn example(shape: &Shape) -> String {
    let text = match shape {
        Shape::Boolean => "true",
        Shape::Integer | Shape::Version => "1",
        Shape::Release => "2026.11",
        Shape::Date => "2022-02",
        Shape::Day => "2026-11-28",
        Shape::Count => "99.52M",
        Shape::Quantity => "36M sequences",
        Shape::Number => "0.3",
        Shape::Score => "68.5 ± 0.54",
        Shape::Url => "https://…",
        Shape::Doi => "10.1093/nar/gkad1031",
        Shape::Arxiv | Shape::PaperRef => "arXiv:2204.00300",
        Shape::Identifier(register) => register.example,
        Shape::Licence => "Apache-2.0",
        Shape::Author => PERSON,
        Shape::Route => "parameters",
        Shape::EntryPath => "models/rna-fm",
        Shape::Choice(words) => words.first().map_or(GAP, |(word, _)| word),
        Shape::Line
        | Shape::Locator
        | Shape::Text { .. }
        | Shape::Id
        | Shape::Slug
        | Shape::Ref(_)
        | Shape::Word(_)
        | Shape::AsWritten => GAP,
        Shape::Term => "{en: …}",
        Shape::List(of) => return format!("[{}]", example(of)),
        Shape::Map(of) => return format!("{{a-name: {}}}", example(of)),
        Shape::Record { fields, .. } => {
            let needed = fields.iter().find(|field| field.need != super::Need::Optional);
            let first = needed.or(fields.first()).map_or_else(String::new, example_pair);
            return format!("{{{first}}}");
        }
        Shape::Reported(shape) | Shape::Either(shape, _) => return example(shape),
    };
    text.to_owned()
}

/// What to type as the value of a field: one of its words, or something of its form.
fn what(field: &Field, context: Context<'_>) -> String {
    let shape = field.shape();
    let (item, is_list) = match &shape {
        Shape::List(item) => (item.as_ref(), true),
        other => (other, false),
    };
    let words = words(item, context);
    match example(&shape) {
        _ if !words.is_empty() && is_list => {
            format!("any of {} in square brackets", ticked(words.iter().copied()))
        }
        _ if !words.is_empty() => one_of(words.iter().copied()),
        form if form.contains(GAP) && !form.contains(SCHEME) => "its value".to_owned(),
        form if matches!(shape, Shape::Version) => format!("`{form}`"),
        form => format!("a value such as `{form}`"),
    }
}

/// The words that a shape takes.
fn words<'c>(shape: &Shape, context: Context<'c>) -> Vec<&'c str> {
    match shape {
        Shape::Choice(words) => words.iter().map(|(word, _)| *word).collect(),
        Shape::Word(section) => {
            context.vocabulary.into_iter().flat_map(|known| known.words(section)).collect()
        }
        _ => Vec::new(),
    }
}

/// How to add a field that is missing: the key, where it goes, what stands behind it and what it means.
pub(super) fn to_add(
    field: &Field,
    (node, fields): (&Node, &[Field]),
    context: Context<'_>,
) -> String {
    let place = place_for(field, node, fields);
    let (what, doc) = (what(field, context), doc_in_a_sentence(field.doc));
    format!("add `{}:` {place}, with {what}: {doc}", field.key)
}

/// Where in a record a key that is not there would stand.
fn place_for(field: &Field, node: &Node, fields: &[Field]) -> String {
    let pairs: &[Pair] = match &node.value {
        Value::Map(pairs) => pairs,
        Value::Scalar(_) | Value::List(_) | Value::Refused => &[],
    };
    let before = fields.iter().take_while(|other| other.key != field.key);
    let before = before.filter(|other| node.get(other.key).is_some()).last();
    let in_braces = pairs.first().is_none_or(|first| first.key.place.0 > node.place.0);
    match (before, in_braces) {
        (Some(before), false) => format!("below `{}`", before.key),
        (Some(before), true) => format!("behind `{}`", before.key),
        (None, false) => "as the first line".to_owned(),
        (None, true) => "within the braces".to_owned(),
    }
}

/// What to do about a key behind which nothing stands.
pub(super) fn behind_the_colon(here: Option<&Here>, context: Context<'_>) -> String {
    advice(here, "behind the colon", context)
}

/// What to do about a value that is none yet.
pub(super) fn in_its_place(here: Option<&Here>, context: Context<'_>) -> String {
    advice(here, "in its place", context)
}

/// A key that must be there is never to be deleted.
fn advice(here: Option<&Here>, place: &str, context: Context<'_>) -> String {
    let Some(here) = here else { return format!("type the value {place}, or delete the key") };
    let (what, doc) = (what(&here.field, context), doc_in_a_sentence(here.field.doc));
    let or_else: Vec<String> = here.or_else.iter().map(|key| format!("`{key}`")).collect();
    match (here.needed, or_else.as_slice()) {
        (true, _) => format!("type {what} {place}: {doc}"),
        (false, []) => {
            format!("type {what} {place}, or delete the key: an absent key means not recorded yet")
        }
        (false, keys) => {
            format!("type {what} {place}, or delete the key and give {}", keys.join(" or "))
        }
    }
}

/// A doc after a colon: without its full stop, and small where it does not begin with an abbreviation.
fn doc_in_a_sentence(doc: &str) -> String {
    let doc = doc.trim().trim_end_matches('.');
    let mut letters = doc.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => doc.to_owned(),
    }
}
