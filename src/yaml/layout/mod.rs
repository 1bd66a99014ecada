//! The canonical layout of a file: keys in their order, two spaces for each level, comments with what they belong to.
//!
//! The door's tree says which bytes are keys and values; between them can only be space, marks and comments. Keys and
//! values are copied as they are written, the space between them is written anew, and the result counts only where the
//! door reads the same from it and every comment is still there.

mod parts;
mod print;
mod read;
mod sort;
mod tokens;

use super::{Node, Pair, Value};

/// The order of the keys of a map, and of what stands below them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// As the author has it, here and below.
    Free,
    /// These keys in this order, each with what stands below it; a key that is not among them follows the one it followed.
    Keys(Vec<(String, Order)>),
    /// The author's order here; the same for every item of a list or value of a map.
    Each(Box<Order>),
}

/// The text in its canonical layout, or `None` where that cannot be had without losing something.
#[must_use]
pub fn layout(text: &str, tree: &Node, order: &Order) -> Option<String> {
    let tokens = tokens::tokens(text, tree)?;
    let mut document = read::read(&tokens, tree)?;
    sort::sort(&mut document, order);
    Some(print::print(&document))
}

/// Whether two trees say the same: only keys that have an order may have changed their places.
#[must_use]
pub fn same(old: &Node, new: &Node, order: &Order) -> bool {
    match (&old.value, &new.value) {
        (Value::Scalar(a), Value::Scalar(b)) => a == b,
        (Value::List(a), Value::List(b)) => {
            let below = order.item();
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b, below))
        }
        (Value::Map(a), Value::Map(b)) => {
            let equal = |(at, pair): (usize, &Pair)| {
                let key = pair.key.text.as_str();
                let there = b.get(at).filter(|other| other.key.text == key);
                let moved = || new.pair(key).filter(|_| matches!(order, Order::Keys(_)));
                let other = there.or_else(moved);
                other.is_some_and(|other| same(&pair.value, &other.value, order.below(key)))
            };
            a.len() == b.len() && a.iter().enumerate().all(equal)
        }
        _ => false,
    }
}

/// Every comment of a text, sorted; `None` where something else than space and marks stands between keys and values.
#[must_use]
pub fn comments<'t>(text: &'t str, tree: &Node) -> Option<Vec<&'t str>> {
    let tokens = tokens::tokens(text, tree)?;
    let mut comments: Vec<&str> = tokens.iter().filter_map(tokens::Token::comment).collect();
    comments.sort_unstable();
    Some(comments)
}

impl Order {
    /// The order below a key.
    fn below(&self, key: &str) -> &Self {
        match self {
            Self::Free => self,
            Self::Each(order) => order,
            Self::Keys(keys) => {
                keys.iter().find(|(name, _)| name == key).map_or(&Self::Free, |(_, order)| order)
            }
        }
    }

    /// The order of an item of a list.
    fn item(&self) -> &Self {
        match self {
            Self::Each(order) => order,
            Self::Free | Self::Keys(_) => &Self::Free,
        }
    }
}
