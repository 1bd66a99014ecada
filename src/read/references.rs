//! Where a file names an entry, found by the shapes of its fields, so that a file with other errors is not passed over.

use super::{Field, Shape};
use crate::kinds::KindId;
use crate::yaml::{Node, Pair, Value};

/// The values of an entry of a kind that name another entry by its kind and id.
#[must_use]
pub fn references<'n>(
    tree: &'n Node,
    (of, fields): (KindId, &[Field]),
    named: (KindId, &str),
) -> Vec<&'n Node> {
    let mut found = Vec::new();
    walk_fields(tree, fields, named, &mut found);
    // The references whose kind is that of the file that makes them.
    if of == named.0 {
        let others = match tree.get("distinct_from").map(|others| &others.value) {
            Some(Value::List(others)) => others.as_slice(),
            _ => &[],
        };
        let own = tree.get("superseded_by").into_iter().chain(others);
        found.extend(own.filter(|node| node.text() == Some(named.1)));
    }
    found
}

fn walk_fields<'n>(
    node: &'n Node,
    fields: &[Field],
    named: (KindId, &str),
    found: &mut Vec<&'n Node>,
) {
    let Value::Map(pairs) = &node.value else { return };
    for Pair { key, value } in pairs {
        if let Some(field) = fields.iter().find(|field| field.key == key.text) {
            walk(value, &field.shape(), named, found);
        }
    }
}

fn walk<'n>(node: &'n Node, shape: &Shape, named: (KindId, &str), found: &mut Vec<&'n Node>) {
    match (shape, &node.value) {
        (Shape::Ref(kind), Value::Scalar(scalar)) if *kind == named.0 && scalar.text == named.1 => {
            found.push(node);
        }
        (Shape::PaperRef, Value::Scalar(scalar))
            if named.0 == KindId::Paper && scalar.text == named.1 =>
        {
            found.push(node);
        }
        (Shape::List(shape), Value::List(items)) => {
            for item in items {
                walk(item, shape, named, found);
            }
        }
        (Shape::Map(shape), Value::Map(pairs)) => {
            for pair in pairs {
                walk(&pair.value, shape, named, found);
            }
        }
        (Shape::Record { fields, .. }, Value::Map(_)) => walk_fields(node, fields, named, found),
        (Shape::Either(_, record), Value::Map(_)) => walk(node, record, named, found),
        (Shape::Either(short, _) | Shape::Reported(short), _) => walk(node, short, named, found),
        _ => {}
    }
}
