//! The lossless editor of YAML texts: byte edits applied at once, and the proof that nothing else has changed.
//!
//! Why not a concrete syntax tree such as yaml-edit's: the door already knows the byte range of every key and value of
//! the small language that is accepted here (no anchors, tags, merge keys or second documents), so an edit is a range
//! and a text. What no edit touches is copied byte by byte, and every result goes through the door again, where the
//! untouched keys and values must stand where they stood. yaml-edit accepts texts that the door refuses, would be a
//! second parser to agree with, and is the slowest crate of all to compile.

use std::collections::BTreeMap;
use std::ops::Range;

use super::layout::comments;
use super::{Node, Pair, Value};

/// A range of bytes with the text that takes its place; an empty range is an insertion.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes to be replaced.
    pub range: (usize, usize),
    /// What stands there afterwards.
    pub text: String,
}

/// Why edits cannot be applied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// Two edits concern the same bytes.
    Overlap,
    /// A range does not lie in the text, or cuts a character in two.
    OutOfText,
}

impl Edit {
    /// Replaces a range.
    #[must_use]
    pub fn replace(range: Range<usize>, text: impl Into<String>) -> Self {
        Self { range: (range.start, range.end), text: text.into() }
    }

    /// Inserts before a byte.
    #[must_use]
    pub fn insert(at: usize, text: impl Into<String>) -> Self {
        Self::replace(at..at, text)
    }

    /// Whether two edits concern the same bytes or the same gap between two.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let (a, b) = (self.range, other.range);
        a.0 == b.0 || (a.0 < b.1 && b.0 < a.1)
    }

    /// Whether it changes what stands at a place.
    fn touches(&self, place: (u32, u32)) -> bool {
        let (start, end) = (place.0 as usize, place.1 as usize);
        self.range.0 < end
            && start < self.range.1.max(self.range.0 + 1)
            && !(self.range.0 == self.range.1 && self.range.0 == start)
    }
}

/// Applies edits in one step, whatever their order.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Refused> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort();
    if sorted.windows(2).any(|pair| matches!(pair, [a, b] if a.overlaps(b))) {
        return Err(Refused::Overlap);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in sorted {
        out.push_str(text.get(at..edit.range.0).ok_or(Refused::OutOfText)?);
        out.push_str(&edit.text);
        at = edit.range.1.max(edit.range.0);
    }
    out.push_str(text.get(at..).ok_or(Refused::OutOfText)?);
    Ok(out)
}

/// The bytes that go where an item of a list is deleted, such as `allow[1]`: with its mark or a comma; where it is the
/// only one, with the list and its key. `None` where a comment would go too, or where there is no such item.
#[must_use]
pub fn deleted(text: &str, tree: &Node, route: &str) -> Option<Range<usize>> {
    let (list, index) = route.strip_suffix(']')?.rsplit_once('[')?;
    let index: usize = index.parse().ok()?;
    let (above, key) = list.rsplit_once('.').unwrap_or(("", list));
    let map = tree.at(above)?;
    let pair = map.pair(key)?;
    let Value::List(items) = &pair.value.value else { return None };
    let item = items.get(index)?;
    let range = if let (Value::Map(pairs), 1) = (&map.value, items.len()) {
        let place = |pair: &Pair| pair.key.place.0 as usize..end(text, &pair.value);
        with_what_parts(text, "", &place(pair), pairs.iter().map(place))?
    } else {
        let place = |item: &Node| item.place.0 as usize..end(text, item);
        with_what_parts(text, "-", &place(item), items.iter().map(place))?
    };
    let mut kept = Leaves::new();
    leaves(tree, &mut kept);
    let in_leaf =
        |at: usize| kept.keys().any(|(from, to, _)| (*from as usize..*to as usize).contains(&at));
    let gone = text.get(range.clone())?;
    let comments = gone.match_indices('#').any(|(at, _)| !in_leaf(range.start + at));
    (!comments).then_some(range)
}

/// Where a node ends: the parser lets a block run on to what comes after it, comments and all.
fn end(text: &str, node: &Node) -> usize {
    let last = match &node.value {
        _ if text.get(node.range()).is_some_and(|text| text.starts_with(['[', '{'])) => None,
        Value::List(items) => items.last(),
        Value::Map(pairs) => pairs.last().map(|pair| &pair.value),
        Value::Scalar(_) | Value::Refused => None,
    };
    last.map_or(node.place.1 as usize, |last| end(text, last))
}

/// A piece with what parts it from its siblings: its lines, where nothing but a mark stands before it, else a comma.
fn with_what_parts(
    text: &str,
    mark: &str,
    piece: &Range<usize>,
    siblings: impl DoubleEndedIterator<Item = Range<usize>> + Clone,
) -> Option<Range<usize>> {
    let line = text.get(..piece.start)?.rfind('\n').map_or(0, |at| at + 1);
    let rest = text.get(piece.end..)?;
    let behind = rest.split_inclusive('\n').next().unwrap_or_default();
    let in_brackets = behind.trim_start().starts_with([',', ']', '}']);
    if text.get(line..piece.start)?.trim() == mark && !in_brackets {
        return Some(line..piece.end + behind.len());
    }
    let next = siblings.clone().find(|other| other.start > piece.start);
    let last = siblings.rev().find(|other| other.start < piece.start);
    match (next, last) {
        (Some(next), _) => Some(piece.start..next.start),
        (None, Some(last)) => Some(last.end..piece.end),
        (None, None) => None,
    }
}

/// Whether every key, value and comment that no edit touches stands in the new text as it stood in the old one; `joined`
/// are the comments that are to become a part of a text.
#[must_use]
pub fn keeps_the_rest(
    old: (&str, &Node),
    new: (&str, &Node),
    edits: &[Edit],
    joined: &[&str],
) -> bool {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    leaves(old.1, &mut before);
    leaves(new.1, &mut after);
    let stays = |(place, leaf): (&(u32, u32, bool), &(&str, bool))| {
        let (start, end, is_key) = *place;
        if edits.iter().any(|edit| edit.touches((start, end))) {
            return true;
        }
        let Some(moved) = shifted(start, edits) else { return false };
        after.get(&(moved, moved + (end - start), is_key)) == Some(leaf)
    };
    let mut kept = comments(old.0, old.1);
    for comment in joined {
        let Some(kept) = &mut kept else { break };
        kept.iter().position(|other| other == comment).map(|at| kept.remove(at));
    }
    before.iter().all(stays) && kept == comments(new.0, new.1)
}

/// Where a byte stands after the edits before it.
fn shifted(at: u32, edits: &[Edit]) -> Option<u32> {
    let before = edits.iter().filter(|edit| edit.range.1 <= at as usize);
    let (gone, come) = before.fold((0, 0), |(gone, come), edit| {
        (gone + (edit.range.1 - edit.range.0), come + edit.text.len())
    });
    u32::try_from(at as usize + come - gone).ok()
}

type Leaves<'n> = BTreeMap<(u32, u32, bool), (&'n str, bool)>;

/// Every key and every text with its place; an empty value has none of its own.
fn leaves<'n>(node: &'n Node, found: &mut Leaves<'n>) {
    match &node.value {
        Value::Scalar(scalar) if node.place.0 < node.place.1 => {
            found.insert((node.place.0, node.place.1, false), (&scalar.text, scalar.plain));
        }
        Value::List(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::Map(pairs) => {
            for pair in pairs {
                found.insert((pair.key.place.0, pair.key.place.1, true), (&pair.key.text, true));
                leaves(&pair.value, found);
            }
        }
        Value::Scalar(_) | Value::Refused => {}
    }
}
