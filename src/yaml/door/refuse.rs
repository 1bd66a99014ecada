//! What the door refuses, and in which words: marks of YAML that an entry must not have, and what cannot be read at all.

use super::{Builder, DEEPEST, Open};
use crate::diag::{Code, Diag};
use crate::source::{Content, FileId, LARGEST_FILE};
use crate::yaml::characters::hidden;
use crate::yaml::node::{Key, Node, Scalar, Value};
use crate::yaml::plain::{disputed_sign, quoted};
use crate::yaml::syntax;

/// Why a file that is no text cannot be read.
pub(crate) fn unread(id: FileId, content: &Content) -> Diag {
    let top = id.top();
    match content {
        Content::Text(_) | Content::Unread => {
            Diag::new(Code::UnreadableFile, top, "the file was not read")
        }
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

/// Says of a finding that it hides all others of its file.
pub(super) fn rest_unread(diag: Option<&mut Diag>) {
    const UNREAD: &str = "nothing else in this file was checked";
    let Some(diag) = diag else { return };
    diag.help = Some(match diag.help.take() {
        Some(help) => format!("{help}; {UNREAD}"),
        None => UNREAD.to_owned(),
    });
}

impl Builder<'_, '_> {
    pub(super) fn refuse(&mut self, code: Code, place: (u32, u32), message: &str, help: &str) {
        let span = self.id.span(place.0 as usize..place.1 as usize);
        self.findings.push(Diag::new(code, span, message).help(help));
    }

    pub(super) fn refuse_marks(&mut self, anchor: usize, tag: bool, place: (u32, u32)) {
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

    /// A character that could not stand in the file came as an escape such as `\u202e`.
    pub(super) fn escaped(&mut self, text: &str, place: (u32, u32), character: char, what: &str) {
        let message =
            format!("the {what} character U+{:04X} cannot stand in a text", u32::from(character));
        let text: String = text.chars().filter(|c| hidden(*c).is_none()).collect();
        let span = self.id.span(place.0 as usize..place.1 as usize);
        self.findings.push(
            Diag::new(Code::ForbiddenCharacter, span, message)
                .help("delete its escape, which begins with a backslash")
                .suggest(quoted(&text)),
        );
        if self.wants_key() {
            self.scalar(Scalar { text, plain: false }, place);
        } else if self.too_deep == 0 {
            self.put(Node { place, value: Value::Refused });
        }
    }

    /// What `[?x]` and `[|]` are depends on the parser.
    pub(super) fn refuse_sign(&mut self, scalar: &Scalar, place: (u32, u32)) {
        let plain = Some(&scalar.text).filter(|_| scalar.plain);
        let Some(sign) = plain.and_then(|text| disputed_sign(text)) else { return };
        let sign = if sign == "`" { "a backtick".to_owned() } else { format!("`{sign}`") };
        let message = format!("{sign} cannot stand here in a text without quotes");
        let span = self.id.span(place.0 as usize..place.1 as usize);
        let diag = Diag::new(Code::UnquotedText, span, message).help("quote it");
        self.findings.push(diag.instead(quoted(&scalar.text)));
    }

    pub(super) fn syntax_error(&mut self, character: usize, info: &str) {
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
}

/// What the parser says where lists and maps stand so deep that it gives up, or where an alias has no anchor.
const GIVES_UP: &str = "recursion limit";
const NO_ANCHOR: &str = "unknown anchor";

pub(super) const DEPTH_HELP: &str = "an entry needs four levels at most";

pub(super) fn too_deep() -> String {
    format!("more than {DEEPEST} lists and maps stand within each other")
}

pub(super) const ALIAS_HELP: &str = "write the value itself; anchors and aliases are not read";

pub(super) fn repeated(id: FileId, key: &Key, first: (u32, u32)) -> Diag {
    let span = |place: (u32, u32)| id.span(place.0 as usize..place.1 as usize);
    Diag::new(Code::DuplicateKey, span(key.place), format!("the key `{}` stands twice", key.text))
        .label("again here")
        .also(span(first), "first here")
        .help("keep one of them; where both say something, join the values")
}
