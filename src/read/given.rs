//! Which fields a file gives: a value, the reason why there is none, or nothing; asked of the declared fields, without a list of them.

use super::{Field, Need, Shape};
use crate::value::STATES;
use crate::yaml::Node;

/// A field that can be given or left out, at the end of its route.
#[derive(Debug, Clone)]
pub struct Leaf {
    /// The route, such as `training.size`.
    pub route: String,
    keys: Vec<&'static str>,
    reported: bool,
}

/// What a file gives of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// Nothing: not recorded yet.
    Nothing,
    /// A value.
    Value,
    /// One of the four states, by its position among them.
    State(u8),
}

/// The fields that can be given or left out. A note is part of the field that it explains, and a record in which
/// something must always stand is given or left out as a whole.
#[must_use]
pub fn leaves(fields: &[Field]) -> Vec<Leaf> {
    let mut found = Vec::new();
    walk(fields, &[], &mut found);
    found
}

fn walk(fields: &[Field], above: &[&'static str], found: &mut Vec<Leaf>) {
    for field in fields.iter().filter(|field| field.need != Need::Always) {
        if field.key == "note" || field.key.ends_with("_note") {
            continue;
        }
        let keys = [above, &[field.key]].concat();
        match field.shape() {
            Shape::Record { fields, .. }
                if fields.iter().all(|field| field.need != Need::Always) =>
            {
                walk(fields, &keys, found);
            }
            shape => found.push(Leaf {
                route: keys.join("."),
                keys,
                reported: matches!(shape, Shape::Reported(_)),
            }),
        }
    }
}

impl Leaf {
    /// What a file gives of it.
    #[must_use]
    pub fn given(&self, tree: &Node) -> Given {
        let mut node = tree;
        for key in &self.keys {
            match node.get(key) {
                Some(below) => node = below,
                None => return Given::Nothing,
            }
        }
        let state = node.text().filter(|_| self.reported);
        let state = state.and_then(|text| STATES.iter().position(|state| *state == text));
        match state.and_then(|at| u8::try_from(at).ok()) {
            Some(at) => Given::State(at),
            None => Given::Value,
        }
    }
}
