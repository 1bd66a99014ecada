//! The door: parser events in, a tree with places out; what an entry must not contain is refused here, before anything is built from it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::bytes::Bytes;
use super::characters::{hidden, refuse_characters, refuse_directives};
use super::node::{Key, Node, Pair, Scalar, Value};
use super::place::{scalar_place, without_end};
use super::plain::{disputed_sign, quoted};
use super::syntax;
use crate::diag::{Code, Diag};
use crate::source::{Content, FileId, LARGEST_FILE, Source};

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
    let clean = refuse_characters(id, text, findings);
    refuse_directives(id, text, findings);
    if !clean {
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
                return None;
            }
        }
    }
    builder.finish()
}

/// Why a file that is no text cannot be read.
pub(crate) fn unread(id: FileId, content: &Content) -> Diag {
    let top = id.top();
    match content {
        Content::Text(_) => Diag::new(Code::UnreadableFile, top, "the file was not read"),
        Content::NotUtf8 { at, .. } => {
            let at = *at as usize;
            Diag::new(Code::NotUtf8, id.span(at..at + 1), "the file is not UTF-8 text")
                .label("the first byte that is not UTF-8")
                .help("save the file with the encoding UTF-8")
        }
        Content::TooLarge(bytes) => {
            Diag::new(Code::FileTooLarge, top, format!("the file has {bytes} bytes"))
                .help(format!("an entry is one small file: at most {LARGEST_FILE} bytes are read"))
        }
        Content::NotRegular(what) => {
            Diag::new(Code::NotRegularFile, top, format!("this is a {what}, not a regular file"))
                .help(format!(
                    "put a plain file in its place; a {what} is never followed or opened"
                ))
        }
        Content::Unreadable(why) => {
            Diag::new(Code::UnreadableFile, top, format!("the file cannot be read: {why}"))
                .help("give yourself the right to read it, and run the check again")
        }
    }
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
                let escapes = style == ScalarStyle::DoubleQuoted;
                let found = |c| Some((c, hidden(c)?));
                match scalar.text.chars().filter(|_| escapes).find_map(found) {
                    Some((character, what)) => self.escaped(&scalar.text, place, character, what),
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

    fn refuse(&mut self, code: Code, place: (u32, u32), message: &str, help: &str) {
        let span = self.id.span(place.0 as usize..place.1 as usize);
        self.findings.push(Diag::new(code, span, message).help(help));
    }

    fn refuse_marks(&mut self, anchor: usize, tag: bool, place: (u32, u32)) {
        if anchor != 0 {
            let at = self.mark(place, '&');
            self.refuse(Code::YamlAnchor, at, "an anchor cannot stand in a file", ALIAS_HELP);
        }
        if tag {
            let at = self.mark(place, '!');
            let help = "delete the tag; the kind of a value follows from its key";
            self.refuse(Code::YamlTag, at, "a tag cannot stand in a file", help);
        }
    }

    /// The anchor or tag of a value: the parser's place begins with it, or leaves it out as it stands before.
    fn mark(&self, place: (u32, u32), sign: char) -> (u32, u32) {
        let start = place.0 as usize;
        let mut before = self.text.get(..start).unwrap_or("");
        for _ in 0..2 {
            // An anchor and a tag may stand before a value, perhaps with line breaks between.
            let bare = before.trim_end();
            let word = bare.rfind(|c: char| c.is_whitespace() || ",[{".contains(c));
            let at = word.map_or(0, |at| at + 1);
            before = match bare.get(at..) {
                Some(word) if word.starts_with(['&', '!']) => bare.get(..at).unwrap_or(""),
                _ => break,
            };
        }
        let mut at = before.len();
        for word in self.text.get(at..).unwrap_or("").split_inclusive(char::is_whitespace) {
            if word.starts_with(sign) {
                let end = word.find(|c: char| c.is_whitespace() || ",[]{}".contains(c));
                let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
                return (clamp(at), clamp(at + end.unwrap_or(word.len())));
            }
            if !word.trim().is_empty() && !word.starts_with(['&', '!']) {
                break;
            }
            at += word.len();
        }
        place
    }

    fn scalar(&mut self, scalar: Scalar, place: (u32, u32)) {
        if self.too_deep > 0 {
            return;
        }
        self.refuse_sign(&scalar, place);
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

    /// A character that could not stand in the file came as an escape such as `\u202e`.
    fn escaped(&mut self, text: &str, place: (u32, u32), character: char, what: &str) {
        let message =
            format!("the {what} character U+{:04X} cannot stand in a text", u32::from(character));
        let text: String = text.chars().filter(|c| hidden(*c).is_none()).collect();
        let span = self.id.span(place.0 as usize..place.1 as usize);
        self.findings.push(
            Diag::new(Code::ForbiddenCharacter, span, message)
                .help("delete its escape, which begins with a backslash")
                .instead(quoted(&text)),
        );
        if self.wants_key() {
            self.scalar(Scalar { text, plain: false }, place);
        } else if self.too_deep == 0 {
            self.put(Node { place, value: Value::Refused });
        }
    }

    /// What `[?x]` and `[|]` are depends on the parser.
    fn refuse_sign(&mut self, scalar: &Scalar, place: (u32, u32)) {
        let plain = Some(&scalar.text).filter(|_| scalar.plain);
        let Some(sign) = plain.and_then(|text| disputed_sign(text)) else { return };
        let sign = if sign == "`" { "a backtick".to_owned() } else { format!("`{sign}`") };
        let message = format!("{sign} cannot stand here in a text without quotes");
        let span = self.id.span(place.0 as usize..place.1 as usize);
        let diag = Diag::new(Code::UnquotedText, span, message).help("quote it");
        self.findings.push(diag.instead(quoted(&scalar.text)));
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

    fn syntax_error(&mut self, character: usize, info: &str) {
        let at = self.bytes.at(character) as usize;
        if info.contains(GIVES_UP) || info.contains(NO_ANCHOR) {
            let place = self.bytes.place(character, character + 1);
            return if info.contains(GIVES_UP) {
                self.refuse(Code::YamlDepth, place, &too_deep(), DEPTH_HELP);
            } else {
                let message = "an alias cannot stand in a file";
                self.refuse(Code::YamlAnchor, place, message, ALIAS_HELP);
            };
        }
        let flow = |open: &Open| {
            self.text.get(open.start as usize..).is_some_and(|text| text.starts_with(['[', '{']))
        };
        let open = self.open.last().filter(|open| flow(open)).map(|open| open.start as usize);
        self.findings.push(syntax::explain(self.id, self.text, at, info, open));
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

/// What the parser says where lists and maps stand so deep that it gives up, or where an alias has no anchor.
const GIVES_UP: &str = "recursion limit";
const NO_ANCHOR: &str = "unknown anchor";

const DEPTH_HELP: &str = "an entry needs four levels at most";

/// What the first line of a file is like: the list's own files stand beside the folders of the kinds.
fn first_line(path: &str) -> &'static str {
    match path.split('/').nth_back(1) {
        Some("papers") => "title: …",
        Some("models" | "datasets" | "challenges") => "name: …",
        _ => "schema: 1",
    }
}

fn too_deep() -> String {
    format!("more than {DEEPEST} lists and maps stand within each other")
}

const ALIAS_HELP: &str = "write the value itself; anchors and aliases are not read";

fn repeated(id: FileId, key: &Key, first: (u32, u32)) -> Diag {
    let span = |place: (u32, u32)| id.span(place.0 as usize..place.1 as usize);
    Diag::new(Code::DuplicateKey, span(key.place), format!("the key `{}` stands twice", key.text))
        .label("again here")
        .also(span(first), "first here")
        .help("keep one of them; where both say something, join the values")
}
