//! The tree that the door leaves, and the routes by which a place in it is found again.

use std::fmt::Write as _;
use std::ops::Range;

/// A value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The first byte and the byte after the last.
    pub place: (u32, u32),
    /// What stands there.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A single text.
    Scalar(Scalar),
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file.
    Map(Vec<Pair>),
    /// Something the door has refused and already spoken of.
    Refused,
}

/// A text of the file, decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar {
    /// The text without quotes and escapes.
    pub text: String,
    /// Whether it stands without quotes, so that other programs may read it as a number.
    pub plain: bool,
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The key.
    pub key: Key,
    /// Its value.
    pub value: Node,
}

/// A key, decoded, and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The text without quotes and escapes.
    pub text: String,
    /// The first byte and the byte after the last.
    pub place: (u32, u32),
}

/// Which part of a pair a finding points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
    /// An item of a list with all that goes when it is deleted.
    Item,
}

impl Node {
    /// The bytes of the node as a range.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.place.0 as usize..self.place.1 as usize
    }

    /// The value behind a key, where this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.pair(key).map(|pair| &pair.value)
    }

    /// The key and value of that name, where this is a map that has it.
    #[must_use]
    pub fn pair(&self, key: &str) -> Option<&Pair> {
        match &self.value {
            Value::Map(pairs) => pairs.iter().find(|pair| pair.key.text == key),
            Value::Scalar(_) | Value::List(_) | Value::Refused => None,
        }
    }

    /// The text, where this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(scalar) => Some(&scalar.text),
            Value::List(_) | Value::Map(_) | Value::Refused => None,
        }
    }

    /// Whether this is a list or a map without anything in it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        match &self.value {
            Value::List(items) => items.is_empty(),
            Value::Map(pairs) => pairs.is_empty(),
            Value::Scalar(_) | Value::Refused => false,
        }
    }

    /// The node at a route, if there is one.
    #[must_use]
    pub fn at(&self, route: &str) -> Option<&Node> {
        steps(route).try_fold(self, |node, step| match (step, &node.value) {
            (Step::Key(key), _) => node.get(key),
            (Step::At(index), Value::List(items)) => items.get(index),
            (Step::At(_), _) => None,
        })
    }

    /// The route of what a byte stands in, and the value there; nothing where it stands in a key.
    #[must_use]
    pub fn deepest(&self, at: u32) -> (String, Option<&Node>) {
        let holds = |(start, end): (u32, u32)| start <= at && (at < end || start == end);
        let (mut node, mut route) = (self, String::new());
        loop {
            node = match &node.value {
                Value::Map(pairs) => {
                    let holds_it = |pair: &&Pair| holds(pair.key.place) || holds(pair.value.place);
                    let Some(pair) = pairs.iter().find(holds_it) else { return (route, None) };
                    if !route.is_empty() {
                        route.push('.');
                    }
                    route.push_str(&pair.key.text);
                    if !holds(pair.value.place) {
                        return (route, None);
                    }
                    &pair.value
                }
                Value::List(items) => {
                    let mut numbered = items.iter().enumerate();
                    let Some((index, item)) = numbered.find(|(_, item)| holds(item.place)) else {
                        return (route, None);
                    };
                    // Writing to a string cannot fail.
                    let _ = write!(route, "[{index}]");
                    item
                }
                Value::Scalar(_) | Value::Refused => return (route, Some(node)),
            };
        }
    }

    /// The place that stands for the node in an excerpt: of a map its first key, as the rest may be long.
    #[must_use]
    pub fn handle(&self) -> (u32, u32) {
        match &self.value {
            Value::Map(pairs) => pairs.first().map_or(self.place, |pair| pair.key.place),
            Value::List(_) | Value::Scalar(_) | Value::Refused => self.place,
        }
    }

    /// The place of a route such as `links.code` or `papers[0]`; the nearest ancestor where a step is missing.
    #[must_use]
    pub fn find(&self, route: &str, part: Part) -> (u32, u32) {
        let mut node = self;
        let mut place = self.handle();
        for step in steps(route) {
            match step {
                Step::Key(key) => {
                    let Some(pair) = node.pair(key) else { return place };
                    node = &pair.value;
                    place = match (part, &node.value) {
                        (Part::Value, Value::Scalar(_)) => node.place,
                        _ => pair.key.place,
                    };
                }
                Step::At(index) => {
                    let Value::List(items) = &node.value else { return place };
                    let Some(item) = items.get(index) else { return place };
                    node = item;
                    place = node.handle();
                }
            }
        }
        place
    }
}

enum Step<'r> {
    Key(&'r str),
    At(usize),
}

fn steps(route: &str) -> impl Iterator<Item = Step<'_>> {
    route.split(['.', '[']).filter(|step| !step.is_empty()).map(|step| {
        match step.strip_suffix(']').map(str::parse) {
            Some(Ok(index)) => Step::At(index),
            _ => Step::Key(step),
        }
    })
}
