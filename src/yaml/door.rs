//! The door: parser events in, a tree with places out; what an entry must not contain is refused here, before anything is built from it.

mod refuse;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Parser, ScalarStyle};

use self::refuse::{
    ALIAS_HELP, DEPTH_HELP, Fault, refuse_wide_indents, repeated, rest_unread, too_deep,
};
use super::bytes::Bytes;
use super::characters::{first_misplaced, refuse_characters, refuse_directives};
use super::escapes::taken;
use super::node::{Key, Node, Pair, Scalar, Value};
use super::place::{scalar_place, without_end};
use crate::diag::{Code, Diag};
use crate::source::{Content, FileId, Source};

pub(crate) use self::refuse::unread;

/// How many lists and maps may stand within each other.
pub const DEEPEST: usize = 16;

/// Reads a file into a tree; what is wrong goes to `findings`, and what can be read is read.
pub fn parse(id: FileId, source: &Source, findings: &mut Vec<Diag>) -> Option<Node> {
    let text = match &source.content {
        Content::Text(text) => text,
        refused => {
            findings.push(unread(id, refused));
            return None;
        }
    };
    let before = findings.len();
    let visible = refuse_characters(id, text, findings);
    let clean = refuse_wide_indents(id, text, findings) && visible;
    refuse_directives(id, text, findings);
    if !clean {
        rest_unread(findings.get_mut(before));
        return None;
    }
    let mut builder = Builder::new(id, &source.path, text, findings);
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => {
                let place = builder.bytes.place(span.start.index(), span.end.index());
                if !builder.take(event, place) {
                    break;
                }
            }
            Err(error) => {
                builder.syntax_error(error.marker().index(), error.info());
                rest_unread(findings.last_mut());
                return None;
            }
        }
    }
    builder.finish()
}

/// A list or map that is still open.
struct Open {
    start: u32,
    filling: Filling,
}

enum Filling {
    List(Vec<Node>),
    Map { pairs: Vec<Pair>, key: Option<Key> },
}

struct Builder<'t, 'f> {
    id: FileId,
    text: &'t str,
    /// What the first line of such a file is like.
    first: &'static str,
    bytes: Bytes,
    findings: &'f mut Vec<Diag>,
    open: Vec<Open>,
    /// How many lists and maps below [`DEEPEST`] are open and passed over.
    too_deep: usize,
    root: Option<Node>,
    documents: usize,
    /// The byte after the last scalar.
    last: u32,
}

impl<'t, 'f> Builder<'t, 'f> {
    fn new(id: FileId, path: &str, text: &'t str, findings: &'f mut Vec<Diag>) -> Self {
        Self {
            id,
            text,
            first: first_line(path),
            bytes: Bytes::of(text),
            findings,
            open: Vec::new(),
            too_deep: 0,
            root: None,
            documents: 0,
            last: 0,
        }
    }

    /// Takes the next event; `false` ends the reading.
    fn take(&mut self, event: Event<'_>, place: (u32, u32)) -> bool {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                let plain = style == ScalarStyle::Plain;
                let scalar = Scalar { text: text.into_owned(), plain };
                let place = scalar_place(self.text, (style, &scalar.text), place, self.last);
                self.last = place.1;
                // Only a text in double quotes has escapes; what else is hidden was refused with the file.
                match self.fault(&scalar.text, style, place) {
                    Some(fault) => self.escaped(&scalar.text, place, fault),
                    None => self.scalar(scalar, place),
                }
            }
            Event::Alias(_) => {
                self.refuse(Code::YamlAnchor, place, "an alias cannot stand in a file", ALIAS_HELP);
                self.put(Node { place, value: Value::Refused });
            }
            Event::SequenceStart(anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                self.start(place, Filling::List(Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.refuse_marks(anchor, tag.is_some(), place);
                self.start(place, Filling::Map { pairs: Vec::new(), key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(place.1),
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let help = "one file is one entry: move what follows to a file of its own";
                    self.refuse(Code::YamlDocuments, place, "a second document begins here", help);
                    return false;
                }
            }
            Event::DocumentEnd | Event::StreamStart | Event::StreamEnd | Event::Nothing => {}
        }
        true
    }

    /// What an escape of a text in double quotes has done that was not meant.
    fn fault(&self, text: &str, style: ScalarStyle, place: (u32, u32)) -> Option<Fault> {
        let written = self.text.get(place.0 as usize..place.1 as usize)?;
        if style != ScalarStyle::DoubleQuoted || !written.contains('\\') {
            return None;
        }
        let hidden =
            || first_misplaced(text).map(|(character, what)| Fault::Hidden(character, what));
        taken(written).map(|(letter, character)| Fault::Letter(letter, character)).or_else(hidden)
    }

    fn scalar(&mut self, scalar: Scalar, place: (u32, u32)) {
        if self.too_deep > 0 {
            return;
        }
        self.refuse_sign(&scalar, place);
        self.not_normal(&scalar, place);
        if !self.wants_key() {
            self.put(Node { place, value: Value::Scalar(scalar) });
            return;
        }
        let merge = scalar.plain && scalar.text == "<<";
        if merge {
            let help = "write the keys out in each entry";
            self.refuse(Code::YamlMergeKey, place, "a merge key cannot stand in a file", help);
        } else if scalar.text.is_empty() {
            let help = "write a key before the colon";
            self.refuse(Code::KeyNotText, place, "there is no key here", help);
        } else {
            self.refuse_two_lines(&scalar, place);
        }
        self.key(Key { text: if merge { String::new() } else { scalar.text }, place });
    }

    /// Whether the innermost open thing is a map that has no key for its next value yet.
    fn wants_key(&self) -> bool {
        let innermost = self.open.last().map(|open| &open.filling);
        self.too_deep == 0 && matches!(innermost, Some(Filling::Map { key: None, .. }))
    }

    fn key(&mut self, next: Key) {
        if let Some(Open { filling: Filling::Map { key, .. }, .. }) = self.open.last_mut() {
            *key = Some(next);
        }
    }

    fn start(&mut self, place: (u32, u32), filling: Filling) {
        if self.too_deep > 0 || self.open.len() >= DEEPEST {
            if self.too_deep == 0 {
                self.refuse(Code::YamlDepth, place, &too_deep(), DEPTH_HELP);
            }
            self.too_deep += 1;
            return;
        }
        self.open.push(Open { start: place.0, filling });
    }

    fn end(&mut self, end: u32) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            if self.too_deep == 0 {
                self.put(Node { place: (end, end), value: Value::Refused });
            }
            return;
        }
        let Some(Open { start, filling }) = self.open.pop() else { return };
        let value = match filling {
            Filling::List(items) => Value::List(items),
            Filling::Map { pairs, .. } => Value::Map(self.distinct(pairs)),
        };
        let place = without_end(self.text, (start, end.max(start)));
        self.put(Node { place, value });
    }

    /// Puts a finished value where the innermost open list or map wants it.
    fn put(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.filling {
            Filling::List(items) => items.push(node),
            Filling::Map { pairs, key } => match key.take() {
                // What stands behind a key that was refused has no name to be read by.
                Some(key) if key.text.is_empty() => {}
                Some(key) => pairs.push(Pair { key, value: node }),
                None => {
                    let place = node.handle();
                    *key = Some(Key { text: String::new(), place });
                    if node.value != Value::Refused {
                        let help = "write a single word before the colon";
                        self.refuse(Code::KeyNotText, place, "a key must be a text", help);
                    }
                }
            },
        }
    }

    /// Of two pairs with the same key the first one.
    fn distinct(&mut self, mut pairs: Vec<Pair>) -> Vec<Pair> {
        let keys: BTreeSet<&str> = pairs.iter().map(|pair| pair.key.text.as_str()).collect();
        if keys.len() == pairs.len() {
            return pairs;
        }
        let mut first = BTreeMap::new();
        pairs.retain(|Pair { key, .. }| match first.entry(key.text.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(key.place);
                true
            }
            Entry::Occupied(entry) => {
                self.findings.push(repeated(self.id, key, *entry.get()));
                false
            }
        });
        pairs
    }

    fn finish(self) -> Option<Node> {
        match self.root {
            Some(root @ Node { value: Value::Map(_), .. }) => Some(root),
            Some(Node { value: Value::Refused, .. }) => None,
            other => {
                let empty = other.is_none_or(|node| node.text() == Some(""));
                let message = if empty { "the file is empty" } else { "the file holds no keys" };
                let help =
                    format!("write one `key: value` on each line, beginning with `{}`", self.first);
                self.findings.push(Diag::new(Code::NotAMap, self.id.top(), message).help(help));
                None
            }
        }
    }
}

/// What the first line of a file is like: the list's own files stand beside the folders of the kinds.
fn first_line(path: &str) -> &'static str {
    match path.split('/').nth_back(1) {
        Some("papers") => "title: …",
        Some("models" | "datasets" | "challenges") => "name: …",
        _ => "schema: 1",
    }
}
