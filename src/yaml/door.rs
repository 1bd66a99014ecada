//! The door: parser events in, a tree with places out; what an entry must not contain is refused here, before anything is built from it.

use saphyr_parser::{Event, Parser, ScalarStyle};

use super::node::{Key, Node, Pair, Scalar, Value};
use super::place::{scalar_place, without_end};
use crate::diag::{Code, Diag};
use crate::source::{Content, FileId, LARGEST_FILE, Source};

/// How many lists and maps may stand within each other.
pub const DEEPEST: usize = 16;

/// How many findings of one kind a hostile file may cause before the rest is left unsaid.
const MOST_CHARACTERS: usize = 20;

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
    let mut builder = Builder::new(id, text, findings);
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

fn unread(id: FileId, content: &Content) -> Diag {
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
                .help("put a plain file in its place; links are never followed")
        }
        Content::Unreadable(why) => {
            Diag::new(Code::UnreadableFile, top, format!("the file cannot be read: {why}"))
        }
    }
}

/// Refuses characters that a reader of the file cannot see or that would reorder what is seen.
fn refuse_characters(id: FileId, text: &str, findings: &mut Vec<Diag>) -> bool {
    let mut count = 0;
    for (at, character) in text.char_indices() {
        let Some(what) = hidden(character) else { continue };
        count += 1;
        if count <= MOST_CHARACTERS {
            let code = u32::from(character);
            let message = format!("the {what} character U+{code:04X} cannot stand in a file");
            let span = id.span(at..at + character.len_utf8());
            findings.push(
                Diag::new(Code::ForbiddenCharacter, span, message)
                    .label("not visible here")
                    .help("delete it; it often comes along when text is pasted from a web page or a PDF")
                    .instead(""),
            );
        }
    }
    count == 0
}

/// The name of what a character does, where it must not stand in a file.
fn hidden(character: char) -> Option<&'static str> {
    match character {
        '\n' | '\t' => None,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some("line-breaking"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("text-direction")
        }
        '\u{ad}'
        | '\u{34f}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2064}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => Some("zero-width"),
        '\u{fffe}' | '\u{ffff}' => Some("invalid"),
        other if other.is_control() => Some("control"),
        other if (u32::from(other) & 0xfffe) == 0xfffe => Some("invalid"),
        _ => None,
    }
}

/// `%YAML` and `%TAG` pass the parser in silence, so they are looked for in the text.
fn refuse_directives(id: FileId, text: &str, findings: &mut Vec<Diag>) {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('%') {
            let span = id.span(at..at + line.trim_end().len());
            findings.push(
                Diag::new(Code::YamlDirective, span, "a YAML directive cannot stand in a file")
                    .label("a line that begins with `%`")
                    .help("delete this line"),
            );
        }
        at += line.len();
    }
}

/// Positions of the parser are counted in characters, ours in bytes.
enum Bytes {
    Ascii,
    Table(Vec<u32>),
}

impl Bytes {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self::Ascii;
        }
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let mut table: Vec<u32> = text.char_indices().map(|(at, _)| clamp(at)).collect();
        table.push(clamp(text.len()));
        Self::Table(table)
    }

    fn at(&self, character: usize) -> u32 {
        match self {
            Self::Ascii => u32::try_from(character).unwrap_or(u32::MAX),
            Self::Table(table) => table.get(character).or(table.last()).copied().unwrap_or(0),
        }
    }

    fn place(&self, start: usize, end: usize) -> (u32, u32) {
        (self.at(start), self.at(end))
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
    fn new(id: FileId, text: &'t str, findings: &'f mut Vec<Diag>) -> Self {
        let bytes = Bytes::of(text);
        let open = Vec::new();
        Self { id, text, bytes, findings, open, too_deep: 0, root: None, documents: 0, last: 0 }
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
                self.scalar(scalar, place);
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
            let at = self.mark_before(place, '&');
            self.refuse(Code::YamlAnchor, at, "an anchor cannot stand in a file", ALIAS_HELP);
        }
        if tag {
            let at = self.mark_before(place, '!');
            let help = "delete the tag; the kind of a value follows from its key";
            self.refuse(Code::YamlTag, at, "a tag cannot stand in a file", help);
        }
    }

    /// The anchor or tag that stands before a value, which the parser's place leaves out.
    fn mark_before(&self, place: (u32, u32), sign: char) -> (u32, u32) {
        let start = place.0 as usize;
        let before = self.text.get(..start).unwrap_or("");
        let from = before.rfind('\n').map_or(0, |at| at + 1);
        let Some(at) = before.get(from..).and_then(|line| line.rfind(sign)) else { return place };
        let begin = from + at;
        let word = self.text.get(begin..).unwrap_or("");
        let length = word.find(|c: char| c.is_whitespace() || ",[]{}".contains(c));
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        (clamp(begin), clamp(begin + length.unwrap_or(word.len())))
    }

    fn scalar(&mut self, scalar: Scalar, place: (u32, u32)) {
        if self.too_deep > 0 {
            return;
        }
        if let Some(Open { filling: Filling::Map { key: key @ None, .. }, .. }) =
            self.open.last_mut()
        {
            let merge = scalar.plain && scalar.text == "<<";
            *key = Some(Key { text: scalar.text, place });
            if merge {
                let help = "write the keys out in each entry";
                self.refuse(Code::YamlMergeKey, place, "a merge key cannot stand in a file", help);
            }
            return;
        }
        self.put(Node { place, value: Value::Scalar(scalar) });
    }

    fn start(&mut self, place: (u32, u32), filling: Filling) {
        if self.too_deep > 0 || self.open.len() >= DEEPEST {
            if self.too_deep == 0 {
                let message = format!("more than {DEEPEST} lists and maps stand within each other");
                self.refuse(Code::YamlDepth, place, &message, "an entry needs four levels at most");
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
            Filling::Map { pairs, .. } => Value::Map(pairs),
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
                Some(key) => {
                    let first = pairs.iter().find(|pair| pair.key.text == key.text);
                    if let Some(first) = first.map(|pair| pair.key.place) {
                        let diag = repeated(self.id, &key, first);
                        self.findings.push(diag);
                    } else {
                        pairs.push(Pair { key, value: node });
                    }
                }
                None => {
                    *key = Some(Key { text: String::new(), place: node.place });
                    let place = node.place;
                    let help = "a key is a single word before a colon";
                    self.refuse(Code::KeyNotText, place, "a key must be a text", help);
                }
            },
        }
    }

    fn syntax_error(&mut self, character: usize, info: &str) {
        let at = self.bytes.at(character) as usize;
        let at = at.min(self.text.len());
        let end = self.text.get(at..).and_then(|rest| rest.chars().next());
        let span = self.id.span(at..at + end.filter(|c| *c != '\n').map_or(0, char::len_utf8));
        let message = format!("this is not YAML: {}", info.trim_end_matches('.'));
        let mut diag = Diag::new(Code::YamlSyntax, span, message).label("the parser stopped here");
        if let Some(help) = syntax_help(self.text, at, info) {
            diag = diag.help(help);
        }
        self.findings.push(diag);
    }

    fn finish(self) -> Option<Node> {
        match self.root {
            Some(root @ Node { value: Value::Map(_), .. }) => Some(root),
            Some(Node { value: Value::Refused, .. }) => None,
            other => {
                let empty = other.is_none_or(|node| node.text() == Some(""));
                let message = if empty { "the file is empty" } else { "the file holds no keys" };
                self.findings.push(
                    Diag::new(Code::NotAMap, self.id.top(), message)
                        .help("write one `key: value` on each line, such as `name: RNA-FM`"),
                );
                None
            }
        }
    }
}

const ALIAS_HELP: &str = "write the value itself; anchors and aliases are not read";

fn repeated(id: FileId, key: &Key, first: (u32, u32)) -> Diag {
    let span = |place: (u32, u32)| id.span(place.0 as usize..place.1 as usize);
    Diag::new(Code::DuplicateKey, span(key.place), format!("the key `{}` stands twice", key.text))
        .label("again here")
        .also(span(first), "first here")
        .help("keep one of them; where both say something, join the values")
}

/// What most often lies behind a syntax error.
fn syntax_help(text: &str, at: usize, info: &str) -> Option<&'static str> {
    let before = text.get(..at).unwrap_or("");
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    if ["<<<<<<<", "=======", ">>>>>>>"].iter().any(|mark| line.starts_with(mark)) {
        return Some("this is a merge conflict: keep one side and delete the marks");
    }
    if line.trim_start_matches(' ').starts_with('\t') || info.contains("tab") {
        return Some("indent with spaces, not with tabs");
    }
    if line.matches(": ").count() > 1 || info.contains("mapping values") {
        return Some("put a text that contains `: ` in double quotes");
    }
    if line.contains(['[', ']', '{', '}']) {
        return Some("close every bracket, and quote a text that contains one");
    }
    Some("compare the indentation with the lines above, and close every quote")
}
