//! The pieces of a text: keys and values where the tree has them, and marks and comments between.

use crate::yaml::{Node, Value};

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    pub(super) start: usize,
    /// The bytes before it in its line.
    pub(super) column: usize,
    /// The line ends between it and the piece before.
    pub(super) breaks: usize,
    /// The bytes of space before it in its line.
    pub(super) gap: usize,
}

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A comment with its `#`.
    Comment,
    /// A key or value, as it is written.
    Scalar,
    /// A text under `|` or `>`, with the number of spaces before its lines.
    Block { indent: usize },
    /// One of `-?:,[]{}`.
    Mark(char),
}

impl<'t> Token<'t> {
    /// The comment, where it is or holds one: that of a block stands in its first line.
    pub(super) fn comment(&self) -> Option<&'t str> {
        match self.kind {
            Kind::Comment => Some(self.text),
            Kind::Block { .. } => {
                let header = self.text.lines().next().unwrap_or("");
                header.find('#').and_then(|at| header.get(at..)).map(str::trim_end)
            }
            Kind::Scalar | Kind::Mark(_) => None,
        }
    }
}

/// The pieces in their order; `None` where something stands between keys and values that is none.
pub(super) fn tokens<'t>(text: &'t str, tree: &Node) -> Option<Vec<Token<'t>>> {
    let mut lexer = Lexer { text, at: 0, line: 0, breaks: 0, found: Vec::new() };
    lexer.node(tree)?;
    lexer.gap(text.len())?;
    Some(lexer.found)
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// Where the line begins in which `at` stands.
    line: usize,
    breaks: usize,
    found: Vec<Token<'t>>,
}

impl Lexer<'_> {
    fn node(&mut self, node: &Node) -> Option<()> {
        match &node.value {
            Value::Scalar(scalar) => self.scalar(node.place, &scalar.text, scalar.plain),
            Value::List(items) => items.iter().try_for_each(|item| self.node(item)),
            Value::Map(pairs) => pairs.iter().try_for_each(|pair| {
                self.scalar(pair.key.place, &pair.key.text, true)?;
                self.node(&pair.value)
            }),
            Value::Refused => None,
        }
    }

    fn scalar(&mut self, place: (u32, u32), decoded: &str, plain: bool) -> Option<()> {
        let (start, end) = (place.0 as usize, place.1 as usize);
        if start == end {
            return Some(());
        }
        self.gap(start)?;
        if !plain && self.text.get(start..)?.starts_with(['|', '>']) {
            let (end, indent) = block(self.text, start, end, decoded)?;
            return self.take(Kind::Block { indent }, end);
        }
        self.take(Kind::Scalar, end)
    }

    /// Takes what stands before a byte: space, marks and comments.
    fn gap(&mut self, to: usize) -> Option<()> {
        while self.at < to {
            let rest = self.text.get(self.at..to)?;
            let character = rest.chars().next()?;
            match character {
                '\n' => {
                    self.breaks += 1;
                    self.at += 1;
                    self.line = self.at;
                }
                ' ' | '\t' => self.at += 1,
                '#' => {
                    let line = rest.lines().next()?;
                    let end = self.at + line.len();
                    let kept = line.trim_end_matches([' ', '\t']).len();
                    self.take(Kind::Comment, self.at + kept)?;
                    self.at = end;
                }
                // The marks around a document say nothing where there is but one, and their line goes with them.
                '-' | '.' if self.at == self.line && is_fence(rest) => {
                    self.at += 3;
                    self.breaks = self.breaks.saturating_sub(1);
                }
                '-' | '?' | ':' | ',' | '[' | ']' | '{' | '}' => {
                    self.take(Kind::Mark(character), self.at + 1)?;
                }
                _ => return None,
            }
        }
        (self.at == to).then_some(())
    }

    fn take(&mut self, kind: Kind, end: usize) -> Option<()> {
        let text = self.text.get(self.at..end)?;
        let line = self.text.get(self.line..self.at)?;
        let token = Token {
            kind,
            text,
            start: self.at,
            column: line.len(),
            breaks: self.breaks,
            gap: line.len() - line.trim_end_matches([' ', '\t']).len(),
        };
        self.found.push(token);
        self.line = text.rfind('\n').map_or(self.line, |newline| self.at + newline + 1);
        self.at = end;
        self.breaks = 0;
        Some(())
    }
}

fn is_fence(rest: &str) -> bool {
    let fence = rest.starts_with("---") || rest.starts_with("...");
    fence
        && rest.get(3..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n']))
}

/// The end of a block, with all its lines, and the number of spaces before them.
fn block(text: &str, start: usize, end: usize, decoded: &str) -> Option<(usize, usize)> {
    let header = text.get(start..)?.lines().next()?;
    let mut at = start + header.len();
    let signs = header.split([' ', '\t', '#']).next()?;
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let first =
        text.get(at..end.max(at))?.lines().find(|line| !line.trim_matches([' ', '\t']).is_empty());
    // The decoded text has kept the spaces that are its own.
    let own = decoded.lines().find(|line| !line.trim_matches([' ', '\t']).is_empty());
    let indent = match (first, own) {
        (Some(first), Some(own)) => spaces(first).checked_sub(spaces(own))?,
        _ => usize::MAX,
    };
    let mut last = at;
    while let Some(rest) = text.get(at..)?.strip_prefix('\n') {
        let line = rest.split('\n').next()?;
        let inside = at + 1 < end;
        let blank = line.trim_matches([' ', '\t']).is_empty();
        if !inside && (!blank || rest.is_empty()) {
            break;
        }
        at += 1 + line.len();
        if inside || signs.contains('+') || spaces(line) > indent {
            last = at;
        }
    }
    Some((last, indent))
}
