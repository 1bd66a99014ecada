//! Lists and maps in brackets as they were meant: with plain marks, with quotes where a text needs them, and closed.

use super::line::{Line, closing, comment, is_space};
use super::{Mend, without_closing_mark};
use crate::diag::Code;
use crate::yaml::plain::enclosed;

/// What had to be changed first.
enum Change {
    /// A mark of another width.
    Wide(char),
    /// A text that has to be in quotes.
    Quoted(&'static str),
    /// A comma with no item before it.
    NoItem,
    /// A quotation mark that was not closed.
    QuoteClosed,
    /// A bracket that was not closed, or by another one.
    Closed { open: char, close: char },
}

/// A list or map in the brackets of one line, mended; `commas` takes full-width commas for plain ones.
pub(super) fn repaired(line: &Line<'_>, open: Option<usize>, commas: bool) -> Option<Mend> {
    let value = line.value();
    let begins = |at: usize| {
        let first = line.text.get(at..)?.chars().next()?;
        matches!(plain(first), Some('[' | '{')).then_some(at)
    };
    let from = begins(value).or_else(|| begins(open?.checked_sub(line.start)?))?;
    let rest = line.text.get(from..)?.trim_end();
    let end = comment(rest).unwrap_or(rest.len());
    let region = rest.get(..end)?;
    let mut repair = Repair {
        rest: region,
        out: String::new(),
        atom: String::new(),
        inner: 0,
        stack: Vec::new(),
        keyed: false,
        first: None,
        commas,
        doubt: None,
    };
    let length = region.len() - repair.run()?;
    let sure = repair.doubt.is_none();
    let change = repair.first?;
    let place = (line.start + from, line.start + from + length);
    let (code, message, label, help) = match change {
        Change::Wide(mark) => (
            Code::WideMark,
            format!("`{mark}` is a full-width mark, and YAML takes it for part of a text"),
            "a full-width mark stands in it",
            format!("type `{}` in its place", plain(mark).unwrap_or(' ')),
        ),
        Change::Quoted(why) => (
            Code::YamlSyntax,
            format!("a text within brackets {why}"),
            "it is read as something else",
            "put that text in quotes".to_owned(),
        ),
        Change::NoItem => (
            Code::YamlSyntax,
            "no item stands before a comma".to_owned(),
            "within these brackets",
            "give the item, or delete the comma".to_owned(),
        ),
        Change::QuoteClosed => (
            Code::YamlSyntax,
            "a quotation mark is not closed".to_owned(),
            "opened within these brackets",
            "close it with the same mark at the end of the text".to_owned(),
        ),
        Change::Closed { open, close } => (
            Code::YamlSyntax,
            format!("what `{open}` opens is not closed"),
            "opened here",
            format!("close it with `{close}`"),
        ),
    };
    Some(Mend { code, place, instead: repair.out, message, label, help, sure })
}

struct Repair<'t> {
    rest: &'t str,
    out: String,
    /// The text that is being read.
    atom: String,
    /// How many brackets are open within it.
    inner: usize,
    /// The brackets that are to come.
    stack: Vec<char>,
    /// Whether the pair that is being read has its key.
    keyed: bool,
    first: Option<Change>,
    commas: bool,
    doubt: Option<Doubt>,
}

/// Why something else may have been meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// An item may be missing before a comma.
    NoItem,
    /// An item of a list within a map looks like a key with its value: the list may have ended before it.
    KeysInList,
}

impl Repair<'_> {
    /// Reads to the end of the outermost brackets; what is left behind them is not touched.
    #[expect(clippy::too_many_lines, reason = "one arm for each mark")]
    fn run(&mut self) -> Option<usize> {
        while let Some(character) = self.rest.chars().next() {
            if self.atom.trim().is_empty()
                && matches!(character, '"' | '\'')
                && self.quoted(character)
            {
                continue;
            }
            let behind = self.rest.get(character.len_utf8()..)?;
            let mark = plain(character).unwrap_or(character);
            let is_wide = mark != character;
            let in_map = self.stack.last() == Some(&'}');
            match mark {
                '[' | '{' if self.atom.trim().is_empty() => {
                    self.wide(is_wide, character);
                    self.out.push_str(&self.atom);
                    self.atom.clear();
                    self.out.push(mark);
                    self.stack.push(if mark == '[' { ']' } else { '}' });
                    self.keyed = false;
                }
                '[' | '{' => {
                    self.inner += 1;
                    self.atom.push(character);
                }
                ']' | '}' if self.inner > 0 => {
                    self.inner -= 1;
                    self.atom.push(character);
                }
                ']' | '}' => {
                    self.flush();
                    self.wide(is_wide, character);
                    let wanted = self.stack.pop()?;
                    if wanted != mark && self.doubt == Some(Doubt::KeysInList) {
                        return None;
                    }
                    if wanted != mark {
                        self.note(Change::Closed { open: opening(wanted), close: wanted });
                    }
                    self.out.push(wanted);
                    self.keyed = true;
                    if self.stack.is_empty() {
                        return Some(behind.len());
                    }
                }
                ',' if !is_wide || self.splits(behind) => {
                    if self.atom.trim().is_empty() && self.out.trim_end().ends_with([',', '[', '{'])
                    {
                        self.note(Change::NoItem);
                        self.rest = behind.trim_start_matches(' ');
                        self.doubt.get_or_insert(Doubt::NoItem);
                        continue;
                    }
                    self.flush();
                    self.wide(is_wide, character);
                    self.out.push(',');
                    if is_wide && !behind.starts_with(' ') {
                        self.out.push(' ');
                    }
                    self.keyed = false;
                }
                ':' if in_map
                    && !self.keyed
                    && (is_wide
                        || behind.starts_with([' ', '\u{3000}', '\u{a0}'])
                        || behind.is_empty()) =>
                {
                    self.wide(is_wide, character);
                    self.out.push_str(&self.atom);
                    self.atom.clear();
                    self.out.push(':');
                    if !behind.starts_with(' ') {
                        self.out.push(' ');
                    }
                    self.keyed = true;
                }
                ' ' if is_wide && self.atom.is_empty() => {
                    self.wide(true, character);
                    if !self.out.ends_with(' ') {
                        self.out.push(' ');
                    }
                }
                _ => self.atom.push(character),
            }
            self.rest = behind;
        }
        self.flush();
        if self.doubt == Some(Doubt::KeysInList) && !self.stack.is_empty() {
            return None;
        }
        while let Some(close) = self.stack.pop() {
            self.note(Change::Closed { open: opening(close), close });
            let space = self.out.len() - self.out.trim_end().len();
            self.out.truncate(self.out.len() - space);
            self.out.push(close);
        }
        Some(0)
    }

    /// Takes a text that is in quotes as a whole, or closes one that is not closed before the end of its item.
    fn quoted(&mut self, mark: char) -> bool {
        let Some(inner) = self.rest.get(1..) else { return false };
        let is_end = |rest: &str| {
            let next = rest.trim_start_matches(is_space).chars().next();
            next.is_none_or(|c| matches!(plain(c).unwrap_or(c), ',' | ']' | '}' | ':'))
        };
        if let Some(at) = closing(inner, mark)
            && inner.get(at + 1..).is_some_and(is_end)
        {
            let taken = self.rest.get(..at + 2).unwrap_or("");
            self.out.push_str(&self.atom);
            self.atom.clear();
            self.out.push_str(taken);
            self.rest = self.rest.get(at + 2..).unwrap_or("");
            return true;
        }
        let end = inner.find([',', ']', '}']).unwrap_or(inner.len());
        let Some(item) =
            inner.get(..end).filter(|item| !item.contains(mark) && !item.contains('\\'))
        else {
            return false;
        };
        self.note(Change::QuoteClosed);
        self.out.push_str(&self.atom);
        self.atom.clear();
        self.out.push(mark);
        self.out.push_str(without_closing_mark(item.trim_end(), mark));
        self.out.push(mark);
        self.rest = inner.get(end..).unwrap_or("");
        true
    }

    /// Whether a full-width comma stands between two items rather than in a text.
    fn splits(&self, behind: &str) -> bool {
        if self.stack.last() == Some(&']') {
            return self.commas;
        }
        let next = behind.trim_start_matches(is_space);
        let key = next.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_');
        key.len() < next.len() && key.starts_with([':', '：'])
    }

    /// Writes the text that was read, in quotes where it needs them.
    fn flush(&mut self) {
        let atom = std::mem::take(&mut self.atom);
        self.inner = 0;
        let text = atom.trim();
        let lead = atom.len() - atom.trim_start().len();
        self.out.push_str(atom.get(..lead).unwrap_or(""));
        match why(text) {
            Some(why) => {
                if text.contains(": ") && self.stack.ends_with(&['}', ']']) {
                    self.doubt = Some(Doubt::KeysInList);
                }
                self.note(Change::Quoted(why));
                self.out.push_str(&enclosed(text));
            }
            None => self.out.push_str(text),
        }
        self.out.push_str(atom.get(lead + text.len()..).unwrap_or(""));
    }

    fn wide(&mut self, is_wide: bool, mark: char) {
        if is_wide {
            self.note(Change::Wide(mark));
        }
    }

    fn note(&mut self, change: Change) {
        self.first.get_or_insert(change);
    }
}

/// Why a text within brackets has to be in quotes.
fn why(text: &str) -> Option<&'static str> {
    if text.contains(" #") || text.starts_with('#') {
        return Some("has ` #` in it, which begins a comment");
    }
    if text.contains(": ") || text.ends_with(':') {
        return Some("has a colon in it, which ends a key");
    }
    if text.contains(['[', ']', '{', '}']) {
        return Some("has a bracket in it");
    }
    if text.starts_with(['@', '`', '%', '&', '*', '!', '|', '>', '"', '\''])
        || ["- ", "? "].iter().any(|sign| text.starts_with(sign))
    {
        return Some("begins with YAML syntax");
    }
    None
}

/// The mark of YAML that a full-width one looks like.
fn plain(mark: char) -> Option<char> {
    Some(match mark {
        '［' | '【' => '[',
        '］' | '】' => ']',
        '｛' => '{',
        '｝' => '}',
        '，' | '、' => ',',
        '：' => ':',
        '\u{3000}' | '\u{a0}' => ' ',
        '[' | ']' | '{' | '}' | ',' | ':' => mark,
        _ => return None,
    })
}

fn opening(close: char) -> char {
    if close == ']' { '[' } else { '{' }
}
