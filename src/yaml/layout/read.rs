//! From pieces and the tree to parts; a comment belongs to what follows it, or to what it stands behind.

use super::parts::{Body, Children, Document, Entry, Flow, Item, Note, Remark};
use super::tokens::{Kind, Token};
use crate::yaml::{Key, Node, Pair, Value};

/// The parts of a file; `None` where a piece is not where the tree wants it.
pub(super) fn read<'t>(tokens: &'t [Token<'t>], tree: &'t Node) -> Option<Document<'t>> {
    let mut cursor = Cursor { tokens };
    let mut root = Entry {
        blank: false,
        remarks: Vec::new(),
        key: None,
        head: None,
        body: Body::Nothing,
        note: None,
    };
    let above = if cursor.opens(tree) { cursor.remarks() } else { Vec::new() };
    let apart = !above.is_empty();
    cursor.value(&mut root, tree, None)?;
    let (header, header_apart) = match &mut root.body {
        Body::Block(Children { entries, .. }) => entries.first_mut().map(split_header)?,
        _ => (above, apart),
    };
    let end = cursor.remarks();
    cursor.tokens.is_empty().then_some(Document { header, header_apart, root, end })
}

/// Comments at the top speak of the file where a blank line stands below them, and so does a line for editors.
fn split_header<'t>(first: &mut Entry<'t>) -> (Vec<Remark<'t>>, bool) {
    let blank_below = |at: usize| first.remarks.get(at + 1).map_or(first.blank, |next| next.blank);
    let apart = (0..first.remarks.len()).rfind(|at| blank_below(*at));
    let for_editors = |remark: &Remark<'_>| remark.text.starts_with("# yaml-language-server:");
    let length = match apart {
        Some(last) => last + 1,
        None => usize::from(first.remarks.first().is_some_and(for_editors)),
    };
    let rest = first.remarks.split_off(length);
    (std::mem::replace(&mut first.remarks, rest), apart.is_some())
}

struct Cursor<'t> {
    tokens: &'t [Token<'t>],
}

impl<'t> Cursor<'t> {
    fn peek(&self) -> Option<&'t Token<'t>> {
        self.tokens.first()
    }

    fn next(&mut self) -> Option<&'t Token<'t>> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn next_if(&mut self, wanted: impl Fn(&Token<'_>) -> bool) -> Option<&'t Token<'t>> {
        if self.peek().is_some_and(wanted) { self.next() } else { None }
    }

    fn mark(&mut self, mark: char) -> Option<&'t Token<'t>> {
        self.next_if(|token| token.kind == Kind::Mark(mark))
    }

    fn comment(&mut self) -> Option<&'t Token<'t>> {
        self.next_if(|token| token.kind == Kind::Comment)
    }

    /// The comments that come next.
    fn remarks(&mut self) -> Vec<Remark<'t>> {
        let mut remarks = Vec::new();
        while let Some(token) = self.comment() {
            remarks.push(Remark { blank: token.breaks > 1, text: token.text });
        }
        remarks
    }

    /// The comment that stands in the same line.
    fn note(&mut self) -> Option<Note<'t>> {
        let token = self.next_if(|token| token.kind == Kind::Comment && token.breaks == 0)?;
        Some(Note { gap: token.gap, text: token.text })
    }

    /// The next piece that is no comment.
    fn ahead(&self) -> Option<&'t Token<'t>> {
        self.tokens.iter().find(|token| token.kind != Kind::Comment)
    }

    /// Whether a node stands in brackets and begins next.
    fn opens(&self, node: &Node) -> bool {
        self.ahead().is_some_and(|token| {
            matches!(token.kind, Kind::Mark('[' | '{')) && token.start == node.place.0 as usize
        })
    }

    /// Reads a value into its entry; comments before it are lifted above the entry where they cannot stay.
    fn value(&mut self, entry: &mut Entry<'t>, node: &'t Node, outer: Option<usize>) -> Option<()> {
        match &node.value {
            Value::Scalar(_) if is_nothing(node) => entry.note = self.note(),
            Value::Scalar(_) => {
                entry.remarks.extend(self.remarks());
                let token = self.next()?;
                entry.body = text(token)?;
                entry.note = self.note();
            }
            Value::List(_) | Value::Map(_) if self.opens(node) => {
                entry.remarks.extend(self.remarks());
                entry.body = Body::Flow(self.flow(node)?);
                entry.note = self.note();
            }
            Value::List(_) | Value::Map(_) => {
                match entry.key {
                    Some(_) => entry.head = self.note(),
                    None if outer.is_some() => entry.remarks.extend(self.note().map(Note::remark)),
                    None => {}
                }
                entry.body = Body::Block(self.block(node, outer)?);
            }
            Value::Refused => return None,
        }
        Some(())
    }

    /// Reads the entries of a block; `outer` is the column of the block around it.
    fn block(&mut self, node: &'t Node, outer: Option<usize>) -> Option<Children<'t>> {
        let column = self.ahead()?.column;
        let mut entries = Vec::new();
        match &node.value {
            Value::List(items) => {
                for item in items {
                    let mut entry = self.entry(None)?;
                    self.mark('-')?;
                    self.value(&mut entry, item, Some(column))?;
                    entries.push(entry);
                }
            }
            Value::Map(pairs) => {
                for Pair { key, value } in pairs {
                    let mut entry = self.entry(Some(key))?;
                    let (before, _) = self.colon();
                    entry.remarks.extend(before);
                    self.value(&mut entry, value, Some(column))?;
                    entries.push(entry);
                }
            }
            Value::Scalar(_) | Value::Refused => return None,
        }
        let mut tail = Vec::new();
        let inside = |token: &Token<'_>| {
            token.kind == Kind::Comment
                && token.column >= column
                && outer.is_none_or(|outer| token.column > outer)
        };
        while let Some(token) = self.next_if(inside) {
            tail.push(Remark { blank: token.breaks > 1, text: token.text });
        }
        Some(Children { entries, tail })
    }

    /// Begins an entry: its comments, and its key where it has one.
    fn entry(&mut self, key: Option<&'t Key>) -> Option<Entry<'t>> {
        let remarks = self.remarks();
        let blank = self.peek()?.breaks > 1;
        let key = match key {
            Some(key) => Some(self.key(key)?),
            None => None,
        };
        Some(Entry { blank, remarks, key, head: None, body: Body::Nothing, note: None })
    }

    fn key(&mut self, key: &'t Key) -> Option<(&'t str, &'t str)> {
        self.mark('?');
        let token = self.next_if(|token| token.kind == Kind::Scalar)?;
        let whole = token.start == key.place.0 as usize && !token.text.contains('\n');
        whole.then_some((token.text, key.text.as_str()))
    }

    /// Takes the colon behind a key, with the comments that stand before it.
    fn colon(&mut self) -> (Vec<Remark<'t>>, bool) {
        let ahead = self.ahead().is_some_and(|token| token.kind == Kind::Mark(':'));
        let before = if ahead { self.remarks() } else { Vec::new() };
        (before, self.mark(':').is_some())
    }

    fn flow(&mut self, tree: &'t Node) -> Option<Flow<'t>> {
        let Kind::Mark(open) = self.next()?.kind else { return None };
        let close = if open == '[' { ']' } else { '}' };
        let note = self.note();
        let mut flow = Flow {
            brackets: (open, close),
            note,
            items: Vec::new(),
            comma_at_end: false,
            tail: Vec::new(),
            close_below: false,
        };
        let mut left = Vec::new();
        match &tree.value {
            Value::List(items) => {
                for node in items {
                    left = match &node.value {
                        Value::Map(pairs) if !self.opens(node) => {
                            let [Pair { key, value }] = pairs.as_slice() else { return None };
                            self.item(Some(key), value, left, &mut flow)?
                        }
                        _ => self.item(None, node, left, &mut flow)?,
                    };
                }
            }
            Value::Map(pairs) => {
                for Pair { key, value } in pairs {
                    left = self.item(Some(key), value, left, &mut flow)?;
                }
            }
            Value::Scalar(_) | Value::Refused => return None,
        }
        flow.tail = left;
        flow.tail.extend(self.remarks().iter().map(|remark| remark.text));
        flow.close_below = self.mark(close)?.breaks > 0;
        Some(flow)
    }

    /// Reads an item and its comma; the comments behind it that belong to the next one are handed on.
    fn item(
        &mut self,
        key: Option<&'t Key>,
        node: &'t Node,
        mut remarks: Vec<&'t str>,
        flow: &mut Flow<'t>,
    ) -> Option<Vec<&'t str>> {
        let below = self.peek()?.breaks > 0;
        let mut entry = Entry {
            blank: false,
            remarks: self.remarks(),
            key: None,
            head: None,
            body: Body::Nothing,
            note: None,
        };
        let mut colon = false;
        if let Some(key) = key {
            entry.key = Some(self.key(key)?);
            let (before, found) = self.colon();
            entry.remarks.extend(before);
            colon = found;
        }
        self.value(&mut entry, node, Some(0))?;
        if matches!(entry.body, Body::Block(_)) {
            return None;
        }
        let mut left = Vec::new();
        if self.ahead().is_some_and(|token| token.kind == Kind::Mark(',')) {
            left.extend(self.remarks().iter().map(|remark| remark.text));
            flow.comma_at_end = self.mark(',').is_some();
            if entry.note.is_none() {
                entry.note = self.note();
            }
        } else {
            flow.comma_at_end = false;
        }
        remarks.extend(entry.remarks.iter().map(|remark| remark.text));
        let Entry { key, body, note, .. } = entry;
        flow.items.push(Item { below, remarks, key, colon, body, note });
        Some(left)
    }
}

impl<'t> Note<'t> {
    fn remark(self) -> Remark<'t> {
        Remark { blank: false, text: self.text }
    }
}

/// Whether a node is an empty value without a piece of its own.
fn is_nothing(node: &Node) -> bool {
    node.place.0 == node.place.1
}

fn text<'t>(token: &'t Token<'t>) -> Option<Body<'t>> {
    match token.kind {
        Kind::Scalar => Some(Body::Text {
            text: token.text,
            below: token.breaks > 0 && token.text.contains('\n'),
        }),
        Kind::Block { indent } => Some(Body::Literal { text: token.text, indent }),
        Kind::Comment | Kind::Mark(_) => None,
    }
}
