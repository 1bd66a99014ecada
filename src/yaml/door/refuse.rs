//! What the door refuses, and in which words: marks of YAML that an entry must not have, and what cannot be read at all.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::{Builder, DEEPEST, Open};
use crate::diag::{Code, Diag};
use crate::source::{Content, FileId, LARGEST_FILE};
use crate::yaml::characters::hidden;
use crate::yaml::escapes::{as_typed, without_hidden};
use crate::yaml::mend::{Mend, Stop, quoted_value, wide_indents};
use crate::yaml::node::{Key, Node, Scalar, Value};
use crate::yaml::plain::{disputed_sign, enclosed, quoted};
use crate::yaml::syntax::{self, mended};

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

/// Behind how many findings of a file nothing is guessed any more; no more of them are shown.
const MOST_GUESSED: usize = 200;

/// What an escape in a text has done.
#[derive(Clone, Copy)]
pub(super) enum Fault {
    /// It has made a character of the beginning of a command: its letter, and the character.
    Letter(char, char),
    /// It stands for a character that nobody sees, with what that does.
    Hidden(char, &'static str),
}

impl Builder<'_, '_> {
    pub(super) fn refuse(&mut self, code: Code, place: (u32, u32), message: &str, help: &str) {
        let span = self.id.span(place.0 as usize..place.1 as usize);
        self.findings.push(Diag::new(code, span, message).help(help));
    }

    pub(super) fn refuse_marks(&mut self, anchor: usize, tag: bool, place: (u32, u32)) {
        if anchor != 0 {
            let at = self.mark(place, '&');
            let name = self.text.get(at.0 as usize + 1..at.1 as usize).unwrap_or("");
            let is_used = || !name.is_empty() && self.text.contains(&format!("*{name}"));
            let message = "an anchor cannot stand in a file";
            let text = self.as_text(at).filter(|_| !is_used());
            self.refuse_mark(Code::YamlAnchor, at, message, ALIAS_HELP, text);
        }
        if tag {
            let at = self.mark(place, '!');
            let help = "delete the tag; the kind of a value follows from its key";
            let name = self.text.get(at.0 as usize..).unwrap_or("");
            let is_tag =
                ["!!", "!<", "!include", "!python"].iter().any(|tag| name.starts_with(tag));
            let text = self.as_text(at).filter(|_| !is_tag);
            self.refuse_mark(Code::YamlTag, at, "a tag cannot stand in a file", help, text);
        }
    }

    /// What begins with a mark and goes on as a text may be a text. A guess reads the whole line, and a hostile file can
    /// have a mark at every byte of it.
    fn as_text(&self, mark: (u32, u32)) -> Option<Mend> {
        if self.findings.len() >= MOST_GUESSED {
            return None;
        }
        let behind = self.text.get(mark.1 as usize..)?.strip_prefix(' ')?.trim_start();
        let is_text = !behind.starts_with(['[', '{', '|', '>', '"', '\'', '#', '\n', '&', '!']);
        let line = behind.split('\n').next().unwrap_or("");
        // Behind a mark that stands before a key comes the key.
        let has_key = line.contains(": ") || line.trim_end().ends_with(':');
        quoted_value(self.text, mark.0 as usize).filter(|_| is_text && !has_key)
    }

    fn refuse_mark(
        &mut self,
        code: Code,
        at: (u32, u32),
        message: &str,
        help: &str,
        text: Option<Mend>,
    ) {
        match text {
            Some(text) => {
                let span = self.id.span(text.place.0..text.place.1);
                let help = format!("{help}; a text that begins so is put in quotes");
                self.findings.push(Diag::new(code, span, message).help(help).suggest(text.instead));
            }
            None => self.refuse(code, at, message, help),
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

    /// A character that must not stand in a text came as an escape such as `\u202e`, or as one that was none to its
    /// writer, such as the beginning of `\beta`.
    pub(super) fn escaped(&mut self, text: &str, place: (u32, u32), fault: Fault) {
        let span = self.id.span(place.0 as usize..place.1 as usize);
        let written = self.text.get(span.range()).unwrap_or("");
        let diag = match fault {
            Fault::Letter(letter, character) => {
                let what = match character {
                    '\n' => "a line end".to_owned(),
                    '\t' => "a tab".to_owned(),
                    '\u{a0}' => "a non-breaking space".to_owned(),
                    other => format!("the control character U+{:04X}", u32::from(other)),
                };
                let message = format!("`\\{letter}` stands for {what} in double quotes");
                let diag = Diag::new(Code::ForbiddenCharacter, span, message)
                    .label("in double quotes, a backslash begins an escape")
                    .help("write the text in single quotes, where a backslash is only a backslash");
                match as_typed(written) {
                    Some(typed) => diag.instead(typed),
                    None => diag,
                }
            }
            Fault::Hidden(character, what) => {
                let code = u32::from(character);
                let message = format!("the {what} character U+{code:04X} cannot stand in a text");
                let diag = Diag::new(Code::ForbiddenCharacter, span, message)
                    .help("delete its escape, which begins with a backslash");
                match without_hidden(written) {
                    Some(text) => diag.suggest(text),
                    None => diag,
                }
            }
        };
        self.findings.push(diag);
        if self.wants_key() {
            let text = text.chars().filter(|c| hidden(*c).is_none()).collect();
            self.scalar(Scalar { text, plain: false }, place);
        } else if self.too_deep == 0 {
            self.put(Node { place, value: Value::Refused });
        }
    }

    /// `é` can be one character or two, and two names that look the same would not be.
    pub(super) fn not_normal(&mut self, scalar: &Scalar, place: (u32, u32)) {
        let normal = ComposingNormalizerBorrowed::new_nfc();
        if scalar.text.is_ascii() || normal.is_normalized(&scalar.text) {
            return;
        }
        let span = self.id.span(place.0 as usize..place.1 as usize);
        let written = self.text.get(span.range()).unwrap_or("");
        let instead = if normal.is_normalized(written) {
            enclosed_or_escaped(&normal.normalize(&scalar.text))
        } else {
            normal.normalize(written).into_owned()
        };
        let message = "the text has letters that are put together from several characters";
        self.findings.push(
            Diag::new(Code::NotNormal, span, message)
                .label("not in Unicode's form NFC")
                .help("write each as the one character that Unicode has for it; it looks the same")
                .instead(instead),
        );
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

    /// Within brackets, a line may end in a key or before its colon by YAML 1.2; other parsers take such a key for one
    /// without a value.
    pub(super) fn refuse_two_lines(&mut self, key: &Scalar, place: (u32, u32)) {
        let (start, end) = (place.0 as usize, place.1 as usize);
        let written = self.text.get(start..end).unwrap_or("");
        let Some(gap) = self.text.get(end..).and_then(before_colon) else { return };
        let before = self.text.get(..start).unwrap_or("");
        if !written.contains('\n') && !gap.contains('\n') || is_marked_key(before) {
            return;
        }
        let behind = self.text.get(end + gap.len() + 1..).unwrap_or("");
        let space = if behind.starts_with([' ', '\n']) { "" } else { " " };
        let message = format!("the key `{}` and its colon do not stand on one line", key.text);
        let help = "write the key, its colon and a space on one line";
        let is_clear =
            !written.contains('\n') && !gap.contains('#') && !before.trim_end().ends_with('?');
        let span = self.id.span(start..if is_clear { end + gap.len() + 1 } else { end });
        let diag = Diag::new(Code::YamlSyntax, span, message).help(help);
        let instead = is_clear.then(|| format!("{written}:{space}"));
        self.findings.push(match instead {
            Some(instead) => diag.instead(instead),
            None => diag,
        });
    }

    pub(super) fn syntax_error(&mut self, character: usize, info: &str) {
        let at = self.bytes.at(character) as usize;
        if info.contains(GIVES_UP) || info.contains(NO_ANCHOR) {
            let place = self.bytes.place(character, character + 1);
            return if info.contains(GIVES_UP) {
                self.refuse(Code::YamlDepth, place, &too_deep(), DEPTH_HELP);
            } else {
                let text = quoted_value(self.text, at).or_else(|| {
                    // The parser may have read past the sign.
                    let start = self.text.get(..=at)?.rfind('*')?;
                    quoted_value(self.text, start)
                });
                let message = "an alias cannot stand in a file";
                self.refuse_mark(Code::YamlAnchor, place, message, ALIAS_HELP, text);
            };
        }
        let flow = |open: &Open| {
            self.text.get(open.start as usize..).is_some_and(|text| text.starts_with(['[', '{']))
        };
        let open = self.open.last().filter(|open| flow(open)).map(|open| open.start as usize);
        let last = self.last as usize;
        let stop = Stop { text: self.text, at, info, open, last };
        self.findings.push(syntax::explain(self.id, stop));
    }
}

/// Whether what stands before a key ends with the `?` that begins one, on the same line; such a key ends where it may.
fn is_marked_key(before: &str) -> bool {
    let bare = before.trim_end_matches([' ', '\t']);
    bare.strip_suffix('?')
        .filter(|_| bare.len() < before.len())
        .is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '\n', '[', '{', ',']))
}

/// The space and the comments before the colon with which a text begins.
fn before_colon(text: &str) -> Option<&str> {
    let mut comment = false;
    let colon = text.find(|character| {
        comment = character == '#' || comment && character != '\n';
        !comment && !matches!(character, ' ' | '\t' | '\n')
    })?;
    text.get(colon..).filter(|rest| rest.starts_with(':'))?;
    text.get(..colon)
}

/// A text that came with escapes: on several lines, or with a tab, it needs them.
fn enclosed_or_escaped(text: &str) -> String {
    if text.contains(['\n', '\t']) { quoted(text) } else { enclosed(text) }
}

/// Refuses spaces at the start of a line that only look like those of YAML.
pub(super) fn refuse_wide_indents(id: FileId, text: &str, findings: &mut Vec<Diag>) -> bool {
    const MOST: usize = 20;
    let before = findings.len();
    findings.extend(wide_indents(text).take(MOST).map(|mend| mended(id, mend)));
    findings.len() == before
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
