//! Where a file names an address, found by the shapes of its fields: each with its route.

use super::{Field, Shape};
use crate::value::{Arxiv, Doi, PaperRef, Url};
use crate::yaml::{Node, Pair, Value};

/// What stands at a route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// An address.
    Address(String),
    /// A text, in which addresses may stand; whether it is read as Markdown.
    Text(String, bool),
}

/// Every address and every text of a file, with its route, in the order of the file.
#[must_use]
pub fn addresses(tree: &Node, fields: &[Field]) -> Vec<(String, Named)> {
    let mut found = Vec::new();
    walk_fields(tree, fields, "", &mut found);
    found
}

fn walk_fields(node: &Node, fields: &[Field], route: &str, found: &mut Vec<(String, Named)>) {
    let Value::Map(pairs) = &node.value else { return };
    for Pair { key, value } in pairs {
        if let Some(field) = fields.iter().find(|field| field.key == key.text) {
            walk(value, &field.shape(), &below(route, &key.text), found);
        }
    }
}

fn below(route: &str, key: &str) -> String {
    if route.is_empty() { key.to_owned() } else { format!("{route}.{key}") }
}

fn walk(node: &Node, shape: &Shape, route: &str, found: &mut Vec<(String, Named)>) {
    match (shape, &node.value) {
        (Shape::List(shape), Value::List(items)) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, shape, &format!("{route}[{at}]"), found);
            }
        }
        // Where one will do, its brackets can be left out.
        (Shape::List(shape), Value::Scalar(_)) => walk(node, shape, route, found),
        (Shape::Map(shape), Value::Map(pairs)) => {
            for pair in pairs {
                walk(&pair.value, shape, &below(route, &pair.key.text), found);
            }
        }
        (Shape::Record { fields, .. }, Value::Map(_)) => walk_fields(node, fields, route, found),
        (Shape::Either(_, record), Value::Map(_)) => walk(node, record, route, found),
        (Shape::Either(short, _) | Shape::Reported(short), _) => walk(node, short, route, found),
        (Shape::Text { .. } | Shape::Term, Value::Map(pairs)) => {
            for pair in pairs {
                walk(&pair.value, shape, &below(route, &pair.key.text), found);
            }
        }
        (_, Value::Scalar(scalar)) => {
            found.extend(named(&scalar.text, shape).map(|named| (route.to_owned(), named)));
        }
        _ => {}
    }
}

fn named(text: &str, shape: &Shape) -> Option<Named> {
    let address = match shape {
        Shape::Url => text.parse::<Url>().ok().map(|url| url.to_string()),
        Shape::Doi => text.parse::<Doi>().ok().map(|doi| doi.url()),
        Shape::Arxiv => text.parse::<Arxiv>().ok().map(|arxiv| arxiv.url()),
        Shape::PaperRef => text.parse::<PaperRef>().ok().and_then(|paper| paper.url()),
        Shape::Text { markdown, .. } => return Some(Named::Text(text.to_owned(), *markdown)),
        Shape::Line | Shape::Term | Shape::AsWritten => {
            return Some(Named::Text(text.to_owned(), false));
        }
        _ => None,
    };
    address.map(Named::Address)
}
