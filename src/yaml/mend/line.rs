//! A line of a file, as a person sees it: how deep it stands, its dashes, its key, and what it says.

use super::{Mend, without_closing_mark};
use crate::diag::Code;
use crate::yaml::plain::{enclosed, is_number_sign};

/// A line with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    whole: &'t str,
    pub(super) start: usize,
    pub(super) text: &'t str,
}

/// The parts of a line, as bytes from its start.
#[derive(Debug, Clone, Copy)]
struct Parts {
    /// Where the key begins.
    key: usize,
    /// Where the key ends.
    key_end: usize,
    /// The space around the colon, with the colon.
    colon: (usize, usize),
}

impl<'t> Line<'t> {
    /// The line of a byte.
    pub(super) fn at(whole: &'t str, at: usize) -> Self {
        let at = at.min(whole.len());
        let before = whole.get(..at).and_then(|before| before.rfind('\n'));
        let start = before.map_or(0, |newline| newline + 1);
        let text = whole.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or("");
        Self { whole, start, text }
    }

    /// The last line above that says something.
    pub(super) fn above(&self) -> Option<Self> {
        let before = self.whole.get(..self.start)?.trim_end();
        (!before.is_empty()).then(|| Self::at(self.whole, before.len()))
    }

    /// Whether a byte stands in it.
    pub(super) fn holds(&self, at: usize) -> bool {
        (self.start..=self.start + self.text.len()).contains(&at)
    }

    /// How deep it stands.
    fn indent(&self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Where what it says begins, behind space and dashes.
    fn content(&self) -> usize {
        let mut at = self.indent();
        while let Some(rest) = self.text.get(at..).filter(|rest| rest.starts_with("- ")) {
            at += rest.len() - rest.trim_start_matches('-').trim_start_matches(' ').len();
        }
        at
    }

    /// The key of the line, with a colon of either width.
    fn parts(&self) -> Option<Parts> {
        let key = self.content();
        let rest = self.text.get(key..)?;
        let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let length = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
        rest.starts_with(|c: char| c.is_ascii_alphabetic()).then_some(())?;
        let behind = rest.get(length..)?;
        let colon = behind.trim_start_matches(is_space);
        let value = colon.strip_prefix([':', '：'])?;
        // An address or an arXiv id is no key.
        if colon.starts_with(':') && !value.is_empty() && !value.starts_with(is_space) {
            let name = rest.get(..length)?;
            let is_value = value.starts_with('/')
                || ["arxiv", "doi", "http", "https"].contains(&name.to_ascii_lowercase().as_str());
            (!is_value).then_some(())?;
        }
        let end = key + rest.len() - value.trim_start_matches(is_space).len();
        Some(Parts { key, key_end: key + length, colon: (key + length, end) })
    }

    /// Where the value of the line begins: behind its key, or behind its dashes.
    pub(super) fn value(&self) -> usize {
        match self.parts() {
            Some(parts) if self.has_colon(parts) => parts.colon.1,
            _ => self.content(),
        }
    }

    fn has_colon(&self, parts: Parts) -> bool {
        let between = self.text.get(parts.colon.0..parts.colon.1).unwrap_or("");
        between.ends_with(": ")
            || between.trim_end_matches(' ').ends_with(':')
                && between.ends_with([' ', ':'])
                && (between.ends_with(' ') || parts.colon.1 == self.text.len())
    }

    fn mend(&self, place: (usize, usize), instead: impl Into<String>) -> Mend {
        Mend {
            code: Code::YamlSyntax,
            place: (self.start + place.0, self.start + place.1),
            instead: instead.into(),
            message: String::new(),
            label: "",
            help: String::new(),
            sure: true,
        }
    }

    /// Nothing in place of a line that begins or ends a block of code in Markdown.
    pub(super) fn without_fence(&self) -> Option<Mend> {
        self.text.starts_with("```").then_some(())?;
        let newline = usize::from(self.holds_more());
        Some(Mend {
            message: "a mark of Markdown stands in the file".to_owned(),
            label: "it begins or ends a block of code",
            help: "delete the line".to_owned(),
            ..self.mend((0, self.text.len() + newline), "")
        })
    }

    /// The text or the address of a link of Markdown, which YAML takes for a list.
    pub(super) fn without_link(&self) -> Option<Mend> {
        let value = self.value();
        let body = self.text.get(value..)?.trim_end();
        let (words, address) = body.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
        let is_plain = !words.trim().is_empty() && !words.contains(['[', ']', '(', ')']);
        let is_address = address.starts_with("http") && !address.contains([' ', '[', ']']);
        (is_plain && is_address).then_some(())?;
        let key = self.parts().and_then(|parts| self.text.get(parts.key..parts.key_end));
        let (instead, help) = if matches!(key, Some("name" | "title" | "summary")) {
            (enclosed(words.trim()), "write the words alone; an address has a key of its own")
        } else {
            (address.to_owned(), "write the address alone")
        };
        Some(Mend {
            message: "a link of Markdown stands where YAML has a value".to_owned(),
            label: "YAML takes `[` for the beginning of a list",
            help: help.to_owned(),
            sure: false,
            ..self.mend((value, value + body.len()), instead)
        })
    }

    /// Whether another line follows.
    fn holds_more(&self) -> bool {
        self.start + self.text.len() < self.whole.len()
    }

    /// The line with plain spaces before it.
    pub(super) fn with_spaces(&self) -> Option<Mend> {
        let length = self.text.len() - self.text.trim_start().len();
        let space = self.text.get(..length)?;
        if space.chars().all(|c| c == ' ') {
            return None;
        }
        let width = |c: char| if c == ' ' || c == '\u{a0}' { " " } else { "  " };
        let mend = self.mend((0, length), space.chars().map(width).collect::<String>());
        Some(if space.contains('\t') {
            Mend {
                message: "a tab stands where the line is indented".to_owned(),
                label: "a tab",
                help: "type spaces in its place: two for each level".to_owned(),
                ..mend
            }
        } else {
            Mend {
                code: Code::WideMark,
                message: "the line is indented with another space than YAML knows".to_owned(),
                label: "a wide or non-breaking space",
                help: "type plain spaces in its place: two for each level".to_owned(),
                ..mend
            }
        })
    }

    /// The line with a colon and a plain space behind its key.
    pub(super) fn with_colon(&self) -> Option<Mend> {
        let parts = self.parts().filter(|parts| !self.has_colon(*parts))?;
        let between = self.text.get(parts.colon.0..parts.colon.1)?;
        if between.contains('\t') {
            return None;
        }
        let key = self.text.get(parts.key..parts.key_end)?;
        let behind = if parts.colon.1 == self.text.len() { ":" } else { ": " };
        let mend = self.mend(parts.colon, behind);
        let help = format!("write `{key}: ` and then the value");
        Some(if between.contains('：') {
            let message =
                "`：` is a full-width mark, and YAML takes it for part of a text".to_owned();
            Mend { code: Code::WideMark, message, label: "a full-width colon", help, ..mend }
        } else if between.trim_matches(':').is_empty() {
            let message = "no space stands behind the colon of a key".to_owned();
            Mend { message, label: "a colon without a space", help, ..mend }
        } else {
            let message = "another space than YAML knows stands beside the colon".to_owned();
            let label = "a wide or non-breaking space";
            Mend { code: Code::WideMark, message, label, help, ..mend }
        })
    }

    /// The line with a plain dash and a space before its item.
    pub(super) fn with_dash(&self) -> Option<Mend> {
        let indent = self.indent();
        let rest = self.text.get(indent..)?;
        let sign = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '–' | '—' | '－' | '•' | '·' | '*'))?;
        let behind = rest.get(sign.len_utf8()..)?;
        let item = behind.trim_start_matches(is_space);
        if item.is_empty() || item.starts_with('-') || sign == '-' && behind.starts_with(' ') {
            return None;
        }
        if sign == '*' && !behind.starts_with(is_space) {
            return None;
        }
        let end = self.text.len() - item.len();
        let mend = self.mend((indent, end), "- ");
        Some(if sign == '-' {
            let message = "no space stands behind the hyphen of an item".to_owned();
            let help = "write a hyphen and a space before each item".to_owned();
            Mend { message, label: "a hyphen without a space", help, ..mend }
        } else {
            let message = format!("`{sign}` does not begin an item");
            let help = "begin each item with a hyphen and a space".to_owned();
            Mend { code: Code::WideMark, message, label: "not a hyphen", help, ..mend }
        })
    }

    /// The line as deep as the key above it.
    pub(super) fn with_indent_of_above(&self) -> Option<Mend> {
        let above = self.above()?;
        let (own, there) = (self.indent(), above.indent());
        self.parts().filter(|parts| parts.key == own && own > there)?;
        above.parts()?;
        Some(Mend {
            message: "a key stands deeper than the key above it, which has a value already"
                .to_owned(),
            label: "indented",
            help: "indent this key like the keys above it".to_owned(),
            sure: false,
            ..self.mend((0, own), " ".repeat(there))
        })
    }

    /// The value in quotes, where it begins with a sign of YAML or holds one.
    pub(super) fn quoted(&self) -> Option<Mend> {
        let value = self.value();
        let body = self.body(value)?;
        let (instead, why) = in_quotes(body)?;
        Some(self.in_quotes((value, value + body.len()), instead, why))
    }

    /// The same with the lines that go on with the value.
    pub(super) fn quoted_to_its_end(&self) -> Option<Mend> {
        let value = self.value();
        let body = self.text.get(value..)?.trim_end();
        let mut end = self.start + self.text.len();
        let lines = self.whole.get(end..)?.split('\n').skip(1);
        let mut any = false;
        for text in lines {
            let line = Self { whole: self.whole, start: end + 1, text };
            let goes_on = !text.trim().is_empty()
                && line.indent() > self.indent()
                && !text.trim_start().starts_with('#');
            if !goes_on {
                break;
            }
            any = true;
            end += 1 + text.len();
        }
        let end = self.start + value + self.whole.get(self.start + value..end)?.trim_end().len();
        let rows = self.whole.get(self.start + value..end)?.split('\n').map(str::trim);
        let whole = rows.collect::<Vec<_>>().join(" ");
        let starts_as_text = !body.is_empty() && !body.starts_with(['"', '\'', '[', '{', '|', '>']);
        if !any || !starts_as_text || comment(&whole).is_some() {
            return None;
        }
        let why = reason(body)?;
        Some(self.in_quotes((value, end - self.start), enclosed(&whole), why))
    }

    fn in_quotes(&self, place: (usize, usize), instead: String, why: Why) -> Mend {
        let marks = if instead.starts_with('\'') { "single" } else { "double" };
        Mend {
            message: why.message,
            label: why.label,
            help: match why.help {
                Some(help) => help.to_owned(),
                None => format!("put the whole text in {marks} quotes"),
            },
            sure: why.sure,
            ..self.mend(place, instead)
        }
    }

    /// What stands behind a byte of the line, without a comment at its end.
    fn body(&self, from: usize) -> Option<&'t str> {
        let rest = self.text.get(from..)?.trim_end();
        let end = comment(rest).unwrap_or(rest.len());
        rest.get(..end).map(str::trim_end).filter(|body| !body.is_empty())
    }
}

/// Why a text has to be in quotes.
pub(super) struct Why {
    pub(super) message: String,
    label: &'static str,
    help: Option<&'static str>,
    sure: bool,
}

impl Why {
    fn of(message: impl Into<String>, label: &'static str) -> Self {
        Self { message: message.into(), label, help: None, sure: true }
    }
}

/// Spaces that people type, of all widths.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' | '\u{202f}')
}

/// Where a comment begins in the rest of a line, with the space before it.
pub(super) fn comment(rest: &str) -> Option<usize> {
    let from = match rest.chars().next() {
        Some(mark @ ('"' | '\'')) => rest.rfind(mark).unwrap_or(0),
        _ => 0,
    };
    let signs = rest.match_indices('#').filter(|(at, _)| *at >= from);
    let mut comments = signs.filter(|(at, _)| {
        let before = rest.get(..*at).unwrap_or("");
        let begins = before.is_empty() || before.ends_with([' ', '\t']);
        begins && !is_number_sign(rest.get(at + 1..).unwrap_or(""))
    });
    let (at, _) = comments.next()?;
    Some(rest.get(..at)?.trim_end_matches([' ', '\t']).len())
}

/// Why a text without quotes around it, which is the whole value of a line, is none to YAML.
pub(super) fn reason(body: &str) -> Option<Why> {
    let first = body.chars().next()?;
    let rest = body.get(first.len_utf8()..)?;
    match first {
        // Brackets of full width are those of a list.
        '［' | '｛' | '【' if body.ends_with(['］', '｝', '】']) => None,
        '[' | '{' => {
            let close = if first == '[' { ']' } else { '}' };
            let end = rest.find(close).filter(|at| at + 1 < rest.len())?;
            // What follows must be a text, and not the rest of a list.
            let behind = rest.get(end + 1..)?;
            let goes_on = |c: char| matches!(c, ' ' | '-') || c.is_alphanumeric();
            behind.starts_with(goes_on).then_some(())?;
            Some(Why {
                sure: false,
                ..Why::of(
                    format!(
                        "a text begins with `{first}`, which begins a {} in YAML",
                        if first == '[' { "list" } else { "map" }
                    ),
                    "begins here",
                )
            })
        }
        '|' | '>' => {
            let is_header = rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-'));
            (!is_header).then(|| sign(first))
        }
        '@' | '`' | '%' | '&' | '*' | '!' => (!rest.is_empty()).then(|| sign(first)),
        '-' | '?' if rest.starts_with(' ') && !rest.trim().is_empty() => {
            Some(Why { sure: false, ..sign(first) })
        }
        _ if body.contains(": ") || body.ends_with(':') => Some(Why::of(
            "a text without quotes has a colon in it, which ends a key in YAML",
            "has a colon and a space",
        )),
        _ if body.contains(" #") => Some(Why::of(
            "a text without quotes has ` #` in it, which begins a comment",
            "has a `#`",
        )),
        _ => None,
    }
}

fn sign(first: char) -> Why {
    let sign = if first == '`' { "a backtick".to_owned() } else { format!("`{first}`") };
    Why::of(format!("a text cannot begin with {sign} without quotes"), "begins here")
}

/// A text in quotes, where it needs them and has none, or where those that it has are not all around it.
pub(super) fn in_quotes(body: &str) -> Option<(String, Why)> {
    let mark = body.chars().next().filter(|c| matches!(c, '"' | '\''));
    let Some(mark) = mark else { return Some((enclosed(body), reason(body)?)) };
    let inner = body.get(1..)?;
    let Some(close) = closing(inner, mark) else {
        let instead = if inner.contains('\\') {
            enclosed(inner)
        } else {
            format!("{mark}{}{mark}", without_closing_mark(inner, mark))
        };
        let help = "close it with the same mark at the end of the text";
        let why = Why::of("a quotation mark is not closed", "opened here");
        return Some((instead, Why { help: Some(help), sure: mark == '"', ..why }));
    };
    if close + 1 == inner.len() {
        return None;
    }
    // `"The "OAK" model"` and `'a cell's model'` are whole; `"OAK" models` and `"OAK" and "ELM"` begin with a word in quotes.
    let before = inner.get(..close)?.chars().next_back();
    let behind = inner.get(close + 1..)?.chars().next();
    let opens = before.is_none_or(char::is_whitespace) && behind.is_some_and(char::is_alphanumeric);
    let within =
        before.is_some_and(char::is_alphanumeric) && behind.is_some_and(char::is_alphanumeric);
    let ends = inner.ends_with(mark) && closing(inner.get(close + 1..)?, mark).is_some();
    if ends && (opens || within) {
        let text = inner.strip_suffix(mark)?;
        let text = if mark == '\'' { text.replace("''", "'") } else { text.replace("\\\"", "\"") };
        let message = format!("`{mark}` stands within a text that `{mark}` encloses");
        return Some((enclosed(&text), Why::of(message, "the mark within ends it too early")));
    }
    let message = "a text goes on behind its closing quotation mark";
    Some((enclosed(body), Why::of(message, "only a part of the text is in quotes")))
}

/// Where a text in quotes ends, given what stands behind its first mark.
pub(super) fn closing(inner: &str, mark: char) -> Option<usize> {
    let mut characters = inner.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if mark == '"' && character == '\\' {
            characters.next();
        } else if character == mark {
            if mark == '\'' && characters.next_if(|(_, next)| *next == mark).is_some() {
                continue;
            }
            return Some(at);
        }
    }
    None
}
